//! Where the real files are. They belong to others and are not part of the project.

use std::path::PathBuf;

/// A file below the folder that `CUSTOMER_TIERS_DATA` names.
///
/// Tests that call it are `#[ignore]`d: the project's test command includes them when the variable is set.
pub(crate) fn real(path: &str) -> PathBuf {
    let folder = std::env::var_os("CUSTOMER_TIERS_DATA").expect("CUSTOMER_TIERS_DATA names the folder of real files");
    PathBuf::from(folder).join(path)
}
