// <ct-scores>: the value score and its weights, sheets of points, loyalty, purchasing power and potential.
//
// It asks the engine itself, after each result anew; what is edited is a change of the recipe, so it can be undone.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { chartStyles } from '../../../charts/charts.styles.ts';
import { figureStyles } from '../../../charts/figure.styles.ts';
import { Tooltip } from '../../../charts/tooltip.ts';
import type { PointSheet, Recipe, ValueFactor } from '../../../engine/types.ts';
import { base } from '../../../styles/base.ts';
import { marks } from '../../../styles/marks.ts';
import { ChangeRecipeEvent, type DifferentiateProps, OpenCustomerEvent } from '../contract.ts';
import { rulesStyles } from '../schemes/rules.styles.ts';
import { bestFigure, leadsFigure, type Named, segmentsFigure, spreadFigure } from './figures.ts';
import { scoresStyles } from './scores.styles.ts';
import { sheetEditor, sheetIsSaid } from './sheet-editor.ts';
import { weightsEditor } from './weights.ts';

const BEST = 10;
const COMPOSITES = ['loyalty', 'purchasing_power', 'potential'] as const;
type Composite = (typeof COMPOSITES)[number];

export class ScoresTab extends LitElement {
  static override styles = [base, marks, figureStyles, chartStyles, rulesStyles, scoresStyles];
  static override properties = { props: { attribute: false }, chosen: { state: true } };

  declare props: DifferentiateProps;
  /** The score that is looked at. */
  declare chosen: string;
  /** A sheet whose conditions do not say everything yet: the recipe keeps the one before. */
  #draft: PointSheet | null = null;
  /** Each drag of a slider is one step of undo. */
  #gesture = 0;
  readonly #tooltip = new Tooltip(this);

  readonly #cards = new Task(this, {
    task: ([ask, , json]) => {
      const { ids, chosen } = JSON.parse(json) as { ids: string[]; chosen: string };
      return Promise.all(ids.map((id) => ask.scorecard(id, id === chosen ? BEST : 0)));
    },
    args: () =>
      [
        this.props.ask,
        this.props.revision,
        JSON.stringify({ ids: this.#ids(), chosen: this.#chosen }),
      ] as const,
  });

  readonly #atHand = new Task(this, {
    task: async ([ask]) => new Set((await ask.metrics()).map(({ metric }) => metric)),
    args: () => [this.props.ask, this.props.revision] as const,
  });

  /** Of sheets alone: all other scores follow from orders. */
  readonly #leads = new Task(this, {
    task: async ([ask, , sheet]) => (sheet ? ask.prospects(sheet, BEST) : undefined),
    args: () => {
      const { ask, revision, summary } = this.props;
      const chosen = this.#chosen;
      const wanted = summary.customers_without_orders > 0 && chosen.startsWith('points:');
      return [ask, revision, wanted ? chosen : ''] as const;
    },
  });

  constructor() {
    super();
    this.chosen = 'value_score';
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const { t } = this.props;
    return html`<header class="scores-head"><h1>${t.scores.title}</h1><p class="muted">${t.scores.lead}</p></header>
      ${this.#choice()}
      <div class="scores-body">${this.#editor()} ${this.#figures()}</div>
      ${this.#tooltip.render()}`;
  }

  #ids(): string[] {
    const sheets = this.props.recipe.points.map(({ id }) => `points:${id}`);
    return ['value_score', ...sheets, ...COMPOSITES];
  }

  /** What was chosen may be gone: a sheet that was deleted, or undone. */
  get #chosen(): string {
    return this.#ids().includes(this.chosen) ? this.chosen : 'value_score';
  }

  #name(id: string): string {
    const { recipe, t } = this.props;
    const sheet = recipe.points.find((one) => `points:${one.id}` === id);
    return sheet ? sheet.name || sheet.id : t.scores.name[id as Composite | 'value_score'];
  }

  #choice(): TemplateResult {
    const { t, recipe } = this.props;
    const add = () => {
      const sheet = freshSheet(recipe.points, t.scores.sheet.newName(recipe.points.length + 1));
      this.chosen = `points:${sheet.id}`;
      this.#change({ points: [...recipe.points, sheet] });
    };
    return html`<div class="score-choice no-print" role="group" aria-label=${t.scores.choose}>
      ${this.#ids().map(
        (id) =>
          html`<button type="button" class="button" data-score=${id} aria-pressed=${id === this.#chosen ? 'true' : 'false'} @click=${() => this.#choose(id)}>${this.#name(id)}</button>`,
      )}
      <button type="button" class="button quiet" data-add-sheet @click=${add}>+ ${t.scores.sheet.add}</button>
    </div>`;
  }

  #choose(id: string): void {
    this.#draft = null;
    this.chosen = id;
  }

  #editor(): TemplateResult {
    const { t, recipe } = this.props;
    const chosen = this.#chosen;
    const sheet = recipe.points.find(({ id }) => `points:${id}` === chosen);
    if (sheet) return this.#sheet(sheet);
    if (chosen !== 'value_score')
      return html`<section class="score-means"><p>${t.scores.means[chosen as Composite]}</p></section>`;
    return weightsEditor(
      {
        factors: recipe.value_score.factors,
        recipe,
        atHand: this.#atHand.value,
        change: (factors, metric) => this.#weigh(factors, metric),
        drop: () => {
          this.#gesture += 1;
        },
      },
      t,
    );
  }

  #sheet(sheet: PointSheet): TemplateResult {
    const { t, recipe } = this.props;
    const place = recipe.points.indexOf(sheet);
    const shown = this.#draft?.id === sheet.id ? this.#draft : sheet;
    const others = recipe.points.toSpliced(place, 1);
    return sheetEditor(
      {
        sheet: shown,
        isUsed: isUsed(sheet.id, { ...recipe, points: others }),
        change: (next) => {
          const said = sheetIsSaid(next);
          this.#draft = said ? null : next;
          if (said) this.#change({ points: recipe.points.with(place, next) });
          else this.requestUpdate();
        },
        remove: () => this.#change({ points: others }),
      },
      // A sheet may use those before it; segments come after all of them.
      { recipe: { points: recipe.points.slice(0, place) }, schemes: [], t },
    );
  }

  #figures(): TemplateResult {
    const { t, summary } = this.props;
    const ids = this.#ids();
    const cards = this.#cards.value;
    if (!cards || cards.length !== ids.length)
      return html`<p class="empty muted" role="status">${this.#cards.error ? t.scores.failed : t.scores.loading}</p>`;
    const scores = ids.flatMap((id, at): Named[] => {
      const card = cards[at];
      return card ? [{ id, name: this.#name(id), card }] : [];
    });
    const chosen = scores.find(({ id }) => id === this.#chosen) ?? scores[0];
    if (!chosen) return html``;
    const segment = (code: string) =>
      t.names.segment(code, summary.segments.find((one) => one.code === code)?.name);
    const open = (customer: number) => this.dispatchEvent(new OpenCustomerEvent(customer));
    return html`<div class="scores-figures">
        ${spreadFigure(chosen, t)}
        ${bestFigure({ named: chosen, revenue: summary.revenue, segment, open }, t)}
        ${this.#leads.value ? leadsFigure(this.#leads.value, open, t) : nothing}
      </div>
      ${segmentsFigure(scores, chosen, segment, t)}`;
  }

  #weigh(factors: ValueFactor[], metric: string | null): void {
    const { value_score } = this.props.recipe;
    const gesture = metric && `weight ${this.#gesture} ${metric}`;
    this.#change({ value_score: { ...value_score, factors } }, gesture);
  }

  #change(changes: Partial<Recipe>, gesture: string | null = null): void {
    this.dispatchEvent(new ChangeRecipeEvent(changes, gesture));
  }
}

/** A sheet that works as it is, to begin with: two points for each order. */
export function freshSheet(sheets: readonly PointSheet[], name: string): PointSheet {
  let number = sheets.length + 1;
  while (sheets.some(({ id }) => id === `sheet-${number}`)) number += 1;
  const per = { metric: 'frequency', step: 1 };
  return { id: `sheet-${number}`, name, rules: [{ points: 2, per }] };
}

/** Whether anything else of the recipe names this sheet: without it, the recipe would not hold. */
export function isUsed(id: string, { points, schemes, value_score }: Recipe): boolean {
  return JSON.stringify([points, schemes, value_score]).includes(JSON.stringify(`points:${id}`));
}
