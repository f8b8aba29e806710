// Processor time of this process, medians of it, and numbers that look like chance and are the same everywhere.

/** Milliseconds of processor time, that of the compiler's threads with it: wall time is also that of whatever else the machine does. */
export function cpu(work) {
  const before = process.cpuUsage();
  const answer = work();
  const { user, system } = process.cpuUsage(before);
  return { ms: (user + system) / 1000, answer };
}

/** The run in the middle of so many. */
export function medianOf(runs, once) {
  const all = Array.from({ length: runs }, (_, run) => once(run));
  return all.toSorted((one, other) => one.ms - other.ms)[Math.floor(runs / 2)];
}

/** Whole numbers below an end, the same on every machine (SplitMix32). */
export function randomOf(seed) {
  let state = seed;
  return (end) => {
    state = (state + 0x9e3779b9) | 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return Math.floor((((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32) * end);
  };
}
