// The calls about feedback, effect and files for others: what goes in, what comes out.

import type {
  Advice,
  EffectReview,
  FeedbackReview,
  MatterPage,
  Sharing,
  SharingReport,
  StrategyChange,
} from './types.ts';

/** Whether it worked, and what follows from it. */
export interface Reviewed {
  readonly review: EffectReview;
  readonly advice: readonly Advice[];
}

/** A file to hand on, and what is in it. */
export interface SharedFile {
  readonly report: SharingReport;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface ReviewCalls {
  feedback: { input: object; output: FeedbackReview };
  matters: { input: { readonly offset: number; readonly limit: number }; output: MatterPage };
  effect: { input: object; output: Reviewed };
  unlogged: { input: object; output: readonly StrategyChange[] };
  share: { input: { readonly what: Sharing }; output: SharedFile };
  set_masked: { input: { readonly isMasked: boolean }; output: null };
}

/** What the wasm boundary offers for them (src/web/session/review.rs). */
export interface ReviewSession {
  feedback(): FeedbackReview;
  matters(offset: number, limit: number): MatterPage;
  effect(): Reviewed;
  unlogged(): readonly StrategyChange[];
  share(what: Sharing): SharedFile;
  setMasked(isMasked: boolean): void;
}
