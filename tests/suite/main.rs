//! One integration binary.
#![expect(
    clippy::panic,
    clippy::cast_possible_truncation,
    reason = "a test stops at the first thing that is not as it should be, and its numbers are small"
)]

mod book;
mod by_hand;
mod calamine;
mod calendar;
mod calendar_report;
mod channels;
mod clean;
mod clean_laws;
#[cfg(feature = "cli")]
mod cli;
mod clusters;
mod compare;
mod data;
mod differentiate;
mod duplicates;
mod effect;
mod expected;
mod export;
mod feedback;
mod fuzzed;
mod grouped;
mod history;
mod hostile;
mod import_laws;
mod laws;
mod lifetime_value;
mod loyalty;
mod messages;
mod metrics;
mod months;
mod next;
mod owners;
mod people;
mod plan;
mod real_differentiate;
mod real_encodings;
mod real_files;
mod real_forms;
mod recommend;
mod sample;
mod schemes_by_rule;
mod scorecard;
mod sharing;
mod steady;
mod support;
mod tidy;
mod value;
mod vendors;
mod workbook;
