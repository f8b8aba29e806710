//! Rows with roles → lines of the book: one sink per kind of table.
//!
//! Invariant: a row is either used whole or left out whole, with exactly one issue that says why.

mod columns_of_days;
mod contacts;
mod currencies;
mod customers;
mod feedback;
mod heads;
mod meanings;
mod orders;
mod reading;
mod ready;
mod reference;
mod totals;

pub(super) use columns_of_days::{DayColumns, Decision};
pub(super) use contacts::{ContactRows, FIELDS as CONTACT_FIELDS};
pub(super) use currencies::Currencies;
pub(super) use customers::{Birthdays, CustomerRows, FirstPass, Habits, ListColumns};
pub(super) use feedback::{FIELDS as FEEDBACK_FIELDS, FeedbackRows, InContacts};
pub(super) use heads::{HeadRows, Heads, JoinedRows};
pub(super) use meanings::Meanings;
pub(super) use orders::{FIELDS as ORDER_FIELDS, MonthColumn, MonthRows, OrderRows, Scratch};
pub(super) use reading::{Rejected, Slots, TableContext, is_blank, write_cell};
pub(super) use ready::{FIELDS as READY_FIELDS, ReadyBuilder, ReadyRows};
pub(super) use reference::{Reference, Room};
pub(super) use totals::{names_group_total, says_total};
