// Draws the parts of a page one after the other, each in a task of its own, so that the page answers meanwhile.

import { noChange, nothing } from 'lit';
import { AsyncDirective } from 'lit/async-directive.js';
import { directive } from 'lit/directive.js';

const waiting: InTurn[] = [];

/** The next part is drawn when the browser has had its turn. */
function drawNext(): void {
  waiting.shift()?.drawNow();
  if (waiting.length > 0) setTimeout(drawNext);
}

class InTurn extends AsyncDirective {
  #draw: () => unknown = () => nothing;
  #state: 'new' | 'waiting' | 'drawn' = 'new';

  /** What has been drawn once is drawn at once from then on. */
  override render(draw: () => unknown): unknown {
    if (this.#state === 'drawn') return draw();
    this.#draw = draw;
    this.#wait();
    return noChange;
  }

  drawNow(): void {
    if (!this.isConnected) {
      this.#state = 'new';
      return;
    }
    this.#state = 'drawn';
    this.setValue(this.#draw());
  }

  protected override reconnected(): void {
    if (this.#state !== 'drawn') this.#wait();
  }

  #wait(): void {
    if (this.#state === 'waiting') return;
    this.#state = 'waiting';
    waiting.push(this);
    if (waiting.length === 1) setTimeout(drawNext);
  }
}

/** `${inTurn(() => chart(data))}`: nothing at first, the chart when it is its turn. */
export const inTurn = directive(InTurn);
