//! Results → files for somebody else: [`pseudonym`], [`anonymous`], [`audience`], [`crm`].
//!
//! Whoever hands data on should know what is in them and what is not, so every file comes with a report. Invariant: no
//! name, phone number, e-mail address or free text leaves in a file that is called pseudonymised or anonymous.

pub mod anonymous;
pub mod audience;
pub mod crm;
pub mod pseudonym;

pub use anonymous::GeneralisedColumn;
pub use audience::Platform;
pub use crm::CrmSystem;
pub use pseudonym::{Dates, Pseudonyms};

use super::memory::Memory;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::Recipe;
use crate::{ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// What is handed on.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Sharing {
    /// One row per customer under another name; the key turns it back.
    Pseudonymised(Pseudonyms),
    /// Which customer stands behind which pseudonym: to be kept, not handed on.
    PseudonymKey(Pseudonyms),
    /// One row per customer, alike with at least `k` − 1 others in everything by which somebody could be recognised.
    Anonymous {
        /// How many must be alike at least, 2 to 1000.
        k: u32,
    },
    /// Hashed addresses for a platform's advertisements.
    Audience {
        /// Whose form.
        platform: Platform,
        /// Tier codes; everybody when empty.
        tiers: Vec<String>,
        /// Country calling code of numbers that have none, as `86`; without it only Chinese mobile numbers are taken without one.
        country: String,
    },
    /// Customers under the headers that a customer system imports.
    Crm {
        /// Which system.
        system: CrmSystem,
        /// What tiers and segments are called there, by code; their English names where nothing is said.
        names: BTreeMap<String, String>,
    },
}

/// What is in a file that is handed on, and what is not.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SharingReport {
    /// Rows in the file.
    pub rows: u32,
    /// Customers who are not in it, by the reason.
    pub left_out: Vec<(LeftOut, u32)>,
    /// Columns of the customer list that are not in it.
    pub columns_left_out: Vec<String>,
    /// What became coarser, for anonymous files.
    pub generalised: Vec<GeneralisedColumn>,
    /// Size of the smallest group of customers who are alike, for anonymous files.
    pub smallest: Option<u32>,
}

/// Why a customer is not in a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum LeftOut {
    /// Wants no contact.
    Refused,
    /// There is no address of which the platform could know anybody.
    NoAddress,
    /// Too few are alike.
    TooFewAlike,
    /// The same address as another customer.
    SameAddress,
}

/// A file to hand on and what is in it.
#[derive(Debug, Clone, PartialEq)]
pub struct Shared {
    /// The file.
    pub bytes: Vec<u8>,
    /// What is in it.
    pub report: SharingReport,
}

/// Makes a file to hand on.
///
/// # Errors
/// `argument.invalid` when it could not keep its promise: a short secret, fewer customers than have to be alike, a country code that
/// is none; `export.failed` as every writer.
///
/// # Example: three alike at least, or nothing
/// ```
/// use customer_tiers::export::sharing::{Sharing, share};
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::{pipeline, recipe::Checked};
///
/// let csv = "customer_id,order_id,order_date,amount\nann,1,2024-01-05,120\nbob,2,2023-06-30,15\n";
/// let recipe = Checked::default();
/// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
/// let outcome = pipeline::run(&mut sources, &recipe, &mut |_progress| {})?;
/// let refused = share(&outcome.book, &outcome.standing, &recipe, &Sharing::Anonymous { k: 3 });
/// assert!(refused.is_err_and(|error| error.code() == "argument.invalid"));
/// # Ok::<(), customer_tiers::Error>(())
/// ```
pub fn share(book: &Book, standing: &Standing, recipe: &Recipe, what: &Sharing) -> Result<Shared> {
    let mut out = Memory::default();
    let report = match what {
        Sharing::Pseudonymised(pseudonyms) => pseudonym::customers_csv(book, standing, pseudonyms, &mut out)?,
        Sharing::PseudonymKey(pseudonyms) => pseudonym::key_csv(book, standing, pseudonyms, &mut out)?,
        Sharing::Anonymous { k } => anonymous::customers_csv(book, standing, *k, &mut out)?,
        Sharing::Audience { platform, tiers, country } => audience::list(book, standing, (*platform, tiers, country), &mut out)?,
        Sharing::Crm { system, names } => crm::customers_csv(book, standing, recipe, (*system, names), &mut out)?,
    };
    Ok(Shared { bytes: out.into_bytes(), report })
}

fn refused(problem: String) -> crate::Error {
    ErrorKind::ArgumentInvalid { problem }.into()
}

fn count(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}
