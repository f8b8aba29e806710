//! The figures of one run: what the command line writes as `--summary` and the element has as `summary`.
//!
//! Everything here was computed before; this only gathers it. Invariant: tiers and segments each add up to
//! all customers and to the revenue.

use crate::base::{Day, Money};
use crate::differentiate::schemes::{Classified, SegmentTotal};
use crate::differentiate::scores::NestedFigures;
use crate::differentiate::{Standing, Thresholds};
use crate::identify::{Book, IssueCode, IssueCount, TableReport};
use crate::recipe::Segment;
use serde::Serialize;

/// The figures of one run.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Summary {
    /// Data rows of the tables that were used.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_read: u64,
    /// Rows in the result.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_used: u64,
    /// Rows left out, each with an issue.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_rejected: u64,
    /// Of these, rows without a customer.
    #[cfg_attr(test, ts(type = "number"))]
    pub rows_unidentified: u64,
    /// Customers who are scored.
    pub customers: u32,
    /// Customers of whom there is no order at all: prospects. They are in the customer file and get no tier.
    pub customers_without_orders: u32,
    /// Why nobody is scored, as the code of an error (`table.no_date`, `table.no_amount` …); none when somebody is.
    pub not_scored: Option<String>,
    /// Customers whom somebody put into a segment by hand.
    pub set_by_hand: u32,
    /// Contacts of all customers.
    #[cfg_attr(test, ts(type = "number"))]
    pub interactions: u64,
    /// Pieces of feedback of all customers.
    #[cfg_attr(test, ts(type = "number"))]
    pub feedback: u64,
    /// Distinct orders.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// First day with an order.
    #[cfg_attr(test, ts(type = "string"))]
    pub first_day: Day,
    /// Last day with an order.
    #[cfg_attr(test, ts(type = "string"))]
    pub last_day: Day,
    /// The day from which recency counts.
    #[cfg_attr(test, ts(type = "string"))]
    pub as_of: Day,
    /// Whether no file has a date, only days since the last order: then the three days above are none and must not be shown.
    pub days_are_relative: bool,
    /// Cuts of recency, frequency and monetary.
    pub thresholds: Vec<Thresholds>,
    /// Where scores are nested: the groups, and how many of them are too small.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional))]
    pub nested: Option<NestedFigures>,
    /// Id of the scheme of `tiers`.
    pub tier_scheme: String,
    /// Its tiers, in the order of the scheme, empty ones too.
    pub tiers: Vec<SegmentFigures>,
    /// Id of the scheme of `segments`.
    pub segment_scheme: String,
    /// Its segments, in the order of the scheme, empty ones too.
    pub segments: Vec<SegmentFigures>,
    /// What came in, table by table.
    pub tables: Vec<TableReport>,
    /// What was repaired and left out, counted.
    pub issues: Vec<IssueCount>,
}

/// One tier or segment in figures.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentFigures {
    /// Stable name.
    pub code: String,
    /// English name.
    pub name: String,
    /// How its customers are doing.
    pub health: crate::recipe::Health,
    /// Customers.
    pub customers: u32,
    /// Their orders, added up.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Revenue per order.
    #[cfg_attr(test, ts(type = "number"))]
    pub average_order: Money,
}

/// The figures of a finished run.
#[must_use]
pub fn summarize(book: &Book, standing: &Standing) -> Summary {
    let measures = &standing.measures;
    let (first_day, last_day) = measures.span().unwrap_or((standing.as_of, standing.as_of));
    let of_scheme = |position: usize| standing.schemes.get(position).map(figures).unwrap_or_default();
    let (tier_scheme, tiers) = of_scheme(standing.tier);
    let (segment_scheme, segments) = of_scheme(standing.segment);
    let later = rows_after_as_of(book, standing);
    let mut counts = book.counts;
    counts.leave_out(later);
    Summary {
        rows_read: counts.rows_read,
        rows_used: counts.rows_used,
        rows_rejected: counts.rows_rejected,
        rows_unidentified: counts.rows_unidentified,
        customers: measures.customer_count(),
        customers_without_orders: without_orders(book, standing),
        set_by_hand: standing.customers_by_hand(),
        not_scored: book.not_scored.as_ref().map(crate::Error::code),
        interactions: book.interactions.count.iter().map(|&count| u64::from(count)).sum(),
        feedback: book.feedback.day.len() as u64,
        orders: measures.total_orders,
        revenue: measures.total_revenue,
        first_day,
        last_day,
        as_of: standing.as_of,
        days_are_relative: measures.days_are_relative,
        thresholds: standing.scores.thresholds.clone(),
        nested: standing.scores.nested(),
        tier_scheme,
        tiers,
        segment_scheme,
        segments,
        tables: book.tables.clone(),
        issues: issues(book, later),
    }
}

/// Customers of whom there is no order, neither before the analysis day nor after it.
fn without_orders(book: &Book, standing: &Standing) -> u32 {
    let with_order = standing.measures.absent.iter().filter(|customer| book.has_orders(**customer)).count();
    u32::try_from(standing.measures.absent.len() - with_order).unwrap_or(u32::MAX)
}

/// Rows that were imported and lie after the analysis day: they come back when the day moves.
fn rows_after_as_of(book: &Book, standing: &Standing) -> u64 {
    match &book.ready {
        Some(_) => standing.measures.absent.len() as u64 - u64::from(without_orders(book, standing)),
        None => standing.measures.lines_after(book, standing.as_of),
    }
}

/// The import's issues, and the rows that the analysis day leaves out; those are counted, not listed.
fn issues(book: &Book, later: u64) -> Vec<IssueCount> {
    let mut counts = book.issues.counts();
    if later > 0 {
        let code = IssueCode::AfterAsOf;
        counts.push(IssueCount { code, severity: code.severity(), count: later, kept: 0 });
        counts.sort_by_key(|entry| (entry.severity, std::cmp::Reverse(entry.count), entry.code));
    }
    counts
}

fn figures(classified: &Classified) -> (String, Vec<SegmentFigures>) {
    (classified.scheme.id.clone(), segment_figures(&classified.segments, &classified.totals))
}

/// Segments with what they amount to.
pub(super) fn segment_figures(segments: &[Segment], totals: &[SegmentTotal]) -> Vec<SegmentFigures> {
    let figures = |(segment, total): (&Segment, &SegmentTotal)| SegmentFigures {
        code: segment.code.clone(),
        name: segment.name.clone(),
        health: segment.health,
        customers: total.customers,
        orders: total.orders,
        revenue: total.revenue,
        average_order: average(total.revenue, total.orders),
    };
    segments.iter().zip(totals).map(figures).collect()
}

/// Revenue per order, halves away from zero; zero without orders.
fn average(revenue: Money, orders: u64) -> Money {
    let (raw, orders) = (i128::from(revenue.raw()), i128::from(orders));
    let halves = (2 * raw.abs() + orders).checked_div(2 * orders).unwrap_or(0);
    Money::from_raw(i64::try_from(halves * raw.signum()).unwrap_or(0))
}
