// How each tier is talked to, one card a tier, everything editable in place; and the presets to start from.

import { html, nothing, type TemplateResult } from 'lit';
import type { ContactChannel, Market, Strategy } from '../../engine/types.ts';
import { type Part, tierOf } from './contract.ts';
import { choice, numberField, numberInput } from './fields.ts';
import { rules } from './rules.ts';

export const CHANNELS: readonly ContactChannel[] = [
  'visit',
  'phone',
  'wechat',
  'email',
  'sms',
  'chat',
  'event',
];
const FOCUSES = ['quality', 'value', 'price'];
const MARKETS: readonly Market[] = ['any', 'business', 'consumer'];
const NEW: Strategy = {
  contacts_per_year: 4,
  channels: ['email'],
  minutes_per_contact: 10,
  minutes: { email: 0, sms: 0 },
  response_hours: 48,
  focus: 'value',
};

/** Which preset is chosen and not yet taken. */
export interface PresetChoice {
  readonly market: Market;
  choose(market: Market): void;
}

export function strategy(part: Part, preset: PresetChoice): TemplateResult {
  const { report, t } = part;
  return html`${presets(part, preset)}
    <div class="strategies">${report.tiers.map((tier) => card(part, tier.tier))}</div>
    ${rules(part)}
    <p class="small muted">${t.interact.strategy.zeroMeans}</p>`;
}

function presets({ props, t, change }: Part, { market, choose }: PresetChoice): TemplateResult {
  const words = t.interact.strategy;
  const take = async () => {
    const { interact, ...limits } = await props.ask.treatment(market);
    const { recipe } = props;
    change({
      interact: { ...recipe.interact, ...interact },
      planning: { ...recipe.planning, ...limits },
    });
  };
  return html`<div class="part-head">
    <h2>${words.title}</h2>
    <div class="row no-print">
      <label class="label">${words.preset}
        ${choice(
          words.preset,
          MARKETS.map((one) => [one, words.presets[one]] as const),
          market,
          choose,
        )}
      </label>
      <button type="button" class="button" data-use-preset title=${words.presetMeans} @click=${take}>${words.usePreset}</button>
    </div>
    <p class="small muted no-print">${words.presetMeans}</p>
  </div>`;
}

function card(part: Part, code: string): TemplateResult {
  const { props, t, report } = part;
  const words = t.interact.strategy;
  const { name, mark } = tierOf(props, code);
  const known = props.recipe.interact[code];
  const put = (next: Strategy) =>
    part.change({ interact: { ...props.recipe.interact, [code]: next } });
  const work = report.tiers.find((tier) => tier.tier === code);
  return html`<section class="strategy" data-tier=${code} aria-label=${name}>
    <div class="row">
      <h3 class="grow with-swatch ${mark}"><span class="swatch"></span><span class="text">${name}</span></h3>
      <span class="muted small number">${t.frame.customers(work?.customers ?? 0)}</span>
    </div>
    ${
      known
        ? html`${settings(part, known, put)}
            ${work ? html`<p class="small number"><b>${words.yearly(work.contacts_per_year, work.hours_per_year)}</b> ${words.planned(work.contacts, work.minutes / 60)} ${work.left > 0 ? words.left(work.left) : nothing}</p>` : nothing}`
        : html`<p class="muted">${words.none}</p>
            <button type="button" class="button" @click=${() => put(NEW)}>${words.add}</button>`
    }
  </section>`;
}

function settings(part: Part, known: Strategy, put: (next: Strategy) => void): TemplateResult {
  const { t } = part;
  const words = t.interact.strategy;
  const change = (changes: Partial<Strategy>) => put({ ...known, ...changes });
  const focuses = FOCUSES.includes(known.focus) ? FOCUSES : [...FOCUSES, known.focus];
  return html`<div class="pairs">
      ${numberField({ label: words.perYear, value: known.contacts_per_year, max: 365, name: 'contacts_per_year', change: (value) => change({ contacts_per_year: value }) })}
      ${numberField({ label: words.response, value: known.response_hours, max: 720, name: 'response_hours', change: (value) => change({ response_hours: value }) })}
      <label class="pair"><span>${words.focus}</span>${choice(
        words.focus,
        focuses.map((focus) => [focus, t.plan.focuses[focus] ?? focus] as const),
        known.focus,
        (focus) => change({ focus }),
      )}</label>
    </div>
    ${channels(part, known, change)}`;
}

function channels(
  { t }: Part,
  known: Strategy,
  change: (changes: Partial<Strategy>) => void,
): TemplateResult {
  const words = t.interact.strategy;
  const order = known.channels;
  const rest = CHANNELS.filter((channel) => !order.includes(channel));
  return html`<div class="channel-list" role="group" aria-label=${words.channels}>
    <div class="channel-head small muted" aria-hidden="true"><span>${words.channels}</span><span>${words.minutes}</span></div>
    <ol>${order.map((channel, at) => row(channel, at))}</ol>
    ${
      rest.length > 0
        ? html`<div class="no-print">${choice<ContactChannel | null>(
            words.addChannel,
            [
              [null, `+ ${words.addChannel}`],
              ...rest.map((channel) => [channel, name(channel)] as const),
            ],
            null,
            (channel) => channel && change({ channels: [...order, channel] }),
          )}</div>`
        : nothing
    }
  </div>`;

  function name(channel: ContactChannel): string {
    return t.plan.channels[channel] ?? channel;
  }

  function row(channel: ContactChannel, at: number): TemplateResult {
    const minutes = known.minutes[channel] ?? known.minutes_per_contact;
    const others = order.filter((other) => other !== channel);
    return html`<li data-channel=${channel}>
      <span class="grow">${at + 1}. ${name(channel)}</span>
      ${numberInput({
        label: words.minutesBy(name(channel)),
        value: minutes,
        max: 480,
        name: `minutes_${channel}`,
        change: (value) => change({ minutes: { ...known.minutes, [channel]: value } }),
      })}
      <span class="channel-tools no-print">
        <button type="button" class="tool" aria-label=${words.up(name(channel))} ?disabled=${at === 0} @click=${() => change({ channels: order.toSpliced(at, 1).toSpliced(at - 1, 0, channel) })}>↑</button>
        <button type="button" class="tool" aria-label=${words.down(name(channel))} ?disabled=${at === order.length - 1} @click=${() => change({ channels: order.toSpliced(at, 1).toSpliced(at + 1, 0, channel) })}>↓</button>
        <button type="button" class="tool" aria-label=${words.remove(name(channel))} @click=${() => change({ channels: others })}>×</button>
      </span>
    </li>`;
  }
}
