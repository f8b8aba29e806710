// Published tables and common rules that are taken into the recipe by a click.

import { html, nothing, type TemplateResult } from 'lit';
import type { Scheme, SchemeEntry } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export function libraryList(
  library: readonly Scheme[],
  entries: readonly SchemeEntry[],
  t: Translation,
  take: (schemes: readonly Scheme[]) => void,
): TemplateResult | typeof nothing {
  const words = t.schemes;
  const left = offered(library, entries);
  if (left.length === 0) return nothing;
  return html`<details class="as-table no-print" data-library>
    <summary>${words.library(left.length)}</summary>
    <p class="small muted">${words.libraryMeans}</p>
    <ul class="library">
      ${left.map((scheme) => {
        const name = t.names.scheme(scheme.id, scheme.name);
        const taken = () => take(withNeeded(scheme, library, entries));
        return html`<li class="row" data-offer=${scheme.id}>
          <span class="grow">${name} ${kindOf(scheme, t)}</span>
          <button type="button" class="link small" aria-label=${words.takeLong(name)} @click=${taken}>${words.take}</button>
        </li>`;
      })}
    </ul>
  </details>`;
}

/** Those that are not there yet. */
export function offered(
  library: readonly Scheme[],
  entries: readonly Pick<SchemeEntry, 'scheme'>[],
): Scheme[] {
  const known = new Set(entries.map(({ scheme }) => scheme.id));
  return library.filter(({ id }) => !known.has(id));
}

/** A scheme that chooses among others needs them before it. */
export function withNeeded(
  scheme: Scheme,
  library: readonly Scheme[],
  entries: readonly Pick<SchemeEntry, 'scheme'>[],
): Scheme[] {
  if (scheme.rule !== 'adaptive') return [scheme];
  const named = new Set(scheme.steps.map((step) => step.scheme));
  return [...offered(library, entries).filter(({ id }) => named.has(id)), scheme];
}

function kindOf({ rule }: Scheme, t: Translation): TemplateResult | typeof nothing {
  const kinds: Readonly<Record<string, string>> = t.rules.kinds;
  const kind = kinds[rule];
  return kind ? html`<span class="tiny muted">${kind}</span>` : nothing;
}
