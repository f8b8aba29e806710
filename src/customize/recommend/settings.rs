//! The recipe's wishes about recommendations, by item.
//!
//! Names are looked up once. Invariant: a name that is no product changes nothing.

use super::purchases::Purchases;
use crate::identify::Book;
use crate::recipe::Offering;

/// How many, and which never.
#[derive(Debug)]
pub(super) struct Settings {
    pub(super) products: usize,
    excluded: Vec<bool>,
}

impl Settings {
    pub(super) fn new(book: &Book, purchases: &Purchases, offering: &Offering) -> Self {
        let mut excluded = vec![false; purchases.products.len()];
        for product in offering.exclude.iter().filter_map(|name| book.ledger.products.find(name)) {
            if let Some(item) = purchases.products.iter().position(|&known| known == product) {
                excluded[item] = true;
            }
        }
        Self { products: offering.products as usize, excluded }
    }

    pub(super) fn excludes(&self, item: u32) -> bool {
        self.excluded.get(item as usize).copied().unwrap_or(true)
    }
}
