//! What a file is, and where its tables and headers are.

use super::Source;
use crate::Result;
use crate::recipe::Import;

/// What is known of a file before its rows are read.
#[derive(Debug, Clone)]
pub struct Layout {
    /// `csv`, `xlsx`, `xls`, `xlsb`, `ods`.
    pub format: String,
    /// Encoding of a text file by its WHATWG name.
    pub encoding: Option<String>,
    /// Delimiter of a text file, as in [`Import::delimiter`].
    pub delimiter: Option<String>,
    /// Its tables: one for a text file, one per sheet for a workbook (hidden ones too).
    pub tables: Vec<TableLayout>,
}

/// Where a table begins, and its first rows.
#[derive(Debug, Clone)]
pub struct TableLayout {
    /// Sheet name; none for text files.
    pub sheet: Option<String>,
    /// Row of the header, from 1; 0 when there is none.
    pub header_row: u32,
    /// Headers, trimmed and with inner line breaks as spaces; `#n` where empty or where there is no header.
    pub headers: Vec<String>,
    /// First data rows as text, at most 50, each as long as `headers`. Days as `YYYY-MM-DD` (with ` HH:MM:SS` when not midnight), whole numbers without decimals.
    pub sample: Vec<Vec<String>>,
}

/// Looks at the first part of a file.
///
/// # Errors
/// `file.empty`, `file.not_a_table`, `file.encrypted`, `file.damaged`, `file.too_large`, `file.unreadable`, `sheet.missing`.
pub fn inspect_file(_source: &mut dyn Source, _settings: &Import) -> Result<Layout> {
    todo!()
}
