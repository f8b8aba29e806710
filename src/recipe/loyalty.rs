//! The loyalty plan: points, levels and coupons.
//!
//! Points are whole numbers, amounts exact, shares whole percents, so that a simulation can be reconciled to the cent. Invariant: the first
//! level begins at nothing and each one above the one before, so that every customer is on exactly one level.

use crate::base::Money;
use serde::{Deserialize, Serialize};

/// How loyalty is rewarded.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Loyalty {
    /// Points for one unit of the files' currency, 0 to 1000, with at most two decimals.
    pub points_per_unit: f64,
    /// What one point is worth when it is redeemed.
    #[cfg_attr(test, ts(type = "number"))]
    pub point_value: Money,
    /// Days after which points expire, 1 to 3650; never when not given.
    pub expiry_days: Option<u32>,
    /// The share of their points that customers redeem with an order, in percent. An assumption: the past had no points.
    pub redeemed_percent: u32,
    /// The share of coupons that are used, in percent. An assumption likewise.
    pub coupons_used_percent: u32,
    /// Days of orders that decide the level, 30 to 3650.
    pub window_days: u32,
    /// The levels, lowest first.
    pub levels: Vec<LoyaltyLevel>,
}

/// A level of membership.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct LoyaltyLevel {
    /// `member`, `silver`, `gold`, `diamond`, or a name of one's own.
    pub name: String,
    /// Revenue within the window from which on a customer is on this level.
    #[cfg_attr(test, ts(type = "number"))]
    pub threshold: Money,
    /// Points against those of a plain customer, in percent: 150 is half as many again.
    pub points_percent: u32,
    /// What the benefits of the level cost for one customer in a year.
    #[cfg_attr(test, ts(type = "number"))]
    pub yearly_cost: Money,
    /// A coupon for reaching the level the first time: its worth.
    #[cfg_attr(test, ts(type = "number"))]
    pub coupon: Money,
}

impl Default for Loyalty {
    fn default() -> Self {
        let level = |name: &str, threshold: i64, points_percent| LoyaltyLevel {
            name: name.to_owned(),
            threshold: Money::from_raw(threshold * Money::SCALE),
            points_percent,
            yearly_cost: Money::ZERO,
            coupon: Money::ZERO,
        };
        Self {
            points_per_unit: 1.0,
            point_value: Money::from_raw(Money::SCALE / 100),
            expiry_days: Some(365),
            redeemed_percent: 50,
            coupons_used_percent: 60,
            window_days: 365,
            levels: vec![level("member", 0, 100), level("silver", 1000, 120), level("gold", 5000, 150), level("diamond", 20_000, 200)],
        }
    }
}
