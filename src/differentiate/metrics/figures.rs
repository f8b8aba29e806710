//! What is said of a metric as a whole: its unit, how many have it, and how it was cut.
//!
//! Plain data for screens and files. Invariant: known and unknown customers add up to all that are present.

use crate::differentiate::Cutting;
use crate::recipe::{Metric, Unit};
use serde::Serialize;

/// A metric that can be asked for.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct MetricKind {
    /// Which metric.
    pub metric: Metric,
    /// In what it is counted.
    pub unit: Unit,
    /// Whether smaller values are better.
    pub lower_is_better: bool,
}

impl From<Metric> for MetricKind {
    fn from(metric: Metric) -> Self {
        Self { unit: metric.unit(), lower_is_better: metric.lower_is_better(), metric }
    }
}

/// One metric in figures.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct MetricFigures {
    /// Which metric.
    pub metric: Metric,
    /// In what it is counted.
    pub unit: Unit,
    /// Whether smaller values are better.
    pub lower_is_better: bool,
    /// Of how many customers it is known.
    pub known: u32,
    /// Of how many it is not.
    pub unknown: u32,
    /// Smallest value; 0 when nothing is known.
    pub min: f64,
    /// Median.
    pub median: f64,
    /// Largest value.
    pub max: f64,
}

/// One metric in figures, with its scores.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ScoredMetric {
    /// The metric in figures.
    pub figures: MetricFigures,
    /// How it was cut; of customers of whom it is not known nobody is counted.
    pub cutting: Cutting,
}
