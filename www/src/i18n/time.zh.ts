// “时间”标签页的文字，键与 time.en.ts 一致。

import type { Period } from '../engine/types.ts';
import type { Format } from './format.ts';
import type { timeEn } from './time.en.ts';

export const timeZh = (f: Format): ReturnType<typeof timeEn> => {
  const unit: Record<Period, string> = { week: '周', month: '月', quarter: '季度' };
  const counted: Record<Period, string> = { week: '周', month: '个月', quarter: '个季度' };
  const people = (count: number) => `${f.integer(count)} 位客户`;
  return {
    parts: {
      label: '回看过去',
      tiers: '分层走势',
      moves: '升降迁移',
      cohorts: '同期群',
      test: '回测',
      steady: '稳定等级',
    },
    scheme: '方案',
    measure: '显示',
    customers: '客户数',
    share: '占比',
    revenue: '收入',
    computing: '正在回看…',
    progress: (done, all) => `正在回看：第 ${f.integer(done)} / ${f.integer(all)} 个日期`,
    failed: '这部分没能算出来。',
    again: '重试',
    noOrders: '这份文件只有汇总好的指标，没有逐笔订单，因此无从知道过去的情况。',
    noOrdersNext: '导入订单明细后即可回看。',
    tooShort: '所有订单都集中在几天之内，没有更早的日期可以对比。',
    tooShortNext: '请导入跨越数周或数月的订单。',
    period: (period) => unit[period],

    series: {
      title: '各层级人数',
      unit: (period) => `每${unit[period]}末，只用当时已知的数据`,
      headline: (name, now, change, day) =>
        change === 0
          ? `${name} ${f.integer(now)} 位，与 ${f.day(day)}持平。`
          : `${name} ${f.integer(now)} 位，比 ${f.day(day)}${change > 0 ? '多' : '少'} ${f.integer(Math.abs(change))} 位。`,
      sentence: (from, to, before, after) =>
        `从 ${f.day(from)}到 ${f.day(to)}，客户总数由 ${f.integer(before)} 变为 ${f.integer(after)}。`,
      shares: (name, before, after) =>
        `其中${name}由 ${f.percent(before)} 变为 ${f.percent(after)}。`,
      slider: '日期',
      day: '日期',
      all: '合计',
      use: '以这一天为分析日',
      latest: '回到最新日期',
      tip: (name, day, value) => `${name}，${f.day(day)}：${value}`,
    },

    drift: {
      title: (verdict) =>
        ({
          stable: '分数线依然合适。',
          watch: '分数线开始偏离。',
          changed: '分数线已不再合适。',
        })[verdict],
      detail: (day, what, index) =>
        `沿用 ${f.day(day)}的分数线衡量，${what}变化最大：稳定性指数 ${index}（低于 0.1 稳定，高于 0.25 已变）。`,
      advice: (verdict) =>
        ({
          stable: '',
          watch: '在把权益与等级挂钩之前，建议下个月再看一次。',
          changed: '如果用的是固定分数线，请重新设定；分位数会自动跟着变。',
        })[verdict],
      segments: '分层',
      score: (name) => `${name}得分`,
      table: '前后占比',
      before: '之前',
      after: '之后',
      index: '指数',
      part: '部分',
    },

    moves: {
      from: '从',
      to: '到',
      headline: (up, down) => `${people(up)}升级，${f.integer(down)} 位降级。`,
      changed: (count) => `${people(count)}换了类别。`,
      stake: (money) => `降级的客户至今带来 ${money}。`,
      gain: (money) => `升级的客户带来 ${money}。`,
      rest: (stayed, arrived) => `${f.integer(stayed)} 位不变，${f.integer(arrived)} 位是新来的。`,
      matrix: '从哪层到哪层',
      matrixUnit: '客户数；行为之前，列为之后',
      flow: '流向',
      flowUnit: '前后两天的客户',
      sentence: (from, to) => `${f.day(from)}与 ${f.day(to)}对比。点选一格即可看到名单。`,
      flowSentence: (name, share) => `${name}中有 ${f.percent(share)} 仍在原处。`,
      none: '之前还没有客户。',
      arrived: '新来',
      was: '之前',
      cell: (was, is, count) => `${was} → ${is}：${people(count)}`,
      order: '前一个日期必须早于后一个。',
      any: (count) => `所有变动：${f.integer(count)}`,
      up: (count) => `升级：${f.integer(count)}`,
      down: (count) => `降级：${f.integer(count)}`,
      list: (what) => `名单：${what}`,
      listUnit: '按收入从高到低',
      listSentence: (shown, all) =>
        shown < all ? `共 ${people(all)}，显示 ${f.integer(shown)} 位。` : `共 ${people(all)}。`,
      nobody: '没有客户。',
      customer: '客户',
      now: '现在',
      last: '最近下单',
      more: '显示更多',
    },

    cohorts: {
      headline: (share) => `${f.percent(share)} 的新客户在三个月内再次下单。`,
      fewer: '新客户，以及有多少人回头。',
      title: '谁会回来',
      unit: '按首次下单的月份，之后第几个月',
      sentence: (best, share) => `${f.month(best)}来的客户回头最多：三个月内 ${f.percent(share)}。`,
      nobody: '三个月内没有客户再次下单。',
      older: (count) => `更早来的 ${people(count)}未列出。`,
      partial: '最后一个月尚未结束。',
      month: '首次下单',
      size: '客户数',
      later: (months) => `+${f.integer(months)}`,
      all: '全部月份',
      tip: (month, later, value) => `${f.month(month)}，${f.integer(later)} 个月后：${value}`,
      none: '没有可按月统计的订单。',
    },

    test: {
      split: '假设今天是',
      horizon: '考察',
      days: (days) => `之后 ${f.integer(days)} 天`,
      rest: '之后的全部时间',
      headline: (name, day, lift) =>
        `如果在 ${f.day(day)}就用这套分层：${name}后来的购买是平均的 ${f.decimal(lift, 1)} 倍。`,
      nothing: (day) => `${f.day(day)}已有的客户后来都没有再买。`,
      lead: (buyers, all, purchases, until) =>
        `到 ${f.day(until)}，${people(all)}中有 ${f.integer(buyers)} 位再次购买，共 ${f.integer(purchases)} 次。`,
      best: (name, wins) =>
        `最能看出谁会再买的是“${name}”：在 100 对“买了的和没买的”中判断对 ${f.integer(Math.round(wins * 100))} 对，掷硬币是 50 对。`,
      compare: '哪套方案预测得最准',
      compareUnit: '同一批客户，所有方案',
      name: '方案',
      wins: '100 对中判断对',
      topFifth: '前两成客户的购买占比',
      gini: '基尼系数',
      error: '每位客户的误差',
      errorMeans: (spread) =>
        `误差以购买次数计；若对所有人都按平均预计，误差为 ${f.decimal(spread, 2)}。类别按其客户后来的购买排序。`,
      model: '购买模型',
      show: (name) => `查看${name}`,
      gains: '增益曲线',
      gainsUnit: '从最好的客户起，累计客户占比与后来购买占比',
      gainsSentence: (share, name) =>
        `“${name}”排在最前的两成客户贡献了 ${f.percent(share)} 的购买；随机选则为 20%。`,
      chance: '随机',
      lift: '谁再次购买',
      liftUnit: '各类别中再次购买的比例',
      liftSentence: (name, share, low, lowShare) =>
        `${name} ${f.percent(share)} 再次购买；${low} ${f.percent(lowShare)}。`,
      buyers: '再次购买',
      purchases: '购买次数',
      times: '相当于平均的倍数',
      tip: (name, share, buyers, all, lift) =>
        `${name}：${f.integer(all)} 位中 ${f.integer(buyers)} 位（${f.percent(share)}）再次购买，购买次数是平均的 ${f.decimal(lift, 1)} 倍。`,
      calibration: '“仍是客户的可能性”准不准',
      calibrationUnit: '预测的可能性与实际购买的比例',
      calibrationSentence: (expected, actual) =>
        `预计购买 ${f.decimal(expected, 0)} 次，实际 ${f.integer(actual)} 次。`,
      predicted: '仍是客户的可能性',
      bought: '实际购买',
      point: (predicted, bought, count) =>
        `${people(count)}，可能性 ${f.percent(predicted)}：实际 ${f.percent(bought)} 购买。`,
      frequency: '预计的购买次数准不准',
      frequencyUnit: '每位客户，按此前复购次数',
      frequencySentence: '浅色为预计，深色为实际。',
      repeats: (count) => (count >= 7 ? '7+' : f.integer(count)),
      repeat: '此前复购次数',
      expected: '预计',
      actual: '实际',
      pair: (repeats, expected, actual, count) =>
        `此前复购 ${repeats} 次（${people(count)}）：预计 ${f.decimal(expected, 2)} 次，实际 ${f.decimal(actual, 2)} 次。`,
      fit: '同时检验购买模型',
      fitting: '正在拟合购买模型…',
      noModel: '那一天复购太少，购买模型无法拟合。',
    },

    steady: {
      on: '等级变动需要持续一段时间才生效。',
      off: '等级变动立即生效。',
      headline: (without, with_) =>
        `用这条规则，等级变动会从 ${f.integer(without)} 次减少到 ${f.integer(with_)} 次。`,
      none: '这些周期里没有等级变动。',
      lead: (heldBack) => `今天有 ${people(heldBack)}的等级会与按今天数据算出的不同。`,
      means: (n, period, grace) =>
        `连续 ${f.integer(n)} ${counted[period]}达到才升级，连续 ${f.integer(n + grace)} ${counted[period]}低于才降级。`,
      count: '连续',
      period: '周期',
      grace: '降级宽限',
      title: '等级变动次数',
      unit: (period) => `每${unit[period]}末变动的客户数`,
      sentence: (without, with_, period) =>
        `平均每${unit[period]}：没有规则 ${f.decimal(without, 1)} 次，有规则 ${f.decimal(with_, 1)} 次。`,
      without: '没有规则',
      with: '有规则',
      tip: (day, without, with_) =>
        `${f.day(day)}：没有规则 ${f.integer(without)} 次，有规则 ${f.integer(with_)} 次。`,
      use: '采用这条规则',
      stop: '停用',
      inUse: '已采用',
    },

    card: {
      title: '等级变化',
      show: '查看以前的等级',
      since: (name, day) => `至少从 ${f.day(day)}起就是${name}。`,
      changed: (name, day, before) => `${f.day(day)}起为${name}，此前是${before}。`,
      looked: (period) => `在每${unit[period]}的最后一天按当天的数据查看。`,
      seen: '日期',
      tier: '等级',
      today: (name) => `按今天的数据应为${name}。`,
      held: (day) => `自 ${f.day(day)}起保持。`,
      previous: (name) => `此前是${name}。`,
      next: (name, day) => `若保持不变，${f.day(day)}起改为${name}。`,
    },
  };
};
