//! Customers by the cells of a table that is being edited.
//!
//! Whoever paints a table wants to see at once how many customers a cell moves; with these counts every question about the table is
//! answered without asking again. Invariant: the counts add up to all customers and their revenue.

use super::cells::Cells;
use crate::base::Money;
use crate::differentiate::{Standing, scores};
use crate::recipe::table::shown;
use crate::recipe::{Axis, Scores};
use serde::Serialize;
use std::collections::BTreeMap;

/// One cell with its customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CellCount {
    /// The cell as patterns write it: `543`.
    pub cell: String,
    /// Customers.
    pub customers: u32,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// Every cell of a table with these axes that has customers, in ascending order; `own` scores take precedence over those of the
/// standing.
#[must_use]
pub fn cell_counts(standing: &Standing, axes: &[Axis], own: Option<&Scores>) -> Vec<CellCount> {
    let own = own.map(|own| scores::score(&standing.measures, own));
    let cells = Cells::new(&standing.measures, own.as_ref().unwrap_or(&standing.scores));
    let mut counts: BTreeMap<Vec<u8>, (u32, i64)> = BTreeMap::new();
    for (scores, total) in cells.totals() {
        if total.customers > 0 {
            let count = counts.entry(axes.iter().map(|axis| axis.value(scores)).collect()).or_default();
            count.0 += total.customers;
            count.1 = count.1.saturating_add(total.revenue.raw());
        }
    }
    let count = |(cell, (customers, revenue)): (Vec<u8>, (u32, i64))| CellCount {
        cell: shown(&cell),
        customers,
        revenue: Money::from_raw(revenue),
    };
    counts.into_iter().map(count).collect()
}
