//! What would change a segment really does, with everybody's thresholds held still.

use crate::book::{Line, any_lines, book, book_of, customer, day};
use crate::support::thousand_cases;
use customer_tiers::base::{CustomerId, Day, Money};
use customer_tiers::differentiate::next::{Outlook, Unchanged, outlooks};
use customer_tiers::differentiate::schemes::Classified;
use customer_tiers::differentiate::{Cutting, Factor, Scores as Scored, Standing, differentiate};
use customer_tiers::identify::Book;
use customer_tiers::identify::clean::overrides::Override;
use customer_tiers::recipe::{
    Binning, Checked, Clusters, Condition, ConditionRow, Health, Metric, MetricCondition, Monetary, QuotaLevel, QuotaSize, QuotaTies,
    Recipe, Remainder, Scheme, SchemeRule, Scores, Segment, Ties, presets,
};
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
        fixed(thresholds, standing.measures.raw_per_unit(factor))
    };
    let (recency, frequency, monetary) = (cuts(Factor::Recency), cuts(Factor::Frequency), cuts(Factor::Monetary));
    Scores { recency, frequency, monetary, ..Scores::default() }
}

fn fixed(thresholds: &Cutting, scale: i64) -> Binning {
    let scale = scale as f64;
    let last = |cut: &f64| {
        let raw = if (cut * scale - (cut * scale).round()).abs() < 1e-6 { (cut * scale).round() } else { cut * scale };
        if thresholds.right_closed { raw.floor() / scale } else { (raw.ceil() - 1.0) / scale }
    };
    Binning::Fixed { cuts: thresholds.cuts.iter().map(last).collect() }
}

/// Everybody classified anew, with the thresholds of `standing`.
fn again((was, lines): (&Book, &[Line]), standing: &Standing, recipe: &Recipe, as_of: Day) -> (Book, Standing) {
    let mut recipe = recipe.clone();
    for scheme in &mut recipe.schemes {
        match &mut scheme.rule {
            SchemeRule::Bands { metric, binning, .. } => {
                let cutting = standing.metric_scores(was, &standing.recipe(), metric, binning).cutting;
                *binning = fixed(&cutting, standing.metric(was, &standing.recipe(), metric).scale());
            }
            SchemeRule::Clusters(clusters) => {
                let found = standing.scheme(&scheme.id).and_then(|classified| classified.clusters.as_deref());
                clusters.frozen = found.map(|found| found.model.clone());
            }
            _ => {}
        }
    }
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
fn keeps_its_promises(
    (was, lines): (&Book, &[Line]),
    standing: &Standing,
    recipe: &Recipe,
    id: &str,
    outlook: &Outlook,
) -> Result<(), TestCaseError> {
    let before = standing.scheme(&outlook.scheme).expect("a scheme");
    let ranks = ranks(before);
    let rank = |code: &str| ranks.iter().position(|other| *other == code).expect("a segment");
    let code = |lines: &[Line], as_of: Day| {
        let (book, later) = again((was, lines), standing, recipe, as_of);
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
        // In a quota, as much as the last one who is in may be enough: ids decide among equals.
        if change.amount > Money::ZERO && !matches!(before.scheme.rule, SchemeRule::Quota { .. }) {
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

/// With fixed cuts every group has the same ones, so that counting again holds them.
#[test]
fn nested_tables_keep_their_promises() {
    let mut random = customer_tiers::math::random::Random::new(11);
    let mut told = 0;
    for case in 0..60 {
        let mut upto = |most: i32| (random.unit() * f64::from(most)) as i32;
        let line = |place: i32, upto: &mut dyn FnMut(i32) -> i32| Line {
            customer: format!("c{}", upto(10)),
            order: format!("o{place}"),
            day: 19_000 + upto(400),
            raw: i64::from(100 * (1 + upto(60_000))),
            ..Line::default()
        };
        let lines: Vec<Line> = (0..40).map(|place| line(place, &mut upto)).collect();
        let cuts = |cuts: [f64; 4]| Binning::Fixed { cuts: cuts.to_vec() };
        let scores = Scores {
            recency: cuts([20.0, 60.0, 120.0, 240.0]),
            frequency: cuts([1.0, 2.0, 4.0, 6.0]),
            monetary: cuts([300.0, 600.0, 1_200.0, 2_400.0]),
            nested: true,
        };
        let recipe = Checked::new(Recipe { scores: scores.clone(), ..Recipe::default() }).expect("valid");
        let (nested, plain) =
            (book(&lines), Checked::new(Recipe { scores: Scores { nested: false, ..scores }, ..Recipe::default() }).expect("valid"));
        let standing = differentiate(&nested, &recipe).expect("a standing");
        let whole = differentiate(&nested, &plain).expect("a standing");
        let customer = CustomerId(case % nested.customers.len() as u32);
        for outlook in outlooks(&nested, &standing, &recipe, customer).iter().filter(|outlook| outlook.scheme != "abc") {
            told += outlook.changes.len();
            assert_ne!(outlook.unchanged, Some(Unchanged::NotTold), "{outlook:?}");
            // The schemes are the same, the ground on which they stand is cut in one piece.
            keeps_its_promises((&nested, &lines), &whole, &plain, nested.customers.id(customer), outlook)
                .unwrap_or_else(|error| panic!("{case}: {error}"));
        }
    }
    assert!(told > 100, "{told}");
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
        for outlook in outlooks(&book, &standing, &recipe, customer).iter().filter(|outlook| outlook.scheme != "abc") {
            keeps_its_promises((&book, &lines), &standing, &recipe, book.customers.id(customer), outlook)?;
        }
    }
}

/// A condition on one metric, or on two of them, or not on one.
fn condition() -> impl Strategy<Value = Condition> {
    let leaf = (0..METRICS.len(), 0..400_i32, any::<bool>()).prop_map(|(metric, bound, up)| {
        let (of, unit) = METRICS[metric];
        let bound = Some(f64::from(bound) * unit);
        let (at_least, at_most) = if up { (bound, None) } else { (None, bound) };
        Condition::Metric(MetricCondition { of: of.parse().expect("a metric"), at_least, at_most, known: None })
    });
    leaf.prop_recursive(2, 6, 3, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::All),
            prop::collection::vec(inner.clone(), 1..3).prop_map(Condition::Any),
            inner.prop_map(|one| Condition::Not(Box::new(one))),
        ]
    })
}

/// Metrics with what a step of their bounds is worth.
const METRICS: [(&str, f64); 16] = [
    ("recency", 1.0),
    ("frequency", 0.02),
    ("revenue", 0.37),
    ("monetary", 0.37),
    ("average_order", 0.11),
    ("tenure", 1.5),
    ("orders:90", 0.02),
    ("revenue:180", 0.25),
    ("growth", 0.005),
    ("repeat_rate", 0.002_5),
    ("regularity", 0.002_5),
    ("loyalty", 0.25),
    ("purchasing_power", 0.25),
    ("value_score", 0.25),
    ("points:deeds", 0.5),
    ("largest_order", 0.25),
];

/// A value score and a sheet of points of which everything can be counted ahead, with cuts of their own.
fn composites() -> Recipe {
    let json = r#"{
        "value_score": {"factors": [
            {"metric": "revenue", "weight": 30, "binning": {"method": "fixed", "cuts": [20, 55.5, 110]}},
            {"metric": "loyalty", "weight": 20, "binning": {"method": "fixed", "cuts": [25, 50, 75]}},
            {"metric": "purchasing_power", "weight": 20, "binning": {"method": "fixed", "cuts": [30, 60]}},
            {"metric": "recency", "weight": 10, "binning": {"method": "fixed", "cuts": [30, 90]}}]},
        "points": [{"id": "deeds", "rules": [
            {"points": 3, "per": {"metric": "revenue:90", "step": 10}},
            {"points": 2, "per": {"metric": "frequency", "step": 1, "at_most": 9}},
            {"points": 15, "when": {"metric": {"of": "recency", "at_most": 30}}}],
            "decay": {"half_life_days": 60}, "max": 120}]}"#;
    serde_json::from_str(json).expect("a recipe")
}

fn segment(code: &str, health: Health) -> Segment {
    Segment { code: code.into(), name: code.into(), health }
}

/// Schemes of every kind beside tables, each with a best, a middle and a last segment.
fn schemes(conditions: &[Condition], metric: &str, bins: u8) -> Vec<Scheme> {
    let [best, middle, last] =
        [("best", Health::Loyal), ("middle", Health::NeedsCare), ("last", Health::Lost)].map(|(code, health)| segment(code, health));
    let rows = conditions.iter().zip([best.clone(), middle.clone()]).map(|(when, segment)| ConditionRow { segment, when: when.clone() });
    let metric: Metric = metric.parse().expect("a metric");
    let bands =
        (0..bins).map(|place| segment(&format!("band{place}"), [Health::Loyal, Health::Growing, Health::Lost][usize::from(place.min(2))]));
    let levels = [(best, 0.2), (middle, 0.3)].map(|(segment, share)| QuotaLevel { segment, size: QuotaSize::Share(share) }).to_vec();
    let scheme = |id: &str, rule: SchemeRule| Scheme { id: id.into(), name: String::new(), rule };
    vec![
        scheme("rules", SchemeRule::Conditions { rows: rows.collect(), otherwise: last.clone() }),
        scheme("bands", SchemeRule::Bands { metric, binning: Binning::Quantile { bins }, segments: bands.collect() }),
        scheme("best", SchemeRule::Quota { metric: Metric::Revenue, levels, ties: QuotaTies::ById, otherwise: last }),
        scheme("stages", SchemeRule::Stages),
        scheme("tenure-own", SchemeRule::Tenure),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..thousand_cases() })]

    #[test]
    fn rules_bands_quotas_and_stages_keep_their_promises_too(
        lines in lines(),
        conditions in prop::collection::vec(condition(), 2),
        metric in 0..METRICS.len() - 1,
        bins in 2..5_u8,
        who in any::<prop::sample::Index>(),
    ) {
        let mut recipe = Recipe { schemes: schemes(&conditions, METRICS[metric].0, bins), ..composites() };
        recipe.segment = "stages".into();
        let recipe = Checked::new(recipe).expect("a valid recipe");
        let book = book(&lines);
        let standing = differentiate(&book, &recipe).expect("a standing");
        let customer = CustomerId(who.index(book.customers.len()) as u32);
        let own = ["rules", "bands", "best", "stages", "tenure-own"];
        let found = outlooks(&book, &standing, &recipe, customer);
        let told: Vec<&Outlook> = found.iter().filter(|outlook| own.contains(&outlook.scheme.as_str())).collect();
        prop_assert_eq!(told.len(), own.len());
        for outlook in told {
            prop_assert_eq!(outlook.unchanged.is_some(), !outlook.best && outlook.changes.is_empty());
            keeps_its_promises((&book, &lines), &standing, &recipe, book.customers.id(customer), outlook)?;
        }
    }
}

/// Forty orders of fourteen customers, so that there are clusters in nearly every case.
fn shop_of_fourteen() -> impl Strategy<Value = Vec<Line>> {
    let line = (0..14_u32, 0..700_i32, 1..40_i64, 0..3_u32);
    prop::collection::vec(line, 60).prop_map(|lines| {
        let line = |(place, (customer, day, units, size)): (usize, (u32, i32, i64, u32))| Line {
            customer: format!("c{customer}"),
            order: format!("o{place}"),
            day: 19_000 + day,
            raw: units * 10_i64.pow(size) * 2_500,
            ..Line::default()
        };
        lines.into_iter().enumerate().map(line).collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 250, ..thousand_cases() })]

    #[test]
    fn clusters_keep_their_promises_too(lines in shop_of_fourteen(), metric in 4..METRICS.len() - 1, number in 2..6_u8, who in 0..14_u32) {
        let metrics: Vec<Metric> =
            ["recency", "frequency", "monetary", METRICS[metric].0].iter().map(|metric| metric.parse().expect("a metric")).collect();
        let rule = |metrics: &[Metric]| SchemeRule::Clusters(Clusters { metrics: metrics.to_vec(), number: Some(number), frozen: None });
        let scheme = |id: &str, rule: SchemeRule| Scheme { id: id.into(), name: String::new(), rule };
        let schemes = vec![scheme("three", rule(&metrics[..3])), scheme("four", rule(&metrics))];
        let recipe = Checked::new(Recipe { schemes, segment: "three".into(), ..composites() }).expect("a valid recipe");
        let book = book(&lines);
        let standing = differentiate(&book, &recipe).expect("a standing");
        let customer = CustomerId(who % book.customers.len() as u32);
        for outlook in outlooks(&book, &standing, &recipe, customer).iter().filter(|outlook| ["three", "four"].contains(&&*outlook.scheme)) {
            prop_assert_ne!(outlook.unchanged, Some(Unchanged::NotTold));
            keeps_its_promises((&book, &lines), &standing, &recipe, book.customers.id(customer), outlook)?;
        }
    }
}

#[test]
fn clusters_are_reached_by_the_least_amount_and_left_by_time() {
    let lines: Vec<String> = (0..24)
        .flat_map(|place| {
            let (orders, amount, month) = if place < 12 { (4, 900 + place, 6) } else { (1, 20 + place, 1) };
            (0..orders).map(move |order| format!("c{place:02} 2024-{month:02}-{:02} {amount}", 1 + order * 3 + place % 3))
        })
        .collect();
    let book = book_of(&lines.join("; "));
    let told = |id: &str, metrics: &str| {
        let scheme = format!(r#"{{"id": "alike", "rule": "clusters", "number": 2, "metrics": [{metrics}]}}"#);
        let recipe = Checked::from_json(&format!(r#"{{"schemes": [{scheme}], "measures": {{"as_of": "2024-07-01"}}}}"#)).expect("a recipe");
        outlook(&book, &recipe, id, "alike")
    };
    let (upper, lower) = (told("c00", r#""recency""#), told("c23", r#""recency""#));
    assert!(upper.best && upper.fall.is_some() && !lower.best && lower.fall.is_none(), "{upper:?} {lower:?}");
    let change = lower.changes.first().expect("a change");
    assert!(change.orders == 1 && change.amount == Money::ZERO && change.holds_days.is_some(), "{change:?}");
    let (upper, lower) = (told("c00", r#""monetary""#), told("c23", r#""monetary""#));
    assert!(upper.best && upper.fall.is_none() && !lower.best, "{upper:?} {lower:?}");
    // One has spent 31 on average, the other 3,600 and a little: in between lies what it takes, and then it is for good.
    let change = lower.changes.first().expect("a change");
    assert!(change.orders == 1 && change.amount > Money::from_raw(31 * Money::SCALE) && change.holds_days.is_none(), "{change:?}");
}

#[test]
fn an_adaptive_scheme_is_told_until_all_orders_together_choose_another() {
    let book = book_of(SHOP);
    let told = |steps: &str| {
        let recipe = format!(r#"{{"schemes": [{{"id": "x", "rule": "adaptive", "steps": [{steps}]}}]}}"#);
        let recipe = Checked::from_json(&recipe).expect("a recipe");
        let (own, abc) = (outlook(&book, &recipe, "cat", "x"), outlook(&book, &recipe, "cat", "abc"));
        (own.changes == abc.changes && own.fall == abc.fall, own.unchanged)
    };
    let step = |from: u32, scheme: &str| format!(r#"{{"from_orders": {from}, "scheme": "{scheme}"}}"#);
    assert_eq!(told(&step(0, "abc")), (true, None));
    // Five orders: the sixth would choose another scheme.
    assert_eq!(told(&format!("{}, {}", step(0, "abc"), step(6, "life-cycle"))), (false, Some(Unchanged::NotTold)));
    assert_eq!(told(&format!("{}, {}", step(0, "abc"), step(7, "life-cycle"))), (true, None));
}

#[test]
fn what_orders_do_not_reach_is_said_to_be_so() {
    let book = book_of(SHOP);
    let rule = |when: &str| {
        format!(
            r#"{{"id": "x", "rule": "conditions", "rows": [{{"code": "best", "name": "", "health": "loyal", "when": {when}}}],
                "otherwise": {{"code": "rest", "name": "", "health": "lost"}}}}"#
        )
    };
    let bands = |metric: &str| {
        format!(
            r#"{{"id": "x", "rule": "bands", "metric": "{metric}", "binning": {{"method": "quantile", "bins": 2}}, "segments": [
                {{"code": "best", "name": "", "health": "loyal"}}, {{"code": "rest", "name": "", "health": "lost"}}]}}"#
        )
    };
    let attribute = r#"{"id": "x", "rule": "attribute", "of": "gender"}"#.to_owned();
    let mut wrong = Vec::new();
    for (scheme, expected) in [
        (rule(r#"{"metric": {"of": "frequency", "at_least": 13}}"#), "12 any"),
        (rule(r#"{"metric": {"of": "frequency", "at_least": 14}}"#), "TooFar"),
        (rule(r#"{"metric": {"of": "tenure", "at_least": 9999}}"#), "NotByOrders"),
        (rule(r#"{"attribute": {"of": "gender", "is": ["f"]}}"#), "NotByOrders"),
        (rule(r#"{"metric": {"of": "growth", "at_least": 0.5}}"#), "TooFar"),
        (rule(r#"{"metric": {"of": "p_alive", "at_least": 0.5}}"#), "NotTold"),
        // One of these decides whatever the other says.
        (rule(r#"{"any": [{"metric": {"of": "p_alive", "at_least": 0.5}}, {"metric": {"of": "revenue", "at_least": 250.5}}]}"#), "1 150.5"),
        (rule(r#"{"segment": {"scheme": "abc", "is": ["a"]}}"#), "1 400"),
        (bands("loyalty"), "TooFar"),
        // Ranks of the average and the largest order: 37.5 and, one cent above bob's 500, 62.5; the cut is at 43.75.
        (bands("purchasing_power"), "1 500.01"),
        (bands("potential"), "best"),
        (bands("value_score"), "1 100.01"),
        (attribute, "best"),
        (r#"{"id": "x", "rule": "need", "custom_share": 0.5}"#.to_owned(), "NotTold"),
    ] {
        let recipe = Checked::from_json(&format!(r#"{{"schemes": [{scheme}]}}"#)).unwrap_or_else(|error| panic!("{scheme}: {error}"));
        let outlook = outlook(&book, &recipe, "dan", "x");
        let told = match (outlook.best, outlook.unchanged, outlook.changes.first()) {
            (true, ..) => "best".to_owned(),
            (_, Some(unchanged), _) => format!("{unchanged:?}"),
            (_, _, Some(change)) if change.amount == Money::ZERO => format!("{} any", change.orders),
            (_, _, Some(change)) => format!("{} {}", change.orders, change.amount),
            _ => panic!("{outlook:?}"),
        };
        if told != expected {
            wrong.push(format!("{told} instead of {expected}: {scheme}"));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

fn outlook(book: &Book, recipe: &Recipe, id: &str, scheme: &str) -> Outlook {
    let standing = differentiate(book, &Checked::new(recipe.clone()).expect("a recipe")).expect("a standing");
    outlooks(book, &standing, recipe, customer(book, id)).into_iter().find(|outlook| outlook.scheme == scheme).expect("an outlook")
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
fn customers_without_scores_have_no_outlook() {
    let book = book_of(SHOP);
    let mut recipe = Recipe::default();
    recipe.measures.as_of = Some(day("2024-01-15"));
    let standing = differentiate(&book, &Checked::new(recipe.clone()).expect("a recipe")).expect("a standing");
    assert_eq!(outlooks(&book, &standing, &recipe, customer(&book, "bob")), []);
}

#[test]
fn who_is_put_into_a_class_by_hand_has_no_outlook_there_and_moves_no_threshold() {
    let mut book = book_of(SHOP);
    let (cat, dan) = (customer(&book, "cat"), customer(&book, "dan"));
    book.overrides.push(Override { customer: dan, scheme: "abc".into(), segment: "a".into(), reason: String::new(), day: None });
    let recipe = Recipe::default();
    let standing = differentiate(&book, &Checked::default()).expect("a standing");
    let abc = |customer| outlooks(&book, &standing, &recipe, customer).into_iter().find(|outlook| outlook.scheme == "abc");
    assert_eq!(standing.scheme("abc").map(|abc| abc.code_of(dan)), Some("a"));
    assert_eq!(abc(dan), None);
    // The least of A is still bob's 500, not dan's 100.
    assert_eq!(abc(cat).map(|outlook| outlook.changes[0].amount.to_string()), Some("400".to_owned()));
}
