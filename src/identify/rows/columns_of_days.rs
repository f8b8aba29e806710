//! Day and month, in the order that the whole column proves.
//!
//! 03/04/2024 alone can be read both ways, 13/04/2024 only one way. So a column is read under one
//! assumption, the places of the exchangeable days are kept, and they are exchanged once the last
//! row has been seen: the order is decided by all rows, not by the first few.

use crate::base::Day;
use crate::identify::issue::IssueCode;
use crate::identify::values::{DayParser, DayRead, OrderEvidence};
use crate::recipe::{DateOrder, Field};
use std::collections::BTreeMap;

/// The date columns of an import; columns with the same header (in daily files, say) are one.
#[derive(Debug)]
pub(crate) struct DayColumns {
    field: Field,
    columns: BTreeMap<String, DayColumn>,
    given: Option<DateOrder>,
}

/// What is known of one column.
#[derive(Debug, Default)]
struct DayColumn {
    /// Places of the days that can be read both ways, in whatever column of the book they went to.
    places: Vec<u32>,
    evidence: OrderEvidence,
    table: u32,
}

/// What was decided about a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Decision {
    pub(crate) field: Field,
    pub(crate) table: u32,
    pub(crate) code: IssueCode,
    /// Days that could be read both ways.
    pub(crate) ambiguous: usize,
    /// The order they were read in.
    pub(crate) order: DateOrder,
}

impl DayColumns {
    pub(crate) fn new(field: Field, given: Option<DateOrder>) -> Self {
        Self { field, columns: BTreeMap::new(), given }
    }

    /// A parser for a column: month before day unless the recipe says otherwise.
    pub(crate) fn parser(&self) -> DayParser {
        DayParser::new(self.given)
    }

    /// Notes that the day at this place can be read both ways.
    pub(crate) fn flag(flagged: &mut Vec<u32>, read: &DayRead, place: usize) {
        if read.swappable {
            flagged.push(u32::try_from(place).unwrap_or(u32::MAX));
        }
    }

    /// Takes what a table's column showed.
    pub(crate) fn gather(&mut self, header: &str, table: u32, places: Vec<u32>, parser: &DayParser) {
        let column = self.columns.entry(header.to_owned()).or_insert_with(|| DayColumn { table, ..DayColumn::default() });
        column.places.extend(places);
        let evidence = parser.evidence();
        column.evidence.month_first_only += evidence.month_first_only;
        column.evidence.day_first_only += evidence.day_first_only;
        column.evidence.ambiguous += evidence.ambiguous;
        column.evidence.ambiguous_with_points += evidence.ambiguous_with_points;
    }

    /// Decides every column and exchanges day and month where the rows prove it.
    pub(crate) fn settle(self, days: &mut [Day]) -> Vec<Decision> {
        let columns = self.columns.into_values().filter(|column| !column.places.is_empty());
        columns.map(|column| column.settle(self.field, self.given, days)).collect()
    }
}

impl DayColumn {
    fn settle(&self, field: Field, given: Option<DateOrder>, days: &mut [Day]) -> Decision {
        let (order, code) = match given {
            Some(order) => (order, IssueCode::DateOrderDecided),
            None => self.decide(days),
        };
        if given.is_none() && order == DateOrder::DayMonthYear {
            self.exchange(days);
        }
        Decision { field, table: self.table, code, ambiguous: self.places.len(), order }
    }

    fn decide(&self, days: &[Day]) -> (DateOrder, IssueCode) {
        match self.evidence.order() {
            Some(order) if self.evidence.is_mixed() => (order, IssueCode::DateOrderMixed),
            Some(order) => (order, IssueCode::DateOrderDecided),
            None => self.decide_by_time(days),
        }
    }

    /// Files are mostly in the order of time: the reading with fewer steps back is the likelier one.
    fn decide_by_time(&self, days: &[Day]) -> (DateOrder, IssueCode) {
        let read = |swap: bool| {
            let day = move |&place: &u32| {
                let day = days.get(place as usize).copied()?;
                if swap { day.with_day_and_month_swapped() } else { Some(day) }
            };
            let values: Vec<Day> = self.places.iter().filter_map(day).collect();
            let steps = |back: bool| values.windows(2).filter(|pair| if back { pair[1] < pair[0] } else { pair[1] > pair[0] }).count();
            steps(true).min(steps(false))
        };
        let order = if read(true) < read(false) { DateOrder::DayMonthYear } else { DateOrder::MonthDayYear };
        (order, IssueCode::DateOrderAmbiguous)
    }

    fn exchange(&self, days: &mut [Day]) {
        for &place in &self.places {
            if let Some(day) = days.get_mut(place as usize)
                && let Some(swapped) = day.with_day_and_month_swapped()
            {
                *day = swapped;
            }
        }
    }
}
