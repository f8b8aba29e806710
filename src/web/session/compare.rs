//! Questions about schemes: which there are, and how two of them agree.
//!
//! Apart from the other questions, because only the screen of schemes asks them. Invariant: they change nothing.

use super::super::convert::{decode, encode, thrown};
use super::{JsResult, Session};
use crate::differentiate::{compare, schemes};
use crate::recipe::{Axis, Scores};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// Every scheme there is, and whether it goes with these scores; with the recipe's when none are given.
    pub fn schemes(&self, scores: JsValue) -> JsResult<JsValue> {
        let scores: Option<Scores> = if scores.is_undefined() { None } else { Some(decode(scores)?) };
        encode(&schemes::catalogue(&self.recipe, scores.as_ref().unwrap_or(&self.recipe.scores)))
    }

    /// Customers by the cells of a table with these axes, by its own scores if it has some.
    #[wasm_bindgen(js_name = cellCounts)]
    pub fn cell_counts(&self, axes: JsValue, scores: JsValue) -> JsResult<JsValue> {
        let (axes, scores): (Vec<Axis>, Option<Scores>) = (decode(axes)?, decode(scores)?);
        encode(&schemes::cell_counts(&self.outcome()?.standing, &axes, scores.as_ref()))
    }

    /// A scheme tried out: its segments with their customers.
    #[wasm_bindgen(js_name = previewScheme)]
    pub fn preview_scheme(&self, scheme: JsValue) -> JsResult<JsValue> {
        let (scheme, outcome) = (decode(scheme)?, self.outcome()?);
        encode(&schemes::preview(&outcome.book, &outcome.standing, &self.recipe, scheme).map_err(|error| thrown(&error))?)
    }

    /// Two schemes against each other, by their ids; `undefined` when one of them is not there.
    pub fn compare(&self, first: &str, second: &str) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        let comparison = compare::compare(&outcome.book, &outcome.standing, first, second);
        comparison.map_or(Ok(JsValue::UNDEFINED), |comparison| encode(&comparison))
    }
}
