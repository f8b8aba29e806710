// One sheet of points: its rules one below the other, how points fade, and the bounds of the total.

import { html, nothing, type TemplateResult } from 'lit';
import type { Condition, Decay, PointRule, PointSheet } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { groupEditor, type Subjects } from '../schemes/condition-editor.ts';
import { about, isGroup, isSaid, metricChoices, metricName } from '../schemes/condition-model.ts';
import { tool } from '../schemes/rules-editor.ts';

export interface SheetEditor {
  readonly sheet: PointSheet;
  /** Whether a scheme goes by it. */
  readonly isUsed: boolean;
  change(next: PointSheet): void;
  remove(): void;
}

/** Whether every rule says everything that it has to. */
export function sheetIsSaid({ rules }: PointSheet): boolean {
  return rules.every(({ when, per }) => (!when || isSaid(when)) && (!per || per.step > 0));
}

export function sheetEditor(
  { sheet, isUsed, change, remove }: SheetEditor,
  of: Subjects,
): TemplateResult {
  const { t } = of;
  const words = t.scores.sheet;
  const setRules = (rules: PointRule[]) => change({ ...sheet, rules });
  const add = () => setRules([...sheet.rules, { points: 10 }]);
  const rename = (event: Event) => change({ ...sheet, name: textIn(event).trim() });
  return html`<section class="sheet" data-sheet=${sheet.id}>
    <p class="row">
      <label class="label grow">${words.name}<input class="field grow" data-sheet-name .value=${sheet.name} @change=${rename} /></label>
      <button type="button" class="button quiet" data-remove-sheet aria-disabled=${isUsed ? 'true' : 'false'} title=${isUsed ? words.used : ''} @click=${() => !isUsed && remove()}>${words.remove}</button>
    </p>
    ${isUsed ? html`<p class="small muted">${words.used}</p>` : nothing}
    <p class="small muted">${words.means}</p>
    ${sheet.rules.length ? nothing : html`<p class="small">${words.empty}</p>`}
    <ol class="rules">${sheet.rules.map((rule, at) => ruleRow({ rule, at, rules: sheet.rules, setRules }, of))}</ol>
    <p class="row">
      <button type="button" class="button" data-add-rule @click=${add}>${words.addRule}</button>
      ${sheetIsSaid(sheet) ? nothing : html`<span class="notice" role="status">${words.incomplete}</span>`}
    </p>
    ${limits(sheet, change, t)}
  </section>`;
}

interface Row {
  readonly rule: PointRule;
  readonly at: number;
  readonly rules: readonly PointRule[];
  setRules(next: PointRule[]): void;
}

function ruleRow({ rule, at, rules, setRules }: Row, of: Subjects): TemplateResult {
  const { t } = of;
  const words = t.scores.sheet;
  const label = words.rule(at + 1);
  const set = (next: PointRule) => setRules(rules.with(at, next));
  const move = (to: number) => setRules(rules.toSpliced(at, 1).toSpliced(to, 0, rule));
  const named = (name: string) => `${label}: ${name}`;
  const who = (event: Event) =>
    set(whom(rule, textIn(event) === 'some' ? { all: [about('metric:frequency')] } : null));
  return html`<li class="rule" data-rule=${at}>
    <div class="rule-head">
      <b>${label}</b>
      ${numberField(named(words.points), rule.points, (points) => points !== null && set({ ...rule, points }), 'points')}
      ${perFields(rule, named, set, of)}
      <select class="field" data-who aria-label=${named(words.who)} @change=${who}>
        <option value="everybody" ?selected=${!rule.when}>${words.everybody}</option>
        <option value="some" ?selected=${Boolean(rule.when)}>${words.some}</option>
      </select>
      <span class="row brush-tools">
        ${tool('↑', t.schemes.editor.earlier(label), at > 0, () => move(at - 1))}
        ${tool('↓', t.schemes.editor.later(label), at < rules.length - 1, () => move(at + 1))}
        ${tool('×', t.schemes.editor.remove(label), true, () => setRules(rules.toSpliced(at, 1)))}
      </span>
    </div>
    ${rule.when ? groupEditor(isGroup(rule.when) ? rule.when : { all: [rule.when] }, (when) => set({ ...rule, when }), of) : nothing}
  </li>`;
}

function whom(rule: PointRule, when: Condition | null): PointRule {
  const { when: _before, ...rest } = rule;
  return when ? { ...rest, when } : rest;
}

function perFields(
  rule: PointRule,
  named: (name: string) => string,
  set: (next: PointRule) => void,
  { recipe, t }: Subjects,
): TemplateResult {
  const words = t.scores.sheet;
  const { per, ...once } = rule;
  const choose = (event: Event) =>
    set(textIn(event) === 'per' ? { ...once, per: { metric: 'revenue', step: 100 } } : once);
  const select = html`<select class="field" data-per aria-label=${named(words.perStep)} @change=${choose}>
    <option value="once" ?selected=${!per}>${words.once}</option>
    <option value="per" ?selected=${Boolean(per)}>${words.perStep}</option>
  </select>`;
  if (!per) return select;
  const change = (next: Partial<typeof per>) => set({ ...once, per: { ...per, ...next } });
  return html`${select}
    ${numberField(named(words.step), per.step, (step) => step !== null && step > 0 && change({ step }), 'step')}
    <select class="field subject" data-per-metric aria-label=${named(words.of)} @change=${(event: Event) => change({ metric: textIn(event) })}>
      ${metricChoices(recipe, per.metric)
        .filter((metric) => metric !== 'value_score')
        .map(
          (metric) =>
            html`<option value=${metric} ?selected=${metric === per.metric}>${metricName(metric, recipe, t)}</option>`,
        )}
    </select>
    <label class="label small">${words.atMost}${numberField(
      named(words.atMost),
      per.at_most ?? null,
      (most) => change({ at_most: most === null ? null : Math.max(1, Math.round(most)) }),
      'at-most',
    )}</label>`;
}

function limits(
  sheet: PointSheet,
  change: (next: PointSheet) => void,
  t: Translation,
): TemplateResult {
  const words = t.scores.sheet;
  const { decay } = sheet;
  const fade = (next: Partial<Decay> | null) =>
    change({
      ...sheet,
      decay: next && { half_life_days: 90, since: 'last_order', ...decay, ...next },
    });
  return html`<details class="as-table">
    <summary>${words.limits}</summary>
    <div class="row form">
      <label class="small"><input type="checkbox" data-fades .checked=${Boolean(decay)} @change=${(event: Event) => fade((event.target as HTMLInputElement).checked ? {} : null)} /> ${words.fades}</label>
      ${
        decay
          ? html`<label class="label">${words.halfLife}${numberField(words.halfLife, decay.half_life_days, (days) => days !== null && fade({ half_life_days: Math.min(36_500, Math.max(1, Math.round(days))) }), 'half-life')}</label>
          <label class="label">${words.since}<select class="field" @change=${(event: Event) => fade({ since: textIn(event) as Decay['since'] })}>
            ${(['last_order', 'last_contact'] as const).map((since) => html`<option value=${since} ?selected=${since === decay.since}>${words[since]}</option>`)}
          </select></label>`
          : nothing
      }
      <label class="label">${words.min}${numberField(words.min, sheet.min ?? null, (min) => change({ ...sheet, min }), 'min')}</label>
      <label class="label">${words.max}${numberField(words.max, sheet.max ?? null, (max) => change({ ...sheet, max }), 'max')}</label>
    </div>
  </details>`;
}

/** A number, or nothing when the field is empty. */
function numberField(
  label: string,
  value: number | null,
  set: (value: number | null) => unknown,
  name: string,
): TemplateResult {
  const change = (event: Event) => {
    const text = textIn(event).trim();
    const next = Number(text);
    if (text === '') set(null);
    else if (Number.isFinite(next)) set(next);
  };
  return html`<input class="field points-field" type="number" step="any" data-value=${name} aria-label=${label} .value=${value === null ? '' : String(value)} @change=${change} />`;
}

function textIn(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}
