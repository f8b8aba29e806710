// Which periods are held against each other, and who is the control group: part of the recipe, decided before anybody looks.

import { html, type TemplateResult } from 'lit';
import type {
  Against,
  Condition,
  FieldReport,
  Pair,
  Period,
  Review,
  Span,
} from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { problemOf, spanFields } from './effect-spans.ts';

const OWN = 'own';
const PERIODS: readonly (Period | null | typeof OWN)[] = [null, 'week', 'month', 'quarter', OWN];
const AGAINSTS: readonly Against[] = ['previous', 'year_before'];

/** The days that are being chosen, which may not be fit for the recipe yet. */
export interface OwnSpans {
  /** What is shown; none while whole periods are compared. */
  readonly pair: Pair | null;
  /** What to begin with. */
  readonly first: Pair;
  /** The days of the orders. */
  readonly known: Span;
  readonly draft: (pair: Pair | null) => void;
}

interface Choice {
  readonly column: string;
  readonly value: string;
}

export function effectSettings(
  review: Review,
  columns: readonly FieldReport[],
  own: OwnSpans,
  t: Translation,
  change: (changes: Partial<Review>) => void,
): TemplateResult {
  const words = t.review.effect;
  const draft = (pair: Pair) => {
    own.draft(pair);
    if (!problemOf(pair, own.known)) change({ spans: pair });
  };
  const take = (period: Period | null | typeof OWN) => {
    if (period === OWN) return draft(own.first);
    own.draft(null);
    change({ period, spans: null });
  };
  const choices = columns.flatMap(({ name, frequent }) =>
    frequent.map(([value]): Choice => ({ column: name, value })),
  );
  const current = chosen(review.control);
  const at = choices.findIndex(
    ({ column, value }) => column === current?.column && value === current.value,
  );
  return html`<details class="value-settings no-print">
    <summary>${words.settings}</summary>
    <div class="value-fields">
      ${field(
        words.period,
        PERIODS,
        PERIODS.indexOf(own.pair ? OWN : review.period),
        (period) => words.periods[period ?? 'auto'],
        take,
      )}
      ${
        own.pair
          ? spanFields(own.pair, own.known, t, draft)
          : field(
              words.against,
              AGAINSTS,
              AGAINSTS.indexOf(review.against),
              (against) => words.againsts[against],
              (against) => change({ against }),
            )
      }
      <div class="value-field">
        ${field(
          words.control,
          [null, ...choices],
          at + 1,
          (choice) => (choice ? words.controlIs(choice.column, choice.value) : words.noControl),
          (choice) => change({ control: choice ? conditionOf(choice) : null }),
        )}
        <p class="muted small">${words.controlNote}</p>
      </div>
    </div>
  </details>`;
}

function field<V>(
  label: string,
  options: readonly V[],
  at: number,
  text: (option: V) => string,
  choose: (option: V) => void,
): TemplateResult {
  const pick = ({ target }: Event) => {
    if (!(target instanceof HTMLSelectElement)) return;
    const option = options[target.selectedIndex];
    if (option !== undefined) choose(option);
  };
  return html`<label class="label value-field">${label}
    <select class="field" @change=${pick}>
      ${options.map((option, place) => html`<option ?selected=${place === at}>${text(option)}</option>`)}
    </select>
  </label>`;
}

function conditionOf({ column, value }: Choice): Condition {
  return { attribute: { of: `own:${column}`, is: [value] } };
}

function chosen(control: Condition | null): Choice | null {
  if (!control || !('attribute' in control)) return null;
  const { of, is } = control.attribute;
  return of.startsWith('own:') && is?.[0] !== undefined
    ? { column: of.slice(4), value: is[0] }
    : null;
}
