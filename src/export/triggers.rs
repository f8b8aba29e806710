//! What changed since an earlier day, as CSV for programs that send by themselves: one row for each change.
//!
//! Invariant: text is guarded as in every other CSV; who refused contact says so in their row.

use super::columns::Value;
use super::csv::Rows;
use crate::Result;
use crate::base::Day;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::interact::reach::reach;
use crate::interact::triggers::{changes, earlier};
use crate::recipe::{Checked, Field};
use std::io::Write;

const COLUMNS: [&str; 12] =
    ["event", "since", "as_of", "customer_id", "customer_name", "was", "is", "tier", "owner", "phone", "email", "do_not_contact"];

/// Writes one row per change between a day and the analysis day.
///
/// # Errors
/// `argument.invalid` when the day is not before the analysis day, as [`crate::differentiate::differentiate`] when nobody was
/// there yet, `export.failed` when the writer fails.
pub fn triggers_csv(book: &Book, standing: &Standing, recipe: &Checked, since: Day, out: &mut impl Write) -> Result<()> {
    let before = earlier(book, standing, recipe, since)?;
    let refused = reach(book).refused;
    let mut rows = Rows::new(out);
    COLUMNS.iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for change in changes(book, &before, standing, recipe) {
        let text = |field| book.customers.attribute(field, change.customer);
        rows.text(change.kind.name());
        rows.value(Value::Day(since));
        rows.value(Value::Day(standing.as_of));
        rows.text(book.customers.id(change.customer));
        rows.text(text(Field::CustomerName));
        rows.text(change.was);
        rows.text(change.is);
        rows.text(standing.tier_of(change.customer));
        rows.text(text(Field::Owner));
        rows.text(text(Field::Phone));
        rows.text(text(Field::Email));
        rows.text(if refused.get(change.customer.index()).copied().unwrap_or(true) { "yes" } else { "" });
        rows.end_row()?;
    }
    rows.finish()
}
