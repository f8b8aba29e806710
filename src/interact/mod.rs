//! Standing → [`Plan`]: how, how often, through which channel and by whom each tier is talked to.
//!
//! First cut: one strategy per tier from the recipe, and what it costs in staff hours. The calendar,
//! reach, templates and the review of effect build on it.

use crate::differentiate::Standing;
use crate::recipe::Recipe;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// How one tier is talked to.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Strategy {
    /// Contacts per customer and year.
    pub contacts_per_year: u32,
    /// Channels, best first: `visit`, `phone`, `wechat`, `email`, `sms`, `event`.
    pub channels: Vec<String>,
    /// Staff minutes per contact; 0 when it is automatic.
    pub minutes_per_contact: u32,
    /// Hours within which a question is answered.
    pub response_hours: u32,
    /// What is talked about: `quality`, `value`, `price`.
    pub focus: String,
}

/// What the strategies come to.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Plan {
    /// One entry per tier, in the order of the tier scheme.
    pub tiers: Vec<TierPlan>,
}

/// How one tier is talked to, and what it takes.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierPlan {
    /// Tier code.
    pub tier: String,
    /// Its customers.
    pub customers: u32,
    /// The strategy; none when the recipe has none for this tier.
    pub strategy: Option<Strategy>,
    /// Contacts in a year.
    #[cfg_attr(test, ts(type = "number"))]
    pub contacts_per_year: u64,
    /// Staff hours in a year.
    pub hours_per_year: f64,
}

/// The strategies that suit most, by tier code of the built-in tier schemes.
#[must_use]
pub fn default_strategies() -> BTreeMap<String, Strategy> {
    BTreeMap::new()
}

/// What the recipe's strategies come to.
#[must_use]
pub fn interact(_standing: &Standing, _recipe: &Recipe) -> Plan {
    todo!()
}
