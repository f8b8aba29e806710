//! OpenDocument spreadsheets, straight from their XML.
//!
//! Rows and cells say how often they are repeated, which is how a file of one kilobyte claims to have
//! billions of them; readers that build the sheet pay for that. This one passes through the XML and
//! hands over what is filled, so repeating nothing is free and repeating something counts as cells.
//! Invariant: nothing of a sheet is held but its current row.

use super::Cell;
use super::archive::{Archive, damaged};
use super::cells::{CellSink, Sniffer, cell_of_iso};
use super::limits::{CELLS, COLUMNS, SHEET_ROWS, at_most};
use super::workbook::{SheetName, Sniffed};
use crate::Result;
use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};
use std::collections::BTreeSet;
use std::io::{BufRead, BufReader};
use std::ops::Range;

/// The content of the spreadsheet in this archive.
pub(super) fn content<'a>(archive: &'a mut Archive<'_>) -> Result<Box<dyn BufRead + 'a>> {
    let part = archive.by_name("content.xml").map_err(|_| damaged("ods content"))?;
    Ok(Box::new(BufReader::with_capacity(1 << 16, part)))
}

/// The first rows of every sheet, from row `from` on, in one pass.
pub(super) fn sniff(content: Box<dyn BufRead + '_>, from: u64) -> Result<Vec<Sniffed>> {
    let mut sheets = Vec::new();
    visit(content, |sheet, reader| {
        let mut sniffer = Sniffer { from, rows: Vec::new() };
        read_sheet(reader, &mut sniffer)?;
        sheets.push((sheet, Ok(sniffer.rows)));
        Ok(Visit::GoOn)
    })?;
    Ok(sheets)
}

/// Hands the cells of this sheet to `sink`.
pub(super) fn read(content: Box<dyn BufRead + '_>, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
    visit(content, |found, reader| {
        if found.name != sheet {
            return Ok(Visit::GoOn);
        }
        read_sheet(reader, sink)?;
        Ok(Visit::Stop)
    })
}

enum Visit {
    GoOn,
    Stop,
}

pub(super) type Xml<'r> = Reader<Box<dyn BufRead + 'r>>;

/// Calls `at_sheet` at the beginning of each sheet.
fn visit(content: Box<dyn BufRead + '_>, mut at_sheet: impl FnMut(SheetName, &mut Xml<'_>) -> Result<Visit>) -> Result<()> {
    let mut reader: Xml<'_> = Reader::from_reader(content);
    let config = reader.config_mut();
    config.check_end_names = false;
    config.expand_empty_elements = true;
    let mut buffer = Vec::new();
    // Styles come before the sheets; one of them says that a sheet is not shown.
    let (mut style, mut hiding) = (None, BTreeSet::new());
    loop {
        buffer.clear();
        match next(&mut reader, &mut buffer)? {
            Event::Start(element) if element.name().as_ref() == "style:style" => style = attribute(&element, "style:name"),
            Event::Start(element) if element.name().as_ref() == "style:table-properties" => {
                let is_shown = attribute(&element, "table:display").is_none_or(|shown| shown != "false");
                hiding.extend(style.take().filter(|_| !is_shown));
            }
            Event::Start(element) if element.name().as_ref() == "table:table" => {
                let name = attribute(&element, "table:name").unwrap_or_default();
                let is_hidden = attribute(&element, "table:style-name").is_some_and(|style| hiding.contains(&style));
                if matches!(at_sheet(SheetName { name, is_hidden }, &mut reader)?, Visit::Stop) {
                    return Ok(());
                }
            }
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

pub(super) fn next<'b>(reader: &mut Xml<'_>, buffer: &'b mut Vec<u8>) -> Result<Event<'b>> {
    reader.read_event_into(buffer).map_err(|_| damaged("ods xml"))
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == name)?;
    found.normalized_value(XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn repeats(element: &BytesStart<'_>, name: &str) -> u64 {
    attribute(element, name).and_then(|count| count.parse().ok()).unwrap_or(1)
}

/// A cell with its column, and how often it stands there.
struct Filled {
    column: u64,
    repeats: u64,
    value: Value,
}

enum Value {
    Number(f64),
    Bool(bool),
    Day(String),
    Text(String),
    Error(String),
}

impl Value {
    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Number(number) => Cell::Number(*number),
            Self::Bool(truth) => Cell::Bool(*truth),
            Self::Day(text) => cell_of_iso(text),
            Self::Text(text) => Cell::Text(text),
            Self::Error(text) => Cell::Error(text),
        }
    }
}

fn read_sheet(reader: &mut Xml<'_>, sink: &mut impl CellSink) -> Result<()> {
    let mut row = 1_u64;
    let mut cells = 0_u64;
    let mut buffer = Vec::new();
    while row <= SHEET_ROWS {
        buffer.clear();
        match next(reader, &mut buffer)? {
            Event::Start(element) if element.name().as_ref() == "table:table-row" => {
                let count = repeats(&element, "table:number-rows-repeated");
                let filled = read_row(reader)?;
                let end = row.saturating_add(count).min(SHEET_ROWS + 1);
                // What is repeated is summed before any of it is handed over.
                let in_row: u64 = filled.iter().map(|cell| cell.repeats.min(COLUMNS as u64)).sum();
                cells = cells.saturating_add(in_row.saturating_mul(end - row));
                at_most("cells", cells, CELLS)?;
                if !hand_over(&filled, row..end, sink)? {
                    return Ok(());
                }
                row = end;
            }
            Event::End(element) if element.name().as_ref() == "table:table" => return Ok(()),
            Event::Eof => return Err(damaged("ods end of sheet")),
            _ => {}
        }
    }
    Ok(())
}

fn hand_over(filled: &[Filled], rows: Range<u64>, sink: &mut impl CellSink) -> Result<bool> {
    if filled.is_empty() {
        return Ok(true);
    }
    for row in rows {
        for cell in filled {
            for column in cell.column..cell.column.saturating_add(cell.repeats).min(COLUMNS as u64) {
                if !sink.cell(row, usize::try_from(column).unwrap_or(usize::MAX), cell.value.cell())? {
                    return Ok(false);
                }
            }
        }
    }
    Ok(true)
}

fn read_row(reader: &mut Xml<'_>) -> Result<Vec<Filled>> {
    let mut filled = Vec::new();
    let mut column = 0_u64;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match next(reader, &mut buffer)? {
            Event::Start(element) if matches!(element.name().as_ref(), "table:table-cell" | "table:covered-table-cell") => {
                let repeats = repeats(&element, "table:number-columns-repeated");
                let typed = typed_value(&element);
                let is_error = attribute(&element, "calcext:value-type").is_some_and(|typ| typ == "error");
                let text = read_text(reader)?;
                let value = match typed {
                    _ if is_error => Some(Value::Error(text)),
                    None if text.is_empty() => None,
                    None => Some(Value::Text(text)),
                    typed => typed,
                };
                filled.extend(value.map(|value| Filled { column, repeats, value }));
                column = column.saturating_add(repeats);
            }
            Event::End(element) if element.name().as_ref() == "table:table-row" => return Ok(filled),
            Event::Eof => return Err(damaged("ods end of row")),
            _ => {}
        }
    }
}

/// The value that the element itself carries. Times and durations are left to their text.
fn typed_value(element: &BytesStart<'_>) -> Option<Value> {
    match attribute(element, "office:value-type")?.as_str() {
        "float" | "currency" | "percentage" => attribute(element, "office:value")?.trim().parse().ok().map(Value::Number),
        "boolean" => attribute(element, "office:boolean-value").map(|truth| Value::Bool(truth.eq_ignore_ascii_case("true"))),
        "date" => attribute(element, "office:date-value").map(Value::Day),
        "string" => attribute(element, "office:string-value").filter(|text| !text.is_empty()).map(Value::Text),
        _ => None,
    }
}

/// The text of a cell to its end, paragraphs as lines, without its notes.
fn read_text(reader: &mut Xml<'_>) -> Result<String> {
    let mut text = String::new();
    let mut paragraphs = 0;
    let mut in_note = 0_u32;
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        match next(reader, &mut buffer)? {
            Event::Start(element) => match element.name().as_ref() {
                "office:annotation" => in_note += 1,
                "text:p" if in_note == 0 => {
                    paragraphs += 1;
                    text.push_str(if paragraphs > 1 { "\n" } else { "" });
                }
                "text:s" if in_note == 0 => {
                    let count = repeats(&element, "text:c").min(1024);
                    text.extend((0..count).map(|_| ' '));
                }
                "text:tab" if in_note == 0 => text.push('\t'),
                "text:line-break" if in_note == 0 => text.push('\n'),
                _ => {}
            },
            Event::Text(piece) if in_note == 0 && paragraphs > 0 => text.push_str(&piece.xml10_content()),
            Event::CData(piece) if in_note == 0 && paragraphs > 0 => text.push_str(&piece.xml10_content()),
            Event::GeneralRef(entity) if in_note == 0 && paragraphs > 0 => push_entity(&entity, &mut text),
            Event::End(element) => match element.name().as_ref() {
                "office:annotation" => in_note = in_note.saturating_sub(1),
                "table:table-cell" | "table:covered-table-cell" => return Ok(text),
                _ => {}
            },
            Event::Eof => return Err(damaged("ods end of cell")),
            _ => {}
        }
    }
}

/// A character by its number, or one of XML's five; others, which a document type would define, are left out.
pub(super) fn push_entity(entity: &quick_xml::events::BytesRef<'_>, text: &mut String) {
    if let Ok(Some(letter)) = entity.resolve_char_ref() {
        text.push(letter);
    } else if let Some(plain) = quick_xml::escape::resolve_predefined_entity(&entity.xml10_content()) {
        text.push_str(plain);
    }
}
