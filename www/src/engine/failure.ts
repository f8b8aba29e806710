// Failures as errors that can be thrown and told apart; their shapes are part of the protocol.

import type { Failure } from './protocol.ts';

export type { CoreFailure, EngineFailure, Failure, FailureCode, Place } from './protocol.ts';

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
