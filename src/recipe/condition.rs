//! Conditions on a customer: what rules, point sheets and filters ask.
//!
//! A small language with all, any and not over metrics, attributes and segments, as data. Invariants: the JSON form
//! is stable and readable by hand; a condition is true or false for every customer: what is not known fulfils
//! no comparison.

use super::{Field, Metric};
use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A condition on a customer.
///
/// # Example: who bought much, or is from one of two provinces
/// ```
/// use customer_tiers::recipe::Condition;
/// let condition: Condition = serde_json::from_str(
///     r#"{"any": [{"metric": {"of": "revenue", "at_least": 10000}},
///                 {"attribute": {"of": "region", "is": ["广东", "浙江"]}}]}"#,
/// )?;
/// assert!(matches!(condition, Condition::Any(parts) if parts.len() == 2));
/// # Ok::<(), serde_json::Error>(())
/// ```
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case", deny_unknown_fields)]
pub enum Condition {
    /// All of these hold; true when there is none.
    All(Vec<Condition>),
    /// One of these holds at least; false when there is none.
    Any(Vec<Condition>),
    /// This does not hold.
    Not(Box<Condition>),
    /// A metric lies in a range, or is known.
    Metric(MetricCondition),
    /// An attribute has one of these texts, or is known.
    Attribute(AttributeCondition),
    /// The customer is in one of these segments.
    Segment(SegmentCondition),
}

/// A metric lies in a range, or is known. What is not known lies in no range.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct MetricCondition {
    /// Which metric.
    pub of: Metric,
    /// The smallest value that is meant, in the metric's unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub at_least: Option<f64>,
    /// The largest value that is meant.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub at_most: Option<f64>,
    /// Whether it is known at all; `false` stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub known: Option<bool>,
}

/// An attribute has one of these texts, contains a text, or is known. Texts are compared without regard to case and
/// to blanks at the ends.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct AttributeCondition {
    /// Which attribute.
    pub of: Attribute,
    /// It is one of these; any when empty.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(test, ts(optional, as = "Option<Vec<String>>"))]
    pub is: Vec<String>,
    /// It contains this.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub contains: Option<String>,
    /// Whether it is known at all; `false` stands alone.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub known: Option<bool>,
}

/// The customer is in one of these segments of a scheme that comes before.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct SegmentCondition {
    /// Scheme id.
    pub scheme: String,
    /// Segment codes.
    pub is: Vec<String>,
}

impl Condition {
    /// The conditions right inside this one.
    #[must_use]
    pub fn parts(&self) -> &[Self] {
        match self {
            Self::All(parts) | Self::Any(parts) => parts,
            Self::Not(part) => std::slice::from_ref(&**part),
            Self::Metric(_) | Self::Attribute(_) | Self::Segment(_) => &[],
        }
    }

    /// Calls `visit` for this condition and for all that it contains.
    pub fn visit<'a>(&'a self, visit: &mut dyn FnMut(&'a Self)) {
        visit(self);
        self.parts().iter().for_each(|part| part.visit(visit));
    }
}

/// Something that is known of customers as text, or follows from it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts", type = "string"))]
pub enum Attribute {
    /// An attribute by its field name, as `gender`; `area` also follows from province or city.
    Field(Field),
    /// `age`: age band on the analysis day by the birthday: `0-17`, `18-24`, `25-34`, `35-44`, `45-54`, `55-64`, `65+`.
    Age,
    /// `city_tier`: tier of a Chinese city: `first`, `new_first`, `second`, `other`.
    CityTier,
    /// `origin`: `domestic` or `abroad`, seen from China: by the country, else by province or city.
    Origin,
    /// `own:header`: a column of the files' own.
    Own(String),
}

/// The name in recipes.
impl fmt::Display for Attribute {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Field(field) => f.write_str(field.name()),
            Self::Age => f.write_str("age"),
            Self::CityTier => f.write_str("city_tier"),
            Self::Origin => f.write_str("origin"),
            Self::Own(header) => write!(f, "own:{header}"),
        }
    }
}

impl FromStr for Attribute {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let own = text.strip_prefix("own:").filter(|header| !header.is_empty());
        let field = || Field::from_name(text).filter(|field| Field::ATTRIBUTES.contains(field));
        let found = match text {
            "age" => Some(Self::Age),
            "city_tier" => Some(Self::CityTier),
            "origin" => Some(Self::Origin),
            _ => own.map(|header| Self::Own(header.to_owned())).or_else(|| field().map(Self::Field)),
        };
        found.ok_or_else(|| format!("{text} is not an attribute"))
    }
}

impl Serialize for Attribute {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Attribute {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn attributes_read_back() {
        for name in Field::ATTRIBUTES.iter().map(|field| field.name()).chain(["age", "city_tier", "origin", "own:需求", "own:gender"]) {
            assert_eq!(name.parse::<Attribute>().map(|attribute| attribute.to_string()).as_deref(), Ok(name));
        }
        for name in ["", "own:", "revenue", "shoe_size"] {
            assert_eq!(name.parse::<Attribute>(), Err(format!("{name} is not an attribute")));
        }
    }

    #[test]
    fn conditions_read_back() {
        for json in [
            r#"{"all":[]}"#,
            r#"{"not":{"metric":{"of":"tenure","at_least":30.0,"at_most":90.0}}}"#,
            r#"{"any":[{"attribute":{"of":"own:需求","is":["高"]}},{"segment":{"scheme":"abc","is":["a","b"]}}]}"#,
            r#"{"metric":{"of":"own:预算","known":false}}"#,
        ] {
            let condition = serde_json::from_str::<Condition>(json).map_err(|error| error.to_string());
            assert_eq!(condition.map(|condition| serde_json::to_string(&condition).unwrap_or_default()).as_deref(), Ok(json));
        }
        for json in [r#"{"metric":{"of":"luck"}}"#, r#"{"some":[]}"#, r#"{"metric":{"of":"tenure","above":1}}"#] {
            assert!(serde_json::from_str::<Condition>(json).is_err(), "{json}");
        }
    }
}
