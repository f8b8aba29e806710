// <ct-feedback>: satisfaction, complaints and suggestions by tier and over time, and who waits for an answer.

import { Task } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { figure, sentences } from '../../charts/figure.ts';
import type {
  ComplaintTopic,
  FeedbackFigures,
  FeedbackReview,
  FeedbackScore,
} from '../../engine/types.ts';
import { SaveFileEvent } from '../save-file.ts';
import { csvOf } from './contract.ts';
import { mattersFigure, PAGE } from './matters.ts';
import { monthsFigure } from './months.ts';
import { ReviewPart } from './part.ts';

/** Ratings below this many say little; the interval shows it, a word says it. */
const FEW = 20;

export class FeedbackPart extends ReviewPart {
  #offset = 0;

  readonly #review = new Task(this, {
    task: ([ask]) => ask.feedback(),
    args: () => [this.props.ask, this.props.revision] as const,
  });

  readonly #matters = new Task(this, {
    task: ([ask, , offset]) => ask.matters(offset, PAGE),
    args: () => [this.props.ask, this.props.revision, this.#offset] as const,
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    return this.answered(this.#review, (review) =>
      review.pieces === 0
        ? this.headline(this.t.review.feedback.none, this.t.review.feedback.noneNext)
        : this.#whole(review),
    );
  }

  #whole(review: FeedbackReview): TemplateResult {
    const page = this.#matters.value;
    const isRated = review.all.overall.ratings > 0;
    const hasComplaints = review.all.complaints.received > 0;
    return html`${this.headline(...this.#story(review))}
      <p class="no-print"><button type="button" class="button" data-save-feedback @click=${() => this.#save(review)}>${this.t.review.feedback.save}</button></p>
      <div class="charts">
        ${isRated ? this.#byTier(review) : nothing}
        ${review.months.length > 0 ? monthsFigure(review, this.t) : nothing}
        ${page ? mattersFigure(page, this.#offset, this.props, (offset) => this.#turn(offset)) : nothing}
        ${hasComplaints ? html`${this.#handled(review)} ${this.#classes(review)}` : nothing}
        ${review.suggestions.length > 0 ? this.#suggestions(review) : nothing}
      </div>`;
  }

  #turn(offset: number): void {
    this.#offset = offset;
    this.requestUpdate();
  }

  #story({ all, pieces, undated }: FeedbackReview): [string, string] {
    const { t } = this;
    const words = t.review.feedback;
    const { overall, promoters, complaints } = all;
    const { satisfied } = overall;
    const rest = [
      overall.ratings > 0 ? words.interval(satisfied.low, satisfied.high) : '',
      promoters ? words.promoters(promoters.score, promoters.low, promoters.high) : '',
      words.complaints(complaints.received, complaints.open),
      undated > 0 ? words.undated(undated) : '',
    ];
    const first =
      overall.ratings > 0
        ? words.satisfied(satisfied.rate, overall.ratings)
        : words.unrated(pieces);
    return [first, sentences(rest, t)];
  }

  /** Everybody first, then the tiers. */
  #groups({ all, tiers }: FeedbackReview): readonly (readonly [string, FeedbackFigures])[] {
    return [['', all] as const, ...tiers.map(({ tier, figures }) => [tier, figures] as const)];
  }

  #byTier(review: FeedbackReview): TemplateResult {
    const { t } = this;
    const words = t.review.feedback;
    const rated = review.tiers.filter(({ figures }) => figures.overall.ratings >= FEW);
    const by = rated.toSorted(
      (a, b) => b.figures.overall.satisfied.rate - a.figures.overall.satisfied.rate,
    );
    const [best, worst] = [by.at(0), by.at(-1)];
    const sentence =
      best && worst && best !== worst
        ? words.byTierSentence(
            this.tier(best.tier),
            best.figures.overall.satisfied.rate,
            this.tier(worst.tier),
            worst.figures.overall.satisfied.rate,
          )
        : '';
    const hasPromoters = review.all.promoters !== null;
    const aspects = words.aspects.map((name, at) => [name, at] as const);
    const asked = aspects.filter(([, at]) => (review.all.aspects[at]?.ratings ?? 0) > 0);
    return figure(
      {
        name: 'feedback-tiers',
        title: words.byTier,
        unit: words.byTierUnit,
        sentence: sentences([sentence, words.byTierOne], t),
        drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.byTier}><table class="table">
          <thead><tr>
            <th scope="col">${t.review.tier}</th>
            <th scope="col" class="end">${words.ratings}</th>
            <th scope="col">${words.csat}</th>
            ${hasPromoters ? html`<th scope="col" class="end">${words.nps}</th>` : nothing}
            ${asked.map(([name]) => html`<th scope="col" class="end">${name}</th>`)}
          </tr></thead>
          <tbody>${this.#groups(review).map(
            ([code, figures]) => html`<tr>
              <th scope="row">${this.tierMark(code)}</th>
              <td class="end">${t.integer(figures.overall.ratings)}</td>
              <td>${this.#share(figures.overall)}</td>
              ${hasPromoters ? html`<td class="end">${figures.promoters ? t.decimal(figures.promoters.score, 0) : '–'}</td>` : nothing}
              ${asked.map(([, at]) => html`<td class="end">${this.#satisfied(figures.aspects[at])}</td>`)}
            </tr>`,
          )}</tbody>
        </table></div>`,
      },
      t,
    );
  }

  /** A bar of the interval with its share, and the same in figures. */
  #share({ ratings, satisfied }: FeedbackScore): TemplateResult {
    const { t } = this;
    const words = t.review.feedback;
    if (ratings === 0) return html`–`;
    return html`<span class="with-range">
      <svg class="range-mark" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
        <rect class="range-base" x="0" y="3" width="100" height="2"></rect>
        <rect class="range-span" x=${100 * satisfied.low} y="2" width=${Math.max(1, 100 * (satisfied.high - satisfied.low))} height="4"></rect>
        <rect class="range-point" x=${Math.max(0, 100 * satisfied.rate - 0.8)} y="0" width="1.6" height="8"></rect>
      </svg>
      <span class="number">${words.share(satisfied.rate, satisfied.low, satisfied.high)}</span>
      ${ratings < FEW ? html`<span class="muted small">${words.few}</span>` : nothing}
    </span>`;
  }

  #satisfied(score: FeedbackScore | undefined): string {
    return score && score.ratings > 0 ? this.t.percent(score.satisfied.rate) : '–';
  }

  #handled(review: FeedbackReview): TemplateResult {
    const { t } = this;
    const words = t.review.feedback;
    const { repeated, median_days } = review.all.complaints;
    const head = [
      t.review.tier,
      words.received,
      words.classified,
      words.resolved,
      words.open,
      words.median,
      words.complained,
      words.repeated,
    ];
    return figure(
      {
        name: 'feedback-complaints',
        title: words.handled,
        unit: words.handledUnit,
        sentence: words.handledSentence(repeated, median_days),
        drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.handled}><table class="table">
          <thead><tr>${head.map((name, at) => html`<th scope="col" class=${at > 0 ? 'end' : ''}>${name}</th>`)}</tr></thead>
          <tbody>${this.#groups(review).map(
            ([code, { complaints }]) => html`<tr>
              <th scope="row">${this.tierMark(code)}</th>
              <td class="end">${t.integer(complaints.received)}</td>
              <td class="end">${t.integer(complaints.classified)}</td>
              <td class="end">${t.integer(complaints.resolved)}</td>
              <td class="end">${t.integer(complaints.open)}</td>
              <td class="end">${complaints.median_days === null ? '–' : t.decimal(complaints.median_days, 1)}</td>
              <td class="end">${words.share(complaints.customers.rate, complaints.customers.low, complaints.customers.high)}</td>
              <td class="end">${t.integer(complaints.repeated)}</td>
            </tr>`,
          )}</tbody>
        </table></div>`,
      },
      t,
    );
  }

  #about(about: ComplaintTopic): string {
    if (about.kind === 'own') return about.name;
    return about.kind === 'topic'
      ? this.t.review.topics[about.name]
      : this.t.review.feedback.unclassified;
  }

  #classes({ classes }: FeedbackReview): TemplateResult {
    const { t } = this;
    const words = t.review.feedback;
    const [first] = classes;
    return figure(
      {
        name: 'feedback-classes',
        title: words.classes,
        unit: words.classesUnit,
        sentence: first ? words.classesSentence(this.#about(first.about), first.received) : '',
        drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.classes}><table class="table">
          <thead><tr>
            <th scope="col">${words.what}</th>
            <th scope="col" class="end">${words.received}</th>
            <th scope="col" class="end">${words.open}</th>
            <th scope="col" class="end">${words.median}</th>
          </tr></thead>
          <tbody>${classes.slice(0, 12).map(
            ({ about, received, open, median_days }) => html`<tr>
              <th scope="row">${this.#about(about)}</th>
              <td class="end">${t.integer(received)}</td>
              <td class="end">${t.integer(open)}</td>
              <td class="end">${median_days === null ? '–' : t.decimal(median_days, 1)}</td>
            </tr>`,
          )}</tbody>
        </table></div>`,
      },
      t,
    );
  }

  #suggestions({ all, suggestions }: FeedbackReview): TemplateResult {
    const { t } = this;
    const words = t.review.feedback;
    return figure(
      {
        name: 'feedback-suggestions',
        title: words.suggestions,
        unit: words.suggestionsUnit,
        sentence: words.suggestionsSentence(all.suggestions),
        drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.suggestions}><table class="table">
          <thead><tr>
            <th scope="col">${words.what}</th>
            <th scope="col" class="end">${words.count}</th>
            <th scope="col">${words.examples}</th>
          </tr></thead>
          <tbody>${suggestions.map(
            ({ topic, count, examples }) => html`<tr>
              <th scope="row">${topic ? t.review.topics[topic] : words.others}</th>
              <td class="end">${t.integer(count)}</td>
              <td>${examples.map(([text, times]) => html`<p class="small quote">${words.times(text, times)}</p>`)}</td>
            </tr>`,
          )}</tbody>
        </table></div>`,
      },
      t,
    );
  }

  #save(review: FeedbackReview): void {
    const { t } = this;
    const words = t.review.feedback;
    const head = [
      t.review.tier,
      words.ratings,
      words.csat,
      words.nps,
      ...words.aspects,
      words.received,
      words.classified,
      words.resolved,
      words.open,
      words.median,
      words.repeated,
    ];
    const rows = this.#groups(review).map(([code, { overall, promoters, aspects, complaints }]) => [
      this.tier(code),
      overall.ratings,
      overall.ratings > 0 ? round(overall.satisfied.rate) : null,
      promoters ? round(promoters.score) : null,
      ...aspects.map((score) => (score.ratings > 0 ? round(score.satisfied.rate) : null)),
      complaints.received,
      complaints.classified,
      complaints.resolved,
      complaints.open,
      complaints.median_days,
      complaints.repeated,
    ]);
    const months = review.months.map(({ month, overall, complaints, resolved }) => [
      month,
      overall.ratings,
      overall.ratings > 0 ? round(overall.satisfied.rate) : null,
      complaints,
      resolved,
    ]);
    const monthHead = [words.month, words.ratings, words.csat, words.received, words.resolved];
    const blob = csvOf([head, ...rows, [], monthHead, ...months]);
    this.dispatchEvent(new SaveFileEvent({ blob, name: words.file }));
  }
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
