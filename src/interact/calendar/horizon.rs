//! The days that are planned, and what can be done on them.
//!
//! Days are counted from the first one, weeks are blocks of seven of them. Invariant: a week has the team's hours in
//! proportion to its working days, so a week of holidays has none.

use crate::base::Day;
use crate::interact::holidays::{NamedDay, days_off, shopping_days};
use crate::recipe::{Planning, Weekday};

pub(super) struct Horizon {
    pub(super) start: Day,
    /// Whether people work on each day.
    working: Vec<bool>,
    /// Public holidays and days of shopping, in the order of the calendar.
    pub(super) named: Vec<NamedDay>,
    /// Working days of a week without holidays.
    usual_days: u64,
}

pub(super) const WEEK: i32 = 7;

impl Horizon {
    pub(super) fn new(planning: &Planning, start: Day) -> Self {
        let days = i32::try_from(planning.weeks.min(53)).unwrap_or(0) * WEEK;
        let end = start.plus(days - 1);
        let years = || start.ymd().0..=end.ymd().0;
        let within = |named: &NamedDay| (start..=end).contains(&named.day);
        let off: Vec<NamedDay> = years().flat_map(|year| days_off(planning.holidays, year)).filter(within).collect();
        let is_off =
            |day: Day| off.iter().any(|named| named.day == day) || planning.days_off.iter().any(|off| (off.from..=off.to).contains(&day));
        let works = |day: Day| planning.extra_days.contains(&day) || (planning.working_days.contains(&Weekday::of(day)) && !is_off(day));
        let working: Vec<bool> = (0..days).map(|at| works(start.plus(at))).collect();
        let mut named = off.clone();
        named.extend(years().flat_map(|year| shopping_days(planning.holidays, year)).filter(within));
        named.sort_unstable();
        let usual_days = u64::try_from(planning.working_days.len()).unwrap_or(1).max(1);
        Self { start, working, named, usual_days }
    }

    /// Minutes that so many people have in each week.
    pub(super) fn minutes_of(&self, people: u32, hours_per_week: u32) -> Vec<u32> {
        let minutes = u64::from(people) * u64::from(hours_per_week) * 60;
        let of_week = |days: u32| u32::try_from(minutes * u64::from(days) / self.usual_days).unwrap_or(u32::MAX);
        self.working_days().into_iter().map(of_week).collect()
    }

    /// How many days are planned.
    pub(super) fn days(&self) -> i32 {
        i32::try_from(self.working.len()).unwrap_or(0)
    }

    pub(super) fn weeks(&self) -> usize {
        self.working.len() / 7
    }

    /// Working days of each week.
    pub(super) fn working_days(&self) -> Vec<u32> {
        let count = |week: &[bool]| week.iter().map(|works| u32::from(*works)).sum();
        self.working.chunks(7).map(count).collect()
    }

    /// Whether people work, day by day.
    pub(super) fn all_working(&self) -> Vec<bool> {
        self.working.clone()
    }

    /// Whether people work on this day.
    pub(super) fn works(&self, at: i32) -> bool {
        usize::try_from(at).ok().and_then(|at| self.working.get(at)).copied().unwrap_or(false)
    }

    /// The week of a day, held at the ends.
    pub(super) fn week_of(&self, at: i32) -> usize {
        usize::try_from(at / WEEK).unwrap_or(0).min(self.weeks().saturating_sub(1))
    }

    /// The day counted from the first.
    pub(super) fn day(&self, at: i32) -> Day {
        self.start.plus(at)
    }
}
