// 字段、方案、层级与细分的中文名。不认识的代码按作者写的名字显示。

import type { Factor, Field, Health, SortColumn, TableKind } from '../../engine/types.ts';
import { clusterNameZh } from '../cluster-names.zh.ts';
import type { Format } from '../format.ts';
import type { Words } from '../index.ts';
import { schemesZh as schemes, segmentsZh as segments } from '../schemes.zh.ts';

const fields: Record<Field, string> = {
  customer_id: '客户编号',
  customer_name: '客户名称',
  order_id: '订单号',
  date: '下单日期',
  amount: '金额',
  quantity: '数量',
  unit_price: '单价',
  product: '商品',
  category: '品类',
  phone: '电话',
  email: '邮箱',
  company: '公司',
  region: '地区',
  city: '城市',
  country: '国家',
  first_name: '名',
  last_name: '姓',
  gender: '性别',
  birthday: '生日',
  address: '地址',
  area: '大区',
  industry: '行业',
  owner: '客户经理',
  source: '来源',
  updated: '更新日期',
  channel: '渠道',
  count: '次数',
  subject: '主题',
  rating: '满意度',
  rating_quality: '满意度：质量',
  rating_attitude: '满意度：服务态度',
  rating_delivery: '满意度：配送速度',
  feedback_kind: '反馈类型',
  complaint_type: '投诉分类',
  status: '处理状态',
  resolved: '解决日期',
  first_order: '首次下单日',
  last_order: '最近下单日',
  recency_days: '距上次下单天数',
  orders: '订单数',
  revenue: '消费总额',
};

const factors: Record<Factor, string> = {
  recency: '最近一次消费',
  frequency: '消费频率',
  monetary: '消费金额',
};

const healths: Record<Health, string> = {
  growing: '成长中',
  loyal: '忠诚',
  needs_care: '需要关怀',
  slipping: '正在流失',
  lost: '已流失',
};

const kinds: Record<TableKind, string> = {
  transactions: '订单明细',
  order_heads: '订单（缺金额）',
  order_lines: '订单商品行（缺客户）',
  customer_summary: '客户汇总',
  customer_list: '客户名单',
  interactions: '联系记录',
  feedback: '客户反馈',
  interactions_and_feedback: '联系记录与反馈',
  other: '其他',
  empty: '空表',
};

const columns: Record<SortColumn, string> = {
  customer_id: '客户',
  customer_name: '名称',
  tier: '层级',
  segment: '细分',
  recency_days: '距上次下单天数',
  orders: '订单数',
  revenue: '消费总额',
  average_order: '客单价',
  first_order: '首次下单',
  last_order: '最近下单',
  last_heard: '最近有消息',
};

export const names = (_f: Format): Words['names'] => ({
  field: (field) => fields[field],
  factor: (factor) => factors[factor],
  health: (health) => healths[health],
  kind: (kind) => kinds[kind],
  column: (column) => columns[column],
  scheme: (id, own = '') => schemes[id] ?? (own || id),
  segment: (code, own = '') => segments[code] ?? clusterNameZh(code) ?? (own || code),
  known: () => ({ schemes: Object.keys(schemes), segments: Object.keys(segments) }),
});
