// A list of staff from a file: anybody can have written it, so nothing of it is believed.

import type { Person, Staff } from '../../../engine/types.ts';

const MOST = 1000;

/** The list; null when the text is none. */
export function staffIn(text: string): Staff | null {
  try {
    const found: unknown = JSON.parse(text);
    if (!isObject(found) || found['staff'] !== 1 || !Array.isArray(found['people'])) return null;
    const people = found['people'].slice(0, MOST).map(personIn);
    return people.every((person) => person !== null) ? { staff: 1, people } : null;
  } catch {
    return null;
  }
}

function personIn(found: unknown): Person | null {
  if (!isObject(found) || typeof found['name'] !== 'string') return null;
  const hours = found['hours_per_week'];
  if (typeof hours !== 'number' || !Number.isInteger(hours) || hours < 0 || hours > 168)
    return null;
  return {
    name: found['name'],
    hours_per_week: hours,
    skills: texts(found['skills']),
    regions: texts(found['regions']),
    industries: texts(found['industries']),
  };
}

function texts(found: unknown): string[] {
  return Array.isArray(found) ? found.filter((text) => typeof text === 'string').slice(0, 100) : [];
}

function isObject(found: unknown): found is Record<string, unknown> {
  return typeof found === 'object' && found !== null;
}
