//! Customers who are there twice.

use crate::base::Day;
use crate::recipe::Field;
use serde::Serialize;

/// A page of the groups of duplicates, the likeliest first.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DuplicatePage {
    /// Groups there are in all, merged ones included.
    pub total: u32,
    /// Of these, groups that are certain: their members agree in something that only one customer has.
    pub certain: u32,
    /// Of these, groups that nobody has decided about.
    pub open: u32,
    /// Customers in all groups together.
    pub customers: u32,
    /// What is compared: the field (none for a column of the file's own) and the header or field name.
    pub columns: Vec<(Option<Field>, String)>,
    /// The groups of this page.
    pub groups: Vec<DuplicateGroup>,
}

/// Customers who are likely to be one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DuplicateGroup {
    /// How likely its weakest link is, 0 to 1.
    pub likelihood: f64,
    /// Whether they agree in something that only one customer has.
    pub certain: bool,
    /// What was decided: `merged`, `apart`, or nothing yet.
    pub decision: Option<Decision>,
    /// The customers, in the order of their ids.
    pub members: Vec<DuplicateMember>,
    /// How the members agree, one entry per column of the page.
    pub agreement: Vec<Agreement>,
    /// The customer that merging gives, one text per column of the page, by the recipe's policy.
    pub merged: Vec<String>,
}

/// What was decided about a group.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Decision {
    /// They are one customer now.
    Merged,
    /// They stay different customers.
    Apart,
}

/// One of them.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct DuplicateMember {
    /// The identifier as it stands in the file.
    pub id: String,
    /// Number in the book; none for a customer who was merged into another.
    pub customer: Option<u32>,
    /// What is known, one text per column of the page.
    pub values: Vec<String>,
    /// Order lines.
    pub lines: u32,
    /// Last day on which anything was heard of them.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub heard: Option<Day>,
}

/// How the members of a group agree in one column.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Agreement {
    /// All that have a value have the same.
    Same,
    /// Nearly the same.
    Similar,
    /// Different.
    Different,
    /// At most one of them has a value.
    Missing,
}
