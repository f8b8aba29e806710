// Words of files for others and of masked screens; sharing.zh.ts has the same keys.

import type { CrmSystem, Dates, LeftOut, Platform, Sharing } from '../engine/types.ts';
import type { Format } from './format.ts';

export const sharingEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  return {
    menuTitle: 'For others',
    menu: 'CRM, advertising, anonymous…',
    mask: 'Mask names and numbers',
    maskNote: 'For demonstrations: no screen shows who a customer is. Files stay complete.',
    title: 'A file for others',
    lead: 'Everything is made here, in the page. Look at what is in the file before you hand it on.',
    kind: 'What for?',
    kinds: {
      crm: 'Into a CRM',
      audience: 'Advertising audience',
      pseudonymised: 'Under other names',
      pseudonym_key: 'The key to those names',
      anonymous: 'Anonymous',
    } satisfies Record<Sharing['kind'], string>,
    notes: {
      crm: 'The headers the system imports by itself; tier, score and next contact are extra fields to make there once.',
      audience:
        'Hashed e-mail addresses and phone numbers. A hash of a phone number can be tried out: it is still personal data, and you need your customers’ consent.',
      pseudonymised:
        'Names, contacts and free text are gone; each customer has another name that only your secret can undo. It is still personal data.',
      pseudonym_key: 'Which customer stands behind which name. Keep it, do not hand it on.',
      anonymous:
        'Nobody stands alone: each row is like at least k − 1 others in place, age, tier and so on. Orders and revenue are rounded.',
    } satisfies Record<Sharing['kind'], string>,
    system: 'System',
    systems: {
      fxiaoke: 'Fxiaoke 纷享销客',
      zoho: 'Zoho CRM',
      hubspot: 'HubSpot',
      salesforce: 'Salesforce',
    } satisfies Record<CrmSystem, string>,
    platform: 'Platform',
    platforms: {
      google: 'Google Customer Match (SHA-256)',
      meta: 'Meta Custom Audience (SHA-256)',
      tencent: 'Tencent Ads, phone numbers (MD5)',
    } satisfies Record<Platform, string>,
    tiers: 'Tiers',
    everybody: 'All',
    country: 'Country code of numbers without one',
    countryNote: 'As 86. Chinese mobile numbers need none.',
    secret: 'Your secret, at least 12 characters',
    secretNote: 'It is kept nowhere. The same secret gives the same names again.',
    draw: 'Make one',
    numbered: 'Numbers (P001) instead of hashes',
    dates: 'Days',
    datesOf: {
      month: 'only the month',
      shifted: 'moved by up to half a year',
      kept: 'as they are',
    } satisfies Record<Dates, string>,
    k: 'Alike at least (k)',
    save: 'Save',
    computing: 'Looking…',
    rows: (count: number) => `${f.integer(count)} ${f.plural(count, 'row', 'rows')} in the file.`,
    leftOut: {
      refused: (count: number) =>
        `${customers(count)} ${f.plural(count, 'wants no contact and is', 'want no contact and are')} left out.`,
      no_address: (count: number) =>
        `${customers(count)} ${f.plural(count, 'has', 'have')} no address by which the platform could know them.`,
      too_few_alike: (count: number) =>
        `${customers(count)} ${f.plural(count, 'is too rare and is', 'are too rare and are')} left out.`,
      same_address: (count: number) =>
        `${customers(count)} ${f.plural(count, 'shares', 'share')} an address with another one.`,
    } satisfies Record<LeftOut, (count: number) => string>,
    columnsLeftOut: (names: string) => `Not in it: ${names}.`,
    smallest: (count: number) => `The smallest group of alike rows has ${f.integer(count)}.`,
    coarser: 'What became coarser',
    fine: 'as fine as it was',
    levels: {
      city: 'city',
      region: 'province',
      area: 'larger region',
      country: 'country',
      value: 'value',
      quarter: 'quarter',
      year: 'year',
      years_5: 'bands of 5 years',
      years_10: 'bands of 10 years',
      years_20: 'bands of 20 years',
      gone: 'left out',
    } as Readonly<Record<string, string>>,
    columns: {
      place: 'Place',
      age: 'Age',
      gender: 'Gender',
      industry: 'Industry',
      source: 'Source',
      customer_since: 'Customer since',
      tier: 'Tier',
    } as Readonly<Record<string, string>>,
    refused: {
      secret: 'The secret needs at least 12 characters.',
      alike: 'k must be 2 to 1000 and at most the number of customers.',
      country: 'The country code is digits only, as 86.',
      other: 'This file could not be made.',
    },
    files: {
      crm: 'crm.csv',
      audience: 'audience.csv',
      pseudonymised: 'customers-pseudonymised.csv',
      pseudonym_key: 'pseudonym-key.csv',
      anonymous: 'customers-anonymous.csv',
    } satisfies Record<Sharing['kind'], string>,
  };
};
