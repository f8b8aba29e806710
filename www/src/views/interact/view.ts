// <ct-interact>: how each tier is talked to, who can be reached, what to do in which week, and whether it works.
//
// One tab for each question: first the tabs of the plan, then those that look back at what came of it.

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
  OpenCustomerEvent,
  SelectFilterEvent,
} from '../differentiate/contract.ts';
import { Drawer } from '../differentiate/drawer.ts';
import { historyButtons, travelKey } from '../differentiate/travel.ts';
import { valueStyles } from '../differentiate/value/value.styles.ts';
import { viewStyles } from '../differentiate/view.styles.ts';
import { passOn } from '../pass-on.ts';
import { reviewStyles } from '../review/review.styles.ts';
import { SaveFileEvent } from '../save-file.ts';
import { TabList } from '../tab-list.ts';
import { calendarStyles } from './calendar.styles.ts';
import { changes, defaultSince } from './changes.ts';
import { MEDIA, type Part, type Wanted } from './contract.ts';
import { headline } from './headline.ts';
import { interactStyles } from './interact.styles.ts';
import { monthView } from './month.ts';
import { owners } from './owners.ts';
import { reach } from './reach.ts';
import { strategy } from './strategy.ts';
import { team } from './team.ts';
import { weekChart } from './weeks.ts';
import { workListWords } from './words.ts';

/** What is drawn from the plan. */
const PLAN = ['strategy', 'reach', 'calendar', 'contacts', 'messages'] as const;
/** What looks back. */
const REVIEW = ['feedback', 'effect', 'log', 'playbook'] as const;
type PlanTab = (typeof PLAN)[number];
type ReviewTab = (typeof REVIEW)[number];

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
    calendarStyles,
    reviewStyles,
  ];
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;

  readonly #tabs = new TabList(this, [...PLAN, ...REVIEW]);
  #market: Market = 'any';
  #month: number | null = null;
  #wanted: Wanted = {};
  #since: string | null = null;
  /** Whether the last file could not be made. */
  #isBroken = false;
  readonly #tooltip = new Tooltip(this);
  readonly #passOn = passOn(this);
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
    const { shown } = this.#tabs;
    return html`<div class="view ${pending ? 'pending' : ''}" aria-busy=${pending ? 'true' : 'false'} @keydown=${travelKey(this.props, this)}>
        <div class="head no-print">${this.#tabs.render({ ...t.review.tabs, ...t.interact.tabs })}${historyButtons(this.props, this)}</div>
        ${this.#isBroken ? html`<p class="notice bad" role="alert">${t.interact.files.failed}</p>` : nothing}
        <div
          id="panel"
          class=${isReview(shown) ? 'review' : ''}
          role="tabpanel"
          aria-labelledby="tab-${shown}"
          @open-customer=${this.#opened}
          @change-recipe=${this.#passOn}
          @save-file=${this.#passOn}
        >${isReview(shown) ? this.#review(shown) : this.#plan(shown)}</div>
      </div>
      ${this.#drawer.render(this.props)} ${this.#tooltip.render()}`;
  }

  #plan(shown: PlanTab): TemplateResult {
    const { interact } = this.props.t;
    const report = this.#report.value;
    const failed = this.#report.status === TaskStatus.ERROR;
    if (!report)
      return html`<p class="empty muted" role="status">${failed ? interact.failed : interact.computing}</p>`;
    const part = this.#part(report);
    return html`${headline(part)} ${this.#planned(shown, part)}`;
  }

  #review(shown: ReviewTab): TemplateResult {
    const { props } = this;
    switch (shown) {
      case 'feedback':
        return html`<ct-feedback .props=${props}></ct-feedback>`;
      case 'effect':
        return html`<ct-effect .props=${props}></ct-effect>`;
      case 'log':
        return html`<ct-log .props=${props}></ct-log>`;
      case 'playbook':
        return html`<ct-playbook .props=${props}></ct-playbook>`;
      default:
        return shown satisfies never;
    }
  }

  #planned(shown: PlanTab, part: Part): TemplateResult {
    switch (shown) {
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
        return shown satisfies never;
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
        this.#tabs.show('contacts');
      },
      save: (wanted) => void this.#save(wanted).catch(() => this.#tell(true)),
      saveTexts: (messaging) => {
        const blob = new Blob([JSON.stringify(messaging, null, 2), '\n'], {
          type: 'application/json',
        });
        const { texts } = this.props.t.interact.files.names;
        this.dispatchEvent(new SaveFileEvent({ blob, name: texts }));
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
    const name = t.interact.files.names[wanted.kind];
    this.dispatchEvent(new SaveFileEvent({ blob, name, format: wanted.kind }));
  }

  readonly #opened = (event: Event): void => {
    if (!(event instanceof OpenCustomerEvent) || event.customer === null) return;
    event.stopPropagation();
    this.#drawer.open(event.customer, this.props);
  };

  #tell(isBroken: boolean): void {
    this.#isBroken = isBroken;
    this.requestUpdate();
  }
}

function isReview(tab: PlanTab | ReviewTab): tab is ReviewTab {
  return REVIEW.some((one) => one === tab);
}
