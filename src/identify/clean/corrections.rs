//! What somebody decided about single cells and single customers.
//!
//! It names cells and customers, so it is no part of the recipe: it is saved, if at all, as a file of its
//! own that stays with the data. Invariant: applied in order; a later step wins over an earlier one.

use crate::recipe::Field;
use serde::{Deserialize, Serialize};

/// All decisions, in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Corrections {
    /// Version of the form: 1.
    pub corrections: u32,
    /// The decisions.
    pub steps: Vec<Correction>,
}

impl Default for Corrections {
    fn default() -> Self {
        Self { corrections: 1, steps: Vec::new() }
    }
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Correction {
    /// This cell is read as if it held this.
    Set {
        /// File.
        file: String,
        /// Sheet, for workbooks.
        sheet: Option<String>,
        /// Row as a spreadsheet numbers it, from 1.
        #[cfg_attr(test, ts(type = "number"))]
        row: u64,
        /// The role of its column.
        field: Field,
        /// What it holds instead.
        value: String,
    },
    /// Wherever a column of this role holds `from` (compared without blanks around it), it is read as `to`.
    Replace {
        /// The role of the column.
        field: Field,
        /// What it holds.
        from: String,
        /// What it holds instead.
        to: String,
    },
    /// These customers are one: the ids as they stand in the customer file.
    Merge {
        /// At least two ids.
        ids: Vec<String>,
    },
    /// These customers are different ones, although they look alike.
    Apart {
        /// At least two ids.
        ids: Vec<String>,
    },
}
