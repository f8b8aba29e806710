// Defines the elements of the tab, once: another copy on the page may have been first.

import { TierCourse } from '../card-time.ts';
import { TimeBackTest } from './back-test.ts';
import { TimeCohorts } from './cohorts.ts';
import { TimeMoves } from './moves.ts';
import { TimeSeries } from './series.ts';
import { TimeSteady } from './steady.ts';
import { Time } from './time.ts';

const ELEMENTS: readonly (readonly [string, CustomElementConstructor])[] = [
  ['ct-time', Time],
  ['ct-time-series', TimeSeries],
  ['ct-time-moves', TimeMoves],
  ['ct-time-cohorts', TimeCohorts],
  ['ct-time-back-test', TimeBackTest],
  ['ct-time-steady', TimeSteady],
  ['ct-tier-course', TierCourse],
];

for (const [name, element] of ELEMENTS) {
  if (!customElements.get(name)) customElements.define(name, element);
}
