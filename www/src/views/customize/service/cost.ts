// What the strategies cost in a year: contacts × minutes × what an hour costs. Numbers only.

import type { Recipe, Strategy } from '../../../engine/types.ts';

/** A tier with its strategy. */
export interface TierCost {
  readonly tier: string;
  readonly customers: number;
  readonly strategy: Strategy;
  /** Staff hours in a year, if everybody is contacted as often as the strategy wants, through its first channel. */
  readonly hours: number;
}

/** Staff minutes of a contact through the first channel. */
export function minutesOf({ channels, minutes, minutes_per_contact }: Strategy): number {
  const [first] = channels;
  return (first && minutes[first]) ?? minutes_per_contact;
}

/** The strategy with other minutes for its first channel; those of the other channels stay. */
export function withMinutes(strategy: Strategy, minutes: number): Strategy {
  const [first] = strategy.channels;
  return first === undefined
    ? { ...strategy, minutes_per_contact: minutes }
    : { ...strategy, minutes: { ...strategy.minutes, [first]: minutes } };
}

/** Every tier that has a strategy. */
export function costsOf(
  tiers: readonly { readonly code: string; readonly customers: number }[],
  strategies: Recipe['interact'],
): TierCost[] {
  return tiers.flatMap(({ code, customers }) => {
    const strategy = strategies[code];
    if (!strategy) return [];
    const hours = (customers * strategy.contacts_per_year * minutesOf(strategy)) / 60;
    return [{ tier: code, customers, strategy, hours }];
  });
}

export function hoursOf(costs: readonly TierCost[]): number {
  return costs.reduce((sum, { hours }) => sum + hours, 0);
}
