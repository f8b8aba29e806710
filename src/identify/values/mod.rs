//! What people write in cells → days, amounts, quantities, identifiers.
//!
//! Spreadsheets are written by people and by programs of all countries, so every kind of value has
//! many forms; each parser reads all of them, exactly, and says what it had to assume.
//! Invariants: no parser allocates for a common form; no amount passes through a float; no day is
//! shifted by a time zone; what is ambiguous is flagged or refused, never guessed silently.

pub mod contact;
pub mod day;
mod decimal;
pub mod identifier;
pub mod keys;
pub mod money;
pub mod month;
pub mod number;
pub mod rating;
pub mod region;
pub(in crate::identify) mod text;
pub mod topics;
mod unit;
pub mod words;
mod words_of_rating;

pub use day::{DayForm, DayParser, DayRead, OrderEvidence, from_serial};
pub use decimal::{DecimalMark, detect_decimal_mark};
pub use identifier::{IdChange, IdRead, clean_id, id_from_number, is_placeholder};
pub use money::{currency_of, money_from_number, parse_money};
pub use number::{Quantity, parse_quantity, parse_whole, quantity_from_number, times};
pub(in crate::identify) use unit::AmountForm;
pub use unit::AmountUnit;

/// What a cell says: a value, nothing, or something that cannot be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reading<T> {
    /// A value.
    Value(T),
    /// Nothing: empty, or a word for nothing (`-`, `--`, `N/A`, `null`, 无 …).
    Missing,
    /// Something, but not a value of this kind, or out of its range.
    Unreadable,
}

impl<T> Reading<T> {
    /// The value, if there is one.
    #[must_use]
    pub fn value(self) -> Option<T> {
        match self {
            Self::Value(value) => Some(value),
            Self::Missing | Self::Unreadable => None,
        }
    }

    /// A value, or [`Reading::Unreadable`] when there is none.
    fn readable(value: Option<T>) -> Self {
        value.map_or(Self::Unreadable, Self::Value)
    }
}
