// Placeholder: what the measuring rig will call. It fails plainly, so that nobody takes an empty page for a result.

declare global {
  interface Window {
    __bench: { run: () => Promise<never> };
  }
}

window.__bench = {
  run: () =>
    Promise.reject(new Error('www/bench/bench.ts is a placeholder: nothing is measured yet')),
};

export {};
