//! Who may look after whom: the rules of assigning customers to account managers.
//!
//! The people themselves are not here: their names and hours are personal, and a recipe is shared. They are a document of their own
//! ([`Staff`](crate::customize::Staff)). Invariant: a rule names schemes, segments and skills, never a person.

use serde::{Deserialize, Serialize};

/// The rules of assigning customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Ownership {
    /// Days without an order or a contact after which a customer goes back to the public pool; never when not given.
    pub recycle_days: Option<u32>,
    /// What the owners of some customers have to be able to do.
    pub skills: Vec<SkillRule>,
}

impl Default for Ownership {
    fn default() -> Self {
        Self { recycle_days: Some(180), skills: Vec::new() }
    }
}

/// The customers of a segment need an owner with this skill.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct SkillRule {
    /// Id of the scheme.
    pub scheme: String,
    /// Code of its segment.
    pub segment: String,
    /// The skill, as it is called in the list of staff.
    pub skill: String,
}
