//! Rows of a customer summary → ready-made recency, frequency and monetary value.

use super::DayColumns;
use super::currencies::Currencies;
use super::customers::ListColumns;
use super::orders::Scratch;
use super::reading::{Rejected, Slots, TableContext, amount, is_blank};
use super::totals::names_total;
use crate::Result;
use crate::base::{Day, Money};
use crate::identify::ReadyMeasures;
use crate::identify::builder::BookBuilder;
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::{AmountForm, DayParser, DecimalMark, Reading, parse_whole};
use crate::recipe::Field;

/// Fields that a customer summary is read for, besides what it says about customers.
pub(crate) const FIELDS: [Field; 6] =
    [Field::CustomerId, Field::LastOrder, Field::FirstOrder, Field::RecencyDays, Field::Orders, Field::Revenue];

/// Ready-made measures in the order of first sight. [`Day::MIN`] stands for "no such day".
#[derive(Debug, Default)]
pub(crate) struct ReadyBuilder {
    pub(crate) last_order: Vec<Day>,
    pub(crate) first_order: Vec<Day>,
    recency_days: Vec<Option<i32>>,
    orders: Vec<u32>,
    revenue: Vec<Money>,
}

impl ReadyBuilder {
    /// Whether no row was used.
    pub(crate) fn is_empty(&self) -> bool {
        self.orders.is_empty()
    }

    /// Whether these are the orders and the revenue of all rows so far.
    fn is_sum(&self, row: &Ready) -> bool {
        let orders = self.orders.iter().map(|&orders| u64::from(orders)).sum::<u64>();
        let revenue = self.revenue.iter().try_fold(Money::ZERO, |sum, &revenue| sum.checked_add(revenue));
        !self.is_empty() && orders == u64::from(row.orders) && revenue == Some(row.revenue)
    }

    /// Measures in the order of the final customer numbers; `rank` maps first sight to final. Customers whom only a list
    /// names were seen last, and have none.
    pub(crate) fn finish(self, rank: &[u32]) -> ReadyMeasures {
        let mut at = vec![0_usize; rank.len()];
        for (old, &new) in rank.iter().enumerate() {
            at[new as usize] = old;
        }
        let known = |days: &[Day], old: usize| days.get(old).copied().filter(|&day| day != Day::MIN);
        ReadyMeasures {
            last_order: at.iter().map(|&old| known(&self.last_order, old)).collect(),
            first_order: at.iter().map(|&old| known(&self.first_order, old)).collect(),
            recency_days: at.iter().map(|&old| self.recency_days.get(old).copied().flatten()).collect(),
            orders: at.iter().map(|&old| self.orders.get(old).copied().unwrap_or(0)).collect(),
            revenue: at.iter().map(|&old| self.revenue.get(old).copied().unwrap_or(Money::ZERO)).collect(),
        }
    }
}

/// One row's measures.
struct Ready {
    last_order: Day,
    first_order: Day,
    recency_days: Option<i32>,
    orders: u32,
    revenue: Money,
}

/// Takes the rows of one customer summary.
pub(crate) struct ReadyRows<'a> {
    pub(crate) builder: &'a mut BookBuilder,
    pub(crate) ready: &'a mut ReadyBuilder,
    pub(crate) context: TableContext<'a>,
    pub(crate) currencies: &'a mut Currencies,
    pub(crate) slots: Slots,
    pub(crate) last_days: DayParser,
    pub(crate) first_days: DayParser,
    pub(crate) form: AmountForm,
    pub(crate) columns: ListColumns,
    pub(crate) last_flagged: Vec<u32>,
    pub(crate) first_flagged: Vec<u32>,
    pub(crate) on_progress: &'a mut dyn FnMut(u64, u64) -> Result<()>,
    pub(crate) scratch: Scratch,
}

impl RowSink for ReadyRows<'_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let outcome = self.take(number, cells);
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

impl ReadyRows<'_> {
    fn take(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        let ready = self.measures(number, cells)?;
        if names_total(cells, &self.slots) && self.ready.is_sum(&ready) {
            return Err(Rejected::TOTAL);
        }
        let id = self.context.customer(number, self.slots.cell(cells, Field::CustomerId), &mut self.scratch.id)?;
        let before = self.builder.customers();
        let customer = self.builder.customer(id);
        if (customer as usize) < before {
            return Err(Rejected::because(IssueCode::CustomerRepeated, Field::CustomerId));
        }
        self.currencies.see(self.slots.cell(cells, Field::Revenue), self.context.table);
        self.ready.last_order.push(ready.last_order);
        self.ready.first_order.push(ready.first_order);
        self.ready.recency_days.push(ready.recency_days);
        self.ready.orders.push(ready.orders);
        self.ready.revenue.push(ready.revenue);
        self.columns.tell(self.builder, customer, cells, &self.slots);
        Ok(())
    }

    fn measures(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<Ready, Rejected> {
        let id_cell = self.slots.cell(cells, Field::CustomerId);
        // Who comes first: a blank customer is the better reason than the blank measures beside it.
        self.context.customer(number, id_cell, &mut self.scratch.id)?;
        let place = self.ready.orders.len();
        let mut day = |field, parser: &mut DayParser, flagged: &mut Vec<u32>| {
            let cell = self.slots.cell(cells, field);
            if !self.slots.has(field) || is_blank(cell) {
                return Ok(Day::MIN);
            }
            let read = self.context.day(number, field, cell, parser)?;
            DayColumns::flag(flagged, &read, place);
            Ok(read.day)
        };
        let last_order = day(Field::LastOrder, &mut self.last_days, &mut self.last_flagged)?;
        let first_order = day(Field::FirstOrder, &mut self.first_days, &mut self.first_flagged)?;
        let recency_days = self.count(cells, Field::RecencyDays)?;
        if last_order == Day::MIN && recency_days.is_none() {
            let field = if self.slots.has(Field::LastOrder) { Field::LastOrder } else { Field::RecencyDays };
            return Err(Rejected::because(IssueCode::DateMissing, field));
        }
        let orders = self.count(cells, Field::Orders)?.ok_or(unreadable(Field::Orders))?;
        let revenue = amount(Field::Revenue, self.slots.cell(cells, Field::Revenue), self.form)?;
        let orders = u32::try_from(orders).map_err(|_| unreadable(Field::Orders))?;
        Ok(Ready { last_order, first_order, recency_days, orders, revenue })
    }

    /// A whole number, as a count of days or orders.
    fn count(&self, cells: &[Cell<'_>], field: Field) -> std::result::Result<Option<i32>, Rejected> {
        let reading = match self.slots.cell(cells, field) {
            Cell::Empty => Reading::Missing,
            Cell::Number(number) => parse_whole(&format!("{number}"), DecimalMark::Point),
            Cell::Text(text) => parse_whole(text, self.form.mark),
            Cell::Day(..) | Cell::Bool(_) | Cell::Error(_) => Reading::Unreadable,
        };
        match reading {
            Reading::Missing => Ok(None),
            Reading::Value(count) => i32::try_from(count).ok().filter(|count| *count >= 0).map(Some).ok_or(unreadable(field)),
            Reading::Unreadable => Err(unreadable(field)),
        }
    }
}

fn unreadable(field: Field) -> Rejected {
    Rejected::because(IssueCode::MeasureUnreadable, field)
}
