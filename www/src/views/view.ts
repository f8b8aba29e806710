// What a view is a function of, and what it can ask for. No view talks to the engine.

import type { TemplateResult } from 'lit';
import type { ExportFormat } from '../engine/protocol.ts';
import type {
  DateOrder,
  Field,
  Filter,
  Import,
  IssueCode,
  Listed,
  PlanFileKind,
  Recipe,
} from '../engine/types.ts';
import type { Language, Translation } from '../i18n/index.ts';
import type { Stage, State } from '../state/state.ts';
import type { DifferentiateProps } from './differentiate/contract.ts';
import type { Curate } from './identify/contract.ts';

export type Theme = 'auto' | 'light' | 'dark';

/** Everything a user can do. */
export interface Actions {
  chooseFiles(): void;
  trySample(): void;
  cancel(): void;
  askMapping(): void;
  assign(key: string, column: number, field: Field | null): void;
  /** Shows more columns of a wide table. */
  moreColumns(key: string): void;
  dateOrder(order: DateOrder | null): void;
  confirmMapping(): void;
  readAgain(changes: Partial<Import>): Promise<void>;
  go(stage: Stage): void;
  select(filter: Filter): void;
  /** Opens the list of customers with orders, without, or of both. */
  list(listed: Listed): void;
  change(changes: Partial<Recipe>, gesture?: string | null): void;
  /** The last change of the recipe is taken back, or done again. */
  travel(way: 'undo' | 'redo'): void;
  resetRecipe(): void;
  showIssues(code: IssueCode | null, offset?: number): void;
  readonly curate: Curate;
  save(format: ExportFormat): void;
  /** A file that a view made. */
  saveFile(blob: Blob, name: string, format?: PlanFileKind): void;
  sharing(isOpen: boolean): void;
  mask(isMasked: boolean): void;
  startOver(): void;
  proof(isOpen: boolean): void;
  paste(isOpen: boolean): void;
  /** What was pasted or typed into the paste dialog; false when it is no table. */
  takeText(text: string): boolean;
  dismiss(id: number): void;
  setTheme(theme: Theme): void;
  setLanguage(lang: Language): void;
}

/** What the proof shows besides counts. */
export interface Facts {
  readonly policy: string;
  readonly version: string;
  readonly wasmHash: string;
  readonly engine: 'worker' | 'inline' | 'none';
}

export interface View {
  readonly state: State;
  readonly t: Translation;
  readonly act: Actions;
  readonly theme: Theme;
  /** Whether files are being dragged over the element. */
  readonly isDropTarget: boolean;
  readonly facts: Facts;
  readonly differentiate: DifferentiateProps | null;
}

export type Drawn = TemplateResult | readonly TemplateResult[] | null;
