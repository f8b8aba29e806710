//! The check of a table: who is left out, who is meant twice, what can never happen.
//!
//! Most published tables fail it, so it is shown to whoever edits one. Invariant: cells are listed in
//! ascending order, segments in the order of the table.

use crate::recipe::table::{Table, shown};
use crate::recipe::{Scheme, SchemeRule, SegmentRow};
use serde::Serialize;

/// What is wrong with a table of segments; all lists are empty when it is a true partition.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct PartitionReport {
    /// How many cells there are.
    pub cells: u32,
    /// Cells that no row holds.
    pub uncovered: Vec<String>,
    /// Cells that the rows of several segments hold, with the codes of these, the one that wins first.
    pub overlapping: Vec<(String, Vec<String>)>,
    /// Segments that can never be assigned, because earlier rows hold all their cells.
    pub unreachable: Vec<String>,
}

/// Finds uncovered and doubly covered cells and unreachable segments of a table with this many scores (its own scores
/// take precedence). Patterns that cannot be read hold nothing. Schemes that are no tables leave nobody out: 0 cells.
///
/// # Example: the rows overlap, and 1 is forgotten
/// ```
/// use customer_tiers::differentiate::schemes::check_partition;
/// let scheme = serde_json::from_str(
///     r#"{"id": "own", "rule": "table", "axes": ["r"], "rows": [
///         {"code": "good", "name": "Good", "health": "loyal", "cells": "[3-5]"},
///         {"code": "best", "name": "Best", "health": "loyal", "cells": "5"},
///         {"code": "poor", "name": "Poor", "health": "lost", "cells": "2"}]}"#,
/// )?;
/// let report = check_partition(&scheme, [5, 5, 5]);
/// assert_eq!(report.uncovered, ["1"]);
/// assert_eq!(report.overlapping, [("5".to_owned(), vec!["good".to_owned(), "best".to_owned()])]);
/// assert_eq!(report.unreachable, ["best"]);
/// # Ok::<(), serde_json::Error>(())
/// ```
#[must_use]
pub fn check_partition(scheme: &Scheme, bins: [u8; 3]) -> PartitionReport {
    let SchemeRule::Table { axes, scores, rows, .. } = &scheme.rule else { return PartitionReport::default() };
    let own = scores.as_ref().map(|own| [own.recency.bins(), own.frequency.bins(), own.monetary.bins()]);
    let table = Table::read_leniently(axes, rows);
    let mut report = PartitionReport::default();
    let mut reached: Vec<&str> = Vec::new();
    for cell in table.cells(own.unwrap_or(bins)).into_keys() {
        let codes = distinct(table.holders(&cell).into_iter().map(|row| rows[row].segment.code.as_str()));
        report.cells += 1;
        reached.extend(codes.first());
        match codes.len() {
            0 => report.uncovered.push(shown(&cell)),
            1 => {}
            _ => report.overlapping.push((shown(&cell), codes.into_iter().map(str::to_owned).collect())),
        }
    }
    report.unreachable = unreachable(rows, &reached);
    report
}

fn unreachable(rows: &[SegmentRow], reached: &[&str]) -> Vec<String> {
    let codes = distinct(rows.iter().map(|row| row.segment.code.as_str()));
    codes.into_iter().filter(|code| !reached.contains(code)).map(str::to_owned).collect()
}

fn distinct<'a>(all: impl Iterator<Item = &'a str>) -> Vec<&'a str> {
    let mut distinct = Vec::new();
    for one in all {
        if !distinct.contains(&one) {
            distinct.push(one);
        }
    }
    distinct
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::{Axis, Health, Segment, presets};

    fn built_in(id: &str) -> PartitionReport {
        let scheme = presets::built_in_schemes().into_iter().find(|scheme| scheme.id == id);
        scheme.map(|scheme| check_partition(&scheme, [5, 5, 5])).unwrap_or_default()
    }

    fn table(axes: &[Axis], rows: &[(&str, String)]) -> Scheme {
        let segment = |code: &str| Segment { code: code.into(), name: code.into(), health: Health::Loyal };
        let rows = rows.iter().map(|(code, cells)| SegmentRow { segment: segment(code), cells: cells.clone() }).collect();
        Scheme { id: "t".into(), name: String::new(), rule: SchemeRule::Table { axes: axes.to_vec(), scores: None, rows, otherwise: None } }
    }

    const RFM: [Axis; 3] = [Axis::R, Axis::F, Axis::M];

    fn ranges(rows: &[(&str, &str)]) -> Scheme {
        table(&RFM, &rows.iter().map(|(code, cells)| (*code, (*cells).to_owned())).collect::<Vec<_>>())
    }

    /// Source: definitions of T1 (11 segments on 125 cells), T2 (10 on the 5 × 5 grid), T8 (8 types).
    #[test]
    fn built_in_partitions_are_true_ones() {
        for (id, cells) in [("value", 5), ("vip", 125), ("rfm-11", 125), ("rf-10", 25), ("cn-8", 8), ("abc", 0)] {
            assert_eq!(built_in(id), PartitionReport { cells, ..PartitionReport::default() }, "{id}");
        }
    }

    /// Source: sizes printed beside the names of table T1.
    #[test]
    fn sizes_of_the_eleven_segments() {
        let scheme = presets::built_in_schemes().into_iter().find(|scheme| scheme.id == "rfm-11");
        let Some(SchemeRule::Table { rows, .. }) = scheme.map(|scheme| scheme.rule) else { unreachable!("it is a table") };
        let sizes: Vec<usize> = rows.iter().map(|row| row.cells.split(' ').count()).collect();
        assert_eq!(sizes, [7, 8, 24, 7, 16, 8, 8, 22, 8, 11, 6]);
    }

    /// Source: R `rfm` 0.3.0 vignette (T4), counted by enumeration: 58 cells overlap, 10 fall to Others.
    #[test]
    fn r_rfm_vignette_table_overlaps_and_has_gaps() {
        let report = built_in("r-rfm-10");
        assert_eq!((report.cells, report.overlapping.len(), report.uncovered.len()), (125, 58, 10));
        assert_eq!(report.unreachable, Vec::<String>::new());
    }

    /// Source: R `rfm`, the older table in its tests (T5): 39 overlap, 36 to Others, three can never be assigned.
    #[test]
    fn r_rfm_older_table_has_unreachable_segments() {
        let report = check_partition(
            &ranges(&[
                ("champions", "[4-5][4-5][4-5]"),
                ("loyal", "[2-5][3-5][3-5]"),
                ("potential_loyalist", "[3-5][1-3][1-3]"),
                ("new", "[4-5]11"),
                ("promising", "[3-4]11"),
                ("need_attention", "[2-3][2-3][2-3]"),
                ("about_to_sleep", "[2-3][1-2][1-2]"),
                ("at_risk", "[1-2][2-5][2-5]"),
                ("cant_lose", "1[4-5][4-5]"),
                ("lost", "[1-2][1-2][1-2]"),
            ]),
            [5, 5, 5],
        );
        assert_eq!((report.overlapping.len(), report.uncovered.len()), (39, 36));
        assert_eq!(report.unreachable, ["new", "promising", "cant_lose"]);
    }

    /// Source: Putler's table (T3) as quoted in public: R range, range of FM = (F + M) / 2 with halves.
    /// 76 of 125 cells match several rows; four segments can never be assigned.
    #[test]
    fn putler_table_has_unreachable_segments() {
        let rows = [
            ("champions", 4..=5, 4..=5),
            ("loyal", 2..=5, 3..=5),
            ("potential_loyalist", 3..=5, 1..=3),
            ("recent", 4..=5, 0..=1),
            ("promising", 3..=4, 0..=1),
            ("needing_attention", 2..=3, 2..=3),
            ("about_to_sleep", 2..=3, 0..=2),
            ("at_risk", 0..=2, 2..=5),
            ("cant_lose", 0..=1, 4..=5),
            ("hibernating", 1..=2, 1..=2),
            ("lost", 0..=2, 0..=2),
        ];
        let every = || crate::recipe::table::every_score([5, 5, 5]);
        let cells = |r: &std::ops::RangeInclusive<u8>, fm: &std::ops::RangeInclusive<u8>| {
            let held = every().filter(|s| r.contains(&s[0]) && (2 * fm.start()..=2 * fm.end()).contains(&(s[1] + s[2])));
            held.map(|cell| shown(&cell)).collect::<Vec<_>>().join(" ")
        };
        let scheme = table(&RFM, &rows.map(|(code, r, fm)| (code, cells(&r, &fm))));
        let report = check_partition(&scheme, [5, 5, 5]);
        assert_eq!(report.overlapping.len(), 76);
        assert_eq!(report.unreachable, ["recent", "promising", "cant_lose", "lost"]);
        assert_eq!(sizes(&scheme), [12, 48, 30, 0, 0, 7, 3, 22, 0, 3, 0]);
    }

    /// Source: Klaviyo's six groups on 1 to 3 (T6), a partition of 27 cells.
    #[test]
    fn klaviyo_table_is_a_partition() {
        let scheme = ranges(&[
            ("champions", "333 332 323"),
            ("loyal", "321 322 331 232 233"),
            ("recent", "312 313 311 222 223"),
            ("needs_attention", "213 221 123 132 133"),
            ("at_risk", "231 212 122 131 211"),
            ("inactive", "111 112 113 121"),
        ]);
        assert_eq!(check_partition(&scheme, [3, 3, 3]), PartitionReport { cells: 27, ..PartitionReport::default() });
    }

    /// Source: pymc-marketing `rfm_segments` (T9): 18 of 64 cells are in no row.
    #[test]
    fn pymc_table_leaves_eighteen_cells_to_the_rest() {
        let report = check_partition(
            &ranges(&[
                ("premium", "334 443 444 344 434 433 343 333"),
                ("repeat", "244 234 232 332 143 233 243"),
                ("top_spender", "424 414 144 314 324 124 224 423 413 133 323 313 134"),
                ("at_risk", "422 223 212 122 222 132 322 312 412 123 214"),
                ("inactive", "411 111 113 114 112 211 311"),
            ]),
            [4, 4, 4],
        );
        assert_eq!((report.cells, report.overlapping.len()), (64, 0));
        assert_eq!(report.uncovered.join(" "), "121 131 141 142 213 221 231 241 242 321 331 341 342 421 431 432 441 442");
    }

    /// Cells that each row gets, the first row winning.
    fn sizes(scheme: &Scheme) -> Vec<usize> {
        let SchemeRule::Table { axes, rows, .. } = &scheme.rule else { return Vec::new() };
        let table = Table::read_leniently(axes, rows);
        let winners: Vec<usize> = table.cells([5, 5, 5]).keys().filter_map(|cell| table.first(cell)).map(|(row, _)| row).collect();
        (0..rows.len()).map(|row| winners.iter().filter(|winner| **winner == row).count()).collect()
    }
}
