//! A recipe is checked once; only the checked one runs.

use super::{Recipe, VERSION};
use crate::{Error, ErrorKind, Result};
use std::ops::Deref;

/// A recipe that is known to be valid.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Checked(Recipe);

impl Checked {
    /// Checks a recipe.
    ///
    /// # Errors
    /// `recipe.invalid` with the place and the problem, `recipe.too_new`.
    pub fn new(recipe: Recipe) -> Result<Self> {
        if recipe.recipe > VERSION {
            return Err(ErrorKind::RecipeTooNew { version: recipe.recipe }.into());
        }
        Ok(Self(recipe))
    }

    /// Reads and checks a recipe.
    ///
    /// # Errors
    /// As [`Checked::new`]; `recipe.invalid` also when the text is not JSON or has unknown fields.
    pub fn from_json(json: &str) -> Result<Self> {
        let recipe = serde_json::from_str(json).map_err(|error| invalid("", &error.to_string()))?;
        Self::new(recipe)
    }

    /// The recipe as JSON that reads back to the same recipe, indented, with a final line break.
    #[must_use]
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(&self.0).map(|json| json + "\n").unwrap_or_default()
    }

    /// The recipe itself, to be changed and checked again.
    #[must_use]
    pub fn into_inner(self) -> Recipe {
        self.0
    }
}

impl Deref for Checked {
    type Target = Recipe;

    fn deref(&self) -> &Recipe {
        &self.0
    }
}

fn invalid(path: &str, problem: &str) -> Error {
    ErrorKind::RecipeInvalid { path: path.to_owned(), problem: problem.to_owned() }.into()
}
