// 聚类的名称：由中心的突出之处组成。

import { type MetricWords, parseClusterCode, plainWord, type Trait } from './cluster-code.ts';

const words: MetricWords = {
  recency: ['很久没来', '最近来过', '隔得更久', '来得更近'],
  frequency: ['常来', '来得少', '来得更勤', '来得稍少'],
  monetary: ['花得多', '花得少', '花得更多', '花得稍少'],
  revenue: ['收入高', '收入低', '收入更高', '收入更低'],
  average_order: ['客单价高', '客单价低', '客单价更高', '客单价更低'],
  largest_order: ['有过大单', '没有大单', '最大一单更大', '最大一单更小'],
  tenure: ['老主顾', '新来的', '来得更早', '来得更晚'],
  repeat_rate: ['月月都来', '难得来', '来的月份更多', '来的月份更少'],
  interval: ['间隔长', '间隔短', '间隔更长', '间隔更短'],
  regularity: ['有规律', '没规律', '更有规律', '规律更弱'],
  growth: ['在增长', '在下滑', '增长更快', '增长更慢'],
  products: ['买得杂', '买得专', '买的种类更多', '买的种类更少'],
  one_off_share: ['需求特别', '需求普通', '需求更特别', '需求更普通'],
  interactions: ['联系多', '联系少', '联系更多', '联系更少'],
  satisfaction: ['满意', '不满意', '更满意', '没那么满意'],
  complaint_rate: ['投诉多', '投诉少', '投诉更多', '投诉更少'],
  loyalty: ['忠诚', '不够忠诚', '更忠诚', '忠诚度更低'],
  purchasing_power: ['购买力强', '购买力弱', '购买力更强', '购买力更弱'],
  potential: ['潜力大', '潜力小', '潜力更大', '潜力更小'],
  value_score: ['价值分高', '价值分低', '价值分更高', '价值分更低'],
  p_alive: ['还会再来', '多半已流失', '更可能再来', '更可能流失'],
  expected_purchases: ['预计还会常买', '预计很少再买', '预计买得更多', '预计买得更少'],
  lifetime_value: ['终身价值高', '终身价值低', '终身价值更高', '终身价值更低'],
};

const LEVEL = { high: '高', low: '低', more: '更高', less: '更低' } as const;
const COUNT = { high: '多', low: '少', more: '更多', less: '更少' } as const;

export function traitZh(trait: Trait): string {
  const plain = plainWord(words, trait);
  if (plain) return plain;
  const [kind = '', ...rest] = trait.metric.split(':');
  const parameter = rest.join(':');
  switch (kind) {
    case 'orders':
      return `近 ${parameter} 天下单${COUNT[trait.level]}`;
    case 'revenue':
      return `近 ${parameter} 天收入${LEVEL[trait.level]}`;
    case 'interactions':
      return `近 ${parameter} 天联系${COUNT[trait.level]}`;
    default:
      return `${parameter || trait.metric}${LEVEL[trait.level]}`;
  }
}

/** Undefined when it is the code of something else. */
export function clusterNameZh(code: string): string | undefined {
  const parsed = parseClusterCode(code);
  if (!parsed) return undefined;
  const name = parsed.traits.map(traitZh).join('、') || '各项居中';
  return parsed.number > 1 ? `${name}（${parsed.number}）` : name;
}
