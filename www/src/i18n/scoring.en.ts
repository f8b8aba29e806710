// Words about scores: thresholds that are dragged, methods, undo. The shape of scoring.zh.ts.

import type { Binning } from '../engine/types.ts';
import type { Format } from './format.ts';

type Method = Binning['method'];

export const scoringEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const method: Record<Method, string> = {
    quantile: 'Quantiles',
    ntile: 'Equal groups',
    equal_width: 'Equal widths',
    jenks: 'Natural breaks',
    mean: 'Above or below the mean',
    r_rfm: 'As R’s rfm package',
    fixed: 'My own thresholds',
  };
  const means: Record<Method, string> = {
    quantile:
      'About as many customers with each score; equal values share a score, so groups can differ in size.',
    ntile: 'As many customers with each score, even where equal values have to be split.',
    equal_width:
      'From the smallest value to the largest in equal steps; most customers may share one.',
    jenks: 'Cut where the values leave gaps, so that those with the same score are alike.',
    mean: 'Two scores: above the mean of all customers, or not.',
    r_rfm: 'Quantile plus one, as the package rfm for R cuts: for comparing with it.',
    fixed: 'The thresholds stay where they are, also with another file.',
  };
  return {
    handle: (title: string, left: number, right: number) =>
      `${title}: threshold between score ${left} and ${right}`,
    upTo: (value: string) => `up to ${value}`,
    drag: 'Drag a threshold, or move it with the arrow keys: everything follows.',
    ours: (factors: string) => `The thresholds of ${factors} are yours.`,
    follow: 'Thresholds follow the data: another file, other thresholds.',
    back: 'Back to quantiles',
    freeze: 'Keep these thresholds',
    nested: 'Compare like with like',
    nestedSmall: (small: number, groups: number) =>
      `${f.integer(small)} of the ${f.integer(groups)} groups have fewer than five customers per score; where they are cut is an accident. Choose fewer scores, or compare all customers.`,
    nestedMeans:
      'Frequency is scored among customers of the same recency score, monetary among those of both. Groups get small: it takes many customers.',
    undo: 'Undo',
    redo: 'Redo',
    settings: (name: string, bins: number) => `${name}, ${f.integer(bins)} scores`,
    methodLabel: 'Cut by',
    binsLabel: 'Scores',
    method,
    means,
    empty: (scores: string) =>
      `Nobody has score ${scores}: too many customers have the same value.`,
    split: (count: number) =>
      count === 0
        ? 'No equal values had to be split.'
        : count === 1
          ? 'One customer has the same value as others but another score: somebody had to come first.'
          : `${customers(count)} ${f.plural(count, 'has', 'have')} the same value as others but another score: somebody had to come first.`,
    refit: (left: string, taken: string) =>
      `“${left}” needs another number of scores. “${taken}” is used instead; undo brings it back.`,
  };
};
