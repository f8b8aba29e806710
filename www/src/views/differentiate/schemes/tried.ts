// What is asked while a scheme is edited, before it is saved: how many customers each segment would have, and which texts there are.

import { Task } from '@lit/task';
import type { LitElement } from 'lit';
import type { AttributeValue, Condition, SegmentPreview } from '../../../engine/types.ts';
import type { DifferentiateProps } from '../contract.ts';
import { partsOf, positive } from './condition-model.ts';
import { type Draft, isSaidDraft, schemeOfDraft } from './drafts.ts';

/** Texts of an attribute that are offered. */
const OFFERED = 100;

interface Host extends LitElement {
  readonly props: DifferentiateProps;
}

export class Tried {
  readonly #preview: Task;
  readonly #values: Task;

  constructor(host: Host, draft: () => Draft | null) {
    this.#preview = new Task(host, {
      task: ([ask, json]) => (json ? ask.previewScheme(JSON.parse(json)) : undefined),
      args: () => [host.props.ask, formOf(draft(), host.props), host.props.revision] as const,
    }) as Task;
    this.#values = new Task(host, {
      task: async ([ask, names]) => {
        const all = names ? names.split('\n') : [];
        const found = await Promise.all(all.map((name) => ask.attributeValues(name, OFFERED)));
        return new Map(all.map((name, at) => [name, found[at] ?? []]));
      },
      args: () => [host.props.ask, spokenOf(draft()), host.props.revision] as const,
    }) as Task;
  }

  get preview(): readonly SegmentPreview[] | undefined {
    return this.#preview.value as readonly SegmentPreview[] | undefined;
  }

  get values(): ReadonlyMap<string, readonly AttributeValue[]> {
    const values = this.#values.value as Map<string, readonly AttributeValue[]> | undefined;
    return values ?? new Map();
  }
}

/** A form that says everything, as text. */
function formOf(draft: Draft | null, { t }: DifferentiateProps): string {
  return draft?.kind === 'form' && isSaidDraft(draft)
    ? JSON.stringify(schemeOfDraft(draft, t))
    : '';
}

function spokenOf(draft: Draft | null): string {
  if (draft?.kind !== 'rules') return '';
  return [...new Set(draft.scheme.rows.flatMap(({ when }) => attributesIn(when)))].join('\n');
}

/** The attributes that a condition speaks of. */
export function attributesIn(condition: Condition): readonly string[] {
  const { inner } = positive(condition);
  if ('attribute' in inner) return [inner.attribute.of];
  if ('not' in inner) return attributesIn(inner);
  return partsOf(inner).flatMap(attributesIn);
}
