// 反馈、效果、调整记录与员工手册的文字；键与 review.en.ts 一致。

import type { Format } from './format.ts';
import type { reviewEn } from './review.en.ts';

export const reviewZh = (f: Format): ReturnType<typeof reviewEn> => {
  const customers = (count: number) => `${f.integer(count)} 位客户`;
  const range = (low: number, high: number) => `${f.percent(low)}～${f.percent(high)}`;
  return {
    tabs: {
      feedback: '客户反馈',
      effect: '效果评估',
      log: '策略调整',
      playbook: '员工手册',
    },
    computing: '正在计算…',
    failed: '没能算出来。',
    topics: {
      returns: '退换与维修',
      payment: '付款与发票',
      packaging: '包装',
      delivery: '物流配送',
      attitude: '服务态度',
      price: '价格与积分',
      ordering: '网站与下单',
      choice: '款式与库存',
      quality: '质量',
    },
    tier: '层级',
    all: '全部客户',

    feedback: {
      none: '这些文件里没有客户反馈',
      noneNext:
        '再加入一张带客户列和评分、投诉或建议列的表，这里就会显示各层级的满意度、未解决的投诉和客户建议。',
      satisfied: (share, count) => `${f.integer(count)} 条评价中，${f.percent(share)} 表示满意`,
      unrated: (pieces) => `共 ${f.integer(pieces)} 条反馈，都没有评分`,
      interval: (low, high) => `按这样的样本量，真实水平大约在 ${range(low, high)}。`,
      promoters: (score, low, high) =>
        `净推荐值 NPS ${f.decimal(score, 0)}（${f.decimal(low, 0)} 至 ${f.decimal(high, 0)}）。`,
      complaints: (received, open) =>
        `投诉 ${f.integer(received)} 起，${f.integer(open)} 起尚未解决。`,
      undated: (count) => `有 ${f.integer(count)} 条没有日期，不计入任何月份。`,
      byTier: '各层级满意度',
      byTierUnit: '按今天的分级，附 95% 区间',
      byTierSentence: (best, share, worst, low) =>
        `${best}满意 ${f.percent(share)}，${worst}满意 ${f.percent(low)}。`,
      byTierOne: '5 分制的 4、5 分（或其他量表的相当水平）算满意。',
      ratings: '评价数',
      csat: '满意率（CSAT）',
      nps: 'NPS',
      aspects: ['质量', '态度', '物流'],
      share: (rate, low, high) => `${f.percent(rate)}（${range(low, high)}）`,
      few: '样本少',
      handled: '各层级投诉',
      handledUnit: '受理、归类、解决',
      handledSentence: (repeat, median) =>
        `${customers(repeat)}投诉不止一次。${median === null ? '' : `已解决的投诉有一半在 ${f.decimal(median, 1)} 天内解决。`}`,
      received: '受理',
      classified: '已归类',
      resolved: '已解决',
      open: '未解决',
      median: '中位天数',
      complained: '投诉过的客户',
      repeated: '多次投诉',
      months: '每月满意率与投诉',
      monthsUnit: '满意率 · 受理投诉数',
      monthsSentence: (month, share, count) =>
        `${month}：${f.integer(count)} 条评价中 ${f.percent(share)} 满意。`,
      monthsQuiet: '最近一个月没有评价。',
      month: '月份',
      monthTip: (month, share, ratings, complaints) =>
        `${month}：满意 ${share}（${f.integer(ratings)} 条），投诉 ${f.integer(complaints)} 起`,
      waiting: '等待答复',
      waitingUnit: '高层级在前',
      waitingSentence: (total, complaints, overdue) =>
        total === 0
          ? '没有人在等。'
          : `未解决的投诉 ${f.integer(complaints)} 起，差评后无人跟进的 ${f.integer(total - complaints)} 位；其中 ${f.integer(overdue)} 件超过该层级的答复时限。`,
      customer: '客户',
      what: '事项',
      kinds: { complaint: '投诉', low_rating: '差评' },
      words: '客户原话',
      since: '已等待',
      days: (count) => `${f.integer(count)} 天`,
      noDay: '无日期',
      overdue: '超时',
      classes: '投诉的原因',
      classesUnit: '先用文件里的分类，没有时按关键词',
      classesSentence: (name, count) => `最多的是${name}（${f.integer(count)} 起）。`,
      unclassified: '未归类',
      suggestions: '客户建议',
      suggestionsUnit: '按关键词归组',
      suggestionsSentence: (count) => `共 ${f.integer(count)} 条建议，按其中的关键词归组。`,
      examples: '例如',
      times: (text, count) => (count > 1 ? `${text}（${f.integer(count)} 次）` : text),
      others: '其他',
      count: '条数',
      save: '保存为 CSV',
      file: '客户反馈.csv',
    },

    effect: {
      title: (after, before) => `${after} 对比 ${before}`,
      lead: (count, day, newer) =>
        `${customers(count)}，按 ${day} 时所在的层级比较${newer > 0 ? `；另有 ${f.integer(newer)} 位是后来的，不参与比较` : ''}。`,
      basis: {
        control: (count) => `与 ${customers(count)}的对照组比较：两者之差就是策略带来的效果。`,
        earlier: (count) =>
          `没有对照组。高层级本来就会自然回落，因此每个变化都与同一层级过去 ${f.integer(count)} 次的变化相比；季节因素仍可能在内。`,
        nothing: '没有对照组，也没有更早的历史：季节因素和高层级的自然回落都包含在变化里。',
      },
      nobody: (newer, day) =>
        `没有可以比较的客户：${customers(newer)}在 ${day} 或之后才首次下单，新客户在前一段里必然有订单，比较没有意义。请加入更早的订单，或让前一段晚些开始。`,
      noTime: '订单时间不够两个周期',
      noTimeNext: '请选更短的周期，或加入更早的订单。',
      found: (count) =>
        count === 0
          ? '没有一项变化超出偶然波动。'
          : `把所有数字放在一起看，有 ${f.integer(count)} 项变化超出偶然波动。`,
      settings: '比较哪两个周期',
      period: '周期',
      periods: {
        auto: '按数据自动选择',
        week: '周',
        month: '月',
        quarter: '季度',
        own: '自选日期',
      },
      spanBefore: '之前',
      spanAfter: '之后',
      spanFrom: '从',
      spanTo: '到',
      spanProblems: {
        missing: () => '请填齐四个日期。',
        reversed: () => '结束日期早于开始日期。',
        short: () => '每段至少 7 天。',
        overlap: () => '前一段要在后一段开始之前结束。',
        outside: (first, last) => `订单只有 ${first} 至 ${last} 的。`,
      },
      lengths: (after, before) =>
        `两段分别为 ${f.integer(after)} 天和 ${f.integer(before)} 天，订单与成交额都折算成每 30 天。`,
      monthly: (count) => `其中 ${customers(count)}每月固定下单一次，大月小月都按一个月计算。`,
      against: '与谁比',
      againsts: { previous: '前一个周期', year_before: '去年同期' },
      control: '对照组',
      noControl: '没有',
      controlNote: '事先抽签留出、不参与本次策略的客户，在客户表的某一列里标明。',
      controlIs: (column, value) => `${column}为“${value}”`,
      measures: {
        orders: '人均订单数',
        revenue: '人均成交额',
        satisfaction: '满意度',
        complaints: '每百单投诉数',
      },
      units: { orders: '每 30 天', revenue: '每 30 天', satisfaction: '0～100', complaints: '' },
      before: '之前',
      after: '之后',
      usual: '通常变化',
      controlChange: '对照组变化',
      effect: '效果（95% 区间）',
      change: '变化（95% 区间）',
      verdict: '结论',
      verdicts: { up: '上升', down: '下降', unclear: '无明显变化', too_few: '样本太少' },
      tooFewNote: '可计数的客户不足 20 位',
      noneJudged: '可计数的客户不足 20 位，不下结论。',
      compared: '客户数',
      estimate: (value, low, high) => `${value}（${low} 至 ${high}）`,
      judged: (up, down) =>
        [
          up.length > 0 ? `上升：${f.list(up)}。` : '',
          down.length > 0 ? `下降：${f.list(down)}。` : '',
          up.length + down.length === 0 ? '各层级的变化都在偶然波动之内。' : '',
        ].join(''),
      advice: '接下来怎么做',
      adviceNone: '没有结论要求调整策略。',
      kinds: {
        answer_faster: (tier) => `${tier}：投诉上升，把答复时限减半。`,
        speak_in_person: (tier) => `${tier}：满意度下降，先打电话，再发消息。`,
        contact_more: (tier) => `${tier}：买得少了，联系次数增加四分之一。`,
        go_on: (tier) => `${tier}：买得多了，照此继续。`,
        try_control: (tier) =>
          `${tier}：看不出变化。抽签留出一部分客户不联系，就能知道联系有没有用。`,
      },
      take: '照此调整策略',
    },

    log: {
      title: '改了什么，为什么',
      lead: '记录保存在配方里，只有设置和您写的理由，没有客户信息。',
      pending: '已改动、尚未记录',
      nonePending: '所有策略都与记录一致。',
      reason: '为什么改？',
      add: '记下来',
      empty: '还没有记录。改动某个层级的策略后，会出现在这里等您记录。',
      day: '日期',
      what: '改动',
      why: '理由',
      made: '新设策略',
      gone: '取消策略',
      contacts: (from, to) => `每年联系 ${f.integer(from)} → ${f.integer(to)} 次`,
      minutes: (from, to) => `每次 ${f.integer(from)} → ${f.integer(to)} 分钟`,
      hours: (from, to) => `答复时限 ${f.integer(from)} → ${f.integer(to)} 小时`,
      channels: (from, to) => `渠道 ${from} → ${to}`,
      focus: (from, to) => `重点 ${from} → ${to}`,
      other: '其他设置',
    },

    playbook: {
      title: '给团队的手册',
      lead: '每个层级一页：他们是谁，我们要什么，我们怎么做。可保存为网页打印。',
      save: '保存以便打印',
      file: '员工手册.html',
      who: '他们是谁',
      goal: '目标',
      how: '怎么联系',
      talk: '聊什么',
      dos: '要做',
      donts: '不要做',
      check: '检查清单',
      made: (day) => `数据截至 ${day}`,
      size: (count, share) => `${customers(count)}，贡献收入的 ${f.percent(share)}`,
      habits: (orders, value, days) =>
        `通常下单 ${f.decimal(orders, 1)} 次，每单 ${value}，最近一次在 ${f.decimal(days, 0)} 天前`,
      more: (what, lift) => `${what}：比例是全体客户的 ${f.decimal(lift, 1)} 倍`,
      satisfaction: (share, low, high) => `满意率 ${f.percent(share)}（${range(low, high)}）`,
      waiting: (count) => `未解决的投诉 ${f.integer(count)} 起`,
      goals: {
        quality: ['留住他们：任何一位流失都要有人知道', '叫得出每一位的名字'],
        value: ['给他们看得见的上升路径：组合、下一步', '定期、有针对性地问候'],
        price: ['低成本地保持印象', '发现正在成长的客户并升级'],
      },
      contacts: (count, channels) => `每年联系 ${f.integer(count)} 次，渠道：${channels}`,
      minutes: (count) => (count === 0 ? '自动发送，不占人力' : `每次 ${f.integer(count)} 分钟`),
      response: (hours) => `问题在 ${f.integer(hours)} 小时内答复`,
      owner: (name) => `由谁负责：${name}`,
      benefits: (list) => `享受的权益：${list}`,
      noStrategy: '这个层级还没有设置策略',
      focus: {
        quality: ['品质、服务和专属定制', '新消息先告诉他们'],
        value: ['花的钱换来了什么', '与已购商品相配的组合'],
        price: ['价格、优惠和截止日期', '一条消息只说一件事'],
      },
      do: {
        quality: ['先打电话，再发消息', '投诉当天上报', '答应过的事写进档案'],
        value: ['提到上一次订单', '推荐一件相配的商品', '问一问用得怎么样'],
        price: ['使用统一模板', '写明如何退订', '常见问题引导自助查询'],
      },
      dont: {
        quality: ['不群发', '不主动打折', '未交接不换人'],
        value: ['不超过计划的次数', '不写长信', '不催单'],
        price: ['不打电话', '没有理由不破例', '投诉未解决时不推销'],
      },
      checks: {
        quality: [
          '负责人已明确且能联系上',
          '已查看未解决的投诉',
          '已读最近订单和偏好',
          '下次联系已排入日历',
        ],
        value: ['已确认同意接收和联系方式', '已读最近订单', '已选定推荐内容', '下次联系已排入日历'],
        price: ['已排除退订客户', '模板已通读一遍', '链接已试过', '发送日期已定'],
      },
    },
  };
};
