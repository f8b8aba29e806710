//! How a row of a list, of contacts or of feedback names its customer.
//!
//! Shared by the three sinks. Invariant: a row goes to the customer of its id, else to the only one who has its phone,
//! e-mail address or name; else to nobody.

use super::reading::{Rejected, Slots, TableContext, text};
use crate::identify::Mapping;
use crate::identify::builder::BookBuilder;
use crate::identify::issue::IssueCode;
use crate::identify::join::{Directory, Found, Joined, KEYS};
use crate::identify::read::Cell;
use crate::recipe::Field;

/// How the rows of one table name their customers.
#[derive(Debug)]
pub(crate) struct Reference {
    /// Name, phone or e-mail address, when that stands in for an id.
    pub(crate) stand_in: Option<Field>,
    /// The customers who were known before this table; made when it is needed first.
    directory: Option<Directory>,
    pub(crate) joined: Joined,
}

/// Whom a row is about.
pub(crate) enum Named<'c> {
    /// A customer who is known, found by this field.
    Known(u32, Field),
    /// Somebody with this id, of whom nothing is known yet. The code says whether a key pointed to several customers.
    Unknown(&'c str, Option<(IssueCode, Field)>),
}

/// Room for the texts of one row.
#[derive(Debug, Default)]
pub(crate) struct Room {
    id: String,
    other: String,
}

impl Reference {
    pub(crate) fn new(mapping: &Mapping) -> Self {
        let column = mapping.get(&Field::CustomerId);
        let stand_in = KEYS.into_iter().find(|field| column.is_some() && mapping.get(field) == column);
        Self { stand_in, directory: None, joined: Joined::default() }
    }

    /// Whom the row is about. A row whose id is unknown is looked up by these keys.
    pub(crate) fn resolve<'c>(
        &mut self,
        (builder, context): (&BookBuilder, &mut TableContext<'_>),
        (number, cells, slots): (u64, &[Cell<'c>], &Slots),
        keys: &[Field],
        room: &'c mut Room,
    ) -> Result<Named<'c>, Rejected> {
        let id_cell = slots.cell(cells, Field::CustomerId);
        let has_id = !text(id_cell, &mut room.other).is_empty();
        let id = if has_id { context.customer(number, id_cell, &mut room.id) } else { Err(blank()) };
        if let Some(customer) = id.ok().and_then(|id| builder.known_customer(id)) {
            return Ok(Named::Known(customer, self.stand_in.unwrap_or(Field::CustomerId)));
        }
        let mut shared = None;
        // A placeholder names nobody, whatever stands beside it.
        let is_nobody = has_id && id.is_err();
        if !keys.is_empty() && !is_nobody {
            let directory = self.directory.get_or_insert_with(|| Directory::new(builder));
            for &field in keys.iter().filter(|field| slots.has(**field)) {
                match directory.find(field, text(slots.cell(cells, field), &mut room.other)) {
                    Found::One(customer) => return Ok(Named::Known(customer, field)),
                    Found::Several => shared = shared.or(Some((IssueCode::CustomerShared, field))),
                    Found::Nobody => {}
                }
            }
        }
        match id {
            Ok(id) => Ok(Named::Unknown(id, shared)),
            Err(blank) if shared.is_none() => Err(blank),
            Err(_) => Ok(Named::Unknown("", shared)),
        }
    }

    /// As [`Reference::resolve`], for rows that are about somebody who has to be known.
    pub(crate) fn known_customer(
        &mut self,
        whom: (&BookBuilder, &mut TableContext<'_>),
        row: (u64, &[Cell<'_>], &Slots),
        room: &mut Room,
    ) -> Result<u32, Rejected> {
        match self.resolve(whom, row, &KEYS, room)? {
            Named::Known(customer, field) => {
                self.joined.count(field);
                Ok(customer)
            }
            Named::Unknown(_, shared) => {
                self.joined.orphans += 1;
                let (code, field) = shared.unwrap_or((IssueCode::CustomerUnknown, Field::CustomerId));
                Err(Rejected::because(code, field))
            }
        }
    }
}

fn blank() -> Rejected {
    Rejected::because(IssueCode::CustomerBlank, Field::CustomerId)
}
