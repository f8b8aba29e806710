//! Rows of a transaction log → order lines.

mod months;

use super::DayColumns;
use super::currencies::Currencies;
use super::customers::full_name;
use super::meanings::Meanings;
use super::reading::{Rejected, Slots, TableContext, amount, is_blank, quantity, text};
use super::totals::names_total;
use crate::Result;
use crate::base::{Day, Money, TextId};
use crate::identify::builder::{BookBuilder, Line};
use crate::identify::clean::missing::Pending;
use crate::identify::clean::repeated::RepeatedRows;
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::{AmountForm, DayParser, DayRead, DecimalMark, Quantity, times, words};
use crate::recipe::{Field, Refunds};

pub(crate) use self::months::{MonthColumn, MonthRows};

/// Fields that a transaction log is read for.
pub(crate) const FIELDS: [Field; 25] = [
    Field::CustomerId,
    Field::OrderId,
    Field::Date,
    Field::Amount,
    Field::Quantity,
    Field::UnitPrice,
    Field::Product,
    Field::Category,
    Field::CustomerName,
    Field::Phone,
    Field::Email,
    Field::Company,
    Field::Region,
    Field::City,
    Field::Country,
    Field::FirstName,
    Field::LastName,
    Field::Gender,
    Field::Birthday,
    Field::Address,
    Field::Area,
    Field::Industry,
    Field::Owner,
    Field::Source,
    Field::Status,
];

/// Takes the rows of one transaction log.
pub(crate) struct OrderRows<'a> {
    pub(crate) builder: &'a mut BookBuilder,
    /// Rows that are to be recognised when they come again.
    pub(crate) repeats: &'a mut RepeatedRows,
    /// Amounts and days that are filled in when all rows are there.
    pub(crate) pending: &'a mut Pending,
    pub(crate) context: TableContext<'a>,
    pub(crate) currencies: &'a mut Currencies,
    pub(crate) slots: Slots,
    pub(crate) days: DayParser,
    pub(crate) form: AmountForm,
    pub(crate) refunds: Refunds,
    /// Header of the date column, to recognise a header that is repeated further down.
    pub(crate) date_header: String,
    /// Attribute fields that have a column.
    pub(crate) attributes: Vec<Field>,
    /// Whether first and last name are two columns.
    pub(crate) names_in_parts: bool,
    /// Whether an order has several rows, of which only the first says its total.
    pub(crate) total_on_first_row: bool,
    /// The only state of a row that is a sale, where not every row is one.
    pub(crate) sale: Option<&'static str>,
    /// Whether whose a row is comes from another table.
    pub(crate) is_joined: bool,
    /// Place of the cell that says what kind of document a row is, and which kinds are returns.
    pub(crate) document: Option<usize>,
    pub(crate) returns: Meanings<bool>,
    /// Which states of an order say that it never came to be.
    pub(crate) states: Meanings<bool>,
    pub(crate) genders: Meanings<Option<&'static str>>,
    /// The row that was used last, for rows that continue its order.
    pub(crate) last: Option<Last>,
    /// The order that was left out last; empty when its rows have no order id.
    pub(crate) cancelled: String,
    /// Places of the days that can be read both ways.
    pub(crate) flagged: Vec<u32>,
    pub(crate) on_progress: &'a mut dyn FnMut(u64, u64) -> Result<()>,
    pub(crate) scratch: Scratch,
}

/// What a row that continues an order takes from the row before.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Last {
    order: TextId,
    customer: u32,
    day: DayRead,
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
        self.check_state(cells)?;
        if names_total(cells, &self.slots) {
            return Err(Rejected::TOTAL);
        }
        if let Some(last) = self.continued(cells) {
            self.more_of(number, &last, cells);
            return Ok(());
        }
        let is_return = self.is_return(cells);
        // Everything is read before anything is kept: a row is used whole or left out whole.
        let id_cell = self.slots.cell(cells, Field::CustomerId);
        let is_joined = self.is_joined;
        let unknown = |rejected: Rejected| match rejected.code {
            IssueCode::CustomerBlank if is_joined => Rejected::because(IssueCode::OrderUnknown, Field::OrderId),
            _ => rejected,
        };
        let id = self.context.customer(number, id_cell, &mut self.scratch.id).map_err(unknown)?;
        let date_cell = self.slots.cell(cells, Field::Date);
        let day = self.context.day(number, Field::Date, date_cell, &mut self.days);
        let day = day.map_err(|rejected| blame_header(rejected, date_cell, &self.date_header));
        let (day, no_day) = Pending::stand_in(day, self.pending.fills_day(), IssueCode::DateMissing, DayRead::nothing())?;
        let amount = line_amount(&self.slots, cells, self.form);
        let fills = self.pending.fills_amount() && !goes_back(&self.slots, cells, self.form.mark);
        let ((amount, refund), no_amount) = Pending::stand_in(amount, fills, IssueCode::AmountMissing, (Money::ZERO, false))?;
        let is_taken_away = is_return && !refund && amount != Money::ZERO;
        let (amount, refund) = if is_taken_away { (Money::from_raw(-amount.raw()), true) } else { (amount, refund) };
        if refund && self.refunds == Refunds::Drop {
            return Err(Rejected::because(IssueCode::RefundDropped, Field::Amount));
        }
        // From here on the row is used.
        if is_taken_away {
            let sold = Money::from_raw(-amount.raw());
            self.context.note(number, IssueCode::AmountReturned, Some(Field::Amount), Cell::Text(&sold.to_string()), &amount.to_string());
        }
        let priced = if self.slots.has(Field::Amount) { Field::Amount } else { Field::UnitPrice };
        self.currencies.see(self.slots.cell(cells, priced), self.context.table);
        let customer = self.builder.customer(id);
        self.learn(customer, day.day, cells);
        let order = match text(self.slots.cell(cells, Field::OrderId), &mut self.scratch.other) {
            "" => TextId::NONE,
            id => self.builder.order(id),
        };
        self.last = (!order.is_none() && !no_day).then_some(Last { order, customer, day });
        self.pending.note(self.builder.lines(), self.context.table, number, no_day, no_amount);
        self.push(number, Line { customer, day: day.day, second: day.second, amount, order, product: TextId::NONE, refund }, &day, cells);
        Ok(())
    }

    /// Whether the row is a document of a return, which may count goods and money as if they were sold.
    fn is_return(&mut self, cells: &[Cell<'_>]) -> bool {
        let document = self.document.and_then(|place| cells.get(place).copied()).unwrap_or(Cell::Empty);
        !is_blank(document) && self.returns.of(text(document, &mut self.scratch.other), words::is_return)
    }

    /// An order that never came to be is left out with all its rows, also those that do not repeat its state.
    fn check_state(&mut self, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        if !self.slots.has(Field::Status) {
            return Ok(());
        }
        let state = text(self.slots.cell(cells, Field::Status), &mut self.scratch.other);
        let sale = self.sale;
        let is_cancelled = self.states.of(state, |state| sale.map_or_else(|| words::is_cancelled(state), |sale| state.trim() != sale));
        let says_nothing = state.is_empty();
        let order = text(self.slots.cell(cells, Field::OrderId), &mut self.scratch.other);
        if is_cancelled {
            self.cancelled.clear();
            self.cancelled.push_str(order);
        }
        if is_cancelled || (says_nothing && !order.is_empty() && order == self.cancelled) {
            return Err(Rejected::because(IssueCode::OrderCancelled, Field::Status));
        }
        Ok(())
    }

    /// The row whose order this row continues: it names the same order, and what the first row said it leaves blank.
    fn continued(&mut self, cells: &[Cell<'_>]) -> Option<Last> {
        let last = self.last?;
        let lacks = |field| self.slots.has(field) && is_blank(self.slots.cell(cells, field));
        let leaves_out = lacks(Field::Amount) && (self.total_on_first_row || lacks(Field::CustomerId) || lacks(Field::Date));
        // A row that names somebody else is that customer's, whatever its order is called.
        let names_another = !lacks(Field::CustomerId)
            && self.builder.known_customer(text(self.slots.cell(cells, Field::CustomerId), &mut self.scratch.other)) != Some(last.customer);
        let continues = leaves_out
            && !names_another
            && self.builder.is_order(last.order, text(self.slots.cell(cells, Field::OrderId), &mut self.scratch.other));
        continues.then_some(last)
    }

    /// One more line of an order whose total is counted already.
    fn more_of(&mut self, number: u64, &Last { order, customer, day }: &Last, cells: &[Cell<'_>]) {
        let (amount, product) = (Money::ZERO, TextId::NONE);
        self.push(number, Line { customer, day: day.day, second: day.second, amount, order, product, refund: false }, &day, cells);
    }

    /// Keeps a line with the product that the row names.
    fn push(&mut self, number: u64, line: Line, day: &DayRead, cells: &[Cell<'_>]) {
        let product = match text(self.slots.cell(cells, Field::Product), &mut self.scratch.other) {
            "" => TextId::NONE,
            name => self.builder.product(name),
        };
        if !product.is_none() {
            let category = text(self.slots.cell(cells, Field::Category), &mut self.scratch.other);
            self.builder.categorise(product, category);
        }
        DayColumns::flag(&mut self.flagged, day, self.builder.lines());
        self.repeats.note(number, || [Field::Quantity, Field::UnitPrice, Field::Category].map(|field| self.slots.cell(cells, field)));
        self.builder.push(Line { product, ..line });
    }

    /// What the row mentions of the customer.
    fn learn(&mut self, customer: u32, day: Day, cells: &[Cell<'_>]) {
        for &field in &self.attributes {
            let mut known = text(self.slots.cell(cells, field), &mut self.scratch.other);
            if field == Field::Gender {
                known = self.genders.of(known, words::gender).unwrap_or(known);
            }
            if !known.is_empty() {
                self.builder.learn(customer, field, known, day);
            }
        }
        if self.names_in_parts {
            let [first, last] = [Field::FirstName, Field::LastName].map(|field| self.slots.cell(cells, field));
            let name = full_name(first, last);
            if !name.is_empty() {
                self.builder.learn(customer, Field::CustomerName, &name, day);
            }
        }
    }
}

/// The amount column, else quantity × unit price, else the unit price of one; and whether it goes back.
fn line_amount(slots: &Slots, cells: &[Cell<'_>], form: AmountForm) -> std::result::Result<(Money, bool), Rejected> {
    let count = slots.has(Field::Quantity).then(|| quantity(Field::Quantity, slots.cell(cells, Field::Quantity), form.mark));
    let goes_back = matches!(count, Some(Ok(count)) if count.is_negative());
    let money = if slots.has(Field::Amount) {
        amount(Field::Amount, slots.cell(cells, Field::Amount), form)?
    } else {
        let price = amount(Field::UnitPrice, slots.cell(cells, Field::UnitPrice), form)?;
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

/// A row that repeats the header is not a bad date.
fn blame_header(rejected: Rejected, cell: Cell<'_>, header: &str) -> Rejected {
    match cell {
        Cell::Text(text) if text.trim() == header => Rejected { code: IssueCode::RepeatedHeader, field: None },
        _ => rejected,
    }
}
