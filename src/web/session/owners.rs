//! Who looks after whom.
//!
//! The list of staff comes with every question and is not kept: it holds names, and belongs to the page. Invariant: as everywhere at the
//! boundary, decode → call the core → encode.

use super::{JsResult, Session};
use crate::customize::{Staff, assignment};
use crate::export::owners_csv;
use crate::web::convert::{decode, encode, thrown};
use crate::web::shown::Shown;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// The owners that the files name, as a list of staff to begin with.
    #[wasm_bindgen(js_name = staffNamed)]
    pub fn staff_named(&self) -> JsResult<JsValue> {
        encode(&Staff::named_in(&self.outcome()?.book))
    }

    /// Who looks after whom, by these people; lists are cut to `limit` rows.
    pub fn assignment(&self, staff: JsValue, limit: usize) -> JsResult<JsValue> {
        let (staff, outcome): (Staff, _) = (decode(staff)?, self.outcome()?);
        let found = assignment(&outcome.book, &outcome.standing, &outcome.standing.recipe(), &staff);
        encode(&found.map_err(|error| thrown(&error))?.cut(limit).shown(self.masked))
    }

    /// A list of the assignment as CSV.
    #[wasm_bindgen(js_name = ownersCsv)]
    pub fn owners_csv(&self, staff: JsValue, list: JsValue) -> JsResult<Vec<u8>> {
        let (staff, list, outcome): (Staff, _, _) = (decode(staff)?, decode(list)?, self.outcome()?);
        let found = assignment(&outcome.book, &outcome.standing, &outcome.standing.recipe(), &staff).map_err(|error| thrown(&error))?;
        let mut bytes = Vec::new();
        owners_csv(&outcome.book, &outcome.standing, &found, list, &mut bytes).map_err(|error| thrown(&error))?;
        Ok(bytes)
    }
}
