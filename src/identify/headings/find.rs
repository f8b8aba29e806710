//! Whether a table is a grouped report, by its first rows.
//!
//! The rows must show it: headings with dated rows below them, and no dated row that no heading is above of. Then the table is proposed as
//! it is with the customer in each row, and that proposal has to be a log of orders whose only customers are these.
//! Invariant: the same headers, sample and recipe give the same answer; what is no grouped report is left as it is.

use super::{Headings, Line, Look, Naming, heading, is_alone, look, total};
use crate::identify::TableKind;
use crate::identify::columns::{ColumnProposal, Proposal, propose};
use crate::identify::read::{Cell, SAMPLE_ROWS, TableLayout};
use crate::recipe::{Field, Recipe};
use std::collections::BTreeSet;

/// The table as it is with the customers of its headings in a column, and what it is then taken for; none when it is no grouped report.
pub(in crate::identify) fn propose_grouped(table: &TableLayout, recipe: &Recipe) -> Option<(Headings, TableLayout, Proposal)> {
    /// A column with less than this is a guess, as one that is called no more than "No."
    const GUESS: f64 = 0.55;
    /// A title that says no more than whose column it is.
    const CUSTOMER: &str = "客户";
    let headings = find(table)?;
    let grouped = headings.shown(table);
    let own = propose(&grouped.headers, &grouped.sample, recipe);
    let customer = own.mapping.get(&Field::CustomerId).copied();
    let is_guess = |column: usize| own.columns.get(column).is_none_or(|proposed| proposed.confidence < GUESS);
    let mut proposal = match customer {
        Some(column) if column == headings.into => own,
        Some(column) if !is_guess(column) => return None,
        // A column that has a name has nothing to do with customers when it is not named after them.
        _ if headings.into < table.columns && !is_unnamed(&table.headers[headings.into]) => return None,
        _ => {
            let mut titles = grouped.headers.clone();
            CUSTOMER.clone_into(&mut titles[headings.into]);
            propose(&titles, &grouped.sample, recipe)
        }
    };
    // What stands in a heading is a name, unless its label says that it is a number: contacts and feedback are joined by it.
    let is_name = |proposed: &ColumnProposal| proposed.alternatives.contains(&Field::CustomerName);
    let names = is_unnamed(&grouped.headers[headings.into]) || proposal.columns.get(headings.into).is_some_and(is_name);
    if names && !recipe.mapping.contains_key(&Field::CustomerName) {
        proposal.mapping.entry(Field::CustomerName).or_insert(headings.into);
    }
    let is_customers = proposal.mapping.get(&Field::CustomerId) == Some(&headings.into);
    (is_customers && proposal.kind == TableKind::Transactions).then_some((headings, grouped, proposal))
}

/// The headings that the sample shows: bare ones, else ones with figures beside the name.
fn find(table: &TableLayout) -> Option<Headings> {
    let rows: Vec<Vec<Cell<'_>>> = table.sample.iter().map(|row| row.iter().map(|cell| Cell::Text(cell)).collect()).collect();
    [false, true].into_iter().find_map(|has_figures| find_form(table, &rows, has_figures))
}

fn find_form(table: &TableLayout, rows: &[Vec<Cell<'_>>], has_figures: bool) -> Option<Headings> {
    let first = |row: &Vec<Cell<'_>>| row.iter().take(table.columns).position(|&cell| look(cell) != Look::Blank);
    let heads = |row: &Vec<Cell<'_>>, column: usize| heading(row, column, has_figures).is_some() && total(row, column).is_none();
    let column = rows.iter().filter_map(|row| first(row).filter(|&column| heads(row, column))).min()?;
    let texts = rows.iter().filter(|row| heads(row, column)).filter_map(|row| heading(row, column, has_figures));
    let naming = Naming::of(&texts.collect::<Vec<_>>())?;
    let mut headings = Headings { column, into: column, columns: table.columns, naming, has_figures };
    let dated: Vec<&Vec<Cell<'_>>> = rows.iter().filter(|row| is_dated(row) && headings.line(row) == Line::Row).collect();
    let stands = |wanted: Look| dated.iter().all(|row| row.get(column).is_none_or(|&cell| look(cell) == wanted));
    if !stands(Look::Blank) {
        // Where something else stands in the rows, only days or a label tell a heading from it.
        if !stands(Look::Day) && headings.naming == Naming::Plain {
            return None;
        }
        headings.into = table.columns;
    }
    headings.are_clear(rows).then_some(headings)
}

/// Whether the row has a day and a figure, as one of an order.
fn is_dated(row: &[Cell<'_>]) -> bool {
    let has = |wanted: Look| row.iter().any(|&cell| look(cell) == wanted);
    has(Look::Day) && has(Look::Figure)
}

/// As [`Header::is_unnamed`](crate::identify::columns), of a title.
fn is_unnamed(title: &str) -> bool {
    title.strip_prefix('#').is_some_and(|number| number.bytes().all(|byte| byte.is_ascii_digit()))
}

impl Headings {
    /// Whether the rows follow the pattern: every dated row has a heading above it, and more than one heading or its total shows the form.
    fn are_clear(&self, rows: &[Vec<Cell<'_>>]) -> bool {
        let mut names = BTreeSet::new();
        let (mut used, mut alone, mut closed) = (0, 0, 0);
        // The heading above, and whether rows have followed.
        let mut open: Option<(&str, bool)> = None;
        for row in rows {
            match (self.line(row), open) {
                // Some with figures and some without: one of the two is something else.
                (Line::Heading(_), _) if self.has_figures && is_alone(row, self.column, false) => open = None,
                (Line::Heading(name), above) => {
                    alone += usize::from(above.is_some_and(|(_, has_rows)| !has_rows));
                    open = Some((name, false));
                }
                (Line::Total(_), above) => {
                    closed += usize::from(above.is_some_and(|(_, has_rows)| has_rows));
                    open = None;
                }
                (Line::Unclear, _) => open = None,
                (Line::Row, Some((name, has_rows))) if is_dated(row) => {
                    used += usize::from(!has_rows);
                    names.insert(name);
                    open = Some((name, true));
                }
                (Line::Row, None) if is_dated(row) => return false,
                (Line::Row, _) => {}
            }
        }
        // A first customer with more rows than the sample: then nothing else may be in its way.
        let fills_sample = rows.len() >= SAMPLE_ROWS && self.into == self.column && alone == 0;
        names.len() > 1 && alone <= used || used == 1 && (closed > 0 || self.naming != Naming::Plain || fills_sample)
    }

    /// The table as it is read: each row with its customer, without headings and totals.
    fn shown(&self, table: &TableLayout) -> TableLayout {
        let mut grouped = table.clone();
        if self.into == table.columns {
            let title = self.naming.label().map_or_else(|| format!("#{}", self.into + 1), str::to_owned);
            let is_taken = |title: &String| table.headers.contains(title);
            let numbered = (2..).map(|number| format!("{title} ({number})"));
            grouped.headers.extend(std::iter::once(title.clone()).chain(numbered).find(|title| !is_taken(title)));
        }
        let mut customer = String::new();
        grouped.sample = Vec::new();
        for row in &table.sample {
            let cells: Vec<Cell<'_>> = row.iter().map(|cell| Cell::Text(cell)).collect();
            match self.line(&cells) {
                Line::Heading(name) => name.clone_into(&mut customer),
                Line::Total(_) | Line::Unclear => customer.clear(),
                Line::Row => {
                    let mut row = row.clone();
                    row.resize(grouped.headers.len(), String::new());
                    row[self.into].clone_from(&customer);
                    grouped.sample.push(row);
                }
            }
        }
        grouped
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn table(text: &str) -> TableLayout {
        let mut rows = text.lines().map(|line| line.split(',').map(str::to_owned).collect::<Vec<_>>());
        let headers = rows.next().unwrap_or_default();
        let (columns, sample) = (headers.len(), rows.collect());
        TableLayout { sheet: None, is_hidden: false, header_row: 1, above: Vec::new(), headers, columns, sample }
    }

    #[test]
    fn where_the_customers_are_shown() {
        // Rows, the headers that are shown, the customer of each row; none when it is no grouped report.
        for (text, expected) in [
            ("#1,Date,Amount\nAnn,,\n,2025-01-05,1\nBob,,\n,2025-01-06,2", Some("#1,Date,Amount: Ann|Bob")),
            ("Date,Amount\nAnn,\n2025-01-05,1\nBob,\n2025-01-06,2", Some("Date,Amount,#3: Ann|Bob")),
            ("日期,金额\n客户名称：甲,\n2025-01-05,1\n小计,1", Some("日期,金额,客户名称: 甲")),
            ("单号,日期,金额\n客户：甲,,\n1,2025-01-05,1\n2,2025-01-05,1", Some("单号,日期,金额,客户: 甲|甲")),
            // The column of customers itself has them only in headings.
            ("Customer,Date,Amount\nAnn,,\n,2025-01-05,1\nBob,,\n,2025-01-06,2", Some("Customer,Date,Amount: Ann|Bob")),
            // A number that is a row's own is no rival.
            ("#1,No,Date,Amount\nAnn,,,\n,1,2025-01-05,1\nBob,,,\n,2,2025-01-06,2", Some("#1,No,Date,Amount: Ann|Bob")),
            ("#1,Customer,Date,Amount\nAnn,,,\n,C1,2025-01-05,1\nBob,,,\n,C2,2025-01-06,2", None),
            ("#1,Phone,Date,Amount\nAnn,,,\n,13800138000,2025-01-05,1\nBob,,,\n,13900139000,2025-01-06,2", None),
            ("Shop,Date,Amount\nAnn,,\n,2025-01-05,1\nBob,,\n,2025-01-06,2", None),
            ("单号,日期,金额\n甲,,\n1,2025-01-05,1\n乙,,\n2,2025-01-05,1", None),
            ("#1,Date,Amount\nAnn,,\n,2025-01-05,1\nAnn,,\n,2025-01-06,2", None),
            ("#1,Date,Text\nAnn,,\n,2025-01-05,a\nBob,,\n,2025-01-06,b", None),
            ("Customer,Date,Amount\nAnn,2025-01-05,1\nBob,2025-01-06,2", None),
            ("", None),
        ] {
            let found = propose_grouped(&table(text), &Recipe::default());
            let shown = found.map(|(headings, grouped, _)| {
                let customers: Vec<&str> = grouped.sample.iter().map(|row| row[headings.into].as_str()).collect();
                format!("{}: {}", grouped.headers.join(","), customers.join("|"))
            });
            assert_eq!(shown.as_deref(), expected, "{text}");
        }
    }

    proptest! {
        #[test]
        fn whatever_the_rows_are_the_table_stays_a_table(rows in prop::collection::vec(prop::collection::vec(0_usize..12, 4), 0..40)) {
            const CELLS: [&str; 12] =
                ["", "", "", "Ann", "Bob", "客户：甲", "小计", "Total for Ann", "2025-01-05", "5.5", "7", "Date"];
            let sample = rows.iter().map(|row| row.iter().map(|&cell| CELLS[cell].to_owned()).collect()).collect();
            let table = TableLayout { sample, ..table("#1,Date,Num,Amount") };
            if let Some((headings, grouped, proposal)) = propose_grouped(&table, &Recipe::default()) {
                prop_assert!(grouped.sample.iter().all(|row| row.len() == grouped.headers.len()));
                prop_assert_eq!(proposal.columns.len(), grouped.headers.len());
                prop_assert_eq!((headings.columns, grouped.columns), (4, 4));
            }
        }
    }
}
