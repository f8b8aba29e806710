//! The cleaning as a list of steps, from the log.

use super::Step;
use crate::identify::Book;
use crate::identify::issue::IssueCode;
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
        for (told, (file, sheet, code, field, count)) in told.iter_mut().zip(&counts) {
            if !*told && *file == table.file && *sheet == table.sheet {
                *told = true;
                steps.push(step(&place, *code, *field, *count));
            }
        }
    }
    let rest = told.into_iter().zip(counts).filter(|(told, _)| !told);
    steps.extend(rest.map(|(_, (file, sheet, code, field, count))| step(&place(&file, sheet.as_deref()), code, field, count)));
    steps
}

fn step(place: &str, code: IssueCode, field: Option<Field>, count: u64) -> Step {
    let (what, rule) = match code {
        IssueCode::CellCorrected => ("corrected", "corrections".to_owned()),
        IssueCode::RowRepeated => ("repeated_rows", "recipe.cleaning.repeated".to_owned()),
        IssueCode::ValueFilled => ("missing_filled", missing_rule(field)),
        IssueCode::CustomerIncomplete => ("missing_excluded", missing_rule(field)),
        IssueCode::AmountWinsorised => ("outliers_winsorised", "recipe.cleaning.outliers".to_owned()),
        IssueCode::AmountExcluded => ("outliers_excluded", "recipe.cleaning.outliers".to_owned()),
        IssueCode::CustomerMerged => ("merged", "recipe.cleaning.duplicates, corrections".to_owned()),
        IssueCode::CorrectionUnused => return by_code(place, code, field, count, "corrections"),
        IssueCode::RefundDropped => return by_code(place, code, field, count, "recipe.cleaning.refunds"),
        IssueCode::CustomerPlaceholder => return by_code(place, code, field, count, "recipe.cleaning.placeholders"),
        _ => return by_code(place, code, field, count, ""),
    };
    Step { what: what.to_owned(), place: place.to_owned(), field, count, rule }
}

fn by_code(place: &str, code: IssueCode, field: Option<Field>, count: u64, rule: &str) -> Step {
    Step { what: code.name(), place: place.to_owned(), field, count, rule: rule.to_owned() }
}

fn missing_rule(field: Option<Field>) -> String {
    field.map_or_else(String::new, |field| format!("recipe.cleaning.missing.{}", field.name()))
}

fn place(file: &str, sheet: Option<&str>) -> String {
    sheet.map_or_else(|| file.to_owned(), |sheet| format!("{file} [{sheet}]"))
}
