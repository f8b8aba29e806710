//! The rules of the review of effect.
//!
//! Invariant: a control group that passes cannot be chosen by what its customers did.

use super::{Checked, require};
use crate::Result;
use crate::recipe::{Condition, Pair, Recipe};

/// Entries of the log at most.
const ENTRIES: usize = 1_000;
/// Days of a span: in fewer than a week there is nothing but chance, and no shop remembers more than a decade.
const DAYS: std::ops::RangeInclusive<i32> = 7..=3_660;

pub(super) fn check(recipe: &Recipe) -> Result<()> {
    let review = &recipe.review;
    require(review.log.len() <= ENTRIES, "review.log", "more than 1000 entries")?;
    for (place, entry) in review.log.iter().enumerate() {
        require(entry.reason.len() <= 2_000, &format!("review.log[{place}].reason"), "longer than 2000 bytes")?;
        require(entry.tier.len() <= 200, &format!("review.log[{place}].tier"), "longer than 200 bytes")?;
    }
    if let Some(spans) = &review.spans {
        check_spans(spans)?;
    }
    let Some(control) = &review.control else { return Ok(()) };
    require(is_of_attributes(control), "review.control", "asks more than attributes: a control group is chosen beforehand")?;
    Checked(Recipe { review: super::super::Review::default(), ..recipe.clone() }).check_condition(control)
}

fn check_spans(pair: &Pair) -> Result<()> {
    for (name, span) in [("before", pair.before), ("after", pair.after)] {
        let days = span.to.days_since(span.from) + 1;
        require(DAYS.contains(&days), &format!("review.spans.{name}"), "shorter than 7 days or longer than 3660")?;
    }
    require(pair.before.to < pair.after.from, "review.spans", "the earlier span ends after the later one begins")
}

fn is_of_attributes(condition: &Condition) -> bool {
    match condition {
        Condition::Metric(_) | Condition::Segment(_) => false,
        Condition::Attribute(_) => true,
        Condition::All(_) | Condition::Any(_) | Condition::Not(_) => condition.parts().iter().all(is_of_attributes),
    }
}

#[cfg(test)]
mod tests {
    use crate::recipe::check::tests::refusal;

    #[test]
    fn one_refusal_for_each_rule() {
        let control = |inner: &str| format!(r#"{{"control": {inner}}}"#);
        let spans = |from, to, then, until| {
            format!(r#"{{"spans": {{"before": {{"from": "{from}", "to": "{to}"}}, "after": {{"from": "{then}", "to": "{until}"}}}}}}"#)
        };
        let entry = format!(r#"{{"log": [{{"day": "2025-01-01", "tier": "high", "reason": "{}"}}]}}"#, "x".repeat(2001));
        for (review, expected) in [
            ("{}".to_owned(), ""),
            (control(r#"{"attribute": {"of": "own:group", "is": ["control"]}}"#), ""),
            (
                control(r#"{"any": [{"metric": {"of": "frequency", "at_most": 2}}]}"#),
                "review.control: asks more than attributes: a control group is chosen beforehand",
            ),
            (spans("2025-01-01", "2025-01-31", "2025-02-01", "2025-02-28"), ""),
            (
                spans("2025-01-01", "2025-02-01", "2025-02-01", "2025-02-28"),
                "review.spans: the earlier span ends after the later one begins",
            ),
            (spans("2025-01-01", "2025-01-06", "2025-02-01", "2025-02-28"), "review.spans.before: shorter than 7 days or longer than 3660"),
            (spans("2025-01-01", "2025-01-31", "2025-02-28", "2025-02-01"), "review.spans.after: shorter than 7 days or longer than 3660"),
            (entry, "review.log[0].reason: longer than 2000 bytes"),
        ] {
            let recipe = format!(r#"{{"recipe": 1, "review": {review}}}"#);
            assert_eq!(refusal(&recipe), expected, "{review}");
        }
    }
}
