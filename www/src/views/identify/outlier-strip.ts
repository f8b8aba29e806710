// The fences on a line: the band of usual amounts, and the farthest ones as marks. The scale is logarithmic around zero.

import { scaleSymlog } from 'd3-scale';
import { html, nothing, svg, type TemplateResult } from 'lit';
import type { OutlierReport } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';

const WIDTH = 720;
const HEIGHT = 84;
const LINE = 44;
const MARGIN = 12;

export function fenceStrip(t: Translation, report: OutlierReport): TemplateResult {
  const words = t.identify.outliers;
  const { low, high, farthest } = report;
  const amounts = farthest.map(({ amount }) => amount);
  const from = Math.min(0, low ?? 0, ...amounts);
  const to = Math.max(high, ...amounts) || 1;
  const x = scaleSymlog()
    .constant(Math.max(1, Math.abs(high) / 20))
    .domain([from, to])
    .range([MARGIN, WIDTH - MARGIN]);
  const start = low === null ? x(from) : x(low);
  return html`<figure class="strip" role="img" aria-label=${described(t, report)}>
    <figcaption class="small-title">${words.strip} <span class="tiny">${words.stripUnit}</span></figcaption>
    <div class="strip-frame">
      <svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">
        ${svg`<rect class="strip-band" x=${start} y=${LINE - 10} width=${Math.max(2, x(high) - start)} height="20" />
          <line class="strip-line" x1=${MARGIN} x2=${WIDTH - MARGIN} y1=${LINE} y2=${LINE} />
          ${amounts.map((amount) => svg`<line class="strip-mark" x1=${x(amount)} x2=${x(amount)} y1=${LINE - 8} y2=${LINE + 8} />`)}
          ${[low, high].map((fence) => (fence === null ? nothing : svg`<line class="strip-fence" x1=${x(fence)} x2=${x(fence)} y1=${LINE - 16} y2=${LINE + 16} />`))}`}
      </svg>
    </div>
    <dl class="strip-figures small number">
      ${low === null ? nothing : html`<div><dt>${words.low}</dt><dd>${t.money(low)}</dd></div>`}
      <div><dt>${words.high}</dt><dd>${t.money(high)}</dd></div>
      ${amounts.length > 0 ? html`<div><dt>${words.farthestOne}</dt><dd>${t.money(largest(amounts))}</dd></div>` : nothing}
    </dl>
  </figure>`;
}

function largest(amounts: readonly number[]): number {
  return amounts.reduce((far, amount) => (Math.abs(amount) > Math.abs(far) ? amount : far), 0);
}

function described(t: Translation, { low, high, lines, share }: OutlierReport): string {
  const words = t.identify.outliers;
  const fences = [
    ...(low === null ? [] : [`${words.low} ${t.money(low)}`]),
    `${words.high} ${t.money(high)}`,
  ];
  return `${words.sentence(lines, share)} ${t.list(fences)}`;
}
