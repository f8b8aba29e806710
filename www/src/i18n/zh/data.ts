// 识别与列的用途。

import type { DateOrder } from '../../engine/types.ts';
import type { Format } from '../format.ts';
import type { Words } from '../index.ts';

const orders: Record<DateOrder, string> = {
  year_month_day: '年、月、日',
  day_month_year: '日在前（4/3/2024 = 3 月 4 日）',
  month_day_year: '月在前（4/3/2024 = 4 月 3 日）',
};

const encodings = {
  'utf-8': 'UTF-8',
  gb18030: 'GB18030 / GBK（简体中文）',
  big5: 'Big5（繁体中文）',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  shift_jis: 'Shift_JIS（日文）',
  'windows-1252': 'Windows-1252（西文）',
};

export const data = (f: Format): Words['data'] => ({
  title: '收到了什么，怎么处理的',
  figures: {
    read: '读取行数',
    used: '采用行数',
    left: '排除行数',
    unidentified: (count) => `其中 ${f.integer(count)} 行没有客户`,
    customers: '客户',
    orders: '订单',
    period: '时间范围',
  },
  tables: '数据表',
  table: { file: '文件', sheet: '工作表', kind: '内容', rows: '行数', used: '采用', columns: '列' },
  isUsed: '已采用',
  isNotUsed: '未采用',
  changeColumns: '修改列的用途',
  addFiles: '添加文件',
  problems: { rejected: '排除的行', repaired: '修正的值', note: '值得留意' },
  problemsNone: { rejected: '每一行都用上了。', repaired: '没有需要修正的地方。', note: '' },
  downloadProblems: '下载全部问题行',
  showRows: (count) => `查看 ${f.integer(count)} 条`,
  hideRows: '收起',
  columnsOf: { place: '位置', original: '原值', became: '改为' },
  rowNumber: (row) => `第 ${f.integer(row)} 行`,
  wholeTable: '整张表',
  blank: '（空）',
  shown: (from, to, total) => `${f.integer(from)} – ${f.integer(to)}，共 ${f.integer(total)} 条`,
  previous: '上一页',
  next: '下一页',
  mapping: {
    title: '这些列的用途对吗？',
    titleAgain: '列的用途',
    lead: '大部分已经确定，请看一下有标记的几列。',
    leadAgain: '每一列都可以改作他用，确认后重新计算。',
    confirm: '没问题，继续',
    confirmAgain: '应用',
    notUsed: '不使用',
    role: (header) => `“${header}”的用途`,
    doubt: '请确认',
    whichColumn: (field) => `哪一列是“${field}”？`,
    dateOrder: (header) => `“${header}”中，日在前还是月在前？`,
    evidence: (values) => `例如：${values.join('、')}`,
    order: (order) => orders[order],
    reading: '文件的读取方式',
    encoding: '编码',
    encodings,
    delimiter: '分隔符',
    delimiters: { ',': '逗号', ';': '分号', '\t': '制表符', '|': '竖线', spaces: '空格' },
    headerRow: '表头所在行',
    headerRowNote: '0 表示没有表头',
    dateOrderLabel: '数字日期',
    detected: (what) => (what ? `自动识别（${what}）` : '自动识别'),
    tableOf: (name, sheet) => (sheet ? `${name} · ${sheet}` : name),
    firstRows: (count) => `前 ${f.integer(count)} 行`,
    needs: (fields, name) => `还缺少：${fields.map(name).join('、')}`,
  },
});
