//! What sets a segment apart, as far as chance can be ruled out.
//!
//! The share of a value in the segment is compared with its share among all others, customers being what was drawn: the
//! variance of a share is that of a ratio of sums over customers (Cochran, *Sampling Techniques*, 3rd ed., eq. 2.46), which for
//! attributes is the usual two-proportion test and for order lines counts a customer once, however many lines there are.
//! So many pairs are looked at that some would stand out by chance: the limit rises with their number (Bonferroni, with
//! Chernoff's bound on the normal tail, P(Z > z) ≤ exp(−z²/2)/2). Invariant: with values dealt at random, at least 19 of 20
//! times nothing is named.

use super::Feature;
use super::tally::{Tally, share};
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
    /// Its share in the segment, 0 to 1: of customers of whom it is known, of order lines, or of contacts.
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
    let (here, everywhere) = (tally.count(value, segment), tally.count(value, tally.everybody()));
    let (size, all) = (tally.whole(segment), tally.whole(tally.everybody()));
    let others = all.times.checked_sub(size.times).filter(|others| *others > 0)?;
    let (own, common) = (share(here.times, size.times), share(everywhere.times, all.times));
    let elsewhere = share(everywhere.times - here.times, others);
    let spread = |squares: u64, products: u64, whole: u64| scatter(common, [squares, products, whole]);
    let inside = spread(here.squares, here.products, size.squares);
    let outside = spread(everywhere.squares, everywhere.products, all.squares) - inside;
    let error = libm::sqrt(inside / square(size.times) + outside.max(0.0) / square(others));
    let z = if error > 0.0 { (own - elsewhere) / error } else { 0.0 };
    let shown = tally.share(value, segment);
    Some(Distinction {
        feature: shown.feature,
        value: shown.value,
        customers: here.customers,
        share: own,
        share_of_all: common,
        lift: own / common,
        z,
    })
}

/// Sum over customers of (times − share × all times)².
#[expect(clippy::cast_precision_loss, reason = "15 digits are enough for a standard error")]
fn scatter(share: f64, [squares, products, whole]: [u64; 3]) -> f64 {
    squares as f64 - 2.0 * share * products as f64 + share * share * whole as f64
}

#[expect(clippy::cast_precision_loss, reason = "15 digits are enough for a standard error")]
fn square(times: u64) -> f64 {
    (times as f64) * (times as f64)
}
