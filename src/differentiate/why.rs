//! The reason for every tier: the values, the thresholds crossed, the rule matched, the orders behind it.
//!
//! Nothing is decided here; the deciding code is asked again for its reason. Invariant: a reason never
//! contradicts the score or segment that it explains.

mod rules;
mod timeline;

pub use rules::{Fact, RuleReason};

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::customers::{self, CustomerRow};
use crate::differentiate::history::steady::SteadyReason;
use crate::differentiate::metrics::{ValueReason, chosen};
use crate::differentiate::next::{self, Outlook};
use crate::differentiate::schemes::{Classified, rules as scheme_rules};
use crate::differentiate::{Factor, Scores, Standing, Thresholds, scores};
use crate::identify::Book;
use crate::identify::book::{Channel, FeedbackKind};
use crate::identify::clean::report;
use crate::recipe::table::{Table, shown};
use crate::recipe::{Field, Metric, Recipe, SchemeRule};
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
    /// Why the value score, where the recipe uses it.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub value: Option<ValueReason>,
    /// The total of every point sheet: its id, and the points.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<(String, f64)>>"))]
    pub points: Vec<(String, f64)>,
    /// Why each segment, one per scheme, in the order of the standing.
    pub segments: Vec<SegmentReason>,
    /// What would change the segments: orders that reach a better one, and the day on which it falls without any.
    pub outlooks: Vec<Outlook>,
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
    /// For conditions, bands, values, quotas, needs and adaptive schemes: what decided.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub rule: Option<RuleReason>,
    /// What somebody decided instead; `cell`, `pattern` and `value` then say why the scheme would have decided otherwise.
    pub by_hand: Option<HandReason>,
    /// For the tiers, when changes have to last: what today's figures say, and since when this one is held. Cell and pattern are
    /// those of today's figures.
    pub steady: Option<SteadyReason>,
}

/// Why a customer is in a segment in which no scheme put it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct HandReason {
    /// Code of the segment that the scheme gives.
    pub segment: String,
    /// English name of that segment.
    pub name: String,
    /// Why, in the words of whoever decided it.
    pub reason: String,
    /// The day on which it was decided, where that was said.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub day: Option<Day>,
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
        value: (scored && chosen(recipe).contains(&Metric::ValueScore)).then(|| standing.value_reason(book, recipe, customer)),
        points: if scored { points(book, standing, recipe, customer) } else { Vec::new() },
        segments: segments(book, standing, recipe, customer),
        outlooks: next::outlooks(book, standing, recipe, customer),
        timeline: timeline.entries,
        timeline_total: timeline.orders,
        contacts_total: timeline.contacts,
        feedback_total: timeline.feedback,
    })
}

fn attributes(book: &Book, customer: CustomerId) -> Vec<(String, String)> {
    let customers = &book.customers;
    let known = Field::ATTRIBUTES.iter().map(|field| (field.name(), customers.shown(*field, customer)));
    let own = customers.own.iter().map(|column| (column.header.as_str(), customers.shown_own(column, customer)));
    known.chain(own).filter(|(_, text)| !text.is_empty()).map(|(name, text)| (name.to_owned(), text.into_owned())).collect()
}

fn score_reason(standing: &Standing, thresholds: &Thresholds, customer: CustomerId) -> ScoreReason {
    let factor = thresholds.factor;
    let measures = &standing.measures;
    let raw = measures.raw(factor, customer);
    let score = score_of(&standing.scores, factor, customer);
    let (above, up_to) = thresholds_of(&standing.scores, thresholds, customer).interval(score);
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

/// The thresholds that decided: where scores are nested, those of the customer's group.
fn thresholds_of<'a>(scores: &'a Scores, whole: &'a Thresholds, customer: CustomerId) -> &'a Thresholds {
    let cell = scores.of(customer);
    let is_own = |within: &[u8], factor: Factor| factor == whole.factor && cell.starts_with(within);
    let group = scores.groups.iter().find(|group| is_own(&group.within, group.thresholds.factor));
    group.map_or(whole, |group| &group.thresholds)
}

fn score_of(scores: &Scores, factor: Factor, customer: CustomerId) -> u8 {
    let [r, f, m] = scores.of(customer);
    match factor {
        Factor::Recency => r,
        Factor::Frequency => f,
        Factor::Monetary => m,
    }
}

fn points(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Vec<(String, f64)> {
    let total = |id: &str| standing.metric(book, recipe, &Metric::Points(id.to_owned())).value(customer);
    recipe.points.iter().map(|sheet| (sheet.id.clone(), total(&sheet.id))).collect()
}

fn segments(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Vec<SegmentReason> {
    let with_rule = |classified: &Classified| {
        let reason = segment_reason(standing, classified, customer)?;
        Some(SegmentReason { rule: rules::reason(book, standing, recipe, classified, customer), ..reason })
    };
    standing.schemes.iter().filter_map(with_rule).collect()
}

fn segment_reason(standing: &Standing, classified: &Classified, customer: CustomerId) -> Option<SegmentReason> {
    let segment = classified.segment_of(customer)?;
    let (cell, pattern) = cell_and_pattern(standing, classified, customer);
    let by_hand = hand_reason(standing, classified, customer);
    Some(SegmentReason {
        scheme: classified.scheme.id.clone(),
        segment: segment.code.clone(),
        name: segment.name.clone(),
        health: segment.health,
        cell,
        pattern,
        value: value(standing, classified, by_hand.as_ref().map_or(&segment.code, |decision| &decision.segment), customer),
        by_hand,
        steady: steady(standing, classified, customer),
        rule: None,
    })
}

fn hand_reason(standing: &Standing, classified: &Classified, customer: CustomerId) -> Option<HandReason> {
    let decision = standing.set_by_hand(&classified.scheme.id, customer)?;
    let computed = classified.segments.get(usize::from(decision.computed))?;
    let (segment, name) = (computed.code.clone(), computed.name.clone());
    Some(HandReason { segment, name, reason: decision.reason.clone(), day: decision.day })
}

fn steady(standing: &Standing, classified: &Classified, customer: CustomerId) -> Option<SteadyReason> {
    let steady = standing.steady.as_ref()?;
    let of_tiers = standing.schemes.get(standing.tier).is_some_and(|tiers| tiers.scheme.id == classified.scheme.id);
    of_tiers.then(|| steady.reason(&classified.segments, customer)).flatten()
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
        SchemeRule::Abc => Some(scheme_rules::cumulative_share(measures, customer)),
        SchemeRule::Tenure => Some(since_first()),
        SchemeRule::LifeCycle | SchemeRule::Stages if code == "new" => Some(since_first()),
        SchemeRule::LifeCycle | SchemeRule::Stages => Some(f64::from(measures.recency_days[customer.index()])),
        _ => None,
    }
}
