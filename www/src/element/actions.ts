// What the views can ask for, done with the store, the flow and the deeds.

import type { ExportFormat } from '../engine/protocol.ts';
import type { Translation } from '../i18n/index.ts';
import type { Curated } from '../state/curation.ts';
import type { Curator } from '../state/curator.ts';
import type { Deeds } from '../state/deeds.ts';
import type { Flow } from '../state/flow.ts';
import type { State } from '../state/state.ts';
import type { Store } from '../state/store.ts';
import type { Curate } from '../views/identify/contract.ts';
import type { Actions, Theme } from '../views/view.ts';
import type { SavedFormat } from './events.ts';
import { sampleFile, save } from './files.ts';
import { pastedFile } from './pasted.ts';

/** What of the element the actions need. */
export interface Host {
  readonly store: Store;
  readonly flow: Flow;
  readonly deeds: Deeds;
  readonly curator: Curator;
  translation(): Translation;
  openFilePicker(): void;
  reset(): void;
  /** Sets properties of the element. */
  set(chosen: { theme: Theme } | { chosenLanguage: Translation['lang'] }): void;
  exported(format: SavedFormat, bytes: number): void;
  selected(): void;
}

export function actionsOf(host: Host): Actions {
  const { store, flow, deeds } = host;
  return {
    chooseFiles: () => host.openFilePicker(),
    trySample: () => void sampleFile(host.translation().lang).then((file) => flow.load([file])),
    cancel: () => void flow.cancel(),
    askMapping: () => store.dispatch({ type: 'ask-mapping' }),
    assign: (key, column, field) => store.dispatch({ type: 'assign', key, column, field }),
    moreColumns: (key) => store.dispatch({ type: 'more-columns', key }),
    dateOrder: (order) => store.dispatch({ type: 'date-order', order }),
    confirmMapping: () => void flow.confirm(),
    readAgain: (changes) => flow.readAgain(changes),
    go: (stage) => store.dispatch({ type: 'stage', stage }),
    select: (filter) => void deeds.select(filter).then(() => host.selected()),
    list: (listed) => void deeds.list(listed).then(() => host.selected()),
    change: (changes, gesture) => void deeds.change(changes, gesture),
    travel: (way) => void deeds.travel(way),
    resetRecipe: () => void deeds.resetRecipe(),
    showIssues: (code, offset) => void deeds.showIssues(code, offset),
    curate: curateOf(host),
    save: (format) => void saveExport(host, format),
    saveFile: (blob, name, format) => {
      save(blob, name);
      host.exported(format ?? 'document', blob.size);
    },
    sharing: (isOpen) => store.dispatch({ type: 'sharing', isOpen }),
    mask: (isMasked) => void deeds.mask(isMasked),
    startOver: () => host.reset(),
    proof: (isOpen) => store.dispatch({ type: 'proof', isOpen }),
    paste: (isOpen) => store.dispatch({ type: 'paste', isOpen }),
    takeText: (text) => {
      const file = pastedFile(text, '');
      if (!file) return false;
      store.dispatch({ type: 'paste', isOpen: false });
      void flow.load([file]);
      return true;
    },
    dismiss: (id) => store.dispatch({ type: 'dismiss', id }),
    setTheme: (theme) => host.set({ theme }),
    setLanguage: (lang) => host.set({ chosenLanguage: lang }),
  };
}

function curateOf({ store, curator }: Host): Curate {
  const did = (what: Curated) => store.dispatch({ type: 'curated', what });
  return {
    open: (section) => void curator.open(section),
    showDuplicates: (offset) => void curator.showDuplicates(offset),
    correct: (step, said) => did({ did: 'correct', step, ...(said && { said }) }),
    replace: (insteadOf, step) => did({ did: 'correct', step, insteadOf }),
    retract: (key, said) => did({ did: 'retract', key, ...(said && { said }) }),
    drop: () => did({ did: 'drop' }),
    undo: () => did({ did: 'undo' }),
    redo: () => did({ did: 'redo' }),
    settle: (step, isSet) => void curator.settle(step, isSet),
    apply: () => void curator.apply(),
  };
}

async function saveExport(host: Host, format: ExportFormat): Promise<void> {
  const t = host.translation();
  const blob = await host.deeds.tryExport(format, exportWords(t, host.store.state));
  if (!blob) return;
  save(blob, t.frame.fileNames[format]);
  host.exported(format, blob.size);
}

/** Titles and names for exported workbooks, by what the core calls them. */
export function exportWords(t: Translation, { results }: State): Record<string, string> {
  const segments = (results?.whole.schemes ?? []).flatMap((scheme) => scheme.segments);
  const issues = results?.summary.issues ?? [];
  return Object.fromEntries([
    ...Object.entries(t.titles),
    ...segments.map(({ code, name }) => [name, t.names.segment(code, name)]),
    ...issues.map(({ code }) => [code, t.issues[code].what]),
  ]);
}
