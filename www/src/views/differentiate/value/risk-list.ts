// Whom to win back first: customers at risk with their reasons in figures, by page.

import { html, nothing, type TemplateResult } from 'lit';
import { figure, sentences } from '../../../charts/figure.ts';
import { roundMoney } from '../../../charts/numbers.ts';
import type {
  Reason,
  ReasonKind,
  RiskLevel,
  RiskPage,
  RiskRow,
  RiskSort,
} from '../../../engine/types.ts';
import { type Names, tierMark } from '../../../grid/columns.ts';
import type { Translation } from '../../../i18n/index.ts';

/** What is listed. */
export interface Wanted {
  readonly level: RiskLevel | null;
  readonly reason: ReasonKind | null;
  readonly sort: RiskSort;
  readonly offset: number;
}

export const PAGE = 20;

export interface RiskList {
  readonly page: RiskPage | undefined;
  readonly wanted: Wanted;
  /** Whether chances are known: not by the simple forecast. */
  readonly withChance: boolean;
  change(wanted: Partial<Wanted>): void;
  open(customer: number): void;
}

const LEVELS: readonly RiskLevel[] = ['high', 'medium', 'gone'];
const REASONS: readonly ReasonKind[] = [
  'rhythm_broken',
  'silent',
  'spend_falling',
  'complaint_open',
];
const SORTS: readonly RiskSort[] = ['at_stake', 'p_alive', 'revenue', 'recency_days'];

export function riskList(list: RiskList, names: Names, t: Translation): TemplateResult {
  const words = t.value.list;
  const { page } = list;
  return figure(
    {
      name: 'risk-list',
      title: words.title,
      unit: words.unit,
      sentence: sentences(
        [
          list.withChance ? words.sentence : words.sentenceSimple,
          list.wanted.level === 'gone' ? words.goneMeans : '',
        ],
        t,
      ),
      tools: tools(list, t),
      drawing: !page
        ? html`<p class="muted" role="status">${t.value.computing}</p>`
        : page.rows.length === 0
          ? html`<p class="muted">${words.none}</p>`
          : html`${table(list, page, names, t)} ${pager(list, page, t)}`,
    },
    t,
  );
}

/** "No order for 61 days; usually every 20 days": a reason with its figures. */
export function reasonText(reason: Reason, t: Translation): string {
  // Each entry takes exactly the reason of its own code; the compiler cannot pair them up by itself.
  const say = t.value.reason[reason.code] as (reason: Reason) => string;
  return say(reason);
}

export function levelMark(level: RiskLevel, text: string): TemplateResult {
  return html`<span class="level-mark ${level}"><span class="swatch"></span>${text}</span>`;
}

function tools({ wanted, change, withChance }: RiskList, t: Translation): TemplateResult {
  const words = t.value.list;
  const sorts = withChance ? SORTS : SORTS.filter((sort) => sort !== 'p_alive');
  const select = <V extends string>(
    name: string,
    options: readonly (readonly [V | null, string])[],
    chosen: V | null,
    choose: (option: V | null) => void,
  ) => html`<select
    class="field"
    aria-label=${name}
    @change=${(event: Event) => {
      if (event.target instanceof HTMLSelectElement)
        choose(options[event.target.selectedIndex]?.[0] ?? null);
    }}
  >
    ${options.map(([option, text]) => html`<option ?selected=${option === chosen}>${text}</option>`)}
  </select>`;
  return html`<div class="row no-print">
    ${select(
      words.level,
      [[null, words.anyLevel], ...LEVELS.map((level) => [level, t.value.level[level]] as const)],
      wanted.level,
      (level) => change({ level, offset: 0 }),
    )}
    ${select(
      words.why,
      [
        [null, words.anyReason],
        ...REASONS.map((reason) => [reason, t.value.drivers.name[reason]] as const),
      ],
      wanted.reason,
      (reason) => change({ reason, offset: 0 }),
    )}
    ${select(
      words.sort,
      sorts.map((sort) => [sort, words.sorts[sort]] as const),
      wanted.sort,
      (sort) => change({ sort: sort ?? 'at_stake', offset: 0 }),
    )}
  </div>`;
}

function table(
  { withChance, open }: RiskList,
  { rows }: RiskPage,
  names: Names,
  t: Translation,
): TemplateResult {
  const words = t.value.list;
  return html`<div class="scroll-x">
    <table class="table risk-table">
      <thead>
        <tr>
          <th scope="col">${words.customer}</th>
          <th scope="col" class="wide">${t.value.tiers.tier}</th>
          <th scope="col">${words.level}</th>
          ${withChance ? html`<th scope="col" class="end" data-tip=${t.value.alive.means}>${words.chance}</th>` : nothing}
          <th scope="col" class="end wide">${words.revenue}</th>
          <th scope="col" class="end">${words.atStake}</th>
        </tr>
      </thead>
      <tbody>
        ${rows.map((row) => {
          const name = row.customer_name || row.customer_id;
          return html`<tr>
            <th scope="row">
              <button type="button" class="link" aria-label=${words.open(name)} @click=${() => open(row.customer)}>${name}</button>
            </th>
            <td class="wide">${tierMark(row.tier, names)}</td>
            <td><div class="why-cell">${levelMark(row.risk.level, t.value.level[row.risk.level])} ${reasons(row, t)}</div></td>
            ${withChance ? html`<td class="end">${row.risk.p_alive === null ? '–' : t.percent(row.risk.p_alive)}</td>` : nothing}
            <td class="end wide">${roundMoney(row.revenue, t)}</td>
            <td class="end"><b>${roundMoney(row.at_stake, t)}</b></td>
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}

function reasons({ risk }: RiskRow, t: Translation): TemplateResult {
  return html`<div>${risk.reasons.map((reason) => html`<p class="small">${reasonText(reason, t)}</p>`)}</div>`;
}

function pager({ wanted, change }: RiskList, { total, rows }: RiskPage, t: Translation) {
  const words = t.differentiate.list;
  const { offset } = wanted;
  return html`<p class="row small">
    <span class="muted number">${words.range(offset + 1, offset + rows.length, total)}</span>
    <button type="button" class="button quiet no-print" ?disabled=${offset === 0} @click=${() => change({ offset: Math.max(0, offset - PAGE) })}>${words.previous}</button>
    <button type="button" class="button quiet no-print" ?disabled=${offset + PAGE >= total} @click=${() => change({ offset: offset + PAGE })}>${words.next}</button>
  </p>`;
}
