// “区分”视图的文字；键与 differentiate.en.ts 一致。

import type { Factor } from '../engine/types.ts';
import type { differentiateEn } from './differentiate.en.ts';
import { cardZh } from './differentiate-card.zh.ts';
import type { Format } from './format.ts';
import { timeZh } from './time.zh.ts';

export const differentiateZh = (f: Format): ReturnType<typeof differentiateEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  const orders = (count: number) => `${f.integer(count)} 个订单`;
  const quantity: Record<Factor, (value: number) => string> = {
    recency: (days) => `${f.integer(days)} 天`,
    frequency: orders,
    monetary: f.money,
  };
  return {
    ...cardZh(f, quantity),
    time: timeZh(f),
    customers,
    orders,
    quantity: (factor, value) => quantity[factor](value),
    tabs: {
      label: '查看内容',
      overview: '概览',
      customers: '客户',
      time: '时间',
      value: '价值与风险',
    },
    pending: '正在计算…',

    headline: {
      all: (count, money) => `${customers(count)}，收入 ${money}。`,
      top: (count, share, revenue) =>
        `最好的 ${f.integer(count)} 位（${f.percent(share)}）带来 ${f.percent(revenue)} 的收入。`,
      silent: (count, money) => `${f.integer(count)} 位高价值客户已沉默，涉及收入 ${money}。`,
      noneSilent: '没有高价值客户沉默。',
      part: (count, total, share) =>
        `已选 ${f.integer(count)} 位客户，占全部 ${f.integer(total)} 位的 ${f.percent(share, 1)}。`,
      partMoney: (money, share) =>
        share === null
          ? `他们带来 ${money}。`
          : `他们带来 ${money}，占全部收入的 ${f.percent(share)}。`,
      noRevenue: '总收入为零或为负，不计算收入占比。',
      nobody: '没有客户符合这组条件。',
      widen: '去掉一个条件即可看到客户。',
      clear: '显示全部客户',
    },

    kpi: {
      label: '关键指标',
      customers: '客户',
      orders: '订单',
      revenue: '收入',
      averageOrder: '客单价',
      ordersEach: '人均订单',
      revenueEach: '人均收入',
      silent: '高价值而沉默',
      ofAll: (share) => `占全部 ${f.percent(share, 1)}`,
      period: (first, last) => `${f.month(first)}至${f.month(last)}`,
      asOf: (day) => `截至${f.day(day)}`,
      silentMoney: (money) => `累计收入 ${money}`,
      repeat: (share) => `前五分之一占收入 ${f.percent(share)}`,
    },

    chart: {
      asTable: '以表格显示',
      share: '占比',
      ofCustomers: '客户占比',
      ofRevenue: '收入占比',
      revenue: '收入',
      customers: '客户',
      orders: '订单',
      averageOrder: '客单价',
      from: '从',
      to: '到',
      andMore: '及以上',
      click: '点击筛选。',
    },

    tiers: {
      title: (scheme) => `层级：${scheme}`,
      tier: '层级',
      unit: '客户、订单、收入各占多少',
      sentence: (name, count, share, revenue) =>
        revenue === null
          ? `${name}有 ${f.integer(count)} 位（${f.percent(share)}）。`
          : `${name}有 ${f.integer(count)} 位（${f.percent(share)}），带来 ${f.percent(revenue)} 的收入。`,
      tip: (name, count, share, revenue, revenueShare) =>
        `${name}：${customers(count)}（${f.percent(share, 1)}）带来 ${revenue}${revenueShare === null ? '' : `（${f.percent(revenueShare, 1)}）`}。`,
    },

    segments: {
      title: '细分',
      unit: '客户与收入',
      scheme: '方案',
      segment: '细分',
      use: '用它给客户命名',
      largest: (name, share) => `人数最多的是${name}，占客户的 ${f.percent(share)}。`,
      richest: (name, share) => `收入最多的是${name}，占 ${f.percent(share)}。`,
      both: (name, share, revenue) =>
        `${name}人数最多（占客户的 ${f.percent(share)}），收入也最多（占 ${f.percent(revenue)}）。`,
    },

    grid: {
      title: '最近消费 × 消费频率',
      unit: '客户数、占比、人均金额',
      recency: '最近消费得分 R',
      frequency: '消费频率得分 F',
      recent: '刚下过单',
      often: '经常',
      cell: (r, f_) => `R ${r}、F ${f_}`,
      mean: '人均金额',
      tip: (r, f_, count, share, mean) =>
        `R ${r}、F ${f_}：${customers(count)}（${f.percent(share, 1)}），人均 ${mean}。`,
      empty: (r, f_) => `R ${r}、F ${f_}：没有客户。`,
      sentence: (best, bestShare, gone, goneShare) =>
        `${customers(best)}（${f.percent(bestShare)}）近期常来；${f.integer(gone)} 位（${f.percent(goneShare)}）久未下单且买得少。`,
    },

    pareto: {
      title: '收入集中度',
      unit: '累计占比，从最好的客户算起',
      sentence: (count, share, revenue) =>
        `最好的 ${customers(count)}（${f.percent(share)}）带来 ${f.percent(revenue)} 的收入。`,
      eighty: (count, share) => `80% 的收入来自 ${customers(count)}（${f.percent(share)}）。`,
      gini: (value) => `基尼系数 ${f.decimal(value, 2)}`,
      giniMeans: (value) =>
        `基尼系数 ${f.decimal(value, 2)}：0 表示人人相同，1 表示全部来自一位客户。`,
      equal: '人人相同时',
      point: (share, revenue) =>
        `最好的 ${f.percent(share)} 客户带来 ${f.percent(revenue)} 的收入。`,
      group: (name, count, share, revenue) =>
        `${name}：${customers(count)}（${f.percent(share)}）带来 ${f.percent(revenue)} 的收入。`,
    },

    histogram: {
      title: { recency: '最近一次消费', frequency: '消费频率', monetary: '消费金额' },
      unit: {
        recency: '客户数，按距上次下单的天数',
        frequency: '客户数，按订单数',
        monetary: '客户数，按累计收入',
      },
      half: {
        recency: (value) => `一半客户在最近 ${value}内下过单。`,
        frequency: (value) => `一半客户不超过 ${value}。`,
        monetary: (value) => `一半客户的累计消费不超过 ${value}。`,
      },
      tip: (from, to, count, share) =>
        `${from} 至 ${to}：${customers(count)}（${f.percent(share, 1)}）。`,
      single: (value, count, share) => `${value}：${customers(count)}（${f.percent(share, 1)}）。`,
      open: (from, count, share) =>
        `${from}及以上：${customers(count)}（${f.percent(share, 1)}）。`,
      scores: '得分',
      cuts: (cuts) => `分界 ${cuts}`,
      empty: (scores) => `没有客户得 ${scores} 分。`,
      scoreTip: (score, count) => `${score} 分：${customers(count)}。`,
    },

    months: {
      title: '随时间变化',
      unit: '每月收入与订单行数',
      month: '月份',
      lines: '订单行',
      sentence: (best, money) => `${best}最高，收入 ${money}。`,
      lastYear: (money, change) => `最近 12 个月收入 ${money}，比前 12 个月${change}。`,
      more: (share) => `多 ${f.percent(share)}`,
      less: (share) => `少 ${f.percent(share)}`,
      tip: (month, money, lines) => `${month}：收入 ${money}，${f.integer(lines)} 个订单行。`,
    },

    list: {
      title: '客户',
      search: '搜索编号、姓名、电话、邮箱、公司',
      columns: '列',
      reset: '恢复默认',
      score: 'R F M',
      abc: 'ABC',
      lifeCycle: '生命周期',
      sinceLast: '距上次下单',
      plain: '普通表格',
      plainMeans: '分页的普通表格，便于读屏软件使用',
      loading: '正在载入…',
      count: customers,
      range: (from, to, total) =>
        `第 ${f.integer(from)}–${f.integer(to)} 位，共 ${f.integer(total)} 位`,
      previous: '上一页',
      next: '下一页',
      sortBy: (column) => `按${column}排序`,
      none: '没有符合条件的客户。',
      failed: '这一部分未能载入。',
      again: '重试',
      hint: '方向键移动，回车键打开客户。',
      days: (days) => `${f.integer(days)} 天前`,
    },
  };
};
