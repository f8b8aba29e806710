// <ct-people>: who is in each segment of a scheme. Asks the engine itself, again after each result and each choice of a scheme.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { chartStyles } from '../../../charts/charts.styles.ts';
import { figureStyles } from '../../../charts/figure.styles.ts';
import { Tooltip } from '../../../charts/tooltip.ts';
import type { People } from '../../../engine/types.ts';
import { base } from '../../../styles/base.ts';
import { marks } from '../../../styles/marks.ts';
import { tokens } from '../../../styles/tokens.ts';
import { type DifferentiateProps, EVERYBODY, SelectFilterEvent } from '../contract.ts';
import { schemeMark } from '../scheme-mark.ts';
import { acquisitionFigure, breakdownFigure } from './breakdown.ts';
import { peopleStyles } from './people.styles.ts';
import { personaCard } from './persona.ts';
import { printablePage, saveHtml } from './printable.ts';
import { scatterFigure } from './scatter.ts';

export class PeopleTab extends LitElement {
  static override styles = [base, marks, figureStyles, chartStyles, peopleStyles];
  static override properties = {
    props: { attribute: false },
    scheme: { state: true },
    field: { state: true },
  };

  declare props: DifferentiateProps;
  /** The scheme whose segments are shown; empty: the one that names the customers. */
  declare scheme: string;
  /** The field by which revenue is divided; empty: the first one there is. */
  declare field: string;

  readonly #tooltip = new Tooltip(this);
  readonly #people = new Task(this, {
    args: () => [this.props?.ask, this.props?.revision, this.#scheme] as const,
    task: ([ask, , scheme]) => (ask && scheme ? ask.people(scheme) : Promise.resolve(undefined)),
  });

  constructor() {
    super();
    this.scheme = '';
    this.field = '';
  }

  get #scheme(): string {
    const { props } = this;
    const known = props?.whole?.schemes.some(({ id }) => id === this.scheme);
    return known ? this.scheme : (props?.summary.segment_scheme ?? '');
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { t } = this.props;
    // The last answer stays while the next one is counted.
    const people = this.#people.value;
    return html`${this.#head()}
      ${people ? this.#body(people) : html`<p class="empty muted" role="status">${this.#people.error ? t.people.failed : t.people.pending}</p>`}
      ${this.#tooltip.render()}`;
  }

  #head(): TemplateResult {
    const { t, whole } = this.props;
    const choose = ({ target }: Event) => {
      if (target instanceof HTMLSelectElement) this.scheme = target.value;
    };
    return html`<div class="people-head">
      <div>
        <h1>${t.people.title}</h1>
        <p class="muted">${t.people.lead}</p>
      </div>
      <button type="button" class="button no-print" data-print @click=${this.#print}>${t.people.print}</button>
      <label class="label no-print"
        >${t.people.scheme}
        <select class="field" data-people-scheme @change=${choose}>
          ${whole?.schemes.map(({ id, name }) => html`<option value=${id} ?selected=${id === this.#scheme}>${t.names.scheme(id, name)}</option>`)}
        </select>
      </label>
    </div>`;
  }

  #body(people: People): TemplateResult {
    const { t, summary } = this.props;
    const segments = people.segments.map(({ segment }) => segment);
    const mark = (code: string) => schemeMark(people.scheme, code, segments, summary.tier_scheme);
    return html`<div class="personas">
        ${people.segments.map((persona) =>
          personaCard(
            {
              persona,
              mark: mark(persona.segment.code),
              select: (code) => this.#select(people.scheme, code),
            },
            t,
          ),
        )}
      </div>
      <div class="people-charts">
        ${scatterFigure(people, mark, t)}
        ${breakdownFigure(
          {
            all: people.breakdowns,
            chosen: this.field,
            choose: (field) => {
              this.field = field;
            },
          },
          t,
        )}
        ${acquisitionFigure(people.breakdowns, t)}
      </div>`;
  }

  readonly #print = (): void => {
    const { t, whole } = this.props;
    const scheme = whole?.schemes.find(({ id }) => id === this.#scheme);
    const title = `${t.people.title} · ${t.names.scheme(this.#scheme, scheme?.name)}`;
    const cards = this.renderRoot.querySelectorAll('.persona');
    const styles = [tokens, base, marks, figureStyles, peopleStyles];
    saveHtml(t.people.printName, printablePage({ title, lang: t.lang, styles, cards }));
  };

  #select(scheme: string, segment: string): void {
    this.dispatchEvent(new SelectFilterEvent({ ...EVERYBODY, segments: [[scheme, segment]] }));
  }
}
