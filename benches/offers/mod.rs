//! Learning from order lines what to offer, and offering it to everybody: made-up orders whose products come in families.

use crate::random::Random;
use crate::{RUNS, SEED, milliseconds, peak_megabytes, timed};
use customer_tiers::base::{Day, Money, TextId};
use customer_tiers::customize::{OfferReason, Recommender, Scratch};
use customer_tiers::differentiate::differentiate;
use customer_tiers::identify::{Book, Customers};
use customer_tiers::recipe::Checked;
use std::error::Error;

/// Products of a family: who buys one often buys another of it.
const FAMILY: usize = 10;
const FAMILIES: usize = 500;
/// Lines of an order.
const LINES: usize = 5;
const ORDERS_EACH: usize = 4;

pub(crate) fn measure(lines: usize) -> Result<(), Box<dyn Error>> {
    let book = book(lines / LINES / ORDERS_EACH);
    let recipe = Checked::default();
    let standing = differentiate(&book, &recipe)?;
    let mut times = Vec::new();
    for _ in 0..RUNS {
        let (recommender, learnt) = timed(|| Recommender::fit(&book, &standing, &recipe));
        let (in_family, offered) = timed(|| offered(&book, &standing, &recommender));
        // Nearly every first recommendation is of a family that the customer buys: that is how the orders were made.
        assert!(in_family * 10 > book.customers.len() * 9, "{in_family} of {}", book.customers.len());
        times.push((learnt, offered));
    }
    times.sort_unstable();
    let (learnt, offered) = times[RUNS / 2];
    println!(
        "{:<20}{:>10.1} ms to learn what to offer, {:.1} ms to offer it to {} customers, {} MB at most",
        format!("{lines} order lines"),
        milliseconds(learnt),
        milliseconds(offered),
        book.customers.len(),
        peak_megabytes()
    );
    Ok(())
}

/// Customers whose first recommendation was bought together with, or again like, what they have.
fn offered(book: &Book, standing: &customer_tiers::differentiate::Standing, recommender: &Recommender) -> usize {
    let mut scratch = Scratch::default();
    let first = |customer| recommender.of(book, standing, customer, &mut scratch).into_iter().next();
    let is_own = |because: &OfferReason| !matches!(because, OfferReason::Popular { .. });
    standing.customers().filter_map(first).filter(|offer| is_own(&offer.because)).count()
}

/// Customers who buy of two families each.
fn book(count: usize) -> Book {
    let mut random = Random(SEED);
    let ids: Vec<String> = (0..count).map(|number| format!("C{number:07}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut book = Book { customers: Customers::from_columns(&ids, &[], &[]), ..Book::default() };
    let products: Vec<TextId> = (0..FAMILY * FAMILIES).map(|number| book.ledger.products.intern(&format!("product {number:05}"))).collect();
    book.ledger.starts.push(0);
    for customer in 0..count {
        let families = [random.below(FAMILIES), random.below(FAMILIES)];
        for order in 0..ORDERS_EACH {
            let id = book.ledger.orders.intern(&format!("{customer}-{order}"));
            let day = Day::from_number(19_000 + (order * 90 + random.below(80)) as i32).unwrap_or(Day::MAX);
            let family = families[order % 2];
            for _ in 0..LINES {
                book.ledger.day.push(day);
                book.ledger.amount.push(Money::from_raw(Money::SCALE * (5 + random.below(95) as i64)));
                book.ledger.order.push(id);
                book.ledger.product.push(products[family * FAMILY + random.below(FAMILY)]);
                book.ledger.refund.push(false);
            }
        }
        book.ledger.starts.push(book.ledger.day.len() as u32);
    }
    book
}
