// The first lines of a file of fixed width under a ruler, on which somebody says where columns begin: by click, touch or keyboard.
//
// It lives in the root of the screen around it. Invariant: what it shows is what the file was read with, or what was just asked for: who
// is quicker than the reading loses nothing.

import { html, LitElement, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { vars } from '../../charts/vars.ts';
import type { LinedUp } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { placeAfter, places, type Stretch, stretches, toggled } from './starts.ts';

export interface RulerProps {
  readonly file: string;
  readonly linedUp: LinedUp;
  readonly t: Translation;
  /** Where columns shall begin; null as it is detected. Done when the file was read so. */
  readonly onStarts: (starts: readonly number[] | null) => Promise<void>;
}

/** So near, in px, a click means the line that is there. */
const NEAR = 6;
const NEAR_FINGER = 14;
const TICK = 10;

export class ColumnRuler extends LitElement {
  static override properties = { props: { attribute: false }, place: { state: true } };

  declare props: RulerProps | undefined;
  declare private place: number;
  #starts: readonly number[] = [];
  /** Readings that were asked for and are not there yet: meanwhile the screen around still tells of an earlier one. */
  #readings = 0;

  constructor() {
    super();
    this.place = 0;
  }

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('props') && this.#readings === 0) this.#starts = this.#read();
  }

  /** Where columns begin as the file was read. */
  #read(): readonly number[] {
    return this.props?.linedUp.starts ?? [];
  }

  protected override render(): TemplateResult | typeof nothing {
    const { props } = this;
    if (!props) return nothing;
    const words = props.t.linedUp;
    const title = words.title(props.file);
    return html`<section class="lined-up" role="group" aria-label=${title}>
      <h2 class="small-title">${title}</h2>
      <p class="muted small">${words.lead}</p>
      <div class="scroll-x ruler-frame">${this.#ruler(props)}</div>
      ${this.#buttons(props)}
    </section>`;
  }

  #ruler({ linedUp, t }: RulerProps): TemplateResult {
    const last = places(linedUp);
    const first = linedUp.lines[0] ?? [];
    const text = first
      .slice(this.place, this.place + TICK)
      .join('')
      .trim();
    const isStart = this.#starts.includes(this.place);
    const ticks = Array.from({ length: Math.ceil(last / TICK) }, (_, at) => at * TICK);
    return html`<div
      class="ruler"
      role="slider"
      tabindex="0"
      aria-label=${t.linedUp.ruler}
      aria-orientation="horizontal"
      aria-valuemin="1"
      aria-valuemax=${last}
      aria-valuenow=${this.place + 1}
      aria-valuetext=${t.linedUp.place(this.place + 1, isStart, text)}
      ${vars({ last })}
      @keydown=${(event: KeyboardEvent) => this.#key(event, last)}
      @pointerup=${(event: PointerEvent) => this.#pointed(event, last)}
    >
      ${this.#starts.map((start, at) => html`<i class="ruler-column" ${vars({ from: start, width: (this.#starts[at + 1] ?? last) - start })}></i>`)}
      <i class="ruler-place" ${vars({ from: this.place })}></i>
      <div class="ruler-ticks">${ticks.map((at) => html`<i class="ruler-tick" ${vars({ from: at })}>${at || nothing}</i>`)}</div>
      ${linedUp.lines.map((line) => html`<div class="ruler-line">${stretches(line).map(drawn)}</div>`)}
    </div>`;
  }

  #buttons({ t }: RulerProps): TemplateResult {
    const words = t.linedUp;
    const isStart = this.#starts.includes(this.place);
    const last = this.props ? places(this.props.linedUp) : 1;
    const step = (label: string, sign: string, key: string) => html`<button
      type="button"
      class="button"
      aria-label=${label}
      title=${label}
      @click=${() => this.#go(placeAfter(key, this.place, last))}
    >${sign}</button>`;
    return html`<div class="row small">
      ${step(words.before, '‹', 'ArrowLeft')}
      <span class="ruler-at">${words.shown(this.place + 1)}</span>
      ${step(words.after, '›', 'ArrowRight')}
      <button type="button" class="button" data-toggle ?disabled=${this.place === 0} @click=${() => this.#toggle(this.place)}>
        ${isStart && this.place > 0 ? words.remove : words.set}
      </button>
      <button type="button" class="button" data-found @click=${() => this.#ask(null)}>${words.found}</button>
      <span class="muted" role="status">${words.count(this.#starts.length)}</span>
    </div>`;
  }

  #key(event: KeyboardEvent, last: number): void {
    const isStart = this.#starts.includes(this.place);
    const toggles = event.key === 'Enter' || event.key === ' ';
    const removes = (event.key === 'Delete' || event.key === 'Backspace') && isStart;
    const place = placeAfter(event.key, this.place, last);
    if (place === undefined && !toggles && !removes) return;
    event.preventDefault();
    this.#go(place);
    if (toggles || removes) this.#toggle(this.place);
  }

  #pointed(event: PointerEvent, last: number): void {
    const { left, width } = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const wide = width / last;
    const near = event.pointerType === 'mouse' ? NEAR : NEAR_FINGER;
    const x = event.clientX - left;
    const known = this.#starts.find((start) => start > 0 && Math.abs(start * wide - x) <= near);
    const place = known ?? Math.min(Math.max(0, Math.round(x / wide)), last - 1);
    this.#go(place);
    this.#toggle(place);
  }

  #go(place: number | undefined): void {
    if (place === undefined) return;
    this.place = place;
    void this.updateComplete.then(() => {
      this.querySelector('.ruler-place')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
    });
  }

  #toggle(place: number): void {
    if (place === 0) return;
    this.#starts = toggled(this.#starts, place);
    this.requestUpdate();
    void this.#ask(this.#starts);
  }

  async #ask(starts: readonly number[] | null): Promise<void> {
    this.#readings += 1;
    await this.props?.onStarts(starts);
    this.#readings -= 1;
    if (this.#readings > 0) return;
    this.#starts = this.#read();
    this.requestUpdate();
  }
}

if (!customElements.get('ct-column-ruler')) customElements.define('ct-column-ruler', ColumnRuler);

function drawn({ text, places: wide }: Stretch): TemplateResult | string {
  return text.length === wide
    ? text
    : html`<span class="ruler-wide" ${vars({ wide })}>${text}</span>`;
}
