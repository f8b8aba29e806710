//! Tables of web pages: what many back offices call an Excel file and name `.xls`.
//!
//! Of the tables of a page the largest is taken; those around it and beside it lay out the page. A cell that
//! spans rows holds for each of them; one that spans columns stands in the first and leaves the others
//! blank, as in a workbook. A full parser of HTML repairs far more than a table needs and weighs more than
//! this whole engine, so only tags that make tables are known here.
//! Invariant: the page passes through in slices; no table is held but its first rows.

use super::cells::{CellSink, Rows, Sniffer};
use super::encoding::Found;
use super::limits::{CELLS, COLUMNS, SLICE_BYTES, SNIFF_BYTES, at_most};
use super::slices::Slices;
use super::sniff::{Layout, Place, not_a_table};
use super::source::State;
use super::{Cell, RowSink, Source, encoding, header};
use crate::Result;
use crate::recipe::Import;
use grid::Grid;
use std::rc::Rc;
use tokens::{Token, next};

mod entities;
mod grid;
mod tokens;

/// What the page holds.
pub(super) fn inspect(source: &mut dyn Source, found: Found, settings: &Import) -> Result<Layout> {
    let from = u64::from(settings.header_row.unwrap_or(0));
    let mut tables = Tables { from, cells: 0, open: Vec::new(), best: None };
    walk(source, found.encoding, SNIFF_BYTES, &mut tables, &mut |_| Ok(()))?;
    tables.open.drain(..).for_each(|table| keep_larger(&mut tables.best, table));
    let best = tables.best.ok_or_else(|| not_a_table("html"))?;
    let table = header::table(None, &best.sniffer.rows, settings.header_row)?;
    if table.headers.is_empty() {
        return Err(not_a_table("html"));
    }
    let names = found.encoding.name().to_owned();
    Ok(Layout {
        encoding: Some(names),
        encodings: found.previews,
        tables: vec![table],
        place: Place::HtmlTable(best.index),
        ..Layout::of("html")
    })
}

/// Hands the rows of one table to `sink`.
pub(super) fn read<S: RowSink>(source: &mut dyn Source, layout: &Layout, index: usize, wanted: &[usize], sink: &mut S) -> Result<()> {
    let encoding = encoding::by_label(layout.encoding.as_deref().unwrap_or("utf-8"))?;
    let header_row = layout.tables.first().map_or(0, |table| u64::from(table.header_row));
    let bytes = source.len();
    let state = State::default();
    let mut one = OneTable { index, rows: Rows::new(&mut *sink, Rc::clone(&state), header_row, wanted) };
    walk(source, encoding, SLICE_BYTES, &mut one, &mut |read| {
        state.borrow_mut().farthest = read;
        Ok(())
    })?;
    one.rows.finish()?;
    sink.progress(bytes)
}

/// Takes the cells of all tables of a page.
trait Cells {
    fn begin(&mut self, table: usize);
    fn cell(&mut self, table: usize, row: u64, column: usize, cell: Cell<'_>) -> Result<()>;
    fn end(&mut self, table: usize);
}

/// Passes through the page.
fn walk<C: Cells>(
    source: &mut dyn Source,
    encoding: &'static encoding_rs::Encoding,
    size: usize,
    cells: &mut C,
    progress: &mut dyn FnMut(u64) -> Result<()>,
) -> Result<()> {
    let mut slices = Slices::new(source, encoding, size);
    let mut grid = Grid::default();
    let mut consumed = 0;
    loop {
        let slice = slices.next(consumed)?;
        consumed = 0;
        while let Some((token, end)) = next(slice.text, consumed, slice.last) {
            consumed = end;
            step(&mut grid, token, cells)?;
        }
        progress(slice.bytes_read)?;
        if slice.last {
            return grid.finish(cells);
        }
    }
}

fn step<C: Cells>(grid: &mut Grid, token: Token<'_>, cells: &mut C) -> Result<()> {
    match token {
        Token::Text(text) => grid.text(text),
        Token::Open(tag) => match tag.name() {
            "table" => grid.open_table(cells)?,
            "tr" => grid.open_row(cells)?,
            "td" | "th" => grid.open_cell(&tag, cells)?,
            "br" | "p" | "div" | "li" => grid.line_break(),
            _ => {}
        },
        Token::Close(name) => match name.as_str() {
            "table" => grid.close_table(cells)?,
            "tr" => grid.close_row(cells)?,
            "td" | "th" => grid.close_cell(cells)?,
            _ => {}
        },
        Token::Nothing => {}
    }
    Ok(())
}

/// The tables that are open, and the largest of those that were.
struct Tables {
    from: u64,
    cells: u64,
    open: Vec<Table>,
    best: Option<Table>,
}

struct Table {
    index: usize,
    filled: u64,
    sniffer: Sniffer,
    is_sniffed: bool,
}

fn keep_larger(best: &mut Option<Table>, table: Table) {
    if table.filled > best.as_ref().map_or(0, |best| best.filled) {
        *best = Some(table);
    }
}

impl Cells for Tables {
    fn begin(&mut self, index: usize) {
        self.open.push(Table { index, filled: 0, sniffer: Sniffer { from: self.from, rows: Vec::new() }, is_sniffed: false });
    }

    fn cell(&mut self, index: usize, row: u64, column: usize, cell: Cell<'_>) -> Result<()> {
        self.cells += 1;
        at_most("cells", self.cells, CELLS)?;
        if let Some(table) = self.open.iter_mut().rev().find(|table| table.index == index) {
            table.filled += 1;
            table.is_sniffed = table.is_sniffed || !table.sniffer.cell(row, column, cell)?;
        }
        Ok(())
    }

    fn end(&mut self, index: usize) {
        if let Some(table) = self.open.pop_if(|table| table.index == index) {
            keep_larger(&mut self.best, table);
        }
    }
}

/// One table among others.
struct OneTable<'s, S> {
    index: usize,
    rows: Rows<'s, S>,
}

impl<S: RowSink> Cells for OneTable<'_, S> {
    fn begin(&mut self, _table: usize) {}

    fn cell(&mut self, table: usize, row: u64, column: usize, cell: Cell<'_>) -> Result<()> {
        if table == self.index && column < COLUMNS {
            self.rows.cell(row, column, cell)?;
        }
        Ok(())
    }

    fn end(&mut self, _table: usize) {}
}

#[cfg(test)]
mod tests;
