//! One record of a JSON file: its members, each value as it is written.
//!
//! Invariant: a value is checked for being JSON and otherwise left alone, so that no digit of a number is lost.

use serde::de::{Deserialize, Deserializer, MapAccess, Visitor};
use serde_json::value::RawValue;
use std::borrow::Cow;
use std::fmt;

/// A record.
#[derive(Debug)]
pub(super) enum Record<'t> {
    Object(Vec<(Cow<'t, str>, &'t str)>),
    Array(Vec<&'t str>),
}

impl<'t> Record<'t> {
    /// The record that this text is, if it is one.
    pub(super) fn parse(text: &'t str) -> Option<Self> {
        if text.starts_with('[') {
            let values: Vec<&RawValue> = serde_json::from_str(text).ok()?;
            return Some(Self::Array(values.into_iter().map(RawValue::get).collect()));
        }
        let Members(members) = serde_json::from_str(text).ok()?;
        Some(Self::Object(members))
    }

    /// Calls `visit` with the column of each value; returns whether there are values without a column that say something.
    pub(super) fn each(&self, keys: Option<&[String]>, mut visit: impl FnMut(usize, &'t str)) -> bool {
        let mut has_unknown = false;
        match (self, keys) {
            (Self::Array(values), None) => values.iter().enumerate().for_each(|(column, value)| visit(column, value)),
            (Self::Object(members), Some(keys)) => {
                for (place, (key, value)) in members.iter().enumerate() {
                    // Most records have their keys in the same order.
                    let usual = keys.get(place).is_some_and(|usual| usual == key).then_some(place);
                    match usual.or_else(|| keys.iter().position(|other| other == key)) {
                        Some(column) => visit(column, value),
                        None => has_unknown |= !matches!(*value, "null" | "\"\""),
                    }
                }
            }
            // An array among objects, or the other way round.
            _ => has_unknown = true,
        }
        has_unknown
    }
}

/// The text of a string of JSON; as it stands where it is none.
pub(super) fn unquoted(value: &str) -> Cow<'_, str> {
    let inside = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"')).unwrap_or(value);
    if !inside.contains('\\') {
        return Cow::Borrowed(inside);
    }
    serde_json::from_str(value).map_or(Cow::Borrowed(inside), Cow::Owned)
}

struct Members<'t>(Vec<(Cow<'t, str>, &'t str)>);

/// A key that is borrowed where it can be.
#[derive(serde::Deserialize)]
struct Key<'t>(#[serde(borrow)] Cow<'t, str>);

impl<'t> Deserialize<'t> for Members<'t> {
    fn deserialize<D: Deserializer<'t>>(deserializer: D) -> Result<Self, D::Error> {
        struct Collect;
        impl<'t> Visitor<'t> for Collect {
            type Value = Members<'t>;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("an object")
            }

            fn visit_map<M: MapAccess<'t>>(self, mut map: M) -> Result<Self::Value, M::Error> {
                let mut members = Vec::new();
                while let Some((Key(key), value)) = map.next_entry::<Key<'t>, &'t RawValue>()? {
                    members.push((key, value.get()));
                }
                Ok(Members(members))
            }
        }
        deserializer.deserialize_map(Collect)
    }
}
