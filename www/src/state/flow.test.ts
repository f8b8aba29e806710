// From files to results, with a core that is not WebAssembly.

import { describe, expect, it } from 'vitest';
import { Engine } from '../engine/engine.ts';
import { fakeFile, fakeSession } from '../engine/fake-session.ts';
import { InlineEngine } from '../engine/inline-engine.ts';
import { Flow, type Heard } from './flow.ts';
import { Store } from './store.ts';

function setUp() {
  const heard: Heard['type'][] = [];
  const store = new Store(() => {});
  const engine = new Engine(async () => new InlineEngine(fakeSession()));
  const flow = new Flow(engine, store, ({ type }) => heard.push(type));
  return { store, engine, flow, heard };
}

const codes = (store: Store) => store.state.notices.map(({ failure }) => failure.code);

describe('flow', () => {
  it('good files are imported, bad ones are told about', async () => {
    const { store, flow, heard } = setUp();
    await flow.load([fakeFile('a.csv'), fakeFile('locked.xlsx'), fakeFile('b.csv')]);
    expect(store.state.phase).toBe('ready');
    expect(store.state.results?.summary.customers).toBe(2);
    expect(codes(store)).toEqual(['file.encrypted']);
    expect(heard).toEqual(['error', 'progress', 'result']);
  });

  it('files added later add to those loaded', async () => {
    const { store, flow } = setUp();
    await flow.load([fakeFile('a.csv')]);
    await flow.load([fakeFile('b.csv')]);
    expect(store.state.files.map(({ name }) => name)).toEqual(['a.csv', 'b.csv']);
    expect(store.state.results?.summary.customers).toBe(2);
  });

  it('after an error the results of before are still there', async () => {
    const { store, flow, engine } = setUp();
    await flow.load([fakeFile('a.csv')]);
    await flow.load([fakeFile('late-trap.csv')]);
    expect(store.state.phase).toBe('ready');
    expect(store.state.results?.summary.customers).toBe(1);
    expect(store.state.files.map(({ name }) => name)).toEqual(['a.csv']);
    expect(engine.files.map(({ name }) => name)).toEqual(['a.csv']);
  });

  it('a cancel takes back only what was being added', async () => {
    const { store, flow, engine } = setUp();
    await flow.load([fakeFile('a.csv')]);
    const loading = flow.load([fakeFile('b.csv')]);
    while (store.state.phase !== 'importing') await new Promise((done) => setTimeout(done, 1));
    await flow.cancel();
    await loading;
    expect(store.state.phase).toBe('ready');
    expect(store.state.notices).toEqual([]);
    expect(engine.files.map(({ name }) => name)).toEqual(['a.csv']);
  });

  it('a recipe file is applied; another JSON file is refused', async () => {
    const { store, flow } = setUp();
    const json = (value: object) => new File([JSON.stringify(value)], 'recipe.json');
    await flow.load([json({ recipe: 1, name: 'mine' }), fakeFile('a.csv')]);
    expect(store.state.recipe?.name).toBe('mine');
    await flow.load([json({ other: true })]);
    expect(codes(store)).toEqual(['recipe.not_json']);
    expect(store.state.phase).toBe('ready');
  });

  it('what a file says about the way to work is told while there are no data', async () => {
    const { store, flow } = setUp();
    const json = (value: object) => new File([JSON.stringify(value)], 'said.json');
    await flow.load([json({ recipe: 1 }), json({ corrections: 1, steps: [] })]);
    expect(store.state.phase).toBe('empty');
    expect(store.state.obeyed).toEqual(['recipe', 'corrections']);
    await flow.load([fakeFile('a.csv')]);
    expect(store.state.obeyed).toEqual([]);
  });

  it('the summary is frozen', async () => {
    const { store, flow } = setUp();
    await flow.load([fakeFile('a.csv')]);
    expect(Object.isFrozen(store.state.results?.summary.tiers)).toBe(true);
  });
});
