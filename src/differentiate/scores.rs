//! Measures → scores, and exactly where the cuts are.
//!
//! Every method but `ntile` comes down to integer thresholds: the exact cut is a fraction, and a whole number
//! is above it or not. So scores follow from the value alone and equal values share one. Invariants: better
//! values never score lower; customers that are absent have score 0.

mod cuts;
mod ntile;

use super::Measures;
use crate::base::CustomerId;
use crate::recipe::{self, Binning};
use cuts::Cuts;
use serde::{Deserialize, Serialize};

/// What is scored. Values of customers are whole numbers of raw steps: [`Measures::raw`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Factor {
    /// Days since the last order; fewer is better.
    Recency,
    /// Number of orders.
    Frequency,
    /// Revenue, or revenue per order.
    Monetary,
}

/// Scores 1 (worst) to `bins` (best), 0 for customers that are absent; columns indexed by [`CustomerId`].
#[derive(Debug, Clone, Default)]
pub struct Scores {
    /// Recency scores.
    pub r: Vec<u8>,
    /// Frequency scores.
    pub f: Vec<u8>,
    /// Monetary scores.
    pub m: Vec<u8>,
    /// The cuts of recency, frequency and monetary, in this order.
    pub thresholds: Vec<Thresholds>,
}

impl Scores {
    /// The three scores of one customer.
    #[must_use]
    pub fn of(&self, customer: CustomerId) -> [u8; 3] {
        let index = customer.index();
        [self.r[index], self.f[index], self.m[index]]
    }
}

/// Where one measure was cut.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Thresholds {
    /// What was cut.
    pub factor: Factor,
    /// Method, as in the recipe: `quantile`, `r_rfm`, `ntile`, `equal_width`, `jenks`, `fixed`, `mean`.
    pub method: String,
    /// Number of scores.
    pub bins: u8,
    /// Cut points in ascending order of the value, one fewer than scores: days, orders, or currency units.
    /// For `ntile` the largest value up to the end of each part; where `ntile` splits equal values, neighbouring
    /// parts share it. Recency in seconds is cut in fractions of days before the beginning of `as_of`.
    pub cuts: Vec<f64>,
    /// Whether a value equal to a cut belongs to the interval below it (all methods but `r_rfm`, and `mean` for
    /// recency, where the mean itself is as low a score as more days).
    pub right_closed: bool,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Customers with each score, from score 1 up.
    pub sizes: Vec<u32>,
    /// Scores that nobody got.
    pub empty: Vec<u8>,
    /// Customers whose score depends on who comes first among equals: all of those whose value got several scores
    /// (`ntile` only).
    pub split_ties: u32,
}

/// Scores of all customers.
///
/// Definitions: see [`Binning`]. Recency is reversed: fewer days, higher score. Where all values are equal, all are in
/// the lowest interval (but for `r_rfm` and `ntile`): score 1, in recency the best one; the other scores are in
/// [`Thresholds::empty`].
#[must_use]
pub fn score(measures: &Measures, binning: &recipe::Scores) -> Scores {
    let (r, recency) = score_factor(measures, Factor::Recency, &binning.recency);
    let (f, frequency) = score_factor(measures, Factor::Frequency, &binning.frequency);
    let (m, monetary) = score_factor(measures, Factor::Monetary, &binning.monetary);
    Scores { r, f, m, thresholds: vec![recency, frequency, monetary] }
}

fn score_factor(measures: &Measures, factor: Factor, binning: &Binning) -> (Vec<u8>, Thresholds) {
    let (mut column, thresholds) = match *binning {
        Binning::Ntile { bins, ties, remainder } => ntile::score(measures, factor, &ntile::Ntile { bins, ties, remainder }),
        _ => {
            let cuts = Cuts::new(measures, factor, binning);
            (cuts.score(measures), cuts.thresholds(measures, binning))
        }
    };
    for customer in &measures.absent {
        column[customer.index()] = 0;
    }
    (column, thresholds)
}

impl Factor {
    /// Recency, frequency, monetary.
    pub const ALL: [Self; 3] = [Self::Recency, Self::Frequency, Self::Monetary];

    /// Whether smaller values are better.
    #[must_use]
    pub const fn is_reversed(self) -> bool {
        matches!(self, Self::Recency)
    }
}

impl Thresholds {
    /// Cuts without sizes, of this method.
    fn new(measures: &Measures, factor: Factor, binning: &Binning) -> Self {
        let distribution = measures.distribution(factor);
        let scale = measures.raw_per_unit(factor);
        Self {
            factor,
            method: method_name(binning).to_owned(),
            bins: binning.bins(),
            cuts: Vec::new(),
            right_closed: true,
            min: shown(distribution.min(), scale),
            max: shown(distribution.max(), scale),
            sizes: Vec::new(),
            empty: Vec::new(),
            split_ties: 0,
        }
    }

    /// The same with this many customers per score, from score 1 up.
    fn with_sizes(mut self, sizes: Vec<u32>) -> Self {
        self.empty = (1..).zip(&sizes).filter(|(_, size)| **size == 0).map(|(score, _)| score).collect();
        self.sizes = sizes;
        self
    }

    /// The interval of values that gives this score: above (or from) and up to (or below), by `right_closed`.
    #[must_use]
    pub fn interval(&self, score: u8) -> (Option<f64>, Option<f64>) {
        let place = if self.factor.is_reversed() { self.bins.checked_sub(score) } else { score.checked_sub(1) };
        let Some(place) = place.map(usize::from) else { return (None, None) };
        let above = place.checked_sub(1).and_then(|below| self.cuts.get(below));
        (above.copied(), self.cuts.get(place).copied())
    }
}

fn method_name(binning: &Binning) -> &'static str {
    match binning {
        Binning::Quantile { .. } => "quantile",
        Binning::RRfm { .. } => "r_rfm",
        Binning::Ntile { .. } => "ntile",
        Binning::EqualWidth { .. } => "equal_width",
        Binning::Jenks { .. } => "jenks",
        Binning::Fixed { .. } => "fixed",
        Binning::Mean => "mean",
    }
}

/// A raw value in the unit in which it is shown.
#[expect(clippy::cast_precision_loss, reason = "shown figures need 15 digits, no more")]
pub(super) fn shown(raw: i64, scale: i64) -> f64 {
    raw as f64 / scale as f64
}
