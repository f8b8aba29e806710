// The events of <customer-tiers>. All bubble and leave shadow roots. They carry counts and codes; rows only with events="full".

import type { Failure } from '../engine/failure.ts';
import type { ExportFormat } from '../engine/protocol.ts';
import type { Filter, Inspection, PlanFileKind, Progress, Summary } from '../engine/types.ts';

const COMPOSED = { bubbles: true, composed: true };

/** The element is there and can be given files. */
export class CtReadyEvent extends CustomEvent<null> {
  static readonly type = 'ct-ready';
  constructor() {
    super(CtReadyEvent.type, COMPOSED);
  }
}

/** How far an import is. */
export class CtProgressEvent extends CustomEvent<Progress> {
  static readonly type = 'ct-progress';
  constructor(detail: Progress) {
    super(CtProgressEvent.type, { ...COMPOSED, detail });
  }
}

/** Columns have to be confirmed by the user. */
export class CtMappingNeededEvent extends CustomEvent<{
  readonly tables: number;
  readonly questions: number;
  /** Only with events="full": headers and sample rows. */
  readonly inspections?: readonly Inspection[];
}> {
  static readonly type = 'ct-mapping-needed';
  constructor(detail: CtMappingNeededEvent['detail']) {
    super(CtMappingNeededEvent.type, { ...COMPOSED, detail });
  }
}

/** Tiers are there, or have changed. */
export class CtResultEvent extends CustomEvent<{
  readonly customers: number;
  readonly orders: number;
  readonly rows_read: number;
  readonly rows_used: number;
  readonly rows_rejected: number;
  readonly tiers: readonly { readonly code: string; readonly customers: number }[];
  /** Only with events="full". */
  readonly summary?: Summary;
}> {
  static readonly type = 'ct-result';
  constructor(detail: CtResultEvent['detail']) {
    super(CtResultEvent.type, { ...COMPOSED, detail });
  }
}

/** A selection was made. */
export class CtSelectionEvent extends CustomEvent<{
  readonly customers: number;
  /** Only with events="full": it can hold a text that was searched for. */
  readonly filter?: Filter;
}> {
  static readonly type = 'ct-selection';
  constructor(detail: CtSelectionEvent['detail']) {
    super(CtSelectionEvent.type, { ...COMPOSED, detail });
  }
}

/** What a file is: a format of `exportAs`, a file of the plan, or another one that a view made (a list, a page to print). */
export type SavedFormat = ExportFormat | PlanFileKind | 'document';

/** A file was made to be saved. */
export class CtExportEvent extends CustomEvent<{
  readonly format: SavedFormat;
  readonly bytes: number;
}> {
  static readonly type = 'ct-export';
  constructor(detail: CtExportEvent['detail']) {
    super(CtExportEvent.type, { ...COMPOSED, detail });
  }
}

/** Something cannot go on; the element shows it too. */
export class CtErrorEvent extends CustomEvent<{
  readonly code: Failure['code'];
  /** Only with events="full": names of files, sheets and headers. */
  readonly failure?: Failure;
}> {
  static readonly type = 'ct-error';
  constructor(detail: CtErrorEvent['detail']) {
    super(CtErrorEvent.type, { ...COMPOSED, detail });
  }
}

/** The core stopped unexpectedly and is replaced. `place` is at most `file.rs:line`. */
export class CtCrashEvent extends CustomEvent<{ readonly place: string }> {
  static readonly type = 'ct-crash';
  constructor(detail: CtCrashEvent['detail']) {
    super(CtCrashEvent.type, { ...COMPOSED, detail });
  }
}

declare global {
  interface HTMLElementEventMap {
    'ct-ready': CtReadyEvent;
    'ct-progress': CtProgressEvent;
    'ct-mapping-needed': CtMappingNeededEvent;
    'ct-result': CtResultEvent;
    'ct-selection': CtSelectionEvent;
    'ct-export': CtExportEvent;
    'ct-error': CtErrorEvent;
    'ct-crash': CtCrashEvent;
  }
}
