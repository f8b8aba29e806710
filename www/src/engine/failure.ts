// Why the work cannot go on, as the page knows it: the core's errors (src/error.rs) and those of the engine around it.

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
    | { readonly code: 'table.no_amount'; readonly headers: readonly string[] }
    | { readonly code: 'table.no_usable_row'; readonly rows_read: number }
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
  );

export type Failure = CoreFailure | EngineFailure;
export type FailureCode = Failure['code'];

/** A failure as something that can be thrown. */
export class FailureError extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
    this.name = 'FailureError';
  }
}

/** An engine's failure that is about no file. */
export function engineFailure(
  code: 'engine.no_wasm' | 'engine.wasm_blocked' | 'engine.no_worker' | 'engine.ended',
): Failure {
  return { code, file: null, sheet: null };
}

/** What the core threw: an error of its own, or nothing we know, which is a trap. */
export function asCoreFailure(thrown: unknown): Failure | null {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown)) return null;
  if (typeof thrown.code !== 'string') return null;
  // The edge of the protocol: the shape is made by one function in src/error.rs.
  return { file: null, sheet: null, ...thrown } as Failure;
}

/** `file.rs:line` from the text of a trap, and nothing else of it. */
export function trapPlace(thrown: unknown): string {
  const text =
    thrown instanceof Error ? `${thrown.message}\n${thrown.stack ?? ''}` : String(thrown);
  return /[\w/.-]+\.rs:\d+/.exec(text)?.[0] ?? '';
}

/** Whether the work was stopped because somebody asked for it. */
export function isAbort(error: unknown): boolean {
  return error instanceof DOMException && error.name === 'AbortError';
}

/** Any error as a failure; what nobody foresaw is a crash. */
export function toFailure(error: unknown): Failure {
  if (error instanceof FailureError) return error.failure;
  return { code: 'engine.crashed', file: null, sheet: null, place: '' };
}

/** Whether the core is gone. */
export function isCrash(error: unknown): error is FailureError {
  return error instanceof FailureError && error.failure.code.startsWith('engine.crashed');
}
