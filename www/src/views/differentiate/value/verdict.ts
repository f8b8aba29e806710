// Whether the forecast can be trusted, in plain words, with the evidence: concerns, the check against the past, the parameters.

import { html, nothing, type TemplateResult } from 'lit';
import { plainTable } from '../../../charts/figure.ts';
import { ratio, roundMoney } from '../../../charts/numbers.ts';
import type {
  Concern,
  ModelCheck,
  ModelFigures,
  TimeUnit,
  ValueFigures,
} from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

/** The check against the past: being made, impossible, or made. */
export type Check = 'pending' | undefined | ModelCheck;

export function verdict(figures: ValueFigures, check: Check, t: Translation): TemplateResult {
  const words = t.value.verdict;
  return html`<section class="figure verdict">
    <h2>${words.title}</h2>
    <p>${answer(figures, t)}</p>
    <ul class="evidence small">
      ${evidence(figures, t).map((text) => html`<li>${text}</li>`)}
      ${figures.method === 'model' ? checked(check, countedUnit(figures), t).map((text) => html`<li>${text}</li>`) : nothing}
    </ul>
    ${figures.purchase_model ? parameters(figures, t) : nothing}
  </section>`;
}

export function answer({ method, verdict: { concerns } }: ValueFigures, t: Translation): string {
  const words = t.value.verdict;
  if (method !== 'model') return words[method];
  return concerns.length ? words.mixed : words.good;
}

/** @param isShown whether a forecast is shown all the same */
export function concernText(concern: Concern, t: Translation, isShown = true): string {
  // Each entry takes exactly the concern of its own code; the compiler cannot pair them up by itself.
  const say = t.value.verdict.concern[concern.code] as (c: Concern, isShown: boolean) => string;
  return say(concern, isShown);
}

/** One sentence each, and one for all parameters that are hardly determined. */
export function concernTexts(concerns: readonly Concern[], t: Translation): string[] {
  const named = concerns.flatMap((one) => (one.code === 'degenerate' ? [one.parameter] : []));
  const first = concerns.findIndex(({ code }) => code === 'degenerate');
  const shown = concerns.filter(({ code }, at) => code !== 'degenerate' || at === first);
  return shown.map((concern) =>
    concern.code === 'degenerate' ? t.value.verdict.undetermined(named) : concernText(concern, t),
  );
}

/** What speaks for and against, one sentence each. */
export function evidence(figures: ValueFigures, t: Translation): string[] {
  const words = t.value.verdict;
  const { method, asked, purchase_model: model, rates, correlation, verdict: found } = figures;
  const parts = concernTexts(found.concerns, t);
  if (method === 'simple' && asked.model === 'simple') parts.unshift(words.chosenSimple);
  if (method === 'simple' && rates) {
    const { monthly, leaving, silent_days, average } = rates;
    const rate = (value: number) => t.decimal(value, value < 0.1 ? 3 : 2);
    parts.push(
      words.rates(
        rate(monthly.expected),
        rate(monthly.low),
        rate(monthly.high),
        roundMoney(average, t),
      ),
      words.leaving(leaving, silent_days),
    );
  }
  const unit = countedUnit(figures);
  if (unit) parts.push(words.counted[unit]);
  if (method === 'model' && model) parts.push(words.fitted(model.fit.agreeing, model.fit.starts));
  const depends = found.concerns.some(({ code }) => code === 'spend_depends_on_frequency');
  if (method === 'model' && correlation !== null && !depends)
    parts.push(words.independent(correlation));
  return parts;
}

/** What one opportunity is, where the model counts them. */
function countedUnit({ method, asked }: ValueFigures): TimeUnit | undefined {
  return method === 'model' && asked.model === 'bg_bb' ? asked.unit : undefined;
}

function checked(check: Check, unit: TimeUnit | undefined, t: Translation): string[] {
  const words = t.value.verdict;
  if (check === 'pending') return [words.checking];
  if (!check) return [words.noCheck];
  const { expected, actual } = check.model;
  const off = actual > 0 ? [words.checkOff(ratio(expected, actual) - 1)] : [];
  const counted = unit ? [words.checkCounted[unit]] : [];
  return [words.check(check.split, check.until, expected, actual), ...counted, ...off];
}

function parameters(figures: ValueFigures, t: Translation): TemplateResult {
  const words = t.value.verdict;
  const { purchase_model: model, spend_model: spend, correlation, asked } = figures;
  return html`<details class="as-table parameters no-print">
    <summary>${words.parameters}</summary>
    ${model ? table(`${t.value.settings.models[asked.model]} (${t.value.settings.units[asked.unit]})`, model, t) : nothing}
    ${spend ? table(words.spendModel, spend, t) : nothing}
    ${correlation === null ? nothing : html`<p>${words.correlation}: ${t.decimal(correlation, 3)}</p>`}
  </details>`;
}

function table(name: string, { parameters: all, fit }: ModelFigures, t: Translation) {
  const words = t.value.verdict;
  return html`<div class="scroll-x" tabindex="0" role="region" aria-label=${name}>
    <p><b>${name}</b> <span class="muted">${words.likelihood} ${t.decimal(fit.ln_likelihood, 2)}</span></p>
    ${plainTable({
      head: [words.parameter, words.estimate, words.error],
      rows: all.map(([parameter, value, error]) => [
        parameter,
        t.decimal(value, 4),
        error === null ? '–' : t.decimal(error, 4),
      ]),
    })}
  </div>`;
}
