// The thresholds on a histogram: a line each, a handle to move it, and the scores between them.

import { html, type TemplateResult } from 'lit';
import type { Factor, Thresholds } from '../engine/types.ts';
import type { Translation } from '../i18n/index.ts';
import { boundary, limits, position, spread } from './cuts.ts';
import { vars } from './vars.ts';

/** What is done with a handle. */
export interface Handles {
  grab(event: PointerEvent, index: number): void;
  drag(event: PointerEvent): void;
  drop(event: PointerEvent): void;
  key(event: KeyboardEvent, index: number): void;
  focus(): void;
}

/** Scores are written between handles at least this far apart. */
const ROOM = 0.1;

interface Zone {
  readonly score: number;
  readonly from: number;
  readonly to: number;
  readonly customers: number;
}

/** The stretch of each score, from left to right. Recency runs the other way: few days are good. */
export function zones(
  thresholds: Thresholds,
  edges: readonly number[],
  lines = linesOf(thresholds, edges),
): Zone[] {
  const stops = [0, ...lines, 1];
  return Array.from({ length: stops.length - 1 }, (_, index) => {
    const score = thresholds.factor === 'recency' ? thresholds.bins - index : index + 1;
    return {
      score,
      from: stops[index] ?? 0,
      to: stops[index + 1] ?? 1,
      customers: thresholds.sizes[score - 1] ?? 0,
    };
  });
}

function linesOf(thresholds: Thresholds, edges: readonly number[]): number[] {
  return thresholds.cuts.map((cut) => position(edges, boundary(thresholds, cut)));
}

/** Scores and handles in a row above the bars; from each handle a line leads to its place. */
export function scoreRow(
  thresholds: Thresholds,
  edges: readonly number[],
  handles: Handles | undefined,
  t: Translation,
): TemplateResult {
  const lines = linesOf(thresholds, edges);
  const places = spread(lines);
  const stretches = zones(thresholds, edges, places);
  return html`<div class="hist-scores">
    ${stretches.map((zone) => scoreLabel(zone, t))}
    ${lines.map((x, index) => html`<span class="hist-cut" aria-hidden="true" ${vars({ x })}></span>${lead(places[index] ?? x, x)}`)}
    ${handles ? places.map((x, index) => handle({ thresholds, edges, index, x }, handles, t)) : ''}
  </div>`;
}

function scoreLabel(zone: Zone, t: Translation): TemplateResult | string {
  if (zone.to - zone.from < ROOM) return '';
  return html`<span
    class="hist-score"
    aria-hidden="true"
    data-tip=${t.differentiate.histogram.scoreTip(zone.score, zone.customers)}
    ${vars({ x: (zone.from + zone.to) / 2 })}
    >${zone.score}</span
  >`;
}

/** From the handle to the top of its line; places are shares of the width. */
function lead(from: number, to: number): TemplateResult {
  return html`<svg class="hist-lead" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <path d="M${from * 100},0 L${to * 100},8" />
  </svg>`;
}

interface Handle {
  readonly thresholds: Thresholds;
  readonly edges: readonly number[];
  readonly index: number;
  readonly x: number;
}

function handle(
  { thresholds, edges, index, x }: Handle,
  on: Handles,
  t: Translation,
): TemplateResult {
  const { factor, cuts, bins } = thresholds;
  const cut = cuts[index] ?? 0;
  const { low, high } = limits(thresholds, index, edges);
  const [left, right] =
    factor === 'recency' ? [bins - index, bins - index - 1] : [index + 1, index + 2];
  return html`<span
    class="hist-handle"
    role="slider"
    tabindex="0"
    data-handle=${index}
    aria-label=${t.scoring.handle(t.differentiate.histogram.title[factor], left, right)}
    aria-orientation="horizontal"
    aria-valuemin=${Math.min(low, cut)}
    aria-valuemax=${Math.max(high, cut)}
    aria-valuenow=${cut}
    aria-valuetext=${t.scoring.upTo(t.differentiate.quantity(factor, shown(factor, cut)))}
    ${vars({ x })}
    @pointerdown=${(event: PointerEvent) => on.grab(event, index)}
    @pointermove=${(event: PointerEvent) => on.drag(event)}
    @pointerup=${(event: PointerEvent) => on.drop(event)}
    @pointercancel=${(event: PointerEvent) => on.drop(event)}
    @keydown=${(event: KeyboardEvent) => on.key(event, index)}
    @focus=${() => on.focus()}
    ><span class="hist-value" aria-hidden="true">${cutText(factor, cut, t)}</span></span
  >`;
}

export function cutsText({ cuts, factor }: Thresholds, t: Translation): TemplateResult {
  const texts = cuts.map((cut) => cutText(factor, cut, t));
  return html`<p class="tiny muted cuts">${t.differentiate.histogram.cuts(texts.join(' · '))}</p>`;
}

function cutText(factor: Factor, cut: number, t: Translation): string {
  return factor === 'monetary' ? t.money(shown(factor, cut)) : t.decimal(cut, 1);
}

// Small amounts with their cents; the hair between equal cuts is not shown.
function shown(factor: Factor, cut: number): number {
  if (factor !== 'monetary') return Math.round(cut * 10) / 10;
  return cut < 100 ? Math.round(cut * 100) / 100 : Math.round(cut);
}
