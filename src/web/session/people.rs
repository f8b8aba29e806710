//! What the page asks about the people of a scheme.
//!
//! Each call is decode, ask the core, encode. Invariant: no decision is made here.

use super::{JsResult, Session};
use crate::differentiate::people;
use crate::web::convert::encode;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// The people behind the scheme with this id; `undefined` when there is no such scheme.
    pub fn people(&self, scheme: &str) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        match people::people(&outcome.book, &outcome.standing, scheme) {
            Some(people) => encode(&people),
            None => Ok(JsValue::UNDEFINED),
        }
    }
}
