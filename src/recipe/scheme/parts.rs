//! What the schemes that are no tables are made of.
//!
//! Invariant: each part reads without the others: a row has its condition, a level its size.

use super::Segment;
use crate::recipe::{Attribute, Condition};
use serde::{Deserialize, Serialize};

/// One row of a scheme of conditions.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ConditionRow {
    /// What its customers are called.
    #[serde(flatten)]
    pub segment: Segment,
    /// Who belongs to it, unless an earlier row has them.
    pub when: Condition,
}

/// The values of an attribute as segments.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct AttributeValues {
    /// Which attribute.
    pub of: Attribute,
    /// How many values have a segment of their own, those of most customers first, 1 to 100; the others are `others`.
    #[serde(default = "twenty")]
    pub top: u8,
    /// Whether a text is a list (`咖啡,茶` or `coffee; tea`); a customer then belongs to the one of its values that most customers have.
    #[serde(default)]
    pub list: bool,
}

const fn twenty() -> u8 {
    20
}

/// One level of a quota.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct QuotaLevel {
    /// What its customers are called.
    #[serde(flatten)]
    pub segment: Segment,
    /// How many there may be.
    pub size: QuotaSize,
}

/// How many customers a level may have.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum QuotaSize {
    /// So many.
    Customers(u32),
    /// A share of all customers, above 0 and at most 1, rounded down.
    Share(f64),
    /// As many as the money lasts for.
    Budget {
        /// What may be spent.
        amount: f64,
        /// What one customer costs, above 0.
        cost: f64,
    },
}

/// What becomes of customers with equal values where a quota ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum QuotaTies {
    /// They stay together and come in only when all fit: a quota is never exceeded.
    #[default]
    Together,
    /// Those with the smaller ids come in: a quota is filled.
    ById,
}

/// From how many orders on another scheme is used.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct AdaptiveStep {
    /// From so many orders of all customers together on.
    #[cfg_attr(test, ts(type = "number"))]
    pub from_orders: u64,
    /// The scheme, by its id; it comes before this one.
    pub scheme: String,
}
