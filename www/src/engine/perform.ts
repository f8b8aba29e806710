// One call on a session: the same in the worker and on the page.

import type { CustomizeSession } from './protocol.customize.ts';
import type { ReviewSession } from './protocol.review.ts';
import type { ExportFormat, IssuePage, MoverQuery, Request } from './protocol.ts';
import type {
  AttributeValue,
  Axis,
  BackTest,
  Binning,
  CalendarReport,
  CellCount,
  ClusterReport,
  Clusters,
  Cohorts,
  Comparison,
  Condition,
  ConditionCount,
  ContactPage,
  ContactQuery,
  CustomerCard,
  CustomerPage,
  CustomerQuery,
  CustomerScores,
  CustomerTiers,
  CustomerValue,
  DraftPage,
  Drift,
  DuplicatePage,
  FileReport,
  Filter,
  Frozen,
  Inspection,
  LeftPage,
  LeftQuery,
  Market,
  MessageReport,
  Messaging,
  MetricKind,
  Migration,
  ModelCheck,
  MoverPage,
  Offers,
  Overview,
  PartitionReport,
  People,
  Period,
  Plan,
  PlanFile,
  Progress,
  Prospects,
  RiskPage,
  RiskQuery,
  Scheme,
  SchemeEntry,
  Scorecard,
  ScoredMetric,
  Scores,
  SegmentPreview,
  Steady,
  SteadySimulation,
  Summary,
  TierSeries,
  Treatment,
  ValueFigures,
} from './types.ts';

/** What the wasm boundary offers (src/web). */
export interface CoreSession extends CustomizeSession, ReviewSession {
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
  value(): ValueFigures;
  valueCheck(): ModelCheck | undefined;
  riskPage(query: RiskQuery): RiskPage;
  customerValue(customer: number): CustomerValue | undefined;
  issues(code: string | undefined, offset: number, limit: number): IssuePage;
  report(): FileReport;
  duplicates(offset: number, limit: number): DuplicatePage;
  corrections(): string;
  setCorrections(json: string): void;
  count(condition: Condition): ConditionCount;
  metrics(): readonly MetricKind[];
  scoredMetric(metric: string, binning: Binning): ScoredMetric;
  attributeValues(attribute: string, limit: number): readonly AttributeValue[];
  freezeScores(): Frozen;
  schemeLibrary(): readonly Scheme[];
  previewScheme(scheme: Scheme): readonly SegmentPreview[];
  checkScheme(scheme: Scheme): PartitionReport;
  schemes(scores?: Scores): SchemeEntry[];
  cellCounts(axes: readonly Axis[], scores: Scores | null): CellCount[];
  clusters(rule: Clusters): ClusterReport;
  compare(first: string, second: string): Comparison | undefined;
  people(scheme: string): People | undefined;
  scorecard(metric: string, best: number): Scorecard;
  prospects(metric: string, best: number): Prospects;
  customerScores(customer: number): CustomerScores | undefined;
  plan(): Plan;
  calendar(): CalendarReport;
  contactPage(query: ContactQuery): ContactPage;
  leftPage(query: LeftQuery): LeftPage;
  draftPage(query: ContactQuery, messaging: Messaging): DraftPage;
  messageReport(messaging: Messaging): MessageReport;
  treatment(market: Market): Treatment;
  planFile(wanted: PlanFile): Uint8Array;
  offers(): Offers;
  tierHistory(scheme: string, period: Period | null, days: number): TierSeries;
  customerTiers(customer: number, days: number): CustomerTiers;
  steadySimulation(rule: Steady): SteadySimulation;
  migration(from: string, to: string, scheme: string): Migration;
  movers(query: MoverQuery): MoverPage;
  drift(from: string, to: string, scheme: string): Drift;
  cohorts(): Cohorts | null;
  backTest(split: string, until: string | undefined, models: boolean): BackTest;
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
    case 'value':
      return session.value();
    case 'value_check':
      return session.valueCheck();
    case 'risk_page':
      return session.riskPage(request.query);
    case 'customer_value':
      return session.customerValue(request.customer);
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
    case 'count':
      return session.count(request.condition);
    case 'metrics':
      return session.metrics();
    case 'scored_metric':
      return session.scoredMetric(request.metric, request.binning);
    case 'attribute_values':
      return session.attributeValues(request.attribute, request.limit);
    case 'freeze_scores':
      return session.freezeScores();
    case 'scheme_library':
      return session.schemeLibrary();
    case 'preview_scheme':
      return session.previewScheme(request.scheme);
    case 'check_scheme':
      return session.checkScheme(request.scheme);
    case 'schemes':
      return session.schemes(request.scores);
    case 'cell_counts':
      return session.cellCounts(request.axes, request.scores);
    case 'clusters':
      return session.clusters(request.rule);
    case 'compare':
      return session.compare(request.first, request.second);
    case 'people':
      return session.people(request.scheme);
    case 'scorecard':
      return session.scorecard(request.metric, request.best);
    case 'prospects':
      return session.prospects(request.metric, request.best);
    case 'customer_scores':
      return session.customerScores(request.customer);
    case 'plan':
      return session.plan();
    case 'calendar':
      return session.calendar();
    case 'contact_page':
      return session.contactPage(request.query);
    case 'left_page':
      return session.leftPage(request.query);
    case 'draft_page':
      return session.draftPage(request.query, request.messaging);
    case 'message_report':
      return session.messageReport(request.messaging);
    case 'treatment':
      return session.treatment(request.market);
    case 'plan_file':
      return session.planFile(request.wanted);
    case 'offers':
      return session.offers();
    case 'offer_figures':
      return session.offerFigures();
    case 'offer_page':
      return session.offerPage(request.query);
    case 'customer_offer':
      return session.customerOffer(request.customer);
    case 'offer_test':
      return session.offerTest();
    case 'staff_named':
      return session.staffNamed();
    case 'assignment':
      return session.assignment(request.staff, request.limit);
    case 'owners_csv':
      return session.ownersCsv(request.staff, request.list);
    case 'loyalty':
      return session.loyalty();
    case 'loyalty_suggestion':
      return session.loyaltySuggestion();
    case 'loyalty_what_if':
      return session.loyaltyWhatIf(request.plan);
    case 'tier_history':
      return session.tierHistory(request.scheme, request.period, request.days);
    case 'customer_tiers':
      return session.customerTiers(request.customer, request.days);
    case 'steady_simulation':
      return session.steadySimulation(request.rule);
    case 'migration':
      return session.migration(request.from, request.to, request.scheme);
    case 'movers':
      return session.movers(request.query);
    case 'drift':
      return session.drift(request.from, request.to, request.scheme);
    case 'cohorts':
      return session.cohorts();
    case 'back_test':
      return session.backTest(request.split, request.until ?? undefined, request.models);
    case 'feedback':
      return session.feedback();
    case 'matters':
      return session.matters(request.offset, request.limit);
    case 'effect':
      return session.effect();
    case 'unlogged':
      return session.unlogged();
    case 'share':
      return session.share(request.what);
    case 'set_masked':
      session.setMasked(request.isMasked);
      return null;
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
