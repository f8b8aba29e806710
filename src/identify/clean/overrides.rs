//! Customers whom somebody put into a segment by hand.
//!
//! A scheme does not know that a customer is the chairman's brother. Whoever does says so, with a reason; it names a customer, so it
//! is a correction and no part of the recipe. Invariant: the last step about a customer and a scheme counts; a step about nobody is
//! in the log.

use super::{Correction, Corrections};
use crate::base::{CustomerId, Day};
use crate::identify::Book;
use crate::identify::issue::{Issue, IssueCode};
use crate::recipe::Field;
use std::collections::BTreeMap;

/// One customer put into a segment by hand.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Override {
    /// Who.
    pub customer: CustomerId,
    /// Id of the scheme.
    pub scheme: String,
    /// Code of the segment.
    pub segment: String,
    /// Why, in the words of whoever decided it.
    pub reason: String,
    /// The day on which it was decided, where that was said.
    pub day: Option<Day>,
}

/// Takes the overrides of these corrections into the book, in the order of customer and scheme, instead of those that it has.
/// Steps about customers who are not there change nothing.
pub fn resolve(book: &mut Book, corrections: &Corrections) {
    let mut last: BTreeMap<(CustomerId, &str), Override> = BTreeMap::new();
    for step in &corrections.steps {
        let Correction::Override { id, scheme, segment, reason, day } = step else { continue };
        let Some(customer) = find(book, id) else { continue };
        let (segment, reason, day) = (segment.clone(), reason.clone(), *day);
        last.insert((customer, scheme), Override { customer, scheme: scheme.clone(), segment, reason, day });
    }
    book.overrides = last.into_values().collect();
}

/// Remarks overrides of customers who are not there.
pub(super) fn remark_unknown(book: &mut Book, corrections: &Corrections) {
    for step in &corrections.steps {
        let Correction::Override { id, scheme, segment, .. } = step else { continue };
        if find(book, id).is_none() {
            let table = book.issues.table("", None, Vec::new());
            let (field, became) = (Some(Field::CustomerId), format!("{scheme}: {segment}"));
            book.issues.push(&Issue { code: IssueCode::CorrectionUnused, table, row: 0, field, original: id, became: &became });
        }
    }
}

/// The customer with this id; after a merge also by the id of one who became part of another.
fn find(book: &Book, id: &str) -> Option<CustomerId> {
    let known = book.customers.ids.find(id).map(|id| CustomerId(id.0));
    known.or_else(|| {
        let holds = |group: &&super::DuplicateGroup| group.members.iter().any(|member| member.id == id);
        let group = book.merged.iter().find(holds)?;
        group.members.iter().find_map(|member| member.customer).map(CustomerId)
    })
}
