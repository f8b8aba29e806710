//! The rules for conditions and for metrics inside them: nothing without bound, nothing that goes in circles.
//!
//! What is computed from what has an order: measures, then models, then point sheets one after the other, then the value
//! score, then schemes one after the other. Invariant: a condition that passes can be answered for every customer.

use super::{invalid, require};
use crate::Result;
use crate::recipe::{AttributeCondition, Condition, Metric, MetricCondition, Recipe, SegmentCondition, presets};

/// Conditions inside each other, at most.
const DEPTH: usize = 10;
/// Conditions in one, all levels together, at most.
const PARTS: usize = 500;
/// Bytes of a text in a condition, at most.
const TEXT: usize = 500;

/// What may be used at some place of a recipe: what was computed before it.
#[derive(Clone, Copy)]
pub(crate) struct Known<'a> {
    pub(crate) recipe: &'a Recipe,
    /// So many point sheets.
    pub(crate) sheets: usize,
    /// Whether the value score is known.
    pub(crate) value_score: bool,
    /// Schemes, in order.
    pub(crate) schemes: &'a [crate::recipe::Scheme],
}

impl Known<'_> {
    /// Whether this metric can be used here.
    pub(crate) fn metric(&self, path: &str, metric: &Metric) -> Result<()> {
        match metric {
            Metric::ValueScore => require(self.value_score, path, "value_score is not known here yet"),
            Metric::Points(id) => {
                let known = self.recipe.points.iter().take(self.sheets).any(|sheet| sheet.id == *id);
                require(known, path, &format!("points:{id} is no sheet of points that comes before"))
            }
            Metric::Own(header) => require(header.len() <= TEXT, path, "a header longer than 500 bytes"),
            _ => Ok(()),
        }
    }

    /// Whether this condition can be answered here.
    pub(crate) fn condition(&self, path: &str, condition: &Condition) -> Result<()> {
        require(is_within(condition, DEPTH), path, &format!("conditions more than {DEPTH} levels deep"))?;
        let mut parts = 0;
        condition.visit(&mut |_| parts += 1);
        require(parts <= PARTS, path, &format!("more than {PARTS} conditions"))?;
        self.part(path, condition)
    }

    fn part(&self, path: &str, condition: &Condition) -> Result<()> {
        match condition {
            Condition::All(parts) => self.parts(&format!("{path}.all"), parts),
            Condition::Any(parts) => self.parts(&format!("{path}.any"), parts),
            Condition::Not(part) => self.part(&format!("{path}.not"), part),
            Condition::Metric(condition) => self.metric_condition(&format!("{path}.metric"), condition),
            Condition::Attribute(condition) => attribute_condition(&format!("{path}.attribute"), condition),
            Condition::Segment(condition) => self.segment_condition(&format!("{path}.segment"), condition),
        }
    }

    fn parts(&self, path: &str, parts: &[Condition]) -> Result<()> {
        parts.iter().enumerate().try_for_each(|(index, part)| self.part(&format!("{path}[{index}]"), part))
    }

    fn metric_condition(&self, path: &str, condition: &MetricCondition) -> Result<()> {
        let MetricCondition { of, at_least, at_most, known } = condition;
        self.metric(&format!("{path}.of"), of)?;
        let says_nothing = at_least.is_none() && at_most.is_none() && known.is_none();
        require(!says_nothing, path, "none of at_least, at_most and known")?;
        let is_bounded = at_least.is_some() || at_most.is_some();
        require(*known != Some(false) || !is_bounded, path, "what is not known lies in no range")?;
        for bound in [at_least, at_most].into_iter().flatten() {
            require(bound.is_finite(), path, "a bound is not a finite number")?;
        }
        let (low, high) = (at_least.unwrap_or(f64::MIN), at_most.unwrap_or(f64::MAX));
        require(low <= high, path, &format!("at_least ({low}) is more than at_most ({high})"))
    }

    fn segment_condition(&self, path: &str, condition: &SegmentCondition) -> Result<()> {
        let Some(scheme) = self.schemes.iter().find(|scheme| scheme.id == condition.scheme) else {
            return Err(invalid(&format!("{path}.scheme"), &format!("{} is no scheme that comes before", condition.scheme)));
        };
        let bins = super::schemes::bins(&self.recipe.scores);
        let unfit = |(place, problem): (String, String)| {
            invalid(&format!("{path}.scheme"), &format!("{} does not fit the number of scores: {place}: {problem}", scheme.id))
        };
        super::schemes::fits(scheme, bins).map_err(unfit)?;
        require(!condition.is.is_empty(), &format!("{path}.is"), "no segment")?;
        let Some(segments) = presets::segments(scheme) else { return texts(&format!("{path}.is"), &condition.is) };
        let stranger = condition.is.iter().find(|code| !segments.iter().any(|segment| segment.code == **code));
        stranger.map_or(Ok(()), |code| Err(invalid(&format!("{path}.is"), &format!("{code} is no segment of {}", scheme.id))))
    }
}

fn is_within(condition: &Condition, depth: usize) -> bool {
    depth > 0 && condition.parts().iter().all(|part| is_within(part, depth - 1))
}

fn attribute_condition(path: &str, condition: &AttributeCondition) -> Result<()> {
    let AttributeCondition { of: _, is, contains, known } = condition;
    let says_nothing = is.is_empty() && contains.is_none() && known.is_none();
    require(!says_nothing, path, "none of is, contains and known")?;
    require(*known != Some(false) || (is.is_empty() && contains.is_none()), path, "what is not known has no text")?;
    texts(&format!("{path}.is"), is)?;
    let contains = contains.as_deref().unwrap_or("-");
    require(!contains.trim().is_empty() && contains.len() <= TEXT, &format!("{path}.contains"), "not 1 to 500 bytes long")
}

fn texts(path: &str, texts: &[String]) -> Result<()> {
    require(texts.len() <= 1000, path, "more than 1000 texts")?;
    require(texts.iter().all(|text| text.len() <= TEXT), path, "a text longer than 500 bytes")
}

#[cfg(test)]
mod tests {
    use super::super::tests::refusal;

    #[test]
    fn one_refusal_for_each_rule() {
        let rows = |condition: &str| {
            let lost = r#"{"code": "b", "name": "B", "health": "lost"}"#;
            let row = format!(r#"{{"code": "a", "name": "A", "health": "loyal", "when": {condition}}}"#);
            refusal(&format!(r#"{{"schemes": [{{"id": "own", "rule": "conditions", "rows": [{row}], "otherwise": {lost}}}]}}"#))
        };
        let nested = |levels: usize| format!("{}{}{}", r#"{"not": "#.repeat(levels), r#"{"all": []}"#, "}".repeat(levels));
        let wide = format!(r#"{{"all": [{}]}}"#, vec![r#"{"all": []}"#; 500].join(","));
        for (condition, expected) in [
            (r#"{"all": []}"#, ""),
            (&nested(9), ""),
            (&nested(10), ": conditions more than 10 levels deep"),
            (&wide, ": more than 500 conditions"),
            (r#"{"metric": {"of": "value_score", "at_least": 70}}"#, ""),
            (r#"{"any": [{"metric": {"of": "tenure"}}]}"#, ".any[0].metric: none of at_least, at_most and known"),
            (r#"{"metric": {"of": "tenure", "at_least": 1, "known": false}}"#, ".metric: what is not known lies in no range"),
            (r#"{"metric": {"of": "tenure", "at_least": 2, "at_most": 1}}"#, ".metric: at_least (2) is more than at_most (1)"),
            (
                r#"{"not": {"metric": {"of": "points:x", "at_least": 2}}}"#,
                ".not.metric.of: points:x is no sheet of points that comes before",
            ),
            (r#"{"attribute": {"of": "gender"}}"#, ".attribute: none of is, contains and known"),
            (r#"{"attribute": {"of": "gender", "contains": " "}}"#, ".attribute.contains: not 1 to 500 bytes long"),
            (r#"{"attribute": {"of": "gender", "is": ["f"], "known": false}}"#, ".attribute: what is not known has no text"),
            (r#"{"segment": {"scheme": "life-cycle", "is": ["new"]}}"#, ""),
            (r#"{"segment": {"scheme": "life-cycle", "is": []}}"#, ".segment.is: no segment"),
            (r#"{"segment": {"scheme": "life-cycle", "is": ["newish"]}}"#, ".segment.is: newish is no segment of life-cycle"),
            (r#"{"segment": {"scheme": "own", "is": ["a"]}}"#, ".segment.scheme: own is no scheme that comes before"),
        ] {
            let expected = if expected.is_empty() { String::new() } else { format!("schemes[0].rows[0].when{expected}") };
            assert_eq!(rows(condition), expected, "{condition}");
        }
    }
}
