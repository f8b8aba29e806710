// <ct-messages>: what customers are written and told. The text for a tier, a play and a channel, seen on real customers; what is missing; drafts.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import type {
  ContactChannel,
  DraftRow,
  FieldName,
  MessageLanguage,
  Messaging,
} from '../../engine/types.ts';
import { type Part, tierOf } from './contract.ts';
import { copyText } from './copy.ts';
import { choice } from './fields.ts';
import { letter } from './letter.ts';
import { messageReport } from './message-report.ts';
import { pager } from './pager.ts';
import {
  languageOf,
  messagingOf,
  ownTemplate,
  PLAYS,
  type Place,
  readyMade,
  withTemplate,
} from './templates.ts';

const FIELDS: readonly FieldName[] = [
  'name',
  'company',
  'owner',
  'tier',
  'last_order_date',
  'days_since_order',
  'orders',
  'favourite_product',
  'city',
  'customer_id',
  'day',
];
const LANGUAGES: readonly MessageLanguage[] = ['zh-CN', 'en'];

export class Messages extends LitElement {
  static override properties = { plan: { attribute: false } };

  declare plan: Part;

  #place: Place | null = null;
  #offset = 0;
  #copied = '';
  #kept: { readonly of: Part; readonly messaging: Messaging } | null = null;

  readonly #page = new Task(this, {
    task: ([ask, , messaging, place, offset]) =>
      ask.draftPage({ ...place, offset, limit: 1 }, messaging),
    args: () =>
      [
        this.plan.props.ask,
        this.plan.report,
        this.#messaging(),
        this.#shown(),
        this.#offset,
      ] as const,
  });

  readonly #report = new Task(this, {
    task: ([ask, , messaging]) => ask.messageReport(messaging),
    args: () => [this.plan.props.ask, this.plan.report, this.#messaging()] as const,
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.plan) return nothing;
    return html`<div class="charts messages">${this.#editor()} ${this.#preview()} ${messageReport(this.plan, this.#report.value, this.#messaging())}</div>`;
  }

  /** The same object for the same recipe, so that nothing is asked twice. */
  #messaging(): Messaging {
    if (this.#kept?.of !== this.plan) {
      const { recipe, summary, t } = this.plan.props;
      this.#kept = { of: this.plan, messaging: messagingOf(recipe, summary, t) };
    }
    return this.#kept.messaging;
  }

  #shown(): Place {
    if (this.#place && this.#channels(this.#place.tier).includes(this.#place.channel))
      return this.#place;
    const tiers = this.plan.props.summary.tiers.map(({ code }) => code);
    const tier = this.#place?.tier ?? tiers.find((code) => this.#channels(code).length > 0) ?? '';
    const channel = this.#channels(tier)[0] ?? 'email';
    this.#place = { tier, play: this.#place?.play ?? 'regular', channel };
    return this.#place;
  }

  #channels(tier: string): readonly ContactChannel[] {
    return this.plan.props.recipe.interact[tier]?.channels ?? [];
  }

  #editor(): TemplateResult {
    const { props, t, change } = this.plan;
    const { recipe } = props;
    const words = t.interact.messages;
    const place = this.#shown();
    const language = languageOf(recipe, t);
    const own = ownTemplate(recipe, language, place);
    const shown =
      own ??
      readyMade(language, place.play, place.channel, recipe.interact[place.tier]?.focus ?? '');
    const put = (text: { subject: string; text: string } | null) =>
      change({
        messages: {
          ...recipe.messages,
          templates: [...withTemplate(recipe, language, place, text)],
        },
      });
    return figure(
      {
        name: 'message-editor',
        title: words.title,
        unit: own ? words.own : words.ready,
        sentence: words.sentence,
        tools: html`<div class="row no-print">
          ${choice(
            words.language,
            LANGUAGES.map((one) => [one, words.languages[one]] as const),
            language,
            (one) => change({ messages: { ...recipe.messages, language: one } }),
          )}
        </div>`,
        drawing: html`<div class="row filters">${this.#choices(place)}</div>
          ${place.channel === 'email' || place.channel === 'event' ? this.#subject(shown, put) : nothing}
          <textarea
            class="field message-text"
            rows="10"
            maxlength="4000"
            aria-label=${words.text}
            data-field="text"
            .value=${shown.text}
            @change=${(event: Event) => event.target instanceof HTMLTextAreaElement && put({ subject: shown.subject, text: event.target.value })}
          ></textarea>
          <div class="row" role="group" aria-label=${words.insert}>
            <span class="small muted">${words.insert}</span>
            ${FIELDS.map((field) => html`<button type="button" class="toggle" @click=${() => this.#insert(field, shown, put)}>${words.fields[field]}</button>`)}
          </div>
          <p class="row small"><span class="muted">${words.fallback}</span>${own ? html`<button type="button" class="link" data-reset @click=${() => put(null)}>${words.reset}</button>` : nothing}</p>`,
      },
      t,
    );
  }

  #subject(
    shown: { subject: string; text: string },
    put: (text: typeof shown) => void,
  ): TemplateResult {
    const words = this.plan.t.interact.messages;
    return html`<label class="message-subject small">${words.subject}
      <input
        class="field"
        maxlength="200"
        data-field="subject"
        .value=${shown.subject}
        @change=${(event: Event) => event.target instanceof HTMLInputElement && put({ subject: event.target.value, text: shown.text })}
      />
    </label>`;
  }

  #choices(place: Place): TemplateResult {
    const { props, t } = this.plan;
    const words = t.interact.list;
    const show = (changes: Partial<Place>) => {
      this.#place = { ...place, ...changes };
      this.#offset = 0;
      this.requestUpdate();
    };
    const tiers = props.summary.tiers.filter(({ code }) => this.#channels(code).length > 0);
    return html`${choice(
      t.interact.reach.tier,
      tiers.map(({ code }) => [code, tierOf(props, code).name] as const),
      place.tier,
      (tier) => show({ tier }),
    )}
      ${choice(
        t.interact.strategy.play,
        PLAYS.map((play) => [play, t.interact.plays[play]] as const),
        place.play,
        (play) => show({ play }),
      )}
      ${choice(
        words.channel,
        this.#channels(place.tier).map(
          (channel) => [channel, t.plan.channels[channel] ?? channel] as const,
        ),
        place.channel,
        (channel) => show({ channel }),
      )}`;
  }

  /** Where the cursor is, or at the end. */
  #insert(
    field: FieldName,
    shown: { subject: string; text: string },
    put: (text: typeof shown) => void,
  ): void {
    const area = this.querySelector<HTMLTextAreaElement>('.message-text');
    if (!area) return;
    area.setRangeText(`{{${field}}}`, area.selectionStart, area.selectionEnd, 'end');
    put({ subject: shown.subject, text: area.value });
    area.focus();
  }

  #preview(): TemplateResult {
    const { t } = this.plan;
    const words = t.interact.messages;
    const page = this.#page.value;
    const [row] = page?.rows ?? [];
    return figure(
      {
        name: 'message-preview',
        title: words.preview,
        unit: page ? t.interact.contacts(page.total) : '',
        sentence: row ? words.previewSentence : words.previewNone,
        drawing:
          page && row
            ? html`${letter(this.plan, row, { said: this.#copied, copy: (copied) => void this.#copy(copied) })}
                ${pager(
                  {
                    offset: this.#offset,
                    limit: 1,
                    total: page.total,
                    count: 1,
                    show: (offset) => {
                      this.#offset = offset;
                      this.requestUpdate();
                    },
                  },
                  t,
                )}`
            : html``,
      },
      t,
    );
  }

  async #copy(row: DraftRow): Promise<void> {
    const words = this.plan.t.interact.messages;
    const text = row.subject ? `${row.subject}\n\n${row.text}` : row.text;
    this.#copied = (await copyText(text, this)) ? words.copied : words.notCopied;
    this.requestUpdate();
  }
}
