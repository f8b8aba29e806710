//! What a calendar comes to: hours, value, weeks, moved contacts.
//!
//! Invariant: planned and left contacts together are all that are wanted, of value as well as of number.

use super::demand::Demand;
use super::horizon::Horizon;
use super::{Calendar, Entry, Left, Placed};
use crate::base::{Day, Money};
use crate::differentiate::Standing;
use crate::interact::reach::{Reach, coverage};
use crate::recipe::ContactChannel;
use serde::Serialize;
use std::collections::BTreeMap;

/// What a calendar comes to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[cfg_attr(test, ts(rename = "CalendarFigures"))]
pub struct Figures {
    /// Contacts that are planned.
    #[cfg_attr(test, ts(type = "number"))]
    pub contacts: u64,
    /// Customers with a contact.
    pub customers: u32,
    /// Contacts that are wanted and not planned, whatever the reason.
    #[cfg_attr(test, ts(type = "number"))]
    pub contacts_left: u64,
    /// Staff minutes if every contact went through the channel it is meant for.
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes_needed: u64,
    /// Staff minutes that are planned.
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes_planned: u64,
    /// Staff minutes that the team has; none when it is as large as it takes.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub minutes_had: Option<u64>,
    /// What is at stake with everything that is wanted.
    #[cfg_attr(test, ts(type = "number"))]
    pub value_wanted: Money,
    /// What is at stake with the planned contacts, those through a cheaper channel counted half.
    #[cfg_attr(test, ts(type = "number"))]
    pub value_covered: Money,
    /// No plan with these hours can cover more.
    #[cfg_attr(test, ts(type = "number"))]
    pub value_possible: Money,
}

/// What one week takes and has.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct WeekLoad {
    /// First day.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: Day,
    /// Working days.
    pub working_days: u32,
    /// Contacts that people make.
    pub by_people: u32,
    /// Contacts that a machine makes.
    pub automatic: u32,
    /// Staff minutes that are planned.
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes: u64,
    /// Staff minutes that the team has.
    pub minutes_had: Option<u32>,
}

/// Contacts that were moved to a cheaper channel.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[cfg_attr(test, ts(rename = "ChannelShift"))]
pub struct Shift {
    /// Tier code.
    pub tier: String,
    /// The channel that they were meant for.
    pub from: ContactChannel,
    /// The channel that they go through.
    pub to: ContactChannel,
    /// How many.
    pub contacts: u32,
}

/// What the strategy of one tier comes to in a year, plays and reach counted in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TierYear {
    /// Hundredths of contacts.
    pub contacts: u64,
    /// Hundredths of staff minutes, each contact through the first channel that reaches the customer.
    pub minutes: u64,
}

/// What a calendar is made of.
pub(super) struct Parts<'a> {
    pub(super) standing: &'a Standing,
    pub(super) horizon: &'a Horizon,
    pub(super) reach: &'a Reach,
    pub(super) demand: Demand,
    pub(super) entries: Vec<Placed>,
    /// Twice the value that no plan can surpass.
    pub(super) bound: u128,
    /// Minutes of each week; none when the team is as large as it takes.
    pub(super) had: Option<Vec<u32>>,
    /// Minutes of one account manager in all weeks.
    pub(super) of_owner: Option<u64>,
    pub(super) days_are_relative: bool,
}

pub(super) fn summed_up(parts: Parts<'_>) -> Calendar {
    let Parts { standing, horizon, reach, demand, entries, bound, had, of_owner, days_are_relative } = parts;
    let figures = figures(had.as_deref(), &demand, &entries, bound);
    let shifts = shifts(standing, &demand, &entries);
    let mut entries: Vec<Entry> = entries.into_iter().map(|(_, entry)| entry).collect();
    entries.sort_by_key(|entry| (entry.day, entry.customer, entry.channel));
    Calendar {
        start: horizon.start,
        days_are_relative,
        weeks: weeks(horizon, had.as_deref(), &entries),
        entries,
        left: joined(demand.left),
        named_days: horizon.named.clone(),
        working: horizon.all_working(),
        minutes_of_owner: of_owner,
        year: demand.year,
        shifts,
        coverage: coverage(reach, standing),
        reach_is_assumed: reach.is_assumed,
        figures,
    }
}

/// One line for each customer and reason.
fn joined(mut left: Vec<Left>) -> Vec<Left> {
    left.sort_by_key(|left| (left.customer, left.reason));
    let mut joined: Vec<Left> = Vec::new();
    for left in left {
        match joined.last_mut().filter(|last| (last.customer, last.reason) == (left.customer, left.reason)) {
            Some(last) => {
                last.contacts += left.contacts;
                last.value = Money::from_raw(last.value.raw().saturating_add(left.value.raw()));
            }
            None => joined.push(left),
        }
    }
    joined
}

fn figures(had: Option<&[u32]>, demand: &Demand, entries: &[Placed], bound: u128) -> Figures {
    let money = |raw: u128| Money::from_raw(i64::try_from(raw).unwrap_or(i64::MAX));
    let value = |at: usize, is_moved: bool| u128::from(demand.tasks[at].value) * if is_moved { 1 } else { 2 };
    let planned: u128 = entries.iter().map(|(at, _)| u128::from(demand.tasks[*at].value)).sum();
    let left: u128 = demand.left.iter().map(|left| u128::try_from(left.value.raw()).unwrap_or(0)).sum();
    let mut customers: Vec<_> = entries.iter().map(|(_, entry)| entry.customer).collect();
    customers.dedup();
    Figures {
        contacts: entries.len() as u64,
        customers: u32::try_from(customers.len()).unwrap_or(u32::MAX),
        contacts_left: demand.left.iter().map(|left| u64::from(left.contacts)).sum(),
        minutes_needed: demand.tasks.iter().map(|task| u64::from(task.minutes)).sum(),
        minutes_planned: entries.iter().map(|(_, entry)| u64::from(entry.minutes)).sum(),
        minutes_had: had.map(|weeks| weeks.iter().copied().map(u64::from).sum()),
        value_wanted: money(planned + left),
        value_covered: money(entries.iter().map(|(at, entry)| value(*at, entry.is_moved)).sum::<u128>() / 2),
        value_possible: money(bound.div_ceil(2)),
    }
}

fn weeks(horizon: &Horizon, had: Option<&[u32]>, entries: &[Entry]) -> Vec<WeekLoad> {
    let mut weeks: Vec<WeekLoad> = (0_i32..)
        .zip(horizon.working_days())
        .map(|(week, working_days)| WeekLoad {
            from: horizon.day(week * 7),
            working_days,
            by_people: 0,
            automatic: 0,
            minutes: 0,
            minutes_had: None,
        })
        .collect();
    for (week, minutes) in weeks.iter_mut().zip(had.unwrap_or_default()) {
        week.minutes_had = Some(*minutes);
    }
    for entry in entries {
        let week = &mut weeks[horizon.week_of(entry.day.days_since(horizon.start))];
        if entry.minutes == 0 {
            week.automatic += 1;
        } else {
            week.by_people += 1;
        }
        week.minutes += u64::from(entry.minutes);
    }
    weeks
}

fn shifts(standing: &Standing, demand: &Demand, entries: &[Placed]) -> Vec<Shift> {
    let Some(tiers) = standing.schemes.get(standing.tier) else { return Vec::new() };
    let mut counts: BTreeMap<(u8, ContactChannel, ContactChannel), u32> = BTreeMap::new();
    for (at, entry) in entries.iter().filter(|(_, entry)| entry.is_moved) {
        let tier = tiers.of.get(entry.customer.index()).copied().unwrap_or(u8::MAX);
        *counts.entry((tier, demand.wishes[*at].channel, entry.channel)).or_default() += 1;
    }
    let tier = |place: u8| tiers.segments.get(usize::from(place)).map_or_else(String::new, |segment| segment.code.clone());
    counts.into_iter().map(|((place, from, to), contacts)| Shift { tier: tier(place), from, to, contacts }).collect()
}
