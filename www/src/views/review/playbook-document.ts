// The playbook as a page of its own: no script, no remote asset, its own policy, one tier a sheet when printed.

import type { Page } from './playbook-pages.ts';

export interface Cover {
  readonly title: string;
  readonly note: string;
  readonly lang: string;
}

const STYLE = `
body { margin: 2rem auto; max-width: 44rem; padding: 0 1rem; font: 15px/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; color: #1c1c1a; background: #fff; }
h1 { font-size: 1.5rem; margin: 0; } h2 { font-size: 1.35rem; margin: 0 0 .5rem; } h3 { font-size: 1rem; margin: 1rem 0 .2rem; }
.note { color: #666; margin: .2rem 0 2rem; } ul { margin: 0; padding-inline-start: 1.3em; }
article { border-top: 1px solid #ccc; padding-top: 1.2rem; margin-top: 1.6rem; break-inside: avoid-page; }
.check { list-style: none; padding-inline-start: 0; } .check li::before { content: "☐ "; }
@media print { body { margin: 0; max-width: none; font-size: 12pt; } article { border: 0; margin: 0; padding: 0; break-before: page; } article:first-of-type { break-before: auto; } }
`;

export function playbookDocument(pages: readonly Page[], { title, note, lang }: Cover): string {
  const items = (list: readonly string[]) =>
    list.map((item) => `<li>${escaped(item)}</li>`).join('');
  const sections = ({ parts }: Page) =>
    parts
      .map(
        (part) =>
          `<section><h3>${escaped(part.title)}</h3><ul${part.isCheckList ? ' class="check"' : ''}>${items(part.items)}</ul></section>`,
      )
      .join('');
  const articles = pages
    .map((page) => `<article><h2>${escaped(page.title)}</h2>${sections(page)}</article>`)
    .join('\n');
  return `<!doctype html>
<html lang="${escaped(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="note">${escaped(note)}</p>
${articles}
</body>
</html>
`;
}

/** Text that stands for itself in a page: customers' products and columns are in it. */
export function escaped(text: string): string {
  const names: Readonly<Record<string, string>> = {
    '&': '&amp;',
    '<': '&lt;',
    '>': '&gt;',
    '"': '&quot;',
    "'": '&#39;',
  };
  return text.replace(/[&<>"']/g, (sign) => names[sign] ?? sign);
}
