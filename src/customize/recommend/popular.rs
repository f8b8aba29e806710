//! What a tier buys, as far as its size lets one say.
//!
//! The share of a tier's customers who bought a product, drawn to the share of all customers: a tier of five people has no
//! taste of its own yet. Invariant: in a tier of nobody it is the share of all customers.

use super::again::Again;
use super::purchases::Purchases;
use crate::differentiate::Standing;
use crate::identify::Book;

/// Customers by whom the share of a tier is drawn to that of everybody.
const PRIOR: f64 = 1000.0;
/// Products of a tier that are looked at for a customer, the most popular first.
const RANKED: usize = 500;

/// Shares of buyers.
#[derive(Debug, Default)]
pub(super) struct Popular {
    /// For each tier, for each item: the share of the tier's customers, 0 to 1.
    pub(super) share: Vec<Vec<f32>>,
    /// For each tier, its most popular items, best first.
    pub(super) ranked: Vec<Vec<u32>>,
    /// For each tier, for each item: who bought it.
    pub(super) buyers: Vec<Vec<u32>>,
    /// For each tier: its customers.
    pub(super) customers: Vec<u32>,
}

impl Popular {
    pub(super) fn count(book: &Book, standing: &Standing, purchases: &Purchases, again: &[Again]) -> Self {
        let scheme = &standing.schemes[standing.tier];
        let mut buyers = vec![vec![0_u32; again.len()]; scheme.segments.len()];
        for customer in book.customers.iter() {
            let place = scheme.of.get(customer.index()).copied().map(usize::from);
            if let Some(tier) = place.and_then(|place| buyers.get_mut(place)) {
                purchases.of(customer).iter().for_each(|held| tier[held.item as usize] += 1);
            }
        }
        let customers: Vec<u32> = scheme.totals.iter().map(|total| total.customers).collect();
        let everybody = customers.iter().map(|&count| f64::from(count)).sum::<f64>().max(1.0);
        let share = shares(&buyers, &customers, &again.iter().map(|item| f64::from(item.buyers) / everybody).collect::<Vec<_>>());
        let ranked = share.iter().map(|shares| ranked(shares)).collect();
        Self { share, ranked, buyers, customers }
    }
}

#[expect(clippy::cast_possible_truncation, reason = "shares, held in half the memory")]
fn shares(buyers: &[Vec<u32>], customers: &[u32], of_all: &[f64]) -> Vec<Vec<f32>> {
    let share = |count: u32, all: f64, size: u32| ((f64::from(count) + PRIOR * all) / (f64::from(size) + PRIOR)) as f32;
    let tiers = buyers.iter().zip(customers);
    tiers.map(|(counts, &size)| counts.iter().zip(of_all).map(|(&count, &all)| share(count, all, size)).collect()).collect()
}

#[expect(clippy::cast_possible_truncation, reason = "items are numbered with u32")]
fn ranked(shares: &[f32]) -> Vec<u32> {
    let mut items: Vec<u32> = (0..shares.len() as u32).filter(|&item| shares[item as usize] > 0.0).collect();
    let best_first = |a: &u32, b: &u32| shares[*b as usize].total_cmp(&shares[*a as usize]).then(a.cmp(b));
    if items.len() > RANKED {
        items.select_nth_unstable_by(RANKED, best_first);
        items.truncate(RANKED);
    }
    items.sort_unstable_by(best_first);
    items
}
