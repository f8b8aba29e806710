//! The wasm boundary: decode → call the core → encode. The only place that knows JavaScript.
