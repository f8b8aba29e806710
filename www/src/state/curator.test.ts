// The Identify room asks for its figures by itself, and applies decisions together.

import { describe, expect, it } from 'vitest';
import { Engine } from '../engine/engine.ts';
import { fakeFile, fakeSession } from '../engine/fake-session.ts';
import { InlineEngine } from '../engine/inline-engine.ts';
import type { Correction } from '../engine/types.ts';
import { Curator } from './curator.ts';
import { Flow } from './flow.ts';
import { Store } from './store.ts';

const step: Correction = { do: 'merge', ids: ['A', 'B'] };

async function setUp(...names: string[]) {
  const store = new Store((state) => curator.follow(state));
  const engine = new Engine(async () => new InlineEngine(fakeSession()));
  const flow = new Flow(engine, store, () => {});
  const curator = new Curator(engine, store, flow, () => {});
  await flow.load(names.map(fakeFile));
  return { store, engine, flow, curator };
}

const settled = () => new Promise((done) => setTimeout(done, 20));

describe('figures of the room', () => {
  it('are not asked for before it is open', async () => {
    const { store } = await setUp('a.csv');
    await settled();
    expect(store.state.curation.report).toBeNull();
  });

  it('are asked for when it is opened, and again for another result', async () => {
    const { store, flow } = await setUp('a.csv');
    store.dispatch({ type: 'stage', stage: 'identify' });
    await settled();
    expect(store.state.curation.report?.customers).toBe(1);
    expect(store.state.curation.duplicates?.page.total).toBe(0);
    await flow.load([fakeFile('b.csv')]);
    store.dispatch({ type: 'stage', stage: 'identify' });
    await settled();
    expect(store.state.curation.report?.customers).toBe(2);
  });
});

describe('duplicates of very many customers', () => {
  it('are looked for when their part is opened, not before', async () => {
    const { store, curator } = await setUp('many.csv');
    store.dispatch({ type: 'stage', stage: 'identify' });
    await settled();
    expect(store.state.curation.report).not.toBeNull();
    expect(store.state.curation.duplicates).toBeNull();
    await curator.open('duplicates');
    expect(store.state.curation.duplicates?.page.total).toBe(0);
  });
});

describe('applying', () => {
  it('gives the core what is wanted, and tells what it brought', async () => {
    const { store, curator, engine } = await setUp('a.csv');
    store.dispatch({ type: 'curated', what: { did: 'correct', step } });
    await curator.apply();
    expect((await engine.corrections()).steps).toEqual([step]);
    expect(store.state.curation).toMatchObject({ applied: [step], saved: 1 });
  });

  it('that the core refuses changes nothing', async () => {
    const { store, curator, engine } = await setUp('a.csv');
    const bad: Correction = { do: 'merge', ids: ['bad', 'B'] };
    store.dispatch({ type: 'curated', what: { did: 'correct', step: bad } });
    await curator.apply();
    expect((await engine.corrections()).steps).toEqual([]);
    expect(store.state.curation.applied).toEqual([]);
    expect(store.state.notices.map(({ failure }) => failure.code)).toEqual(['recipe.invalid']);
  });

  it('a file of corrections is applied before the rows are read', async () => {
    const { store, engine, flow } = await setUp();
    const json = JSON.stringify({ corrections: 1, steps: [step] });
    await flow.load([fakeFile('a.csv'), new File([json], 'corrections.json')]);
    expect(store.state.curation).toMatchObject({ applied: [step], wanted: [step] });
    expect((await engine.corrections()).steps).toEqual([step]);
    expect(store.state.phase).toBe('ready');
  });

  it('a core that is replaced knows the corrections; after a reset it does not', async () => {
    const engine = new Engine(async () => new InlineEngine(fakeSession()));
    await engine.setCorrections({ corrections: 1, steps: [step] });
    engine.close();
    expect((await engine.corrections()).steps).toEqual([step]);
    engine.forget();
    expect((await engine.corrections()).steps).toEqual([]);
  });

  it('a reset forgets them on the screen too', async () => {
    const { store, curator } = await setUp('a.csv');
    store.dispatch({ type: 'curated', what: { did: 'correct', step } });
    await curator.apply();
    store.dispatch({ type: 'reset' });
    expect(store.state.curation.applied).toEqual([]);
  });
});
