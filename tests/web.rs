//! The wasm boundary in a browser.
