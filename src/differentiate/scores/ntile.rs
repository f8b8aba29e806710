//! Scores of equal size: customers in a row from worst to best, cut into parts.
//!
//! Equal values may be split, so who comes first among equals is fixed: it never depends on the order of
//! the file. Invariant: sizes differ by at most one.

use super::{Cutting, Factor, Measures, Values, shown};
use crate::base::CustomerId;
use crate::math::sort;
use crate::recipe::{Binning, Remainder, Ties};

/// The settings of [`Binning::Ntile`].
pub(super) struct Ntile {
    pub(super) bins: u8,
    pub(super) ties: Ties,
    pub(super) remainder: Remainder,
}

pub(super) fn score(values: &impl Values, measures: &Measures, ntile: &Ntile, column: &mut [u8]) -> Cutting {
    let order = worst_to_best(values, measures, ntile.ties);
    let ends = ntile.ends(order.len());
    let mut start = 0;
    for (score, &end) in (1..).zip(&ends) {
        for &customer in &order[start..end] {
            column[customer as usize] = score;
        }
        start = end;
    }
    cutting(values, ntile, &Parts { order, ends })
}

/// Customers in a row, and where each score's part of it ends.
struct Parts {
    order: Vec<u32>,
    ends: Vec<usize>,
}

/// Sorted by the last criterion first: the sort is stable, and ids ascend from the start.
fn worst_to_best(values: &impl Values, measures: &Measures, ties: Ties) -> Vec<u32> {
    let mut order = values.customers();
    if ties == Ties::Measures {
        for other in Factor::ALL.into_iter().rev().filter(|other| Some(*other) != values.factor()) {
            order = sort::order_by(order, |customer| goodness(measures.raw(other, CustomerId(customer)), other.is_reversed()));
        }
    }
    sort::order_by(order, |customer| goodness(values.raw(CustomerId(customer)), values.is_reversed()))
}

fn goodness(raw: i64, is_reversed: bool) -> i64 {
    if is_reversed { -raw } else { raw }
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

fn cutting(values: &impl Values, ntile: &Ntile, parts: &Parts) -> Cutting {
    let binning = Binning::Ntile { bins: ntile.bins, ties: ntile.ties, remainder: ntile.remainder };
    let mut before = 0;
    let sizes = parts.ends.iter().map(|&end| u32::try_from(end - std::mem::replace(&mut before, end)).unwrap_or(u32::MAX)).collect();
    let (cuts, split_ties) = (cuts(values, parts), split_ties(values, parts));
    Cutting { cuts, split_ties, ..Cutting::new(values, &binning) }.with_sizes(sizes)
}

/// The largest value up to the end of each part but the last, in ascending order of the value; the smallest
/// value of all for parts that are empty at the beginning.
fn cuts(values: &impl Values, parts: &Parts) -> Vec<f64> {
    let inner = &parts.ends[..parts.ends.len() - 1];
    let (distribution, scale) = (values.distribution(), values.scale());
    let largest_of_first = |count: usize| shown(distribution.at(u32::try_from(count).unwrap_or(u32::MAX).saturating_sub(1)), scale);
    if values.is_reversed() {
        return inner.iter().rev().map(|&end| largest_of_first(parts.order.len() - end)).collect();
    }
    inner.iter().map(|&end| largest_of_first(end)).collect()
}

/// Customers whose value got several scores.
fn split_ties(values: &impl Values, parts: &Parts) -> u32 {
    let value = |place: usize| parts.order.get(place).map(|&customer| values.raw(CustomerId(customer)));
    let split = |&end: &usize| value(end.checked_sub(1)?).filter(|last| value(end) == Some(*last));
    let mut split: Vec<i64> = parts.ends.iter().filter_map(split).collect();
    split.dedup();
    split.into_iter().map(|value| values.distribution().count(value)).sum()
}
