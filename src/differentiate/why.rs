//! The reason for every tier: the values, the thresholds crossed, the rule matched, the orders behind it.

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Factor;
use crate::differentiate::Standing;
use crate::differentiate::customers::CustomerRow;
use crate::identify::Book;
use crate::recipe::Recipe;
use serde::Serialize;

/// Everything about one customer.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerCard {
    /// The row of the list.
    pub row: CustomerRow,
    /// What else the files say, by field name, in the order of [`crate::recipe::Field::ATTRIBUTES`]; only what is known.
    pub attributes: Vec<(String, String)>,
    /// Why each score.
    pub scores: Vec<ScoreReason>,
    /// Why each segment, one per scheme, in the order of the standing.
    pub segments: Vec<SegmentReason>,
    /// Orders, latest first, at most 500.
    pub timeline: Vec<TimelineOrder>,
    /// Orders there are in all.
    pub timeline_total: u32,
}

/// Why a score.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ScoreReason {
    /// What was scored.
    pub factor: Factor,
    /// The customer's value: days, orders, currency units.
    pub value: f64,
    /// The score.
    pub score: u8,
    /// Number of scores.
    pub bins: u8,
    /// Lower end of the interval that gives this score; none for the lowest.
    pub above: Option<f64>,
    /// Upper end of the interval that gives this score; none for the highest.
    pub up_to: Option<f64>,
    /// Whether the upper end belongs to the interval (and the lower does not).
    pub right_closed: bool,
    /// Share of customers with a worse value, 0 to 1.
    pub better_than: f64,
}

/// Why a segment.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentReason {
    /// Scheme id.
    pub scheme: String,
    /// Segment code.
    pub segment: String,
    /// English name of the segment.
    pub name: String,
    /// How its customers are doing.
    pub health: crate::recipe::Health,
    /// For tables: the customer's cell, as `543`. Empty for other rules.
    pub cell: String,
    /// For tables: the pattern that matched, as `[4-5]4*`; empty when it fell to the rest.
    pub pattern: String,
    /// For ABC: cumulative share of revenue up to and with this customer, from the largest down. For life cycle and tenure: the days that decided.
    pub value: Option<f64>,
}

/// One order of the timeline.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TimelineOrder {
    /// Day.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// Order id; empty when the file has none.
    pub order_id: String,
    /// Lines.
    pub lines: u32,
    /// Amount of all its lines.
    #[cfg_attr(test, ts(type = "number"))]
    pub amount: Money,
    /// Whether it only gives back.
    pub refund: bool,
    /// Products, at most 5, then how many more.
    pub products: Vec<String>,
}

/// Everything about one customer; `None` when there is no such customer.
#[must_use]
pub fn card(_book: &Book, _standing: &Standing, _recipe: &Recipe, _customer: CustomerId) -> Option<CustomerCard> {
    todo!()
}
