//! Workbooks of Excel since 2007: xlsx, xlsm and xlsb, through calamine's streaming reader of cells.
//!
//! Invariants: `worksheet_range` is never called, because it takes the memory for the whole declared
//! rectangle; what is known to make calamine panic or allocate without need is looked for beforehand.

use super::archive::{Archive, damaged, part_start};
use super::cells::{CellSink, cell_of_iso, cell_of_serial};
use super::source::Window;
use super::{Cell, archive};
use crate::{Error, ErrorKind, Result};
use calamine::{CellErrorType, DataRef, Reader, SheetType, Xlsb, XlsbError, Xlsx, XlsxError};
use std::io::Read;

/// A workbook that is open.
pub(super) enum Workbook<'s> {
    Xlsx(Box<Xlsx<Window<'s>>>),
    Xlsb(Box<Xlsb<Window<'s>>>),
}

/// Opens the workbook in this archive.
pub(super) fn open(mut archive: Archive<'_>, format: archive::Format) -> Result<Workbook<'_>> {
    if format == archive::Format::Xlsb {
        check_records(&mut archive)?;
        return Xlsb::new(archive.into_inner()).map(|book| Workbook::Xlsb(Box::new(book))).map_err(xlsb_error);
    }
    check_string_count(&mut archive)?;
    Xlsx::new(archive.into_inner()).map(|book| Workbook::Xlsx(Box::new(book))).map_err(xlsx_error)
}

impl Workbook<'_> {
    /// Names of the sheets that hold cells, hidden ones too.
    pub(super) fn sheets(&self) -> Vec<String> {
        let sheets = match self {
            Self::Xlsx(book) => book.sheets_metadata(),
            Self::Xlsb(book) => book.sheets_metadata(),
        };
        sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet).map(|sheet| sheet.name.clone()).collect()
    }

    /// Hands the cells of this sheet to `sink`.
    pub(super) fn read(&mut self, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
        match self {
            Self::Xlsx(book) => read_xlsx(book, sheet, sink),
            Self::Xlsb(book) => read_xlsb(book, sheet, sink),
        }
    }
}

fn read_xlsx(book: &mut Xlsx<Window<'_>>, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
    let is_1904 = book.has_1904_epoch();
    let mut reader = book.worksheet_cells_reader(sheet).map_err(xlsx_error)?;
    loop {
        match reader.next_cell() {
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                if !hand_over(sink, row, column, cell.get_value(), is_1904)? {
                    return Ok(());
                }
            }
            Ok(None) => return Ok(()),
            // Errors that calamine has no name for (#SPILL!): the cell is an error, and the sheet goes on behind it.
            Err(XlsxError::CellError(_)) => {}
            Err(error) => return Err(xlsx_error(error)),
        }
    }
}

fn read_xlsb(book: &mut Xlsb<Window<'_>>, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
    let is_1904 = book.has_1904_epoch();
    let mut reader = book.worksheet_cells_reader(sheet).map_err(xlsb_error)?;
    loop {
        match reader.next_cell() {
            Ok(Some(cell)) => {
                let (row, column) = cell.get_position();
                if !hand_over(sink, row, column, cell.get_value(), is_1904)? {
                    return Ok(());
                }
            }
            Ok(None) => return Ok(()),
            Err(XlsbError::CellError(_)) => {}
            Err(error) => return Err(xlsb_error(error)),
        }
    }
}

fn hand_over(sink: &mut impl CellSink, row: u32, column: u32, value: &DataRef<'_>, is_1904: bool) -> Result<bool> {
    let cell = match value {
        DataRef::Empty => Cell::Empty,
        DataRef::Float(number) => Cell::Number(*number),
        #[expect(clippy::cast_precision_loss, reason = "calamine makes these of 30 bits")]
        DataRef::Int(number) => Cell::Number(*number as f64),
        DataRef::SharedString(text) => Cell::Text(text),
        DataRef::String(text) | DataRef::DurationIso(text) => Cell::Text(text),
        DataRef::Bool(truth) => Cell::Bool(*truth),
        DataRef::DateTime(serial) if serial.is_datetime() => cell_of_serial(serial.as_f64(), is_1904),
        DataRef::DateTime(serial) => Cell::Number(serial.as_f64()),
        DataRef::DateTimeIso(text) => cell_of_iso(text),
        DataRef::Error(error) => Cell::Error(error_text(error)),
    };
    sink.cell(u64::from(row) + 1, usize::try_from(column).unwrap_or(usize::MAX), cell)
}

fn error_text(error: &CellErrorType) -> &'static str {
    match error {
        CellErrorType::Div0 => "#DIV/0!",
        CellErrorType::NA => "#N/A",
        CellErrorType::Name => "#NAME?",
        CellErrorType::Null => "#NULL!",
        CellErrorType::Num => "#NUM!",
        CellErrorType::Ref => "#REF!",
        CellErrorType::Value => "#VALUE!",
        CellErrorType::GettingData => "#GETTING_DATA",
    }
}

fn xlsx_error(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => ErrorKind::Encrypted.into(),
        error => damaged(&format!("xlsx {}", kind_of(&error))),
    }
}

fn xlsb_error(error: XlsbError) -> Error {
    match error {
        XlsbError::Password => ErrorKind::Encrypted.into(),
        error => damaged(&format!("xlsb {}", kind_of(&error))),
    }
}

/// The name of the error's variant. What is behind it could hold what stands in a cell.
fn kind_of(error: &impl std::fmt::Debug) -> String {
    let text = format!("{error:?}");
    text.chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// calamine takes memory for as many shared strings as the part announces.
fn check_string_count(archive: &mut Archive<'_>) -> Result<()> {
    let Some(name) = archive
        .file_names()
        .flatten()
        .find(|name| name.to_ascii_lowercase().ends_with("sharedstrings.xml"))
        .map(std::borrow::Cow::into_owned)
    else {
        return Ok(());
    };
    let size = archive.by_name(&name).map_or(0, |part| part.size());
    let start = part_start(archive, &name, 64 << 10);
    let Some(at) = memchr::memmem::find(&start, b"uniqueCount") else { return Ok(()) };
    let digits = start[at..].iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
    let announced = digits.fold(0_u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
    // The shortest shared string is `<si/>`.
    if announced > size / 5 + 1 { Err(damaged("xlsx number of shared strings")) } else { Ok(()) }
}

/// calamine's reader of xlsb indexes into records without looking at their length: looks at all of them first.
fn check_records(archive: &mut Archive<'_>) -> Result<()> {
    let names: Vec<String> = archive.file_names().flatten().map(std::borrow::Cow::into_owned).collect();
    let strings =
        names.iter().find(|name| name.eq_ignore_ascii_case("xl/sharedStrings.bin")).map_or(Ok(0), |name| check_part(archive, name, 0))?;
    for name in &names {
        let lower = name.to_ascii_lowercase();
        if lower == "xl/workbook.bin"
            || lower == "xl/styles.bin"
            || lower.starts_with("xl/worksheets/") && lower.ends_with(".bin") && !lower.contains("binaryindex")
        {
            check_part(archive, name, strings)?;
        }
    }
    Ok(())
}

/// Checks the records of one part, and returns how many shared strings it has.
fn check_part(archive: &mut Archive<'_>, name: &str, strings: u32) -> Result<u32> {
    let part = archive.by_name(name).map_err(|_| damaged("xlsb part"))?;
    let in_workbook = name.to_ascii_lowercase().ends_with("workbook.bin");
    let mut reader = std::io::BufReader::with_capacity(1 << 16, part);
    let mut found = 0;
    let mut record = Vec::new();
    while let Some(typ) = next_record(&mut reader, &mut record)? {
        let needed = match typ {
            0x0000 | 0x0267 | 0x0269 if !in_workbook => 4,
            0x0002 | 0x0007 if !in_workbook => 12,
            0x0003 | 0x0004 | 0x000A if !in_workbook => 9,
            0x0005 | 0x0009 | 0x0094 if !in_workbook => 16,
            0x0006 | 0x0008 | 0x002C | 0x009F if !in_workbook => 8,
            0x0013 | 0x002F if !in_workbook => 5,
            0x0099 => 1,
            0x009C if in_workbook => bundle_length(&record),
            0x016A if in_workbook => 4 + 12 * number_at(&record, 0) as usize,
            _ => 0,
        };
        if record.len() < needed || typ == 0x0007 && number_at(&record, 8) >= strings {
            return Err(damaged("xlsb record"));
        }
        found += u32::from(typ == 0x0013);
    }
    Ok(found)
}

/// How long the record of a sheet has to be for its id and its name.
fn bundle_length(record: &[u8]) -> usize {
    match number_at(record, 8) {
        u32::MAX => 12,
        length => 16 + 2 * length as usize,
    }
}

fn number_at(record: &[u8], at: usize) -> u32 {
    record.get(at..at + 4).and_then(|bytes| bytes.try_into().ok()).map_or(0, u32::from_le_bytes)
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
