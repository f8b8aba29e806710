//! JSON: an array of records, one record a line, or an answer of a service that has such an array in it.
//!
//! Records pass by one after the other, like the rows of a text file, so that a large array is never built.
//! Numbers stay the text that they are: an order number of 18 digits is one. Columns are the keys of the
//! first part of the file in the order in which they are met; a key that comes up later is said.
//! Invariant: at most one slice of the file and one record are in memory.

use super::encoding::Found;
use super::header::{self, SniffCell, SniffRow};
use super::limits::{COLUMNS, RECORD_BYTES, SAMPLE_ROWS, SLICE_BYTES, SNIFF_BYTES, SNIFF_ROWS, at_most};
use super::slices::Slices;
use super::sniff::{Layout, Place, TableLayout, not_a_table};
use super::{Cell, RowSink, Source, encoding};
use crate::identify::IssueCode;
use crate::recipe::Import;
use crate::{ErrorKind, Result};
use record::Record;
use std::borrow::Cow;
use values::{Next, Values, blank_end, value_end};

mod record;
mod values;

/// Where the records are, and what they are made of.
#[derive(Debug, Clone)]
pub(super) struct Shape {
    /// Where in the text the first record begins.
    start: usize,
    /// One record a line, without brackets and commas around them.
    is_lines: bool,
    /// The keys of the columns; none where records are arrays.
    keys: Option<Vec<String>>,
}

/// What the file holds.
pub(super) fn inspect(source: &mut dyn Source, found: Found, settings: &Import) -> Result<Layout> {
    let mut slices = Slices::new(source, found.encoding, SNIFF_BYTES);
    let slice = slices.next(0)?;
    let (start, is_lines) = locate(slice.text).ok_or_else(|| not_a_table("json"))?;
    let mut values = Values { at: start, is_lines };
    let mut records = Vec::new();
    while let Next::Value(place) = values.next(slice.text, slice.last) {
        records.extend(Record::parse(&slice.text[place]));
    }
    let keys = keys(&records)?;
    let table = match &keys {
        Some(keys) => table_of(keys, &records),
        None => header::table(None, &rows_of(&records), settings.header_row)?,
    };
    if table.headers.is_empty() {
        return Err(ErrorKind::FileEmpty.into());
    }
    let place = Place::Json(Shape { start, is_lines, keys });
    Ok(Layout {
        encoding: Some(found.encoding.name().to_owned()),
        encodings: found.previews,
        tables: vec![table],
        place,
        ..Layout::of("json")
    })
}

/// Hands the records to `sink`, numbered from 1.
pub(super) fn read<S: RowSink>(source: &mut dyn Source, layout: &Layout, shape: &Shape, wanted: &[usize], sink: &mut S) -> Result<()> {
    let encoding = encoding::by_label(layout.encoding.as_deref().unwrap_or("utf-8"))?;
    let header_row = layout.tables.first().map_or(0, |table| u64::from(table.header_row));
    let mut slices = Slices::new(source, encoding, SLICE_BYTES);
    let mut values = Values { at: shape.start, is_lines: shape.is_lines };
    let mut number = 0;
    let mut consumed = 0;
    loop {
        let slice = slices.next(consumed)?;
        let goes_on = loop {
            match values.next(slice.text, slice.last) {
                Next::Value(place) => {
                    number += 1;
                    if number > header_row {
                        hand_over(number, &slice.text[place], shape, wanted, sink)?;
                    }
                }
                Next::More => break !slice.last,
                Next::End => break false,
            }
        };
        sink.progress(slice.bytes_read)?;
        if !goes_on {
            // The rest, if any, is no record.
            let rest = slice.text[values.at.min(slice.text.len())..].trim();
            if shape.is_lines && !rest.is_empty() || !shape.is_lines && !rest.starts_with(']') {
                sink.trouble(number + 1, IssueCode::RaggedRow, rest.get(..200).unwrap_or(rest));
            }
            return Ok(());
        }
        consumed = values.at;
        values.at = 0;
    }
}

/// Where the records begin, and whether they stand in lines of their own.
fn locate(text: &str) -> Option<(usize, bool)> {
    let bytes = text.as_bytes();
    let start = blank_end(bytes, 0);
    let first = |at: usize| bytes.get(blank_end(bytes, at)).copied();
    match bytes.get(start)? {
        b'[' if matches!(first(start + 1), Some(b'{' | b'[')) => Some((start + 1, false)),
        b'[' if first(start + 1) == Some(b']') => Some((start + 1, false)),
        open @ (b'{' | b'[') => {
            let end = value_end(bytes, start);
            if end.is_some_and(|end| first(end) == Some(*open)) {
                return Some((start, true));
            }
            let inside = if *open == b'{' { values::longest_array(bytes, start) } else { None };
            inside.map(|at| (at, false)).or_else(|| (end.is_some() && *open == b'{').then_some((start, true)))
        }
        _ => None,
    }
}

/// The keys in the order in which they are met; none where most records are arrays.
fn keys(records: &[Record<'_>]) -> Result<Option<Vec<String>>> {
    if records.iter().filter(|record| matches!(record, Record::Array(_))).count() * 2 > records.len() {
        return Ok(None);
    }
    let mut seen = std::collections::BTreeSet::new();
    let mut keys = Vec::new();
    for record in records {
        let Record::Object(members) = record else { continue };
        for (key, _) in members {
            if !seen.contains(key.as_ref()) {
                seen.insert(key.to_string());
                keys.push(key.to_string());
                at_most("columns", keys.len() as u64, COLUMNS as u64)?;
            }
        }
    }
    Ok(Some(keys))
}

fn table_of(keys: &[String], records: &[Record<'_>]) -> TableLayout {
    let names: Vec<SniffCell> = keys.iter().map(|key| SniffCell::of_text(key)).collect();
    let objects = records.iter().filter(|record| matches!(record, Record::Object(_)));
    let sample = objects.take(SAMPLE_ROWS).map(|record| {
        let mut texts = vec![String::new(); keys.len()];
        record.each(Some(keys), |column, value| texts[column] = shown(value));
        texts
    });
    TableLayout {
        sheet: None,
        is_hidden: false,
        header_row: 0,
        above: Vec::new(),
        headers: header::name_columns(&names, keys.len()),
        columns: keys.len(),
        sample: sample.collect(),
    }
}

fn rows_of(records: &[Record<'_>]) -> Vec<SniffRow> {
    let rows = (1..).zip(records).take(SNIFF_ROWS).map(|(number, record)| {
        let mut cells = Vec::new();
        record.each(None, |_, value| cells.push(SniffCell::of_text(&shown(value))));
        SniffRow { number, cells }
    });
    rows.filter(|row| row.filled() > 0).collect()
}

fn shown(value: &str) -> String {
    let mut own = Cow::Borrowed("");
    super::cells::show(cell(value, &mut own))
}

/// A value as a cell: text without its quotes, numbers and whatever is nested as they are written.
fn cell<'c>(value: &'c str, own: &'c mut Cow<'c, str>) -> Cell<'c> {
    match value.as_bytes() {
        b"null" | b"\"\"" | b"{}" | b"[]" | b"" => Cell::Empty,
        b"true" => Cell::Bool(true),
        b"false" => Cell::Bool(false),
        [b'"', ..] => {
            *own = record::unquoted(value);
            Cell::Text(own)
        }
        _ => Cell::Text(value),
    }
}

fn hand_over<S: RowSink>(number: u64, text: &str, shape: &Shape, wanted: &[usize], sink: &mut S) -> Result<()> {
    let Some(record) = Record::parse(text) else {
        sink.trouble(number, IssueCode::RaggedRow, text.get(..200).unwrap_or(text));
        return Ok(());
    };
    let keys = shape.keys.as_deref();
    let mut values = vec![""; wanted.len()];
    let mut is_filled = false;
    let unknown = record.each(keys, |column, value| {
        is_filled |= !matches!(value, "null" | "\"\"");
        wanted.iter().zip(&mut values).filter(|(wanted, _)| **wanted == column).for_each(|(_, slot)| *slot = value);
    });
    if unknown {
        sink.trouble(number, IssueCode::RaggedRow, text);
    }
    if !is_filled {
        return Ok(());
    }
    let mut owns = vec![Cow::Borrowed(""); values.len()];
    let cells: Vec<Cell<'_>> = values.iter().zip(&mut owns).map(|(value, own)| cell(value, own)).collect();
    sink.row(number, &cells)
}

#[cfg(test)]
mod tests;
