// Files from wherever they come: a drop, a choice, the host page's call, the sample, a paste.

import type { Language } from '../i18n/index.ts';

/** A row of data: what stands in each column, by its header. */
export type Row = Readonly<Record<string, unknown>>;

/** What load() takes: files, or rows. */
export type Loadable = File | Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | Row;

/** Everything as files. Rows become one file; what has no name gets the given one, or one from its media type. */
export function asFiles(input: Loadable | Iterable<Loadable>, name = ''): File[] {
  if (isBytes(input)) return [asFile(input, 0, name)];
  const parts: readonly Loadable[] = Symbol.iterator in input ? [...input] : [input];
  const bytes = parts.filter(isBytes);
  const files = bytes.map((part, at) => asFile(part, at, bytes.length === 1 ? name : ''));
  const rows = parts.filter((part) => !isBytes(part));
  return rows.length > 0 ? [...files, rowsFile(rows, name || 'rows.json')] : files;
}

type Bytes = Exclude<Loadable, Row>;

function isBytes(part: unknown): part is Bytes {
  // A page may have put something else in the place of Blob; its files are files all the same.
  if (part instanceof File || part instanceof Blob) return true;
  return part instanceof ArrayBuffer || part instanceof Uint8Array;
}

function rowsFile(rows: readonly unknown[], name: string): File {
  const named = /\.json$/i.test(name) ? name : `${name}.json`;
  return new File([JSON.stringify(rows)], named, { type: 'application/json' });
}

function asFile(part: Bytes, at: number, name: string): File {
  if (part instanceof File) return part;
  const type = part instanceof Blob ? part.type : '';
  return new File([part], name || `data-${at + 1}${EXTENSIONS[type] ?? ''}`, { type });
}

const EXTENSIONS: Record<string, string> = {
  'text/csv': '.csv',
  'text/tab-separated-values': '.tsv',
  'application/json': '.json',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': '.xlsx',
};

/** The bundled sample in this language. */
export async function sampleFile(lang: Language): Promise<File> {
  if (lang === 'en') {
    const { default: text } = await import('../../sample/orders-en.csv', {
      with: { type: 'text' },
    });
    return new File([text], 'sample-orders.csv', { type: 'text/csv' });
  }
  const { default: text } = await import('../../sample/orders-zh.csv', {
    with: { type: 'text' },
  });
  return new File([text], '示例订单.csv', { type: 'text/csv' });
}

/** Offers a file to be saved. */
export function save(blob: Blob, name: string): void {
  const href = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = href;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(href), 60_000);
}

/** Whether something dragged holds files. */
export function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
