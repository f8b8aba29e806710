//! Lines looked at again before they are grouped: equal ones, and amounts to be filled in.

use super::BookBuilder;
use crate::base::{Day, Money, TextId};

/// Everything that is kept of a line: lines with equal values are the same line twice.
pub(crate) type LineKey = (u32, Day, u32, Money, TextId, TextId, bool);

impl BookBuilder {
    /// What is kept of the line at this place.
    pub(crate) fn line(&self, line: u32) -> LineKey {
        let place = line as usize;
        let second = self.second.get(place).copied().unwrap_or(0);
        let product = self.product.get(place).copied().unwrap_or(TextId::NONE);
        (self.customer[place], self.day[place], second, self.amount[place], self.order[place], product, self.refund[place])
    }

    /// The amounts of the lines kept so far.
    pub(crate) fn amounts_mut(&mut self) -> &mut [Money] {
        &mut self.amount
    }

    /// Whether each of the lines kept so far goes back.
    pub(crate) fn refunds(&self) -> &[bool] {
        &self.refund
    }

    /// Leaves out the lines that are not to be kept.
    pub(crate) fn retain(&mut self, keep: &[bool]) {
        retain(&mut self.customer, keep);
        retain(&mut self.day, keep);
        retain(&mut self.second, keep);
        retain(&mut self.amount, keep);
        retain(&mut self.order, keep);
        retain(&mut self.product, keep);
        retain(&mut self.refund, keep);
    }
}

/// Leaves out what is not to be kept; an empty column stays empty.
pub(crate) fn retain<T>(column: &mut Vec<T>, keep: &[bool]) {
    let mut place = 0;
    column.retain(|_| {
        place += 1;
        keep.get(place - 1).copied().unwrap_or(true)
    });
}

/// Place of each customer in the order of first sight; `rank` is the way back.
pub(crate) fn seen_in_order(rank: &[u32]) -> Vec<u32> {
    let mut seen = vec![0; rank.len()];
    for (place, &customer) in (0..).zip(rank) {
        seen[customer as usize] = place;
    }
    seen
}
