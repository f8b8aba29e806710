// Messages between the page and the worker: what can be asked, what comes back, and how it can fail.

import type { CustomizeCalls } from './protocol.customize.ts';
import type { ReviewCalls } from './protocol.review.ts';
import type {
  AttributeValue,
  Axis,
  BackTest,
  Binning,
  CalendarReport,
  CellCount,
  ClusterReport,
  Clusters,
  Cohorts,
  Comparison,
  Condition,
  ConditionCount,
  ContactPage,
  ContactQuery,
  CustomerCard,
  CustomerPage,
  CustomerQuery,
  CustomerScores,
  CustomerTiers,
  CustomerValue,
  DraftPage,
  Drift,
  DuplicatePage,
  FileReport,
  Filter,
  Frozen,
  Inspection,
  IssueRow,
  LeftPage,
  LeftQuery,
  Market,
  MessageReport,
  Messaging,
  MetricKind,
  Migration,
  ModelCheck,
  MoverPage,
  Moves,
  Offers,
  Overview,
  PartitionReport,
  People,
  Period,
  Plan,
  PlanFile,
  Progress,
  Prospects,
  RiskPage,
  RiskQuery,
  Scheme,
  SchemeEntry,
  Scorecard,
  ScoredMetric,
  Scores,
  SegmentPreview,
  Steady,
  SteadySimulation,
  Summary,
  TierSeries,
  Treatment,
  ValueFigures,
} from './types.ts';

export type { Reviewed, SharedFile } from './protocol.review.ts';

/** What can be exported. */
export type ExportFormat =
  | 'csv'
  | 'xlsx'
  | 'json'
  | 'issues'
  | 'recipe'
  | 'summary'
  | 'customer_file'
  | 'cleaning_log'
  | 'recommendations'
  | 'promotions'
  | 'loyalty_ledger'
  | 'corrections';

/** A page of issues. */
export interface IssuePage {
  readonly total: number;
  readonly rows: readonly IssueRow[];
}

/** Two days, the earlier one first, and what is compared. */
export interface Between {
  readonly from: string;
  readonly to: string;
  readonly scheme: string;
}

/** Which of those who moved are wanted. */
export interface MoverQuery extends Between {
  readonly moves: Moves;
  readonly offset: number;
  readonly limit: number;
}

/** Every call: what goes in and what comes out. */
export interface Calls extends CustomizeCalls, ReviewCalls {
  inspect: { input: { readonly file: File }; output: Inspection };
  inspect_again: { input: { readonly index: number }; output: Inspection };
  remove_file: { input: { readonly index: number }; output: null };
  recipe: { input: object; output: string };
  set_recipe: { input: { readonly json: string }; output: null };
  set_preset: { input: { readonly preset: string }; output: null };
  run: { input: object; output: Summary };
  decide: { input: object; output: Summary };
  overview: { input: { readonly filter: Filter }; output: Overview };
  customers: { input: { readonly query: CustomerQuery }; output: CustomerPage };
  customer: { input: { readonly customer: number }; output: CustomerCard | undefined };
  value: { input: object; output: ValueFigures };
  value_check: { input: object; output: ModelCheck | undefined };
  risk_page: { input: { readonly query: RiskQuery }; output: RiskPage };
  customer_value: { input: { readonly customer: number }; output: CustomerValue | undefined };
  issues: {
    input: { readonly code: string | undefined; readonly offset: number; readonly limit: number };
    output: IssuePage;
  };
  report: { input: object; output: FileReport };
  duplicates: {
    input: { readonly offset: number; readonly limit: number };
    output: DuplicatePage;
  };
  corrections: { input: object; output: string };
  set_corrections: { input: { readonly json: string }; output: null };
  count: { input: { readonly condition: Condition }; output: ConditionCount };
  metrics: { input: object; output: readonly MetricKind[] };
  scored_metric: {
    input: { readonly metric: string; readonly binning: Binning };
    output: ScoredMetric;
  };
  attribute_values: {
    input: { readonly attribute: string; readonly limit: number };
    output: readonly AttributeValue[];
  };
  freeze_scores: { input: object; output: Frozen };
  scheme_library: { input: object; output: readonly Scheme[] };
  preview_scheme: { input: { readonly scheme: Scheme }; output: readonly SegmentPreview[] };
  check_scheme: { input: { readonly scheme: Scheme }; output: PartitionReport };
  schemes: { input: { readonly scores: Scores | undefined }; output: SchemeEntry[] };
  cell_counts: {
    input: { readonly axes: readonly Axis[]; readonly scores: Scores | null };
    output: CellCount[];
  };
  clusters: { input: { readonly rule: Clusters }; output: ClusterReport };
  compare: {
    input: { readonly first: string; readonly second: string };
    output: Comparison | undefined;
  };
  people: { input: { readonly scheme: string }; output: People | undefined };
  scorecard: { input: { readonly metric: string; readonly best: number }; output: Scorecard };
  prospects: { input: { readonly metric: string; readonly best: number }; output: Prospects };
  customer_scores: { input: { readonly customer: number }; output: CustomerScores | undefined };
  plan: { input: object; output: Plan };
  calendar: { input: object; output: CalendarReport };
  contact_page: { input: { readonly query: ContactQuery }; output: ContactPage };
  left_page: { input: { readonly query: LeftQuery }; output: LeftPage };
  draft_page: {
    input: { readonly query: ContactQuery; readonly messaging: Messaging };
    output: DraftPage;
  };
  message_report: { input: { readonly messaging: Messaging }; output: MessageReport };
  treatment: { input: { readonly market: Market }; output: Treatment };
  plan_file: { input: { readonly wanted: PlanFile }; output: Uint8Array<ArrayBuffer> };
  offers: { input: object; output: Offers };
  tier_history: {
    input: { readonly scheme: string; readonly period: Period | null; readonly days: number };
    output: TierSeries;
  };
  customer_tiers: {
    input: { readonly customer: number; readonly days: number };
    output: CustomerTiers;
  };
  steady_simulation: { input: { readonly rule: Steady }; output: SteadySimulation };
  migration: { input: Between; output: Migration };
  movers: { input: { readonly query: MoverQuery }; output: MoverPage };
  drift: { input: Between; output: Drift };
  cohorts: { input: object; output: Cohorts | null };
  back_test: {
    input: { readonly split: string; readonly until: string | null; readonly models: boolean };
    output: BackTest;
  };
  export_as: {
    input: { readonly format: ExportFormat; readonly words: Record<string, string> };
    output: Uint8Array<ArrayBuffer>;
  };
  memory_bytes: { input: object; output: number };
}

export type CallName = keyof Calls;
export type Input<N extends CallName> = Calls[N]['input'];
export type Output<N extends CallName> = Calls[N]['output'];

/** One call on its way. */
export type Request = {
  readonly [N in CallName]: {
    readonly kind: 'call';
    readonly id: number;
    readonly name: N;
  } & Input<N>;
}[CallName];

/** What the page says. The module is compiled once, in the page. */
export type ToWorker = { readonly kind: 'start'; readonly module: WebAssembly.Module } | Request;

/** What the worker says. Every call gets exactly one `reply`, `failed` or `trapped`. */
export type FromWorker =
  | { readonly kind: 'started' }
  | { readonly kind: 'progress'; readonly id: number; readonly progress: Progress }
  | { readonly kind: 'reply'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failed'; readonly id: number; readonly failure: Failure }
  | { readonly kind: 'trapped'; readonly place: string }
  | { readonly kind: 'requests'; readonly count: number };

/** One core, in a worker or on the page: it answers calls until it traps or is ended. */
export interface Core {
  readonly kind: 'worker' | 'inline';
  /** False once it has trapped, died or been ended. */
  readonly isAlive: boolean;
  /** Rejects with a FailureError; after `engine.crashed` and `engine.ended` the core is gone. */
  call<N extends CallName>(
    name: N,
    input: Input<N>,
    onProgress?: (progress: Progress) => void,
  ): Promise<Output<N>>;
  /** Ends it at once; everything still open rejects with `engine.ended`. */
  end(): void;
}

/** Where an error belongs; null when it is about no file or sheet. */
export interface Place {
  readonly file: string | null;
  readonly sheet: string | null;
}

/** Errors of the core: one member per kind of src/error.rs, a test compares them. */
export type CoreFailure = Place &
  (
    | { readonly code: 'file.empty' }
    | { readonly code: 'file.not_a_table'; readonly found: string }
    | { readonly code: 'file.encrypted' }
    | { readonly code: 'file.damaged'; readonly detail: string }
    | { readonly code: 'file.unreadable'; readonly detail: string }
    | {
        readonly code: 'file.too_large';
        readonly limit: string;
        readonly found: number;
        readonly allowed: number;
      }
    | { readonly code: 'table.no_customer'; readonly headers: readonly string[] }
    | { readonly code: 'table.no_date'; readonly headers: readonly string[] }
    | { readonly code: 'table.no_year'; readonly headers: readonly string[] }
    | { readonly code: 'table.no_amount'; readonly headers: readonly string[] }
    | { readonly code: 'table.no_usable_row'; readonly rows_read: number }
    | { readonly code: 'as_of.before_orders'; readonly as_of: string; readonly first: string }
    | { readonly code: 'sheet.missing'; readonly found: readonly string[] }
    | {
        readonly code: 'mapping.header_missing';
        readonly header: string;
        readonly found: readonly string[];
      }
    | { readonly code: 'recipe.invalid'; readonly path: string; readonly problem: string }
    | { readonly code: 'recipe.too_new'; readonly version: number }
    | { readonly code: 'preset.unknown'; readonly found: readonly string[] }
    | { readonly code: 'amount.overflow' }
    | { readonly code: 'state.nothing_imported' }
    | { readonly code: 'argument.invalid'; readonly problem: string }
    | { readonly code: 'export.failed'; readonly detail: string }
  );

/** Errors of the engine around the core. `place` is at most `file.rs:line`, never a panic's text: it could hold customer data. */
export type EngineFailure = Place &
  (
    | { readonly code: 'engine.no_wasm' }
    | { readonly code: 'engine.wasm_blocked' }
    | { readonly code: 'engine.wasm_unreachable'; readonly source: string }
    | { readonly code: 'engine.no_worker' }
    | { readonly code: 'engine.crashed'; readonly place: string }
    | { readonly code: 'engine.crashed_inline'; readonly place: string }
    | { readonly code: 'engine.ended' }
    | { readonly code: 'recipe.not_json' }
    // The files are used, and yet nobody is scored: no column has the day of an order, or its amount.
    | {
        readonly code: 'orders.not_found';
        readonly missing: 'date' | 'amount';
        readonly headers: readonly string[];
      }
  );

export type Failure = CoreFailure | EngineFailure;
export type FailureCode = Failure['code'];
