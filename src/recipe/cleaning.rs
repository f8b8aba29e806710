//! How the data are cleaned: rules only, so that a recipe says nothing about any customer.
//!
//! What was decided about single cells and single customers is a document of its own
//! ([`Corrections`](crate::identify::Corrections)), because it holds their data. Invariant: the
//! defaults drop nothing that a careful analyst would keep.

use crate::recipe::Field;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is left out, netted, filled and merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Cleaning {
    /// What becomes of refunds, returns and cancellations (negative lines).
    pub refunds: Refunds,
    /// More words that mean "nobody" in the customer column, beside the built-in ones (empty, 0, 散客, guest …).
    pub placeholders: Vec<String>,
    /// What becomes of order rows that are there twice.
    pub repeated: Repeated,
    /// What a later table says of a customer who is known already.
    pub update: Update,
    /// How duplicate customers are found and merged.
    pub duplicates: Duplicates,
    /// What becomes of values that are missing. Fields that are not named: amounts and days are left out with their row, what
    /// is known of customers stays empty.
    pub missing: BTreeMap<Field, Missing>,
    /// What becomes of amounts far from the others.
    pub outliers: Outliers,
    /// A customer's file is stale when nothing in it is newer than this many days before the analysis day.
    pub stale_days: u32,
}

impl Default for Cleaning {
    fn default() -> Self {
        Self {
            refunds: Refunds::default(),
            placeholders: Vec::new(),
            repeated: Repeated::default(),
            update: Update::default(),
            duplicates: Duplicates::default(),
            missing: BTreeMap::new(),
            outliers: Outliers::default(),
            stale_days: 365,
        }
    }
}

/// What becomes of refunds, returns and cancellations: lines with a negative amount or quantity.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Refunds {
    /// They lower the revenue, and are neither an order nor a visit.
    #[default]
    Net,
    /// They are left out, and counted.
    Drop,
    /// They are lines like any other: they lower the revenue and count as orders and visits.
    Keep,
}

/// What becomes of order rows that are equal in every value that is used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Repeated {
    /// A row counts as often as in the table that has it most often: the same export twice, or two exports whose periods
    /// overlap, count once; equal lines within one table stay.
    #[default]
    AcrossTables,
    /// Every row counts once.
    Drop,
    /// Every row counts.
    Keep,
}

/// What a later table says of a customer who is known from an earlier one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Update {
    /// It replaces what was known, where it says anything.
    #[default]
    Overwrite,
    /// It fills what was blank.
    FillBlanks,
    /// It says nothing about customers who are known.
    Skip,
}

/// How duplicate customers are found and merged.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Duplicates {
    /// How likely two customers have to be the same to be shown as duplicates, in (0, 1).
    pub threshold: f64,
    /// Which groups are merged without being asked.
    pub merge: MergeWhen,
    /// Whose values the merged customer keeps.
    pub keep: Keep,
    /// Fields that are kept in another way.
    pub fields: BTreeMap<Field, Keep>,
}

impl Default for Duplicates {
    fn default() -> Self {
        Self { threshold: 0.9, merge: MergeWhen::Reviewed, keep: Keep::Newest, fields: BTreeMap::new() }
    }
}

/// Which groups of duplicates are merged.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum MergeWhen {
    /// Only those that somebody has looked at.
    #[default]
    Reviewed,
    /// Also those that are certain, unless somebody has said that they are different.
    Certain,
}

/// Whose values a merged customer keeps.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Keep {
    /// The one that comes first in the files.
    First,
    /// The one that was heard of last.
    #[default]
    Newest,
    /// The one of whom most is known.
    MostComplete,
}

/// What becomes of a value that is missing.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "fill", rename_all = "snake_case", deny_unknown_fields)]
pub enum Missing {
    /// Nothing: it stays empty and is reported (amounts and days: the row is left out).
    Report,
    /// The customer is left out (amounts and days: the row is).
    Exclude,
    /// The word "unknown" of the reader's language, as `unknown` in exports.
    Unknown,
    /// The value that occurs most often; of several, the first in byte order.
    Mode,
    /// The median; for amounts only.
    Median,
    /// This value.
    Constant {
        /// The value, as it would stand in the file.
        value: String,
    },
}

/// What becomes of amounts far from the others.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Outliers {
    /// What is done with them.
    pub action: OutlierAction,
    /// How many interquartile ranges beyond the quartiles the fences stand (Tukey 1977: 1.5 is outside, 3 is far out), 1 to 100.
    pub fence: f64,
}

impl Default for Outliers {
    fn default() -> Self {
        Self { action: OutlierAction::Report, fence: 3.0 }
    }
}

/// What is done with an outlier.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum OutlierAction {
    /// It is shown.
    #[default]
    Report,
    /// It is drawn in to the fence.
    Winsorise,
    /// Its row is left out.
    Exclude,
}
