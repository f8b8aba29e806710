//! Headers of two or three rows: groups above, names below, as merged cells leave them behind.
//!
//! A merged cell is a text in its first cell and blanks in the others. So a group spans the blanks to its
//! right as far as something stands below them, and a name merged downwards has a blank below. Rows are
//! taken for one header only where that explains what would otherwise be odd: names that repeat, or
//! columns without one. Invariant: a title or a line of filters above a header is never a group.

use super::header::{SniffCell, SniffRow};
use std::collections::BTreeSet;

/// Rows that a header has at most.
const ROWS: usize = 3;

/// The header that the row at `header` is part of: its first row, and its last one with the joined names.
pub(super) fn header(rows: &[SniffRow], header: usize) -> (usize, usize, SniffRow) {
    let (mut first, mut last) = (header, header);
    while last + 1 - first < ROWS && last + 2 < rows.len() && is_above(&rows[last], &rows[last + 1]) && is_names(rows, last + 1) {
        last += 1;
    }
    while first > 0 && last + 1 - first < ROWS && is_above(&rows[first - 1], &rows[first]) {
        first -= 1;
    }
    (first, last, SniffRow { number: rows[last].number, cells: join(&rows[first..=last]) })
}

/// Whether one row holds the groups of the names in the next.
fn is_above(groups: &SniffRow, names: &SniffRow) -> bool {
    let labels = |row: &SniffRow| row.cells.iter().filter(|cell| !cell.is_empty()).all(is_label);
    if groups.number + 1 != names.number || groups.filled() < 2 || !labels(groups) || !labels(names) {
        return false;
    }
    let columns = groups.cells.len().max(names.cells.len());
    let pairs = || (0..columns).map(|column| (text(groups, column), text(names, column)));
    let spans = pairs().skip_while(|(group, _)| group.is_empty()).any(|(group, name)| group.is_empty() && !name.is_empty());
    let merged_down = pairs().any(|(group, name)| !group.is_empty() && (name.is_empty() || name == group));
    let distinct: BTreeSet<&str> = pairs().map(|(_, name)| name).filter(|name| !name.is_empty()).collect();
    spans && (merged_down || distinct.len() < names.filled())
}

/// Whether the row at `place` is words above numbers, as a header's last row is.
fn is_names(rows: &[SniffRow], place: usize) -> bool {
    let below = &rows[place + 1..];
    let is_above_numbers = |(column, cell): (usize, &SniffCell)| {
        let values: Vec<&SniffCell> = below.iter().filter_map(|row| row.cells.get(column)).filter(|value| !value.is_empty()).collect();
        !cell.is_empty() && !values.is_empty() && values.iter().filter(|value| value.is_typed).count() * 4 >= values.len() * 3
    };
    rows[place].cells.iter().enumerate().any(is_above_numbers)
}

/// A word, or a period after which columns are named; not a setting (`Shop: A`), as they stand above tables.
fn is_label(cell: &SniffCell) -> bool {
    let text = cell.text.trim();
    let is_period = text.ends_with(['年', '月', '日', '季', '度']) || text.parse::<u32>().is_ok_and(|year| (1980..2100).contains(&year));
    (!cell.is_typed || is_period) && !text.contains(['：', ':'])
}

fn text(row: &SniffRow, column: usize) -> &str {
    row.cells.get(column).map_or("", |cell| cell.text.trim())
}

/// For each column its groups and its name, from the top: `2024 / Amount`.
fn join(rows: &[SniffRow]) -> Vec<SniffCell> {
    let columns = rows.iter().map(|row| row.cells.len()).max().unwrap_or(0);
    let name = |column: usize| {
        let mut parts: Vec<&str> = (0..rows.len()).map(|level| spanning(rows, level, column)).filter(|part| !part.is_empty()).collect();
        parts.dedup();
        SniffCell { text: parts.join(" / "), is_typed: false }
    };
    (0..columns).map(name).collect()
}

/// What stands in a row above a column: the cell itself, or the group to the left that spans it.
fn spanning(rows: &[SniffRow], level: usize, column: usize) -> &str {
    let is_named = |column: usize| rows[level + 1..].iter().any(|row| !text(row, column).is_empty());
    let own = text(&rows[level], column);
    if !own.is_empty() || level + 1 == rows.len() || !is_named(column) {
        return own;
    }
    let Some(start) = (0..column).rev().find(|left| !text(&rows[level], *left).is_empty()) else { return "" };
    // A group ends where a name beside it was merged downwards, and where the group above it ends.
    let ends = (start..column).any(|between| !is_named(between));
    let crosses = rows[..level].iter().any(|row| (start + 1..=column).any(|between| !text(row, between).is_empty()));
    if ends || crosses { "" } else { text(&rows[level], start) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Result;

    fn rows(text: &str) -> Vec<SniffRow> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.replace('|', "").trim().is_empty());
        lines.map(|(place, line)| SniffRow { number: place as u64 + 1, cells: line.split('|').map(SniffCell::of_text).collect() }).collect()
    }

    #[test]
    fn headers_of_several_rows() -> Result<()> {
        // Name, rows, last row of the header, headers.
        let cases: &[(&str, &str, u32, &str)] = &[
            (
                "groups above repeated names",
                "客户||2024||2025|\n编号|姓名|数量|金额|数量|金额\nA1|张三|1|10|2|20\nA2|李四|3|30|4|40",
                2,
                "客户 / 编号,客户 / 姓名,2024 / 数量,2024 / 金额,2025 / 数量,2025 / 金额",
            ),
            (
                "names merged downwards",
                "客户编号|姓名|第一季度||第二季度||备注\n||数量|金额|数量|金额|\nA1|张三|1|10|2|20|x\nA2|李四|3|30|4|40|y",
                2,
                "客户编号,姓名,第一季度 / 数量,第一季度 / 金额,第二季度 / 数量,第二季度 / 金额,备注",
            ),
            (
                "three rows below a title",
                "Report\nid|2024||||total\n|H1||H2||\n|n|sum|n|sum|\nA1|1|2|3|4|10\nA2|1|2|3|4|10",
                4,
                "id,2024 / H1 / n,2024 / H1 / sum,2024 / H2 / n,2024 / H2 / sum,total",
            ),
            (
                "a group ends at a name beside it",
                "id|2024|||note\n|n|sum|rest|\nA1|1|2|3|x\nA2|1|2|4|y",
                2,
                "id,2024 / n,2024 / sum,2024 / rest,note",
            ),
            ("rows that repeat a merged name", "id|2024||id2\nid|n|sum|id2\nA1|1|2|3\nA2|1|2|4", 2, "id,2024 / n,2024 / sum,id2"),
            (
                "groups that explain nothing stay out",
                "base||sales|\nid|name|day|amount\nA1|ann|2024-01-05|3\nA2|bob|2024-01-06|4",
                2,
                "id,name,day,amount",
            ),
            ("a title is no group", "Sales|\nid|id\nA1|3\nA2|4", 2, "id,id (2)"),
            ("filters are no groups", "Shop: A||State: all|\nid|day|n|n\nA1|2024-01-05|3|4\nA2|2024-01-06|4|5", 2, "id,day,n,n (2)"),
            ("a row of words below is data", "id|name|n\nA1|ann|n/a\nA2|bob|3\nA3|cyd|3\nA4|dan|3", 1, "id,name,n"),
            ("with a blank row between it is a title", "客户||2024|\n\nid|name|n|n\nA1|ann|1|2\nA2|bob|3|4", 3, "id,name,n,n (2)"),
        ];
        for (name, text, row, expected) in cases {
            let table = super::super::header::table(None, &rows(text), None)?;
            assert_eq!((table.header_row, table.headers.join(",")), (*row, (*expected).to_owned()), "{name}");
        }
        Ok(())
    }
}
