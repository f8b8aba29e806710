// Questions about the last run: they change nothing, and each is one call of the core.

import type { CallName, ExportFormat, Input, Output } from './protocol.ts';
import type { CustomerQuery, Filter, Scheme } from './types.ts';

export type MaybeSignal = AbortSignal | null;

export abstract class Questions {
  /** One call, on a core that is brought back if it has to be. */
  protected abstract ask<N extends CallName>(
    signal: MaybeSignal,
    name: N,
    input: Input<N>,
  ): Promise<Output<N>>;

  overview(filter: Filter): Promise<Output<'overview'>> {
    return this.ask(null, 'overview', { filter });
  }

  customers(query: CustomerQuery): Promise<Output<'customers'>> {
    return this.ask(null, 'customers', { query });
  }

  customer(customer: number): Promise<Output<'customer'>> {
    return this.ask(null, 'customer', { customer });
  }

  issues(code: string | undefined, offset: number, limit: number): Promise<Output<'issues'>> {
    return this.ask(null, 'issues', { code, offset, limit });
  }

  /** How good the customer file is, and what was done to get it. */
  report(): Promise<Output<'report'>> {
    return this.ask(null, 'report', {});
  }

  /** Customers who are there twice; looking for them can take seconds, so it can be stopped. */
  duplicates(signal: MaybeSignal, offset: number, limit: number): Promise<Output<'duplicates'>> {
    return this.ask(signal, 'duplicates', { offset, limit });
  }

  checkScheme(scheme: Scheme): Promise<Output<'check_scheme'>> {
    return this.ask(null, 'check_scheme', { scheme });
  }

  /** Who is in each segment of a scheme. */
  people(scheme: string): Promise<Output<'people'>> {
    return this.ask(null, 'people', { scheme });
  }

  plan(): Promise<Output<'plan'>> {
    return this.ask(null, 'plan', {});
  }

  offers(): Promise<Output<'offers'>> {
    return this.ask(null, 'offers', {});
  }

  /** @param words translations for headers and names, by code */
  exportAs(
    format: ExportFormat,
    words: Record<string, string> = {},
  ): Promise<Uint8Array<ArrayBuffer>> {
    return this.ask(null, 'export_as', { format, words });
  }

  memoryBytes(): Promise<number> {
    return this.ask(null, 'memory_bytes', {});
  }
}
