//! Order rows that are there twice: the same export dropped twice, exports whose periods overlap.
//!
//! Two equal lines within one table are two purchases; the same line in two tables is one. So a line counts
//! as often as in the table that has it most often: the maximum of multisets. Lines are compared when all
//! rows have been read and their days are settled. Invariants: a hash only brings lines together, and their
//! values decide; one table with the default costs nothing; every row left out is in the log.

use crate::identify::book::{Counts, TableReport};
use crate::identify::builder::BookBuilder;
use crate::identify::issue::{Issue, IssueCode, IssueLog};
use crate::identify::read::Cell;
use crate::identify::rows::write_cell;
use crate::recipe::Repeated;
use rustc_hash::FxHasher;
use std::collections::BTreeMap;
use std::hash::{Hash, Hasher};

/// What is needed to recognise a line that comes again.
#[derive(Debug)]
pub(in crate::identify) struct RepeatedRows {
    rule: Repeated,
    is_tracking: bool,
    /// Row of each line in its table.
    rows: Vec<u32>,
    /// Hash of what a line is read for but does not keep: quantity, unit price, category.
    marks: Vec<u32>,
    tables: Vec<Table>,
    scratch: String,
}

/// A table of orders.
#[derive(Debug, Clone, Copy)]
struct Table {
    first_line: u32,
    /// Its number in the log.
    position: u32,
    /// Its place among the reports.
    report: usize,
}

impl RepeatedRows {
    pub(in crate::identify) fn new(rule: Repeated, order_tables: usize) -> Self {
        let is_tracking = match rule {
            Repeated::Keep => false,
            Repeated::Drop => true,
            Repeated::AcrossTables => order_tables > 1,
        };
        Self { rule, is_tracking, rows: Vec::new(), marks: Vec::new(), tables: Vec::new(), scratch: String::new() }
    }

    /// From now on lines come from another table.
    pub(in crate::identify) fn begin(&mut self, lines: usize, position: u32, report: usize) {
        self.tables.push(Table { first_line: u32::try_from(lines).unwrap_or(u32::MAX), position, report });
    }

    /// Notes the next line: its row, and the cells that it does not keep.
    pub(in crate::identify) fn note<'c, const N: usize>(&mut self, row: u64, cells: impl FnOnce() -> [Cell<'c>; N]) {
        if !self.is_tracking {
            return;
        }
        self.rows.push(u32::try_from(row).unwrap_or(u32::MAX));
        self.scratch.clear();
        for cell in cells() {
            write_cell(cell, &mut self.scratch);
            self.scratch.push('\u{1f}');
        }
        self.marks.push(folded(hash(&self.scratch)));
    }

    /// Leaves out the lines that are there already, with an issue each.
    pub(in crate::identify) fn settle(
        self,
        builder: &mut BookBuilder,
        log: &mut IssueLog,
        counts: &mut Counts,
        reports: &mut [TableReport],
    ) {
        if !self.is_tracking {
            return;
        }
        let mut dropped = self.repeated_lines(builder);
        dropped.sort_unstable();
        if dropped.is_empty() {
            return;
        }
        let mut keep = vec![true; builder.lines()];
        dropped.iter().for_each(|&line| keep[line as usize] = false);
        for lines in dropped.chunk_by(|a, b| self.is_one_row(*a, *b)) {
            let line = lines[0];
            let table = self.tables[self.table_of(line)];
            let row = self.rows.get(line as usize).copied().map_or(0, u64::from);
            log.push(&Issue { code: IssueCode::RowRepeated, table: table.position, row, field: None, original: "", became: "" });
            // A row with months as columns is several lines: it is used as long as one of them is.
            if self.is_used(line, &keep) {
                continue;
            }
            counts.leave_out(1);
            if let Some(report) = reports.get_mut(table.report) {
                report.rows_used = report.rows_used.saturating_sub(1);
            }
        }
        builder.retain(&keep);
    }

    fn repeated_lines(&self, builder: &BookBuilder) -> Vec<u32> {
        let key = |line: u32| (builder.line(line), self.marks.get(line as usize).copied().unwrap_or(0));
        let lines = u32::try_from(builder.lines()).unwrap_or(u32::MAX);
        let mut hashed: Vec<(u64, u32)> = (0..lines).map(|line| (hash(&key(line)), line)).collect();
        hashed.sort_unstable();
        let mut dropped = Vec::new();
        for alike in hashed.chunk_by_mut(|a, b| a.0 == b.0).filter(|alike| alike.len() > 1) {
            alike.sort_by_key(|&(_, line)| (key(line), line));
            for equal in alike.chunk_by(|a, b| key(a.1) == key(b.1)).filter(|equal| equal.len() > 1) {
                let lines: Vec<u32> = equal.iter().map(|&(_, line)| line).collect();
                dropped.extend(self.too_many(&lines));
            }
        }
        dropped
    }

    /// Those of some equal lines, in the order of the files, that do not count.
    fn too_many(&self, lines: &[u32]) -> Vec<u32> {
        if self.rule == Repeated::Drop {
            return lines[1..].to_vec();
        }
        let mut by_table: BTreeMap<usize, u32> = BTreeMap::new();
        for &line in lines {
            *by_table.entry(self.table_of(line)).or_insert(0) += 1;
        }
        // The first of the tables that have it most often.
        let most = by_table.iter().max_by_key(|(table, count)| (**count, std::cmp::Reverse(**table))).map(|(table, _)| *table);
        lines.iter().copied().filter(|&line| Some(self.table_of(line)) != most).collect()
    }

    /// Whether two lines are of one row.
    fn is_one_row(&self, line: u32, other: u32) -> bool {
        self.rows.get(line as usize) == self.rows.get(other as usize) && self.table_of(line) == self.table_of(other)
    }

    /// Whether some line of this line's row is kept.
    fn is_used(&self, line: u32, keep: &[bool]) -> bool {
        let is_kept = |other: &u32| keep.get(*other as usize).copied().unwrap_or(false);
        let before = (0..line).rev().take_while(|&other| self.is_one_row(line, other));
        let after = (line..u32::try_from(keep.len()).unwrap_or(u32::MAX)).take_while(|&other| self.is_one_row(line, other));
        before.chain(after).any(|other| is_kept(&other))
    }

    fn table_of(&self, line: u32) -> usize {
        self.tables.partition_point(|table| table.first_line <= line).saturating_sub(1)
    }
}

fn hash<T: Hash + ?Sized>(value: &T) -> u64 {
    let mut hasher = FxHasher::default();
    value.hash(&mut hasher);
    hasher.finish()
}

#[expect(clippy::cast_possible_truncation, reason = "both halves are used")]
const fn folded(hash: u64) -> u32 {
    (hash ^ hash >> 32) as u32
}
