//! Bytes → [`Book`]: who are my customers, and can I trust this data?
//!
//! In the order of the data: [`read`] turns any file into tables of cells, [`columns`] finds out
//! which column plays which role (or that headings above the rows name the customers), [`values`] reads
//! days, amounts and identifiers, and [`book`] gathers them into one ledger grouped by customer. Every
//! repair and every row left out is an [`Issue`]. Invariants: a text file is never held whole in memory; only mapped columns are parsed;
//! nothing is dropped without an issue.

pub mod book;
mod builder;
pub mod clean;
pub mod columns;
mod headings;
mod import;
mod inspect;
mod issue;
mod join;
pub mod read;
mod rows;
pub mod values;

pub use book::{Book, Counts, Customers, Ledger, ReadyMeasures, TableReport};
pub use clean::Corrections;
pub use columns::{ColumnProposal, Mapping};
pub use import::{identify, identify_with};
pub use inspect::inspect;
pub use issue::{Issue, IssueCode, IssueCount, IssueLog, IssueRow, PlaceCount, Severity};
pub use read::{BytesSource, FileSource, Source};

use crate::recipe::Field;
use serde::Serialize;

/// What one file holds, found out from its first part.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Inspection {
    /// Name of the file.
    pub file: String,
    /// Kind: `csv`, `json`, `html`, `xml` (a workbook of one file), `xlsx`, `xls`, `xlsb`, `ods`, `zip` (of tables).
    pub format: String,
    /// Size in bytes.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes: u64,
    /// Encoding of a text file by its WHATWG name.
    pub encoding: Option<String>,
    /// How the first rows read in the likeliest encodings, best first; empty when there is no doubt.
    pub encodings: Vec<EncodingPreview>,
    /// Delimiter of a text file, as in [`crate::recipe::Import::delimiter`].
    pub delimiter: Option<String>,
    /// The first lines of a text file whose columns are of fixed width.
    pub lined_up: Option<LinedUp>,
    /// Its tables: one for a text file, one per sheet for a workbook, those of all its files for an archive.
    pub tables: Vec<TablePreview>,
}

/// The first lines of a file whose columns are of fixed width, and where these begin.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct LinedUp {
    /// At most 8 lines, each by place, at most 1,000 of them: a character stands at the first of its places, its others are empty.
    pub lines: Vec<Vec<String>>,
    /// The place, from 0, at which each column begins; the first at 0. [`crate::recipe::Import::widths`] are what is between them.
    pub starts: Vec<u32>,
}

/// How the first rows of a text file read in one encoding.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct EncodingPreview {
    /// The encoding by its WHATWG name, as in [`crate::recipe::Import::encoding`].
    pub encoding: String,
    /// The first lines that are not plain ASCII, at most 3, each cut to 80 characters.
    pub lines: Vec<String>,
}

/// The first part of a table, and what we take its columns for.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TablePreview {
    /// Sheet name; none for text files; the path in an archive, as `2024/orders.csv` or `book.xlsx › Sheet1`.
    pub sheet: Option<String>,
    /// Whether the sheet is hidden: spreadsheet programs show it only when asked to, and here it is read like the others.
    pub hidden: bool,
    /// Row of the header, the last one of several, counted from 1; 0 when no row is one: the headers are `#1`, `#2` … or the keys of JSON.
    pub header_row: u32,
    /// Headers as written, trimmed; `#n` for an empty one. Where headings that stand among other values name the customers, a column with
    /// them is behind those of the file.
    pub headers: Vec<String>,
    /// First data rows as text, at most 50, each as long as `headers`; where headings name the customers, each row with its customer and
    /// the headings left out.
    pub sample: Vec<Vec<String>>,
    /// What the table is.
    pub kind: TableKind,
    /// The export of a known program that it is, as `shopify_orders`; its columns are mapped for certain.
    pub export: Option<String>,
    /// Which column plays which role.
    pub columns: Vec<ColumnProposal>,
    /// Headers of columns that would be orders by month if their year were said anywhere.
    pub without_year: Vec<String>,
    /// What has to be asked before the result can be trusted; empty when the mapping is certain.
    pub questions: Vec<Question>,
}

/// What a table is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum TableKind {
    /// One row per order or order line.
    Transactions,
    /// One row per order, without what it was worth: its lines are in another table.
    OrderHeads,
    /// One row per order line, without whose it is: its order is in another table.
    OrderLines,
    /// One row per customer with ready-made recency, frequency and monetary value.
    CustomerSummary,
    /// One row per customer without measures: names, contacts, companies, answers to a survey.
    CustomerList,
    /// One row per contact or visit: calls, mails, meetings, chats, counts of comments and likes, pages and clicks.
    Interactions,
    /// One row per piece of feedback: ratings, complaints, suggestions.
    Feedback,
    /// One row per contact, and what the customer said of it: visits with satisfaction, calls with complaints.
    InteractionsAndFeedback,
    /// Has rows, but nothing that can be used here.
    Other,
    /// No row at all.
    Empty,
}

/// Something only the user can know.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Question {
    /// `which_column` (for `field`, among `candidates`) or `date_order`.
    pub code: String,
    /// The field in doubt.
    pub field: Field,
    /// Likely answers, best first: headers, or the names of [`crate::recipe::DateOrder`].
    pub candidates: Vec<String>,
    /// Sample values that show the doubt.
    pub evidence: Vec<String>,
}

/// How far an import is. `bytes_done` never goes back.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Progress {
    /// Position of the file among those imported.
    pub file: u32,
    /// Rows read so far, over all files.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows: u64,
    /// Bytes read so far, over all files.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes_done: u64,
    /// Bytes of all files.
    #[cfg_attr(test, ts(type = "number"))]
    pub bytes_total: u64,
}
