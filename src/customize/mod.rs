//! Standing → [`Offers`]: which service each tier gets and what is offered to it.
//!
//! First cut: one service level per tier from the recipe, and the products the tier really buys.
//! Recommendations, owners and the loyalty plan build on it.

use crate::base::Money;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::Recipe;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The service that one tier gets.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct ServiceLevel {
    /// Who looks after them: `account_manager`, `team`, `self_service`.
    pub owner: String,
    /// Benefits: `priority_support`, `priority_order`, `exclusive_offer`, `vip_event`, `bundle`, `coupon`.
    pub benefits: Vec<String>,
}

/// What each tier gets.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Offers {
    /// One entry per tier, in the order of the tier scheme.
    pub tiers: Vec<TierOffer>,
}

/// What one tier gets.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierOffer {
    /// Tier code.
    pub tier: String,
    /// Its customers.
    pub customers: u32,
    /// The service level; none when the recipe has none for this tier.
    pub service: Option<ServiceLevel>,
    /// What the tier buys most, at most 10; empty when the files name no products.
    pub products: Vec<PopularProduct>,
}

/// A product of a tier.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct PopularProduct {
    /// Product name.
    pub product: String,
    /// Customers of the tier who bought it.
    pub customers: u32,
    /// Revenue with it in the tier.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Share of the tier's customers who bought it, over the same share among all customers; 1 means no preference.
    pub lift: f64,
}

/// The service levels that suit most, by tier code of the built-in tier schemes.
#[must_use]
pub fn default_service_levels() -> BTreeMap<String, ServiceLevel> {
    BTreeMap::new()
}

/// What each tier gets and buys.
#[must_use]
pub fn customize(_book: &Book, _standing: &Standing, _recipe: &Recipe) -> Offers {
    todo!()
}
