//! The rank of products for one customer.
//!
//! A column per product, with a stamp of the customer for whom it was written, saves clearing it: a million customers share one
//! [`Scratch`]. Invariant: equal scores stand in the order of the products' names.

use super::Recommender;
use super::purchases::Held;
use crate::base::CustomerId;

/// Orders by which the share of a few orders is drawn to nothing: 2 of 2 is not as good as 90 of 100.
pub(super) const FEW_ORDERS: f64 = 10.0;
/// A customer who came back for a product on so many days more counts this much each.
const EACH_DAY: f64 = 0.2;
/// The orders end today: many of those who will come back have not yet. The best of 1 and 3 on orders that were held out.
const STILL_TO_COME: f64 = 3.0;

/// Columns that are used again for every customer.
#[derive(Debug, Default)]
pub struct Scratch {
    stamp: u32,
    stamps: Vec<u32>,
    /// What stands for the item at hand: the best neighbour, or nothing.
    best: Vec<(f64, Because)>,
    touched: Vec<u32>,
    picks: Vec<Pick>,
}

/// A product for a customer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Pick {
    pub(super) item: u32,
    pub(super) score: f64,
    pub(super) because: Because,
}

/// Which part of the score is the largest.
#[derive(Debug, Clone, Copy)]
pub(super) enum Because {
    Together { with: u32, together: u32 },
    Again,
    Popular,
}

impl Scratch {
    fn begin(&mut self, items: usize) {
        if self.stamps.len() != items || self.stamp == u32::MAX {
            (self.stamp, self.stamps) = (0, vec![0; items]);
            self.best = vec![(0.0, Because::Popular); items];
        }
        self.stamp += 1;
        self.touched.clear();
        self.picks.clear();
    }

    /// Takes the share if it is the best so far.
    fn offer(&mut self, item: u32, share: f64, because: Because) {
        let at = item as usize;
        if self.stamps[at] != self.stamp {
            self.stamps[at] = self.stamp;
            self.best[at] = (0.0, Because::Popular);
            self.touched.push(item);
        }
        if share > self.best[at].0 {
            self.best[at] = (share, because);
        }
    }
}

impl Recommender {
    /// The best products, best first.
    pub(super) fn ranked<'s>(&self, tier: usize, customer: CustomerId, scratch: &'s mut Scratch) -> &'s [Pick] {
        let Some(shares) = self.popular.share.get(tier) else {
            scratch.picks.clear();
            return &scratch.picks;
        };
        scratch.begin(shares.len());
        let held = self.purchases.of(customer);
        // What is bought together with what the customer has?
        for own in held {
            let orders = f64::from(self.pairs.orders[own.item as usize]);
            for neighbour in self.pairs.of(own.item) {
                let share = f64::from(neighbour.together) / (orders + FEW_ORDERS);
                scratch.offer(neighbour.item, share, Because::Together { with: own.item, together: neighbour.together });
            }
        }
        // What does the customer have already, and what of it is due again?
        held.iter().for_each(|own| self.again(own, scratch));
        let touched = std::mem::take(&mut scratch.touched);
        for &item in &touched {
            let (share, because) = scratch.best[item as usize];
            let score = f64::from(shares[item as usize]) + share;
            if share >= 0.0 && !self.settings.excludes(item) {
                scratch.picks.push(Pick { item, score, because });
            }
        }
        scratch.touched = touched;
        // What does the tier buy besides?
        let is_new = |item: &&u32| scratch.stamps[**item as usize] != scratch.stamp && !self.settings.excludes(**item);
        let besides = self.popular.ranked[tier].iter().filter(is_new).take(self.settings.products);
        scratch.picks.extend(besides.map(|&item| Pick { item, score: f64::from(shares[item as usize]), because: Because::Popular }));
        best(&mut scratch.picks, self.settings.products);
        &scratch.picks
    }

    /// What the customer has is offered again when it is due, and never otherwise.
    fn again(&self, own: &Held, scratch: &mut Scratch) {
        let again = &self.again[own.item as usize];
        scratch.offer(own.item, 0.0, Because::Popular);
        let (share, because) = &mut scratch.best[own.item as usize];
        if !again.is_due(own, self.as_of) {
            *share = -1.0;
            return;
        }
        let chance = STILL_TO_COME * again.rate + EACH_DAY * f64::from(own.days - 1);
        if chance > *share {
            *because = Because::Again;
        }
        *share += chance;
    }
}

/// The best of these, best first.
fn best(picks: &mut Vec<Pick>, wanted: usize) {
    let best_first = |a: &Pick, b: &Pick| b.score.total_cmp(&a.score).then(a.item.cmp(&b.item));
    if picks.len() > wanted {
        picks.select_nth_unstable_by(wanted, best_first);
        picks.truncate(wanted);
    }
    picks.sort_unstable_by(best_first);
}
