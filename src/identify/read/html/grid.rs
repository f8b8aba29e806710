//! Which row and column a cell of a page stands in.
//!
//! End tags may be missing, cells may span others, tables may stand in cells of tables.
//! Invariant: what is kept is one text and one list of spanning cells for each open table, and there are few of those.

use super::entities::decode;
use super::tokens::Tag;
use super::{Cell, Cells};
use crate::Result;
use crate::identify::read::limits::{CELL_CHARACTERS, COLUMNS};

/// Tables in cells of tables; those further down are text.
const DEPTH: usize = 32;
/// Bytes of a cell that are kept; enough to see that it is too long.
const CELL_BYTES: usize = CELL_CHARACTERS * 4 + 4;

/// The tables that are open.
#[derive(Default)]
pub(super) struct Grid {
    open: Vec<OpenTable>,
    tables: usize,
    /// Tables that are open below the deepest that is looked at.
    too_deep: usize,
}

#[derive(Default)]
struct OpenTable {
    index: usize,
    row: u64,
    column: usize,
    in_row: bool,
    cell: Option<OpenCell>,
    /// Ascending by column.
    spans: Vec<Span>,
}

#[derive(Default)]
struct OpenCell {
    text: String,
    columns: usize,
    rows: u64,
    /// The number that Excel keeps beside what is shown.
    number: Option<f64>,
}

/// A cell of a row above that reaches down.
struct Span {
    column: usize,
    columns: usize,
    rows_left: u64,
    text: String,
}

impl Grid {
    pub(super) fn open_table<C: Cells>(&mut self, cells: &mut C) -> Result<()> {
        if self.open.len() == DEPTH {
            self.too_deep += 1;
            return Ok(());
        }
        // A table outside of any cell, though one is open, comes after it: its end was forgotten.
        if self.open.last().is_some_and(|table| table.cell.is_none()) {
            self.close_table(cells)?;
        }
        cells.begin(self.tables);
        self.open.push(OpenTable { index: self.tables, ..OpenTable::default() });
        self.tables += 1;
        Ok(())
    }

    pub(super) fn close_table<C: Cells>(&mut self, cells: &mut C) -> Result<()> {
        if self.too_deep > 0 {
            self.too_deep -= 1;
            return Ok(());
        }
        self.close_row(cells)?;
        if let Some(table) = self.open.pop() {
            cells.end(table.index);
        }
        Ok(())
    }

    pub(super) fn open_row<C: Cells>(&mut self, cells: &mut C) -> Result<()> {
        self.close_row(cells)?;
        if let Some(table) = self.open.last_mut().filter(|_| self.too_deep == 0) {
            table.row += 1;
            table.column = 0;
            table.in_row = true;
        }
        Ok(())
    }

    pub(super) fn close_row<C: Cells>(&mut self, cells: &mut C) -> Result<()> {
        self.close_cell(cells)?;
        let Some(table) = self.open.last_mut().filter(|table| table.in_row && self.too_deep == 0) else { return Ok(()) };
        // Spanning cells behind the last one of this row.
        while let Some(span) = table.spans.get(table.spans.partition_point(|span| span.column < table.column)) {
            table.column = span.column;
            table.pass_spans(cells)?;
        }
        table.spans.iter_mut().for_each(|span| span.rows_left -= 1);
        table.spans.retain(|span| span.rows_left > 0);
        table.in_row = false;
        Ok(())
    }

    pub(super) fn open_cell<C: Cells>(&mut self, tag: &Tag<'_>, cells: &mut C) -> Result<()> {
        if self.too_deep > 0 {
            return Ok(());
        }
        self.close_cell(cells)?;
        if self.open.last().is_some_and(|table| !table.in_row) {
            self.open_row(cells)?;
        }
        let Some(table) = self.open.last_mut() else { return Ok(()) };
        table.pass_spans(cells)?;
        let count = |name: &str| tag.attribute(name).and_then(|count| count.trim().parse::<usize>().ok()).unwrap_or(1);
        let number = tag.attribute("x:num").and_then(|number| number.trim().parse().ok());
        table.cell =
            Some(OpenCell { text: String::new(), columns: count("colspan").clamp(1, COLUMNS), rows: count("rowspan") as u64, number });
        Ok(())
    }

    pub(super) fn close_cell<C: Cells>(&mut self, cells: &mut C) -> Result<()> {
        let Some(table) = self.open.last_mut().filter(|_| self.too_deep == 0) else { return Ok(()) };
        let Some(cell) = table.cell.take() else { return Ok(()) };
        let text = cell.text.trim();
        // 1.23457E+17 is what a number looks like that was too wide to be shown.
        match cell.number.filter(|_| text.contains("E+")) {
            Some(number) => cells.cell(table.index, table.row, table.column, Cell::Number(number))?,
            None if !text.is_empty() => cells.cell(table.index, table.row, table.column, Cell::Text(text))?,
            None => {}
        }
        // 0 says: to the end.
        let rows_left = if cell.rows == 0 { u64::MAX } else { cell.rows };
        if rows_left > 1 && table.column < COLUMNS && table.spans.len() < COLUMNS {
            let span = Span { column: table.column, columns: cell.columns, rows_left, text: text.to_owned() };
            let place = table.spans.partition_point(|other| other.column < span.column);
            // The row of the cell itself is taken off when it ends.
            table.spans.insert(place, span);
        }
        table.column = table.column.saturating_add(cell.columns);
        Ok(())
    }

    /// Blanks are one space, as a page shows them.
    pub(super) fn text(&mut self, text: &str) {
        let Some(cell) = self.open.last_mut().and_then(|table| table.cell.as_mut()) else { return };
        if cell.text.len() > CELL_BYTES {
            return;
        }
        for letter in decode(text).chars().take(CELL_CHARACTERS + 1) {
            let is_blank = matches!(letter, ' ' | '\t' | '\r' | '\n' | '\u{A0}');
            if !is_blank {
                cell.text.push(letter);
            } else if !cell.text.ends_with([' ', '\n']) && !cell.text.is_empty() {
                cell.text.push(' ');
            }
        }
    }

    pub(super) fn line_break(&mut self) {
        let cell = self.open.last_mut().and_then(|table| table.cell.as_mut());
        if let Some(cell) = cell.filter(|cell| !cell.text.is_empty() && !cell.text.ends_with('\n')) {
            cell.text.truncate(cell.text.trim_end_matches(' ').len());
            cell.text.push('\n');
        }
    }

    /// Closes what was left open.
    pub(super) fn finish<C: Cells>(mut self, cells: &mut C) -> Result<()> {
        self.too_deep = 0;
        while !self.open.is_empty() {
            self.close_table(cells)?;
        }
        Ok(())
    }
}

impl OpenTable {
    /// Moves behind cells of rows above that reach into this place, and says their texts again.
    fn pass_spans<C: Cells>(&mut self, cells: &mut C) -> Result<()> {
        while let Some(span) = self.spans[..self.spans.partition_point(|span| span.column <= self.column)].last()
            && self.column < span.column + span.columns
        {
            if !span.text.is_empty() && span.column == self.column {
                cells.cell(self.index, self.row, span.column, Cell::Text(&span.text))?;
            }
            self.column = span.column + span.columns;
        }
        Ok(())
    }
}
