//! Clusters as a scheme: by which metrics customers are compared, how many clusters there are, and where they lie once they are kept.
//!
//! Clusters found anew answer "who is like whom today"; kept ones answer "who is where this month", because next month's customers are
//! given to the same centres. Invariant: a kept model holds figures of groups, never of a single customer's record.

use super::Segment;
use crate::recipe::Metric;
use serde::{Deserialize, Serialize};

/// A scheme of clusters.
///
/// # Example: three clusters by recency, frequency and monetary value
/// ```
/// use customer_tiers::recipe::{Scheme, SchemeRule};
/// let scheme: Scheme = serde_json::from_str(r#"{"id": "alike", "rule": "clusters", "number": 3}"#)?;
/// let SchemeRule::Clusters(clusters) = scheme.rule else { unreachable!() };
/// assert_eq!(clusters.metrics.len(), 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Clusters {
    /// By what customers are compared, 1 to 10 metrics, each once; recency, frequency and monetary unless said otherwise. Customers of whom
    /// one is not known are in a segment `unknown` of their own.
    #[serde(default = "recency_frequency_monetary")]
    pub metrics: Vec<Metric>,
    /// How many clusters, 2 to 10; without it the number from 3 on whose clusters lie best apart, or 2 when those lie far apart or clearly further.
    #[serde(default)]
    pub number: Option<u8>,
    /// Clusters that are kept; without them they are found anew in every file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub frozen: Option<ClusterModel>,
}

fn recency_frequency_monetary() -> Vec<Metric> {
    vec![Metric::Recency, Metric::Frequency, Metric::Monetary]
}

/// Where clusters lie: enough to give any customer to one of them.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct ClusterModel {
    /// How each metric becomes a coordinate, in the order of the metrics.
    pub footings: Vec<Footing>,
    /// The clusters, those with the largest revenue per customer first.
    pub centres: Vec<ClusterCentre>,
}

/// How a metric becomes a coordinate that can be compared with others: in standard deviations from the mean.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Footing {
    /// For metrics with a long tail: the logarithm of 1 + value / this is taken, which is in the metric's unit and above 0. Below it
    /// differences count as they are, above it as ratios.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub log_from: Option<f64>,
    /// Mean of all customers, after the logarithm.
    pub mean: f64,
    /// Standard deviation of all customers, after the logarithm; 0 when all are alike: then the metric counts for nothing.
    pub deviation: f64,
}

/// One cluster of a model.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ClusterCentre {
    /// What its customers are called.
    #[serde(flatten)]
    pub segment: Segment,
    /// Coordinates of its centre, in the order of the metrics.
    pub at: Vec<f64>,
}
