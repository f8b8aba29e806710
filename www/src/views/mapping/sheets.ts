// Which sheets of the workbooks are read.

import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../view.ts';

export function sheetPicker(view: View): TemplateResult | typeof nothing {
  const { state, t, act } = view;
  const { sheets, recipe } = state;
  if (sheets.length < 2 || !recipe) return nothing;
  const words = t.data.mapping;
  const wanted = recipe.import.sheets;
  const isUsed = (name: string) => wanted.length === 0 || wanted.includes(name);
  const toggle = (name: string) => {
    const names = sheets.map((sheet) => sheet.name);
    const chosen = names.filter((other) => (other === name ? !isUsed(other) : isUsed(other)));
    // All sheets is what is said when nothing is said; without any there is nothing to read.
    if (chosen.length > 0) act.readAgain({ sheets: chosen.length === sheets.length ? [] : chosen });
  };
  const used = sheets.filter((sheet) => isUsed(sheet.name)).length;
  return html`<fieldset class="sheets">
    <legend class="small-title">${words.sheetsLabel} <span class="tiny">${words.sheetsLead}</span></legend>
    <div class="row">
      ${sheets.map(
        ({ name, hidden }) => html`<label class="sheet">
          <input
            type="checkbox"
            .checked=${isUsed(name)}
            ?disabled=${isUsed(name) && used === 1}
            @change=${() => toggle(name)}
          />${name}${hidden ? html`<span class="chip">${t.data.hiddenSheet}</span>` : nothing}
        </label>`,
      )}
    </div>
  </fieldset>`;
}
