// 聚类的文字：设置、地图、类数、中心、注意事项；键与 clusters.en.ts 一致。

import { traitZh } from './cluster-names.zh.ts';
import type { clustersEn } from './clusters.en.ts';
import type { Format } from './format.ts';

export const clustersZh = (f: Format): ReturnType<typeof clustersEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  const groups = (count: number) => `${f.integer(count)} 类`;
  return {
    metrics: '按哪些数字看是否相像',
    number: '分成几类',
    auto: '自动：分得最开的类数',
    centres: '各类中心',
    found: '每份文件都重新寻找。',
    kept: '已固定：下一份文件的客户仍归到这些中心。',
    keep: '固定这些中心',
    keepMeans: '中心会存进设置，下个月仍按同样的类来归。',
    release: '改为重新寻找',
    pending: '正在寻找各类…',
    failed: '未能完成聚类。请换几个数字，或重新打开页面。',
    oneMetric: '请至少选一个数字。',
    trait: traitZh,
    everybody: '全部客户',
    cluster: '类别',
    customers: '客户数',
    share: '占比',
    revenue: '收入',

    map: {
      title: '客户地图',
      unit: (shown, all) =>
        shown < all ? `${customers(all)}中的 ${f.integer(shown)} 位` : customers(all),
      sentence: (count, all, explained) =>
        `${customers(all)}分成 ${groups(count)}。图上离得近，数字就相像；图中呈现了全部差异的 ${f.percent(explained)}。`,
      right: (traits, share) => `越往右：${traits}（${f.percent(share)}）`,
      up: (traits, share) => `越往上：${traits}（${f.percent(share)}）`,
      choose: (number, name, count, share) =>
        `第 ${f.integer(number)} 类，${name}：${customers(count)}（${f.percent(share, 1)}）`,
      hint: '数字标出每一类的中心。点击数字或圆点，只看这一类客户。',
      hintDraft: '数字标出每一类的中心。点击数字或圆点，单独突出这一类。',
    },
    numbers: {
      title: '分成几类合适？',
      unit: '按类数',
      best: (number, silhouette) =>
        number === 2
          ? `分成 2 类比更多类分得开（轮廓系数 ${f.decimal(silhouette, 2)}，${clearness(silhouette)}）。`
          : `三类以上，分成 ${groups(number)}时分得最开（轮廓系数 ${f.decimal(silhouette, 2)}，${clearness(silhouette)}）。`,
      two: (silhouette) =>
        `分成 2 类还会略开一些（${f.decimal(silhouette, 2)}），但只能看出好与差。`,
      given: (number, silhouette) =>
        `指定分成 ${groups(number)}（轮廓系数 ${f.decimal(silhouette, 2)}，${clearness(silhouette)}）。`,
      elbow: (number) => `到 ${groups(number)}以后，类内差异下降变缓。`,
      silhouette: '轮廓系数',
      silhouetteMeans: '客户离本类比离相邻一类近多少：1 为完全分开，0 为没有差别',
      inertia: '类内差异',
      inertiaMeans: '到中心的平均平方距离，以标准差为单位',
      number: '类数',
      point: (number, silhouette, inertia) =>
        `${groups(number)}：轮廓系数 ${silhouette}，类内差异 ${inertia}`,
      chosen: '采用',
      bend: '拐点',
    },
    table: {
      title: '每一类的典型客户',
      unit: '各类中心的数值',
      sentence: (name, customersShare, revenueShare) =>
        `${name}：占客户的 ${f.percent(customersShare)}，占收入的 ${f.percent(revenueShare)}。`,
      show: (name) => `查看“${name}”的客户`,
    },
    sample: (chose, placed, all) =>
      placed < all
        ? `共 ${customers(all)}，均匀抽取 ${f.integer(chose)} 位决定类数、${f.integer(placed)} 位确定中心，再把每位客户归到最近的一类。`
        : chose < all
          ? `共 ${customers(all)}，均匀抽取 ${f.integer(chose)} 位决定类数，全部客户参与确定中心。`
          : '',
    concern: {
      too_few: ({ customers: count, least }) =>
        `客户太少，无法聚类：各项数字齐全的有 ${customers(count)}，至少需要 ${f.integer(least)} 位。所有客户归在一起。`,
      all_alike: () => '所有客户的数字都相同，归在一起。',
      constant: (metric) => `${metric}：所有客户都一样，起不到区分作用。`,
      unknown: (metric, { customers: count }) =>
        `${metric}：${customers(count)}没有这项数字，归入“未知”。`,
      few: ({ customers: count }) => `只有 ${customers(count)}，换一份文件可能会分出不同的类。`,
      fewer: ({ asked, found }) =>
        `要求分成 ${groups(asked)}，但客户只有 ${f.integer(found)} 种不同的情况。`,
      weak: ({ silhouette }) =>
        `各类之间没有明显界线（轮廓系数 ${f.decimal(silhouette, 2)}）：处在边缘的客户归到哪一类都可以。`,
    },
    why: {
      distance: (distance, next, other) =>
        `离本类中心 ${f.decimal(distance, 2)}，离“${next}”的中心 ${f.decimal(other, 2)}`,
      alone: (distance) => `离本类中心 ${f.decimal(distance, 2)}`,
      factor: (metric, value, centre, next) =>
        `${metric} ${value}（本类 ${centre}，另一类 ${next}）`,
      unknown: (metrics) => `未知：${metrics}`,
      nobody: '客户之间没有可区分之处',
      kept: '按固定的中心',
    },
  };
};

/** Kaufman、Rousseeuw，1990。 */
function clearness(silhouette: number): string {
  if (silhouette > 0.7) return '界线分明';
  if (silhouette > 0.5) return '分得清楚';
  return silhouette > 0.25 ? '边界较模糊' : '几乎分不开';
}
