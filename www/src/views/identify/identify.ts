// Identify: a room with parts. What came in, what was repaired, who is there twice, what is missing, and what was done about it.

import { html, nothing, type TemplateResult } from 'lit';
import type { Section } from '../../state/curation.ts';
import type { View } from '../view.ts';
import { cameIn } from './came-in.ts';
import { applyBar, corrections } from './corrections.ts';
import { customerFile } from './customer-file.ts';
import { duplicates } from './duplicates.ts';
import { log } from './log.ts';
import { missing } from './missing.ts';
import { outliers } from './outliers.ts';
import { repairs } from './repairs.ts';
import { sections } from './sections.ts';

type Part = (view: View) => TemplateResult | typeof nothing;

const PARTS: Readonly<Record<Section, Part>> = {
  came_in: cameIn,
  repairs,
  duplicates,
  missing,
  outliers,
  file: customerFile,
  log,
  corrections,
};

export function identify(view: View): TemplateResult | typeof nothing {
  const { state, t, act } = view;
  if (!state.results) return nothing;
  const { section } = state.curation;
  return html`<div class="identify">
    <div class="row identify-head">
      <h1 class="room-title grow" data-heading tabindex="-1">${t.data.title}</h1>
      <button type="button" class="button" @click=${act.askMapping}>${t.data.changeColumns}</button>
      <button type="button" class="button" @click=${() => act.paste(true)}>${t.frame.first.paste}</button>
      <button type="button" class="button" @click=${act.chooseFiles}>${t.data.addFiles}</button>
    </div>
    ${sections(view)}
    <section class="part" data-part=${section} aria-labelledby="part-title">
      <h2 id="part-title" class="part-title" tabindex="-1">${t.identify.sections[section]}</h2>
      ${PARTS[section](view)}
    </section>
    ${applyBar(view)}
  </div>`;
}
