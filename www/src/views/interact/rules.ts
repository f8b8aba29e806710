// What holds for all tiers: plays, limits, occasions.

import { html, type TemplateResult } from 'lit';
import type { ContactChannel, Occasion, Play, PlayRule } from '../../engine/types.ts';
import type { Part } from './contract.ts';
import { choice, numberField, numberInput, switched, toggle } from './fields.ts';

const PLAYS: readonly Play[] = ['regular', 'welcome', 'develop', 'retain', 'win_back'];
const STAGES = ['new', 'active', 'silent', 'churned'] as const;
const OCCASIONS: readonly Occasion[] = [
  'birthday',
  'anniversary',
  'spring_festival',
  'mid_autumn',
  'new_year',
  'christmas',
];
/** Channels that people mind most. */
const CAPPED: readonly ContactChannel[] = ['phone', 'sms', 'visit'];
/** No more than once a day: as good as no limit. */
const NO_LIMIT = 30;

export function rules(part: Part): TemplateResult {
  return html`${plays(part)} ${limits(part)}`;
}

function plays({ props, t, plan }: Part): TemplateResult {
  const words = t.interact.strategy;
  const all = props.recipe.planning.plays;
  const put = (at: number, changes: Partial<PlayRule>) =>
    plan({ plays: all.map((rule, place) => (place === at ? { ...rule, ...changes } : rule)) });
  const stages = [
    [null, words.anyStage] as const,
    ...STAGES.map((stage) => [stage, t.names.segment(stage)] as const),
  ];
  return html`<section class="ruled">
    <h3>${words.plays}</h3>
    <p class="small muted">${words.playsMeans}</p>
    <ol class="play-rules">
      ${all.map(
        (rule, at) => html`<li>
          <span class="muted number">${at + 1}.</span>
          ${choice(
            words.play,
            PLAYS.map((play) => [play, t.interact.plays[play]] as const),
            rule.play,
            (play) => put(at, { play }),
          )}
          ${choice<string | null>(words.who, stages, rule.stages[0] ?? null, (stage) => put(at, { stages: stage ? [stage] : [] }))}
          ${toggle(words.atRisk, rule.at_risk, () => put(at, { at_risk: !rule.at_risk }))}
          <span class="row">${numberInput({ label: words.percent, value: rule.percent, max: 1000, name: `percent_${at}`, change: (percent) => put(at, { percent }) })} %</span>
          <span class="channel-tools no-print">
            <button type="button" class="tool" aria-label=${words.raisePlay} ?disabled=${at === 0} @click=${() => plan({ plays: all.toSpliced(at, 1).toSpliced(at - 1, 0, rule) })}>↑</button>
            <button type="button" class="tool" aria-label=${words.removePlay} @click=${() => plan({ plays: all.toSpliced(at, 1) })}>×</button>
          </span>
        </li>`,
      )}
    </ol>
    <button
      type="button"
      class="button no-print"
      data-add-play
      @click=${() => plan({ plays: [...all, { play: 'develop', stages: ['active'], at_risk: false, percent: 100 }] })}
    >${words.addPlay}</button>
  </section>`;
}

function limits({ props, t, plan }: Part): TemplateResult {
  const words = t.interact.strategy;
  const { caps, suppression, care } = props.recipe.planning;
  const cap = (channel: ContactChannel) => {
    const name = t.plan.channels[channel] ?? channel;
    return numberField({
      label: words.channelMonth(name),
      value: caps.channel_per_month[channel] ?? NO_LIMIT,
      max: NO_LIMIT,
      name: `cap_${channel}`,
      change: (value) => {
        const { [channel]: _before, ...others } = caps.channel_per_month;
        const next = value < NO_LIMIT ? { ...others, [channel]: value } : others;
        plan({ caps: { ...caps, channel_per_month: next } });
      },
    });
  };
  return html`<section class="ruled">
    <h3>${words.limits}</h3>
    <div class="pairs">
      ${numberField({ label: words.perWeek, value: caps.per_week, min: 1, max: 7, name: 'per_week', change: (value) => plan({ caps: { ...caps, per_week: value } }) })}
      ${numberField({ label: words.perMonth, value: caps.per_month, min: 1, max: 30, name: 'per_month', change: (value) => plan({ caps: { ...caps, per_month: value } }) })}
      ${CAPPED.map(cap)}
      ${numberField({ label: words.afterOrder, value: suppression.after_order_days, max: 365, name: 'after_order_days', change: (value) => plan({ suppression: { ...suppression, after_order_days: value } }) })}
      ${numberField({ label: words.complaint, value: suppression.open_complaint_days, max: 3650, name: 'open_complaint_days', change: (value) => plan({ suppression: { ...suppression, open_complaint_days: value } }) })}
    </div>
    <div class="row" role="group" aria-label=${words.occasions}>
      <span class="small">${words.occasions}</span>
      ${OCCASIONS.map((occasion) => toggle(words.occasion[occasion], care.includes(occasion), () => plan({ care: switched(care, occasion, OCCASIONS) })))}
    </div>
  </section>`;
}
