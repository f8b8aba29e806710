//! What people write in cells → days, amounts, identifiers.
