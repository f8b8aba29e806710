//! Scores → segments, and the check that a scheme leaves nobody out.
//!
//! A table is walked through cell by cell once; after that a customer is one look-up. Invariants: every
//! customer that is present is in exactly one segment of every scheme; totals of a scheme add up to all.

mod by_attribute;
mod by_metric;
mod catalogue;
mod cells;
mod counts;
mod partition;
mod places;
mod preview;
pub(crate) mod rules;

pub use catalogue::{SchemeEntry, catalogue};
pub use counts::{CellCount, cell_counts};
pub use partition::{PartitionReport, check_partition};
pub use places::Places;
pub use preview::{SegmentPreview, preview};

use super::clusters::Clustering;
use super::conditions::Asked;
use super::metrics::same_under;
use super::{Measures, Scores, Standing, scores};
use crate::base::{CustomerId, Money};
use crate::identify::Book;
use crate::recipe::{self, Recipe, Scheme, SchemeRule, Segment};
use crate::{ErrorKind, Result};
use cells::Cells;
use serde::Serialize;
use std::sync::Arc;

/// A scheme with its segment for every customer.
#[derive(Debug)]
pub struct Classified {
    /// The scheme.
    pub scheme: Scheme,
    /// Its segments, each once, in the order of the table.
    pub segments: Vec<Segment>,
    /// Position in `segments`, [`NO_SEGMENT`] for customers that are absent; indexed by [`CustomerId`]. Found when it is first looked at.
    pub of: Places,
    /// Own scores, for schemes that score in their own way.
    pub scores: Option<Scores>,
    /// Customers, orders and revenue of each segment.
    pub totals: Vec<SegmentTotal>,
    /// Where the clusters lie, for schemes of clusters.
    pub clusters: Option<Arc<Clustering>>,
}

/// Stands in [`Classified::of`] for customers that are absent: see [`Measures`].
pub const NO_SEGMENT: u8 = u8::MAX;

impl Classified {
    /// The segment of a customer; none when the customer is absent or unknown.
    #[must_use]
    pub fn segment_of(&self, customer: CustomerId) -> Option<&Segment> {
        self.of.get(customer.index()).and_then(|&position| self.segments.get(usize::from(position)))
    }

    /// The code of a customer's segment; empty when the customer is absent or unknown.
    #[must_use]
    pub fn code_of(&self, customer: CustomerId) -> &str {
        self.segment_of(customer).map_or("", |segment| &segment.code)
    }
}

/// What a segment amounts to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentTotal {
    /// Customers.
    pub customers: u32,
    /// Their orders, added up.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// The schemes of a recipe that can be applied: built-in ones first, then the recipe's own; an own one stands in the place of the
/// built-in one of its id. Built-in tables that do not fit the recipe's number of scores are left out, unless the recipe names its
/// customers by them.
///
/// # Errors
/// `recipe.invalid` when a scheme's table cannot be applied to the recipe's number of scores.
pub(super) fn applicable(recipe: &Recipe) -> Result<Vec<Scheme>> {
    let bins = [recipe.scores.recency.bins(), recipe.scores.frequency.bins(), recipe.scores.monetary.bins()];
    let mut applicable = Vec::new();
    for scheme in recipe::effective_schemes(recipe) {
        match recipe::fits(&scheme, bins) {
            Ok(()) => applicable.push(scheme),
            Err((place, problem)) if must_fit(&scheme, recipe) => {
                let path = format!("schemes[{}].{place}", scheme.id);
                return Err(ErrorKind::RecipeInvalid { path, problem }.into());
            }
            Err(_) => {}
        }
    }
    Ok(applicable)
}

fn must_fit(scheme: &Scheme, recipe: &Recipe) -> bool {
    scheme.id == recipe.segment || scheme.id == recipe.tier || recipe.schemes.iter().any(|own| own.id == scheme.id)
}

/// Classifies everybody by every scheme, one after the other: a scheme may ask for the segments of those before it. Of `before`,
/// the schemes of the same measures under another recipe, those are kept that the change does not touch.
pub(super) fn classify_all(book: &Book, standing: &mut Standing, recipe: &Recipe, schemes: Vec<Scheme>, mut before: Before<'_>) {
    let cells = Arc::new(Cells::new(&standing.measures, &standing.scores));
    for scheme in schemes {
        let classified = match before.take_if_same(&scheme, recipe) {
            Some(kept) => kept,
            None => classify(scheme, &Asked { book, standing, recipe }, &cells),
        };
        standing.schemes.push(classified);
    }
}

/// What was classified under another recipe, if anything was.
#[derive(Default)]
pub(super) struct Before<'a> {
    pub(super) schemes: Vec<Classified>,
    pub(super) recipe: Option<&'a Recipe>,
}

impl Before<'_> {
    /// The scheme, where the same measures under this recipe give the same segments.
    fn take_if_same(&mut self, scheme: &Scheme, recipe: &Recipe) -> Option<Classified> {
        let was = self.recipe?;
        let is_same = match &scheme.rule {
            SchemeRule::Table { scores: Some(_), .. } | SchemeRule::Attribute(_) | SchemeRule::Need { .. } => true,
            SchemeRule::Table { scores: None, .. } => was.scores == recipe.scores,
            SchemeRule::Clusters(rule) => same_under(&rule.metrics, was, recipe),
            SchemeRule::Abc => was.abc == recipe.abc,
            SchemeRule::LifeCycle | SchemeRule::Tenure | SchemeRule::Stages => was.life_cycle == recipe.life_cycle,
            SchemeRule::Conditions { .. } | SchemeRule::Bands { .. } | SchemeRule::Quota { .. } | SchemeRule::Adaptive { .. } => false,
        };
        let place = self.schemes.iter().position(|classified| classified.scheme == *scheme).filter(|_| is_same)?;
        Some(self.schemes.swap_remove(place))
    }
}

fn classify(scheme: Scheme, asked: &Asked<'_>, cells: &Arc<Cells>) -> Classified {
    let measures = &asked.standing.measures;
    let (segments, of) = match &scheme.rule {
        SchemeRule::Table { .. } => return by_table(scheme, measures, cells),
        SchemeRule::Adaptive { steps } => return rules::adaptive(&scheme, steps, asked.standing),
        SchemeRule::Clusters(_) => return by_clusters(scheme, asked),
        SchemeRule::Attribute(values) => by_attribute::classify(values, asked),
        rule => {
            let segments = recipe::presets::segments(&scheme).unwrap_or_default();
            let of = rules::classify(rule, &segments, asked);
            (segments, of)
        }
    };
    let totals = totals(measures, &of, segments.len());
    Classified { scheme, segments, of: of.into(), scores: None, totals, clusters: None }
}

fn by_clusters(scheme: Scheme, asked: &Asked<'_>) -> Classified {
    let SchemeRule::Clusters(rule) = &scheme.rule else { return empty(scheme) };
    let clusters = Clustering::new(rule, asked);
    let (segments, of) = (clusters.segments(), clusters.classify(rule, asked));
    let totals = totals(&asked.standing.measures, &of, segments.len());
    Classified { scheme, segments, of: of.into(), scores: None, totals, clusters: Some(Arc::new(clusters)) }
}

/// Nobody in no segment.
fn empty(scheme: Scheme) -> Classified {
    Classified { scheme, segments: Vec::new(), of: Places::default(), scores: None, totals: Vec::new(), clusters: None }
}

fn by_table(scheme: Scheme, measures: &Measures, cells: &Arc<Cells>) -> Classified {
    let segments = recipe::presets::segments(&scheme).unwrap_or_default();
    let SchemeRule::Table { axes, scores: own, rows, .. } = &scheme.rule else {
        return empty(scheme);
    };
    let own = own.as_ref().map(|own| scores::score(measures, own));
    let own_cells = own.as_ref().map(|own| Arc::new(Cells::new(measures, own)));
    let (of, totals) = Cells::classify(own_cells.as_ref().unwrap_or(cells), axes, rows, &segments);
    Classified { segments, of, scores: own, totals, scheme, clusters: None }
}

/// A table over these scores, whatever the recipe says of scores; none for other rules.
pub(super) fn table_over(scheme: &Scheme, measures: &Measures, scores: &Scores) -> Option<Classified> {
    let SchemeRule::Table { axes, rows, .. } = &scheme.rule else { return None };
    let segments = recipe::presets::segments(scheme).unwrap_or_default();
    let (of, totals) = Cells::classify(&Arc::new(Cells::new(measures, scores)), axes, rows, &segments);
    Some(Classified { scheme: scheme.clone(), segments, of, scores: None, totals, clusters: None })
}

/// What so many segments amount to.
pub(super) fn totals(measures: &Measures, of: &[u8], segments: usize) -> Vec<SegmentTotal> {
    let mut totals = [SegmentTotal::default(); 256];
    for (position, (&orders, &revenue)) in of.iter().zip(measures.orders.iter().zip(&measures.revenue)) {
        totals[usize::from(*position)].add(SegmentTotal { customers: 1, orders: u64::from(orders), revenue });
    }
    totals[..segments].to_vec()
}

impl SegmentTotal {
    /// Adds another. Amounts were measured to fit in any combination.
    pub(super) fn add(&mut self, other: Self) {
        self.customers += other.customers;
        self.orders += other.orders;
        self.revenue = Money::from_raw(self.revenue.raw().saturating_add(other.revenue.raw()));
    }
}
