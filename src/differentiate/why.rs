//! The reason for every tier: the values, the thresholds crossed, the rule matched, the orders behind it.
//!
//! Nothing is decided here; the deciding code is asked again for its reason. Invariant: a reason never
//! contradicts the score or segment that it explains.

mod timeline;

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::customers::{self, CustomerRow};
use crate::differentiate::schemes::{Classified, rules};
use crate::differentiate::{Factor, Scores, Standing, Thresholds, scores};
use crate::identify::Book;
use crate::identify::clean::report;
use crate::recipe::table::{Table, shown};
use crate::recipe::{Field, Recipe, SchemeRule};
use serde::Serialize;

/// Everything about one customer.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerCard {
    /// The row of the list.
    pub row: CustomerRow,
    /// What else the files say, by field name, in the order of [`crate::recipe::Field::ATTRIBUTES`]; only what is known.
    pub attributes: Vec<(String, String)>,
    /// How much of what any file says of customers is known of this one, 0 to 1.
    pub completeness: f64,
    /// From which day on the file of this customer is stale: nothing was heard for the recipe's `stale_days`; none while it is fresh.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub stale_since: Option<Day>,
    /// Why each score.
    pub scores: Vec<ScoreReason>,
    /// Why each segment, one per scheme, in the order of the standing.
    pub segments: Vec<SegmentReason>,
    /// Orders up to `as_of`, latest first, at most 500. Lines of one order id are one order, on its first day; lines
    /// without one are one order per day.
    pub timeline: Vec<TimelineOrder>,
    /// Orders there are in all.
    pub timeline_total: u32,
}

/// Why a score.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ScoreReason {
    /// What was scored.
    pub factor: Factor,
    /// The customer's value: days, orders, currency units.
    pub value: f64,
    /// The score.
    pub score: u8,
    /// Number of scores.
    pub bins: u8,
    /// Lower end of the interval that gives this score; none for the lowest.
    pub above: Option<f64>,
    /// Upper end of the interval that gives this score; none for the highest.
    pub up_to: Option<f64>,
    /// Whether the upper end belongs to the interval (and the lower does not).
    pub right_closed: bool,
    /// Share of customers with a worse value, 0 to 1.
    pub better_than: f64,
}

/// Why a segment.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentReason {
    /// Scheme id.
    pub scheme: String,
    /// Segment code.
    pub segment: String,
    /// English name of the segment.
    pub name: String,
    /// How its customers are doing.
    pub health: crate::recipe::Health,
    /// For tables: the customer's cell, as `543`. Empty for other rules.
    pub cell: String,
    /// For tables: the pattern that matched, as `[4-5]4*`; empty when it fell to the rest.
    pub pattern: String,
    /// For ABC: cumulative share of revenue up to and with this customer, from the largest down. For life cycle and tenure: the days that decided.
    pub value: Option<f64>,
}

/// One order of the timeline.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TimelineOrder {
    /// Day.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// Order id; empty when the file has none.
    pub order_id: String,
    /// Lines.
    pub lines: u32,
    /// Amount of all its lines.
    #[cfg_attr(test, ts(type = "number"))]
    pub amount: Money,
    /// Whether it only gives back.
    pub refund: bool,
    /// Products by name, at most 5, then how many more, as `+3`.
    pub products: Vec<String>,
}

/// Everything about one customer; `None` when there is no such customer, or nothing is known of them up to `as_of`.
#[must_use]
pub fn card(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Option<CustomerCard> {
    if !standing.measures.is_present(customer) {
        return None;
    }
    let (timeline, timeline_total) = timeline::timeline(book, standing, customer);
    Some(CustomerCard {
        row: customers::row(book, standing, customer),
        attributes: attributes(book, customer),
        completeness: report::completeness(book, customer),
        stale_since: report::stale_since(book, recipe, standing.as_of, customer),
        scores: standing.scores.thresholds.iter().map(|thresholds| score_reason(standing, thresholds, customer)).collect(),
        segments: standing.schemes.iter().filter_map(|classified| segment_reason(standing, classified, customer)).collect(),
        timeline,
        timeline_total,
    })
}

fn attributes(book: &Book, customer: CustomerId) -> Vec<(String, String)> {
    let known = Field::ATTRIBUTES.iter().map(|field| (field.name(), book.customers.attribute(*field, customer)));
    known.filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
}

fn score_reason(standing: &Standing, thresholds: &Thresholds, customer: CustomerId) -> ScoreReason {
    let factor = thresholds.factor;
    let measures = &standing.measures;
    let raw = measures.raw(factor, customer);
    let score = score_of(&standing.scores, factor, customer);
    let (above, up_to) = thresholds.interval(score);
    let distribution = measures.distribution(factor);
    let smaller = distribution.count_below(raw);
    let worse = if factor.is_reversed() { distribution.len() - smaller - distribution.count(raw) } else { smaller };
    ScoreReason {
        factor,
        value: scores::shown(raw, measures.raw_per_unit(factor)),
        score,
        bins: thresholds.bins,
        above,
        up_to,
        right_closed: thresholds.right_closed,
        better_than: f64::from(worse) / f64::from(distribution.len().max(1)),
    }
}

fn score_of(scores: &Scores, factor: Factor, customer: CustomerId) -> u8 {
    let [r, f, m] = scores.of(customer);
    match factor {
        Factor::Recency => r,
        Factor::Frequency => f,
        Factor::Monetary => m,
    }
}

fn segment_reason(standing: &Standing, classified: &Classified, customer: CustomerId) -> Option<SegmentReason> {
    let segment = classified.segment_of(customer)?;
    let (cell, pattern) = cell_and_pattern(standing, classified, customer);
    Some(SegmentReason {
        scheme: classified.scheme.id.clone(),
        segment: segment.code.clone(),
        name: segment.name.clone(),
        health: segment.health,
        cell,
        pattern,
        value: value(standing, classified, &segment.code, customer),
    })
}

fn cell_and_pattern(standing: &Standing, classified: &Classified, customer: CustomerId) -> (String, String) {
    let SchemeRule::Table { axes, rows, .. } = &classified.scheme.rule else { return Default::default() };
    let table = Table::read_leniently(axes, rows);
    let cell = table.cell(classified.scores.as_ref().unwrap_or(&standing.scores).of(customer));
    let pattern = table.first(&cell).map_or("", |(_, pattern)| pattern);
    (shown(&cell), pattern.to_owned())
}

/// The share or the days that decided.
fn value(standing: &Standing, classified: &Classified, code: &str, customer: CustomerId) -> Option<f64> {
    let measures = &standing.measures;
    let since_first = || f64::from(standing.as_of.days_since(measures.first_order[customer.index()]));
    match classified.scheme.rule {
        SchemeRule::Table { .. } => None,
        SchemeRule::Abc => Some(rules::cumulative_share(measures, customer)),
        SchemeRule::Tenure => Some(since_first()),
        SchemeRule::LifeCycle if code == "new" => Some(since_first()),
        SchemeRule::LifeCycle => Some(f64::from(measures.recency_days[customer.index()])),
    }
}
