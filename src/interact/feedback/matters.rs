//! What waits for an answer: open complaints, and bad ratings after which nobody was in touch. The best tiers first.
//!
//! Invariant: a customer is in the list once for each open complaint, and once at most for the last rating.

use super::{ComplaintTopic, Said, complaints::about};
use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::customers::{CustomerRow, PAGE_LIMIT, row as customer_row};
use crate::identify::Book;
use crate::identify::book::FeedbackKind;
use crate::interact::reach::contact_channel;
use crate::recipe::Recipe;
use serde::Serialize;
use std::cmp::Reverse;

/// A rating below this, of 100, asks for a follow-up: 1 and 2 of 5.
const BAD: f64 = 50.0;

/// A page of what waits for an answer.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct MatterPage {
    /// How many there are on all pages.
    pub total: u32,
    /// Of these, open complaints.
    pub complaints: u32,
    /// Of these, matters that wait longer than the tier's strategy promises.
    pub overdue: u32,
    /// Those of this page: the best tier first, within a tier what waits longest.
    pub rows: Vec<Matter>,
}

/// One thing that waits for an answer.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Matter {
    /// The customer, as in the list.
    pub row: CustomerRow,
    /// What it is.
    pub kind: MatterKind,
    /// For complaints: what it is about.
    pub about: ComplaintTopic,
    /// What the customer wrote; empty when nothing.
    pub subject: String,
    /// When it came.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub day: Option<Day>,
    /// Days since then.
    pub days: Option<i32>,
    /// Whether that is longer than the tier's strategy promises.
    pub overdue: bool,
}

/// What waits for an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum MatterKind {
    /// A complaint that nobody has resolved.
    Complaint,
    /// A bad rating, the customer's last one, and no contact after it.
    LowRating,
}

struct Open {
    customer: CustomerId,
    feedback: usize,
    kind: MatterKind,
    tier: Option<usize>,
    day: Option<Day>,
}

/// What waits for an answer, at most [`PAGE_LIMIT`] a page.
#[must_use]
pub fn matters(book: &Book, standing: &Standing, recipe: &Recipe, (offset, limit): (u32, u32)) -> MatterPage {
    let said = Said::new(book, standing, recipe);
    let mut open: Vec<Open> = book.customers.iter().flat_map(|customer| of_customer(&said, customer)).collect();
    // Nobody's tier comes last; what has no day waits longest, as far as anybody knows.
    open.sort_by_key(|open| (open.tier.unwrap_or(usize::MAX), open.kind, open.day, open.customer));
    let today = said.today();
    let page = open.iter().skip(offset as usize).take(limit.min(PAGE_LIMIT) as usize);
    MatterPage {
        total: count(&open, |_| true),
        complaints: count(&open, |open| open.kind == MatterKind::Complaint),
        overdue: count(&open, |open| is_overdue(&said, open, today)),
        rows: page.map(|open| matter(&said, open, today)).collect(),
    }
}

fn count(open: &[Open], counts: impl Fn(&Open) -> bool) -> u32 {
    u32::try_from(open.iter().filter(|one| counts(one)).count()).unwrap_or(u32::MAX)
}

fn of_customer(said: &Said<'_>, customer: CustomerId) -> Vec<Open> {
    let feedback = &said.book.feedback;
    let tier = said.tier(customer);
    let one = |row, kind| Open { customer, feedback: row, kind, tier, day: said.day(row) };
    let is_open = |row: &usize| feedback.kind[*row] == FeedbackKind::Complaint && feedback.open[*row];
    let mut open: Vec<Open> = said.rows(customer).filter(is_open).map(|row| one(row, MatterKind::Complaint)).collect();
    let rated = said.rows(customer).filter(|&row| feedback.kind[row] != FeedbackKind::Complaint && feedback.satisfaction(row).is_some());
    let last = rated.max_by_key(|&row| (said.day(row), Reverse(row)));
    let is_bad = |row: &usize| feedback.satisfaction(*row).is_some_and(|rating| rating < BAD);
    let unanswered = last.filter(is_bad).filter(|&row| said.day(row).is_some_and(|day| !was_contacted(said, customer, day)));
    open.extend(unanswered.map(|row| one(row, MatterKind::LowRating)));
    open
}

/// Whether anybody was in touch on this day or after it; what customers do by themselves is no contact.
fn was_contacted(said: &Said<'_>, customer: CustomerId, since: Day) -> bool {
    let contacts = &said.book.interactions;
    contacts.of(customer).any(|row| contacts.day[row] >= since && contact_channel(contacts.channel[row]).is_some())
}

fn days(open: &Open, today: Day) -> Option<i32> {
    open.day.map(|day| today.days_since(day).max(0))
}

fn is_overdue(said: &Said<'_>, open: &Open, today: Day) -> bool {
    let tiers = said.standing.schemes.get(said.standing.tier);
    let code = tiers.map_or("", |tiers| tiers.code_of(open.customer));
    let promised = said.recipe.interact.get(code).map(|strategy| strategy.response_hours.div_ceil(24));
    days(open, today).zip(promised).is_some_and(|(days, promised)| i64::from(days) > i64::from(promised))
}

fn matter(said: &Said<'_>, open: &Open, today: Day) -> Matter {
    let feedback = &said.book.feedback;
    let subject = feedback.subject[open.feedback];
    Matter {
        row: customer_row(said.book, said.standing, open.customer),
        kind: open.kind,
        about: if open.kind == MatterKind::Complaint { about(said, open.feedback) } else { ComplaintTopic::Unknown },
        subject: if subject.is_none() { String::new() } else { feedback.subjects.get(subject).to_owned() },
        day: open.day,
        days: days(open, today),
        overdue: is_overdue(said, open, today),
    }
}
