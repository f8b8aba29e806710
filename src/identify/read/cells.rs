//! Cells of a sheet, one after the other → rows, or the first rows of a sniff.
//!
//! Whatever format a workbook has, its reader hands each cell to a [`CellSink`], in the order of the file.
//! So no sheet is ever held as a rectangle, and a stray cell in the last corner costs nothing.
//! Invariant: days come from serial numbers by whole numbers, never through an instant; a serial number
//! that is no day stays a number.

use super::header::{SniffCell, SniffRow, is_typed};
use super::limits::{CELL_CHARACTERS, CELLS, COLUMNS, SHEET_ROWS, SNIFF_ROWS, at_most};
use super::source::State;
use super::{Cell, RowSink};
use crate::Result;
use crate::base::Day;
use crate::identify::IssueCode;

/// Takes the cells of a sheet.
pub(super) trait CellSink {
    /// A cell at this row (from 1) and column (from 0). Returns whether more are wanted.
    fn cell(&mut self, row: u64, column: usize, cell: Cell<'_>) -> Result<bool>;
}

/// Collects the first rows.
#[derive(Default)]
pub(super) struct Sniffer {
    /// Rows before this one are left out.
    pub(super) from: u64,
    pub(super) rows: Vec<SniffRow>,
}

impl CellSink for Sniffer {
    fn cell(&mut self, row: u64, column: usize, cell: Cell<'_>) -> Result<bool> {
        let text = show(cell);
        if row < self.from || text.trim().is_empty() || column >= COLUMNS * 4 {
            return Ok(true);
        }
        if self.rows.last().is_none_or(|last| last.number != row) {
            if self.rows.len() == SNIFF_ROWS {
                return Ok(false);
            }
            self.rows.push(SniffRow { number: row, cells: Vec::new() });
        }
        let is_typed = !matches!(cell, Cell::Text(_)) || is_typed(&text);
        if let Some(last) = self.rows.last_mut() {
            if last.cells.len() <= column {
                last.cells.resize(column + 1, SniffCell::default());
            }
            last.cells[column] = SniffCell { text, is_typed };
        }
        Ok(true)
    }
}

/// What is kept of a wanted cell until its row is whole. Texts are kept one behind the other.
#[derive(Debug, Clone, Copy)]
enum Slot {
    Empty,
    Text(usize, usize),
    Error(usize, usize),
    Number(f64),
    Day(Day, u32),
    Bool(bool),
}

/// Makes rows of cells and hands them to a [`RowSink`].
pub(super) struct Rows<'s, S> {
    sink: &'s mut S,
    state: State,
    header_row: u64,
    /// For each column of the sheet the places it is wanted at.
    places: Vec<Vec<usize>>,
    row: u64,
    slots: Vec<Slot>,
    texts: String,
    spare: Vec<Cell<'static>>,
    cells: u64,
    rows: u64,
}

impl<'s, S: RowSink> Rows<'s, S> {
    /// Rows below `header_row` with the cells at `wanted`.
    pub(super) fn new(sink: &'s mut S, state: State, header_row: u64, wanted: &[usize]) -> Self {
        let columns = wanted.iter().max().map_or(0, |last| last + 1);
        let mut places = vec![Vec::new(); columns];
        wanted.iter().enumerate().for_each(|(place, column)| places[*column].push(place));
        let slots = vec![Slot::Empty; wanted.len()];
        Self { sink, state, header_row, places, row: 0, slots, texts: String::new(), spare: Vec::new(), cells: 0, rows: 0 }
    }

    /// Hands over the last row.
    pub(super) fn finish(mut self) -> Result<()> {
        self.hand_over()
    }

    fn hand_over(&mut self) -> Result<()> {
        if self.row == 0 {
            return Ok(());
        }
        let texts = &self.texts;
        let mut cells = std::mem::take(&mut self.spare);
        cells.extend(self.slots.iter().map(|slot| match *slot {
            Slot::Empty => Cell::Empty,
            Slot::Text(start, end) => Cell::Text(&texts[start..end]),
            Slot::Error(start, end) => Cell::Error(&texts[start..end]),
            Slot::Number(number) => Cell::Number(number),
            Slot::Day(day, second) => Cell::Day(day, second),
            Slot::Bool(truth) => Cell::Bool(truth),
        }));
        self.sink.row(self.row, &cells)?;
        cells.clear();
        // The same memory, with nothing in it that could be borrowed.
        self.spare = cells.into_iter().map(|_| Cell::Empty).collect();
        self.slots.fill(Slot::Empty);
        self.texts.clear();
        self.row = 0;
        self.rows += 1;
        if self.rows.is_multiple_of(4096) {
            let farthest = self.state.borrow().farthest;
            self.sink.progress(farthest)?;
        }
        Ok(())
    }

    fn keep(&mut self, text: &str) -> (usize, usize) {
        let start = self.texts.len();
        let cut = if text.len() > CELL_CHARACTERS { text.char_indices().nth(CELL_CHARACTERS).map(|(end, _)| end) } else { None };
        self.texts.push_str(&text[..cut.unwrap_or(text.len())]);
        if cut.is_some() {
            self.sink.trouble(self.row, IssueCode::CellCut, text);
        }
        (start, self.texts.len())
    }
}

impl<S: RowSink> CellSink for Rows<'_, S> {
    fn cell(&mut self, row: u64, column: usize, cell: Cell<'_>) -> Result<bool> {
        if row <= self.header_row
            || row > SHEET_ROWS
            || matches!(cell, Cell::Empty)
            || matches!(cell, Cell::Text(text) if text.trim().is_empty())
        {
            return Ok(true);
        }
        self.cells += 1;
        at_most("cells", self.cells, CELLS)?;
        if row != self.row {
            self.hand_over()?;
            self.row = row;
        }
        if self.places.get(column).is_none_or(Vec::is_empty) {
            return Ok(true);
        }
        let slot = match cell {
            Cell::Empty => Slot::Empty,
            Cell::Text(text) => {
                let (start, end) = self.keep(text);
                Slot::Text(start, end)
            }
            Cell::Error(text) => {
                let (start, end) = self.keep(text);
                Slot::Error(start, end)
            }
            Cell::Number(number) => Slot::Number(number),
            Cell::Day(day, second) => Slot::Day(day, second),
            Cell::Bool(truth) => Slot::Bool(truth),
        };
        self.places[column].iter().for_each(|place| self.slots[*place] = slot);
        Ok(true)
    }
}

/// A cell as it is shown in a sample.
pub(super) fn show(cell: Cell<'_>) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(text) | Cell::Error(text) => text.chars().take(CELL_CHARACTERS).collect(),
        Cell::Number(number) => number.to_string(),
        Cell::Day(day, 0) => day.to_string(),
        Cell::Day(day, second) => format!("{day} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60),
        Cell::Bool(truth) => if truth { "TRUE" } else { "FALSE" }.to_owned(),
    }
}

/// The day of a serial number, as a cell; the number itself when it is no day (a time of day, out of range, 1900-02-29).
///
/// In the 1900 system 1 is 1900-01-01 and 60 is 1900-02-29, which never was; in the 1904 system 0 is 1904-01-01.
pub(super) fn cell_of_serial(serial: f64, is_1904: bool) -> Cell<'static> {
    day_of_serial(serial, is_1904).map_or(Cell::Number(serial), |(day, second)| Cell::Day(day, second))
}

fn day_of_serial(serial: f64, is_1904: bool) -> Option<(Day, u32)> {
    let is_day = (1.0..3_000_000.0).contains(&serial) || is_1904 && serial == 0.0;
    if !is_day {
        return None;
    }
    #[expect(clippy::cast_possible_truncation, reason = "less than three million days of seconds")]
    let seconds = (serial * 86_400.0).round() as i64;
    let number = i32::try_from(seconds.div_euclid(86_400)).ok()?;
    let second = u32::try_from(seconds.rem_euclid(86_400)).ok()?;
    let first = match (is_1904, number) {
        (true, _) => Day::from_ymd(1904, 1, 1)?,
        (false, 60) => return None,
        (false, ..60) => Day::from_ymd(1899, 12, 31)?,
        (false, _) => Day::from_ymd(1899, 12, 30)?,
    };
    Some((Day::from_number(first.number() + number)?, second))
}

/// The day of an ISO 8601 text, as a cell; the text itself when it is none (a time, a duration).
pub(super) fn cell_of_iso(text: &str) -> Cell<'_> {
    day_of_iso(text.trim()).map_or(Cell::Text(text), |(day, second)| Cell::Day(day, second))
}

fn day_of_iso(text: &str) -> Option<(Day, u32)> {
    let day: Day = text.get(..10)?.parse().ok()?;
    let time = text[10..].trim_start_matches(['T', ' ']).trim_end_matches('Z');
    if time.is_empty() {
        return Some((day, 0));
    }
    let mut parts = time.split(':');
    let mut part = |below: u32| parts.next().map_or(Some(0), |part| part.parse::<u32>().ok().filter(|number| *number < below));
    let (hours, minutes) = (part(24)?, part(60)?);
    let seconds: f64 = parts.next().map_or(Some(0.0), |part| part.parse().ok()).filter(|seconds| (0.0..60.0).contains(seconds))?;
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "between 0 and 60")]
    let second = hours * 3600 + minutes * 60 + seconds.round() as u32;
    Some((day.plus(i32::from(second == 86_400)), second % 86_400))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_of_serial_numbers() {
        let cases: &[(f64, bool, &str)] = &[
            (1.0, false, "1900-01-01"),
            (59.0, false, "1900-02-28"),
            (60.0, false, "60"),
            (61.0, false, "1900-03-01"),
            (45_231.0, false, "2023-11-01"),
            (45_231.5, false, "2023-11-01 12:00:00"),
            (43_466.999_999_9, false, "2019-01-02"),
            (44_431.000_011_574, false, "2021-08-23 00:00:01"),
            (2_958_465.0, false, "9999-12-31"),
            (2_995_000.0, false, "2995000"),
            (-1.0, false, "-1"),
            (0.5, false, "0.5"),
            (0.0, true, "1904-01-01"),
            (43_769.0, true, "2023-11-01"),
        ];
        for (serial, is_1904, expected) in cases {
            assert_eq!(show(cell_of_serial(*serial, *is_1904)), *expected, "{serial}");
        }
        for serial in [f64::INFINITY, 1e300, -1e300] {
            assert_eq!(cell_of_serial(serial, false), Cell::Number(serial));
        }
    }

    #[test]
    fn days_of_iso_texts() {
        for (text, expected) in [
            ("2021-01-01", "2021-01-01"),
            ("2021-01-01T10:11:12", "2021-01-01 10:11:12"),
            ("2021-01-01T10:11:12.6Z", "2021-01-01 10:11:13"),
            ("2021-12-31T23:59:59.9", "2022-01-01"),
            ("10:10:10", "10:10:10"),
            ("PT10H", "PT10H"),
            ("2021-02-30", "2021-02-30"),
            ("2021-01-01T25:00:00", "2021-01-01T25:00:00"),
            ("一二三四五六七八九十", "一二三四五六七八九十"),
        ] {
            assert_eq!(show(cell_of_iso(text)), expected, "{text}");
        }
    }
}
