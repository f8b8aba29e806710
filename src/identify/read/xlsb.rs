//! Excel's binary workbooks (MS-XLSB): parts of records in a zip archive → cells.
//!
//! As with xls, only values are read, and names and formulas are passed over by their length, because
//! that is where readers fall into damaged files' traps. Invariants: every access is checked; a sheet
//! streams record by record; a record is never longer than what is left of its part.

use super::Cell;
use super::archive::{Archive, damaged, find};
use super::cells::CellSink;
use super::formats::{NumberKind, built_in_kind, f64_at, number_kind, rk, truth_or_error, u16_at, u32_at};
use super::workbook::SheetName;
use crate::Result;
use quick_xml::XmlVersion;
use quick_xml::events::Event;
use std::collections::BTreeMap;
use std::io::{BufReader, Read};

/// A workbook whose globals have been read.
pub(super) struct Workbook<'s> {
    archive: Archive<'s>,
    is_1904: bool,
    /// Name and part of each sheet that holds cells.
    sheets: Vec<(SheetName, String)>,
    strings: Vec<String>,
    /// For each cell format what kind of number it shows.
    kinds: Vec<NumberKind>,
}

impl<'s> Workbook<'s> {
    /// Reads sheets, shared strings and formats.
    pub(super) fn open(mut archive: Archive<'s>) -> Result<Self> {
        let parts = worksheet_parts(&mut archive)?;
        let (mut is_1904, mut sheets) = (false, Vec::new());
        each_record(&mut archive, "xl/workbook.bin", |typ, data| {
            match typ {
                0x0099 => is_1904 = data.first().is_some_and(|flags| flags & 1 != 0),
                0x009C => sheets.extend(sheet(data, &parts)),
                // The end of the list of sheets.
                0x0090 => return Ok(false),
                _ => {}
            }
            Ok(true)
        })?;
        let strings = shared_strings(&mut archive)?;
        let kinds = number_kinds(&mut archive)?;
        Ok(Self { archive, is_1904, sheets, strings, kinds })
    }

    /// The sheets that hold cells.
    pub(super) fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    /// Hands the cells of this sheet to `sink`.
    pub(super) fn read(&mut self, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
        let Self { archive, is_1904, sheets, strings, kinds } = self;
        let Some((_, part)) = sheets.iter().find(|(found, _)| found.name == sheet) else { return Err(damaged("xlsb sheet")) };
        let mut row = None;
        let found = each_record(archive, part, |typ, data| {
            match typ {
                // The beginning and the end of the rows.
                0x0091 => row = Some(0),
                0x0092 => return Ok(false),
                0x0000 => row = row.and(u32_at(data, 0).map(|row| u64::from(row) + 1)),
                _ => {}
            }
            let (Some(row), Some(column)) = (row.filter(|row| *row > 0), u32_at(data, 0)) else { return Ok(true) };
            let kind = u32_at(data, 4).and_then(|format| kinds.get((format & 0x00FF_FFFF) as usize));
            let number = |number: f64| kind.map_or(Cell::Number(number), |kind| kind.cell(number, *is_1904));
            let mut own = None;
            let cell = match typ {
                0x0002 => u32_at(data, 8).map(|bits| number(rk(bits))),
                0x0003 | 0x000B => Some(truth_or_error(data.get(8).copied(), true)),
                0x0004 | 0x000A => Some(truth_or_error(data.get(8).copied(), false)),
                0x0005 | 0x0009 => f64_at(data, 8).map(number),
                0x0006 | 0x0008 => text_at(data, 8).map(|(text, _)| Cell::Text(own.insert(text))),
                0x0007 => u32_at(data, 8).and_then(|index| strings.get(index as usize)).map(|text| Cell::Text(text)),
                0x003E => text_at(data, 9).map(|(text, _)| Cell::Text(own.insert(text))),
                _ => None,
            };
            cell.map_or(Ok(true), |cell| sink.cell(row, usize::try_from(column).unwrap_or(usize::MAX), cell))
        })?;
        if found { Ok(()) } else { Err(damaged("xlsb part of a sheet")) }
    }
}

/// Name and part of a sheet, if it holds cells.
fn sheet(data: &[u8], parts: &BTreeMap<String, String>) -> Option<(SheetName, String)> {
    let (relation, name_at) = text_at(data, 8)?;
    let part = parts.get(&relation)?.clone();
    Some((SheetName { name: text_at(data, name_at)?.0, is_hidden: u32_at(data, 0) != Some(0) }, part))
}

/// For each relation of the workbook to a worksheet the part that it leads to.
fn worksheet_parts(archive: &mut Archive<'_>) -> Result<BTreeMap<String, String>> {
    let mut parts = BTreeMap::new();
    let Some(name) = find(archive, "xl/_rels/workbook.bin.rels") else { return Ok(parts) };
    let part = archive.by_name(&name).map_err(|_| damaged("xlsb relations"))?;
    let mut reader = quick_xml::Reader::from_reader(BufReader::new(part));
    let mut buffer = Vec::new();
    loop {
        buffer.clear();
        let event = reader.read_event_into(&mut buffer).map_err(|_| damaged("xlsb relations"))?;
        let (Event::Start(element) | Event::Empty(element)) = &event else {
            if matches!(event, Event::Eof) {
                return Ok(parts);
            }
            continue;
        };
        let attribute = |wanted: &str| {
            let found = element.attributes().with_checks(false).flatten().find(|attribute| attribute.key.as_ref() == wanted);
            found.and_then(|attribute| attribute.normalized_value(XmlVersion::Explicit1_0).ok()).unwrap_or_default().into_owned()
        };
        if attribute("Type").ends_with("/worksheet") {
            let target = attribute("Target");
            let part = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
            parts.insert(attribute("Id"), part);
        }
    }
}

fn shared_strings(archive: &mut Archive<'_>) -> Result<Vec<String>> {
    let mut strings = Vec::new();
    each_record(archive, "xl/sharedStrings.bin", |typ, data| {
        if typ == 0x0013 {
            strings.push(text_at(data, 1).map(|(text, _)| text).unwrap_or_default());
        }
        Ok(true)
    })?;
    Ok(strings)
}

fn number_kinds(archive: &mut Archive<'_>) -> Result<Vec<NumberKind>> {
    let mut formats = BTreeMap::new();
    let mut kinds = Vec::new();
    let mut in_cell_formats = false;
    each_record(archive, "xl/styles.bin", |typ, data| {
        match typ {
            0x002C => formats.extend(u16_at(data, 0).zip(text_at(data, 2)).map(|(id, (format, _))| (id, number_kind(&format)))),
            0x0269 | 0x026A => in_cell_formats = typ == 0x0269,
            0x002F if in_cell_formats => {
                let id = u16_at(data, 2).unwrap_or(0);
                kinds.push(formats.get(&id).copied().unwrap_or_else(|| built_in_kind(id)));
            }
            _ => {}
        }
        Ok(true)
    })?;
    Ok(kinds)
}

/// Calls `at_record` with each record's type and data, until it returns false. Returns whether the part is there at all.
fn each_record(archive: &mut Archive<'_>, part: &str, mut at_record: impl FnMut(u16, &[u8]) -> Result<bool>) -> Result<bool> {
    let Some(name) = find(archive, part) else { return Ok(false) };
    let part = archive.by_name(&name).map_err(|_| damaged("xlsb part"))?;
    let mut reader = BufReader::with_capacity(1 << 16, part);
    let mut record = Vec::new();
    while let Some(typ) = next_record(&mut reader, &mut record)? {
        if !at_record(typ, &record)? {
            break;
        }
    }
    Ok(true)
}

/// Reads a record and returns its type; `None` at the end of the part.
fn next_record(reader: &mut impl Read, record: &mut Vec<u8>) -> Result<Option<u16>> {
    let Some(first) = next_byte(reader)? else { return Ok(None) };
    let mut typ = u16::from(first);
    if first & 0x80 != 0 {
        typ = u16::from(first & 0x7F) | u16::from(next_byte(reader)?.unwrap_or(0) & 0x7F) << 7;
    }
    let mut length = 0_u64;
    for shift in [0, 7, 14, 21] {
        let Some(byte) = next_byte(reader)? else { return Err(damaged("xlsb record length")) };
        length |= u64::from(byte & 0x7F) << shift;
        if byte & 0x80 == 0 {
            break;
        }
    }
    record.clear();
    let read = reader.take(length).read_to_end(record).map_err(|_| damaged("xlsb record"))?;
    if (read as u64) < length { Err(damaged("xlsb record length")) } else { Ok(Some(typ)) }
}

fn next_byte(reader: &mut impl Read) -> Result<Option<u8>> {
    let mut byte = [0];
    match reader.read(&mut byte) {
        Ok(0) => Ok(None),
        Ok(_) => Ok(Some(byte[0])),
        Err(_) => Err(damaged("xlsb part")),
    }
}

/// The text at this place, and the place behind it.
fn text_at(data: &[u8], at: usize) -> Option<(String, usize)> {
    let length = u32_at(data, at)?;
    if length == u32::MAX {
        return Some((String::new(), at + 4));
    }
    let end = at + 4 + usize::try_from(length).ok()?.checked_mul(2)?;
    let units: Vec<u16> = data.get(at + 4..end)?.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)).collect();
    Some((String::from_utf16_lossy(&units), end))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn records() -> Result<()> {
        let mut part: &[u8] = &[0x13, 2, b'a', b'b', 0x99, 0x01, 0x81, 0x00, b'c', 0x91, 1, 0];
        let mut record = Vec::new();
        for expected in [Some((0x13, "ab")), Some((0x99, "c")), Some((0x91, "")), None] {
            let typ = next_record(&mut part, &mut record)?;
            assert_eq!(
                typ.map(|typ| (typ, String::from_utf8_lossy(&record).into_owned())),
                expected.map(|(typ, data)| (typ, data.to_owned()))
            );
        }
        assert!(next_record(&mut &[0x13, 200, 1, b'a'][..], &mut record).is_err());
        Ok(())
    }

    #[test]
    fn texts() {
        for (data, expected) in [
            (&[1, 0, 0, 0, b'a', 0][..], Some(("a", 6))),
            (&[0xFF; 4], Some(("", 4))),
            (&[9, 0, 0, 0, b'a', 0], None),
            (&[0xFE, 0xFF, 0xFF, 0xFF], None),
            (&[1, 0], None),
        ] {
            assert_eq!(text_at(data, 0), expected.map(|(text, end)| (text.to_owned(), end)), "{data:?}");
        }
    }
}
