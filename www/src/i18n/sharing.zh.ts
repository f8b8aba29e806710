// 对外文件与屏幕遮盖的文字；键与 sharing.en.ts 一致。

import type { Format } from './format.ts';
import type { sharingEn } from './sharing.en.ts';

export const sharingZh = (f: Format): ReturnType<typeof sharingEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  return {
    menuTitle: '给别人用',
    menu: 'CRM、广告人群、匿名…',
    mask: '遮盖姓名和号码',
    maskNote: '演示或截图时用：页面上看不出客户是谁，保存的文件仍然完整。',
    title: '给别人用的文件',
    lead: '全部在本页内生成。交给别人之前，先看看文件里有什么。',
    kind: '用来做什么？',
    kinds: {
      crm: '导入 CRM',
      audience: '广告人群包',
      pseudonymised: '化名',
      pseudonym_key: '化名对照表',
      anonymous: '匿名',
    },
    notes: {
      crm: '表头与该系统的导入模板一致；层级、评分和下次联系是附加字段，需在系统里新建一次。',
      audience:
        '加密（哈希）后的邮箱和手机号。手机号的哈希可以被穷举还原，仍属个人信息，使用前须取得客户同意。',
      pseudonymised:
        '姓名、联系方式和自由文字都已去掉，每位客户换成只有您的口令才能还原的化名。它仍属个人信息。',
      pseudonym_key: '哪个化名对应哪位客户。请自己保管，不要外传。',
      anonymous:
        '没有人是独一无二的：每一行在地区、年龄、层级等方面至少与另外 k−1 行相同，订单数和金额已取整。',
    },
    system: '系统',
    systems: {
      fxiaoke: '纷享销客',
      zoho: 'Zoho CRM',
      hubspot: 'HubSpot',
      salesforce: 'Salesforce',
    },
    platform: '平台',
    platforms: {
      google: 'Google 客户匹配（SHA-256）',
      meta: 'Meta 自定义受众（SHA-256）',
      tencent: '腾讯广告号码包（MD5）',
    },
    tiers: '层级',
    everybody: '全部',
    country: '没有国家代码的号码算哪国',
    countryNote: '例如 86。中国手机号不用填。',
    secret: '口令，至少 12 个字符',
    secretNote: '口令不会保存在任何地方；同一口令得到同样的化名。',
    draw: '生成一个',
    numbered: '用编号（P001）代替哈希',
    dates: '日期',
    datesOf: { month: '只保留月份', shifted: '整体移动，最多半年', kept: '保持不变' },
    k: '至少几人相同（k）',
    save: '保存',
    computing: '正在查看…',
    rows: (count) => `文件共 ${f.integer(count)} 行。`,
    leftOut: {
      refused: (count) => `${customers(count)}拒绝联系，已排除。`,
      no_address: (count) => `${customers(count)}没有平台认得出的联系方式。`,
      too_few_alike: (count) => `${customers(count)}过于特殊，已排除。`,
      same_address: (count) => `${customers(count)}与他人联系方式相同。`,
    },
    columnsLeftOut: (names) => `不含：${names}。`,
    smallest: (count) => `相同的行最少一组有 ${f.integer(count)} 行。`,
    coarser: '哪些变粗了',
    fine: '没有变粗',
    levels: {
      city: '城市',
      region: '省份',
      area: '大区',
      country: '国家',
      value: '原值',
      quarter: '季度',
      year: '年份',
      years_5: '每 5 岁一段',
      years_10: '每 10 岁一段',
      years_20: '每 20 岁一段',
      gone: '去掉',
    },
    columns: {
      place: '地区',
      age: '年龄',
      gender: '性别',
      industry: '行业',
      source: '来源',
      customer_since: '成为客户的时间',
      tier: '层级',
    },
    refused: {
      secret: '口令至少需要 12 个字符。',
      alike: 'k 须在 2 到 1000 之间，且不超过客户总数。',
      country: '国家代码只能是数字，例如 86。',
      other: '这个文件没能生成。',
    },
    files: {
      crm: 'CRM导入.csv',
      audience: '广告人群.csv',
      pseudonymised: '客户_化名.csv',
      pseudonym_key: '化名对照表.csv',
      anonymous: '客户_匿名.csv',
    },
  };
};
