// What a user can do in the Identify room.

import type { Correction } from '../../engine/types.ts';
import type { Said, Section } from '../../state/curation.ts';

export interface Curate {
  open(section: Section): void;
  showDuplicates(offset: number): void;
  /** A decision; it waits until it is applied. */
  correct(step: Correction, said?: Said): void;
  /** A decision in the place of another one, by its key. */
  replace(insteadOf: string, step: Correction): void;
  /** Takes a decision back, by its key. */
  retract(key: string, said?: Said): void;
  /** Takes all decisions back. */
  drop(): void;
  undo(): void;
  redo(): void;
  /** A decision that needs no file: it is in effect at once, or taken back at once. */
  settle(step: Correction, isSet: boolean): void;
  /** Reads the files again with all decisions. */
  apply(): void;
}
