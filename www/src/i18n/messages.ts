// The shape of messages: one for each code, so that a new code without a sentence does not compile.

import type { Failure, FailureCode } from '../engine/failure.ts';
import type { IssueCode } from '../engine/types.ts';

/** What happened and what was expected, then how to go on. The place (file, sheet) is shown beside it. */
export interface Message {
  readonly what: string;
  readonly next: string;
}

type FailureOf<C extends FailureCode> = Extract<Failure, { readonly code: C }>;

/** A message for each way of failing. */
export type FailureWords = { readonly [C in FailureCode]: (failure: FailureOf<C>) => Message };

/** A message for each kind of problem in the data. */
export type IssueWords = Readonly<Record<IssueCode, Message>>;

/** The message of a failure. */
export function failureMessage(words: FailureWords, failure: Failure): Message {
  // Each entry takes exactly the failure of its own code; the compiler cannot pair them up by itself.
  const say = words[failure.code] as ((failure: Failure) => Message) | undefined;
  return say?.(failure) ?? { what: failure.code, next: '' };
}
