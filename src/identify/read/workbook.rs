//! Workbooks: which sheets there are, and the rows of one of them.
//!
//! Each format has its own reader of cells; from there on everything is the same.
//! Invariant: sheets that are empty, hidden or charts never stop the others.

use super::cells::{CellSink, Rows, Sniffer};
use super::limits::{WORKBOOK_BYTES, at_most};
use super::sniff::not_a_table;
use super::source::State;
use super::{Layout, RowSink, Source, TableLayout, archive, biff, header, ods, ole, ooxml};
use crate::recipe::Import;
use crate::{ErrorKind, Result};
use std::rc::Rc;

/// A workbook that is open, of any format.
enum Book<'s> {
    Ooxml(ooxml::Workbook<'s>),
    Ods(Box<archive::Archive<'s>>),
    Xls(Box<biff::Workbook>),
}

impl Book<'_> {
    fn sheets(&mut self) -> Result<Vec<String>> {
        match self {
            Self::Ooxml(book) => Ok(book.sheets()),
            Self::Ods(archive) => ods::sheets(archive),
            Self::Xls(book) => Ok(book.sheets()),
        }
    }

    fn read(&mut self, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
        match self {
            Self::Ooxml(book) => book.read(sheet, sink),
            Self::Ods(archive) => ods::read(archive, sheet, sink),
            Self::Xls(book) => book.read(sheet, sink),
        }
    }
}

/// What an archive holds.
pub(super) fn inspect_zip(source: &mut dyn Source, settings: &Import) -> Result<Layout> {
    with_source_error(source, |source, state| {
        let (book, format) = open_zip(source, state)?;
        inspect(book, format, settings)
    })
}

/// What a compound file holds.
pub(super) fn inspect_ole(source: &mut dyn Source, settings: &Import) -> Result<Layout> {
    let book = open_ole(source)?;
    inspect(book, "xls", settings)
}

/// Hands the rows of one sheet to `sink`.
pub(super) fn read_sheet<S: RowSink>(source: &mut dyn Source, layout: &Layout, table: usize, wanted: &[usize], sink: &mut S) -> Result<()> {
    let Some(table) = layout.tables.get(table) else { return Ok(()) };
    let bytes = source.len();
    let sheet = table.sheet.clone().unwrap_or_default();
    with_source_error(source, |source, state| {
        let mut rows = Rows::new(&mut *sink, Rc::clone(state), u64::from(table.header_row), wanted);
        let read = if layout.format == "xls" {
            open_ole(source)?.read(&sheet, &mut rows)
        } else {
            open_zip(source, state)?.0.read(&sheet, &mut rows)
        };
        read.and_then(|()| rows.finish()).map_err(|error| error.in_sheet(&sheet))
    })?;
    sink.progress(bytes)
}

/// Runs `work`; where it failed because the source did, the source's own error is the right one.
fn with_source_error<'s, T>(source: &'s mut dyn Source, work: impl FnOnce(&'s mut dyn Source, &State) -> Result<T>) -> Result<T> {
    let state = State::default();
    let result = work(source, &state);
    let own = state.borrow_mut().error.take();
    result.map_err(|error| own.unwrap_or(error))
}

fn open_zip<'s>(source: &'s mut dyn Source, state: &State) -> Result<(Book<'s>, &'static str)> {
    let (archive, format) = archive::open(source, state)?;
    Ok(match format {
        archive::Format::Ods => (Book::Ods(Box::new(archive)), "ods"),
        archive::Format::Xlsx => (Book::Ooxml(ooxml::open(archive, format)?), "xlsx"),
        archive::Format::Xlsb => (Book::Ooxml(ooxml::open(archive, format)?), "xlsb"),
    })
}

fn open_ole(source: &mut dyn Source) -> Result<Book<'static>> {
    at_most("workbook_bytes", source.len(), WORKBOOK_BYTES)?;
    let compound = ole::Compound::open(source)?;
    if compound.has("EncryptedPackage") {
        return Err(ErrorKind::Encrypted.into());
    }
    let Some(name) = ["Workbook", "Book"].into_iter().find(|name| compound.has(name)) else {
        let known =
            [("WordDocument", "doc"), ("PowerPoint Document", "ppt"), ("VisioDocument", "visio"), ("__properties_version1.0", "msg")];
        let found = known.iter().find(|(stream, _)| compound.has(stream)).map_or("ole", |(_, found)| found);
        return Err(not_a_table(found));
    };
    let stream = compound.stream(source, name)?;
    biff::Workbook::open(stream).map(|book| Book::Xls(Box::new(book)))
}

fn inspect(mut book: Book<'_>, format: &str, settings: &Import) -> Result<Layout> {
    let names = book.sheets()?;
    if settings.sheets.iter().any(|wanted| !names.contains(wanted)) {
        return Err(ErrorKind::SheetMissing { found: names }.into());
    }
    let is_wanted = |name: &&String| settings.sheets.is_empty() || settings.sheets.contains(name);
    let mut tables = Vec::new();
    let mut failed = None;
    for name in names.iter().filter(is_wanted) {
        match inspect_sheet(&mut book, name, settings) {
            Ok(table) => tables.push(table),
            // Another sheet may be whole.
            Err(error) => failed = failed.or_else(|| Some(error.in_sheet(name))),
        }
    }
    if tables.iter().all(|table| table.headers.is_empty()) {
        return Err(failed.unwrap_or_else(|| ErrorKind::FileEmpty.into()));
    }
    Ok(Layout { format: format.to_owned(), encoding: None, delimiter: None, tables })
}

fn inspect_sheet(book: &mut Book<'_>, name: &str, settings: &Import) -> Result<TableLayout> {
    let mut sniffer = Sniffer { from: u64::from(settings.header_row.unwrap_or(0)), rows: Vec::new() };
    book.read(name, &mut sniffer)?;
    header::table(Some(name.to_owned()), &sniffer.rows, settings.header_row)
}
