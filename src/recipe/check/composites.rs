//! The rules for the value score and for sheets of points.
//!
//! Invariant: a composite that passes uses only what is computed before it, and finite numbers.

use super::conditions::Known;
use super::{binning, invalid, require};
use crate::Result;
use crate::recipe::{Per, PointRule, PointSheet, Recipe, ValueFactor};

pub(super) fn check(recipe: &Recipe) -> Result<()> {
    require(recipe.points.len() <= 20, "points", "more than 20 sheets")?;
    for (index, sheet) in recipe.points.iter().enumerate() {
        let known = Known { recipe, sheets: index, value_score: false, schemes: &[] };
        let path = format!("points[{index}]");
        require((1..=100).contains(&sheet.id.len()), &format!("{path}.id"), "not 1 to 100 bytes long")?;
        let twice = recipe.points[..index].iter().any(|other| other.id == sheet.id);
        require(!twice, &format!("{path}.id"), &format!("{} twice", sheet.id))?;
        point_sheet(&path, sheet, &known)?;
    }
    value_score(recipe)
}

fn value_score(recipe: &Recipe) -> Result<()> {
    let factors = &recipe.value_score.factors;
    require((1..=20).contains(&factors.len()), "value_score.factors", &format!("{} factors, not 1 to 20", factors.len()))?;
    let known = Known { recipe, sheets: recipe.points.len(), value_score: false, schemes: &[] };
    for (index, factor) in factors.iter().enumerate() {
        let ValueFactor { metric, weight, binning: method } = factor;
        let path = format!("value_score.factors[{index}]");
        known.metric(&format!("{path}.metric"), metric)?;
        require(factors[..index].iter().all(|other| other.metric != *metric), &format!("{path}.metric"), &format!("{metric} twice"))?;
        require(*weight > 0.0 && *weight <= 1000.0, &format!("{path}.weight"), &format!("{weight} is not above 0 and at most 1000"))?;
        binning(&format!("{path}.binning"), method)?;
    }
    Ok(())
}

fn point_sheet(path: &str, sheet: &PointSheet, known: &Known<'_>) -> Result<()> {
    require(sheet.name.len() <= 500, &format!("{path}.name"), "longer than 500 bytes")?;
    require(sheet.rules.len() <= 50, &format!("{path}.rules"), "more than 50")?;
    for (index, rule) in sheet.rules.iter().enumerate() {
        point_rule(&format!("{path}.rules[{index}]"), rule, known)?;
    }
    let half_life = sheet.decay.as_ref().map_or(1, |decay| decay.half_life_days);
    require((1..=36_500).contains(&half_life), &format!("{path}.decay.half_life_days"), &format!("{half_life} is not 1 to 36500"))?;
    for (name, bound) in [("min", sheet.min), ("max", sheet.max)] {
        require(bound.is_none_or(is_points), &format!("{path}.{name}"), "not between -1e9 and 1e9")?;
    }
    match (sheet.min, sheet.max) {
        (Some(min), Some(max)) if min > max => Err(invalid(&format!("{path}.max"), &format!("{max} is less than min ({min})"))),
        _ => Ok(()),
    }
}

fn point_rule(path: &str, rule: &PointRule, known: &Known<'_>) -> Result<()> {
    require(is_points(rule.points), &format!("{path}.points"), "not between -1e9 and 1e9")?;
    if let Some(condition) = &rule.when {
        known.condition(&format!("{path}.when"), condition)?;
    }
    let Some(Per { metric, step, at_most: _ }) = &rule.per else { return Ok(()) };
    known.metric(&format!("{path}.per.metric"), metric)?;
    require(step.is_finite() && *step > 0.0, &format!("{path}.per.step"), &format!("{step} is not above 0"))
}

fn is_points(points: f64) -> bool {
    points.abs() <= 1e9
}

#[cfg(test)]
mod tests {
    use super::super::tests::refusal;

    #[test]
    fn one_refusal_for_each_rule() {
        let sheets = |rest: &str| refusal(&format!(r#"{{"points": [{{"id": "p", {rest}}}]}}"#));
        let score = |factors: &str| refusal(&format!(r#"{{"value_score": {{"factors": [{factors}]}}}}"#));
        for (refusal, expected) in [
            (sheets(r#""rules": []"#), ""),
            (sheets(r#""rules": [{"points": 1e10}]"#), "points[0].rules[0].points: not between -1e9 and 1e9"),
            (
                sheets(r#""rules": [{"points": 1, "per": {"metric": "tenure", "step": 0}}]"#),
                "points[0].rules[0].per.step: 0 is not above 0",
            ),
            (
                sheets(r#""rules": [{"points": 1, "per": {"metric": "points:p", "step": 1}}]"#),
                "points[0].rules[0].per.metric: points:p is no sheet of points that comes before",
            ),
            (
                sheets(r#""rules": [{"points": 1, "per": {"metric": "value_score", "step": 1}}]"#),
                "points[0].rules[0].per.metric: value_score is not known here yet",
            ),
            (
                sheets(r#""rules": [{"points": 1, "when": {"segment": {"scheme": "abc", "is": ["a"]}}}]"#),
                "points[0].rules[0].when.segment.scheme: abc is no scheme that comes before",
            ),
            (sheets(r#""rules": [], "decay": {"half_life_days": 0}"#), "points[0].decay.half_life_days: 0 is not 1 to 36500"),
            (sheets(r#""rules": [], "min": 2, "max": 1"#), "points[0].max: 1 is less than min (2)"),
            (refusal(r#"{"points": [{"id": "p", "rules": []}, {"id": "p", "rules": []}]}"#), "points[1].id: p twice"),
            (refusal(r#"{"points": [{"id": "", "rules": []}]}"#), "points[0].id: not 1 to 100 bytes long"),
            (score(""), "value_score.factors: 0 factors, not 1 to 20"),
            (score(r#"{"metric": "own:x", "weight": 1}"#), ""),
            (score(r#"{"metric": "value_score", "weight": 1}"#), "value_score.factors[0].metric: value_score is not known here yet"),
            (
                score(r#"{"metric": "tenure", "weight": 1}, {"metric": "tenure", "weight": 2}"#),
                "value_score.factors[1].metric: tenure twice",
            ),
            (score(r#"{"metric": "tenure", "weight": 0}"#), "value_score.factors[0].weight: 0 is not above 0 and at most 1000"),
            (
                score(r#"{"metric": "tenure", "weight": 1, "binning": {"method": "quantile", "bins": 1}}"#),
                "value_score.factors[0].binning.bins: 1 is not between 2 and 10",
            ),
        ] {
            assert_eq!(refusal, expected);
        }
    }
}
