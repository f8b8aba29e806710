//! Which column plays which role: by header, in Chinese and English, and by content.
//!
//! A header proposes, the sampled values confirm or veto, the recipe overrules both. Then the roles
//! are given away, best score first, each to one column. Invariants: the same headers, sample and
//! recipe give the same proposal; a table in which nobody is named is never taken for customers.

mod evidence;
mod header;
mod questions;
mod score;
mod synonyms;
mod table;

use self::header::Header;
use self::score::{FLOOR, NEAR, Scores};
use self::table::Table;
use super::{Question, TableKind};
use crate::recipe::{Field, Recipe};
use serde::Serialize;
use std::collections::{BTreeMap, BTreeSet};

pub use self::questions::date_order_question;

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
    // What the headers and the values say of each column.
    let table = Table::new(headers, sample);
    let scores = Scores::new(&table);
    let wishes = Wishes::new(&table, recipe);
    // The roles as they would be in a log of orders and in a table of customers; the better reading wins.
    let ledger = ledger(&table, &scores, &wishes);
    let summary = summary(&table, &scores, &wishes);
    let (kind, mapping) = decide(&table, &scores, ledger, summary);
    // What is left to be asked.
    let questions = questions::questions(&table, &scores, &mapping, kind, &wishes);
    let columns = (0..headers.len()).map(|column| column_proposal(column, &scores, &mapping, &wishes)).collect();
    Proposal { kind, columns, mapping, questions }
}

/// What the recipe says about this table.
struct Wishes {
    columns: Mapping,
    no_column: BTreeSet<Field>,
}

impl Wishes {
    fn new(table: &Table<'_>, recipe: &Recipe) -> Self {
        let named = |(&field, names): (&Field, &Vec<String>)| Some((field, names.iter().find_map(|name| position(table, name))?));
        let no_column = recipe.mapping.iter().filter(|(_, names)| names.is_empty()).map(|(&field, _)| field);
        Self { columns: recipe.mapping.iter().filter_map(named).collect(), no_column: no_column.collect() }
    }

    fn decides(&self, field: Field) -> bool {
        self.columns.contains_key(&field) || self.no_column.contains(&field)
    }
}

/// The column with this header, as written, else as compared, else by `#n`.
fn position(table: &Table<'_>, name: &str) -> Option<usize> {
    let plain = Header::new(name).plain;
    let number = || name.trim().strip_prefix('#')?.parse::<usize>().ok()?.checked_sub(1).filter(|&at| at < table.titles.len());
    let as_written = table.titles.iter().position(|title| title == name);
    let compared = || table.headers.iter().position(|header| !plain.is_empty() && !header.is_unnamed && header.plain == plain);
    if name.trim().starts_with('#') { as_written.or_else(number) } else { as_written.or_else(compared) }
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
    if is_ledger {
        return (TableKind::Transactions, ledger);
    }
    let is_log = ledger.contains_key(&Field::Date) && repeats(&ledger);
    if is_log || !is_list(table, scores, &ledger) {
        return (TableKind::Other, ledger);
    }
    (TableKind::CustomerList, ledger.into_iter().filter(|(field, _)| is_customers(*field)).collect())
}

/// Whether the table names customers and says something about them. A column "name" alone may be anything's.
fn is_list(table: &Table<'_>, scores: &Scores, mapping: &Mapping) -> bool {
    let Some(&customer) = mapping.get(&Field::CustomerId) else { return false };
    let attributes = || mapping.iter().filter(|(field, column)| Field::ATTRIBUTES.contains(field) && **column != customer);
    let is_anything = scores.get(Field::CustomerId, customer) == 0.0 && matches!(table.headers[customer].plain.as_str(), "name" | "名称");
    let mut contacts = attributes().filter(|(field, _)| matches!(field, Field::Phone | Field::Email | Field::Company));
    if is_anything { contacts.next().is_some() } else { attributes().next().is_some() }
}

fn column_proposal(column: usize, scores: &Scores, mapping: &Mapping, wishes: &Wishes) -> ColumnProposal {
    const SHOWN: usize = 4;
    let field = mapping.iter().find(|&(_, &own)| own == column).map(|(&field, _)| field);
    let fields = scores.fields(column);
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
