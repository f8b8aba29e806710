// Questions about the last run: they change nothing, and each is one call of the core.

import type { Between, CallName, ExportFormat, Input, MoverQuery, Output } from './protocol.ts';
import type {
  Axis,
  Binning,
  Clusters,
  Condition,
  ContactQuery,
  CustomerQuery,
  Filter,
  LeftQuery,
  Loyalty,
  Market,
  Messaging,
  OfferQuery,
  OwnerList,
  Period,
  PlanFile,
  RiskQuery,
  Scheme,
  Scores,
  Sharing,
  Staff,
  Steady,
} from './types.ts';

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

  /** What customers will do; computed when it is first asked for after a run. */
  value(): Promise<Output<'value'>> {
    return this.ask(null, 'value', {});
  }

  /** What the same model would have said some months ago, against what came. */
  valueCheck(): Promise<Output<'value_check'>> {
    return this.ask(null, 'value_check', {});
  }

  /** Who may leave, and why. */
  riskPage(query: RiskQuery): Promise<Output<'risk_page'>> {
    return this.ask(null, 'risk_page', { query });
  }

  customerValue(customer: number): Promise<Output<'customer_value'>> {
    return this.ask(null, 'customer_value', { customer });
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

  /** How many customers a condition means, and what they are worth. */
  count(condition: Condition): Promise<Output<'count'>> {
    return this.ask(null, 'count', { condition });
  }

  /** The metrics that the files can say something of. */
  metrics(): Promise<Output<'metrics'>> {
    return this.ask(null, 'metrics', {});
  }

  /** One metric in figures, cut in some way. */
  scoredMetric(metric: string, binning: Binning): Promise<Output<'scored_metric'>> {
    return this.ask(null, 'scored_metric', { metric, binning });
  }

  /** The texts of an attribute, those of most customers first. */
  attributeValues(attribute: string, limit: number): Promise<Output<'attribute_values'>> {
    return this.ask(null, 'attribute_values', { attribute, limit });
  }

  /** The cuts of today as fixed ones. */
  freezeScores(): Promise<Output<'freeze_scores'>> {
    return this.ask(null, 'freeze_scores', {});
  }

  /** Published and ready-made schemes that a recipe can take, beside the built-in ones. */
  schemeLibrary(): Promise<Output<'scheme_library'>> {
    return this.ask(null, 'scheme_library', {});
  }

  /** A scheme tried out: its segments with their customers. */
  previewScheme(scheme: Scheme): Promise<Output<'preview_scheme'>> {
    return this.ask(null, 'preview_scheme', { scheme });
  }

  checkScheme(scheme: Scheme): Promise<Output<'check_scheme'>> {
    return this.ask(null, 'check_scheme', { scheme });
  }

  /** Every scheme there is; `scores` asks which would go with other scores. */
  schemes(scores?: Scores): Promise<Output<'schemes'>> {
    return this.ask(null, 'schemes', { scores });
  }

  /** Customers by the cells of a table with these axes; own scores instead of the recipe's. */
  cellCounts(axes: readonly Axis[], scores: Scores | null): Promise<Output<'cell_counts'>> {
    return this.ask(null, 'cell_counts', { axes, scores });
  }

  /** Such clusters of the customers, whether a scheme has them or not. */
  clusters(rule: Clusters): Promise<Output<'clusters'>> {
    return this.ask(null, 'clusters', { rule });
  }

  /** Two schemes against each other; undefined when one is not there. */
  compare(first: string, second: string): Promise<Output<'compare'>> {
    return this.ask(null, 'compare', { first, second });
  }

  /** Who is in each segment of a scheme. */
  people(scheme: string): Promise<Output<'people'>> {
    return this.ask(null, 'people', { scheme });
  }

  /** One score of all customers: its spread, the best so many, and what each segment has. */
  scorecard(metric: string, best: number): Promise<Output<'scorecard'>> {
    return this.ask(null, 'scorecard', { metric, best });
  }

  /** The people without orders by one score, with the best so many leads. */
  prospects(metric: string, best: number): Promise<Output<'prospects'>> {
    return this.ask(null, 'prospects', { metric, best });
  }

  /** Where the scores of one customer come from. */
  customerScores(customer: number): Promise<Output<'customer_scores'>> {
    return this.ask(null, 'customer_scores', { customer });
  }

  plan(): Promise<Output<'plan'>> {
    return this.ask(null, 'plan', {});
  }

  /** The contacts of the coming weeks in figures. */
  calendar(): Promise<Output<'calendar'>> {
    return this.ask(null, 'calendar', {});
  }

  contactPage(query: ContactQuery): Promise<Output<'contact_page'>> {
    return this.ask(null, 'contact_page', { query });
  }

  /** Contacts that are wanted and not planned, the most valuable first. */
  leftPage(query: LeftQuery): Promise<Output<'left_page'>> {
    return this.ask(null, 'left_page', { query });
  }

  /** Contacts with their messages. */
  draftPage(query: ContactQuery, messaging: Messaging): Promise<Output<'draft_page'>> {
    return this.ask(null, 'draft_page', { query, messaging });
  }

  /** For how many customers the fields of the messages are not known. */
  messageReport(messaging: Messaging): Promise<Output<'message_report'>> {
    return this.ask(null, 'message_report', { messaging });
  }

  /** Ready-made strategies, limits and occasions for the tiers there are. */
  treatment(market: Market): Promise<Output<'treatment'>> {
    return this.ask(null, 'treatment', { market });
  }

  planFile(wanted: PlanFile): Promise<Output<'plan_file'>> {
    return this.ask(null, 'plan_file', { wanted });
  }

  offers(): Promise<Output<'offers'>> {
    return this.ask(null, 'offers', {});
  }

  /** What the offers to single customers come to; learnt from all orders when it is first asked for after a run. */
  offerFigures(): Promise<Output<'offer_figures'>> {
    return this.ask(null, 'offer_figures', {});
  }

  /** What customers are offered, each with its reason. */
  offerPage(query: OfferQuery): Promise<Output<'offer_page'>> {
    return this.ask(null, 'offer_page', { query });
  }

  customerOffer(customer: number): Promise<Output<'customer_offer'>> {
    return this.ask(null, 'customer_offer', { customer });
  }

  /** How often the recommendations of a past day would have been right; undefined when nothing can be said. */
  offerTest(): Promise<Output<'offer_test'>> {
    return this.ask(null, 'offer_test', {});
  }

  /** The owners that the files name. */
  staffNamed(): Promise<Output<'staff_named'>> {
    return this.ask(null, 'staff_named', {});
  }

  /** Who looks after whom by these people; lists are cut to `limit` rows. */
  assignment(staff: Staff, limit: number): Promise<Output<'assignment'>> {
    return this.ask(null, 'assignment', { staff, limit });
  }

  ownersCsv(staff: Staff, list: OwnerList): Promise<Output<'owners_csv'>> {
    return this.ask(null, 'owners_csv', { staff, list });
  }

  /** What the recipe's loyalty plan would have come to; undefined without one. */
  loyalty(): Promise<Output<'loyalty'>> {
    return this.ask(null, 'loyalty', {});
  }

  loyaltySuggestion(): Promise<Output<'loyalty_suggestion'>> {
    return this.ask(null, 'loyalty_suggestion', {});
  }

  /** A changed plan against the recipe's. */
  loyaltyWhatIf(plan: Loyalty): Promise<Output<'loyalty_what_if'>> {
    return this.ask(null, 'loyalty_what_if', { plan });
  }

  /** Sizes of the tiers over time; computes at most so many more days. Without a period, the one that fits the data. */
  tierHistory(
    scheme: string,
    period: Period | null,
    days: number,
  ): Promise<Output<'tier_history'>> {
    return this.ask(null, 'tier_history', { scheme, period, days });
  }

  /** The tiers that one customer had; computes at most so many more days. */
  customerTiers(customer: number, days: number): Promise<Output<'customer_tiers'>> {
    return this.ask(null, 'customer_tiers', { customer, days });
  }

  steadySimulation(rule: Steady): Promise<Output<'steady_simulation'>> {
    return this.ask(null, 'steady_simulation', { rule });
  }

  migration(between: Between): Promise<Output<'migration'>> {
    return this.ask(null, 'migration', between);
  }

  movers(query: MoverQuery): Promise<Output<'movers'>> {
    return this.ask(null, 'movers', { query });
  }

  drift(between: Between): Promise<Output<'drift'>> {
    return this.ask(null, 'drift', between);
  }

  cohorts(): Promise<Output<'cohorts'>> {
    return this.ask(null, 'cohorts', {});
  }

  /** Without `until`, up to the analysis day; `models` take longer than schemes. */
  backTest(split: string, until: string | null, models: boolean): Promise<Output<'back_test'>> {
    return this.ask(null, 'back_test', { split, until, models });
  }

  /** What customers said, by tier and over time. */
  feedback(): Promise<Output<'feedback'>> {
    return this.ask(null, 'feedback', {});
  }

  /** What waits for an answer, the best tiers first. */
  matters(offset: number, limit: number): Promise<Output<'matters'>> {
    return this.ask(null, 'matters', { offset, limit });
  }

  /** Two periods of every tier, and what follows for the strategies. */
  effect(): Promise<Output<'effect'>> {
    return this.ask(null, 'effect', {});
  }

  /** Strategies that are not as the log of adjustments leaves them. */
  unlogged(): Promise<Output<'unlogged'>> {
    return this.ask(null, 'unlogged', {});
  }

  /** A file to hand on, and what is in it. */
  share(what: Sharing): Promise<Output<'share'>> {
    return this.ask(null, 'share', { what });
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
