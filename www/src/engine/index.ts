// The headless API: spreadsheets → tiers without the element.

import { type CoreOptions, DEFAULT_OPTIONS, startCore } from './core.ts';
import { Engine } from './engine.ts';

export type { CoreOptions } from './core.ts';
export { Engine } from './engine.ts';
export { type Failure, type FailureCode, FailureError, isAbort, toFailure } from './failure.ts';
export type { ExportFormat, IssuePage } from './protocol.ts';
export type * from './types.ts';

/**
 * An engine that starts with its first call.
 * @param options where the core runs; a function is asked each time a core starts
 */
export function createEngine(
  options: Partial<CoreOptions> | (() => Partial<CoreOptions>) = {},
): Engine {
  const wanted = typeof options === 'function' ? options : () => options;
  return new Engine(() => startCore({ ...DEFAULT_OPTIONS, ...wanted() }));
}
