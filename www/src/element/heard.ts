// What happened inside → the event for the host page.

import { questionsOf, tablesOf } from '../state/draft.ts';
import type { Heard } from '../state/flow.ts';
import type { State } from '../state/state.ts';
import {
  CtCrashEvent,
  CtErrorEvent,
  CtMappingNeededEvent,
  CtProgressEvent,
  CtResultEvent,
  CtSelectionEvent,
} from './events.ts';

/** @param isFull whether the host asked for more than counts */
export function eventFor(heard: Heard, state: State, isFull: boolean): Event | null {
  switch (heard.type) {
    case 'progress':
      return state.work?.progress ? new CtProgressEvent(state.work.progress) : null;
    case 'mapping-needed':
      return new CtMappingNeededEvent({
        tables: tablesOf(state.files).length,
        questions: questionsOf(state.files).length,
        ...(isFull && { inspections: state.files.map(({ inspection }) => inspection) }),
      });
    case 'result':
      return resultEvent(state, isFull);
    case 'error': {
      const { failure } = heard;
      if (failure.code === 'engine.crashed' || failure.code === 'engine.crashed_inline')
        return new CtCrashEvent({ place: failure.place });
      return new CtErrorEvent({ code: failure.code, ...(isFull && { failure }) });
    }
    default:
      return heard satisfies never;
  }
}

function resultEvent({ results }: State, isFull: boolean): Event | null {
  if (!results) return null;
  const { summary } = results;
  return new CtResultEvent({
    customers: summary.customers,
    orders: summary.orders,
    rows_read: summary.rows_read,
    rows_used: summary.rows_used,
    rows_rejected: summary.rows_rejected,
    tiers: summary.tiers.map(({ code, customers }) => ({ code, customers })),
    ...(isFull && { summary }),
  });
}

/** The selection as it is now. */
export function selectionEvent({ results, filter }: State, isFull: boolean): Event | null {
  if (!results) return null;
  const { customers } = results.overview;
  return new CtSelectionEvent({ customers, ...(isFull && { filter }) });
}
