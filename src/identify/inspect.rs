//! A first look: what a file holds, and what we take its columns for.

use super::columns::{Proposal, date_order_question, propose_in};
use super::headings::{Headings, propose_grouped};
use super::issue::IssueCode;
use super::read::{Cell, Layout, RowSink, SAMPLE_ROWS, inspect_file, read_table};
use super::values::{AmountForm, AmountUnit, DayParser, DecimalMark, detect_decimal_mark};
use super::{Inspection, Question, Source, TableKind, TablePreview};
use crate::recipe::{Field, Recipe};
use crate::{ErrorKind, Result};

/// Roles whose columns have amounts; a table is counted by the first that it has.
const AMOUNTS: [Field; 3] = [Field::Amount, Field::UnitPrice, Field::Revenue];

/// Values that a question shows as its reason.
const SHOWN: usize = 3;

/// What a file holds, and what we take it for.
///
/// # Errors
/// When the file cannot be read as a table: see [`crate::ErrorKind`].
pub fn inspect(source: &mut dyn Source, recipe: &Recipe) -> Result<Inspection> {
    let bytes = source.len();
    let seen = Seen::look(source, recipe)?;
    let mut orders = Vec::with_capacity(seen.proposals.len());
    for (table, proposal) in seen.proposals.iter().enumerate() {
        orders.push(order_question(source, (&seen.layout, table), proposal, recipe)?);
    }
    let Layout { format, encoding, encodings, delimiter, lined_up, tables, .. } = seen.layout;
    let tables = tables.into_iter().zip(seen.proposals).zip(orders);
    let tables = tables.map(|((table, proposal), order)| TablePreview {
        kind: proposal.kind,
        export: proposal.export.map(str::to_owned),
        questions: proposal.questions.into_iter().chain(order).collect(),
        columns: proposal.columns,
        without_year: proposal.months.without_year.iter().filter_map(|&column| table.headers.get(column).cloned()).collect(),
        sheet: table.sheet,
        hidden: table.is_hidden,
        header_row: table.header_row,
        headers: table.headers,
        sample: table.sample,
    });
    Ok(Inspection { file: seen.file, format, bytes, encoding, encodings, delimiter, lined_up, tables: tables.collect() })
}

/// Asks for the order of day and month when no row shows it. Where the sample does not, the other rows are looked at, up to the first
/// that does: in a file that is sorted by day that is soon.
fn order_question(
    source: &mut dyn Source,
    (layout, table): (&Layout, usize),
    proposal: &Proposal,
    recipe: &Recipe,
) -> Result<Option<Question>> {
    let column = proposal.mapping.get(&Field::Date).filter(|_| proposal.kind == TableKind::Transactions);
    let (Some(&column), None) = (column, recipe.import.date_order) else { return Ok(None) };
    let sample = &layout.tables[table].sample;
    let mut days = Doubts { parser: DayParser::new(None), doubtful: Vec::new() };
    sample.iter().filter_map(|row| row.get(column)).for_each(|text| days.look(text));
    if sample.len() >= SAMPLE_ROWS && days.are_doubtful() {
        match read_table(source, layout, table, &[column], &mut days) {
            // One row is enough.
            Err(_) if !days.are_doubtful() => {}
            read => read?,
        }
    }
    Ok(date_order_question(Field::Date, days.parser.evidence(), days.doubtful.iter().map(String::as_str)))
}

/// Days of a column, until one shows the order of day and month.
struct Doubts {
    parser: DayParser,
    /// A few that fit both orders.
    doubtful: Vec<String>,
}

impl Doubts {
    fn look(&mut self, text: &str) {
        let is_doubtful = self.parser.parse(text).value().is_some_and(|read| read.swappable);
        if is_doubtful && self.doubtful.len() < SHOWN {
            self.doubtful.push(text.to_owned());
        }
    }

    fn are_doubtful(&self) -> bool {
        let evidence = self.parser.evidence();
        evidence.ambiguous > 0 && evidence.order().is_none()
    }
}

impl RowSink for Doubts {
    fn row(&mut self, _number: u64, cells: &[Cell<'_>]) -> Result<()> {
        if let Some(Cell::Text(text)) = cells.first() {
            self.look(text);
        }
        // Whatever stops the reading will do.
        if self.are_doubtful() { Ok(()) } else { Err(ErrorKind::NothingImported.into()) }
    }

    fn trouble(&mut self, _number: u64, _code: IssueCode, _original: &str) {
        // The import says it.
    }

    fn progress(&mut self, _bytes: u64) -> Result<()> {
        Ok(())
    }
}

/// A file after a first look at it.
pub(super) struct Seen {
    pub(super) file: String,
    pub(super) layout: Layout,
    pub(super) proposals: Vec<Proposal>,
    /// Of each table the headings that its customers stand in, if that is where they are.
    pub(super) headings: Vec<Option<Headings>>,
}

impl Seen {
    pub(super) fn look(source: &mut dyn Source, recipe: &Recipe) -> Result<Self> {
        let file = source.name().to_owned();
        let mut layout = inspect_file(source, &recipe.import).map_err(|error| error.in_file(&file))?;
        let (mut proposals, mut headings) = (Vec::new(), Vec::new());
        for table in &mut layout.tables {
            if let Some((found, grouped, proposal)) = propose_grouped(table, recipe) {
                *table = grouped;
                proposals.push(proposal);
                headings.push(Some(found));
                continue;
            }
            let names = [table.sheet.as_deref().unwrap_or_default(), &file];
            let texts: Vec<&str> = names.into_iter().chain(table.above.iter().map(String::as_str)).collect();
            proposals.push(propose_in(&table.headers, &table.sample, recipe, &texts));
            headings.push(None);
        }
        Ok(Self { file, layout, proposals, headings })
    }

    /// Amounts are read with the decimal mark that the sample of their column shows.
    pub(super) fn decimal_mark(&self, table: usize) -> DecimalMark {
        let proposal = &self.proposals[table];
        let column = AMOUNTS.iter().find_map(|field| proposal.mapping.get(field)).into_iter();
        let columns: Vec<usize> = column.chain(proposal.months.columns.iter().map(|(column, _)| column)).copied().collect();
        let sample = &self.layout.tables[table].sample;
        let samples = sample.iter().flat_map(|row| columns.iter().filter_map(|&column| row.get(column)).map(String::as_str));
        detect_decimal_mark(samples)
    }

    /// How amounts are written: that, and what their header counts them in.
    pub(super) fn amount_form(&self, table: usize) -> AmountForm {
        AmountForm { mark: self.decimal_mark(table), unit: self.amount_unit(table).1 }
    }

    /// The role whose column has the amounts, and what its header, or else a line above the table, counts them in.
    pub(super) fn amount_unit(&self, table: usize) -> (Field, AmountUnit) {
        let proposal = &self.proposals[table];
        let field = AMOUNTS.into_iter().find(|field| proposal.mapping.contains_key(field)).unwrap_or(Field::Amount);
        let header = self.header(table, proposal, field);
        let of_header = AmountUnit::of_header(&header);
        let of_line = || self.layout.tables[table].above.iter().find_map(|line| AmountUnit::of_line(line));
        // What the header says is nearer.
        let says_nothing = of_header == AmountUnit::One && !header.contains('元');
        let unit = if says_nothing { of_line().unwrap_or_default() } else { of_header };
        (field, unit)
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
        let months = proposal.months.span(headers).map(|span| (Field::Amount, span));
        proposal.mapping.keys().map(|&field| (field, self.header(table, proposal, field))).chain(counters).chain(months).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identify::BytesSource;

    #[test]
    fn the_order_of_day_and_month_is_asked_for_when_no_row_of_a_long_file_tells() {
        let months = |last: &str| {
            let row = |at: usize| format!("c{},01/{:02}/2025,{}\n", at % 20, 1 + at % 12, 10 + at);
            "customer_id,order_date,amount\n".to_owned() + &(0..240).map(row).collect::<String>() + last
        };
        let asked = |file: String| {
            let mut source = BytesSource::new("o.csv", file.into_bytes());
            let questions = inspect(&mut source, &Recipe::default()).map(|seen| seen.tables[0].questions.clone()).unwrap_or_default();
            questions.into_iter().map(|question| question.code).collect::<Vec<_>>()
        };
        assert_eq!(asked(months("")), ["date_order"]);
        assert!(asked(months("c1,25/12/2025,5\n")).is_empty());
    }
}
