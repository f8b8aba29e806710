// One message as its customer reads it, what it lacks, and how it is handed to the user's own programs.

import { html, nothing, type TemplateResult } from 'lit';
import type { ContactChannel, DraftRow, FieldName } from '../../engine/types.ts';
import type { Part } from './contract.ts';
import { type Letter, type Link, mailLink, mayOpenLinks, smsLink } from './copy.ts';

/** What became of copying, and how to ask for it. */
export interface Copying {
  readonly said: string;
  copy(row: DraftRow): void;
}

export function letter(part: Part, row: DraftRow, { said, copy }: Copying): TemplateResult {
  const { t, open } = part;
  const words = t.interact.messages;
  const { contact } = row;
  const name = contact.customer_name || contact.customer_id;
  const names = (fields: readonly FieldName[]) =>
    t.list(fields.map((field) => words.fields[field]));
  return html`<div class="letter">
    <p class="small"><button type="button" class="link" @click=${() => open(contact.customer)}>${name}</button> <span class="muted">${contact.address} · ${t.day(contact.day)}</span></p>
    ${row.subject ? html`<p><b>${row.subject}</b></p>` : nothing}
    <p class="letter-text" data-preview>${row.text}</p>
    ${row.missing.length > 0 ? html`<p class="notice">${words.leftEmpty(names(row.missing))}</p>` : nothing}
    ${row.replaced.length > 0 ? html`<p class="small muted">${words.replacedHere(names(row.replaced))}</p>` : nothing}
    <p class="row no-print">
      <button type="button" class="button" data-copy @click=${() => copy(row)}>${words.copy}</button>
      ${link(part, row)}
      <span class="small muted" role="status">${said}</span>
    </p>
  </div>`;
}

function link({ t }: Part, row: DraftRow): TemplateResult | typeof nothing {
  const words = t.interact.messages;
  const { channel, address } = row.contact;
  // What is masked, here or in the file, reaches nobody.
  if (!mayOpenLinks() || address === '' || address.includes('*')) return nothing;
  const { subject, text } = row;
  const opens: Partial<Record<ContactChannel, [(of: Letter) => Link, string]>> = {
    email: [mailLink, words.openMail],
    sms: [smsLink, words.openSms],
  };
  const [linkOf, label] = opens[channel] ?? [];
  if (!linkOf) return nothing;
  const { href, holdsText } = linkOf({ address, subject, text });
  return html`<a class="button" href=${href}>${label}</a>
    ${holdsText ? nothing : html`<span class="small muted">${words.tooLongForLink}</span>`}`;
}
