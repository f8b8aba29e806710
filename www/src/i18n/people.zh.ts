// 人物画像的文字：怎样才会改变一位客户，每个细分里是些什么人。键与 people.en.ts 一致。

import type { Format } from './format.ts';
import type { peopleEn } from './people.en.ts';

const parts = ['产品质量', '服务态度', '发货速度'] as const;

export const peopleZh = (f: Format): ReturnType<typeof peopleEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  const days = (count: number) => `${f.decimal(count, 1)} 天`;
  return {
    tab: '画像',

    next: {
      title: '怎样才会改变',
      note: '按现在的分档线计算，其他客户保持不变。',
      best: '已是最好的一类。',
      unchanged: {
        too_far: '再下十二单以内，无论金额多少，都达不到更好的一类。',
        not_by_orders: '下单改变不了：它取决于别的内容。',
        not_told: '无法预先算出：它取决于全体客户、模型，或买的是什么。',
      },
      reach: (segment, ways, before) =>
        `${before ? `${f.day(before)}前` : ''}${ways.join('，或')}，即可升到${segment}。`,
      orders: (count, amount) => {
        const more = `再下 ${f.integer(count)} 单`;
        if (amount === 0) return `${more}（金额不限）`;
        return count === 1 ? `${more}满 ${f.money(amount)}` : `${more}合计满 ${f.money(amount)}`;
      },
      holds: (count) => `之后即使不再下单，也能保持 ${days(count)}。`,
      fall: (segment, day) => `若不下单，${f.day(day)}降为${segment}。`,
      fallIn: (segment, count) => `若不下单，${days(count)}后降为${segment}。`,
    },

    title: '每个细分里是些什么人',
    lead: '全部由您的文件统计得出。只有基本排除偶然因素时，才算作“与众不同”。',
    scheme: '细分方案',
    print: '保存为可打印的网页',
    printName: '客户画像.html',
    pending: '正在统计…',
    failed: '未能完成统计。请换一个方案，或重新打开页面。',
    empty: '这个细分里没有客户。',
    size: (count, share) => `${customers(count)} · ${f.percent(share, 1)}`,
    show: (segment) => `查看${segment}的名单`,
    showShort: '查看名单',

    summary: (revenue, medians) => {
      const money = `带来 ${f.percent(revenue, 1)} 的收入。`;
      if (!medians) return money;
      const worth =
        medians.order_value === null ? '' : `，每单约 ${f.moneyShort(medians.order_value)}`;
      return `${money}一般下过 ${f.decimal(medians.orders, 1)} 单${worth}，上次下单在 ${days(medians.recency_days)}前。`;
    },
    apartSentence: (what, lift) => `${what}的比例是全体的 ${f.decimal(lift, 1)} 倍。`,

    figures: {
      label: '主要数字',
      revenue: '收入',
      revenueShare: '占全部收入',
      orders: '订单',
      orderShare: '占全部订单',
      averageOrder: '客单价',
      averageCustomer: '人均收入',
      recency: '上次下单（中位数）',
      frequency: '订单数（中位数）',
      monetary: '消费（中位数）',
      interval: '下单间隔（中位数）',
      ago: (count) => `${days(count)}前`,
      days,
    },
    parts: {
      apart: '与众不同之处',
      apartNone: '没有偶然因素解释不了的差别。',
      apartNote: (share, all) => `${f.percent(share)}，全体 ${f.percent(all)}`,
      lift: (lift) => `${f.decimal(lift, 1)} 倍`,
      basics: '基本情况（多数为）',
      needs: '买什么',
      needsNote: customers,
      channels: '联系方式',
      pains: '痛点',
    },
    pains: {
      satisfaction: (mean, ratings) =>
        `满意度 ${f.integer(mean)} 分（满分 100），共 ${f.integer(ratings)} 次评价。`,
      complaints: (complaints, people, open) =>
        `${customers(people)}投诉过 ${f.integer(complaints)} 次，${f.integer(open)} 次未解决。`,
      weakest: (part, mean) => `最弱的是${parts[part] ?? ''}：${f.integer(mean)} 分。`,
      none: '没有投诉。',
      subject: (subject, count) => `${subject}（${f.integer(count)}）`,
    },

    feature: (feature) =>
      ({
        age: '年龄',
        product: '商品',
        month: '下单月份',
        channel: '联系渠道',
        complaint: '有过投诉',
      })[feature.kind],
    basis: (feature) =>
      feature.kind === 'product' || feature.kind === 'month'
        ? '平均占各人订单明细'
        : feature.kind === 'channel'
          ? '平均占各人联系次数'
          : '占已知的客户',
    month: (month) => `${month} 月`,
    yes: '是',
    range: (above, upTo) => {
      if (!above) return `${upTo} 及以下`;
      return upTo ? `${above} 以上至 ${upTo}` : `${above} 以上`;
    },
    shareTip: (what, share, basis) =>
      `${what}：在这里${basis}的 ${f.percent(share.share, 1)}，在全体中为 ${f.percent(share.share_of_all, 1)}；${customers(share.customers)}`,

    scatter: {
      title: '订单数与消费',
      unit: '一点是一位客户；两轴均为对数刻度',
      sentence: (dots, all) =>
        dots < all ? `${customers(all)}中均匀抽取 ${f.integer(dots)} 位。` : `${customers(all)}。`,
      medians: '各细分的中位数',
      orders: '订单数',
      monetary: '消费',
    },
    breakdown: {
      title: (field) => `按${field}`,
      unit: '收入',
      sentence: (value, share, count) =>
        `${value}带来 ${f.percent(share, 1)} 的收入，有 ${customers(count)}。`,
      choose: '分组方式',
      unknown: '不详',
      rest: '其他',
      customers: '客户',
      tip: (value, count, revenue, share) =>
        `${value}：${customers(count)}，收入 ${revenue}，占 ${f.percent(share, 1)}`,
    },
    acquisition: {
      title: '各来源的转化率',
      unit: '从潜在客户到下单的比例，含 95% 区间',
      sentence: (best, rate, people) =>
        `${best}带来 ${f.integer(people)} 人，其中 ${f.percent(rate, 1)} 成为客户。`,
      overlap: '最好与最差的来源区间重叠，差别可能出于偶然。',
      clear: '最好与最差的来源区间不重叠，差别可信。',
      source: '来源',
      people: '人数',
      rate: '成为客户',
      interval: '95% 区间',
      between: (low, high) => `${f.percent(low, 1)}–${f.percent(high, 1)}`,
      tip: (source, rate, low, high, people) =>
        `${source}：${f.integer(people)} 人中有 ${f.percent(rate, 1)} 下过单（95% 区间 ${f.percent(low, 1)} 至 ${f.percent(high, 1)}）`,
    },
  };
};
