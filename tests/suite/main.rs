//! One integration binary.
#![expect(clippy::panic, reason = "a test that cannot go on says why")]
#![expect(clippy::cast_possible_truncation, reason = "tests have few customers")]

mod book;
mod data;
mod differentiate;
mod laws;
mod real_differentiate;
