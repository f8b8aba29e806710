//! Scores → segments, and the check that a scheme leaves nobody out.
//!
//! A table is walked through cell by cell once; after that a customer is one look-up. Invariants: every
//! customer that is present is in exactly one segment of every scheme; totals of a scheme add up to all.

mod cells;
mod partition;
pub(crate) mod rules;

pub use partition::{PartitionReport, check_partition};

use super::{Measures, Scores, scores};
use crate::base::{CustomerId, Day, Money};
use crate::recipe::{self, Recipe, Scheme, SchemeRule, Segment};
use crate::{ErrorKind, Result};
use cells::Cells;
use serde::Serialize;

/// A scheme with its segment for every customer.
#[derive(Debug)]
pub struct Classified {
    /// The scheme.
    pub scheme: Scheme,
    /// Its segments, each once, in the order of the table.
    pub segments: Vec<Segment>,
    /// Position in `segments`, [`NO_SEGMENT`] for customers that are absent; indexed by [`CustomerId`].
    pub of: Vec<u8>,
    /// Own scores, for schemes that score in their own way.
    pub scores: Option<Scores>,
    /// Customers, orders and revenue of each segment.
    pub totals: Vec<SegmentTotal>,
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

/// Every scheme, built-in ones first, then the recipe's own; an own one stands in the place of the built-in one of
/// its id. Built-in tables that do not fit the recipe's number of scores are left out, unless the recipe names its
/// customers by them.
///
/// # Errors
/// `recipe.invalid` when a scheme's table cannot be applied to the recipe's number of scores.
pub fn classify_all(measures: &Measures, scores: &Scores, as_of: Day, recipe: &Recipe) -> Result<Vec<Classified>> {
    let cells = Cells::new(measures, scores);
    let bins = cells.bins();
    let mut all = Vec::new();
    let is_decided =
        |scheme: &Scheme| matches!(scheme.rule, SchemeRule::Table { .. } | SchemeRule::Abc | SchemeRule::LifeCycle | SchemeRule::Tenure);
    for scheme in recipe::effective_schemes(recipe).into_iter().filter(is_decided) {
        match recipe::fits(&scheme, bins) {
            Ok(()) => all.push(classify(scheme, measures, &cells, (as_of, recipe))),
            Err((place, problem)) if must_fit(&scheme, recipe) => {
                let path = format!("schemes[{}].{place}", scheme.id);
                return Err(ErrorKind::RecipeInvalid { path, problem }.into());
            }
            Err(_) => {}
        }
    }
    Ok(all)
}

fn must_fit(scheme: &Scheme, recipe: &Recipe) -> bool {
    scheme.id == recipe.segment || scheme.id == recipe.tier || recipe.schemes.iter().any(|own| own.id == scheme.id)
}

fn classify(scheme: Scheme, measures: &Measures, cells: &Cells, (as_of, recipe): (Day, &Recipe)) -> Classified {
    let SchemeRule::Table { axes, scores: own, rows, otherwise } = &scheme.rule else {
        let of = rules::classify(&scheme.rule, measures, as_of, recipe);
        let segments = recipe::presets::segments(&scheme).unwrap_or_default();
        let totals = totals(measures, &of, segments.len());
        return Classified { scheme, segments, of, scores: None, totals };
    };
    let segments = distinct_segments(rows.iter().map(|row| &row.segment).chain(otherwise));
    let own = own.as_ref().map(|own| scores::score(measures, own));
    let own_cells = own.as_ref().map(|own| Cells::new(measures, own));
    let (of, totals) = own_cells.as_ref().unwrap_or(cells).classify(axes, rows, &segments);
    Classified { segments, of, scores: own, totals, scheme }
}

/// Each segment once, in order.
fn distinct_segments<'a>(all: impl Iterator<Item = &'a Segment>) -> Vec<Segment> {
    let mut segments: Vec<Segment> = Vec::new();
    for segment in all {
        if !segments.iter().any(|known| known.code == segment.code) {
            segments.push(segment.clone());
        }
    }
    segments
}

fn totals(measures: &Measures, of: &[u8], segments: usize) -> Vec<SegmentTotal> {
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
