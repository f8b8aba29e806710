//! One integration binary.

#[cfg(feature = "cli")]
mod cli;
mod data;
mod export;
mod plan;
mod real_files;
mod sample;
mod support;
mod tidy;
mod workbook;
