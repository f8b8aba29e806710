// Where one customer stands on the scale of one score: all levels with their thresholds, the customer's own one filled.

import { html, type TemplateResult } from 'lit';
import type { Factor, ScoreReason, Thresholds } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { roundMoney, unit } from './numbers.ts';
import { vars } from './vars.ts';

/** A level of the scale, worst first. */
export interface Level {
  readonly score: number;
  /** The customer's own. */
  readonly own: boolean;
  /** The threshold at its better end; none for the best. */
  readonly end: number | undefined;
}

/** @param customers how many there are with this score */
export function scoreScale(
  reason: ScoreReason,
  thresholds: Thresholds | undefined,
  customers: number,
  t: Translation,
): TemplateResult {
  const { card } = t.differentiate;
  return html`<div class="why">
    <div class="why-head">
      <h4>${t.names.factor(reason.factor)}</h4>
      <span class="why-score" aria-label=${card.scoreOf(reason.score, reason.bins)}>
        <b>${reason.score}</b><span class="muted">/${reason.bins}</span>
      </span>
    </div>
    <p class="small">${scoreSentence(reason, t)} <span class="muted">${betterText(reason.better_than, customers, t)}</span></p>
    <div class="scale" aria-hidden="true" ${vars({ bins: reason.bins, at: placeOf(reason, thresholds) })}>
      ${levels(reason, thresholds).map((level) => levelBox(level, reason.factor, t))}
      <span class="scale-mark"></span>
    </div>
  </div>`;
}

/** "Better than 80% of the others." The core's share is of all, the customer among them. */
export function betterText(share: number, customers: number, t: Translation): string {
  const { card } = t.differentiate;
  const worse = Math.round(share * customers);
  if (worse > 0 && worse >= customers - 1) return card.best;
  const ofOthers = customers > 1 ? worse / (customers - 1) : share;
  // Rounded it would be all of them.
  return ofOthers >= 0.995 ? card.betterThanMost : card.better(ofOthers);
}

/** "12 days since the last order: at most 30 days, the best of 5 levels → score 5" */
export function scoreSentence(reason: ScoreReason, t: Translation): string {
  const { card } = t.differentiate;
  const end = t.lang === 'en' ? '.' : '。';
  return (
    card.score(
      card.factor[reason.factor](reason.value),
      intervalText(reason, t),
      reason.score,
      reason.bins,
    ) + end
  );
}

/** The interval of a score in words; which end belongs to it decides between "more than" and "at least". */
export function intervalText(
  { factor, above, up_to, right_closed }: ScoreReason,
  t: Translation,
): string {
  const { card, quantity } = t.differentiate;
  const text = (value: number) => amount(factor, value, t);
  if (above !== null && up_to !== null) {
    const [from, to] = [first(factor, above, right_closed), last(factor, up_to, right_closed)];
    return from === to
      ? card.exactly(quantity(factor, to))
      : card.between(text(from), quantity(factor, to));
  }
  if (up_to !== null)
    return right_closed
      ? card.atMost(quantity(factor, whole(factor, up_to)))
      : card.below(quantity(factor, up_to));
  if (above !== null)
    return right_closed
      ? card.moreThan(quantity(factor, whole(factor, above)))
      : card.atLeast(quantity(factor, above));
  return card.everything;
}

/** All levels from worst to best with the thresholds between them. */
export function levels(reason: ScoreReason, thresholds: Thresholds | undefined): Level[] {
  const cuts = thresholds?.cuts ?? [];
  const ordered = reason.factor === 'recency' ? [...cuts].reverse() : cuts;
  return Array.from({ length: reason.bins }, (_, index) => ({
    score: index + 1,
    own: index + 1 === reason.score,
    end: ordered[index],
  }));
}

/** The customer's place on the scale, 0 (worst) to 1 (best): inside the own level by how far the value is through it. */
export function placeOf(reason: ScoreReason, thresholds: Thresholds | undefined): number {
  const low = reason.above ?? thresholds?.min ?? reason.value;
  const high = reason.up_to ?? thresholds?.max ?? reason.value;
  const through = high > low ? unit((reason.value - low) / (high - low)) : 0.5;
  const better = reason.factor === 'recency' ? 1 - through : through;
  // Kept off the edges, so that the mark is seen to be inside.
  return (reason.score - 1 + 0.08 + 0.84 * better) / reason.bins;
}

function levelBox(level: Level, factor: Factor, t: Translation): TemplateResult {
  return html`<span class="level ${level.own ? 'own' : ''}">
    <span class="level-score">${level.score}</span>
    ${level.end === undefined ? '' : html`<span class="level-cut">${cutText(factor, level.end, t)}</span>`}
  </span>`;
}

// Days and orders are whole; an interval that opens after 30 starts at 31.
function first(factor: Factor, above: number, rightClosed: boolean): number {
  if (factor === 'monetary') return above;
  return rightClosed ? Math.floor(above) + 1 : Math.ceil(above);
}

function last(factor: Factor, upTo: number, rightClosed: boolean): number {
  if (factor === 'monetary') return upTo;
  return rightClosed ? Math.floor(upTo) : Math.ceil(upTo) - 1;
}

function whole(factor: Factor, value: number): number {
  return factor === 'monetary' ? value : Math.floor(value);
}

// Under the scale there is room for a few characters only.
function cutText(factor: Factor, value: number, t: Translation): string {
  return factor === 'monetary' && value >= 100 ? roundMoney(value, t) : amount(factor, value, t);
}

function amount(factor: Factor, value: number, t: Translation): string {
  if (factor !== 'monetary') return t.decimal(value, 0);
  return value >= 10_000 ? t.moneyShort(value) : t.money(Math.round(value * 100) / 100);
}
