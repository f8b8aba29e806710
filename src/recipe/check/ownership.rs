//! The rules of the rules of assigning customers.
//!
//! Recipes come from strangers: lists and texts are bounded. Invariant: a rule that passes can be kept or broken by somebody.

use super::{distinct, require};
use crate::Result;
use crate::recipe::Ownership;

pub(super) fn check(ownership: &Ownership) -> Result<()> {
    let Ownership { recycle_days, skills } = ownership;
    let is_short = recycle_days.is_none_or(|days| (1..=3650).contains(&days));
    require(is_short, "ownership.recycle_days", "not between 1 and 3650")?;
    require(skills.len() <= 100, "ownership.skills", "more than 100 rules")?;
    distinct("ownership.skills", skills)?;
    for (place, rule) in skills.iter().enumerate() {
        for (field, text) in [("scheme", &rule.scheme), ("segment", &rule.segment), ("skill", &rule.skill)] {
            let is_said = !text.trim().is_empty() && text.len() <= 200;
            require(is_said, &format!("ownership.skills[{place}].{field}"), "empty or longer than 200 bytes")?;
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use crate::recipe::check::tests::refusal;

    #[test]
    fn one_refusal_for_each_rule() {
        let rule = r#"{"scheme": "value", "segment": "high", "skill": "german"}"#;
        for (ownership, expected) in [
            ("{}".to_owned(), ""),
            (format!(r#"{{"recycle_days": null, "skills": [{rule}]}}"#), ""),
            (r#"{"recycle_days": 0}"#.to_owned(), "ownership.recycle_days: not between 1 and 3650"),
            (format!(r#"{{"skills": [{rule}, {rule}]}}"#), "ownership.skills: something twice"),
            (
                r#"{"skills": [{"scheme": "value", "segment": "high", "skill": " "}]}"#.to_owned(),
                "ownership.skills[0].skill: empty or longer than 200 bytes",
            ),
        ] {
            assert_eq!(refusal(&format!(r#"{{"ownership": {ownership}}}"#)), expected, "{ownership}");
        }
    }
}
