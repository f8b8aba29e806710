// The one reducer: state and what happened → state. No clock, no engine, no DOM.

import type { Failure } from '../engine/failure.ts';
import type {
  DateOrder,
  Field,
  Filter,
  Inspection,
  Overview,
  Progress,
  Recipe,
} from '../engine/types.ts';
import { type Curated, curate } from './curation.ts';
import type { Document } from './document-file.ts';
import { assigned, draftOf, withMoreColumns } from './draft.ts';
import { filtered, listable } from './filter.ts';
import { type History, remembered } from './history.ts';
import {
  INITIAL,
  type IssueView,
  type LoadedFile,
  type Results,
  type SeenSheet,
  type Stage,
  type State,
} from './state.ts';

/** What can happen. */
export type Action =
  | { readonly type: 'reading'; readonly name: string; readonly now: number }
  | { readonly type: 'inspected'; readonly file: LoadedFile }
  | { readonly type: 'inspected-again'; readonly inspections: readonly Inspection[] }
  | { readonly type: 'ask-mapping' }
  | {
      readonly type: 'assign';
      readonly key: string;
      readonly column: number;
      readonly field: Field | null;
    }
  | { readonly type: 'more-columns'; readonly key: string }
  | { readonly type: 'date-order'; readonly order: DateOrder | null }
  | { readonly type: 'importing'; readonly name: string; readonly now: number }
  | { readonly type: 'progress'; readonly progress: Progress; readonly now: number }
  | { readonly type: 'results'; readonly results: Results; readonly stage?: Stage }
  | { readonly type: 'give-up' }
  | { readonly type: 'back' }
  | { readonly type: 'lost-file'; readonly index: number }
  | { readonly type: 'failed'; readonly failure: Failure }
  | { readonly type: 'dismiss'; readonly id: number }
  | { readonly type: 'recipe'; readonly recipe: Recipe; readonly history?: History }
  | { readonly type: 'obeyed'; readonly kind: Document['kind'] }
  | { readonly type: 'decided'; readonly recipe: Recipe; readonly gesture: string | null }
  | { readonly type: 'filter'; readonly filter: Filter }
  | { readonly type: 'list'; readonly listed: State['listed'] }
  | { readonly type: 'overview'; readonly overview: Overview }
  | { readonly type: 'pending'; readonly isPending: boolean }
  | { readonly type: 'stage'; readonly stage: Stage }
  | { readonly type: 'issues'; readonly view: IssueView | null }
  | { readonly type: 'curated'; readonly what: Curated }
  | { readonly type: 'proof'; readonly isOpen: boolean }
  | { readonly type: 'sharing'; readonly isOpen: boolean }
  | {
      readonly type: 'masked';
      readonly isMasked: boolean;
      readonly inspections: readonly Inspection[];
    }
  | { readonly type: 'paste'; readonly isOpen: boolean }
  | { readonly type: 'requests'; readonly page?: number; readonly worker?: number }
  | { readonly type: 'violation' }
  | { readonly type: 'reset' };

export function reduce(state: State, action: Action): State {
  switch (action.type) {
    case 'reading':
      return {
        ...state,
        phase: 'reading',
        notices: state.work ? state.notices : [],
        obeyed: state.work ? state.obeyed : [],
        work: work(action),
      };
    case 'inspected':
      return inspected(state, action.file);
    case 'inspected-again':
      return reinspected(state, action.inspections);
    case 'ask-mapping':
      return { ...state, phase: 'mapping', work: null, draft: draftOf(state.files, state.recipe) };
    case 'assign':
      return draftChanged(state, action);
    case 'more-columns':
      return { ...state, draft: state.draft && withMoreColumns(state.draft, action.key) };
    case 'date-order':
      return { ...state, draft: state.draft && { ...state.draft, dateOrder: action.order } };
    case 'importing':
      return { ...state, phase: 'importing', work: work(action) };
    case 'progress':
      return progressed(state, action.progress, action.now);
    case 'results':
      return arrived(state, action.results, action.stage);
    case 'give-up':
      return {
        ...back(state),
        files: state.files.slice(0, state.files.length - state.added),
        added: 0,
      };
    case 'back':
      return back(state);
    case 'lost-file':
      return withoutFile(state, action.index);
    case 'failed':
      return { ...state, isPending: false, notices: noticed(state, action.failure) };
    case 'dismiss':
      return { ...state, notices: state.notices.filter(({ id }) => id !== action.id) };
    case 'recipe':
      return { ...state, recipe: action.recipe, history: action.history ?? state.history };
    case 'obeyed':
      return { ...state, obeyed: [...new Set([...state.obeyed, action.kind])] };
    case 'decided':
      return decided(state, action.recipe, action.gesture);
    case 'filter':
      return { ...state, ...filtered(state, action.filter), isPending: true };
    case 'list':
      return { ...state, listed: action.listed, stage: 'differentiate', isListAsked: true };
    case 'overview':
      return withOverview(state, action.overview);
    case 'pending':
      return { ...state, isPending: action.isPending };
    case 'stage':
      return { ...state, stage: action.stage, isListAsked: false };
    case 'issues':
      return { ...state, issues: action.view };
    case 'curated':
      return { ...state, curation: curate(state.curation, action.what) };
    case 'paste':
      return { ...state, isPasteOpen: action.isOpen };
    case 'sharing':
      return { ...state, isSharingOpen: action.isOpen };
    case 'masked':
      return masked(state, action.isMasked, action.inspections);
    case 'proof':
      return { ...state, isProofOpen: action.isOpen };
    case 'requests':
      return {
        ...state,
        requests: state.requests + (action.page ?? 0),
        workerRequests: action.worker ?? state.workerRequests,
      };
    case 'violation':
      return { ...state, violations: state.violations + 1 };
    case 'reset':
      return keptOnReset(state);
    default:
      return unknown(action);
  }
}

/** The recipe of before can be had back. */
function decided(state: State, recipe: Recipe, gesture: string | null): State {
  const { history, recipe: before } = state;
  return {
    ...state,
    recipe,
    // It is no longer the recipe of the file.
    obeyed: state.obeyed.filter((kind) => kind !== 'recipe'),
    history: before ? remembered(history, before, gesture) : history,
  };
}

function work({ name, now }: { name: string; now: number }): State['work'] {
  return { name, progress: null, started: now, now };
}

function progressed(state: State, progress: Progress, now: number): State {
  if (!state.work) return state;
  const name = state.files[progress.file]?.name ?? state.work.name;
  return { ...state, work: { ...state.work, name, progress, now } };
}

function inspected(state: State, file: LoadedFile): State {
  const { files, added } = state;
  return {
    ...state,
    files: [...files, file],
    added: added + 1,
    sheets: seenSheets(state, [file.inspection]),
  };
}

/** The answer to a question of encoding leaves no doubt; the other answers stay in sight. */
function asked(now: Inspection, before: Inspection): Inspection {
  const encodings = now.encodings.length > 0 ? now.encodings : before.encodings;
  return { ...now, encodings };
}

/** A name that several workbooks have is hidden only where it is in all of them. */
function seenSheets({ sheets }: State, inspections: readonly Inspection[]): readonly SeenSheet[] {
  const seen = new Map(sheets.map(({ name, hidden }) => [name, hidden]));
  for (const { sheet, hidden } of inspections.flatMap(({ tables }) => tables)) {
    if (sheet !== null) seen.set(sheet, hidden && seen.get(sheet) !== false);
  }
  return [...seen].map(([name, hidden]) => ({ name, hidden }));
}

function draftChanged(state: State, action: Extract<Action, { type: 'assign' }>): State {
  if (!state.draft) return state;
  return { ...state, draft: assigned(state.draft, action.key, action.column, action.field) };
}

function reinspected(state: State, inspections: readonly Inspection[]): State {
  const files = state.files.map((file, at) => ({
    ...file,
    inspection: asked(inspections[at] ?? file.inspection, file.inspection),
  }));
  const sheets = seenSheets(state, inspections);
  const draft = draftOf(files, state.recipe);
  return { ...state, phase: 'mapping', work: null, files, sheets, draft };
}

/** Everything that names somebody is asked for again; what is open of it closes. */
function masked(state: State, isMasked: boolean, inspections: readonly Inspection[]): State {
  const files = state.files.map((file, at) => ({
    ...file,
    inspection: inspections[at] ?? file.inspection,
  }));
  return { ...state, isMasked, files, issues: null, revision: state.revision + 1 };
}

function arrived(state: State, results: Results, stage: Stage | undefined): State {
  return {
    ...state,
    phase: 'ready',
    stage: stage ?? state.stage,
    added: 0,
    work: null,
    draft: null,
    results,
    listed: listable(state.listed, results.summary),
    revision: state.revision + 1,
    isPending: false,
    // Rows that are looked at stay until those of this result are there, if there still are any.
    issues: results.summary.issues.some(({ code }) => code === state.issues?.code)
      ? state.issues
      : null,
  };
}

function withoutFile(state: State, index: number): State {
  const isNew = index >= state.files.length - state.added;
  const files = state.files.filter((_, at) => at !== index);
  return { ...state, files, added: isNew ? state.added - 1 : state.added };
}

/** To where we came from: the results of before are still there. */
function back(state: State): State {
  return { ...state, phase: state.results ? 'ready' : 'empty', work: null, draft: null };
}

function withOverview(state: State, overview: Overview): State {
  const results = state.results && { ...state.results, overview };
  return { ...state, results, isPending: false };
}

let lastNotice = 0;

/** The same thing is told once. */
function noticed(state: State, failure: Failure): State['notices'] {
  const text = JSON.stringify(failure);
  const others = state.notices.filter((notice) => JSON.stringify(notice.failure) !== text);
  lastNotice += 1;
  return [...others, { id: lastNotice, failure }];
}

function keptOnReset(state: State): State {
  const { recipe, revision, isMasked, requests, workerRequests, violations } = state;
  return { ...INITIAL, recipe, revision, isMasked, requests, workerRequests, violations };
}

function unknown(action: never): never {
  throw new Error(`unknown action ${JSON.stringify(action)}`);
}
