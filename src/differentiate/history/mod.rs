//! The time machine: all orders are here, so every past day can be looked at as if it were today.
//!
//! [`mod@migration`] compares the tiers of two days customer by customer, [`tiers`] follows them over the ends of periods,
//! [`steady`] keeps them from flapping, [`mod@drift`] tells whether old thresholds still fit, [`mod@cohorts`] follows those
//! who came in the same month, [`mod@back_test`] asks whether the tiers of a past day would have told who buys next.
//! Invariant: a past day sees nothing that came after it; with thresholds frozen in the recipe it is the very
//! same rule, otherwise the same rule anew.

pub mod back_test;
pub mod cohorts;
pub mod drift;
pub mod migration;
mod periods;
pub mod steady;
pub mod tiers;

pub use back_test::{BackTest, ModelCheck, back_test, model_check, test_schemes};
pub use cohorts::{Cohorts, cohorts};
pub use drift::{Drift, drift};
pub use migration::{Comparison, Migration, migration};
pub(crate) use periods::start_of;
pub use periods::{MOST_PERIODS, end_after, period_ends, usual_period};
pub use tiers::{CustomerTiers, TierHistory, TierSeries};

use super::schemes::{SegmentTotal, totals};
use super::{Measures, Standing, by_figures};
use crate::base::Day;
use crate::identify::Book;
use crate::recipe::{Checked, Recipe, Segment};
use crate::{ErrorKind, Result};

/// The standing as it would have been on that day, where changes of tier have to last also by that. What somebody set by hand is
/// not in it: it was set later.
///
/// # Errors
/// As [`crate::differentiate::differentiate`]: nobody was there yet.
pub fn standing_at(book: &Book, recipe: &Checked, day: Day) -> Result<Standing> {
    let recipe = Checked::new(at(recipe, day))?;
    let mut standing = by_figures(book, &recipe)?;
    steady::settle(book, &recipe, &mut standing, None)?;
    Ok(standing)
}

/// The recipe with this analysis day.
fn at(recipe: &Recipe, day: Day) -> Recipe {
    let measures = crate::recipe::Measures { as_of: Some(day), ..recipe.measures.clone() };
    Recipe { measures, ..recipe.clone() }
}

/// One scheme on one day, by the figures alone: no change has to last.
struct Snapshot {
    measures: Measures,
    segments: Vec<Segment>,
    of: Vec<u8>,
}

fn snapshot(book: &Book, recipe: &Recipe, day: Day, scheme: &str) -> Result<Snapshot> {
    let standing = by_figures(book, &Checked::new(at(recipe, day))?)?;
    let unknown = || ErrorKind::ArgumentInvalid { problem: format!("no scheme is called {scheme}") };
    let classified = standing.scheme(scheme).ok_or_else(unknown)?;
    Ok(Snapshot { segments: classified.segments.clone(), of: classified.of.to_vec(), measures: standing.measures })
}

impl Snapshot {
    /// What segments amounted to on that day, whoever is in them.
    fn totals_of(&self, of: &[u8], segments: usize) -> Vec<SegmentTotal> {
        totals(&self.measures, of, segments)
    }
}
