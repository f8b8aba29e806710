// A published table that was typed or pasted: one segment a line, its name before a colon or tab, then its cells.

import type { Segment } from '../../../engine/types.ts';
import { expand, freshCode, type Painting, type PaintRow } from './paint.ts';

export interface PastedTable {
  readonly painting: Painting;
  /** What could not be read as a pattern. */
  readonly unread: readonly string[];
}

/** The lines as rows of a table with these axes; overlaps and gaps stay, so that they can be seen. */
export function pastedTable(text: string, into: Painting): PastedTable {
  const unread: string[] = [];
  let painting: Painting = { ...into, rows: [], otherwise: null };
  for (const line of text.split(/\r?\n/)) {
    const [, name = '', patterns = ''] = /^\s*(.+?)\s*[:：\t]\s*(.*)$/.exec(line) ?? [];
    if (!name) {
      if (line.trim()) unread.push(line.trim());
      continue;
    }
    const row = rowOf(name, patterns, painting, unread);
    painting = { ...painting, rows: [...painting.rows, row] };
  }
  return { painting, unread };
}

function rowOf(name: string, patterns: string, painting: Painting, unread: string[]): PaintRow {
  const cells = new Set<string>();
  for (const pattern of patterns.split(/[\s,，、;；]+/).filter(Boolean)) {
    const found = expand(pattern, painting.sizes);
    if (found.length === 0) unread.push(pattern);
    for (const cell of found) cells.add(cell);
  }
  // Rows of one name are one segment.
  const known = painting.rows.find(({ segment }) => segment.name === name)?.segment;
  const segment: Segment = known ?? { code: freshCode(painting), name, health: 'needs_care' };
  return { segment, cells };
}
