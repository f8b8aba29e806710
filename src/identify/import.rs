//! Tables with roles → one [`Book`].

use super::book::TableReport;
use super::builder::{BookBuilder, seen_in_order};
use super::clean::cells::Cells;
use super::clean::missing::Pending;
use super::clean::repeated::RepeatedRows;
use super::clean::{self, Corrections};
use super::columns::Proposal;
use super::inspect::Seen;
use super::issue::{IssueCode, IssueLog};
use super::rows::{self, CustomerRows, DayColumns, OrderRows, ReadyBuilder, ReadyRows, Scratch, Slots, TableContext};
use super::{Book, Counts, Progress, Source, TableKind};
use crate::recipe::{Field, Recipe};
use crate::{Error, ErrorKind, Result};

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
    let measured = measured_kind(&seen)?;

    // Orders (or ready-made measures) first, so that a customer list only adds to customers who are there.
    let mut import = Import::new(recipe, corrections, sources, &seen, progress);
    import.read_all(measured)?;
    import.read_all(TableKind::CustomerList)?;
    if measured == TableKind::Transactions {
        import.read_all(TableKind::CustomerSummary)?;
    }
    import.finish(measured)
}

/// A recipe made for other files says so instead of silently choosing other columns.
fn check_mapped_headers(seen: &[Seen], recipe: &Recipe) -> Result<()> {
    let headers: Vec<&String> = seen.iter().flat_map(|file| &file.layout.tables).flat_map(|table| &table.headers).collect();
    for (field, wanted) in &recipe.mapping {
        let found = seen.iter().flat_map(|file| &file.proposals).any(|proposal| proposal.mapping.contains_key(field));
        if let (Some(header), false) = (wanted.first(), found) {
            let mut found: Vec<String> = headers.iter().map(|header| (*header).clone()).collect();
            found.sort();
            found.dedup();
            return Err(ErrorKind::HeaderMissing { header: header.clone(), found }.into());
        }
    }
    Ok(())
}

/// Orders, if some table has them; else ready-made measures; else the reason why there is nothing.
fn measured_kind(seen: &[Seen]) -> Result<TableKind> {
    let has = |kind| seen.iter().flat_map(|file| &file.proposals).any(|proposal| proposal.kind == kind);
    if has(TableKind::Transactions) {
        return Ok(TableKind::Transactions);
    }
    if has(TableKind::CustomerSummary) {
        return Ok(TableKind::CustomerSummary);
    }
    Err(nothing_to_score(seen))
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

/// An import under way.
struct Import<'a> {
    recipe: &'a Recipe,
    corrections: &'a Corrections,
    cells: Cells<'a>,
    repeats: RepeatedRows,
    pending: Pending,
    sources: &'a mut [Box<dyn Source>],
    seen: &'a [Seen],
    progress: &'a mut dyn FnMut(Progress),
    builder: BookBuilder,
    ready: ReadyBuilder,
    issues: IssueLog,
    days: DayColumns,
    last_days: DayColumns,
    first_days: DayColumns,
    counts: Counts,
    reports: Vec<TableReport>,
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
        let order_tables = seen.iter().flat_map(|file| &file.proposals).filter(|proposal| proposal.kind == TableKind::Transactions);
        Self {
            recipe,
            corrections,
            cells: Cells::new(corrections),
            repeats: RepeatedRows::new(recipe.cleaning.repeated, order_tables.count()),
            pending: Pending::new(&recipe.cleaning.missing),
            sources,
            seen,
            progress,
            builder: BookBuilder::default(),
            ready: ReadyBuilder::default(),
            issues: IssueLog::default(),
            days: columns(Field::Date),
            last_days: columns(Field::Date),
            first_days: columns(Field::Date),
            counts: Counts::default(),
            reports: Vec::new(),
            rows_before: 0,
            meter: Meter { sizes },
        }
    }

    /// Reads every table of this kind, in the order of the files.
    fn read_all(&mut self, kind: TableKind) -> Result<()> {
        let seen = self.seen;
        for (index, file) in seen.iter().enumerate() {
            for table in 0..file.proposals.len() {
                if file.proposals[table].kind == kind {
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
        let summary_is_list = kind == TableKind::CustomerSummary && self.builder.lines() > 0;
        let counts = match kind {
            TableKind::Transactions => self.read_orders(index, table, position)?,
            TableKind::CustomerSummary if !summary_is_list => self.read_ready(index, table, position)?,
            _ => self.read_list(index, table, position)?,
        };
        if kind != TableKind::CustomerList && !summary_is_list {
            self.add(counts);
        }
        self.rows_before += counts.rows_read;
        let Counts { rows_read, rows_used, .. } = counts;
        self.reports.push(TableReport {
            file: file.file.clone(),
            sheet,
            kind,
            used: rows_used > 0,
            rows_read,
            rows_used,
            mapping: roles,
            join: None,
        });
        Ok(())
    }

    fn add(&mut self, counts: Counts) {
        self.counts.rows_read += counts.rows_read;
        self.counts.rows_used += counts.rows_used;
        self.counts.rows_rejected += counts.rows_rejected;
        self.counts.rows_unidentified += counts.rows_unidentified;
    }

    fn read_orders(&mut self, index: usize, table: usize, position: u32) -> Result<Counts> {
        let file = &self.seen[index];
        let mapping = &file.proposals[table].mapping;
        let header = file.header(table, &file.proposals[table], Field::Date);
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        self.repeats.begin(self.builder.lines(), position, self.reports.len());
        let mut sink = OrderRows {
            repeats: &mut self.repeats,
            pending: &mut self.pending,
            builder: &mut self.builder,
            context: TableContext::new(&mut self.issues, position, &self.recipe.cleaning.placeholders),
            slots: Slots::new(mapping, &rows::ORDER_FIELDS),
            days: self.days.parser(),
            mark: file.decimal_mark(table),
            refunds: self.recipe.cleaning.refunds,
            date_header: header.clone(),
            attributes: attributes_of(mapping),
            flagged: Vec::new(),
            on_progress: &mut on_progress,
            scratch: Scratch::default(),
        };
        let wanted = sink.slots.wanted.clone();
        self.cells.read_table(self.sources[index].as_mut(), &file.layout, table, &wanted, mapping, &mut sink)?;
        let OrderRows { context, days, flagged, .. } = sink;
        let counts = context.counts;
        self.days.gather(&header, position, flagged, &days);
        Ok(counts)
    }

    fn read_ready(&mut self, index: usize, table: usize, position: u32) -> Result<Counts> {
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        let mut sink = ReadyRows {
            builder: &mut self.builder,
            ready: &mut self.ready,
            context: TableContext::new(&mut self.issues, position, &self.recipe.cleaning.placeholders),
            slots: Slots::new(&proposal.mapping, &rows::READY_FIELDS),
            last_days: self.last_days.parser(),
            first_days: self.first_days.parser(),
            mark: file.decimal_mark(table),
            attributes: attributes_of(&proposal.mapping),
            last_flagged: Vec::new(),
            first_flagged: Vec::new(),
            on_progress: &mut on_progress,
            scratch: Scratch::default(),
        };
        let wanted = sink.slots.wanted.clone();
        self.cells.read_table(self.sources[index].as_mut(), &file.layout, table, &wanted, &proposal.mapping, &mut sink)?;
        let ReadyRows { context, last_days, first_days, last_flagged, first_flagged, .. } = sink;
        let counts = context.counts;
        self.last_days.gather(&file.header(table, proposal, Field::LastOrder), position, last_flagged, &last_days);
        self.first_days.gather(&file.header(table, proposal, Field::FirstOrder), position, first_flagged, &first_days);
        Ok(counts)
    }

    fn read_list(&mut self, index: usize, table: usize, position: u32) -> Result<Counts> {
        let file = &self.seen[index];
        let mapping = &file.proposals[table].mapping;
        let attributes = attributes_of(mapping);
        let mut fields = attributes.clone();
        fields.push(Field::CustomerId);
        let mut on_progress = self.meter.reporter(index, self.rows_before, self.progress);
        let mut sink = CustomerRows {
            builder: &mut self.builder,
            context: TableContext::new(&mut self.issues, position, &self.recipe.cleaning.placeholders),
            slots: Slots::new(mapping, &fields),
            attributes,
            without_order: 0,
            on_progress: &mut on_progress,
            scratch: Scratch::default(),
        };
        let wanted = sink.slots.wanted.clone();
        self.cells.read_table(self.sources[index].as_mut(), &file.layout, table, &wanted, mapping, &mut sink)?;
        let CustomerRows { mut context, without_order, .. } = sink;
        if without_order > 0 {
            context.remark(IssueCode::CustomerWithoutOrder, None, &without_order.to_string(), "");
        }
        Ok(context.counts)
    }

    /// What was chosen for a table without asking.
    fn remark_mapping(&mut self, index: usize, table: usize, position: u32, kind: TableKind) {
        let file = &self.seen[index];
        let proposal = &file.proposals[table];
        let has = |field| proposal.mapping.contains_key(&field);
        let header = |field| file.header(table, proposal, field);
        let mut context = TableContext::new(&mut self.issues, position, &[]);
        if kind == TableKind::Transactions && !has(Field::Amount) {
            let became = [Field::Quantity, Field::UnitPrice].map(header).join(" × ");
            context.remark(IssueCode::AmountComputed, Some(Field::UnitPrice), "", &became);
        }
        if kind == TableKind::Transactions && !has(Field::OrderId) {
            context.remark(IssueCode::OrdersByDay, None, "", "");
        }
        let stand_in = [Field::CustomerName, Field::Phone, Field::Email];
        let column = proposal.mapping.get(&Field::CustomerId);
        if stand_in.iter().any(|field| proposal.mapping.get(field) == column) {
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
                    TableKind::Empty => IssueCode::TableEmpty,
                    _ => continue,
                };
                let (sheet, mapping) = (file.layout.tables[table].sheet.clone(), file.roles(table));
                let position = self.issues.table(&file.file, sheet.as_deref(), mapping.clone());
                TableContext::new(&mut self.issues, position, &[]).remark(code, None, "", "");
                let report = TableReport {
                    file: file.file.clone(),
                    sheet,
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

    fn finish(mut self, measured: TableKind) -> Result<Book> {
        if self.builder.customers() == 0 {
            return Err(ErrorKind::NoUsableRow { rows_read: self.counts.rows_read }.into());
        }
        self.remark_unused();
        // Now that every row has been seen, the order of day and month is known.
        let mut decisions = self.days.settle(self.builder.days_mut());
        decisions.extend(self.last_days.settle(&mut self.ready.last_order));
        decisions.extend(self.first_days.settle(&mut self.ready.first_order));
        for decision in decisions {
            let mut context = TableContext::new(&mut self.issues, decision.table, &[]);
            let order = serde_json::to_value(decision.order).ok().and_then(|order| order.as_str().map(str::to_owned)).unwrap_or_default();
            context.remark(decision.code, Some(decision.field), &decision.ambiguous.to_string(), &order);
        }
        // Now that every line is there with its day, those that are there twice can be told, and amounts that are missing filled.
        self.pending.settle(&mut self.builder, &mut self.issues);
        self.repeats.settle(&mut self.builder, &mut self.issues, &mut self.counts, &mut self.reports);
        self.cells.finish(&mut self.issues);
        let (mut customers, ledger, rank) = self.builder.finish();
        customers.seen = seen_in_order(&rank);
        let ready = (measured == TableKind::CustomerSummary).then(|| self.ready.finish(&rank));
        let mut book = Book { customers, ledger, ready, issues: self.issues, counts: self.counts, tables: self.reports, ..Book::default() };
        clean::clean(&mut book, &self.recipe.cleaning, self.corrections);
        Ok(book)
    }
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

fn attributes_of(mapping: &super::Mapping) -> Vec<Field> {
    Field::ATTRIBUTES.into_iter().filter(|field| mapping.contains_key(field)).collect()
}
