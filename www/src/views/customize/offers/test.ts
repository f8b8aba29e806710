// Whether the recommendations of a past day would have been right, against plain methods.

import { html, type TemplateResult } from 'lit';
import { figure, sentences } from '../../../charts/figure.ts';
import { vars } from '../../../charts/vars.ts';
import type { OfferMethodTest, OfferTest } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

/** What is known of the test; null when the orders do not allow one. */
export type TestState = OfferTest | null | 'not-asked' | 'running';

export function testFigure(state: TestState, t: Translation, run: () => void): TemplateResult {
  const words = t.customize.offers.test;
  const frame = { name: 'offer-test', title: words.title };
  if (state === 'not-asked') {
    const drawing = html`<p><button type="button" class="button" data-test @click=${run}>${words.run}</button></p>`;
    return figure({ ...frame, unit: '', sentence: '', drawing }, t);
  }
  if (state === 'running' || state === null) {
    const text = state === null ? words.none : words.running;
    return figure(
      {
        ...frame,
        unit: '',
        sentence: '',
        drawing: html`<p class="muted" role="status">${text}</p>`,
      },
      t,
    );
  }
  return figure(
    {
      ...frame,
      unit: words.unit(state.recommended),
      sentence: sentences(
        [words.verdict[state.verdict], words.sentence(state.split, state.tested)],
        t,
      ),
      drawing: html`<div class="test-bars" aria-hidden="true">${state.methods.map((test) => bar(test, state, t))}</div>`,
      table: {
        head: [words.name, words.hit, words.precision, words.coverage],
        rows: state.methods.map((test) => [
          words.method[test.method],
          `${t.integer(test.hit)} (${t.percent(test.hit_rate, 1)})`,
          t.percent(test.precision, 1),
          t.percent(test.coverage, 1),
        ]),
      },
    },
    t,
  );
}

function bar(test: OfferMethodTest, { methods }: OfferTest, t: Translation): TemplateResult {
  const most = Math.max(...methods.map(({ hit_rate }) => hit_rate), 0.0001);
  return html`<div class="test-bar ${test.method}">
    <span>${t.customize.offers.test.method[test.method]}</span>
    <span class="track"><span ${vars({ share: test.hit_rate / most })}></span></span>
    <span class="end">${t.percent(test.hit_rate, 1)}</span>
  </div>`;
}
