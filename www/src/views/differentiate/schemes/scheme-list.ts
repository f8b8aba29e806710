// All schemes: how they divide the customers, which one names them, which one decides how they are treated.

import { html, nothing, type TemplateResult } from 'lit';
import { ratio, sum } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { Recipe, SchemeEntry, SegmentFigures } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import type { DifferentiateProps } from '../contract.ts';
import { schemeMark } from '../scheme-mark.ts';
import { isEditable } from './drafts.ts';

export interface ListActions {
  change(changes: Partial<Recipe>): void;
  /** Opens the editor: of the scheme itself when it is an own one, of a copy otherwise. */
  edit(entry: SchemeEntry): void;
}

export function schemeList(
  entries: readonly SchemeEntry[],
  props: DifferentiateProps,
  actions: ListActions,
): TemplateResult {
  return html`<ul class="schemes">
    ${entries.map((entry) => line(entry, props, actions))}
  </ul>`;
}

function line(entry: SchemeEntry, props: DifferentiateProps, actions: ListActions): TemplateResult {
  const { t, recipe } = props;
  const words = t.schemes;
  const { id, name } = entry.scheme;
  const uses = [
    id === recipe.segment ? words.names : '',
    id === recipe.tier ? words.treats : '',
    entry.own ? words.own : '',
    entry.fits ? '' : words.unfit,
  ].filter(Boolean);
  return html`<li class="scheme" data-scheme=${id}>
    <div class="scheme-name">
      <h3>${t.names.scheme(id, name)}</h3>
      <p class="tiny muted">${[countOf(entry, props), ...uses].join(' · ')}</p>
    </div>
    ${bar(entry, props)}
    <div class="row no-print">${buttons(entry, props, actions)}</div>
  </li>`;
}

/** Segments of those who fell to none of the others. */
const REST: readonly string[] = ['others', 'unknown'];

/** How many segments were defined; who fell to none of them stands apart, where there is anybody. */
function countOf({ scheme, segments }: SchemeEntry, props: DifferentiateProps): string {
  const { t } = props;
  const held = segmentsOf(props, scheme.id).filter(({ customers }) => customers > 0);
  // Clusters and values of attributes follow from the customers.
  const all = segments.length ? segments : held;
  const defined = all.filter(({ code }) => !REST.includes(code)).length;
  const rest = held
    .filter(({ code }) => REST.includes(code))
    .map(({ code, name }) => t.names.segment(code, name));
  const words = t.schemes;
  return rest.length ? words.countAnd(defined, t.list(rest)) : words.count(defined);
}

function segmentsOf({ whole }: DifferentiateProps, scheme: string): readonly SegmentFigures[] {
  return whole?.schemes.find(({ id }) => id === scheme)?.segments ?? [];
}

function bar({ scheme }: SchemeEntry, props: DifferentiateProps) {
  const { t, summary } = props;
  const figures = segmentsOf(props, scheme.id);
  const total = sum(figures, ({ customers }) => customers);
  if (total === 0) return html`<span></span>`;
  const share = ({ customers }: SegmentFigures) => ratio(customers, total);
  const text = (segment: SegmentFigures) =>
    t.schemes.bar(t.names.segment(segment.code, segment.name), share(segment));
  return html`<span class="scheme-bar" role="img" aria-label=${t.list(figures.map(text))}>
    ${figures.map((segment) =>
      segment.customers === 0
        ? nothing
        : html`<span
            class=${schemeMark(scheme.id, segment.code, figures, summary.tier_scheme)}
            data-tip=${text(segment)}
            ${vars({ w: share(segment) })}
          ></span>`,
    )}
  </span>`;
}

function buttons(
  entry: SchemeEntry,
  { t, recipe }: DifferentiateProps,
  { change, edit }: ListActions,
): readonly (TemplateResult | typeof nothing)[] {
  const words = t.schemes;
  const { id, name } = entry.scheme;
  const long = (text: string) => `${text}: ${t.names.scheme(id, name)}`;
  const button = (text: string, label: string, act: () => void) =>
    html`<button type="button" class="link small" aria-label=${label} @click=${act}>${text}</button>`;
  const isUsed = id === recipe.segment || id === recipe.tier;
  return [
    entry.fits && id !== recipe.segment
      ? button(words.nameBy, long(words.nameBy), () => change({ segment: id }))
      : nothing,
    entry.fits && id !== recipe.tier
      ? button(words.treatBy, long(words.treatBy), () => change({ tier: id }))
      : nothing,
    isEditable(entry.scheme)
      ? button(entry.own ? words.edit : words.view, long(entry.own ? words.edit : words.view), () =>
          edit(entry),
        )
      : nothing,
    entry.own
      ? removeButton(id, words.removeLong(t.names.scheme(id, name)), isUsed, recipe, change, t)
      : nothing,
  ];
}

function removeButton(
  id: string,
  label: string,
  isUsed: boolean,
  recipe: Recipe,
  change: ListActions['change'],
  t: Translation,
): TemplateResult {
  if (isUsed) return html`<span class="tiny muted">${t.schemes.inUse}</span>`;
  const schemes = recipe.schemes.filter((scheme) => scheme.id !== id);
  return html`<button type="button" class="link small" aria-label=${label} data-remove @click=${() => change({ schemes })}>${t.schemes.remove}</button>`;
}
