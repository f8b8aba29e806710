// 内置方案与细分的中文名；代码见 src/recipe/presets.rs。

export const schemesZh: Readonly<Record<string, string>> = {
  value: '高 / 中 / 低价值',
  vip: 'VIP / 普通 / 潜在',
  abc: '按收入分 ABC',
  tenure: '新客户 / 老客户',
  'life-cycle': '客户生命周期',
  'rfm-11': 'RFM 十一类',
  'rf-10': '最近消费 × 频率 十类',
  'r-rfm-10': 'RFM 十类（R 语言 rfm 包）',
  'cn-8': 'RFM 八类',
  'r-fm-5x5': '最近消费 × F、M 平均',
};

export const segmentsZh: Readonly<Record<string, string>> = {
  high: '高价值客户',
  medium: '中价值客户',
  low: '低价值客户',

  vip: 'VIP 客户',
  ordinary: '普通客户',
  potential: '潜在客户',

  a: 'A 类客户',
  b: 'B 类客户',
  c: 'C 类客户',

  new: '新客户',
  existing: '老客户',
  active: '活跃客户',
  silent: '沉默客户',
  churned: '流失客户',

  champions: '顶级客户',
  loyal: '忠诚客户',
  potential_loyalist: '潜在忠诚客户',
  new_customers: '新客户',
  promising: '有潜力客户',
  need_attention: '需关注客户',
  about_to_sleep: '即将沉睡客户',
  at_risk: '潜在流失客户',
  cant_lose: '不能失去的客户',
  hibernating: '沉睡客户',
  lost: '已流失客户',
  others: '其他客户',

  important_value: '重要价值客户',
  important_develop: '重要发展客户',
  important_keep: '重要保持客户',
  important_win_back: '重要挽留客户',
  general_value: '一般价值客户',
  general_develop: '一般发展客户',
  general_keep: '一般保持客户',
  general_win_back: '一般挽留客户',
};
