// Selections.

import type { Filter, Listed, Summary } from '../engine/types.ts';

/** Everybody: what a filter is when nothing is selected. */
export const EVERYBODY: Filter = { segments: [], scores: [], ranges: [], search: '' };

/** The part of a filter that customers without orders can fulfil: they have no segments, scores or figures. */
export function searchOnly({ search }: Filter): Filter {
  return { ...EVERYBODY, search };
}

/** Whether a filter asks for segments, scores or figures, which only customers with orders have. */
export function asksForFigures({ segments, scores, ranges, condition }: Filter): boolean {
  return segments.length + scores.length + ranges.length > 0 || Boolean(condition);
}

/** What is selected by figures are customers with orders. */
export function filtered({ listed }: { listed: Listed }, filter: Filter) {
  return { filter, listed: asksForFigures(filter) ? ('with_orders' as const) : listed };
}

/** Only those are listed of whom there are any. */
export function listable(
  listed: Listed,
  { customers, customers_without_orders }: Pick<Summary, 'customers' | 'customers_without_orders'>,
): Listed {
  if (customers_without_orders === 0) return 'with_orders';
  return customers === 0 ? 'without_orders' : listed;
}

/** Whether a filter lets everybody through. */
export function isEverybody(filter: Filter): boolean {
  const { segments, scores, ranges, search } = filter;
  return segments.length + scores.length + ranges.length + search.length === 0;
}
