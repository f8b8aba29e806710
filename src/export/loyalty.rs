//! The ledger of the loyalty plan's simulation as CSV: one row per booking.
//!
//! Whoever wants to check the figures adds up the rows. Invariant: the sums of the rows are the figures, to the cent.

use super::columns::Value;
use super::csv::Rows;
use crate::Result;
use crate::customize::bookings;
use crate::differentiate::Standing;
use crate::identify::Book;
use std::io::Write;

/// Writes one row per booking of the recipe's plan, by customer and day; only the header when there is no plan.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn loyalty_csv(book: &Book, standing: &Standing, out: &mut impl Write) -> Result<()> {
    let recipe = standing.recipe();
    let mut rows = Rows::new(out);
    ["customer_id", "day", "booking", "points", "value"].iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    let Some(plan) = &recipe.loyalty else { return rows.finish() };
    for booking in bookings(book, standing, &recipe, plan) {
        rows.text(book.customers.id(booking.customer));
        rows.value(Value::Day(booking.day));
        rows.text(booking.kind.name());
        rows.value(Value::Count(i64::try_from(booking.points).unwrap_or(i64::MAX)));
        rows.value(Value::Money(booking.value));
        rows.end_row()?;
    }
    rows.finish()
}
