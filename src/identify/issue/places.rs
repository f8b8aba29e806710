//! How often what happened where: the log in figures, table by table.
//!
//! The steps of the cleaning are made of it. Invariant: counts are exact, also of what is not kept one by one.

use super::{IssueCode, IssueLog};
use crate::recipe::Field;

/// How often something happened at one place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PlaceCount {
    /// File; empty for what is over all tables.
    pub file: String,
    /// Sheet, for workbooks.
    pub sheet: Option<String>,
    /// What happened.
    pub code: IssueCode,
    /// Column, if it is about one.
    pub field: Option<Field>,
    /// How often, exactly.
    pub count: u64,
}

impl IssueLog {
    /// How often each thing happened at each place, exactly: by table in the order of the import, then by code and field.
    #[must_use]
    pub fn counts_by_place(&self) -> Vec<PlaceCount> {
        let named = |(&(table, code, field), &count): (&(u32, IssueCode, Option<Field>), &u64)| {
            let table = self.tables.get(table as usize);
            let (file, sheet) = table.map(|table| (table.file.clone(), table.sheet.clone())).unwrap_or_default();
            PlaceCount { file, sheet, code, field, count }
        };
        self.by_place.iter().map(named).collect()
    }
}
