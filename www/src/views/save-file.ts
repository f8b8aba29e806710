// What a part of a room says when a file is to be saved, and how the frame saves it.

import type { ExportFormat } from '../engine/protocol.ts';
import type { PlanFileKind } from '../engine/types.ts';
import type { View } from './view.ts';

/** A file of the run, by its format, or one that was made in a view. */
export type Saved =
  | ExportFormat
  | { readonly blob: Blob; readonly name: string; readonly format?: PlanFileKind };

/** A file is to be saved. */
export class SaveFileEvent extends Event {
  static readonly type = 'save-file';
  constructor(readonly saved: Saved) {
    super(SaveFileEvent.type, { bubbles: true });
  }
}

/** Hears `save-file` where the frame mounts a room. */
export function saving({ act }: View): (event: SaveFileEvent) => void {
  return (event) => {
    event.stopPropagation();
    const { saved } = event;
    if (typeof saved === 'string') act.save(saved);
    else act.saveFile(saved.blob, saved.name, saved.format);
  };
}
