// The frame around everything: top bar, stages, first screen, reading, notices, privacy proof.

import type { Format } from '../format.ts';

export const frame = (f: Format) => {
  const rows = (count: number) => `${f.integer(count)} ${f.plural(count, 'row', 'rows')}`;
  const files = (count: number) => `${f.integer(count)} ${f.plural(count, 'file', 'files')}`;
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  return {
    rows,
    files,
    customers,
    product: 'Customer tiers',
    stages: {
      identify: 'Identify',
      differentiate: 'Differentiate',
      interact: 'Interact',
      customize: 'Customize',
    },
    stagesLabel: 'Stages',
    state: {
      rowsLeftOut: (count: number) => `${f.compact(count)} left out`,
      allRowsUsed: 'all rows used',
      customers: (count: number) =>
        `${f.compact(count)} ${f.plural(count, 'customer', 'customers')}`,
      hours: (hours: number) => `${hours < 100_000 ? f.integer(hours) : f.compact(hours)} h a year`,
      tiers: (count: number) => `${count} ${f.plural(count, 'tier', 'tiers')}`,
    },
    loaded: (count: number, rowCount: number, from: string, to: string) =>
      `${files(count)} · ${rows(rowCount)} · ${f.month(from)} – ${f.month(to)}`,
    toData: 'to the data',
    addFiles: 'Add files',
    asOf: 'As of',
    scheme: 'Segments by',
    recipe: 'Recipe',
    saveRecipe: 'Save recipe',
    openRecipe: 'Open recipe',
    resetRecipe: 'Reset recipe',
    recipeNote: 'Everything you decided, in one small file. No customer data in it.',
    startOver: 'Remove all data',
    language: '中文',
    languageLabel: '切换到中文',
    theme: 'Appearance',
    themes: { auto: 'As the system', light: 'Light', dark: 'Dark' },
    settings: 'Settings',
    badge: (requests: number) =>
      `${f.integer(requests)} ${f.plural(requests, 'request', 'requests')}`,
    offline: 'works offline',
    export: 'Export',
    exports: {
      xlsx: 'Customers, Excel (XLSX)',
      csv: 'Customers, CSV',
      issues: 'Problem rows, CSV',
      summary: 'Summary, JSON',
      json: 'Customers, JSON',
      recipe: 'Recipe, JSON',
      cleaning_log: 'Cleaning log, CSV',
      corrections: 'Corrections, JSON',
    },
    fileNames: {
      xlsx: 'customer-tiers.xlsx',
      csv: 'customer-tiers.csv',
      issues: 'problem-rows.csv',
      summary: 'summary.json',
      json: 'customer-tiers.json',
      recipe: 'recipe.json',
      cleaning_log: 'cleaning-log.csv',
      corrections: 'corrections.json',
    },
    selection: 'Selection',
    everything: 'Show all customers',
    removeChip: (what: string) => `Remove ${what}`,
    score: (factor: string, score: number) => `${factor} ${score}`,
    range: (factor: string, from: string, to: string) => `${factor} ${from} – ${to}`,
    search: (text: string) => `“${text}”`,
    dismiss: 'Dismiss',
    cancel: 'Cancel',
    back: 'Back',
    close: 'Close',
    chooseOther: 'Choose another file',
    inFile: (file: string, sheet: string | null) => (sheet ? `${file}, sheet ${sheet}` : file),
    noticesLabel: 'Messages',
    first: {
      headline: 'Which customers matter most, and which are you losing?',
      lead: 'Drop your order list. Tiers, reasons and a contact plan are there in seconds.',
      drop: 'Drop spreadsheets here',
      kinds: 'Excel, WPS, CSV and ODS; several files at once',
      choose: 'Choose files',
      sample: 'Try with sample data',
      proof: [
        'Your data never leaves this page: everything is computed inside your browser.',
        'No request is made after loading. Switch off the network and it still works.',
        'No account, nothing stored: close the page and everything is gone.',
      ],
      proofLink: 'Check it yourself',
    },
    dropAnywhere: 'Drop to add the files',
    reading: {
      opening: 'Opening',
      importing: 'Reading',
      rowsSoFar: (count: number) => `${rows(count)} read`,
      speed: (perSecond: number) => `${f.compact(perSecond)} rows/s`,
      percent: (share: number) => f.percent(share),
      bytes: (done: number, all: number) => `${f.bytes(done)} of ${f.bytes(all)}`,
    },
    proof: {
      title: 'Nothing leaves this page',
      requests: 'Requests to any server since the page was loaded',
      hostNote: 'Inside another page this counts that page’s requests as well.',
      violations: 'Attempts that the page’s policy stopped',
      policy: 'The policy in force',
      noPolicy: 'This document states no policy of its own; the page around it may have one.',
      how: 'How to check it yourself',
      steps: [
        'Press F12, open the “Network” tab and use the page: the list stays empty.',
        'Switch on flight mode or pull the cable, then choose a file: everything works.',
        'Compare the SHA-256 of the page’s file with the published one; the core inside is the one below.',
      ],
      hash: 'SHA-256 of the computing core',
      version: 'Version',
      engine: 'Computed in',
      engines: {
        worker: 'a worker of this page',
        inline: 'the page itself',
        none: 'not started yet',
      },
      limits:
        'Scripts of a page around this element could read what it shows. The single-file edition has no such page.',
    },
  };
};
