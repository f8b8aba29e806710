//! Which column plays which role: by header, in Chinese and English, and by content.
//!
//! A header proposes, the sampled values confirm or veto, the recipe overrules both. Then the roles
//! are given away, best score first, each to one column. Invariants: the same headers, sample and
//! recipe give the same proposal; a table in which nobody is named is never taken for customers.

mod channels;
mod evidence;
mod exports;
mod header;
mod list;
mod months;
mod parts;
mod questions;
mod score;
mod synonyms;
mod table;
mod wishes;

use self::list::is_list;
use self::score::{FLOOR, NEAR, Scores};
use self::synonyms::PEOPLE;
use self::table::Table;
use self::wishes::Wishes;
use super::book::{Channel, FeedbackKind};
use super::{Question, TableKind};
use crate::recipe::{Field, Recipe};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

pub use self::months::Months;
pub(super) use self::months::own_name;
pub use self::questions::date_order_question;
pub(super) use self::synonyms::names_customer;

/// Position of the column that plays each role.
///
/// When no column is a customer's id, [`Field::CustomerId`] points to the column of the name, the
/// phone or the e-mail address, which keeps that role as well.
pub type Mapping = BTreeMap<Field, usize>;

/// What one column is taken for.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ColumnProposal {
    /// The role; none when the column is not used.
    pub field: Option<Field>,
    /// How sure, 0 to 1; 1 when the recipe says so.
    pub confidence: f64,
    /// Other roles that fit, best first.
    pub alternatives: Vec<Field>,
}

/// What [`propose`] finds out.
#[derive(Debug, Clone)]
pub struct Proposal {
    /// What the table is.
    pub kind: TableKind,
    /// One entry per column.
    pub columns: Vec<ColumnProposal>,
    /// The roles that were given away.
    pub mapping: Mapping,
    /// What has to be asked; empty when the mapping is certain.
    pub questions: Vec<Question>,
    /// The export of a known program that the table is, as `shopify_orders`.
    pub export: Option<&'static str>,
    /// Whether an order has several rows, of which only the first says its total.
    pub total_on_first_row: bool,
    /// The only state of a row that is a sale, of tables that also list what was paid.
    pub(super) sale: Option<&'static str>,
    /// Of orders: the column that says what kind of document a row is.
    pub(super) document: Option<usize>,
    /// From which column on the table repeats what this program worked out; beyond the last one for files of others.
    pub(super) worked_out_from: usize,
    /// Of orders: columns that are named after months.
    pub months: Months,
    /// Of contacts: columns that count something, and what.
    pub counters: Vec<(usize, Channel)>,
    /// Of contacts: what a row is that does not say.
    pub usual_channel: Channel,
    /// Of feedback: what a row is that does not say.
    pub usual_kind: FeedbackKind,
    /// Of feedback: what else says something.
    pub(super) asides: channels::Asides,
}

/// Finds out what a table is, which column plays which role, and what has to be asked.
///
/// `headers` and `sample` are as in [`TablePreview`](super::TablePreview).
///
/// # Example: a Chinese order export
/// ```
/// use customer_tiers::identify::TableKind;
/// use customer_tiers::identify::columns::propose;
/// use customer_tiers::recipe::{Field, Recipe};
/// let headers = ["会员编号", "下单时间", "发货时间", "实付金额（元）"].map(str::to_owned);
/// let sample = [["V001", "2024年3月5日", "2024年3月6日", "1,280.00"].map(str::to_owned).to_vec()];
/// let proposal = propose(&headers, &sample, &Recipe::default());
/// assert_eq!(proposal.kind, TableKind::Transactions);
/// assert_eq!(proposal.mapping.get(&Field::Date), Some(&1));
/// assert_eq!(proposal.mapping.get(&Field::Amount), Some(&3));
/// assert!(proposal.questions.is_empty());
/// ```
#[must_use]
pub fn propose(headers: &[String], sample: &[Vec<String>], recipe: &Recipe) -> Proposal {
    propose_in(headers, sample, recipe, &[])
}

/// As [`propose`], of a table that stands under these names, the nearest first: they may say the year of columns that are months.
pub(super) fn propose_in(headers: &[String], sample: &[Vec<String>], recipe: &Recipe, texts: &[&str]) -> Proposal {
    // What the headers and the values say of each column; a known export says it for certain.
    let table = Table::new(headers, sample);
    let scores = Scores::new(&table);
    let export = exports::recognise(&table);
    let wishes = Wishes::new(&table, recipe, export);
    // The roles as they would be in a log of orders and in a table of customers; the better reading wins.
    let ledger = ledger(&table, &scores, &wishes);
    let summary = summary(&table, &scores, &wishes);
    let people = Scores::by(&PEOPLE, &table);
    let rest = |mapping: &Mapping| people_in_the_rest(&table, &people, &wishes, mapping);
    let (mut kind, mut mapping) = decide(&table, &scores, ledger.clone(), summary);
    // Orders whose months are columns have neither a day nor an amount of their own.
    let search = months::Search { table: &table, scores: &scores, wishes: &wishes, recipe, texts };
    let months = if export.is_none() { search.find(kind, &ledger) } else { Months::NONE };
    if months.are_orders() {
        (kind, mapping) = (TableKind::Transactions, Months::roles(ledger.clone(), &wishes));
    }
    // Contacts and feedback are what a table can be that is no log of orders; the rest says more about customers.
    let reading = channels_in(&table, &scores, &wishes, kind, &ledger, &rest(&ledger));
    let (kind, mapping) = match &reading {
        Some(reading) => (reading.kind, reading.mapping.clone()),
        None => with_people(&table, &scores, &ledger, (kind, mapping), rest),
    };
    let kind = parts::part(kind, &ledger, &scores);
    let mapping =
        if kind == TableKind::OrderHeads { mapping.iter().map(|(&f, &c)| (f, c)).chain(rest(&mapping)).collect() } else { mapping };
    let mapping = if months.are_orders() { Months::roles(mapping, &wishes) } else { mapping };
    // What is left to be asked.
    let questions = questions::questions(&table, &scores, &mapping, kind, &wishes);
    let judges: Vec<&Scores> =
        [Some(&scores), Some(&people), reading.as_ref().map(|reading| &reading.scores)].into_iter().flatten().collect();
    let columns = (0..headers.len()).map(|column| column_proposal(column, &judges, &mapping, &wishes)).collect();
    let total_on_first_row = export.is_some_and(|export| export.total_on_first_row);
    let mut proposal =
        Proposal { kind, columns, mapping, questions, export: export.map(|export| export.name), total_on_first_row, ..Proposal::EMPTY };
    proposal.sale = export.and_then(exports::Export::sale);
    proposal.document = synonyms::document(&table.headers).filter(|column| !proposal.mapping.values().any(|own| own == column));
    proposal.worked_out_from = exports::worked_out_from(&table, &proposal.mapping);
    for &(column, _) in &months.columns {
        proposal.columns[column] = ColumnProposal { field: Some(Field::Amount), confidence: 0.9, alternatives: Vec::new() };
    }
    proposal.months = months;
    if let Some(reading) = reading {
        for &(column, _) in &reading.counters {
            proposal.columns[column] = ColumnProposal { field: Some(Field::Count), confidence: 0.9, alternatives: Vec::new() };
        }
        (proposal.counters, proposal.usual_channel, proposal.usual_kind) = (reading.counters, reading.usual_channel, reading.usual_kind);
        proposal.asides = reading.asides;
    }
    proposal
}

impl Proposal {
    const EMPTY: Self = Self {
        kind: TableKind::Empty,
        columns: Vec::new(),
        mapping: Mapping::new(),
        questions: Vec::new(),
        export: None,
        total_on_first_row: false,
        sale: None,
        document: None,
        worked_out_from: usize::MAX,
        months: Months::NONE,
        counters: Vec::new(),
        usual_channel: Channel::Other,
        usual_kind: FeedbackKind::Other,
        asides: channels::Asides { told: None, contact_subject: None },
    };

    /// Whether some column plays this role.
    pub(super) fn has(&self, field: Field) -> bool {
        self.mapping.contains_key(&field) || (field == Field::Amount && self.months.are_orders())
    }

    /// Columns that play no role, save what this program worked out itself and wrote into an export of its own.
    pub(super) fn unused(&self) -> impl Iterator<Item = usize> {
        (0..self.columns.len().min(self.worked_out_from)).filter(|column| !self.mapping.values().any(|own| own == column))
    }
}

/// Contacts or feedback, unless the table is a log of orders or brings measures.
fn channels_in(
    table: &Table<'_>,
    scores: &Scores,
    wishes: &Wishes,
    kind: TableKind,
    ledger: &Mapping,
    people: &Mapping,
) -> Option<channels::Reading> {
    use Field::{Address, Amount, Area, Birthday, City, Country, Gender, Industry, OrderId, Quantity, Region, Source, UnitPrice};
    if !matches!(kind, TableKind::Other | TableKind::CustomerList) {
        return None;
    }
    let has = |fields: &[Field]| fields.iter().any(|field| ledger.contains_key(field) || people.contains_key(field));
    let is_list_like = has(&[Region, City, Country, Gender, Birthday, Address, Area, Industry, Source]);
    let has_order_signs = has(&[OrderId, Amount, UnitPrice, Quantity]);
    channels::Known { table, scores, wishes, is_list_like, has_order_signs }.read()
}

/// What the columns that play no role in `mapping` say about customers, or about how an order ended.
fn people_in_the_rest(table: &Table<'_>, people: &Scores, wishes: &Wishes, mapping: &Mapping) -> Mapping {
    let is_free = |column: usize| !mapping.values().any(|&own| own == column);
    let score = |field, column| if is_free(column) { people.get(field, column) } else { 0.0 };
    let fields: Vec<Field> = PEOPLE.iter().map(|words| words.field).filter(|field| !mapping.contains_key(field)).collect();
    assign(&fields, wishes, score, table.titles.len())
}

/// The same table with what it says about people; a table of people that was none without it.
fn with_people(
    table: &Table<'_>,
    scores: &Scores,
    ledger: &Mapping,
    (kind, mut mapping): (TableKind, Mapping),
    rest: impl Fn(&Mapping) -> Mapping,
) -> (TableKind, Mapping) {
    match kind {
        TableKind::Transactions => {
            // The source of an order is not yet where its customer came from.
            let is_orders =
                |field, column: usize| field == Field::Updated || (field == Field::Source && table.headers[column].plain == "source");
            mapping.extend(rest(&mapping).into_iter().filter(|&(field, column)| !is_orders(field, column)));
        }
        TableKind::CustomerSummary => mapping.extend(rest(&mapping).into_iter().filter(|(field, _)| *field != Field::Status)),
        TableKind::CustomerList | TableKind::Other => {
            let mut people = rest(ledger);
            people.remove(&Field::Status);
            if kind == TableKind::CustomerList || is_list(table, scores, ledger, &people) {
                let customers = ledger.iter().filter(|(field, _)| is_customers(**field)).map(|(&field, &column)| (field, column));
                people.extend(customers);
                return (TableKind::CustomerList, people);
            }
        }
        TableKind::Interactions
        | TableKind::Feedback
        | TableKind::InteractionsAndFeedback
        | TableKind::OrderHeads
        | TableKind::OrderLines
        | TableKind::Empty => {}
    }
    (kind, mapping)
}

const ORDERS: [Field; 15] = [
    Field::CustomerId,
    Field::CustomerName,
    Field::OrderId,
    Field::Date,
    Field::Amount,
    Field::Quantity,
    Field::UnitPrice,
    Field::Product,
    Field::Category,
    Field::Phone,
    Field::Email,
    Field::Company,
    Field::Region,
    Field::City,
    Field::Country,
];

const MEASURES: [Field; 5] = [Field::FirstOrder, Field::LastOrder, Field::RecencyDays, Field::Orders, Field::Revenue];

/// The roles in a log of orders. There an amount is one line's rather than all that the customer spent.
fn ledger(table: &Table<'_>, scores: &Scores, wishes: &Wishes) -> Mapping {
    let score = |field, column| match (field, scores.get(field, column)) {
        (Field::Amount, own) if scores.get(Field::Revenue, column) > own => own - NEAR,
        (_, own) => own,
    };
    let mut mapping = assign(&ORDERS, wishes, score, table.titles.len());
    let has_measure = mapping.contains_key(&Field::Date) && has_money(&mapping);
    identify_by_other(&mut mapping, wishes, has_measure);
    mapping
}

/// The roles in a table with one row per customer. There an amount is all that the customer spent.
fn summary(table: &Table<'_>, scores: &Scores, wishes: &Wishes) -> Mapping {
    let fields: Vec<Field> = Field::ALL.into_iter().filter(|field| is_customers(*field) || MEASURES.contains(field)).collect();
    let score = |field, column| match field {
        Field::Revenue => scores.get(field, column).max(scores.get(Field::Amount, column) * 0.9),
        _ => scores.get(field, column),
    };
    let mut mapping = assign(&fields, wishes, score, table.titles.len());
    let has_measures = has_summary(&mapping);
    identify_by_other(&mut mapping, wishes, has_measures);
    mapping
}

fn is_customers(field: Field) -> bool {
    field == Field::CustomerId || Field::ATTRIBUTES.contains(&field)
}

/// Gives roles to columns, best score first; among equals the earlier role, then the column further left.
fn assign(fields: &[Field], wishes: &Wishes, score: impl Fn(Field, usize) -> f64, columns: usize) -> Mapping {
    let mut mapping: Mapping = wishes.columns.iter().filter(|(field, _)| fields.contains(field)).map(|(&f, &c)| (f, c)).collect();
    let mut taken: BTreeSet<usize> = mapping.values().copied().collect();
    let pairs = fields.iter().flat_map(|&field| (0..columns).map(move |column| (field, column)));
    let mut pairs: Vec<(f64, Field, usize)> = pairs.map(|(field, column)| (score(field, column), field, column)).collect();
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (score, field, column) in pairs {
        if score >= FLOOR && !wishes.decides(field) && !mapping.contains_key(&field) && taken.insert(column) {
            mapping.insert(field, column);
        }
    }
    mapping
}

/// Customers without an id are told apart by name, and where that pays (`has_measure`) by phone or e-mail.
fn identify_by_other(mapping: &mut Mapping, wishes: &Wishes, has_measure: bool) {
    if mapping.contains_key(&Field::CustomerId) || wishes.decides(Field::CustomerId) {
        return;
    }
    let others: &[Field] = if has_measure { &[Field::CustomerName, Field::Phone, Field::Email] } else { &[Field::CustomerName] };
    if let Some(&column) = others.iter().find_map(|field| mapping.get(field)) {
        mapping.insert(Field::CustomerId, column);
    }
}

fn has_money(mapping: &Mapping) -> bool {
    mapping.contains_key(&Field::Amount) || mapping.contains_key(&Field::UnitPrice)
}

fn has_summary(mapping: &Mapping) -> bool {
    let has = |field| mapping.contains_key(&field);
    (has(Field::LastOrder) || has(Field::RecencyDays)) && has(Field::Orders) && has(Field::Revenue)
}

/// What the table is, and the roles that go with it.
fn decide(table: &Table<'_>, scores: &Scores, ledger: Mapping, summary: Mapping) -> (TableKind, Mapping) {
    if !table.has_rows() {
        return (TableKind::Empty, ledger);
    }
    let repeats = |mapping: &Mapping| mapping.get(&Field::CustomerId).is_some_and(|&column| table.profiles[column].repeats());
    let has_customer = |mapping: &Mapping| mapping.contains_key(&Field::CustomerId);
    let is_ledger = has_customer(&ledger) && ledger.contains_key(&Field::Date) && has_money(&ledger);
    let is_summary = has_customer(&summary) && has_summary(&summary) && !repeats(&summary);
    if is_summary && !(is_ledger && ledger.contains_key(&Field::OrderId)) {
        return (TableKind::CustomerSummary, summary);
    }
    // One row for each customer, with the number of orders and all that was spent: no order, whatever day is beside it.
    let adds_up = summary.contains_key(&Field::Orders) && summary.get(&Field::Revenue) == ledger.get(&Field::Amount);
    if is_ledger && !(adds_up && !repeats(&ledger) && !ledger.contains_key(&Field::OrderId)) {
        return (TableKind::Transactions, ledger);
    }
    if !is_list(table, scores, &ledger, &Mapping::new()) {
        return (TableKind::Other, ledger);
    }
    (TableKind::CustomerList, ledger.into_iter().filter(|(field, _)| is_customers(*field)).collect())
}

fn column_proposal(column: usize, judges: &[&Scores], mapping: &Mapping, wishes: &Wishes) -> ColumnProposal {
    const SHOWN: usize = 4;
    let field = mapping.iter().find(|&(_, &own)| own == column).map(|(&field, _)| field);
    let mut fields: Vec<(Field, f64)> = judges.iter().flat_map(|scores| scores.fields(column)).collect();
    fields.sort_by(|a, b| b.1.total_cmp(&a.1).then(a.0.cmp(&b.0)));
    let mut seen = BTreeSet::new();
    fields.retain(|(field, _)| seen.insert(*field));
    let best = |wanted: Field| fields.iter().find(|(field, _)| *field == wanted).map(|&(_, score)| score);
    let confidence = match field {
        Some(field) if wishes.columns.get(&field) == Some(&column) => 1.0,
        // A role that came with another one, as the id with the name, is a little less sure than that one.
        Some(field) => best(field).unwrap_or_else(|| fields.first().map_or(0.0, |&(_, score)| score * 0.9)),
        None => 0.0,
    };
    let alternatives = fields.iter().map(|&(field, _)| field).filter(|&other| Some(other) != field).take(SHOWN).collect();
    ColumnProposal { field, confidence, alternatives }
}

#[cfg(test)]
mod tests;
