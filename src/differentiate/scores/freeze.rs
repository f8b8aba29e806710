//! The cuts of today as fixed ones, so that new customers move nobody.
//!
//! Relative cuts move with every import; a rule that has to hold for a year is fixed. Invariant: fixed cuts give the customers of
//! today the scores that they have, except for equal values that `ntile` split, and these are counted.

use super::cuts::Cuts;
use super::{Factor, Measures, Scores, Values, Whole, score};
use crate::recipe::{self, Binning};
use serde::Serialize;

/// Scores at fixed cuts.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Frozen {
    /// For the recipe's `scores`.
    pub scores: recipe::Scores,
    /// Customers who get another score by them: only equal values that `ntile` split.
    pub changed: u32,
}

impl Scores {
    /// The same scores at fixed cuts; none where scores are nested, since every group has cuts of its own there.
    #[must_use]
    pub fn freeze(&self, measures: &Measures, binning: &recipe::Scores) -> Option<Frozen> {
        if binning.nested {
            return None;
        }
        let [recency, frequency, monetary] = [
            frozen(measures, Factor::Recency, &binning.recency, self),
            frozen(measures, Factor::Frequency, &binning.frequency, self),
            frozen(measures, Factor::Monetary, &binning.monetary, self),
        ];
        let scores = recipe::Scores { recency, frequency, monetary, nested: false };
        let after = score(measures, &scores);
        let changed = measures.customers().filter(|&customer| after.of(customer) != self.of(customer)).count();
        Some(Frozen { scores, changed: u32::try_from(changed).unwrap_or(u32::MAX) })
    }
}

/// Cuts at whole raw steps: the largest value of each interval but the last.
#[expect(clippy::cast_precision_loss, reason = "amounts up to 2^53 steps, 900 billion units, are exact")]
fn frozen(measures: &Measures, factor: Factor, binning: &Binning, scores: &Scores) -> Binning {
    let values = Whole { measures, factor };
    let scale = measures.raw_per_unit(factor);
    let known = scores.thresholds.iter().find(|thresholds| thresholds.factor == factor);
    let ends: Vec<i64> = match (binning, known) {
        (Binning::Ntile { .. }, Some(thresholds)) => ends_of_parts(&values, &thresholds.sizes),
        _ => Cuts::new(&values, binning).begins().into_iter().map(|begin| begin.saturating_sub(1)).collect(),
    };
    Binning::Fixed { cuts: ends.into_iter().map(|end| end as f64 / scale as f64).collect() }
}

/// The largest value of each part but the last, from the smallest values up; one step below all values for parts that are
/// empty at the beginning.
fn ends_of_parts(values: &impl Values, sizes: &[u32]) -> Vec<i64> {
    let mut sizes = sizes.to_vec();
    if values.is_reversed() {
        sizes.reverse();
    }
    let distribution = values.distribution();
    let mut count = 0;
    let end = |size: &u32| {
        count += size;
        count.checked_sub(1).map_or_else(|| distribution.min() - 1, |last| distribution.at(last))
    };
    let inner = sizes.len().saturating_sub(1);
    sizes[..inner].iter().map(end).collect()
}
