// Missing values: what is known in each field, and what becomes of the gaps.

import { html, nothing, type TemplateResult } from 'lit';
import type { Field, IssueCode, Missing } from '../../engine/types.ts';
import type { View } from '../view.ts';
import { choice, clean, optionsOf } from './inputs.ts';

type Fill = Missing['fill'];

/** A field with gaps. Amounts and days are counted by rows, what is known of customers by customers. */
interface Gap {
  readonly field: Field;
  readonly known: number;
  readonly missing: number;
  readonly filled: number;
  readonly isOfRows: boolean;
}

const OF_ROWS: readonly (readonly [Field, IssueCode])[] = [
  ['amount', 'amount.missing'],
  ['date', 'date.missing'],
];

export function missing(view: View): TemplateResult {
  const { state, t } = view;
  const words = t.identify.missing;
  if (!state.curation.report)
    return html`<p class="muted" aria-busy="true">${t.identify.loading}</p>`;
  const gaps = gapsOf(view);
  if (gaps.length === 0) return html`<p>${words.complete}</p>`;
  return html`<p class="muted">${words.lead}</p>
    <div class="scroll-x" role="region" aria-label=${t.identify.sections.missing} tabindex="0">
      <table class="table missing-table">
        <thead>
          <tr>
            <th scope="col">${words.field}</th>
            <th scope="col" class="end">${words.missing}</th>
            <th scope="col">${words.policy}</th>
            <th scope="col" class="end">${words.known}</th>
            <th scope="col" class="end">${words.filled}</th>
          </tr>
        </thead>
        <tbody>${gaps.map((gap) => row(view, gap))}</tbody>
      </table>
    </div>
    ${gaps.some(({ isOfRows }) => isOfRows) ? html`<p class="muted tiny">* ${words.rowNote}</p>` : nothing}`;
}

function gapsOf({ state }: View): Gap[] {
  const { report } = state.curation;
  const summary = state.results?.summary;
  const rules = state.recipe?.cleaning.missing ?? {};
  const used = summary?.rows_used ?? 0;
  const mapped = new Set(summary?.tables.flatMap(({ mapping }) => mapping.map(([field]) => field)));
  const ofRows = OF_ROWS.filter(([field]) => mapped.has(field)).map(([field, code]) => {
    const count = summary?.issues.find((issue) => issue.code === code)?.count ?? 0;
    const filled = stepCount(state, 'missing_filled', field);
    return { field, known: used - filled, missing: count + filled, filled, isOfRows: true };
  });
  const ofCustomers = (report?.fields ?? []).flatMap(({ field, known, missing: count, filled }) =>
    field && !OF_ROWS.some(([other]) => other === field)
      ? [{ field, known, missing: count, filled, isOfRows: false }]
      : [],
  );
  return [...ofRows, ...ofCustomers].filter(
    ({ field, missing: count }) => count > 0 || rules[field] !== undefined,
  );
}

function stepCount({ curation }: View['state'], what: string, field: Field): number {
  const steps = (curation.report?.steps ?? []).filter(
    (step) => step.what === what && step.field === field,
  );
  return steps.reduce((sum, step) => sum + step.count, 0);
}

function row(view: View, gap: Gap): TemplateResult {
  const { t } = view;
  const { field, known, missing: count, filled } = gap;
  const total = known + count;
  return html`<tr>
    <th scope="row">${t.names.field(field)}${gap.isOfRows ? ' *' : nothing}</th>
    <td class="end">${t.integer(count)} <span class="muted">${t.percent(total > 0 ? count / total : 0, 1)}</span></td>
    <td class="policy">${policy(view, gap)}</td>
    <td class="end">${t.integer(known)}</td>
    <td class="end">${filled > 0 ? t.integer(filled) : nothing}</td>
  </tr>`;
}

/** What can be done about a field: only amounts have a median, and a row without an amount or a day is left out anyway. */
export function fillsFor(field: Field, now: Fill = 'report'): readonly Fill[] {
  const fills: Fill[] = ['report', 'exclude', 'unknown', 'mode', 'constant'];
  if (field === 'amount') fills.splice(1, 2, 'median');
  if (field === 'date') fills.splice(1, 2);
  // What a recipe says is shown, wise or not.
  return fills.includes(now) ? fills : [...fills, now];
}

function policy(view: View, { field, isOfRows }: Gap): TemplateResult {
  const { t, state } = view;
  const words = t.identify.missing;
  const rules = state.recipe?.cleaning.missing ?? {};
  const rule = rules[field] ?? { fill: 'report' };
  const name = t.names.field(field);
  const write = (next: Missing) => {
    const { [field]: _, ...others } = rules;
    // What is the default anyway does not stand in the recipe.
    clean(view, { missing: next.fill === 'report' ? others : { ...others, [field]: next } });
  };
  const pick = (fill: Fill) =>
    write(fill === 'constant' ? { fill, value: field === 'amount' ? '0' : '' } : { fill });
  const type = (event: Event) =>
    write({ fill: 'constant', value: (event.target as HTMLInputElement).value });
  return html`<span class="amount">
    ${choice({
      label: words.policyOf(name),
      value: rule.fill,
      options: optionsOf(
        isOfRows ? { ...words.options, report: words.leaveRow } : words.options,
        fillsFor(field, rule.fill),
      ),
      onPick: pick,
      isBare: true,
    })}
    ${
      rule.fill === 'constant'
        ? html`<input
            class="field"
            maxlength="60"
            aria-label=${words.valueOf(name)}
            placeholder=${words.value}
            .value=${rule.value}
            @change=${type}
          />`
        : nothing
    }
  </span>`;
}
