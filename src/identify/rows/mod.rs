//! Rows with roles → lines of the book: one sink per kind of table.
//!
//! Invariant: a row is either used whole or left out whole, with exactly one issue that says why.

mod columns_of_days;
mod customers;
mod orders;
mod reading;
mod ready;

pub(super) use columns_of_days::DayColumns;
pub(super) use customers::CustomerRows;
pub(super) use orders::{FIELDS as ORDER_FIELDS, OrderRows, Scratch};
pub(super) use reading::{Rejected, Slots, TableContext, write_cell};
pub(super) use ready::{FIELDS as READY_FIELDS, ReadyBuilder, ReadyRows};
