//! How often recommendations would have been right.
//!
//! The clock is set back until about a fifth of the order lines is in the future; tiers and recommendations see only what was known then.
//! A recommendation is a hit when the customer bought the product afterwards. It is held against two plain methods under the same
//! conditions: the products with the most buyers, and the neighbours of what the customer has (item-item cosine). Invariant: nothing
//! after the split reaches any method, and the plain methods may also offer what a customer has.

use super::Recommender;
use super::pairs::Index;
use super::purchases::{Items, Window, bought};
use super::rank::{FEW_ORDERS, Scratch};
use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::history::standing_at;
use crate::identify::Book;
use crate::recipe::Checked;
use serde::Serialize;
use std::collections::BTreeSet;

/// Customers that are tested, spread evenly over all.
const MOST_TESTED: usize = 2000;
/// Of so many order lines one is in the future.
const ONE_IN: usize = 5;

/// What recommendations of a past day were worth.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OfferTest {
    /// The day up to which everything was known.
    #[cfg_attr(test, ts(type = "string"))]
    pub split: Day,
    /// The last day that was looked at.
    #[cfg_attr(test, ts(type = "string"))]
    pub until: Day,
    /// Customers who bought before and after the split.
    pub customers: u32,
    /// Of these, those for whom it was tried.
    pub tested: u32,
    /// Products known at the split.
    pub products: u32,
    /// Recommendations for each customer.
    pub recommended: u32,
    /// Ours first, then the plain ones.
    pub methods: Vec<OfferMethodTest>,
    /// Whether ours is better than the most popular products, as far as chance can be ruled out.
    pub verdict: OfferVerdict,
}

/// How one method did.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OfferMethodTest {
    /// Which.
    pub method: OfferMethod,
    /// Customers with at least one hit.
    pub hit: u32,
    /// Their share, 0 to 1: the hit rate.
    pub hit_rate: f64,
    /// Hits among all recommendations, 0 to 1.
    pub precision: f64,
    /// Share of the products that were recommended to anybody, 0 to 1.
    pub coverage: f64,
}

/// A way to recommend products.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum OfferMethod {
    /// Ours: [`Recommender`].
    Ours,
    /// The products with the most buyers, the same for everybody.
    Popular,
    /// The neighbours of what the customer has: item-item cosine over orders, drawn to nothing for few orders.
    ItemKnn,
}

/// Ours against the most popular products: the customers who were hit by one of them only (`McNemar`'s test, 5 %).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum OfferVerdict {
    /// Better, beyond chance.
    Better,
    /// No difference beyond chance.
    Same,
    /// Worse, beyond chance.
    Worse,
}

/// Tests recommendations on the last fifth of the order lines; none when the files name no products, or nobody bought before and
/// after.
#[must_use]
pub fn hold_out(book: &Book, standing: &Standing, recipe: &Checked) -> Option<OfferTest> {
    let split = split(book, standing.as_of)?;
    let then = standing_at(book, recipe, split).ok()?;
    let recommender = Recommender::fit(book, &then, recipe);
    let later = later(book, split, standing.as_of, recipe);
    let known = |(customer, _): &&(CustomerId, BTreeSet<u32>)| !recommender.purchases.of(*customer).is_empty();
    let candidates: Vec<&(CustomerId, BTreeSet<u32>)> = later.iter().filter(known).collect();
    let step = candidates.len().div_ceil(MOST_TESTED).max(1);
    let tested: Vec<&(CustomerId, BTreeSet<u32>)> = candidates.iter().step_by(step).copied().collect();
    if tested.is_empty() {
        return None;
    }
    let (ours, popular, knn) = (ours(&recommender, &then, &tested), popular(&recommender, &tested), item_knn(&recommender, &tested));
    let judged = [(OfferMethod::Ours, &ours), (OfferMethod::Popular, &popular), (OfferMethod::ItemKnn, &knn)];
    let methods = judged.map(|(method, lists)| judge(method, lists, &tested, &recommender)).to_vec();
    Some(OfferTest {
        split,
        until: standing.as_of,
        customers: u32::try_from(candidates.len()).unwrap_or(u32::MAX),
        tested: u32::try_from(tested.len()).unwrap_or(u32::MAX),
        products: recommender.products(),
        recommended: recipe.offering.products,
        methods,
        verdict: verdict(&ours, &popular, &tested),
    })
}

/// The day on which four fifths of the lines are there; none when the orders are all of one day or name no products.
fn split(book: &Book, as_of: Day) -> Option<Day> {
    if book.ledger.product.is_empty() {
        return None;
    }
    let mut days: Vec<Day> = book.ledger.day.iter().copied().filter(|&day| day <= as_of).collect();
    let last = days.iter().max().copied()?;
    let place = days.len() - 1 - days.len() / ONE_IN;
    let (before, &mut split, _) = days.select_nth_unstable(place);
    // A last day that is most of the file is held out whole.
    if split < last { Some(split) } else { before.iter().copied().filter(|&day| day < last).max() }
}

/// What customers bought after the split.
fn later(book: &Book, split: Day, until: Day, recipe: &Checked) -> Vec<(CustomerId, BTreeSet<u32>)> {
    let items = Items::new(&book.ledger);
    let window = Window { after: split, until, refunds: recipe.cleaning.refunds };
    let of = |customer| bought(&book.ledger, customer, window, &items).map(|line| line.item).collect::<BTreeSet<u32>>();
    book.customers.iter().map(|customer| (customer, of(customer))).filter(|(_, bought)| !bought.is_empty()).collect()
}

type Tested<'a> = [&'a (CustomerId, BTreeSet<u32>)];

fn ours(recommender: &Recommender, then: &Standing, tested: &Tested<'_>) -> Vec<Vec<u32>> {
    let mut scratch = Scratch::default();
    let mut list = |customer| {
        let tier = recommender.tier(then, customer);
        recommender.ranked(tier, customer, &mut scratch).iter().map(|pick| pick.item).collect()
    };
    tested.iter().map(|(customer, _)| list(*customer)).collect()
}

fn popular(recommender: &Recommender, tested: &Tested<'_>) -> Vec<Vec<u32>> {
    let mut items: Vec<(u32, u32)> = recommender.again.iter().zip(0..).map(|(again, item)| (again.buyers, item)).collect();
    items.sort_unstable_by_key(|&(buyers, item)| (std::cmp::Reverse(buyers), item));
    let list: Vec<u32> = items.iter().take(recommender.settings.products).map(|&(_, item)| item).collect();
    vec![list; tested.len()]
}

fn item_knn(recommender: &Recommender, tested: &Tested<'_>) -> Vec<Vec<u32>> {
    let index = Index::new(&recommender.purchases.baskets, recommender.again.len());
    let mut scores = vec![0.0; recommender.again.len()];
    tested.iter().map(|(customer, _)| neighbours(recommender, &index, *customer, &mut scores)).collect()
}

/// Adds up c ÷ (√(a·b) + 10), where c orders have both, over what the customer has.
fn neighbours(recommender: &Recommender, index: &Index, customer: CustomerId, scores: &mut [f64]) -> Vec<u32> {
    let orders = &recommender.pairs.orders;
    let mut touched = Vec::new();
    for own in recommender.purchases.of(customer) {
        for &basket in index.of(own.item) {
            for &other in recommender.purchases.baskets.of(basket).iter().filter(|&&other| other != own.item) {
                let both = f64::from(orders[own.item as usize]) * f64::from(orders[other as usize]);
                if scores[other as usize] == 0.0 {
                    touched.push(other);
                }
                scores[other as usize] += 1.0 / (libm::sqrt(both) + FEW_ORDERS);
            }
        }
    }
    touched.sort_unstable_by(|&a, &b| scores[b as usize].total_cmp(&scores[a as usize]).then(a.cmp(&b)));
    touched.iter().for_each(|&item| scores[item as usize] = 0.0);
    touched.truncate(recommender.settings.products);
    touched
}

#[expect(clippy::cast_precision_loss, reason = "counts of recommendations")]
fn judge(method: OfferMethod, lists: &[Vec<u32>], tested: &Tested<'_>, recommender: &Recommender) -> OfferMethodTest {
    let hits = |(list, (_, bought)): (&Vec<u32>, &&(CustomerId, BTreeSet<u32>))| list.iter().filter(|item| bought.contains(item)).count();
    let hits: Vec<usize> = lists.iter().zip(tested).map(|(list, one)| hits((list, one))).collect();
    let hit = hits.iter().filter(|&&hits| hits > 0).count();
    let offered: BTreeSet<u32> = lists.iter().flatten().copied().collect();
    let all: usize = lists.iter().map(Vec::len).sum();
    OfferMethodTest {
        method,
        hit: u32::try_from(hit).unwrap_or(u32::MAX),
        hit_rate: hit as f64 / tested.len() as f64,
        precision: hits.iter().sum::<usize>() as f64 / all.max(1) as f64,
        coverage: offered.len() as f64 / f64::from(recommender.products().max(1)),
    }
}

#[expect(clippy::cast_precision_loss, reason = "counts of customers")]
fn verdict(ours: &[Vec<u32>], popular: &[Vec<u32>], tested: &Tested<'_>) -> OfferVerdict {
    let is_hit = |list: &Vec<u32>, bought: &BTreeSet<u32>| list.iter().any(|item| bought.contains(item));
    let mut only = [0_usize; 2];
    for ((ours, popular), (_, bought)) in ours.iter().zip(popular).zip(tested) {
        match (is_hit(ours, bought), is_hit(popular, bought)) {
            (true, false) => only[0] += 1,
            (false, true) => only[1] += 1,
            _ => {}
        }
    }
    let z = (only[0] as f64 - only[1] as f64) / libm::sqrt((only[0] + only[1]).max(1) as f64);
    match z {
        z if z >= 1.96 => OfferVerdict::Better,
        z if z <= -1.96 => OfferVerdict::Worse,
        _ => OfferVerdict::Same,
    }
}
