// Words of Interact: the shape of interact.zh.ts. How each tier is talked to, who can be reached, and what to do in which week.

import type { LeftReason, Market, Play, Trigger } from '../engine/types.ts';
import type { Format } from './format.ts';

export const interactEn = (f: Format) => {
  const contacts = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'contact', 'contacts')}`;
  const customers = (count: number) =>
    `${f.integer(count)} ${f.plural(count, 'customer', 'customers')}`;
  const hours = (count: number) => `${f.decimal(count, count < 100 ? 1 : 0)} h`;
  const weeks = (count: number) => `${f.integer(count)} ${f.plural(count, 'week', 'weeks')}`;
  return {
    tabs: {
      label: 'Interact',
      strategy: 'Strategy',
      reach: 'Reach',
      calendar: 'Calendar',
      contacts: 'Contacts',
    },
    computing: 'Planning…',
    failed: 'The plan could not be made.',
    contacts,
    hours,

    headline: (count: number, inWeeks: number, needed: number) =>
      `${contacts(count)} in the next ${weeks(inWeeks)} take ${f.decimal(needed, needed < 100 ? 1 : 0)} hours of work.`,
    nothing: 'Nobody is to be contacted in these weeks.',
    fits: (had: number) => `Your team has ${hours(had)}: everything fits.`,
    tight: (had: number) => `Your team has ${hours(had)}. That is enough, but not in every week.`,
    range: (from: number, to: number, total: number) =>
      `${f.integer(from)}–${f.integer(to)} of ${f.integer(total)}`,
    short: (had: number, needed: number) =>
      `Your team has ${hours(had)} and would need ${hours(needed)}.`,
    noCapacity: 'Say how many people you have, and the plan fits their hours.',
    covered: (share: number) =>
      `What is planned covers ${f.percent(share)} of the value at stake that these hours can reach.`,
    relative:
      'The files have no dates, so nothing says when the plan begins. Choose the first day under Calendar.',

    kpi: {
      label: 'The plan in figures',
      contacts: 'Contacts planned',
      customers: 'Customers contacted',
      work: 'Hours of work',
      had: (had: string) => `of ${had}`,
      left: 'Not planned',
      atStake: (money: string) => `${money} at stake`,
      year: 'Hours a year',
    },

    strategy: {
      title: 'How we talk to each tier',
      preset: 'Start from',
      presets: {
        any: 'Any shop (standard)',
        business: 'Selling to companies (B2B)',
        consumer: 'Selling to people (B2C)',
      } as Record<Market, string>,
      usePreset: 'Use it',
      presetMeans:
        'Replaces strategies, limits and occasions by ready-made ones. Undo brings yours back.',
      perYear: 'Contacts per customer and year',
      response: 'Answer within, hours',
      focus: 'We talk about',
      channels: 'Channels, best first',
      minutes: 'Minutes each',
      minutesBy: (channel: string) => `${channel}: minutes each`,
      zeroMeans: '0 minutes: a machine sends it.',
      up: (channel: string) => `${channel}: one place up`,
      down: (channel: string) => `${channel}: one place down`,
      remove: (channel: string) => `Remove ${channel}`,
      addChannel: 'Add a channel',
      none: 'No strategy: these customers are not contacted.',
      add: 'Add a strategy',
      yearly: (count: number, work: number) =>
        `A year: ${contacts(Math.round(count))}, ${hours(work)} of work.`,
      planned: (count: number, work: number) => `Planned: ${contacts(count)}, ${hours(work)}.`,
      left: (count: number) => `${contacts(count)} not planned.`,

      plays: 'Who hears of us more, or less',
      playsMeans: 'The first rule that fits counts. 100 % is as often as the tier’s strategy says.',
      play: 'Play',
      who: 'Customers who are',
      anyStage: 'in any stage',
      atRisk: 'at high risk',
      percent: 'How often, %',
      addPlay: 'Add a rule',
      removePlay: 'Remove this rule',
      raisePlay: 'Move this rule up',

      limits: 'Limits',
      perWeek: 'Contacts in 7 days, at most',
      perMonth: 'Contacts in 30 days, at most',
      channelMonth: (channel: string) => `${channel} in 30 days, at most`,
      noLimit: 'no limit',
      afterOrder: 'Days of peace after an order',
      complaint: 'An open complaint stops contacts for, days',
      occasions: 'We think of customers on',
      occasion: {
        birthday: 'their birthday',
        anniversary: 'the day of their first order',
        spring_festival: 'Spring Festival',
        mid_autumn: 'Mid-Autumn',
        new_year: 'New Year',
        christmas: 'Christmas',
      },
    },

    reach: {
      title: 'Who can be reached, and how',
      unit: 'customers, by tier and channel',
      sentence: (reached: number, all: number) =>
        `${f.integer(reached)} of ${customers(all)} can be reached through at least one channel.`,
      assumed:
        'Your files hold no phone numbers, e-mail addresses or past contacts. The plan takes everybody to be reachable; add a customer list to know.',
      tier: 'Tier',
      customers: 'Customers',
      refused: 'Want no contact',
      unreachable: 'No address at all',
      cell: (channel: string, count: number, share: number) =>
        `${channel}: ${customers(count)}, ${f.percent(share)}`,
      missing: 'What is missing',
      missingUnit: 'customers for whom the first channel of their tier does not work',
      missingSentence: 'Ask for these addresses first: they are what the strategy wants to use.',
      noAddress: (channel: string) => `no ${channel.toLowerCase()} address`,
      optedOut: (channel: string) => `do not want ${channel.toLowerCase()}`,
      nothingMissing: 'Nothing: the first channel of each tier reaches all of its customers.',
      missingAddress: 'Without an address',
      missingOut: 'Opted out of it',
      first: 'First channel',
      best: 'What worked so far',
      bestUnit: 'customers, by the channel most used with them',
      bestSentence: 'A customer is contacted first through the channel used most before.',
      bestNone: 'The files hold no past contacts.',
      channel: 'Channel',
    },

    calendar: {
      weeks: 'Work by week',
      weeksUnit: 'hours',
      weeksSentence: (most: number, week: string) =>
        `The fullest week begins on ${week}: ${hours(most)}.`,
      weeksEmpty: 'No work in these weeks: machines do everything.',
      line: 'The line is what the team has.',
      week: 'Week from',
      workingDays: 'Working days',
      byPeople: 'By people',
      automatic: 'Automatic',
      planned: 'Hours planned',
      had: 'Hours there are',
      weekTip: (
        from: string,
        planned: string,
        had: string,
        byPeople: number,
        automatic: number,
        days: number,
      ) =>
        `Week from ${from}: ${planned}${had ? ` of ${had}` : ''}, ${f.integer(byPeople)} by people, ${f.integer(automatic)} automatic, ${f.integer(days)} working ${f.plural(days, 'day', 'days')}`,
      month: 'Calendar',
      monthSentence: 'Choose a day to see its contacts. Grey days are free.',
      previous: 'Previous month',
      next: 'Next month',
      weekdays: ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'],
      dayTip: (date: string, count: number, work: string, name: string, works: boolean) =>
        [`${date}: ${contacts(count)}`, work, name, works ? '' : 'no work']
          .filter(Boolean)
          .join(', '),
      off: 'free',

      settings: 'Team, days and holidays',
      start: 'First day',
      weeksCount: 'Weeks',
      startToday: 'Today',
      startDefault: 'Analysis day',
      people: 'People who contact customers',
      hoursEach: 'Hours a week each has for it',
      limited: 'The team’s hours are limited',
      workingWeek: 'Working days',
      holidays: 'Public holidays',
      holidaysOf: { china: 'China', western: 'Western', none: 'None' },
      daysOff: 'Own days without work',
      extraDays: 'Extra working days',
      extraMeans: 'Weekends that are worked to make up for a holiday.',
      from: 'From',
      to: 'to',
      day: 'Day',
      add: 'Add',
      removeDay: (date: string) => `Remove ${date}`,

      owners: 'Work lists',
      ownersUnit: 'by account manager',
      ownersSentence: (count: number) =>
        count === 1 ? 'One list.' : `${f.integer(count)} lists, one for each account manager.`,
      owner: 'Account manager',
      nobody: 'without one',
      work: 'Hours',
      files: 'Files',
      everybody: 'All together',

      left: 'What does not fit',
      leftUnit: 'contacts that are wanted and not planned',
      leftSentence: (count: number, money: string) =>
        `${contacts(count)} ${f.plural(count, 'is', 'are')} wanted and not planned, with ${money} at stake.`,
      leftNone: 'Everything that is wanted is planned.',
      reason: 'Why not',
      allReasons: 'All reasons',
      atStake: 'At stake',
      shifts: (count: number, tier: string, from: string, to: string) =>
        `${contacts(count)} of ${tier} ${f.plural(count, 'moves', 'move')} from ${from} to ${to}, because there is no time.`,
    },

    list: {
      title: 'Who is contacted when',
      unit: (count: number) => contacts(count),
      sentence: 'By day. A name opens the customer’s card.',
      none: 'No contact fits.',
      from: 'From',
      to: 'to',
      anyTier: 'All tiers',
      anyChannel: 'All channels',
      anyPlay: 'All plays',
      anyOwner: 'All account managers',
      onlyPeople: 'only by people',
      whole: 'Show all',
      day: 'Day',
      customer: 'Customer',
      channel: 'Channel',
      why: 'Why',
      minutes: 'Minutes',
      owner: 'Account manager',
      automatic: 'auto',
      moved: 'moved for want of time',
      open: (name: string) => `Open the card of ${name}`,
    },

    files: {
      failed: 'The file could not be made.',
      contacts: 'Contacts, CSV',
      calendar: 'Calendar, ICS',
      work_list: 'Work list to print, HTML',
      left: 'What does not fit, CSV',
      names: {
        contacts: 'contacts.csv',
        calendar: 'contacts.ics',
        work_list: 'work-list.html',
        left: 'not-planned.csv',
      },
      short: { contacts: 'CSV', calendar: 'ICS', work_list: 'Print' },
      of: (file: string, owner: string) => `${file}: ${owner}`,
    },
    workList: {
      title: 'Work list',
      done: 'Done',
      day: 'Day',
      customer: 'Customer',
      tier: 'Tier',
      channel: 'Channel',
      address: 'Address',
      why: 'Why',
      minutes: 'Minutes',
      last_order: 'Last order',
      nobody: 'Without an account manager',
    },

    plays: {
      regular: 'Keep in touch',
      welcome: 'Welcome',
      develop: 'Develop',
      retain: 'Keep',
      win_back: 'Win back',
      care: 'Care',
    } as Record<Play, string>,
    triggers: {
      rhythm: 'the tier’s rhythm',
      stage: 'stage of life',
      risk: 'high risk',
      birthday: 'birthday',
      anniversary: 'anniversary',
      festival: 'festival',
    } as Record<Trigger, string>,
    reasons: {
      refused: 'wants no contact',
      unreachable: 'cannot be reached',
      complaint: 'open complaint first',
      frequency: 'limits of frequency',
      capacity: 'no time',
    } as Record<LeftReason, string>,
    holidays: {
      new_year: 'New Year',
      spring_festival: 'Spring Festival',
      tomb_sweeping: 'Qingming',
      labour_day: 'Labour Day',
      dragon_boat: 'Dragon Boat',
      mid_autumn: 'Mid-Autumn',
      national_day: 'National Day',
      good_friday: 'Good Friday',
      easter_monday: 'Easter Monday',
      christmas: 'Christmas',
      boxing_day: 'Boxing Day',
      mid_year_sale: '618 sale',
      singles_day: 'Singles’ Day',
      black_friday: 'Black Friday',
    },
  };
};
