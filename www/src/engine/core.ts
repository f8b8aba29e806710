// Starting a core: WebAssembly compiled once, a worker by the ways the page allows, the page itself as the last.

import { engineFailure, FailureError } from './failure.ts';
import { InlineEngine } from './inline-engine.ts';
import type { BytesSession } from './perform.ts';
import type { Core } from './protocol.ts';
import { WorkerEngine } from './worker-engine.ts';

/** Where the core runs and where its parts come from. */
export interface CoreOptions {
  /** `auto` tries a worker and falls back to the page. */
  readonly worker: 'auto' | 'blob' | 'url' | 'inline';
  /** Address of the package's worker.js on the same origin, for pages that forbid blob workers. */
  readonly workerSrc: string;
  /** Address of the package's core.wasm; without it the packed copy is used, and nothing is requested. */
  readonly wasmSrc: string;
  /** Told when the worker made requests; it should never be. */
  readonly onRequests: (count: number) => void;
}

export const DEFAULT_OPTIONS: CoreOptions = {
  worker: 'auto',
  workerSrc: '',
  wasmSrc: '',
  onRequests: () => {},
};

/** Starts a core in the first way that works. */
export async function startCore(options: CoreOptions = DEFAULT_OPTIONS): Promise<Core> {
  const module = await compiled(options.wasmSrc);
  for (const make of workerWays(options)) {
    try {
      return await WorkerEngine.start(await make(), module, options.onRequests);
    } catch {
      // Forbidden here, loudly or silently: the next way.
    }
  }
  if (options.worker === 'blob' || options.worker === 'url')
    throw new FailureError(engineFailure('engine.no_worker'));
  return startInline(module);
}

function workerWays({ worker, workerSrc }: CoreOptions): (() => Promise<Worker>)[] {
  if (worker === 'inline' || typeof Worker === 'undefined') return [];
  const byUrl = async () => new Worker(trusted(workerSrc));
  if (worker === 'url' || (worker === 'auto' && workerSrc)) return [byUrl];
  return [blobWorker];
}

/** A blob worker inherits the page's policy; one from a URL does not. */
async function blobWorker(): Promise<Worker> {
  const { default: source } = await import('virtual:worker-source');
  const url = URL.createObjectURL(new Blob([source], { type: 'text/javascript' }));
  const worker = new Worker(trusted(url));
  // Once it has begun to load, the address is not needed any more.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  return worker;
}

async function startInline(module: WebAssembly.Module): Promise<Core> {
  const { initSync, Session } = await import('#wasm');
  initSync({ module });
  return new InlineEngine(new Session() as unknown as BytesSession);
}

const modules = new Map<string, Promise<WebAssembly.Module>>();

/** The module, compiled once per address and sent to every worker. */
function compiled(wasmSrc: string): Promise<WebAssembly.Module> {
  const known = modules.get(wasmSrc);
  if (known) return known;
  const module = compile(wasmSrc);
  modules.set(wasmSrc, module);
  module.catch(() => modules.delete(wasmSrc));
  return module;
}

async function compile(wasmSrc: string): Promise<WebAssembly.Module> {
  if (typeof WebAssembly === 'undefined') throw new FailureError(engineFailure('engine.no_wasm'));
  const bytes = wasmSrc ? await fetched(wasmSrc) : await packed();
  try {
    return await WebAssembly.compile(bytes);
  } catch {
    // The bytes are ours: what fails is a policy without 'wasm-unsafe-eval', or a browser mode that turns it off.
    throw new FailureError(engineFailure('engine.wasm_blocked'));
  }
}

async function packed(): Promise<BufferSource> {
  const { default: unpack } = await import('virtual:wasm-bytes');
  return unpack();
}

async function fetched(source: string): Promise<BufferSource> {
  const unreachable = () =>
    new FailureError({ code: 'engine.wasm_unreachable', file: null, sheet: null, source });
  const response = await fetch(source).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw unreachable();
  return response.arrayBuffer();
}

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

interface TrustedTypesWindow {
  readonly trustedTypes?: {
    createPolicy(name: string, rules: ScriptUrlPolicy): ScriptUrlPolicy;
  };
}

let policy: ScriptUrlPolicy | undefined;

/** Under Trusted Types a worker's address must come from a policy; ours is named customer-tiers. */
function trusted(url: string): string {
  const { trustedTypes } = globalThis as TrustedTypesWindow;
  policy ??= trustedTypes?.createPolicy('customer-tiers', { createScriptURL: (own) => own });
  return policy?.createScriptURL(url) ?? url;
}
