//! Calendar → messages: the text of every contact, filled in for its customer.
//!
//! Nothing is sent: drafts go to the user's own programs. What a text names and nobody knows of a customer is replaced by
//! what the text says instead, or left empty and reported. Invariant: a template is filled in from the book alone, so the
//! same files and recipe give the same messages.

mod draft;
mod fields;
mod report;

pub use draft::{Draft, DraftPage, DraftRow, Messaging, Writer};
pub use fields::{FieldName, Piece, pieces};
pub use report::{FieldUse, MessageReport};
