//! What a customer cares about: the categories of what they buy.
//!
//! Content follows it: who buys paper reads about offices, not about sofas. A category counts by the products bought, each once, and
//! comes first where the customer's share of it is furthest above everybody's. Invariant: one product alone is no interest.

use crate::base::{CustomerId, TextId};
use crate::identify::Book;
use serde::Serialize;

/// Interests that are named.
const NAMED: usize = 3;
/// Products of one category that make an interest.
const FEWEST: u32 = 2;

/// A category that a customer buys.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Interest {
    /// Category name.
    pub category: String,
    /// Purchases of it.
    pub purchases: u32,
    /// Purchases of any category.
    pub of: u32,
    /// The customer's share over everybody's; 1 is no preference.
    pub lift: f64,
}

/// How much of every category everybody buys.
#[derive(Debug, Default)]
pub struct Interests {
    purchases: Vec<u32>,
    total: u32,
}

impl Interests {
    /// Counts everybody's purchases.
    #[must_use]
    pub fn new(book: &Book) -> Self {
        let mut purchases = vec![0; book.ledger.categories.len()];
        for category in (0..book.ledger.len()).filter_map(|line| category(book, line)) {
            purchases[category.index()] += 1;
        }
        let total = purchases.iter().sum();
        Self { purchases, total }
    }

    /// Whether the files name categories.
    #[must_use]
    pub fn are_known(&self) -> bool {
        self.total > 0
    }

    /// What this customer cares about, the clearest preference first.
    #[must_use]
    pub fn of(&self, book: &Book, customer: CustomerId) -> Vec<Interest> {
        let mut categories: Vec<TextId> = book.ledger.lines(customer).filter_map(|line| category(book, line)).collect();
        categories.sort_unstable();
        let of = u32::try_from(categories.len()).unwrap_or(u32::MAX);
        let interest = |same: &[TextId]| self.interest(book, *same.first()?, u32::try_from(same.len()).ok()?, of);
        let mut interests: Vec<Interest> = categories.chunk_by(|a, b| a == b).filter_map(interest).collect();
        interests.sort_by(|a, b| b.lift.total_cmp(&a.lift).then_with(|| a.category.cmp(&b.category)));
        interests.truncate(NAMED);
        interests
    }

    fn interest(&self, book: &Book, category: TextId, purchases: u32, of: u32) -> Option<Interest> {
        let everybody = f64::from(*self.purchases.get(category.index())?) / f64::from(self.total);
        let lift = f64::from(purchases) / f64::from(of) / everybody;
        let is_interest = purchases >= FEWEST && lift > 1.0;
        is_interest.then(|| Interest { category: book.ledger.categories.get(category).to_owned(), purchases, of, lift })
    }
}

/// The category of a purchase; refunds are none.
fn category(book: &Book, line: usize) -> Option<TextId> {
    let ledger = &book.ledger;
    let product = *ledger.product.get(line).filter(|_| !ledger.refund[line])?;
    ledger.category.get(product.index()).copied().filter(|category| !category.is_none())
}
