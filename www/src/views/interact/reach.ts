// Who can be reached and how, what is missing, and which channel worked so far.

import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import { ratio, sum } from '../../charts/numbers.ts';
import { vars } from '../../charts/vars.ts';
import type { ContactChannel, Coverage } from '../../engine/types.ts';
import { type Part, tierOf } from './contract.ts';

export function reach(part: Part): TemplateResult {
  const { report, t } = part;
  return html`${report.reach_is_assumed ? html`<p class="notice">${t.interact.reach.assumed}</p>` : nothing}
    <div class="charts reach">${coverage(part)} ${missing(part)} ${best(part)}</div>`;
}

/** Customers who do not want to be left in peace. */
function open(tier: Coverage): number {
  return tier.customers - tier.refused;
}

function coverage({ report, props, t }: Part): TemplateResult {
  const words = t.interact.reach;
  const all = sum(report.coverage, (tier) => tier.customers);
  const reached = sum(report.coverage, (tier) => open(tier) - tier.unreachable);
  const channels = report.coverage[0]?.by_channel.map(([channel]) => channel) ?? [];
  const head = [
    words.tier,
    words.customers,
    ...channels.map(named),
    words.refused,
    words.unreachable,
  ];
  return figure(
    {
      name: 'coverage',
      title: words.title,
      unit: words.unit,
      sentence: words.sentence(reached, all),
      drawing: html`<div class="scroll-x" tabindex="0" role="region" aria-label=${words.title}>
        <table class="table">
          <thead><tr>${head.map((text, at) => html`<th scope="col" class=${at > 0 ? 'end' : ''}>${text}</th>`)}</tr></thead>
          <tbody>${report.coverage.map(row)}</tbody>
        </table>
      </div>`,
    },
    t,
  );

  function named(channel: ContactChannel): string {
    return t.plan.channels[channel] ?? channel;
  }

  function row(tier: Coverage): TemplateResult {
    const { name, mark } = tierOf(props, tier.tier);
    return html`<tr>
      <th scope="row"><span class="with-swatch ${mark}"><span class="swatch"></span><span class="text">${name}</span></span></th>
      <td class="end">${t.integer(tier.customers)}</td>
      ${tier.by_channel.map(([channel, count]) => {
        const share = ratio(count, tier.customers);
        return html`<td class="end share" data-tip=${words.cell(named(channel), count, share)}>
          <span class="share-bar" ${vars({ w: share })}></span>${t.percent(share)}
        </td>`;
      })}
      <td class="end">${t.integer(tier.refused)}</td>
      <td class="end">${t.integer(tier.unreachable)}</td>
    </tr>`;
  }
}

function missing({ report, props, t }: Part): TemplateResult {
  const words = t.interact.reach;
  const rows = report.coverage.flatMap((tier) => {
    const first = props.recipe.interact[tier.tier]?.channels[0];
    if (!first) return [];
    const out = countOf(tier.opted_out, first);
    // Who opted out may have an address or not: what else does not work is for want of one.
    const without = Math.max(0, open(tier) - countOf(tier.by_channel, first) - out);
    return without + out > 0 ? [{ tier, first, out, without }] : [];
  });
  return figure(
    {
      name: 'missing',
      title: words.missing,
      unit: words.missingUnit,
      sentence: rows.length > 0 ? words.missingSentence : words.nothingMissing,
      drawing:
        rows.length === 0
          ? html``
          : html`<table class="table">
              <thead><tr>
                <th scope="col">${words.tier}</th><th scope="col">${words.first}</th>
                <th scope="col" class="end">${words.missingAddress}</th><th scope="col" class="end">${words.missingOut}</th>
              </tr></thead>
              <tbody>${rows.map(
                ({ tier, first, out, without }) => html`<tr>
                  <th scope="row">${tierOf(props, tier.tier).name}</th>
                  <td>${t.plan.channels[first] ?? first}</td>
                  <td class="end">${t.integer(without)}</td>
                  <td class="end">${t.integer(out)}</td>
                </tr>`,
              )}</tbody>
            </table>`,
    },
    t,
  );
}

function best({ report, t }: Part): TemplateResult {
  const words = t.interact.reach;
  const totals = (report.coverage[0]?.best ?? [])
    .map(([channel], at) => ({
      channel,
      count: sum(report.coverage, (tier) => tier.best[at]?.[1] ?? 0),
    }))
    .filter(({ count }) => count > 0);
  const most = Math.max(1, ...totals.map(({ count }) => count));
  return figure(
    {
      name: 'best-channel',
      title: words.best,
      unit: words.bestUnit,
      sentence: totals.length > 0 ? words.bestSentence : words.bestNone,
      drawing: html`<ul class="plain-bars">${totals.map(
        ({ channel, count }) => html`<li>
          <span>${t.plan.channels[channel] ?? channel}</span>
          <span class="plain-track"><span class="plain-bar" ${vars({ w: count / most })}></span></span>
          <span class="number">${t.integer(count)}</span>
        </li>`,
      )}</ul>`,
    },
    t,
  );
}

function countOf(
  list: readonly (readonly [ContactChannel, number])[],
  wanted: ContactChannel,
): number {
  return list.find(([channel]) => channel === wanted)?.[1] ?? 0;
}
