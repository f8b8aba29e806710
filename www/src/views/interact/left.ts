// What does not fit, by value at stake, and what was moved to a cheaper channel for it.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import { roundMoney, sum } from '../../charts/numbers.ts';
import type { LeftReason } from '../../engine/types.ts';
import { namesOf, tierMark } from '../../grid/columns.ts';
import { type Part, tierOf } from './contract.ts';
import { choice } from './fields.ts';
import { pager } from './pager.ts';

const PAGE = 15;

export class LeftList extends LitElement {
  static override properties = { plan: { attribute: false } };

  declare plan: Part;

  #reason: LeftReason | null = null;
  #offset = 0;

  readonly #page = new Task(this, {
    task: ([ask, , , reason, offset]) =>
      ask.leftPage({ ...(reason ? { reason } : {}), offset, limit: PAGE }),
    args: () =>
      [
        this.plan.props.ask,
        this.plan.props.revision,
        this.plan.report,
        this.#reason,
        this.#offset,
      ] as const,
  });

  protected override createRenderRoot(): HTMLElement {
    return this;
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.plan) return nothing;
    const { report, t, save } = this.plan;
    const words = t.interact.calendar;
    const { left, figures } = report;
    const stake = roundMoney(
      sum(left, (group) => group.value),
      t,
    );
    return figure(
      {
        name: 'left-list',
        title: words.left,
        unit: words.leftUnit,
        sentence:
          left.length > 0 ? words.leftSentence(figures.contacts_left, stake) : words.leftNone,
        tools:
          left.length > 0
            ? html`<div class="row no-print">
                ${choice<LeftReason | null>(
                  words.reason,
                  [
                    [null, words.allReasons],
                    ...left.map(
                      ({ reason, contacts }) =>
                        [reason, `${t.interact.reasons[reason]} · ${t.integer(contacts)}`] as const,
                    ),
                  ],
                  this.#reason,
                  (reason) => this.#show(reason, 0),
                )}
                <button type="button" class="button" data-save="left" @click=${() => save({ kind: 'left' })}>CSV</button>
              </div>`
            : html``,
        drawing: html`${this.#shifts()} ${left.length > 0 ? this.#table() : nothing}`,
      },
      t,
    );
  }

  #shifts(): TemplateResult | typeof nothing {
    const { report, props, t } = this.plan;
    if (report.shifts.length === 0) return nothing;
    const channel = (code: string) => t.plan.channels[code] ?? code;
    return html`<ul class="small">${report.shifts.map(
      ({ tier, from, to, contacts }) =>
        html`<li>${t.interact.calendar.shifts(contacts, tierOf(props, tier).name, channel(from), channel(to))}</li>`,
    )}</ul>`;
  }

  #table(): TemplateResult | typeof nothing {
    const page = this.#page.value;
    if (!page) return nothing;
    const { props, t, open } = this.plan;
    const words = t.interact.calendar;
    return html`<div class="scroll-x"><table class="table wordy">
      <thead><tr>
        <th scope="col">${t.interact.list.customer}</th>
        <th scope="col">${t.interact.reach.tier}</th>
        <th scope="col">${words.reason}</th>
        <th scope="col" class="end">${t.interact.tabs.contacts}</th>
        <th scope="col" class="end">${words.atStake}</th>
      </tr></thead>
      <tbody>${page.rows.map((row) => {
        const name = row.customer_name || row.customer_id;
        return html`<tr>
          <th scope="row"><button type="button" class="link" aria-label=${t.interact.list.open(name)} @click=${() => open(row.customer)}>${name}</button></th>
          <td>${tierMark(row.tier, namesOf(props))}</td>
          <td>${t.interact.reasons[row.reason]}</td>
          <td class="end">${t.integer(row.contacts)}</td>
          <td class="end">${roundMoney(row.value, t)}</td>
        </tr>`;
      })}</tbody>
    </table></div>
    ${pager({ offset: this.#offset, limit: PAGE, total: page.total, count: page.rows.length, show: (offset) => this.#show(this.#reason, offset) }, t)}`;
  }

  #show(reason: LeftReason | null, offset: number): void {
    this.#reason = reason;
    this.#offset = offset;
    this.requestUpdate();
  }
}
