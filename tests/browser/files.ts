// Files for the journeys: real ones belong to others and are found by CUSTOMER_TIERS_DATA; the rest is made up here.

import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { MadeUp } from './app';

const folder = process.env['CUSTOMER_TIERS_DATA'] ?? '';
export const hasRealFiles = folder !== '';
export const WHY_SKIPPED = 'CUSTOMER_TIERS_DATA does not name the folder of real files';

/** A real file. */
export function real(path: string): string {
  return join(folder, path);
}

/** The twenty daily files of one month. */
export function dailyFiles(): string[] {
  const days = real('transactions/online_retail_by_day');
  return readdirSync(days)
    .filter((name) => name.endsWith('.csv'))
    .sort()
    .map((name) => join(days, name));
}

export function madeUp(name: string, content: string | Buffer): MadeUp {
  return { name, mimeType: '', buffer: Buffer.from(content) };
}

/** Small order lists, each with customers of its own. */
export function orders(name: string, customers: number, prefix = 'C'): MadeUp {
  const lines = Array.from({ length: customers * 3 }, (_, at) => {
    const customer = `${prefix}${String((at * 11) % customers).padStart(3, '0')}`;
    const day = new Date(Date.UTC(2016, 0, 14 + at * 2)).toISOString().slice(0, 10);
    return `O${prefix}${at},${customer},${day},${(10 + ((at * 37) % 400)).toFixed(2)}`;
  });
  return madeUp(name, ['order_id,customer_id,order_date,amount', ...lines, ''].join('\n'));
}

/** Days under a word that says nothing: a guess, so it is asked; and two columns with amounts. */
export function doubtful(name = 'doubtful.csv'): MadeUp {
  const lines = Array.from({ length: 60 }, (_, at) => {
    const day = new Date(Date.UTC(2024, 0, 14 + at)).toISOString().slice(0, 10);
    return `A${at},K${at % 20},${day},${100 + at}.50,${300 - at * 2}.25`;
  });
  return madeUp(name, ['order_id,customer_id,Wann,amount,brutto', ...lines, ''].join('\n'));
}

const NAMES =
  'Anna Keller,Bruno Maas,Clara Vogt,David Ernst,Emma Lorenz,Felix Brandt,Greta Simon,Hugo Ziegler,Ida Pohl,Jonas Winter,Karla Busch,Leo Franke,Marta Seidel,Nils Otto,Olga Jahn,Paul Kraft,Rosa Thiel,Simon Haas,Tilda Beck,Viktor Lang'.split(
    ',',
  );

/** Orders of twenty people, two of whom also order under a second id: the same phone and address, written in another way. */
export function twins(name = 'twins.csv'): MadeUp {
  const people = NAMES.map((person, at) => ({
    id: `C${String(at + 1).padStart(3, '0')}`,
    person,
    phone: `1380013${String(8000 + at * 137)}`,
    email: `${person.toLowerCase().replace(' ', '.')}@example.com`,
  }));
  const [first, second] = people;
  const again = [
    { ...first, id: 'D001', phone: '+86 138-0013-8000', email: '' },
    { ...second, id: 'D002', person: 'Bruno Mass' },
  ];
  const lines = [...people, ...people, ...again].map(
    ({ id, person, phone, email }, at) =>
      `O${at},${id},${person},${phone},${email},2024-0${1 + (at % 6)}-1${at % 9},${20 + at}`,
  );
  const header = 'order_id,customer_id,customer_name,phone,email,order_date,amount';
  return madeUp(name, [header, ...lines, ''].join('\n'));
}

/** Good orders, then rows that each lack something: three days that are none, an amount that is none, nobody, and a word for nobody. */
export function faulty(name = 'faulty.csv'): MadeUp {
  const good = orders(name, 20).buffer.toString();
  const bad = [
    'OX1,C001,whenever,10',
    'OX2,C002,2024-13-45,10',
    'OX3,C003,whenever,10',
    'OX4,C004,2024-03-05,abc',
    'OX5,,2024-05-05,10',
    'OX6,guest,2024-05-05,10',
  ];
  return madeUp(name, `${good}${bad.join('\n')}\n`);
}

/** Nobody but the user can know whether these days are in April or in March. */
export function ambiguousDays(name = 'days.csv'): MadeUp {
  const lines = Array.from({ length: 40 }, (_, at) => {
    const date = `${1 + (at % 12)}/${1 + ((at * 5) % 12)}/2024`;
    return `A${at},K${at % 20},${date},${100 + at}`;
  });
  return madeUp(name, ['order_id,customer_id,order_date,amount', ...lines, ''].join('\n'));
}

/** A picture that somebody calls a workbook. */
export function picture(name: string): MadeUp {
  const png =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  return madeUp(name, Buffer.from(png, 'base64'));
}

/** Things for sale; no customer anywhere. */
export function productList(name: string): MadeUp {
  const lines = Array.from(
    { length: 40 },
    (_, at) => `SKU-${at},Teapot ${at},Kitchen,${at + 5}.50`,
  );
  return madeUp(name, ['sku,product,category,price', ...lines, ''].join('\n'));
}
