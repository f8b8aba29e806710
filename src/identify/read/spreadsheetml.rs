//! Workbooks of one XML file: "XML Spreadsheet 2003" of Excel, and the flat form of OpenDocument.
//!
//! Reports of ERP systems are often the former, named `.xls`. Like the other workbooks it passes through and
//! hands over its cells. Whole numbers too long for a floating-point number stay the text that they are.
//! Invariant: nothing of a sheet is held but its current cell.

use super::archive::damaged;
use super::cells::{CellSink, Rows, Sniffer, cell_of_iso};
use super::encoding::Found;
use super::limits::{CELLS, COLUMNS, SHEET_ROWS, SNIFF_BYTES, at_most};
use super::ods::{self, Xml, next, push_entity};
use super::slices::Slices;
use super::sniff::{Layout, Place};
use super::source::State;
use super::workbook::{SheetName, Sniffed};
use super::{Cell, RowSink, Source, encoding, workbook};
use crate::Result;
use crate::recipe::Import;
use encoding_rs::Encoding;
use quick_xml::Reader;
use quick_xml::XmlVersion;
use quick_xml::events::{BytesStart, BytesText, Event};
use std::io::{self, BufRead, Read};
use std::rc::Rc;

/// What the workbook holds.
pub(super) fn inspect(source: &mut dyn Source, found: Found, is_flat: bool, settings: &Import) -> Result<Layout> {
    let from = u64::from(settings.header_row.unwrap_or(0));
    let decoded = Box::new(Decoded::new(source, found.encoding, &State::default()));
    let sheets = if is_flat { ods::sniff(decoded, from)? } else { sniff(decoded, from)? };
    let place = if is_flat { Place::FlatSheets } else { Place::Whole };
    let layout = workbook::layout("xml", sheets, settings)?;
    Ok(Layout { encoding: Some(found.encoding.name().to_owned()), encodings: found.previews, place, ..layout })
}

/// Hands the rows of one sheet to `sink`.
pub(super) fn read<S: RowSink>(source: &mut dyn Source, layout: &Layout, table: usize, wanted: &[usize], sink: &mut S) -> Result<()> {
    let Some(table) = layout.tables.get(table) else { return Ok(()) };
    let encoding = encoding::by_label(layout.encoding.as_deref().unwrap_or("utf-8"))?;
    let sheet = table.sheet.clone().unwrap_or_default();
    let (bytes, state) = (source.len(), State::default());
    let mut rows = Rows::new(&mut *sink, Rc::clone(&state), u64::from(table.header_row), wanted);
    let decoded = Box::new(Decoded::new(source, encoding, &state));
    let read = if matches!(layout.place, Place::FlatSheets) {
        ods::read(decoded, &sheet, &mut rows)
    } else {
        let mut sheets = Sheets::new(decoded);
        sheets.find(&sheet).and_then(|()| sheets.read(&mut rows))
    };
    let read = read.and_then(|()| rows.finish());
    let own = state.borrow_mut().error.take();
    read.map_err(|error| own.unwrap_or(error).in_sheet(&sheet))?;
    sink.progress(bytes)
}

/// A text file as UTF-8 bytes, for readers of XML.
struct Decoded<'s> {
    slices: Slices<'s>,
    at: usize,
    last: bool,
    state: State,
}

impl<'s> Decoded<'s> {
    fn new(source: &'s mut dyn Source, encoding: &'static Encoding, state: &State) -> Self {
        Self { slices: Slices::new(source, encoding, SNIFF_BYTES), at: 0, last: false, state: Rc::clone(state) }
    }
}

impl Read for Decoded<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let ahead = self.fill_buf()?;
        let count = ahead.len().min(buffer.len());
        buffer[..count].copy_from_slice(&ahead[..count]);
        self.consume(count);
        Ok(count)
    }
}

impl BufRead for Decoded<'_> {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.at >= self.slices.bytes().len() && !self.last {
            match self.slices.next(self.at) {
                Ok(slice) => {
                    self.last = slice.last;
                    self.state.borrow_mut().farthest = slice.bytes_read;
                }
                Err(error) => {
                    let text = error.to_string();
                    self.state.borrow_mut().error = Some(error);
                    return Err(io::Error::other(text));
                }
            }
            self.at = 0;
        }
        Ok(&self.slices.bytes()[self.at..])
    }

    fn consume(&mut self, count: usize) {
        self.at += count;
    }
}

fn sniff(content: Box<dyn BufRead + '_>, from: u64) -> Result<Vec<Sniffed>> {
    let mut sheets = Sheets::new(content);
    let mut found: Vec<Sniffed> = Vec::new();
    loop {
        let name = sheets.next_name()?;
        if let Some((last, _)) = found.last_mut() {
            last.is_hidden = std::mem::take(&mut sheets.was_hidden);
        }
        let Some(name) = name else { return Ok(found) };
        let mut sniffer = Sniffer { from, rows: Vec::new() };
        sheets.read(&mut sniffer)?;
        found.push((SheetName { name, is_hidden: false }, Ok(sniffer.rows)));
    }
}

/// The sheets of a workbook, one after the other.
struct Sheets<'r> {
    reader: Xml<'r>,
    buffer: Vec<u8>,
    /// Whether the options behind the last sheet's table say that it is not shown.
    was_hidden: bool,
}

/// Where the next cell stands.
struct Position {
    row: u64,
    column: u64,
}

impl<'r> Sheets<'r> {
    fn new(content: Box<dyn BufRead + 'r>) -> Self {
        let mut reader: Xml<'r> = Reader::from_reader(content);
        let config = reader.config_mut();
        config.check_end_names = false;
        config.expand_empty_elements = true;
        Self { reader, buffer: Vec::new(), was_hidden: false }
    }

    /// The name of the next sheet.
    fn next_name(&mut self) -> Result<Option<String>> {
        let mut in_visible = false;
        loop {
            self.buffer.clear();
            match next(&mut self.reader, &mut self.buffer)? {
                Event::Start(element) if local(element.name().as_ref()) == "Worksheet" => {
                    return Ok(Some(attribute(&element, "Name").unwrap_or_default()));
                }
                Event::Start(element) => in_visible = local(element.name().as_ref()) == "Visible",
                Event::Text(state) if in_visible => self.was_hidden |= is_hidden(&state),
                Event::Eof => return Ok(None),
                _ => {}
            }
        }
    }

    fn find(&mut self, sheet: &str) -> Result<()> {
        while let Some(name) = self.next_name()? {
            if name == sheet {
                return Ok(());
            }
        }
        Err(damaged("xml sheet"))
    }

    /// Hands over the cells of the sheet that has begun.
    fn read(&mut self, sink: &mut impl CellSink) -> Result<()> {
        let mut position = Position { row: 0, column: 0 };
        let (mut cells, mut in_visible) = (0, false);
        loop {
            self.buffer.clear();
            match next(&mut self.reader, &mut self.buffer)? {
                Event::Start(element) => match local(element.name().as_ref()) {
                    "Row" => position = Position { row: index(&element).unwrap_or(position.row + 1), column: 0 },
                    "Cell" => {
                        position.column = index(&element).unwrap_or(position.column + 1);
                        let across: u64 = attribute(&element, "MergeAcross").and_then(|count| count.trim().parse().ok()).unwrap_or(0);
                        cells += 1;
                        at_most("cells", cells, CELLS)?;
                        let goes_on = self.cell(&position, sink)?;
                        position.column = position.column.saturating_add(across);
                        if !goes_on {
                            return Ok(());
                        }
                    }
                    name => in_visible = name == "Visible",
                },
                Event::Text(state) if in_visible => self.was_hidden |= is_hidden(&state),
                Event::End(element) if local(element.name().as_ref()) == "Worksheet" => return Ok(()),
                Event::Eof => return Err(damaged("xml end of sheet")),
                _ => {}
            }
        }
    }

    /// Hands over the cell that has begun, without its comment.
    fn cell(&mut self, position: &Position, sink: &mut impl CellSink) -> Result<bool> {
        let (mut kind, mut text) = (String::new(), String::new());
        let (mut in_data, mut in_comment) = (false, false);
        loop {
            self.buffer.clear();
            match next(&mut self.reader, &mut self.buffer)? {
                Event::Start(element) => match local(element.name().as_ref()) {
                    "Comment" => in_comment = true,
                    "Data" if !in_comment => {
                        in_data = true;
                        kind = attribute(&element, "Type").unwrap_or_default();
                    }
                    _ => {}
                },
                Event::Text(piece) if in_data => text.push_str(&piece.xml10_content()),
                Event::CData(piece) if in_data => text.push_str(&piece.xml10_content()),
                Event::GeneralRef(entity) if in_data => push_entity(&entity, &mut text),
                Event::End(element) => match local(element.name().as_ref()) {
                    "Comment" => in_comment = false,
                    "Data" => in_data = false,
                    "Cell" => break,
                    _ => {}
                },
                Event::Eof => return Err(damaged("xml end of cell")),
                _ => {}
            }
        }
        let column = position.column.saturating_sub(1);
        if text.is_empty() || column >= COLUMNS as u64 * 4 || position.row > SHEET_ROWS {
            return Ok(true);
        }
        sink.cell(position.row, usize::try_from(column).unwrap_or(usize::MAX), typed(&kind, &text))
    }
}

/// Whether this state of a sheet means that it is not shown.
fn is_hidden(state: &BytesText<'_>) -> bool {
    matches!(state.xml10_content().trim(), "SheetHidden" | "SheetVeryHidden")
}

/// The value that a text of this type is.
fn typed<'t>(kind: &str, text: &'t str) -> Cell<'t> {
    match kind {
        "Number" => {
            let is_long = text.len() > 15 && text.trim().bytes().all(|byte| byte.is_ascii_digit());
            text.trim().parse().ok().filter(|_| !is_long).map_or(Cell::Text(text), Cell::Number)
        }
        "DateTime" => cell_of_iso(text),
        "Boolean" => Cell::Bool(matches!(text.trim(), "1" | "true")),
        "Error" => Cell::Error(text),
        _ => Cell::Text(text),
    }
}

/// A name without its prefix.
fn local(name: &str) -> &str {
    name.rsplit_once(':').map_or(name, |(_, local)| local)
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.attributes().with_checks(false).flatten().find(|attribute| local(attribute.key.as_ref()) == name)?;
    found.normalized_value(XmlVersion::Explicit1_0).ok().map(std::borrow::Cow::into_owned)
}

fn index(element: &BytesStart<'_>) -> Option<u64> {
    attribute(element, "Index").and_then(|index| index.trim().parse().ok()).filter(|index| *index > 0)
}

#[cfg(test)]
mod tests;
