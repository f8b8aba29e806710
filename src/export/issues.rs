//! The log of repairs and of rows left out, as CSV.
//!
//! What a user hands to whoever keeps the data: every problem with its file, sheet, row and column.
//! Invariant: original texts are a stranger's texts, so they are guarded like a customer's.

use super::csv::Rows;
use crate::Result;
use crate::identify::{IssueCode, IssueLog, IssueRow, Severity};
use std::collections::BTreeMap;
use std::io::Write;

const HEADER: [&str; 8] = ["severity", "code", "file", "sheet", "row", "column", "original", "became"];

/// Writes one row per issue that was kept, in the order in which they were found.
///
/// `row` counts as a spreadsheet does, from 1, and is empty for what is about a whole table.
///
/// # Errors
/// `export.failed` when the writer fails.
///
/// # Example: a row that was left out
/// ```
/// use customer_tiers::identify::{Issue, IssueCode, IssueLog};
/// use customer_tiers::recipe::Field;
///
/// let mut log = IssueLog::default();
/// let table = log.table("orders.csv", None, vec![(Field::Date, "下单时间".into())]);
/// let code = IssueCode::DateUnreadable;
/// log.push(&Issue { code, table, row: 7, field: Some(Field::Date), original: "=soon", became: "" });
/// let mut csv = Vec::new();
/// customer_tiers::export::issues_csv(&log, &mut csv)?;
/// assert!(String::from_utf8_lossy(&csv).ends_with("\r\nrejected,date.unreadable,orders.csv,,7,下单时间,'=soon,\r\n"));
/// # Ok::<(), customer_tiers::Error>(())
/// ```
pub fn issues_csv(issues: &IssueLog, out: &mut impl Write) -> Result<()> {
    let mut names = BTreeMap::new();
    let mut rows = Rows::new(out);
    for name in HEADER {
        rows.text(name);
    }
    rows.end_row()?;
    for issue in issues.rows() {
        let name = names.entry(issue.code).or_insert_with(|| IssueCode::name(issue.code));
        write_issue(&mut rows, &issue, name)?;
    }
    rows.finish()
}

fn write_issue(rows: &mut Rows<'_, impl Write>, issue: &IssueRow, name: &str) -> Result<()> {
    rows.text(severity_name(issue.severity));
    rows.text(name);
    rows.text(&issue.file);
    rows.text(issue.sheet.as_deref().unwrap_or_default());
    rows.count_or_empty(issue.row);
    rows.text(issue.column.as_deref().unwrap_or_default());
    rows.text(&issue.original);
    rows.text(&issue.became);
    rows.end_row()
}

/// The stable text form of a severity.
pub(super) const fn severity_name(severity: Severity) -> &'static str {
    match severity {
        Severity::Rejected => "rejected",
        Severity::Repaired => "repaired",
        Severity::Note => "note",
    }
}
