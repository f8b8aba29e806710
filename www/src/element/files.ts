// Files from wherever they come: a drop, a choice, the host page's call, the sample, a paste.

import type { Language } from '../i18n/index.ts';

/** What load() takes. */
export type Loadable = File | Blob | ArrayBuffer | Uint8Array<ArrayBuffer>;

/** Everything as files; what has no name gets one from its media type. */
export function asFiles(input: Loadable | Iterable<Loadable>): File[] {
  if (input instanceof Blob || input instanceof ArrayBuffer || input instanceof Uint8Array)
    return [asFile(input, 0)];
  return [...input].map(asFile);
}

function asFile(part: Loadable, at: number): File {
  if (part instanceof File) return part;
  const type = part instanceof Blob ? part.type : '';
  return new File([part], `data-${at + 1}${EXTENSIONS[type] ?? ''}`, { type });
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

/** Whether something dragged or pasted holds files. */
export function hasFiles(data: DataTransfer | null): boolean {
  return data?.types.includes('Files') ?? false;
}
