// The editor of a table: its name, what it looks at, the painted cells, the segments, and whether it leaves nobody out.

import { html, nothing, type TemplateResult } from 'lit';
import type { Axis, CellCount, PartitionReport, Scores } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';
import { AXES, MOST_AXES } from './axes.ts';
import { brushes } from './brushes.ts';
import { checkPanel, isComplete } from './check.ts';
import { disentangled, type Painting, painted, totalsOf, withAxes } from './paint.ts';
import { pastedTable } from './pasted-table.ts';
import { canvas } from './table-editor.ts';

/** What the editor is a function of. */
export interface TableDraft {
  readonly painting: Painting;
  /** Place of the row that is painted with; null paints nobody. */
  readonly brush: number | null;
  /** What could not be read of a pasted table. */
  readonly unread: readonly string[];
}

export interface TablePanel {
  readonly draft: TableDraft;
  readonly counts: readonly CellCount[];
  readonly report: PartitionReport | undefined;
  readonly scores: Scores;
  set(draft: TableDraft): void;
}

export function tablePanel(panel: TablePanel, t: Translation): TemplateResult {
  const { draft, counts, report, set } = panel;
  const { painting, brush } = draft;
  const edit = (next: Painting) => set({ ...draft, painting: next });
  const code = brush === null ? null : (painting.rows[brush]?.segment.code ?? null);
  const left = totalsOf({ ...painting, otherwise: null }, counts).get('')?.customers ?? 0;
  return html`${axesChoice(panel, t)}
    <div class="painter">
      ${canvas(
        {
          painting,
          counts,
          report,
          paint: (cells) => edit(painted(painting, cells, code)),
          choose: (place) => place < painting.rows.length && set({ ...draft, brush: place }),
        },
        t,
      )}
      <div class="painter-side">
        ${brushes(
          { painting, counts },
          {
            brush,
            choose: (place) => panel.set({ ...panel.draft, brush: place }),
            edit,
          },
          t,
        )}
        ${checkPanel(report, painting, left, () => edit(disentangled(painting)), t)}
      </div>
    </div>
    ${paste(panel, t)}`;
}

/** Whether it can be saved. */
export function canSave({ draft, report }: Pick<TablePanel, 'draft' | 'report'>): boolean {
  return report !== undefined && isComplete(report, draft.painting);
}

function axesChoice({ draft, scores, set }: TablePanel, t: Translation): TemplateResult {
  const { painting } = draft;
  const { axes } = painting;
  const toggle = (axis: Axis) => {
    const next = axes.includes(axis)
      ? axes.filter((one) => one !== axis)
      : AXES.filter((one) => one === axis || axes.includes(one));
    set({ ...draft, painting: withAxes(painting, next, scores) });
  };
  return html`<fieldset class="row axes">
    <legend class="small muted">${t.schemes.editor.axes}</legend>
    ${AXES.map((axis) => {
      const isOn = axes.includes(axis);
      const isFixed = isOn ? axes.length === 1 : axes.length >= MOST_AXES;
      return html`<label class="small"><input type="checkbox" data-axis=${axis} .checked=${isOn} ?disabled=${isFixed} @change=${() => toggle(axis)} /> ${t.schemes.editor.axis[axis]}</label>`;
    })}
  </fieldset>`;
}

function paste({ draft, set }: TablePanel, t: Translation): TemplateResult {
  const words = t.schemes.editor;
  const use = (event: Event) => {
    const text = (event.target as HTMLElement).closest('details')?.querySelector('textarea')?.value;
    if (!text) return;
    const { painting, unread } = pastedTable(text, draft.painting);
    if (painting.rows.length) set({ painting, unread, brush: 0 });
    else set({ ...draft, unread });
  };
  return html`<details class="as-table">
    <summary>${words.paste}</summary>
    <label class="small">${words.pasteMeans}<textarea class="field pasted" rows="6" data-pasted></textarea></label>
    <p class="row"><button type="button" class="button" data-use-pasted @click=${use}>${words.pasteUse}</button></p>
    ${draft.unread.length ? html`<p class="notice" role="status">${words.unread(t.list(draft.unread.slice(0, 12)))}</p>` : nothing}
  </details>`;
}
