// Words of value and risk: the shape of value.zh.ts. What customers will bring, how far that can be trusted, who may leave.

import type {
  Concern,
  PurchaseModelKind,
  Reason,
  ReasonKind,
  RiskLevel,
  RiskSort,
  TimeUnit,
} from '../engine/types.ts';
import type { Format } from './format.ts';

type ConcernOf<C extends Concern['code']> = Extract<Concern, { readonly code: C }>;

/** A sentence for everything that can speak against a forecast; `isShown` when there is one all the same. */
export type ConcernWords = {
  readonly [C in Concern['code']]: (concern: ConcernOf<C>, isShown: boolean) => string;
};

type ReasonOf<C extends Reason['code']> = Extract<Reason, { readonly code: C }>;

/** A sentence for every reason of a risk, with its figures. */
export type ReasonWords = { readonly [C in Reason['code']]: (reason: ReasonOf<C>) => string };

export const valueEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const days = (count: number) => `${f.integer(count)} ${f.plural(count, 'day', 'days')}`;
  const orders = (count: number) => `${f.decimal(count, 1)} ${f.plural(count, 'order', 'orders')}`;
  const months = (count: number) =>
    count === 12 ? '12 months' : `${f.integer(count)} ${f.plural(count, 'month', 'months')}`;
  return {
    tab: 'Value and risk',
    title: 'Value and risk',
    computing: 'Looking ahead… a million customers take some seconds.',
    failed: 'This could not be computed.',

    headline: (count: number, ahead: number, money: string, low: string, high: string) =>
      `In the next ${months(ahead)} your ${customers(count)} will likely bring ${money} (${low} to ${high}).`,
    nothing: 'Nothing can be forecast from these data yet.',
    atRisk: (count: number, money: string) =>
      count === 0
        ? 'Nobody shows a sign of leaving.'
        : `${customers(count)} ${f.plural(count, 'shows', 'show')} signs of leaving: ${money} at stake.`,
    gone: (count: number) =>
      `${customers(count)} ${f.plural(count, 'has', 'have')} most likely left already: by the model, or silent for longer than the life cycle allows.`,
    stillThere: (alive: number) => `About ${f.integer(alive)} of them are still customers today.`,
    unknown: (count: number) =>
      `Nothing can be said of ${customers(count)}: their first order is not known.`,
    rangeMeans:
      'In 95 of 100 cases it lies between these two, if customers go on as they did. That the market may change is not in it.',

    kpi: {
      label: 'Forecast in figures',
      revenue: 'Revenue expected',
      orders: 'Orders expected',
      taken: {
        day: 'Days with an order expected',
        week: 'Weeks with an order expected',
        month: 'Months with an order expected',
        quarter: 'Quarters with an order expected',
        year: 'Years with an order expected',
      } satisfies Record<TimeUnit, string>,
      value: 'Lifetime value',
      valueMeans: (discount: number, margin: number) =>
        margin < 1
          ? `less ${f.percent(discount, 1)} a month, ${f.percent(margin)} margin`
          : `less ${f.percent(discount, 1)} a month for waiting`,
      historic: 'Brought so far',
      historicMeans: (margin: number) =>
        margin < 1 ? `revenue × ${f.percent(margin)} margin` : 'all revenue in the file',
      alive: 'Still customers',
      aliveOf: (share: number) => `${f.percent(share)} of all`,
      atStake: 'At stake',
      customers,
      between: (low: string, high: string) => `${low} to ${high}`,
    },

    settings: {
      title: 'How it is computed',
      summary: (model: string, ahead: number) => `${model}, next ${months(ahead)}`,
      model: 'Method',
      models: {
        mbg_nbd: 'MBG/NBD',
        bg_nbd: 'BG/NBD',
        pareto_nbd: 'Pareto/NBD',
        bg_bb: 'BG/BB: yes or no each period',
        simple: 'Simple: orders per month',
      } satisfies Record<PurchaseModelKind, string>,
      modelMeans: {
        mbg_nbd:
          'Everybody orders at an own pace and may leave after any order, also the first. The best choice for most shops.',
        bg_nbd:
          'As MBG/NBD, but who has ordered only once counts as a customer for certain. The one most often published.',
        pareto_nbd:
          'Customers may leave at any time, not only after an order. The classic; slower.',
        bg_bb:
          'For subscriptions, memberships, donations: in each month (or week, quarter, year) a customer orders or does not. How many orders there are in it plays no part.',
        simple:
          'Orders per month × months as a customer × average order. Needs hardly any data; does not see who is about to leave.',
      } satisfies Record<PurchaseModelKind, string>,
      months: 'Look ahead',
      monthsOf: months,
      monthsMeans: 'The further ahead, the less is certain: not longer than the file reaches back.',
      unit: 'Unit of time',
      units: {
        day: 'Days',
        week: 'Weeks',
        month: 'Months',
        quarter: 'Quarters',
        year: 'Years',
      } satisfies Record<TimeUnit, string>,
      unitMeans: 'What the parameters count in. The forecast hardly changes.',
      opportunity: 'One opportunity is',
      opportunityMeans:
        'Take the stretch in which customers usually order once. It runs by the calendar; the one still running is not counted.',
      discount: 'Discount a month, %',
      discountMeans: 'Money that comes later is worth less: 1 % a month is about 12 % a year.',
      margin: 'Margin, %',
      marginMeans: 'What is left of revenue after costs. 100 % shows revenue.',
      export: 'Add these columns to exported customer lists',
      exportMeans:
        'Chance of still being a customer, expected orders and amounts, lifetime value, risk, next order.',
    },

    verdict: {
      title: 'Can this be trusted?',
      good: 'Yes: the data carry this forecast.',
      mixed: 'With care: the forecast stands, but something speaks against it.',
      simple: 'Only roughly: this is a simple estimate with wide ranges.',
      nothing: 'No forecast.',
      chosenSimple: 'The simple method was chosen. Its ranges are wide on purpose.',
      fitted: (agreeing: number, starts: number) =>
        `The search for the parameters arrived; ${f.integer(agreeing)} of ${f.integer(starts)} starting points led to the same place.`,
      independent: (correlation: number) =>
        `How much customers spend does not depend on how often (correlation ${f.decimal(correlation)}).`,
      counted: {
        day: 'Counted are days with an order, not orders.',
        week: 'Counted are calendar weeks with an order, not orders; the running week is not counted.',
        month:
          'Counted are calendar months with an order, not orders; the running month is not counted.',
        quarter:
          'Counted are calendar quarters with an order, not orders; the running quarter is not counted.',
        year: 'Counted are calendar years with an order, not orders; the running year is not counted.',
      } satisfies Record<TimeUnit, string>,
      checkCounted: {
        day: 'Days with an order are meant.',
        week: 'Weeks with an order are meant, as far as they have ended.',
        month: 'Months with an order are meant, as far as they have ended.',
        quarter: 'Quarters with an order are meant, as far as they have ended.',
        year: 'Years with an order are meant, as far as they have ended.',
      } satisfies Record<TimeUnit, string>,
      rates: (monthly: string, low: string, high: string, average: string) =>
        `A customer orders ${monthly} times a month (${low} to ${high}), ${average} each time.`,
      leaving: (share: number, silent: number) =>
        `${f.percent(share, 1)} fall silent each month (no order for ${days(silent)}).`,
      concern: {
        too_few_repeaters: ({ found, needed }, isShown) =>
          `${found === 0 ? 'No customer' : `Only ${customers(found)}`} came back; a model needs ${f.integer(needed)}.${isShown ? ' So the simple estimate is shown.' : ''}`,
        no_first_order: ({ customers: count }) =>
          `The file has sums for ${customers(count)}, but not when their first order was. Add the first-order date or the single orders.`,
        no_single_orders: (_, isShown) =>
          `This method counts in which months (or weeks, quarters, years) there was an order; the file has sums only.${isShown ? ' So the simple estimate is shown.' : ''}`,
        too_few_opportunities: ({ found, needed }, isShown) =>
          `Nobody has been a customer for more than ${f.integer(found)} ${f.plural(found, 'opportunity that has', 'opportunities that have')} ended; at least ${f.integer(needed)} are needed. Choose a shorter stretch.${isShown ? ' Until then the simple estimate is shown.' : ''}`,
        several_orders: ({ each }) =>
          `An opportunity that was taken holds ${f.decimal(each, 1)} days with an order on average, and only a yes is counted: choose a shorter stretch, or MBG/NBD.`,
        too_early: () => 'Nobody has been a customer for four weeks yet. Come back with more days.',
        not_converged: () =>
          'No parameters fit these data well. Look at another method, or at the simple one.',
        degenerate: ({ parameter }) =>
          `${parameter}: hardly determined; the data could be explained in other ways, too.`,
        spend_depends_on_frequency: ({ correlation }) =>
          `How much customers spend goes with how often (correlation ${f.decimal(correlation)}): amounts per order are less certain.`,
        nobody_leaves: () =>
          'By the model hardly anybody ever leaves, so it cannot tell who is gone. The risks below go by each customer’s own rhythm.',
        spend_not_fitted: () =>
          'What an order is worth could not be modelled: each customer’s own average is taken.',
        worth_nothing: ({ customers: count }) =>
          `${customers(count)} came back but brought nothing after returns; ${f.plural(count, 'this one does', 'they do')} not count for the amounts.`,
      } satisfies ConcernWords,
      undetermined: (parameters: readonly string[]) =>
        `${f.plural(parameters.length, 'Parameter', 'Parameters')} ${f.list(parameters)} ${f.plural(parameters.length, 'is', 'are')} hardly determined: the data could be explained in other ways, too.`,
      check: (split: string, until: string, expected: number, actual: number) =>
        `Had this been done on ${f.day(split)}: ${f.integer(expected)} orders would have been expected until ${f.day(until)}. ${f.integer(actual)} came.`,
      checkOff: (share: number) =>
        share >= 0
          ? `The forecast was ${f.percent(share)} too high.`
          : `The forecast was ${f.percent(-share)} too low.`,
      checking: 'Checking against the past…',
      noCheck: 'There is not enough past to check the forecast against it.',
      parameters: 'Parameters',
      parameter: 'Parameter',
      estimate: 'Estimate',
      error: 'Standard error',
      likelihood: 'Log-likelihood',
      correlation: 'Correlation of frequency and amount',
      spendModel: 'Gamma-Gamma (amounts)',
    },

    alive: {
      title: 'Chance of still being a customer',
      unit: 'customers by P(alive)',
      sentence: (sure: number, gone: number) =>
        `${customers(sure)} ${f.plural(sure, 'is', 'are')} most likely still there (80% and more), ${f.integer(gone)} most likely gone (below 20%).`,
      step: (from: number, to: number) => `${f.percent(from)}–${f.percent(to)}`,
      tip: (from: number, to: number, count: number, money: string) =>
        `${f.percent(from)} to ${f.percent(to)}: ${customers(count)} who brought ${money} so far.`,
      chance: 'Chance',
      means: 'P(alive): how likely it is that a customer will order again at all.',
    },
    values: {
      title: 'Lifetime value',
      unit: 'customers by expected value',
      sentence: (median: string) => `Half of the customers will bring less than ${median}.`,
      half: 'More than half of the customers are not expected to bring anything.',
      tip: (from: string, to: string, count: number) => `${from} to ${to}: ${customers(count)}.`,
      tipOpen: (from: string, count: number) => `${from} and more: ${customers(count)}.`,
      value: 'Value',
    },
    matrix: {
      title: 'Orders × silence',
      unit: { chance: 'chance of still being a customer, %', orders: 'orders expected' },
      show: 'Show',
      chance: 'Chance',
      orders: 'Expected orders',
      sentence: (age: number) =>
        `The same silence means more with those who order often. All cells: customers for ${days(age)}.`,
      repeats: 'repeat orders',
      since: 'days since the last order',
      row: (from: number, to: number | null) =>
        to === null
          ? `${f.integer(from)}+`
          : from === to
            ? f.integer(from)
            : `${f.integer(from)}–${f.integer(to)}`,
      tip: (repeats: string, since: number, p: number, expected: number, count: number) =>
        `${repeats} repeat orders, up to ${days(since)} of silence: ${f.percent(p)} still customers, ${orders(expected)} expected. ${customers(count)}.`,
      customers: 'Customers',
      impossible: (repeats: string, since: number) =>
        `${repeats} repeat orders and ${days(since)} of silence: there were not so many opportunities.`,
    },
    tiers: {
      title: 'What each tier will bring',
      unit: (ahead: number) => `revenue, last and next ${months(ahead)}`,
      unitSimple: 'revenue',
      tier: 'Tier',
      before: 'Last',
      next: 'Next',
      range: 'Range',
      value: 'Lifetime value',
      sentence: (name: string, money: string, share: number) =>
        `${name} will bring most: ${money}, ${f.percent(share)} of all.`,
      tip: (name: string, count: number, money: string, low: string, high: string) =>
        `${name}: ${customers(count)}, ${money} expected (${low} to ${high}).`,
    },
    check: {
      title: 'Forecast against what came',
      unit: 'orders per customer',
      repeats: 'Repeat orders before',
      expected: 'Expected',
      actual: 'Came',
      sentence: 'Customers grouped by how often they had come back before the day of the check.',
      tip: (repeats: string, count: number, expected: number, actual: number) =>
        `${repeats} repeat orders before: ${customers(count)}, ${f.decimal(expected, 2)} expected, ${f.decimal(actual, 2)} came.`,
      more: (count: number) => `${f.integer(count)}+`,
    },

    drivers: {
      title: 'Why customers are at risk',
      unit: 'customers, their revenue, what is at stake',
      sentence: (name: string, count: number, share: number) =>
        `Most often: ${name} (${customers(count)}, ${f.percent(share)} of those at risk). A customer can have several reasons.`,
      reason: 'Reason',
      revenue: 'Revenue so far',
      atStake: 'At stake',
      name: {
        rhythm_broken: 'Own rhythm broken',
        silent: 'Silent for long',
        spend_falling: 'Spends less',
        complaint_open: 'Complaint open',
      } satisfies Record<ReasonKind, string>,
      tip: (name: string, count: number, revenue: string, stake: string) =>
        `${name}: ${customers(count)} with ${revenue} so far, ${stake} at stake. Click to list them.`,
    },
    reason: {
      rhythm_broken: ({ days: since, usual_days }) =>
        `No order for ${days(since)}; usually every ${days(usual_days)}`,
      spend_falling: ({ before, after }) =>
        `Spends ${f.moneyShort(after)} per order, before ${f.moneyShort(before)}`,
      complaint_open: ({ complaints }) =>
        `${f.integer(complaints)} open ${f.plural(complaints, 'complaint', 'complaints')}`,
      silent: ({ days: since, limit }) => `Silent for ${days(since)} (limit ${f.integer(limit)})`,
    } satisfies ReasonWords,
    level: { low: 'Low', medium: 'Medium', high: 'High', gone: 'Gone' } satisfies Record<
      RiskLevel,
      string
    >,
    list: {
      title: 'Whom to win back first',
      unit: 'customers at risk',
      sentence:
        'At stake: what the customer would bring as a customer, times the chance that this is over.',
      sentenceSimple: 'At stake: what the customer would bring by ordering as before.',
      none: 'Nobody matches.',
      customer: 'Customer',
      level: 'Risk and why',
      why: 'Why',
      chance: 'Still a customer',
      atStake: 'At stake',
      revenue: 'So far',
      sort: 'Order by',
      sorts: {
        at_stake: 'Most at stake',
        p_alive: 'Least likely still there',
        revenue: 'Most revenue so far',
        recency_days: 'Longest silent',
      } satisfies Record<RiskSort, string>,
      anyLevel: 'Medium and high',
      goneMeans:
        'Gone: by the model hardly likely to order again, or no order for longer than the life cycle allows. Win-back is dear; keeping those at risk is not.',
      anyReason: 'Any reason',
      open: (name: string) => `Open the card of ${name}`,
    },

    card: {
      title: 'What to expect',
      loading: 'Looking ahead…',
      nothing:
        'Nothing can be expected of this customer: the first order is not known, or it is too early.',
      alive: (p: number) => `${f.percent(p)} likely still a customer today.`,
      silentOver: 'Counts as gone: silent for too long.',
      expected: (ahead: number, count: string, money: string, low: string, high: string) =>
        `Next ${months(ahead)}: ${count} orders, ${money} (${low} to ${high}).`,
      next: (day: string) => `Next order expected around ${f.day(day)}`,
      nextRange: (from: string, until: string) => `between ${f.day(from)} and ${f.day(until)}`,
      nextFrom: (from: string) => `not before ${f.day(from)}`,
      byRhythm: (usual: number) => `by the own rhythm of ${days(usual)}`,
      byModel: 'by the model, if still a customer',
      overdue: (late: number) => `overdue by ${days(late)}`,
      value: 'Lifetime value',
      historic: 'Brought so far',
      spend: 'Per order expected',
      year: (orders_: number, money: string) =>
        `Last 365 days: ${f.integer(orders_)} ${f.plural(orders_, 'order', 'orders')}, ${money}.`,
      yearBefore: (orders_: number, money: string) =>
        `The year before: ${f.integer(orders_)}, ${money}.`,
      history: 'Chance of still being a customer over time',
      historySentence:
        'It falls while nothing is ordered and jumps up with each order. Dots are orders.',
      point: (day: string, p: number) => `${f.day(day)}: ${f.percent(p)}`,
      order: (day: string, p: number) => `${f.day(day)}: order, ${f.percent(p)}`,
      day: 'Day',
      chance: 'Chance',
      ordered: 'Ordered',
      risk: (level: RiskLevel) =>
        ({
          low: 'Low risk of losing',
          medium: 'Medium risk of losing',
          high: 'High risk of losing',
          gone: 'Most likely gone',
        })[level],
      noReasons: 'Nothing speaks for a loss.',
      atStake: (money: string) => `${money} at stake`,
    },
  };
};
