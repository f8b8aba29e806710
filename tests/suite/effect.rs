//! The review of effect on worlds that were made with a known effect, and with none.

use customer_tiers::identify::{BytesSource, Source};
use customer_tiers::interact::effect::{AdviceKind, Basis, EffectMeasure, EffectReview, EffectVerdict, MeasureEffect, advice, effect};
use customer_tiers::math::random::Random;
use customer_tiers::pipeline::{Outcome, run};
use customer_tiers::recipe::{Against, Checked, Period, Recipe};
use std::fmt::Write;

/// What happens to whom in the last of the months.
#[derive(Clone, Copy)]
struct World {
    customers: u32,
    months: u32,
    /// Whether somebody like this gets what is tried; everybody else is the control group.
    treated: fn(u32) -> bool,
    /// Orders of the treated in the last month, against what they would be.
    effect: f64,
    /// Standard deviation of the logarithm of what an order is worth, beyond what its customer usually spends.
    spread: f64,
}

const PLAIN: World = World { customers: 360, months: 12, treated: |_| true, effect: 1.0, spread: 0.0 };

fn poisson(chance: &mut Random, mean: f64) -> u32 {
    let (limit, mut product, mut count) = ((-mean).exp(), chance.unit(), 0);
    while product > limit {
        product *= chance.unit();
        count += 1;
    }
    count
}

/// Customers who order at their own pace, from one order in four months to three a month, amounts spread over two orders of magnitude.
fn imported(world: &World, seed: u64) -> Outcome {
    let mut chance = Random::new(seed);
    let mut orders = String::from("customer_id,order_id,order_date,amount\n");
    let mut list = String::from("customer_id,group\n");
    let mut said = String::from("customer_id,review date,satisfaction,feedback type,comment\n");
    for customer in 0..world.customers {
        let pace = 0.25 * (12.0_f64).powf(chance.unit());
        let size = 20.0 * (50.0_f64).powf(chance.unit());
        let is_treated = (world.treated)(customer);
        let _ = writeln!(list, "c{customer:04},{}", if is_treated { "new" } else { "control" });
        for month in 0..world.months {
            let boost = if is_treated && month + 1 == world.months { world.effect } else { 1.0 };
            // A long month has more orders; the review counts by 30 days.
            let days = [31.0, 29.0, 31.0, 30.0, 31.0, 30.0, 31.0, 31.0, 30.0, 31.0, 30.0, 31.0][month as usize % 12];
            for order in 0..poisson(&mut chance, pace * boost * days / 30.0) {
                let (year, of_year, day) = (2024 + month / 12, 1 + month % 12, 1 + chance.below(28));
                // The sum of twelve is as good as normal.
                let normal = if world.spread > 0.0 { (0..12).map(|_| chance.unit()).sum::<f64>() - 6.0 } else { 0.0 };
                let amount = size * (0.5 + chance.unit()) * (world.spread * normal).exp();
                let _ = writeln!(orders, "c{customer:04},{customer}-{month}-{order},{year}-{of_year:02}-{day:02},{amount:.2}");
                let rating = 3 + chance.below(3);
                if chance.unit() < 0.3 {
                    let _ = writeln!(said, "c{customer:04},{year}-{of_year:02}-{day:02},{rating},review,x");
                }
                if chance.unit() < 0.05 {
                    let _ = writeln!(said, "c{customer:04},{year}-{of_year:02}-{day:02},,complaint,late");
                }
            }
        }
    }
    // The month after closes the last one.
    let _ = writeln!(orders, "zz,zz,{}-{:02}-01,1", 2024 + world.months / 12, 1 + world.months % 12);
    let file = |name: &str, text: String| -> Box<dyn Source> { Box::new(BytesSource::new(name, text.into_bytes())) };
    let mut sources = vec![file("orders.csv", orders), file("list.csv", list), file("feedback.csv", said)];
    run(&mut sources, &recipe(false), &mut |_| {}).unwrap_or_else(|error| panic!("{error}"))
}

fn recipe(has_control: bool) -> Checked {
    let mut recipe = Recipe::default();
    recipe.review.period = Some(Period::Month);
    if has_control {
        recipe.review.control = serde_json::from_str(r#"{"attribute": {"of": "own:group", "is": ["control"]}}"#).ok();
    }
    Checked::new(recipe).expect("a valid recipe")
}

fn reviewed(outcome: &Outcome, recipe: &Checked) -> EffectReview {
    effect(&outcome.book, &outcome.standing, recipe).unwrap_or_else(|error| panic!("{error}"))
}

fn measure(tier: &customer_tiers::interact::effect::TierEffect, wanted: EffectMeasure) -> &MeasureEffect {
    tier.measures.iter().find(|found| found.measure == wanted).expect("it is measured")
}

fn findings(review: &EffectReview) -> usize {
    let measures = review.tiers.iter().flat_map(|tier| &tier.measures);
    measures.filter(|measure| matches!(measure.verdict, EffectVerdict::Up | EffectVerdict::Down)).count()
}

#[test]
fn a_known_effect_is_found_and_lies_in_its_interval() {
    // Half of them get what is tried, which brings four orders where there were three.
    let world = World { customers: 3_000, effect: 4.0 / 3.0, treated: |customer| customer % 2 == 0, ..PLAIN };
    let outcome = imported(&world, 7);
    let review = reviewed(&outcome, &recipe(true));
    assert_eq!(review.basis, Basis::Control);
    assert!(review.control.abs_diff(1_500) < 60, "{}", review.control);
    let orders = measure(&review.all, EffectMeasure::Orders);
    assert_eq!(orders.verdict, EffectVerdict::Up, "{orders:?}");
    // What the treated would have ordered is what they did before, up to chance: a third of that is the effect, per 30 days.
    let truth = orders.before / 3.0;
    assert!(orders.effect.low < truth && truth < orders.effect.high, "{truth} {orders:?}");
    assert!(review.tiers.iter().any(|tier| measure(tier, EffectMeasure::Orders).verdict == EffectVerdict::Up), "{review:?}");
    assert!(advice(&review, &recipe(true)).iter().any(|advice| advice.kind == AdviceKind::GoOn));
}

#[test]
fn a_known_effect_is_found_without_a_control_group() {
    let outcome = imported(&World { customers: 3_000, effect: 4.0 / 3.0, ..PLAIN }, 11);
    let review = reviewed(&outcome, &recipe(false));
    // Of the comparisons before it only the nearest looked back over nearly as many months.
    assert_eq!((review.basis, review.earlier.len()), (Basis::Earlier, 1));
    let orders = measure(&review.all, EffectMeasure::Orders);
    let truth = orders.before / 3.0;
    assert!(orders.verdict == EffectVerdict::Up && orders.effect.low < truth && truth < orders.effect.high, "{truth} {orders:?}");
}

#[test]
fn the_best_tier_falls_back_by_itself_and_earlier_history_says_so() {
    let outcome = imported(&World { customers: 3_000, ..PLAIN }, 3);
    let review = reviewed(&outcome, &recipe(false));
    let high = measure(&review.tiers[0], EffectMeasure::Orders);
    // Nothing was done, and the tier that is made of those who ordered lately orders less all the same.
    assert!(high.change.high < 0.0, "{high:?}");
    assert!(high.expected.is_some_and(|expected| expected < 0.0), "{high:?}");
    assert_eq!(high.verdict, EffectVerdict::Unclear, "{high:?}");
    assert!(advice(&review, &recipe(false)).iter().all(|advice| advice.kind == AdviceKind::TryControl));
}

/// Worlds in which nothing happened, of each kind.
const TABLES: u32 = 500;
/// So many of these may name a change: chance exceeds it once in twenty times when exactly one table in twenty does
/// (binomial distribution, 500 at 5 %).
const MOST_WRONG: u32 = 33;

/// One table in twenty may name something that is not there, also where a few customers spend a hundred times what others do.
#[test]
fn where_nothing_happened_nothing_is_found() {
    let plain = World { treated: |customer| customer % 2 == 0, ..PLAIN };
    let (heavy, long) = (World { spread: 1.5, ..plain }, World { months: 24, customers: 240, ..plain });
    for (name, world) in [("plain", plain), ("amounts of heavy tails", heavy), ("two years", long)] {
        let (mut earlier, mut control) = (0, 0);
        for seed in 0..TABLES {
            let outcome = imported(&world, 1_000 + u64::from(seed));
            earlier += u32::from(findings(&reviewed(&outcome, &recipe(false))) > 0);
            control += u32::from(findings(&reviewed(&outcome, &recipe(true))) > 0);
        }
        let counts = format!("{name}: of {TABLES} tables {earlier} by earlier history, {control} by a control group");
        assert!(earlier <= MOST_WRONG && control <= MOST_WRONG, "{counts}");
    }
}

#[test]
fn few_customers_get_no_verdict() {
    let outcome = imported(&World { customers: 25, ..PLAIN }, 5);
    let review = reviewed(&outcome, &recipe(false));
    assert!(review.tiers.iter().flat_map(|tier| &tier.measures).all(|measure| measure.verdict == EffectVerdict::TooFew), "{review:?}");
}

#[test]
fn years_are_compared_with_years() {
    let outcome = imported(&World { customers: 60, months: 30, ..PLAIN }, 5);
    let mut own = recipe(false).into_inner();
    own.review.against = Against::YearBefore;
    own.review.period = Some(Period::Quarter);
    let review = reviewed(&outcome, &Checked::new(own).expect("a valid recipe"));
    let shown = |span: customer_tiers::recipe::Span| format!("{} {}", span.from, span.to);
    assert_eq!((shown(review.pair.before), shown(review.pair.after)), ("2025-04-01 2025-06-30".into(), "2026-04-01 2026-06-30".into()));
    assert_eq!(review.earlier.len(), 1);
}

/// Everybody pays 30 on the fifth of every month: nothing changed from February to March, which has three days more.
#[test]
fn who_pays_once_a_month_pays_as_much_in_a_long_one() {
    let mut orders = String::from("customer_id,order_id,order_date,amount\n");
    for customer in 0..60 {
        for month in 0..15 {
            // Weekends move some of them.
            let day = 5 + (customer + month) % 3;
            let _ = writeln!(orders, "c{customer:02},{customer}-{month},{}-{:02}-{day:02},30", 2023 + month / 12, 1 + month % 12);
        }
    }
    orders += "zz,zz,2024-04-01,1\n";
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", orders.into_bytes()))];
    let outcome = run(&mut sources, &recipe(false), &mut |_| {}).unwrap_or_else(|error| panic!("{error}"));
    let review = reviewed(&outcome, &recipe(false));
    assert_eq!((review.pair.after.to.to_string(), review.monthly), ("2024-03-31".to_owned(), 60));
    for wanted in [EffectMeasure::Orders, EffectMeasure::Revenue] {
        let found = measure(&review.all, wanted);
        assert!((found.before - found.after).abs() < 1e-9 && found.verdict == EffectVerdict::Unclear, "{found:?}");
    }
}

#[test]
fn spans_of_ones_own_choice_are_compared_by_their_length() {
    let outcome = imported(&World { customers: 400, ..PLAIN }, 5);
    let mut own = recipe(false).into_inner();
    own.review = serde_json::from_str(
        r#"{"spans": {"before": {"from": "2024-06-10", "to": "2024-09-07"}, "after": {"from": "2024-09-16", "to": "2024-10-15"}}}"#,
    )
    .expect("a review");
    let review = reviewed(&outcome, &Checked::new(own.clone()).expect("a valid recipe"));
    assert_eq!((review.pair, review.earlier.len()), (own.review.spans.expect("given"), 1), "the same 128 days earlier");
    let orders = measure(&review.all, EffectMeasure::Orders);
    // 90 days against 30: not three times as many.
    assert!((orders.after / orders.before - 1.0).abs() < 0.2, "{orders:?}");
    own.review.spans.as_mut().expect("given").before.from = "2020-01-01".parse().expect("a day");
    let refused = effect(&outcome.book, &outcome.standing, &Checked::new(own).expect("a valid recipe")).map_err(|error| error.to_string());
    assert!(refused.is_err_and(|text| text.contains("two periods")));
}

#[test]
fn without_two_periods_there_is_no_review() {
    let outcome = imported(&World { customers: 30, months: 1, ..PLAIN }, 5);
    let refused = effect(&outcome.book, &outcome.standing, &recipe(false)).map_err(|error| error.to_string());
    assert!(refused.is_err_and(|text| text.contains("two periods")));
}
