//! How common each value is in each group.
//!
//! One customer, one vote: of somebody with many order lines every product counts with its share of these lines, so that one
//! customer with a thousand lines does not look like a thousand customers. Invariant: the last group is everybody, and the
//! others add up to it.

use super::dimension::Dimension;
use super::{Feature, Share};
use crate::base::CustomerId;

/// One value in one group.
#[derive(Debug, Clone, Copy, Default)]
pub(super) struct Count {
    /// Customers who have it at all.
    pub(super) customers: u32,
    /// Sum over customers of its share of all their times, each 0 to 1.
    pub(super) shares: f64,
    /// Sum of the squares of these shares.
    pub(super) squares: f64,
}

/// One dimension, counted.
pub(super) struct Tally<'a> {
    pub(super) dimension: &'a Dimension<'a>,
    groups: usize,
    counts: Vec<Count>,
    /// Customers of each group of whom something is known.
    known: Vec<u32>,
}

impl<'a> Tally<'a> {
    pub(super) fn new(dimension: &'a Dimension<'a>, groups: &[Vec<CustomerId>]) -> Self {
        let counts = vec![Count::default(); dimension.values.len() * groups.len()];
        let mut tally = Self { dimension, groups: groups.len(), counts, known: vec![0; groups.len()] };
        let mut found = Vec::new();
        for (group, customers) in groups.iter().enumerate() {
            for &customer in customers {
                found.clear();
                let all = dimension.of(customer, &mut found);
                tally.add(group, all, &mut found);
            }
        }
        tally
    }

    fn add(&mut self, group: usize, all: u32, found: &mut [u32]) {
        if all == 0 {
            return;
        }
        self.known[group] += 1;
        found.sort_unstable();
        for same in found.chunk_by(|a, b| a == b) {
            let share = share(same.len() as u64, u64::from(all));
            if let Some(count) = self.counts.get_mut(same[0] as usize * self.groups + group) {
                *count = Count { customers: count.customers + 1, shares: count.shares + share, squares: count.squares + share * share };
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

    /// Customers of the group of whom something is known.
    pub(super) fn known(&self, group: usize) -> u32 {
        self.known.get(group).copied().unwrap_or_default()
    }

    /// The mean share of a value over the customers of a group.
    pub(super) fn mean(&self, value: usize, group: usize) -> f64 {
        self.count(value, group).shares / f64::from(self.known(group).max(1))
    }

    /// A value in a group.
    pub(super) fn share(&self, value: usize, group: usize) -> Share {
        Share {
            feature: self.dimension.feature.clone(),
            value: self.dimension.values[value].clone(),
            customers: self.count(value, group).customers,
            share: self.mean(value, group),
            share_of_all: self.mean(value, self.everybody()),
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
