//! The cleaning as a list of steps, from the log.

use super::Step;
use crate::identify::Book;
use crate::identify::issue::{IssueCode, PlaceCount};
use crate::recipe::Field;

/// Every table that was read with what was done in it, then what was done over all tables.
#[must_use]
pub fn steps(book: &Book) -> Vec<Step> {
    let counts = book.issues.counts_by_place();
    let mut steps = Vec::new();
    let mut told = vec![false; counts.len()];
    for table in &book.tables {
        let place = place(&table.file, table.sheet.as_deref());
        steps.push(Step { what: "read".to_owned(), place: place.clone(), field: None, count: table.rows_read, rule: String::new() });
        for (told, count) in told.iter_mut().zip(&counts) {
            if !*told && count.file == table.file && count.sheet == table.sheet {
                *told = true;
                steps.push(step(&place, count));
            }
        }
    }
    let rest = told.into_iter().zip(counts).filter(|(told, _)| !told);
    steps.extend(rest.map(|(_, count)| step(&place(&count.file, count.sheet.as_deref()), &count)));
    if !book.overrides.is_empty() {
        let (what, count, rule) = ("overridden".to_owned(), book.overrides.len() as u64, "corrections".to_owned());
        steps.push(Step { what, place: String::new(), field: Some(Field::CustomerId), count, rule });
    }
    steps
}

fn step(place: &str, counted: &PlaceCount) -> Step {
    let PlaceCount { code, field, count, .. } = *counted;
    let (what, rule) = match code {
        IssueCode::CellCorrected => ("corrected", "corrections".to_owned()),
        IssueCode::RowRepeated => ("repeated_rows", "recipe.cleaning.repeated".to_owned()),
        IssueCode::ValueFilled => ("missing_filled", missing_rule(field)),
        IssueCode::CustomerIncomplete => ("missing_excluded", missing_rule(field)),
        IssueCode::AmountWinsorised => ("outliers_winsorised", "recipe.cleaning.outliers".to_owned()),
        IssueCode::AmountExcluded => ("outliers_excluded", "recipe.cleaning.outliers".to_owned()),
        IssueCode::CustomerMerged => ("merged", "recipe.cleaning.duplicates, corrections".to_owned()),
        _ => return Step { what: code.name(), place: place.to_owned(), field, count, rule: rule_of(code).to_owned() },
    };
    Step { what: what.to_owned(), place: place.to_owned(), field, count, rule }
}

const fn rule_of(code: IssueCode) -> &'static str {
    match code {
        IssueCode::CorrectionUnused => "corrections",
        IssueCode::CellFromAbove => "recipe.import.blanks_as_above",
        IssueCode::RefundDropped => "recipe.cleaning.refunds",
        IssueCode::CustomerPlaceholder => "recipe.cleaning.placeholders",
        _ => "",
    }
}

fn missing_rule(field: Option<Field>) -> String {
    field.map_or_else(String::new, |field| format!("recipe.cleaning.missing.{}", field.name()))
}

fn place(file: &str, sheet: Option<&str>) -> String {
    sheet.map_or_else(|| file.to_owned(), |sheet| format!("{file} [{sheet}]"))
}
