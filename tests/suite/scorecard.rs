//! One score as a screen shows it, and where each customer's comes from, on books of a few lines.

use crate::book::{book_of, customer};
use crate::metrics::{recipe, stand, with_contacts};
use customer_tiers::differentiate::scorecard::{Spread, customer_scores, scorecard};

#[test]
fn a_spread_has_everybody_who_is_known_and_the_best_stand_first() {
    let lines: Vec<String> = (1..=9).map(|n| format!("c{n} 2024-01-0{n} {}", n * n)).collect();
    let book = book_of(&lines.join(";"));
    let (standing, recipe) = (stand(&book, "{}"), recipe("{}"));
    for (metric, from, width, known) in [
        // On the scale of 0 to 100, whatever the ends are.
        ("purchasing_power", 0.0, 5.0, 9),
        // From the smallest to the largest: 1 to 81.
        ("revenue", 1.0, 4.0, 9),
        // All have one order.
        ("frequency", 1.0, 0.05, 9),
        ("satisfaction", 0.0, 0.0, 0),
    ] {
        let card = scorecard(&book, &standing, &recipe, &metric.parse().expect("a metric"), 3);
        assert_eq!((card.spread.from, card.spread.width), (from, width), "{metric}");
        assert_eq!(card.spread.customers.iter().sum::<u32>(), known, "{metric}");
        assert_eq!(card.figures.known, known, "{metric}");
        assert_eq!(card.segments.iter().map(|segment| segment.known).sum::<u32>(), known, "{metric}");
    }
    let best = |metric: &str| {
        let card = scorecard(&book, &standing, &recipe, &metric.parse().expect("a metric"), 3);
        card.best.into_iter().map(|best| (best.customer_id, best.score)).collect::<Vec<_>>()
    };
    assert_eq!(best("revenue"), [("c9".into(), 81.0), ("c8".into(), 64.0), ("c7".into(), 49.0)]);
    // Among equals the smaller id comes first.
    assert_eq!(best("frequency"), [("c1".into(), 1.0), ("c2".into(), 1.0), ("c3".into(), 1.0)]);
    assert_eq!(best("satisfaction"), []);
    assert_eq!(scorecard(&book, &standing, &recipe, &"satisfaction".parse().expect("a metric"), 3).spread, Spread::default());
}

#[test]
fn where_points_come_from_adds_up_to_the_total() {
    let book = with_contacts();
    let json = r#"{"points": [{"id": "p", "max": 30, "decay": {"half_life_days": 1}, "rules": [
        {"points": 2, "per": {"metric": "interactions", "step": 1}},
        {"points": 15, "when": {"attribute": {"of": "own:需求", "is": ["高"]}}},
        {"points": -3, "when": {"metric": {"of": "frequency", "at_most": 1}}}]}]}"#;
    let (standing, recipe) = (stand(&book, json), recipe(json));
    for (id, expected) in [
        // 16 for eight contacts, 15 for high need; half is left after a day.
        ("ann", "16 of 8 | 15 | - | 31 * 0.5 = 15.5"),
        ("bob", "0 of 0 | - | -3 | -3 * 0.5 = -1.5"),
    ] {
        let reason = &standing.sheet_reasons(&book, &recipe, customer(&book, id))[0];
        let rule = |rule: &customer_tiers::differentiate::metrics::PointReason| match rule.steps {
            Some(steps) => format!("{} of {steps}", rule.points),
            None if rule.meant => rule.points.to_string(),
            None => "-".to_owned(),
        };
        let rules: Vec<String> = reason.rules.iter().map(rule).collect();
        assert_eq!(format!("{} | {} * {} = {}", rules.join(" | "), reason.sum, reason.left, reason.total), expected, "{id}");
        let column = standing.metric(&book, &recipe, &"points:p".parse().expect("a metric"));
        assert!((column.value(customer(&book, id)) - reason.total).abs() < 1e-6, "{id}");
    }
}

#[test]
fn a_composite_is_the_mean_of_the_parts_that_are_known() {
    let book = book_of(
        "ann 2023-01-01 10 o1; ann 2023-10-11 20 o2; ann 2023-10-31 30 o3; bob 2023-12-31 100 o5; cyd 2023-01-05 80 o6; cyd 2023-11-01 20 o7",
    );
    let (standing, recipe) = (stand(&book, "{}"), recipe("{}"));
    for id in ["ann", "bob", "cyd"] {
        let scores = customer_scores(&book, &standing, &recipe, customer(&book, id)).expect("scores");
        assert_eq!(
            scores.composites.iter().map(|one| one.metric.to_string()).collect::<Vec<_>>(),
            ["loyalty", "purchasing_power", "potential"]
        );
        for composite in &scores.composites {
            let known: Vec<f64> = composite.parts.iter().filter_map(|part| part.points).collect();
            let mean = known.iter().sum::<f64>() / known.len() as f64;
            assert!(composite.score.is_some_and(|score| (score - mean).abs() < 1e-6), "{id} {composite:?}");
        }
        assert!((scores.value.factors.iter().map(|factor| factor.points).sum::<f64>() - scores.value.score.expect("a score")).abs() < 1e-6);
    }
    // Somebody of whom nothing is known has no scores.
    assert!(customer_scores(&book, &standing, &recipe, customer_tiers::base::CustomerId(9)).is_none());
}
