//! A scheme tried out: its segments with their customers, before it is one of the recipe.
//!
//! Whoever sets bands or quotas wants to see at once how many customers each has. Invariant: what is shown is what the recipe with
//! this scheme would give, and nothing is changed.

use super::{SegmentTotal, cells::Cells, classify};
use crate::Result;
use crate::differentiate::Standing;
use crate::differentiate::conditions::Asked;
use crate::identify::Book;
use crate::recipe::{Checked, Scheme, Segment};
use serde::Serialize;
use std::sync::Arc;

/// A segment of a scheme that is tried out.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentPreview {
    /// The segment.
    pub segment: Segment,
    /// What it amounts to.
    pub total: SegmentTotal,
}

/// The segments of a scheme as if the recipe had it, in the place of its own of the same id or after all others.
///
/// # Errors
/// `recipe.invalid` with the place and the problem when the recipe could not have it.
pub fn preview(book: &Book, standing: &Standing, recipe: &Checked, scheme: Scheme) -> Result<Vec<SegmentPreview>> {
    let mut tried = (**recipe).clone();
    match tried.schemes.iter_mut().find(|own| own.id == scheme.id) {
        Some(own) => own.clone_from(&scheme),
        None => tried.schemes.push(scheme.clone()),
    }
    let tried = Checked::new(tried)?;
    let cells = Arc::new(Cells::new(&standing.measures, &standing.scores));
    let found = classify(scheme, &Asked { book, standing, recipe: &tried }, &cells);
    Ok(found.segments.into_iter().zip(found.totals).map(|(segment, total)| SegmentPreview { segment, total }).collect())
}
