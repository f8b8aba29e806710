//! One table → the builder: a sink per kind, and what its columns show when its last row has been seen.
//!
//! Invariant: what is read of a table is what its proposal maps, and of lists also their other columns.

use super::parts::Joined;
use super::{Import, Place};
use crate::Result;
use crate::base::Day;
use crate::identify::book::Join;
use crate::identify::inspect::Seen;
use crate::identify::issue::IssueCode;
use crate::identify::read::{RowSink, read_table};
use crate::identify::rows::{
    self, Birthdays, ContactRows, CustomerRows, FeedbackRows, FirstPass, Habits, InContacts, JoinedRows, ListColumns, Meanings,
    MonthColumn, MonthRows, OrderRows, ReadyRows, Reference, Room, Scratch, Slots, TableContext,
};
use crate::identify::values::words;
use crate::identify::{Counts, Mapping, TableKind};
use crate::recipe::Field;

/// Columns of its own that a list brings at most.
const OWN_COLUMNS: usize = 64;

impl Import<'_> {
    pub(super) fn read_orders(&mut self, place: Place) -> Result<Counts> {
        let Place { index, table, position } = place;
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let width = file.layout.tables[table].headers.len();
        let Joined { mapping, fields } = &self.joined(proposal, width);
        let header = file.header(table, proposal, Field::Date);
        let months: Vec<usize> = proposal.months.columns.iter().map(|(column, _)| *column).collect();
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        self.repeats.begin(self.builder.lines(), position, self.reports.len());
        let others: Vec<usize> = months.into_iter().chain(proposal.document).collect();
        let slots = Slots::with_columns(mapping, &rows::ORDER_FIELDS, &others);
        let mut sink = OrderRows {
            repeats: &mut self.repeats,
            pending: &mut self.pending,
            currencies: &mut self.currencies,
            builder: &mut self.builder,
            context: TableContext::new(&mut self.issues, position, &self.recipe.cleaning.placeholders),
            document: proposal.document.and_then(|column| slots.place(column)),
            returns: Meanings::default(),
            slots,
            days: self.days.parser(),
            form: file.amount_form(table),
            refunds: self.recipe.cleaning.refunds,
            date_header: header.clone(),
            attributes: attributes_of(mapping),
            names_in_parts: mapping.contains_key(&Field::LastName) && !mapping.contains_key(&Field::CustomerName),
            total_on_first_row: proposal.total_on_first_row,
            sale: proposal.sale,
            is_joined: proposal.kind == TableKind::OrderLines,
            states: Meanings::default(),
            genders: Meanings::default(),
            last: None,
            cancelled: String::new(),
            flagged: Vec::new(),
            on_progress: &mut on_progress,
            scratch: Scratch::default(),
        };
        let wanted: Vec<usize> = sink.slots.wanted.iter().copied().filter(|&column| column < width).collect();
        let order = mapping.get(&Field::OrderId).and_then(|&column| sink.slots.place(column)).unwrap_or(usize::MAX);
        let columns = month_columns(file, table, &sink.slots);
        let mut by_month = (!columns.is_empty()).then(|| MonthRows::new(&mut sink, columns));
        let taker: &mut dyn RowSink = match &mut by_month {
            Some(by_month) => by_month,
            None => &mut sink,
        };
        let mut joined;
        let taker: &mut dyn RowSink = if fields.is_empty() {
            taker
        } else {
            joined = JoinedRows::new(taker, &mut self.heads, fields, order);
            &mut joined
        };
        self.cells.read_table(self.sources[index].as_mut(), file, table, &wanted, taker)?;
        let OrderRows { mut context, days, flagged, .. } = sink;
        context.remark_ids();
        let counts = context.counts;
        self.days.gather(&header, position, flagged, &days);
        Ok(counts)
    }

    pub(super) fn read_ready(&mut self, place: Place) -> Result<Counts> {
        let Place { index, table, position } = place;
        let own = self.own_columns(place);
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let slots = list_slots(&proposal.mapping, &rows::READY_FIELDS, &own);
        self.builder.begin_list(self.recipe.cleaning.update);
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        let mut sink = ReadyRows {
            builder: &mut self.builder,
            ready: &mut self.ready,
            currencies: &mut self.currencies,
            context: TableContext::new(&mut self.issues, position, &self.recipe.cleaning.placeholders),
            columns: ListColumns::new(&proposal.mapping, &slots, &own, birthdays(file, table)),
            slots,
            last_days: self.last_days.parser(),
            first_days: self.first_days.parser(),
            form: file.amount_form(table),
            last_flagged: Vec::new(),
            first_flagged: Vec::new(),
            on_progress: &mut on_progress,
            scratch: Scratch::default(),
        };
        let wanted = sink.slots.wanted.clone();
        self.cells.read_table(self.sources[index].as_mut(), file, table, &wanted, &mut sink)?;
        let ReadyRows { mut context, last_days, first_days, last_flagged, first_flagged, .. } = sink;
        context.remark_ids();
        let counts = context.counts;
        self.last_days.gather(&file.header(table, proposal, Field::LastOrder), position, last_flagged, &last_days);
        self.first_days.gather(&file.header(table, proposal, Field::FirstOrder), position, first_flagged, &first_days);
        Ok(counts)
    }

    pub(super) fn read_list(&mut self, place: Place) -> Result<(Counts, Join)> {
        let Place { index, table, position } = place;
        let own = self.own_columns(place);
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let reference = Reference::new(&proposal.mapping);
        let habits = self.habits(place, &reference)?;
        let slots = list_slots(&proposal.mapping, &[Field::CustomerId, Field::Updated], &own);
        self.builder.begin_list(self.recipe.cleaning.update);
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        let mut sink = CustomerRows {
            builder: &mut self.builder,
            context: TableContext::new(&mut self.issues, position, &self.recipe.cleaning.placeholders),
            reference,
            columns: ListColumns::new(&proposal.mapping, &slots, &own, birthdays(file, table)),
            slots,
            habits,
            updated: self.updated_days.parser(),
            flagged: Vec::new(),
            named: Default::default(),
            on_progress: &mut on_progress,
            room: Room::default(),
        };
        let wanted = sink.slots.wanted.clone();
        self.cells.read_table(self.sources[index].as_mut(), file, table, &wanted, &mut sink)?;
        let CustomerRows { mut context, reference, updated, flagged, .. } = sink;
        context.remark_ids();
        let join = reference.joined.finish();
        if join.new > 0 {
            context.remark(IssueCode::CustomerWithoutOrder, None, &join.new.to_string(), "");
        }
        let counts = context.counts;
        self.updated_days.gather(&file.header(table, proposal, Field::Updated), position, flagged, &updated);
        Ok((counts, join))
    }

    pub(super) fn read_contacts(&mut self, place: Place) -> Result<(Counts, Join)> {
        let Place { index, table, position } = place;
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let columns: Vec<usize> = proposal.counters.iter().map(|(column, _)| *column).collect();
        let slots = Slots::with_columns(&proposal.mapping, &rows::CONTACT_FIELDS, &columns);
        let counters = proposal.counters.iter().filter_map(|&(column, channel)| Some((slots.place(column)?, channel))).collect();
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        let mut sink = ContactRows {
            builder: &mut self.builder,
            context: TableContext::new(&mut self.issues, position, &self.recipe.cleaning.placeholders),
            slots,
            reference: Reference::new(&proposal.mapping),
            days: self.contact_days.parser(),
            usual: proposal.usual_channel,
            counters,
            channels: Meanings::default(),
            flagged: Vec::new(),
            on_progress: &mut on_progress,
            room: Room::default(),
            scratch: String::new(),
        };
        let wanted = sink.slots.wanted.clone();
        self.cells.read_table(self.sources[index].as_mut(), file, table, &wanted, &mut sink)?;
        let ContactRows { mut context, reference, days, flagged, .. } = sink;
        context.remark_ids();
        let counts = context.counts;
        self.contact_days.gather(&file.header(table, proposal, Field::Date), position, flagged, &days);
        Ok((counts, reference.joined.finish()))
    }

    pub(super) fn read_feedback(&mut self, place: Place) -> Result<(Counts, Join)> {
        let Place { index, table, position } = place;
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let (told, about) = (proposal.asides.told, proposal.asides.contact_subject);
        let asides: Vec<usize> = told.iter().map(|(column, _)| *column).chain(about).collect();
        let slots = Slots::with_columns(&proposal.mapping, &rows::FEEDBACK_FIELDS, &asides);
        let contacts = (proposal.kind == TableKind::InteractionsAndFeedback).then(|| InContacts {
            usual: proposal.usual_channel,
            channels: Meanings::default(),
            subject: about.and_then(|column| slots.place(column)),
        });
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        let mut sink = FeedbackRows {
            builder: &mut self.builder,
            context: TableContext::new(&mut self.issues, position, &self.recipe.cleaning.placeholders),
            told: told.and_then(|(column, kind)| Some((slots.place(column)?, kind))),
            contacts,
            slots,
            reference: Reference::new(&proposal.mapping),
            days: self.feedback_days.parser(),
            resolved_days: self.resolved_days.parser(),
            usual: proposal.usual_kind,
            mark: file.decimal_mark(table),
            asks_recommendation: words::asks_recommendation(&file.header(table, proposal, Field::Rating)),
            kinds: Meanings::default(),
            states: Meanings::default(),
            ratings: Vec::new(),
            flagged: Vec::new(),
            resolved_flagged: Vec::new(),
            on_progress: &mut on_progress,
            room: Room::default(),
            scratch: String::new(),
        };
        let wanted = sink.slots.wanted.clone();
        self.cells.read_table(self.sources[index].as_mut(), file, table, &wanted, &mut sink)?;
        sink.rate();
        let FeedbackRows { mut context, contacts, reference, days, resolved_days, flagged, resolved_flagged, .. } = sink;
        context.remark_ids();
        let counts = context.counts;
        let columns = if contacts.is_some() { &mut self.contact_days } else { &mut self.feedback_days };
        columns.gather(&file.header(table, proposal, Field::Date), position, flagged, &days);
        self.resolved_days.gather(&file.header(table, proposal, Field::Resolved), position, resolved_flagged, &resolved_days);
        Ok((counts, reference.joined.finish()))
    }

    /// How a list names its customers, when that has to be known before its rows are read.
    fn habits(&mut self, Place { index, table, .. }: Place, reference: &Reference) -> Result<Habits> {
        let file = &self.seen[index];
        let Some(mut pass) = FirstPass::new(&self.builder, &file.proposals[table].mapping, reference) else { return Ok(Habits::default()) };
        let wanted = pass.slots.wanted.clone();
        read_table(self.sources[index].as_mut(), &file.layout, table, &wanted, &mut pass)?;
        Ok(pass.finish())
    }

    /// The columns of a list that play no role, with their places in the book: those with values first.
    fn own_columns(&mut self, Place { index, table, position }: Place) -> Vec<(usize, usize)> {
        let file = &self.seen[index];
        let (layout, proposal) = (&file.layout.tables[table], &file.proposals[table]);
        let is_filled = |column: usize| layout.sample.iter().any(|row| row.get(column).is_some_and(|cell| !cell.trim().is_empty()));
        let mut unused: Vec<usize> = proposal.unused().collect();
        unused.sort_by_key(|&column| (!is_filled(column), column));
        let more = unused.len().saturating_sub(OWN_COLUMNS);
        unused.truncate(OWN_COLUMNS);
        unused.sort_unstable();
        if more > 0 {
            let mut context = TableContext::new(&mut self.issues, position, &[]);
            context.remark(IssueCode::OwnColumnsLimited, None, &more.to_string(), &OWN_COLUMNS.to_string());
        }
        unused.into_iter().map(|column| (column, self.builder.own_column(&layout.headers[column]))).collect()
    }
}

/// The columns of a log of orders by month.
fn month_columns<'h>(file: &'h Seen, table: usize, slots: &Slots) -> Vec<MonthColumn<'h>> {
    let headers = &file.layout.tables[table].headers;
    let column = |&(column, day): &(usize, Day)| Some(MonthColumn { place: slots.place(column)?, day, header: headers.get(column)? });
    file.proposals[table].months.columns.iter().filter_map(column).collect()
}

fn attributes_of(mapping: &Mapping) -> Vec<Field> {
    Field::ATTRIBUTES.into_iter().filter(|field| mapping.contains_key(field)).collect()
}

/// The columns of a list: some fields, everything that is known of customers, and columns of its own.
fn list_slots(mapping: &Mapping, fields: &[Field], own: &[(usize, usize)]) -> Slots {
    let fields: Vec<Field> = fields.iter().copied().chain(Field::ATTRIBUTES).chain([Field::FirstName, Field::LastName]).collect();
    let columns: Vec<usize> = own.iter().map(|(column, _)| *column).collect();
    Slots::with_columns(mapping, &fields, &columns)
}

fn birthdays(file: &Seen, table: usize) -> Birthdays {
    let column = file.proposals[table].mapping.get(&Field::Birthday).copied();
    let sample = file.layout.tables[table].sample.iter();
    Birthdays::new(sample.filter_map(|row| column.and_then(|column| row.get(column)).map(String::as_str)))
}
