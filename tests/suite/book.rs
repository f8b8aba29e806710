//! Books for tests, made by hand.

use customer_tiers::base::{CustomerId, Day, Interner, Money, TextId};
use customer_tiers::identify::{Book, Ledger};
use proptest::prelude::*;
use std::collections::BTreeMap;

/// One order line.
#[derive(Debug, Clone, Default)]
pub(crate) struct Line {
    pub(crate) customer: String,
    /// Empty: none.
    pub(crate) order: String,
    /// Days since 1970-01-01.
    pub(crate) day: i32,
    pub(crate) second: u32,
    /// Ten-thousandths.
    pub(crate) raw: i64,
    pub(crate) refund: bool,
    pub(crate) product: String,
}

pub(crate) fn day(text: &str) -> Day {
    text.parse().unwrap_or_else(|_| panic!("{text} is no day"))
}

/// `"ann 2024-01-31 12.50"`, then perhaps the order id; a negative amount is a refund.
pub(crate) fn line(text: &str) -> Line {
    let fields: Vec<&str> = text.split(' ').collect();
    let units: f64 = fields[2].parse().unwrap_or_else(|_| panic!("{text}"));
    Line {
        customer: fields[0].into(),
        order: fields.get(3).copied().unwrap_or_default().into(),
        day: day(fields[1]).number(),
        raw: Money::from_f64(units).map_or(0, Money::raw),
        refund: units < 0.0,
        ..Line::default()
    }
}

/// A book of lines that are separated by `;`.
pub(crate) fn book_of(lines: &str) -> Book {
    book(&lines.split(';').map(|text| line(text.trim())).collect::<Vec<_>>())
}

/// Customers in the byte order of their ids, lines in the order of time.
pub(crate) fn book(lines: &[Line]) -> Book {
    let mut by_customer: BTreeMap<&str, Vec<&Line>> = BTreeMap::new();
    for line in lines {
        by_customer.entry(&line.customer).or_default().push(line);
    }
    let mut book = Book::default();
    let tells_time = lines.iter().any(|line| line.second > 0);
    book.ledger.starts.push(0);
    for (customer, mut lines) in by_customer {
        book.customers.ids.intern(customer);
        lines.sort_by_key(|line| (line.day, line.second));
        for line in lines {
            push(&mut book.ledger, line, tells_time);
        }
        book.ledger.starts.push(book.ledger.len() as u32);
    }
    book.counts.rows_read = lines.len() as u64;
    book.counts.rows_used = book.counts.rows_read;
    book
}

fn push(ledger: &mut Ledger, line: &Line, tells_time: bool) {
    let text = |texts: &mut Interner, text: &str| if text.is_empty() { TextId::NONE } else { texts.intern(text) };
    ledger.day.push(Day::from_number(line.day).expect("a day"));
    if tells_time {
        ledger.second.push(line.second);
    }
    ledger.amount.push(Money::from_raw(line.raw));
    ledger.order.push(text(&mut ledger.orders, &line.order));
    ledger.product.push(text(&mut ledger.products, &line.product));
    ledger.refund.push(line.refund);
}

/// The customer with this id.
pub(crate) fn customer(book: &Book, id: &str) -> CustomerId {
    CustomerId(book.customers.ids.find(id).unwrap_or_else(|| panic!("no customer {id}")).0)
}

/// Fewer than `most` lines of up to so many customers in so many days, with refunds and with lines that belong to no order.
pub(crate) fn any_lines(customers: u8, days: i32, least: i64, most: usize) -> impl Strategy<Value = Vec<Line>> {
    let line = (0..customers, 0..40_u8, 0..days, least..2000_i64).prop_map(|(customer, order, day, units)| Line {
        customer: format!("c{customer}"),
        order: if order < 5 { String::new() } else { format!("o{order}") },
        day: 19_000 + day,
        raw: units * 2500,
        refund: units < 0,
        ..Line::default()
    });
    prop::collection::vec(line, 1..most)
}
