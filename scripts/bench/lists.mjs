// The list of a million customers, half of them without orders: what it takes to show, sort and search it.

import { cpu, medianOf } from './timing.mjs';

/** Names as they are in Chinese, which many share, and as machines make them, all different and alike at the beginning. */
const NAMES = {
  Chinese: (at) =>
    '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林郑'[at % 20] +
    '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平'[(at * 7) % 20] +
    '刚桂英华文辉玲红军建国春梅海燕志新成'[(at * 13 + (at >> 5)) % 18],
  numbered: (at) => `Customer Number ${(at * 7_919) % 1_000_000}`,
};

const QUERIES = [
  ['shown by revenue', { sort: 'revenue', descending: true }],
  ['by name', { sort: 'customer_name' }],
  ['by the day last heard of', { sort: 'last_heard', descending: true }],
  ['search in Chinese', { sort: 'revenue', descending: true, filter: { search: '王' } }],
  ['search of digits', { sort: 'revenue', descending: true, filter: { search: '13810' } }],
  ['search of letters', { sort: 'customer_name', filter: { search: 'example.com' } }],
];

/** @returns {object[]} one line for each query: the median of so many runs, the slower of both kinds of names */
export function lists(engine, customers, times) {
  const sessions = Object.values(NAMES).map((name) => imported(engine, customers, name));
  return ['with_orders', 'all'].flatMap((listed) =>
    QUERIES.map(([what, query]) => {
      const runs = sessions.map((session) =>
        medianOf(times, () => {
          // Another one between: the list of the last query is kept.
          session.customers({ filter: { search: 'nobody' }, limit: 1 });
          return cpu(() => session.customers({ ...query, listed, offset: 0, limit: 60 }).total);
        }),
      );
      const slowest = runs.toSorted((one, other) => other.ms - one.ms)[0];
      const work = `list of ${customers}, ${listed.replace('_', ' ')}: ${what}`;
      return { work, 'CPU ms': Math.round(slowest.ms), found: `${slowest.answer} customers` };
    }),
  );
}

function imported(engine, customers, name) {
  const session = new engine.Session();
  const id = (at) => `C${String(at).padStart(7, '0')}`;
  const day = (at) => `2024-0${1 + (at % 9)}-${10 + (at % 19)}`;
  const orders = ['order_id,customer_id,order_date,amount'];
  for (let at = 0; at < customers / 2; at += 1)
    orders.push(`O${at},${id((at * 7_919) % (customers / 2))},${day(at)},${1 + (at % 997)}.50`);
  inspect(session, 'orders.csv', orders);
  const people = ['customer_id,customer_name,phone,email,company,updated'];
  for (let at = 0; at < customers; at += 1)
    people.push(
      `${id(at)},${name(at)},138${10_000_000 + at},u${at}@example.com,Company ${at % 5_000},${day(at)}`,
    );
  inspect(session, 'customers.csv', people);
  const { customers: scored, customers_without_orders } = session.run(() => undefined);
  if (scored !== customers / 2 || customers_without_orders !== customers / 2)
    throw new Error(`${scored} customers and ${customers_without_orders} without orders`);
  return session;
}

function inspect(session, name, rows) {
  session.inspectBytes(name, new TextEncoder().encode(rows.join('\n')));
}
