// Built-in schemes and the segments they sort customers into. Codes are those of src/recipe/presets.rs.

export const schemesEn: Readonly<Record<string, string>> = {
  value: 'High / medium / low value',
  vip: 'VIP / ordinary / potential',
  abc: 'ABC by revenue',
  tenure: 'New / existing',
  'life-cycle': 'Life cycle',
  'rfm-11': 'RFM, 11 segments',
  'rf-10': 'Recency × frequency, 10 segments',
  'r-rfm-10': 'RFM as in R’s rfm, 10 segments',
  'cn-8': 'RFM, 8 Chinese types',
  'r-fm-5x5': 'Recency × mean of F and M',
};

export const segmentsEn: Readonly<Record<string, string>> = {
  // value
  high: 'High value',
  medium: 'Medium value',
  low: 'Low value',
  // vip
  vip: 'VIP',
  ordinary: 'Ordinary',
  potential: 'Potential',
  // abc
  a: 'A customers',
  b: 'B customers',
  c: 'C customers',
  // tenure, life-cycle
  new: 'New',
  existing: 'Existing',
  active: 'Active',
  silent: 'Silent',
  churned: 'Churned',
  // rfm-11, rf-10, r-rfm-10
  champions: 'Champions',
  loyal: 'Loyal',
  potential_loyalist: 'Potential loyalists',
  new_customers: 'New customers',
  promising: 'Promising',
  need_attention: 'Need attention',
  about_to_sleep: 'About to sleep',
  at_risk: 'At risk',
  cant_lose: 'Can’t lose them',
  hibernating: 'Hibernating',
  lost: 'Lost',
  others: 'Others',
  // cn-8
  important_value: 'Important, to value',
  important_develop: 'Important, to develop',
  important_keep: 'Important, to keep',
  important_win_back: 'Important, to win back',
  general_value: 'General, to value',
  general_develop: 'General, to develop',
  general_keep: 'General, to keep',
  general_win_back: 'General, to win back',
};
