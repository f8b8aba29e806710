//! Corrections of cells: what somebody typed stands in the place of what the file says.
//!
//! One adaptor around whatever takes the rows of a table: it changes cells before they are read, so that a
//! corrected cell goes through the same checks as any other. Invariants: without corrections for a table its
//! rows pass untouched, at no cost; a correction that hit nothing is reported.

use super::as_above::AsAbove;
use super::corrections::{Correction, Corrections};
use super::under_headings::UnderHeadings;
use crate::Result;
use crate::base::{Interner, TextId};
use crate::identify::inspect::Seen;
use crate::identify::issue::{Issue, IssueCode, IssueLog};
use crate::identify::read::{Cell, RowSink, read_table};
use crate::identify::rows::write_cell;
use crate::identify::{Mapping, Source};
use crate::recipe::Field;
use std::collections::{BTreeMap, BTreeSet};

/// The corrections of an import, and what became of them.
#[derive(Debug)]
pub(in crate::identify) struct Cells<'a> {
    corrections: &'a Corrections,
    blanks_as_above: bool,
    used: Vec<bool>,
    logs: Vec<TableLog>,
}

/// What was changed in one table.
#[derive(Debug)]
struct TableLog {
    file: String,
    sheet: Option<String>,
    roles: Vec<(Field, String)>,
    changes: Changes,
}

/// Cells that were changed, with their texts each once: a replacement can touch every row.
#[derive(Debug, Default)]
struct Changes {
    all: Vec<(u64, Field, TextId, TextId)>,
    texts: Interner,
    /// Those that are too many to be kept one by one.
    more: u64,
}

#[derive(Debug, Clone, Copy)]
struct Change<'c> {
    row: u64,
    field: Field,
    original: &'c str,
    became: &'c str,
}

impl Changes {
    fn push(&mut self, change: Change<'_>) {
        if self.all.len() as u64 >= IssueLog::KEPT_PER_CODE {
            self.more += 1;
            return;
        }
        let (original, became) = (self.texts.intern(change.original), self.texts.intern(change.became));
        self.all.push((change.row, change.field, original, became));
    }

    /// Every change; those that are not kept as the last one that was.
    fn iter(&self) -> impl Iterator<Item = Change<'_>> {
        let last = self.all.last().into_iter().flat_map(|last| std::iter::repeat_n(last, usize::try_from(self.more).unwrap_or(usize::MAX)));
        self.all.iter().chain(last).map(|&(row, field, original, became)| Change {
            row,
            field,
            original: self.texts.get(original),
            became: self.texts.get(became),
        })
    }
}

impl<'a> Cells<'a> {
    pub(in crate::identify) fn new(corrections: &'a Corrections, blanks_as_above: bool) -> Self {
        Self { corrections, blanks_as_above, used: vec![false; corrections.steps.len()], logs: Vec::new() }
    }

    /// As [`read_table`], with the customers of headings, the cells as they were corrected, and blanks as what stands above them.
    pub(in crate::identify) fn read_table(
        &mut self,
        source: &mut dyn Source,
        seen: &Seen,
        table: usize,
        wanted: &[usize],
        sink: &mut dyn RowSink,
    ) -> Result<()> {
        let (layout, mapping) = (&seen.layout, &seen.proposals[table].mapping);
        let (file, sheet) = (source.name().to_owned(), layout.tables[table].sheet.clone());
        let mut above = self.blanks_as_above.then(|| AsAbove::new(&mut *sink, wanted, mapping));
        let sink: &mut dyn RowSink = match &mut above {
            Some(above) => above,
            None => sink,
        };
        let rules = Rules::of(self.corrections, &file, sheet.as_deref(), wanted, mapping);
        if rules.is_empty() {
            return read_rows(source, seen, table, wanted, sink);
        }
        let mut corrected = Corrected { sink, rules, used: &mut self.used, changes: Changes::default() };
        read_rows(source, seen, table, wanted, &mut corrected)?;
        let changes = corrected.changes;
        let header = |column: usize| layout.tables[table].headers.get(column).cloned().unwrap_or_default();
        let roles = mapping.iter().map(|(&field, &column)| (field, header(column))).collect();
        self.logs.push(TableLog { file, sheet, roles, changes });
        Ok(())
    }

    /// Logs every cell that was changed and every correction that found nothing to change. Returns how many cells were changed.
    pub(in crate::identify) fn finish(self, issues: &mut IssueLog) -> u64 {
        let mut count = 0;
        for TableLog { file, sheet, roles, changes } in self.logs.into_iter().filter(|log| !log.changes.all.is_empty()) {
            let table = issues.table(&file, sheet.as_deref(), roles);
            for Change { row, field, original, became } in changes.iter() {
                issues.push(&Issue { code: IssueCode::CellCorrected, table, row, field: Some(field), original, became });
                count += 1;
            }
        }
        for (step, _) in self.corrections.steps.iter().zip(&self.used).filter(|(_, used)| !**used) {
            let (file, sheet, row, field, original, became) = match step {
                Correction::Set { file, sheet, row, field, value } => (file.as_str(), sheet.as_deref(), *row, *field, "", value),
                Correction::Replace { field, from, to } => ("", None, 0, *field, from.as_str(), to),
                Correction::Merge { .. } | Correction::Apart { .. } | Correction::Override { .. } => continue,
            };
            let table = issues.table(file, sheet, Vec::new());
            issues.push(&Issue { code: IssueCode::CorrectionUnused, table, row, field: Some(field), original, became });
        }
        count
    }
}

/// The rows as they stand in the file, or under their headings.
fn read_rows(source: &mut dyn Source, seen: &Seen, table: usize, wanted: &[usize], sink: &mut dyn RowSink) -> Result<()> {
    let Some(headings) = &seen.headings[table] else { return read_table(source, &seen.layout, table, wanted, sink) };
    let mut under = UnderHeadings::new(sink, headings, wanted);
    read_table(source, &seen.layout, table, &under.columns(), &mut under)?;
    under.finish();
    Ok(())
}

/// One step as it applies to a column of a table.
#[derive(Debug, Clone, Copy)]
struct Rule<'a> {
    step: usize,
    field: Field,
    value: &'a str,
}

/// The steps that apply to a table.
#[derive(Debug, Default)]
struct Rules<'a> {
    /// By row and place among the wanted cells.
    sets: BTreeMap<(u64, usize), Vec<Rule<'a>>>,
    /// By place among the wanted cells and what the cell holds.
    replaces: BTreeMap<usize, BTreeMap<&'a str, Vec<Rule<'a>>>>,
}

impl<'a> Rules<'a> {
    fn of(corrections: &'a Corrections, file: &str, sheet: Option<&str>, wanted: &[usize], mapping: &Mapping) -> Self {
        let mut rules = Self::default();
        let place = |field: &Field| mapping.get(field).and_then(|column| wanted.iter().position(|known| known == column));
        for (step, correction) in corrections.steps.iter().enumerate() {
            match correction {
                Correction::Set { file: of, sheet: on, row, field, value } if of == file && on.as_deref() == sheet => {
                    if let Some(place) = place(field) {
                        rules.sets.entry((*row, place)).or_default().push(Rule { step, field: *field, value });
                    }
                }
                Correction::Replace { field, from, to } => {
                    if let Some(place) = place(field) {
                        let by_text = rules.replaces.entry(place).or_default();
                        by_text.entry(from.trim()).or_default().push(Rule { step, field: *field, value: to });
                    }
                }
                _ => {}
            }
        }
        rules
    }

    fn is_empty(&self) -> bool {
        self.sets.is_empty() && self.replaces.is_empty()
    }

    /// What a cell holds after all steps, in their order; `None` when no step is about it.
    fn correct(&self, row: u64, place: usize, text: &str, used: &mut [bool]) -> Option<Rule<'a>> {
        let sets = self.sets.get(&(row, place)).map_or(&[][..], Vec::as_slice);
        let replaces = self.replaces.get(&place);
        let (mut last, mut next): (Option<Rule<'a>>, usize) = (None, 0);
        loop {
            let now = last.map_or(text, |rule| rule.value);
            let replace = replaces.and_then(|by_text| by_text.get(now.trim())).into_iter().flatten().find(|rule| rule.step >= next);
            let set = sets.iter().find(|rule| rule.step >= next);
            let Some(rule) = [set, replace].into_iter().flatten().min_by_key(|rule| rule.step) else { return last };
            used[rule.step] = true;
            (last, next) = (Some(*rule), rule.step + 1);
        }
    }
}

/// Hands rows on with their cells corrected.
struct Corrected<'s, 'a> {
    sink: &'s mut dyn RowSink,
    rules: Rules<'a>,
    used: &'s mut Vec<bool>,
    changes: Changes,
}

impl RowSink for Corrected<'_, '_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let places = self.rules.sets.range((number, 0)..=(number, usize::MAX)).map(|(&(_, place), _)| place);
        let places: BTreeSet<usize> = places.chain(self.rules.replaces.keys().copied()).collect();
        let mut corrected: Option<Vec<Cell<'_>>> = None;
        let mut original = String::new();
        for place in places {
            let Some(&cell) = cells.get(place) else { continue };
            original.clear();
            write_cell(cell, &mut original);
            let rule = self.rules.correct(number, place, &original, self.used).filter(|rule| rule.value != original);
            if let Some(rule) = rule {
                let row = corrected.get_or_insert_with(|| cells.to_vec());
                row[place] = if rule.value.trim().is_empty() { Cell::Empty } else { Cell::Text(rule.value) };
                self.changes.push(Change { row: number, field: rule.field, original: &original, became: rule.value });
            }
        }
        self.sink.row(number, corrected.as_deref().unwrap_or(cells))
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.sink.trouble(number, code, original);
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        self.sink.progress(bytes)
    }
}
