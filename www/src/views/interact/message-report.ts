// What is missing for the messages, and the files that are made of them.

import { html, nothing, type TemplateResult } from 'lit';
import { figure } from '../../charts/figure.ts';
import type { MessageReport, Messaging, PlanFileKind } from '../../engine/types.ts';
import type { Part } from './contract.ts';

const FILES = [
  'mail_merge',
  'mail_merge_xlsx',
  'drafts',
] as const satisfies readonly PlanFileKind[];

/** `report` is not there while it is being made. */
export function messageReport(
  { t, save, saveTexts }: Part,
  report: MessageReport | undefined,
  messaging: Messaging,
): TemplateResult {
  const words = t.interact.messages;
  return figure(
    {
      name: 'message-report',
      title: words.missing,
      unit: words.missingUnit,
      sentence: report ? sentenceOf(report, t) : t.interact.computing,
      tools: html`<div class="row no-print">${FILES.map(
        (kind) =>
          html`<button type="button" class="button" data-save=${kind} @click=${() => save({ kind, messaging })}>${t.interact.files[kind]}</button>`,
      )}<button type="button" class="button" data-save="texts" @click=${() => saveTexts(messaging)}>${t.interact.files.texts}</button></div>`,
      drawing: html`${report && report.fields.length > 0 ? fieldTable(report, t) : nothing}<p class="small muted">${words.filesMean}</p>`,
    },
    t,
  );
}

function sentenceOf({ without_template, unknown }: MessageReport, t: Part['t']): string {
  const words = t.interact.messages;
  return [
    words.missingSentence,
    without_template > 0 ? words.withoutTemplate(without_template) : '',
    unknown.length > 0 ? words.unknown(t.list(unknown.map((name) => `{{${name}}}`))) : '',
  ]
    .filter(Boolean)
    .join(t.lang === 'en' ? ' ' : '');
}

function fieldTable({ fields }: MessageReport, t: Part['t']): TemplateResult {
  const words = t.interact.messages;
  return html`<div class="scroll-x"><table class="table">
    <thead><tr>
      <th scope="col">${words.field}</th>
      <th scope="col" class="end">${words.named}</th>
      <th scope="col" class="end">${words.empty}</th>
      <th scope="col" class="end">${words.replaced}</th>
    </tr></thead>
    <tbody>${fields.map(
      ({ field, customers, missing, replaced }) => html`<tr>
        <th scope="row">${words.fields[field]}</th>
        <td class="end">${t.integer(customers)}</td>
        <td class="end">${t.integer(missing)}</td>
        <td class="end">${t.integer(replaced)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
}
