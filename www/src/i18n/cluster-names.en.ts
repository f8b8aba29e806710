// Names of clusters, made from what is unusual about their centres.

import { type MetricWords, parseClusterCode, plainWord, type Trait } from './cluster-code.ts';

const words: MetricWords = {
  recency: ['long ago', 'recent', 'longer ago', 'more recent'],
  frequency: ['frequent', 'rare', 'more frequent', 'less frequent'],
  monetary: ['high spend', 'low spend', 'higher spend', 'lower spend'],
  revenue: ['high revenue', 'low revenue', 'higher revenue', 'lower revenue'],
  average_order: ['large orders', 'small orders', 'larger orders', 'smaller orders'],
  largest_order: ['high top order', 'low top order', 'higher top order', 'lower top order'],
  tenure: ['long-standing', 'new', 'longer-standing', 'newer'],
  repeat_rate: ['in many months', 'in few months', 'in more months', 'in fewer months'],
  interval: ['long pauses', 'short pauses', 'longer pauses', 'shorter pauses'],
  regularity: ['regular', 'irregular', 'more regular', 'less regular'],
  growth: ['growing', 'shrinking', 'growing more', 'growing less'],
  products: ['many products', 'few products', 'more products', 'fewer products'],
  one_off_share: ['special needs', 'common needs', 'more special needs', 'more common needs'],
  interactions: ['many contacts', 'few contacts', 'more contacts', 'fewer contacts'],
  satisfaction: ['satisfied', 'dissatisfied', 'more satisfied', 'less satisfied'],
  complaint_rate: ['many complaints', 'few complaints', 'more complaints', 'fewer complaints'],
  loyalty: ['loyal', 'not loyal', 'more loyal', 'less loyal'],
  purchasing_power: [
    'much purchasing power',
    'little purchasing power',
    'more purchasing power',
    'less purchasing power',
  ],
  potential: ['high potential', 'low potential', 'higher potential', 'lower potential'],
  value_score: ['high value score', 'low value score', 'higher value score', 'lower value score'],
  p_alive: ['still customers', 'probably gone', 'more likely to stay', 'more likely gone'],
  expected_purchases: [
    'many orders expected',
    'few orders expected',
    'more orders expected',
    'fewer orders expected',
  ],
  lifetime_value: [
    'high lifetime value',
    'low lifetime value',
    'higher lifetime value',
    'lower lifetime value',
  ],
};

const LEVEL = { high: 'high', low: 'low', more: 'higher', less: 'lower' } as const;

export function traitEn(trait: Trait): string {
  const plain = plainWord(words, trait);
  if (plain) return plain;
  const [kind = '', ...rest] = trait.metric.split(':');
  const parameter = rest.join(':');
  const level = LEVEL[trait.level];
  switch (kind) {
    case 'orders':
    case 'revenue':
      return `${level} ${kind} in ${parameter} days`;
    case 'interactions':
      return `${level} contacts in ${parameter} days`;
    default:
      return `${level} ${parameter || trait.metric}`;
  }
}

/** Undefined when it is the code of something else. */
export function clusterNameEn(code: string): string | undefined {
  const parsed = parseClusterCode(code);
  if (!parsed) return undefined;
  const name = parsed.traits.map(traitEn).join(', ') || 'average';
  const shown = name.charAt(0).toUpperCase() + name.slice(1);
  return parsed.number > 1 ? `${shown} (${parsed.number})` : shown;
}
