// Names of what people have in common, in the user's language.

import type { Feature, Share } from '../../../engine/types.ts';
import type { Translation } from '../../../i18n/index.ts';

type Said = Pick<Share, 'feature' | 'value'>;

/** What a share is of: "City", "Product", a header. */
export function featureName(feature: Feature, t: Translation): string {
  switch (feature.kind) {
    case 'attribute':
      return fieldName(feature.name, t);
    case 'own':
    case 'range':
      return feature.name;
    default:
      return t.people.feature(feature);
  }
}

/** The value: a range in words, a month by its name, everything else as it stands in the file. */
export function valueName({ feature, value }: Said, t: Translation): string {
  switch (feature.kind) {
    case 'range': {
      const [above = '', upTo = ''] = value.split('..');
      return t.people.range(above, upTo);
    }
    case 'month':
      return t.people.month(Number(value));
    case 'channel':
      return channelName(value, t);
    case 'complaint':
      return t.people.yes;
    default:
      return value;
  }
}

/** "City Ulm", "Orders in March", "Complained". */
export function saidName(said: Said, t: Translation): string {
  const name = featureName(said.feature, t);
  if (said.feature.kind === 'complaint') return name;
  return `${name}${t.lang === 'en' ? ' ' : '：'}${valueName(said, t)}`;
}

const FIELDS = [
  'company',
  'region',
  'city',
  'country',
  'gender',
  'area',
  'industry',
  'owner',
  'source',
] as const;

export function fieldName(name: string, t: Translation): string {
  const field = FIELDS.find((known) => known === name);
  return field ? t.names.field(field) : name;
}

function channelName(code: string, t: Translation): string {
  const names: Readonly<Record<string, string>> = t.differentiate.card.channel;
  return names[code] ?? code;
}
