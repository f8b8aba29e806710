//! A calendar in figures: by day, week, tier, channel, play, account manager, and reason of what is left out.
//!
//! A screen shows this at once, whatever the number of customers; the contacts themselves come by page. Invariant: the contacts by
//! tier, by channel, by play, by account manager and by day each add up to those of the calendar.

use super::figures::{Figures, Shift, TierYear, WeekLoad};
use super::{Calendar, LeftReason};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::interact::holidays::NamedDay;
use crate::interact::reach::Coverage;
use crate::recipe::{ContactChannel, Field, Play};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// A calendar in figures.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CalendarReport {
    /// First planned day.
    #[cfg_attr(test, ts(type = "string"))]
    pub start: Day,
    /// Last planned day.
    #[cfg_attr(test, ts(type = "string"))]
    pub end: Day,
    /// Whether the days only count from an arbitrary one, because nothing says when the plan begins.
    pub days_are_relative: bool,
    /// Whether the files say nothing about addresses, so that everybody is taken to be reachable.
    pub reach_is_assumed: bool,
    /// What it comes to.
    pub figures: Figures,
    /// What each week takes and has.
    pub weeks: Vec<WeekLoad>,
    /// What each day takes.
    pub days: Vec<DayLoad>,
    /// Public holidays and days of shopping.
    pub named_days: Vec<NamedDay>,
    /// What each tier takes, in the order of the tiers.
    pub tiers: Vec<TierWork>,
    /// Planned contacts by channel; only channels with some.
    pub channels: Vec<(ContactChannel, u32)>,
    /// Planned contacts by play; only plays with some.
    pub plays: Vec<(Play, u32)>,
    /// Contacts that were moved to a cheaper channel for want of time.
    pub shifts: Vec<Shift>,
    /// How much of every tier can be reached.
    pub coverage: Vec<Coverage>,
    /// What is wanted and not planned, by reason.
    pub left: Vec<LeftGroup>,
    /// What each account manager has to do, by name; without a name those of nobody.
    pub owners: Vec<OwnerWork>,
}

/// What one day takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DayLoad {
    /// The day.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// Whether people work on it.
    pub works: bool,
    /// Contacts that people make.
    pub by_people: u32,
    /// Contacts that a machine makes.
    pub automatic: u32,
    /// Staff minutes.
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes: u64,
}

/// What one tier takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierWork {
    /// Tier code.
    pub tier: String,
    /// Its customers.
    pub customers: u32,
    /// Contacts in a year, if everything is done that the strategy wants for those who can be reached.
    pub contacts_per_year: f64,
    /// Staff hours of these.
    pub hours_per_year: f64,
    /// Contacts planned.
    pub contacts: u32,
    /// Staff minutes planned.
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes: u64,
    /// Contacts wanted and not planned, whatever the reason.
    pub left: u32,
}

/// Contacts that are not planned for one reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct LeftGroup {
    /// Why not.
    pub reason: LeftReason,
    /// With how many customers.
    pub customers: u32,
    /// How many contacts.
    pub contacts: u32,
    /// What is at stake with them.
    #[cfg_attr(test, ts(type = "number"))]
    pub value: Money,
}

/// What one account manager has to do.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OwnerWork {
    /// Name; empty for the customers of nobody.
    pub owner: String,
    /// Customers with a contact.
    pub customers: u32,
    /// Contacts that people make.
    pub by_people: u32,
    /// Contacts that a machine makes.
    pub automatic: u32,
    /// Staff minutes.
    #[cfg_attr(test, ts(type = "number"))]
    pub minutes: u64,
    /// Staff minutes of this person, where everybody has hours of their own.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub minutes_had: Option<u64>,
}

impl Calendar {
    /// The calendar in figures.
    #[must_use]
    pub fn report(&self, book: &Book, standing: &Standing) -> CalendarReport {
        let days = self.days();
        CalendarReport {
            start: self.start,
            end: days.last().map_or(self.start, |last| last.day),
            days_are_relative: self.days_are_relative,
            reach_is_assumed: self.reach_is_assumed,
            figures: self.figures,
            weeks: self.weeks.clone(),
            days,
            named_days: self.named_days.clone(),
            tiers: self.tiers(standing),
            channels: self.counted(ContactChannel::ALL, |entry| entry.channel),
            plays: self.counted(Play::ALL, |entry| entry.play),
            shifts: self.shifts.clone(),
            coverage: self.coverage.clone(),
            left: self.groups(),
            owners: self.owners(book),
        }
    }

    fn days(&self) -> Vec<DayLoad> {
        let none = |(at, works): (i32, &bool)| DayLoad { day: self.start.plus(at), works: *works, by_people: 0, automatic: 0, minutes: 0 };
        let mut days: Vec<DayLoad> = (0_i32..).zip(&self.working).map(none).collect();
        for entry in &self.entries {
            let at = usize::try_from(entry.day.days_since(self.start)).unwrap_or(usize::MAX);
            let Some(day) = days.get_mut(at) else { continue };
            day.by_people += u32::from(entry.minutes > 0);
            day.automatic += u32::from(entry.minutes == 0);
            day.minutes += u64::from(entry.minutes);
        }
        days
    }

    fn tiers(&self, standing: &Standing) -> Vec<TierWork> {
        let Some(scheme) = standing.schemes.get(standing.tier) else { return Vec::new() };
        let rows = scheme.segments.iter().zip(&scheme.totals).zip(&self.year);
        let mut tiers: Vec<TierWork> = rows.map(|((segment, total), year)| tier_work(&segment.code, total.customers, *year)).collect();
        let place = |customer: CustomerId| scheme.of.get(customer.index()).map_or(usize::MAX, |place| usize::from(*place));
        for entry in &self.entries {
            if let Some(tier) = tiers.get_mut(place(entry.customer)) {
                tier.contacts += 1;
                tier.minutes += u64::from(entry.minutes);
            }
        }
        for left in &self.left {
            if let Some(tier) = tiers.get_mut(place(left.customer)) {
                tier.left += left.contacts;
            }
        }
        tiers
    }

    fn counted<K: Copy + PartialEq, const N: usize>(&self, all: [K; N], of: impl Fn(&super::Entry) -> K) -> Vec<(K, u32)> {
        let mut counts = all.map(|kind| (kind, 0)).to_vec();
        for entry in &self.entries {
            let kind = of(entry);
            counts.iter_mut().filter(|(known, _)| *known == kind).for_each(|(_, count)| *count += 1);
        }
        counts.retain(|(_, count)| *count > 0);
        counts
    }

    fn groups(&self) -> Vec<LeftGroup> {
        let mut groups: BTreeMap<LeftReason, LeftGroup> = BTreeMap::new();
        for left in &self.left {
            let group =
                groups.entry(left.reason).or_insert(LeftGroup { reason: left.reason, customers: 0, contacts: 0, value: Money::ZERO });
            group.customers += 1;
            group.contacts += left.contacts;
            group.value = Money::from_raw(group.value.raw().saturating_add(left.value.raw()));
        }
        groups.into_values().collect()
    }

    fn owners(&self, book: &Book) -> Vec<OwnerWork> {
        let mut owners: BTreeMap<&str, OwnerWork> = BTreeMap::new();
        let mut known: BTreeSet<CustomerId> = BTreeSet::new();
        for entry in &self.entries {
            let name = book.customers.attribute(Field::Owner, entry.customer);
            let work = owners.entry(name).or_default();
            work.customers += u32::from(known.insert(entry.customer));
            work.by_people += u32::from(entry.minutes > 0);
            work.automatic += u32::from(entry.minutes == 0);
            work.minutes += u64::from(entry.minutes);
        }
        let had = |name: &str| self.minutes_of_owner.filter(|_| !name.is_empty());
        owners.into_iter().map(|(name, work)| OwnerWork { owner: name.to_owned(), minutes_had: had(name), ..work }).collect()
    }
}

#[expect(clippy::cast_precision_loss, reason = "a plan of 2^53 minutes is none")]
fn tier_work(code: &str, customers: u32, year: TierYear) -> TierWork {
    let (contacts_per_year, hours_per_year) = (year.contacts as f64 / 100.0, year.minutes as f64 / 6000.0);
    TierWork { tier: code.to_owned(), customers, contacts_per_year, hours_per_year, contacts: 0, minutes: 0, left: 0 }
}
