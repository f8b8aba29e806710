//! The rules for schemes that are no tables: conditions, bands, quotas and the others.
//!
//! Invariant: a scheme that passes has a segment for every customer, and at most 200 segments.

use super::conditions::Known;
use super::schemes::codes;
use super::{binning, invalid, require};
use crate::Result;
use crate::recipe::{AdaptiveStep, QuotaLevel, QuotaSize, Scheme, SchemeRule, Segment};

pub(super) fn check(path: &str, scheme: &Scheme, known: &Known<'_>) -> Result<()> {
    match &scheme.rule {
        SchemeRule::Table { .. } | SchemeRule::Abc | SchemeRule::LifeCycle | SchemeRule::Tenure | SchemeRule::Stages => Ok(()),
        SchemeRule::Conditions { rows, otherwise } => {
            segments(path, "rows", rows.iter().map(|row| &row.segment), Some(otherwise))?;
            let when = |index: usize| format!("{path}.rows[{index}].when");
            rows.iter().enumerate().try_for_each(|(index, row)| known.condition(&when(index), &row.when))
        }
        SchemeRule::Bands { metric, binning: method, segments: names } => {
            known.metric(&format!("{path}.metric"), metric)?;
            binning(&format!("{path}.binning"), method)?;
            let (bins, count) = (method.bins(), names.len());
            require(usize::from(bins) == count, &format!("{path}.segments"), &format!("{count} segments for {bins} bands"))?;
            segments(path, "segments", names.iter(), None)
        }
        SchemeRule::Attribute(values) => {
            let top = values.top;
            require((1..=100).contains(&top), &format!("{path}.top"), &format!("{top} is not between 1 and 100"))
        }
        SchemeRule::Quota { metric, levels, otherwise, .. } => {
            known.metric(&format!("{path}.metric"), metric)?;
            segments(path, "levels", levels.iter().map(|level| &level.segment), Some(otherwise))?;
            levels.iter().enumerate().try_for_each(|(index, level)| size(&format!("{path}.levels[{index}].size"), level))
        }
        SchemeRule::Need { custom_share } => {
            let problem = format!("{custom_share} is not above 0 and at most 1");
            require(*custom_share > 0.0 && *custom_share <= 1.0, &format!("{path}.custom_share"), &problem)
        }
        SchemeRule::Clusters(rule) => super::clusters::check(path, rule, known),
        SchemeRule::Adaptive { steps } => adaptive(path, steps, known),
    }
}

pub(super) fn segments<'a>(path: &str, part: &str, all: impl Iterator<Item = &'a Segment>, otherwise: Option<&'a Segment>) -> Result<()> {
    let all: Vec<&Segment> = all.chain(otherwise).collect();
    require((1..=200).contains(&all.len()), &format!("{path}.{part}"), &format!("{} segments, not 1 to 200", all.len()))?;
    let rows = all.len() - usize::from(otherwise.is_some());
    codes(path, part, &all, rows)
}

fn size(path: &str, level: &QuotaLevel) -> Result<()> {
    match level.size {
        QuotaSize::Customers(_) => Ok(()),
        QuotaSize::Share(share) => require(share > 0.0 && share <= 1.0, path, &format!("{share} is not above 0 and at most 1")),
        QuotaSize::Budget { amount, cost } => {
            require((0.0..=1e15).contains(&amount), path, &format!("{amount} is not between 0 and 1e15"))?;
            require(cost.is_finite() && cost > 0.0, path, &format!("a cost of {cost} is not above 0"))
        }
    }
}

fn adaptive(path: &str, steps: &[AdaptiveStep], known: &Known<'_>) -> Result<()> {
    let path = format!("{path}.steps");
    require((1..=20).contains(&steps.len()), &path, &format!("{} steps, not 1 to 20", steps.len()))?;
    require(steps.first().is_some_and(|step| step.from_orders == 0), &path, "the first one does not begin at 0")?;
    require(steps.is_sorted_by(|a, b| a.from_orders < b.from_orders), &path, "not in ascending order")?;
    let bins = super::schemes::bins(&known.recipe.scores);
    for (index, step) in steps.iter().enumerate() {
        let path = format!("{path}[{index}].scheme");
        let Some(scheme) = known.schemes.iter().find(|scheme| scheme.id == step.scheme) else {
            return Err(invalid(&path, &format!("{} is no scheme that comes before", step.scheme)));
        };
        let unfit = |(place, problem): (String, String)| format!("{} does not fit the number of scores: {place}: {problem}", scheme.id);
        super::schemes::fits(scheme, bins).map_err(|problem| invalid(&path, &unfit(problem)))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::super::tests::refusal;

    const A: &str = r#"{"code": "a", "name": "A", "health": "loyal"}"#;
    const B: &str = r#"{"code": "b", "name": "B", "health": "lost"}"#;

    fn own_scheme(rest: &str) -> String {
        refusal(&format!(r#"{{"schemes": [{{"id": "own", {rest}}}]}}"#))
    }

    fn quota(size: &str) -> String {
        let level = format!(r#"{{"code": "a", "name": "A", "health": "loyal", "size": {size}}}"#);
        own_scheme(&format!(r#""rule": "quota", "metric": "revenue", "levels": [{level}], "otherwise": {B}"#))
    }

    #[test]
    fn one_refusal_for_each_rule() {
        let bands = |rest: &str| own_scheme(&format!(r#""rule": "bands", "metric": "revenue", {rest}"#));
        let adaptive = |steps: &str| own_scheme(&format!(r#""rule": "adaptive", "steps": [{steps}]"#));
        for (refusal, expected) in [
            (own_scheme(r#""rule": "stages""#), ""),
            (own_scheme(&format!(r#""rule": "conditions", "rows": [], "otherwise": {B}"#)), ""),
            (bands(&format!(r#""binning": {{"method": "mean"}}, "segments": [{A}, {B}]"#)), ""),
            (bands(&format!(r#""binning": {{"method": "mean"}}, "segments": [{A}]"#)), "schemes[0].segments: 1 segments for 2 bands"),
            (
                bands(&format!(r#""binning": {{"method": "fixed", "cuts": [2, 1]}}, "segments": [{A}, {A}, {B}]"#)),
                "schemes[0].binning.cuts: not in ascending order",
            ),
            (own_scheme(r#""rule": "attribute", "of": "gender""#), ""),
            (own_scheme(r#""rule": "attribute", "of": "own:size", "top": 0"#), "schemes[0].top: 0 is not between 1 and 100"),
            (quota(r#"{"customers": 100}"#), ""),
            (quota(r#"{"share": 0}"#), "schemes[0].levels[0].size: 0 is not above 0 and at most 1"),
            (quota(r#"{"budget": {"amount": 100, "cost": 0}}"#), "schemes[0].levels[0].size: a cost of 0 is not above 0"),
            (own_scheme(r#""rule": "need", "custom_share": 0.5"#), ""),
            (own_scheme(r#""rule": "need", "custom_share": 1.5"#), "schemes[0].custom_share: 1.5 is not above 0 and at most 1"),
            (adaptive(r#"{"from_orders": 0, "scheme": "abc"}, {"from_orders": 9, "scheme": "rf-10"}"#), ""),
            (adaptive(""), "schemes[0].steps: 0 steps, not 1 to 20"),
            (adaptive(r#"{"from_orders": 1, "scheme": "abc"}"#), "schemes[0].steps: the first one does not begin at 0"),
            (adaptive(r#"{"from_orders": 0, "scheme": "own"}"#), "schemes[0].steps[0].scheme: own is no scheme that comes before"),
        ] {
            assert_eq!(refusal, expected);
        }
    }
}
