//! Fitting and asking the models of lifetime value on made-up customers who behave as BG/NBD says.

use crate::random::Random;
use crate::{RUNS, SEED, milliseconds, peak_megabytes, timed};
use customer_tiers::base::{Day, Money, TextId};
use customer_tiers::differentiate::differentiate;
use customer_tiers::differentiate::history::model_check;
use customer_tiers::differentiate::lifetime_value::{Method, value_figures};
use customer_tiers::identify::{Book, Customers};
use customer_tiers::recipe::{Checked, PurchaseModelKind, Recipe};
use std::error::Error;

/// Days that are observed.
const DAYS: f64 = 730.0;

pub(crate) fn measure(count: usize) -> Result<(), Box<dyn Error>> {
    let (book, expected) = book(count);
    for kind in [PurchaseModelKind::BgNbd, PurchaseModelKind::MbgNbd, PurchaseModelKind::Simple] {
        let mut recipe = Recipe::default();
        recipe.lifetime_value.model = kind;
        let recipe = Checked::new(recipe)?;
        let mut times = Vec::new();
        for _ in 0..RUNS {
            let standing = differentiate(&book, &recipe)?;
            let (forecast, made) = timed(|| standing.forecast(&book));
            let (figures, added) = timed(|| value_figures(&book, &standing));
            let is_model = kind != PurchaseModelKind::Simple;
            assert!(figures.method == if is_model { Method::Model } else { Method::Simple } && forecast.predictions.value.len() == count);
            let off = (figures.total.purchases.expected / expected - 1.0).abs();
            assert!(off < if is_model { 0.05 } else { 0.5 }, "{kind:?}: {:?} is not {expected}", figures.total.purchases);
            times.push((made, added));
        }
        if kind != PurchaseModelKind::Simple {
            check(&book, &recipe, count)?;
        }
        times.sort_unstable();
        let (made, added) = times[RUNS / 2];
        println!(
            "{:<20}{:>10.1} ms to fit and ask {kind:?}, {:.1} ms to add up, {} MB at most",
            format!("{count} customers"),
            milliseconds(made),
            milliseconds(added),
            peak_megabytes()
        );
    }
    Ok(())
}

/// The model of a year ago against what came: expected and actual purchases must be near each other.
fn check(book: &Book, recipe: &Checked, count: usize) -> Result<(), Box<dyn Error>> {
    let standing = differentiate(book, recipe)?;
    let (checked, took) = timed(|| model_check(book, &standing, recipe));
    let model = checked?.ok_or("no check")?.model;
    assert!((model.expected / f64::from(model.actual) - 1.0).abs() < 0.05, "{} is not {}", model.expected, model.actual);
    println!(
        "{:<20}{:>10.1} ms to check {:?} against the past",
        format!("{count} customers"),
        milliseconds(took),
        recipe.lifetime_value.model
    );
    Ok(())
}

/// Customers with r = 1, α = 40 days, a = 1, b = 5, and the purchases that they would make in the next twelve months.
fn book(count: usize) -> (Book, f64) {
    let mut random = Random(SEED);
    let ids: Vec<String> = (0..count).map(|number| format!("C{number:07}")).collect();
    let ids: Vec<&str> = ids.iter().map(String::as_str).collect();
    let mut book = Book { customers: Customers::from_columns(&ids, &[], &[]), ..Book::default() };
    let mut unit = || (random.below(1 << 30) as f64 + 0.5) / (1_u64 << 30) as f64;
    let (mut later, mut number) = (0.0, 0);
    book.ledger.starts.push(0);
    for _ in 0..count {
        let (rate, leaves) = (-unit().ln() / 40.0, 1.0 - unit().powf(0.2));
        let mean = 25.0 + 50.0 * unit();
        let mut at = (unit() * 300.0).floor();
        while at < DAYS + 365.25 {
            if at < DAYS {
                book.ledger.day.push(Day::from_number(19_000 + at as i32).unwrap_or(Day::MAX));
                book.ledger.amount.push(Money::from_f64(mean * (0.5 + unit())).unwrap_or(Money::ZERO));
                book.ledger.order.push(TextId::NONE);
                book.ledger.product.push(TextId::NONE);
                book.ledger.refund.push(false);
                number += 1;
            } else {
                later += 1.0;
            }
            if unit() < leaves {
                break;
            }
            at += -unit().ln() / rate;
        }
        book.ledger.starts.push(number);
    }
    (book, later)
}
