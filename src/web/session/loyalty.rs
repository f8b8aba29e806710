//! What a loyalty plan would have cost.
//!
//! Invariant: as everywhere at the boundary, decode → call the core → encode.

use super::{JsResult, Session};
use crate::customize::{simulate, suggested_loyalty, what_if};
use crate::recipe::Loyalty;
use crate::web::convert::{decode, encode, thrown};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// A plan whose levels fit these customers, to begin with.
    #[wasm_bindgen(js_name = loyaltySuggestion)]
    pub fn loyalty_suggestion(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        encode(&suggested_loyalty(&outcome.book, &outcome.standing, &outcome.standing.recipe()))
    }

    /// What the recipe's plan comes to; `undefined` when there is none.
    pub fn loyalty(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        let recipe = outcome.standing.recipe();
        let figures = recipe.loyalty.as_ref().map(|plan| simulate(&outcome.book, &outcome.standing, &recipe, plan));
        figures.map_or(Ok(JsValue::UNDEFINED), |figures| encode(&figures))
    }

    /// A changed plan against the recipe's.
    #[wasm_bindgen(js_name = loyaltyWhatIf)]
    pub fn loyalty_what_if(&self, plan: JsValue) -> JsResult<JsValue> {
        let (plan, outcome): (Loyalty, _) = (decode(plan)?, self.outcome()?);
        let found = what_if(&outcome.book, &outcome.standing, &outcome.standing.recipe(), &plan);
        encode(&found.map_err(|error| thrown(&error))?)
    }
}
