//! What the sinks share: which cell plays which role, how cells become values, where issues go.

use super::totals::{names_total, says_total};
use crate::base::{Day, Money};
use crate::identify::issue::{Issue, IssueCode, IssueLog};
use crate::identify::read::Cell;
use crate::identify::values::{
    AmountForm, DayForm, DayParser, DayRead, DecimalMark, IdChange, IdRead, Quantity, Reading, clean_id, from_serial, id_from_number,
    is_placeholder, parse_quantity, quantity_from_number,
};
use crate::identify::{Counts, Mapping};
use crate::recipe::Field;
use std::fmt::Write;

/// Which of the wanted cells plays which role.
#[derive(Debug, Clone)]
pub(crate) struct Slots {
    /// Positions of the columns that are wanted, ascending, each once.
    pub(crate) wanted: Vec<usize>,
    of: [Option<u16>; Field::ALL.len()],
}

impl Slots {
    /// The columns of these fields of a mapping.
    pub(crate) fn new(mapping: &Mapping, fields: &[Field]) -> Self {
        Self::with_columns(mapping, fields, &[])
    }

    /// The columns of these fields of a mapping, and other columns of the table.
    #[expect(clippy::cast_possible_truncation, reason = "columns are limited to 4096")]
    pub(crate) fn with_columns(mapping: &Mapping, fields: &[Field], columns: &[usize]) -> Self {
        let mut wanted: Vec<usize> = mapping.iter().filter(|(field, _)| fields.contains(field)).map(|(_, &column)| column).collect();
        wanted.extend(columns);
        wanted.sort_unstable();
        wanted.dedup();
        let slot = |field: Field| mapping.get(&field).and_then(|column| wanted.binary_search(column).ok()).map(|slot| slot as u16);
        let of = Field::ALL.map(|field| if fields.contains(&field) { slot(field) } else { None });
        Self { wanted, of }
    }

    /// Whether the field has a column.
    pub(crate) fn has(&self, field: Field) -> bool {
        self.of[field as usize].is_some()
    }

    /// Where a column of the table stands among the cells.
    pub(crate) fn place(&self, column: usize) -> Option<usize> {
        self.wanted.binary_search(&column).ok()
    }

    /// The cell of this field; empty when it has no column.
    pub(crate) fn cell<'c>(&self, cells: &[Cell<'c>], field: Field) -> Cell<'c> {
        self.of[field as usize].and_then(|slot| cells.get(usize::from(slot)).copied()).unwrap_or(Cell::Empty)
    }
}

/// Why a row is left out, and which column is to blame.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rejected {
    pub(crate) code: IssueCode,
    pub(crate) field: Option<Field>,
}

impl Rejected {
    /// A row that adds up others.
    pub(crate) const TOTAL: Self = Self { code: IssueCode::TotalRow, field: None };

    pub(crate) const fn because(code: IssueCode, field: Field) -> Self {
        Self { code, field: Some(field) }
    }
}

/// Where the issues of one table go, and what became of its rows.
#[derive(Debug)]
pub(crate) struct TableContext<'a> {
    pub(crate) issues: &'a mut IssueLog,
    pub(crate) table: u32,
    pub(crate) counts: Counts,
    /// Words beside the built-in ones that mean "nobody".
    pub(crate) placeholders: &'a [String],
    original: String,
    /// What the identifiers of the column look like.
    ids: IdColumn,
}

/// What a spreadsheet has done to a column of identifiers.
#[derive(Debug, Clone, Copy, Default)]
struct IdColumn {
    /// Identifiers with 16 digits and more, or written as 1.23E+17.
    long: u64,
    /// Of these, those that a number cannot hold or that end in a zero.
    rounded: u64,
    /// Identifiers whose last digits are lost for certain, each noted.
    lost: u64,
}

impl<'a> TableContext<'a> {
    pub(crate) fn new(issues: &'a mut IssueLog, table: u32, placeholders: &'a [String]) -> Self {
        Self { issues, table, counts: Counts::default(), placeholders, original: String::new(), ids: IdColumn::default() }
    }

    /// Counts a row that was used or left out, with the issue that says why.
    pub(crate) fn settle(&mut self, row: u64, outcome: Result<(), Rejected>, cells: &[Cell<'_>], slots: &Slots) {
        self.counts.rows_read += 1;
        let Err(mut rejected) = outcome else {
            self.counts.rows_used += 1;
            return;
        };
        self.counts.rows_rejected += 1;
        let is_nobody = matches!(rejected.code, IssueCode::CustomerBlank | IssueCode::CustomerPlaceholder);
        // A total is no order of an unknown customer, and no order without a day.
        if names_total(cells, slots) || (is_nobody && says_total(cells)) {
            rejected = Rejected::TOTAL;
        } else if is_nobody {
            self.counts.rows_unidentified += 1;
        }
        let cell = rejected.field.map_or(Cell::Empty, |field| slots.cell(cells, field));
        self.note(row, rejected.code, rejected.field, cell, "");
    }

    /// Adds an issue about a cell.
    pub(crate) fn note(&mut self, row: u64, code: IssueCode, field: Option<Field>, cell: Cell<'_>, became: &str) {
        self.original.clear();
        write_cell(cell, &mut self.original);
        self.issues.push(&Issue { code, table: self.table, row, field, original: &self.original, became });
    }

    /// Adds an issue about the table.
    pub(crate) fn remark(&mut self, code: IssueCode, field: Option<Field>, original: &str, became: &str) {
        self.issues.push(&Issue { code, table: self.table, row: 0, field, original, became });
    }

    /// The customer of a row, with the issues about its identifier.
    pub(crate) fn customer<'c>(&mut self, row: u64, cell: Cell<'c>, scratch: &'c mut String) -> Result<&'c str, Rejected> {
        let field = Field::CustomerId;
        let read = match cell {
            Cell::Text(text) => clean_id(unquoted(text.trim()), scratch),
            Cell::Number(number) => id_from_number(number, scratch),
            Cell::Day(..) | Cell::Bool(_) => {
                scratch.clear();
                write_cell(cell, scratch);
                IdRead { text: scratch, change: IdChange::None }
            }
            Cell::Empty | Cell::Error(_) => IdRead { text: "", change: IdChange::None },
        };
        if read.text.is_empty() {
            return Err(Rejected::because(IssueCode::CustomerBlank, field));
        }
        self.ids.add(&read);
        if is_placeholder(read.text, self.placeholders) {
            return Err(Rejected::because(IssueCode::CustomerPlaceholder, field));
        }
        let code = match read.change {
            IdChange::None => return Ok(read.text),
            IdChange::WidthFolded => IssueCode::IdWidthFolded,
            IdChange::DecimalRemoved => IssueCode::IdDecimalRemoved,
            IdChange::PrecisionLost => IssueCode::IdPrecisionLost,
        };
        self.note(row, code, Some(field), cell, read.text);
        Ok(read.text)
    }

    /// Says when a spreadsheet has kept the column of identifiers as numbers: with 15 digits, customers whose ids differ
    /// only behind them have become one.
    pub(crate) fn remark_ids(&mut self) {
        let IdColumn { long, rounded, lost } = self.ids;
        // By chance every tenth ends in a zero.
        let is_rounded = rounded * 2 > long && long >= 3;
        let count = if is_rounded { rounded.max(lost) } else { lost };
        if count > 0 {
            self.remark(IssueCode::IdColumnWasNumeric, Some(Field::CustomerId), &count.to_string(), &long.to_string());
        }
    }

    /// The day in a cell, with the issues about its form.
    pub(crate) fn day(&mut self, row: u64, field: Field, cell: Cell<'_>, parser: &mut DayParser) -> Result<DayRead, Rejected> {
        let reading = match cell {
            Cell::Day(day, second) => return Ok(plain_day(day, second, DayForm::Full)),
            Cell::Empty => Reading::Missing,
            Cell::Text(text) => parser.parse(text),
            Cell::Number(number) => day_from_number(number, parser),
            Cell::Bool(_) | Cell::Error(_) => Reading::Unreadable,
        };
        let read = match reading {
            Reading::Value(read) => read,
            Reading::Missing => return Err(Rejected::because(IssueCode::DateMissing, field)),
            Reading::Unreadable => return Err(Rejected::because(IssueCode::DateUnreadable, field)),
        };
        let code = match read.form {
            DayForm::Full => return Ok(read),
            DayForm::TwoDigitYear => IssueCode::DateTwoDigitYear,
            DayForm::MonthOnly => IssueCode::DateMonthOnly,
            DayForm::Serial => IssueCode::DateSerial,
        };
        self.note(row, code, Some(field), cell, &read.day.to_string());
        Ok(read)
    }

    /// The day in a cell that a row can do without; what is no day is noted.
    pub(crate) fn optional_day(&mut self, row: u64, field: Field, cell: Cell<'_>, parser: &mut DayParser) -> Option<DayRead> {
        match self.day(row, field, cell, parser) {
            Ok(read) => Some(read),
            Err(rejected) => {
                if rejected.code == IssueCode::DateUnreadable {
                    self.note(row, IssueCode::ValueUnreadable, Some(field), cell, "");
                }
                None
            }
        }
    }
}

impl IdColumn {
    fn add(&mut self, read: &IdRead<'_>) {
        const KEPT: usize = 15;
        let is_lost = read.change == IdChange::PrecisionLost;
        let is_long = is_lost || (read.text.len() > KEPT && read.text.bytes().all(|b| b.is_ascii_digit()));
        self.long += u64::from(is_long);
        self.rounded += u64::from(is_lost || (is_long && read.text.ends_with('0')));
        self.lost += u64::from(is_lost);
    }
}

fn plain_day(day: Day, second: u32, form: DayForm) -> DayRead {
    DayRead { day, second, form, swappable: false }
}

/// A bare number in a date column: 20240305, or a spreadsheet's serial number.
fn day_from_number(number: f64, parser: &mut DayParser) -> Reading<DayRead> {
    if number.fract() == 0.0 && (19_000_101.0..=21_001_231.0).contains(&number) {
        return parser.parse(&format!("{number}"));
    }
    let day = from_serial(number, false);
    day.map_or(Reading::Unreadable, |(day, second)| Reading::Value(plain_day(day, second, DayForm::Serial)))
}

/// The amount in a cell: `amount.missing` when there is none, `amount.unreadable` when it is something else.
pub(crate) fn amount(field: Field, cell: Cell<'_>, form: AmountForm) -> Result<Money, Rejected> {
    let reading = match cell {
        Cell::Empty => Reading::Missing,
        Cell::Number(number) => form.unit.amount(number).map_or(Reading::Unreadable, Reading::Value),
        Cell::Text(text) => form.unit.parse(text, form.mark),
        Cell::Day(..) | Cell::Bool(_) | Cell::Error(_) => Reading::Unreadable,
    };
    required(field, reading)
}

/// The quantity in a cell, with the same two reasons when there is none.
pub(crate) fn quantity(field: Field, cell: Cell<'_>, mark: DecimalMark) -> Result<Quantity, Rejected> {
    let reading = match cell {
        Cell::Empty => Reading::Missing,
        Cell::Number(number) => quantity_from_number(number).map_or(Reading::Unreadable, Reading::Value),
        Cell::Text(text) => parse_quantity(text, mark),
        Cell::Day(..) | Cell::Bool(_) | Cell::Error(_) => Reading::Unreadable,
    };
    required(field, reading)
}

fn required<T>(field: Field, reading: Reading<T>) -> Result<T, Rejected> {
    match reading {
        Reading::Value(value) => Ok(value),
        Reading::Missing => Err(Rejected::because(IssueCode::AmountMissing, field)),
        Reading::Unreadable => Err(Rejected::because(IssueCode::AmountUnreadable, field)),
    }
}

/// Text of a cell that is kept as it is (order id, product, name): trimmed, whole numbers without decimals.
pub(crate) fn text<'c>(cell: Cell<'c>, scratch: &'c mut String) -> &'c str {
    match cell {
        Cell::Text(text) => unquoted(text.trim()),
        Cell::Empty => "",
        Cell::Number(number) => id_from_number(number, scratch).text,
        other => {
            scratch.clear();
            write_cell(other, scratch);
            scratch
        }
    }
}

/// Whether nothing stands in a cell.
pub(crate) fn is_blank(cell: Cell<'_>) -> bool {
    match cell {
        Cell::Empty => true,
        Cell::Text(text) => text.trim().is_empty(),
        _ => false,
    }
}

/// Digits without what programs put around them so that a spreadsheet keeps them: `="123"`, `'123`.
pub(crate) fn unquoted(text: &str) -> &str {
    match text.as_bytes() {
        [b'=', b'"', .., b'"'] if text.len() > 3 => text[2..text.len() - 1].trim(),
        [b'\'', b'0'..=b'9', ..] => &text[1..],
        _ => text,
    }
}

/// A cell as people would write it.
pub(crate) fn write_cell(cell: Cell<'_>, out: &mut String) {
    // Writing to a String cannot fail.
    let _infallible = match cell {
        Cell::Empty => Ok(()),
        Cell::Text(text) | Cell::Error(text) => out.write_str(text),
        Cell::Number(number) => write!(out, "{number}"),
        Cell::Day(day, 0) => write!(out, "{day}"),
        Cell::Day(day, second) => write!(out, "{day} {:02}:{:02}:{:02}", second / 3600, second / 60 % 60, second % 60),
        Cell::Bool(truth) => write!(out, "{}", if truth { "TRUE" } else { "FALSE" }),
    };
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_fields_may_share_a_column() {
        let mapping = Mapping::from([(Field::CustomerId, 4), (Field::CustomerName, 4), (Field::Date, 1)]);
        let slots = Slots::new(&mapping, &Field::ALL);
        assert_eq!(slots.wanted, [1, 4]);
        let cells = [Cell::Bool(true), Cell::Text("ann")];
        assert_eq!(slots.cell(&cells, Field::CustomerName), Cell::Text("ann"));
        assert_eq!(slots.cell(&cells, Field::Phone), Cell::Empty);
    }
}
