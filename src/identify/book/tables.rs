//! What became of the tables that came in, and of their rows.
//!
//! Nothing is dropped without a trace: what is not used is counted here and has an issue. Invariant: rows read are rows
//! used and rows rejected.

use crate::identify::TableKind;
use crate::recipe::Field;
use serde::Serialize;

/// What became of one table.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TableReport {
    /// File.
    pub file: String,
    /// Sheet, for workbooks.
    pub sheet: Option<String>,
    /// Whether that sheet is hidden: spreadsheet programs show it only when asked to.
    pub hidden: bool,
    /// What it was taken for.
    pub kind: TableKind,
    /// Whether its rows are in the result.
    pub used: bool,
    /// Data rows read.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_read: u64,
    /// Rows in the result.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_used: u64,
    /// Which column played which role: field and header.
    pub mapping: Vec<(Field, String)>,
    /// How its rows found their customers; none for tables of orders, which say who there is.
    pub join: Option<Join>,
}

/// How the rows of a table found their customers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Join {
    /// How many rows found a known customer by each key: customer id, phone, e-mail or name.
    #[cfg_attr(test, ts(type = "Array<[Field, number]>"))]
    pub by: Vec<(Field, u64)>,
    /// Rows that brought a new customer, of whom no other table knows.
    #[cfg_attr(test, ts(type = "number"))]
    pub new: u64,
    /// Rows that name nobody who is known, and were left out: orphans.
    #[cfg_attr(test, ts(type = "number"))]
    pub orphans: u64,
}

/// How many rows came in and what became of them: `rows_read = rows_used + rows_rejected`.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Counts {
    /// Data rows of the tables that were used (no headers, no blank lines).
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_read: u64,
    /// Rows in the result.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_used: u64,
    /// Rows left out, each with an issue.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_rejected: u64,
    /// Of these, rows without a customer (blank or placeholder).
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_unidentified: u64,
}

impl Counts {
    /// Adds the rows of another table.
    pub(in crate::identify) fn add(&mut self, other: Self) {
        self.rows_read += other.rows_read;
        self.rows_used += other.rows_used;
        self.rows_rejected += other.rows_rejected;
        self.rows_unidentified += other.rows_unidentified;
    }

    /// Lines that turn out not to count. A row with months as columns is several lines and counts once, so that more lines than
    /// rows may go: what was read is what is used and what is left out, always.
    pub(crate) fn leave_out(&mut self, lines: u64) {
        let rows = lines.min(self.rows_used);
        self.rows_used -= rows;
        self.rows_rejected += rows;
    }
}
