//! How the effect of the strategies is reviewed, and what was changed because of it.
//!
//! A review that is set up after its outcome is known proves what one likes; so period, comparison and control group are
//! part of the recipe. Invariants: a control group is named by what the files say of customers, never by what they did; the log holds
//! settings and the words of whoever changed them, nothing about customers.

use super::{Condition, Period, Strategy};
use crate::base::Day;
use serde::{Deserialize, Serialize};

/// How the effect of the strategies is reviewed.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Review {
    /// Length of the two periods; the one that fits the data when not given.
    pub period: Option<Period>,
    /// Which earlier period the last one is held against.
    pub against: Against,
    /// Two spans of one's own choice; when given, `period`, `against` and `until` decide nothing.
    pub spans: Option<Pair>,
    /// The last day of the later period; the end of the last whole period when not given.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub until: Option<Day>,
    /// Customers who are left out of what is tried; none when everybody gets it. Asks attributes only.
    pub control: Option<Condition>,
    /// What was changed, oldest first.
    pub log: Vec<Adjustment>,
}

/// Which earlier period the last one is held against.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Against {
    /// The period right before it.
    #[default]
    Previous,
    /// The same period a year earlier: the season is then in both.
    YearBefore,
}

/// Days from one to another, both included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Span {
    /// First day.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: Day,
    /// Last day.
    #[cfg_attr(test, ts(type = "string"))]
    pub to: Day,
}

/// Two spans that are held against each other: the earlier one ends before the later one begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Pair {
    /// The earlier one.
    pub before: Span,
    /// The later one.
    pub after: Span,
}

/// One change of a strategy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Adjustment {
    /// When.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// Tier code.
    pub tier: String,
    /// Why, in the words of whoever changed it.
    pub reason: String,
    /// The strategy before; none when there was none.
    pub before: Option<Strategy>,
    /// The strategy after; none when it was taken away.
    pub after: Option<Strategy>,
}
