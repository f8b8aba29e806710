//! Scores made of several metrics: the value score, 0 to 100, and sheets of points.
//!
//! The value score weighs where a customer stands among the others; a point sheet adds up what a customer did, by
//! rules that anybody can check by hand. Invariant: what is not known never counts as bad; it is left out.

use super::{Binning, Condition, Metric};
use serde::{Deserialize, Serialize};

/// The value score (价值分): Σ weight × (score − 1) / (bins − 1) / Σ weight × 100 over the factors that are known of a customer.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct ValueScore {
    /// What it is made of, at most 20.
    pub factors: Vec<ValueFactor>,
}

impl Default for ValueScore {
    /// What was spent 30, purchasing power 20, loyalty 20, potential 15, interaction 15.
    fn default() -> Self {
        let factor = |metric, weight| ValueFactor { metric, weight, binning: Binning::default() };
        let factors = vec![
            factor(Metric::Revenue, 30.0),
            factor(Metric::PurchasingPower, 20.0),
            factor(Metric::Loyalty, 20.0),
            factor(Metric::Potential, 15.0),
            factor(Metric::Interactions, 15.0),
        ];
        Self { factors }
    }
}

/// One factor of the value score.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct ValueFactor {
    /// What is scored.
    pub metric: Metric,
    /// Its weight, above 0 and at most 1000; only the proportions matter.
    pub weight: f64,
    /// How it is cut into scores.
    #[serde(default)]
    pub binning: Binning,
}

/// A sheet of points (积分表): rules that each add points to a customer. Its total is the metric `points:<id>`.
///
/// # Example: 10 points per 10 000 spent in three months, 2 per contact, 15 for high need
/// ```
/// use customer_tiers::recipe::PointSheet;
/// let sheet: PointSheet = serde_json::from_str(
///     r#"{"id": "need", "rules": [
///         {"points": 10, "per": {"metric": "revenue:90", "step": 10000}},
///         {"points": 2, "per": {"metric": "interactions", "step": 1}},
///         {"points": 15, "when": {"attribute": {"of": "own:需求", "is": ["高"]}}}]}"#,
/// )?;
/// assert_eq!(sheet.rules.len(), 3);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct PointSheet {
    /// Short stable name.
    pub id: String,
    /// What it is called on the screen.
    #[serde(default)]
    pub name: String,
    /// The rules, each of which is looked at for every customer; at most 50.
    pub rules: Vec<PointRule>,
    /// How the sum fades.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub decay: Option<Decay>,
    /// No total is lower than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub min: Option<f64>,
    /// No total is higher than this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub max: Option<f64>,
}

/// One rule of a point sheet.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct PointRule {
    /// Who gets the points; everybody when it is not said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub when: Option<Condition>,
    /// How many, also fewer than 0; with `per` for each step.
    pub points: f64,
    /// The points are given for each full step of a metric.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub per: Option<Per>,
}

/// Points for each full step of a metric: none below the first step, none when the metric is not known.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Per {
    /// Which metric.
    pub metric: Metric,
    /// The step, above 0, in the metric's unit.
    pub step: f64,
    /// At most this many steps count.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub at_most: Option<u32>,
}

/// How points fade: they halve every so many days.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Decay {
    /// Days after which half is left, at least 1.
    pub half_life_days: u32,
    /// Since when they fade.
    #[serde(default)]
    pub since: DecaySince,
}

/// Since when points fade.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum DecaySince {
    /// Since the last order.
    #[default]
    LastOrder,
    /// Since the last contact up to the analysis day; since the last order where there was none.
    LastContact,
}
