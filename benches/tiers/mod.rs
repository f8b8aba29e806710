//! Scores and schemes of made-up customers: all of them at once, after one threshold moved, a condition counted, and clusters
//! found.

use crate::random::Random;
use crate::{RUNS, SEED, milliseconds, timed};
use customer_tiers::base::{Day, Money, TextId};
use customer_tiers::differentiate::{Standing, conditions, differentiate};
use customer_tiers::identify::Book;
use customer_tiers::recipe::{Binning, Checked, Condition, Recipe};
use std::error::Error;
use std::time::Duration;

/// A condition of three parts, as a rule of an ordinary scheme.
const CONDITION: &str = r#"{"all": [{"metric": {"of": "revenue", "at_least": 500}}, {"metric": {"of": "recency", "at_most": 90}},
    {"not": {"segment": {"scheme": "life-cycle", "is": ["new"]}}}]}"#;

pub(crate) fn measure(customers: usize) -> Result<(), Box<dyn Error>> {
    let book = book(customers);
    let recipe = Checked::default();
    let condition: Condition = serde_json::from_str(CONDITION)?;
    let with_clusters = Checked::from_json(r#"{"schemes": [{"id": "alike", "rule": "clusters"}]}"#)?;
    let mut times: [Vec<Duration>; 5] = Default::default();
    for run in 0..RUNS {
        let (standing, whole) = timed(|| differentiate(&book, &recipe));
        let mut standing = standing?;
        let moved = moved(&standing, run)?;
        let (done, retier) = timed(|| standing.rescore(&book, &moved).map(|()| standing.schemes[standing.segment].of.len()));
        assert_eq!(done?, customers);
        assert_same(&standing, &differentiate(&book, &moved)?);
        let (first, asked_first) = timed(|| conditions::count(&book, &standing, &moved, &condition));
        let (again, asked_again) = timed(|| conditions::count(&book, &standing, &moved, &condition));
        assert_eq!(first?, again?);
        let (clustered, clusters) = timed(|| differentiate(&book, &with_clusters));
        assert_eq!(
            clustered?.scheme("alike").map(|alike| alike.totals.iter().map(|total| total.customers as usize).sum()),
            Some(customers)
        );
        times.iter_mut().zip([whole, retier, asked_first, asked_again, clusters]).for_each(|(all, one)| all.push(one));
    }
    let [whole, retier, asked_first, asked_again, clusters] = times.map(|mut times| {
        times.sort_unstable();
        milliseconds(times[RUNS / 2])
    });
    println!(
        "{:<14}{whole:>16.1} ms measured, scored and classified, {retier:.1} ms after a threshold moved, {asked_first:.1} ms to count a condition, \
         {asked_again:.1} ms again, {clusters:.1} ms with clusters among the schemes",
        format!("{customers} tiers")
    );
    Ok(())
}

/// The monetary cuts of today, moved a little.
fn moved(standing: &Standing, run: usize) -> Result<Checked, Box<dyn Error>> {
    let cuts = standing.scores.thresholds[2].cuts.iter().zip(1..).map(|(cut, step)| cut + f64::from(step) + run as f64).collect();
    let mut recipe = Recipe::default();
    recipe.scores.monetary = Binning::Fixed { cuts };
    Ok(Checked::new(recipe)?)
}

fn assert_same(moved: &Standing, fresh: &Standing) {
    assert_eq!(moved.scores.thresholds, fresh.scores.thresholds);
    for (a, b) in moved.schemes.iter().zip(&fresh.schemes) {
        assert!(a.of == b.of && a.totals == b.totals && a.scheme == b.scheme, "{}", a.scheme.id);
    }
}

/// Three lines a customer, spread over three years, a few of them large.
pub(crate) fn book(customers: usize) -> Book {
    let mut random = Random(SEED);
    let mut book = Book::default();
    let start = Day::from_ymd(2021, 1, 1).map_or(0, Day::number);
    book.ledger.starts.push(0);
    for customer in 0..customers {
        book.customers.ids.intern(&format!("C{customer:07}"));
        let mut days: Vec<i32> =
            (0..=random.below(5)).map(|_| start + i32::try_from(random.below(1095)).expect("three years of days")).collect();
        days.sort_unstable();
        for day in days {
            book.ledger.day.extend(Day::from_number(day));
            book.ledger.amount.push(Money::from_raw(i64::try_from(random.below(50_000) + 100).expect("a small amount") * 100));
            book.ledger.order.push(TextId::NONE);
            book.ledger.refund.push(false);
        }
        book.ledger.starts.push(book.ledger.day.len() as u32);
    }
    book
}
