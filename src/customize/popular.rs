//! What each tier buys most.
//!
//! Lines stand together by customer, so a stamp per product tells whether this customer has been
//! counted for it: one array access per line and no hashing. Invariant: the order of the files'
//! rows does not reach the result; equals are ranked by revenue, then by name.

use super::PopularProduct;
use crate::base::{CustomerId, Money};
use crate::differentiate::Standing;
use crate::identify::{Book, Ledger};
use crate::recipe::{Recipe, Refunds};
use std::cmp::Reverse;

/// Products named per tier.
const NAMED: usize = 10;

/// Buyers and revenue of every product in one tier; columns indexed by product.
struct Sales {
    buyers: Vec<u32>,
    revenue: Vec<i64>,
}

/// For every tier, in the order of its scheme, what it buys most; empty lists when no product is known.
pub(super) fn by_tier(book: &Book, standing: &Standing, recipe: &Recipe) -> Vec<Vec<PopularProduct>> {
    let scheme = &standing.schemes[standing.tier];
    let sales = count(book, standing, recipe);
    let overall: Vec<u32> = (0..book.ledger.products.len()).map(|product| sales.iter().map(|tier| tier.buyers[product]).sum()).collect();
    let everybody: u32 = scheme.totals.iter().map(|total| total.customers).sum();
    let tiers = sales.iter().zip(&scheme.totals);
    tiers.map(|(sales, total)| named(&book.ledger, sales, &Shares { overall: &overall, everybody, tier: total.customers })).collect()
}

fn count(book: &Book, standing: &Standing, recipe: &Recipe) -> Vec<Sales> {
    let (ledger, scheme) = (&book.ledger, &standing.schemes[standing.tier]);
    let products = ledger.products.len();
    let mut sales: Vec<Sales> = scheme.segments.iter().map(|_| Sales { buyers: vec![0; products], revenue: vec![0; products] }).collect();
    if ledger.product.is_empty() {
        return sales;
    }
    let mut counted_for = vec![u32::MAX; products];
    for (customer, tier) in book.customers.iter().zip(&scheme.of) {
        if let Some(sales) = sales.get_mut(usize::from(*tier)) {
            let counts =
                |line: usize| ledger.day[line] <= standing.as_of && !(ledger.refund[line] && recipe.cleaning.refunds == Refunds::Drop);
            for line in ledger.lines(customer).filter(|&line| counts(line)) {
                let is_purchase = !ledger.refund[line] || recipe.cleaning.refunds == Refunds::Keep;
                add(ledger, line, is_purchase.then_some(customer), sales, &mut counted_for);
            }
        }
    }
    sales
}

/// Adds a line; `buyer` is none for lines that lower the revenue without being a purchase.
fn add(ledger: &Ledger, line: usize, buyer: Option<CustomerId>, sales: &mut Sales, counted_for: &mut [u32]) {
    let product = ledger.product[line].index();
    let Some(counted_for) = counted_for.get_mut(product) else { return };
    // Wrapping sums are exact whenever the result fits, whatever the order; that it fits has been checked.
    sales.revenue[product] = sales.revenue[product].wrapping_add(ledger.amount[line].raw());
    if let Some(buyer) = buyer
        && *counted_for != buyer.0
    {
        *counted_for = buyer.0;
        sales.buyers[product] += 1;
    }
}

/// What a share is a share of.
struct Shares<'a> {
    overall: &'a [u32],
    everybody: u32,
    tier: u32,
}

impl Shares<'_> {
    fn lift(&self, product: usize, buyers: u32) -> f64 {
        let expected = f64::from(self.overall[product]) * f64::from(self.tier);
        f64::from(buyers) * f64::from(self.everybody) / expected
    }
}

fn named(ledger: &Ledger, sales: &Sales, shares: &Shares<'_>) -> Vec<PopularProduct> {
    let bought = |&(product, name): &(usize, &str)| sales.buyers[product] > 0 && !name.is_empty();
    let mut ranked: Vec<(usize, &str)> = ledger.products.iter().enumerate().filter(bought).collect();
    // Only the best are sorted: a shop can have a hundred thousand products.
    if ranked.len() > NAMED {
        ranked.select_nth_unstable_by(NAMED, |a, b| rank(sales, *a).cmp(&rank(sales, *b)));
        ranked.truncate(NAMED);
    }
    ranked.sort_unstable_by(|a, b| rank(sales, *a).cmp(&rank(sales, *b)));
    ranked.into_iter().map(|(product, name)| popular(product, name, sales, shares)).collect()
}

/// Most buyers first, then most revenue, then the name in byte order.
fn rank<'a>(sales: &Sales, (product, name): (usize, &'a str)) -> (Reverse<u32>, Reverse<i64>, &'a str) {
    (Reverse(sales.buyers[product]), Reverse(sales.revenue[product]), name)
}

fn popular(product: usize, name: &str, sales: &Sales, shares: &Shares<'_>) -> PopularProduct {
    let customers = sales.buyers[product];
    PopularProduct {
        product: name.to_owned(),
        customers,
        revenue: Money::from_raw(sales.revenue[product]),
        lift: shares.lift(product, customers),
    }
}
