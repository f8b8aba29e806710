// How offers are made: every control with one plain sentence. A change is a change of the recipe.

import { html, type TemplateResult } from 'lit';
import type { Offering, Recipe } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export function offerSettings(
  { offering, lifetime_value }: Recipe,
  change: (offering: Offering) => void,
  t: Translation,
): TemplateResult {
  const words = t.customize.offers.settings;
  const set = (changes: Partial<Offering>) => change({ ...offering, ...changes });
  return html`<details class="value-settings no-print">
    <summary>${words.title}: <span class="muted">${words.summary(offering.products, offering.support)}</span></summary>
    <div class="value-fields">
      ${field(
        words.products,
        words.productsMeans,
        whole('products', offering.products, [1, 20], (products) => set({ products })),
      )}
      ${field(
        words.support,
        words.supportMeans,
        whole('support', offering.support, [2, 10_000], (support) => set({ support })),
      )}
      ${field(
        words.share,
        words.shareMeans(t.percent(lifetime_value.margin)),
        whole('promotion_share', Math.round(offering.promotion_share * 100), [1, 100], (percent) =>
          set({ promotion_share: percent / 100 }),
        ),
      )}
      ${field(
        words.exclude,
        words.excludeMeans,
        html`<textarea
          class="field wide-field"
          data-setting="exclude"
          .value=${offering.exclude.join('\n')}
          @change=${(event: Event) => {
            if (event.target instanceof HTMLTextAreaElement)
              set({ exclude: lines(event.target.value) });
          }}
        ></textarea>`,
      )}
    </div>
  </details>`;
}

function lines(text: string): string[] {
  return [...new Set(text.split('\n').map((line) => line.trim()))].filter(Boolean).slice(0, 1000);
}

function field(name: string, means: string, control: TemplateResult): TemplateResult {
  return html`<label class="value-field">
    <span>${name}</span>
    ${control}
    <span class="small muted">${means}</span>
  </label>`;
}

function whole(
  name: string,
  value: number,
  [least, most]: readonly [number, number],
  choose: (value: number) => void,
): TemplateResult {
  return html`<input
    class="field"
    type="number"
    inputmode="numeric"
    data-setting=${name}
    min=${least}
    max=${most}
    step="1"
    .value=${String(value)}
    @change=${(event: Event) => {
      const input = event.target;
      if (!(input instanceof HTMLInputElement) || !input.reportValidity() || input.value === '')
        return;
      choose(input.valueAsNumber);
    }}
  />`;
}
