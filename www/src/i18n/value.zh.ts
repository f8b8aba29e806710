// “价值与风险”的文字；键与 value.en.ts 一致。

import type { Format } from './format.ts';
import type { valueEn } from './value.en.ts';

export const valueZh = (f: Format): ReturnType<typeof valueEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  const days = (count: number) => `${f.integer(count)} 天`;
  const months = (count: number) => `${f.integer(count)} 个月`;
  return {
    tab: '价值与风险',
    title: '价值与风险',
    computing: '正在预测…客户上百万时需要几秒钟。',
    failed: '这一部分未能算出。',

    headline: (count, ahead, money, low, high) =>
      `未来 ${months(ahead)}，您的 ${customers(count)}预计带来 ${money}（${low} 至 ${high}）。`,
    nothing: '目前的数据还不足以作出预测。',
    atRisk: (count, money) =>
      count === 0
        ? '没有客户显出流失迹象。'
        : `${customers(count)}显出流失迹象，面临流失的价值 ${money}。`,
    gone: (count) =>
      `另有 ${customers(count)}很可能已经流失：按模型判断，或沉默时间已超过生命周期的期限。`,
    stillThere: (alive) => `其中约 ${f.integer(alive)} 位今天仍是客户。`,
    unknown: (count) => `${customers(count)}无从预测：不知道他们的首次下单日期。`,
    rangeMeans:
      '如果客户照以往的方式继续，100 次里有 95 次落在这个范围内；市场本身的变化不在其中。',

    kpi: {
      label: '预测数字',
      revenue: '预计收入',
      orders: '预计订单',
      taken: {
        day: '预计有订单的天数',
        week: '预计有订单的周数',
        month: '预计有订单的月数',
        quarter: '预计有订单的季度数',
        year: '预计有订单的年数',
      },
      value: '生命周期价值',
      valueMeans: (discount, margin) =>
        margin < 1
          ? `每月折现 ${f.percent(discount, 1)}，毛利 ${f.percent(margin)}`
          : `每月折现 ${f.percent(discount, 1)}`,
      historic: '迄今带来',
      historicMeans: (margin) =>
        margin < 1 ? `收入 × 毛利 ${f.percent(margin)}` : '文件中的全部收入',
      alive: '仍是客户',
      aliveOf: (share) => `占全部 ${f.percent(share)}`,
      atStake: '面临流失',
      customers,
      between: (low, high) => `${low} 至 ${high}`,
    },

    settings: {
      title: '怎样计算',
      summary: (model, ahead) => `${model}，未来 ${months(ahead)}`,
      model: '方法',
      models: {
        mbg_nbd: 'MBG/NBD',
        bg_nbd: 'BG/NBD',
        pareto_nbd: 'Pareto/NBD',
        bg_bb: 'BG/BB：每期买或不买',
        simple: '简单估算：每月订单数',
      },
      modelMeans: {
        mbg_nbd: '每位客户有自己的下单节奏，每次下单后都可能离开，包括第一次。适合大多数生意。',
        bg_nbd: '与 MBG/NBD 相同，但只下过一单的客户一律算仍是客户。文献中最常见。',
        pareto_nbd: '客户随时可能离开，不只在下单之后。经典模型，计算较慢。',
        bg_bb: '适合订阅、会员、捐赠：每月（或每周、每季、每年）只看有没有下单，不看下了几单。',
        simple: '每月订单数 × 还会做多少个月客户 × 客单价。几乎不挑数据，但看不出谁将离开。',
      },
      months: '预测多久',
      monthsOf: months,
      monthsMeans: '看得越远越不确定：不宜超过文件覆盖的时间。',
      unit: '时间单位',
      units: { day: '天', week: '周', month: '月', quarter: '季度', year: '年' },
      unitMeans: '模型参数按它计数，预测结果几乎不变。',
      opportunity: '一期是',
      opportunityMeans: '选客户通常下一次单的那段时间。按日历划分，尚未结束的一期不计。',
      discount: '每月折现率（%）',
      discountMeans: '晚到的钱价值较低：每月 1% 约合每年 12%。',
      margin: '毛利率（%）',
      marginMeans: '收入扣除成本后的比例；100% 即按收入计。',
      export: '导出客户名单时加上这些列',
      exportMeans: '仍是客户的可能性、预计订单与金额、生命周期价值、流失风险、下次下单日期。',
    },

    verdict: {
      title: '可信吗？',
      good: '可信：数据足以支持这一预测。',
      mixed: '谨慎使用：预测成立，但有几点需要留意。',
      simple: '只能粗略参考：这是范围较宽的简单估算。',
      nothing: '没有预测。',
      chosenSimple: '当前选用简单估算，范围特意放宽。',
      fitted: (agreeing, starts) =>
        `参数已经求得：${f.integer(starts)} 个起点中有 ${f.integer(agreeing)} 个得到同一结果。`,
      independent: (correlation) =>
        `每单花多少与买得多勤无关（相关系数 ${f.decimal(correlation)}）。`,
      counted: {
        day: '计的是有订单的天，不是订单数。',
        week: '计的是有订单的自然周，不是订单数；本周尚未结束，不计。',
        month: '计的是有订单的自然月，不是订单数；本月尚未结束，不计。',
        quarter: '计的是有订单的季度，不是订单数；本季度尚未结束，不计。',
        year: '计的是有订单的年份，不是订单数；本年尚未结束，不计。',
      },
      checkCounted: {
        day: '这里的“订单”指有订单的天。',
        week: '这里的“订单”指有订单的周，只计已结束的。',
        month: '这里的“订单”指有订单的月，只计已结束的。',
        quarter: '这里的“订单”指有订单的季度，只计已结束的。',
        year: '这里的“订单”指有订单的年份，只计已结束的。',
      },
      rates: (monthly, low, high, average) =>
        `每位客户每月下单 ${monthly} 次（${low} 至 ${high}），每次 ${average}。`,
      leaving: (share, silent) =>
        `每月有 ${f.percent(share, 1)} 的客户沉默（${days(silent)}没有下单）。`,
      concern: {
        too_few_repeaters: ({ found, needed }, isShown) =>
          `${found === 0 ? '没有客户' : `只有 ${customers(found)}`}再次下单，模型至少需要 ${f.integer(needed)} 位${isShown ? '，因此改用简单估算' : ''}。`,
        no_first_order: ({ customers: count }) =>
          `文件中有 ${customers(count)}的汇总数字，但没有首次下单日期。请补上首单日期或逐笔订单。`,
        no_single_orders: (_, isShown) =>
          `这种方法要看每月（或每周、每季、每年）有没有订单，而文件中只有汇总数字${isShown ? '，因此改用简单估算' : ''}。`,
        too_few_opportunities: ({ found, needed }, isShown) =>
          `没有客户经历过 ${f.integer(needed)} 个已结束的周期（最多 ${f.integer(found)} 个），无法建模。请选更短的一期${isShown ? '；在此之前显示简单估算' : ''}。`,
        several_orders: ({ each }) =>
          `有订单的一期里平均有 ${f.decimal(each, 1)} 天下单，而这里只计“有”：请选更短的一期，或改用 MBG/NBD。`,
        too_early: () => '还没有客户满四周，请等数据再多一些。',
        not_converged: () => '找不到与数据相符的参数。请换一种方法，或看简单估算。',
        degenerate: ({ parameter }) => `参数 ${parameter} 难以确定：这些数据也可以有别的解释。`,
        spend_depends_on_frequency: ({ correlation }) =>
          `每单花多少与买得多勤有关（相关系数 ${f.decimal(correlation)}），每单金额因此不太可靠。`,
        nobody_leaves: () =>
          '按模型，几乎没有客户会离开，它分不出谁已经走了。下面的风险只看每位客户自己的节奏。',
        spend_not_fitted: () => '无法为每单金额建立模型，改用每位客户自己的平均值。',
        worth_nothing: ({ customers: count }) =>
          `${customers(count)}虽再次下单，但扣除退货后没有收入，不计入金额。`,
      },
      undetermined: (parameters) =>
        `参数 ${parameters.join('、')} 难以确定：这些数据也可以有别的解释。`,
      check: (split, until, expected, actual) =>
        `如果在${f.day(split)}就作预测：到${f.day(until)}预计 ${f.integer(expected)} 个订单，实际 ${f.integer(actual)} 个。`,
      checkOff: (share) =>
        share >= 0 ? `预测偏高 ${f.percent(share)}。` : `预测偏低 ${f.percent(-share)}。`,
      checking: '正在用过去的数据检验…',
      noCheck: '历史太短，无法检验预测。',
      parameters: '模型参数',
      parameter: '参数',
      estimate: '估计值',
      error: '标准误',
      likelihood: '对数似然',
      correlation: '频率与金额的相关系数',
      spendModel: 'Gamma-Gamma（金额）',
    },

    alive: {
      title: '仍是客户的可能性',
      unit: '客户数，按 P(alive)',
      sentence: (sure, gone) =>
        `${customers(sure)}很可能还在（80% 以上），${f.integer(gone)} 位很可能已离开（不到 20%）。`,
      step: (from, to) => `${f.percent(from)}–${f.percent(to)}`,
      tip: (from, to, count, money) =>
        `${f.percent(from)} 至 ${f.percent(to)}：${customers(count)}，迄今带来 ${money}。`,
      chance: '可能性',
      means: 'P(alive)：客户今后还会下单的可能性。',
    },
    values: {
      title: '生命周期价值',
      unit: '客户数，按预计价值',
      sentence: (median) => `一半客户的预计价值低于 ${median}。`,
      half: '超过一半的客户预计不再带来收入。',
      tip: (from, to, count) => `${from} 至 ${to}：${customers(count)}。`,
      tipOpen: (from, count) => `${from} 及以上：${customers(count)}。`,
      value: '价值',
    },
    matrix: {
      title: '复购次数 × 沉默时间',
      unit: { chance: '仍是客户的可能性，%', orders: '预计订单数' },
      show: '显示',
      chance: '可能性',
      orders: '预计订单',
      sentence: (age) =>
        `同样的沉默，对常下单的客户意味着更多。各格均为 ${days(age)}前首次下单的客户。`,
      repeats: '复购次数',
      since: '距上次下单的天数',
      row: (from, to) =>
        to === null
          ? `${f.integer(from)}+`
          : from === to
            ? f.integer(from)
            : `${f.integer(from)}–${f.integer(to)}`,
      tip: (repeats, since, p, expected, count) =>
        `复购 ${repeats} 次、沉默不超过 ${days(since)}：${f.percent(p)} 仍是客户，预计 ${f.decimal(expected, 1)} 个订单。现有 ${customers(count)}。`,
      customers: '客户',
      impossible: (repeats, since) =>
        `复购 ${repeats} 次、沉默 ${days(since)}：没有这么多期，不可能出现。`,
    },
    tiers: {
      title: '各层级将带来多少',
      unit: (ahead) => `收入，过去与未来 ${months(ahead)}`,
      unitSimple: '收入',
      tier: '层级',
      before: '过去',
      next: '未来',
      range: '范围',
      value: '生命周期价值',
      sentence: (name, money, share) => `${name}带来最多：${money}，占全部 ${f.percent(share)}。`,
      tip: (name, count, money, low, high) =>
        `${name}：${customers(count)}，预计 ${money}（${low} 至 ${high}）。`,
    },
    check: {
      title: '预测与实际',
      unit: '人均订单数',
      repeats: '此前复购次数',
      expected: '预计',
      actual: '实际',
      sentence: '按检验日之前的复购次数给客户分组。',
      tip: (repeats, count, expected, actual) =>
        `此前复购 ${repeats} 次：${customers(count)}，人均预计 ${f.decimal(expected, 2)} 单，实际 ${f.decimal(actual, 2)} 单。`,
      more: (count) => `${f.integer(count)}+`,
    },

    drivers: {
      title: '流失风险的原因',
      unit: '客户、迄今收入、面临流失的价值',
      sentence: (name, count, share) =>
        `最常见的是“${name}”：${customers(count)}，占有风险客户的 ${f.percent(share)}。一位客户可以有多个原因。`,
      reason: '原因',
      revenue: '迄今收入',
      atStake: '面临流失',
      name: {
        rhythm_broken: '打破自己的节奏',
        silent: '长期沉默',
        spend_falling: '花费下降',
        complaint_open: '投诉未解决',
      },
      tip: (name, count, revenue, stake) =>
        `${name}：${customers(count)}，迄今 ${revenue}，面临流失 ${stake}。点击列出。`,
    },
    reason: {
      rhythm_broken: ({ days: since, usual_days }) =>
        `${days(since)}没有下单，平时每 ${days(usual_days)}一次`,
      spend_falling: ({ before, after }) =>
        `每单 ${f.moneyShort(after)}，以前 ${f.moneyShort(before)}`,
      complaint_open: ({ complaints }) => `${f.integer(complaints)} 件投诉未解决`,
      silent: ({ days: since, limit }) => `已沉默 ${days(since)}（界限 ${days(limit)}）`,
    },
    level: { low: '低', medium: '中', high: '高', gone: '已流失' },
    list: {
      title: '先挽回谁',
      unit: '有流失风险的客户',
      sentence: '面临流失：客户若仍在会带来的价值 × 已经离开的可能性。',
      sentenceSimple: '面临流失：客户若照以往下单会带来的价值。',
      none: '没有符合条件的客户。',
      customer: '客户',
      level: '风险与原因',
      why: '原因',
      chance: '仍是客户',
      atStake: '面临流失',
      revenue: '迄今收入',
      sort: '排序',
      sorts: {
        at_stake: '面临流失最多',
        p_alive: '最可能已离开',
        revenue: '迄今收入最多',
        recency_days: '沉默最久',
      },
      anyLevel: '中与高',
      goneMeans:
        '已流失：按模型几乎不会再下单，或未下单的时间已超过生命周期的期限。挽回代价高，留住有风险的客户更划算。',
      anyReason: '全部原因',
      open: (name) => `打开${name}的卡片`,
    },

    card: {
      title: '预计今后',
      loading: '正在预测…',
      nothing: '这位客户无从预测：不知道首次下单日期，或者时间太短。',
      alive: (p) => `今天仍是客户的可能性 ${f.percent(p)}。`,
      silentOver: '沉默过久，视为已离开。',
      expected: (ahead, count, money, low, high) =>
        `未来 ${months(ahead)}：${count} 个订单，${money}（${low} 至 ${high}）。`,
      next: (day) => `预计下次下单：${f.day(day)}前后`,
      nextRange: (from, until) => `${f.day(from)}至${f.day(until)}之间`,
      nextFrom: (from) => `不早于${f.day(from)}`,
      byRhythm: (usual) => `按他自己 ${days(usual)}一次的节奏`,
      byModel: '按模型，假定仍是客户',
      overdue: (late) => `已晚 ${days(late)}`,
      value: '生命周期价值',
      historic: '迄今带来',
      spend: '预计每单',
      year: (orders, money) => `最近 365 天：${f.integer(orders)} 单，${money}。`,
      yearBefore: (orders, money) => `再前一年：${f.integer(orders)} 单，${money}。`,
      history: '仍是客户的可能性随时间的变化',
      historySentence: '没有下单时下降，每次下单后回升。圆点是订单。',
      point: (day, p) => `${f.day(day)}：${f.percent(p)}`,
      order: (day, p) => `${f.day(day)}：下单，${f.percent(p)}`,
      day: '日期',
      chance: '可能性',
      ordered: '下单',
      risk: (level) =>
        ({
          low: '流失风险低',
          medium: '流失风险中等',
          high: '流失风险高',
          gone: '很可能已经流失',
        })[level],
      noReasons: '没有流失的迹象。',
      atStake: (money) => `面临流失 ${money}`,
    },
  };
};
