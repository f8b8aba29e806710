//! Customers as they were read → customers one can trust.
//!
//! In the order of the data: [`corrections`] change cells before they are read, [`duplicates`] finds
//! customers who are there twice and merges them, and [`mod@report`] says how complete and how fresh the
//! customer file is, and what was done to get it. Invariant: every step is in the recipe or in the
//! corrections, so that the same files give the same book again.

mod as_above;
pub(super) mod cells;
pub mod corrections;
pub mod duplicates;
pub mod merge;
pub mod missing;
pub mod outliers;
pub mod overrides;
pub(super) mod repeated;
pub mod report;
mod table;
mod under_headings;

pub use corrections::{Correction, Corrections, Decisions};
pub use duplicates::{Agreement, Decision, DuplicateGroup, DuplicateMember, DuplicatePage};
pub use report::{FieldReport, FileReport, OutlierReport, OutlierRow, Step, report};

use crate::identify::Book;
use crate::identify::issue::{Issue, IssueCode};
use crate::recipe::{Cleaning, Field, MergeWhen};

/// Cleans a finished book: duplicates are merged, missing values filled, outliers drawn in or left out.
pub fn clean(book: &mut Book, rules: &Cleaning, corrections: &Corrections) {
    remark_unknown(book, corrections);
    // One customer for each person: what one entry does not know, the other may.
    let search = (rules.duplicates.merge == MergeWhen::Certain).then(|| duplicates::search(&book.customers, &rules.duplicates));
    merge::merge(book, &Decisions::of(corrections), search.as_ref(), &rules.duplicates);
    // What is still not known.
    missing::fill(book, &rules.missing);
    // What cannot be right.
    outliers::apply(book, &rules.outliers);
    // Whom somebody put into a segment by hand.
    overrides::resolve(book, corrections);
    overrides::remark_unknown(book, corrections);
}

/// Decisions about customers who are not there.
fn remark_unknown(book: &mut Book, corrections: &Corrections) {
    for step in &corrections.steps {
        let (Correction::Merge { ids } | Correction::Apart { ids }) = step else { continue };
        for id in ids.iter().filter(|id| book.customers.ids.find(id).is_none()) {
            let table = book.issues.table("", None, Vec::new());
            let field = Some(Field::CustomerId);
            book.issues.push(&Issue { code: IssueCode::CorrectionUnused, table, row: 0, field, original: id, became: "" });
        }
    }
}
