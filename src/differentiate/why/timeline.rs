//! What happened with one customer, over all channels: orders, contacts, feedback.
//!
//! A customer who complains is seen beside what was bought before and after. Invariant: the amounts of all orders add
//! up to the customer's revenue, and the order of lines in the file changes nothing.

use super::{TimelineEntry, TimelineOrder};
use crate::base::{CustomerId, Day, Money, TextId};
use crate::differentiate::Standing;
use crate::differentiate::measures::lines_up_to;
use crate::identify::book::Feedback;
use crate::identify::{Book, Ledger};
use crate::recipe::Recipe;
use std::cmp::Reverse;

/// Entries of each kind that are shown at most.
const SHOWN: usize = 500;
/// Products of an order that are named at most.
const NAMED: usize = 5;

/// The latest entries, and how many there are in all.
pub(super) struct Timeline {
    pub(super) entries: Vec<TimelineEntry>,
    pub(super) orders: u32,
    pub(super) contacts: u32,
    pub(super) feedback: u32,
}

/// Everything up to the analysis day, latest first; of one day orders come first, then contacts, then feedback. A day that nobody
/// chose is the one after the last order: what was said since then is no less true.
pub(super) fn timeline(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Timeline {
    let until = recipe.measures.as_of.unwrap_or(Day::MAX);
    let (orders, orders_total) = orders(book, standing, customer);
    let (contacts, contacts_total) = contacts(book, until, customer);
    let (feedback, feedback_total) = feedback(book, until, customer);
    let mut entries: Vec<TimelineEntry> = orders.into_iter().map(TimelineEntry::Order).chain(contacts).chain(feedback).collect();
    entries.sort_by_key(|entry| Reverse(entry.day()));
    Timeline { entries, orders: orders_total, contacts: contacts_total, feedback: feedback_total }
}

/// The day of a row, where it has one.
fn known(day: Day) -> Option<Day> {
    (day != Day::MIN).then_some(day)
}

fn contacts(book: &Book, until: Day, customer: CustomerId) -> (Vec<TimelineEntry>, u32) {
    let all = &book.interactions;
    let rows: Vec<usize> = all.of(customer).filter(|&row| all.day[row] <= until).collect();
    let entry = |&row: &usize| TimelineEntry::Contact {
        day: known(all.day[row]),
        channel: all.channel[row],
        count: all.count[row],
        subject: all.subjects.get(all.subject[row]).to_owned(),
    };
    (rows.iter().rev().take(SHOWN).map(entry).collect(), u32::try_from(rows.len()).unwrap_or(u32::MAX))
}

fn feedback(book: &Book, until: Day, customer: CustomerId) -> (Vec<TimelineEntry>, u32) {
    let all = &book.feedback;
    let rows: Vec<usize> = all.of(customer).filter(|&row| all.day[row] <= until).collect();
    let entry = |&row: &usize| TimelineEntry::Feedback {
        day: known(all.day[row]),
        feedback: all.kind[row],
        ratings: all.rating[row].map(|rating| (rating != Feedback::NO_RATING).then_some(rating)),
        open: all.open[row],
        resolved: all.resolved[row],
        subject: all.subjects.get(all.subject[row]).to_owned(),
    };
    (rows.iter().rev().take(SHOWN).map(entry).collect(), u32::try_from(rows.len()).unwrap_or(u32::MAX))
}

/// The latest orders, and how many there are in all.
fn orders(book: &Book, standing: &Standing, customer: CustomerId) -> (Vec<TimelineOrder>, u32) {
    if book.ready.is_some() {
        return (Vec::new(), 0);
    }
    let ledger = &book.ledger;
    let mut lines: Vec<usize> = lines_up_to(ledger, customer, standing.as_of).collect();
    lines.sort_by_key(|&line| (key(ledger, line), ledger.day[line]));
    let mut orders: Vec<&[usize]> = lines.chunk_by(|&a, &b| key(ledger, a) == key(ledger, b)).collect();
    orders.sort_by_key(|lines| (Reverse(ledger.day[lines[0]]), ledger.orders.get(ledger.order[lines[0]])));
    let total = u32::try_from(orders.len()).unwrap_or(u32::MAX);
    (orders.into_iter().take(SHOWN).map(|lines| order(ledger, lines)).collect(), total)
}

/// What makes lines one order: the order id, or else the day.
fn key(ledger: &Ledger, line: usize) -> (TextId, Option<Day>) {
    let id = ledger.order[line];
    (id, id.is_none().then_some(ledger.day[line]))
}

fn order(ledger: &Ledger, lines: &[usize]) -> TimelineOrder {
    let amount = Money::sum(lines.iter().map(|&line| ledger.amount[line])).unwrap_or_default();
    TimelineOrder {
        day: ledger.day[lines[0]],
        order_id: ledger.orders.get(ledger.order[lines[0]]).to_owned(),
        lines: u32::try_from(lines.len()).unwrap_or(u32::MAX),
        amount,
        refund: lines.iter().all(|&line| ledger.refund[line]),
        products: products(ledger, lines),
    }
}

fn products(ledger: &Ledger, lines: &[usize]) -> Vec<String> {
    let ids = lines.iter().filter_map(|&line| ledger.product.get(line));
    let mut names: Vec<&str> = ids.map(|&id| ledger.products.get(id)).filter(|name| !name.is_empty()).collect();
    names.sort_unstable();
    names.dedup();
    let more = names.len().saturating_sub(NAMED);
    let mut shown: Vec<String> = names.into_iter().take(NAMED).map(str::to_owned).collect();
    if more > 0 {
        shown.push(format!("+{more}"));
    }
    shown
}
