//! Do the thresholds of a past day still fit?
//!
//! Quintiles made anew each day always hold a fifth of the customers, so a drift can only be seen with thresholds held fast: those
//! of the earlier day are frozen and applied to the later one. The measure is the population stability index, PSI = Σ (aᵢ −
//! bᵢ) ln(aᵢ / bᵢ) over the shares b before and a after, with the levels that are usual for it: below 0.1 stable, up to 0.25 to be
//! watched, above that changed (Siddiqi 2006, Credit Risk Scorecards, ch. 8). Invariant: the index is 0 for equal shares and never negative.

use super::{at, standing_at};
use crate::base::Day;
use crate::differentiate::schemes::{Classified, table_over};
use crate::differentiate::scores::nested::Held;
use crate::differentiate::{Factor, Scores as Scored, Standing, Thresholds, clusters};
use crate::identify::Book;
use crate::recipe::{Binning, Checked, Recipe, SchemeRule, Scores, Segment, effective_schemes};
use crate::{ErrorKind, Result};
use serde::Serialize;

/// How far the customers of a later day have moved over the thresholds of an earlier one.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Drift {
    /// The day whose thresholds are used.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: Day,
    /// The day they are applied to.
    #[cfg_attr(test, ts(type = "string"))]
    pub to: Day,
    /// Scheme id.
    pub scheme: String,
    /// Its segments.
    pub segments: Vec<Segment>,
    /// How far their shares have moved.
    pub of_segments: Shift,
    /// The same for the scores of recency, frequency and monetary, from score 1 up.
    pub of_scores: Vec<(Factor, Shift)>,
    /// What the largest of all indices says.
    pub verdict: DriftVerdict,
}

/// Sizes before and after, and their population stability index.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Shift {
    /// Population stability index, 0 or more.
    pub index: f64,
    /// Customers before.
    pub before: Vec<u32>,
    /// Customers after.
    pub after: Vec<u32>,
}

/// What an index says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum DriftVerdict {
    /// Below 0.1.
    Stable,
    /// 0.1 to 0.25.
    Watch,
    /// Above 0.25.
    Changed,
}

impl DriftVerdict {
    /// What this index says.
    #[must_use]
    pub fn of(index: f64) -> Self {
        if index < 0.1 {
            Self::Stable
        } else if index <= 0.25 {
            Self::Watch
        } else {
            Self::Changed
        }
    }
}

/// Applies the thresholds of one day to a later one.
///
/// # Errors
/// `argument.invalid` when there is no such scheme or the days are not in order; as [`crate::differentiate::differentiate`] when nobody
/// was there on the earlier day.
pub fn drift(book: &Book, recipe: &Checked, (from, to): (Day, Day), scheme: &str) -> Result<Drift> {
    if from >= to || book.ledger.is_empty() {
        return Err(ErrorKind::ArgumentInvalid { problem: format!("there are no orders between {from} and {to}") }.into());
    }
    let by_figures = Checked::new(Recipe { steady: None, ..(**recipe).clone() })?;
    let before = standing_at(book, &by_figures, from)?;
    let frozen = Checked::new(at(&frozen(&before, &by_figures), to))?;
    let after = crate::differentiate::differentiate(book, &frozen)?;
    let unknown = || ErrorKind::ArgumentInvalid { problem: format!("no scheme is called {scheme}") };
    let (was, is) = (before.scheme(scheme).ok_or_else(unknown)?, after.scheme(scheme).ok_or_else(unknown)?);
    // Nested, every group has cuts of its own, which no recipe can say: they are applied here.
    let held = |scores: &Scored| Held::new(&before.measures, scores).map(|held| held.score(&after.measures, scores));
    let own = held(was.scores.as_ref().unwrap_or(&before.scores)).and_then(|scores| table_over(&was.scheme, &after.measures, &scores));
    let is = own.as_ref().unwrap_or(is);
    let scores = held(&before.scores);
    let thresholds = scores.as_ref().map_or(&after.scores.thresholds, |scores| &scores.thresholds);
    let of_segments = shift(&sizes(&was.segments, was), &sizes(&was.segments, is));
    let pairs = before.scores.thresholds.iter().zip(thresholds);
    let of_scores: Vec<(Factor, Shift)> = pairs.map(|(was, is)| (was.factor, shift(&was.sizes, &is.sizes))).collect();
    let worst = of_scores.iter().map(|(_, shift)| shift.index).fold(of_segments.index, f64::max);
    let segments = was.segments.clone();
    Ok(Drift { from, to, scheme: scheme.to_owned(), segments, of_segments, of_scores, verdict: DriftVerdict::of(worst) })
}

/// Customers of these segments.
fn sizes(segments: &[Segment], classified: &Classified) -> Vec<u32> {
    let size = |segment: &Segment| classified.segments.iter().position(|other| other.code == segment.code);
    let customers = |place: usize| classified.totals.get(place).map_or(0, |total| total.customers);
    segments.iter().map(|segment| size(segment).map_or(0, customers)).collect()
}

fn shift(before: &[u32], after: &[u32]) -> Shift {
    Shift { index: stability_index(before, after), before: before.to_vec(), after: after.to_vec() }
}

/// The population stability index of these sizes; an empty share counts as one in ten thousand, so that the index stays finite.
pub(super) fn stability_index(before: &[u32], after: &[u32]) -> f64 {
    let shares = |sizes: &[u32]| -> Vec<f64> {
        let all: u32 = sizes.iter().sum();
        sizes.iter().map(|&size| (f64::from(size) / f64::from(all.max(1))).max(1e-4)).collect()
    };
    shares(before).into_iter().zip(shares(after)).map(|(b, a)| (a - b) * libm::log(a / b)).sum()
}

/// The recipe with the thresholds of this standing as fixed cuts, those of schemes that score in their own way too.
fn frozen(standing: &Standing, recipe: &Recipe) -> Recipe {
    let mut schemes = effective_schemes(recipe);
    for scheme in &mut schemes {
        let used = standing.scheme(&scheme.id).and_then(|classified| classified.scores.as_ref());
        if let (SchemeRule::Table { scores, .. }, Some(used)) = (&mut scheme.rule, used.filter(|used| used.groups.is_empty())) {
            *scores = Some(fixed(&used.thresholds));
        }
        if let Some(kept) = standing.scheme(&scheme.id).and_then(clusters::frozen) {
            scheme.rule = SchemeRule::Clusters(kept);
        }
    }
    // Own schemes only: built-in ones without own scores are as they were.
    let builtin = crate::recipe::presets::built_in_schemes();
    schemes.retain(|scheme| !builtin.contains(scheme));
    let scores = if standing.scores.groups.is_empty() { fixed(&standing.scores.thresholds) } else { recipe.scores.clone() };
    Recipe { scores, schemes, ..recipe.clone() }
}

fn fixed(thresholds: &[Thresholds]) -> Scores {
    let of = |factor: Factor| thresholds.iter().find(|one| one.factor == factor).map(cuts).unwrap_or_default();
    Scores { recency: of(Factor::Recency), frequency: of(Factor::Frequency), monetary: of(Factor::Monetary), nested: false }
}

/// Thousandths of a day, of an order, or of a currency unit: finer than anybody cuts.
const STEP: f64 = 0.001;

/// The cuts as fixed ones, which are closed on the right and ascend. Where equal values made two cuts one, the
/// score between them stays empty.
fn cuts(thresholds: &Thresholds) -> Binning {
    let mut cuts: Vec<f64> = thresholds.cuts.iter().map(|cut| if thresholds.right_closed { *cut } else { cut - STEP }).collect();
    for place in 1..cuts.len() {
        cuts[place] = cuts[place].max(cuts[place - 1] + STEP);
    }
    Binning::Fixed { cuts }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Σ (a − b) ln (a / b), written out by hand.
    #[test]
    fn index_of_shares() {
        for (before, after, expected) in [
            ([50, 50], [50, 50], 0.0),
            ([50, 50], [60, 40], 0.1 * libm::log(1.2) - 0.1 * libm::log(0.8)),
            ([80, 20], [50, 50], -0.3 * libm::log(0.625) + 0.3 * libm::log(2.5)),
            ([100, 0], [100, 0], 0.0),
        ] {
            let found = stability_index(&before, &after);
            assert!((found - expected).abs() < 1e-12, "{before:?} {after:?}: {found}");
        }
    }

    #[test]
    fn levels() {
        for (index, expected) in
            [(0.0, DriftVerdict::Stable), (0.1, DriftVerdict::Watch), (0.25, DriftVerdict::Watch), (0.26, DriftVerdict::Changed)]
        {
            assert_eq!(DriftVerdict::of(index), expected, "{index}");
        }
    }
}
