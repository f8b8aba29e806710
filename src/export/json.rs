//! The customer list and the figures of a run as JSON.
//!
//! For programs: the list has the same columns as the CSV, numbers as exact decimals, what is not
//! known as `null`. Invariant: the same run gives the same bytes.

use super::columns::{Column, Value, columns, listed_customers};
use super::failed;
use super::number::{push_count, push_day, push_money};
use crate::Result;
use crate::differentiate::{Standing, Summary};
use crate::identify::Book;
use std::io::Write;

/// Bytes gathered before they are handed to the writer.
const FLUSH_AT: usize = 1 << 16;

/// Writes an array with one object per customer, one per line, in the order of the ids.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn customers_json(book: &Book, standing: &Standing, out: &mut impl Write) -> Result<()> {
    let columns = columns(book, standing);
    let keys = columns.iter().map(|column| quoted(&column.name)).collect::<Result<Vec<_>>>()?;
    let mut pending = vec![b'['];
    let mut separator = "\n";
    for customer in listed_customers(book, standing) {
        pending.extend_from_slice(separator.as_bytes());
        push_object(&mut pending, columns.iter().map(|column| Column::value(column, book, standing, customer)).zip(&keys))?;
        separator = ",\n";
        if pending.len() >= FLUSH_AT {
            out.write_all(&pending).map_err(failed)?;
            pending.clear();
        }
    }
    pending.extend_from_slice(b"\n]\n");
    out.write_all(&pending).map_err(failed)?;
    out.flush().map_err(failed)
}

/// Writes the figures of a run, indented, with a final line break.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn summary_json(summary: &Summary, out: &mut impl Write) -> Result<()> {
    serde_json::to_writer_pretty(&mut *out, summary).map_err(failed)?;
    out.write_all(b"\n").map_err(failed)?;
    out.flush().map_err(failed)
}

fn push_object<'a>(out: &mut Vec<u8>, members: impl Iterator<Item = (Value<'a>, &'a String)>) -> Result<()> {
    let mut separator = b'{';
    for (value, key) in members {
        out.push(separator);
        out.extend_from_slice(key.as_bytes());
        out.push(b':');
        push_value(out, value)?;
        separator = b',';
    }
    out.push(b'}');
    Ok(())
}

fn push_value(out: &mut Vec<u8>, value: Value<'_>) -> Result<()> {
    match value {
        Value::Text("") | Value::Code("") => out.extend_from_slice(b"null"),
        Value::Text(text) | Value::Code(text) => serde_json::to_writer(out, text).map_err(failed)?,
        Value::Letter(letter) => serde_json::to_writer(out, &letter).map_err(failed)?,
        Value::Cell(scores) => push_quoted(out, |out| out.extend(scores.map(|score| b'0' + score % 10))),
        Value::Day(day) => push_quoted(out, |out| push_day(out, day)),
        Value::Count(count) => push_count(out, count),
        Value::Money(amount) => push_money(out, amount),
    }
    Ok(())
}

fn push_quoted(out: &mut Vec<u8>, push: impl FnOnce(&mut Vec<u8>)) {
    out.push(b'"');
    push(out);
    out.push(b'"');
}

fn quoted(text: &str) -> Result<String> {
    serde_json::to_string(text).map_err(failed)
}
