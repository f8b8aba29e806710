// Words of scores: the value score, sheets of points, where they come from. The shape of scores.zh.ts.

import type { Format } from './format.ts';

export const scoresEn = (f: Format) => {
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  return {
    tab: 'Scores',
    title: 'Scores',
    lead: 'One figure for each customer: what counts, how much, and who is best by it. Every change is counted at once and can be undone.',
    choose: 'Score',
    loading: 'Counting…',
    failed: 'This could not be counted. Try again, or open the page anew.',
    name: {
      value_score: 'Value score',
      loyalty: 'Loyalty',
      purchasing_power: 'Purchasing power',
      potential: 'Potential',
    },
    means: {
      loyalty:
        'Mean of how a customer ranks in days since the first order, in the share of months with an order, and in the regularity of orders. What is not known is left out.',
      purchasing_power: 'Mean of how a customer ranks in average and in largest order.',
      potential:
        'Mean of the headroom against the best tenth of the peers (same industry, else same area), of the trend of the last half-year, and of how many purchases the model expects. What is not known is left out.',
    },
    value: {
      title: 'Weights',
      means:
        'Each figure is cut into scores; the value score is their weighted mean from 0 to 100. What is not known of a customer counts neither for nor against.',
      weight: (name: string) => `Weight of ${name}`,
      sum: (sum: string) => `Weights add up to ${sum}`,
      share: (share: number) => f.percent(share),
      remove: (name: string) => `Leave out ${name}`,
      add: 'Add a figure',
      addChoose: 'Choose…',
      bins: (name: string) => `Scores of ${name}`,
      method: (name: string) => `How ${name} is cut`,
      reset: 'Back to the default weights',
      absent: 'not in the files: left out',
    },
    sheet: {
      add: 'New point sheet',
      newName: (number: number) => `Point sheet ${f.integer(number)}`,
      name: 'Name of the sheet',
      remove: 'Delete this sheet',
      used: 'A scheme uses this sheet; change the scheme first.',
      rules: 'Rules',
      means:
        'Every rule is looked at for every customer; the points add up, fade, and are then held within the bounds.',
      rule: (number: number) => `Rule ${f.integer(number)}`,
      points: 'Points',
      once: 'once',
      perStep: 'for each',
      step: 'Step',
      of: 'of',
      atMost: 'at most so many times',
      who: 'For whom',
      everybody: 'everybody',
      some: 'customers of whom this holds',
      addRule: 'Add a rule',
      empty: 'No rule yet: everybody has 0 points.',
      incomplete: 'Fill in every condition first; until then the old rules count.',
      limits: 'Fading and bounds',
      fades: 'Points fade',
      halfLife: 'half are left after so many days',
      since: 'counted from',
      last_order: 'the last order',
      last_contact: 'the last contact',
      min: 'Never less than',
      max: 'Never more than',
    },
    spread: {
      title: (name: string) => `How it spreads: ${name}`,
      unit: 'customers',
      sentence: (known: number, median: string, unknown: number) =>
        `${known === 1 ? `The only customer of whom it is known has ${median}.` : `Half of the ${customers(known)} have ${median} or more.`}${unknown ? ` Of ${f.integer(unknown)} it is not known.` : ''}`,
      none: 'It is not known of anybody: the files bring nothing that it follows from.',
      tip: (from: string, to: string, count: number) => `${from} to ${to}: ${customers(count)}`,
      from: 'From',
      to: 'To',
    },
    best: {
      title: 'Best customers',
      unit: 'by this score',
      customer: 'Customer',
      segment: 'Segment',
      score: 'Score',
      revenue: 'Revenue',
      sentence: (count: number, share: number) =>
        `${f.plural(count, 'This one brings', `These ${f.integer(count)} bring`)} ${f.percent(share)} of all revenue.`,
    },
    segments: {
      title: 'Segments compared',
      unit: 'median of each score',
      segment: 'Segment',
      sentence: (segment: string, score: string, median: string) =>
        `${segment} has the highest ${score}: ${median}.`,
      known: (name: string, median: string, known: number) =>
        `${name}: ${median}, known of ${customers(known)}`,
    },
    leads: {
      title: 'Leads',
      unit: 'people without an order, by the same sheet',
      sentence: (count: number, contacted: number) =>
        `${f.integer(count)} ${f.plural(count, 'person has', 'people have')} not ordered yet; ${f.integer(contacted)} of them ${f.plural(contacted, 'was', 'were')} contacted. They are in no segment and in no total.`,
      person: 'Person',
    },
    /** The stage of those who have not ordered yet, beside the segments of a scheme. */
    prospects: 'Prospects',
    beside: 'no order yet; not in the totals',
    card: {
      title: 'Scores',
      loading: 'Counting…',
      notKnown: 'not known',
      part: 'What counts',
      figure: 'Figure',
      weight: 'Weight',
      points: 'Points',
      place: (score: number, bins: number) => `score ${f.integer(score)} of ${f.integer(bins)}`,
      faded: (left: number) => `${f.percent(left)} left after fading`,
      notMeant: 'does not apply',
      steps: (count: number) => `${f.integer(count)} ×`,
      part_of: {
        tenure: 'Days since the first order',
        repeat_rate: 'Share of months with an order',
        regularity: 'Regularity',
        average_order: 'Average order',
        largest_order: 'Largest order',
        headroom: 'Headroom; the best tenth of the peers spends',
        trend: 'Growth in the last half-year',
        expected_purchases: 'Expected purchases',
      },
    },
    /** Conditions in words. */
    and: ' and ',
    or: ' or ',
    not: (text: string) => `not (${text})`,
    atLeast: (name: string, value: string) => `${name} ≥ ${value}`,
    atMost: (name: string, value: string) => `${name} ≤ ${value}`,
    isOne: (name: string, values: string) => `${name}: ${values}`,
    contains: (name: string, text: string) => `${name} contains “${text}”`,
    isKnown: (name: string) => `${name} is known`,
    isUnknown: (name: string) => `${name} is not known`,
    per: (step: string, name: string) => `for each ${step} of ${name}`,
  };
};
