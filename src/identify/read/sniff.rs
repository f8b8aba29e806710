//! What a file is, and where its tables and headers are.

use super::header::{self, SniffCell, SniffRow};
use super::kind::{self, Kind};
use super::limits::{RECORD_BYTES, SNIFF_BYTES, SNIFF_ROWS};
use super::scan::{Delimiter, Scanner};
use super::text::{TextForm, separator_line};
use super::{Source, delimiter, encoding, slices, source, workbook};
use crate::base::unguarded;
use crate::recipe::Import;
use crate::{Error, ErrorKind, Result};

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
    /// Sheets that cannot be read, where others can: why, and which.
    pub unreadable: Vec<Error>,
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
/// `file.empty`, `file.not_a_table`, `file.encrypted`, `file.damaged`, `file.too_large`, `file.unreadable`, `sheet.missing`;
/// `recipe.invalid` for an encoding or a delimiter that does not exist.
pub fn inspect_file(source: &mut dyn Source, settings: &Import) -> Result<Layout> {
    let name = source.name().to_owned();
    inspect(source, settings).map_err(|error| error.in_file(&name))
}

fn inspect(source: &mut dyn Source, settings: &Import) -> Result<Layout> {
    let start = source::start(source, SNIFF_BYTES)?;
    match kind::kind(&start) {
        Kind::Zip => workbook::inspect_zip(source, settings),
        Kind::Ole => workbook::inspect_ole(source, settings),
        Kind::Other(found) => Err(not_a_table(found)),
        Kind::Unknown => inspect_text(source, &start, settings),
    }
}

pub(super) fn not_a_table(found: &str) -> Error {
    ErrorKind::NotATable { found: found.to_owned() }.into()
}

fn inspect_text(source: &mut dyn Source, start: &[u8], settings: &Import) -> Result<Layout> {
    if source.is_empty() || start.trim_ascii().is_empty() && start.len() as u64 == source.len() {
        return Err(ErrorKind::FileEmpty.into());
    }
    let encoding = match &settings.encoding {
        Some(label) => encoding::by_label(label)?,
        None => encoding::of_file(source, start)?,
    };
    let mut slices = slices::Slices::new(source, encoding, SNIFF_BYTES);
    let slice = slices.next(0)?;
    refuse_what_is_no_text(slice.text, slice.last)?;
    let delimiter = match &settings.delimiter {
        Some(name) => delimiter::by_name(name)?,
        None => delimiter::find(slice.text, slice.last),
    };
    let rows = first_rows(slice.text, slice.last, delimiter, settings.header_row.unwrap_or(0));
    let table = header::table(None, &rows, settings.header_row)?;
    if table.headers.is_empty() {
        return Err(ErrorKind::FileEmpty.into());
    }
    let names = (encoding.name().to_owned(), delimiter::name(delimiter));
    Ok(Layout { format: "csv".into(), encoding: Some(names.0), delimiter: Some(names.1), tables: vec![table], unreadable: Vec::new() })
}

fn refuse_what_is_no_text(text: &str, last: bool) -> Result<()> {
    if let Kind::Other(found) = kind::kind(text.as_bytes()) {
        // Markup in UTF-16 is known only now.
        return Err(not_a_table(found));
    }
    let visible = |letter: char| !letter.is_whitespace() && letter != '\0' && letter != '\u{FEFF}';
    if kind::is_binary(text) && text.contains(visible) {
        return Err(not_a_table("binary"));
    }
    if last && !text.contains(visible) {
        return Err(ErrorKind::FileEmpty.into());
    }
    Ok(())
}

/// The first rows with something in them, from row `from` on.
fn first_rows(text: &str, last: bool, delimiter: Delimiter, from: u32) -> Vec<SniffRow> {
    let scanner = Scanner { delimiter, limit: RECORD_BYTES, wanted: &[] };
    let mut rows = Vec::new();
    let (mut at, mut number) = (0, 0);
    while at < text.len() && rows.len() < SNIFF_ROWS {
        let Some((fields, next)) = scanner.all(text, at, last) else { break };
        number += 1;
        let announces = number == 1 && separator_line(text[at..next].trim_end().as_bytes()).is_some();
        at = next;
        if number >= u64::from(from) && !announces && fields.iter().any(|field| !field.trim().is_empty()) {
            rows.push(SniffRow { number, cells: fields.iter().map(|field| SniffCell::of_text(unguarded(field))).collect() });
        }
    }
    rows
}

/// How to read the text file of this layout.
pub(super) fn text_form(layout: &Layout) -> Result<TextForm> {
    let table = layout.tables.first();
    Ok(TextForm {
        encoding: encoding::by_label(layout.encoding.as_deref().unwrap_or("utf-8"))?,
        delimiter: delimiter::by_name(layout.delimiter.as_deref().unwrap_or(","))?,
        header_row: table.map_or(0, |table| u64::from(table.header_row)),
        columns: table.map_or(0, |table| table.headers.len()),
    })
}
