//! The figures of one run: what the command line writes as `--summary` and the element has as `summary`.

use crate::base::{Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::Thresholds;
use crate::identify::{Book, IssueCount, TableReport};
use serde::Serialize;

/// The figures of one run.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Summary {
    /// Data rows of the tables that were used.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_read: u64,
    /// Rows in the result.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_used: u64,
    /// Rows left out, each with an issue.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_rejected: u64,
    /// Of these, rows without a customer.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_unidentified: u64,
    /// Customers.
    pub customers: u32,
    /// Distinct orders.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// First day with an order.
    #[cfg_attr(test, ts(type = "string"))]
    pub first_day: Day,
    /// Last day with an order.
    #[cfg_attr(test, ts(type = "string"))]
    pub last_day: Day,
    /// The day from which recency counts.
    #[cfg_attr(test, ts(type = "string"))]
    pub as_of: Day,
    /// Cuts of recency, frequency and monetary.
    pub thresholds: Vec<Thresholds>,
    /// Id of the scheme of `tiers`.
    pub tier_scheme: String,
    /// Its tiers, in the order of the scheme, empty ones too.
    pub tiers: Vec<SegmentFigures>,
    /// Id of the scheme of `segments`.
    pub segment_scheme: String,
    /// Its segments, in the order of the scheme, empty ones too.
    pub segments: Vec<SegmentFigures>,
    /// What came in, table by table.
    pub tables: Vec<TableReport>,
    /// What was repaired and left out, counted.
    pub issues: Vec<IssueCount>,
}

/// One tier or segment in figures.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentFigures {
    /// Stable name.
    pub code: String,
    /// English name.
    pub name: String,
    /// How its customers are doing.
    pub health: crate::recipe::Health,
    /// Customers.
    pub customers: u32,
    /// Their orders, added up.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Revenue per order.
    #[cfg_attr(test, ts(type = "number"))]
    pub average_order: Money,
}

/// The figures of a finished run.
#[must_use]
pub fn summarize(_book: &Book, _standing: &Standing) -> Summary {
    todo!()
}
