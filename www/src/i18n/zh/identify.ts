// “识别”一屏：各部分、规则、客户档案的数字、清洗日志。

import type {
  MergeWhen,
  Missing,
  OutlierAction,
  Refunds,
  Repeated,
  Update,
} from '../../engine/types.ts';
import type { Format } from '../format.ts';
import type { Section } from '../identify-words.ts';
import type { Words } from '../index.ts';

const sections: Record<Section, string> = {
  came_in: '收到的数据',
  repairs: '排除与修复',
  duplicates: '客户去重',
  missing: '缺失值',
  outliers: '异常值',
  file: '客户档案',
  log: '清洗日志',
  corrections: '修正',
};

const refunds: Record<Refunds, string> = {
  net: '从消费额中冲减',
  drop: '不计入',
  keep: '当作普通行',
};

const repeated: Record<Repeated, string> = {
  across_tables: '多张表里都有的只算一次',
  drop: '每一行都只算一次',
  keep: '全部保留',
};

const update: Record<Update, string> = {
  overwrite: '以后来的为准',
  fill_blanks: '只补原来空缺的',
  skip: '保持原样',
};

const missing: Record<Missing['fill'], string> = {
  report: '只提示',
  exclude: '排除',
  unknown: '填“未知”',
  mode: '填最常见的值',
  median: '填中位数',
  constant: '填指定值：',
};

const outlierActions: Record<OutlierAction, string> = {
  report: '只提示',
  winsorise: '缩到界限处',
  exclude: '排除',
};

const merge: Record<MergeWhen, string> = {
  reviewed: '只合并我确认过的',
  certain: '确定的自动合并',
};

const steps: Record<string, string> = {
  read: '读取数据行',
  corrected: '人工修正的值',
  overridden: '人工设定细分的客户',
  repeated_rows: '排除重复的行',
  missing_filled: '填补缺失值',
  missing_excluded: '因缺失值而排除',
  outliers_winsorised: '异常值缩到界限处',
  outliers_excluded: '排除异常值',
  merged: '合并重复客户',
};

export const identify = (f: Format): Words['identify'] => ({
  sections,
  sectionsLabel: '本屏内容',
  loading: '正在统计…',
  none: '无',
  state: {
    tables: (number) => `${f.integer(number)} 张表`,
    repairs: (left, repaired) => `排除 ${f.integer(left)} · 修复 ${f.integer(repaired)}`,
    duplicates: (groups, open) =>
      groups === 0 ? '无' : `${f.integer(groups)} 组，${f.integer(open)} 组待定`,
    unsearched: '打开后查找',
    missing: (fields) => (fields === 0 ? '无' : `${f.integer(fields)} 个字段`),
    outliers: (lines) => (lines === 0 ? '无' : `${f.integer(lines)} 笔金额`),
    file: (share) => `完整度 ${f.percent(share)}`,
    log: (number) => `${f.integer(number)} 步`,
    corrections: (number, waiting) =>
      waiting > 0 ? `${f.integer(waiting)} 项未应用` : `${f.integer(number)} 项`,
  },
  rerun: '正在重新读取文件',

  join: {
    title: '与客户的匹配',
    by: (field, rows) => `按${field} ${f.integer(rows)}`,
    fresh: (rows) => `新客户 ${f.integer(rows)}`,
    orphans: (rows) => `未找到 ${f.integer(rows)}`,
    rate: (share) => `匹配 ${f.percent(share, 1)}`,
    download: '下载未匹配的行',
    lists: '订单表决定有哪些客户，其他表与之匹配。',
  },
  update: { title: '后来的表对同一客户说法不同时', options: update },

  rules: {
    title: '规则',
    refunds: '退款',
    refundsOptions: refunds,
    repeated: '重复的行',
    repeatedOptions: repeated,
    placeholders: '占位词',
    placeholdersNote: '在常见的（空白、0、散客、guest 等）之外。这些“客户”的行不计入。',
    addPlaceholder: '添加',
    placeholder: '例如：门店散户',
    remove: (word) => `移除 ${word}`,
    undo: '撤销：保留这些行',
  },
  sample: (before, after) => `${before} → ${after}`,
  leftOut: '排除',

  missing: {
    lead: '缺少内容时怎么处理。每一处都有记录，随时可以改回来。',
    field: '字段',
    known: '已知',
    missing: '缺失',
    filled: '已填补',
    policy: '处理方式',
    options: missing,
    policyOf: (field) => `${field}缺失时的处理方式`,
    valueOf: (field) => `${field}的填补值`,
    value: '值',
    leaveRow: '排除该行',
    rowNote: '按行计，不按客户计：缺了它，这一行就无法计入。',
    complete: '所有字段都没有缺失。',
  },

  outliers: {
    lead: (fence) => `超出四分位数 ${f.decimal(fence)} 倍四分位距的金额（Tukey 界限）。`,
    sentence: (lines, share) =>
      lines === 0
        ? '没有金额超出界限。'
        : `${f.integer(lines)} 笔金额超出界限，占收入的 ${f.percent(share, 1)}。`,
    none: '没有可供检查的订单金额。',
    action: '处理方式',
    actions: outlierActions,
    fence: '界限宽度',
    fenceNote: '1.5 为偏离，3 为极端',
    strip: '界限在哪里',
    stripUnit: '每行金额，对数刻度',
    low: '下界',
    high: '上界',
    between: '正常金额',
    farthestOne: '最远',
    farthest: (shown) => `最远的 ${f.integer(shown)} 笔`,
    customer: '客户',
    day: '日期',
    amount: '金额',
    times: '界限的倍数',
    showCustomer: (id) => `查看客户 ${id}`,
  },

  file: {
    customers: '客户',
    withOrders: (number) => `其中 ${f.integer(number)} 位有订单`,
    interactions: '联系记录',
    feedback: '反馈',
    byCustomers: (number) => `来自 ${f.integer(number)} 位客户`,
    mean: '完整度',
    meanNote: '联系字段的平均已知比例',
    stale: '久未更新',
    staleDays: '无任何动静的天数',
    staleNote: (days, day) => `${day ? `${f.day(day)}` : '分析日期'}之前至少 ${f.integer(days)} 天`,
    completeness: '完整度',
    completenessUnit: '按联系字段的已知比例统计客户数',
    sentence: (full, empty, total) =>
      `${f.integer(total)} 位客户中，${f.integer(full)} 位的联系字段已知九成以上，${f.integer(empty)} 位一无所知。`,
    bin: (at) => (at === 0 ? '一无所知' : `${(at - 1) * 10}–${at * 10}%`),
    binShort: (at) => (at === 0 ? '0' : `${at * 10}%`),
    fields: '字段',
    field: '字段',
    known: '已知',
    missing: '缺失',
    invalid: '格式有误',
    distinct: '不同值',
    frequent: '最常见的值',
    times: (value, number) => `${value}（${f.integer(number)}）`,
  },

  log: {
    lead: '对数据做过的每一步，按先后排列。文件、方案、修正相同，结果就相同。',
    download: '下载清洗日志',
    number: '序号',
    what: '做了什么',
    place: '位置',
    field: '字段',
    count: '数量',
    rule: '依据',
    everywhere: '全部表',
    always: '固定步骤',
    step: (what) => steps[what],
    corrections: '修正',
    recipe: '方案',
    toRule: (rule) => `查看规则：${rule}`,
  },

  corrections: {
    lead: '针对单个单元格、单个客户的决定，按做出的先后排列。',
    empty: '还没有修正。可在“排除与修复”里改正数值，在“客户去重”里合并客户。',
    waiting: '未应用',
    leaving: '将撤回',
    done: '已应用',
    set: (place, field, value) => `${place}，${field}：“${value}”`,
    replace: (field, from, to) => `${field}：所有“${from}”→“${to}”`,
    merge: (ids) => `${f.list(ids)}是同一位客户`,
    apart: (ids) => `${f.list(ids)}是不同客户`,
    retract: (what) => `撤回：${what}`,
    takeBack: '撤回',
    undo: '撤销',
    redo: '重做',
    drop: '全部撤回',
    bar: (number) => `${f.integer(number)} 项修正未应用`,
    apply: (number) => `应用 ${f.integer(number)} 项修正`,
    review: '查看',
    saved: (rows) => {
      if (rows > 0) return `已应用，多采用了 ${f.integer(rows)} 行。`;
      if (rows < 0) return `已应用，少采用了 ${f.integer(-rows)} 行。`;
      return '已应用，采用的行数不变。';
    },
    download: '保存修正',
    note: '与方案不同，这个文件含有客户的数据，请像对待原始数据一样保管。把它与原文件一起拖回页面，即可重做全部修正。',
  },

  grid: {
    correct: '正确的值',
    correctOf: (place) => `${place}的正确值`,
    everywhere: '全部替换',
    everywhereOf: (from, to) => `把所有“${from}”改为“${to}”`,
    isEverywhere: '全部',
    keys: '回车或 ↓ 到下一行，↑ 到上一行，Esc 恢复原值。',
    notCorrectable: '无法在此修正',
    unset: (place) => `撤回${place}的修正`,
  },
  mergeOptions: merge,
  fieldName: (field, own, name) => (field ? name(field) : own),
});
