//! Laws that hold for any input, as plain functions of bytes.
//!
//! A fuzzer calls them with inputs that it makes up (`fuzz_targets/`), the ordinary tests of the product
//! call them with the inputs that are kept (`kept/`) and with the seeds. A law that does not hold panics.
//! Invariant: nothing here depends on the fuzzer, so any toolchain can build it.

pub mod containers;
mod duplicates;
mod files;
mod flow;
pub mod seeds;
mod settings;
mod values;

pub use duplicates::duplicates;
pub use files::{csv, encoding, html, json, ods, xls, xlsb, xlsx, xml, zipped};
pub use flow::{Order, export_round_trip, pipeline, round_trip};
pub use settings::recipe;
pub use values::values;

/// Checks one law with one input.
pub type Target = fn(&[u8]);

/// Every target by its name.
pub const TARGETS: [(&str, Target); 15] = [
    ("csv", csv),
    ("xlsx", xlsx),
    ("xls", xls),
    ("xlsb", xlsb),
    ("ods", ods),
    ("xml", xml),
    ("html", html),
    ("json", json),
    ("zipped", zipped),
    ("encoding", encoding),
    ("values", values),
    ("recipe", recipe),
    ("export_round_trip", export_round_trip),
    ("pipeline", pipeline),
    ("duplicates", duplicates),
];
