// Names of fields, schemes, tiers and segments in English. Unknown codes are shown as their author named them.

import type { Factor, Field, Health, SortColumn, TableKind } from '../../engine/types.ts';
import { clusterNameEn } from '../cluster-names.en.ts';
import type { Format } from '../format.ts';
import { schemesEn as schemes, segmentsEn as segments } from '../schemes.en.ts';

const fields: Record<Field, string> = {
  customer_id: 'Customer id',
  customer_name: 'Customer name',
  order_id: 'Order id',
  date: 'Order date',
  amount: 'Amount',
  quantity: 'Quantity',
  unit_price: 'Unit price',
  product: 'Product',
  category: 'Category',
  phone: 'Phone',
  email: 'E-mail',
  company: 'Company',
  region: 'Region',
  city: 'City',
  country: 'Country',
  first_name: 'First name',
  last_name: 'Last name',
  gender: 'Gender',
  birthday: 'Birthday',
  address: 'Address',
  area: 'Area',
  industry: 'Industry',
  owner: 'Account manager',
  source: 'Source',
  updated: 'Last updated',
  channel: 'Channel',
  count: 'Count',
  subject: 'Subject',
  rating: 'Satisfaction',
  rating_quality: 'Satisfaction: quality',
  rating_attitude: 'Satisfaction: attitude',
  rating_delivery: 'Satisfaction: delivery',
  feedback_kind: 'Kind of feedback',
  complaint_type: 'Class of the complaint',
  status: 'Status',
  resolved: 'Resolved on',
  first_order: 'First order',
  last_order: 'Last order',
  recency_days: 'Days since last order',
  orders: 'Number of orders',
  revenue: 'Revenue',
};

const factors: Record<Factor, string> = {
  recency: 'Recency',
  frequency: 'Frequency',
  monetary: 'Monetary',
};

const healths: Record<Health, string> = {
  growing: 'Growing',
  loyal: 'Loyal',
  needs_care: 'Needs care',
  slipping: 'Slipping',
  lost: 'Lost',
};

const kinds: Record<TableKind, string> = {
  transactions: 'Orders',
  order_heads: 'Orders without amounts',
  order_lines: 'Order lines without customers',
  customer_summary: 'Customer figures',
  customer_list: 'Customer list',
  interactions: 'Contact log',
  feedback: 'Feedback',
  interactions_and_feedback: 'Contacts and feedback',
  other: 'Other',
  empty: 'Empty',
};

const columns: Record<SortColumn, string> = {
  customer_id: 'Customer',
  customer_name: 'Name',
  tier: 'Tier',
  segment: 'Segment',
  recency_days: 'Days since last order',
  orders: 'Orders',
  revenue: 'Revenue',
  average_order: 'Average order',
  first_order: 'First order',
  last_order: 'Last order',
  last_heard: 'Last heard of',
};

export const names = (_f: Format) => ({
  field: (field: Field): string => fields[field],
  factor: (factor: Factor): string => factors[factor],
  health: (health: Health): string => healths[health],
  kind: (kind: TableKind): string => kinds[kind],
  column: (column: SortColumn): string => columns[column],
  /** A scheme by id, or what its author called it. */
  scheme: (id: string, own = ''): string => schemes[id] ?? (own || id),
  /** A tier or segment by code, or what its author called it. */
  segment: (code: string, own = ''): string =>
    segments[code] ?? clusterNameEn(code) ?? (own || code),
  /** The built-in codes that have a name here, for tests. */
  known: (): { schemes: string[]; segments: string[] } => ({
    schemes: Object.keys(schemes),
    segments: Object.keys(segments),
  }),
});
