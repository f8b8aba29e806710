// What the code of a cluster says: `low_recency+high_monetary` names what is unusual about its centre (src/differentiate/clusters/naming.rs).

import type { PlainMetric } from './rules.en.ts';

export const LEVELS = ['high', 'low', 'more', 'less'] as const;
/** High or low against everybody, more or less than the other cluster of the same name. */
export type Level = (typeof LEVELS)[number];

export interface Trait {
  readonly level: Level;
  readonly metric: string;
}

export interface ClusterCode {
  readonly traits: readonly Trait[];
  /** The n-th cluster of this name; 1 where there is no other. */
  readonly number: number;
}

/** What is said of a metric, in the order of LEVELS. */
export type Words = readonly [high: string, low: string, more: string, less: string];
export type MetricWords = Readonly<Record<PlainMetric, Words>>;

/** Undefined when it is the code of something else. */
export function parseClusterCode(code: string): ClusterCode | undefined {
  const parts = code.split('+');
  const number = /^[2-9]$|^10$/.test(parts.at(-1) ?? '') ? Number(parts.pop()) : 1;
  if (parts.length === 1 && parts[0] === 'average') return { traits: [], number };
  const traits = parts.flatMap((part) => traitOf(part) ?? []);
  return traits.length > 0 && traits.length === parts.length ? { traits, number } : undefined;
}

function traitOf(part: string): Trait | undefined {
  const level = LEVELS.find((one) => part.startsWith(`${one}_`));
  if (!level) return undefined;
  const metric = part
    .slice(level.length + 1)
    .replace(/%2B/g, '+')
    .replace(/%25/g, '%');
  return metric ? { level, metric } : undefined;
}

/** The words of a trait where its metric has no parameter. */
export function plainWord(words: MetricWords, { level, metric }: Trait): string | undefined {
  const own = Object.hasOwn(words, metric) ? words[metric as keyof MetricWords] : undefined;
  return own?.[LEVELS.indexOf(level)];
}
