// The engine that ships, in Node: what it decides once a file is read. Processor time of this process, because wall time is also
// that of whatever else the machine does; the files are made here, always the same, and every answer is checked.

import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { wasm } from '../lib/paths.mjs';
import { lists } from './lists.mjs';
import { cpu, medianOf, randomOf } from './timing.mjs';

const RUNS = 5;

/** Families of products: who buys one often buys another of it. A wholesaler's orders have the most pairs there can be. */
const SHOPS = [
  { name: 'orders of 5 lines', families: 500, members: 10, lengths: 5 },
  { name: 'orders of 100 lines', families: 1, members: 5_000, lengths: 100 },
];

/**
 * Contacts of 100,000 customers over 12 weeks, what to offer for 1,000,000 order lines, and the list of 1,000,000 customers.
 * @returns {Promise<object[]>} one line for each case: medians
 */
export async function engineCases() {
  const engine = await import(pathToFileURL(wasm.module).href);
  engine.initSync({ module: readFileSync(wasm.binary) });
  return [
    contacts(engine, 100_000),
    ...SHOPS.map((shop) => offers(engine, 1_000_000, shop)),
    ...lists(engine, 1_000_000, RUNS),
  ].flat();
}

/** Two of three can be called, every other one written to; once with as much time as it takes, once with too little. */
function contacts(engine, customers) {
  const random = randomOf(1);
  const rows = ['customer_id,order_id,order_date,amount,phone,email'];
  for (let customer = 0; customer < customers; customer += 1) {
    const phone = customer % 3 === 0 ? '' : `138${String(customer).padStart(8, '0')}`;
    const email = customer % 2 === 0 ? `c${customer}@example.org` : '';
    for (let order = 0; order < 1 + random(4); order += 1) {
      const amount = 5 + random(500);
      rows.push(
        `C${customer},${customer}-${order},${day(random(730))},${amount},${phone},${email}`,
      );
    }
  }
  const session = imported(engine, rows, customers);
  const recipe = JSON.parse(session.recipe());
  const wide = { ...recipe.planning, capacity: null };
  const short = { people: 20, hours_per_week: 20, by_owner: false };
  return [
    ['as much time as it takes', wide],
    ['20 people of 20 hours', { ...wide, capacity: short }],
  ].map(([name, planning]) => {
    const { ms, answer } = medianOf(RUNS, () => {
      session.setRecipe(JSON.stringify({ ...recipe, planning }));
      return cpu(() => session.calendar());
    });
    const { contacts, minutes_needed, minutes_had } = answer.figures;
    if (contacts < customers / 10) throw new Error(`${name}: ${contacts} contacts`);
    if (planning.capacity && !(minutes_needed > minutes_had))
      throw new Error(`${name}: there is time enough, so nothing is chosen`);
    const work = `${customers} customers planned, ${name}`;
    return { work, 'CPU ms': Math.round(ms), found: `${contacts} contacts in 12 weeks` };
  });
}

/** Customers buy of two families of products each, so many products of one family in one order. */
function offers(engine, lines, { name, families, members, lengths }) {
  const orders = 4;
  const random = randomOf(1);
  const customers = lines / lengths / orders;
  const rows = ['customer_id,order_id,order_date,amount,product'];
  for (let customer = 0; customer < customers; customer += 1) {
    const own = [random(families), random(families)];
    for (let order = 0; order < orders; order += 1) {
      const when = day(order * 90 + random(80));
      for (let line = 0; line < lengths; line += 1) {
        const product = own[order % 2] * members + random(members);
        rows.push(`C${customer},${customer}-${order},${when},${5 + random(95)},product ${product}`);
      }
    }
  }
  const session = imported(engine, rows, customers);
  const recipe = session.recipe();
  const learnt = medianOf(RUNS, () => {
    session.setRecipe(recipe);
    return cpu(() => session.offerFigures());
  });
  const written = medianOf(RUNS, () => cpu(() => session.exportAs('recommendations', undefined)));
  const offered = new TextDecoder().decode(written.answer).split('\n').length - 2;
  if (offered < customers * 5) throw new Error(`${offered} recommendations`);
  const work = `${lines} order lines, ${name}`;
  return [
    {
      work: `${work}: learn what to offer`,
      'CPU ms': Math.round(learnt.ms),
      found: `${learnt.answer.pairs} pairs`,
    },
    {
      work: `${work}: learn, offer to everybody and write the file`,
      'CPU ms': Math.round(written.ms),
      found: `${offered} recommendations for ${customers} customers`,
    },
  ];
}

function imported(engine, rows, customers) {
  const session = new engine.Session();
  session.inspectBytes('orders.csv', new TextEncoder().encode(rows.join('\n')));
  const summary = session.run(() => undefined);
  if (summary.customers !== customers) throw new Error(`${summary.customers} customers`);
  return session;
}

function day(number) {
  return new Date(Date.UTC(2023, 0, 1 + number)).toISOString().slice(0, 10);
}
