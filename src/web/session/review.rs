//! What customers said, whether it worked, and files for others.
//!
//! Each call is decode, ask the core, encode. Invariant: what is masked is masked on the screen only, never in a file.

use super::{JsResult, Session};
use crate::export::sharing::{self, Sharing};
use crate::interact::{adjustments, effect, feedback};
use crate::web::convert::{decode, encode, thrown};
use crate::web::shown::Shown;
use serde::Serialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[derive(Serialize)]
struct Reviewed<'a> {
    review: &'a effect::EffectReview,
    advice: Vec<effect::Advice>,
}

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// What customers said, by tier and over time.
    pub fn feedback(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        encode(&feedback::feedback(&outcome.book, &outcome.standing, &self.recipe).shown(self.masked))
    }

    /// A page of what waits for an answer, the best tiers first.
    pub fn matters(&self, offset: u32, limit: u32) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        encode(&feedback::matters(&outcome.book, &outcome.standing, &self.recipe, (offset, limit)).shown(self.masked))
    }

    /// Two periods of every tier, and what follows for the strategies.
    pub fn effect(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        let review = effect::effect(&outcome.book, &outcome.standing, &self.recipe).map_err(|error| thrown(&error))?;
        encode(&Reviewed { advice: effect::advice(&review, &self.recipe), review: &review })
    }

    /// Strategies that are not as the log of adjustments leaves them.
    pub fn unlogged(&self) -> JsResult<JsValue> {
        encode(&adjustments::unlogged(&self.recipe))
    }

    /// A file to hand on: `{ report, bytes }`.
    pub fn share(&self, what: JsValue) -> JsResult<JsValue> {
        let (what, outcome): (Sharing, _) = (decode(what)?, self.outcome()?);
        let shared = sharing::share(&outcome.book, &outcome.standing, &self.recipe, &what).map_err(|error| thrown(&error))?;
        let file = js_sys::Object::new();
        js_sys::Reflect::set(&file, &"report".into(), &encode(&shared.report)?)?;
        js_sys::Reflect::set(&file, &"bytes".into(), &js_sys::Uint8Array::from(shared.bytes.as_slice()))?;
        Ok(file.into())
    }

    /// Whether names, phone numbers and addresses are masked in what is shown from now on.
    #[wasm_bindgen(js_name = setMasked)]
    pub fn set_masked(&mut self, masked: bool) {
        self.masked = masked;
        if let Some(outcome) = &mut self.outcome {
            outcome.book.customers.masked = masked;
        }
    }
}
