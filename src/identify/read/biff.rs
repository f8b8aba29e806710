//! The workbook stream of an xls (MS-XLS, and Excel 5.0/95 before it): records → cells.
//!
//! Only values are read. Formulas, names and drawings, where damaged files hide most of their traps, are
//! passed over by their length. Invariants: every access is checked, so a record that is too short is
//! no cell instead of a panic; no sheet is built as a rectangle; the stream is the only thing held.

use super::Cell;
use super::archive::damaged;
use super::cells::CellSink;
use super::formats::{NumberKind, built_in_kind, f64_at, number_kind, rk, truth_or_error, u16_at, u32_at};
use super::workbook::SheetName;
use crate::{ErrorKind, Result};
use encoding_rs::{Encoding, WINDOWS_1252};
use std::collections::BTreeMap;

/// An xls whose globals have been read.
pub(super) struct Workbook {
    stream: Vec<u8>,
    is_biff8: bool,
    is_1904: bool,
    encoding: &'static Encoding,
    /// Each with its place.
    sheets: Vec<(SheetName, usize)>,
    strings: Vec<String>,
    /// For each cell format what kind of number it shows.
    kinds: Vec<NumberKind>,
}

/// A record: its type and its data.
#[derive(Clone, Copy)]
struct Record<'r> {
    typ: u16,
    data: &'r [u8],
}

/// The records from a place on; ends where the stream does, or breaks off.
struct Records<'r> {
    stream: &'r [u8],
    at: usize,
}

impl<'r> Iterator for Records<'r> {
    type Item = Record<'r>;

    fn next(&mut self) -> Option<Record<'r>> {
        let typ = u16_at(self.stream, self.at)?;
        let length = usize::from(u16_at(self.stream, self.at + 2)?);
        let begin = self.at + 4;
        let data = self.stream.get(begin..).map(|rest| &rest[..rest.len().min(length)])?;
        self.at = begin + length;
        Some(Record { typ, data })
    }
}

impl Workbook {
    /// Reads the globals: sheets, shared strings, formats.
    pub(super) fn open(stream: Vec<u8>) -> Result<Self> {
        let mut book = Self {
            stream: Vec::new(),
            is_biff8: true,
            is_1904: false,
            encoding: WINDOWS_1252,
            sheets: Vec::new(),
            strings: Vec::new(),
            kinds: Vec::new(),
        };
        let mut formats = BTreeMap::new();
        let mut cell_formats = Vec::new();
        let mut records = Records { stream: &stream, at: 0 };
        if records.next().is_none_or(|first| !matches!(first.typ, 0x0809 | 0x0409 | 0x0209 | 0x0009)) {
            return Err(damaged("xls beginning"));
        }
        records.at = 0;
        while let Some(Record { typ, data }) = records.next() {
            match typ {
                0x0809 => book.is_biff8 = u16_at(data, 0) != Some(0x0500),
                0x002F => return Err(ErrorKind::Encrypted.into()),
                0x0042 => book.encoding = u16_at(data, 0).map_or(WINDOWS_1252, code_page),
                0x0022 => book.is_1904 = u16_at(data, 0) == Some(1),
                0x041E => formats.extend(u16_at(data, 0).map(|id| (id, number_kind(&book.format_text(data))))),
                0x00E0 => cell_formats.push(u16_at(data, 2).unwrap_or(0)),
                0x0085 => book.add_sheet(data),
                0x00FC => book.strings = shared_strings(data, &mut records),
                0x000A => break,
                _ => {}
            }
        }
        book.kinds = cell_formats.iter().map(|id| formats.get(id).copied().unwrap_or_else(|| built_in_kind(*id))).collect();
        book.stream = stream;
        Ok(book)
    }

    /// The sheets that hold cells.
    pub(super) fn sheets(&self) -> Vec<SheetName> {
        self.sheets.iter().map(|(sheet, _)| sheet.clone()).collect()
    }

    /// Hands the cells of this sheet to `sink`.
    pub(super) fn read(&self, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
        let Some((_, at)) = self.sheets.iter().find(|(found, _)| found.name == sheet) else { return Err(damaged("xls sheet")) };
        let mut records = Records { stream: &self.stream, at: *at };
        let mut depth = 0_u32;
        // Where the text of a formula goes that comes in a later record.
        let mut formula = None;
        while let Some(record) = records.next() {
            match record.typ {
                0x0809 => depth += 1,
                0x000A if depth <= 1 => return Ok(()),
                0x000A => depth -= 1,
                // Charts within a sheet have cells of their own.
                _ if depth > 1 => {}
                0x0006 => {
                    formula =
                        place(record.data).filter(|_| record.data.get(6) == Some(&0) && record.data.get(12..14) == Some(&[0xFF, 0xFF]))
                }
                _ => {}
            }
            if depth <= 1 && !self.cells(record, &mut records, formula, sink)? {
                return Ok(());
            }
        }
        Ok(())
    }

    /// Hands over the cells of a record, if it has any.
    fn cells<'r>(
        &self,
        record: Record<'r>,
        records: &mut Records<'r>,
        formula: Option<(u64, usize)>,
        sink: &mut impl CellSink,
    ) -> Result<bool> {
        let data = record.data;
        if record.typ == 0x0207 {
            let Some((row, column)) = formula else { return Ok(true) };
            let mut pieces = Pieces::new(data, records);
            let text = if self.is_biff8 { pieces.text(2) } else { self.bytes_text(data, 2) };
            return sink.cell(row, column, Cell::Text(&text.unwrap_or_default()));
        }
        let Some((row, column)) = place(data) else { return Ok(true) };
        match record.typ {
            0x0203 => f64_at(data, 6).map_or(Ok(true), |number| sink.cell(row, column, self.number(number, data, 4))),
            0x027E => u32_at(data, 6).map_or(Ok(true), |number| sink.cell(row, column, self.number(rk(number), data, 4))),
            0x00BD => self.many_numbers(row, column, data, sink),
            0x00FD => {
                let text = u32_at(data, 6).and_then(|index| self.strings.get(index as usize));
                text.map_or(Ok(true), |text| sink.cell(row, column, Cell::Text(text)))
            }
            0x0204 | 0x00D6 => {
                let text = if self.is_biff8 {
                    Pieces::new(data.get(6..).unwrap_or_default(), records).text(2)
                } else {
                    self.bytes_text(data.get(6..).unwrap_or_default(), 2)
                };
                text.map_or(Ok(true), |text| sink.cell(row, column, Cell::Text(&text)))
            }
            0x0205 => sink.cell(row, column, truth_or_error(data.get(6).copied(), data.get(7) == Some(&1))),
            0x0006 => sink.cell(row, column, self.formula_value(data)),
            _ => Ok(true),
        }
    }

    fn many_numbers(&self, row: u64, column: usize, data: &[u8], sink: &mut impl CellSink) -> Result<bool> {
        let numbers = data.get(4..data.len().saturating_sub(2)).unwrap_or_default().as_chunks::<6>().0;
        for (offset, number) in numbers.iter().enumerate() {
            let value = u32_at(number, 2).map_or(0.0, rk);
            if !sink.cell(row, column + offset, self.number(value, number, 0))? {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// The number as its cell format, whose position is at `at`, shows it.
    fn number(&self, number: f64, data: &[u8], at: usize) -> Cell<'static> {
        let kind = u16_at(data, at).and_then(|format| self.kinds.get(usize::from(format)));
        kind.map_or(Cell::Number(number), |kind| kind.cell(number, self.is_1904))
    }

    fn formula_value(&self, data: &[u8]) -> Cell<'static> {
        match data.get(6..14) {
            Some([1, _, truth, .., 0xFF, 0xFF]) => Cell::Bool(*truth != 0),
            Some([2, _, error, .., 0xFF, 0xFF]) => truth_or_error(Some(*error), true),
            Some([.., 0xFF, 0xFF]) => Cell::Empty,
            _ => f64_at(data, 6).map_or(Cell::Empty, |number| self.number(number, data, 4)),
        }
    }

    fn add_sheet(&mut self, data: &[u8]) {
        let (Some(at), Some(0)) = (u32_at(data, 0), data.get(5)) else { return };
        let name = data.get(6..).unwrap_or_default();
        let name = if self.is_biff8 { Pieces { current: name, rest: Vec::new() }.text(1) } else { self.bytes_text(name, 1) };
        let is_hidden = data.get(4).is_some_and(|state| state & 3 != 0);
        let name = name.unwrap_or_default().replace('\0', "");
        self.sheets.push((SheetName { name, is_hidden }, at as usize));
    }

    fn format_text(&self, data: &[u8]) -> String {
        let text = data.get(2..).unwrap_or_default();
        let text = if self.is_biff8 { Pieces { current: text, rest: Vec::new() }.text(2) } else { self.bytes_text(text, 1) };
        text.unwrap_or_default()
    }

    /// A text of Excel 5.0/95: a length of `width` bytes, then bytes in the code page.
    fn bytes_text(&self, data: &[u8], width: usize) -> Option<String> {
        let length = if width == 1 { usize::from(*data.first()?) } else { usize::from(u16_at(data, 0)?) };
        let bytes = data.get(width..)?;
        Some(self.encoding.decode_without_bom_handling(&bytes[..length.min(bytes.len())]).0.into_owned())
    }
}

/// The data of a record and of those that continue it.
struct Pieces<'r> {
    current: &'r [u8],
    /// The pieces that follow, last first.
    rest: Vec<&'r [u8]>,
}

impl<'r> Pieces<'r> {
    fn new(first: &'r [u8], records: &mut Records<'r>) -> Self {
        let mut rest = Vec::new();
        while u16_at(records.stream, records.at) == Some(0x003C) {
            rest.extend(records.next().map(|record| record.data));
        }
        rest.reverse();
        Self { current: first, rest }
    }

    fn advance(&mut self) -> Option<()> {
        self.current = self.rest.pop()?;
        Some(())
    }

    fn take(&mut self, count: usize) -> Option<&'r [u8]> {
        while self.current.is_empty() && count > 0 {
            self.advance()?;
        }
        let (taken, rest) = self.current.split_at_checked(count)?;
        self.current = rest;
        Some(taken)
    }

    fn skip(&mut self, mut count: usize) {
        while count > self.current.len() {
            count -= self.current.len();
            if self.advance().is_none() {
                self.current = &[];
                return;
            }
        }
        self.current = &self.current[count..];
    }

    /// A text of Excel 97 and later, with a length of `width` bytes and one of flags before it.
    fn text(&mut self, width: usize) -> Option<String> {
        let length = self.take(width)?;
        let length = length.iter().rev().fold(0, |length, byte| length << 8 | usize::from(*byte));
        let flags = self.take(1)?[0];
        let runs = if flags & 0x08 == 0 { 0 } else { usize::from(u16_at(self.take(2)?, 0)?) };
        let extension = if flags & 0x04 == 0 { 0 } else { u32_at(self.take(4)?, 0)? as usize };
        let text = self.letters(length, flags & 1 != 0);
        self.skip(runs * 4);
        self.skip(extension);
        Some(text)
    }

    /// Letters of one or two bytes. Where a record continues within them, a byte says anew which it is.
    fn letters(&mut self, mut count: usize, mut is_wide: bool) -> String {
        let mut units = Vec::with_capacity(count);
        while count > 0 {
            if self.current.is_empty() {
                if self.advance().is_none() {
                    break;
                }
                let Some((flags, rest)) = self.current.split_first() else { continue };
                is_wide = flags & 1 != 0;
                self.current = rest;
            }
            let width = if is_wide { 2 } else { 1 };
            let here = count.min(self.current.len() / width);
            if here == 0 {
                self.current = &[];
                continue;
            }
            let (letters, rest) = self.current.split_at(here * width);
            units.extend(
                letters
                    .chunks_exact(width)
                    .map(|letter| if is_wide { u16::from_le_bytes([letter[0], letter[1]]) } else { u16::from(letter[0]) }),
            );
            self.current = rest;
            count -= here;
        }
        String::from_utf16_lossy(&units)
    }
}

fn shared_strings<'r>(data: &'r [u8], records: &mut Records<'r>) -> Vec<String> {
    let mut pieces = Pieces::new(data, records);
    let mut strings = Vec::new();
    if pieces.take(8).is_some() {
        while let Some(text) = pieces.text(2) {
            strings.push(text);
        }
    }
    strings
}

/// Row (from 1) and column (from 0) of a cell's record.
fn place(data: &[u8]) -> Option<(u64, usize)> {
    Some((u64::from(u16_at(data, 0)?) + 1, usize::from(u16_at(data, 2)?)))
}

/// The encoding of a Windows code page.
fn code_page(number: u16) -> &'static Encoding {
    let label = match number {
        932 => "shift_jis".to_owned(),
        936 => "gb18030".to_owned(),
        949 | 1361 => "euc-kr".to_owned(),
        950 => "big5".to_owned(),
        866 => "ibm866".to_owned(),
        10_000 | 0x8000 => "macintosh".to_owned(),
        number => format!("windows-{number}"),
    };
    Encoding::for_label(label.as_bytes()).unwrap_or(WINDOWS_1252)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_go_on_in_the_next_record() {
        // The text of five letters is cut after two, and goes on in two bytes a letter.
        let mut pieces = Pieces { current: &[5, 0, 0, b'a', b'b'], rest: vec![&[1, b'c', 0, 0xA2, 0x5B, b'e', 0, 9]] };
        assert_eq!(pieces.text(2).as_deref(), Some("abc客e"));
        assert_eq!(pieces.current, [9]);
        assert_eq!(Pieces { current: &[200, 0, 0, b'a'], rest: vec![&[], &[]] }.text(2).as_deref(), Some("a"));
    }

    #[test]
    fn any_stream_is_read_without_a_panic() {
        let mut noise = 7_u32;
        for length in 0..400 {
            let mut stream = vec![0x09, 0x08, 0x04, 0, 0, 6, 5, 0];
            stream.extend((0..length).map(|_| {
                noise = noise.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
                if noise & 0x3000_0000 == 0 { 0 } else { noise.to_le_bytes()[3] }
            }));
            let _ = Workbook::open(stream);
        }
    }
}
