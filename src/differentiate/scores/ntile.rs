//! Scores of equal size: customers in a row from worst to best, cut into parts.
//!
//! Equal values may be split, so who comes first among equals is fixed: it never depends on the order of
//! the file. Invariant: sizes differ by at most one.

use super::{Factor, Measures, Thresholds, shown};
use crate::base::CustomerId;
use crate::math::sort;
use crate::recipe::{Binning, Remainder, Ties};

/// The settings of [`Binning::Ntile`].
pub(super) struct Ntile {
    pub(super) bins: u8,
    pub(super) ties: Ties,
    pub(super) remainder: Remainder,
}

pub(super) fn score(measures: &Measures, factor: Factor, ntile: &Ntile) -> (Vec<u8>, Thresholds) {
    let order = worst_to_best(measures, factor, ntile.ties);
    let ends = ntile.ends(order.len());
    let mut column = vec![0; measures.orders.len()];
    let mut start = 0;
    for (score, &end) in (1..).zip(&ends) {
        for &customer in &order[start..end] {
            column[customer as usize] = score;
        }
        start = end;
    }
    (column, thresholds(measures, factor, ntile, &Parts { order, ends }))
}

/// Customers in a row, and where each score's part of it ends.
struct Parts {
    order: Vec<u32>,
    ends: Vec<usize>,
}

/// Sorted by the last criterion first: the sort is stable, and ids ascend from the start.
fn worst_to_best(measures: &Measures, factor: Factor, ties: Ties) -> Vec<u32> {
    let by = |order: Vec<u32>, factor: Factor| sort::order_by(order, |customer| goodness(measures, factor, CustomerId(customer)));
    let mut order: Vec<u32> = measures.customers().map(|customer| customer.0).collect();
    if ties == Ties::Measures {
        for other in Factor::ALL.into_iter().rev().filter(|other| *other != factor) {
            order = by(order, other);
        }
    }
    by(order, factor)
}

fn goodness(measures: &Measures, factor: Factor, customer: CustomerId) -> i64 {
    let raw = measures.raw(factor, customer);
    if factor.is_reversed() { -raw } else { raw }
}

impl Ntile {
    /// Where each score's part ends.
    fn ends(&self, customers: usize) -> Vec<usize> {
        let bins = usize::from(self.bins);
        let end = |score: usize| match self.remainder {
            // The first n mod bins parts have one more, as SQL NTILE.
            Remainder::First => score * (customers / bins) + score.min(customers % bins),
            // Place p is in part ⌊bins·p/n⌋ + 1, so a part ends before p ≥ score·n/bins.
            Remainder::Spread => (score * customers).div_ceil(bins),
        };
        (1..=bins).map(end).collect()
    }
}

fn thresholds(measures: &Measures, factor: Factor, ntile: &Ntile, parts: &Parts) -> Thresholds {
    let binning = Binning::Ntile { bins: ntile.bins, ties: ntile.ties, remainder: ntile.remainder };
    let mut before = 0;
    let sizes = parts.ends.iter().map(|&end| u32::try_from(end - std::mem::replace(&mut before, end)).unwrap_or(u32::MAX)).collect();
    let cuts = cuts(measures, factor, parts);
    let split_ties = split_ties(measures, factor, parts);
    Thresholds { cuts, split_ties, ..Thresholds::new(measures, factor, &binning) }.with_sizes(sizes)
}

/// The largest value up to the end of each part but the last, in ascending order of the value; the smallest
/// value of all for parts that are empty at the beginning.
fn cuts(measures: &Measures, factor: Factor, parts: &Parts) -> Vec<f64> {
    let inner = &parts.ends[..parts.ends.len() - 1];
    let distribution = measures.distribution(factor);
    let scale = measures.raw_per_unit(factor);
    let largest_of_first = |count: usize| shown(distribution.at(u32::try_from(count).unwrap_or(u32::MAX).saturating_sub(1)), scale);
    if factor.is_reversed() {
        return inner.iter().rev().map(|&end| largest_of_first(parts.order.len() - end)).collect();
    }
    inner.iter().map(|&end| largest_of_first(end)).collect()
}

/// Customers whose value got several scores.
fn split_ties(measures: &Measures, factor: Factor, parts: &Parts) -> u32 {
    let value = |place: usize| parts.order.get(place).map(|&customer| measures.raw(factor, CustomerId(customer)));
    let split = |&end: &usize| value(end.checked_sub(1)?).filter(|last| value(end) == Some(*last));
    let mut values: Vec<i64> = parts.ends.iter().filter_map(split).collect();
    values.dedup();
    values.into_iter().map(|value| measures.distribution(factor).count(value)).sum()
}
