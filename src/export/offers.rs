//! What customers are offered as CSV: one list of products with their reasons, one of promotions and interests.
//!
//! For mail merges and shop systems: a row stands for itself. Invariant: text is guarded as in every other CSV; a customer
//! who is offered nothing has no row.

use super::columns::Value;
use super::csv::Rows;
use crate::Result;
use crate::customize::{CustomerOffer, OfferReason, Offerer, Scratch};
use crate::differentiate::Standing;
use crate::identify::Book;
use std::io::Write;

const PRODUCTS: [&str; 10] =
    ["customer_id", "customer_name", "tier", "rank", "product", "category", "reason", "with_product", "count", "of_count"];
const PROMOTIONS: [&str; 10] =
    ["customer_id", "customer_name", "tier", "promotion", "order_of_at_least", "worth", "days", "average_order", "usual_days", "interests"];

/// Writes one row per customer and recommended product, best first.
///
/// `count` of `of_count` is the reason in figures: orders with both products, buyers who came back, buyers in the tier.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn recommendations_csv(book: &Book, standing: &Standing, out: &mut impl Write) -> Result<()> {
    let (offerer, mut scratch) = (Offerer::new(book, standing, &standing.recipe()), Scratch::default());
    let mut rows = Rows::new(out);
    PRODUCTS.iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for customer in standing.customers() {
        let offer = offerer.of(book, standing, customer, &mut scratch);
        for (rank, product) in (1..).zip(&offer.products) {
            begin(&mut rows, &offer);
            rows.value(Value::Count(rank));
            rows.text(&product.product);
            rows.text(&product.category);
            let (reason, with, count, of) = match &product.because {
                OfferReason::BoughtTogether { with, together, of } => ("bought_together", with.as_str(), *together, *of),
                OfferReason::BoughtAgain { buyers, again, .. } => ("bought_again", "", *again, *buyers),
                OfferReason::Popular { buyers, of } => ("popular", "", *buyers, *of),
            };
            rows.text(reason);
            rows.text(with);
            rows.value(Value::Count(count.into()));
            rows.value(Value::Count(of.into()));
            rows.end_row()?;
        }
    }
    rows.finish()
}

/// Writes one row per customer with a promotion, and the categories to write about.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn promotions_csv(book: &Book, standing: &Standing, out: &mut impl Write) -> Result<()> {
    let (offerer, mut scratch) = (Offerer::new(book, standing, &standing.recipe()), Scratch::default());
    let mut rows = Rows::new(out);
    PROMOTIONS.iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for customer in standing.customers() {
        let offer = offerer.of(book, standing, customer, &mut scratch);
        let Some(promotion) = &offer.promotion else { continue };
        begin(&mut rows, &offer);
        rows.text(promotion.kind.name());
        rows.value(Value::Money(promotion.threshold));
        rows.value(Value::Money(promotion.worth));
        rows.count_or_empty(promotion.days.unwrap_or(0).into());
        rows.value(Value::Money(promotion.average));
        rows.value(Value::Count(promotion.usual_days.into()));
        let interests: Vec<&str> = offer.interests.iter().map(|interest| interest.category.as_str()).collect();
        rows.text(&interests.join("; "));
        rows.end_row()?;
    }
    rows.finish()
}

fn begin<W: Write>(rows: &mut Rows<'_, W>, offer: &CustomerOffer) {
    rows.text(&offer.customer_id);
    rows.text(&offer.customer_name);
    rows.text(&offer.tier);
}
