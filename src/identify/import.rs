//! Tables with roles → one [`Book`].

mod areas;
mod measured;
mod months;
mod parts;
mod tables;

use super::book::{Join, TableReport};
use super::builder::{BookBuilder, Gathered, seen_in_order};
use super::clean::cells::Cells;
use super::clean::missing::Pending;
use super::clean::repeated::RepeatedRows;
use super::clean::{self, Corrections};
use super::inspect::Seen;
use super::issue::{Issue, IssueCode, IssueLog};
use super::rows::{Currencies, DayColumns, Decision, Heads, ReadyBuilder, TableContext};
use super::values::AmountUnit;
use super::{Book, Counts, Progress, Source, TableKind};
use crate::base::CustomerId;
use crate::recipe::{Field, Recipe};
use crate::{ErrorKind, Result};

/// All files → one book.
///
/// # Errors
/// When no file has a usable table: see [`crate::ErrorKind`].
pub fn identify(sources: &mut [Box<dyn Source>], recipe: &Recipe, progress: &mut dyn FnMut(Progress)) -> Result<Book> {
    identify_with(sources, recipe, &Corrections::default(), progress)
}

/// All files → one book, with the cells and customers that somebody corrected.
///
/// # Errors
/// As [`identify`].
pub fn identify_with(
    sources: &mut [Box<dyn Source>],
    recipe: &Recipe,
    corrections: &Corrections,
    progress: &mut dyn FnMut(Progress),
) -> Result<Book> {
    // Look at every file first: what a table is for depends on the others.
    let seen = sources.iter_mut().map(|source| Seen::look(source.as_mut(), recipe)).collect::<Result<Vec<Seen>>>()?;
    check_mapped_headers(&seen, recipe)?;
    let measured = measured::kind(&seen);

    // Orders (or ready-made measures) say who is who; lists add to them; contacts and feedback are about people who are known.
    let mut import = Import::new(recipe, corrections, sources, &seen, progress);
    if let Ok(kind) = measured {
        import.read_all(kind)?;
    }
    import.join_parts()?;
    import.read_all(TableKind::CustomerList)?;
    if matches!(measured, Ok(TableKind::Transactions)) {
        import.read_all(TableKind::CustomerSummary)?;
    }
    import.read_all(TableKind::Interactions)?;
    import.read_all(TableKind::Feedback)?;
    import.read_all(TableKind::InteractionsAndFeedback)?;
    import.finish(measured)
}

/// A recipe made for other files says so instead of silently choosing other columns.
fn check_mapped_headers(seen: &[Seen], recipe: &Recipe) -> Result<()> {
    let headers: Vec<&String> = seen.iter().flat_map(|file| &file.layout.tables).flat_map(|table| &table.headers).collect();
    for (field, wanted) in &recipe.mapping {
        let found = seen.iter().flat_map(|file| &file.proposals).any(|proposal| proposal.has(*field));
        if let (Some(header), false) = (wanted.first(), found) {
            let mut found: Vec<String> = headers.iter().map(|header| (*header).clone()).collect();
            found.sort();
            found.dedup();
            return Err(ErrorKind::HeaderMissing { header: header.clone(), found }.into());
        }
    }
    Ok(())
}

/// An import under way.
struct Import<'a> {
    recipe: &'a Recipe,
    corrections: &'a Corrections,
    cells: Cells<'a>,
    repeats: RepeatedRows,
    pending: Pending,
    currencies: Currencies,
    sources: &'a mut [Box<dyn Source>],
    seen: &'a [Seen],
    progress: &'a mut dyn FnMut(Progress),
    builder: BookBuilder,
    ready: ReadyBuilder,
    issues: IssueLog,
    days: DayColumns,
    last_days: DayColumns,
    first_days: DayColumns,
    contact_days: DayColumns,
    feedback_days: DayColumns,
    resolved_days: DayColumns,
    updated_days: DayColumns,
    /// Rows of orders or of ready-made measures.
    counts: Counts,
    /// Rows of all other tables.
    other_counts: Counts,
    reports: Vec<TableReport>,
    /// Orders whose lines are in another table.
    heads: Heads,
    rows_before: u64,
    meter: Meter,
}

impl<'a> Import<'a> {
    fn new(
        recipe: &'a Recipe,
        corrections: &'a Corrections,
        sources: &'a mut [Box<dyn Source>],
        seen: &'a [Seen],
        progress: &'a mut dyn FnMut(Progress),
    ) -> Self {
        let order = recipe.import.date_order;
        let sizes = sources.iter().map(|source| source.len()).collect();
        let columns = |field| DayColumns::new(field, order);
        let order_tables = seen
            .iter()
            .flat_map(|file| &file.proposals)
            .filter(|proposal| matches!(proposal.kind, TableKind::Transactions | TableKind::OrderLines));
        Self {
            recipe,
            corrections,
            cells: Cells::new(corrections, recipe.import.blanks_as_above),
            repeats: RepeatedRows::new(recipe.cleaning.repeated, order_tables.count()),
            pending: Pending::new(&recipe.cleaning.missing),
            currencies: Currencies::default(),
            sources,
            seen,
            progress,
            builder: BookBuilder::default(),
            ready: ReadyBuilder::default(),
            issues: IssueLog::default(),
            days: columns(Field::Date),
            last_days: columns(Field::Date),
            first_days: columns(Field::Date),
            contact_days: columns(Field::Date),
            feedback_days: columns(Field::Date),
            resolved_days: columns(Field::Resolved),
            updated_days: columns(Field::Updated),
            counts: Counts::default(),
            other_counts: Counts::default(),
            reports: Vec::new(),
            heads: Heads::default(),
            rows_before: 0,
            meter: Meter { sizes },
        }
    }

    /// Reads every table of this kind, in the order of the files.
    fn read_all(&mut self, kind: TableKind) -> Result<()> {
        let seen = self.seen;
        for (index, file) in seen.iter().enumerate() {
            for table in 0..file.proposals.len() {
                let proposal = &file.proposals[table];
                let is_unused_part = kind == TableKind::OrderLines && !parts::is_used(seen, proposal);
                if proposal.kind == kind && !is_unused_part {
                    self.read(index, table, kind).map_err(|error| error.in_file(&file.file))?;
                }
            }
        }
        Ok(())
    }

    fn read(&mut self, index: usize, table: usize, kind: TableKind) -> Result<()> {
        let file = &self.seen[index];
        let roles = file.roles(table);
        let sheet = file.layout.tables[table].sheet.clone();
        let position = self.issues.table(&file.file, sheet.as_deref(), roles.clone());
        self.remark_mapping(index, table, position, kind);
        let place = Place { index, table, position };
        let is_measured = matches!(kind, TableKind::Transactions | TableKind::OrderLines)
            || (kind == TableKind::CustomerSummary && self.builder.lines() == 0);
        let (counts, join) = match kind {
            TableKind::Transactions | TableKind::OrderLines => (self.read_orders(place)?, None),
            TableKind::OrderHeads => (self.read_heads(place)?, None),
            TableKind::CustomerSummary if is_measured => (self.read_ready(place)?, None),
            TableKind::Interactions => self.read_contacts(place).map(|(counts, join)| (counts, Some(join)))?,
            TableKind::Feedback | TableKind::InteractionsAndFeedback => {
                self.read_feedback(place).map(|(counts, join)| (counts, Some(join)))?
            }
            _ => self.read_list(place).map(|(counts, join)| (counts, Some(join)))?,
        };
        (if is_measured { &mut self.counts } else { &mut self.other_counts }).add(counts);
        self.rows_before += counts.rows_read;
        self.report(place, sheet, kind, roles, counts, join);
        Ok(())
    }

    fn report(
        &mut self,
        place: Place,
        sheet: Option<String>,
        kind: TableKind,
        mapping: Vec<(Field, String)>,
        counts: Counts,
        join: Option<Join>,
    ) {
        let (file, hidden) = (self.seen[place.index].file.clone(), self.seen[place.index].layout.tables[place.table].is_hidden);
        let Counts { rows_read, rows_used, .. } = counts;
        self.reports.push(TableReport { file, sheet, hidden, kind, used: rows_used > 0, rows_read, rows_used, mapping, join });
    }

    /// What was chosen for a table without asking.
    fn remark_mapping(&mut self, index: usize, table: usize, position: u32, kind: TableKind) {
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let has = |field| proposal.has(field);
        let header = |field| file.header(table, proposal, field);
        let mut context = TableContext::new(&mut self.issues, position, &[]);
        months::remark(&mut context, &proposal.months, &file.layout.tables[table].headers);
        let is_orders = matches!(kind, TableKind::Transactions | TableKind::OrderLines);
        if is_orders && !has(Field::Amount) {
            let became =
                [Field::Quantity, Field::UnitPrice].into_iter().filter(|field| has(*field)).map(header).collect::<Vec<_>>().join(" × ");
            context.remark(IssueCode::AmountComputed, Some(Field::UnitPrice), "", &became);
        }
        let (amounts, unit) = file.amount_unit(table);
        if (is_orders || kind == TableKind::CustomerSummary) && unit != AmountUnit::One {
            context.remark(IssueCode::AmountCountedUp, Some(amounts), &header(amounts), unit.word());
        }
        if kind == TableKind::Transactions && !has(Field::OrderId) {
            context.remark(IssueCode::OrdersByDay, None, "", "");
        }
        let stand_in = [Field::CustomerName, Field::Phone, Field::Email];
        let column = proposal.mapping.get(&Field::CustomerId);
        if column.is_some() && stand_in.iter().any(|field| proposal.mapping.get(field) == column) {
            context.remark(IssueCode::CustomerBy, Some(Field::CustomerId), &header(Field::CustomerId), "");
        }
        if kind == TableKind::CustomerSummary && self.builder.lines() > 0 {
            context.remark(IssueCode::MeasuresNotUsed, None, "", "");
        }
    }

    /// Tables that nothing was read from, with the reason.
    fn remark_unused(&mut self) {
        for file in self.seen {
            for error in &file.layout.unreadable {
                let position = self.issues.table(&file.file, error.sheet(), Vec::new());
                TableContext::new(&mut self.issues, position, &[]).remark(IssueCode::TableUnreadable, None, &error.code(), "");
            }
            for (table, proposal) in file.proposals.iter().enumerate() {
                let code = match proposal.kind {
                    TableKind::Other => IssueCode::TableNotUsed,
                    TableKind::OrderHeads | TableKind::OrderLines if !parts::is_used(self.seen, proposal) => IssueCode::TableNotUsed,
                    TableKind::Empty => IssueCode::TableEmpty,
                    _ => continue,
                };
                let (sheet, mapping) = (file.layout.tables[table].sheet.clone(), file.roles(table));
                let position = self.issues.table(&file.file, sheet.as_deref(), mapping.clone());
                let mut context = TableContext::new(&mut self.issues, position, &[]);
                context.remark(code, None, "", "");
                months::remark(&mut context, &proposal.months, &file.layout.tables[table].headers);
                let report = TableReport {
                    file: file.file.clone(),
                    sheet,
                    hidden: file.layout.tables[table].is_hidden,
                    kind: proposal.kind,
                    used: false,
                    rows_read: 0,
                    rows_used: 0,
                    mapping,
                    join: None,
                };
                self.reports.push(report);
            }
        }
    }

    fn finish(mut self, measured: Result<TableKind>) -> Result<Book> {
        let rows_read = if measured.is_ok() { self.counts } else { self.other_counts }.rows_read;
        let no_row = || ErrorKind::NoUsableRow { rows_read }.into();
        if self.builder.customers() == 0 {
            return Err(measured.err().unwrap_or_else(no_row));
        }
        self.remark_unused();
        self.remark_heads();
        self.settle_days();
        // Now that every line is there with its day, those that are there twice can be told, and amounts that are missing filled.
        self.pending.settle(&mut self.builder, &mut self.issues);
        self.repeats.settle(&mut self.builder, &mut self.issues, &mut self.counts, &mut self.reports);
        self.cells.finish(&mut self.issues);
        if let Some((table, original)) = self.currencies.mixed() {
            let code = IssueCode::CurrenciesMixed;
            self.issues.push(&Issue { code, table, row: 0, field: Some(Field::Amount), original: &original, became: "" });
        }
        let counts = if measured.is_ok() { self.counts } else { self.other_counts };
        let is_ready = matches!(measured, Ok(TableKind::CustomerSummary));
        let is_empty = if is_ready { self.ready.is_empty() } else { self.builder.lines() == 0 };
        let not_scored = measured.err().or_else(|| is_empty.then(no_row));
        let Gathered { mut customers, ledger, interactions, feedback, rank } = self.builder.finish();
        let ready = is_ready.then(|| self.ready.finish(&rank));
        for (customer, last) in ready.iter().flat_map(|ready| (0..).map(CustomerId).zip(&ready.last_order)) {
            customers.heard_on(customer, *last);
        }
        customers.seen = seen_in_order(&rank);
        areas::derive(&mut customers, &mut self.issues);
        let (issues, tables) = (self.issues, self.reports);
        let mut book = Book {
            customers,
            ledger,
            interactions,
            feedback,
            ready,
            issues,
            counts,
            tables,
            not_scored,
            merged: Vec::new(),
            overrides: Vec::new(),
        };
        clean::clean(&mut book, &self.recipe.cleaning, self.corrections);
        Ok(book)
    }

    /// Now that every row has been seen, the order of day and month is known.
    fn settle_days(&mut self) {
        let order = self.recipe.import.date_order;
        let take = |columns: &mut DayColumns| std::mem::replace(columns, DayColumns::new(Field::Date, order));
        let mut decisions = take(&mut self.days).settle(self.builder.days_mut());
        decisions.extend(take(&mut self.last_days).settle(&mut self.ready.last_order));
        decisions.extend(take(&mut self.first_days).settle(&mut self.ready.first_order));
        decisions.extend(take(&mut self.contact_days).settle(&mut self.builder.contacts.day));
        decisions.extend(take(&mut self.feedback_days).settle(&mut self.builder.feedback.day));
        self.builder.share_days();
        decisions.extend(take(&mut self.resolved_days).settle(&mut self.builder.feedback.resolved));
        decisions.extend(take(&mut self.updated_days).settle(self.builder.updated_days_mut()));
        self.remark_days(decisions);
    }

    fn remark_days(&mut self, decisions: Vec<Decision>) {
        for decision in decisions {
            let mut context = TableContext::new(&mut self.issues, decision.table, &[]);
            let order = serde_json::to_value(decision.order).ok().and_then(|order| order.as_str().map(str::to_owned)).unwrap_or_default();
            context.remark(decision.code, Some(decision.field), &decision.ambiguous.to_string(), &order);
        }
    }
}

/// Where a table stands: file, table in it, and its number among those of the issues.
#[derive(Debug, Clone, Copy)]
struct Place {
    index: usize,
    table: usize,
    position: u32,
}

/// How much there is to read, and how to say how much has been read.
struct Meter {
    sizes: Vec<u64>,
}

impl Meter {
    /// A callback for the rows and bytes of one file. Tables of a workbook share its bytes.
    fn reporter<'p>(
        &self,
        index: usize,
        rows_before: u64,
        progress: &'p mut dyn FnMut(Progress),
    ) -> impl FnMut(u64, u64) -> Result<()> + use<'p> {
        let (bytes_before, bytes_total) = (self.sizes[..index].iter().sum::<u64>(), self.sizes.iter().sum());
        let file = u32::try_from(index).unwrap_or(u32::MAX);
        move |rows, bytes| {
            progress(Progress { file, rows: rows_before + rows, bytes_done: bytes_before + bytes, bytes_total });
            Ok(())
        }
    }
}
