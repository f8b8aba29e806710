//! One score of all customers as a screen shows it, and all scores of one customer with where they come from.
//!
//! The value score, the sheets of points and the other scores of 0 to 100 are metrics like all others; this only gathers how they
//! spread, who is best by them, and what each segment has. Invariants: the bars add up to the customers of whom the score is known;
//! among equals the smaller id stands first.

use super::Standing;
use super::metrics::{CompositeReason, MetricFigures, SheetReason, ValueReason};
use super::scores::shown;
use crate::base::{CustomerId, Money};
use crate::identify::Book;
use crate::math::Distribution;
use crate::recipe::{Field, Metric, Recipe, Unit};
use serde::Serialize;

/// Bars of a spread, at most.
const BARS: usize = 20;

/// One score of all customers.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Scorecard {
    /// Of how many it is known, smallest, median, largest.
    pub figures: MetricFigures,
    /// How it spreads.
    pub spread: Spread,
    /// Who has most of it, at most as many as were asked for.
    pub best: Vec<BestCustomer>,
    /// What it is in each segment of the scheme that names the customers, in the order of the scheme.
    pub segments: Vec<SegmentScore>,
}

/// Customers in bars of one width.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Spread {
    /// Where the first bar begins.
    pub from: f64,
    /// How wide each is; 0 when nothing is known.
    pub width: f64,
    /// Customers in each; the last one holds its upper end too.
    pub customers: Vec<u32>,
}

/// A customer who is among the best.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct BestCustomer {
    /// Number to ask for the card with.
    pub customer: u32,
    /// Identifier.
    pub customer_id: String,
    /// Name; empty when unknown.
    pub customer_name: String,
    /// Code of the segment.
    pub segment: String,
    /// The score.
    pub score: f64,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// A score in one segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentScore {
    /// Segment code.
    pub code: String,
    /// Its customers of whom the score is known.
    pub known: u32,
    /// Their median; 0 when nobody's is known.
    pub median: f64,
}

/// One score of all customers, with the `best` customers by it.
#[must_use]
pub fn scorecard(book: &Book, standing: &Standing, recipe: &Recipe, metric: &Metric, best: usize) -> Scorecard {
    let column = standing.metric(book, recipe, metric);
    Scorecard {
        figures: standing.metric_figures(book, recipe, metric),
        spread: spread(column.distribution(), column.scale(), metric.unit()),
        best: best_by(book, standing, &column, best),
        segments: by_segment(standing, &column),
    }
}

/// Scores of 0 to 100 stand on that scale, all others between their ends.
fn spread(known: &Distribution, scale: i64, unit: Unit) -> Spread {
    if known.is_empty() {
        return Spread::default();
    }
    let (low, high) = (shown(known.min(), scale), shown(known.max(), scale));
    let on_scale = unit == Unit::Points && low >= 0.0 && high <= 100.0;
    let (from, to) = if on_scale { (0.0, 100.0) } else { (low, if high > low { high } else { low + 1.0 }) };
    #[expect(clippy::cast_precision_loss, reason = "a few bars")]
    let width = (to - from) / BARS as f64;
    let mut customers = vec![0; BARS];
    for (raw, count) in known.groups() {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "held within the bars just after")]
        let bar = ((shown(raw, scale) - from) / width) as usize;
        customers[bar.min(BARS - 1)] += count;
    }
    Spread { from, width, customers }
}

fn best_by(book: &Book, standing: &Standing, column: &super::metrics::Column, wanted: usize) -> Vec<BestCustomer> {
    let known = column.distribution();
    // Only those from the last wanted place up are sorted, not a million.
    let place = known.len().saturating_sub(u32::try_from(wanted).unwrap_or(u32::MAX));
    let limit = known.at(place);
    let mut best: Vec<(i64, CustomerId)> =
        standing.customers().filter_map(|customer| Some((column.raw(customer).filter(|raw| *raw >= limit)?, customer))).collect();
    best.sort_by_key(|&(raw, customer)| (std::cmp::Reverse(raw), customer));
    best.truncate(wanted);
    let row = |(raw, customer): (i64, CustomerId)| BestCustomer {
        customer: customer.0,
        customer_id: book.customers.id(customer).to_owned(),
        customer_name: book.customers.attribute(Field::CustomerName, customer).to_owned(),
        segment: standing.schemes.get(standing.segment).map_or("", |scheme| scheme.code_of(customer)).to_owned(),
        score: shown(raw, column.scale()),
        revenue: standing.measures.revenue[customer.index()],
    };
    best.into_iter().map(row).collect()
}

fn by_segment(standing: &Standing, column: &super::metrics::Column) -> Vec<SegmentScore> {
    let Some(classified) = standing.schemes.get(standing.segment) else { return Vec::new() };
    let mut groups: Vec<Vec<i64>> = vec![Vec::new(); classified.segments.len()];
    for customer in standing.customers() {
        let group = groups.get_mut(usize::from(classified.of[customer.index()]));
        if let (Some(group), Some(raw)) = (group, column.raw(customer)) {
            group.push(raw);
        }
    }
    let figures = |(segment, group): (&crate::recipe::Segment, Vec<i64>)| {
        let group = Distribution::of(group);
        SegmentScore { code: segment.code.clone(), known: group.len(), median: group.quantile(1, 2).to_f64(column.scale()) }
    };
    classified.segments.iter().zip(groups).map(figures).collect()
}

/// All scores of one customer, each with where it comes from.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerScores {
    /// The value score with what each factor adds.
    pub value: ValueReason,
    /// Loyalty, purchasing power and potential with their parts; none for a prospect.
    pub composites: Vec<CompositeReason>,
    /// Every sheet of points with what each rule gives.
    pub sheets: Vec<SheetReason>,
}

/// All scores of one customer; of a prospect only the points, and none for somebody who is neither.
#[must_use]
pub fn customer_scores(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Option<CustomerScores> {
    if standing.measures.is_present(customer) {
        return Some(CustomerScores {
            value: standing.value_reason(book, recipe, customer),
            composites: standing.composite_reasons(book, recipe, customer),
            sheets: standing.sheet_reasons(book, recipe, customer),
        });
    }
    let prospects = standing.prospects(book, recipe);
    prospects.measures.is_present(customer).then(|| CustomerScores {
        value: ValueReason { score: None, factors: Vec::new() },
        composites: Vec::new(),
        sheets: prospects.sheet_reasons(book, recipe, customer),
    })
}
