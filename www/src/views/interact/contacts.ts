// <ct-contacts>: who is contacted when, how, what for and why: filtered and by page, however many there are.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import type { ContactPage, ContactRow } from '../../engine/types.ts';
import { namesOf, tierMark } from '../../grid/columns.ts';
import type { Part, Wanted } from './contract.ts';
import { choice, dayInput, toggle } from './fields.ts';
import { pager } from './pager.ts';

const PAGE = 25;

export class ContactList extends LitElement {
  static override properties = { plan: { attribute: false }, wanted: { attribute: false } };

  declare plan: Part;
  declare wanted: Wanted;

  #offset = 0;
  #of: Wanted | null = null;

  readonly #page = new Task(this, {
    task: ([ask, , , wanted, offset]) => ask.contactPage({ ...wanted, offset, limit: PAGE }),
    args: () =>
      [
        this.plan.props.ask,
        this.plan.props.revision,
        this.plan.report,
        this.wanted,
        this.#offset,
      ] as const,
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override willUpdate(): void {
    // Other contacts begin at their first page.
    if (this.#of !== this.wanted) this.#offset = 0;
    this.#of = this.wanted;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.plan) return nothing;
    const { t } = this.plan;
    const words = t.interact.list;
    const page = this.#page.value;
    return figure(
      {
        name: 'contact-list',
        title: words.title,
        unit: page ? words.unit(page.total) : '',
        sentence: words.sentence,
        tools: this.#filters(),
        drawing: page
          ? page.rows.length > 0
            ? this.#table(page)
            : html`<p class="muted">${words.none}</p>`
          : html`<p class="muted" role="status">${t.interact.computing}</p>`,
      },
      t,
    );
  }

  #filters(): TemplateResult {
    const { report, props, t, list } = this.plan;
    const words = t.interact.list;
    const wanted = this.wanted;
    // What is undefined is not asked for at all.
    const put = (changes: { [K in keyof Wanted]: Wanted[K] | null }) =>
      list(
        Object.fromEntries(
          Object.entries({ ...wanted, ...changes }).filter(
            ([, value]) => value !== null && value !== '',
          ),
        ),
      );
    const owners = report.owners.filter(({ owner }) => owner !== '');
    return html`<div class="row no-print filters">
      ${dayInput(words.from, wanted.from ?? report.start, (from) => put({ from }), 'from')} ${words.to}
      ${dayInput(words.to, wanted.to ?? report.end, (to) => put({ to }), 'to')}
      ${choice<string | null>(
        words.anyTier,
        [
          [null, words.anyTier],
          ...props.summary.tiers.map(
            ({ code, name }) => [code, t.names.segment(code, name)] as const,
          ),
        ],
        wanted.tier ?? null,
        (tier) => put({ tier }),
      )}
      ${choice(
        words.anyChannel,
        [
          [null, words.anyChannel],
          ...report.channels.map(
            ([channel]) => [channel, t.plan.channels[channel] ?? channel] as const,
          ),
        ],
        wanted.channel ?? null,
        (channel) => put({ channel }),
      )}
      ${choice(
        words.anyPlay,
        [
          [null, words.anyPlay],
          ...report.plays.map(([play]) => [play, t.interact.plays[play]] as const),
        ],
        wanted.play ?? null,
        (play) => put({ play }),
      )}
      ${
        owners.length > 0
          ? choice<string | null>(
              words.anyOwner,
              [[null, words.anyOwner], ...owners.map(({ owner }) => [owner, owner] as const)],
              wanted.owner ?? null,
              (owner) => put({ owner }),
            )
          : nothing
      }
      ${toggle(words.onlyPeople, wanted.by_people ?? false, () => put({ by_people: wanted.by_people ? null : true }))}
      ${Object.keys(wanted).length > 0 ? html`<button type="button" class="link" @click=${() => list({})}>${words.whole}</button>` : nothing}
    </div>`;
  }

  #table(page: ContactPage): TemplateResult {
    const { t } = this.plan;
    const words = t.interact.list;
    const hasOwners = this.plan.report.owners.some(({ owner }) => owner !== '');
    return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}><table class="table wordy contact-table">
      <thead><tr>
        <th scope="col">${words.day}</th>
        <th scope="col">${words.customer}</th>
        <th scope="col" class="wide">${t.interact.reach.tier}</th>
        <th scope="col">${words.channel}</th>
        <th scope="col">${words.why}</th>
        <th scope="col" class="end">${words.minutes}</th>
        ${hasOwners ? html`<th scope="col" class="wide">${words.owner}</th>` : nothing}
      </tr></thead>
      <tbody>${page.rows.map((row) => this.#row(row, hasOwners))}</tbody>
    </table></div>
    ${pager(
      {
        offset: this.#offset,
        limit: PAGE,
        total: page.total,
        count: page.rows.length,
        show: (offset) => {
          this.#offset = offset;
          this.requestUpdate();
        },
      },
      t,
    )}`;
  }

  #row(row: ContactRow, hasOwners: boolean): TemplateResult {
    const { props, t, open } = this.plan;
    const words = t.interact.list;
    const name = row.customer_name || row.customer_id;
    return html`<tr>
      <td class="number">${t.day(row.day)}</td>
      <th scope="row"><button type="button" class="link" aria-label=${words.open(name)} @click=${() => open(row.customer)}>${name}</button></th>
      <td class="wide">${tierMark(row.tier, namesOf(props))}</td>
      <td>${t.plan.channels[row.channel] ?? row.channel}${row.is_moved ? html` <span class="muted small">${words.moved}</span>` : nothing}${row.address ? html`<br /><span class="muted small">${row.address}</span>` : nothing}</td>
      <td>${t.interact.plays[row.play]}<br /><span class="muted small">${t.interact.triggers[row.trigger]}</span></td>
      <td class="end">${row.minutes > 0 ? t.integer(row.minutes) : words.automatic}</td>
      ${hasOwners ? html`<td class="wide">${row.owner}</td>` : nothing}
    </tr>`;
  }
}
