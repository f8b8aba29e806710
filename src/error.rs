//! Why the work cannot go on.
//!
//! Bad *data* is not an error: it becomes an [`Issue`](crate::identify::Issue) and the work goes on.
//! An [`Error`] means that there is no result at all. It carries a stable code and the values that
//! a sentence needs; the sentences for people are made in `www/src/i18n`, in their language.
//! Invariant: neither code nor values ever hold a customer's data, only names of files, sheets, headers and limits.

use crate::base::Day;
use serde::Serialize;
use std::fmt;

/// The result of work that can be impossible.
pub type Result<T> = std::result::Result<T, Error>;

/// Why the work cannot go on: see [`Error::code`].
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error(Box<Inner>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Inner {
    kind: ErrorKind,
    file: Option<String>,
    sheet: Option<String>,
}

/// What went wrong, with the values that explain it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[serde(tag = "code")]
#[non_exhaustive]
pub enum ErrorKind {
    /// The file has no bytes, or no cell with anything in it.
    #[serde(rename = "file.empty")]
    FileEmpty,
    /// The bytes are of no kind that can be read; `found` names the kind if it is a known one ("png", "pdf" …).
    #[serde(rename = "file.not_a_table")]
    NotATable {
        /// What the bytes look like.
        found: String,
    },
    /// A workbook that asks for a password.
    #[serde(rename = "file.encrypted")]
    Encrypted,
    /// A damaged file: `detail` is the reader's technical word for it, without cell contents.
    #[serde(rename = "file.damaged")]
    Damaged {
        /// The reader's technical word.
        detail: String,
    },
    /// The file cannot be read from disk any more (moved, changed, no permission).
    #[serde(rename = "file.unreadable")]
    Unreadable {
        /// The system's word.
        detail: String,
    },
    /// A limit of `trust` is passed; `limit` names it, `found` and `allowed` are its numbers.
    #[serde(rename = "file.too_large")]
    TooLarge {
        /// Which limit: "workbook_bytes", "zip_entries", "zip_inflated", "zip_ratio", "cells", "columns", "memory".
        limit: String,
        /// What was found.
        found: u64,
        /// What is allowed.
        allowed: u64,
    },
    /// No table names its customers: there is nobody to put into tiers. `headers` are those that were found.
    #[serde(rename = "table.no_customer")]
    NoCustomer {
        /// Headers found in the best table.
        headers: Vec<String>,
    },
    /// Customers, but neither orders with a date nor ready-made recency: nothing to score. `headers` are those that were found.
    #[serde(rename = "table.no_date")]
    NoDate {
        /// Headers found in the best table.
        headers: Vec<String>,
    },
    /// Customers, and columns that are months of a year that is said nowhere: neither in their `headers`, nor in the name of
    /// the sheet or of the file, nor above the header.
    #[serde(rename = "table.no_year")]
    NoYear {
        /// Headers of the months.
        headers: Vec<String>,
    },
    /// Customers and days, but no amount, nor quantity and unit price. `headers` are those that were found.
    #[serde(rename = "table.no_amount")]
    NoAmount {
        /// Headers found in the best table.
        headers: Vec<String>,
    },
    /// The table was recognised, but no row of it could be used.
    #[serde(rename = "table.no_usable_row")]
    NoUsableRow {
        /// Rows read.
        rows_read: u64,
    },
    /// The analysis day lies before every order.
    #[serde(rename = "as_of.before_orders")]
    AsOfBeforeOrders {
        /// The analysis day that was asked for.
        as_of: Day,
        /// The day of the first order.
        first: Day,
    },
    /// A sheet that the recipe asks for is not there; `found` are those that are.
    #[serde(rename = "sheet.missing")]
    SheetMissing {
        /// Sheets found.
        found: Vec<String>,
    },
    /// A header that the recipe maps is in none of the tables; `found` are the headers that are.
    #[serde(rename = "mapping.header_missing")]
    HeaderMissing {
        /// The header that the recipe names.
        header: String,
        /// Headers found.
        found: Vec<String>,
    },
    /// The recipe is not valid; `path` says where in it, `problem` what is wrong.
    #[serde(rename = "recipe.invalid")]
    RecipeInvalid {
        /// Where in the recipe, as `scores.recency.bins`.
        path: String,
        /// What is wrong there.
        problem: String,
    },
    /// The recipe was written by a newer version.
    #[serde(rename = "recipe.too_new")]
    RecipeTooNew {
        /// Its version.
        version: u32,
    },
    /// No preset has this name; `found` are the names there are.
    #[serde(rename = "preset.unknown")]
    PresetUnknown {
        /// Names there are.
        found: Vec<String>,
    },
    /// The sum of the amounts does not fit: a column of something else was taken for amounts.
    #[serde(rename = "amount.overflow")]
    AmountOverflow,
    /// Asked for something that needs a finished import first.
    #[serde(rename = "state.nothing_imported")]
    NothingImported,
    /// An argument of the boundary is not of the form it should be.
    #[serde(rename = "argument.invalid")]
    ArgumentInvalid {
        /// What is wrong with it.
        problem: String,
    },
    /// The result could not be written.
    #[serde(rename = "export.failed")]
    ExportFailed {
        /// The writer's technical word.
        detail: String,
    },
}

impl Error {
    /// An error of this kind, not yet tied to a file.
    #[must_use]
    pub fn new(kind: ErrorKind) -> Self {
        Self(Box::new(Inner { kind, file: None, sheet: None }))
    }

    /// The same error, said of this file.
    #[must_use]
    pub fn in_file(mut self, file: &str) -> Self {
        self.0.file.get_or_insert_with(|| file.to_owned());
        self
    }

    /// The same error, said of this sheet.
    #[must_use]
    pub fn in_sheet(mut self, sheet: &str) -> Self {
        self.0.sheet.get_or_insert_with(|| sheet.to_owned());
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn kind(&self) -> &ErrorKind {
        &self.0.kind
    }

    /// The file it is about, if it is about one.
    #[must_use]
    pub fn file(&self) -> Option<&str> {
        self.0.file.as_deref()
    }

    /// The sheet it is about, if it is about one.
    #[must_use]
    pub fn sheet(&self) -> Option<&str> {
        self.0.sheet.as_deref()
    }

    /// The stable code, as `file.encrypted`.
    #[must_use]
    pub fn code(&self) -> String {
        self.to_json()["code"].as_str().unwrap_or_default().to_owned()
    }

    /// Code, file, sheet and the kind's values, as one flat JSON object.
    #[must_use]
    pub fn to_json(&self) -> serde_json::Value {
        let mut json = serde_json::to_value(&self.0.kind).unwrap_or_default();
        json["file"] = self.0.file.clone().into();
        json["sheet"] = self.0.sheet.clone().into();
        json
    }
}

impl From<ErrorKind> for Error {
    fn from(kind: ErrorKind) -> Self {
        Self::new(kind)
    }
}

/// One line for the command line and for logs: `file.encrypted: sales.xlsx`, then the values.
impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.code())?;
        if let Some(file) = self.file() {
            write!(f, ": {file}")?;
        }
        if let Some(sheet) = self.sheet() {
            write!(f, " [{sheet}]")?;
        }
        let values = self.to_json();
        for (name, value) in values.as_object().into_iter().flatten() {
            if !matches!(name.as_str(), "code" | "file" | "sheet") {
                write!(f, "; {name}: {value}")?;
            }
        }
        Ok(())
    }
}

impl std::error::Error for Error {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_line_with_code_place_and_values() {
        let error = Error::from(ErrorKind::NotATable { found: "png".into() }).in_file("photo.xlsx").in_file("other");
        assert_eq!(error.to_string(), "file.not_a_table: photo.xlsx; found: \"png\"");
        assert_eq!(error.code(), "file.not_a_table");
    }
}
