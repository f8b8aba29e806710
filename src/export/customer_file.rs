//! The customer file as CSV: everybody who is known, also those who have not bought yet.
//!
//! The customer list of [`csv`](super::csv) is about tiers, so only who has one is in it. This is the clean file itself, one
//! row per customer over all channels. Invariant: every customer of the book is in it exactly once.

use super::columns::{Column, Value, known_columns};
use super::csv::Rows;
use crate::Result;
use crate::base::Money;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::identify::clean::report;
use std::io::Write;

/// Columns behind what is known: orders and revenue are empty for customers without an order.
const COLUMNS: [&str; 5] = ["orders", "revenue", "contacts", "last_heard", "completeness"];

/// Writes one row per customer, in the order of the ids.
///
/// `contacts` counts the rows of contacts and feedback, `last_heard` is the last day of anything, `completeness` the share of
/// what any file says of customers that is known of this one, 0 to 1.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn customer_file_csv(book: &Book, standing: &Standing, out: &mut impl Write) -> Result<()> {
    let columns: Vec<Column> = known_columns(book, &COLUMNS);
    let mut rows = Rows::new(out);
    columns.iter().for_each(|column| rows.text(&column.name));
    COLUMNS.iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for customer in book.customers.iter() {
        columns.iter().for_each(|column| rows.value(column.value(book, standing, customer)));
        let index = customer.index();
        if standing.measures.is_present(customer) {
            rows.value(Value::Count(standing.measures.orders[index].into()));
            rows.value(Value::Money(standing.measures.revenue[index]));
        } else {
            ["", ""].iter().for_each(|empty| rows.text(empty));
        }
        let of = |starts: &[u32]| starts.get(index + 1).zip(starts.get(index)).map_or(0, |(end, start)| i64::from(end - start));
        rows.value(Value::Count(of(&book.interactions.starts) + of(&book.feedback.starts)));
        rows.value(book.customers.last_heard(customer).map_or(Value::Code(""), Value::Day));
        rows.value(Value::Money(Money::from_raw(thousandths(report::completeness(book, customer)))));
        rows.end_row()?;
    }
    rows.finish()
}

/// A share rounded to three decimals, in the steps of [`Money`], whose digits are exact.
#[expect(clippy::cast_possible_truncation, reason = "a share is between 0 and 1")]
fn thousandths(share: f64) -> i64 {
    (share * 1000.0).round() as i64 * (Money::SCALE / 1000)
}
