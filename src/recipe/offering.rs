//! What customers are offered: the settings of recommendations and promotions.
//!
//! How a tier is served is its [`ServiceLevel`](super::ServiceLevel); this is what holds for every single offer. Invariant: with
//! the defaults no product is left out and no promotion gives away more than a third of what it earns.

use serde::{Deserialize, Serialize};

/// How offers are made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Offering {
    /// Products recommended to a customer, 1 to 20.
    pub products: u32,
    /// Orders in which two products must have stood together before one is recommended for the other, 2 to 10000.
    pub support: u32,
    /// Products that are never recommended, by name.
    pub exclude: Vec<String>,
    /// The share of the margin of one order that a promotion may cost, above 0 to 1.
    pub promotion_share: f64,
}

impl Default for Offering {
    fn default() -> Self {
        Self { products: 10, support: 2, exclude: Vec::new(), promotion_share: 0.3 }
    }
}
