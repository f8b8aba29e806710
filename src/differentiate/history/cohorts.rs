//! Customers who came in the same month, followed from month to month.
//!
//! Invariant: a cohort's month 0 holds all of its customers; months that the data do not cover any more
//! are missing, not zero; every customer with an order is in one cohort, or older than all.

use crate::base::{Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::identify::Book;
use crate::recipe::Recipe;
use serde::Serialize;

/// Months (years × 12 + month) since year 0.
fn month(day: Day) -> i32 {
    let (year, month, _) = day.ymd();
    year * 12 + i32::try_from(month).unwrap_or(1) - 1
}

/// Cohorts by the month of the first order.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Cohorts {
    /// The cohorts of at most the latest [`MOST_COHORTS`] months, the oldest first; months in which nobody came are there, with 0 customers.
    pub cohorts: Vec<Cohort>,
    /// Customers who came before these months.
    pub older: u32,
    /// Whether the last month is still running on the analysis day.
    pub last_is_partial: bool,
}

/// Customers whose first order was in one month.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Cohort {
    /// First day of its month.
    #[cfg_attr(test, ts(type = "string"))]
    pub month: Day,
    /// Customers.
    pub customers: u32,
    /// Customers with an order 0, 1, 2 … months later.
    pub active: Vec<u32>,
    /// Customers with an order in one of the [`SOON`] months after the first.
    pub returned: u32,
    /// Their revenue in these months.
    #[cfg_attr(test, ts(type = "Array<number>"))]
    pub revenue: Vec<Money>,
}

/// Cohorts that are followed at most: three years of months.
pub const MOST_COHORTS: i32 = 36;

/// Months after the first within which a customer has come back soon.
pub const SOON: usize = 3;

/// Cohorts up to the standing's analysis day; none for books without orders.
#[must_use]
pub fn cohorts(book: &Book, standing: &Standing, recipe: &Recipe) -> Option<Cohorts> {
    let ledger = &book.ledger;
    let refunds = recipe.cleaning.refunds;
    let orders = |customer| lines_up_to(ledger, customer, standing.as_of).filter(move |&line| is_order(ledger, refunds, line));
    let firsts = standing.customers().filter_map(|customer| orders(customer).next().map(|line| month(ledger.day[line])));
    let oldest = firsts.min()?;
    // The day after the last order is often the first of a month in which nothing can have happened yet.
    let last_month = month(standing.as_of.plus(-1)).max(oldest);
    let first_month = oldest.max(last_month - MOST_COHORTS + 1);
    let size = usize::try_from(last_month - first_month + 1).unwrap_or(1);
    let mut cohorts: Vec<Cohort> = (0..size).filter_map(|at| Cohort::new(first_month + i32::try_from(at).ok()?, size - at)).collect();
    let mut older = 0;
    for customer in standing.customers() {
        let Some(first) = orders(customer).next().map(|line| month(ledger.day[line])) else { continue };
        let Some(cohort) = usize::try_from(first - first_month).ok().and_then(|at| cohorts.get_mut(at)) else {
            older += u32::from(first < first_month);
            continue;
        };
        cohort.customers += 1;
        let (mut counted, mut returned) = (None, false);
        for line in orders(customer) {
            let Ok(later) = usize::try_from(month(ledger.day[line]) - first) else { continue };
            if let (Some(active), Some(revenue)) = (cohort.active.get_mut(later), cohort.revenue.get_mut(later)) {
                *active += u32::from(counted != Some(later));
                *revenue = Money::from_raw(revenue.raw().saturating_add(ledger.amount[line].raw()));
                counted = Some(later);
                returned |= (1..=SOON).contains(&later);
            }
        }
        cohort.returned += u32::from(returned);
    }
    let last_is_partial = month(standing.as_of) == last_month;
    Some(Cohorts { cohorts, older, last_is_partial })
}

impl Cohort {
    fn new(number: i32, months: usize) -> Option<Self> {
        let first_day = Day::from_ymd(number.div_euclid(12), u32::try_from(number.rem_euclid(12)).ok()? + 1, 1)?;
        Some(Self { month: first_day, customers: 0, returned: 0, active: vec![0; months], revenue: vec![Money::ZERO; months] })
    }
}
