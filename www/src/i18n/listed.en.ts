// Customers without orders in the list: who they are, and which file has them. listed.zh.ts has the same keys.

import type { Format } from './format.ts';

export const listedEn = (f: Format) => ({
  label: 'Who is listed',
  with_orders: (count: number) => `With orders (${f.integer(count)})`,
  without_orders: (count: number) => `No orders yet (${f.integer(count)})`,
  all: (count: number) => `Everybody (${f.integer(count)})`,
  chip: 'No orders yet',
  others: (count: number) =>
    count === 1
      ? 'One more customer has no orders yet and is in no figure here.'
      : `${f.integer(count)} more customers have no orders yet and are in no figure here.`,
  see: 'Show them',
  seeWithout: (count: number) => `Show the ${f.integer(count)} without orders`,
  exported:
    'The exports of customers hold those with orders, as only they have a tier. The export “Customer file” holds everybody.',
  /** Instead of charts, when the files bring no order at all. */
  nobodyScored: {
    title: 'No orders yet',
    means:
      'These files say who your customers are, not what they bought. Add a file with orders, and tiers, scores and forecasts appear here.',
  },
  columns: { company: 'Company', contact: 'Phone or e-mail' },
  lastHeard: (day: string) => `Last heard of on ${f.day(day)}.`,
  neverHeard: 'No file says when anything was last heard.',
  card: 'Without orders there is no score and no tier. The first order brings both.',
});
