// Holds the state, tells whoever draws it.

import { type Action, reduce } from './reduce.ts';
import { INITIAL, type State } from './state.ts';

export class Store {
  #state: State = INITIAL;
  readonly #onChange: (state: State) => void;

  constructor(onChange: (state: State) => void) {
    this.#onChange = onChange;
  }

  get state(): State {
    return this.#state;
  }

  dispatch(action: Action): void {
    this.#state = reduce(this.#state, action);
    this.#onChange(this.#state);
  }
}
