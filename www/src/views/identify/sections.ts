// The parts of the room, each with its state in a word: a column on a wide screen, a table of contents on a phone.

import { html, nothing, type TemplateResult } from 'lit';
import { pendingCount, SEARCHED_AT_ONCE, SECTIONS, type Section } from '../../state/curation.ts';
import type { View } from '../view.ts';

export function sections(view: View): TemplateResult {
  const { state, t, act } = view;
  const item = (section: Section) => html`<li>
    <button
      type="button"
      class="part-link"
      data-section=${section}
      aria-current=${state.curation.section === section ? 'true' : 'false'}
      @click=${() => act.curate.open(section)}
    >
      <span>${t.identify.sections[section]}</span>
      <span class="part-state number">${stateOf(section, view)}</span>
    </button>
  </li>`;
  return html`<nav class="parts" aria-label=${t.identify.sectionsLabel}>
    <ul>${SECTIONS.map(item)}</ul>
  </nav>`;
}

function stateOf(section: Section, view: View): string | typeof nothing {
  const { state, t } = view;
  const { report, duplicates, wanted } = state.curation;
  const summary = state.results?.summary;
  const words = t.identify.state;
  if (!summary) return nothing;
  switch (section) {
    case 'came_in':
      return words.tables(summary.tables.length);
    case 'repairs': {
      const repaired = summary.issues.filter(({ severity }) => severity === 'repaired');
      const count = repaired.reduce((sum, issue) => sum + issue.count, 0);
      return words.repairs(summary.rows_rejected, count);
    }
    case 'duplicates':
      if (duplicates) return words.duplicates(duplicates.page.total, duplicates.page.open);
      return summary.customers > SEARCHED_AT_ONCE ? words.unsearched : '…';
    case 'missing':
      return report
        ? words.missing(report.fields.filter((field) => field.missing > 0).length)
        : '…';
    case 'outliers':
      return report ? words.outliers(report.outliers?.lines ?? 0) : '…';
    case 'file':
      return report ? words.file(report.mean_completeness) : '…';
    case 'log':
      return report ? words.log(report.steps.length) : '…';
    case 'corrections':
      return words.corrections(wanted.length, pendingCount(state.curation));
    default:
      return section satisfies never;
  }
}
