//! Blank cells that mean what stands above them, as cells do that were merged over several rows.
//!
//! A blank customer is nobody by itself: sales over the counter have none. Only when the recipe says so does it mean the customer above.
//! One adaptor around whatever takes the rows of a table. Invariants: what belongs to a customer or an order is never carried over to
//! the next one; every row that took something from above has an issue that says so.

use crate::Result;
use crate::base::Day;
use crate::identify::Mapping;
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::rows::{is_blank, write_cell};
use crate::recipe::Field;

/// What is merged over rows, the wider groups first: where one changes, those behind it begin anew.
const GROUPS: [&[Field]; 3] = [
    &[Field::CustomerId, Field::CustomerName, Field::FirstName, Field::LastName, Field::Phone, Field::Email],
    &[Field::OrderId],
    &[Field::Date],
];

/// Hands rows on with their blank cells filled from above.
pub(super) struct AsAbove<'s> {
    sink: &'s mut dyn RowSink,
    /// Of each group the places among the wanted cells, with what stands there.
    groups: [Vec<(usize, Option<Kept>)>; 3],
}

/// A cell that outlives its row.
enum Kept {
    Text(String),
    Number(f64),
    Day(Day, u32),
}

impl Kept {
    /// None of what is blank, and of what is no name, number or day.
    fn of(cell: Cell<'_>) -> Option<Self> {
        match cell {
            Cell::Text(text) if !text.trim().is_empty() => Some(Self::Text(text.to_owned())),
            Cell::Number(number) => Some(Self::Number(number)),
            Cell::Day(day, second) => Some(Self::Day(day, second)),
            Cell::Text(_) | Cell::Empty | Cell::Bool(_) | Cell::Error(_) => None,
        }
    }

    fn cell(&self) -> Cell<'_> {
        match self {
            Self::Text(text) => Cell::Text(text),
            Self::Number(number) => Cell::Number(*number),
            Self::Day(day, second) => Cell::Day(*day, *second),
        }
    }
}

impl<'s> AsAbove<'s> {
    pub(super) fn new(sink: &'s mut dyn RowSink, wanted: &[usize], mapping: &Mapping) -> Self {
        let places = |fields: &[Field]| {
            let columns = fields.iter().filter_map(|field| mapping.get(field));
            let mut places: Vec<usize> = columns.filter_map(|column| wanted.iter().position(|known| known == column)).collect();
            places.sort_unstable();
            places.dedup();
            places.into_iter().map(|place| (place, None)).collect()
        };
        Self { sink, groups: GROUPS.map(places) }
    }

    /// Forgets what stood above where something new begins, and keeps what is new.
    fn keep(&mut self, cells: &[Cell<'_>]) {
        let mut is_new = false;
        for group in &mut self.groups {
            let found: Vec<Option<Kept>> = group.iter().map(|(place, _)| cells.get(*place).copied().and_then(Kept::of)).collect();
            is_new |= found.iter().any(Option::is_some);
            for ((_, above), found) in group.iter_mut().zip(found) {
                if is_new || found.is_some() {
                    *above = found;
                }
            }
        }
    }
}

impl RowSink for AsAbove<'_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        self.keep(cells);
        let mut filled: Option<Vec<Cell<'_>>> = None;
        let mut taken = String::new();
        for (place, above) in self.groups.iter().flatten() {
            if let (Some(above), true) = (above, cells.get(*place).is_some_and(|cell| is_blank(*cell))) {
                filled.get_or_insert_with(|| cells.to_vec())[*place] = above.cell();
                if taken.is_empty() {
                    write_cell(above.cell(), &mut taken);
                }
            }
        }
        if filled.is_some() {
            self.sink.trouble(number, IssueCode::CellFromAbove, &taken);
        }
        self.sink.row(number, filled.as_deref().unwrap_or(cells))
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.sink.trouble(number, code, original);
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        self.sink.progress(bytes)
    }
}
