// Bars of the share of customers of each segment who bought again, with what they bought against the average.

import { html, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { largest, ratio } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { SchemeTest, SegmentTest } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export function liftBars(
  test: SchemeTest,
  scheme: string,
  mark: (code: string) => string,
  t: Translation,
): TemplateResult {
  const words = t.differentiate.time.test;
  const there = test.segments.filter(({ customers }) => customers > 0);
  const best = largest(there, share);
  const least = largest(there, (segment) => -share(segment));
  const name = ({ segment }: SegmentTest) => t.names.segment(segment.code, segment.name);
  return figure(
    {
      name: 'lift',
      title: words.lift,
      unit: `${words.liftUnit} · ${scheme}`,
      sentence:
        best && least ? words.liftSentence(name(best), share(best), name(least), share(least)) : '',
      drawing: html`<table class="table spark">
        <thead><tr>
          <th scope="col">${t.differentiate.segments.segment}</th>
          <th scope="col">${words.buyers}</th>
          <th scope="col" class="end">${words.times}</th>
        </tr></thead>
        <tbody>${test.segments.map((segment) => row(segment, mark(segment.segment.code), name(segment), t))}</tbody>
      </table>`,
      table: {
        head: [
          t.differentiate.segments.segment,
          t.differentiate.chart.customers,
          words.buyers,
          words.purchases,
          t.differentiate.chart.revenue,
          words.times,
        ],
        rows: test.segments.map((segment) => [
          name(segment),
          t.integer(segment.customers),
          t.integer(segment.buyers),
          t.integer(segment.purchases),
          t.money(segment.revenue),
          t.decimal(segment.lift, 2),
        ]),
      },
    },
    t,
  );
}

function share({ buyers, customers }: SegmentTest): number {
  return ratio(buyers, customers);
}

function row(segment: SegmentTest, mark: string, name: string, t: Translation): TemplateResult {
  const words = t.differentiate.time.test;
  const tip = words.tip(name, share(segment), segment.buyers, segment.customers, segment.lift);
  return html`<tr class="${mark} ${segment.customers ? '' : 'none'}">
    <th scope="row"><span class="swatch"></span> ${name}</th>
    <td data-tip=${tip}><span class="spark-bar"><span class="track" ${vars({ w: share(segment), ghost: 0 })}></span><span class="bar-label">${segment.customers ? t.percent(share(segment)) : '–'}</span></span></td>
    <td class="end">${segment.customers ? `× ${t.decimal(segment.lift, 1)}` : '–'}</td>
  </tr>`;
}
