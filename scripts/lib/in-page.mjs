// What measures and tests look at from inside: the core's memory, and what kept the page's thread busy.
//
// Each function is sent to the page, or to its worker, as text: it stands alone.

/** Before the page's scripts: the worker's core lets its memory be looked at. */
export function showMemory() {
  const prefix = `
    const Real = WebAssembly.Instance;
    WebAssembly.Instance = function (module, imports) {
      const real = new Real(module, imports);
      globalThis.memoryOfTheCore = real.exports.memory;
      return real;
    };`;
  const RealBlob = Blob;
  globalThis.Blob = class extends RealBlob {
    constructor(parts = [], options = {}) {
      super(options.type === 'text/javascript' ? [prefix, ...parts] : parts, options);
    }
  };
}

/** In the worker: bytes of the core's memory. */
export function memoryBytes() {
  return globalThis.memoryOfTheCore?.buffer.byteLength ?? 0;
}

/** Notes what kept the page's thread busy for more than 50 ms, and when results arrived. */
export function watchTasks() {
  const app = document.querySelector('customer-tiers');
  const seen = { tasks: [], told: 0, arrived: Number.POSITIVE_INFINITY };
  globalThis.seenTasks = seen;
  const note = (list) => seen.tasks.push(...list.getEntries());
  new PerformanceObserver(note).observe({ type: 'longtask' });
  app.addEventListener('ct-progress', () => {
    seen.told += 1;
  });
  app.addEventListener('ct-result', () => {
    seen.arrived = performance.now();
    performance.mark('arrived');
  });
}

/** The longest task before results arrived, and the one that drew them; 0 when none took 50 ms. */
export async function measured() {
  // Long tasks are told when they are over.
  await new Promise((done) => setTimeout(done, 500));
  const { tasks, told, arrived } = globalThis.seenTasks;
  const longest = (some) => Math.max(0, ...some.map(({ duration }) => duration));
  const isDrawing = ({ startTime, duration }) => startTime + duration > arrived;
  const { customers, orders } = document.querySelector('customer-tiers').summary;
  globalThis.seenTasks.tasks = [];
  return {
    reading: longest(tasks.filter((task) => !isDrawing(task))),
    drawing: longest(tasks.filter(isDrawing)),
    told,
    customers,
    orders,
  };
}
