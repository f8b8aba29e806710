//! Rust values ↔ JavaScript values, decided once.

use crate::{Error, ErrorKind};
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

/// Maps become objects, `None` becomes `null`, 64-bit numbers become numbers: what `JSON.parse` would give.
const PLAIN: Serializer = Serializer::json_compatible();

/// A value for JavaScript.
pub(super) fn encode<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    value.serialize(&PLAIN).map_err(|error| invalid(&error.to_string()))
}

/// A value from JavaScript.
pub(super) fn decode<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|error| invalid(&error.to_string()))
}

/// An error as the plain object that the page translates: `{ code, file, sheet, … }`.
pub(super) fn thrown(error: &Error) -> JsValue {
    error.to_json().serialize(&PLAIN).unwrap_or(JsValue::NULL)
}

fn invalid(problem: &str) -> JsValue {
    thrown(&ErrorKind::ArgumentInvalid { problem: problem.to_owned() }.into())
}

#[wasm_bindgen]
extern "C" {
    /// The worker forwards it; `console.error` is where wasm-bindgen's glue finds it in tests too.
    #[wasm_bindgen(js_namespace = console, js_name = error)]
    fn console_error(text: &str);
}

/// Tells where a panic happened. The text of the panic stays inside: it might quote a cell.
pub(super) fn report_panic(place: &str) {
    console_error(&format!("customer-tiers: panic at {place}"));
}
