// The notice that old thresholds no longer fit, with its figure and the shares behind it.

import { html, type TemplateResult } from 'lit';
import { plainTable, sentences } from '../../../charts/figure.ts';
import { largest, ratio, sum } from '../../../charts/numbers.ts';
import type { Drift, Shift } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export function driftNotice(drift: Drift, t: Translation): TemplateResult {
  const { drift: words } = t.differentiate.time;
  const parts = partsOf(drift, t);
  const worst = largest(parts, ({ shift }) => shift.index);
  const detail = worst ? words.detail(drift.from, worst.name, t.decimal(worst.shift.index, 2)) : '';
  return html`<div class="drift ${drift.verdict}" role="note">
    <p><strong>${words.title(drift.verdict)}</strong> ${sentences([detail, words.advice(drift.verdict)], t)}</p>
    <details class="as-table">
      <summary>${words.table}</summary>
      <div class="scroll-x" tabindex="0" role="region" aria-label=${words.table}>${plainTable({
        head: [words.part, words.before, words.after, words.index],
        rows: parts.flatMap((part) => [
          [part.name, '', '', t.decimal(part.shift.index, 3)],
          ...part.shift.before.map((before, place) => [
            `– ${part.labels[place] ?? ''}`,
            t.percent(share(before, part.shift.before), 1),
            t.percent(share(part.shift.after[place] ?? 0, part.shift.after), 1),
            '',
          ]),
        ]),
      })}</div>
    </details>
  </div>`;
}

interface DriftPart {
  readonly name: string;
  readonly shift: Shift;
  readonly labels: readonly string[];
}

function partsOf(drift: Drift, t: Translation): DriftPart[] {
  const { drift: words } = t.differentiate.time;
  const scores = drift.of_scores.map(
    ([factor, shift]): DriftPart => ({
      name: words.score(t.names.factor(factor)),
      shift,
      labels: shift.before.map((_, place) => t.integer(place + 1)),
    }),
  );
  const labels = drift.segments.map(({ code, name }) => t.names.segment(code, name));
  return [{ name: words.segments, shift: drift.of_segments, labels }, ...scores];
}

function share(one: number, all: readonly number[]): number {
  return ratio(
    one,
    sum(all, (value) => value),
  );
}
