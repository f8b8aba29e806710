// What the measuring rig calls: one file through the ordinary worker engine, with the recipe that all tools are compared by.

import { createEngine } from '../src/engine/index.ts';

interface BenchResult {
  readonly ms: number;
  readonly customers: number;
  readonly orders: number;
  readonly segments: readonly {
    readonly segment: string;
    readonly customers: number;
    readonly revenue_cents: number;
  }[];
}

/** What the ordinary recipe gives, what it takes in memory, and how long tiers take after a threshold was moved. */
interface ProbeResult {
  readonly rows: number;
  readonly customers: number;
  readonly orders: number;
  readonly cents: number;
  readonly wasmBytes: number;
  readonly rescoreMs: number;
}

declare global {
  interface Window {
    __ready: Promise<void>;
    __init_ms: number;
    __bench: (file: File) => Promise<BenchResult>;
    __probe: (file: File) => Promise<ProbeResult>;
  }
}

const engine = createEngine({ worker: 'url', workerSrc: 'worker.js', wasmSrc: 'core.wasm' });

async function init(): Promise<void> {
  const started = performance.now();
  await engine.setPreset('ntile-5x5');
  window.__init_ms = performance.now() - started;
}

window.__ready = init();

window.__bench = async (file) => {
  await window.__ready;
  const started = performance.now();
  await engine.inspect(null, file);
  const { customers, orders, segments } = await engine.run(null);
  const ms = performance.now() - started;
  // The next file is measured alone.
  await engine.removeFile(0);
  return {
    ms,
    customers,
    orders,
    segments: segments.map((segment) => ({
      segment: segment.name,
      customers: segment.customers,
      revenue_cents: Math.round(segment.revenue * 100),
    })),
  };
};

window.__probe = async (file) => {
  await window.__ready;
  await engine.setPreset('default');
  await engine.inspect(null, file);
  const { rows_used, customers, orders, revenue, thresholds } = await engine.run(null);
  const wasmBytes = await engine.memoryBytes();
  const recipe = await engine.recipe();
  const cuts = thresholds.find(({ factor }) => factor === 'monetary')?.cuts ?? [];
  const moved = cuts.map((cut, at) => cut + at + 1);
  const started = performance.now();
  await engine.setRecipe({
    ...recipe,
    scores: { ...recipe.scores, monetary: { method: 'fixed', cuts: moved } },
  });
  await engine.decide(null);
  const rescoreMs = performance.now() - started;
  await engine.removeFile(0);
  const cents = Math.round(revenue * 100);
  return { rows: rows_used, customers, orders, cents, wasmBytes, rescoreMs };
};
