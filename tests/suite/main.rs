//! One integration binary.

#[cfg(feature = "cli")]
mod cli;
mod export;
mod plan;
mod sample;
mod support;
mod tidy;
