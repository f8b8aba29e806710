// What is not in a template: the modal dialog and the element's custom states.

import { isBusy, type State } from '../state/state.ts';

export function syncDialog(dialog: HTMLElement | null, isOpen: boolean): void {
  if (!(dialog instanceof HTMLDialogElement) || dialog.open === isOpen) return;
  if (isOpen) dialog.showModal();
  else dialog.close();
}

/** The focus goes to what is new; and where its element is gone, to the heading of what it was in. */
export function syncFocus(root: ShadowRoot | null, isNewScreen: boolean): void {
  if (!root || (root.activeElement && !isNewScreen)) return;
  const part = isNewScreen ? null : root.querySelector<HTMLElement>('#part-title');
  (part ?? root.querySelector<HTMLElement>('[data-heading]'))?.focus();
}

/** `:state(loading)`, `:state(error)`, `:state(ready)`. */
export function syncStates({ states }: ElementInternals, state: State): void {
  setState(states, 'loading', isBusy(state) || state.isPending);
  setState(states, 'error', state.notices.length > 0);
  setState(states, 'ready', state.results !== null);
}

function setState(states: CustomStateSet, name: string, isOn: boolean): void {
  try {
    if (isOn) states.add(name);
    else states.delete(name);
  } catch {
    // Chrome before 125 only takes names with two dashes; the state is then not offered.
  }
}
