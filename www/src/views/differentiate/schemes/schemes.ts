// <ct-schemes>: all ways of naming customers, an editor for those of one's own, and how two of them agree.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { figureStyles } from '../../../charts/figure.styles.ts';
import { Tooltip } from '../../../charts/tooltip.ts';
import type { Recipe, Scheme, SchemeEntry } from '../../../engine/types.ts';
import { base } from '../../../styles/base.ts';
import { marks } from '../../../styles/marks.ts';
import {
  ChangeRecipeEvent,
  type DifferentiateProps,
  EVERYBODY,
  OpenCustomerEvent,
  SelectFilterEvent,
} from '../contract.ts';
import { comparisonFigure } from './comparison.ts';
import { draftOf, newTable } from './editable.ts';
import { paintingOf, schemeOf } from './paint.ts';
import { schemeList } from './scheme-list.ts';
import { schemesStyles } from './schemes.styles.ts';
import { canSave, type TableDraft, type TablePanel, tablePanel } from './table-panel.ts';

export class Schemes extends LitElement {
  static override styles = [base, marks, figureStyles, schemesStyles];
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;
  #draft: TableDraft | null = null;
  #compared: { readonly first: string; readonly second: string } | null = null;
  readonly #tooltip = new Tooltip(this);

  readonly #entries = new Task(this, {
    task: ([ask]) => ask.schemes(),
    args: () => [this.props.ask, this.props.revision] as const,
  });
  readonly #comparison = new Task(this, {
    task: ([ask, first, second]) => ask.compare(first, second),
    args: () => {
      const { first, second } = this.#pair();
      return [this.props.ask, first, second, this.props.revision] as const;
    },
  });
  readonly #counts = new Task(this, {
    task: ([ask, key]) => (key ? ask.cellCounts(key.axes, key.scores) : Promise.resolve([])),
    // By what it says: a stroke of the brush is no other question.
    args: () => [this.props.ask, this.#countsKey(), this.props.revision] as const,
    argsEqual: (one, other) => JSON.stringify(one.slice(1)) === JSON.stringify(other.slice(1)),
  });
  readonly #check = new Task(this, {
    task: async ([props, json]) => (json ? props.requestCheck(JSON.parse(json)) : undefined),
    args: () => [this.props, this.#draft ? JSON.stringify(this.#scheme(this.#draft)) : ''] as const,
    argsEqual: ([, one], [, other]) => one === other,
  });

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    return html`<div class="schemes-page">${this.#draft ? this.#editor(this.#draft) : this.#overview()}</div>
      ${this.#tooltip.render()}`;
  }

  #overview(): TemplateResult {
    const { t } = this.props;
    const entries = this.#entries.value;
    if (!entries) return html`<p class="muted" role="status">${t.schemes.loading}</p>`;
    return html`<header class="row schemes-head">
        <div class="grow"><h1>${t.schemes.title}</h1><p class="muted">${t.schemes.lead}</p></div>
        <button type="button" class="button no-print" data-add @click=${() => this.#open(newTable(entries, t))}>${t.schemes.add}</button>
      </header>
      ${schemeList(entries, this.props, {
        change: (changes) => this.#change(changes),
        edit: (entry) => this.#open(draftOf(entry, entries, t)),
        add: () => this.#open(newTable(entries, t)),
      })}
      ${this.#compare(entries)}`;
  }

  #compare(entries: readonly SchemeEntry[]): TemplateResult | typeof nothing {
    const comparison = this.#comparison.value;
    const { first, second } = this.#pair();
    if (!comparison) return nothing;
    return comparisonFigure(
      {
        comparison,
        first,
        second,
        entries,
        choose: (which, id) => {
          this.#compared = { ...this.#pair(), [which]: id };
          this.requestUpdate();
        },
        select: (one, other) =>
          this.dispatchEvent(
            new SelectFilterEvent({
              ...EVERYBODY,
              segments:
                first === second
                  ? [[first, one]]
                  : [
                      [first, one],
                      [second, other],
                    ],
            }),
          ),
        open: (customer) => this.dispatchEvent(new OpenCustomerEvent(customer)),
      },
      this.props.t,
    );
  }

  #editor(draft: TableDraft): TemplateResult {
    const { t, recipe } = this.props;
    const words = t.schemes.editor;
    const report = this.#check.value;
    const panel: TablePanel = {
      draft,
      report,
      counts: this.#counts.value ?? [],
      scores: recipe.scores,
      set: (next) => this.#set(next),
    };
    const isReady = canSave(panel);
    const rename = (event: Event) => {
      const { value } = event.target as HTMLInputElement;
      this.#set({ ...draft, painting: { ...draft.painting, name: value } });
    };
    return html`<header class="row schemes-head">
        <button type="button" class="button quiet" data-back @click=${() => this.#set(null)}>← ${words.back}</button>
        <label class="label grow">${words.name}<input class="field grow" data-name .value=${draft.painting.name} @change=${rename} /></label>
        <button type="button" class="button" @click=${() => this.#set(null)}>${words.cancel}</button>
        <button type="button" class="button primary" data-save aria-disabled=${isReady ? 'false' : 'true'} title=${words.saveMeans} @click=${() => isReady && this.#save(draft)}>${words.save}</button>
      </header>
      ${tablePanel(panel, t)}`;
  }

  #open(scheme: Scheme): void {
    const painting = paintingOf(scheme, this.props.recipe.scores);
    if (painting) this.#set({ painting, brush: 0, unread: [] });
  }

  #set(draft: TableDraft | null): void {
    const isOther = (draft === null) !== (this.#draft === null);
    this.#draft = draft;
    this.requestUpdate();
    if (isOther) void this.updateComplete.then(() => this.#focusFirst());
  }

  #save(draft: TableDraft): void {
    const scheme = this.#scheme(draft);
    const others = this.props.recipe.schemes.filter(({ id }) => id !== scheme.id);
    this.#change({ schemes: [...others, scheme] });
    this.#set(null);
  }

  #scheme({ painting }: TableDraft): Scheme {
    const name = painting.name.trim() || this.props.t.schemes.newName;
    return schemeOf({ ...painting, name });
  }

  #countsKey() {
    if (!this.#draft) return null;
    const { axes, scores } = this.#draft.painting;
    return { axes, scores };
  }

  /** What is compared: the scheme that names and the one that treats, unless others were chosen. */
  #pair() {
    const { segment, tier } = this.props.recipe;
    return this.#compared ?? { first: segment, second: tier };
  }

  #change(changes: Partial<Recipe>): void {
    this.dispatchEvent(new ChangeRecipeEvent(changes));
  }

  // What had the focus is gone with its screen.
  #focusFirst(): void {
    this.renderRoot.querySelector<HTMLElement>(this.#draft ? '[data-name]' : '[data-add]')?.focus();
  }
}
