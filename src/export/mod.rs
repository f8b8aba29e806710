//! Results → files for other tools: [`csv`], [`xlsx`], [`json`], [`ics`]; for others than oneself [`sharing`].
//!
//! Tables stream into a writer; no file is ever built as one text. Column names are stable English,
//! so that what reads a file today reads it next year; screens pass their own titles for workbooks.
//! Invariants: a customer's text can never run as a formula or open a link; the same run gives the
//! same bytes on every machine.

mod cleaning;
mod columns;
pub mod csv;
mod customer_file;
mod drafts;
pub mod ics;
mod issues;
pub mod json;
mod loyalty;
mod mail_merge;
mod memory;
mod number;
mod offers;
mod owners;
mod plan;
mod plan_file;
pub mod sharing;
mod triggers;
mod work_list;
pub mod xlsx;

pub use cleaning::{cleaning_log_csv, duplicates_csv};
pub use columns::{Column, Value, columns, listed_customers};
pub use csv::customers_csv;
pub use customer_file::customer_file_csv;
pub use drafts::{drafts_zip, eml};
pub use ics::calendar_ics;
pub use issues::issues_csv;
pub use json::{customers_json, summary_json};
pub use loyalty::loyalty_csv;
pub use mail_merge::mail_merge_csv;
pub use offers::{promotions_csv, recommendations_csv};
pub use owners::{OwnerList, owners_csv};
pub use plan::{left_csv, plan_csv};
pub use plan_file::{PlanFile, PlanFileKind, plan_file};
pub use triggers::triggers_csv;
pub use work_list::work_list_html;
pub use xlsx::{Words, customers_xlsx, mail_merge_xlsx};

use self::memory::Memory;
use crate::differentiate::Standing;
use crate::differentiate::summary::summarize;
use crate::identify::Book;
use crate::identify::clean::report;
use crate::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::fmt::Display;

/// The files that a finished run can be saved as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Format {
    /// Customers with their tiers, as text.
    Csv,
    /// Everybody who is known, also without an order, as text.
    CustomerFile,
    /// Customers with their tiers, a summary and the counted issues, as a workbook.
    Xlsx,
    /// Customers with their tiers, as an array of objects.
    Json,
    /// Every repair and every row left out, as text.
    Issues,
    /// The figures of the run, as an object.
    Summary,
    /// What the cleaning did, step by step, as text.
    CleaningLog,
    /// Products recommended to every customer with their reasons, as text.
    Recommendations,
    /// Promotions and interests of every customer, as text.
    Promotions,
    /// Every booking of the loyalty plan's simulation, as text.
    LoyaltyLedger,
}

/// A whole file in memory, for callers without a file system.
///
/// # Errors
/// `export.failed` as the writer of the format.
pub fn to_bytes(format: Format, book: &Book, standing: &Standing, recipe_name: &str, words: &Words) -> Result<Vec<u8>> {
    let mut bytes = Memory::default();
    match format {
        Format::Csv => customers_csv(book, standing, &mut bytes)?,
        Format::CustomerFile => customer_file_csv(book, standing, &mut bytes)?,
        Format::Xlsx => customers_xlsx(book, standing, &summarize(book, standing), recipe_name, words, &mut bytes)?,
        Format::Json => customers_json(book, standing, &mut bytes)?,
        Format::Issues => issues_csv(&book.issues, &mut bytes)?,
        Format::CleaningLog => cleaning_log_csv(book, &report::steps(book), &mut bytes)?,
        Format::Recommendations => recommendations_csv(book, standing, &mut bytes)?,
        Format::Promotions => promotions_csv(book, standing, &mut bytes)?,
        Format::LoyaltyLedger => loyalty_csv(book, standing, &mut bytes)?,
        Format::Summary => summary_json(&summarize(book, standing), &mut bytes)?,
    }
    Ok(bytes.into_bytes())
}

/// `export.failed` with the writer's word.
fn failed(error: impl Display) -> Error {
    ErrorKind::ExportFailed { detail: error.to_string() }.into()
}
