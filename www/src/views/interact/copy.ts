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

/**
 * Characters of a link that every program gets whole. Windows hands on 2,083 at most, and Chromium there drops what is longer
 * than 2,048; a Chinese character takes nine of them.
 */
export const LONGEST_LINK = 2_000;

/** A link, and whether the text is in it: a longer one opens an empty letter, into which the text is pasted. */
export interface Link {
  readonly href: string;
  readonly holdsText: boolean;
}

/** `mailto:` (RFC 6068); line breaks are %0D%0A there. */
export function mailLink({ address, subject, text }: Letter): Link {
  const encoded = (part: string) => encodeURIComponent(part.replace(/\r\n?|\n/g, '\r\n'));
  // A subject has one line.
  const head = `mailto:${encodeURIComponent(address).replace('%40', '@')}?subject=${encodeURIComponent(subject.replace(/\s*[\r\n]+\s*/g, ' '))}`;
  return fitting(head, `&body=${encoded(text)}`);
}

/** `sms:` (RFC 5724); digits only, so that no number ends the address. Line breaks are %0A, as telephones write them. */
export function smsLink({ address, text }: Letter): Link {
  const number = address.replace(/[^\d+]/g, '').replace(/(?!^)\+/g, '');
  return fitting(`sms:${number}`, `?body=${encodeURIComponent(text.replace(/\r\n?/g, '\n'))}`);
}

function fitting(head: string, body: string): Link {
  const holdsText = head.length + body.length <= LONGEST_LINK;
  return { href: holdsText ? head + body : head, holdsText };
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
