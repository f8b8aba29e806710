//! One sheet, row by row, from left to right.
//!
//! Text stands in its cell (`inlineStr`) and not in a table of shared strings: ids, names and
//! addresses are different for every customer, and such a table would have to be held until the
//! end. Numbers are written as decimal text, so that an amount keeps its exact digits. Nothing here
//! can write a formula or a link. Invariant: a row that has been ended is not held any more.

use super::package::{Package, Plan, column_letters};
use super::text::{has_loose_ends, kept, push_cell_text};
use crate::Result;
use crate::base::{Day, Money};
use crate::export::failed;
use crate::export::number::{push_count, push_money};
use std::io::Write;

/// Rows of a sheet.
pub(super) const MAX_ROWS: usize = 1_048_576;
/// Columns of a sheet.
const MAX_COLUMNS: usize = 16_384;
/// Bytes gathered before they are compressed.
const FLUSH_AT: usize = 1 << 16;

/// How a cell looks; the number is its place in the styles part.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Style {
    /// As the program that opens it likes.
    Plain = 0,
    /// Bold.
    Header = 1,
    /// Text, also when somebody edits it: digits stay digits.
    Text = 2,
    /// `2024-01-31`.
    Day = 3,
    /// No decimals.
    Count = 4,
    /// Two decimals and separators.
    Money = 5,
    /// Per cent.
    Share = 6,
}

/// A sheet on its way into a [`Package`].
pub(super) struct SheetWriter<'a, 'p, W: Write> {
    package: &'a mut Package<'p, W>,
    plan: &'p Plan<'p>,
    pending: Vec<u8>,
    letters: Vec<String>,
    row: usize,
    row_digits: Vec<u8>,
    column: usize,
    in_row: bool,
}

impl<'a, 'p, W: Write> SheetWriter<'a, 'p, W> {
    /// Everything before the first row. The selected sheet is the one that is seen first.
    pub(super) fn begin(package: &'a mut Package<'p, W>, plan: &'p Plan<'p>, is_selected: bool) -> Result<Self> {
        package.write(head(plan, is_selected).as_bytes())?;
        let pending = Vec::with_capacity(FLUSH_AT + (FLUSH_AT >> 2));
        let mut sheet = Self { package, plan, pending, letters: Vec::new(), row: 0, row_digits: Vec::new(), column: 0, in_row: false };
        sheet.next_row();
        Ok(sheet)
    }

    /// Leaves a cell empty.
    pub(super) const fn skip(&mut self) {
        self.column += 1;
    }

    /// A text, cut where a cell is full; empty text leaves the cell empty.
    pub(super) fn text(&mut self, style: Style, text: &str) {
        let text = kept(text);
        if text.is_empty() {
            return self.skip();
        }
        self.open(style);
        let opening: &[u8] =
            if has_loose_ends(&text) { b" t=\"inlineStr\"><is><t xml:space=\"preserve\">" } else { b" t=\"inlineStr\"><is><t>" };
        self.pending.extend_from_slice(opening);
        push_cell_text(&mut self.pending, &text);
        self.pending.extend_from_slice(b"</t></is></c>");
    }

    /// A whole number.
    pub(super) fn count(&mut self, count: i64) {
        self.number(Style::Count, |out| push_count(out, count));
    }

    /// An amount, digit by digit.
    pub(super) fn money(&mut self, amount: Money) {
        self.number(Style::Money, |out| push_money(out, amount));
    }

    /// A measured number; a cell cannot hold infinity and is left empty.
    pub(super) fn float(&mut self, style: Style, value: f64) {
        if value.is_finite() {
            self.number(style, |out| out.extend_from_slice(value.to_string().as_bytes()));
        } else {
            self.skip();
        }
    }

    /// A real date; as text before March 1900, where spreadsheets count days that there never were.
    pub(super) fn day(&mut self, day: Day) {
        const SERIAL_OF_1970: i32 = 25_569;
        const SERIAL_OF_MARCH_1900: i32 = 61;
        let serial = day.number() + SERIAL_OF_1970;
        if serial < SERIAL_OF_MARCH_1900 {
            self.text(Style::Plain, &day.to_string());
        } else {
            self.number(Style::Day, |out| push_count(out, serial.into()));
        }
    }

    /// Ends the row, which may be empty.
    pub(super) fn end_row(&mut self) -> Result<()> {
        if self.in_row {
            self.pending.extend_from_slice(b"</row>");
            if self.row > MAX_ROWS || self.column > MAX_COLUMNS {
                return Err(failed(format_args!("a sheet holds {MAX_ROWS} rows and {MAX_COLUMNS} columns")));
            }
        }
        self.next_row();
        if self.pending.len() < FLUSH_AT { Ok(()) } else { self.hand_over() }
    }

    /// Everything behind the last row.
    pub(super) fn finish(mut self) -> Result<()> {
        self.pending.extend_from_slice(tail(self.plan).as_bytes());
        self.hand_over()
    }

    fn number(&mut self, style: Style, push: impl FnOnce(&mut Vec<u8>)) {
        self.open(style);
        self.pending.extend_from_slice(b"><v>");
        push(&mut self.pending);
        self.pending.extend_from_slice(b"</v></c>");
    }

    /// The begin of the next cell, up to its attributes, and of its row if it is the first.
    fn open(&mut self, style: Style) {
        if !self.in_row {
            self.in_row = true;
            self.pending.extend_from_slice(b"<row r=\"");
            self.pending.extend_from_slice(&self.row_digits);
            self.pending.extend_from_slice(b"\">");
        }
        while self.letters.len() <= self.column {
            self.letters.push(column_letters(self.letters.len() + 1));
        }
        self.pending.extend_from_slice(b"<c r=\"");
        self.pending.extend_from_slice(self.letters[self.column].as_bytes());
        self.pending.extend_from_slice(&self.row_digits);
        self.pending.push(b'"');
        if style != Style::Plain {
            self.pending.extend_from_slice(&[b' ', b's', b'=', b'"', b'0' + style as u8, b'"']);
        }
        self.column += 1;
    }

    fn next_row(&mut self) {
        self.row += 1;
        self.row_digits.clear();
        push_count(&mut self.row_digits, i64::try_from(self.row).unwrap_or(i64::MAX));
        self.column = 0;
        self.in_row = false;
    }

    fn hand_over(&mut self) -> Result<()> {
        self.package.write(&self.pending)?;
        self.pending.clear();
        Ok(())
    }
}

fn head(plan: &Plan<'_>, is_selected: bool) -> String {
    let mut head = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n");
    head += "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">";
    if let Some(range) = range(plan) {
        head += &format!("<dimension ref=\"{range}\"/>");
    }
    head += if is_selected { "<sheetViews><sheetView tabSelected=\"1\"" } else { "<sheetViews><sheetView" };
    head += " workbookViewId=\"0\">";
    if plan.table.is_some() {
        head += "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/><selection pane=\"bottomLeft\"/>";
    }
    head += "</sheetView></sheetViews><sheetFormatPr defaultRowHeight=\"15\"/>";
    if !plan.widths.is_empty() {
        head += "<cols>";
        for (column, width) in (1..).zip(&plan.widths) {
            head += &format!("<col min=\"{column}\" max=\"{column}\" width=\"{width}\" customWidth=\"1\"/>");
        }
        head += "</cols>";
    }
    head + "<sheetData>"
}

/// Filters, and no warnings about numbers kept as text.
fn tail(plan: &Plan<'_>) -> String {
    let behind = range(plan).map(|range| {
        format!("<autoFilter ref=\"{range}\"/><ignoredErrors><ignoredError sqref=\"{range}\" numberStoredAsText=\"1\"/></ignoredErrors>")
    });
    format!("</sheetData>{}</worksheet>", behind.unwrap_or_default())
}

fn range(plan: &Plan<'_>) -> Option<String> {
    plan.end().map(|(row, column)| format!("A1:{}{row}", column_letters(column)))
}
