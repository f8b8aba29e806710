// Bands, quotas and attributes: schemes that a few fields say.

import { html, nothing, type TemplateResult } from 'lit';
import type {
  Binning,
  QuotaLevel,
  QuotaSize,
  Scheme,
  Segment,
  SegmentPreview,
} from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { binsOf } from './axes.ts';
import type { Subjects as Spoken } from './condition-editor.ts';
import { attributeChoices, attributeName, metricChoices, metricName } from './condition-model.ts';
import { firstFree } from './names.ts';
import { countText, tool } from './rules-editor.ts';
import { freshSegmentCode, HEALTHS, segmentFields } from './segment-fields.ts';

export type FormScheme = Extract<Scheme, { rule: 'bands' | 'quota' | 'attribute' }>;
type Bands = Extract<Scheme, { rule: 'bands' }>;
type Quota = Extract<Scheme, { rule: 'quota' }>;
type ByAttribute = Extract<Scheme, { rule: 'attribute' }>;

/** What forms speak of, with the segments that the draft would give, as far as they are counted. */
export interface Subjects extends Spoken {
  readonly preview: readonly SegmentPreview[] | undefined;
}

const MOST_BANDS = 10;
const BAND_METHODS = ['quantile', 'equal_width', 'jenks', 'fixed'] as const;
const SIZES = ['customers', 'share', 'budget'] as const;

export function schemeForm(
  scheme: FormScheme,
  change: (next: Scheme) => void,
  of: Subjects,
): TemplateResult {
  switch (scheme.rule) {
    case 'bands':
      return bandsForm(scheme, change, of);
    case 'quota':
      return quotaForm(scheme, change, of);
    case 'attribute':
      return attributeForm(scheme, change, of);
    default:
      return scheme satisfies never;
  }
}

function metricSelect(
  label: string,
  metric: string,
  set: (metric: string) => void,
  { recipe, t }: Subjects,
) {
  return html`<label class="label">${label}
    <select class="field subject" data-metric @change=${(event: Event) => set(valueIn(event))}>
      ${metricChoices(recipe, metric).map((one) => html`<option value=${one} ?selected=${one === metric}>${metricName(one, recipe, t)}</option>`)}
    </select>
  </label>`;
}

function bandsForm(scheme: Bands, change: (next: Bands) => void, of: Subjects): TemplateResult {
  const { t } = of;
  const { scoring, rules } = t;
  const bins = binsOf(scheme.binning);
  const rebin = (binning: Binning) =>
    change({ ...scheme, binning, segments: bandNames(scheme.segments, binsOf(binning), t) });
  const cuts = scheme.binning.method === 'fixed' ? scheme.binning.cuts : null;
  return html`<div class="row form">
      ${metricSelect(rules.bandMetric, scheme.metric, (metric) => change({ ...scheme, metric }), of)}
      <label class="label">${scoring.methodLabel}
        <select class="field" data-method @change=${(event: Event) => rebin(bandBinning(valueIn(event), bins))}>
          ${BAND_METHODS.map((method) => html`<option value=${method} ?selected=${method === scheme.binning.method}>${scoring.method[method]}</option>`)}
        </select>
      </label>
      <label class="label">${scoring.binsLabel}
        <input class="field number-field" type="number" min="2" max=${MOST_BANDS} data-bins .value=${String(bins)} @change=${(event: Event) => rebin(bandBinning(scheme.binning.method, used(event, Math.round(clamped(event, 2, MOST_BANDS, bins))), cuts))} />
      </label>
      ${
        cuts
          ? html`<label class="label">${rules.value}<input class="field" data-cuts .value=${cuts.join(', ')} @change=${(
              event: Event,
            ) => {
              const next = cutsIn(valueIn(event));
              const kept = next.length ? next : cuts;
              (event.target as HTMLInputElement).value = kept.join(', ');
              rebin({ method: 'fixed', cuts: kept });
            }} /></label>`
          : nothing
      }
    </div>
    <p class="small muted">${rules.bandsMeans}</p>
    <h3>${rules.bandNames}</h3>
    <ol class="rules">
      ${scheme.segments.map((segment, at) => html`<li class="rule"><div class="rule-head">${segmentFields(segment, rules.band(at + 1), (next) => change({ ...scheme, segments: scheme.segments.with(at, next) }), t)}${counted(segment.code, of)}</div></li>`)}
      ${unknownLine(of)}
    </ol>`;
}

function namesIn(segments: readonly Pick<Segment, 'code' | 'name'>[], t: Translation): string[] {
  return segments.map(({ code, name }) => t.names.segment(code, name));
}

/** As many names as there are bands; those that are there stay. */
export function bandNames(segments: readonly Segment[], bins: number, t: Translation): Segment[] {
  const names = segments.slice(0, bins);
  while (names.length < bins)
    names.push({
      code: freshSegmentCode(names),
      name: firstFree(t.rules.band, names.length + 1, namesIn(names, t)),
      health: HEALTHS[Math.min(names.length, HEALTHS.length - 1)] ?? 'lost',
    });
  return names;
}

/** A method with so many bands; own cuts are added at the end or dropped from it. */
export function bandBinning(
  method: string,
  bins: number,
  cuts: readonly number[] | null = null,
): Binning {
  if (method !== 'fixed') return { method: method as 'quantile' | 'equal_width' | 'jenks', bins };
  const kept = (cuts ?? []).slice(0, bins - 1);
  while (kept.length < bins - 1) kept.push((kept.at(-1) ?? 0) + 100);
  return { method: 'fixed', cuts: kept };
}

function quotaForm(scheme: Quota, change: (next: Quota) => void, of: Subjects): TemplateResult {
  const { t } = of;
  const { rules, schemes } = t;
  const { levels } = scheme;
  const setLevels = (next: QuotaLevel[]) => change({ ...scheme, levels: next });
  const add = () =>
    setLevels([
      ...levels,
      {
        code: freshSegmentCode([...levels, scheme.otherwise]),
        name: firstFree(rules.level, levels.length + 1, namesIn([...levels, scheme.otherwise], t)),
        health: 'growing',
        size: { share: 0.2 },
      },
    ]);
  return html`<div class="row form">
      ${metricSelect(rules.quotaMetric, scheme.metric, (metric) => change({ ...scheme, metric }), of)}
      <label class="label">${rules.ties}
        <select class="field" @change=${(event: Event) => change({ ...scheme, ties: valueIn(event) as Quota['ties'] })}>
          ${(['together', 'by_id'] as const).map((ties) => html`<option value=${ties} ?selected=${ties === scheme.ties}>${rules[ties]}</option>`)}
        </select>
      </label>
    </div>
    <ol class="rules">
      ${levels.map((level, at) => {
        const label = rules.level(at + 1);
        return html`<li class="rule"><div class="rule-head"><b>${label}</b>
          ${segmentFields(level, label, (segment) => setLevels(levels.with(at, { ...level, ...segment })), t)}
          ${counted(level.code, of)}
          ${sizeFields(level.size, (size) => setLevels(levels.with(at, { ...level, size })), t)}
          ${tool('×', schemes.editor.remove(label), levels.length > 1, () => setLevels(levels.toSpliced(at, 1)))}
        </div></li>`;
      })}
      <li class="rule"><div class="rule-head"><b>${rules.otherwise}</b>
        ${segmentFields(scheme.otherwise, rules.otherwise, (otherwise) => change({ ...scheme, otherwise }), t)}${counted(scheme.otherwise.code, of)}</div></li>
    </ol>
    <p class="row"><button type="button" class="button" data-add-level @click=${add}>${rules.addLevel}</button></p>`;
}

function sizeFields(
  size: QuotaSize,
  change: (next: QuotaSize) => void,
  t: Translation,
): TemplateResult {
  const { rules } = t;
  const kind = SIZES.find((one) => one in size) ?? 'customers';
  const fresh: Record<(typeof SIZES)[number], QuotaSize> = {
    customers: { customers: 100 },
    share: { share: 0.2 },
    budget: { budget: { amount: 10_000, cost: 50 } },
  };
  const input = (
    label: string,
    value: number,
    { low, high = Number.MAX_SAFE_INTEGER, isWhole = false }: Limits,
    set: (value: number) => QuotaSize,
  ) => {
    const take = (event: Event) => {
      const number = clamped(event, low, high, value);
      change(set(used(event, isWhole ? Math.round(number) : number)));
    };
    return html`<input class="field number-field" type="number" min=${low} max=${high} step=${isWhole ? 1 : 'any'} aria-label=${label} .value=${String(value)} @change=${take} />`;
  };
  return html`<span class="row">
    <select class="field" aria-label=${rules.size} @change=${(event: Event) => change(fresh[valueIn(event) as (typeof SIZES)[number]])}>
      ${SIZES.map((one) => html`<option value=${one} ?selected=${one === kind}>${rules[one]}</option>`)}
    </select>
    ${'customers' in size ? input(rules.customers, size.customers, { low: 1, isWhole: true }, (customers) => ({ customers })) : nothing}
    ${'share' in size ? html`${input(rules.share, Number((size.share * 100).toFixed(6)), { low: 0.01, high: 100 }, (value) => ({ share: value / 100 }))} %` : nothing}
    ${
      'budget' in size
        ? html`<label class="label">${rules.budgetAmount}${input(rules.budgetAmount, size.budget.amount, { low: 0 }, (amount) => ({ budget: { ...size.budget, amount } }))}</label>
          <label class="label">${rules.cost}${input(rules.cost, size.budget.cost, { low: 0.01 }, (cost) => ({ budget: { ...size.budget, cost } }))}</label>`
        : nothing
    }
  </span>`;
}

function attributeForm(
  scheme: ByAttribute,
  change: (next: ByAttribute) => void,
  of: Subjects,
): TemplateResult {
  const { t } = of;
  const { rules } = t;
  const known = attributeChoices(of.own ?? [], scheme.of);
  return html`<div class="row form">
      <label class="label">${rules.attributeOf}
        <select class="field" data-attribute @change=${(event: Event) => change({ ...scheme, of: valueIn(event) })}>
          ${known.map((name) => html`<option value=${name} ?selected=${name === scheme.of}>${attributeName(name, t)}</option>`)}
        </select>
      </label>
      <label class="label">${rules.top}
        <input class="field number-field" type="number" min="1" max="100" .value=${String(scheme.top)} @change=${(event: Event) => change({ ...scheme, top: used(event, Math.round(clamped(event, 1, 100, scheme.top))) })} />
      </label>
      <label class="small"><input type="checkbox" .checked=${scheme.list} @change=${(event: Event) => change({ ...scheme, list: (event.target as HTMLInputElement).checked })} /> ${rules.list}</label>
    </div>
    <p class="small muted">${rules.topMeans}</p>
    <ul class="preview" data-preview>
      ${(of.preview ?? [])
        .filter(({ total }) => total.customers > 0)
        .map(
          ({ segment }) =>
            html`<li>${t.names.segment(segment.code, segment.name)} ${counted(segment.code, of)}</li>`,
        )}
    </ul>`;
}

/** How many customers a segment of the draft would have. */
function counted(code: string, { preview, t }: Subjects): TemplateResult {
  return countText(preview?.find(({ segment }) => segment.code === code)?.total, t);
}

/** Those without a figure, where there are any: they are in no band. */
function unknownLine(of: Subjects): TemplateResult | typeof nothing {
  const unknown = of.preview?.find(({ segment }) => segment.code === 'unknown');
  if (!unknown?.total.customers) return nothing;
  return html`<li class="rule"><div class="rule-head">${of.t.names.segment('unknown', unknown.segment.name)} ${counted('unknown', of)}</div></li>`;
}

/** Whether the fields say something that the core takes. */
export function formIsSaid(scheme: FormScheme): boolean {
  if (scheme.rule === 'bands') {
    const { binning } = scheme;
    return (
      binning.method !== 'fixed' ||
      binning.cuts.every((cut, at) => at === 0 || cut > (binning.cuts[at - 1] ?? cut))
    );
  }
  if (scheme.rule === 'attribute') return true;
  return scheme.levels.every(({ size }) =>
    'share' in size
      ? size.share > 0 && size.share <= 1
      : !('budget' in size) || size.budget.cost > 0,
  );
}

function valueIn(event: Event): string {
  return (event.target as HTMLInputElement | HTMLSelectElement).value;
}

interface Limits {
  readonly low: number;
  readonly high?: number;
  readonly isWhole?: boolean;
}

/** The number in a field within its limits; what was there before when there is none. */
function clamped(event: Event, low: number, high: number, before: number): number {
  const text = valueIn(event).trim();
  return within(text === '' ? Number.NaN : Number(text), low, high, before);
}

export function within(number: number, low: number, high: number, before: number): number {
  return Number.isFinite(number) ? Math.min(high, Math.max(low, number)) : before;
}

/** A field shows what is used of it: what was typed may be beyond its limits. */
function used(event: Event, number: number): number {
  (event.target as HTMLInputElement).value = String(number);
  return number;
}

/** Cuts as they are used: ascending, each once, and no more than there are bands between; none when one cannot be read. */
export function cutsIn(text: string): number[] {
  const numbers = text
    .split(/[,，、;；\s]+/)
    .filter(Boolean)
    .map(Number);
  if (!numbers.every(Number.isFinite)) return [];
  return [...new Set(numbers)].sort((one, other) => one - other).slice(0, MOST_BANDS - 1);
}
