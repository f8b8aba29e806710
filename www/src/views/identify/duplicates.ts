// Customers who are likely to be one: groups one below the other, decided by a click or a key, applied together.

import { html, nothing, type TemplateResult } from 'lit';
import { DUPLICATE_GROUPS, type DuplicateView } from '../../state/curation.ts';
import type { View } from '../view.ts';
import { decide } from './duplicate-decision.ts';
import { duplicateGroup } from './duplicate-group.ts';
import { duplicatePolicy } from './duplicate-policy.ts';
import { clean } from './inputs.ts';

export function duplicates(view: View): TemplateResult {
  const { state, t } = view;
  const words = t.duplicates;
  const shown = state.curation.duplicates;
  if (!shown) return html`<p class="muted" aria-busy="true">${t.identify.loading}</p>`;
  const { page, offset } = shown;
  const { said } = state.curation;
  return html`<p>${words.lead(page.total, page.customers, page.open)}</p>
    ${certain(view, shown)} ${duplicatePolicy(view, page)}
    <p class="visually-hidden" role="status">${said ? words.said(said) : nothing}</p>
    ${
      page.groups.length > 0
        ? html`${legend(view)}
            <div class="groups" @keydown=${onKey(view, shown)}>
              ${page.groups.map((group, at) => duplicateGroup(view, page, group, offset + at))}
            </div>
            ${pager(view, shown)}`
        : nothing
    }`;
}

/** Certain groups can be merged all at once: a rule of the recipe, so that it can be taken back at once. */
function certain(view: View, { page }: DuplicateView): TemplateResult | typeof nothing {
  const cleaning = view.state.recipe?.cleaning;
  if (!cleaning || page.certain === 0) return nothing;
  const words = view.t.duplicates;
  const isOn = cleaning.duplicates.merge === 'certain';
  const toggle = () =>
    clean(view, { duplicates: { ...cleaning.duplicates, merge: isOn ? 'reviewed' : 'certain' } });
  return html`<div class="row certain">
    <p class="grow">${isOn ? words.isMergingCertain : words.certain(page.certain)}</p>
    <button type="button" class="button" data-certain @click=${toggle}>
      ${isOn ? words.unmergeCertain : words.mergeCertain(page.certain)}
    </button>
  </div>`;
}

function legend({ t }: View): TemplateResult {
  const words = t.duplicates;
  return html`<p class="legend muted tiny">
    <span><b class="sign" aria-hidden="true">=</b> ${words.agreement.same}</span>
    <span><b class="sign" aria-hidden="true">≈</b> ${words.agreement.similar}</span>
    <span><b class="sign" aria-hidden="true">≠</b> ${words.agreement.different}</span>
    <span><b class="sign" aria-hidden="true">·</b> ${words.agreement.missing}</span>
    <span class="hint">${words.keys}</span>
  </p>`;
}

const KEYS = { m: 'merge', a: 'apart', u: 'undo' } as const;

/** Arrows go from group to group, letters decide; not while something is typed or chosen. */
function onKey(view: View, shown: DuplicateView): (event: KeyboardEvent) => void {
  return (event) => {
    const { target, currentTarget } = event;
    if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return;
    if (event.ctrlKey || event.metaKey || event.altKey || target.closest('input, select')) return;
    const groups = [...currentTarget.querySelectorAll<HTMLElement>('[data-group]')];
    const at = groups.findIndex((group) => group.contains(target));
    const group = shown.page.groups[at];
    if (!group) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      const next = groups[at + (event.key === 'ArrowDown' ? 1 : -1)];
      event.preventDefault();
      next?.focus();
      next?.scrollIntoView({ block: 'nearest' });
      return;
    }
    const did = KEYS[event.key.toLowerCase() as keyof typeof KEYS];
    if (!did) return;
    event.preventDefault();
    decide(view, group, did, shown.offset + at);
    // The button that had the focus may be gone; the group is not.
    groups[at]?.focus();
  };
}

function pager(view: View, { page, offset }: DuplicateView): TemplateResult | typeof nothing {
  const { t, act } = view;
  if (page.total <= DUPLICATE_GROUPS) return nothing;
  const step = (label: string, to: number) => html`<button
    type="button"
    class="button"
    aria-disabled=${to < 0 || to >= page.total ? 'true' : 'false'}
    @click=${() => to < 0 || to >= page.total || act.curate.showDuplicates(to)}
  >${label}</button>`;
  return html`<div class="row pager">
    ${step(t.data.previous, offset - DUPLICATE_GROUPS)}
    <span class="muted small number">${t.duplicates.groupsShown(offset + 1, offset + page.groups.length, page.total)}</span>
    ${step(t.data.next, offset + DUPLICATE_GROUPS)}
  </div>`;
}
