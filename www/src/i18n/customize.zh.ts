// “定制”的文字；键与 customize.en.ts 一致。

import type { customizeEn } from './customize.en.ts';
import type { Format } from './format.ts';

export const customizeZh = (f: Format): ReturnType<typeof customizeEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  const days = (count: number) => `${f.integer(count)} 天`;
  return {
    tabs: {
      label: '定制',
      offers: '推荐与促销',
      service: '服务等级',
      owners: '客户分配',
      loyalty: '会员计划',
    },
    computing: '正在计算…',
    failed: '这一部分未能算出。',
    cost: {
      title: '各层级的联系要花多少钱',
      unit: '一年的人工',
      today: (hours, cost) => `按计划联系所有客户，一年要 ${hours} 个工时，合 ${cost}。`,
      changed: (hours, cost, difference, sign) =>
        `改动后一年 ${hours} 个工时，合 ${cost}${sign === 0 ? '，与现在相同' : `，比现在${sign > 0 ? '多' : '少'} ${difference}`}。`,
      hour: '每工时成本',
      hourMeans: '含工资及各项附加费用，只留在本页。',
      tier: '层级',
      customers: '客户数',
      contacts: '每年联系次数',
      minutes: '每次分钟数',
      hours: '工时',
      cost: '成本',
      of: (what, tier) => `${tier}的${what}`,
      use: '采用这些策略',
      discard: '放弃',
    },
    offers: {
      title: '给谁推荐什么',
      lead: (pairs, consumables) =>
        `${pairs === 0 ? '没有哪两种商品一起购买的次数高于巧合' : `${f.integer(pairs)} 对商品常被一起购买，次数高于巧合`}；${f.integer(consumables)} 种商品会被重复购买。`,
      noProducts: '文件里没有商品，无法推荐商品。促销只需要日期和金额。',
      list: {
        title: '每位客户的推荐',
        unit: '按累计消费从高到低',
        sentence:
          '展开客户，可以看到每项推荐及其理由。客户已有的商品，只有在别人也会重复购买并且到了该补货的时候才会再次推荐。',
        tier: '层级',
        everybody: '全部层级',
        customer: '客户',
        first: '首选推荐',
        promotion: '促销',
        none: '无',
        nobody: '这里没有客户。',
        card: (name) => `打开${name}的卡片`,
        saveProducts: '商品推荐（CSV）',
        savePromotions: '促销（CSV）',
      },
      products: '推荐商品',
      reason: {
        bought_together: ({ with: other, together, of }) =>
          `含“${other}”的 ${f.integer(of)} 个订单中，${f.integer(together)} 个也有它`,
        bought_again: ({ buyers, again, usual_days, days: since }) =>
          `${customers(buyers)}买过，${f.integer(again)} 位又买了${usual_days === null ? '' : `，通常隔 ${days(usual_days)}`}；上次购买在 ${days(since)}前`,
        popular: ({ buyers, of }) => `该层级 ${customers(of)}中有 ${f.integer(buyers)} 位买过`,
      },
      interests: '适合聊的内容',
      interest: (category, purchases, of, lift) =>
        `${category}：${f.integer(of)} 次购买中有 ${f.integer(purchases)} 次，是其他客户的 ${f.decimal(lift, 1)} 倍`,
      promotions: {
        title: '促销',
        unit: '客户数',
        sentence: (money) =>
          `每人一项，依据下单频率和金额而定。如果人人都用上，最多花费 ${money}。`,
        kind: '促销',
        customers: '客户数',
        worth: '最多花费',
        orders: '所需订单金额',
        none: '没有客户下过有金额的订单。',
        name: {
          win_back: '召回券',
          second_order: '第二单优惠券',
          sooner: '提前下单奖励',
          larger_basket: '满额赠礼',
          privilege: '专属权益（不打折）',
        },
        why: {
          win_back: '已沉默',
          second_order: '只下过一单',
          sooner: '下单比多数人少',
          larger_basket: '客单价低于多数人',
          privilege: '下单勤、金额高',
        },
        text: {
          win_back: ({ threshold, worth, days: within }) =>
            `${days(within)}内下单满 ${threshold}，减 ${worth}`,
          second_order: ({ threshold, worth, days: within }) =>
            `${days(within)}内第二单满 ${threshold}，减 ${worth}`,
          sooner: ({ threshold, worth, days: within }) =>
            `${days(within)}内下单满 ${threshold}，奖励 ${worth}`,
          larger_basket: ({ threshold, worth }) => `满 ${threshold}，赠价值 ${worth} 的礼品`,
          privilege: () => '优先体验或优先服务，不打折',
        },
        average: (money) => `客单价 ${money}`,
      },
      test: {
        title: '推荐得准吗？',
        unit: (count) => `${f.integer(count)} 项推荐中至少命中一项的客户`,
        sentence: (split, tested) =>
          `假设今天是${f.day(split)}：只用当时已知的数据，与 ${customers(tested)}之后的实际购买对照。`,
        verdict: {
          better: '好于给所有人推荐畅销商品，差别不是巧合。',
          same: '就这些订单而言，并不好于给所有人推荐畅销商品。',
          worse: '不如给所有人推荐畅销商品：请不要依赖它。',
        },
        method: { ours: '这里的推荐', popular: '畅销商品', item_knn: '仅看相似商品' },
        name: '方法',
        hit: '命中的客户',
        precision: '每项推荐的命中率',
        coverage: '被推荐过的商品',
        none: '订单的时间跨度不够，无法检验。',
        run: '用过去的订单检验',
        running: '正在用过去的订单检验…',
      },
      settings: {
        title: '怎样推荐',
        summary: (products, support) =>
          `每人 ${f.integer(products)} 种商品，一起出现在 ${f.integer(support)} 个订单以上`,
        products: '每位客户推荐几种商品',
        productsMeans: '最多 20 种。',
        support: '至少几个订单',
        supportMeans: '两种商品至少要在这么多订单里一起出现，而且次数高于巧合。',
        share: '促销最多占一单毛利的百分比',
        shareMeans: (margin) => `一项促销最多花费多少。毛利率为 ${margin}（见“价值与风险”）。`,
        exclude: '从不推荐',
        excludeMeans: '每行一种商品，写法与文件一致。',
      },
      card: { title: '推荐什么' },
    },
  };
};
