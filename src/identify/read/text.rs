//! The rows of a text file.
//!
//! Slice by slice, record by record: [`Scanner`] finds the places of the wanted fields, and the cells are
//! handed over as they stand in the slice. Rows are numbered by records, so that a cell with line breaks
//! in it is one row, as in a spreadsheet. Invariant: in a well-formed row nothing is copied or allocated.

use super::limits::{CELL_CHARACTERS, RECORD_BYTES, SLICE_BYTES};
use super::scan::{Delimiter, Field, Quoting, Record, Scanner};
use super::slices::Slices;
use super::{Cell, RowSink, Source};
use crate::Result;
use crate::base::unguarded;
use crate::identify::IssueCode;
use encoding_rs::Encoding;
use memchr::{memchr2, memmem};

/// How a text file is read.
#[derive(Debug, Clone, Copy)]
pub(super) struct TextForm<'l> {
    pub(super) encoding: &'static Encoding,
    pub(super) delimiter: Delimiter,
    /// Row of the header; 0 when there is none.
    pub(super) header_row: u64,
    /// How many columns the table has.
    pub(super) columns: usize,
    /// Where columns of fixed width begin.
    pub(super) starts: &'l [usize],
    /// Whether something blank parts columns of fixed width.
    pub(super) are_parted: bool,
}

/// How much is looked at together.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sizes {
    /// Bytes of a slice.
    pub(super) slice: usize,
    /// Bytes of a record.
    pub(super) record: usize,
}

impl Default for Sizes {
    fn default() -> Self {
        Self { slice: SLICE_BYTES, record: RECORD_BYTES }
    }
}

/// Hands the rows of a text file to `sink`.
pub(super) fn read_text<S: RowSink>(
    source: &mut dyn Source,
    form: &TextForm<'_>,
    sizes: Sizes,
    wanted: &[usize],
    sink: &mut S,
) -> Result<()> {
    let mut columns: Vec<(usize, usize)> = wanted.iter().enumerate().map(|(slot, column)| (*column, slot)).collect();
    columns.sort_unstable();
    let scanner = Scanner { delimiter: form.delimiter, limit: sizes.record, wanted: &columns, starts: form.starts };
    let mut rows = Rows {
        scanner,
        form,
        number: 0,
        skipping: false,
        fields: vec![Field::default(); wanted.len()],
        scratch: String::new(),
        spare: Vec::new(),
    };
    let mut slices = Slices::new(source, form.encoding, sizes.slice);
    let mut consumed = 0;
    loop {
        let slice = slices.next(consumed)?;
        consumed = rows.of_slice(slice.text, slice.last, sink)?;
        sink.progress(slice.bytes_read)?;
        if slice.last {
            return Ok(());
        }
    }
}

/// The rows of one file, and where among them we are.
struct Rows<'f> {
    scanner: Scanner<'f>,
    form: &'f TextForm<'f>,
    number: u64,
    /// The rest of a line that was too long is being skipped.
    skipping: bool,
    fields: Vec<Field>,
    /// Texts with doubled quotes made single, or cut.
    scratch: String,
    spare: Vec<Cell<'static>>,
}

impl Rows<'_> {
    /// Hands over the rows that are whole, and returns how many bytes they were.
    fn of_slice<S: RowSink>(&mut self, text: &str, last: bool, sink: &mut S) -> Result<usize> {
        let bytes = text.as_bytes();
        // Rows are looked at for wrong bytes only where the slice has any.
        let invalid = memmem::find(bytes, "\u{FFFD}".as_bytes()).is_some();
        let mut cells: Vec<Cell<'_>> = Vec::with_capacity(self.fields.len());
        let mut at = self.skip_line(bytes, 0, last);
        while at < bytes.len() && !self.skipping {
            let Some(record) = self.scanner.record(bytes, at, last, &mut self.fields) else { break };
            self.number += 1;
            if self.is_row(bytes, at, &record) {
                self.report(&text[at..], record.end - at, &record, invalid, sink);
                self.hand_over(text, &mut cells, sink)?;
            }
            at = record.next;
            if record.overlong {
                self.skipping = true;
                at = self.skip_line(bytes, at, last);
            }
        }
        Ok(at)
    }

    /// Where to go on behind a line that was too long, if that is known.
    fn skip_line(&mut self, bytes: &[u8], at: usize, last: bool) -> usize {
        if !self.skipping {
            return at;
        }
        let Some(length) = memchr2(b'\n', b'\r', &bytes[at..]) else { return bytes.len() };
        match &bytes[at + length..] {
            [b'\r'] if !last => at + length,
            [b'\r', b'\n', ..] => {
                self.skipping = false;
                at + length + 2
            }
            _ => {
                self.skipping = false;
                at + length + 1
            }
        }
    }

    /// Whether the record is below the header and has any content.
    fn is_row(&self, bytes: &[u8], start: usize, record: &Record) -> bool {
        let nothing = matches!(self.form.delimiter, Delimiter::Byte(_)) && record.end - start == record.fields - 1;
        if nothing || self.number <= self.form.header_row || self.number == 1 && separator_line(&bytes[start..record.end]).is_some() {
            return false;
        }
        // What a wanted field begins with mostly says it; which fields are wanted must not decide it.
        let is_filled = |field: &Field| field.end > field.start && is_content(self.form.delimiter, bytes[field.start]);
        self.fields.iter().any(is_filled) || has_content(self.form.delimiter, &bytes[start..record.end])
    }

    /// Says what is odd about the record, which begins `text` and has `length` bytes.
    fn report<S: RowSink>(&self, text: &str, length: usize, record: &Record, invalid: bool, sink: &mut S) {
        let overruns = record.crossed && self.form.are_parted;
        let odd = record.fields != self.form.columns || record.unclosed || record.overlong || overruns || invalid;
        if !odd {
            return;
        }
        let line = &text.get(..length).unwrap_or_default();
        if record.unclosed {
            sink.trouble(self.number, IssueCode::UnclosedQuote, line);
        }
        if record.overlong {
            sink.trouble(self.number, IssueCode::CellCut, line);
        }
        if record.fields < self.form.columns || record.fields > self.form.columns && self.has_extra(line) {
            sink.trouble(self.number, IssueCode::RaggedRow, line);
        }
        if overruns {
            sink.trouble(self.number, IssueCode::RowOverrun, line);
        }
        if invalid && line.contains('\u{FFFD}') {
            sink.trouble(self.number, IssueCode::InvalidBytes, line);
        }
    }

    /// Whether there is anything behind the last column.
    fn has_extra(&self, line: &str) -> bool {
        let fields = self.scanner.all(line, 0, true).map(|(fields, _)| fields).unwrap_or_default();
        fields.iter().skip(self.form.columns).any(|field| !field.trim().is_empty())
    }

    fn hand_over<'t, S: RowSink>(&mut self, text: &'t str, cells: &mut Vec<Cell<'t>>, sink: &mut S) -> Result<()> {
        if self.fields.iter().any(|field| field.quoting == Quoting::Doubled || field.end - field.start > CELL_CHARACTERS) {
            return self.hand_over_changed(text, sink);
        }
        cells.clear();
        cells.extend(self.fields.iter().map(|field| cell(field.raw(text))));
        sink.row(self.number, cells)
    }

    /// A row of which some cells are not as they stand in the file.
    fn hand_over_changed<S: RowSink>(&mut self, text: &str, sink: &mut S) -> Result<()> {
        self.scratch.clear();
        let mut ends = Vec::with_capacity(self.fields.len());
        for field in &self.fields {
            let whole = field.text(text);
            let kept = whole.char_indices().nth(CELL_CHARACTERS).map_or(&*whole, |(end, _)| &whole[..end]);
            if kept.len() < whole.len() {
                sink.trouble(self.number, IssueCode::CellCut, kept);
            }
            self.scratch.push_str(kept);
            ends.push(self.scratch.len());
        }
        let mut cells = std::mem::take(&mut self.spare);
        let mut start = 0;
        for end in ends {
            cells.push(cell(&self.scratch[start..end]));
            start = end;
        }
        let result = sink.row(self.number, &cells);
        cells.clear();
        // The same memory, with nothing in it that could be borrowed.
        self.spare = cells.into_iter().map(|_| Cell::Empty).collect();
        result
    }
}

/// The text of a field, as a cell. The apostrophe that keeps a text from running as a formula is no part of it.
fn cell(text: &str) -> Cell<'_> {
    match text.as_bytes().first() {
        None => Cell::Empty,
        Some(b'\'') => Cell::Text(unguarded(text)),
        Some(_) => Cell::Text(text),
    }
}

/// Whether there is anything in a record but delimiters, quotes and blanks; among columns of fixed width lines are drawn with signs.
pub(super) fn has_content(delimiter: Delimiter, record: &[u8]) -> bool {
    record.iter().any(|byte| is_content(delimiter, *byte))
}

fn is_content(delimiter: Delimiter, byte: u8) -> bool {
    let is_rule = matches!(byte, b'-' | b'=' | b'_' | b'+') && matches!(delimiter, Delimiter::Fixed(_));
    !matches!(byte, b' ' | b'\t' | b'"' | b'\n' | b'\r') && Delimiter::Byte(byte) != delimiter && !is_rule
}

/// The delimiter that a first line `sep=;` announces, as Excel writes and reads it.
pub(super) fn separator_line(line: &[u8]) -> Option<u8> {
    match line {
        [b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator] | [b'"', b's' | b'S', b'e' | b'E', b'p' | b'P', b'=', separator, b'"']
            if separator.is_ascii() =>
        {
            Some(*separator)
        }
        _ => None,
    }
}
