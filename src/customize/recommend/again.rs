//! Which products are bought again, learnt from those who bought them.
//!
//! A product counts as a consumable when at least 2 of its buyers, and at least 1 in 50, bought it on another day too. Only a
//! consumable is recommended to somebody who has it, and not before a quarter of the usual time between two purchases is over.
//! Invariant: what hardly anybody bought twice is never offered to those who have it, unless they themselves did.

use super::purchases::{Held, Purchases};
use crate::base::Day;

/// Buyers who must have come back for a product.
const FEWEST: u32 = 2;
/// One in so many buyers must have come back.
const ONE_IN: u64 = 50;
/// Before this part of the usual time is over, somebody has enough of it.
const TOO_SOON: u32 = 4;
/// Buyers by whom the rate of a product is drawn to that of all products: few buyers prove little.
const PRIOR: f64 = 5.0;

/// Who came back for a product, and when.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub(super) struct Again {
    /// Who bought it.
    pub(super) buyers: u32,
    /// Of these, who bought it on another day too.
    pub(super) again: u32,
    /// The median of days between two purchases; none when nobody came back.
    pub(super) usual_days: Option<u32>,
    /// How likely a buyer comes back, 0 to 1.
    pub(super) rate: f64,
}

impl Again {
    pub(super) fn is_consumable(&self) -> bool {
        self.again >= FEWEST && u64::from(self.again) * ONE_IN >= u64::from(self.buyers)
    }

    /// Whether it may be offered to a customer who has it.
    pub(super) fn is_due(&self, held: &Held, as_of: Day) -> bool {
        let wait = self.usual_days.map_or(0, |days| days / TOO_SOON);
        let since = u32::try_from(as_of.days_since(held.last)).unwrap_or(0);
        (self.is_consumable() || held.days > 1) && since >= wait
    }
}

/// For every item, in its order.
pub(super) fn learn(purchases: &Purchases, customers: impl Iterator<Item = crate::base::CustomerId>) -> Vec<Again> {
    let mut all = vec![Again::default(); purchases.products.len()];
    for held in customers.flat_map(|customer| purchases.of(customer)) {
        let item = &mut all[held.item as usize];
        item.buyers += 1;
        item.again += u32::from(held.days > 1);
    }
    let mut gaps = purchases.gaps.clone();
    gaps.sort_unstable();
    for same in gaps.chunk_by(|a, b| a.0 == b.0) {
        if let Some(&(item, days)) = same.get(same.len() / 2) {
            all[item as usize].usual_days = Some(days);
        }
    }
    rate(&mut all);
    all
}

fn rate(all: &mut [Again]) {
    let sum = |figure: fn(&Again) -> u32| all.iter().map(|item| f64::from(figure(item))).sum::<f64>();
    let overall = sum(|item| item.again) / sum(|item| item.buyers).max(1.0);
    for item in all {
        item.rate = (f64::from(item.again) + PRIOR * overall) / (f64::from(item.buyers) + PRIOR);
    }
}
