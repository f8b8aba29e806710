//! Prospects (潜在客户): people of whom there is no order yet, and which of them are worth a call first.
//!
//! They have no recency, frequency and monetary value, so they are in no segment: their stage stands beside those of customers, and
//! no total counts them. What is known of them are attributes, contacts and feedback, and by these a sheet of points scores
//! them as leads, with the same rules as customers. Invariant: nobody is customer and prospect at once, and no column of the
//! customers changes because prospects are there.

use super::metrics::Metrics;
use super::scorecard::{Scorecard, scorecard};
use super::{Scores, Standing, forecast};
use crate::identify::Book;
use crate::recipe::{Metric, Recipe};
use serde::Serialize;
use std::sync::Arc;

/// People without orders, by one score.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Prospects {
    /// How many there are.
    pub customers: u32,
    /// Of these, with whom there was a contact.
    pub contacted: u32,
    /// The score: how it spreads among them, and the best leads.
    pub scorecard: Scorecard,
}

/// People without orders, by one score, with the `best` leads.
#[must_use]
pub fn prospects(book: &Book, standing: &Standing, recipe: &Recipe, metric: &Metric, best: usize) -> Prospects {
    let prospects = standing.prospects(book, recipe);
    let contacts = prospects.metric(book, recipe, &Metric::Interactions);
    let contacted = prospects.customers().filter(|customer| contacts.raw(*customer).is_some_and(|contacts| contacts > 0)).count();
    Prospects {
        customers: prospects.measures.customer_count(),
        contacted: u32::try_from(contacted).unwrap_or(u32::MAX),
        scorecard: scorecard(book, &prospects, recipe, metric, best),
    }
}

impl Standing {
    /// The people without orders as a standing of their own, with metrics and without scores and schemes. Made when it is first
    /// asked for, and kept.
    pub(super) fn prospects(&self, book: &Book, recipe: &Recipe) -> Arc<Standing> {
        Arc::clone(self.metrics.prospects(|| Standing {
            as_of: self.as_of,
            measures: self.measures.of_prospects(book, self.as_of),
            scores: Scores::default(),
            schemes: Vec::new(),
            segment: 0,
            tier: 0,
            by_hand: Vec::new(),
            metrics: Metrics::of_prospects(recipe),
            steady: None,
            later: forecast::Later::by(recipe),
        }))
    }
}
