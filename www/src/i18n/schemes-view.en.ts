// Words of the schemes: list, editor, comparison. The shape of schemes-view.zh.ts. Names of schemes and segments are in t.names.

import type { Axis } from '../engine/types.ts';
import type { Format } from './format.ts';

export const schemesViewEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const cells = (count: number) => `${f.integer(count)} ${f.plural(count, 'cell', 'cells')}`;
  return {
    tab: 'Schemes',
    title: 'Schemes',
    lead: 'A scheme puts every customer into one segment. One names the customers, one decides how they are treated.',
    scheme: 'Scheme',
    segments: 'Segments',
    count: (count: number) => `${f.integer(count)} ${f.plural(count, 'segment', 'segments')}`,
    /** Beside those that were defined, who fell to none of them. */
    countAnd: (count: number, rest: string) =>
      `${f.integer(count)} ${f.plural(count, 'segment', 'segments')} and ${rest}`,
    bar: (name: string, share: number) => `${name} ${f.percent(share)}`,
    names: 'names customers',
    treats: 'decides treatment',
    own: 'your own',
    unfit: 'made for another number of scores',
    nameBy: 'Name customers by this',
    treatBy: 'Treat customers by this',
    edit: 'Edit',
    view: 'Copy and edit',
    remove: 'Delete',
    removeLong: (name: string) => `Delete ${name}`,
    inUse: 'In use: choose another scheme first.',
    add: 'New scheme',
    copyOf: (name: string) => `${name} (copy)`,
    newName: 'My scheme',
    loading: 'Looking…',
    library: (count: number) => `Ready-made schemes (${f.integer(count)})`,
    libraryMeans:
      'Published tables and common rules. A scheme you take becomes one of yours and can be edited.',
    take: 'Take',
    takeLong: (name: string) => `Take ${name}`,

    editor: {
      back: 'All schemes',
      save: 'Save scheme',
      saveMeans: 'Everything follows; undo brings the old one back.',
      cancel: 'Discard',
      name: 'Name of the scheme',
      taken: (name: string) => `Another scheme is called “${name}”: choose another name.`,
      twice: (name: string) => `Two segments are called “${name}”: give one of them another name.`,
      axes: 'Scores it looks at',
      brush: 'Paint with',
      brushMeans:
        'Choose a segment, then click or drag over cells. With the keyboard: arrows move, Enter paints, 1 to 9 choose a segment.',
      nobody: 'Nobody',
      segment: 'Name of the segment',
      health: 'Health',
      add: 'Add a segment',
      remove: (name: string) => `Remove ${name}`,
      earlier: (name: string) => `Move ${name} up`,
      later: (name: string) => `Move ${name} down`,
      rest: 'All cells that are left belong to',
      noRest: 'nobody: every cell must be painted',
      others: 'Others',
      layer: (axis: string, score: number) => `${axis} ${f.integer(score)}`,
      axis: {
        r: 'Recency R',
        f: 'Frequency F',
        m: 'Monetary M',
        fm: 'Mean of F and M',
        rfm: 'Mean of R, F and M',
      } satisfies Record<Axis, string>,
      letter: { r: 'R', f: 'F', m: 'M', fm: 'FM', rfm: 'RFM' } satisfies Record<Axis, string>,
      cell: (place: string, name: string, count: number) =>
        `${place}: ${name}, ${customers(count)}`,
      total: (count: number, share: number) => `${customers(count)} (${f.percent(share)})`,
      paste: 'Paste a published table',
      pasteMeans:
        'One segment a line: its name, a colon, its cells. For example: Champions: 555 554 [4-5]5*',
      pasteUse: 'Use this table',
      unread: (texts: string) => `Could not be read: ${texts}.`,
      newSegment: (number: number) => `Segment ${f.integer(number)}`,
    },

    check: {
      title: 'Does everybody have exactly one segment?',
      good: (count: number) => `Yes: each of the ${cells(count)} belongs to one segment.`,
      gaps: (count: number, people: number) =>
        `${cells(count)} ${count === 1 ? 'belongs' : 'belong'} to nobody: ${customers(people)} would have no segment.`,
      gapsToRest: (count: number, name: string) => `${cells(count)} fall to ${name}.`,
      overlaps: (count: number) =>
        `${cells(count)} ${count === 1 ? 'is' : 'are'} claimed by several segments; the first in the list wins.`,
      overlap: (cell: string, winner: string, others: string) =>
        `${cell}: ${winner} before ${others}`,
      unreachable: (names: string) => `Nobody can ever be in ${names}.`,
      settle: 'Give each cell to its winner only',
      cellsOf: 'Which cells',
    },

    compare: {
      title: 'Compare two schemes',
      unit: 'customers in both segments',
      first: 'First',
      second: 'Second',
      sentence: (count: number, share: number) =>
        `${customers(count)} (${f.percent(share)}) have the same health in both.`,
      tip: (first: string, second: string, count: number, share: number, money: string) =>
        `${first} and ${second}: ${customers(count)} (${f.percent(share, 1)}), ${money}.`,
      none: (first: string, second: string) => `${first} and ${second}: nobody.`,
      health: 'Same health',
      rand: 'Adjusted Rand index',
      randMeans: '1: the same groups; 0: no more alike than by chance (Hubert and Arabie 1985).',
      cramer: 'Cramér’s V',
      cramerMeans:
        '1: one scheme follows from the other; 0: they have nothing to do with each other (Cramér 1946).',
      furthest: 'Seen most differently',
      nobody: 'Both see the health of every customer alike.',
      listed: (shown: number, all: number) =>
        shown < all
          ? `${customers(all)} ${f.plural(all, 'has', 'have')} another health in the other scheme; the ${f.integer(shown)} furthest apart:`
          : `${customers(all)} ${all === 1 ? 'has' : 'have'} another health in the other scheme:`,
      customer: 'Customer',
    },
  };
};
