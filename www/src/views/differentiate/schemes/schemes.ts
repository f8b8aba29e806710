// <ct-schemes>: all ways of naming customers, an editor for those of one's own, and how two of them agree.

import { Task } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { figureStyles } from '../../../charts/figure.styles.ts';
import { Tooltip } from '../../../charts/tooltip.ts';
import type { Condition, Recipe, Scheme, SchemeEntry } from '../../../engine/types.ts';
import { base } from '../../../styles/base.ts';
import { marks } from '../../../styles/marks.ts';
import {
  ChangeRecipeEvent,
  type DifferentiateProps,
  EVERYBODY,
  OpenCustomerEvent,
  SelectFilterEvent,
} from '../contract.ts';
import { toggleSegment } from '../selection.ts';
import { comparisonStyles } from './comparison.styles.ts';
import { comparisonFigure } from './comparison.ts';
import { reached } from './condition-model.ts';
import {
  type Draft,
  draftOf,
  editedOf,
  isSaidDraft,
  KINDS,
  newScheme,
  schemeOfDraft,
} from './drafts.ts';
import { editor } from './editor.ts';
import { keepDraft, keptDraft } from './kept-draft.ts';
import { libraryList } from './library.ts';
import { painterStyles } from './painter.styles.ts';
import { rulesStyles } from './rules.styles.ts';
import { schemeList } from './scheme-list.ts';
import { schemesStyles } from './schemes.styles.ts';
import { Tried } from './tried.ts';

export class Schemes extends LitElement {
  static override styles = [
    base,
    marks,
    figureStyles,
    schemesStyles,
    painterStyles,
    rulesStyles,
    comparisonStyles,
  ];
  static override properties = { props: { attribute: false } };

  declare props: DifferentiateProps;
  #draft: Draft | null = null;
  #compared: { readonly first: string; readonly second: string } | null = null;
  readonly #tooltip = new Tooltip(this);

  readonly #entries = new Task(this, {
    task: ([ask]) => ask.schemes(),
    args: () => [this.props.ask, this.props.revision] as const,
  });
  readonly #library = new Task(this, {
    task: ([ask]) => ask.schemeLibrary(),
    args: () => [this.props.ask] as const,
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
    args: () =>
      [
        this.props,
        this.#draft?.kind === 'table' ? JSON.stringify(this.#scheme(this.#draft)) : '',
      ] as const,
    argsEqual: ([, one], [, other]) => one === other,
  });

  /** For each row whom it has, then everybody else. */
  readonly #rowCounts = new Task(this, {
    task: ([ask, json]) =>
      Promise.all((JSON.parse(json) as Condition[]).map((condition) => ask.count(condition))),
    args: () => [this.props.ask, this.#rowsKey(), this.props.revision] as const,
  });

  readonly #tried = new Tried(this, () => this.#draft);

  protected override willUpdate(): void {
    if (this.hasUpdated || !this.props) return;
    this.#draft = keptDraft(this.props.ask, this.props.recipe);
  }

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
      </header>
      <p class="row no-print"><span class="muted">${t.rules.newOne}</span>
        ${KINDS.map((kind) => html`<button type="button" class="button" data-add=${kind} data-tip=${t.rules.kindMeans[kind]} @click=${() => this.#open(newScheme(kind, entries, t))}>${t.rules.kinds[kind]}</button>`)}
      </p>
      ${schemeList(entries, this.props, {
        change: (changes) => this.#change(changes),
        edit: (entry) => this.#open(editedOf(entry, entries, t)),
      })}
      ${libraryList(this.#library.value ?? [], entries, this.props.t, (taken) => this.#take(taken))}
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

  #editor(draft: Draft): TemplateResult {
    return editor(
      {
        draft,
        entries: this.#entries.value ?? [],
        counts: this.#counts.value ?? [],
        report: this.#check.value,
        rowCounts: this.#rowCounts.value ?? [],
        preview: this.#tried.preview,
        values: this.#tried.values,
        own: this.#tried.own,
        set: (next) => this.#set(next),
        save: (next) => this.#save(next),
        select: (scheme, code) =>
          this.dispatchEvent(new SelectFilterEvent(toggleSegment(this.props.filter, scheme, code))),
      },
      this.props,
    );
  }

  #open(scheme: Scheme): void {
    this.#set(draftOf(scheme, this.props.recipe.scores));
  }

  #set(draft: Draft | null): void {
    const isOther = (draft === null) !== (this.#draft === null);
    this.#draft = draft;
    keepDraft(this.props.ask, draft, this.props.recipe);
    this.requestUpdate();
    if (isOther) void this.updateComplete.then(() => this.#focusFirst());
  }

  #take(taken: readonly Scheme[]): void {
    this.#change({ schemes: [...this.props.recipe.schemes, ...taken] });
  }

  #save(draft: Draft): void {
    const scheme = this.#scheme(draft);
    const others = this.props.recipe.schemes.filter(({ id }) => id !== scheme.id);
    this.#change({ schemes: [...others, scheme] });
    this.#set(null);
  }

  #scheme(draft: Draft): Scheme {
    return schemeOfDraft(draft, this.props.t);
  }

  #countsKey() {
    if (this.#draft?.kind !== 'table') return null;
    const { axes, scores } = this.#draft.painting;
    return { axes, scores };
  }

  /** The conditions of all rows of a draft of rules that says everything. */
  #rowsKey(): string {
    if (this.#draft?.kind !== 'rules' || !isSaidDraft(this.#draft)) return '[]';
    const conditions = this.#draft.scheme.rows.map(({ when }) => when);
    return JSON.stringify([...conditions, null].map((_, at) => reached(conditions, at)));
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
