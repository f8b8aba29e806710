// The rules of owners: when a customer goes back to the pool, and which skills a tier, an area or an industry needs. They name nobody.

import { html, type TemplateResult } from 'lit';
import type { Ownership, Recipe, Scheme, SkillRule } from '../../../engine/types.ts';
import type { DifferentiateProps } from '../../differentiate/contract.ts';
import { labelled, numberField, several, textField } from '../fields.ts';

/** Ready-made schemes by which skills are given besides tiers. */
const READY = ['area', 'region', 'industry'];

/** The library, with a scheme of regions as the files write them beside that of areas, which are made from provinces. */
export function libraryForSkills(library: readonly Scheme[]): readonly Scheme[] {
  return library.flatMap((scheme) =>
    scheme.id === 'area' && scheme.rule === 'attribute'
      ? [scheme, { ...scheme, id: 'region', name: 'Region', of: 'region' }]
      : [scheme],
  );
}

/** By which scheme skills are given, and how to choose another one. */
export interface SkillsBy {
  readonly scheme: string;
  readonly library: readonly Scheme[];
  choose(scheme: string): void;
}

export function ownerRules(
  props: DifferentiateProps,
  by: SkillsBy,
  change: (changes: Partial<Recipe>) => void,
): TemplateResult {
  const { recipe, t } = props;
  const { ownership } = recipe;
  const words = t.owners.rules;
  const set = (changes: Partial<Ownership>) => change({ ownership: { ...ownership, ...changes } });
  const recycle = numberField(
    { name: 'recycle_days', value: ownership.recycle_days, least: 1, most: 3650, whole: true },
    (recycle_days) => set({ recycle_days }),
    () => set({ recycle_days: null }),
  );
  return html`<details class="value-settings no-print">
    <summary>${words.title}: <span class="muted">${words.summary(ownership.recycle_days)}</span></summary>
    <div class="value-fields">
      ${labelled(words.recycle, recycle, words.recycleMeans)}
      ${labelled(words.skillsBy, schemeField(props, by, change), words.skillsByMeans)}
      ${segmentsOf(props, by.scheme).map(({ code, name }) => skillField(props, by.scheme, code, name, (skills) => set({ skills })))}
    </div>
  </details>`;
}

type Named = Pick<Scheme, 'id' | 'name'>;

/** Tiers, then schemes by what customers are, then the ready-made ones that are not in the recipe yet. */
export function schemesForSkills(
  tiers: Named,
  schemes: readonly Scheme[],
  library: readonly Scheme[],
): readonly Named[] {
  const own = schemes.filter(({ id, rule }) => id !== tiers.id && rule === 'attribute');
  const isNew = (id: string) => READY.includes(id) && schemes.every((scheme) => scheme.id !== id);
  return [tiers, ...own, ...library.filter(({ id }) => isNew(id))];
}

function schemeField(
  { recipe, whole, t }: DifferentiateProps,
  { scheme, library, choose }: SkillsBy,
  change: (changes: Partial<Recipe>) => void,
): TemplateResult {
  const tiers = whole?.schemes.find(({ id }) => id === recipe.tier);
  const named = { id: recipe.tier, name: tiers?.name ?? '' };
  const schemes = schemesForSkills(named, recipe.schemes, library);
  const pick = ({ target }: Event) => {
    const chosen = target instanceof HTMLSelectElement ? schemes[target.selectedIndex] : undefined;
    if (!chosen) return;
    choose(chosen.id);
    // A rule can only name a scheme that the recipe has.
    const missing = library.find(({ id }) => id === chosen.id);
    if (missing && recipe.schemes.every(({ id }) => id !== missing.id))
      change({ schemes: [...recipe.schemes, missing] });
  };
  return html`<select class="field" data-setting="skills_by" @change=${pick}>
    ${schemes.map(({ id, name }) => html`<option ?selected=${id === scheme}>${t.names.scheme(id, name)}</option>`)}
  </select>`;
}

/** The segments that have customers. */
function segmentsOf({ whole }: DifferentiateProps, scheme: string) {
  const segments = whole?.schemes.find(({ id }) => id === scheme)?.segments ?? [];
  return segments.filter(({ customers }) => customers > 0);
}

function skillField(
  { recipe, t }: DifferentiateProps,
  scheme: string,
  code: string,
  name: string,
  put: (skills: SkillRule[]) => void,
): TemplateResult {
  const words = t.owners.rules;
  const { skills } = recipe.ownership;
  const is = (rule: SkillRule) => rule.scheme === scheme && rule.segment === code;
  const label = words.skill(t.names.segment(code, name));
  const own = skills.filter(is).map(({ skill }) => skill);
  const change = (text: string) =>
    put([
      ...skills.filter((rule) => !is(rule)),
      ...several(text).map((skill) => ({ scheme, segment: code, skill })),
    ]);
  return labelled(
    label,
    textField(label, own.join(', '), change, t.owners.staff.several),
    words.skillMeans,
  );
}
