//! A scheme puts every customer into exactly one segment. It is data: ours, imported or edited alike.
//!
//! Published tables overlap and leave gaps, so precedence is part of the form (the first row wins) and
//! [`table`] tells what a table does. Invariant: the JSON form is stable and readable by hand.

mod clusters;
mod parts;
pub(crate) mod table;

pub use clusters::{ClusterCentre, ClusterModel, Clusters, Footing};
pub use parts::{AdaptiveStep, AttributeValues, ConditionRow, QuotaLevel, QuotaSize, QuotaTies};

use super::{Binning, Metric};
use serde::{Deserialize, Serialize};

/// A way to name customers.
///
/// # Example: two tiers by recency and revenue
/// ```
/// use customer_tiers::recipe::{Scheme, SchemeRule};
/// let scheme: Scheme = serde_json::from_str(
///     r#"{"id": "keen", "rule": "table", "axes": ["r", "m"],
///         "rows": [{"code": "keen", "name": "Keen", "health": "loyal", "cells": "[4-5]* 35"}],
///         "otherwise": {"code": "rest", "name": "Rest", "health": "needs_care"}}"#,
/// )?;
/// assert!(matches!(scheme.rule, SchemeRule::Table { .. }));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Scheme {
    /// Short stable name, as `rfm-11`.
    pub id: String,
    /// What it is called on the screen; built-in schemes are translated by their id.
    #[serde(default)]
    pub name: String,
    /// How it decides.
    #[serde(flatten)]
    pub rule: SchemeRule,
}

// Unknown fields are refused here and not in `Scheme`: a flattened field takes what its owner does not know.
/// How a scheme decides.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "rule", rename_all = "snake_case", deny_unknown_fields)]
pub enum SchemeRule {
    /// A table over scores: the first row whose cells hold the customer's scores wins.
    Table {
        /// What each position of a cell stands for.
        axes: Vec<Axis>,
        /// Own scoring instead of the recipe's, as the eight Chinese types need (above or below the mean).
        #[serde(default, skip_serializing_if = "Option::is_none")]
        scores: Option<super::Scores>,
        /// The rows, in order of precedence.
        rows: Vec<SegmentRow>,
        /// The segment of cells that no row holds. Without it every cell must be held.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        otherwise: Option<Segment>,
    },
    /// By cumulative share of revenue, the largest customers first: A, B, C (`recipe.abc`). The customer who
    /// crosses a share still belongs to it; among equal revenues the smaller id comes first.
    Abc,
    /// By days since first and last order: new, active, silent, churned (`recipe.life_cycle`).
    LifeCycle,
    /// New or existing, by days since the first order (`recipe.life_cycle.new_days`).
    Tenure,
    /// By conditions: the first row whose condition holds wins.
    Conditions {
        /// The rows, in order of precedence.
        rows: Vec<ConditionRow>,
        /// The segment of customers for whom no condition holds.
        otherwise: Segment,
    },
    /// By one metric, cut into bands. Customers of whom it is not known are in a segment `unknown` of their own.
    Bands {
        /// What is cut.
        metric: Metric,
        /// How it is cut.
        binning: Binning,
        /// The names of the bands, the best first, as many as the binning gives.
        segments: Vec<Segment>,
    },
    /// By the values of an attribute: one segment each, then `others` and `unknown`.
    Attribute(AttributeValues),
    /// The best by a metric, as many as there is room for, level by level from the best down.
    Quota {
        /// By what they are chosen, the best first. Customers of whom it is not known are in the rest.
        metric: Metric,
        /// The levels, the best first.
        levels: Vec<QuotaLevel>,
        /// What becomes of equal values at the end of a level.
        #[serde(default)]
        ties: QuotaTies,
        /// The segment of all others.
        otherwise: Segment,
    },
    /// By what they need: `custom` when at least this share of the different products that a customer bought was bought by nobody else,
    /// else `standard`; `unknown` where no product is named.
    Need {
        /// Share of one-off products from which on a need counts as custom, above 0 and at most 1.
        custom_share: f64,
    },
    /// By likeness: customers who are near each other in some metrics (k-means).
    Clusters(Clusters),
    /// Few segments for few orders, many for many: the scheme of the last step that is reached decides.
    Adaptive {
        /// The steps in ascending order; the first one begins at 0.
        steps: Vec<AdaptiveStep>,
    },
    /// By stages of a relationship, finer than the life cycle: `new`, `won_back`, `active`, `silent`, `churned`. Won back is who has
    /// ordered within `recipe.life_cycle.new_days` after a pause longer than `churned_days`.
    Stages,
}

/// What one position of a cell stands for. All run from 1 (worst) to the number of scores (best).
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Axis {
    /// Recency score.
    R,
    /// Frequency score.
    F,
    /// Monetary score.
    M,
    /// Mean of frequency and monetary score, halves up.
    Fm,
    /// Mean of all three scores, halves up.
    Rfm,
}

/// One row of a table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentRow {
    /// What its customers are called.
    #[serde(flatten)]
    pub segment: Segment,
    /// Cell patterns separated by spaces; one position per axis, each a digit, `[a-b]`, or `*`:
    /// `"555 554 [3-4]5*"`. A score of 10 is written `0`, also in a range: `[8-0]`.
    pub cells: String,
}

/// What the customers of a row are called.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Segment {
    /// Short stable name, as `cant_lose`; several rows may share it.
    pub code: String,
    /// English name, as it stands in exports: `Can't Lose Them`. Screens translate built-in ones by their code.
    pub name: String,
    /// How these customers are doing; it decides the colour.
    pub health: Health,
}

/// How the customers of a segment are doing.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Health {
    /// On their way up.
    Growing,
    /// The core.
    Loyal,
    /// Worth a word now.
    NeedsCare,
    /// On their way out.
    Slipping,
    /// Gone, or never there.
    Lost,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn json_reads_back_and_unknown_fields_are_refused() {
        for scheme in crate::recipe::presets::built_in_schemes() {
            let json = serde_json::to_string(&scheme).unwrap_or_default();
            assert_eq!(serde_json::from_str::<Scheme>(&json).ok(), Some(scheme), "{json}");
        }
        let table = r#"{"id": "x", "rule": "table", "axes": ["r"], "rows": [], "row": []}"#;
        assert!(serde_json::from_str::<Scheme>(table).is_err_and(|error| error.to_string().contains("unknown field `row`")));
    }
}
