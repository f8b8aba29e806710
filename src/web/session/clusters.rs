//! What the page asks about clusters, those of a scheme and those that somebody only looks at.
//!
//! Invariant: asking changes nothing; clusters become a scheme by the recipe alone.

use super::{JsResult, Session};
use crate::differentiate::clusters;
use crate::recipe::Clusters;
use crate::web::convert::{decode, encode, thrown};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// Such clusters of the customers, and how they were found.
    pub fn clusters(&self, rule: JsValue) -> JsResult<JsValue> {
        let rule: Clusters = decode(rule)?;
        let outcome = self.outcome()?;
        encode(&clusters::report(&outcome.book, &outcome.standing, &self.recipe, &rule).map_err(|error| thrown(&error))?)
    }
}
