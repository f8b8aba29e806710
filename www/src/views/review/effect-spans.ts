// Two spans of one's own choice: four days, checked before they go into the recipe.

import { html, nothing, type TemplateResult } from 'lit';
import type { Pair, Span } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { daysBetween } from '../differentiate/time/days.ts';

/** Days that a span needs: in fewer there is nothing but chance. */
const FEWEST = 7;

export type SpanProblem = 'missing' | 'reversed' | 'short' | 'overlap' | 'outside';

/** Days of a span, both ends included. */
export function lengthOf({ from, to }: Span): number {
  return daysBetween(from, to) + 1;
}

/** What is wrong with the days that were chosen, the first thing only; `known` are the days of the orders. */
export function problemOf(pair: Pair, known: Span): SpanProblem | null {
  const spans = [pair.before, pair.after];
  if (spans.some(({ from, to }) => !from || !to)) return 'missing';
  if (spans.some(({ from, to }) => from > to)) return 'reversed';
  if (pair.before.to >= pair.after.from) return 'overlap';
  if (spans.some((span) => lengthOf(span) < FEWEST)) return 'short';
  if (pair.before.from < known.from || pair.after.to > known.to) return 'outside';
  return null;
}

/** The fields; `change` gets every choice, good or not. */
export function spanFields(
  pair: Pair,
  known: Span,
  t: Translation,
  change: (pair: Pair) => void,
): TemplateResult {
  const words = t.review.effect;
  const problem = problemOf(pair, known);
  const day = (
    label: string,
    which: keyof Pair,
    end: keyof Span,
  ) => html`<label class="label">${label}
    <input
      class="field"
      type="date"
      data-span=${`${which}-${end}`}
      min=${known.from}
      max=${known.to}
      aria-describedby=${problem ? 'span-problem' : nothing}
      .value=${pair[which][end]}
      @change=${({ target }: Event) => {
        if (!(target instanceof HTMLInputElement)) return;
        change({ ...pair, [which]: { ...pair[which], [end]: target.value } });
      }}
    /></label>`;
  const span = (title: string, which: keyof Pair) => html`<fieldset class="span-fields">
    <legend class="label">${title}</legend>
    ${day(words.spanFrom, which, 'from')} ${day(words.spanTo, which, 'to')}
  </fieldset>`;
  return html`${span(words.spanBefore, 'before')} ${span(words.spanAfter, 'after')}
    ${
      problem
        ? html`<p class="notice span-problem" id="span-problem" role="alert">${words.spanProblems[problem](t.day(known.from), t.day(known.to))}</p>`
        : nothing
    }`;
}
