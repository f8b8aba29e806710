// 互动与定制。

import type { Format } from '../format.ts';
import type { Words } from '../index.ts';

export const plan = (f: Format): Words['plan'] => ({
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
