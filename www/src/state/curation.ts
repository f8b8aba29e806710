// The Identify room's own part of the state: which section is open, what was asked for it, and decisions with undo.
//
// A decision is a step of the corrections. Steps are collected (`wanted`) and applied together, because applying reads the files again.

import type {
  Correction,
  Corrections,
  DuplicatePage,
  FileReport,
  IssueCode,
  IssueRow,
} from '../engine/types.ts';
import type { Said, Section } from '../i18n/identify-words.ts';

export { type Said, SECTIONS, type Section } from '../i18n/identify-words.ts';

/** So many customers are compared without being asked to; more take seconds, in which nothing else is answered. */
export const SEARCHED_AT_ONCE = 50_000;

/** Groups of duplicates on a page. */
export const DUPLICATE_GROUPS = 10;

export interface DuplicateView {
  readonly offset: number;
  readonly page: DuplicatePage;
}

type Steps = readonly Correction[];

export interface Curation {
  readonly section: Section;
  /** The result that `report`, `duplicates` and `samples` are about; 0 when nothing was asked yet. */
  readonly revision: number;
  readonly report: FileReport | null;
  readonly duplicates: DuplicateView | null;
  /** The first rows of each kind of problem. */
  readonly samples: Readonly<Partial<Record<IssueCode, readonly IssueRow[]>>>;
  /** What the results were computed with. */
  readonly applied: Steps;
  /** What is wanted; the same as `applied` when nothing waits. */
  readonly wanted: Steps;
  readonly past: readonly Steps[];
  readonly future: readonly Steps[];
  /** How many more rows are used since the corrections were applied last; none before. */
  readonly saved: number | null;
  readonly said: Said | null;
}

export const NO_CURATION: Curation = {
  section: 'came_in',
  revision: 0,
  report: null,
  duplicates: null,
  samples: {},
  applied: [],
  wanted: [],
  past: [],
  future: [],
  saved: null,
  said: null,
};

/** What can happen in the room. */
export type Curated =
  | { readonly did: 'section'; readonly section: Section }
  | { readonly did: 'asked'; readonly revision: number; readonly isSearched: boolean }
  | { readonly did: 'report'; readonly report: FileReport }
  | { readonly did: 'duplicates'; readonly view: DuplicateView }
  | {
      readonly did: 'sample';
      readonly code: IssueCode;
      readonly rows: readonly IssueRow[];
    }
  | {
      readonly did: 'correct';
      readonly step: Correction;
      /** Key of the decision whose place it takes, beside an earlier one about the same thing. */
      readonly insteadOf?: string | undefined;
      readonly said?: Said | undefined;
    }
  | { readonly did: 'retract'; readonly key: string; readonly said?: Said }
  | { readonly did: 'drop' }
  | { readonly did: 'undo' }
  | { readonly did: 'redo' }
  | { readonly did: 'loaded'; readonly steps: Steps }
  | { readonly did: 'applied'; readonly steps: Steps; readonly saved: number }
  /** A decision is in effect, or taken back, without the files being read again. */
  | { readonly did: 'settled'; readonly step: Correction; readonly isSet: boolean };

export function curate(curation: Curation, what: Curated): Curation {
  switch (what.did) {
    case 'section':
      return { ...curation, section: what.section, saved: null, said: null };
    case 'asked':
      return {
        ...curation,
        revision: what.revision,
        samples: {},
        // Groups of before stay until those of now are there, unless nobody looks for them now.
        duplicates: what.isSearched ? curation.duplicates : null,
      };
    case 'report':
      return { ...curation, report: what.report };
    case 'duplicates':
      return { ...curation, duplicates: what.view };
    case 'sample':
      return { ...curation, samples: { ...curation.samples, [what.code]: what.rows } };
    case 'correct':
      return wished(
        curation,
        withStep(without(curation.wanted, what.insteadOf ?? ''), what.step),
        what.said,
      );
    case 'retract':
      return wished(curation, without(curation.wanted, what.key), what.said);
    case 'drop':
      return wished(curation, []);
    case 'undo':
      return undone(curation);
    case 'redo':
      return redone(curation);
    case 'loaded':
      return { ...curation, applied: what.steps, wanted: what.steps, past: [], future: [] };
    case 'applied':
      return { ...curation, applied: what.steps, saved: what.saved, said: null };
    case 'settled':
      return settled(curation, what.step, what.isSet);
    default:
      return what satisfies never;
  }
}

/** What a step is about; a later step about the same thing takes the place of an earlier one. */
export function keyOf(step: Correction): string {
  switch (step.do) {
    case 'set':
      return JSON.stringify(['set', step.file, step.sheet, step.row, step.field]);
    case 'replace':
      return JSON.stringify(['replace', step.field, step.from]);
    case 'merge':
    case 'apart':
      return groupKey(step.ids);
    case 'override':
      return JSON.stringify(['override', step.id, step.scheme]);
    default:
      return step satisfies never;
  }
}

/** The same for a group of customers, whatever was decided about them. */
export function groupKey(ids: readonly string[]): string {
  return JSON.stringify(['group', ...[...ids].sort()]);
}

/** Steps as a document. */
export function correctionsOf(steps: Steps): Corrections {
  return { corrections: 1, steps: [...steps] };
}

/** Steps that would be done by applying, and steps that would be taken back. */
export function pending({ applied, wanted }: Curation): {
  readonly added: Steps;
  readonly gone: Steps;
} {
  const before = new Set(applied.map((step) => JSON.stringify(step)));
  const after = new Set(wanted.map((step) => JSON.stringify(step)));
  return {
    added: wanted.filter((step) => !before.has(JSON.stringify(step))),
    gone: applied.filter((step) => !after.has(JSON.stringify(step))),
  };
}

/** How many decisions wait. Another answer to the same question is one decision. */
export function pendingCount(curation: Curation): number {
  const { added, gone } = pending(curation);
  return new Set([...added, ...gone].map(keyOf)).size;
}

/** Among those applied and those wanted alike; what else waits goes on waiting. */
function settled(curation: Curation, step: Correction, isSet: boolean): Curation {
  const change = (steps: Steps) => (isSet ? withStep(steps, step) : without(steps, keyOf(step)));
  const wanted = wished(curation, change(curation.wanted));
  return { ...wanted, applied: change(curation.applied) };
}

function withStep(steps: Steps, step: Correction): Steps {
  const key = keyOf(step);
  const at = steps.findIndex((other) => keyOf(other) === key);
  return at < 0 ? [...steps, step] : steps.map((other, index) => (index === at ? step : other));
}

function without(steps: Steps, key: string): Steps {
  return steps.filter((step) => keyOf(step) !== key);
}

function wished(curation: Curation, wanted: Steps, said: Said | null = null): Curation {
  if (JSON.stringify(wanted) === JSON.stringify(curation.wanted)) return { ...curation, said };
  const past = [...curation.past, curation.wanted];
  return { ...curation, wanted, past, future: [], said };
}

function undone(curation: Curation): Curation {
  const wanted = curation.past.at(-1);
  if (!wanted) return curation;
  const future = [curation.wanted, ...curation.future];
  return { ...curation, wanted, past: curation.past.slice(0, -1), future, said: null };
}

function redone(curation: Curation): Curation {
  const [wanted, ...future] = curation.future;
  if (!wanted) return curation;
  const past = [...curation.past, curation.wanted];
  return { ...curation, wanted, past, future, said: null };
}
