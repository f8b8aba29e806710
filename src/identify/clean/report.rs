//! How good the customer file is, and what was done to get it.
//!
//! A file of customers is worth what is known in it: how much, how right and how fresh. And it can be
//! trusted when every step that led to it is said, with its place, its number and its rule. Invariant: the
//! steps are those of the log, counted exactly, in the order in which the tables were read.

mod fields;
mod steps;

pub use self::steps::steps;

use self::fields::Completeness;
use super::outliers;
use crate::base::{CustomerId, Day, Money};
use crate::identify::Book;
use crate::recipe::{Field, Recipe};
use serde::Serialize;

/// The customer file in figures.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FileReport {
    /// Customers in all.
    pub customers: u32,
    /// Of these, customers with an order (or ready-made measures).
    pub with_orders: u32,
    /// Contacts in all, and by how many customers.
    pub interactions: (u32, u32),
    /// Pieces of feedback in all, and by how many customers.
    pub feedback: (u32, u32),
    /// What is known in each field, in the order of the fields, own columns last.
    pub fields: Vec<FieldReport>,
    /// Customers by completeness: nothing known, up to 10 %, up to 20 % … up to 100 % of the contact fields that any file has.
    pub completeness: [u32; 11],
    /// Mean completeness, 0 to 1.
    pub mean_completeness: f64,
    /// Customers of whom nothing was heard for the recipe's `stale_days`.
    pub stale: u32,
    /// The day from which that is counted: the analysis day.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub as_of: Option<Day>,
    /// Amounts beyond the fences; none without orders.
    pub outliers: Option<OutlierReport>,
    /// What was done, in order.
    pub steps: Vec<Step>,
}

/// What is known in one field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FieldReport {
    /// The field; none for a column of the file's own.
    pub field: Option<Field>,
    /// The header of an own column, else the name of the field.
    pub name: String,
    /// Customers of whom it is known.
    pub known: u32,
    /// Customers of whom it is not known.
    pub missing: u32,
    /// Customers whose value cannot be right: a phone number or e-mail address of wrong form.
    pub invalid: u32,
    /// Customers for whom it was filled in by the recipe.
    pub filled: u32,
    /// Different values.
    pub distinct: u32,
    /// The values that occur most often, at most 5, with their number.
    pub frequent: Vec<(String, u32)>,
}

/// Amounts far from the others.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OutlierReport {
    /// Lower fence; none when nothing can be below it.
    #[cfg_attr(test, ts(type = "number | null"))]
    pub low: Option<Money>,
    /// Upper fence.
    #[cfg_attr(test, ts(type = "number"))]
    pub high: Money,
    /// Lines beyond the fences.
    pub lines: u32,
    /// Share of the revenue that these lines bring.
    pub share: f64,
    /// The farthest of them, at most 20.
    pub farthest: Vec<OutlierRow>,
}

/// One amount far from the others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OutlierRow {
    /// Whose.
    pub customer: u32,
    /// The identifier.
    pub id: String,
    /// When.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// How much.
    #[cfg_attr(test, ts(type = "number"))]
    pub amount: Money,
}

/// One step of the cleaning.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Step {
    /// What was done: `read`, `corrected`, `repeated_rows`, `missing_filled`, `missing_excluded`, `outliers_winsorised`,
    /// `outliers_excluded`, `merged`, or the code of an issue.
    pub what: String,
    /// Where: file and sheet; empty for steps over all tables.
    pub place: String,
    /// The field, if it is about one.
    pub field: Option<Field>,
    /// How many rows or customers it touched.
    #[cfg_attr(test, ts(type = "number"))]
    pub count: u64,
    /// Where the rule stands, as `recipe.cleaning.repeated` or `corrections`; empty for what is always done.
    pub rule: String,
}

/// The customer file of a book in figures. `as_of` is the analysis day, if it is known.
#[must_use]
pub fn report(book: &Book, recipe: &Recipe, as_of: Option<Day>) -> FileReport {
    let completeness = Completeness::of(book);
    let number = |count: usize| u32::try_from(count).unwrap_or(u32::MAX);
    let stale = |customer: &CustomerId| as_of.is_some_and(|as_of| stale_since(book, recipe, as_of, *customer).is_some());
    FileReport {
        customers: number(book.customers.len()),
        with_orders: number(book.customers.iter().filter(|&customer| book.has_orders(customer)).count()),
        interactions: contacts(&book.interactions.starts, book.interactions.count.iter().map(|&count| u64::from(count)).sum()),
        feedback: contacts(&book.feedback.starts, book.feedback.day.len() as u64),
        fields: fields::fields(book),
        completeness: completeness.spread(),
        mean_completeness: completeness.mean(),
        stale: number(book.customers.iter().filter(stale).count()),
        as_of,
        outliers: outliers::report(book, &recipe.cleaning.outliers),
        steps: steps(book),
    }
}

/// How much of what any file says of customers is known of this one, 0 to 1; 0 when no file says anything.
#[must_use]
pub fn completeness(book: &Book, customer: CustomerId) -> f64 {
    Completeness::of_one(book, customer)
}

/// From which day on the file of a customer is stale: the recipe's `stale_days` after anything was heard of them. `None` while
/// it is fresh on the day `as_of`, and for customers of whom no row has a day.
#[must_use]
pub fn stale_since(book: &Book, recipe: &Recipe, as_of: Day, customer: CustomerId) -> Option<Day> {
    let heard = book.customers.last_heard(customer)?;
    let since = heard.plus(i32::try_from(recipe.cleaning.stale_days).unwrap_or(i32::MAX));
    (since < as_of).then_some(since)
}

/// All contacts, and how many customers have some.
fn contacts(starts: &[u32], all: u64) -> (u32, u32) {
    let with = starts.windows(2).filter(|bounds| bounds[0] < bounds[1]).count();
    (u32::try_from(all).unwrap_or(u32::MAX), u32::try_from(with).unwrap_or(u32::MAX))
}
