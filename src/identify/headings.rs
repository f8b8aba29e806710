//! Customers that stand in headings: reports in which a row names the customer, and the rows below it are what that customer bought.
//!
//! Accounting programs print sales by customer so. A heading is a row with one text and nothing else, in a column in which the rows below
//! say nothing, or only days; it holds until the next heading or the next total. What is found in the sample is held to in every row.
//! Invariants: a table in which a column names the customers is never read so; a row with a day is no heading and no total.

mod find;
mod label;

use self::label::Naming;
use super::read::Cell;
use super::rows::{is_blank, names_group_total, says_total};
use super::values::text::{is_missing, trim};
use super::values::{DayForm, DayParser, DecimalMark, Reading, parse_money};

pub(super) use self::find::propose_grouped;

/// How a grouped report names its customers.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Headings {
    /// The column in which they stand.
    pub(super) column: usize,
    /// The column that has them as the table is shown and read: the same where it says nothing else, else one behind the last.
    pub(super) into: usize,
    /// How many columns the file has.
    pub(super) columns: usize,
    naming: Naming,
    /// Whether headings have figures beside the name, as the total of what follows.
    has_figures: bool,
}

/// What a row of a grouped report is.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Line<'c> {
    /// The rows below are of this customer.
    Heading(&'c str),
    /// The rows above are added up: the cell that says so.
    Total(Cell<'c>),
    /// Words where headings stand, beside figures: a heading, a total, or neither. Whose the rows below are is not known.
    Unclear,
    /// Anything else.
    Row,
}

impl Headings {
    /// What the row with all these cells is.
    pub(super) fn line<'c>(&self, cells: &[Cell<'c>]) -> Line<'c> {
        if let Some(total) = total(cells, self.column) {
            return Line::Total(total);
        }
        if let Some(name) = heading(cells, self.column, self.has_figures).and_then(|text| self.naming.name(text)) {
            return Line::Heading(name);
        }
        // A label tells headings from all else.
        if self.naming == Naming::Plain { self.without_label(cells) } else { Line::Row }
    }

    /// What a row is that has no day and no heading as they usually are.
    fn without_label<'c>(&self, cells: &[Cell<'c>]) -> Line<'c> {
        let stands_by_itself = self.into == self.column;
        let Some(&cell) = cells.get(self.column) else { return Line::Row };
        match (cell, look(cell)) {
            (Cell::Text(text), _) if is_balance(trim(text)) => Line::Row,
            // Where nothing but headings stands, `3M` and `1001` are names as well.
            (Cell::Text(text), Look::Figure) if stands_by_itself && is_alone(cells, self.column, false) => Line::Heading(trim(text)),
            (_, Look::Words) if is_alone(cells, self.column, true) => Line::Unclear,
            (_, Look::Figure) if stands_by_itself && is_alone(cells, self.column, true) => Line::Unclear,
            _ => Line::Row,
        }
    }
}

/// What a cell looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Look {
    Blank,
    Day,
    Figure,
    Words,
}

fn look(cell: Cell<'_>) -> Look {
    match cell {
        Cell::Empty => Look::Blank,
        Cell::Day(..) => Look::Day,
        Cell::Number(_) => Look::Figure,
        Cell::Bool(_) | Cell::Error(_) => Look::Words,
        Cell::Text(text) => look_of_text(trim(text)),
    }
}

fn look_of_text(text: &str) -> Look {
    let is_figure =
        || [DecimalMark::Point, DecimalMark::Comma].into_iter().any(|mark| matches!(parse_money(text, mark), Reading::Value(_)));
    match DayParser::new(None).parse(text) {
        _ if is_missing(text) => Look::Blank,
        Reading::Value(read) if read.form != DayForm::Serial => Look::Day,
        _ if is_figure() => Look::Figure,
        _ => Look::Words,
    }
}

/// The text of a row that is all it says, or, with `has_figures`, all but figures.
fn heading<'c>(cells: &[Cell<'c>], column: usize, has_figures: bool) -> Option<&'c str> {
    /// What is longer is a remark.
    const LONGEST: usize = 400;
    let Some(&Cell::Text(text)) = cells.get(column) else { return None };
    let text = trim(text);
    // Most rows are out by their first other cell: the text is looked at last.
    let is_name = || look_of_text(text) == Look::Words && !is_balance(text);
    (!text.is_empty() && text.len() <= LONGEST && is_alone(cells, column, has_figures) && is_name()).then_some(text)
}

/// Whether nothing stands beside this cell, or, with `or_figures`, nothing but figures.
fn is_alone(cells: &[Cell<'_>], column: usize, or_figures: bool) -> bool {
    let is_beside = |cell: Cell<'_>| {
        is_blank(cell)
            || match look(cell) {
                Look::Blank => true,
                Look::Figure => or_figures,
                Look::Day | Look::Words => false,
            }
    };
    cells.iter().enumerate().all(|(place, &cell)| place == column || is_beside(cell))
}

/// The cell that says that a row without a day is a total. Where headings stand, the name may be part of it.
fn total<'c>(cells: &[Cell<'c>], column: usize) -> Option<Cell<'c>> {
    let named = cells.get(column).copied().filter(|&cell| names_group_total(cell));
    let total = named.or_else(|| cells.iter().copied().find(|&cell| says_total(&[cell])))?;
    cells.iter().all(|&cell| look(cell) != Look::Day).then_some(total)
}

/// What was carried over from another period or page: it stands where a heading could.
fn is_balance(text: &str) -> bool {
    const BEGINNINGS: [&str; 14] = [
        "期初",
        "期末",
        "上期结转",
        "上年结转",
        "承前页",
        "过次页",
        "结转",
        "opening balance",
        "beginning balance",
        "balance forward",
        "balance brought",
        "brought forward",
        "closing balance",
        "ending balance",
    ];
    BEGINNINGS.iter().any(|beginning| text.get(..beginning.len()).is_some_and(|start| start.eq_ignore_ascii_case(beginning)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn line<'c>(headings: &Headings, row: &'c str) -> Line<'c> {
        let cells: Vec<Cell<'_>> = row.split(',').map(Cell::Text).collect();
        headings.line(&cells)
    }

    #[test]
    fn headings_totals_and_other_rows() {
        let mut headings = Headings { column: 0, into: 0, columns: 4, naming: Naming::Plain, has_figures: false };
        for (row, expected) in [
            ("Ann Smith,,,", Line::Heading("Ann Smith")),
            (" 上海华信 ,,-,", Line::Heading("上海华信")),
            ("Total Wine & More,,,", Line::Heading("Total Wine & More")),
            ("Total for Ann Smith,,,$9", Line::Total(Cell::Text("Total for Ann Smith"))),
            ("上海华信 小计,,,9", Line::Total(Cell::Text("上海华信 小计"))),
            ("TOTAL,,,9", Line::Total(Cell::Text("TOTAL"))),
            (",,合计,9", Line::Total(Cell::Text("合计"))),
            (",2025-01-05,合计,9", Line::Row),
            ("Ann Smith,,,9", Line::Unclear),
            ("3M,,,", Line::Heading("3M")),
            ("1001,,,9", Line::Unclear),
            ("Beginning Balance,,,9", Line::Row),
            ("Ann Smith,2025-01-05,,", Line::Row),
            ("Ann Smith,,Invoice,", Line::Row),
            ("2025-01-05,,,", Line::Row),
            ("January 2025,,,", Line::Row),
            ("期初余额,,,", Line::Row),
            ("Beginning Balance,,,", Line::Row),
            (",,,", Line::Row),
            ("", Line::Row),
        ] {
            assert_eq!(line(&headings, row), expected, "{row}");
        }
        headings.has_figures = true;
        assert_eq!(line(&headings, "Ann Smith,,,9"), Line::Heading("Ann Smith"));
        assert_eq!(line(&headings, "Beginning Balance,,,9"), Line::Row);
        assert_eq!(line(&headings, "Ann Smith,2025-01-05,,9"), Line::Row);
    }
}
