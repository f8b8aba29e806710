//! Measures that the file brings ready-made, one row per customer.
//!
//! Such files were computed on a day that they often do not name, so the analysis day is inferred from
//! what they do say, and never invented when something is known. Invariant: every recency shown agrees
//! with the file's own, up to the choice of `as_of` in the recipe.

use super::{ANCHOR, Measures};
use crate::base::{CustomerId, Day, Money};
use crate::identify::{Book, ReadyMeasures};
use crate::recipe::Recipe;
use crate::{ErrorKind, Result};

pub(super) fn measure(book: &Book, ready: &ReadyMeasures, recipe: &Recipe) -> Result<(Day, Measures)> {
    let known = recipe.measures.as_of.or_else(|| day_of_the_file(ready));
    let as_of = known.unwrap_or(ANCHOR);
    let mut measures = Measures::with_customers(book.customers.len(), as_of);
    measures.days_are_relative = known.is_none();
    for customer in book.customers.iter() {
        match dates(ready, customer, as_of) {
            Some((first, last)) => enter(&mut measures, ready, customer, (first, last, as_of)),
            None => measures.absent.push(customer),
        }
    }
    measures.total_orders = measures.orders.iter().map(|&orders| u64::from(orders)).sum();
    let magnitude = Money::sum(measures.revenue.iter().map(|revenue| Money::from_raw(revenue.raw().saturating_abs())));
    measures.total_revenue = magnitude.and_then(|_| Money::sum(measures.revenue.iter().copied())).ok_or(ErrorKind::AmountOverflow)?;
    Ok((as_of, measures))
}

/// The day on which the file was computed, as far as it tells.
///
/// Where rows have both a last order and days since it, and all agree, it is their sum. Otherwise it is the day
/// after the latest last order; where there are none, the earliest day on which no first order is later than the
/// last one. None when the file has no date at all.
fn day_of_the_file(ready: &ReadyMeasures) -> Option<Day> {
    let rows = || (0..ready.orders.len()).map(|row| (last_order(ready, row), recency(ready, row), first_order(ready, row)));
    let mut sums = rows().filter_map(|(last, recency, _)| Some(last?.plus(recency?)));
    if let Some(sum) = sums.next().filter(|sum| sums.all(|other| other == *sum)) {
        return Some(sum);
    }
    let latest = rows().filter_map(|(last, ..)| last).max().map(|last| last.plus(1));
    latest.or_else(|| rows().filter_map(|(_, recency, first)| Some(first?.plus(recency?))).max())
}

/// First day, as far as it is known, and last day of a customer; none when the row has neither a last order nor days
/// since it, or lies after `as_of`.
fn dates(ready: &ReadyMeasures, customer: CustomerId, as_of: Day) -> Option<(Option<Day>, Day)> {
    let row = customer.index();
    let counted_back = || recency(ready, row).filter(|days| *days >= 0).map(|days| as_of.plus(-days));
    let last = last_order(ready, row).or_else(counted_back).filter(|last| *last <= as_of)?;
    Some((first_order(ready, row).map(|first| first.min(last)), last))
}

fn enter(measures: &mut Measures, ready: &ReadyMeasures, customer: CustomerId, (first, last, as_of): (Option<Day>, Day, Day)) {
    let index = customer.index();
    let orders = ready.orders.get(index).copied().unwrap_or(0);
    // The first of one order is the last; of several it is unknown.
    measures.first_order_guessed |= first.is_none() && orders > 1;
    measures.first_order[index] = first.unwrap_or(last);
    measures.last_order[index] = last;
    measures.recency_days[index] = as_of.days_since(last).max(0);
    measures.orders[index] = orders;
    measures.revenue[index] = ready.revenue.get(index).copied().unwrap_or(Money::ZERO);
}

fn last_order(ready: &ReadyMeasures, row: usize) -> Option<Day> {
    ready.last_order.get(row).copied().flatten()
}

fn first_order(ready: &ReadyMeasures, row: usize) -> Option<Day> {
    ready.first_order.get(row).copied().flatten()
}

fn recency(ready: &ReadyMeasures, row: usize) -> Option<i32> {
    ready.recency_days.get(row).copied().flatten()
}
