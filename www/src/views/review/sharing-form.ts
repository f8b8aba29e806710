// <ct-sharing>: a file for others. What is in it is shown before it is saved; the secret stays in this form.

import { Task, TaskStatus } from '@lit/task';
import { html, LitElement, nothing, type TemplateResult } from 'lit';
import { chartStyles } from '../../charts/charts.styles.ts';
import { figureStyles } from '../../charts/figure.styles.ts';
import { sentences } from '../../charts/figure.ts';
import type { SharedFile } from '../../engine/protocol.ts';
import type {
  CrmSystem,
  Dates,
  Platform,
  Pseudonyms,
  Sharing,
  SharingReport,
} from '../../engine/types.ts';
import { base } from '../../styles/base.ts';
import { controls } from '../../styles/controls.ts';
import type { DifferentiateProps } from '../differentiate/contract.ts';
import { SaveFileEvent } from '../save-file.ts';
import { reviewStyles } from './review.styles.ts';

type Kind = Sharing['kind'];
const KINDS: readonly Kind[] = ['crm', 'audience', 'pseudonymised', 'pseudonym_key', 'anonymous'];
const SYSTEMS: readonly CrmSystem[] = ['fxiaoke', 'zoho', 'hubspot', 'salesforce'];
const PLATFORMS: readonly Platform[] = ['google', 'meta', 'tencent'];
const DATES: readonly Dates[] = ['month', 'shifted', 'kept'];
const SECRET_LENGTH = 12;

/** What was chosen, of every kind, so that going back loses nothing. */
interface Choices {
  readonly kind: Kind;
  readonly system: CrmSystem;
  readonly platform: Platform;
  readonly tier: string;
  readonly country: string;
  readonly pseudonyms: Pseudonyms;
  readonly k: number;
}

export class SharingForm extends LitElement {
  static override styles = [base, controls, figureStyles, chartStyles, reviewStyles];
  static override properties = { props: { attribute: false }, choices: { state: true } };

  declare props: DifferentiateProps;
  declare choices: Choices;

  readonly #file = new Task(this, {
    task: async ([ask, , choices]): Promise<SharedFile | null> => {
      const what = this.#wanted(choices);
      return what ? ask.share(what) : null;
    },
    args: () => [this.props.ask, this.props.revision, this.choices] as const,
  });

  constructor() {
    super();
    this.choices = {
      kind: 'crm',
      system: 'fxiaoke',
      platform: 'google',
      tier: '',
      country: '',
      pseudonyms: { secret: '', numbered: false, dates: 'month' },
      k: 10,
    };
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.props) return nothing;
    const words = this.props.t.sharing;
    const { kind } = this.choices;
    return html`<p class="muted">${words.lead}</p>
      <fieldset class="sharing-kinds">
        <legend class="label">${words.kind}</legend>
        ${KINDS.map(
          (one) =>
            html`<label class="sharing-kind"><input type="radio" name="kind" value=${one} .checked=${one === kind} @change=${() => this.#choose({ kind: one })} /> ${words.kinds[one]}</label>`,
        )}
      </fieldset>
      <p class="small">${words.notes[kind]}</p>
      <div class="sharing-fields">${this.#fields()}</div>
      ${this.#result()}`;
  }

  #choose(changes: Partial<Choices>): void {
    this.choices = { ...this.choices, ...changes };
  }

  #fields(): TemplateResult | typeof nothing {
    const { t, summary } = this.props;
    const words = t.sharing;
    const { kind, system, platform, tier, country, k } = this.choices;
    switch (kind) {
      case 'crm':
        return this.#select(
          words.system,
          SYSTEMS,
          system,
          (one) => words.systems[one],
          (one) => this.#choose({ system: one }),
        );
      case 'audience':
        return html`${this.#select(
          words.platform,
          PLATFORMS,
          platform,
          (one) => words.platforms[one],
          (one) => this.#choose({ platform: one }),
        )}
          ${this.#select(
            words.tiers,
            ['', ...summary.tiers.map(({ code }) => code)],
            tier,
            (code) =>
              code
                ? t.names.segment(code, summary.tiers.find((one) => one.code === code)?.name)
                : words.everybody,
            (code) => this.#choose({ tier: code }),
          )}
          ${this.#text(words.country, country, words.countryNote, (text) => this.#choose({ country: text }))}`;
      case 'pseudonymised':
      case 'pseudonym_key':
        return this.#pseudonyms();
      case 'anonymous':
        return html`<label class="label">${words.k}
          <input class="field short" type="number" min="2" max="1000" .value=${String(k)} @change=${(event: Event) => this.#choose({ k: Math.round((event.target as HTMLInputElement).valueAsNumber) || 2 })} />
        </label>`;
      default:
        return kind satisfies never;
    }
  }

  #pseudonyms(): TemplateResult {
    const words = this.props.t.sharing;
    const { pseudonyms } = this.choices;
    const put = (changes: Partial<Pseudonyms>) =>
      this.#choose({ pseudonyms: { ...pseudonyms, ...changes } });
    return html`${this.#text(words.secret, pseudonyms.secret, words.secretNote, (secret) => put({ secret }))}
      <button type="button" class="button" @click=${() => put({ secret: drawn() })}>${words.draw}</button>
      ${this.#select(
        words.dates,
        DATES,
        pseudonyms.dates,
        (one) => words.datesOf[one],
        (dates) => put({ dates }),
      )}
      <label class="sharing-kind"><input type="checkbox" .checked=${pseudonyms.numbered} @change=${() => put({ numbered: !pseudonyms.numbered })} /> ${words.numbered}</label>`;
  }

  #select<V extends string>(
    label: string,
    options: readonly V[],
    chosen: V,
    text: (option: V) => string,
    choose: (option: V) => void,
  ): TemplateResult {
    const pick = ({ target }: Event) => {
      const option =
        target instanceof HTMLSelectElement ? options[target.selectedIndex] : undefined;
      if (option !== undefined) choose(option);
    };
    return html`<label class="label">${label}
      <select class="field" @change=${pick}>${options.map((option) => html`<option ?selected=${option === chosen}>${text(option)}</option>`)}</select>
    </label>`;
  }

  #text(label: string, value: string, note: string, put: (text: string) => void): TemplateResult {
    return html`<label class="label">${label}
      <input class="field" type="text" autocomplete="off" spellcheck="false" .value=${value} @input=${(event: Event) => put((event.target as HTMLInputElement).value.trim())} />
      <span class="muted small">${note}</span>
    </label>`;
  }

  #result(): TemplateResult {
    const { t } = this.props;
    const words = t.sharing;
    const { kind, pseudonyms } = this.choices;
    const isNamed = kind === 'pseudonymised' || kind === 'pseudonym_key';
    if (isNamed && pseudonyms.secret.length < SECRET_LENGTH)
      return html`<p class="muted" role="status">${words.refused.secret}</p>`;
    const { status, value } = this.#file;
    if (status === TaskStatus.ERROR)
      return html`<p class="late" role="alert">${this.#refusal(kind)}</p>`;
    if (!value || status === TaskStatus.PENDING)
      return html`<p class="muted" role="status">${words.computing}</p>`;
    return html`<div role="status" class="sharing-report">${this.#report(value.report)}</div>
      <p class="row"><span class="grow"></span><button type="button" class="button primary" data-save-shared @click=${() => this.#save(value)}>${words.save}</button></p>`;
  }

  #refusal(kind: Kind): string {
    const { refused } = this.props.t.sharing;
    if (kind === 'anonymous') return refused.alike;
    return kind === 'audience' ? refused.country : refused.other;
  }

  #report(report: SharingReport): TemplateResult {
    const { t } = this.props;
    const words = t.sharing;
    const columns = report.columns_left_out.map((name) => fieldName(name, this.props));
    return html`<p><b>${words.rows(report.rows)}</b>
        ${sentences(
          [
            ...report.left_out.map(([reason, count]) => words.leftOut[reason](count)),
            report.smallest === null ? '' : words.smallest(report.smallest),
          ],
          t,
        )}</p>
      ${columns.length > 0 ? html`<p class="small muted">${words.columnsLeftOut(t.list(columns))}</p>` : nothing}
      ${
        report.generalised.length > 0
          ? html`<table class="table"><caption class="label">${words.coarser}</caption><tbody>${report.generalised.map(
              ({ name, level, steps }) => html`<tr>
                <th scope="row">${words.columns[name] ?? name}</th>
                <td>${steps === 0 ? words.fine : (words.levels[level] ?? level)}</td>
              </tr>`,
            )}</tbody></table>`
          : nothing
      }`;
  }

  #save({ bytes }: SharedFile): void {
    const { kind, platform } = this.choices;
    const words = this.props.t.sharing;
    const isText = kind === 'audience' && platform === 'tencent';
    const name = isText ? words.files[kind].replace('.csv', '.txt') : words.files[kind];
    const blob = new Blob([bytes], { type: isText ? 'text/plain' : 'text/csv' });
    this.dispatchEvent(new SaveFileEvent({ blob, name }));
  }

  #wanted({ kind, system, platform, tier, country, pseudonyms, k }: Choices): Sharing | null {
    const { t, summary } = this.props;
    switch (kind) {
      case 'crm':
        return {
          kind,
          system,
          names: Object.fromEntries(
            [...summary.tiers, ...summary.segments].map(({ code, name }) => [
              code,
              t.names.segment(code, name),
            ]),
          ),
        };
      case 'audience':
        return { kind, platform, tiers: tier ? [tier] : [], country };
      case 'pseudonymised':
      case 'pseudonym_key':
        return pseudonyms.secret.length < SECRET_LENGTH ? null : { kind, ...pseudonyms };
      case 'anonymous':
        return { kind, k };
      default:
        return kind satisfies never;
    }
  }
}

/** A field of ours in the language of the page, a header of the files as it is. */
function fieldName(name: string, { t }: DifferentiateProps): string {
  const names: Readonly<Record<string, string>> = t.titles;
  return names[name] ?? name;
}

/** Sixteen characters by chance: letters and digits that nobody mistakes for one another. */
function drawn(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  // 31 letters of 256 values: the first 8 are a little more common, which costs less than a bit.
  return [...bytes].map((byte) => letters[byte % letters.length]).join('');
}
