// Handing a draft to the user's own programs: a link where the page may open one, the clipboard everywhere.

/** Whether links can lead out of this page: not in the frame of the static page, which nothing leaves. */
export function mayOpenLinks(): boolean {
  return globalThis.origin !== 'null';
}

export interface Letter {
  readonly address: string;
  readonly subject: string;
  readonly text: string;
}

/** `mailto:` (RFC 6068); line breaks are %0D%0A there. */
export function mailLink({ address, subject, text }: Letter): string {
  const encoded = (part: string) => encodeURIComponent(part.replace(/\r?\n/g, '\r\n'));
  return `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encoded(subject)}&body=${encoded(text)}`;
}

/** `sms:` (RFC 5724); digits only, so that no number ends the address. */
export function smsLink({ address, text }: Letter): string {
  return `sms:${address.replace(/[^\d+]/g, '')}?body=${encodeURIComponent(text)}`;
}

/** Copies text; false when the browser refuses. The clipboard of a sandboxed frame only opens to a selection. */
export async function copyText(text: string, host: HTMLElement): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return copySelected(text, host);
  }
}

function copySelected(text: string, host: HTMLElement): boolean {
  const field = document.createElement('textarea');
  field.value = text;
  field.className = 'visually-hidden';
  host.append(field);
  field.select();
  const done = document.execCommand('copy');
  field.remove();
  return done;
}
