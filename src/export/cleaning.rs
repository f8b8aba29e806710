//! What the cleaning did and whom it found twice, as CSV.
//!
//! The log is what is handed to whoever asks where a row has gone: first every step with its number and its
//! rule, then every repair and every row left out that was kept one by one. Invariant: texts are strangers'
//! texts, so they are guarded like a customer's.

use super::csv::Rows;
use crate::Result;
use crate::identify::Book;
use crate::identify::clean::{Decision, DuplicatePage, Step};
use crate::recipe::Field;
use std::io::Write;

const LOG_HEADER: [&str; 9] = ["step", "what", "place", "field", "count", "rule", "row", "original", "became"];

/// Writes one row per step, numbered from 1, then one row per issue that was kept and per customer put into a segment by hand,
/// without a number.
///
/// `row` counts as a spreadsheet does, from 1, and is empty for what is not about one row.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn cleaning_log_csv(book: &Book, steps: &[Step], out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(out);
    LOG_HEADER.iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for (number, step) in (1..).zip(steps) {
        rows.count_or_empty(number);
        rows.text(&step.what);
        rows.text(&step.place);
        rows.text(step.field.map_or("", |field| field.name()));
        rows.count_or_empty(step.count);
        rows.text(&step.rule);
        ["", "", ""].iter().for_each(|empty| rows.text(empty));
        rows.end_row()?;
    }
    for issue in book.issues.rows() {
        rows.text("");
        rows.text(&issue.code.name());
        rows.text(&issue.sheet.as_deref().map_or_else(|| issue.file.clone(), |sheet| format!("{} [{sheet}]", issue.file)));
        rows.text(issue.field.map_or("", |field| field.name()));
        rows.count_or_empty(1);
        rows.text("");
        rows.count_or_empty(issue.row);
        rows.text(&issue.original);
        rows.text(&issue.became);
        rows.end_row()?;
    }
    for by_hand in &book.overrides {
        rows.text("");
        rows.text("overridden");
        rows.text(&by_hand.day.map_or_else(String::new, |day| day.to_string()));
        rows.text(Field::CustomerId.name());
        rows.count_or_empty(1);
        rows.text("corrections");
        rows.text("");
        rows.text(book.customers.id(by_hand.customer));
        rows.text(&format!("{}: {} ({})", by_hand.scheme, by_hand.segment, by_hand.reason));
        rows.end_row()?;
    }
    rows.finish()
}

/// Writes one row per member of each group of duplicates, the groups numbered from 1.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn duplicates_csv(page: &DuplicatePage, out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(out);
    ["group", "likelihood", "certain", "decision", "customer_id"].iter().for_each(|name| rows.text(name));
    page.columns.iter().for_each(|(_, name)| rows.text(name));
    ["lines", "heard"].iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for (number, group) in (1..).zip(&page.groups) {
        let decision = match group.decision {
            Some(Decision::Merged) => "merged",
            Some(Decision::Apart) => "apart",
            None => "",
        };
        for member in &group.members {
            rows.count_or_empty(number);
            rows.text(&format!("{:.4}", group.likelihood));
            rows.text(if group.certain { "true" } else { "false" });
            rows.text(decision);
            rows.text(&member.id);
            member.values.iter().for_each(|value| rows.text(value));
            rows.count_or_empty(member.lines.into());
            rows.text(&member.heard.map_or_else(String::new, |day| day.to_string()));
            rows.end_row()?;
        }
    }
    rows.finish()
}
