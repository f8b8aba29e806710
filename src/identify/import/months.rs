//! What an import says of columns that are months.
//!
//! Invariant: a table whose months are orders says so once, and one whose year is unknown is never silent.

use super::TableContext;
use crate::identify::columns::{Months, Proposal};
use crate::identify::inspect::Seen;
use crate::identify::issue::IssueCode;
use crate::recipe::Field;
use crate::{Error, ErrorKind};

/// What was made of the months of a table with these headers.
pub(super) fn remark(context: &mut TableContext<'_>, months: &Months, headers: &[String]) {
    if let Some(span) = months.span(headers) {
        context.remark(IssueCode::MonthColumns, Some(Field::Amount), &months.columns.len().to_string(), &span);
    }
    if let Some((year, text)) = &months.year {
        context.remark(IssueCode::YearTaken, Some(Field::Date), &year.to_string(), text);
    }
    if !months.without_year.is_empty() {
        context.remark(IssueCode::YearUnknown, Some(Field::Date), &without_year(months, headers).join(" "), "");
    }
}

/// That only a year is missing, if some table could be read with it.
pub(super) fn no_year(seen: &[Seen]) -> Option<Error> {
    let of_file = |file: &'_ Seen| {
        let lacks_year = |proposal: &Proposal| !proposal.months.without_year.is_empty();
        let table = file.proposals.iter().position(lacks_year)?;
        let layout = &file.layout.tables[table];
        let headers = without_year(&file.proposals[table].months, &layout.headers);
        let error = Error::from(ErrorKind::NoYear { headers }).in_file(&file.file);
        Some(match &layout.sheet {
            Some(sheet) => error.in_sheet(sheet),
            None => error,
        })
    };
    seen.iter().find_map(of_file)
}

fn without_year(months: &Months, headers: &[String]) -> Vec<String> {
    months.without_year.iter().filter_map(|&column| headers.get(column).cloned()).collect()
}
