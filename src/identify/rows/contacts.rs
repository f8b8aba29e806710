//! Rows of contacts: calls, mails, meetings, chats, web visits, counts of likes and comments.
//!
//! Invariant: a contact without a channel that is known is a contact all the same.

use super::meanings::Meanings;
use super::reading::{Rejected, Slots, TableContext, quantity, text};
use super::reference::{Reference, Room};
use crate::Result;
use crate::base::{Day, TextId};
use crate::identify::book::Channel;
use crate::identify::builder::{BookBuilder, Contact};
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::{DayParser, DecimalMark, Quantity, words};
use crate::recipe::Field;

/// Fields that a table of contacts is read for.
pub(crate) const FIELDS: [Field; 8] =
    [Field::CustomerId, Field::CustomerName, Field::Phone, Field::Email, Field::Date, Field::Channel, Field::Count, Field::Subject];

/// Takes the rows of one table of contacts.
pub(crate) struct ContactRows<'a> {
    pub(crate) builder: &'a mut BookBuilder,
    pub(crate) context: TableContext<'a>,
    pub(crate) slots: Slots,
    pub(crate) reference: Reference,
    pub(crate) days: DayParser,
    /// What a contact was when its row does not say.
    pub(crate) usual: Channel,
    /// Columns of counts: position among the cells that are asked for, and what is counted.
    pub(crate) counters: Vec<(usize, Channel)>,
    pub(crate) channels: Meanings<Option<Channel>>,
    pub(crate) flagged: Vec<u32>,
    pub(crate) on_progress: &'a mut dyn FnMut(u64, u64) -> Result<()>,
    pub(crate) room: Room,
    pub(crate) scratch: String,
}

impl RowSink for ContactRows<'_> {
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

impl ContactRows<'_> {
    fn take(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        let row = (number, cells, &self.slots);
        let customer = self.reference.known_customer((self.builder, &mut self.context), row, &mut self.room)?;
        let (day, is_swappable) = self.day(number, cells)?;
        let said = self.slots.cell(cells, Field::Channel);
        let channel = self.channels.of(text(said, &mut self.scratch), words::channel).unwrap_or(self.usual);
        let subject = text(self.slots.cell(cells, Field::Subject), &mut self.scratch);
        let contacts = &mut self.builder.contacts;
        let subject = if subject.is_empty() { TextId::NONE } else { contacts.subjects.intern(subject) };
        let mut push = |channel, count| {
            if is_swappable {
                self.flagged.push(u32::try_from(contacts.day.len()).unwrap_or(u32::MAX));
            }
            contacts.push(Contact { customer, day, channel, count, subject });
        };
        if self.counters.is_empty() {
            push(channel, self.slots.has(Field::Count).then(|| count(self.slots.cell(cells, Field::Count))).flatten().unwrap_or(1));
        }
        for &(cell, counted) in &self.counters {
            if let Some(count) = count(cells.get(cell).copied().unwrap_or(Cell::Empty)).filter(|count| *count > 0) {
                push(counted, count);
            }
        }
        Ok(())
    }

    /// The day of a row, and whether day and month can be exchanged in it.
    fn day(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<(Day, bool), Rejected> {
        if !self.slots.has(Field::Date) {
            return Ok((Day::MIN, false));
        }
        let read = self.context.day(number, Field::Date, self.slots.cell(cells, Field::Date), &mut self.days)?;
        Ok((read.day, read.swappable))
    }
}

/// How many times; none when it is no whole number that is not negative.
fn count(cell: Cell<'_>) -> Option<u32> {
    let count = quantity(Field::Count, cell, DecimalMark::Point).ok()?;
    let whole = (count.raw() % Quantity::SCALE == 0).then(|| count.raw() / Quantity::SCALE);
    u32::try_from(whole?).ok()
}
