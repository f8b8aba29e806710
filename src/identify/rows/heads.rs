//! Orders without amounts: whose each is and when, kept until the lines of the orders come in another table.
//!
//! Invariant: an order that is listed again is the one that was listed first.

use super::columns_of_days::DayColumns;
use super::reading::{Rejected, Slots, TableContext, text};
use crate::Result;
use crate::base::{Day, Interner, TextId};
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::DayParser;
use crate::recipe::Field;

/// Orders by id, with what their table says of each.
#[derive(Debug, Default)]
pub(crate) struct Heads {
    ids: Interner,
    /// What is said beside the day, of each order a text.
    fields: Vec<(Field, Vec<TextId>)>,
    texts: Interner,
    day: Vec<Day>,
    second: Vec<u32>,
    has_lines: Vec<bool>,
}

impl Heads {
    /// What is said of an order beside its day.
    pub(crate) fn fields(&self) -> impl Iterator<Item = Field> {
        self.fields.iter().map(|(field, _)| *field)
    }

    /// The days, for whoever settles the order of day and month.
    pub(crate) fn days_mut(&mut self) -> &mut [Day] {
        &mut self.day
    }

    /// How many orders no line was found of.
    pub(crate) fn without_lines(&self) -> usize {
        self.has_lines.iter().filter(|has| !**has).count()
    }

    fn place(&mut self, field: Field) -> usize {
        self.fields.iter().position(|(own, _)| *own == field).unwrap_or_else(|| {
            // Orders of earlier files said nothing of it.
            self.fields.push((field, vec![TextId::NONE; self.day.len()]));
            self.fields.len() - 1
        })
    }

    fn text(&self, id: TextId) -> &str {
        if id.is_none() { "" } else { self.texts.get(id) }
    }
}

/// Takes the rows of a table of orders without amounts.
pub(crate) struct HeadRows<'a> {
    pub(crate) heads: &'a mut Heads,
    pub(crate) context: TableContext<'a>,
    pub(crate) slots: Slots,
    /// The roles of its columns beside the order's id and its day.
    pub(crate) fields: Vec<Field>,
    pub(crate) days: DayParser,
    /// Places of the days that can be read both ways.
    pub(crate) flagged: Vec<u32>,
    pub(crate) on_progress: &'a mut dyn FnMut(u64, u64) -> Result<()>,
    pub(crate) scratch: String,
}

impl RowSink for HeadRows<'_> {
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

impl HeadRows<'_> {
    fn take(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        let day = self.context.day(number, Field::Date, self.slots.cell(cells, Field::Date), &mut self.days)?;
        let order = text(self.slots.cell(cells, Field::OrderId), &mut self.scratch);
        if order.is_empty() {
            return Err(Rejected::because(IssueCode::OrderUnknown, Field::OrderId));
        }
        if self.heads.ids.find(order).is_some() {
            return Err(Rejected::because(IssueCode::RowRepeated, Field::OrderId));
        }
        self.heads.ids.intern(order);
        DayColumns::flag(&mut self.flagged, &day, self.heads.day.len());
        for &field in &self.fields {
            let place = self.heads.place(field);
            let known = text(self.slots.cell(cells, field), &mut self.scratch);
            let id = if known.is_empty() { TextId::NONE } else { self.heads.texts.intern(known) };
            self.heads.fields[place].1.push(id);
        }
        self.heads.day.push(day.day);
        self.heads.second.push(day.second);
        self.heads.has_lines.push(false);
        let orders = self.heads.day.len();
        self.heads.fields.iter_mut().for_each(|(_, texts)| texts.resize(orders, TextId::NONE));
        Ok(())
    }
}

/// Hands the lines of orders on with what is known of their orders: behind the cells of a line those of [`Heads::fields`], then the day.
pub(crate) struct JoinedRows<'s> {
    sink: &'s mut dyn RowSink,
    heads: &'s mut Heads,
    /// Of the fields those that lines do not say themselves.
    fields: Vec<usize>,
    /// Place of the order's id among the cells.
    order: usize,
    says_day: bool,
    scratch: String,
}

impl<'s> JoinedRows<'s> {
    /// `wanted` are the fields that a line takes from its order.
    pub(crate) fn new(sink: &'s mut dyn RowSink, heads: &'s mut Heads, wanted: &[Field], order: usize) -> Self {
        let places = wanted.iter().filter_map(|field| heads.fields.iter().position(|(own, _)| own == field));
        let (fields, says_day) = (places.collect(), wanted.contains(&Field::Date));
        Self { sink, heads, fields, order, says_day, scratch: String::new() }
    }
}

impl RowSink for JoinedRows<'_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let id = text(cells.get(self.order).copied().unwrap_or(Cell::Empty), &mut self.scratch);
        let found = self.heads.ids.find(id).map(TextId::index);
        if let Some(has_lines) = found.and_then(|at| self.heads.has_lines.get_mut(at)) {
            *has_lines = true;
        }
        let heads = &*self.heads;
        let told = |place: &usize| match found.and_then(|at| heads.fields[*place].1.get(at)).map(|id| heads.text(*id)) {
            None | Some("") => Cell::Empty,
            Some(text) => Cell::Text(text),
        };
        let read = || found.and_then(|at| Some(Cell::Day(*heads.day.get(at)?, *heads.second.get(at)?)));
        let day = self.says_day.then(|| read().unwrap_or(Cell::Empty));
        let joined: Vec<Cell<'_>> = cells.iter().copied().chain(self.fields.iter().map(told)).chain(day).collect();
        self.sink.row(number, &joined)
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.sink.trouble(number, code, original);
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        self.sink.progress(bytes)
    }
}
