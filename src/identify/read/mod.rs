//! Any file → rows of cells.
//!
//! [`sniff`](inspect_file) looks at the first bytes and finds out what the file is, where its
//! tables and headers are; [`read_table`] then hands the rows of one table, one after the other, to
//! a [`RowSink`], with only the wanted columns. Nothing here knows what a customer is.
//! Invariants: a text file passes through in slices; no worksheet is ever held as a rectangle;
//! every limit is checked before the memory is taken.

use crate::Result;
use crate::base::Day;

/// Where bytes come from: a file on disk, a browser's `File`, a buffer.
pub trait Source {
    /// The file's name, as shown to people.
    fn name(&self) -> &str;
    /// Size in bytes.
    fn len(&self) -> u64;
    /// Whether it has no bytes.
    fn is_empty(&self) -> bool {
        self.len() == 0
    }
    /// Fills `buffer` from `offset` and returns how many bytes were there; less than asked only at the end.
    ///
    /// # Errors
    /// `file.unreadable` when the file cannot be read any more.
    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<usize>;
}

/// One cell as the file gives it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Cell<'a> {
    /// Nothing in it.
    Empty,
    /// Text, not trimmed; of a text file without the apostrophe that [guards](crate::base::guard) a formula.
    Text(&'a str),
    /// A number of a workbook.
    Number(f64),
    /// A day of a workbook, with seconds since midnight.
    Day(Day, u32),
    /// A truth value of a workbook.
    Bool(bool),
    /// An error of a workbook, as `#N/A`.
    Error(&'a str),
}

/// Takes rows, one after the other.
pub trait RowSink {
    /// A row: its number as a spreadsheet counts (from 1) and its cells at the wanted columns, in the
    /// order in which they were wanted. Cells beyond the end of a short row are [`Cell::Empty`].
    /// Rows without any content (in any column) are not handed over.
    ///
    /// # Errors
    /// Whatever stops the reading.
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()>;

    /// Something about the way a row was read (ragged, unclosed quote, cut cell, invalid bytes).
    fn trouble(&mut self, number: u64, code: super::IssueCode, original: &str);

    /// Called every few thousand rows with the bytes of the file that have been consumed.
    ///
    /// # Errors
    /// Whatever stops the reading.
    fn progress(&mut self, bytes: u64) -> Result<()>;
}

impl<S: RowSink + ?Sized> RowSink for &mut S {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        (**self).row(number, cells)
    }

    fn trouble(&mut self, number: u64, code: super::IssueCode, original: &str) {
        (**self).trouble(number, code, original);
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        (**self).progress(bytes)
    }
}

mod archive;
mod biff;
mod cells;
mod delimiter;
mod encoding;
mod entry;
mod fixed;
mod formats;
mod header;
mod html;
mod json;
mod kind;
mod limits;
mod lined_up;
mod ods;
mod ole;
mod ooxml;
mod scan;
mod slices;
mod sniff;
mod source;
mod spreadsheetml;
mod stacked;
mod text;
mod workbook;
mod xlsb;
mod zipped;

pub(super) use limits::SAMPLE_ROWS;
pub use sniff::{Layout, TableLayout, inspect_file};
pub use source::{BytesSource, FileSource};

/// Hands the rows below the header of one table to `sink`, with the cells at `wanted` (positions of columns).
///
/// A text file's rows are counted by records: a cell with line breaks in it is one row, as in a spreadsheet.
///
/// # Errors
/// `file.damaged`, `file.unreadable`, `file.too_large`, and whatever `sink` stops with.
pub fn read_table(source: &mut dyn Source, layout: &Layout, table: usize, wanted: &[usize], mut sink: &mut dyn RowSink) -> Result<()> {
    // Every reader is compiled once for all sinks: a call for each row costs nothing beside reading it, and a copy for each
    // sink was a third of the wasm.
    let sink = &mut sink;
    let name = source.name().to_owned();
    let read = match &layout.place {
        sniff::Place::Parts(parts) => zipped::read(source, layout, parts, table, wanted, sink),
        _ => read_plain(source, layout, table, wanted, sink),
    };
    read.map_err(|error| error.in_file(&name))
}

/// Reads a file that is no archive of others.
fn read_plain<S: RowSink>(source: &mut dyn Source, layout: &Layout, table: usize, wanted: &[usize], sink: &mut S) -> Result<()> {
    match (layout.format.as_str(), &layout.place) {
        ("csv", _) => sniff::text_form(layout).and_then(|form| text::read_text(source, &form, text::Sizes::default(), wanted, sink)),
        ("xml", _) => spreadsheetml::read(source, layout, table, wanted, sink),
        (_, sniff::Place::Json(shape)) => json::read(source, layout, shape, wanted, sink),
        (_, sniff::Place::HtmlTable(index)) => html::read(source, layout, *index, wanted, sink),
        _ => workbook::read_sheet(source, layout, table, wanted, sink),
    }
}

#[cfg(test)]
mod tests;
