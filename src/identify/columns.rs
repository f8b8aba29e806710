//! Which column plays which role: by header, in Chinese and English, and by content.

use super::{Question, TableKind};
use crate::recipe::{Field, Recipe};
use serde::Serialize;
use std::collections::BTreeMap;

/// Position of the column that plays each role.
pub type Mapping = BTreeMap<Field, usize>;

/// What one column is taken for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ColumnProposal {
    /// The role; none when the column is not used.
    pub field: Option<Field>,
    /// How sure, 0 to 1; 1 when the recipe says so.
    pub confidence: f64,
    /// Other roles that fit, best first.
    pub alternatives: Vec<Field>,
}

/// Finds out what a table is, which column plays which role, and what has to be asked.
///
/// `headers` and `sample` are as in [`TablePreview`](super::TablePreview).
#[must_use]
pub fn propose(_headers: &[String], _sample: &[Vec<String>], _recipe: &Recipe) -> Proposal {
    todo!()
}

/// What [`propose`] finds out.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What the table is.
    pub kind: TableKind,
    /// One entry per column.
    pub columns: Vec<ColumnProposal>,
    /// The roles that were given away.
    pub mapping: Mapping,
    /// What has to be asked; empty when the mapping is certain.
    pub questions: Vec<Question>,
}
