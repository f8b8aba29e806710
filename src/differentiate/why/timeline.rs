//! The orders of one customer.
//!
//! Invariant: the amounts of all orders add up to the customer's revenue, and the order of lines in the
//! file changes nothing.

use super::TimelineOrder;
use crate::base::{CustomerId, Day, Money, TextId};
use crate::differentiate::Standing;
use crate::differentiate::measures::lines_up_to;
use crate::identify::{Book, Ledger};
use std::cmp::Reverse;

/// Orders that are shown at most.
const SHOWN: usize = 500;
/// Products of an order that are named at most.
const NAMED: usize = 5;

/// The latest orders, and how many there are in all.
pub(super) fn timeline(book: &Book, standing: &Standing, customer: CustomerId) -> (Vec<TimelineOrder>, u32) {
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
