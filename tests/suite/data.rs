//! Real files for tests: they are not ours to publish, so they lie outside of the project.
//!
//! Tests that need them are `#[ignore = "needs CUSTOMER_TIERS_DATA"]` and run with
//! `CUSTOMER_TIERS_DATA=folder cargo test -- --include-ignored`.

use std::path::PathBuf;

/// Where a file of the collection is.
pub(crate) fn real(path: &str) -> PathBuf {
    let folder = std::env::var_os("CUSTOMER_TIERS_DATA").expect("CUSTOMER_TIERS_DATA names the folder");
    PathBuf::from(folder).join(path)
}

/// The text of a file of the collection.
pub(crate) fn read(path: &str) -> String {
    std::fs::read_to_string(real(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}
