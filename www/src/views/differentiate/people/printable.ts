// The persona cards as a page of their own, to be printed or passed on: the app's sandboxed frame may not open a print dialog.
//
// It is what stands on the screen, cloned; it forbids itself every connection and runs nothing.

import type { CSSResult } from 'lit';

const POLICY = "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; base-uri 'none'";

export interface Printable {
  readonly title: string;
  readonly lang: string;
  readonly styles: readonly CSSResult[];
  readonly cards: Iterable<Element>;
}

export function printablePage({ title, lang, styles, cards }: Printable): string {
  // A document of its own, so that texts are escaped by the browser and not by us.
  const page = document.implementation.createHTMLDocument(title);
  const heading = page.createElement('h1');
  heading.textContent = title;
  const personas = page.createElement('div');
  personas.className = 'personas';
  for (const card of cards) {
    const copy = page.importNode(card, true);
    for (const tool of copy.querySelectorAll('.no-print')) tool.remove();
    personas.append(copy);
  }
  page.body.append(heading, personas);
  withoutComments(page);
  // What an element's styles say of itself is said of the page; paper is light. They are ours, and stand in the text alone: here
  // the policy in force refuses them.
  const css = styles.map(({ cssText }) => cssText.replaceAll(':host', ':root')).join('\n');
  return `<!doctype html>
<html lang="${lang}"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${POLICY}">
<meta name="viewport" content="width=device-width">${page.querySelector('title')?.outerHTML ?? ''}
<style>${css}
:root{color-scheme:light}body{margin:16mm;background:none}</style></head>
${page.body.outerHTML}</html>
`;
}

/** What the renderer left between the texts is of no use on paper. */
function withoutComments(page: Document): void {
  const walker = page.createTreeWalker(page, NodeFilter.SHOW_COMMENT);
  const found: Node[] = [];
  while (walker.nextNode()) found.push(walker.currentNode);
  for (const comment of found) comment.parentNode?.removeChild(comment);
}

export function saveHtml(name: string, text: string): void {
  const href = URL.createObjectURL(new Blob([text], { type: 'text/html' }));
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  // The download has begun once this task is over.
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}
