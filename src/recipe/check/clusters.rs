//! The rules for schemes of clusters: metrics that are there, a number that can be looked at, a kept model that fits its metrics.
//!
//! A kept model may come from a stranger's recipe. Invariant: a model that passes gives every customer to one of its clusters.

use super::conditions::Known;
use super::require;
use crate::Result;
use crate::recipe::{ClusterModel, Clusters, Footing};

/// Metrics and clusters, at most.
const MOST: usize = 10;
/// Figures of a model, at most: far more than standard deviations of anything.
const LARGEST: f64 = 1e15;

pub(super) fn check(path: &str, rule: &Clusters, known: &Known<'_>) -> Result<()> {
    let metrics = &rule.metrics;
    require((1..=MOST).contains(&metrics.len()), &format!("{path}.metrics"), &format!("{} metrics, not 1 to {MOST}", metrics.len()))?;
    for (index, metric) in metrics.iter().enumerate() {
        let path = format!("{path}.metrics[{index}]");
        require(!metrics[..index].contains(metric), &path, &format!("{metric} twice"))?;
        known.metric(&path, metric)?;
    }
    if let Some(number) = rule.number {
        require((2..=10).contains(&number), &format!("{path}.number"), &format!("{number} is not between 2 and {MOST}"))?;
    }
    rule.frozen.as_ref().map_or(Ok(()), |frozen| model(&format!("{path}.frozen"), frozen, metrics.len()))
}

fn model(path: &str, model: &ClusterModel, width: usize) -> Result<()> {
    let (footings, centres) = (&model.footings, &model.centres);
    require(footings.len() == width, &format!("{path}.footings"), &format!("{} for {width} metrics", footings.len()))?;
    for (index, footing) in footings.iter().enumerate() {
        require(is_sound(footing), &format!("{path}.footings[{index}]"), "a figure out of range")?;
    }
    require((1..=MOST).contains(&centres.len()), &format!("{path}.centres"), &format!("{} clusters, not 1 to {MOST}", centres.len()))?;
    for (index, centre) in centres.iter().enumerate() {
        let (path, code) = (format!("{path}.centres[{index}]"), &centre.segment.code);
        require(!code.is_empty() && code != "unknown", &format!("{path}.code"), "empty, or that of the unknown")?;
        let is_again = centres[..index].iter().any(|other| other.segment.code == *code);
        require(!is_again, &format!("{path}.code"), &format!("{code} twice"))?;
        require(centre.at.len() == width, &format!("{path}.at"), &format!("{} figures for {width} metrics", centre.at.len()))?;
        require(centre.at.iter().all(|figure| figure.abs() <= LARGEST), &format!("{path}.at"), "a figure out of range")?;
    }
    Ok(())
}

fn is_sound(footing: &Footing) -> bool {
    footing.mean.abs() <= LARGEST
        && (0.0..=LARGEST).contains(&footing.deviation)
        && footing.log_from.is_none_or(|from| from > 0.0 && from <= LARGEST)
}

#[cfg(test)]
mod tests {
    use super::super::tests::refusal;

    #[test]
    fn one_refusal_for_each_rule() {
        let own = |rest: &str| refusal(&format!(r#"{{"schemes": [{{"id": "own", "rule": "clusters"{rest}}}]}}"#));
        let footing = r#"{"mean": 0, "deviation": 1}"#;
        let centre = |code: &str, at: &str| format!(r#"{{"code": "{code}", "name": "N", "health": "loyal", "at": [{at}]}}"#);
        let frozen = |footings: &str, centres: &str| {
            own(&format!(r#", "metrics": ["revenue"], "frozen": {{"footings": [{footings}], "centres": [{centres}]}}"#))
        };
        for (refusal, expected) in [
            (own(""), ""),
            (own(r#", "number": 10"#), ""),
            (own(r#", "number": 1"#), "schemes[0].number: 1 is not between 2 and 10"),
            (own(r#", "number": 11"#), "schemes[0].number: 11 is not between 2 and 10"),
            (own(r#", "metrics": []"#), "schemes[0].metrics: 0 metrics, not 1 to 10"),
            (own(r#", "metrics": ["revenue", "revenue"]"#), "schemes[0].metrics[1]: revenue twice"),
            (own(r#", "metrics": ["points:x"]"#), "schemes[0].metrics[0]: points:x is no sheet of points that comes before"),
            (frozen(footing, &centre("a", "0")), ""),
            (frozen("", &centre("a", "0")), "schemes[0].frozen.footings: 0 for 1 metrics"),
            (frozen(r#"{"mean": 0, "deviation": -1}"#, &centre("a", "0")), "schemes[0].frozen.footings[0]: a figure out of range"),
            (
                frozen(r#"{"log_from": 0, "mean": 0, "deviation": 1}"#, &centre("a", "0")),
                "schemes[0].frozen.footings[0]: a figure out of range",
            ),
            (frozen(footing, ""), "schemes[0].frozen.centres: 0 clusters, not 1 to 10"),
            (frozen(footing, &centre("unknown", "0")), "schemes[0].frozen.centres[0].code: empty, or that of the unknown"),
            (frozen(footing, &[centre("a", "0"), centre("a", "1")].join(",")), "schemes[0].frozen.centres[1].code: a twice"),
            (frozen(footing, &centre("a", "0, 1")), "schemes[0].frozen.centres[0].at: 2 figures for 1 metrics"),
            (frozen(footing, &centre("a", "1e16")), "schemes[0].frozen.centres[0].at: a figure out of range"),
        ] {
            assert_eq!(refusal, expected);
        }
    }
}
