//! Rows of a customer list → what is known of customers, and customers of whom there is no order.
//!
//! A list is read twice: the first time only to see how its rows name the customers. Invariant: who a row is about does
//! not depend on the order of the rows.

use super::DayColumns;
use super::reading::{Rejected, Slots, TableContext, text};
use super::reference::{Named, Reference, Room};
use super::totals::is_bare_total;
use crate::Result;
use crate::identify::Mapping;
use crate::identify::builder::BookBuilder;
use crate::identify::issue::IssueCode;
use crate::identify::join::{KEYS, key};
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::{DayForm, DayParser, DayRead, clean_id, words};
use crate::recipe::Field;
use hashbrown::{HashMap, HashSet};
use rustc_hash::FxBuildHasher;

/// The fields of a list that say something about a customer, and its other columns.
pub(crate) struct ListColumns {
    pub(crate) fields: Vec<Field>,
    /// Position among the cells that are asked for, and place in the book.
    pub(crate) own: Vec<(usize, usize)>,
    birthdays: Birthdays,
    scratch: String,
}

impl ListColumns {
    /// The columns of a list: `own` are positions in the table with their places in the book.
    pub(crate) fn new(mapping: &Mapping, slots: &Slots, own: &[(usize, usize)], birthdays: Birthdays) -> Self {
        let fields = Field::ATTRIBUTES.into_iter().filter(|field| mapping.contains_key(field)).collect();
        let cell = |&(column, place): &(usize, usize)| Some((slots.place(column)?, place));
        Self { fields, own: own.iter().filter_map(cell).collect(), birthdays, scratch: String::new() }
    }

    /// Tells the builder what a row says of a customer.
    pub(crate) fn tell(&mut self, builder: &mut BookBuilder, customer: u32, cells: &[Cell<'_>], slots: &Slots) {
        for &field in &self.fields {
            let cell = slots.cell(cells, field);
            match (field, cell) {
                (Field::Birthday, _) => {
                    let born = self.birthdays.read(cell, &mut self.scratch);
                    say(builder, customer, field, &born);
                }
                (Field::Gender, Cell::Text(text)) => say(builder, customer, field, words::gender(text).unwrap_or(text.trim())),
                _ => say(builder, customer, field, text(cell, &mut self.scratch)),
            }
        }
        if slots.has(Field::LastName) && !slots.has(Field::CustomerName) {
            let [first, last] = [Field::FirstName, Field::LastName].map(|field| slots.cell(cells, field));
            say(builder, customer, Field::CustomerName, &full_name(first, last));
        }
        for &(cell, place) in &self.own {
            let text = cells.get(cell).map_or("", |&cell| text(cell, &mut self.scratch));
            if !text.is_empty() {
                builder.update_own(customer, place, text);
            }
        }
    }
}

fn say(builder: &mut BookBuilder, customer: u32, field: Field, text: &str) {
    if !text.is_empty() {
        builder.update(customer, field, text);
    }
}

/// Reads days of birth.
#[derive(Debug)]
pub(crate) struct Birthdays {
    parser: DayParser,
    /// Whether the order of day and month is known.
    is_decided: bool,
}

impl Birthdays {
    /// In the order of day and month that the sample of their column proves.
    pub(crate) fn new<'v>(sample: impl Iterator<Item = &'v str>) -> Self {
        let mut parser = DayParser::new(None);
        for text in sample {
            let _counted = parser.parse(text);
        }
        let order = parser.evidence().order();
        Self { parser: DayParser::new(order), is_decided: order.is_some() }
    }

    /// A day of birth as 1990-03-05; as it was written when it is no day or could be two.
    fn read(&mut self, cell: Cell<'_>, scratch: &mut String) -> String {
        let is_certain = |read: &DayRead| read.form == DayForm::Full && (self.is_decided || !read.swappable);
        let day = match cell {
            Cell::Day(day, _) => Some(day),
            Cell::Text(text) => self.parser.parse(text).value().filter(is_certain).map(|read| read.day),
            _ => None,
        };
        day.map_or_else(|| text(cell, scratch).to_owned(), |day| day.to_string())
    }
}

/// Ann + Lee = Ann Lee; 三 + 张 = 张三, as names of Chinese characters are written.
pub(crate) fn full_name(first: Cell<'_>, last: Cell<'_>) -> String {
    let mut room = [String::new(), String::new()];
    let [first_room, last_room] = &mut room;
    let (first, last) = (text(first, first_room), text(last, last_room));
    let is_chinese = |name: &str| name.chars().any(|c| matches!(c, '\u{3400}'..='\u{9fff}' | '\u{f900}'..='\u{faff}'));
    match (first, last) {
        ("", name) | (name, "") => name.to_owned(),
        _ if is_chinese(first) || is_chinese(last) => format!("{last}{first}"),
        _ => format!("{first} {last}"),
    }
}

/// Takes the rows of one customer list.
pub(crate) struct CustomerRows<'a> {
    pub(crate) builder: &'a mut BookBuilder,
    pub(crate) context: TableContext<'a>,
    pub(crate) slots: Slots,
    pub(crate) reference: Reference,
    pub(crate) columns: ListColumns,
    pub(crate) habits: Habits,
    pub(crate) updated: DayParser,
    /// Places of the days that can be read both ways.
    pub(crate) flagged: Vec<u32>,
    /// Customers whom this list has named so far.
    pub(crate) named: HashSet<u32, FxBuildHasher>,
    pub(crate) on_progress: &'a mut dyn FnMut(u64, u64) -> Result<()>,
    pub(crate) room: Room,
}

impl RowSink for CustomerRows<'_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let outcome = self.take(number, cells);
        self.context.settle(number, outcome, cells, &self.slots);
        Ok(())
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.context.note(number, code, None, Cell::Text(original), "");
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        (self.on_progress)(self.context.counts.rows_read, bytes)
    }
}

impl CustomerRows<'_> {
    fn take(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        if is_bare_total(cells, &self.slots) {
            return Err(Rejected::TOTAL);
        }
        let has_ids = self.reference.stand_in.is_none();
        let keys: &[Field] = match self.habits.allows_keys(cells, &self.slots) {
            true if has_ids => &SURE,
            true => &KEYS,
            false => &[],
        };
        let row = (number, cells, &self.slots);
        let customer = match self.reference.resolve((self.builder, &mut self.context), row, keys, &mut self.room)? {
            Named::Known(customer, field) => {
                self.reference.joined.count(field);
                customer
            }
            Named::Unknown("", _) => return Err(Rejected::because(IssueCode::CustomerShared, Field::CustomerId)),
            Named::Unknown(id, shared) => {
                if let Some((code, field)) = shared {
                    self.context.note(number, code, Some(field), self.slots.cell(cells, field), id);
                }
                self.reference.joined.new += 1;
                self.builder.customer(id)
            }
        };
        if !self.named.insert(customer) {
            let cell = self.slots.cell(cells, Field::CustomerId);
            self.context.note(number, IssueCode::CustomerListedAgain, Some(Field::CustomerId), cell, "");
        }
        self.columns.tell(self.builder, customer, cells, &self.slots);
        self.note_update(number, customer, cells);
        Ok(())
    }

    fn note_update(&mut self, number: u64, customer: u32, cells: &[Cell<'_>]) {
        let cell = self.slots.cell(cells, Field::Updated);
        if let Some(read) = self.context.optional_day(number, Field::Updated, cell, &mut self.updated) {
            DayColumns::flag(&mut self.flagged, &read, self.builder.updates());
            self.builder.updated_on(customer, read.day);
        }
    }
}

/// How a list names its customers, found out by a first pass.
#[derive(Debug, Default)]
pub(crate) struct Habits {
    /// Whether some id of the list is known from another table: then ids tell who is who.
    speaks_ids: bool,
    /// Phones and addresses that several ids of the list share.
    shared: HashSet<String, FxBuildHasher>,
}

/// Keys that a list with ids is joined by when its ids are its own. Names are not sure enough for that.
const SURE: [Field; 2] = [Field::Phone, Field::Email];

impl Habits {
    /// Whether a row with an unknown id may be looked up by its other keys.
    fn allows_keys(&self, cells: &[Cell<'_>], slots: &Slots) -> bool {
        let mut scratch = String::new();
        let mut is_shared = |field: Field| {
            let key = key(field, text(slots.cell(cells, field), &mut scratch));
            key.is_some_and(|key| self.shared.contains(&key))
        };
        !self.speaks_ids && !SURE.iter().any(|&field| is_shared(field))
    }
}

/// The first pass over a list with ids.
pub(crate) struct FirstPass<'a> {
    pub(crate) builder: &'a BookBuilder,
    pub(crate) slots: Slots,
    seen: HashMap<String, String, FxBuildHasher>,
    habits: Habits,
}

impl<'a> FirstPass<'a> {
    /// None when there is nothing to find out: no ids of its own, no keys, or nobody who is known by any.
    pub(crate) fn new(builder: &'a BookBuilder, mapping: &Mapping, reference: &Reference) -> Option<Self> {
        let is_known = |field: &Field| mapping.contains_key(field) && builder.known(*field).next().is_some();
        let is_needed = reference.stand_in.is_none() && SURE.iter().any(is_known);
        let slots = || Slots::new(mapping, &[Field::CustomerId, Field::Phone, Field::Email]);
        is_needed.then(|| Self { builder, slots: slots(), seen: HashMap::default(), habits: Habits::default() })
    }

    pub(crate) fn finish(self) -> Habits {
        self.habits
    }
}

impl RowSink for FirstPass<'_> {
    fn row(&mut self, _number: u64, cells: &[Cell<'_>]) -> Result<()> {
        if self.habits.speaks_ids {
            return Ok(());
        }
        let (mut scratch, mut clean) = (String::new(), String::new());
        let id = clean_id(text(self.slots.cell(cells, Field::CustomerId), &mut scratch), &mut clean).text.to_owned();
        self.habits.speaks_ids = !id.is_empty() && self.builder.known_customer(&id).is_some();
        for field in SURE {
            if let Some(key) = key(field, text(self.slots.cell(cells, field), &mut scratch)) {
                let first = self.seen.entry(key.clone()).or_insert_with(|| id.clone());
                if *first != id {
                    self.habits.shared.insert(key);
                }
            }
        }
        Ok(())
    }

    fn trouble(&mut self, _number: u64, _code: IssueCode, _original: &str) {
        // The second pass says it.
    }

    fn progress(&mut self, _bytes: u64) -> Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_in_parts() {
        for (first, last, full) in [
            ("Ann", "Lee", "Ann Lee"),
            ("三", "张", "张三"),
            ("", "Lee", "Lee"),
            (" Ann ", "", "Ann"),
            ("", "", ""),
            ("思远", "欧阳", "欧阳思远"),
        ] {
            assert_eq!(full_name(Cell::Text(first), Cell::Text(last)), full);
        }
    }

    #[test]
    fn days_of_birth_are_said_in_one_way_where_they_are_certain() {
        for (name, column, first) in [
            ("ISO", &["1990-3-5"] as &[&str], "1990-03-05"),
            ("the column proves the order", &["05/03/1990", "25/03/1990"], "1990-03-05"),
            ("nobody knows the order", &["05/03/1990", "06/03/1990"], "05/03/1990"),
            ("no day", &["spring"], "spring"),
        ] {
            let mut birthdays = Birthdays::new(column.iter().copied());
            assert_eq!(birthdays.read(Cell::Text(column[0]), &mut String::new()), first, "{name}");
        }
    }
}
