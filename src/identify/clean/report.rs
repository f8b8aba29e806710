//! How good the customer file is, and what was done to get it.

use crate::base::{Day, Money};
use crate::recipe::Field;
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
