// The roles a column can play, in groups, so that forty of them can be found.

import type { Field } from '../../engine/types.ts';

export type RoleGroup = 'who' | 'orders' | 'figures' | 'contacts' | 'feedback';

export const ROLES: Readonly<Record<RoleGroup, readonly Field[]>> = {
  who: [
    'customer_id',
    'customer_name',
    'first_name',
    'last_name',
    'phone',
    'email',
    'company',
    'industry',
    'gender',
    'birthday',
    'address',
    'city',
    'region',
    'area',
    'country',
    'owner',
    'source',
    'updated',
  ],
  orders: ['order_id', 'date', 'amount', 'quantity', 'unit_price', 'product', 'category'],
  figures: ['first_order', 'last_order', 'recency_days', 'orders', 'revenue'],
  contacts: ['channel', 'count', 'subject'],
  feedback: [
    'rating',
    'rating_quality',
    'rating_attitude',
    'rating_delivery',
    'feedback_kind',
    'complaint_type',
    'status',
    'resolved',
  ],
};

/** The role of this name; none for any other text. */
export function roleOf(text: string): Field | null {
  return (
    Object.values(ROLES)
      .flat()
      .find((field) => field === text) ?? null
  );
}
