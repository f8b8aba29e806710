//! What was repaired and what was left out, row by row.
//!
//! A big file can have millions of them, so they are kept in columns with each distinct original
//! text once. Counts are always exact; single entries are kept up to [`IssueLog::KEPT_PER_CODE`]
//! per code, and the log says so when it stops keeping.

mod code;
mod places;

pub use code::{IssueCode, Severity};
pub use places::PlaceCount;

use crate::base::{Interner, TextId};
use crate::recipe::Field;
use serde::Serialize;
use std::collections::BTreeMap;

/// One thing that happened, as it is reported by a reader or a parser.
#[derive(Debug, Clone)]
pub struct Issue<'a> {
    /// What happened.
    pub code: IssueCode,
    /// Position of the table, as given by [`IssueLog::table`].
    pub table: u32,
    /// Row as a spreadsheet numbers it, from 1; 0 for the whole table.
    pub row: u64,
    /// Column, if it is about one.
    pub field: Option<Field>,
    /// The original text, cut to 120 characters.
    pub original: &'a str,
    /// What it was made into, or what explains it; empty when the row was left out.
    pub became: &'a str,
}

/// All issues of an import.
#[derive(Debug, Default)]
pub struct IssueLog {
    tables: Vec<TableName>,
    texts: Interner,
    codes: Vec<IssueCode>,
    table: Vec<u32>,
    row: Vec<u64>,
    field: Vec<Option<Field>>,
    original: Vec<TextId>,
    became: Vec<TextId>,
    counts: BTreeMap<IssueCode, u64>,
    /// How often in each table, by code and field.
    by_place: BTreeMap<(u32, IssueCode, Option<Field>), u64>,
}

#[derive(Debug, Clone)]
struct TableName {
    file: String,
    sheet: Option<String>,
    headers: Vec<(Field, String)>,
}

/// One issue with its place in words, as it is shown and downloaded.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct IssueRow {
    /// What happened.
    pub code: IssueCode,
    /// How serious it is.
    pub severity: Severity,
    /// File.
    pub file: String,
    /// Sheet, for workbooks.
    pub sheet: Option<String>,
    /// Row as a spreadsheet numbers it, from 1; 0 for the whole table.
    #[cfg_attr(test, ts(type = "number"))]
    pub row: u64,
    /// Role of the column, if it is about one: with the place it says which cell a correction is for.
    pub field: Option<Field>,
    /// Header of the column, if it is about one.
    pub column: Option<String>,
    /// The original text.
    pub original: String,
    /// What it was made into, or what explains it.
    pub became: String,
    /// Whether the original is masked, so that no correction can be made from it.
    pub masked: bool,
}

/// How often something happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct IssueCount {
    /// What happened.
    pub code: IssueCode,
    /// How serious it is.
    pub severity: Severity,
    /// How often, exactly.
    #[cfg_attr(test, ts(type = "number"))]
    pub count: u64,
    /// How many of them are kept one by one.
    #[cfg_attr(test, ts(type = "number"))]
    pub kept: u64,
}

impl IssueLog {
    /// Single entries kept per code; beyond it they are only counted.
    pub const KEPT_PER_CODE: u64 = 500_000;
    const ORIGINAL_CHARACTERS: usize = 120;

    /// Announces a table; the returned position goes into [`Issue::table`]. `headers` name its mapped columns.
    #[expect(clippy::cast_possible_truncation, reason = "an import has a handful of tables")]
    pub fn table(&mut self, file: &str, sheet: Option<&str>, headers: Vec<(Field, String)>) -> u32 {
        self.tables.push(TableName { file: file.to_owned(), sheet: sheet.map(str::to_owned), headers });
        (self.tables.len() - 1) as u32
    }

    /// Adds an issue.
    pub fn push(&mut self, issue: &Issue<'_>) {
        *self.by_place.entry((issue.table, issue.code, issue.field)).or_insert(0) += 1;
        let count = self.counts.entry(issue.code).or_insert(0);
        *count += 1;
        if *count > Self::KEPT_PER_CODE {
            return;
        }
        self.codes.push(issue.code);
        self.table.push(issue.table);
        self.row.push(issue.row);
        self.field.push(issue.field);
        let original = self.texts.intern(cut(issue.original, Self::ORIGINAL_CHARACTERS));
        self.original.push(original);
        let became = self.texts.intern(cut(issue.became, Self::ORIGINAL_CHARACTERS));
        self.became.push(became);
    }

    /// How often each thing happened, rejections first, then by count.
    #[must_use]
    pub fn counts(&self) -> Vec<IssueCount> {
        let mut counts: Vec<IssueCount> = self
            .counts
            .iter()
            .map(|(&code, &count)| IssueCount { code, severity: code.severity(), count, kept: count.min(Self::KEPT_PER_CODE) })
            .collect();
        counts.sort_by_key(|entry| (entry.severity, std::cmp::Reverse(entry.count), entry.code));
        counts
    }

    /// Exact number of issues with this code.
    #[must_use]
    pub fn count(&self, code: IssueCode) -> u64 {
        self.counts.get(&code).copied().unwrap_or(0)
    }

    /// Entries kept one by one, in the order in which they were found.
    #[must_use]
    pub fn len(&self) -> usize {
        self.codes.len()
    }

    /// Whether nothing happened at all.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.codes.is_empty()
    }

    /// The entry at this place, with its place in words.
    #[must_use]
    pub fn get(&self, index: usize) -> Option<IssueRow> {
        let code = *self.codes.get(index)?;
        let table = self.tables.get(self.table[index] as usize)?;
        let column = self.field[index].map(|field| {
            let header = table.headers.iter().find(|(known, _)| *known == field);
            header.map_or_else(|| field.name().to_owned(), |(_, header)| header.clone())
        });
        Some(IssueRow {
            code,
            severity: code.severity(),
            file: table.file.clone(),
            sheet: table.sheet.clone(),
            row: self.row[index],
            field: self.field[index],
            column,
            original: self.texts.get(self.original[index]).to_owned(),
            became: self.texts.get(self.became[index]).to_owned(),
            masked: false,
        })
    }

    /// All entries kept, in the order in which they were found.
    pub fn rows(&self) -> impl Iterator<Item = IssueRow> + '_ {
        (0..self.len()).filter_map(|index| self.get(index))
    }

    /// A page of the entries with this code (all when none is given), and how many there are in all.
    #[must_use]
    pub fn page(&self, code: Option<IssueCode>, offset: usize, limit: usize) -> (usize, Vec<IssueRow>) {
        let wanted = |index: &usize| code.is_none_or(|code| self.codes[*index] == code);
        let total = code.map_or(self.len(), |code| usize::try_from(self.count(code).min(Self::KEPT_PER_CODE)).unwrap_or(usize::MAX));
        let rows = (0..self.len()).filter(wanted).skip(offset).take(limit).filter_map(|index| self.get(index)).collect();
        (total, rows)
    }
}

fn cut(text: &str, characters: usize) -> &str {
    text.char_indices().nth(characters).map_or(text, |(end, _)| &text[..end])
}
