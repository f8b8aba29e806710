//! What customers are measured by: orders, ready-made measures, or why there is nothing.

use super::{months, parts};
use crate::identify::TableKind;
use crate::identify::columns::Proposal;
use crate::identify::inspect::Seen;
use crate::recipe::Field;
use crate::{Error, ErrorKind, Result};

/// Orders, if some table has them; else ready-made measures; else the reason why there is nothing.
pub(super) fn kind(seen: &[Seen]) -> Result<TableKind> {
    let has = |kind| seen.iter().flat_map(|file| &file.proposals).any(|proposal| proposal.kind == kind);
    if has(TableKind::Transactions) {
        return Ok(TableKind::Transactions);
    }
    if has(TableKind::CustomerSummary) {
        return Ok(TableKind::CustomerSummary);
    }
    if parts::are_whole(seen) {
        return Ok(TableKind::Transactions);
    }
    Err(months::no_year(seen).unwrap_or_else(|| nothing_to_score(seen)))
}

/// The table that comes nearest decides what is said to be missing.
fn nothing_to_score(seen: &[Seen]) -> Error {
    let tables = seen.iter().flat_map(|file| (0..file.proposals.len()).map(move |table| (file, table)));
    let missing = |proposal: &Proposal| {
        let has = |field| proposal.mapping.contains_key(&field);
        let day = has(Field::Date) || has(Field::LastOrder) || has(Field::RecencyDays);
        (usize::from(!has(Field::CustomerId)), usize::from(!day))
    };
    let full = tables.filter(|(file, table)| file.proposals[*table].kind != TableKind::Empty);
    let Some((file, table)) = full.min_by_key(|(file, table)| missing(&file.proposals[*table])) else {
        let empty = Error::from(ErrorKind::FileEmpty);
        return seen.first().map_or(empty.clone(), |file| empty.in_file(&file.file));
    };
    let headers = file.layout.tables[table].headers.clone();
    let kind = match missing(&file.proposals[table]) {
        (1, _) => ErrorKind::NoCustomer { headers },
        (_, 1) => ErrorKind::NoDate { headers },
        _ => ErrorKind::NoAmount { headers },
    };
    let error = Error::from(kind).in_file(&file.file);
    match &file.layout.tables[table].sheet {
        Some(sheet) => error.in_sheet(sheet),
        None => error,
    }
}
