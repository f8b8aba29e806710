//! The contacts of the coming weeks: in figures, by page, and as files.
//!
//! The calendar is made when it is first asked for after a change of results, and kept until the next one. Invariant: as
//! everywhere at the boundary, decode → call the core → encode.

use super::{JsResult, Session};
use crate::ErrorKind;
use crate::export::{self, PlanFile};
use crate::interact::calendar::{Calendar, calendar};
use crate::pipeline::Outcome;
use crate::recipe::Market;
use crate::web::convert::{decode, encode, thrown};
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// The calendar of contacts in figures.
    pub fn calendar(&mut self) -> JsResult<JsValue> {
        let (calendar, outcome) = self.planned()?;
        encode(&calendar.report(&outcome.book, &outcome.standing))
    }

    /// A page of the planned contacts.
    #[wasm_bindgen(js_name = contactPage)]
    pub fn contact_page(&mut self, query: JsValue) -> JsResult<JsValue> {
        let (query, (calendar, outcome)) = (decode(query)?, self.planned()?);
        encode(&calendar.page(&outcome.book, &outcome.standing, &query))
    }

    /// A page of the contacts that are wanted and not planned.
    #[wasm_bindgen(js_name = leftPage)]
    pub fn left_page(&mut self, query: JsValue) -> JsResult<JsValue> {
        let (query, (calendar, outcome)) = (decode(query)?, self.planned()?);
        encode(&calendar.left_page(&outcome.book, &outcome.standing, &query))
    }

    /// A page of the planned contacts with their messages.
    #[wasm_bindgen(js_name = draftPage)]
    pub fn draft_page(&mut self, query: JsValue, messaging: JsValue) -> JsResult<JsValue> {
        let (query, messaging, (calendar, outcome)) = (decode(query)?, decode(messaging)?, self.planned()?);
        encode(&calendar.drafts(&outcome.book, &outcome.standing, &query, &messaging))
    }

    /// What is missing for the messages.
    #[wasm_bindgen(js_name = messageReport)]
    pub fn message_report(&mut self, messaging: JsValue) -> JsResult<JsValue> {
        let (messaging, (calendar, outcome)) = (decode(messaging)?, self.planned()?);
        encode(&calendar.message_report(&outcome.book, &outcome.standing, &messaging))
    }

    /// A ready-made treatment for the tiers there are.
    pub fn treatment(&self, market: JsValue) -> JsResult<JsValue> {
        let (market, standing): (Market, _) = (decode(market)?, &self.outcome()?.standing);
        let tiers = standing.schemes.get(standing.tier).map_or(&[][..], |tiers| &tiers.segments[..]);
        encode(&market.treatment(&tiers.iter().map(|tier| tier.code.clone()).collect::<Vec<_>>()))
    }

    /// A file of the plan, as [`PlanFile`] says; of one account manager when named.
    #[wasm_bindgen(js_name = planFile)]
    pub fn plan_file(&mut self, wanted: JsValue) -> JsResult<Vec<u8>> {
        let recipe = self.recipe.clone();
        let (wanted, (calendar, outcome)): (PlanFile, _) = (decode(wanted)?, self.planned()?);
        export::plan_file(&wanted, &outcome.book, &outcome.standing, &recipe, calendar).map_err(|error| thrown(&error))
    }
}

impl Session {
    fn planned(&mut self) -> JsResult<(&Calendar, &Outcome)> {
        let outcome = self.outcome.as_ref().ok_or_else(|| thrown(&ErrorKind::NothingImported.into()))?;
        let made = || calendar(&outcome.book, &outcome.standing, None, &self.recipe);
        Ok((self.calendar.get_or_insert_with(made), outcome))
    }
}
