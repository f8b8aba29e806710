// <customer-tiers>: attributes, properties, events, life cycle. No logic: that is in state/, the core and the views.

import {
  type CSSResultGroup,
  html,
  LitElement,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import type { ExportFormat } from '../engine/protocol.ts';
import type { CustomerPage, CustomerQuery, Recipe, Summary } from '../engine/types.ts';
import { createTranslation, type Language, type Translation } from '../i18n/index.ts';
import type { State } from '../state/state.ts';
import { frame, screenOf } from '../views/frame.ts';
import { frameStyles } from '../views/styles/index.ts';
import type { Actions, Theme, View } from '../views/view.ts';
import { actionsOf, exportWords } from './actions.ts';
import { DEFAULTS, PROPERTIES } from './attributes.ts';
import { differentiateProps } from './differentiate-props.ts';
import { DropController } from './drop-controller.ts';
import { CtExportEvent, CtReadyEvent } from './events.ts';
import { asFiles, type Loadable } from './files.ts';
import { eventFor, selectionEvent } from './heard.ts';
import { LanguageController } from './language-controller.ts';
import { statedPolicy, watchNetwork } from './network.ts';
import { syncDialog, syncFocus, syncStates } from './sync.ts';
import { Workshop } from './workshop.ts';

/** A move in the document disconnects and connects at once; only who stays away longer loses the worker. */
const GRACE_MS = 5_000;

/**
 * Customer spreadsheets in, customer tiers and a plan out, without the data leaving the page.
 *
 * @slot header - Beside the product's name.
 * @slot empty - Instead of the drop zone of the first screen.
 * @slot privacy-note - Instead of the lines of proof of the first screen.
 * @slot footer - Below everything.
 *
 * @event ct-ready - The element can be given files.
 * @event ct-progress - How far an import is.
 * @event ct-mapping-needed - The user has to confirm columns.
 * @event ct-result - Tiers are there or have changed.
 * @event ct-selection - Customers were selected.
 * @event ct-export - A file was made to be saved.
 * @event ct-error - Something cannot go on; `detail.code` says what.
 * @event ct-crash - The core stopped unexpectedly and is replaced.
 *
 * @attr lang - `zh…` is Chinese, everything else English; inherited when not set.
 * @attr theme - `auto` (default), `light` or `dark`.
 * @attr full-page - At least as high as the window.
 * @attr density - `compact` for smaller rows.
 * @attr currency - ISO 4217 code for amounts; plain numbers without it.
 * @attr as-of - The analysis day, as 2026-11-21.
 * @attr preset - Name of a recipe to start from.
 * @attr worker - `auto` (default), `blob`, `url` or `inline`.
 * @attr worker-src - Address of worker.js, for pages that forbid blob workers.
 * @attr wasm-src - Address of core.wasm; without it the packed copy is used.
 * @attr events - `full` lets events carry file names, headers and figures; `summary` (default) counts only.
 *
 * @csspart frame - Everything.
 * @csspart header - The top bar.
 * @csspart stages - The four stages.
 * @csspart main - What is open.
 * @csspart drop - The drop zone of the first screen.
 * @csspart notices - Messages.
 * @csspart privacy-badge - The badge that opens the proof.
 *
 * @cssproperty --ct-accent - The one accent colour.
 * @cssproperty --ct-font - The font stack.
 * @cssproperty --ct-radius - Radius of corners.
 * @cssproperty --ct-space - The unit of the spacing grid, 4 px.
 * @cssproperty --ct-color-tier-1 - Colour of the best tier; -2, -3 … of the next ones.
 *
 * @cssstate loading - Files are at work.
 * @cssstate error - A message is shown.
 * @cssstate ready - Tiers are there.
 */
export class CustomerTiers extends LitElement {
  static readonly version = __VERSION__;
  static readonly wasmHash = __WASM_HASH__;
  static override styles: CSSResultGroup = frameStyles;
  static override properties = PROPERTIES;

  declare theme: Theme;
  declare density: 'normal' | 'compact';
  declare currency: string;
  declare asOf: string;
  declare preset: string;
  declare worker: 'auto' | 'blob' | 'url' | 'inline';
  declare workerSrc: string;
  declare wasmSrc: string;
  declare events: 'summary' | 'full';
  declare private chosenLanguage: Language | null;

  readonly #internals = this.attachInternals();
  readonly #drops = new DropController(this, (files) => void this.load(files));
  readonly #language = new LanguageController(this);
  readonly #workshop = new Workshop(this, {
    onChange: () => this.requestUpdate(),
    onHeard: (heard) => this.#tell(eventFor(heard, this.state, this.events === 'full')),
  });
  readonly #actions = this.#makeActions();
  #unwatch: (() => void) | null = null;
  #grace: ReturnType<typeof setTimeout> | undefined;
  #screen = 'empty';
  #hadFocus = false;
  #words: { readonly key: string; readonly t: Translation } | null = null;

  constructor() {
    super();
    Object.assign(this, DEFAULTS);
  }

  /** What is going on and everything that is shown; read it, do not change it. */
  get state(): State {
    return this.#workshop.store.state;
  }

  /** The figures of the last run, frozen; null until there are tiers. */
  get summary(): Summary | null {
    return this.state.results?.summary ?? null;
  }

  /** Everything that was decided, as in a saved recipe; null until it was set or a file was loaded. */
  get recipe(): Partial<Recipe> | null {
    return this.state.recipe ?? this.#workshop.wished;
  }

  set recipe(recipe: Partial<Recipe> | null) {
    if (recipe) this.#workshop.wish(recipe);
  }

  /**
   * Adds spreadsheets, rows (plain objects), a recipe or corrections; resolves when tiers, questions or a message are there.
   * `name` is what rows, or one file without a name, are called.
   */
  load(input: Loadable | Iterable<Loadable>, { name = '' } = {}): Promise<void> {
    return this.#workshop.flow.load(asFiles(input, name));
  }

  /** Stops what is at work; what was there before stays. */
  cancel(): Promise<void> {
    return this.#workshop.flow.cancel();
  }

  /** Forgets all data; the recipe stays. */
  reset(): void {
    this.#workshop.reset();
  }

  /** A page of customers: only on request, never in an event. */
  customers(query: Partial<CustomerQuery> = {}): Promise<CustomerPage> {
    return this.#workshop.customers(query);
  }

  /** A file of the results. */
  exportAs(format: ExportFormat): Promise<Blob> {
    return this.#workshop.deeds.exportAs(format, exportWords(this.#translation(), this.state));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    clearTimeout(this.#grace);
    this.#unwatch ??= watchNetwork(this.#workshop.store);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unwatch?.();
    this.#unwatch = null;
    this.#grace = setTimeout(() => this.#workshop.engine.close(), GRACE_MS);
  }

  protected override firstUpdated(): void {
    this.dispatchEvent(new CtReadyEvent());
    // Said before anybody chooses a file for nothing.
    if (typeof WebAssembly === 'undefined') this.#workshop.tellNoWasm();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    this.#hadFocus = Boolean(this.shadowRoot?.activeElement);
    if (this.hasUpdated && changed.has('asOf')) this.#workshop.setAsOf(this.asOf);
  }

  protected override updated(): void {
    const screen = screenOf(this.state);
    if (this.#hadFocus) syncFocus(this.shadowRoot, screen !== this.#screen);
    this.#screen = screen;
    syncDialog(this.#find('dialog.proof'), this.state.isProofOpen);
    syncDialog(this.#find('dialog.paste'), this.state.isPasteOpen);
    syncDialog(this.#find('dialog.sharing'), this.state.isSharingOpen);
    syncStates(this.#internals, this.state);
  }

  protected override render(): TemplateResult {
    const t = this.#translation();
    return html`${this.#drops.input(t.frame.first.choose)} ${frame(this.#view(t))}`;
  }

  #view(t: Translation): View {
    const { state } = this;
    return {
      state,
      t,
      act: this.#actions,
      theme: this.theme,
      isDropTarget: this.#drops.isOver,
      facts: {
        policy: statedPolicy(),
        version: CustomerTiers.version,
        wasmHash: CustomerTiers.wasmHash,
        engine: this.#workshop.engine.kind ?? 'none',
      },
      differentiate: differentiateProps(state, t, this.#workshop.engine),
    };
  }

  /** The same object until language or currency change, so that nothing is drawn again for it. */
  #translation(): Translation {
    const lang = this.chosenLanguage ?? this.#language.current;
    const key = `${lang} ${this.currency}`;
    if (this.#words?.key !== key) this.#words = { key, t: createTranslation(lang, this.currency) };
    return this.#words.t;
  }

  #makeActions(): Actions {
    const { store, flow, deeds, curator } = this.#workshop;
    return actionsOf({
      store,
      flow,
      deeds,
      curator,
      translation: () => this.#translation(),
      openFilePicker: () => this.#find('#files')?.click(),
      reset: () => this.reset(),
      set: (chosen) => Object.assign(this, chosen),
      exported: (format, bytes) => this.#tell(new CtExportEvent({ format, bytes })),
      selected: () => this.#tell(selectionEvent(this.state, this.events === 'full')),
    });
  }

  readonly #tell = (event: Event | null) => event && this.dispatchEvent(event);

  #find(selector: string): HTMLElement | null {
    return this.shadowRoot?.querySelector<HTMLElement>(selector) ?? null;
  }
}
