// When a text file could be in several encodings: the same lines in each, to be recognised at a glance.

import { html, nothing, type TemplateResult } from 'lit';
import type { EncodingPreview } from '../../engine/types.ts';
import type { View } from '../view.ts';

const SHOWN = 3;

export function encodingPreviews(view: View): TemplateResult | typeof nothing {
  const { state, t } = view;
  const doubtful = state.files.find(({ inspection }) => inspection.encodings.length > 1);
  if (!doubtful) return nothing;
  const words = t.data.mapping;
  const { name, inspection } = doubtful;
  const chosen = (state.recipe?.import.encoding ?? inspection.encoding ?? '').toLowerCase();
  const title = words.encodingQuestion(name);
  return html`<section class="question" role="group" aria-label=${title}>
    <p class="question-title"><span class="doubt">${words.doubt}</span>${title}</p>
    <p class="muted small">${words.encodingLead}</p>
    <div class="encodings">
      ${inspection.encodings.slice(0, SHOWN).map((preview) => one(view, preview, chosen))}
    </div>
  </section>`;
}

function one(
  { t, act }: View,
  { encoding, lines }: EncodingPreview,
  chosen: string,
): TemplateResult {
  const names: Record<string, string> = t.data.mapping.encodings;
  const isChosen = encoding.toLowerCase() === chosen;
  return html`<button
    type="button"
    class="encoding"
    data-encoding=${encoding}
    aria-pressed=${isChosen ? 'true' : 'false'}
    @click=${() => act.readAgain({ encoding })}
  >
    <span class="encoding-name">${names[encoding.toLowerCase()] ?? encoding}</span>
    ${lines.map((line) => html`<span class="encoding-line">${line}</span>`)}
  </button>`;
}
