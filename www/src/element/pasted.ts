// Rows from the clipboard: what a spreadsheet or a page copies becomes a text file.

/** The file in a text or in the HTML beside it; null when neither holds a table. */
export function pastedFile(text: string, markup: string): File | null {
  if (isTable(text, '\t')) return tsv(text);
  const fromMarkup = tableText(markup);
  if (fromMarkup) return tsv(fromMarkup);
  const isSeparated = isTable(text, ',') || isTable(text, ';') || isTable(text, '|');
  return isSeparated ? new File([text], 'pasted.csv', { type: 'text/csv' }) : null;
}

/** What is on the clipboard: files first, then rows. */
export function pastedFiles(data: DataTransfer | null): File[] {
  const files = [...(data?.files ?? [])];
  const rows = pastedFile(data?.getData('text/plain') ?? '', data?.getData('text/html') ?? '');
  // Spreadsheets put a picture of the cells beside their text.
  if (rows) return [rows];
  return files.filter(({ type }) => !type.startsWith('image/'));
}

function tsv(text: string): File {
  return new File([text], 'pasted.tsv', { type: 'text/tab-separated-values' });
}

/** At least two lines with as many cells each; a sentence with a comma is no table. */
function isTable(text: string, separator: string): boolean {
  const [first = '', second = ''] = text.split(/\r?\n/).filter((line) => line.trim() !== '');
  const cells = first.split(separator).length;
  return cells > 1 && second.split(separator).length === cells;
}

/**
 * The first table of some HTML as lines of cells between tabs; empty when there is none.
 * A few tags are looked at as text: the markup is a stranger's, and never becomes part of a document.
 */
export function tableText(markup: string): string {
  const [, table = ''] = /<table\b[^>]*>([\s\S]*?)<\/table>/i.exec(markup) ?? [];
  const rows = [...table.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<\/tr>|<tr\b|$)/gi)];
  return rows.map(([, row = '']) => cellsOf(row).join('\t')).join('\n');
}

function cellsOf(row: string): string[] {
  const cells = row.matchAll(/<t[dh]\b([^>]*)>([\s\S]*?)(?=<\/t[dh]>|<t[dh]\b|$)/gi);
  return [...cells].flatMap(([, attributes = '', content = '']) => {
    const span = Number(/\bcolspan\s*=\s*["']?(\d{1,3})/i.exec(attributes)?.[1] ?? 1);
    return [plain(content), ...Array<string>(Math.max(0, span - 1)).fill('')];
  });
}

function plain(content: string): string {
  const text = content.replace(/<br\b[^>]*>/gi, ' ').replace(/<[^>]*>/g, '');
  return text
    .replace(/&(#x?[\da-f]+|\w+);/gi, entity)
    .replace(/\s+/g, ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
};

function entity(whole: string, name: string): string {
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  const isCharacter = name.startsWith('#') && code > 0 && code <= 0x10ffff;
  return isCharacter ? String.fromCodePoint(code) : (ENTITIES[name.toLowerCase()] ?? whole);
}
