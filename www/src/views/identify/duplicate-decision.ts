// What is decided about a group: what counts now, what waits, and how a decision is made and taken back.

import type { Correction, DuplicateGroup } from '../../engine/types.ts';
import { type Curation, groupKey, keyOf, type Said } from '../../state/curation.ts';
import type { View } from '../view.ts';

/** How a group stands. `will…` waits to be applied. */
export type Standing = 'open' | 'isMerged' | 'isApart' | 'willMerge' | 'willApart' | 'willOpen';

export function standingOf(
  { applied, wanted }: Pick<Curation, 'applied' | 'wanted'>,
  group: DuplicateGroup,
): Standing {
  const before = stepAbout(applied, group);
  const after = stepAbout(wanted, group);
  if (after && after !== before) return after === 'merge' ? 'willMerge' : 'willApart';
  if (before && !after) return 'willOpen';
  if (group.decision === 'merged') return 'isMerged';
  return group.decision === 'apart' ? 'isApart' : 'open';
}

/** Whether there is a decision of ours that can be taken back; what a rule merged is kept apart instead. */
export function canUndo({ wanted }: Pick<Curation, 'wanted'>, group: DuplicateGroup): boolean {
  return stepAbout(wanted, group) !== null;
}

/** @param place of the group among all, from 0 */
export function decide(view: View, group: DuplicateGroup, did: Said['did'], place: number): void {
  const { act, state } = view;
  const ids = idsOf(group);
  const said = { did, group: place + 1 };
  if (did !== 'undo') act.curate.correct({ do: did, ids }, said);
  else if (canUndo(state.curation, group)) act.curate.retract(groupKey(ids), said);
}

function stepAbout(steps: readonly Correction[], group: DuplicateGroup): 'merge' | 'apart' | null {
  const key = groupKey(idsOf(group));
  const step = steps.find((one) => keyOf(one) === key);
  return step?.do === 'merge' || step?.do === 'apart' ? step.do : null;
}

function idsOf({ members }: DuplicateGroup): string[] {
  return members.map(({ id }) => id);
}
