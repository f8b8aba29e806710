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
use crate::identify::book::{Channel, FeedbackKind};
use crate::identify::clean::report;
use crate::recipe::table::{Table, shown};
use crate::recipe::{Field, Recipe, SchemeRule};
use serde::Serialize;

/// Everything about one customer.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerCard {
    /// The row of the list. When the customer is not scored, only id and name in it mean anything.
    pub row: CustomerRow,
    /// Whether the customer has orders, and so scores and segments; otherwise it is a prospect.
    pub scored: bool,
    /// What else the files say, by field name, in the order of [`crate::recipe::Field::ATTRIBUTES`], then by the headers of
    /// the files' own columns; only what is known.
    pub attributes: Vec<(String, String)>,
    /// The last day on which anything was heard of the customer.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub heard: Option<Day>,
    /// How much of what any file says of customers is known of this one, 0 to 1.
    pub completeness: f64,
    /// From which day on the file of this customer is stale: nothing was heard for the recipe's `stale_days`; none while it is fresh.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub stale_since: Option<Day>,
    /// Why each score.
    pub scores: Vec<ScoreReason>,
    /// Why each segment, one per scheme, in the order of the standing.
    pub segments: Vec<SegmentReason>,
    /// Orders, contacts and feedback up to `as_of` (contacts and feedback also later when nobody chose that day), latest first, at most 500 of each; what has no day comes last. Lines
    /// of one order id are one order, on its first day; lines without one are one order per day.
    pub timeline: Vec<TimelineEntry>,
    /// Orders there are in all.
    pub timeline_total: u32,
    /// Contacts there are in all, counted as rows.
    pub contacts_total: u32,
    /// Pieces of feedback there are in all.
    pub feedback_total: u32,
}

/// One thing that happened with a customer.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TimelineEntry {
    /// An order.
    Order(TimelineOrder),
    /// A contact, or several that one row stands for.
    Contact {
        /// Day, where the file has one.
        #[cfg_attr(test, ts(type = "string | null"))]
        day: Option<Day>,
        /// Through which channel.
        channel: Channel,
        /// How many.
        count: u32,
        /// What it was about; empty when nobody says.
        subject: String,
    },
    /// Feedback.
    Feedback {
        /// Day, where the file has one.
        #[cfg_attr(test, ts(type = "string | null"))]
        day: Option<Day>,
        /// What it is.
        feedback: FeedbackKind,
        /// Satisfaction overall, with quality, attitude and delivery, each 0 to 100.
        ratings: [Option<u8>; 4],
        /// Whether it is still open.
        open: bool,
        /// Day on which it was resolved.
        #[cfg_attr(test, ts(type = "string | null"))]
        resolved: Option<Day>,
        /// What it was about; empty when nobody says.
        subject: String,
    },
}

impl TimelineEntry {
    /// Its day, where there is one.
    #[must_use]
    pub const fn day(&self) -> Option<Day> {
        match self {
            Self::Order(order) => Some(order.day),
            Self::Contact { day, .. } | Self::Feedback { day, .. } => *day,
        }
    }
}

impl CustomerCard {
    /// The orders of the timeline.
    pub fn orders(&self) -> impl Iterator<Item = &TimelineOrder> {
        self.timeline.iter().filter_map(|entry| if let TimelineEntry::Order(order) = entry { Some(order) } else { None })
    }
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

/// Everything about one customer; `None` when there is no such customer, or all orders are later than `as_of`. Of those
/// who have no orders at all the card has what is known of them, and neither scores nor segments.
#[must_use]
pub fn card(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Option<CustomerCard> {
    let scored = standing.measures.is_present(customer);
    if !scored && (customer.index() >= book.customers.len() || book.has_orders(customer)) {
        return None;
    }
    let thresholds = standing.scores.thresholds.iter().filter(|_| scored);
    let timeline = timeline::timeline(book, standing, recipe, customer);
    Some(CustomerCard {
        row: customers::row(book, standing, customer),
        scored,
        attributes: attributes(book, customer),
        heard: book.customers.last_heard(customer),
        completeness: report::completeness(book, customer),
        stale_since: report::stale_since(book, recipe, standing.as_of, customer),
        scores: thresholds.map(|thresholds| score_reason(standing, thresholds, customer)).collect(),
        segments: standing.schemes.iter().filter_map(|classified| segment_reason(standing, classified, customer)).collect(),
        timeline: timeline.entries,
        timeline_total: timeline.orders,
        contacts_total: timeline.contacts,
        feedback_total: timeline.feedback,
    })
}

fn attributes(book: &Book, customer: CustomerId) -> Vec<(String, String)> {
    let customers = &book.customers;
    let known = Field::ATTRIBUTES.iter().map(|field| (field.name(), customers.attribute(*field, customer)));
    let own = customers.own.iter().map(|column| (column.header.as_str(), customers.own_text(column, customer)));
    known.chain(own).filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name.to_owned(), text.to_owned())).collect()
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
        SchemeRule::Abc => Some(rules::cumulative_share(measures, customer)),
        SchemeRule::Tenure => Some(since_first()),
        SchemeRule::LifeCycle if code == "new" => Some(since_first()),
        SchemeRule::LifeCycle => Some(f64::from(measures.recency_days[customer.index()])),
        _ => None,
    }
}
