//! Which category each product is of.
//!
//! A file says it in every row; comparing with what is known costs no look-up. Invariant: where rows disagree the first text
//! in byte order wins, so that the order of the rows does not matter.

use crate::base::{Interner, TextId};

/// Categories of products, by the products' numbers.
#[derive(Debug, Default)]
pub(super) struct Categories {
    pub(super) of: Vec<TextId>,
    pub(super) names: Interner,
}

impl Categories {
    pub(super) fn learn(&mut self, product: TextId, category: &str) {
        if category.is_empty() || product.is_none() {
            return;
        }
        if self.of.len() <= product.index() {
            self.of.resize(product.index() + 1, TextId::NONE);
        }
        let known = self.of[product.index()];
        if known.is_none() || category < self.names.get(known) {
            self.of[product.index()] = self.names.intern(category);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn where_rows_disagree_their_order_does_not_matter() {
        for rows in [["tea", "drinks", ""], ["", "tea", "drinks"], ["drinks", "", "tea"]] {
            let mut categories = Categories::default();
            rows.iter().for_each(|row| categories.learn(TextId(2), row));
            let names: Vec<&str> = categories.of.iter().map(|&id| categories.names.get(id)).collect();
            assert_eq!(names, ["", "", "drinks"], "{rows:?}");
        }
    }
}
