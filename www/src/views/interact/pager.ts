// From page to page of a long list.

import { html, type TemplateResult } from 'lit';
import type { Translation } from '../../i18n/index.ts';

export interface Pager {
  readonly offset: number;
  readonly limit: number;
  readonly total: number;
  /** Rows on this page. */
  readonly count: number;
  show(offset: number): void;
}

export function pager(
  { offset, limit, total, count, show }: Pager,
  t: Translation,
): TemplateResult {
  const words = t.differentiate.list;
  return html`<p class="row small">
    <span class="muted number">${t.interact.range(Math.min(offset + 1, total), offset + count, total)}</span>
    <button type="button" class="button quiet no-print" ?disabled=${offset === 0} @click=${() => show(Math.max(0, offset - limit))}>${words.previous}</button>
    <button type="button" class="button quiet no-print" ?disabled=${offset + limit >= total} @click=${() => show(offset + limit)}>${words.next}</button>
  </p>`;
}
