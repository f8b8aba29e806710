// The editor of one scheme: its name, save and discard, and the panel of its kind.

import { html, nothing, type TemplateResult } from 'lit';
import type {
  AttributeValue,
  CellCount,
  PartitionReport,
  SchemeEntry,
  SegmentPreview,
} from '../../../engine/types.ts';
import type { DifferentiateProps } from '../contract.ts';
import type { ClusterScheme } from './clusters/clusters.ts';
import {
  type Draft,
  isSaidDraft,
  nameTaken,
  renamed,
  schemeOfDraft,
  segmentNamedTwice,
} from './drafts.ts';
import { schemeForm } from './forms.ts';
import { type RowCounts, rulesEditor } from './rules-editor.ts';
import { canSave, tablePanel } from './table-panel.ts';

export interface Editor {
  readonly draft: Draft;
  readonly entries: readonly SchemeEntry[];
  readonly counts: readonly CellCount[];
  readonly report: PartitionReport | undefined;
  readonly rowCounts: RowCounts;
  /** The segments of a form with their customers, while it is edited. */
  readonly preview: readonly SegmentPreview[] | undefined;
  /** The most frequent texts of the attributes that rules speak of. */
  readonly values: ReadonlyMap<string, readonly AttributeValue[]>;
  /** Columns of the files' own. */
  readonly own: readonly string[];
  set(draft: Draft | null): void;
  save(draft: Draft): void;
  /** Selects customers of a scheme of the recipe, or all again. */
  select(scheme: string, code: string): void;
}

export function editor(data: Editor, props: DifferentiateProps): TemplateResult {
  const { draft, set, save } = data;
  const { t } = props;
  const words = t.schemes.editor;
  const { name } = draft.kind === 'table' ? draft.painting : draft.scheme;
  const isSaid =
    draft.kind === 'table' ? canSave({ draft, report: data.report }) : isSaidDraft(draft);
  const taken = nameTaken(draft, data.entries, t);
  const twice = segmentNamedTwice(draft, t);
  const isReady = isSaid && taken === undefined && twice === undefined;
  return html`<header class="row schemes-head">
      <button type="button" class="button quiet" data-back @click=${() => set(null)}>← ${words.back}</button>
      <label class="label grow">${words.name}<input class="field grow" data-name .value=${name} @change=${(event: Event) => set(renamed(draft, (event.target as HTMLInputElement).value))} /></label>
      <button type="button" class="button" @click=${() => set(null)}>${words.cancel}</button>
      <button type="button" class="button primary" data-save aria-disabled=${isReady ? 'false' : 'true'} title=${words.saveMeans} @click=${() => isReady && save(draft)}>${words.save}</button>
    </header>
    ${taken === undefined ? nothing : html`<p class="notice" role="status" data-taken>${words.taken(taken)}</p>`}
    ${twice === undefined ? nothing : html`<p class="notice" role="status" data-twice>${words.twice(twice)}</p>`}
    ${panel(data, props)}`;
}

function panel(data: Editor, props: DifferentiateProps): TemplateResult {
  const { t, recipe } = props;
  const { draft, counts, report, set } = data;
  // Rules may ask for segments of schemes that come before.
  const { id } = schemeOfDraft(draft, t);
  const at = data.entries.findIndex(({ scheme }) => scheme.id === id);
  const schemes = at < 0 ? data.entries : data.entries.slice(0, at);
  const { preview, values, own } = data;
  const known = schemes.filter(({ segments }) => segments.length > 0);
  const subjects = { recipe, schemes: known, values, own, preview, t };
  switch (draft.kind) {
    case 'table': {
      const to = (next: object) => set({ ...draft, ...next });
      return tablePanel({ draft, counts, report, scores: recipe.scores, set: to }, t);
    }
    case 'rules':
      return rulesEditor(
        draft.scheme,
        data.rowCounts,
        (scheme) => set({ ...draft, scheme }),
        subjects,
      );
    case 'clusters': {
      const change = (scheme: ClusterScheme) => set({ ...draft, scheme });
      return html`<ct-clusters .panel=${{ scheme: draft.scheme, props, change, select: data.select }}></ct-clusters>`;
    }
    case 'form':
      return schemeForm(draft.scheme, (scheme) => set({ ...draft, scheme } as Draft), subjects);
    default:
      return draft satisfies never;
  }
}
