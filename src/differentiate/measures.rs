//! Recency, frequency, monetary value, tenure and average order of every customer.

use crate::Result;
use crate::base::{Day, Money};
use crate::identify::Book;
use crate::recipe::Recipe;

/// Columns indexed by [`CustomerId`](crate::base::CustomerId).
#[derive(Debug, Default)]
pub struct Measures {
    /// Day of the first order (of the first line at all, for customers who only sent goods back).
    pub first_order: Vec<Day>,
    /// Day of the last order.
    pub last_order: Vec<Day>,
    /// Seconds since midnight of the last order; empty unless the recipe tells seconds apart.
    pub last_second: Vec<u32>,
    /// Whole days from the last order to `as_of`, never negative. (The last order to `as_of`, not the
    /// first to the last: that one is called `t_x` wherever it is used.)
    pub recency_days: Vec<i32>,
    /// Frequency, as the recipe counts it: distinct orders, days, or lines.
    pub orders: Vec<u32>,
    /// Revenue: the sum of all lines that count.
    pub revenue: Vec<Money>,
    /// What is scored as monetary: revenue, or revenue per order.
    pub monetary: Vec<Money>,
    /// Distinct order ids over all customers (days per customer where there are no order ids).
    pub total_orders: u64,
    /// Revenue of all customers.
    pub total_revenue: Money,
}

/// The analysis day and the measures of every customer.
///
/// # Errors
/// `amount.overflow` when the revenue does not fit, `table.no_usable_row` when there is nobody.
pub fn measure(_book: &Book, _recipe: &Recipe) -> Result<(Day, Measures)> {
    todo!()
}
