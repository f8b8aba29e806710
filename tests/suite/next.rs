//! What would change a segment really does, with everybody's thresholds held still.

use crate::book::{Line, any_lines, book, book_of, customer, day};
use crate::support::thousand_cases;
use customer_tiers::base::{CustomerId, Day, Money};
use customer_tiers::differentiate::next::{Outlook, outlooks};
use customer_tiers::differentiate::schemes::Classified;
use customer_tiers::differentiate::{Factor, Scores as Scored, Standing, differentiate};
use customer_tiers::identify::Book;
use customer_tiers::identify::clean::overrides::Override;
use customer_tiers::recipe::{Binning, Checked, Health, Monetary, Recipe, Remainder, Scheme, SchemeRule, Scores, Ties, presets};
use proptest::prelude::*;

fn lines() -> impl Strategy<Value = Vec<Line>> {
    any_lines(12, 700, -100, 60)
}

fn binning() -> impl Strategy<Value = Binning> {
    prop_oneof![
        Just(Binning::Quantile { bins: 5 }),
        Just(Binning::RRfm { bins: 5 }),
        Just(Binning::Jenks { bins: 5 }),
        Just(Binning::EqualWidth { bins: 5 }),
        Just(Binning::Fixed { cuts: vec![30.5, 60.0, 90.0, 255.8] }),
    ]
}

fn recipe(binning: &Binning, monetary: Monetary) -> Checked {
    let mut recipe = Recipe {
        scores: Scores { recency: binning.clone(), frequency: binning.clone(), monetary: binning.clone(), ..Scores::default() },
        ..Recipe::default()
    };
    recipe.measures.monetary = monetary;
    Checked::new(recipe).expect("a valid recipe")
}

/// The cuts of these scores as thresholds of one's own: the largest whole value of each interval but the last.
fn held(scored: &Scored, standing: &Standing) -> Scores {
    let cuts = |factor: Factor| {
        let thresholds = scored.thresholds.iter().find(|thresholds| thresholds.factor == factor).expect("three factors");
        let scale = standing.measures.raw_per_unit(factor) as f64;
        let last = |cut: &f64| {
            let raw = if (cut * scale - (cut * scale).round()).abs() < 1e-6 { (cut * scale).round() } else { cut * scale };
            if thresholds.right_closed { raw.floor() / scale } else { (raw.ceil() - 1.0) / scale }
        };
        Binning::Fixed { cuts: thresholds.cuts.iter().map(last).collect() }
    };
    let (recency, frequency, monetary) = (cuts(Factor::Recency), cuts(Factor::Frequency), cuts(Factor::Monetary));
    Scores { recency, frequency, monetary, ..Scores::default() }
}

/// Everybody classified anew, with the thresholds of `standing`.
fn again(lines: &[Line], standing: &Standing, recipe: &Recipe, as_of: Day) -> (Book, Standing) {
    let mut recipe = recipe.clone();
    recipe.measures.as_of = Some(as_of);
    recipe.scores = held(&standing.scores, standing);
    for scheme in presets::built_in_schemes() {
        let own = standing.scheme(&scheme.id).and_then(|classified| classified.scores.as_ref());
        if let (Some(own), SchemeRule::Table { axes, rows, otherwise, .. }) = (own, scheme.rule.clone()) {
            let rule = SchemeRule::Table { axes, rows, otherwise, scores: Some(held(own, standing)) };
            recipe.schemes.push(Scheme { rule, ..scheme });
        }
    }
    let book = book(lines);
    let standing = differentiate(&book, &Checked::new(recipe).expect("a recipe")).expect("a standing");
    (book, standing)
}

/// Better to worse, as the outlook says that it goes by.
fn ranks(classified: &Classified) -> Vec<&str> {
    let vigour = |health| {
        [Health::Loyal, Health::Growing, Health::NeedsCare, Health::Slipping, Health::Lost].iter().position(|other| *other == health)
    };
    let mut order: Vec<usize> = (0..classified.segments.len()).collect();
    order.sort_by_key(|&at| {
        (
            vigour(classified.segments[at].health),
            std::cmp::Reverse(classified.totals[at].revenue.divided_by(classified.totals[at].customers)),
            at,
        )
    });
    order.into_iter().map(|at| classified.segments[at].code.as_str()).collect()
}

/// So many orders more on this day, worth so much together.
fn with_orders(lines: &[Line], id: &str, orders: u32, amount: Money, on: Day) -> Vec<Line> {
    let order = |place: u32| Line {
        customer: id.into(),
        order: format!("more{place}"),
        day: on.number(),
        raw: if place == 0 { amount.raw() } else { 0 },
        ..Line::default()
    };
    lines.iter().cloned().chain((0..orders).map(order)).collect()
}

/// Checks every promise of one outlook by counting again.
fn keeps_its_promises(lines: &[Line], standing: &Standing, recipe: &Recipe, id: &str, outlook: &Outlook) -> Result<(), TestCaseError> {
    let before = standing.scheme(&outlook.scheme).expect("a scheme");
    let ranks = ranks(before);
    let rank = |code: &str| ranks.iter().position(|other| *other == code).expect("a segment");
    let code = |lines: &[Line], as_of: Day| {
        let (book, later) = again(lines, standing, recipe, as_of);
        later.scheme(&outlook.scheme).expect("a scheme").code_of(customer(&book, id)).to_owned()
    };
    let now = rank(&code(lines, standing.as_of));
    prop_assert_eq!(outlook.best, now == 0);
    for change in &outlook.changes {
        let amount = Money::from_raw(change.amount.raw().max(100));
        let more = with_orders(lines, id, change.orders, amount, standing.as_of);
        prop_assert_eq!(&code(&more, standing.as_of), &change.segment.code, "{} {} {:?}", id, &outlook.scheme, change);
        let reached = rank(&change.segment.code);
        prop_assert!(reached < now);
        if change.amount > Money::ZERO {
            let less = with_orders(lines, id, change.orders, Money::from_raw(change.amount.raw() - 100), standing.as_of);
            prop_assert!(rank(&code(&less, standing.as_of)) >= now, "{} {} {:?}", id, &outlook.scheme, change);
        }
        if let Some(days) = change.holds_days {
            let on = |days: u32| rank(&code(&more, standing.as_of.plus(days as i32)));
            prop_assert!(on(days) <= reached && on(days + 1) > reached, "{} {} {:?}", id, &outlook.scheme, change);
        }
    }
    if let Some(fall) = &outlook.fall {
        prop_assert_eq!(fall.on, Some(standing.as_of.plus(fall.days as i32)));
        prop_assert_eq!(&code(lines, standing.as_of.plus(fall.days as i32)), &fall.segment.code, "{} {} {:?}", id, &outlook.scheme, fall);
        prop_assert!(rank(&fall.segment.code) > now);
        prop_assert!(rank(&code(lines, standing.as_of.plus(fall.days as i32 - 1))) <= now);
    }
    Ok(())
}

proptest! {
    // Each case classifies everybody some fifty times.
    #![proptest_config(ProptestConfig { cases: 250, ..thousand_cases() })]

    #[test]
    fn whoever_does_it_gets_there_and_less_is_not_enough(lines in lines(), binning in binning(), average in any::<bool>(), who in any::<prop::sample::Index>()) {
        let recipe = recipe(&binning, if average { Monetary::Average } else { Monetary::Sum });
        let book = book(&lines);
        let standing = differentiate(&book, &recipe).expect("a standing");
        let customer = CustomerId(who.index(book.customers.len()) as u32);
        for outlook in outlooks(&standing, &recipe, customer).iter().filter(|outlook| outlook.scheme != "abc") {
            keeps_its_promises(&lines, &standing, &recipe, book.customers.id(customer), outlook)?;
        }
    }
}

fn outlook(book: &Book, recipe: &Recipe, id: &str, scheme: &str) -> Outlook {
    let standing = differentiate(book, &Checked::new(recipe.clone()).expect("a recipe")).expect("a standing");
    outlooks(&standing, recipe, customer(book, id)).into_iter().find(|outlook| outlook.scheme == scheme).expect("an outlook")
}

const SHOP: &str = "ann 2024-01-01 1000; ann 2024-03-01 1000; bob 2024-02-01 500; cat 2023-06-01 100; dan 2024-02-20 100";

#[test]
fn classes_are_reached_by_revenue_and_stages_lost_by_time() {
    let book = book_of(SHOP);
    let recipe = Recipe::default();
    let told = |id: &str, scheme: &str| {
        let outlook = outlook(&book, &recipe, id, scheme);
        let changes: Vec<String> = outlook
            .changes
            .iter()
            .map(|change| format!("{} {} {} {:?}", change.segment.code, change.orders, change.amount, change.holds_days))
            .collect();
        let fall = outlook.fall.map(|fall| format!("{} on {}", fall.segment.code, fall.on.map(|on| on.to_string()).unwrap_or_default()));
        format!("{}; {}", changes.join(", "), fall.unwrap_or_default())
    };
    // 2700 in all: A (80 %) is ann with 2000 and bob, who crosses 2160; B (95 %) cat, who comes before dan.
    for (id, scheme, expected) in [
        ("ann", "abc", "; "),
        ("bob", "abc", "; "),
        // The least of A has 500.
        ("cat", "abc", "a 1 400 None; "),
        // As much as cat is not enough for B, since dan comes after her; a cent more is, but A is better still.
        ("dan", "abc", "b 1 0 None; "),
        // Another order leaves dan new, and growing old makes him active: neither is a fall. Silent is, 181 days after the last.
        ("dan", "life-cycle", "; silent on 2024-08-19"),
        ("cat", "life-cycle", "active 1 0 Some(180); churned on 2024-06-01"),
    ] {
        assert_eq!(told(id, scheme), expected, "{id} {scheme}");
    }
}

#[test]
fn equal_values_that_were_split_keep_their_scores() {
    let book = book_of("a 2024-01-01 10; b 2024-01-01 10; c 2024-01-01 10; d 2024-01-01 10; e 2024-01-01 10");
    let ntile = || Binning::Ntile { bins: 5, ties: Ties::Id, remainder: Remainder::First };
    let recipe =
        Recipe { scores: Scores { recency: ntile(), frequency: ntile(), monetary: ntile(), ..Scores::default() }, ..Recipe::default() };
    let value = outlook(&book, &recipe, "e", "value");
    assert!(value.best && value.changes.is_empty(), "{value:?}");
    assert!(!outlook(&book, &recipe, "a", "value").best);
}

#[test]
fn schemes_that_know_no_better_and_customers_without_scores_have_no_outlook() {
    let book = book_of(SHOP);
    let mut recipe = Recipe::default();
    let standing = differentiate(&book, &Checked::default()).expect("a standing");
    assert!(outlooks(&standing, &recipe, CustomerId(0)).iter().all(|outlook| outlook.scheme != "tenure"));
    recipe.measures.as_of = Some(day("2024-01-15"));
    let standing = differentiate(&book, &Checked::new(recipe.clone()).expect("a recipe")).expect("a standing");
    assert_eq!(outlooks(&standing, &recipe, customer(&book, "bob")), []);
}

#[test]
fn who_is_put_into_a_class_by_hand_has_no_outlook_there_and_moves_no_threshold() {
    let mut book = book_of(SHOP);
    let (cat, dan) = (customer(&book, "cat"), customer(&book, "dan"));
    book.overrides.push(Override { customer: dan, scheme: "abc".into(), segment: "a".into(), reason: String::new(), day: None });
    let recipe = Recipe::default();
    let standing = differentiate(&book, &Checked::default()).expect("a standing");
    let abc = |customer| outlooks(&standing, &recipe, customer).into_iter().find(|outlook| outlook.scheme == "abc");
    assert_eq!(standing.scheme("abc").map(|abc| abc.code_of(dan)), Some("a"));
    assert_eq!(abc(dan), None);
    // The least of A is still bob's 500, not dan's 100.
    assert_eq!(abc(cat).map(|outlook| outlook.changes[0].amount.to_string()), Some("400".to_owned()));
}
