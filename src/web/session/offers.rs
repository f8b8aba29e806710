//! What single customers are offered.
//!
//! All orders are learnt from when this is first asked after a run, and kept until something behind it changes. Invariant: as
//! everywhere at the boundary, decode → call the core → encode.

use super::{JsResult, Session};
use crate::base::CustomerId;
use crate::customize::{OfferQuery, Offerer, Scratch, hold_out};
use crate::web::convert::{decode, encode};
use crate::web::shown::Shown;
use std::cell::OnceCell;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What was learnt since the last change of results.
pub(super) type Kept = OnceCell<Offerer>;

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// What the offers come to.
    #[wasm_bindgen(js_name = offerFigures)]
    pub fn offer_figures(&self) -> JsResult<JsValue> {
        encode(&self.offerer()?.figures(&self.outcome()?.standing))
    }

    /// A page of offers.
    #[wasm_bindgen(js_name = offerPage)]
    pub fn offer_page(&self, query: JsValue) -> JsResult<JsValue> {
        let (query, outcome): (OfferQuery, _) = (decode(query)?, self.outcome()?);
        encode(&self.offerer()?.page(&outcome.book, &outcome.standing, &query).shown(self.masked))
    }

    /// What one customer is offered.
    #[wasm_bindgen(js_name = customerOffer)]
    pub fn customer_offer(&self, number: u32) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        let offer = self.offerer()?.of(&outcome.book, &outcome.standing, CustomerId(number), &mut Scratch::default());
        encode(&offer.shown(self.masked))
    }

    /// How often the recommendations of a past day would have been right; `undefined` when nothing can be said.
    #[wasm_bindgen(js_name = offerTest)]
    pub fn offer_test(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        let tested = hold_out(&outcome.book, &outcome.standing, &self.recipe);
        tested.map_or(Ok(JsValue::UNDEFINED), |tested| encode(&tested))
    }
}

impl Session {
    fn offerer(&self) -> JsResult<&Offerer> {
        let outcome = self.outcome()?;
        Ok(self.offering.get_or_init(|| Offerer::new(&outcome.book, &outcome.standing, &outcome.standing.recipe())))
    }
}
