//! How often each value occurs in each group.
//!
//! Besides the counts it keeps what the spread between customers needs, so that one customer with a thousand lines does
//! not look like a thousand customers. Invariant: the last group is everybody, and the others add up to it.

use super::dimension::Dimension;
use super::{Feature, Share};
use crate::base::CustomerId;

/// Counts of one value in one group.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    /// Customers who have it at all.
    pub(super) customers: u32,
    /// Times.
    pub(super) times: u64,
    /// Sum over customers of times².
    pub(super) squares: u64,
    /// Sum over customers of times × all times of the customer.
    pub(super) products: u64,
}

/// What a group amounts to in one dimension.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Whole {
    /// Customers of whom something is known.
    pub(super) customers: u32,
    /// Times, all values together.
    pub(super) times: u64,
    /// Sum over customers of times².
    pub(super) squares: u64,
}

/// One dimension, counted.
pub(super) struct Tally<'a> {
    pub(super) dimension: &'a Dimension<'a>,
    groups: usize,
    counts: Vec<Count>,
    wholes: Vec<Whole>,
}

impl<'a> Tally<'a> {
    pub(super) fn new(dimension: &'a Dimension<'a>, groups: &[Vec<CustomerId>]) -> Self {
        let counts = vec![Count::default(); dimension.values.len() * groups.len()];
        let mut tally = Self { dimension, groups: groups.len(), counts, wholes: vec![Whole::default(); groups.len()] };
        let mut found = Vec::new();
        for (group, customers) in groups.iter().enumerate() {
            for &customer in customers {
                found.clear();
                let all = u64::from(dimension.of(customer, &mut found));
                tally.add(group, all, &mut found);
            }
        }
        tally
    }

    fn add(&mut self, group: usize, all: u64, found: &mut [u32]) {
        if all == 0 {
            return;
        }
        let whole = &mut self.wholes[group];
        *whole = Whole { customers: whole.customers + 1, times: whole.times + all, squares: whole.squares + all * all };
        found.sort_unstable();
        for same in found.chunk_by(|a, b| a == b) {
            let (value, times) = (same[0] as usize, same.len() as u64);
            if let Some(count) = self.counts.get_mut(value * self.groups + group) {
                count.customers += 1;
                count.times += times;
                count.squares += times * times;
                count.products += times * all;
            }
        }
    }

    /// Position of the group that is everybody.
    pub(super) const fn everybody(&self) -> usize {
        self.groups - 1
    }

    pub(super) fn count(&self, value: usize, group: usize) -> Count {
        self.counts.get(value * self.groups + group).copied().unwrap_or_default()
    }

    pub(super) fn whole(&self, group: usize) -> Whole {
        self.wholes.get(group).copied().unwrap_or_default()
    }

    /// A value in a group.
    pub(super) fn share(&self, value: usize, group: usize) -> Share {
        let of = |group| share(self.count(value, group).times, self.whole(group).times);
        Share {
            feature: self.dimension.feature.clone(),
            value: self.dimension.values[value].clone(),
            customers: self.count(value, group).customers,
            share: of(group),
            share_of_all: of(self.everybody()),
        }
    }

    /// The most common values of a group, by customers; among equals those that are more common everywhere.
    pub(super) fn most_common(&self, group: usize, most: usize) -> Vec<Share> {
        let mut values: Vec<usize> = (0..self.dimension.values.len()).filter(|&value| self.count(value, group).customers > 0).collect();
        values.sort_by_key(|&value| (std::cmp::Reverse(self.count(value, group).customers), value));
        values.into_iter().take(most).map(|value| self.share(value, group)).collect()
    }

    pub(super) fn is_of(&self, feature: &Feature) -> bool {
        self.dimension.feature == *feature
    }
}

#[expect(clippy::cast_precision_loss, reason = "a share to show")]
pub(super) fn share(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { part as f64 / whole as f64 }
}
