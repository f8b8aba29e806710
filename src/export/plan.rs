//! The calendar of contacts as CSV: one list for whoever makes the contacts, one of the contacts that nobody makes.
//!
//! The first is ordered by owner and day, so that everybody's work list is one block of rows, with the address that
//! the channel needs. Invariant: text is guarded as in every other CSV; every contact of the calendar is a row.

use super::columns::Value;
use super::csv::Rows;
use crate::Result;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::interact::calendar::{Calendar, Entry};
use crate::interact::reach::address;
use crate::recipe::Field;
use std::io::Write;

const COLUMNS: [&str; 13] = [
    "day",
    "owner",
    "customer_id",
    "customer_name",
    "company",
    "tier",
    "channel",
    "address",
    "play",
    "trigger",
    "minutes",
    "moved",
    "last_order",
];

/// Writes one row per contact, by owner, day and customer. `owner` asks for one person's work list.
///
/// `address` is what the channel needs: a number to dial, an e-mail address, a street; empty where it is kept elsewhere.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn plan_csv(book: &Book, standing: &Standing, calendar: &Calendar, owner: Option<&str>, out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(out);
    COLUMNS.iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for entry in &work_list(book, calendar, owner) {
        let text = |field| book.customers.attribute(field, entry.customer);
        rows.value(Value::Day(entry.day));
        rows.text(text(Field::Owner));
        rows.text(book.customers.id(entry.customer));
        rows.text(text(Field::CustomerName));
        rows.text(text(Field::Company));
        rows.text(standing.tier_of(entry.customer));
        rows.text(entry.channel.name());
        rows.text(address(book, entry.customer, entry.channel));
        rows.text(entry.play.name());
        rows.text(entry.trigger.name());
        rows.value(Value::Count(entry.minutes.into()));
        rows.text(if entry.is_moved { "yes" } else { "" });
        let last = standing.measures.last_order_known(entry.customer);
        rows.value(last.map_or(Value::Code(""), Value::Day));
        rows.end_row()?;
    }
    rows.finish()
}

/// Writes one row per customer and reason: contacts that the strategy wants and nobody makes.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn left_csv(book: &Book, calendar: &Calendar, out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(out);
    ["customer_id", "customer_name", "reason", "contacts", "value_at_stake"].iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for left in &calendar.left {
        rows.text(book.customers.id(left.customer));
        rows.text(book.customers.attribute(Field::CustomerName, left.customer));
        rows.text(left.reason.name());
        rows.value(Value::Count(left.contacts.into()));
        rows.value(Value::Money(left.value));
        rows.end_row()?;
    }
    rows.finish()
}

/// The contacts by owner, day and customer; those of one owner when asked for.
pub(super) fn work_list(book: &Book, calendar: &Calendar, owner: Option<&str>) -> Vec<Entry> {
    let of = |entry: &Entry| book.customers.attribute(Field::Owner, entry.customer);
    let mut entries: Vec<Entry> = calendar.entries.iter().filter(|entry| owner.is_none_or(|owner| of(entry) == owner)).copied().collect();
    // By day and customer they stand already.
    entries.sort_by(|a, b| of(a).cmp(of(b)));
    entries
}
