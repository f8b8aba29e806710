// The files of a folder.

import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** @returns {string[]} full paths of all files below, sorted */
export function filesBelow(folder) {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name))
    .sort();
}
