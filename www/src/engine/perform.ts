// One call on a session: the same in the worker and on the page.

import type { ExportFormat, IssuePage, Request } from './protocol.ts';
import type {
  CustomerCard,
  CustomerPage,
  CustomerQuery,
  DuplicatePage,
  FileReport,
  Filter,
  Inspection,
  Offers,
  Overview,
  PartitionReport,
  People,
  Plan,
  Progress,
  Scheme,
  Summary,
} from './types.ts';

/** What the wasm boundary offers (src/web). */
export interface CoreSession {
  recipe(): string;
  setRecipe(json: string): void;
  setPreset(name: string): void;
  inspectAgain(index: number): Inspection;
  removeFile(index: number): void;
  run(onProgress: (progress: Progress) => void): Summary;
  decide(): Summary;
  overview(filter: Filter): Overview;
  customers(query: CustomerQuery): CustomerPage;
  customer(customer: number): CustomerCard | undefined;
  issues(code: string | undefined, offset: number, limit: number): IssuePage;
  report(): FileReport;
  duplicates(offset: number, limit: number): DuplicatePage;
  corrections(): string;
  setCorrections(json: string): void;
  checkScheme(scheme: Scheme): PartitionReport;
  people(scheme: string): People | undefined;
  plan(): Plan;
  offers(): Offers;
  exportAs(format: ExportFormat, words?: Record<string, string>): Uint8Array;
  memoryBytes(): number;
}

/** Does what a request asks for, except opening a file, which depends on where the session lives. */
export function perform(
  session: CoreSession,
  request: Exclude<Request, { name: 'inspect' }>,
  onProgress: (progress: Progress) => void,
): unknown {
  switch (request.name) {
    case 'inspect_again':
      return session.inspectAgain(request.index);
    case 'remove_file':
      session.removeFile(request.index);
      return null;
    case 'recipe':
      return session.recipe();
    case 'set_recipe':
      session.setRecipe(request.json);
      return null;
    case 'set_preset':
      session.setPreset(request.preset);
      return null;
    case 'run':
      return session.run(onProgress);
    case 'decide':
      return session.decide();
    case 'overview':
      return session.overview(request.filter);
    case 'customers':
      return session.customers(request.query);
    case 'customer':
      return session.customer(request.customer);
    case 'issues':
      return session.issues(request.code, request.offset, request.limit);
    case 'report':
      return session.report();
    case 'duplicates':
      return session.duplicates(request.offset, request.limit);
    case 'corrections':
      return session.corrections();
    case 'set_corrections':
      session.setCorrections(request.json);
      return null;
    case 'check_scheme':
      return session.checkScheme(request.scheme);
    case 'people':
      return session.people(request.scheme);
    case 'plan':
      return session.plan();
    case 'offers':
      return session.offers();
    case 'export_as':
      return session.exportAs(request.format, request.words);
    case 'memory_bytes':
      return session.memoryBytes();
    default:
      return unknownRequest(request);
  }
}

/** A session that reads a file without holding it whole; it needs a worker's FileReaderSync. */
export interface FileSession extends CoreSession {
  inspect(file: File): Inspection;
}

/** A session that is given the bytes. */
export interface BytesSession extends CoreSession {
  inspectBytes(name: string, bytes: Uint8Array): Inspection;
}

function unknownRequest(request: never): never {
  throw { code: 'argument.invalid', file: null, sheet: null, problem: JSON.stringify(request) };
}
