//! Messages as a workbook, which word processors merge from.
//!
//! Invariant: every cell is text, so that a number to dial keeps its zeros and no text runs.

use super::package::{Package, Plan};
use super::sheet::Style;
use super::{MAX_CUSTOMERS, Words};
use crate::differentiate::Standing;
use crate::export::mail_merge::{cells, headers, merged};
use crate::identify::Book;
use crate::interact::calendar::Calendar;
use crate::interact::messages::{Messaging, Writer};
use crate::{ErrorKind, Result};
use std::io::Write;

/// Writes a workbook with one row per contact and its message. `words` says the sheet's name and the columns'.
///
/// # Errors
/// `export.failed` when the writer fails or there are more contacts than a sheet holds.
pub fn mail_merge_xlsx(
    book: &Book,
    standing: &Standing,
    calendar: &Calendar,
    owner: Option<&str>,
    (messaging, words): (&Messaging, &Words),
    out: &mut (impl Write + Send),
) -> Result<()> {
    let entries = merged(book, calendar, owner);
    if entries.len() > MAX_CUSTOMERS {
        let detail = format!("{} contacts, a sheet holds {MAX_CUSTOMERS}: CSV has no such limit", entries.len());
        return Err(ErrorKind::ExportFailed { detail }.into());
    }
    let writer = Writer::new(book, standing, messaging);
    let widths = headers().map(|name| if name == "message" { 60 } else { 16 }).collect();
    let plans = [Plan { name: words.say("Messages"), widths, table: Some(entries.len()) }];
    let mut package = Package::begin(out, &plans, calendar.start)?;
    let mut sheet = package.next_sheet()?;
    headers().for_each(|name| sheet.text(Style::Header, name));
    sheet.end_row()?;
    for entry in &entries {
        cells(book, &writer, entry).iter().for_each(|cell| sheet.text(Style::Text, cell));
        sheet.end_row()?;
    }
    sheet.finish()?;
    package.finish()
}
