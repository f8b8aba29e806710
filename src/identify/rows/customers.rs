//! Rows of a customer list → what is known of customers who have orders.

use super::orders::Scratch;
use super::reading::{Slots, TableContext, text};
use crate::Result;
use crate::base::Day;
use crate::identify::builder::BookBuilder;
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::recipe::Field;

/// Takes the rows of one customer list, after all orders are there.
pub(crate) struct CustomerRows<'a> {
    pub(crate) builder: &'a mut BookBuilder,
    pub(crate) context: TableContext<'a>,
    pub(crate) slots: Slots,
    pub(crate) attributes: Vec<Field>,
    /// Customers of the list who have no order.
    pub(crate) without_order: u64,
    pub(crate) on_progress: &'a mut dyn FnMut(u64, u64) -> Result<()>,
    pub(crate) scratch: Scratch,
}

impl RowSink for CustomerRows<'_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let id_cell = self.slots.cell(cells, Field::CustomerId);
        let id = self.context.customer(number, id_cell, &mut self.scratch.id);
        match id.map(|id| self.builder.known_customer(id)) {
            Ok(Some(customer)) => {
                for &field in &self.attributes {
                    let known = text(self.slots.cell(cells, field), &mut self.scratch.other);
                    if !known.is_empty() {
                        // A list says how things are now: it stands above what orders mention.
                        self.builder.learn(customer, field, known, Day::MAX);
                    }
                }
                self.context.settle(number, Ok(()), cells, &self.slots);
            }
            Ok(None) => {
                self.without_order += 1;
                self.context.settle(number, Ok(()), cells, &self.slots);
            }
            Err(rejected) => self.context.settle(number, Err(rejected), cells, &self.slots),
        }
        Ok(())
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.context.note(number, code, None, Cell::Text(original), "");
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        (self.on_progress)(self.context.counts.rows_read, bytes)
    }
}
