//! Metrics that follow from the order lines: rhythm, size, growth, variety.
//!
//! One pass over a customer's lines per metric, in the order of time. Files with one row per customer have no lines, and
//! none of these is known there. Invariant: lines of one day may stand in any order without changing a result.

use super::{Column, FINE};
use crate::base::{CustomerId, Day, Money, TextId};
use crate::differentiate::Standing;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::identify::{Book, Ledger};
use crate::recipe::{Metric, Refunds};
use std::ops::Range;

/// Days of the two periods whose revenue [`Metric::Growth`] compares: half a year each.
pub(in crate::differentiate) const GROWTH_DAYS: i32 = 182;
/// Days of the periods of [`Metric::RepeatRate`].
const PERIOD_DAYS: i32 = 30;

pub(super) fn column(book: &Book, standing: &Standing, metric: &Metric) -> Column {
    let habits = Habits { ledger: &book.ledger, refunds: standing.measures.refunds(), as_of: standing.as_of };
    let buyers = if *metric == Metric::OneOffShare { habits.buyers(book, standing) } else { Vec::new() };
    let (scale, value): (i64, &dyn Fn(CustomerId) -> Option<i64>) = match metric {
        Metric::LargestOrder => (Money::SCALE, &|customer| habits.largest_order(customer)),
        Metric::RepeatRate => (FINE, &|customer| habits.repeat_rate(customer)),
        Metric::Interval => (2, &|customer| habits.twice_interval(customer)),
        Metric::Regularity => (FINE, &|customer| regularity(&habits.days(customer))),
        Metric::Growth => (FINE, &|customer| habits.growth(customer)),
        Metric::OneOffShare => (FINE, &|customer| habits.one_off_share(customer, &buyers)),
        Metric::OrdersWithin(days) => (1, &|customer| habits.has_lines().then(|| habits.orders_within(customer, *days))),
        Metric::RevenueWithin(days) => (Money::SCALE, &|customer| habits.has_lines().then(|| habits.revenue_within(customer, *days))),
        _ => (1, &|customer| habits.products_are_named().then(|| count(habits.products(customer).len()))),
    };
    Column::of_present(metric, &standing.measures, scale, value)
}

struct Habits<'a> {
    ledger: &'a Ledger,
    refunds: Refunds,
    as_of: Day,
}

impl Habits<'_> {
    fn has_lines(&self) -> bool {
        !self.ledger.is_empty()
    }

    fn products_are_named(&self) -> bool {
        !self.ledger.products.is_empty()
    }

    fn lines(&self, customer: CustomerId) -> Range<usize> {
        lines_up_to(self.ledger, customer, self.as_of)
    }

    /// The customer's lines that are orders.
    fn orders(&self, customer: CustomerId) -> impl Iterator<Item = usize> {
        self.lines(customer).filter(|&line| is_order(self.ledger, self.refunds, line))
    }

    /// The different days with an order, ascending.
    fn days(&self, customer: CustomerId) -> Vec<Day> {
        let mut days: Vec<Day> = self.orders(customer).map(|line| self.ledger.day[line]).collect();
        days.dedup();
        days
    }

    /// Lines of one order id are one order, lines without one are one order per day.
    fn largest_order(&self, customer: CustomerId) -> Option<i64> {
        let key = |line: usize| match self.ledger.order.get(line) {
            Some(id) if !id.is_none() => (true, i64::from(id.0)),
            _ => (false, i64::from(self.ledger.day[line].number())),
        };
        let mut lines: Vec<((bool, i64), i64)> = self.orders(customer).map(|line| (key(line), self.ledger.amount[line].raw())).collect();
        lines.sort_unstable();
        lines.chunk_by(|a, b| a.0 == b.0).map(|order| order.iter().map(|(_, amount)| amount).sum()).max()
    }

    fn repeat_rate(&self, customer: CustomerId) -> Option<i64> {
        repeat_rate(&self.days(customer), self.as_of)
    }

    /// Twice the median, so that a half is whole.
    fn twice_interval(&self, customer: CustomerId) -> Option<i64> {
        let mut pauses = pauses(&self.days(customer));
        pauses.sort_unstable();
        let upper = pauses.get(pauses.len() / 2)?;
        let lower = pauses.get((pauses.len() - 1) / 2)?;
        Some(i64::from(*upper) + i64::from(*lower))
    }

    fn growth(&self, customer: CustomerId) -> Option<i64> {
        let first = self.days(customer).first().copied()?;
        let between = |ago| self.revenue_between(customer, ago);
        growth(self.as_of.days_since(first), between(0..=GROWTH_DAYS), between(GROWTH_DAYS + 1..=2 * GROWTH_DAYS))
    }

    fn orders_within(&self, customer: CustomerId, days: u32) -> i64 {
        let is_within = |day: &Day| self.as_of.days_since(*day).unsigned_abs() <= days;
        count(self.days(customer).iter().filter(|day| is_within(day)).count())
    }

    fn revenue_within(&self, customer: CustomerId, days: u32) -> i64 {
        self.revenue_between(customer, 0..=i32::try_from(days).unwrap_or(i32::MAX))
    }

    /// Amounts were measured to fit in any combination.
    fn revenue_between(&self, customer: CustomerId, ago: std::ops::RangeInclusive<i32>) -> i64 {
        let lines = self.lines(customer).filter(|&line| ago.contains(&self.as_of.days_since(self.ledger.day[line])));
        lines.map(|line| self.ledger.amount[line].raw()).sum()
    }

    /// The different products bought.
    fn products(&self, customer: CustomerId) -> Vec<TextId> {
        let product = |line: usize| self.ledger.product.get(line).copied().filter(|&product| !self.ledger.products.get(product).is_empty());
        let mut products: Vec<TextId> = self.orders(customer).filter_map(product).collect();
        products.sort_unstable();
        products.dedup();
        products
    }

    /// How many customers bought each product.
    fn buyers(&self, book: &Book, standing: &Standing) -> Vec<u32> {
        let mut buyers = vec![0; book.ledger.products.len()];
        for product in standing.measures.customers().flat_map(|customer| self.products(customer)) {
            buyers[product.index()] += 1;
        }
        buyers
    }

    fn one_off_share(&self, customer: CustomerId, buyers: &[u32]) -> Option<i64> {
        let products = self.products(customer);
        let one_off = products.iter().filter(|product| buyers.get(product.index()) == Some(&1)).count();
        (count(one_off) * FINE).checked_div(count(products.len()))
    }
}

fn pauses(days: &[Day]) -> Vec<i32> {
    days.windows(2).map(|pair| pair[1].days_since(pair[0])).collect()
}

/// [`Metric::RepeatRate`] of somebody who ordered on these different days, which ascend.
pub(in crate::differentiate) fn repeat_rate(days: &[Day], as_of: Day) -> Option<i64> {
    let first = *days.first()?;
    let periods = as_of.days_since(first) / PERIOD_DAYS + 1;
    let mut used: Vec<i32> = days.iter().map(|day| day.days_since(first) / PERIOD_DAYS).collect();
    used.dedup();
    (periods >= 2).then(|| count(used.len()) * FINE / i64::from(periods))
}

/// [`Metric::Regularity`] of somebody who ordered on these different days, which ascend. The coefficient of variation is that of the
/// population: what is seen is all there is.
pub(in crate::differentiate) fn regularity(days: &[Day]) -> Option<i64> {
    let pauses: Vec<f64> = pauses(days).into_iter().map(f64::from).collect();
    if pauses.len() < 2 {
        return None;
    }
    let number = f64::from(u32::try_from(pauses.len()).unwrap_or(u32::MAX));
    let mean = pauses.iter().sum::<f64>() / number;
    let variance = pauses.iter().map(|pause| (pause - mean) * (pause - mean)).sum::<f64>() / number;
    super::rounded(1.0 / (1.0 + variance.sqrt() / mean), FINE)
}

/// [`Metric::Growth`] from the days since the first order and the revenue of the late and of the early half-year, in raw steps.
pub(in crate::differentiate) fn growth(since_first: i32, late: i64, early: i64) -> Option<i64> {
    if since_first < GROWTH_DAYS {
        return None;
    }
    let (late, early) = (i128::from(late.max(0)), i128::from(early.max(0)));
    let share = ((late - early) * i128::from(FINE)).checked_div(late + early)?;
    i64::try_from(share).ok()
}

/// Whether the customer ordered within `recent` days, after a pause of more than `long` days.
pub(in crate::differentiate) fn was_won_back(book: &Book, standing: &Standing, customer: CustomerId, (recent, long): (u32, u32)) -> bool {
    let habits = Habits { ledger: &book.ledger, refunds: standing.measures.refunds(), as_of: standing.as_of };
    let came_back = |pair: &[Day]| {
        let pause = pair[1].days_since(pair[0]).unsigned_abs();
        pause > long && standing.as_of.days_since(pair[1]).unsigned_abs() <= recent
    };
    habits.days(customer).windows(2).any(came_back)
}

fn count(number: usize) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
