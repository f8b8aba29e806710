// Was the model right? Its chances against the share who bought, and its expected purchases against those there were.

import { html, svg, type TemplateResult } from 'lit';
import { figure } from '../../../charts/figure.ts';
import { ratio } from '../../../charts/numbers.ts';
import { vars } from '../../../charts/vars.ts';
import type { CalibrationBin, ModelTest } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

const TICKS = [0, 0.5, 1] as const;

export function calibrationChart(model: ModelTest, t: Translation): TemplateResult {
  const words = t.differentiate.time.test;
  const bins = model.calibration.filter(({ customers }) => customers > 0);
  const most = Math.max(...bins.map(({ customers }) => customers));
  const point = (bin: CalibrationBin) => {
    const tip = words.point(bin.p_alive, bin.bought, bin.customers);
    const size = 8 + 14 * Math.sqrt(ratio(bin.customers, most));
    return html`<span class="bubble" role="img" tabindex="0" aria-label=${tip} data-tip=${tip} ${vars({ x: bin.p_alive, y: bin.bought, size: `${size}px` })}></span>`;
  };
  return figure(
    {
      name: 'calibration',
      title: words.calibration,
      unit: words.calibrationUnit,
      sentence: words.calibrationSentence(model.expected, model.actual),
      drawing: html`<div class="plot calibration-plot">
          ${TICKS.map((tick) => html`<span class="tick-y" aria-hidden="true" ${vars({ y: tick })}>${t.percent(tick)}</span>`)}
          <svg class="plot-svg" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
            ${TICKS.map((tick) => svg`<line class="rule" x1="0" x2="100" y1=${100 - tick * 100} y2=${100 - tick * 100} />`)}
            <line class="reference" x1="0" y1="100" x2="100" y2="0" />
          </svg>
          ${bins.map(point)}
        </div>
        <div class="series-axis" aria-hidden="true"><span>0</span><span>${words.predicted}</span><span>${t.percent(1)}</span></div>`,
      table: {
        head: [words.predicted, t.differentiate.chart.customers, words.bought],
        rows: bins.map(({ p_alive, customers, bought }) => [
          t.percent(p_alive, 1),
          t.integer(customers),
          t.percent(bought, 1),
        ]),
      },
    },
    t,
  );
}

export function frequencyChart(model: ModelTest, t: Translation): TemplateResult {
  const words = t.differentiate.time.test;
  const bins = model.by_frequency.map((bin, repeats) => ({ ...bin, repeats }));
  const shown = bins.filter(({ customers }) => customers > 0);
  const most = Math.max(1e-9, ...shown.flatMap(({ expected, actual }) => [expected, actual]));
  return figure(
    {
      name: 'frequency',
      title: words.frequency,
      unit: words.frequencyUnit,
      sentence: words.frequencySentence,
      drawing: html`<div class="pairs" role="group" aria-label=${words.frequency}>
        ${shown.map(({ repeats, expected, actual, customers }) => {
          const tip = words.pair(words.repeats(repeats), expected, actual, customers);
          return html`<div class="pair" role="img" aria-label=${tip} data-tip=${tip}>
            <span class="pair-bars"><i class="ghost" ${vars({ h: ratio(expected, most) })}></i><i ${vars({ h: ratio(actual, most) })}></i></span>
            <span>${words.repeats(repeats)}</span>
          </div>`;
        })}
      </div>
      <p class="muted small centred" aria-hidden="true">${words.repeat}</p>`,
      table: {
        head: [words.repeat, t.differentiate.chart.customers, words.expected, words.actual],
        rows: shown.map(({ repeats, customers, expected, actual }) => [
          words.repeats(repeats),
          t.integer(customers),
          t.decimal(expected, 2),
          t.decimal(actual, 2),
        ]),
      },
    },
    t,
  );
}
