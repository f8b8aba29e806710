//! What is asked of the models of customer lifetime.
//!
//! Invariant: times carry their unit; a month is a twelfth of 365.25 days everywhere.

use serde::{Deserialize, Serialize};

/// What is asked of the models of customer lifetime.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct LifetimeValue {
    /// The model of purchases.
    pub model: PurchaseModelKind,
    /// The unit of its times and rates; of BG/BB the stretch of the calendar that is one opportunity, a week at least.
    pub unit: TimeUnit,
    /// Months to look ahead, 1 to 120.
    pub months: u32,
    /// What a month's delay takes off later money, 0 to 0.5: 0.01 is 1 % a month.
    pub monthly_discount: f64,
    /// The share of revenue that is left after costs, above 0 to 1: 1 says that value is revenue.
    pub margin: f64,
    /// Whether exported customer lists have the columns of chances, expectations, value and risk.
    pub export: bool,
}

impl Default for LifetimeValue {
    fn default() -> Self {
        Self {
            model: PurchaseModelKind::default(),
            unit: TimeUnit::default(),
            months: 12,
            monthly_discount: 0.01,
            margin: 1.0,
            export: false,
        }
    }
}

/// A model of purchases.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum PurchaseModelKind {
    /// BG/NBD: quick, and the best documented; one-time buyers count as alive.
    BgNbd,
    /// MBG/NBD: as quick, and one-time buyers can be gone.
    #[default]
    MbgNbd,
    /// Pareto/NBD: the original; slower.
    ParetoNbd,
    /// BG/BB: a yes or no in each week, month, quarter or year, as of subscriptions, memberships and donations.
    BgBb,
    /// No model: orders per time as customer, and how many fell silent. What small files get in any case.
    Simple,
}

/// The unit of every time and rate of a model.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum TimeUnit {
    /// Days.
    Day,
    /// Seven days.
    #[default]
    Week,
    /// A twelfth of 365.25 days.
    Month,
    /// Three months.
    Quarter,
    /// 365.25 days.
    Year,
}

impl TimeUnit {
    /// Days in one.
    #[must_use]
    pub const fn days(self) -> f64 {
        match self {
            Self::Day => 1.0,
            Self::Week => 7.0,
            Self::Month => 30.4375,
            Self::Quarter => 91.3125,
            Self::Year => 365.25,
        }
    }
}
