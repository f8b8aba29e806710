// Satisfaction and complaints month by month: two small plots over one time axis. A month without ratings has no point.

import { html, svg, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import { rove } from '../../charts/roving.ts';
import { vars } from '../../charts/vars.ts';
import type { FeedbackReview, MonthFeedback } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';

export function monthsFigure({ months }: FeedbackReview, t: Translation): TemplateResult {
  const words = t.review.feedback;
  const last = months.at(-1);
  const sentence =
    last && last.overall.ratings > 0
      ? words.monthsSentence(t.month(last.month), last.overall.satisfied.rate, last.overall.ratings)
      : words.monthsQuiet;
  return figure(
    {
      name: 'feedback-months',
      title: words.months,
      unit: words.monthsUnit,
      sentence,
      drawing: drawing(months, t),
      table: {
        head: [words.month, words.ratings, words.csat, words.received, words.resolved],
        rows: months.map((month) => [
          t.month(month.month),
          t.integer(month.overall.ratings),
          share(month, t),
          t.integer(month.complaints),
          t.integer(month.resolved),
        ]),
      },
    },
    t,
  );
}

function share({ overall }: MonthFeedback, t: Translation): string {
  const { low, high, rate } = overall.satisfied;
  return overall.ratings > 0 ? t.review.feedback.share(rate, low, high) : '–';
}

function drawing(months: readonly MonthFeedback[], t: Translation): TemplateResult {
  const words = t.review.feedback;
  const most = Math.max(1, ...months.map((month) => month.complaints));
  const x = (at: number) => (100 * (at + 0.5)) / months.length;
  const width = 60 / months.length;
  const rated = months.flatMap((month, at) =>
    month.overall.ratings > 0 ? [[month, at] as const] : [],
  );
  const step = Math.max(1, Math.ceil(months.length / 3));
  return html`<div class="months-plots" role="group" aria-label=${words.months} @keydown=${rove()}>
    <div class="plot month-plot">
      <span class="plot-note name" aria-hidden="true">${words.csat}</span>
      <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        ${[0, 50, 100].map((y) => svg`<line class="rule" x1="0" x2="100" y1=${y} y2=${y} />`)}
        ${rated.map(
          ([
            {
              overall: { satisfied },
            },
            at,
          ]) =>
            svg`<line class="month-range" x1=${x(at)} x2=${x(at)} y1=${100 - 100 * satisfied.low} y2=${100 - 100 * satisfied.high} />`,
        )}
        ${rated.map(
          ([
            {
              overall: { satisfied },
            },
            at,
          ]) =>
            svg`<rect class="month-point" x=${x(at) - width / 3} width=${(2 * width) / 3} y=${98.5 - 97 * satisfied.rate} height="3" />`,
        )}
      </svg>
    </div>
    <div class="plot month-plot">
      <span class="plot-note name" aria-hidden="true">${words.received}</span>
      <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
        <line class="rule" x1="0" x2="100" y1="100" y2="100" />
        ${months.map((month, at) => svg`<rect class="month-bar" x=${x(at) - width / 2} width=${width} y=${100 - (100 * month.complaints) / most} height=${(100 * month.complaints) / most} />`)}
      </svg>
    </div>
    <div class="plot-hits">${months.map((month, at) => hit(month, at === months.length - 1, t))}</div>
    <div class="hist-axis" aria-hidden="true">
      ${months.map((month, at) => (at % step === 0 ? html`<span ${vars({ x: (at + 0.5) / months.length })}>${t.month(month.month)}</span>` : ''))}
    </div>
  </div>`;
}

function hit(month: MonthFeedback, isLast: boolean, t: Translation): TemplateResult {
  const rate = month.overall.ratings > 0 ? t.percent(month.overall.satisfied.rate) : '–';
  const tip = t.review.feedback.monthTip(
    t.month(month.month),
    rate,
    month.overall.ratings,
    month.complaints,
  );
  return html`<span class="hit" role="img" data-cell tabindex=${isLast ? 0 : -1} aria-label=${tip} data-tip=${tip}></span>`;
}
