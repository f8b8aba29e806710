//! Scores → segments, and the check that a scheme leaves nobody out.

use super::{Measures, Scores};
use crate::Result;
use crate::base::{Day, Money};
use crate::recipe::{Recipe, Scheme, Segment};
use serde::Serialize;

/// A scheme with its segment for every customer.
#[derive(Debug)]
pub struct Classified {
    /// The scheme.
    pub scheme: Scheme,
    /// Its segments, each once, in the order of the table.
    pub segments: Vec<Segment>,
    /// Position in `segments`; indexed by [`CustomerId`](crate::base::CustomerId).
    pub of: Vec<u8>,
    /// Own scores, for schemes that score in their own way.
    pub scores: Option<Scores>,
    /// Customers, orders and revenue of each segment.
    pub totals: Vec<SegmentTotal>,
}

/// What a segment amounts to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentTotal {
    /// Customers.
    pub customers: u32,
    /// Their orders, added up.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// What is wrong with a table of segments; all lists are empty when it is a true partition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct PartitionReport {
    /// How many cells there are.
    pub cells: u32,
    /// Cells that no row holds.
    pub uncovered: Vec<String>,
    /// Cells that several rows hold, with the codes of their segments.
    pub overlapping: Vec<(String, Vec<String>)>,
    /// Segments that can never be assigned, because earlier rows hold all their cells.
    pub unreachable: Vec<String>,
}

/// Every scheme, built-in ones first, then the recipe's own.
///
/// # Errors
/// `recipe.invalid` when a scheme's table cannot be applied to the recipe's number of scores.
pub fn classify_all(_measures: &Measures, _scores: &Scores, _as_of: Day, _recipe: &Recipe) -> Result<Vec<Classified>> {
    todo!()
}

/// Finds uncovered and doubly covered cells and unreachable segments of a table with this many scores.
#[must_use]
pub fn check_partition(_scheme: &Scheme, _bins: [u8; 3]) -> PartitionReport {
    todo!()
}
