//! Workbooks of Excel since 2007, xlsx and xlsm, through calamine's streaming reader of cells.
//!
//! Invariants: `worksheet_range` is never called, because it takes the memory for the whole declared
//! rectangle; what is known to make calamine allocate without need is looked for beforehand.

use super::Cell;
use super::archive::{Archive, damaged, find, part_start};
use super::cells::{CellSink, cell_of_iso, cell_of_serial};
use super::source::Window;
use super::workbook::SheetName;
use crate::{Error, ErrorKind, Result};
use calamine::{CellErrorType, DataRef, Reader, SheetType, SheetVisible, Xlsx, XlsxError};

/// A workbook that is open.
pub(super) struct Workbook<'s>(Xlsx<Window<'s>>);

impl<'s> Workbook<'s> {
    /// Opens the workbook in this archive.
    pub(super) fn open(mut archive: Archive<'s>) -> Result<Self> {
        check_string_count(&mut archive)?;
        Xlsx::new(archive.into_inner()).map(Self).map_err(as_error)
    }

    /// The sheets that hold cells.
    pub(super) fn sheets(&self) -> Vec<SheetName> {
        let sheets = self.0.sheets_metadata().iter().filter(|sheet| sheet.typ == SheetType::WorkSheet);
        sheets.map(|sheet| SheetName { name: sheet.name.clone(), is_hidden: sheet.visible != SheetVisible::Visible }).collect()
    }

    /// Hands the cells of this sheet to `sink`.
    pub(super) fn read(&mut self, sheet: &str, sink: &mut impl CellSink) -> Result<()> {
        let is_1904 = self.0.has_1904_epoch();
        let mut reader = self.0.worksheet_cells_reader(sheet).map_err(as_error)?;
        loop {
            match reader.next_cell() {
                Ok(Some(cell)) => {
                    let (row, column) = cell.get_position();
                    if !hand_over(sink, row, column, cell.get_value(), is_1904)? {
                        return Ok(());
                    }
                }
                Ok(None) => return Ok(()),
                // Errors that calamine has no name for (#SPILL!) are as good as an empty cell; the sheet goes on behind it.
                Err(XlsxError::CellError(_)) => {}
                Err(error) => return Err(as_error(error)),
            }
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

fn as_error(error: XlsxError) -> Error {
    match error {
        XlsxError::Password => ErrorKind::Encrypted.into(),
        error => damaged(&format!("xlsx {}", kind_of(&error))),
    }
}

/// The name of the error's variant. What is behind it could hold what stands in a cell.
fn kind_of(error: &impl std::fmt::Debug) -> String {
    let text = format!("{error:?}");
    text.chars().take_while(char::is_ascii_alphanumeric).collect()
}

/// calamine takes memory for as many shared strings as the part announces.
fn check_string_count(archive: &mut Archive<'_>) -> Result<()> {
    let Some(name) = find(archive, "xl/sharedStrings.xml") else { return Ok(()) };
    let size = archive.by_name(&name).map_or(0, |part| part.size());
    let start = part_start(archive, &name, 64 << 10);
    let Some(at) = memchr::memmem::find(&start, b"uniqueCount") else { return Ok(()) };
    let digits = start[at..].iter().skip_while(|byte| !byte.is_ascii_digit()).take_while(|byte| byte.is_ascii_digit());
    let announced = digits.fold(0_u64, |number, digit| number.saturating_mul(10).saturating_add(u64::from(digit - b'0')));
    // The shortest shared string is `<si/>`.
    if announced > size / 5 + 1 { Err(damaged("xlsx number of shared strings")) } else { Ok(()) }
}
