//! Rows of a table whose columns are months → order lines: one for each month with an amount.
//!
//! In front of the rows of orders, because one row of the file is many of them. The customer is read once, and the row
//! counts once. Invariants: a blank and a nought are no orders; a row is used when one of its months can be read, and each
//! month of it that cannot be has an issue; no memory is taken for a row.

use super::OrderRows;
use crate::Result;
use crate::base::{Day, Money, TextId};
use crate::identify::builder::Line;
use crate::identify::columns::own_name;
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::rows::reading::{Rejected, amount};
use crate::identify::rows::totals::{ends_as_total, names_total};
use crate::identify::values::{DayForm, DayRead};
use crate::recipe::{Field, Refunds};

/// One column of a month.
#[derive(Debug)]
pub(crate) struct MonthColumn<'h> {
    /// Its place among the wanted cells.
    pub(crate) place: usize,
    /// The first day of its month.
    pub(crate) day: Day,
    /// Its header, to say which cell is not used, and to recognise a header that is repeated further down.
    pub(crate) header: &'h str,
}

/// Takes the rows of one table of months.
pub(crate) struct MonthRows<'s, 'a, 'h> {
    orders: &'s mut OrderRows<'a>,
    columns: Vec<MonthColumn<'h>>,
    /// The amounts of a row, each with its month; here so that their memory is used again.
    amounts: Vec<(Day, Money)>,
}

impl RowSink for MonthRows<'_, '_, '_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let outcome = self.take(number, cells);
        let OrderRows { context, slots, .. } = &mut *self.orders;
        context.settle(number, outcome, cells, slots);
        Ok(())
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.orders.trouble(number, code, original);
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        self.orders.progress(bytes)
    }
}

impl<'s, 'a, 'h> MonthRows<'s, 'a, 'h> {
    pub(crate) fn new(orders: &'s mut OrderRows<'a>, columns: Vec<MonthColumn<'h>>) -> Self {
        Self { orders, columns, amounts: Vec::new() }
    }

    fn take(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        self.orders.check_state(cells)?;
        self.check_row(cells)?;
        // Everything is read before anything is kept: who it is, and whether there is an amount.
        let problems = self.read_amounts(cells);
        let OrderRows { context, slots, scratch, builder, .. } = &mut *self.orders;
        let id = context.customer(number, slots.cell(cells, Field::CustomerId), &mut scratch.id)?;
        let problems = problems?;
        let customer = builder.customer(id);
        if problems > 0 {
            self.note_problems(number, cells);
        }
        // Noughts alone say that somebody is a customer who bought nothing.
        self.amounts.retain(|(_, amount)| *amount != Money::ZERO);
        let last = self.amounts.iter().map(|(day, _)| *day).max().unwrap_or(Day::MIN);
        self.orders.learn(customer, last, cells);
        for &(day, amount) in &self.amounts {
            let read = DayRead { day, second: 0, form: DayForm::MonthOnly, swappable: false };
            let (order, product, refund) = (TextId::NONE, TextId::NONE, amount.is_negative());
            self.orders.push(number, Line { customer, day, second: 0, amount, order, product, refund }, &read, cells);
        }
        Ok(())
    }

    /// Totals and repeated headers are nobody's orders.
    fn check_row(&self, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        let slots = &self.orders.slots;
        if names_total(cells, slots) || ends_as_total(slots.cell(cells, Field::CustomerId)) {
            return Err(Rejected::TOTAL);
        }
        let repeats = |column: &MonthColumn<'_>| matches!(column.cell(cells), Cell::Text(text) if text.trim() == own_name(column.header));
        if self.columns.iter().all(repeats) {
            return Err(Rejected { code: IssueCode::RepeatedHeader, field: None });
        }
        Ok(())
    }

    /// The amounts of a row, and how many months have something else; why the row has none.
    fn read_amounts(&mut self, cells: &[Cell<'_>]) -> std::result::Result<usize, Rejected> {
        self.amounts.clear();
        let (mut problems, mut reason) = (0, IssueCode::AmountMissing);
        for column in &self.columns {
            match self.orders.month(column.cell(cells)) {
                Ok(amount) => self.amounts.push((column.day, amount)),
                Err(IssueCode::AmountMissing) => {}
                Err(code) => {
                    problems += 1;
                    reason = code;
                }
            }
        }
        // No field: a correction is for the one column of a field, and here it would find none.
        if self.amounts.is_empty() { Err(Rejected { code: reason, field: None }) } else { Ok(problems) }
    }

    /// Says which cells of a row that is used are not.
    fn note_problems(&mut self, number: u64, cells: &[Cell<'_>]) {
        for column in &self.columns {
            let cell = column.cell(cells);
            let code = match self.orders.month(cell) {
                Ok(_) | Err(IssueCode::AmountMissing) => continue,
                Err(IssueCode::RefundDropped) => IssueCode::RefundDropped,
                Err(_) => IssueCode::ValueUnreadable,
            };
            self.orders.context.note(number, code, None, cell, column.header);
        }
    }
}

impl MonthColumn<'_> {
    fn cell<'c>(&self, cells: &[Cell<'c>]) -> Cell<'c> {
        cells.get(self.place).copied().unwrap_or(Cell::Empty)
    }
}

impl OrderRows<'_> {
    /// The amount of one month, or why it has none.
    fn month(&mut self, cell: Cell<'_>) -> std::result::Result<Money, IssueCode> {
        let amount = amount(Field::Amount, cell, self.form).map_err(|rejected| rejected.code)?;
        if amount.is_negative() && self.refunds == Refunds::Drop {
            return Err(IssueCode::RefundDropped);
        }
        self.currencies.see(cell, self.context.table);
        Ok(amount)
    }
}
