// What is being edited: a scheme of one's own, a copy of a built-in one, or a new one of some kind.

import type { Scheme, SchemeEntry, Scores, Segment } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { MOST_AXES } from './axes.ts';
import type { ClusterScheme } from './clusters/clusters.ts';
import { type FormScheme, formIsSaid } from './forms.ts';
import { freeName, isSameName } from './names.ts';
import { paintingOf, schemeOf } from './paint.ts';
import { type RuleScheme, rulesAreSaid } from './rules-editor.ts';
import { segmentsOf } from './table-editor.ts';
import type { TableDraft } from './table-panel.ts';

export type Draft =
  | ({ readonly kind: 'table' } & TableDraft)
  | { readonly kind: 'rules'; readonly scheme: RuleScheme }
  | { readonly kind: 'form'; readonly scheme: FormScheme }
  | { readonly kind: 'clusters'; readonly scheme: ClusterScheme };

/** Kinds of schemes that can be made here. */
export const KINDS = ['table', 'conditions', 'bands', 'quota', 'attribute', 'clusters'] as const;
export type Kind = (typeof KINDS)[number];

/** Tables of at most three axes are painted; rules that follow from the recipe's settings have nothing to edit. */
export function isEditable(scheme: Scheme): boolean {
  if (scheme.rule === 'table') return scheme.axes.length <= MOST_AXES;
  return KINDS.some((kind) => kind === scheme.rule);
}

export function draftOf(scheme: Scheme, scores: Scores): Draft | null {
  switch (scheme.rule) {
    case 'table': {
      const painting = paintingOf(scheme, scores);
      return painting && { kind: 'table', painting, brush: 0, unread: [] };
    }
    case 'conditions':
      return { kind: 'rules', scheme };
    case 'bands':
    case 'quota':
    case 'attribute':
      return { kind: 'form', scheme };
    case 'clusters':
      return { kind: 'clusters', scheme };
    default:
      return null;
  }
}

/** The scheme that a draft makes. */
export function schemeOfDraft(draft: Draft, t: Translation): Scheme {
  const scheme = draft.kind === 'table' ? schemeOf(draft.painting) : draft.scheme;
  return { ...scheme, name: scheme.name.trim() || t.schemes.newName };
}

export function renamed(draft: Draft, name: string): Draft {
  if (draft.kind === 'table') return { ...draft, painting: { ...draft.painting, name } };
  return { ...draft, scheme: { ...draft.scheme, name } } as Draft;
}

/** Whether a draft says everything that it has to; of tables the check says it. */
export function isSaidDraft(draft: Draft): boolean {
  if (draft.kind === 'table') return true;
  if (draft.kind === 'clusters') return draft.scheme.metrics.length > 0;
  return draft.kind === 'rules' ? rulesAreSaid(draft.scheme) : formIsSaid(draft.scheme);
}

/** The other scheme that is called as the draft is; undefined when its name is free. */
export function nameTaken(
  draft: Draft,
  entries: readonly SchemeEntry[],
  t: Translation,
): string | undefined {
  const { id, name: written } = schemeOfDraft(draft, t);
  const name = t.names.scheme(id, written);
  const others = entries.filter(({ scheme }) => scheme.id !== id);
  return namesOf(others, t).find((other) => isSameName(other, name));
}

/** A name that two segments of the draft have. Clusters and values of attributes are named by what they are. */
export function segmentNamedTwice(draft: Draft, t: Translation): string | undefined {
  const segments = segmentsOfDraft(draft);
  // Several rows of one code are one segment.
  const single = segments.filter(
    (one, at) => segments.findIndex(({ code }) => code === one.code) === at,
  );
  const names = single.map(({ code, name }) => t.names.segment(code, name));
  return names.find((name, at) => names.slice(0, at).some((other) => isSameName(other, name)));
}

function segmentsOfDraft(draft: Draft): readonly Pick<Segment, 'code' | 'name'>[] {
  if (draft.kind === 'table') return segmentsOf(draft.painting);
  if (draft.kind === 'clusters') return [];
  const { scheme } = draft;
  switch (scheme.rule) {
    case 'conditions':
      return [...scheme.rows, scheme.otherwise];
    case 'quota':
      return [...scheme.levels, scheme.otherwise];
    case 'bands':
      return scheme.segments;
    default:
      return [];
  }
}

function namesOf(entries: readonly SchemeEntry[], t: Translation): string[] {
  return entries.map(({ scheme }) => t.names.scheme(scheme.id, scheme.name));
}

/** What is edited of a scheme in the list: an own one itself, a copy of a built-in one. */
export function editedOf(
  { scheme, own }: SchemeEntry,
  entries: readonly SchemeEntry[],
  t: Translation,
): Scheme {
  if (own) return scheme;
  const copy = t.schemes.copyOf(t.names.scheme(scheme.id, scheme.name));
  const name = freeName(copy, namesOf(entries, t));
  return { ...scheme, id: freshId(entries), name };
}

const RFM = ['recency', 'frequency', 'monetary'] as const;

/** A scheme that works as it is, to begin with. */
export function newScheme(kind: Kind, entries: readonly SchemeEntry[], t: Translation): Scheme {
  const { others, newSegment } = t.schemes.editor;
  const first: Segment = { code: 'segment_1', name: newSegment(1), health: 'loyal' };
  const otherwise: Segment = { code: 'others', name: others, health: 'needs_care' };
  const wanted = kind === 'clusters' ? t.rules.kinds.clusters : t.schemes.newName;
  const common = { id: freshId(entries), name: freeName(wanted, namesOf(entries, t)) };
  switch (kind) {
    case 'table':
      return {
        ...common,
        rule: 'table',
        axes: ['r', 'f'],
        rows: [{ ...first, cells: '' }],
        otherwise,
      };
    case 'conditions': {
      const when = { all: [{ metric: { of: 'frequency', at_least: 2 } }] };
      return { ...common, rule: 'conditions', rows: [{ ...first, when }], otherwise };
    }
    case 'bands':
      return {
        ...common,
        rule: 'bands',
        metric: 'revenue',
        binning: { method: 'quantile', bins: 3 },
        segments: [
          { code: 'high', name: 'High', health: 'loyal' },
          { code: 'medium', name: 'Medium', health: 'growing' },
          { code: 'low', name: 'Low', health: 'needs_care' },
        ],
      };
    case 'quota': {
      const levels = [{ ...first, size: { share: 0.2 } }];
      return { ...common, rule: 'quota', metric: 'revenue', levels, ties: 'together', otherwise };
    }
    case 'clusters':
      return {
        ...common,
        rule: 'clusters',
        metrics: [...RFM],
        number: null,
      };
    default:
      return { ...common, rule: 'attribute', of: 'gender', top: 20, list: false };
  }
}

export function freshId(entries: readonly Pick<SchemeEntry, 'scheme'>[]): string {
  const taken = new Set(entries.map(({ scheme }) => scheme.id));
  let number = 1;
  while (taken.has(`own-${number}`)) number += 1;
  return `own-${number}`;
}
