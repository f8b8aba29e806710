// Name and health of a segment, as it is edited in rules, bands and quotas.

import { html, type TemplateResult } from 'lit';
import type { Health, Segment } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

export const HEALTHS: readonly Health[] = ['loyal', 'growing', 'needs_care', 'slipping', 'lost'];

export function segmentFields(
  segment: Segment,
  label: string,
  change: (next: Segment) => void,
  t: Translation,
): TemplateResult {
  const { segment: nameWord, health: healthWord } = t.schemes.editor;
  const name = t.names.segment(segment.code, segment.name);
  const rename = (event: Event) => {
    const text = (event.target as HTMLInputElement).value.trim();
    if (text && text !== name) change(named(segment, text, t));
  };
  return html`<span class="segment-fields">
    <input class="field" aria-label="${label}: ${nameWord}" .value=${name} @change=${rename} />
    <select class="field" aria-label="${label}: ${healthWord}" @change=${(event: Event) => change({ ...segment, health: (event.target as HTMLSelectElement).value as Health })}>
      ${HEALTHS.map((health) => html`<option value=${health} ?selected=${health === segment.health}>${t.names.health(health)}</option>`)}
    </select>
  </span>`;
}

/** A name of one's own needs a code that is not translated. */
export function named(segment: Segment, name: string, t: Pick<Translation, 'names'>): Segment {
  const isTranslated = t.names.known().segments.includes(segment.code);
  return { ...segment, name, ...(isTranslated && { code: `own_${segment.code}` }) };
}

/** A code that none of these has. */
export function freshSegmentCode(segments: readonly Pick<Segment, 'code'>[]): string {
  let number = segments.length + 1;
  while (segments.some(({ code }) => code === `segment_${number}`)) number += 1;
  return `segment_${number}`;
}
