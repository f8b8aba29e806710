// Scores and schemes of made-up customers in the engine as it ships, run by Node: what a threshold that is moved costs, and what
// everything costs. CPU time of one thread, medians; the answers are checked, a wrong one is a failure and not a figure.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { wasm } from '../lib/paths.mjs';
import { Stop } from '../lib/run.mjs';
import { cpu, medianOf, randomOf } from './timing.mjs';

/** Orders of each customer. */
const ORDERS = 3;
const RUNS = 9;

/** @param {number} customers */
export async function tierFigures(customers) {
  const { Session, initSync } = await import(pathToFileURL(wasm.module).href);
  initSync({ module: readFileSync(wasm.binary) });
  const session = new Session();
  session.inspectBytes('orders.csv', orders(customers));
  const first = session.run(() => {});
  expect('customers', first.customers, customers);
  const plain = JSON.parse(session.recipe());
  const decided = (recipe) => {
    session.setRecipe(JSON.stringify(recipe));
    return cpu(() => session.decide());
  };
  const cuts = first.thresholds.find(({ factor }) => factor === 'monetary').cuts;
  const moved = (run) => ({
    ...plain,
    scores: {
      ...plain.scores,
      monetary: { method: 'fixed', cuts: cuts.map((cut, at) => cut + at + run) },
    },
  });
  // Another day: everything is measured, scored and classified anew.
  const elsewhen = (recipe, run) => ({
    ...recipe,
    measures: { ...recipe.measures, as_of: `2025-02-${String(1 + run)}`.replace(/-(\d)$/, '-0$1') },
  });
  const ready = {
    ...plain,
    schemes: session.schemeLibrary().filter(({ rule }) => rule !== 'clusters'),
  };
  const figures = {
    'after a threshold moved': median((run) => decided(moved(run)), customers),
    'measured, scored and classified': median((run) => decided(elsewhen(plain, run)), customers),
    'the same with all ready-made schemes, which fit the models of lifetime': median(
      (run) => decided(elsewhen(ready, run)),
      customers,
    ),
  };
  session.free();
  return figures;
}

/** Milliseconds of the run in the middle. */
function median(measure, customers) {
  return medianOf(RUNS, (run) => {
    const found = measure(run);
    expect('customers', found.answer.customers, customers);
    return found;
  }).ms;
}

function expect(what, found, wanted) {
  if (found !== wanted) throw new Stop(`wrong answer, ${what} ${found} instead of ${wanted}`);
}

/** A file of orders, spread over three years; the same in every run. */
function orders(customers) {
  const below = randomOf(42);
  const days = Array.from({ length: 1095 }, (_, day) =>
    new Date(Date.UTC(2022, 0, 1 + day)).toISOString().slice(0, 10),
  );
  const parts = ['customer_id,order_date,amount\n'];
  for (let customer = 0; customer < customers; customer += 1)
    for (let order = 0; order < ORDERS; order += 1)
      parts.push(
        `C${String(customer).padStart(7, '0')},${days[below(days.length)]},${below(50_000) / 100 + 1}\n`,
      );
  return new TextEncoder().encode(parts.join(''));
}
