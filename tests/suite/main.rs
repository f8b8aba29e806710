//! One integration binary.

mod book;
#[cfg(feature = "cli")]
mod cli;
mod data;
mod differentiate;
mod export;
mod laws;
mod plan;
mod real_differentiate;
mod real_files;
mod sample;
mod support;
mod tidy;
mod workbook;
