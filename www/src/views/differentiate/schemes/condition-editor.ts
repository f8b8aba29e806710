// One condition as controls: groups of all or any, each part may be negated, each leaf says what is compared with what.

import { html, nothing, type TemplateResult } from 'lit';
import type { AttributeValue, Condition, Recipe, SchemeEntry } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import {
  ATTRIBUTES,
  about,
  attributeName,
  compared,
  type How,
  howOf,
  howsOf,
  isGroup,
  type Leaf,
  metricChoices,
  metricName,
  negated,
  partsOf,
  positive,
  subjectOf,
  withParts,
} from './condition-model.ts';

/** What conditions can speak of. */
export interface Subjects {
  readonly recipe: Pick<Recipe, 'points'>;
  /** Schemes that come before the one that is edited. */
  readonly schemes: readonly SchemeEntry[];
  /** The most frequent texts of the attributes that are spoken of, as far as they are there. */
  readonly values?: ReadonlyMap<string, readonly AttributeValue[]>;
  readonly t: Translation;
}

/** Deeper than a person reads; the core allows a little more. */
const DEEPEST = 6;

export function groupEditor(
  condition: Condition,
  change: (next: Condition) => void,
  of: Subjects,
  depth = 0,
): TemplateResult {
  const words = of.t.rules;
  const parts = partsOf(condition);
  const set = (at: number, next: Condition) => change(withParts(condition, parts.with(at, next)));
  const remove = (at: number) => change(withParts(condition, parts.toSpliced(at, 1)));
  const add = (part: Condition) => change(withParts(condition, [...parts, part]));
  const join = (event: Event) =>
    change(chosen(event) === 'any' ? { any: [...parts] } : { all: [...parts] });
  return html`<div class="group" role="group">
    <select class="field" aria-label=${words.when} @change=${join}>
      <option value="all" ?selected=${'all' in condition}>${words.all}</option>
      <option value="any" ?selected=${'any' in condition}>${words.any}</option>
    </select>
    <ul>
      ${parts.map((part, at) => partEditor(part, { set: (next) => set(at, next), remove: () => remove(at) }, of, depth))}
    </ul>
    <p class="row">
      <button type="button" class="link small" data-add-condition @click=${() => add(about('metric:revenue'))}>${words.addCondition}</button>
      ${depth < DEEPEST ? html`<button type="button" class="link small" data-add-group @click=${() => add({ any: [about('metric:revenue')] })}>${words.addGroup}</button>` : nothing}
    </p>
  </div>`;
}

interface Part {
  set(next: Condition): void;
  remove(): void;
}

function partEditor(
  part: Condition,
  { set, remove }: Part,
  of: Subjects,
  depth: number,
): TemplateResult {
  const words = of.t.rules;
  const { inner, isNot } = positive(part);
  const change = (next: Condition) => set(negated(next, isNot));
  const negate = (event: Event) => set(negated(inner, (event.target as HTMLInputElement).checked));
  return html`<li class="part">
    <label class="small not"><input type="checkbox" .checked=${isNot} @change=${negate} /> ${words.not}</label>
    ${isGroup(inner) || 'not' in inner ? groupEditor(inner, change, of, depth + 1) : leafEditor(inner, change, of)}
    <button type="button" class="button icon quiet" aria-label=${words.removeCondition} @click=${remove}>×</button>
  </li>`;
}

function leafEditor(leaf: Leaf, change: (next: Leaf) => void, of: Subjects): TemplateResult {
  const words = of.t.rules;
  const hows = howsOf(leaf);
  return html`<span class="leaf">
    ${subjectSelect(leaf, change, of)}
    ${
      hows.length > 1
        ? html`<select class="field" aria-label=${words.how} data-how @change=${(event: Event) => change(compared(leaf, chosen(event) as How))}>
          ${hows.map((how) => html`<option value=${how} ?selected=${how === howOf(leaf)}>${words[how]}</option>`)}
        </select>`
        : nothing
    }
    ${valueEditor(leaf, change, of)}
  </span>`;
}

function subjectSelect(leaf: Leaf, change: (next: Leaf) => void, { recipe, schemes, t }: Subjects) {
  const words = t.rules;
  const now = subjectOf(leaf);
  const option = (value: string, text: string) =>
    html`<option value=${value} ?selected=${value === now}>${text}</option>`;
  const used = 'metric' in leaf ? leaf.metric.of : '';
  const attributes: string[] = [...ATTRIBUTES];
  if ('attribute' in leaf && !attributes.includes(leaf.attribute.of))
    attributes.push(leaf.attribute.of);
  return html`<select class="field subject" aria-label=${words.subject} data-subject @change=${(event: Event) => change(about(chosen(event)))}>
    <optgroup label=${words.metrics}>${metricChoices(recipe, used).map((metric) => option(`metric:${metric}`, metricName(metric, recipe, t)))}</optgroup>
    <optgroup label=${words.attributes}>${attributes.map((name) => option(`attribute:${name}`, attributeName(name, t)))}</optgroup>
    <optgroup label=${words.schemes}>${schemes.map(({ scheme }) => option(`segment:${scheme.id}`, t.names.scheme(scheme.id, scheme.name)))}</optgroup>
  </select>`;
}

function valueEditor(
  leaf: Leaf,
  change: (next: Leaf) => void,
  of: Subjects,
): TemplateResult | typeof nothing {
  if ('segment' in leaf) return segmentChoice(leaf, change, of);
  if ('attribute' in leaf) return textsInput(leaf, change, of);
  const words = of.t.rules;
  const { metric } = leaf;
  const how = howOf(leaf);
  if (how === 'known' || how === 'unknown') return nothing;
  const set = (key: 'at_least' | 'at_most') => (event: Event) => {
    const value = Number((event.target as HTMLInputElement).value);
    if (Number.isFinite(value)) change({ metric: { ...metric, [key]: value } });
  };
  const input = (key: 'at_least' | 'at_most', label: string) =>
    html`<input class="field number-field" type="number" step="any" aria-label=${label} data-value .value=${String(metric[key] ?? 0)} @change=${set(key)} />`;
  if (how === 'at_most') return input('at_most', words.value);
  if (how === 'at_least') return input('at_least', words.value);
  return html`${input('at_least', words.value)} – ${input('at_most', words.upper)}`;
}

function textsInput(
  leaf: Extract<Leaf, { attribute: unknown }>,
  change: (next: Leaf) => void,
  { values, t }: Subjects,
) {
  const words = t.rules;
  const { of, is = [], contains } = leaf.attribute;
  const how = howOf(leaf);
  if (how === 'known' || how === 'unknown') return nothing;
  const isList = how === 'is';
  const set = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    const texts = value.split(/[,，、;；]/).map((text) => text.trim());
    change({
      attribute: isList ? { of, is: texts.filter(Boolean) } : { of, contains: value.trim() },
    });
  };
  const offered = (isList && values?.get(of)) || [];
  return html`${offered.length ? valuePicker(offered, is, (next) => change({ attribute: { of, is: next } }), t) : nothing}
    <input class="field" data-value aria-label=${isList ? words.texts : words.value} placeholder=${isList ? words.texts : ''} .value=${isList ? is.join(', ') : (contains ?? '')} @change=${set} />`;
}

/** The texts that the files have, with their customers: nobody has to type them by heart. */
function valuePicker(
  offered: readonly AttributeValue[],
  picked: readonly string[],
  change: (next: string[]) => void,
  t: Translation,
) {
  const toggle = (text: string) => {
    const others = picked.filter((one) => one !== text);
    change(others.length < picked.length ? others : [...others, text]);
  };
  return html`<details class="value-picker" data-values>
    <summary class="small">${t.rules.pick(offered.length)}</summary>
    <div class="row checks">
      ${offered.map(
        ({ text, customers }) =>
          html`<label class="small"><input type="checkbox" .checked=${picked.includes(text)} @change=${() => toggle(text)} /> ${t.names.segment(text, text)} <span class="muted number">${t.integer(customers)}</span></label>`,
      )}
    </div>
  </details>`;
}

function segmentChoice(
  { segment }: Extract<Leaf, { segment: unknown }>,
  change: (next: Leaf) => void,
  { schemes, t }: Subjects,
) {
  const entry = schemes.find(({ scheme }) => scheme.id === segment.scheme);
  const toggle = (code: string) => (event: Event) => {
    const others = segment.is.filter((one) => one !== code);
    const isOn = (event.target as HTMLInputElement).checked;
    change({ segment: { ...segment, is: isOn ? [...others, code] : others } });
  };
  return html`<span class="row checks">
    ${(entry?.segments ?? []).map(
      ({ code, name }) =>
        html`<label class="small"><input type="checkbox" .checked=${segment.is.includes(code)} @change=${toggle(code)} /> ${t.names.segment(code, name)}</label>`,
    )}
  </span>`;
}

function chosen(event: Event): string {
  return (event.target as HTMLSelectElement).value;
}
