// Words of clusters: settings, map, number, centres, what to think of. The shape of clusters.zh.ts.

import type { ClusterConcern } from '../engine/types.ts';
import { traitEn } from './cluster-names.en.ts';
import type { Format } from './format.ts';

type Of<C extends ClusterConcern['code']> = Extract<ClusterConcern, { code: C }>;

export const clustersEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const groups = (count: number) => `${f.integer(count)} ${f.plural(count, 'cluster', 'clusters')}`;
  return {
    metrics: 'Customers are alike by',
    number: 'How many clusters',
    auto: 'as many as lie best apart',
    centres: 'Centres',
    found: 'Found anew from the customers of every file.',
    kept: 'Kept: the next file’s customers are given to these same centres.',
    keep: 'Keep these centres',
    keepMeans:
      'They become part of the recipe, so that next month is measured by the same clusters.',
    release: 'Find them anew',
    pending: 'Looking for clusters…',
    failed: 'The clusters could not be computed. Choose other figures, or open the page again.',
    oneMetric: 'Choose at least one figure.',
    trait: traitEn,
    everybody: 'Everybody',
    cluster: 'Cluster',
    customers: 'Customers',
    share: 'Share',
    revenue: 'Revenue',

    map: {
      title: 'Map of customers',
      unit: (shown: number, all: number) =>
        shown < all ? `${f.integer(shown)} of ${customers(all)}` : customers(all),
      sentence: (count: number, all: number, explained: number) =>
        `${groups(count)} of ${customers(all)}. Near on the map is alike in the figures; it shows ${f.percent(explained)} of all differences.`,
      right: (traits: string, share: number) => `to the right: ${traits} (${f.percent(share)})`,
      up: (traits: string, share: number) => `upwards: ${traits} (${f.percent(share)})`,
      choose: (number: number, name: string, count: number, share: number) =>
        `Cluster ${f.integer(number)}, ${name}: ${customers(count)} (${f.percent(share, 1)})`,
      hint: 'A number is the centre of a cluster. Click it, or a dot, to see these customers alone.',
      hintDraft: 'A number is the centre of a cluster. Click it, or a dot, to pick it out.',
    },
    numbers: {
      title: 'How many clusters?',
      unit: 'by number of clusters',
      best: (number: number, silhouette: number) =>
        number === 2
          ? `Two clusters lie further apart than more would (silhouette ${f.decimal(silhouette, 2)}, ${clearness(silhouette)}).`
          : `Of three clusters or more, ${f.integer(number)} lie best apart (silhouette ${f.decimal(silhouette, 2)}, ${clearness(silhouette)}).`,
      two: (silhouette: number) =>
        `Two would be a little further apart (${f.decimal(silhouette, 2)}), but say no more than good and bad.`,
      given: (number: number, silhouette: number) =>
        `${groups(number)} were asked for (silhouette ${f.decimal(silhouette, 2)}, ${clearness(silhouette)}).`,
      elbow: (number: number) =>
        `The spread inside clusters stops falling fast at ${f.integer(number)}.`,
      silhouette: 'Silhouette',
      silhouetteMeans:
        'how much nearer customers are to their own cluster than to the next: 1 is far apart, 0 is no difference',
      inertia: 'Spread inside clusters',
      inertiaMeans: 'mean squared distance to the centre, in standard deviations',
      number: 'Clusters',
      point: (number: number, silhouette: string, inertia: string) =>
        `${groups(number)}: silhouette ${silhouette}, spread ${inertia}`,
      chosen: 'in use',
      bend: 'bend',
    },
    table: {
      title: 'What is typical of each cluster',
      unit: 'figures of its centre',
      sentence: (name: string, customersShare: number, revenueShare: number) =>
        `${name}: ${f.percent(customersShare)} of the customers, ${f.percent(revenueShare)} of the revenue.`,
      show: (name: string) => `Show the customers of ${name}`,
    },
    sample: (chose: number, placed: number, all: number) =>
      placed < all
        ? `Of ${customers(all)}, evenly taken, ${f.integer(chose)} chose the number and ${f.integer(placed)} placed the centres; then everybody was given to the nearest.`
        : chose < all
          ? `${f.integer(chose)} of ${customers(all)}, evenly taken, chose the number; all of them placed the centres.`
          : '',
    concern: {
      too_few: ({ customers: count, least }: Of<'too_few'>) =>
        `Too few to look for clusters: all figures are known of ${customers(count)}, and it takes ${f.integer(least)}. Everybody is in one segment.`,
      all_alike: () => 'All customers have the same figures. Everybody is in one segment.',
      constant: (metric: string) => `${metric}: the same for everybody, so it tells nobody apart.`,
      unknown: (metric: string, { customers: count }: Of<'unknown'>) =>
        `${metric}: not known of ${customers(count)}. They are in the segment “unknown”.`,
      few: ({ customers: count }: Of<'few'>) =>
        `Only ${customers(count)}: the next file may show other clusters.`,
      fewer: ({ asked, found }: Of<'fewer'>) =>
        `${f.integer(asked)} were asked for, but customers differ in ${f.integer(found)} ways only.`,
      weak: ({ silhouette }: Of<'weak'>) =>
        `The clusters run into each other (silhouette ${f.decimal(silhouette, 2)}): customers at the borders could be in either.`,
    },
    why: {
      distance: (distance: number, next: string, other: number) =>
        `${f.decimal(distance, 2)} from the centre of this cluster, ${f.decimal(other, 2)} from that of “${next}”`,
      alone: (distance: number) => `${f.decimal(distance, 2)} from the centre of this cluster`,
      factor: (metric: string, value: string, centre: string, next: string) =>
        `${metric} ${value} (here ${centre}, there ${next})`,
      unknown: (metrics: string) => `not known: ${metrics}`,
      nobody: 'nothing tells customers apart',
      kept: 'by kept centres',
    },
  };
};

/** Kaufman & Rousseeuw 1990. */
function clearness(silhouette: number): string {
  if (silhouette > 0.7) return 'far apart';
  if (silhouette > 0.5) return 'clearly apart';
  return silhouette > 0.25 ? 'with soft borders' : 'hardly apart';
}
