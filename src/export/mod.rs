//! Results → files for other tools: [`csv`], [`xlsx`], [`json`].
//!
//! Tables stream into a writer; no file is ever built as one text. Column names are stable English,
//! so that what reads a file today reads it next year; screens pass their own titles for workbooks.
//! Invariants: a customer's text can never run as a formula or open a link; the same run gives the
//! same bytes on every machine.

mod columns;
pub mod csv;
mod issues;
pub mod json;
mod number;
pub mod xlsx;

pub use columns::{Column, Value, columns, listed_customers};
pub use csv::customers_csv;
pub use issues::issues_csv;
pub use json::{customers_json, summary_json};
pub use xlsx::{Words, customers_xlsx};

use crate::{Error, ErrorKind};
use std::fmt::Display;

/// `export.failed` with the writer's word.
fn failed(error: impl Display) -> Error {
    ErrorKind::ExportFailed { detail: error.to_string() }.into()
}
