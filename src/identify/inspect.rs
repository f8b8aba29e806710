//! A first look: what a file holds, and what we take its columns for.

use super::columns::{Proposal, date_order_question, propose};
use super::read::{Layout, SAMPLE_ROWS, TableLayout, inspect_file};
use super::values::{DayParser, DecimalMark, detect_decimal_mark};
use super::{Inspection, Question, Source, TableKind, TablePreview};
use crate::Result;
use crate::recipe::{Field, Recipe};

/// What a file holds, and what we take it for.
///
/// # Errors
/// When the file cannot be read as a table: see [`crate::ErrorKind`].
pub fn inspect(source: &mut dyn Source, recipe: &Recipe) -> Result<Inspection> {
    let bytes = source.len();
    let seen = Seen::look(source, recipe)?;
    let Layout { format, encoding, encodings, delimiter, lined_up, tables, .. } = seen.layout;
    let tables = tables.into_iter().zip(seen.proposals);
    let tables = tables.map(|(table, proposal)| TablePreview {
        kind: proposal.kind,
        export: proposal.export.map(str::to_owned),
        questions: questions(&table, &proposal, recipe),
        columns: proposal.columns,
        sheet: table.sheet,
        hidden: table.is_hidden,
        header_row: table.header_row,
        headers: table.headers,
        sample: table.sample,
    });
    Ok(Inspection { file: seen.file, format, bytes, encoding, encodings, delimiter, lined_up, tables: tables.collect() })
}

/// What only the user knows. The order of day and month is asked for when every row has been seen and none
/// shows it; a longer table is decided by its rows.
fn questions(table: &TableLayout, proposal: &Proposal, recipe: &Recipe) -> Vec<Question> {
    let mut questions = proposal.questions.clone();
    let column = proposal.mapping.get(&Field::Date).filter(|_| proposal.kind == TableKind::Transactions);
    if let (Some(&column), None, true) = (column, recipe.import.date_order, table.sample.len() < SAMPLE_ROWS) {
        let mut parser = DayParser::new(None);
        let mut doubtful = Vec::new();
        for text in table.sample.iter().filter_map(|row| row.get(column)) {
            if parser.parse(text).value().is_some_and(|read| read.swappable) {
                doubtful.push(text.as_str());
            }
        }
        questions.extend(date_order_question(Field::Date, parser.evidence(), doubtful));
    }
    questions
}

/// A file after a first look at it.
pub(super) struct Seen {
    pub(super) file: String,
    pub(super) layout: Layout,
    pub(super) proposals: Vec<Proposal>,
}

impl Seen {
    pub(super) fn look(source: &mut dyn Source, recipe: &Recipe) -> Result<Self> {
        let file = source.name().to_owned();
        let layout = inspect_file(source, &recipe.import).map_err(|error| error.in_file(&file))?;
        let proposals = layout.tables.iter().map(|table| propose(&table.headers, &table.sample, recipe)).collect();
        Ok(Self { file, layout, proposals })
    }

    /// Amounts are read with the decimal mark that the sample of their column shows.
    pub(super) fn decimal_mark(&self, table: usize) -> DecimalMark {
        let money = [Field::Amount, Field::UnitPrice, Field::Revenue];
        let column = money.iter().find_map(|field| self.proposals[table].mapping.get(field)).copied();
        let sample = &self.layout.tables[table].sample;
        let samples = sample.iter().filter_map(|row| column.and_then(|column| row.get(column)).map(String::as_str));
        detect_decimal_mark(samples)
    }

    pub(super) fn header(&self, table: usize, proposal: &Proposal, field: Field) -> String {
        let column = proposal.mapping.get(&field);
        column.and_then(|&column| self.layout.tables[table].headers.get(column)).cloned().unwrap_or_default()
    }

    /// Which column plays which role, in words.
    pub(super) fn roles(&self, table: usize) -> Vec<(Field, String)> {
        let proposal = &self.proposals[table];
        let headers = &self.layout.tables[table].headers;
        let counters = proposal.counters.iter().filter_map(|(column, _)| Some((Field::Count, headers.get(*column)?.clone())));
        proposal.mapping.keys().map(|&field| (field, self.header(table, proposal, field))).chain(counters).collect()
    }
}
