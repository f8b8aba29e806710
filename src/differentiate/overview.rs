//! The numbers behind the charts, for all customers or for a selection.

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Factor;
use crate::differentiate::Standing;
use crate::differentiate::summary::SegmentFigures;
use crate::identify::Book;
use serde::{Deserialize, Serialize};

/// Which customers are meant; empty means all. Conditions on different properties must all hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Scheme id and segment code, as `["rfm-11", "champions"]`; all must hold.
    pub segments: Vec<(String, String)>,
    /// Scores: factor and score; all must hold.
    pub scores: Vec<(Factor, u8)>,
    /// Measures: factor, from (inclusive), to (inclusive), in days, orders or currency units.
    pub ranges: Vec<(Factor, f64, f64)>,
    /// Text found in id, name, phone, e-mail or company, without regard to case.
    pub search: String,
}

/// The numbers behind the charts of the overview.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Overview {
    /// Customers in the selection.
    pub customers: u32,
    /// Their orders.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Every scheme with its segments in figures.
    pub schemes: Vec<SchemeFigures>,
    /// R×F grid: for each recency score (1 up) the frequency scores (1 up).
    pub grid: Vec<Vec<GridCell>>,
    /// Concentration of revenue.
    pub pareto: Pareto,
    /// Distribution of recency, frequency and monetary.
    pub histograms: Vec<Histogram>,
    /// Orders and revenue by calendar month.
    pub months: Vec<Month>,
    /// Customers worth most who have gone silent or further: how many, and their revenue so far.
    pub valuable_and_silent: SegmentFiguresShort,
}

/// A scheme and its segments in figures.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SchemeFigures {
    /// Scheme id.
    pub id: String,
    /// Name of an own scheme; built-in ones are translated by id.
    pub name: String,
    /// Its segments, in order.
    pub segments: Vec<SegmentFigures>,
}

/// Customers and revenue of some group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentFiguresShort {
    /// Customers.
    pub customers: u32,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// One cell of the R×F grid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct GridCell {
    /// Customers.
    pub customers: u32,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Mean of their monetary value.
    #[cfg_attr(test, ts(type = "number"))]
    pub mean_monetary: Money,
}

/// How concentrated the revenue is. Customers with no or negative revenue count as 0.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Pareto {
    /// Points of the curve, from the largest customers down, at most 201: share of customers, share of revenue, both 0 to 1.
    pub curve: Vec<(f64, f64)>,
    /// Gini coefficient, 0 (all equal) to 1.
    pub gini: f64,
    /// Share of revenue of the best fifth of the customers (⌈n/5⌉… rounded down), 0 to 1.
    pub top_fifth_share: f64,
    /// Customers of the best fifth.
    pub top_fifth_customers: u32,
    /// How many customers bring 80 % of the revenue.
    pub customers_for_80_percent: u32,
}

/// A distribution.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Histogram {
    /// What is counted.
    pub factor: Factor,
    /// Edges of the bars, ascending, one more than bars, at round numbers; the last bar may hold all that is larger.
    pub edges: Vec<f64>,
    /// Customers in each bar: `edges[i] <= value < edges[i + 1]`, the last bar including its upper edge.
    pub counts: Vec<u32>,
    /// Whether the last bar also holds everything beyond its upper edge (long tails).
    pub open_ended: bool,
    /// Median.
    pub median: f64,
}

/// One calendar month.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Month {
    /// First day of the month.
    #[cfg_attr(test, ts(type = "string"))]
    pub month: Day,
    /// Lines that are orders.
    pub lines: u32,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// The customers that a filter lets through, in the order of their ids.
#[must_use]
pub fn select(_book: &Book, _standing: &Standing, _filter: &Filter) -> Vec<CustomerId> {
    todo!()
}

/// The numbers behind the charts, for the customers that a filter lets through.
#[must_use]
pub fn overview(_book: &Book, _standing: &Standing, _filter: &Filter) -> Overview {
    todo!()
}
