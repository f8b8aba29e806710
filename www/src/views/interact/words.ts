// Words that go into a file for people: titles and codes as the page says them.

import type { Summary } from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';

/** What a work list says, by what the core calls it. */
export function workListWords(t: Translation, { tiers }: Summary): Record<string, string> {
  const { workList, plays, triggers } = t.interact;
  return {
    ...workList,
    ...t.plan.channels,
    ...plays,
    ...triggers,
    ...Object.fromEntries(tiers.map(({ code, name }) => [code, t.names.segment(code, name)])),
    lang: t.lang,
  };
}
