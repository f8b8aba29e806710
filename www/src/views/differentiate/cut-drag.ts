// Thresholds that are being moved: the handle follows the hand at once, the results as fast as they come.

import type { ReactiveController, ReactiveElement } from 'lit';
import { boundary, cutAt, fixedCuts, keyed, moved, position } from '../../charts/cuts.ts';
import type { Handles } from '../../charts/histogram-cuts.ts';
import type { Factor, Histogram, Recipe, Thresholds } from '../../engine/types.ts';
import type { DifferentiateProps } from './contract.ts';

/** Thresholds as they are wanted, until the results say the same. */
interface Moving {
  readonly factor: Factor;
  readonly cuts: readonly number[];
}

interface Grip {
  readonly pointer: number;
  readonly index: number;
  /** Where the line and the pointer were, and how wide the bars are. */
  readonly place: number;
  readonly x: number;
  readonly width: number;
}

export class CutDrag implements ReactiveController {
  #moving: Moving | null = null;
  #grip: Grip | null = null;
  /** Each time a handle is taken up is one step of undo. */
  #gesture = 0;

  constructor(
    private readonly host: ReactiveElement,
    private readonly change: (changes: Partial<Recipe>, gesture: string) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    this.#moving = null;
    this.#grip = null;
  }

  /** The thresholds of a factor as they are drawn. */
  shown(factor: Factor, { summary, pending }: DifferentiateProps): Thresholds | undefined {
    const used = summary.thresholds.find((other) => other.factor === factor);
    if (this.#moving && !this.#grip && !pending) this.#moving = null;
    if (!used || this.#moving?.factor !== factor) return used;
    return { ...used, method: 'fixed', right_closed: true, cuts: [...this.#moving.cuts] };
  }

  /** What is done with the handles of a histogram; none where nothing can be moved. */
  handles(
    { edges }: Histogram,
    thresholds: Thresholds | undefined,
    props: DifferentiateProps,
  ): Handles | undefined {
    // Nested scores have cuts of their own in every group: there is no one line to move.
    if (!thresholds || edges.length < 2 || props.recipe.scores.nested) return undefined;
    const fixed = asFixed(thresholds, props.recipe);
    return {
      grab: (event, index) => this.#grab(event, index, fixed, edges),
      drag: (event) => this.#drag(event, fixed, edges, props),
      drop: (event) => this.#drop(event),
      key: (event, index) => {
        const wanted = keyed(event.key, fixed, index, edges);
        if (wanted === null) return;
        event.preventDefault();
        this.#move(fixed, moved(fixed, index, wanted, edges), props);
      },
      focus: () => {
        if (!this.#grip) this.#gesture += 1;
      },
    };
  }

  #grab(event: PointerEvent, index: number, fixed: Thresholds, edges: readonly number[]): void {
    const handle = event.currentTarget;
    if (event.button !== 0 || !(handle instanceof HTMLElement)) return;
    handle.setPointerCapture(event.pointerId);
    this.#gesture += 1;
    this.#grip = {
      pointer: event.pointerId,
      index,
      place: position(edges, boundary(fixed, fixed.cuts[index] ?? 0)),
      x: event.clientX,
      width: Math.max(1, handle.parentElement?.getBoundingClientRect().width ?? 1),
    };
    handle.classList.add('held');
  }

  #drag(
    { pointerId, clientX }: PointerEvent,
    fixed: Thresholds,
    edges: readonly number[],
    props: DifferentiateProps,
  ): void {
    const grip = this.#grip;
    if (grip?.pointer !== pointerId) return;
    const place = grip.place + (clientX - grip.x) / grip.width;
    const wanted = cutAt(fixed.factor, edges, place);
    this.#move(fixed, moved(fixed, grip.index, wanted, edges), props);
  }

  #drop({ pointerId, currentTarget }: PointerEvent): void {
    if (this.#grip?.pointer !== pointerId) return;
    this.#grip = null;
    if (currentTarget instanceof HTMLElement) currentTarget.classList.remove('held');
    this.host.requestUpdate();
  }

  #move(fixed: Thresholds, cuts: readonly number[], { recipe }: DifferentiateProps): void {
    if (cuts === fixed.cuts) return;
    const { factor } = fixed;
    this.#moving = { factor, cuts };
    this.host.requestUpdate();
    const scores = { ...recipe.scores, [factor]: { method: 'fixed', cuts: [...cuts] } };
    this.change({ scores }, `cut ${factor} ${this.#gesture}`);
  }
}

/** The thresholds as a drag leaves them: fixed ones. */
export function asFixed(
  thresholds: Thresholds,
  { measures }: Pick<Recipe, 'measures'>,
): Thresholds {
  const cuts = fixedCuts(thresholds, measures.recency === 'seconds');
  return { ...thresholds, method: 'fixed', right_closed: true, cuts };
}
