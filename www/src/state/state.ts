// Everything the screen is a function of.

import type { Failure } from '../engine/failure.ts';
import type { IssuePage } from '../engine/protocol.ts';
import type {
  DateOrder,
  Field,
  Filter,
  Inspection,
  IssueCode,
  Listed,
  Offers,
  Overview,
  Plan,
  Progress,
  Recipe,
  Summary,
} from '../engine/types.ts';

import { type Curation, NO_CURATION } from './curation.ts';
import type { Document } from './document-file.ts';
import { EVERYBODY } from './filter.ts';
import { type History, NO_HISTORY } from './history.ts';

/** What is going on. Results of before stay on through `reading`, `mapping` and `importing`. */
export type Phase = 'empty' | 'reading' | 'mapping' | 'importing' | 'ready';

/** The four rooms. */
export const STAGES = ['identify', 'differentiate', 'interact', 'customize'] as const;
export type Stage = (typeof STAGES)[number];

/** A file that could be opened. */
export interface LoadedFile {
  readonly name: string;
  readonly inspection: Inspection;
}

/** How far the files are. Times are in milliseconds of one clock. */
export interface Work {
  /** File at work. */
  readonly name: string;
  readonly progress: Progress | null;
  readonly started: number;
  readonly now: number;
}

/** What the user says about columns, before it is confirmed. */
export interface Draft {
  /** For each table, by `file/table`, the role of each column. */
  readonly roles: Readonly<Record<string, readonly (Field | null)[]>>;
  /** Fields about which something was said. */
  readonly touched: readonly Field[];
  readonly dateOrder: DateOrder | null;
  /** For tables, by `file/table`, how many of their columns were asked for, where that is more than the first ones. */
  readonly columns: Readonly<Record<string, number>>;
  /** The column that was changed last, and what was said before that; null before the first change. */
  readonly last: {
    readonly key: string;
    readonly column: number;
    readonly start: Pick<Draft, 'roles' | 'touched'>;
  } | null;
}

/** What a run gave. */
export interface Results {
  readonly summary: Summary;
  readonly whole: Overview;
  readonly overview: Overview;
  readonly plan: Plan;
  readonly offers: Offers;
}

/** Something to tell; it stays until it is taken away. */
export interface Notice {
  readonly id: number;
  readonly failure: Failure;
}

/** Problem rows on a page. */
export const ISSUE_ROWS = 20;

/** Problem rows that are looked at. */
export interface IssueView {
  readonly code: IssueCode;
  readonly offset: number;
  readonly page: IssuePage | null;
}

/** A sheet of a workbook. */
export interface SeenSheet {
  readonly name: string;
  /** Whether spreadsheet programs show it only when asked to. */
  readonly hidden: boolean;
}

export interface State {
  readonly phase: Phase;
  readonly stage: Stage;
  readonly files: readonly LoadedFile[];
  /** How many of `files`, at the end, are not in the results yet. */
  readonly added: number;
  readonly work: Work | null;
  readonly draft: Draft | null;
  readonly notices: readonly Notice[];
  readonly recipe: Recipe | null;
  /** What was loaded last that says how to work: nothing else shows it while there are no results. */
  readonly obeyed: readonly Document['kind'][];
  readonly history: History;
  readonly results: Results | null;
  /** Grows with every result. */
  readonly revision: number;
  readonly filter: Filter;
  /** Whom the customer list is about, and whether it was asked for from another room. */
  readonly listed: Listed;
  readonly isListAsked: boolean;
  readonly isPending: boolean;
  readonly issues: IssueView | null;
  readonly curation: Curation;
  /** All sheets that were seen, also those that the recipe leaves out. */
  readonly sheets: readonly SeenSheet[];
  readonly isProofOpen: boolean;
  readonly isPasteOpen: boolean;
  readonly isSharingOpen: boolean;
  /** Whether names, phone numbers and addresses are masked on the screen. */
  readonly isMasked: boolean;
  /** Requests to any server since load. */
  readonly requests: number;
  /** Of these, by the worker. */
  readonly workerRequests: number;
  readonly violations: number;
}

export const INITIAL: State = {
  phase: 'empty',
  stage: 'differentiate',
  files: [],
  added: 0,
  work: null,
  draft: null,
  notices: [],
  recipe: null,
  obeyed: [],
  history: NO_HISTORY,
  results: null,
  revision: 0,
  filter: EVERYBODY,
  listed: 'with_orders',
  isListAsked: false,
  isPending: false,
  issues: null,
  curation: NO_CURATION,
  sheets: [],
  isProofOpen: false,
  isPasteOpen: false,
  isSharingOpen: false,
  isMasked: false,
  requests: 0,
  workerRequests: 0,
  violations: 0,
};

/** Whether files are at work. */
export function isBusy({ phase }: State): boolean {
  return phase === 'reading' || phase === 'importing';
}

/** Whether what is loaded already is read again: the rooms stay open meanwhile. */
export function isRerun({ phase, results, added }: State): boolean {
  return phase === 'importing' && results !== null && added === 0;
}
