//! Rows of a transaction log → order lines.

use super::DayColumns;
use super::reading::{Rejected, Slots, TableContext, amount, quantity, says_total, text};
use crate::Result;
use crate::base::{Money, TextId};
use crate::identify::builder::{BookBuilder, Line};
use crate::identify::clean::missing::Pending;
use crate::identify::clean::repeated::RepeatedRows;
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::{DayParser, DayRead, DecimalMark, Quantity, times};
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
    /// Rows that are to be recognised when they come again.
    pub(crate) repeats: &'a mut RepeatedRows,
    /// Amounts and days that are filled in when all rows are there.
    pub(crate) pending: &'a mut Pending,
    pub(crate) context: TableContext<'a>,
    pub(crate) slots: Slots,
    pub(crate) days: DayParser,
    pub(crate) mark: DecimalMark,
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
        let day = day.map_err(|rejected| blame_header(rejected, date_cell, &self.date_header));
        let (day, no_day) = Pending::stand_in(day, self.pending.fills_day(), IssueCode::DateMissing, DayRead::nothing())?;
        let amount = line_amount(&self.slots, cells, self.mark);
        let fills = self.pending.fills_amount() && !goes_back(&self.slots, cells, self.mark);
        let ((amount, refund), no_amount) = Pending::stand_in(amount, fills, IssueCode::AmountMissing, (Money::ZERO, false))?;
        if refund && self.refunds == Refunds::Drop {
            return Err(Rejected::because(IssueCode::RefundDropped, Field::Amount));
        }
        // From here on the row is used.
        let customer = self.builder.customer(id);
        for &field in &self.attributes {
            let known = text(self.slots.cell(cells, field), &mut self.scratch.other);
            if !known.is_empty() {
                self.builder.learn(customer, field, known, day.day);
            }
        }
        let order = match text(self.slots.cell(cells, Field::OrderId), &mut self.scratch.other) {
            "" => TextId::NONE,
            id => self.builder.order(id),
        };
        let product = match text(self.slots.cell(cells, Field::Product), &mut self.scratch.other) {
            "" => TextId::NONE,
            name => self.builder.product(name),
        };
        DayColumns::flag(&mut self.flagged, &day, self.builder.lines());
        self.pending.note(self.builder.lines(), self.context.table, number, no_day, no_amount);
        self.repeats.note(number, || [Field::Quantity, Field::UnitPrice, Field::Category].map(|field| self.slots.cell(cells, field)));
        self.builder.push(Line { customer, day: day.day, second: day.second, amount, order, product, refund });
        Ok(())
    }
}

/// The amount column, else quantity × unit price, else the unit price of one; and whether it goes back.
fn line_amount(slots: &Slots, cells: &[Cell<'_>], mark: DecimalMark) -> std::result::Result<(Money, bool), Rejected> {
    let count = slots.has(Field::Quantity).then(|| quantity(Field::Quantity, slots.cell(cells, Field::Quantity), mark));
    let goes_back = matches!(count, Some(Ok(count)) if count.is_negative());
    let money = if slots.has(Field::Amount) {
        amount(Field::Amount, slots.cell(cells, Field::Amount), mark)?
    } else {
        let price = amount(Field::UnitPrice, slots.cell(cells, Field::UnitPrice), mark)?;
        match count {
            Some(count) => times(count?, price).ok_or(Rejected::because(IssueCode::AmountUnreadable, Field::UnitPrice))?,
            None => price,
        }
    };
    Ok((money, goes_back || money.is_negative()))
}

/// Whether the quantity says that something goes back: what it was worth is then not filled in.
fn goes_back(slots: &Slots, cells: &[Cell<'_>], mark: DecimalMark) -> bool {
    slots.has(Field::Quantity) && quantity(Field::Quantity, slots.cell(cells, Field::Quantity), mark).is_ok_and(Quantity::is_negative)
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
