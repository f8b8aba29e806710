//! What one customer did, day by day, as far as it decides about what comes next.
//!
//! Invariant: days are counted back from the analysis day, and a further order is made on that day.

use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::differentiate::metrics::{GROWTH_DAYS, growth, regularity, repeat_rate};
use crate::identify::Book;

/// The lines of one customer up to the analysis day.
#[derive(Debug)]
pub(super) struct Visits {
    as_of: Day,
    /// Days ago, amount in raw steps, and whether it is an order; the earliest first.
    lines: Vec<(i64, i64, bool)>,
}

/// Orders that are added, and how many days later somebody looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Added {
    pub(super) orders: u32,
    /// What they are worth together, in raw steps.
    pub(super) amount: i64,
    pub(super) days_later: i64,
}

impl Visits {
    pub(super) fn new(book: &Book, standing: &Standing, customer: CustomerId) -> Self {
        let (ledger, refunds) = (&book.ledger, standing.measures.refunds());
        let line = |line: usize| {
            let ago = i64::from(standing.as_of.days_since(ledger.day[line]));
            (ago, ledger.amount[line].raw(), is_order(ledger, refunds, line))
        };
        Self { as_of: standing.as_of, lines: lines_up_to(ledger, customer, standing.as_of).map(line).collect() }
    }

    /// Whether the files have single orders of the customer.
    pub(super) const fn has_lines(&self) -> bool {
        !self.lines.is_empty()
    }

    /// Whether there is anything on the analysis day itself: a further order of that day may be the same one.
    pub(super) fn has_today(&self) -> bool {
        self.lines.last().is_some_and(|(ago, _, _)| *ago == 0)
    }

    /// Days with an order in the last so many days.
    pub(super) fn orders_within(&self, days: u32, added: Added) -> i64 {
        let mut within: Vec<i64> = self.order_days().filter(|ago| ago + added.days_later <= i64::from(days)).collect();
        within.extend((added.orders > 0 && added.days_later <= i64::from(days)).then_some(0));
        within.dedup();
        i64::try_from(within.len()).unwrap_or(i64::MAX)
    }

    /// Revenue of the last so many days, in raw steps.
    pub(super) fn revenue_within(&self, days: u32, added: Added) -> i64 {
        let is_within = |ago: i64| ago + added.days_later <= i64::from(days);
        let own: i64 = self.lines.iter().filter(|(ago, _, _)| is_within(*ago)).map(|(_, amount, _)| amount).sum();
        own.saturating_add(if added.orders > 0 && is_within(0) { added.amount } else { 0 })
    }

    /// In how many days something leaves the last so many days.
    pub(super) fn leaving(&self, days: u32) -> impl Iterator<Item = i64> + '_ {
        self.lines.iter().map(|(ago, _, _)| *ago).chain([0]).map(move |ago| i64::from(days) + 1 - ago)
    }

    /// How many days ago the last order was that came after a pause longer than `long`; none without one.
    pub(super) fn came_back(&self, long: u32, added: Added) -> Option<i64> {
        let mut days: Vec<i64> = self.order_days().collect();
        days.extend((added.orders > 0).then_some(0));
        let mut back = days.windows(2).filter(|pair| pair[0] - pair[1] > i64::from(long)).map(|pair| pair[1]);
        back.next_back().map(|ago| ago + added.days_later)
    }

    /// Share of the 30-day periods with an order; further orders are made on the analysis day.
    pub(super) fn repeat_rate(&self, added: Added) -> Option<i64> {
        repeat_rate(&self.days(added), self.as_of)
    }

    /// How even the pauses are.
    pub(super) fn regularity(&self, added: Added) -> Option<i64> {
        regularity(&self.days(added))
    }

    /// The last half-year against the one before.
    pub(super) fn growth(&self, added: Added) -> Option<i64> {
        let first = *self.days(added).first()?;
        let between =
            |from: i64, to: i64| self.lines.iter().filter(move |(ago, ..)| (from..=to).contains(ago)).map(|(_, amount, _)| amount);
        let days = i64::from(GROWTH_DAYS);
        let late = between(0, days).sum::<i64>().saturating_add(added.amount);
        growth(self.as_of.days_since(first), late, between(days + 1, 2 * days).sum())
    }

    /// The different days with an order, ascending.
    fn days(&self, added: Added) -> Vec<Day> {
        let on = |ago: i64| self.as_of.plus(i32::try_from(-ago).unwrap_or(i32::MIN));
        let mut days: Vec<Day> = self.order_days().chain((added.orders > 0).then_some(0)).map(on).collect();
        days.dedup();
        days
    }

    /// Days ago of every order, the earliest first; those of one day stand beside each other.
    fn order_days(&self) -> impl Iterator<Item = i64> + '_ {
        self.lines.iter().filter(|(_, _, is_order)| *is_order).map(|(ago, _, _)| *ago)
    }
}
