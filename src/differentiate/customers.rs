//! The list of customers as a screen shows it: sorted, filtered, page by page.

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::overview::Filter;
use crate::identify::Book;
use serde::{Deserialize, Serialize};

/// Which customers are wanted, in which order.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct CustomerQuery {
    /// Which customers.
    pub filter: Filter,
    /// By which column.
    pub sort: SortColumn,
    /// Largest, latest, best first.
    pub descending: bool,
    /// How many to skip.
    pub offset: u32,
    /// How many to give, at most 1000.
    pub limit: u32,
}

/// Columns that can be sorted by. Equal values are in the order of the customer id.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum SortColumn {
    /// Customer id, in byte order.
    CustomerId,
    /// Customer name, in byte order.
    CustomerName,
    /// Tier, in the order of its scheme.
    Tier,
    /// Segment, in the order of its scheme.
    Segment,
    /// Days since the last order.
    RecencyDays,
    /// Number of orders.
    Orders,
    /// Revenue.
    #[default]
    Revenue,
    /// Revenue per order.
    AverageOrder,
    /// Day of the first order.
    FirstOrder,
    /// Day of the last order.
    LastOrder,
}

/// A page of customers.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerPage {
    /// Customers that the filter lets through.
    pub total: u32,
    /// Those of this page.
    pub rows: Vec<CustomerRow>,
}

/// One customer of the list.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerRow {
    /// Number to ask for the card with.
    pub customer: u32,
    /// Identifier.
    pub customer_id: String,
    /// Name; empty when unknown.
    pub customer_name: String,
    /// Tier code.
    pub tier: String,
    /// Segment code.
    pub segment: String,
    /// A, B or C.
    pub abc: String,
    /// Life-cycle code.
    pub life_cycle: String,
    /// Recency score.
    pub r: u8,
    /// Frequency score.
    pub f: u8,
    /// Monetary score.
    pub m: u8,
    /// Days since the last order.
    pub recency_days: i32,
    /// Number of orders.
    pub orders: u32,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Revenue per order.
    #[cfg_attr(test, ts(type = "number"))]
    pub average_order: Money,
    /// Day of the first order.
    #[cfg_attr(test, ts(type = "string"))]
    pub first_order: Day,
    /// Day of the last order.
    #[cfg_attr(test, ts(type = "string"))]
    pub last_order: Day,
}

/// A page of the customer list.
#[must_use]
pub fn page(_book: &Book, _standing: &Standing, _query: &CustomerQuery) -> CustomerPage {
    todo!()
}

/// One row of the list.
#[must_use]
pub fn row(_book: &Book, _standing: &Standing, _customer: CustomerId) -> CustomerRow {
    todo!()
}
