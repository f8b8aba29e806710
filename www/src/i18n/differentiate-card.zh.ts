// 客户卡片的文字：是谁、为什么是这个层级、买过什么。

import type { Factor } from '../engine/types.ts';
import type { cardEn } from './differentiate-card.en.ts';
import type { Format } from './format.ts';

type Quantity = Readonly<Record<Factor, (value: number) => string>>;

/** 在各档中的位置。 */
const place = (score: number, bins: number): string => {
  if (score === bins) return '最好的一档';
  if (score === 1) return '最低的一档';
  return `第 ${score} 档`;
};

export const cardZh = (f: Format, quantity: Quantity): ReturnType<typeof cardEn> => ({
  card: {
    close: '关闭',
    missing: '数据中已没有这位客户。',
    loading: '正在载入客户…',
    who: '客户',
    figures: '主要数字',
    since: (day) => `${f.day(day)}成为客户`,
    lastOrder: (day, days) => `上次下单 ${day ? `${f.day(day)}，` : ''}${f.integer(days)} 天前`,

    why: '为什么是这个层级',
    factor: {
      recency: (value) => `距上次下单 ${quantity.recency(value)}`,
      frequency: (value) => `共 ${quantity.frequency(value)}`,
      monetary: (value) => `累计消费 ${quantity.monetary(value)}`,
    },
    between: (from, to) => `在 ${from} 到 ${to}之间`,
    exactly: (value) => `正好 ${value}`,
    atMost: (value) => `不超过 ${value}`,
    moreThan: (value) => `超过 ${value}`,
    atLeast: (value) => `不少于 ${value}`,
    below: (value) => `不到 ${value}`,
    everything: '全部数值',
    score: (value, interval, score, bins) =>
      `${value}，${interval}，属于 ${bins} 档中${place(score, bins)} → ${score} 分`,
    better: (share) =>
      share > 0 ? `高于 ${f.percent(share)} 的其他客户。` : '没有低于这位客户的。',
    betterThanMost: '高于几乎所有其他客户。',
    best: '高于所有其他客户。',
    scoreOf: (score, bins) => `${bins} 档中得 ${score} 分`,

    schemes: '在各个方案中',
    scheme: '方案',
    result: '结果',
    because: '原因',
    rule: (rule) => `符合规则 ${rule}`,
    has: (scores) => `得分 ${scores}`,
    rest: '表中没有规则包含这组得分',
    any: '不限',
    axis: { r: 'R', f: 'F', m: 'M', fm: 'F 与 M 的平均', rfm: 'R、F、M 的平均' },
    axisScore: (axis, score) => `${axis} ${score}`,
    range: (from, to) => `${from}–${to}`,
    high: '高',
    low: '低',
    abc: (share) => `从最好的客户累计到他，占收入的 ${f.percent(share, 1)}`,
    lifeCycle: (days) => `上次下单在 ${quantity.recency(days)}前`,
    newLife: (days) => `首次下单在 ${quantity.recency(days)}前`,
    tenure: (days) => `成为客户已 ${quantity.recency(days)}`,

    orders: '订单',
    ordersSentence: (count, first, last) =>
      `${f.day(first)}至${f.day(last)}共 ${f.integer(count)} 个订单。`,
    shown: (shown, total) => `显示全部 ${f.integer(total)} 个中最近的 ${f.integer(shown)} 个。`,
    noOrders: '文件中有这位客户的汇总数字，没有逐笔订单。',
    amount: '每单金额',
    day: '日期',
    order: '订单',
    products: '商品',
    refund: '退款',
    orderTip: (day, amount) => `${f.day(day)}：${amount}`,
    refundTip: (day, amount) => `${f.day(day)}：退款 ${amount}`,
    more: (count) => `再显示 ${f.integer(count)} 个`,
    select: (name) => `查看全部${name}`,
    contacts: '联系与反馈',
    contactsShown: (shown, total) =>
      `显示全部 ${f.integer(total)} 条中最近的 ${f.integer(shown)} 条。`,
    rating: (rating) => `${f.integer(rating)} 分（满分 100）`,
    open: '未解决',
    resolved: '已解决',
    noDay: '日期不详',
    times: (count) => `× ${f.integer(count)}`,
    channel: {
      phone: '电话',
      email: '邮件',
      sms: '短信',
      messenger: '微信等即时消息',
      chat: '在线客服',
      meeting: '拜访或会面',
      event: '活动',
      visit: '浏览',
      click: '点击',
      download: '下载',
      comment: '评论',
      like: '点赞',
      share: '分享',
      other: '联系',
    },
    feedback: {
      rating: '评价',
      complaint: '投诉',
      suggestion: '建议',
      praise: '表扬',
      other: '反馈',
    },
  },
});
