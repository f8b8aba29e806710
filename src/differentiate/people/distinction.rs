//! What sets a segment apart, as far as chance can be ruled out.
//!
//! The share of a value in the segment is compared with its share among all others: for attributes the usual test of two
//! proportions, for order lines and contacts that of two means of shares, one per customer, whose spread is taken around the share of
//! everybody, since by chance alone both would have that one.
//! So many pairs are looked at that some would stand out by chance: the limit rises with their number (Bonferroni, with
//! Chernoff's bound on the normal tail, P(Z > z) ≤ exp(−z²/2)/2). Invariant: with values dealt at random, at least 19 of 20
//! times nothing is named.

use super::tally::{Count, Tally};
use super::{Feature, Share};
use serde::Serialize;

/// Customers of the segment who must have the value.
const FEWEST: u32 = 5;
/// Less is no news, however certain.
const LEAST_LIFT: f64 = 1.15;
/// How likely it may be, at most, that anything at all is named by chance.
const BY_CHANCE: f64 = 0.05;
/// Named at most.
const MOST: usize = 12;

/// A value that is more common in a segment than elsewhere.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Distinction {
    /// What the value is of.
    pub feature: Feature,
    /// The value.
    pub value: String,
    /// Customers of the segment who have it, at least 5.
    pub customers: u32,
    /// Its share in the segment, 0 to 1: as in [`Share`].
    pub share: f64,
    /// The same share of everybody.
    pub share_of_all: f64,
    /// How many times as common as among everybody: `share / share_of_all`.
    pub lift: f64,
    /// Standard errors between the segment and all others.
    pub z: f64,
}

/// What sets each of so many segments apart, the largest lift first.
pub(super) fn distinctions(tallies: &[Tally<'_>], segments: usize) -> Vec<Vec<Distinction>> {
    let tried: Vec<(usize, Distinction)> = tallies.iter().flat_map(|tally| of_dimension(tally, segments)).collect();
    let limit = limit(tried.len());
    let mut named = vec![Vec::new(); segments];
    for (segment, distinction) in tried {
        if distinction.z >= limit && distinction.lift >= LEAST_LIFT {
            named[segment].push(distinction);
        }
    }
    for all in &mut named {
        all.sort_by(|a, b| b.lift.total_cmp(&a.lift).then_with(|| (&a.feature, &a.value).cmp(&(&b.feature, &b.value))));
        all.truncate(MOST);
    }
    named
}

/// The standard errors that so many comparisons ask for.
#[expect(clippy::cast_precision_loss, reason = "a count of comparisons")]
fn limit(comparisons: usize) -> f64 {
    libm::sqrt(2.0 * libm::log(comparisons.max(1) as f64 / (2.0 * BY_CHANCE)))
}

/// Every pair of a value and a segment in which enough customers have it.
fn of_dimension(tally: &Tally<'_>, segments: usize) -> Vec<(usize, Distinction)> {
    let values = 0..tally.dimension.values.len();
    let pairs = values.flat_map(|value| (0..segments).map(move |segment| (value, segment)));
    let enough = pairs.filter(|&(value, segment)| tally.count(value, segment).customers >= FEWEST);
    enough.filter_map(|(value, segment)| Some((segment, compared(tally, value, segment)?))).collect()
}

fn compared(tally: &Tally<'_>, value: usize, segment: usize) -> Option<Distinction> {
    let everybody = tally.everybody();
    let (here, everywhere) = (tally.count(value, segment), tally.count(value, everybody));
    let size = tally.known(segment);
    let others = tally.known(everybody).checked_sub(size).filter(|others| *others > 0)?;
    let (own, common) = (tally.mean(value, segment), tally.mean(value, everybody));
    let elsewhere = (everywhere.shares - here.shares).max(0.0) / f64::from(others);
    let inside = scatter(here, common, size);
    let outside = (scatter(everywhere, common, tally.known(everybody)) - inside).max(0.0);
    let error = libm::sqrt(inside / square(size) + outside / square(others));
    let z = if error > 0.0 { (own - elsewhere) / error } else { 0.0 };
    let Share { feature, value, customers, share, share_of_all } = tally.share(value, segment);
    Some(Distinction { feature, value, customers, share, share_of_all, lift: own / common, z })
}

/// Sum over so many customers of (share − `common`)².
fn scatter(count: Count, common: f64, customers: u32) -> f64 {
    (count.squares - 2.0 * common * count.shares + common * common * f64::from(customers)).max(0.0)
}

fn square(customers: u32) -> f64 {
    f64::from(customers) * f64::from(customers)
}
