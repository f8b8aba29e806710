//! Messages as a table for the merge of a word processor: one row for each contact.
//!
//! Beside the finished text stand the fields it is made of, so that a letter of the user's own can be merged as well.
//! Invariant: CSV and workbook hold the same cells.

use super::csv::Rows;
use super::plan::work_list;
use crate::Result;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::interact::calendar::{Calendar, Entry};
use crate::interact::messages::{Draft, FieldName, Messaging, Writer};
use crate::interact::reach::address;
use std::io::Write;

/// Columns before those of the fields.
const COLUMNS: [&str; 6] = ["channel", "play", "address", "phone", "subject", "message"];

/// Headers of the columns: what a contact is, its message, then every field by its name.
pub(super) fn headers() -> impl Iterator<Item = &'static str> {
    COLUMNS.into_iter().chain(FieldName::ALL.map(FieldName::name))
}

/// The cells of one contact, in the order of the headers.
pub(super) fn cells(book: &Book, writer: &Writer<'_>, entry: &Entry) -> Vec<String> {
    let Draft { subject, text, .. } = writer.draft(entry).unwrap_or_default();
    let phone = book.customers.attribute(crate::recipe::Field::Phone, entry.customer);
    let own = address(book, entry.customer, entry.channel);
    let mut cells = vec![entry.channel.name().into(), entry.play.name().into(), own.into(), phone.into(), subject, text];
    cells.extend(FieldName::ALL.map(|field| writer.value(field, entry).unwrap_or_default()));
    cells
}

/// The contacts that are merged, by owner, day and customer.
pub(super) fn merged(book: &Book, calendar: &Calendar, owner: Option<&str>) -> Vec<Entry> {
    work_list(book, calendar, owner)
}

/// Writes one row per contact with its message.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn mail_merge_csv(
    book: &Book,
    standing: &Standing,
    calendar: &Calendar,
    owner: Option<&str>,
    messaging: &Messaging,
    out: &mut impl Write,
) -> Result<()> {
    let writer = Writer::new(book, standing, messaging);
    let mut rows = Rows::new(out);
    headers().for_each(|name| rows.text(name));
    rows.end_row()?;
    for entry in &merged(book, calendar, owner) {
        cells(book, &writer, entry).iter().for_each(|cell| rows.text(cell));
        rows.end_row()?;
    }
    rows.finish()
}
