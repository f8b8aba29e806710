//! Rows of a transaction log → order lines.

use super::reading::{Rejected, Slots, TableContext, amount, says_total, text};
use super::DayColumns;
use crate::Result;
use crate::base::{Money, TextId};
use crate::identify::builder::{BookBuilder, Line};
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::day::{DayParser, DayRead};
use crate::identify::values::money::MoneyParser;
use crate::identify::values::number::{parse_quantity, times};
use crate::recipe::{Field, Refunds};

/// Fields that a transaction log is read for.
pub(crate) const FIELDS: [Field; 14] = [
    Field::CustomerId,
    Field::OrderId,
    Field::Date,
    Field::Amount,
    Field::Quantity,
    Field::UnitPrice,
    Field::Product,
    Field::CustomerName,
    Field::Phone,
    Field::Email,
    Field::Company,
    Field::Region,
    Field::City,
    Field::Country,
];

/// Takes the rows of one transaction log.
pub(crate) struct OrderRows<'a> {
    pub(crate) builder: &'a mut BookBuilder,
    pub(crate) context: TableContext<'a>,
    pub(crate) slots: Slots,
    pub(crate) days: DayParser,
    pub(crate) money: MoneyParser,
    pub(crate) refunds: Refunds,
    /// Header of the date column, to recognise a header that is repeated further down.
    pub(crate) date_header: String,
    /// Attribute fields that have a column.
    pub(crate) attributes: Vec<Field>,
    /// Places of the days that can be read both ways.
    pub(crate) flagged: Vec<u32>,
    pub(crate) on_progress: &'a mut dyn FnMut(u64, u64) -> Result<()>,
    pub(crate) scratch: Scratch,
}

/// Room for texts that have to be put together.
#[derive(Debug, Default)]
pub(crate) struct Scratch {
    pub(crate) id: String,
    pub(crate) other: String,
}

impl RowSink for OrderRows<'_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let outcome = self.line(number, cells);
        self.context.settle(number, outcome, cells, &self.slots);
        Ok(())
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.context.note(number, code, None, Cell::Text(original), "");
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        (self.on_progress)(self.context.counts.rows_read, bytes)
    }
}

impl OrderRows<'_> {
    fn line(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        // Everything is read before anything is kept: a row is used whole or left out whole.
        let id_cell = self.slots.cell(cells, Field::CustomerId);
        let id = self.context.customer(number, id_cell, &mut self.scratch.id).map_err(|rejected| blame_total(rejected, cells))?;
        let date_cell = self.slots.cell(cells, Field::Date);
        let day = self.context.day(number, Field::Date, date_cell, &mut self.days);
        let day = day.map_err(|rejected| blame_header(rejected, date_cell, &self.date_header))?;
        let quantity = self.slots.cell(cells, Field::Quantity);
        let amount = line_amount(&self.slots, cells, quantity, &self.money)?;
        let refund = amount.is_negative() || is_negative(quantity);
        if refund && self.refunds == Refunds::Drop {
            return Err(Rejected::because(IssueCode::RefundDropped, Field::Amount));
        }
        let customer = self.builder.customer(id);
        self.keep(cells, customer, &day, amount, refund);
        Ok(())
    }

    fn keep(&mut self, cells: &[Cell<'_>], customer: u32, day: &DayRead, amount: Money, refund: bool) {
        let order = match text(self.slots.cell(cells, Field::OrderId), &mut self.scratch.other) {
            "" => TextId::NONE,
            id => self.builder.order(id),
        };
        let product = match text(self.slots.cell(cells, Field::Product), &mut self.scratch.other) {
            "" => TextId::NONE,
            name => self.builder.product(name),
        };
        DayColumns::flag(&mut self.flagged, day, self.builder.lines());
        self.builder.push(Line { customer, day: day.day, second: day.second, amount, order, product, refund });
        for &field in &self.attributes {
            let known = text(self.slots.cell(cells, field), &mut self.scratch.other);
            if !known.is_empty() {
                self.builder.learn(customer, field, known, day.day);
            }
        }
    }
}

/// The amount column, else quantity × unit price, else the unit price of one.
fn line_amount(slots: &Slots, cells: &[Cell<'_>], quantity: Cell<'_>, money: &MoneyParser) -> std::result::Result<Money, Rejected> {
    if slots.has(Field::Amount) {
        return amount(Field::Amount, slots.cell(cells, Field::Amount), money);
    }
    let price = amount(Field::UnitPrice, slots.cell(cells, Field::UnitPrice), money)?;
    if !slots.has(Field::Quantity) {
        return Ok(price);
    }
    let count = amount(Field::Quantity, quantity, money)?;
    times(count, price).ok_or(Rejected::because(IssueCode::AmountUnreadable, Field::UnitPrice))
}

fn is_negative(quantity: Cell<'_>) -> bool {
    match quantity {
        Cell::Number(number) => number < 0.0,
        Cell::Text(text) => text.trim_start().starts_with(['-', '−', '(']),
        _ => false,
    }
}

/// A row without a customer that calls itself a total is not an unknown customer's order.
fn blame_total(rejected: Rejected, cells: &[Cell<'_>]) -> Rejected {
    if says_total(cells) { Rejected { code: IssueCode::TotalRow, field: None } } else { rejected }
}

/// A row that repeats the header is not a bad date.
fn blame_header(rejected: Rejected, cell: Cell<'_>, header: &str) -> Rejected {
    match cell {
        Cell::Text(text) if text.trim() == header => Rejected { code: IssueCode::RepeatedHeader, field: None },
        _ => rejected,
    }
}
