// The top bar: what this is, what is loaded, settings, the privacy badge, export.

import { html, nothing, type TemplateResult } from 'lit';
import type { ExportFormat } from '../engine/protocol.ts';
import * as icon from './icons.ts';
import { menu, menuItem } from './menu.ts';
import type { Theme, View } from './view.ts';

const EXPORTS: readonly ExportFormat[] = [
  'xlsx',
  'csv',
  'json',
  'customer_file',
  'issues',
  'summary',
  'recipe',
  'cleaning_log',
];
const THEMES: readonly Theme[] = ['auto', 'light', 'dark'];

export function topBar(view: View): TemplateResult {
  const { t, act, state } = view;
  return html`<header class=${state.results ? 'top loaded' : 'top'} part="header">
    <p class="product">${icon.mark}<span>${t.frame.product}</span></p>
    ${state.results ? dataButton(view) : nothing}
    <slot name="header"></slot>
    <span class="grow"></span>
    ${badge(view)}
    <button
      type="button"
      class="button quiet language"
      lang=${t.lang === 'en' ? 'zh-CN' : 'en'}
      aria-label=${t.frame.languageLabel}
      @click=${() => act.setLanguage(t.lang === 'en' ? 'zh-CN' : 'en')}
    >${t.frame.language}</button>
    ${settings(view)} ${state.results ? exportMenu(view) : nothing}
  </header>`;
}

function dataButton({ state, t, act }: View): TemplateResult | typeof nothing {
  const summary = state.results?.summary;
  if (!summary) return nothing;
  const count = new Set(summary.tables.map(({ file }) => file)).size;
  const span = summary.days_are_relative ? null : ([summary.first_day, summary.last_day] as const);
  const text = t.frame.loaded(count, summary.rows_read, span);
  return html`<button
    type="button"
    class="button quiet data"
    aria-label=${`${text}: ${t.frame.toData}`}
    @click=${() => act.go('identify')}
  >${icon.sheet}<span class="clip">${text}</span></button>`;
}

function badge({ state, t, act }: View): TemplateResult {
  const count = state.requests + state.workerRequests;
  return html`<button
    type="button"
    class=${count === 0 ? 'badge' : 'badge some'}
    part="privacy-badge"
    aria-haspopup="dialog"
    @click=${() => act.proof(true)}
  >${icon.lock}<span>${t.frame.badge(count)}</span>${
    count === 0 ? html`<span class="badge-more">· ${t.frame.offline}</span>` : nothing
  }</button>`;
}

function settings({ t, act, state, theme }: View): TemplateResult {
  const choice = (value: Theme) => html`<label class="menu-choice">
    <input
      type="radio"
      name="theme"
      value=${value}
      .checked=${value === theme}
      @change=${() => act.setTheme(value)}
    />${t.frame.themes[value]}
  </label>`;
  return menu({
    name: 'settings',
    label: icon.gear,
    title: `${t.frame.recipe}, ${t.frame.settings}`,
    body: html`<p class="menu-title">${t.frame.recipe}</p>
      ${menuItem(t.frame.openRecipe, act.chooseFiles)}
      ${state.recipe ? menuItem(t.frame.saveRecipe, () => act.save('recipe')) : nothing}
      ${state.recipe ? menuItem(t.frame.resetRecipe, act.resetRecipe) : nothing}
      <p class="menu-note">${t.frame.recipeNote}</p>
      <fieldset class="menu-group">
        <legend class="menu-title">${t.frame.theme}</legend>
        ${THEMES.map(choice)}
      </fieldset>
      <label class="menu-choice">
        <input type="checkbox" data-mask .checked=${state.isMasked} @change=${() => act.mask(!state.isMasked)} />
        ${t.sharing.mask}
      </label>
      <p class="menu-note">${t.sharing.maskNote}</p>
      ${state.results ? menuItem(t.frame.startOver, act.startOver) : nothing}`,
  });
}

function exportMenu({ t, act, state }: View): TemplateResult {
  // A file with customer data is only offered where there is something in it.
  const hasCorrections = state.curation.applied.length > 0;
  const formats = hasCorrections ? [...EXPORTS, 'corrections' as const] : EXPORTS;
  return menu({
    name: 'export',
    label: t.frame.export,
    isPrimary: true,
    body: [
      ...formats.map((format) => menuItem(t.frame.exports[format], () => act.save(format))),
      html`<p class="menu-title">${t.sharing.menuTitle}</p>`,
      menuItem(t.sharing.menu, () => act.sharing(true)),
    ],
  });
}
