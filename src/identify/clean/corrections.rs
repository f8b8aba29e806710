//! What somebody decided about single cells and single customers.
//!
//! It names cells and customers, so it is no part of the recipe: it is saved, if at all, as a file of its
//! own that stays with the data. Invariant: applied in order; a later step wins over an earlier one.

use crate::base::Day;
use crate::recipe::Field;
use crate::{Error, ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// All decisions, in the order in which they were made.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Corrections {
    /// Version of the form: 1.
    pub corrections: u32,
    /// The decisions.
    pub steps: Vec<Correction>,
}

impl Default for Corrections {
    fn default() -> Self {
        Self { corrections: 1, steps: Vec::new() }
    }
}

/// One decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "do", rename_all = "snake_case", deny_unknown_fields)]
pub enum Correction {
    /// This cell is read as if it held this.
    Set {
        /// File.
        file: String,
        /// Sheet, for workbooks.
        sheet: Option<String>,
        /// Row as a spreadsheet numbers it, from 1.
        #[cfg_attr(test, ts(type = "number"))]
        row: u64,
        /// The role of its column.
        field: Field,
        /// What it holds instead.
        value: String,
    },
    /// Wherever a column of this role holds `from` (compared without blanks around it), it is read as `to`.
    Replace {
        /// The role of the column.
        field: Field,
        /// What it holds.
        from: String,
        /// What it holds instead.
        to: String,
    },
    /// These customers are one: the ids as they stand in the customer file.
    Merge {
        /// At least two ids.
        ids: Vec<String>,
    },
    /// These customers are different ones, although they look alike.
    Apart {
        /// At least two ids.
        ids: Vec<String>,
    },
    /// This customer is in this segment of this scheme, whatever the scheme says.
    Override {
        /// The id as it stands in the customer file.
        id: String,
        /// Id of the scheme.
        scheme: String,
        /// Code of the segment.
        segment: String,
        /// Why, in the words of whoever decided it.
        reason: String,
        /// The day on which it was decided, where that was said.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        #[cfg_attr(test, ts(type = "string", optional = nullable))]
        day: Option<Day>,
    },
}

/// The version of the form that this code writes and reads.
const VERSION: u32 = 1;
/// More decisions than a person makes.
const MOST_STEPS: usize = 100_000;
/// More customers than one decision is about.
const MOST_IDS: usize = 50;
/// Ids of all decisions together: each step is about pairs.
const MOST_PAIRS: usize = 1_000_000;
/// Bytes of one text.
const LONGEST_TEXT: usize = 4_000;

impl Corrections {
    /// Reads and checks corrections.
    ///
    /// # Errors
    /// `recipe.invalid` with the place and the problem, below `corrections`; `recipe.too_new`.
    ///
    /// # Example: they are a small JSON document
    /// ```
    /// use customer_tiers::identify::Corrections;
    /// let json = r#"{"corrections": 1, "steps": [{"do": "merge", "ids": ["C-7", "C-12"]}]}"#;
    /// assert_eq!(Corrections::from_json(json)?.steps.len(), 1);
    /// # Ok::<(), customer_tiers::Error>(())
    /// ```
    pub fn from_json(json: &str) -> Result<Self> {
        let this: Self = serde_json::from_str(json).map_err(|error| invalid("corrections", error.to_string()))?;
        this.check()?;
        Ok(this)
    }

    /// The corrections as JSON that reads back to the same corrections, indented, with a final line break.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).map(|json| json + "\n").unwrap_or_default()
    }

    fn check(&self) -> Result<()> {
        if self.corrections > VERSION {
            return Err(ErrorKind::RecipeTooNew { version: self.corrections }.into());
        }
        let require = |holds: bool, path: &str, problem: &str| if holds { Ok(()) } else { Err(invalid(path, problem.to_owned())) };
        require(self.corrections == VERSION, "corrections", "there is no version 0")?;
        require(self.steps.len() <= MOST_STEPS, "corrections.steps", "more than 100000 steps")?;
        let mut pairs = 0;
        for (place, step) in self.steps.iter().enumerate() {
            let path = format!("corrections.steps.{place}");
            require(step.texts().all(|text| text.len() <= LONGEST_TEXT), &path, "a text longer than 4000 bytes")?;
            match step {
                Correction::Set { row, .. } => require(*row > 0, &path, "rows are counted from 1")?,
                Correction::Replace { from, .. } => require(!from.trim().is_empty(), &path, "nothing to look for")?,
                Correction::Merge { ids } | Correction::Apart { ids } => {
                    require((2..=MOST_IDS).contains(&ids.len()), &path, "not between 2 and 50 ids")?;
                    pairs += ids.len() * (ids.len() - 1) / 2;
                }
                Correction::Override { id, reason, .. } => {
                    require(!id.trim().is_empty(), &path, "no customer")?;
                    require(!reason.trim().is_empty(), &path, "no reason")?;
                }
            }
        }
        require(pairs <= MOST_PAIRS, "corrections.steps", "too many customers to merge or to keep apart")
    }
}

impl Correction {
    fn texts(&self) -> impl Iterator<Item = &String> {
        let (texts, ids): (Vec<&String>, &[String]) = match self {
            Self::Set { file, sheet, value, .. } => (std::iter::once(file).chain(sheet).chain([value]).collect(), &[]),
            Self::Replace { from, to, .. } => (vec![from, to], &[]),
            Self::Merge { ids } | Self::Apart { ids } => (Vec::new(), ids),
            Self::Override { id, scheme, segment, reason, .. } => (vec![id, scheme, segment, reason], &[]),
        };
        texts.into_iter().chain(ids)
    }
}

fn invalid(path: &str, problem: String) -> Error {
    ErrorKind::RecipeInvalid { path: path.to_owned(), problem }.into()
}

/// What was decided about pairs of customers: the last step that names two customers decides about them.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Decisions {
    /// By the two ids, the smaller one first: whether they are one customer.
    pairs: BTreeMap<(String, String), bool>,
}

impl Decisions {
    /// The decisions of these corrections.
    #[must_use]
    pub fn of(corrections: &Corrections) -> Self {
        let mut pairs = BTreeMap::new();
        for step in &corrections.steps {
            let (ids, one) = match step {
                Correction::Merge { ids } => (ids, true),
                Correction::Apart { ids } => (ids, false),
                Correction::Set { .. } | Correction::Replace { .. } | Correction::Override { .. } => continue,
            };
            for (place, a) in ids.iter().enumerate() {
                for b in ids[place + 1..].iter().filter(|b| *b != a) {
                    pairs.insert((a.min(b).clone(), a.max(b).clone()), one);
                }
            }
        }
        Self { pairs }
    }

    /// Whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.pairs.is_empty()
    }

    /// Whether two of these were decided to be different customers.
    #[must_use]
    pub fn keeps_apart(&self, ids: &[&str]) -> bool {
        !self.pairs.is_empty() && ids.iter().enumerate().any(|(place, a)| ids[place + 1..].iter().any(|b| self.about(a, b) == Some(false)))
    }

    /// Pairs that were decided to be one customer, in byte order.
    pub(super) fn merged(&self) -> impl Iterator<Item = (&str, &str)> {
        self.pairs.iter().filter(|(_, one)| **one).map(|((a, b), _)| (a.as_str(), b.as_str()))
    }

    fn about(&self, a: &str, b: &str) -> Option<bool> {
        self.pairs.get(&(a.min(b).to_owned(), a.max(b).to_owned())).copied()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn refusal(json: &str) -> String {
        match Corrections::from_json(json).map_err(|error| error.kind().clone()) {
            Ok(_) => String::new(),
            Err(ErrorKind::RecipeInvalid { path, problem }) => format!("{path}: {problem}"),
            Err(other) => format!("{other:?}"),
        }
    }

    #[test]
    fn one_refusal_for_each_rule() {
        let ids = serde_json::json!((0..51).map(|id| id.to_string()).collect::<Vec<_>>());
        for (json, expected) in [
            ("{}".to_owned(), ""),
            (r#"{"corrections": 2}"#.to_owned(), "RecipeTooNew { version: 2 }"),
            (r#"{"corrections": 0}"#.to_owned(), "corrections: there is no version 0"),
            (r#"{"steps": [{"do": "merge", "ids": ["1", "2"]}]}"#.to_owned(), ""),
            (r#"{"steps": [{"do": "merge", "ids": ["1"]}]}"#.to_owned(), "corrections.steps.0: not between 2 and 50 ids"),
            (format!(r#"{{"steps": [{{"do": "apart", "ids": {ids}}}]}}"#), "corrections.steps.0: not between 2 and 50 ids"),
            (
                r#"{"steps": [{"do": "set", "file": "a", "sheet": null, "row": 0, "field": "date", "value": ""}]}"#.to_owned(),
                "corrections.steps.0: rows are counted from 1",
            ),
            (
                r#"{"steps": [{"do": "replace", "field": "city", "from": " ", "to": "x"}]}"#.to_owned(),
                "corrections.steps.0: nothing to look for",
            ),
            (
                format!(r#"{{"steps": [{{"do": "replace", "field": "city", "from": "{}", "to": "x"}}]}}"#, "x".repeat(4001)),
                "corrections.steps.0: a text longer than 4000 bytes",
            ),
            (
                r#"{"steps": [{"do": "override", "id": "1", "scheme": "value", "segment": "high", "reason": " "}]}"#.to_owned(),
                "corrections.steps.0: no reason",
            ),
            (
                r#"{"steps": [{"do": "override", "id": "", "scheme": "value", "segment": "high", "reason": "x"}]}"#.to_owned(),
                "corrections.steps.0: no customer",
            ),
        ] {
            assert_eq!(refusal(&json), expected, "{json}");
        }
        assert!(refusal(r#"{"steps": [{"do": "burn"}]}"#).contains("unknown variant"));
    }

    #[test]
    fn they_read_back_as_they_were_written() {
        let json = r#"{"corrections":1,"steps":[
            {"do":"set","file":"a.csv","sheet":null,"row":3,"field":"amount","value":"12"},
            {"do":"replace","field":"city","from":"北平","to":"北京"},
            {"do":"merge","ids":["1","2"]},{"do":"apart","ids":["2","3"]},
            {"do":"override","id":"1","scheme":"value","segment":"high","reason":"董事长的朋友","day":"2024-05-01"},
            {"do":"override","id":"2","scheme":"value","segment":"low","reason":"owes us"}]}"#;
        let read = Corrections::from_json(json).expect("valid");
        assert_eq!(Corrections::from_json(&read.to_json()).expect("valid"), read);
    }

    #[test]
    fn the_last_step_about_two_customers_decides() {
        let step = |merge: bool, ids: &[&str]| {
            let ids = ids.iter().map(|id| (*id).to_owned()).collect();
            if merge { Correction::Merge { ids } } else { Correction::Apart { ids } }
        };
        let corrections = Corrections { corrections: 1, steps: vec![step(true, &["a", "b", "c"]), step(false, &["c", "a"])] };
        let decisions = Decisions::of(&corrections);
        assert_eq!(decisions.merged().collect::<Vec<_>>(), [("a", "b"), ("b", "c")]);
        assert!(decisions.keeps_apart(&["a", "x", "c"]) && !decisions.keeps_apart(&["a", "b"]));
    }
}
