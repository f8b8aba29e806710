//! Named recipes and the built-in schemes.

use super::{Recipe, Scheme};

/// Names of the presets.
pub const NAMES: [&str; 1] = ["default"];

/// The recipe with this name.
///
/// # Errors
/// `preset.unknown` when there is none.
pub fn preset(_name: &str) -> crate::Result<Recipe> {
    todo!()
}

/// Every built-in scheme, in the order in which they are shown.
#[must_use]
pub fn built_in_schemes() -> Vec<Scheme> {
    todo!()
}
