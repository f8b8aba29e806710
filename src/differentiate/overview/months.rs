//! Orders and revenue by calendar month.
//!
//! Lines of a customer are in the order of time, so the month is looked up only when it changes.
//! Invariant: the sum over all months is the revenue of the selection.

use super::{Money, Month};
use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::identify::Book;

/// Lines and revenue of the chosen customers, by month in ascending order, months without lines left out.
pub(super) fn months(book: &Book, standing: &Standing, chosen: &[CustomerId]) -> Vec<Month> {
    if book.ready.is_some() || book.ledger.is_empty() {
        return Vec::new();
    }
    let ledger = &book.ledger;
    let refunds = standing.measures.refunds();
    let mut calendar = Calendar::default();
    for &customer in chosen {
        for line in lines_up_to(ledger, customer, standing.as_of) {
            calendar.add(ledger.day[line], is_order(ledger, refunds, line), ledger.amount[line]);
        }
    }
    calendar.months()
}

/// A slot for each month since the first year.
#[derive(Default)]
struct Calendar {
    slots: Vec<Slot>,
    /// The month of the line before: its slot, its first day and the first day of the next one.
    at: Option<(usize, Day, Day)>,
}

#[derive(Clone, Copy, Default)]
struct Slot {
    any: bool,
    lines: u32,
    raw: i64,
}

impl Calendar {
    fn add(&mut self, day: Day, is_order: bool, amount: Money) {
        let slot = match self.at {
            Some((slot, first, next)) if first <= day && day < next => slot,
            _ => self.turn_to(day),
        };
        if let Some(slot) = self.slots.get_mut(slot) {
            slot.any = true;
            slot.lines += u32::from(is_order);
            slot.raw = slot.raw.saturating_add(amount.raw());
        }
    }

    fn turn_to(&mut self, day: Day) -> usize {
        let (year, month, _) = day.ymd();
        let slot = slot_of(year, month);
        if self.slots.len() <= slot {
            self.slots.resize(slot + 1, Slot::default());
        }
        let first = first_day(slot).unwrap_or(Day::MIN);
        self.at = Some((slot, first, first_day(slot + 1).unwrap_or(Day::MAX.plus(1))));
        slot
    }

    fn months(self) -> Vec<Month> {
        let month = |(slot, figures): (usize, Slot)| {
            let month = first_day(slot).filter(|_| figures.any)?;
            Some(Month { month, lines: figures.lines, revenue: Money::from_raw(figures.raw) })
        };
        self.slots.into_iter().enumerate().filter_map(month).collect()
    }
}

fn slot_of(year: i32, month: u32) -> usize {
    usize::try_from(year - 1).unwrap_or(0) * 12 + month as usize - 1
}

fn first_day(slot: usize) -> Option<Day> {
    let (year, month) = (i32::try_from(slot / 12).ok()? + 1, u32::try_from(slot % 12).ok()? + 1);
    Day::from_ymd(year, month, 1)
}
