//! Orders whose lines are in another table → the builder.
//!
//! Only when no table has whole orders: beside such a table the lines would count everything twice. Invariant: of several tables of lines
//! those are read that name products, or, when none does, all; what is not read is said to be unused.

use super::{Import, Place};
use crate::Result;
use crate::identify::columns::Proposal;
use crate::identify::inspect::Seen;
use crate::identify::issue::IssueCode;
use crate::identify::rows::{DayColumns, HeadRows, ORDER_FIELDS, Slots, TableContext};
use crate::identify::{Counts, Mapping, TableKind};
use crate::recipe::Field;

/// Whether there are orders, their lines, and no table that has both.
pub(super) fn are_whole(seen: &[Seen]) -> bool {
    let has = |kind| proposals(seen).any(|proposal| proposal.kind == kind);
    has(TableKind::OrderHeads) && has(TableKind::OrderLines) && !has(TableKind::Transactions) && !has(TableKind::CustomerSummary)
}

/// Whether a table that is a part of orders is read.
pub(super) fn is_used(seen: &[Seen], proposal: &Proposal) -> bool {
    let names_products = |proposal: &Proposal| proposal.has(Field::Product);
    let some_do = proposals(seen).any(|other| other.kind == TableKind::OrderLines && names_products(other));
    are_whole(seen) && (proposal.kind == TableKind::OrderHeads || !some_do || names_products(proposal))
}

fn proposals(seen: &[Seen]) -> impl Iterator<Item = &Proposal> {
    seen.iter().flat_map(|file| &file.proposals)
}

/// What the lines of a table take from their orders.
#[derive(Debug, Default)]
pub(super) struct Joined {
    /// Roles of the lines' own columns, and of those that their orders fill, which are counted on behind the last.
    pub(super) mapping: Mapping,
    /// What orders fill, in the order of these columns.
    pub(super) fields: Vec<Field>,
}

impl Import<'_> {
    /// Reads orders without amounts, then their lines.
    pub(super) fn join_parts(&mut self) -> Result<()> {
        if !are_whole(self.seen) {
            return Ok(());
        }
        self.read_all(TableKind::OrderHeads)?;
        // Before any line takes its day from them.
        let order = self.recipe.import.date_order;
        let days = std::mem::replace(&mut self.days, DayColumns::new(Field::Date, order));
        let decisions = days.settle(self.heads.days_mut());
        self.remark_days(decisions);
        self.read_all(TableKind::OrderLines)
    }

    pub(super) fn read_heads(&mut self, place: Place) -> Result<Counts> {
        let Place { index, table, position } = place;
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let is_own = |field: &Field| proposal.has(*field) && !matches!(field, Field::OrderId | Field::Date);
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        let mut sink = HeadRows {
            heads: &mut self.heads,
            context: TableContext::new(&mut self.issues, position, &[]),
            slots: Slots::new(&proposal.mapping, &ORDER_FIELDS),
            fields: ORDER_FIELDS.into_iter().filter(is_own).collect(),
            days: self.days.parser(),
            flagged: Vec::new(),
            on_progress: &mut on_progress,
            scratch: String::new(),
        };
        let wanted = sink.slots.wanted.clone();
        self.cells.read_table(self.sources[index].as_mut(), file, table, &wanted, &mut sink)?;
        let HeadRows { context, days, flagged, .. } = sink;
        let counts = context.counts;
        self.days.gather(&file.header(table, proposal, Field::Date), position, flagged, &days);
        Ok(counts)
    }

    /// What a table of lines takes from its orders: nothing that it says itself.
    pub(super) fn joined(&self, proposal: &Proposal, columns: usize) -> Joined {
        if proposal.kind != TableKind::OrderLines {
            return Joined { mapping: proposal.mapping.clone(), fields: Vec::new() };
        }
        let told = self.heads.fields().chain([Field::Date]);
        let fields: Vec<Field> = told.filter(|field| !proposal.mapping.contains_key(field)).collect();
        let mut mapping = proposal.mapping.clone();
        mapping.extend(fields.iter().copied().zip(columns..));
        Joined { mapping, fields }
    }

    /// Says how many orders had no line.
    pub(super) fn remark_heads(&mut self) {
        let count = self.heads.without_lines();
        if count > 0 {
            let table = self.issues.table("", None, Vec::new());
            TableContext::new(&mut self.issues, table, &[]).remark(IssueCode::OrderWithoutLines, None, &count.to_string(), "");
        }
    }
}
