//! What is missing for the messages of a calendar: for how many customers a field has to be left empty or replaced.
//!
//! Invariant: a customer counts once for each field, however many contacts there are.

use super::draft::{Messaging, Writer};
use super::fields::{FieldName, Piece};
use crate::base::CustomerId;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::interact::calendar::Calendar;
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

/// What is missing for the messages of a calendar.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct MessageReport {
    /// Planned contacts.
    pub contacts: u32,
    /// Those for which there is no template.
    pub without_template: u32,
    /// Every field that a template in use names.
    pub fields: Vec<FieldUse>,
    /// What stands in double braces and is no field.
    pub unknown: Vec<String>,
}

/// How well a field is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FieldUse {
    /// The field.
    pub field: FieldName,
    /// Customers whose messages name it.
    pub customers: u32,
    /// Of these, those for whom a text leaves it empty.
    pub missing: u32,
    /// Of these, those for whom a text says something else instead.
    pub replaced: u32,
}

/// Customers by what becomes of a field.
#[derive(Default)]
struct Seen {
    all: BTreeSet<CustomerId>,
    missing: BTreeSet<CustomerId>,
    replaced: BTreeSet<CustomerId>,
}

impl Calendar {
    /// What is missing for the messages.
    #[must_use]
    pub fn message_report(&self, book: &Book, standing: &Standing, messaging: &Messaging) -> MessageReport {
        let writer = Writer::new(book, standing, messaging);
        let mut report = MessageReport { contacts: u32::try_from(self.entries.len()).unwrap_or(u32::MAX), ..MessageReport::default() };
        let mut seen: BTreeMap<FieldName, Seen> = BTreeMap::new();
        let mut unknown = BTreeSet::new();
        for entry in &self.entries {
            let Some(parsed) = writer.template(entry).and_then(|at| writer.parsed.get(at)) else {
                report.without_template += 1;
                continue;
            };
            for piece in parsed.subject.iter().chain(&parsed.text) {
                match *piece {
                    Piece::Field(field, fallback) => {
                        let seen = seen.entry(field).or_default();
                        seen.all.insert(entry.customer);
                        if writer.value(field, entry).is_none() {
                            let which = if fallback.is_some() { &mut seen.replaced } else { &mut seen.missing };
                            which.insert(entry.customer);
                        }
                    }
                    Piece::Unknown(name) => {
                        unknown.insert(name);
                    }
                    Piece::Text(_) => {}
                }
            }
        }
        let count = |customers: &BTreeSet<CustomerId>| u32::try_from(customers.len()).unwrap_or(u32::MAX);
        let field_use = |(field, seen): (FieldName, Seen)| FieldUse {
            field,
            customers: count(&seen.all),
            missing: count(&seen.missing),
            replaced: count(&seen.replaced),
        };
        report.fields = seen.into_iter().map(field_use).collect();
        report.unknown = unknown.into_iter().map(str::to_owned).collect();
        report
    }
}
