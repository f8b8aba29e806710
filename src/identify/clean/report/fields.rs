//! What is known of customers, field by field and customer by customer.

use super::FieldReport;
use crate::base::{CustomerId, Day, TextId};
use crate::identify::issue::IssueCode;
use crate::identify::values::contact::{is_email, is_phone};
use crate::identify::{Book, Customers};
use crate::recipe::Field;
use std::cmp::Reverse;

/// Every field that some file has, own columns last.
pub(super) fn fields(book: &Book) -> Vec<FieldReport> {
    let customers = &book.customers;
    let fields = Field::ATTRIBUTES.iter().filter_map(|field| Some((*field, customers.attributes.get(field)?)));
    let filled = filled_in(book);
    let fields = fields.map(|(field, column)| {
        let filled = filled.iter().filter(|(known, _)| *known == field).map(|(_, count)| *count).sum();
        FieldReport { filled, ..describe(customers, Some(field), field.name(), column) }
    });
    fields.chain(customers.own.iter().map(|own| describe(customers, None, &own.header, &own.values))).collect()
}

fn filled_in(book: &Book) -> Vec<(Field, u32)> {
    let filled = book.issues.counts_by_place().into_iter().filter(|place| place.code == IssueCode::ValueFilled);
    filled.filter_map(|place| Some((place.field?, u32::try_from(place.count).unwrap_or(u32::MAX)))).collect()
}

fn describe(customers: &Customers, field: Option<Field>, name: &str, column: &[TextId]) -> FieldReport {
    const SHOWN: usize = 5;
    let mut known: Vec<TextId> = column.iter().copied().filter(|text| !text.is_none()).collect();
    known.sort_unstable();
    let count = |group: &&[TextId]| u32::try_from(group.len()).unwrap_or(u32::MAX);
    let groups: Vec<&[TextId]> = known.chunk_by(|a, b| a == b).collect();
    let text = |group: &&[TextId]| group.first().map_or("", |&text| customers.texts.get(text));
    let invalid = groups.iter().filter(|group| field.is_some_and(|field| is_invalid(field, text(group)))).map(&count).sum();
    let mut frequent: Vec<(u32, &str)> = groups.iter().map(|group| (count(group), text(group))).collect();
    frequent.sort_unstable_by_key(|&(count, text)| (Reverse(count), text));
    let all = u32::try_from(customers.len()).unwrap_or(u32::MAX);
    let known_count = u32::try_from(known.len()).unwrap_or(u32::MAX);
    FieldReport {
        field,
        name: name.to_owned(),
        known: known_count,
        missing: all.saturating_sub(known_count),
        invalid,
        filled: 0,
        distinct: u32::try_from(groups.len()).unwrap_or(u32::MAX),
        frequent: frequent.into_iter().take(SHOWN).map(|(count, text)| (text.to_owned(), count)).collect(),
    }
}

/// Whether a value cannot be right: a phone number, e-mail address or birthday of wrong form.
fn is_invalid(field: Field, text: &str) -> bool {
    match field {
        Field::Phone => !is_phone(text) && !is_plain_number(text),
        Field::Email => !is_email(text),
        Field::Birthday => !is_birthday(text),
        _ => false,
    }
}

/// In a column of phone numbers a bare run of digits is one, too.
fn is_plain_number(text: &str) -> bool {
    let digits = text.bytes().filter(u8::is_ascii_digit).count();
    (7..=15).contains(&digits) && text.bytes().all(|b| b.is_ascii_digit() || matches!(b, b' ' | b'-' | b'.' | b'+' | b'(' | b')'))
}

fn is_birthday(text: &str) -> bool {
    let first = Day::from_ymd(1870, 1, 1).unwrap_or(Day::MIN);
    let read = crate::identify::values::DayParser::new(None).parse(text).value();
    read.is_some_and(|read| read.day >= first)
}

/// How much is known of each customer.
pub(super) struct Completeness {
    fields: u32,
    known: Vec<u32>,
}

impl Completeness {
    /// Of the fields that any file has; own columns are not asked of everybody, and do not count.
    pub(super) fn of(book: &Book) -> Self {
        let mut known = vec![0; book.customers.len()];
        for column in book.customers.attributes.values() {
            for (count, _) in known.iter_mut().zip(column).filter(|(_, text)| !text.is_none()) {
                *count += 1;
            }
        }
        Self { fields: u32::try_from(book.customers.attributes.len()).unwrap_or(u32::MAX), known }
    }

    pub(super) fn of_one(book: &Book, customer: CustomerId) -> f64 {
        let columns = book.customers.attributes.values();
        let (known, fields) = columns.fold((0_u32, 0_u32), |(known, fields), column| {
            (known + u32::from(column.get(customer.index()).is_some_and(|text| !text.is_none())), fields + 1)
        });
        if fields == 0 { 0.0 } else { f64::from(known) / f64::from(fields) }
    }

    /// Customers of whom nothing, up to 10 %, up to 20 % … up to 100 % is known.
    pub(super) fn spread(&self) -> [u32; 11] {
        let mut spread = [0; 11];
        for &known in &self.known {
            let tenths = (known * 10).div_ceil(self.fields.max(1)).min(10);
            spread[tenths as usize] += 1;
        }
        spread
    }

    #[expect(clippy::cast_precision_loss, reason = "a mean for people")]
    pub(super) fn mean(&self) -> f64 {
        let known: u64 = self.known.iter().map(|&known| u64::from(known)).sum();
        let all = u64::from(self.fields) * self.known.len() as u64;
        if all == 0 { 0.0 } else { known as f64 / all as f64 }
    }
}
