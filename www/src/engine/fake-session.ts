// A session for unit tests: no WebAssembly, every kind of answer. A file's name decides what happens to it.

import type { BytesSession, FileSession } from './perform.ts';
import type { Inspection, Progress, Summary } from './types.ts';

/** What a test wants to know of a session. */
export type FakeSession = FileSession & BytesSession & { readonly names: readonly string[] };

export function fakeSession(): FakeSession {
  const names: string[] = [];
  let recipe = JSON.stringify({ recipe: 1, import: {}, mapping: {}, measures: {} });
  let corrections = JSON.stringify({ corrections: 1, steps: [] });
  const opened = (name: string): Inspection => {
    if (name.startsWith('trap'))
      throw new WebAssembly.RuntimeError('at src/identify/read.rs:12 张三');
    if (name.startsWith('locked')) throw { code: 'file.encrypted', file: name, sheet: null };
    names.push(name);
    return described(name);
  };
  const summary = (): Summary =>
    fakeSummary(
      names.includes('many.csv') ? 1_000_000 : names.length,
      JSON.parse(corrections).steps.length,
    );
  const session = {
    names,
    inspect: (file: File) => opened(file.name),
    inspectBytes: (name: string) => opened(name),
    inspectAgain: (index: number) => described(names[index] ?? ''),
    recipe: () => recipe,
    setRecipe: (json: string) => {
      if (json.includes('"bad"')) throw { code: 'recipe.invalid', path: 'name', problem: 'bad' };
      recipe = json;
    },
    setPreset: () => {},
    removeFile: (index: number) => void names.splice(index, 1),
    run: (onProgress: (progress: Progress) => void) => {
      const file = names.findIndex((name) => name.startsWith('late-trap'));
      onProgress({ file: Math.max(0, file), rows: 1, bytes_done: 1, bytes_total: 2 });
      if (file >= 0) throw new WebAssembly.RuntimeError('unreachable');
      if (names.length === 0) throw { code: 'state.nothing_imported' };
      return summary();
    },
    decide: summary,
    overview: () => ({ customers: names.length }),
    customers: () => ({ total: 0, rows: [] }),
    customer: () => undefined,
    value: () => ({ method: 'nothing' }),
    valueCheck: () => undefined,
    riskPage: () => ({ total: 0, rows: [] }),
    customerValue: () => undefined,
    issues: () => ({ total: 0, rows: [] }),
    report: () => ({ customers: names.length, fields: [], steps: [] }),
    duplicates: () => ({ total: 0, certain: 0, open: 0, customers: 0, columns: [], groups: [] }),
    corrections: () => corrections,
    setCorrections: (json: string) => {
      if (json.includes('"bad"')) throw { code: 'recipe.invalid', path: 'steps', problem: 'bad' };
      corrections = json;
    },
    count: () => ({ customers: 0, share: 0, orders: 0, revenue: 0 }),
    metrics: () => [],
    scoredMetric: () => ({ figures: {}, cutting: { cuts: [] } }),
    attributeValues: () => [],
    freezeScores: () => ({ scores: {}, changed: 0 }),
    schemeLibrary: () => [],
    previewScheme: () => [],
    checkScheme: () => ({ cells: 0, uncovered: [], overlapping: [], unreachable: [] }),
    schemes: () => [],
    cellCounts: () => [],
    clusters: () => ({ candidates: [], clusters: [], concerns: [], everybody: [] }),
    compare: () => undefined,
    people: () => undefined,
    scorecard: () => ({ figures: {}, spread: { customers: [] }, best: [], segments: [] }),
    prospects: () => ({ customers: 0, contacted: 0, scorecard: { best: [] } }),
    customerScores: () => undefined,
    plan: () => ({ tiers: [] }),
    calendar: () => ({ weeks: [], days: [], tiers: [], owners: [], left: [] }),
    contactPage: () => ({ total: 0, rows: [] }),
    leftPage: () => ({ total: 0, rows: [] }),
    draftPage: () => ({ total: 0, rows: [] }),
    messageReport: () => ({ contacts: 0, without_template: 0, fields: [], unknown: [] }),
    treatment: () => ({ interact: {} }),
    planFile: () => new Uint8Array([1, 2, 3]),
    offers: () => ({ tiers: [] }),
    offerFigures: () => ({ has_products: false, promotions: [] }),
    offerPage: () => ({ total: 0, rows: [] }),
    customerOffer: () => ({ products: [], promotion: null, interests: [] }),
    offerTest: () => undefined,
    staffNamed: () => ({ staff: 1, people: [] }),
    assignment: () => ({ people: [], moves: [], pool: [], conflicts: [] }),
    ownersCsv: () => new Uint8Array([1]),
    loyalty: () => undefined,
    loyaltySuggestion: () => ({ levels: [] }),
    loyaltyWhatIf: () => ({ better: 0, worse: 0 }),
    tierHistory: () => ({ scheme: 'value', period: 'month', days: [], segments: [], points: [] }),
    customerTiers: () => ({ scheme: 'value', period: 'month', open: 0, changes: [] }),
    steadySimulation: () => ({ periods: [], without_rule: 0, with_rule: 0, held_back: 0 }),
    migration: () => ({ segments: [], moved: [], arrived: [] }),
    movers: () => ({ total: 0, rows: [] }),
    drift: () => ({ of_scores: [], verdict: 'stable' }),
    cohorts: () => null,
    backTest: () => ({ schemes: [], model: null }),
    feedback: () => ({ pieces: 0, tiers: [], months: [], classes: [], suggestions: [] }),
    matters: () => ({ total: 0, complaints: 0, overdue: 0, rows: [] }),
    effect: () => ({ review: { tiers: [] }, advice: [] }),
    unlogged: () => [],
    share: () => ({ report: { rows: 0, left_out: [] }, bytes: new Uint8Array([1]) }),
    setMasked: () => {},
    exportAs: () => new Uint8Array([1, 2, 3]),
    memoryBytes: () => 1,
  };
  // Only what the tests look at is filled in.
  return session as unknown as FakeSession;
}

function described(file: string): Inspection {
  return {
    file,
    format: 'csv',
    bytes: 1,
    encoding: 'utf-8',
    encodings: [],
    delimiter: ',',
    lined_up: null,
    tables: [],
  };
}

/** A summary in which the number of customers is that of the files, and every correction saves a row. */
function fakeSummary(customers: number, saved: number): Summary {
  const rows_used = 10 + saved;
  return { customers, rows_used, tiers: [], tables: [], issues: [] } as unknown as Summary;
}

/** A file whose name decides what happens. */
export function fakeFile(name: string): File {
  return new File(['x'], name);
}
