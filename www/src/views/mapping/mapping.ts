// The one screen of questions: tables as they were read, with the role of each column. One confirm.

import { html, nothing, type TemplateResult } from 'lit';
import { isDoubtful, tablesOf } from '../../state/draft.ts';
import { missingRoles } from '../../state/usable.ts';
import type { View } from '../view.ts';
import './column-ruler.ts';
import { encodingPreviews } from './encodings.ts';
import { importSettings } from './settings.ts';
import { sheetPicker } from './sheets.ts';
import { places, widthsOf } from './starts.ts';
import { mappedTable } from './table.ts';

export function mapping(view: View): TemplateResult {
  const { state, t, act } = view;
  const words = t.data.mapping;
  const hasQuestions = isDoubtful(state.files);
  const missing = missingRoles(state.draft);
  return html`<div class="mapping">
    <div>
      <h1 data-heading tabindex="-1">${hasQuestions ? words.title : words.titleAgain}</h1>
      <p class="lead">${hasQuestions ? words.lead : words.leadAgain}</p>
    </div>
    ${encodingPreviews(view)} ${sheetPicker(view)} ${columnRuler(view)}
    ${tablesOf(state.files).map((table) => mappedTable(view, table))}
    ${importSettings(view)}
    <div class="mapping-confirm">
      ${
        missing.length > 0
          ? html`<p class="small warn-text">${words.needs(missing, t.names.field)}</p>`
          : nothing
      }
      <span class="grow"></span>
      <button type="button" class="button" @click=${act.cancel}>${t.frame.cancel}</button>
      <button type="button" class="button primary large" data-confirm @click=${act.confirmMapping}>
        ${hasQuestions ? words.confirm : words.confirmAgain}
      </button>
    </div>
  </div>`;
}

/** Where columns of fixed width begin, of the first file that has such. */
function columnRuler({ state, t, act }: View): TemplateResult | typeof nothing {
  const file = state.files.find(({ inspection }) => inspection.lined_up !== null);
  const linedUp = file?.inspection.lined_up;
  if (!file || !linedUp) return nothing;
  const { delimiter } = file.inspection;
  const onStarts = (starts: readonly number[] | null) =>
    act.readAgain({ delimiter, widths: starts ? widthsOf(starts, places(linedUp)) : [] });
  return html`<ct-column-ruler .props=${{ file: file.name, linedUp, t, onStarts }}></ct-column-ruler>`;
}
