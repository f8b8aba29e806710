//! Measures → scores, and exactly where the cuts are.

use super::Measures;
use crate::base::CustomerId;
use crate::recipe;
use serde::{Deserialize, Serialize};

/// What is scored.
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

/// Scores 1 (worst) to `bins` (best); columns indexed by [`CustomerId`].
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
    /// Method, as in the recipe: `quantile`, `r_rfm`, `ntile`, `fixed`, `mean`.
    pub method: String,
    /// Number of scores.
    pub bins: u8,
    /// Cut points in ascending order of the value, one fewer than scores: days, orders, or currency units.
    /// For `ntile` the largest value of each part; where `ntile` splits equal values, neighbouring parts share it.
    pub cuts: Vec<f64>,
    /// Whether a value equal to a cut belongs to the interval below it (all methods but `r_rfm`).
    pub right_closed: bool,
    /// Smallest value.
    pub min: f64,
    /// Largest value.
    pub max: f64,
    /// Customers with each score, from score 1 up.
    pub sizes: Vec<u32>,
    /// Scores that nobody got.
    pub empty: Vec<u8>,
    /// Customers whose score depends on who comes first among equals (`ntile` only).
    pub split_ties: u32,
}

/// Scores of all customers.
#[must_use]
pub fn score(_measures: &Measures, _binning: &recipe::Scores) -> Scores {
    todo!()
}
