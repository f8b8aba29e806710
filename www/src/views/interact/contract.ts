// What the parts of Interact are a function of, and what they say.

import type {
  CalendarReport,
  ContactQuery,
  Messaging,
  PlanFile,
  PlanFileKind,
  Planning,
  Recipe,
} from '../../engine/types.ts';
import type { Translation } from '../../i18n/index.ts';
import { tierClass } from '../../styles/marks.ts';
import { type DifferentiateProps, EVERYBODY } from '../differentiate/contract.ts';

/** What a part draws from, and what it can ask for. */
export interface Part {
  readonly props: DifferentiateProps;
  readonly t: Translation;
  readonly report: CalendarReport;
  change(changes: Partial<Recipe>): void;
  plan(changes: Partial<Planning>): void;
  /** Shows the contacts that fit. */
  list(wanted: Wanted): void;
  save(wanted: PlanFile): void;
  /** Saves what messages are made with, for the command line. */
  saveTexts(messaging: Messaging): void;
  open(customer: number): void;
}

/** Which contacts are listed. */
export type Wanted = Omit<ContactQuery, 'offset' | 'limit'>;

/** Name and colour of a tier, by its code. */
export function tierOf(
  { summary, t }: Pick<DifferentiateProps, 'summary' | 't'>,
  code: string,
): { readonly name: string; readonly mark: string } {
  const at = summary.tiers.findIndex((tier) => tier.code === code);
  return {
    name: t.names.segment(code, summary.tiers[at]?.name),
    mark: tierClass(Math.max(0, at), summary.tiers.length),
  };
}

export const MEDIA: Readonly<Record<PlanFileKind, string>> = {
  contacts: 'text/csv',
  left: 'text/csv',
  calendar: 'text/calendar',
  work_list: 'text/html',
  mail_merge: 'text/csv',
  mail_merge_xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  drafts: 'application/zip',
  changes: 'text/csv',
};

export { EVERYBODY };
