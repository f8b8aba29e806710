//! The files of a plan, by kind: for callers without a file system.
//!
//! Invariant: a file of one account manager holds nothing of another one's customers.

use super::memory::Memory;
use super::{Words, calendar_ics, drafts_zip, left_csv, mail_merge_csv, mail_merge_xlsx, plan_csv, triggers_csv, work_list_html};
use crate::base::Day;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::interact::calendar::Calendar;
use crate::interact::messages::Messaging;
use crate::recipe::Checked;
use crate::{ErrorKind, Result};
use serde::Deserialize;

/// Which file of a plan is wanted.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct PlanFile {
    /// Its kind.
    pub kind: PlanFileKind,
    /// Only the customers of this account manager; not for what is left out.
    #[serde(default)]
    #[cfg_attr(test, ts(optional))]
    pub owner: Option<String>,
    /// The day since which changes count, for the file of changes.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, type = "string"))]
    pub since: Option<Day>,
    /// Titles and codes as they are to be shown, for files that people read.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<Words>"))]
    pub words: Words,
    /// What messages are made with, for files of messages.
    #[serde(default)]
    #[cfg_attr(test, ts(optional, as = "Option<Messaging>"))]
    pub messaging: Messaging,
}

/// The files of a plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum PlanFileKind {
    /// All contacts, as CSV.
    Contacts,
    /// Contacts that nobody makes, as CSV.
    Left,
    /// The contacts that people make, as an iCalendar file.
    Calendar,
    /// The contacts that people make, as a page to print.
    WorkList,
    /// A row for every contact with its message, as CSV.
    MailMerge,
    /// The same as a workbook.
    MailMergeXlsx,
    /// Drafts of all e-mails, as an archive.
    Drafts,
    /// Who changed tier, stage or risk, as CSV.
    Changes,
}

/// A whole file in memory.
///
/// # Errors
/// `export.failed` as the writer of the format; as [`triggers_csv`] for the file of changes.
pub fn plan_file(wanted: &PlanFile, book: &Book, standing: &Standing, recipe: &Checked, calendar: &Calendar) -> Result<Vec<u8>> {
    let mut bytes = Memory::default();
    let owner = wanted.owner.as_deref();
    match wanted.kind {
        PlanFileKind::Contacts => plan_csv(book, standing, calendar, owner, &mut bytes)?,
        PlanFileKind::Left => left_csv(book, calendar, &mut bytes)?,
        PlanFileKind::WorkList => work_list_html(book, standing, calendar, owner, &wanted.words, &mut bytes)?,
        PlanFileKind::MailMerge => mail_merge_csv(book, standing, calendar, owner, &wanted.messaging, &mut bytes)?,
        PlanFileKind::MailMergeXlsx => {
            mail_merge_xlsx(book, standing, calendar, owner, (&wanted.messaging, &wanted.words), &mut bytes)?;
        }
        PlanFileKind::Changes => {
            let missing = || ErrorKind::ArgumentInvalid { problem: "no day since which changes count".to_owned() };
            triggers_csv(book, standing, recipe, wanted.since.ok_or_else(missing)?, &mut bytes)?;
        }
        PlanFileKind::Drafts => drafts_zip(book, standing, calendar, owner, &wanted.messaging, &mut bytes)?,
        PlanFileKind::Calendar => calendar_ics(book, standing, calendar, owner, &mut bytes)?,
    }
    Ok(bytes.into_bytes())
}
