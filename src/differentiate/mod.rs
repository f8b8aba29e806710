//! Book → [`Standing`]: who is worth what, where are they going, and why.
//!
//! [`measures`] counts recency, frequency and monetary value, [`scores`] cuts them into 1 to 5 and
//! says where, [`schemes`] names every customer, [`why`] gives the reason. [`overview`] and
//! [`customers`] answer what a screen asks. Invariants: every customer is in exactly one segment of
//! every scheme; nothing depends on the order of rows or on the scale of money.

pub mod customers;
pub mod measures;
pub mod overview;
pub mod schemes;
pub mod scores;
pub mod summary;
pub mod why;

pub use measures::Measures;
pub use schemes::{Classified, PartitionReport};
pub use scores::{Factor, Scores, Thresholds};
pub use summary::Summary;

use crate::Result;
use crate::base::Day;
use crate::identify::Book;
use crate::recipe::Checked;

/// Where every customer stands. Columns are indexed by [`CustomerId`](crate::base::CustomerId).
#[derive(Debug)]
pub struct Standing {
    /// The day from which recency counts.
    pub as_of: Day,
    /// First and last order, recency, orders, revenue.
    pub measures: Measures,
    /// Scores of the recipe's binning, with their thresholds.
    pub scores: Scores,
    /// Every scheme with its segment for every customer; built-in schemes first, in a fixed order.
    pub schemes: Vec<Classified>,
    /// Position in `schemes` of the one that names the customers.
    pub segment: usize,
    /// Position in `schemes` of the one that decides how they are treated.
    pub tier: usize,
}

impl Standing {
    /// The scheme with this id.
    #[must_use]
    pub fn scheme(&self, id: &str) -> Option<&Classified> {
        self.schemes.iter().find(|classified| classified.scheme.id == id)
    }
}

/// Measures, scores and segments of every customer.
///
/// # Errors
/// `amount.overflow` when the revenue does not fit, `table.no_usable_row` when there is nobody.
pub fn differentiate(book: &Book, recipe: &Checked) -> Result<Standing> {
    let (as_of, measures) = measures::measure(book, recipe)?;
    let scores = scores::score(&measures, &recipe.scores);
    let schemes = schemes::classify_all(&measures, &scores, as_of, recipe)?;
    let position = |id: &str| schemes.iter().position(|classified| classified.scheme.id == id);
    let segment = position(&recipe.segment).unwrap_or(0);
    let tier = position(&recipe.tier).unwrap_or(0);
    Ok(Standing { as_of, measures, scores, schemes, segment, tier })
}
