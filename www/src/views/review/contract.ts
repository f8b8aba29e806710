// What the parts of the review share: the props of the tab, and the events that they dispatch.

import type { TemplateResult } from 'lit';
import { html } from 'lit';
import { namesOf, tierMark } from '../../grid/columns.ts';
import type { Translation } from '../../i18n/index.ts';
import type { DifferentiateProps } from '../differentiate/contract.ts';

/** What a tier is called. */
export function tierText({ t, summary }: DifferentiateProps, code: string): string {
  if (code === '') return t.review.all;
  return t.names.segment(code, summary.tiers.find((tier) => tier.code === code)?.name);
}

/** The same with its colour, as on every chart. */
export function tierLabel(props: DifferentiateProps, code: string): TemplateResult {
  const isTier = props.summary.tiers.some((tier) => tier.code === code);
  return isTier ? tierMark(code, namesOf(props)) : html`${tierText(props, code)}`;
}

/** A table as CSV with a byte-order mark; text that a spreadsheet would run is guarded. */
export function csvOf(rows: readonly (readonly (string | number | null)[])[]): Blob {
  const cell = (value: string | number | null) => {
    if (value === null) return '';
    if (typeof value === 'number') return String(value);
    const text = /^[\s"'\u3000]*[=+\-@＝＋－＠\t\r]/.test(value) ? `'${value}` : value;
    return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
  };
  const text = rows.map((row) => row.map(cell).join(',')).join('\r\n');
  return new Blob([`\uFEFF${text}\r\n`], { type: 'text/csv' });
}

export type Words = Translation['review'];
