//! Questions about scores: how one spreads over all customers, and where those of one customer come from.
//!
//! Each call is decode, ask the core, encode. Invariant: no decision is made here.

use super::{JsResult, Session};
use crate::base::CustomerId;
use crate::differentiate::{prospects, scorecard};
use crate::recipe::Metric;
use crate::web::convert::{decode, encode, thrown};
use crate::web::shown::Shown;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// One score of all customers: its spread, the `best` customers, and what each segment has.
    pub fn scorecard(&self, metric: &str, best: usize) -> JsResult<JsValue> {
        let metric: Metric = decode(JsValue::from_str(metric))?;
        self.recipe.check_metric(&metric).map_err(|error| thrown(&error))?;
        let outcome = self.outcome()?;
        encode(&scorecard::scorecard(&outcome.book, &outcome.standing, &self.recipe, &metric, best).shown(self.masked))
    }

    /// The people without orders by one score, which is mostly a sheet of points.
    pub fn prospects(&self, metric: &str, best: usize) -> JsResult<JsValue> {
        let metric: Metric = decode(JsValue::from_str(metric))?;
        self.recipe.check_metric(&metric).map_err(|error| thrown(&error))?;
        let outcome = self.outcome()?;
        encode(&prospects::prospects(&outcome.book, &outcome.standing, &self.recipe, &metric, best).shown(self.masked))
    }

    /// All scores of one customer with where they come from; `undefined` for somebody who is not scored.
    #[wasm_bindgen(js_name = customerScores)]
    pub fn customer_scores(&self, customer: u32) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        let scores = scorecard::customer_scores(&outcome.book, &outcome.standing, &self.recipe, CustomerId(customer));
        scores.map_or(Ok(JsValue::UNDEFINED), |scores| encode(&scores))
    }
}
