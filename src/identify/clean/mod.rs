//! Customers as they were read → customers one can trust.
//!
//! In the order of the data: [`corrections`] change cells before they are read, [`duplicates`] finds
//! customers who are there twice and merges them, and [`report`] says how complete and how fresh the
//! customer file is, and what was done to get it. Invariant: every step is in the recipe or in the
//! corrections, so that the same files give the same book again.

pub mod corrections;
pub mod duplicates;
pub mod merge;
pub mod report;
mod table;

pub use corrections::{Correction, Corrections, Decisions};
pub use duplicates::{Agreement, Decision, DuplicateGroup, DuplicateMember, DuplicatePage};
pub use report::{FieldReport, FileReport, OutlierReport, OutlierRow, Step};
