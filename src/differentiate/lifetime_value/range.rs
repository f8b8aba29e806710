//! A number together with what chance leaves open.
//!
//! A forecast without its range is read as a promise. The range holds two things: that customers behave by chance even if
//! everything about them is known, and that the parameters are known from these customers only. It does not hold that the
//! future may differ from the past. Invariant: `low <= expected <= high`, none of them negative.

use crate::math::range::gamma_range;
use serde::Serialize;

/// What is expected, and where it lies in 95 of 100 cases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Range {
    /// The mean.
    pub expected: f64,
    /// In 2.5 of 100 cases it is less.
    pub low: f64,
    /// In 2.5 of 100 cases it is more.
    pub high: f64,
}

impl Range {
    /// From mean and variance, both at least 0.
    #[must_use]
    pub fn of(expected: f64, variance: f64) -> Self {
        let (low, high) = gamma_range(expected, variance);
        Self { expected, low: low.min(expected), high: high.max(expected) }
    }
}

/// Means and variances of customers who are added up.
#[derive(Debug, Clone, Copy, Default, PartialEq)]
pub struct Tally {
    /// Sum of what is expected.
    pub expected: f64,
    /// Sum of the variances: customers do not wait for each other.
    pub variance: f64,
}

impl Tally {
    /// Adds one customer; what is not known is not added.
    pub fn add(&mut self, expected: f64, variance: f64) {
        if expected.is_finite() && variance.is_finite() {
            self.expected += expected;
            self.variance += variance;
        }
    }

    /// The sum with its range; an error that all customers share is added once.
    #[must_use]
    pub fn range(&self, shared_relative_error: f64) -> Range {
        let shared = shared_relative_error * self.expected;
        Range::of(self.expected, self.variance + shared * shared)
    }
}
