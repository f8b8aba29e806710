//! The rules of the review of effect.
//!
//! Invariant: a control group that passes cannot be chosen by what its customers did.

use super::{Checked, require};
use crate::Result;
use crate::recipe::{Condition, Recipe};

/// Entries of the log at most.
const ENTRIES: usize = 1_000;

pub(super) fn check(recipe: &Recipe) -> Result<()> {
    let review = &recipe.review;
    require(review.log.len() <= ENTRIES, "review.log", "more than 1000 entries")?;
    for (place, entry) in review.log.iter().enumerate() {
        require(entry.reason.len() <= 2_000, &format!("review.log[{place}].reason"), "longer than 2000 bytes")?;
        require(entry.tier.len() <= 200, &format!("review.log[{place}].tier"), "longer than 200 bytes")?;
    }
    let Some(control) = &review.control else { return Ok(()) };
    require(is_of_attributes(control), "review.control", "asks more than attributes: a control group is chosen beforehand")?;
    Checked(Recipe { review: super::super::Review::default(), ..recipe.clone() }).check_condition(control)
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
        let entry = format!(r#"{{"log": [{{"day": "2025-01-01", "tier": "high", "reason": "{}"}}]}}"#, "x".repeat(2001));
        for (review, expected) in [
            ("{}".to_owned(), ""),
            (control(r#"{"attribute": {"of": "own:group", "is": ["control"]}}"#), ""),
            (
                control(r#"{"any": [{"metric": {"of": "frequency", "at_most": 2}}]}"#),
                "review.control: asks more than attributes: a control group is chosen beforehand",
            ),
            (entry, "review.log[0].reason: longer than 2000 bytes"),
        ] {
            let recipe = format!(r#"{{"recipe": 1, "review": {review}}}"#);
            assert_eq!(refusal(&recipe), expected, "{review}");
        }
    }
}
