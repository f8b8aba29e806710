//! What screens show of customers, masked where somebody wants to show the screen to others.
//!
//! One place decides what is masked, because a list that forgets it is a leak. Invariant: files are written from what is known, never
//! from what is shown.

use super::{Customers, OwnColumn};
use crate::base::{CustomerId, mask};
use crate::recipe::Field;
use std::borrow::Cow;

impl Customers {
    /// The identifier as a screen shows it.
    #[must_use]
    pub fn shown_id(&self, customer: CustomerId) -> Cow<'_, str> {
        let id = self.id(customer);
        if self.masked { mask::text(id) } else { Cow::Borrowed(id) }
    }

    /// An attribute as a screen shows it.
    #[must_use]
    pub fn shown(&self, field: Field, customer: CustomerId) -> Cow<'_, str> {
        let text = self.attribute(field, customer);
        if self.masked { masked(field, text) } else { Cow::Borrowed(text) }
    }

    /// A phone number, an e-mail address or a postal address as a screen shows it.
    #[must_use]
    pub fn shown_address<'a>(&self, address: &'a str) -> Cow<'a, str> {
        let field = if address.contains('@') { Field::Email } else { Field::Phone };
        if self.masked { masked(field, address) } else { Cow::Borrowed(address) }
    }

    /// What stands in a column of the files' own, as a screen shows it: only what names nobody can stay as it is.
    #[must_use]
    pub fn shown_own<'a>(&'a self, column: &OwnColumn, customer: CustomerId) -> Cow<'a, str> {
        let text = self.own_text(column, customer);
        if self.masked { mask::text(text) } else { Cow::Borrowed(text) }
    }
}

/// What names or reaches somebody is masked; of what says nothing of a single person, nothing is.
pub(crate) fn masked(field: Field, text: &str) -> Cow<'_, str> {
    match field {
        Field::CustomerName | Field::Company | Field::Address | Field::Owner => Cow::Owned(mask::name(text)),
        // Words instead of a number may be anybody's.
        Field::Phone if text.chars().any(char::is_alphabetic) => Cow::Owned(mask::name(text)),
        Field::Phone => Cow::Owned(mask::phone(text)),
        Field::Email => Cow::Owned(mask::email(text)),
        // The year stays: a birthday finds a person.
        Field::Birthday => Cow::Owned(text.char_indices().map(|(at, c)| if at >= 4 && c.is_ascii_digit() { '*' } else { c }).collect()),
        _ => Cow::Borrowed(text),
    }
}
