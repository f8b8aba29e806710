// Which periods are held against each other, and who is the control group: part of the recipe, decided before anybody looks.

import { html, type TemplateResult } from 'lit';
import type { Against, Condition, FieldReport, Period, Review } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';

const PERIODS: readonly (Period | null)[] = [null, 'week', 'month', 'quarter'];
const AGAINSTS: readonly Against[] = ['previous', 'year_before'];

interface Choice {
  readonly column: string;
  readonly value: string;
}

export function effectSettings(
  review: Review,
  columns: readonly FieldReport[],
  t: Translation,
  change: (changes: Partial<Review>) => void,
): TemplateResult {
  const words = t.review.effect;
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
        PERIODS.indexOf(review.period),
        (period) => words.periods[period ?? 'auto'],
        (period) => change({ period }),
      )}
      ${field(
        words.against,
        AGAINSTS,
        AGAINSTS.indexOf(review.against),
        (against) => words.againsts[against],
        (against) => change({ against }),
      )}
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
