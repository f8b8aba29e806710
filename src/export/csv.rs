//! The customer list as CSV that spreadsheets open rightly and safely.
//!
//! Byte-order mark and CRLF, because Chinese Excel takes a file without the mark for GBK. A text
//! that a spreadsheet would run as a formula gets a leading apostrophe; numbers that we wrote do
//! not, so that -5 stays a number. Identifiers are plain text: `007` and 18-digit ids stand in the
//! file digit by digit (no `="007"` tricks, which other programs read as text), but a spreadsheet
//! that opens a CSV by double click drops leading zeros and digits beyond the fifteenth; the
//! workbook of [`xlsx`](super::xlsx) keeps them there too.
//! Invariant: the guard can be taken back exactly, see [`unguarded`](crate::base::unguarded).

use super::columns::{Value, columns, listed_customers};
use super::failed;
use super::number::{push_count, push_day, push_money};
use crate::Result;
use crate::base::guard;
use crate::differentiate::Standing;
use crate::identify::Book;
use std::io::Write;

/// Bytes gathered before they are handed to the writer.
const FLUSH_AT: usize = 1 << 16;

/// Writes one row per customer, in the order of the ids.
///
/// # Errors
/// `export.failed` when the writer fails.
///
/// # Example: one row per customer
/// ```
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::{export, pipeline, recipe::Checked};
///
/// let orders = "customer_id,order_id,order_date,amount\n007,1,2024-01-05,120.50\n=1+1,2,2023-06-30,15\n";
/// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", orders.into()))];
/// let outcome = pipeline::run(&mut sources, &Checked::default(), &mut |_progress| {})?;
/// let mut csv = Vec::new();
/// export::customers_csv(&outcome.book, &outcome.standing, &mut csv)?;
/// let csv = String::from_utf8_lossy(&csv);
/// assert!(csv.starts_with("\u{FEFF}customer_id,first_order,last_order,recency_days,orders,revenue"));
/// assert!(csv.contains("\r\n007,2024-01-05,2024-01-05,1,1,120.5"));
/// assert!(csv.contains("\r\n'=1+1,")); // text that would run is guarded
/// # Ok::<(), customer_tiers::Error>(())
/// ```
pub fn customers_csv(book: &Book, standing: &Standing, out: &mut impl Write) -> Result<()> {
    let columns = columns(book, standing);
    let mut rows = Rows::new(out);
    for column in &columns {
        rows.text(&column.name);
    }
    rows.end_row()?;
    for customer in listed_customers(book, standing) {
        for column in &columns {
            rows.value(column.value(book, standing, customer));
        }
        rows.end_row()?;
    }
    rows.finish()
}

/// Rows of a CSV file on their way to a writer.
pub(super) struct Rows<'a, W: Write> {
    out: &'a mut W,
    pending: Vec<u8>,
    in_row: bool,
}

impl<'a, W: Write> Rows<'a, W> {
    /// Begins with the byte-order mark.
    pub(super) fn new(out: &'a mut W) -> Self {
        let mut pending = Vec::with_capacity(FLUSH_AT + 4096);
        pending.extend_from_slice("\u{FEFF}".as_bytes());
        Self { out, pending, in_row: false }
    }

    /// A field with a value; text is guarded.
    pub(super) fn value(&mut self, value: Value<'_>) {
        match value {
            Value::Text(text) | Value::Code(text) => return self.text(text),
            _ => self.separate(),
        }
        match value {
            Value::Letter(letter) => self.pending.extend_from_slice(letter.encode_utf8(&mut [0; 4]).as_bytes()),
            Value::Cell(scores) => self.pending.extend(scores.map(|score| b'0' + score % 10)),
            Value::Count(count) => push_count(&mut self.pending, count),
            Value::Money(amount) => push_money(&mut self.pending, amount),
            Value::Day(day) => push_day(&mut self.pending, day),
            Value::Text(_) | Value::Code(_) => {}
        }
    }

    /// A field of text, guarded and quoted where it must be.
    pub(super) fn text(&mut self, text: &str) {
        self.separate();
        let guard = guard(text);
        if !text.bytes().any(|byte| matches!(byte, b'"' | b',' | b'\r' | b'\n')) {
            self.pending.extend_from_slice(guard.as_bytes());
            self.pending.extend_from_slice(text.as_bytes());
            return;
        }
        self.pending.push(b'"');
        self.pending.extend_from_slice(guard.as_bytes());
        for byte in text.bytes() {
            let count = if byte == b'"' { 2 } else { 1 };
            self.pending.extend(std::iter::repeat_n(byte, count));
        }
        self.pending.push(b'"');
    }

    /// A field with a phone number: one that is nothing but digits and their signs cannot run, and stays as it is dialled.
    pub(super) fn phone(&mut self, number: &str) {
        if !number.bytes().all(|byte| byte.is_ascii_digit() || matches!(byte, b'+' | b'-' | b' ' | b'(' | b')')) {
            return self.text(number);
        }
        self.separate();
        self.pending.extend_from_slice(number.as_bytes());
    }

    /// A field with a whole number; empty for 0.
    pub(super) fn count_or_empty(&mut self, count: u64) {
        self.separate();
        if let Some(count) = i64::try_from(count).ok().filter(|&count| count > 0) {
            push_count(&mut self.pending, count);
        }
    }

    fn separate(&mut self) {
        if std::mem::replace(&mut self.in_row, true) {
            self.pending.push(b',');
        }
    }

    pub(super) fn end_row(&mut self) -> Result<()> {
        self.pending.extend_from_slice(b"\r\n");
        self.in_row = false;
        if self.pending.len() < FLUSH_AT { Ok(()) } else { self.hand_over() }
    }

    pub(super) fn finish(mut self) -> Result<()> {
        self.hand_over()?;
        self.out.flush().map_err(failed)
    }

    fn hand_over(&mut self) -> Result<()> {
        self.out.write_all(&self.pending).map_err(failed)?;
        self.pending.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn field(text: &str) -> String {
        let mut out = Vec::new();
        let mut rows = Rows::new(&mut out);
        rows.text(text);
        rows.finish().expect("a vector takes everything");
        String::from_utf8(out).expect("text in, text out").trim_start_matches('\u{FEFF}').to_owned()
    }

    #[test]
    fn text_is_guarded_and_quoted() {
        for (text, expected) in [
            ("plain", "plain"),
            ("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"),
            ("=HYPERLINK(\"http://x\",\"y\")", "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\""),
            ("-5", "'-5"),
            ("+86 138", "'+86 138"),
            ("\u{3000}＝1", "'\u{3000}＝1"),
            ("\"@x", "\"'\"\"@x\""),
            ("\rx", "\"'\rx\""),
            ("\tx", "'\tx"),
            ("\u{200B}=1", "'\u{200B}=1"),
            ("a\nb", "\"a\nb\""),
            ("有限公司,上海", "\"有限公司,上海\""),
            ("000123456789012345", "000123456789012345"),
        ] {
            assert_eq!(field(text), expected, "{text:?}");
        }
    }
}
