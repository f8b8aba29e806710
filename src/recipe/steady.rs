//! How long a change of tier has to last before it counts.
//!
//! A customer at the edge between two tiers would change with every order of somebody else; who is told of a tier
//! wants to keep it for a while. Invariant: nothing is remembered between runs, so the same files and the same
//! recipe give the same tiers.

use serde::{Deserialize, Serialize};

/// A change of tier takes effect only when it has lasted: hysteresis, and grace on the way down.
///
/// The tier by the figures is looked at on the last day of each period. Upwards it takes effect after `periods` of
/// them in a row, downwards after `grace_periods` more. See [`crate::differentiate::history::steady`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Steady {
    /// Period ends in a row at which the figures must say so, 1 to 12.
    pub periods: u8,
    /// The period.
    pub period: Period,
    /// Further periods for which a customer on the way down keeps the tier, 0 to 12.
    pub grace_periods: u8,
}

impl Default for Steady {
    fn default() -> Self {
        Self { periods: 2, period: Period::Month, grace_periods: 1 }
    }
}

/// A stretch of the calendar.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Period {
    /// Monday to Sunday.
    Week,
    /// A month of the calendar.
    #[default]
    Month,
    /// January to March, and so on.
    Quarter,
}
