// Rules of one's own: rows from top to bottom, the first whose condition holds names the customer; how many each has stands beside it.

import { html, type TemplateResult } from 'lit';
import { roundMoney } from '../../../charts/numbers.ts';
import type { ConditionCount, ConditionRow, Scheme } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { groupEditor, type Subjects } from './condition-editor.ts';
import { about, isGroup, isSaid } from './condition-model.ts';
import { firstFree } from './names.ts';
import { freshSegmentCode, segmentFields } from './segment-fields.ts';

export type RuleScheme = Extract<Scheme, { rule: 'conditions' }>;

/** Customers of each row, then of everybody else; not there yet while they are counted. */
export type RowCounts = readonly (ConditionCount | undefined)[];

export function rulesEditor(
  scheme: RuleScheme,
  counts: RowCounts,
  change: (next: RuleScheme) => void,
  of: Subjects,
): TemplateResult {
  const { t } = of;
  const words = t.rules;
  const { rows } = scheme;
  const setRows = (next: ConditionRow[]) => change({ ...scheme, rows: next });
  const add = () =>
    setRows([
      ...rows,
      {
        code: freshSegmentCode([...rows, scheme.otherwise]),
        name: firstFree(
          t.schemes.editor.newSegment,
          rows.length + 1,
          [...rows, scheme.otherwise].map((one) => t.names.segment(one.code, one.name)),
        ),
        health: 'growing',
        when: { all: [about('metric:revenue')] },
      },
    ]);
  return html`<ol class="rules">
      ${rows.map((row, at) => ruleRow({ row, at, rows, count: counts[at], setRows }, of))}
      <li class="rule">
        <div class="rule-head"><b>${words.otherwise}</b>
          ${segmentFields(scheme.otherwise, words.otherwise, (segment) => change({ ...scheme, otherwise: segment }), t)}
          ${countText(counts[rows.length], t)}
        </div>
      </li>
    </ol>
    <p class="row">
      <button type="button" class="button" data-add-rule @click=${add}>${words.addRow}</button>
      ${rulesAreSaid(scheme) ? '' : html`<span class="notice" role="status">${words.incomplete}</span>`}
    </p>`;
}

/** Whether every row has a condition that says something. */
export function rulesAreSaid({ rows }: RuleScheme): boolean {
  return rows.every(({ when }) => isSaid(when));
}

interface Row {
  readonly row: ConditionRow;
  readonly at: number;
  readonly rows: readonly ConditionRow[];
  readonly count: ConditionCount | undefined;
  setRows(next: ConditionRow[]): void;
}

function ruleRow({ row, at, rows, count, setRows }: Row, of: Subjects): TemplateResult {
  const { t } = of;
  const words = t.schemes.editor;
  const label = t.rules.row(at + 1);
  const set = (next: ConditionRow) => setRows(rows.with(at, next));
  const move = (to: number) => setRows(rows.toSpliced(at, 1).toSpliced(to, 0, row));
  // A single condition is shown as a group of one, so that another can be added.
  const when = isGroup(row.when) ? row.when : { all: [row.when] };
  return html`<li class="rule" data-rule=${at}>
    <div class="rule-head">
      <b>${label}</b>
      ${segmentFields(row, label, (segment) => set({ ...row, ...segment }), t)}
      ${countText(count, t)}
      <span class="row brush-tools">
        ${tool('↑', words.earlier(label), at > 0, () => move(at - 1))}
        ${tool('↓', words.later(label), at < rows.length - 1, () => move(at + 1))}
        ${tool('×', words.remove(label), true, () => setRows(rows.toSpliced(at, 1)))}
      </span>
    </div>
    ${groupEditor(when, (next) => set({ ...row, when: next }), of)}
  </li>`;
}

export function tool(sign: string, label: string, isOn: boolean, act: () => void): TemplateResult {
  return html`<button type="button" class="button icon quiet" aria-label=${label} aria-disabled=${isOn ? 'false' : 'true'} @click=${() => isOn && act()}>${sign}</button>`;
}

export function countText(
  count: Pick<ConditionCount, 'customers' | 'revenue'> | undefined,
  t: Translation,
): TemplateResult {
  const text = count ? t.rules.count(count.customers, roundMoney(count.revenue, t)) : '';
  return html`<span class="small muted number" data-count>${text}</span>`;
}
