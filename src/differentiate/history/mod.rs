//! The time machine: all orders are here, so every past day can be looked at as if it were today.
//!
//! [`mod@migration`] compares the tiers of two days customer by customer, [`mod@cohorts`] follows those who came
//! in the same month, [`mod@back_test`] asks whether the tiers of a past day would have told who buys next.
//! Invariant: a past day sees nothing that came after it; with thresholds frozen in the recipe it is the very
//! same rule, otherwise the same rule anew.

pub mod back_test;
pub mod cohorts;
pub mod migration;

pub use back_test::{BackTest, ModelCheck, back_test, model_check};
pub use cohorts::{Cohorts, cohorts};
pub use migration::{Migration, migration};

use super::{Standing, differentiate};
use crate::Result;
use crate::base::Day;
use crate::identify::Book;
use crate::recipe::{Checked, Recipe};

/// The standing as it would have been on that day.
///
/// # Errors
/// As [`differentiate`]: nobody was there yet.
pub fn standing_at(book: &Book, recipe: &Checked, day: Day) -> Result<Standing> {
    let recipe: Recipe = (**recipe).clone();
    let measures = crate::recipe::Measures { as_of: Some(day), ..recipe.measures.clone() };
    differentiate(book, &Checked::new(Recipe { measures, ..recipe })?)
}
