// Every scheme and the model on the same customers, by what they predict; a name shows its scheme.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { unit } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { BackTest } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { MODEL } from './gains.ts';

export interface CompareActions {
  name(id: string): string;
  show(id: string): void;
}

interface Row {
  readonly id: string;
  readonly auc: number;
  readonly top_fifth: number;
  readonly gini: number;
  readonly rmse: number;
}

/** Schemes, the one that tells buyers best first, then the model: it comes later, and nothing may move under the pointer. */
export function rowsOf({ schemes, model }: BackTest): Row[] {
  const rows: Row[] = schemes.map(({ scheme, ...rest }) => ({ id: scheme, ...rest }));
  rows.sort((one, other) => other.auc - one.auc);
  if (model) rows.push({ id: MODEL, ...model });
  return rows;
}

export function compareTable(
  found: BackTest,
  shown: string,
  actions: CompareActions,
  t: Translation,
): TemplateResult {
  const words = t.differentiate.time.test;
  return figure(
    {
      name: 'compare',
      title: words.compare,
      unit: words.compareUnit,
      sentence: words.errorMeans(found.spread),
      drawing: html`<div class="scroll-x"><table class="table spark">
        <thead><tr>
          <th scope="col">${words.name}</th>
          <th scope="col">${words.wins}</th>
          <th scope="col" class="end">${words.topFifth}</th>
          <th scope="col" class="end">${words.gini}</th>
          <th scope="col" class="end">${words.error}</th>
        </tr></thead>
        <tbody>${rowsOf(found).map((row) => line(row, shown, actions, t))}</tbody>
      </table></div>`,
    },
    t,
  );
}

function line(row: Row, shown: string, actions: CompareActions, t: Translation): TemplateResult {
  const words = t.differentiate.time.test;
  const name = actions.name(row.id);
  const title =
    row.id === MODEL
      ? html`${name}`
      : html`<button type="button" class="link" aria-label=${words.show(name)} aria-pressed=${row.id === shown ? 'true' : 'false'} @click=${() => actions.show(row.id)}>${name}</button>`;
  return html`<tr class=${row.id === shown ? 'pressed' : ''}>
    <th scope="row">${title}</th>
    <td><span class="spark-bar"><span class="track" ${vars({ w: unit(2 * row.auc - 1), ghost: 0 })}></span><span class="bar-label">${t.decimal(100 * row.auc, 0)}</span></span></td>
    <td class="end">${t.percent(row.top_fifth)}</td>
    <td class="end">${t.decimal(row.gini, 2)}</td>
    <td class="end">${t.decimal(row.rmse, 2)}</td>
  </tr>`;
}
