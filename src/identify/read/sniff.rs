//! What a file is, and where its tables and headers are.

use super::delimiter::{Columns, Cut};
use super::encoding::Found;
use super::header::{self, SniffCell, SniffRow};
use super::kind::{self, Kind, Marked};
use super::limits::{RECORD_BYTES, SNIFF_BYTES, SNIFF_ROWS};
use super::lined_up::lined_up;
use super::scan::{Delimiter, Scanner};
use super::slices::Slice;
use super::text::{TextForm, has_content, separator_line};
use super::zipped::Part;
use super::{Source, delimiter, encoding, html, json, slices, source, spreadsheetml, workbook, zipped};
use crate::base::unguarded;
use crate::identify::{EncodingPreview, LinedUp};
use crate::recipe::Import;
use crate::{Error, ErrorKind, Result};

/// What is known of a file before its rows are read.
#[derive(Debug, Clone)]
pub struct Layout {
    /// `csv`, `json`, `html`, `xml` (a workbook of one file), `xlsx`, `xls`, `xlsb`, `ods`, `zip` (of tables).
    pub format: String,
    /// Encoding of a text file by its WHATWG name.
    pub encoding: Option<String>,
    /// Delimiter of a text file, as in [`Import::delimiter`].
    pub delimiter: Option<String>,
    /// How the likeliest encodings read a text file, best first; empty when there is no doubt.
    pub encodings: Vec<EncodingPreview>,
    /// The first lines of a text file whose columns are of fixed width.
    pub lined_up: Option<LinedUp>,
    /// Its tables: one for a text file, one per sheet for a workbook (hidden ones too), those of all its files for an archive.
    pub tables: Vec<TableLayout>,
    /// Sheets that cannot be read, where others can: why, and which.
    pub unreadable: Vec<Error>,
    /// Where in the file the tables are.
    pub(super) place: Place,
}

/// Where in a file its tables are, where that takes some finding.
#[derive(Debug, Clone, Default)]
pub(super) enum Place {
    /// All of it, or where the names of sheets say.
    #[default]
    Whole,
    /// In columns of fixed width, or of none where there is a delimiter.
    Columns(Columns),
    /// The sheets of a flat OpenDocument.
    FlatSheets,
    /// The table at this position of a page.
    HtmlTable(usize),
    /// Records of JSON.
    Json(json::Shape),
    /// Files of an archive.
    Parts(Vec<Part>),
}

impl Layout {
    /// A file of this format without a table.
    pub(super) fn of(format: &str) -> Self {
        Self {
            format: format.to_owned(),
            encoding: None,
            encodings: Vec::new(),
            delimiter: None,
            lined_up: None,
            tables: Vec::new(),
            unreadable: Vec::new(),
            place: Place::default(),
        }
    }
}

/// Where a table begins, and its first rows.
#[derive(Debug, Clone)]
pub struct TableLayout {
    /// Sheet name; none for text files; the path in an archive, with the name of the sheet behind it.
    pub sheet: Option<String>,
    /// Whether the sheet is hidden: spreadsheet programs show it only when asked to.
    pub is_hidden: bool,
    /// Row of the header, the last one of several, from 1; 0 when there is none.
    pub header_row: u32,
    /// What stands above the header, a text for each row that was looked at: titles, filters, when the file was made.
    pub above: Vec<String>,
    /// Headers, trimmed and with inner line breaks as spaces; `#n` where empty or where there is no header.
    pub headers: Vec<String>,
    /// How many columns the file has: headers behind them are of columns that were added to those of the file.
    pub columns: usize,
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
    match inspect_plain(source, settings) {
        Err(error) if zipped::may_hold_tables(&error) => zipped::inspect(source, settings),
        result => result,
    }
}

/// Looks at a file that is no archive of others.
pub(super) fn inspect_plain(source: &mut dyn Source, settings: &Import) -> Result<Layout> {
    let start = source::start(source, SNIFF_BYTES)?;
    match kind::kind(&start) {
        Kind::Zip => workbook::inspect_zip(source, settings),
        Kind::Ole => workbook::inspect_ole(source, settings),
        Kind::Other(found) => Err(not_a_table(found)),
        Kind::Marked(_) | Kind::Unknown => inspect_text(source, &start, settings),
    }
}

pub(super) fn not_a_table(found: &str) -> Error {
    ErrorKind::NotATable { found: found.to_owned() }.into()
}

fn inspect_text(source: &mut dyn Source, start: &[u8], settings: &Import) -> Result<Layout> {
    if source.is_empty() || start.trim_ascii().is_empty() && start.len() as u64 == source.len() {
        return Err(ErrorKind::FileEmpty.into());
    }
    let found = match &settings.encoding {
        Some(label) => Found::certain(encoding::by_label(label)?),
        None => encoding::of_file(source, start)?,
    };
    let mut slices = slices::Slices::new(source, found.encoding, SNIFF_BYTES);
    let slice = slices.next(0)?;
    // Markup in UTF-16 is known only now.
    match kind::kind(slice.text.as_bytes()) {
        Kind::Other(found) => return Err(not_a_table(found)),
        Kind::Marked(Marked::Json) => return json::inspect(source, found, settings),
        Kind::Marked(Marked::Html) => return html::inspect(source, found, settings),
        Kind::Marked(Marked::SpreadsheetMl) => return spreadsheetml::inspect(source, found, false, settings),
        Kind::Marked(Marked::FlatOpenDocument) => return spreadsheetml::inspect(source, found, true, settings),
        Kind::Zip | Kind::Ole | Kind::Unknown => {}
    }
    refuse_what_is_no_text(slice.text, slice.last)?;
    inspect_lines(slice, found, settings)
}

/// A text file of lines and delimiters.
fn inspect_lines(slice: Slice<'_>, found: Found, settings: &Import) -> Result<Layout> {
    let cut = delimiter::cut(slice.text, slice.last, found.encoding, settings)?;
    let rows = first_rows(slice.text, slice.last, &cut, settings.header_row.unwrap_or(0));
    let table = header::table(None, &rows, settings.header_row)?;
    if table.headers.is_empty() {
        return Err(ErrorKind::FileEmpty.into());
    }
    let lined_up = match cut.delimiter {
        Delimiter::Fixed(places) => Some(lined_up(slice.text, slice.last, places, &cut.columns.starts)),
        _ => None,
    };
    let names = (found.encoding.name().to_owned(), delimiter::name(cut.delimiter));
    Ok(Layout {
        encoding: Some(names.0),
        encodings: found.previews,
        delimiter: Some(names.1),
        lined_up,
        tables: vec![table],
        place: Place::Columns(cut.columns),
        ..Layout::of("csv")
    })
}

fn refuse_what_is_no_text(text: &str, last: bool) -> Result<()> {
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
fn first_rows(text: &str, last: bool, cut: &Cut, from: u32) -> Vec<SniffRow> {
    let scanner = Scanner { delimiter: cut.delimiter, limit: RECORD_BYTES, wanted: &[], starts: &cut.columns.starts };
    let mut rows = Vec::new();
    let (mut at, mut number) = (0, 0);
    while at < text.len() && rows.len() < SNIFF_ROWS {
        let Some((fields, next)) = scanner.all(text, at, last) else { break };
        number += 1;
        let announces = number == 1 && separator_line(text[at..next].trim_end_matches(['\r', '\n']).as_bytes()).is_some();
        at = next;
        if number >= u64::from(from) && !announces && is_row(cut.delimiter, &fields) && fields.iter().any(|field| !field.trim().is_empty())
        {
            rows.push(SniffRow { number, cells: fields.iter().map(|field| SniffCell::of_text(unguarded(field))).collect() });
        }
    }
    rows
}

/// Whether a record is more than a line that is drawn.
fn is_row(delimiter: Delimiter, fields: &[String]) -> bool {
    !matches!(delimiter, Delimiter::Fixed(_)) || fields.iter().any(|field| has_content(delimiter, field.as_bytes()))
}

/// How to read the text file of this layout.
pub(super) fn text_form(layout: &Layout) -> Result<TextForm<'_>> {
    let table = layout.tables.first();
    let encoding = encoding::by_label(layout.encoding.as_deref().unwrap_or("utf-8"))?;
    let (starts, are_parted) = match &layout.place {
        Place::Columns(columns) => (columns.starts.as_slice(), columns.are_parted),
        _ => (&[][..], false),
    };
    Ok(TextForm {
        encoding,
        delimiter: delimiter::by_name(layout.delimiter.as_deref().unwrap_or(","), encoding)?,
        starts,
        are_parted,
        header_row: table.map_or(0, |table| u64::from(table.header_row)),
        columns: table.map_or(0, |table| table.columns),
    })
}
