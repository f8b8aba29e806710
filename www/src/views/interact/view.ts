// <ct-interact>: how each tier is talked to, who can be reached, and what to do in which week. Strategy, reach, calendar, contacts.

import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { cardStyles } from '../../charts/card.styles.ts';
import { chartStyles } from '../../charts/charts.styles.ts';
import { figureStyles } from '../../charts/figure.styles.ts';
import { Tooltip } from '../../charts/tooltip.ts';
import type { CalendarReport, Market, PlanFile, Recipe } from '../../engine/types.ts';
import { gridStyles } from '../../grid/grid.styles.ts';
import { base } from '../../styles/base.ts';
import { marks } from '../../styles/marks.ts';
import {
  ChangeRecipeEvent,
  type DifferentiateProps,
  SelectFilterEvent,
} from '../differentiate/contract.ts';
import { Drawer } from '../differentiate/drawer.ts';
import { historyButtons, travelKey } from '../differentiate/travel.ts';
import { valueStyles } from '../differentiate/value/value.styles.ts';
import { viewStyles } from '../differentiate/view.styles.ts';
import { changes, defaultSince } from './changes.ts';
import { MEDIA, type Part, SaveFileEvent, type Wanted } from './contract.ts';
import { headline } from './headline.ts';
import { interactStyles } from './interact.styles.ts';
import { monthView } from './month.ts';
import { owners } from './owners.ts';
import { reach } from './reach.ts';
import { strategy } from './strategy.ts';
import { team } from './team.ts';
import { weekChart } from './weeks.ts';
import { workListWords } from './words.ts';

const TABS = ['strategy', 'reach', 'calendar', 'contacts', 'messages'] as const;
type Tab = (typeof TABS)[number];

export class Interact extends LitElement {
  static override styles = [
    base,
    marks,
    figureStyles,
    chartStyles,
    cardStyles,
    gridStyles,
    viewStyles,
    valueStyles,
    interactStyles,
  ];
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  #tab: Tab = 'strategy';
  #market: Market = 'any';
  #month = 0;
  #wanted: Wanted = {};
  #since: string | null = null;
  /** Whether the last file could not be made. */
  #isBroken = false;
  readonly #tooltip = new Tooltip(this);
  readonly #drawer = new Drawer(this, {
    select: (filter) => this.dispatchEvent(new SelectFilterEvent(filter)),
    closed: () => {},
  });

  readonly #report = new Task(this, {
    task: ([ask]) => ask.calendar(),
    args: () => [this.props.ask, this.props.revision] as const,
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { pending, t } = this.props;
    const report = this.#report.value;
    const failed = this.#report.status === TaskStatus.ERROR;
    return html`<div class="view ${pending ? 'pending' : ''}" aria-busy=${pending ? 'true' : 'false'} @keydown=${travelKey(this.props, this)}>
        ${report ? headline(this.#part(report)) : nothing}
        ${this.#isBroken ? html`<p class="notice bad" role="alert">${t.interact.files.failed}</p>` : nothing}
        <div class="head no-print">${this.#tabs()}${historyButtons(this.props, this)}</div>
        <div id="panel" role="tabpanel" aria-labelledby="tab-${this.#tab}">
          ${report ? this.#panel(this.#part(report)) : html`<p class="empty muted" role="status">${failed ? t.interact.failed : t.interact.computing}</p>`}
        </div>
      </div>
      ${this.#drawer.render(this.props)} ${this.#tooltip.render()}`;
  }

  #tabs(): TemplateResult {
    const { tabs } = this.props.t.interact;
    return html`<div class="tabs" role="tablist" aria-label=${tabs.label} @keydown=${this.#onTabKey}>
      ${TABS.map(
        (tab) => html`<button
          type="button"
          role="tab"
          id="tab-${tab}"
          aria-controls="panel"
          aria-selected=${tab === this.#tab ? 'true' : 'false'}
          tabindex=${tab === this.#tab ? 0 : -1}
          @click=${() => this.#show(tab)}
        >${tabs[tab]}</button>`,
      )}
    </div>`;
  }

  #panel(part: Part): TemplateResult {
    switch (this.#tab) {
      case 'strategy':
        return strategy(part, {
          market: this.#market,
          choose: (market) => {
            this.#market = market;
            this.requestUpdate();
          },
        });
      case 'reach':
        return reach(part);
      case 'calendar':
        return this.#calendar(part);
      case 'contacts':
        return html`<ct-contacts .plan=${part} .wanted=${this.#wanted}></ct-contacts>
          ${changes(part, this.#since ?? defaultSince(part), (since) => {
            this.#since = since;
            this.requestUpdate();
          })}`;
      case 'messages':
        return html`<ct-messages .plan=${part}></ct-messages>`;
      default:
        return this.#tab satisfies never;
    }
  }

  #calendar(part: Part): TemplateResult {
    const month = {
      month: this.#month,
      show: (shown: number) => {
        this.#month = shown;
        this.requestUpdate();
      },
    };
    return html`${team(part)}
      <div class="charts plan-charts">${weekChart(part)} ${monthView(part, month)} ${owners(part)}
        <ct-left .plan=${part}></ct-left></div>`;
  }

  /** The same object for the same figures, so that lists do not ask for their page again. */
  #kept: Part | null = null;

  #part(report: CalendarReport): Part {
    const { props } = this;
    if (this.#kept?.report === report && this.#kept.props === props) return this.#kept;
    const change = (changes: Partial<Recipe>) => {
      this.dispatchEvent(new ChangeRecipeEvent(changes));
    };
    this.#kept = {
      props,
      t: props.t,
      report,
      change,
      plan: (changes) => change({ planning: { ...this.props.recipe.planning, ...changes } }),
      list: (wanted) => {
        this.#wanted = wanted;
        this.#show('contacts');
      },
      save: (wanted) => void this.#save(wanted).catch(() => this.#tell(true)),
      saveTexts: (messaging) => {
        const blob = new Blob([JSON.stringify(messaging, null, 2), '\n'], {
          type: 'application/json',
        });
        const { texts } = this.props.t.interact.files.names;
        this.dispatchEvent(new SaveFileEvent(blob, texts));
      },
      open: (customer) => this.#drawer.open(customer, this.props),
    };
    return this.#kept;
  }

  async #save(wanted: PlanFile): Promise<void> {
    const { ask, t } = this.props;
    const words =
      wanted.kind === 'work_list' ? { words: workListWords(t, this.props.summary) } : {};
    this.#tell(false);
    const bytes = await ask.planFile({ ...wanted, ...words });
    const blob = new Blob([bytes], { type: MEDIA[wanted.kind] });
    this.dispatchEvent(new SaveFileEvent(blob, t.interact.files.names[wanted.kind], wanted.kind));
  }

  #tell(isBroken: boolean): void {
    this.#isBroken = isBroken;
    this.requestUpdate();
  }

  #show(tab: Tab): void {
    this.#tab = tab;
    this.requestUpdate();
  }

  readonly #onTabKey = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = TABS[(TABS.indexOf(this.#tab) + step + TABS.length) % TABS.length] ?? 'strategy';
    this.#show(next);
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>(`#tab-${next}`)?.focus(),
    );
  };
}
