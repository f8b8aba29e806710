//! Measures → scores, and exactly where the cuts are.
//!
//! Every method but `ntile` comes down to integer thresholds: the exact cut is a fraction, and a whole number
//! is above it or not. So scores follow from the value alone and equal values share one. Invariants: better
//! values never score lower; customers that are absent have score 0.

mod cuts;
mod freeze;
pub(super) mod nested;
mod ntile;

pub use freeze::Frozen;

use super::Measures;
use crate::base::CustomerId;
use crate::math::Distribution;
use crate::recipe::{self, Binning};
use cuts::Cuts;
use serde::{Deserialize, Serialize};
use std::ops::Deref;

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
    /// Where scores are nested: the groups inside which frequency and monetary were cut. Empty otherwise.
    pub groups: Vec<ScoreGroup>,
}

impl Scores {
    /// The three scores of one customer.
    #[must_use]
    pub fn of(&self, customer: CustomerId) -> [u8; 3] {
        let index = customer.index();
        [self.r[index], self.f[index], self.m[index]]
    }
}

/// A group of customers inside which frequency or monetary was cut.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ScoreGroup {
    /// The scores that its customers share: recency, and for monetary also frequency.
    pub within: Vec<u8>,
    /// How it was cut.
    pub thresholds: Thresholds,
}

/// What nested scores rest on.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct NestedFigures {
    /// The groups inside which frequency and monetary were cut.
    pub groups: Vec<ScoreGroup>,
    /// Groups with fewer than five customers per score: their cuts are an accident.
    pub small: u32,
}

/// Fewer customers per score than this say nothing.
const FEW_PER_SCORE: u32 = 5;

impl Scores {
    /// What nested scores rest on; none where scores are cut over all customers.
    #[must_use]
    pub fn nested(&self) -> Option<NestedFigures> {
        let is_small = |group: &&ScoreGroup| {
            let cutting = &group.thresholds.cutting;
            cutting.sizes.iter().sum::<u32>() < FEW_PER_SCORE * u32::from(cutting.bins)
        };
        let small = self.groups.iter().filter(is_small).count();
        let figures = || NestedFigures { groups: self.groups.clone(), small: u32::try_from(small).unwrap_or(u32::MAX) };
        (!self.groups.is_empty()).then(figures)
    }
}

/// Where one measure was cut.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Thresholds {
    /// What was cut.
    pub factor: Factor,
    /// How.
    #[serde(flatten)]
    pub cutting: Cutting,
}

impl Deref for Thresholds {
    type Target = Cutting;

    fn deref(&self) -> &Cutting {
        &self.cutting
    }
}

/// How values were cut into scores.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Cutting {
    /// Method, as in the recipe: `quantile`, `r_rfm`, `ntile`, `equal_width`, `jenks`, `fixed`, `mean`.
    pub method: String,
    /// Number of scores.
    pub bins: u8,
    /// Cut points in ascending order of the value, one fewer than scores: days, orders, or currency units.
    /// For `ntile` the largest value up to the end of each part; where `ntile` splits equal values, neighbouring
    /// parts share it. Recency in seconds is cut in fractions of days before the beginning of `as_of`. None where scores are
    /// nested: there every group has its own.
    pub cuts: Vec<f64>,
    /// Whether a value equal to a cut belongs to the interval below it (all methods but `r_rfm`, and `mean` where lower is
    /// better: there the mean itself is as low a score as a larger value).
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
/// [`Cutting::empty`].
#[must_use]
pub fn score(measures: &Measures, binning: &recipe::Scores) -> Scores {
    if binning.nested {
        return nested::score(measures, binning);
    }
    let (r, recency) = score_factor(measures, Factor::Recency, &binning.recency);
    let (f, frequency) = score_factor(measures, Factor::Frequency, &binning.frequency);
    let (m, monetary) = score_factor(measures, Factor::Monetary, &binning.monetary);
    Scores { r, f, m, thresholds: vec![recency, frequency, monetary], groups: Vec::new() }
}

/// The same, where `before` was scored from the same measures by `asked`: only what is asked for differently is scored again.
pub(super) fn score_again(measures: &Measures, binning: &recipe::Scores, before: Scores, asked: &recipe::Scores) -> Scores {
    if binning.nested || asked.nested || before.thresholds.len() != 3 {
        return score(measures, binning);
    }
    let Scores { r, f, m, thresholds, .. } = before;
    let wanted = [&binning.recency, &binning.frequency, &binning.monetary];
    let known = [&asked.recency, &asked.frequency, &asked.monetary];
    let one = |place: usize, factor: Factor, column: Vec<u8>| {
        if wanted[place] == known[place] { (column, thresholds[place].clone()) } else { score_factor(measures, factor, wanted[place]) }
    };
    let ((r, recency), (f, frequency), (m, monetary)) =
        (one(0, Factor::Recency, r), one(1, Factor::Frequency, f), one(2, Factor::Monetary, m));
    Scores { r, f, m, thresholds: vec![recency, frequency, monetary], groups: Vec::new() }
}

fn score_factor(measures: &Measures, factor: Factor, binning: &Binning) -> (Vec<u8>, Thresholds) {
    let mut column = vec![0; measures.orders.len()];
    let cutting = score_values(&Whole { measures, factor }, measures, binning, &mut column);
    for customer in &measures.absent {
        column[customer.index()] = 0;
    }
    (column, Thresholds { factor, cutting })
}

/// Writes the score of every customer who has a value into `column`.
pub(super) fn score_values(values: &impl Values, measures: &Measures, binning: &Binning, column: &mut [u8]) -> Cutting {
    if let Binning::Ntile { bins, ties, remainder } = *binning {
        return ntile::score(values, measures, &ntile::Ntile { bins, ties, remainder }, column);
    }
    let cuts = Cuts::new(values, binning);
    cuts.score(values, column);
    cuts.cutting(values, binning)
}

/// Values that can be cut into scores: of a measure or of any metric, of all customers or of a group.
pub(super) trait Values {
    /// How often each value occurs.
    fn distribution(&self) -> &Distribution;
    /// Raw steps in one shown unit.
    fn scale(&self) -> i64;
    /// Whether smaller values are better.
    fn is_reversed(&self) -> bool;
    /// Which measure it is, if it is one: ties are broken by the others.
    fn factor(&self) -> Option<Factor>;
    /// Who has a value, in the order of their ids.
    fn customers(&self) -> Vec<u32>;
    /// The value of one of them.
    fn raw(&self, customer: CustomerId) -> i64;
    /// Writes a score for each of them; what it writes for others means nothing.
    fn write(&self, column: &mut [u8], score: impl Fn(i64) -> u8);
}

/// One measure of all customers.
struct Whole<'a> {
    measures: &'a Measures,
    factor: Factor,
}

impl Values for Whole<'_> {
    fn distribution(&self) -> &Distribution {
        self.measures.distribution(self.factor)
    }

    fn scale(&self) -> i64 {
        self.measures.raw_per_unit(self.factor)
    }

    fn is_reversed(&self) -> bool {
        self.factor.is_reversed()
    }

    fn factor(&self) -> Option<Factor> {
        Some(self.factor)
    }

    fn customers(&self) -> Vec<u32> {
        self.measures.customers().map(|customer| customer.0).collect()
    }

    fn raw(&self, customer: CustomerId) -> i64 {
        self.measures.raw(self.factor, customer)
    }

    fn write(&self, column: &mut [u8], score: impl Fn(i64) -> u8) {
        self.measures.write_scores(self.factor, column, score);
    }
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
    /// The interval of values that gives this score: above (or from) and up to (or below), by `right_closed`.
    #[must_use]
    pub fn interval(&self, score: u8) -> (Option<f64>, Option<f64>) {
        self.cutting.interval(score, self.factor.is_reversed())
    }
}

impl Cutting {
    /// Cuts without sizes, of this method.
    fn new(values: &impl Values, binning: &Binning) -> Self {
        let (distribution, scale) = (values.distribution(), values.scale());
        Self {
            method: method_name(binning).to_owned(),
            bins: binning.bins(),
            right_closed: true,
            min: shown(distribution.min(), scale),
            max: shown(distribution.max(), scale),
            ..Self::default()
        }
    }

    /// The same with this many customers per score, from score 1 up.
    fn with_sizes(mut self, sizes: Vec<u32>) -> Self {
        self.empty = (1..).zip(&sizes).filter(|(_, size)| **size == 0).map(|(score, _)| score).collect();
        self.sizes = sizes;
        self
    }

    /// The smallest raw values of the second, third … interval. Cuts are shown as the nearest float of an exact fraction: one that
    /// is a float's breadth from a whole number is that number.
    #[expect(clippy::cast_precision_loss, reason = "the scale is 1, 2, 10 000, 86 400 or a million")]
    #[expect(clippy::cast_possible_truncation, reason = "a float beyond i64 is held at its ends, which is beyond every value")]
    pub(super) fn begins(&self, scale: i64) -> Vec<i64> {
        let begin = |cut: &f64| {
            let raw = cut * scale as f64;
            let whole = raw.round();
            let raw = if (raw - whole).abs() <= 1e-9 + raw.abs() * 1e-15 { whole } else { raw };
            if self.right_closed { (raw.floor() as i64).saturating_add(1) } else { raw.ceil() as i64 }
        };
        self.cuts.iter().map(begin).collect()
    }

    /// The interval of values that gives this score: above (or from) and up to (or below), by `right_closed`.
    #[must_use]
    pub fn interval(&self, score: u8, is_reversed: bool) -> (Option<f64>, Option<f64>) {
        let place = if is_reversed { self.bins.checked_sub(score) } else { score.checked_sub(1) };
        let Some(place) = place.map(usize::from) else { return (None, None) };
        let above = place.checked_sub(1).and_then(|below| self.cuts.get(below));
        (above.copied(), self.cuts.get(place).copied())
    }
}

/// The score of a raw value, where intervals begin at these values.
pub(super) fn score_of(begins: &[i64], is_reversed: bool, raw: i64) -> u8 {
    let passed: u8 = begins.iter().map(|&begin| u8::from(raw >= begin)).sum();
    let bins = u8::try_from(begins.len() + 1).unwrap_or(u8::MAX);
    if is_reversed { bins - passed } else { 1 + passed }
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
