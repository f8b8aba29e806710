// 互动与定制。

import type { Format } from '../format.ts';
import type { Words } from '../index.ts';

export const plan = (f: Format): Words['plan'] => ({
  interact: {
    title: '每个层级怎么联系，需要多少人力',
    total: (hours, contacts) =>
      `每年联系 ${f.integer(contacts)} 次，需要 ${f.decimal(hours, hours < 100 ? 1 : 0)} 个工时。`,
    perWeek: (hours) => `平均每周约 ${f.decimal(hours, 1)} 小时。`,
    tier: '层级',
    customers: '客户数',
    contacts: '每位客户每年联系次数',
    minutes: '每次分钟数',
    channels: '渠道',
    response: '答复时限（小时）',
    focus: '沟通重点',
    yearly: '全年联系次数',
    hours: '全年工时',
    sum: '合计',
    automatic: '自动',
    none: '没有设置策略',
    add: '设置策略',
  },
  channels: {
    visit: '拜访',
    phone: '电话',
    wechat: '微信',
    email: '邮件',
    sms: '短信',
    chat: '在线客服',
    event: '活动',
  },
  focuses: { quality: '品质', value: '性价比', price: '价格' },
  customize: {
    title: '每个层级享受什么，常买什么',
    owner: '负责人',
    benefits: '权益',
    products: '最常购买',
    noProducts: '文件里没有商品信息。',
    product: '商品',
    buyers: '客户数',
    revenue: '金额',
    preference: '偏好',
    preferenceNote: '该层级客户的购买比例与全部客户之比，×1 表示没有差别。',
    lift: (lift) => `×${f.decimal(lift, 1)}`,
    none: '没有设置服务等级',
    add: '设置服务等级',
  },
  owners: { account_manager: '客户经理', team: '团队', self_service: '自助' },
  benefits: {
    priority_support: '优先客服',
    priority_order: '优先发货',
    exclusive_offer: '专属优惠',
    vip_event: 'VIP 活动',
    bundle: '组合套餐',
    coupon: '优惠券',
  },
});
