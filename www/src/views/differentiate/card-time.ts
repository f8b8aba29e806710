// <ct-tier-course>: the tiers that the customer of a card had before. Drawn into the drawer, in its styles.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import type { CustomerTiers, SegmentReason } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import type { DifferentiateProps } from './contract.ts';
import { schemeMark } from './scheme-mark.ts';

/** With more customers than this, looking back takes seconds, and waits until somebody wants it. */
const MANY = 100_000;

export class TierCourse extends LitElement {
  static override properties = { props: { attribute: false }, customer: { attribute: false } };

  declare props: DifferentiateProps;
  declare customer: number;

  #isWanted = false;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  readonly #course = new Task(this, {
    args: () => [this.customer, this.#waits, this.props.ask, this.props.revision] as const,
    task: async ([customer, waits, ask], { signal }) => {
      if (waits) return null;
      // Day by day, so that others can ask in between.
      for (;;) {
        const course = await ask.customerTiers(customer, 2);
        if (course.open === 0) return course;
        signal.throwIfAborted();
      }
    },
  });

  get #waits(): boolean {
    return !this.#isWanted && this.props.summary.customers > MANY;
  }

  protected override render(): TemplateResult | typeof nothing {
    const { time, card } = this.props.t.differentiate;
    if (this.#waits)
      return this.#section(
        html`<button type="button" class="button quiet" @click=${this.#want}>${time.card.show}</button>`,
      );
    const course = this.#course.value;
    if (!course)
      return this.#course.error
        ? nothing
        : this.#section(html`<p class="muted small">${card.loading}</p>`);
    return course.changes.length ? this.#section(this.#shown(course)) : nothing;
  }

  #section(inside: TemplateResult): TemplateResult {
    return html`<section><h3>${this.props.t.differentiate.time.card.title}</h3>${inside}</section>`;
  }

  #shown(course: CustomerTiers): TemplateResult {
    const { t } = this.props;
    const words = t.differentiate.time.card;
    const latest = course.changes.toReversed();
    return html`<p class="small">${courseSentence(course, t)} <span class="muted">${words.looked(course.period)}</span></p>
      ${
        latest.length > 1
          ? html`<table class="table">
              <thead><tr><th scope="col">${words.seen}</th><th scope="col">${words.tier}</th></tr></thead>
              <tbody>${latest.map(({ day, segment }) => {
                const figures = this.props.whole?.schemes.find(({ id }) => id === course.scheme);
                const mark = schemeMark(
                  course.scheme,
                  segment.code,
                  figures?.segments ?? [segment],
                  this.props.summary.tier_scheme,
                );
                return html`<tr><td>${t.day(day)}</td><td class=${mark}><span class="swatch"></span> ${t.names.segment(segment.code, segment.name)}</td></tr>`;
              })}</tbody>
            </table>`
          : nothing
      }`;
  }

  readonly #want = (): void => {
    this.#isWanted = true;
    this.requestUpdate();
  };
}

/** "High value since 30 Jun 2024, before that Medium value." */
export function courseSentence({ changes }: CustomerTiers, t: Translation): string {
  const words = t.differentiate.time.card;
  const [now, before] = changes.toReversed();
  if (!now) return '';
  const name = (change: typeof now) => t.names.segment(change.segment.code, change.segment.name);
  return before ? words.changed(name(now), now.day, name(before)) : words.since(name(now), now.day);
}

/** What a tier that has to last says of itself: what today's figures say, since when it is held, and what waits. */
export function steadyWords({ steady }: SegmentReason, t: Translation): string[] {
  if (!steady) return [];
  const words = t.differentiate.time.card;
  const name = ({ code, name: own }: { code: string; name: string }) => t.names.segment(code, own);
  return [
    words.today(name(steady.today)),
    steady.since ? words.held(steady.since) : '',
    steady.previous ? words.previous(name(steady.previous)) : '',
    steady.next ? words.next(name(steady.next.to), steady.next.on) : '',
  ].filter(Boolean);
}
