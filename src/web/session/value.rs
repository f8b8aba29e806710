//! Value and risk: what customers will do, how far that can be trusted, and who may leave.
//!
//! The forecast is made when one of these methods is first asked after a run, and kept until something behind it changes.
//! Invariant: as everywhere at the boundary, decode → call the core → encode.

use super::{JsResult, Session};
use crate::base::CustomerId;
use crate::differentiate::history::model_check;
use crate::differentiate::lifetime_value::{customer_value, value_figures};
use crate::differentiate::risk::{self, RiskQuery};
use crate::web::convert::{decode, encode, thrown};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// The forecast in figures.
    pub fn value(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        encode(&value_figures(&outcome.book, &outcome.standing))
    }

    /// What the same models would have said some months ago, against what came; `undefined` when they could not have said anything.
    #[wasm_bindgen(js_name = valueCheck)]
    pub fn value_check(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        let checked = model_check(&outcome.book, &outcome.standing, &self.recipe).map_err(|error| thrown(&error))?;
        checked.map_or(Ok(JsValue::UNDEFINED), |checked| encode(&checked))
    }

    /// A page of the customers at risk.
    #[wasm_bindgen(js_name = riskPage)]
    pub fn risk_page(&self, query: JsValue) -> JsResult<JsValue> {
        let query: RiskQuery = decode(query)?;
        let outcome = self.outcome()?;
        encode(&risk::page(&outcome.book, &outcome.standing, &query))
    }

    /// The forecast of one customer; `undefined` when there is none with this number or nothing is known.
    #[wasm_bindgen(js_name = customerValue)]
    pub fn customer_value(&self, number: u32) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        let value = customer_value(&outcome.book, &outcome.standing, CustomerId(number));
        value.map_or(Ok(JsValue::UNDEFINED), |value| encode(&value))
    }
}
