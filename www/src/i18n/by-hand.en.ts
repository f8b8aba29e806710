// Words about customers who are put into a segment by hand. The shape of by-hand.zh.ts.

import type { Format } from './format.ts';

export const byHandEn = (f: Format) => ({
  title: 'Decide by hand',
  means:
    'When you know better than the figures. The reason stays with the customer, in the cleaning log and in exports.',
  segment: 'Put this customer into',
  reason: 'Why',
  set: 'Put there',
  takeBack: (segment: string) => `Take back: ${segment} again`,
  set_by: (reason: string, day: string) =>
    day ? `Set by hand on ${day}: ${reason}.` : `Set by hand: ${reason}.`,
  would: (segment: string) => `By the figures: ${segment}.`,
  count: (count: number) =>
    count === 1 ? 'One customer is set by hand.' : `${f.integer(count)} customers are set by hand.`,
  step: (id: string, segment: string, scheme: string, reason: string) =>
    `${id} is in “${segment}” of ${scheme}: ${reason}`,
});
