//! Values that are missing: reported, filled in, or the row or the customer left out.
//!
//! What to do is in the recipe, field by field. Amounts and days belong to rows and are filled when all rows
//! are there; what is known of customers is filled in the finished book. Invariant: every value that was
//! filled in and every customer left out is in the log.

use super::merge::leave_out;
use crate::base::{CustomerId, Day, Money, TextId};
use crate::identify::Book;
use crate::identify::builder::BookBuilder;
use crate::identify::issue::{Issue, IssueCode, IssueLog};
use crate::identify::rows::Rejected;
use crate::math::Distribution;
use crate::recipe::{Field, Missing};
use std::collections::BTreeMap;

/// The text that stands for a value that is not known.
pub const UNKNOWN: &str = "unknown";

/// Lines whose amount or day is filled in.
#[derive(Debug, Default)]
pub(in crate::identify) struct Pending {
    amount: Option<Missing>,
    day: Option<Missing>,
    lines: Vec<PendingLine>,
}

#[derive(Debug, Clone, Copy)]
struct PendingLine {
    line: u32,
    table: u32,
    row: u64,
    field: Field,
}

impl Pending {
    pub(in crate::identify) fn new(rules: &BTreeMap<Field, Missing>) -> Self {
        let filled =
            |field| rules.get(&field).filter(|rule| !matches!(rule, Missing::Report | Missing::Exclude | Missing::Unknown)).cloned();
        Self { amount: filled(Field::Amount), day: filled(Field::Date), lines: Vec::new() }
    }

    pub(in crate::identify) const fn fills_amount(&self) -> bool {
        self.amount.is_some()
    }

    pub(in crate::identify) const fn fills_day(&self) -> bool {
        self.day.is_some()
    }

    /// What was read; a stand-in when it is missing and will be filled. The second value says which.
    pub(in crate::identify) fn stand_in<T>(
        read: Result<T, Rejected>,
        fills: bool,
        missing: IssueCode,
        nothing: T,
    ) -> Result<(T, bool), Rejected> {
        match read {
            Err(rejected) if fills && rejected.code == missing => Ok((nothing, true)),
            read => read.map(|value| (value, false)),
        }
    }

    /// Notes the next line, if something of it is to be filled.
    pub(in crate::identify) fn note(&mut self, lines: usize, table: u32, row: u64, no_day: bool, no_amount: bool) {
        let line = u32::try_from(lines).unwrap_or(u32::MAX);
        let fields = [(no_day, Field::Date), (no_amount, Field::Amount)];
        self.lines.extend(fields.iter().filter(|(is_missing, _)| *is_missing).map(|&(_, field)| PendingLine { line, table, row, field }));
    }

    /// Fills amounts and days from the rows that have them; refunds do not say what an order is worth.
    pub(in crate::identify) fn settle(&self, builder: &mut BookBuilder, log: &mut IssueLog) {
        let mut value = |field| -> i64 {
            let open: Vec<u32> = self.lines.iter().filter(|pending| pending.field == field).map(|pending| pending.line).collect();
            match field {
                Field::Amount => self.amount.as_ref().map_or(0, |rule| filled_amount(rule, builder, &open)),
                _ => self.day.as_ref().map_or(0, |rule| filled_day(rule, builder, &open)),
            }
        };
        if self.lines.is_empty() {
            return;
        }
        let (amount, number) = (Money::from_raw(value(Field::Amount)), value(Field::Date));
        let day = i32::try_from(number).ok().and_then(Day::from_number).unwrap_or(Day::MIN);
        for pending in &self.lines {
            let became = if pending.field == Field::Amount { amount.to_string() } else { day.to_string() };
            match pending.field {
                Field::Amount => builder.amounts_mut()[pending.line as usize] = amount,
                _ => builder.days_mut()[pending.line as usize] = day,
            }
            let PendingLine { table, row, field, .. } = *pending;
            log.push(&Issue { code: IssueCode::ValueFilled, table, row, field: Some(field), original: "", became: &became });
        }
    }
}

/// The amount that stands for missing ones, in raw steps; 0 when no row has an amount to go by.
fn filled_amount(rule: &Missing, builder: &mut BookBuilder, open: &[u32]) -> i64 {
    if let Missing::Constant { value } = rule {
        return Money::parse(value).map_or(0, Money::raw);
    }
    let refunds = builder.refunds().to_vec();
    let known =
        builder.amounts_mut().iter().zip(0_u32..).zip(refunds).filter(|((_, line), refund)| !refund && open.binary_search(line).is_err());
    let amounts = Distribution::of(known.map(|((amount, _), _)| amount.raw()).collect());
    if *rule == Missing::Median { amounts.quantile(1, 2).floor() } else { most_frequent(&amounts) }
}

fn filled_day(rule: &Missing, builder: &mut BookBuilder, open: &[u32]) -> i64 {
    if let Missing::Constant { value } = rule {
        return value.trim().parse::<Day>().map_or(0, |day| i64::from(day.number()));
    }
    let known = builder.days_mut().iter().zip(0_u32..).filter(|(_, line)| open.binary_search(line).is_err());
    most_frequent(&Distribution::of(known.map(|(day, _)| i64::from(day.number())).collect()))
}

/// The value that occurs most often; of several the smallest.
fn most_frequent(values: &Distribution) -> i64 {
    values.groups().max_by_key(|&(value, count)| (count, std::cmp::Reverse(value))).map_or(0, |(value, _)| value)
}

/// Fills what is not known of customers, and leaves out those of whom something must be known.
pub fn fill(book: &mut Book, rules: &BTreeMap<Field, Missing>) {
    let rules = rules.iter().filter(|(field, _)| book.customers.attributes.contains_key(field));
    let rules: Vec<(Field, &Missing)> = rules.map(|(field, rule)| (*field, rule)).collect();
    // Filling comes first, so that who is filled in is not left out.
    for &(field, rule) in rules.iter().filter(|(_, rule)| **rule != Missing::Exclude) {
        let text = match rule {
            Missing::Unknown => UNKNOWN.to_owned(),
            Missing::Constant { value } => value.trim().to_owned(),
            Missing::Mode => most_frequent_text(book, field),
            Missing::Report | Missing::Exclude | Missing::Median => String::new(),
        };
        if !text.is_empty() {
            fill_field(book, field, &text);
        }
    }
    let excluded: Vec<Field> = rules.iter().filter(|(_, rule)| **rule == Missing::Exclude).map(|(field, _)| *field).collect();
    exclude(book, &excluded);
}

fn fill_field(book: &mut Book, field: Field, text: &str) {
    let customers = &mut book.customers;
    let value = customers.texts.intern(text);
    let Some(column) = customers.attributes.get_mut(&field) else { return };
    let open: Vec<u32> = (0..).zip(column.iter()).filter(|(_, known)| known.is_none()).map(|(customer, _)| customer).collect();
    if open.is_empty() {
        return;
    }
    let table = book.issues.table("", None, Vec::new());
    for customer in open {
        column[customer as usize] = value;
        let original = customers.ids.get(TextId(customer));
        book.issues.push(&Issue { code: IssueCode::ValueFilled, table, row: 0, field: Some(field), original, became: text });
    }
}

/// The text that most customers have; of several the first in byte order.
fn most_frequent_text(book: &Book, field: Field) -> String {
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for text in book.customers.iter().map(|customer| book.customers.attribute(field, customer)).filter(|text| !text.is_empty()) {
        *counts.entry(text).or_insert(0) += 1;
    }
    counts.iter().max_by_key(|(text, count)| (**count, std::cmp::Reverse(**text))).map(|(text, _)| (*text).to_owned()).unwrap_or_default()
}

fn exclude(book: &mut Book, fields: &[Field]) {
    let missing = |customer: CustomerId| fields.iter().copied().find(|field| book.customers.attribute(*field, customer).is_empty());
    let out: Vec<(u32, Field)> = book.customers.iter().filter_map(|customer| Some((customer.0, missing(customer)?))).collect();
    if out.is_empty() {
        return;
    }
    let table = book.issues.table("", None, Vec::new());
    for &(customer, field) in &out {
        let original = book.customers.ids.get(TextId(customer));
        book.issues.push(&Issue { code: IssueCode::CustomerIncomplete, table, row: 0, field: Some(field), original, became: "" });
    }
    leave_out(book, &out.iter().map(|(customer, _)| *customer).collect::<Vec<_>>());
}
