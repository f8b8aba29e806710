// “定制”中会员计划的文字；键与 loyalty.en.ts 一致。

import type { Format } from './format.ts';
import type { loyaltyEn } from './loyalty.en.ts';

export const loyaltyZh = (f: Format): ReturnType<typeof loyaltyEn> => ({
  title: '会员计划',
  none: '还没有会员计划。可以从一份贴合您客户的建议开始；只是试算，不会对任何人作出承诺。',
  start: '从建议开始',
  stop: '删除计划',
  lead: (cost, share, liability) =>
    `如果一直有这项计划，最近 365 天将花费 ${cost}${share === null ? '' : `，收入需要增长 ${share} 才能抵偿`}。今天未兑换的积分价值 ${liability}。`,
  assumed: '订单是真实的；客户会用掉多少积分和优惠券是假定，因为过去并没有积分。',
  edit: {
    title: '计划内容',
    points_per_unit: '每消费 1 元得几分',
    point_value: '每分价值',
    expiry_days: '积分有效天数',
    expiryMeans: '留空则永不过期。',
    redeemed_percent: '每次下单用掉的积分（%）',
    coupons_used_percent: '优惠券使用率（%）',
    window_days: '按最近多少天定级',
  },
  levels: {
    title: '等级',
    unit: '客户数',
    sentence: (rose, fell) =>
      `与上一个定级期相比，${f.integer(rose)} 位会升级，${f.integer(fell)} 位会降级。`,
    names: { member: '普通会员', silver: '银卡', gold: '金卡', diamond: '钻石卡' },
    name: '等级',
    threshold: '消费满',
    points_percent: '积分（%）',
    yearly_cost: '每人每年权益成本',
    coupon: '升级赠券',
    customers: '客户数',
    before: '上一期',
    revenue: '消费',
    of: (field, level) => `${field}：${level}`,
  },
  compare: {
    title: '结果如何',
    unit: '最近 365 天',
    today: '现在',
    changed: '修改后',
    figure: '项目',
    cost: '成本',
    points: '其中：用掉的积分',
    coupons: '其中：优惠券',
    benefits: '其中：等级权益',
    breakEven: '抵偿成本所需的收入增长',
    liability: '未兑换积分的价值',
    members: (level) => `客户数：${level}`,
    plain: '这项计划在最近 365 天会花费多少。',
    sentence: (better, worse, risk) =>
      worse === 0
        ? `${f.integer(better)} 位客户得到更多，没有人得到更少。`
        : `${f.integer(better)} 位客户得到更多，${f.integer(worse)} 位得到更少。得到更少的客户带来 ${risk}，这部分收入有风险。`,
    use: '采用修改后的计划',
    discard: '放弃修改',
  },
  ledger: {
    title: '迄今的积分',
    unit: '分',
    sentence: '发放 = 使用 + 过期 + 收回 + 未兑换。账本里有每一笔。',
    kind: '积分',
    count: '数量',
    given: '发放',
    redeemed: '使用',
    expired: '过期',
    taken_back: '因退货收回',
    outstanding: '未兑换',
    save: '积分账本（CSV）',
  },
});
