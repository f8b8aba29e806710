//! Questions about metrics and conditions: what is known, whom a condition means, what the cuts of today are.
//!
//! Invariant: they change nothing but the columns that are kept for the next question.

use super::super::convert::{decode, encode, thrown};
use super::{JsResult, Session};
use crate::ErrorKind;
use crate::differentiate::conditions;
use crate::differentiate::metrics::ScoredMetric;
use crate::recipe::{Binning, Condition, Metric, presets};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// How many customers a condition means, and what they are worth.
    pub fn count(&self, condition: JsValue) -> JsResult<JsValue> {
        let condition: Condition = decode(condition)?;
        let outcome = self.outcome()?;
        let count = conditions::count(&outcome.book, &outcome.standing, &self.recipe, &condition);
        encode(&count.map_err(|error| thrown(&error))?)
    }

    /// Every metric of which something is known, in figures.
    pub fn metrics(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        encode(&outcome.standing.known_metrics(&outcome.book, &self.recipe))
    }

    /// One metric in figures, cut in some way.
    #[wasm_bindgen(js_name = scoredMetric)]
    pub fn scored_metric(&self, metric: &str, binning: JsValue) -> JsResult<JsValue> {
        let (metric, binning): (Metric, Binning) = (decode(JsValue::from_str(metric))?, decode(binning)?);
        self.recipe.check_metric(&metric).and_then(|()| self.recipe.check_binning(&binning)).map_err(|error| thrown(&error))?;
        let (book, standing) = (&self.outcome()?.book, &self.outcome()?.standing);
        let cutting = standing.metric_scores(book, &self.recipe, &metric, &binning).cutting;
        encode(&ScoredMetric { figures: standing.metric_figures(book, &self.recipe, &metric), cutting })
    }

    /// The texts of an attribute, those of most customers first, at most `limit`, each with its customers.
    #[wasm_bindgen(js_name = attributeValues)]
    pub fn attribute_values(&self, attribute: &str, limit: usize) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        encode(&conditions::frequent(&outcome.book, &outcome.standing, &decode(JsValue::from_str(attribute))?, limit))
    }

    /// The cuts of today as fixed ones.
    #[wasm_bindgen(js_name = freezeScores)]
    pub fn freeze_scores(&self) -> JsResult<JsValue> {
        let standing = &self.outcome()?.standing;
        let nested =
            || thrown(&ErrorKind::ArgumentInvalid { problem: "nested scores have cuts of their own in every group".to_owned() }.into());
        encode(&standing.scores.freeze(&standing.measures, &standing.recipe().scores).ok_or_else(nested)?)
    }

    /// Published and ready-made schemes that a recipe can take, beside the built-in ones.
    #[wasm_bindgen(js_name = schemeLibrary)]
    pub fn scheme_library(&self) -> JsResult<JsValue> {
        encode(&presets::scheme_library())
    }
}
