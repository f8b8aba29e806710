// What the parts of Customize tell the frame, besides changes of the recipe.

import type { ExportFormat } from '../../engine/protocol.ts';

/** A file of the run, by its format, or one that was made here. */
export type Saved = ExportFormat | { readonly blob: Blob; readonly name: string };

/** A file is to be saved. */
export class SaveEvent extends Event {
  static readonly type = 'save-file';
  constructor(readonly saved: Saved) {
    super(SaveEvent.type, { bubbles: true });
  }
}
