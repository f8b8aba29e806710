//! Schemes by one metric: bands, and quotas of the best.
//!
//! Invariants: customers of whom the metric is not known are never among the best; a quota is never exceeded.

use crate::base::CustomerId;
use crate::differentiate::conditions::Asked;
use crate::differentiate::metrics::Column;
use crate::math::sort;
use crate::recipe::{Binning, Metric, QuotaLevel, QuotaSize, QuotaTies};

/// The best band first; the last position is that of customers of whom the metric is not known.
pub(super) fn bands(metric: &Metric, binning: &Binning, segments: &[u8], asked: &Asked<'_>) -> Vec<u8> {
    let scores = asked.standing.metric_scores(asked.book, asked.recipe, metric, binning);
    let bins = binning.bins();
    let position = |score: u8| bins.checked_sub(score).filter(|_| score > 0).unwrap_or(bins);
    scores.of.iter().map(|&score| segments.get(usize::from(position(score))).copied().unwrap_or(super::NO_SEGMENT)).collect()
}

/// The position of every customer's level; the one after the last for all others.
pub(super) fn quota(metric: &Metric, levels: &[QuotaLevel], ties: QuotaTies, asked: &Asked<'_>) -> Vec<usize> {
    let column = asked.standing.metric(asked.book, asked.recipe, metric);
    let order = best_first(&column);
    let mut of = vec![levels.len(); asked.standing.measures.orders.len()];
    let mut start = 0_usize;
    for (position, level) in levels.iter().enumerate() {
        let room = room(level.size, asked.standing.measures.customer_count());
        let end = end(&column, &order, start.saturating_add(room), start, ties);
        for &customer in &order[start..end] {
            of[customer as usize] = position;
        }
        start = end;
    }
    of
}

/// Customers of whom the metric is known, the best first, equal ones by id.
fn best_first(column: &Column) -> Vec<u32> {
    let is_reversed = column.metric.lower_is_better();
    let known: Vec<u32> = (0..).zip(column.all()).filter(|(_, raw)| **raw != i64::MIN).map(|(customer, _)| customer).collect();
    let key = |customer: u32| column.all().get(customer as usize).map_or(0, |&raw| if is_reversed { raw } else { -raw });
    sort::order_by(known, key)
}

/// Where a level ends that has room up to `full`: before the first of equals that do not all fit, where they stay together.
fn end(column: &Column, order: &[u32], full: usize, start: usize, ties: QuotaTies) -> usize {
    if full >= order.len() {
        return order.len();
    }
    let value = |place: usize| column.raw(CustomerId(order[place]));
    if ties == QuotaTies::ById || full == 0 || value(full - 1) != value(full) {
        return full;
    }
    (start..full).rev().find(|&place| value(place) != value(full)).map_or(start, |place| place + 1)
}

/// How many customers a level has room for.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a float beyond u32 is held at its end, which is beyond every count"
)]
fn room(size: QuotaSize, customers: u32) -> usize {
    // A billionth below a whole number is that number: 0.3 of 10 customers are 3.
    let whole = |number: f64| (number + 1e-9).floor() as u32;
    let room = match size {
        QuotaSize::Customers(number) => number,
        QuotaSize::Share(share) => whole(f64::from(customers) * share),
        QuotaSize::Budget { amount, cost } => whole(amount / cost),
    };
    room as usize
}
