//! Rows of a grouped report with the customer of the heading above them.
//!
//! One adaptor around whatever takes the rows of a table, before cells are corrected: a correction is of a row's customer, whatever
//! the file's form. Invariants: a heading is no row, and those that were used are counted in one note of the table; a heading without
//! rows is told by itself; below a total no customer is known until the next heading.

use crate::Result;
use crate::identify::headings::{Headings, Line};
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};

/// Hands rows on with the customer of their heading.
pub(super) struct UnderHeadings<'s> {
    sink: &'s mut dyn RowSink,
    headings: &'s Headings,
    /// The columns that are handed on.
    wanted: &'s [usize],
    above: Option<Above>,
    /// Headings that had rows, or at least a total.
    used: u64,
}

/// The heading that holds.
struct Above {
    number: u64,
    customer: String,
    has_rows: bool,
}

impl<'s> UnderHeadings<'s> {
    pub(super) fn new(sink: &'s mut dyn RowSink, headings: &'s Headings, wanted: &'s [usize]) -> Self {
        Self { sink, headings, wanted, above: None, used: 0 }
    }

    /// The columns that have to be read: whether a row is a heading takes all of them.
    pub(super) fn columns(&self) -> Vec<usize> {
        (0..self.headings.columns).collect()
    }

    /// Leaves the heading that held, at the next one and at the end of the table.
    fn leave(&mut self) {
        match self.above.take() {
            Some(Above { has_rows: true, .. }) => self.used += 1,
            Some(Above { number, customer, .. }) => self.sink.trouble(number, IssueCode::HeadingAlone, &customer),
            None => {}
        }
    }

    /// Says what was found, when all rows have been read.
    pub(super) fn finish(mut self) {
        self.leave();
        if self.used > 0 {
            self.sink.trouble(0, IssueCode::CustomersFromHeadings, &self.used.to_string());
        }
    }
}

impl RowSink for UnderHeadings<'_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let (customer, is_end) = match self.headings.line(cells) {
            Line::Heading(name) => {
                self.leave();
                self.above = Some(Above { number, customer: name.to_owned(), has_rows: false });
                return Ok(());
            }
            Line::Total(total) => {
                self.used += u64::from(self.above.take().is_some());
                (total, true)
            }
            Line::Unclear => {
                self.leave();
                (Cell::Empty, true)
            }
            Line::Row => {
                let above = self.above.as_mut();
                let customer = above.map_or(Cell::Empty, |above| {
                    above.has_rows = true;
                    Cell::Text(&above.customer)
                });
                (customer, false)
            }
        };
        let cell = |&column: &usize| match column {
            column if column == self.headings.into => customer,
            // What a total is called is no day, though it may stand where days do.
            column if is_end && column == self.headings.column => Cell::Empty,
            column => cells.get(column).copied().unwrap_or(Cell::Empty),
        };
        let row: Vec<Cell<'_>> = self.wanted.iter().map(cell).collect();
        self.sink.row(number, &row)
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.sink.trouble(number, code, original);
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        self.sink.progress(bytes)
    }
}
