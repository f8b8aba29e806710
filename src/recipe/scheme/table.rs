//! The cells of a table: which there are, and which row holds each.
//!
//! Scores are small, so a table is understood by walking through all of its cells (at most 10³) once.
//! Invariant: the same code decides when a recipe is checked, when customers are classified and when
//! a reason is given.

use super::{Axis, SegmentRow};
use std::collections::BTreeMap;

/// Rows with their patterns read.
pub(crate) struct Table {
    axes: Vec<Axis>,
    rows: Vec<Vec<Pattern>>,
}

/// One cell: the value on each axis.
pub(crate) type Cell = Vec<u8>;

struct Pattern {
    text: String,
    /// For each axis the values that are meant, as bits 1 to 10.
    positions: Vec<u16>,
}

const ANY: u16 = 0b111_1111_1110;

impl Table {
    /// Reads the patterns of all rows.
    ///
    /// # Errors
    /// Position of the row and what is wrong with it.
    pub(crate) fn read(axes: &[Axis], rows: &[SegmentRow]) -> Result<Self, (usize, String)> {
        let patterns =
            |row: &SegmentRow| row.cells.split_whitespace().map(|text| Pattern::read(text, axes.len())).collect::<Result<Vec<_>, _>>();
        let rows = rows.iter().enumerate().map(|(index, row)| patterns(row).map_err(|problem| (index, problem)));
        Ok(Self { axes: axes.to_vec(), rows: rows.collect::<Result<_, _>>()? })
    }

    /// The same, passing over patterns that cannot be read: for tables that are just being edited.
    pub(crate) fn read_leniently(axes: &[Axis], rows: &[SegmentRow]) -> Self {
        let patterns = |row: &SegmentRow| row.cells.split_whitespace().flat_map(|text| Pattern::read(text, axes.len())).collect();
        Self { axes: axes.to_vec(), rows: rows.iter().map(patterns).collect() }
    }

    /// The cell of a customer with these scores.
    pub(crate) fn cell(&self, scores: [u8; 3]) -> Cell {
        self.axes.iter().map(|axis| axis.value(scores)).collect()
    }

    /// Position of the first row that holds the cell, with its pattern.
    pub(crate) fn first(&self, cell: &[u8]) -> Option<(usize, &str)> {
        let of_row = |(index, row): (usize, &'_ Vec<Pattern>)| {
            let pattern = row.iter().position(|pattern| pattern.holds(cell))?;
            Some((index, pattern))
        };
        let (row, pattern) = self.rows.iter().enumerate().find_map(of_row)?;
        Some((row, &self.rows[row][pattern].text))
    }

    /// Positions of all rows that hold the cell.
    pub(crate) fn holders(&self, cell: &[u8]) -> Vec<usize> {
        (0..self.rows.len()).filter(|&row| self.rows[row].iter().any(|pattern| pattern.holds(cell))).collect()
    }

    /// Every cell that scores up to `bins` can give, in ascending order, each with scores that give it.
    pub(crate) fn cells(&self, bins: [u8; 3]) -> BTreeMap<Cell, [u8; 3]> {
        every_score(bins).map(|scores| (self.cell(scores), scores)).collect()
    }

    /// The first pattern that names a value which scores up to `bins` cannot give: its row and the problem.
    pub(crate) fn beyond(&self, bins: [u8; 3]) -> Option<(usize, String)> {
        self.rows.iter().enumerate().find_map(|(index, row)| {
            let pattern = row.iter().find(|pattern| pattern.exceeds(&self.cell(bins)))?;
            Some((index, format!("{} asks for a score above {}", pattern.text, shown(&self.cell(bins)))))
        })
    }
}

impl Pattern {
    fn read(text: &str, axes: usize) -> Result<Self, String> {
        let mut positions = Vec::with_capacity(axes);
        let mut rest = text.as_bytes();
        while let Some(&first) = rest.first() {
            let (values, length) = position(first, rest).ok_or_else(|| format!("{text} is not a pattern"))?;
            positions.push(values);
            rest = &rest[length..];
        }
        if positions.len() != axes {
            return Err(format!("{text} has {} positions for {axes} axes", positions.len()));
        }
        Ok(Self { text: text.to_owned(), positions })
    }

    fn holds(&self, cell: &[u8]) -> bool {
        self.positions.iter().zip(cell).all(|(values, value)| values >> value & 1 == 1)
    }

    fn exceeds(&self, largest: &[u8]) -> bool {
        let above = |largest: &u8| ANY & !((2_u16 << largest) - 1);
        self.positions.iter().zip(largest).any(|(values, largest)| *values != ANY && values & above(largest) != 0)
    }
}

/// The values of the position that begins here, and its length in bytes.
fn position(first: u8, rest: &[u8]) -> Option<(u16, usize)> {
    match (first, rest) {
        (b'*', _) => Some((ANY, 1)),
        (b'[', [_, low, b'-', high, b']', ..]) => {
            let (low, high) = (value(*low)?, value(*high)?);
            (low <= high).then(|| (((2_u16 << high) - 1) & !((1 << low) - 1), 5))
        }
        _ => value(first).map(|value| (1 << value, 1)),
    }
}

fn value(digit: u8) -> Option<u8> {
    match digit {
        b'0' => Some(10),
        b'1'..=b'9' => Some(digit - b'0'),
        _ => None,
    }
}

/// A cell as it is written: `543`; a score of 10 is written 0.
pub(crate) fn shown(cell: &[u8]) -> String {
    cell.iter().map(|value| char::from(b'0' + value % 10)).collect()
}

/// All combinations of scores.
pub(crate) fn every_score([r, f, m]: [u8; 3]) -> impl Iterator<Item = [u8; 3]> {
    (1..=r).flat_map(move |r| (1..=f).flat_map(move |f| (1..=m).map(move |m| [r, f, m])))
}

impl Axis {
    /// The value of these scores on this axis.
    pub(crate) fn value(self, [r, f, m]: [u8; 3]) -> u8 {
        match self {
            Self::R => r,
            Self::F => f,
            Self::M => m,
            Self::Fm => (f + m).div_ceil(2),
            // The nearest integer to a third of the sum: there are no halves.
            Self::Rfm => (2 * (r + f + m) + 3) / 6,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{Health, Segment};

    fn row(cells: &str) -> SegmentRow {
        SegmentRow { segment: Segment { code: "a".into(), name: "A".into(), health: Health::Loyal }, cells: cells.into() }
    }

    #[test]
    fn patterns() {
        for (cells, held) in [("**", "11 12 21 22"), ("1*", "11 12"), ("[1-2]2", "12 22"), ("", ""), ("21  12 ", "12 21")] {
            let table = Table::read(&[Axis::R, Axis::F], &[row(cells)]).map_err(|(_, problem)| problem);
            let cells_held = table.map(|table| {
                let cells = table.cells([2, 2, 9]).into_keys().filter(|cell| table.first(cell).is_some());
                cells.map(|cell| shown(&cell)).collect::<Vec<_>>().join(" ")
            });
            assert_eq!(cells_held.as_deref(), Ok(held), "{cells}");
        }
    }

    #[test]
    fn malformed_patterns() {
        for (cells, problem) in [
            ("1", "1 has 1 positions for 2 axes"),
            ("11 111", "111 has 3 positions for 2 axes"),
            ("1x", "1x is not a pattern"),
            ("[3-2]1", "[3-2]1 is not a pattern"),
            ("[1-21", "[1-21 is not a pattern"),
            ("[12]1", "[12]1 is not a pattern"),
            ("一1", "一1 is not a pattern"),
        ] {
            assert_eq!(Table::read(&[Axis::R, Axis::F], &[row("**"), row(cells)]).err(), Some((1, problem.to_owned())), "{cells}");
        }
    }

    #[test]
    fn ten_is_written_zero() {
        let table = Table::read_leniently(&[Axis::R], &[row("[8-0]")]);
        let held: Vec<String> =
            table.cells([10, 1, 1]).into_keys().filter(|cell| table.first(cell).is_some()).map(|cell| shown(&cell)).collect();
        assert_eq!(held, ["8", "9", "0"]);
        assert_eq!(table.beyond([9, 5, 5]), Some((0, "[8-0] asks for a score above 9".to_owned())));
        assert_eq!(table.beyond([10, 5, 5]), None);
    }

    #[test]
    fn means_round_halves_up() {
        for (scores, fm, rfm) in
            [([1, 1, 1], 1, 1), ([5, 1, 2], 2, 3), ([1, 1, 2], 2, 1), ([1, 2, 2], 2, 2), ([10, 10, 10], 10, 10), ([5, 4, 5], 5, 5)]
        {
            assert_eq!((Axis::Fm.value(scores), Axis::Rfm.value(scores)), (fm, rfm), "{scores:?}");
        }
    }
}
