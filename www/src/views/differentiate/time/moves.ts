// <ct-time-moves>: who moved from which tier to which between two days; a cell or a ribbon opens the names.

import { Task, TaskStatus } from '@lit/task';
import { html, nothing, type TemplateResult } from 'lit';
import { sentences } from '../../../charts/figure.ts';
import { sum } from '../../../charts/numbers.ts';
import type { Migration, MoverPage, Moves } from '../../../engine/types.ts';
import { isTierScheme, schemeMark } from '../scheme-mark.ts';
import { hasPast, lookBack } from './days.ts';
import { flowChart } from './flow.ts';
import { matrixChart, nameOf } from './matrix.ts';
import { moverList } from './movers.ts';
import { Part } from './part.ts';

/** Names listed at first, and how many more each time. */
const STEP = 20;

export class TimeMoves extends Part {
  #from: string | undefined;
  #to: string | undefined;
  #moves: Moves = { kind: 'any' };
  #listed = STEP;

  readonly #migration = new Task(this, {
    args: () => [this.#between, this.props.ask, this.props.revision] as const,
    argsEqual: sameText,
    task: ([between, ask]) => {
      if (!this.#hasPast || between.from >= between.to) return null;
      return ask.migration(between);
    },
  });

  readonly #movers = new Task(this, {
    args: () =>
      [this.#between, this.#moves, this.#listed, this.props.ask, this.props.revision] as const,
    argsEqual: sameText,
    task: ([between, moves, limit, ask]) => {
      if (!this.#hasPast || between.from >= between.to) return null;
      return ask.movers({ ...between, moves, offset: 0, limit });
    },
  });

  protected override render(): TemplateResult {
    const { words } = this;
    if (this.props.whole?.months.length === 0)
      return this.nothingToShow(words.noOrders, words.noOrdersNext);
    if (!this.#hasPast) return this.nothingToShow(words.tooShort, words.tooShortNext);
    return html`${this.#days()}
      ${this.answered(this.#migration, (found) =>
        found ? this.#shown(found) : html`<p class="notice">${words.moves.order}</p>`,
      )}`;
  }

  get #hasPast(): boolean {
    return hasPast(this.props.summary.first_day, this.props.summary.as_of);
  }

  get #between() {
    const { first_day, as_of } = this.props.summary;
    const to = this.#to ?? as_of;
    return { from: this.#from ?? lookBack(first_day, to, 91), to, scheme: this.scheme };
  }

  #days(): TemplateResult {
    const { moves: words } = this.words;
    const { from, to } = this.#between;
    const { first_day, as_of } = this.props.summary;
    const field = (name: string, value: string, choose: (day: string) => void) =>
      html`<label class="label">${name}
        <input class="field" type="date" min=${first_day} max=${as_of} .value=${value}
          @change=${(event: Event) => {
            if (!(event.target instanceof HTMLInputElement) || !event.target.value) return;
            choose(event.target.value);
            this.#look({ kind: 'any' });
          }} /></label>`;
    return html`<div class="row part-tools no-print">
      ${field(words.from, from, (day) => {
        this.#from = day;
      })}
      ${field(words.to, to, (day) => {
        this.#to = day;
      })}
    </div>`;
  }

  #look(moves: Moves): void {
    this.#moves = moves;
    this.#listed = STEP;
    this.requestUpdate();
  }

  #shown(found: Migration): TemplateResult {
    const { t } = this;
    const mark = (place: number) =>
      schemeMark(
        found.scheme,
        found.segments[place]?.code ?? '',
        found.segments,
        this.props.recipe.tier,
      );
    const actions = {
      mark,
      moves: this.#moves,
      look: (moves: Moves) => this.#look(moves),
    };
    const [first, rest] = this.#story(found);
    return html`${this.headline(first, rest)}
      <div class="charts">
        ${matrixChart(found, actions, t)} ${flowChart(found, actions, t)}
      </div>
      ${this.#list(found)}`;
  }

  #story(found: Migration): [string, string] {
    const { t } = this;
    const { moves: words } = this.words;
    const arrived = sum(found.arrived, (count) => count);
    const rest = words.rest(found.stayed, arrived);
    if (!isTierScheme(found.scheme, this.props.recipe.tier))
      return [words.changed(found.upgraded + found.downgraded), rest];
    const stake = found.downgraded > 0 ? words.stake(t.moneyShort(found.downgraded_revenue)) : '';
    const gain = found.upgraded > 0 ? words.gain(t.moneyShort(found.upgraded_revenue)) : '';
    return [words.headline(found.upgraded, found.downgraded), sentences([stake, gain, rest], t)];
  }

  #list(found: Migration): TemplateResult {
    const page = this.#movers.value;
    const isScale = isTierScheme(found.scheme, this.props.recipe.tier);
    return html`<section class="movers ${this.#movers.status === TaskStatus.PENDING ? 'waiting' : ''}">
      ${isScale ? this.#choices(found) : nothing}
      ${page ? moverList(this.#title(found), page, found, this.props, () => this.#more(page)) : nothing}
    </section>`;
  }

  #choices(found: Migration): TemplateResult {
    const { moves: words } = this.words;
    const choice = (kind: 'any' | 'up' | 'down', text: string) => html`<button
      type="button"
      class="button"
      data-moves=${kind}
      aria-pressed=${this.#moves.kind === kind ? 'true' : 'false'}
      @click=${() => this.#look({ kind })}
    >${text}</button>`;
    return html`<div class="row no-print">
      ${choice('any', words.any(found.upgraded + found.downgraded))}
      ${choice('up', words.up(found.upgraded))} ${choice('down', words.down(found.downgraded))}
    </div>`;
  }

  #title(found: Migration): string {
    const { moves: words } = this.words;
    const moves = this.#moves;
    const name = (place: number) => nameOf(found, place, this.t);
    switch (moves.kind) {
      case 'any':
        return words.list(words.any(found.upgraded + found.downgraded));
      case 'up':
        return words.list(words.up(found.upgraded));
      case 'down':
        return words.list(words.down(found.downgraded));
      case 'cell':
        return words.list(`${name(moves.was)} → ${name(moves.is)}`);
      case 'arrived':
        return words.list(`${words.arrived} → ${name(moves.is)}`);
    }
  }

  #more(page: MoverPage): void {
    this.#listed = Math.min(page.total, this.#listed + 5 * STEP);
    this.requestUpdate();
  }
}

/** Questions are the same when they say the same; the engine is one and the same anyway. */
function sameText(one: readonly unknown[], other: readonly unknown[]): boolean {
  const text = (args: readonly unknown[]) =>
    JSON.stringify(args.filter((arg) => typeof arg !== 'object' || !(arg && 'overview' in arg)));
  return text(one) === text(other);
}
