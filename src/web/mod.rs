//! The wasm boundary: decode → call the core → encode. The only place that knows JavaScript.
//!
//! Small values cross as plain objects (one serializer, set once), files as bytes. Results stay in
//! the [`Session`]; a screen asks for the page it shows. Invariants: no logic; no panic text leaves
//! with anything but a place in our own code, because it might quote a customer's cell.

mod convert;
mod file_source;
mod session;
mod shown;

pub use session::Session;

use wasm_bindgen::prelude::wasm_bindgen;

/// Runs once when the module is started: a panic reports only where it happened.
#[wasm_bindgen(start)]
pub fn start() {
    std::panic::set_hook(Box::new(|info| {
        let place = info.location().map_or_else(|| "?".to_owned(), |place| format!("{}:{}", place.file(), place.line()));
        convert::report_panic(&place);
    }));
}
