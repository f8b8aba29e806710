//! Opportunities: the weeks, months, quarters or years of the calendar in which a customer could buy, and those that were taken.
//!
//! The BG/BB model sees a yes or no for each. The stretch of the first purchase makes somebody a customer and is none; neither is
//! the one that is running on the analysis day, because it may still become a yes. Stretches are those of the calendar: who gives each
//! December gives every year, also when it is five days earlier. Invariant: `taken <= last <= all`, and several orders of one stretch
//! are one.

use super::History;
use crate::base::{Day, Money};
use crate::recipe::TimeUnit;

/// The opportunities of one customer.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Opportunities {
    /// Those with a purchase: x.
    pub taken: u32,
    /// Which of them was the last one, counted from 1; 0 when there was none: t_x.
    pub last: i32,
    /// How many there were: n.
    pub all: i32,
    /// What the purchases of those that were taken were worth together.
    pub revenue: Money,
    /// Days with a purchase in those that were taken.
    pub days: u32,
}

/// Counts opportunities while the days pass by.
#[derive(Debug, Clone, Copy)]
pub(super) struct Counting {
    unit: TimeUnit,
    first: i32,
    running: i32,
    last_day: Day,
    so_far: Opportunities,
}

impl Counting {
    /// From the first purchase on, on this analysis day.
    pub(super) fn from(first: Day, as_of: Day, unit: TimeUnit) -> Self {
        let (begin, running) = (number(first, unit), number(as_of, unit));
        let so_far = Opportunities { taken: 0, last: 0, all: (running - begin - 1).max(0), revenue: Money::ZERO, days: 0 };
        Self { unit, first: begin, running, last_day: first, so_far }
    }

    /// One more purchase, not before the last one.
    pub(super) fn add(&mut self, day: Day, amount: Money) {
        let number = number(day, self.unit);
        if number <= self.first || number >= self.running {
            return;
        }
        let so_far = &mut self.so_far;
        so_far.taken += u32::from(number - self.first != so_far.last);
        so_far.days += u32::from(day != self.last_day);
        so_far.last = number - self.first;
        so_far.revenue = Money::from_raw(so_far.revenue.raw().saturating_add(amount.raw()));
        self.last_day = day;
    }

    pub(super) const fn found(&self) -> Opportunities {
        self.so_far
    }
}

impl Opportunities {
    /// Those of a customer who bought on these days, which ascend; none without a day. Amounts are not known.
    ///
    /// # Example: joined in January, bought in March and, twice, in April; May is running
    /// ```
    /// use customer_tiers::base::Day;
    /// use customer_tiers::differentiate::lifetime_value::Opportunities;
    /// use customer_tiers::recipe::TimeUnit;
    /// let day = |text: &str| text.parse::<Day>();
    /// let days = [day("2024-01-31")?, day("2024-03-01")?, day("2024-04-02")?, day("2024-04-20")?, day("2024-05-02")?];
    /// let found = Opportunities::of(&days, day("2024-05-03")?, TimeUnit::Month);
    /// assert_eq!(found.map(|found| (found.taken, found.last, found.all)), Some((2, 3, 3)));
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub fn of(days: &[Day], as_of: Day, unit: TimeUnit) -> Option<Self> {
        let mut counting = Counting::from(*days.first()?, as_of, unit);
        days.iter().for_each(|&day| counting.add(day, Money::ZERO));
        Some(counting.found())
    }

    /// As the model wants it; times count opportunities.
    #[must_use]
    pub fn history(&self) -> History {
        History { x: f64::from(self.taken), t_x: f64::from(self.last), age: f64::from(self.all) }
    }
}

/// Opportunities that begin after the running one of this day began and end before that of another day: what a forecast made on
/// the one can be held against on the other.
pub(in crate::differentiate) fn between(from: Day, until: Day, unit: TimeUnit) -> u32 {
    u32::try_from(number(until, unit) - number(from, unit)).unwrap_or(0)
}

/// The number of the stretch of the calendar that holds this day.
#[expect(clippy::cast_possible_wrap, reason = "a month of twelve")]
pub(in crate::differentiate) fn number(day: Day, unit: TimeUnit) -> i32 {
    let (year, month, _) = day.ymd();
    let months = year * 12 + month as i32 - 1;
    match unit {
        TimeUnit::Day => day.number(),
        TimeUnit::Week => day.week(),
        TimeUnit::Month => months,
        TimeUnit::Quarter => months.div_euclid(3),
        TimeUnit::Year => year,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> Day {
        text.parse().unwrap_or(Day::MIN)
    }

    #[test]
    fn stretches_of_the_calendar() {
        for (name, days, as_of, unit, expected) in [
            ("a donor of every December", "2019-12-20 2020-12-15 2021-12-28", "2023-01-01", TimeUnit::Year, (2, 2, 3)),
            ("the running year may still become a yes", "2019-12-20 2020-12-15 2022-01-02", "2022-06-01", TimeUnit::Year, (1, 1, 2)),
            ("the first stretch is no opportunity", "2024-01-01 2024-01-07 2024-01-08", "2024-01-22", TimeUnit::Week, (1, 1, 2)),
            ("quarters", "2023-11-05 2024-03-31 2024-04-01", "2024-07-01", TimeUnit::Quarter, (2, 2, 2)),
            ("who came in the running one", "2024-05-03", "2024-05-20", TimeUnit::Month, (0, 0, 0)),
            ("who came in the one before", "2024-04-03", "2024-05-20", TimeUnit::Month, (0, 0, 0)),
            ("before 1970", "1969-11-20 1969-12-31", "1970-01-31", TimeUnit::Month, (1, 1, 1)),
        ] {
            let days: Vec<Day> = days.split(' ').map(day).collect();
            let found = Opportunities::of(&days, day(as_of), unit).map(|found| (found.taken, found.last, found.all));
            assert_eq!(found, Some(expected), "{name}");
        }
    }
}
