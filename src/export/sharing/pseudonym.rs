//! Customers under other names, and the key that turns them back.
//!
//! A pseudonym is made with a secret of the user's (HMAC-SHA-256), so that nobody can find the customer by trying
//! all ids. It is still about a person: who has the key, or knows what somebody bought, finds them. Invariants: the same
//! secret gives the same pseudonyms; two customers never share one; nothing that names or reaches somebody is in the file.

use super::{SharingReport, count, refused};
use crate::Result;
use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::export::columns::{Column, Value, columns, listed_customers};
use crate::export::csv::Rows;
use crate::identify::Book;
use hmac::{Hmac, Mac};
use serde::{Deserialize, Serialize};
use sha2::Sha256;
use std::io::Write;

/// Characters of a secret at least.
const SECRET: usize = 12;

/// How customers are renamed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields)]
pub struct Pseudonyms {
    /// What only the user knows: at least twelve characters. It is kept nowhere.
    pub secret: String,
    /// Whether they are numbered, in an order that only the secret gives; else each has a keyed hash, which stays the same in
    /// later files.
    pub numbered: bool,
    /// What becomes of days.
    pub dates: Dates,
}

/// What becomes of days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Dates {
    /// The first day of their month.
    #[default]
    Month,
    /// Moved by up to half a year, all days of a customer by the same number of days.
    Shifted,
    /// As they are.
    Kept,
}

/// Writes one row per customer, in the order of the pseudonyms.
///
/// # Errors
/// `argument.invalid` for a secret that is too short; `export.failed` when the writer fails.
pub(super) fn customers_csv(book: &Book, standing: &Standing, wanted: &Pseudonyms, out: &mut impl Write) -> Result<SharingReport> {
    let key = Key::new(wanted)?;
    let all = columns(book, standing);
    let (kept, left): (Vec<Column>, Vec<Column>) = all.into_iter().partition(|column| is_kept(column, wanted.dates));
    let named = key.pseudonyms(book, standing);
    let mut rows = Rows::new(out);
    rows.text("pseudonym");
    kept.iter().for_each(|column| rows.text(&column.name));
    rows.end_row()?;
    for (pseudonym, customer) in &named {
        rows.text(pseudonym);
        let days = key.shift(book.customers.id(*customer));
        for column in &kept {
            rows.value(with_day(column.value(book, standing, *customer), wanted.dates, days));
        }
        rows.end_row()?;
    }
    rows.finish()?;
    let columns_left_out = left.into_iter().map(|column| column.name).collect();
    Ok(SharingReport { rows: count(named.len()), columns_left_out, ..SharingReport::default() })
}

/// Writes which customer stands behind which pseudonym.
///
/// # Errors
/// As [`customers_csv`].
pub(super) fn key_csv(book: &Book, standing: &Standing, wanted: &Pseudonyms, out: &mut impl Write) -> Result<SharingReport> {
    let named = Key::new(wanted)?.pseudonyms(book, standing);
    let mut rows = Rows::new(out);
    ["pseudonym", "customer_id"].iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for (pseudonym, customer) in &named {
        rows.text(pseudonym);
        rows.text(book.customers.id(*customer));
        rows.end_row()?;
    }
    rows.finish()?;
    Ok(SharingReport { rows: count(named.len()), ..SharingReport::default() })
}

/// Days since the last order, to the day, would give away what was done to the days.
fn is_kept(column: &Column, dates: Dates) -> bool {
    column.is_shareable() && (dates == Dates::Kept || column.name != "recency_days")
}

fn with_day(value: Value<'_>, dates: Dates, days: i32) -> Value<'_> {
    match (value, dates) {
        (Value::Day(day), Dates::Month) => Value::Day(first_of_month(day)),
        (Value::Day(day), Dates::Shifted) => Value::Day(day.plus(days)),
        (other, _) => other,
    }
}

fn first_of_month(day: Day) -> Day {
    let (year, month, _) = day.ymd();
    Day::from_ymd(year, month, 1).unwrap_or(day)
}

struct Key<'a> {
    wanted: &'a Pseudonyms,
}

impl<'a> Key<'a> {
    fn new(wanted: &'a Pseudonyms) -> Result<Self> {
        if wanted.secret.trim().chars().count() < SECRET {
            return Err(refused(format!("the secret has fewer than {SECRET} characters")));
        }
        Ok(Self { wanted })
    }

    /// The keyed hash of a text, for one purpose.
    fn hash(&self, purpose: &str, text: &str) -> [u8; 32] {
        let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(self.wanted.secret.trim().as_bytes()) else { return [0; 32] };
        mac.update(purpose.as_bytes());
        mac.update(&[0]);
        mac.update(text.as_bytes());
        mac.finalize().into_bytes().into()
    }

    /// Pseudonyms with their customers, in the order of the pseudonyms.
    fn pseudonyms(&self, book: &Book, standing: &Standing) -> Vec<(String, CustomerId)> {
        let hashed = listed_customers(book, standing).map(|customer| (self.hash("customer", book.customers.id(customer)), customer));
        let mut hashed: Vec<([u8; 32], CustomerId)> = hashed.collect();
        hashed.sort_unstable();
        let width = hashed.len().to_string().len();
        let name = |(place, (hash, customer)): (usize, &([u8; 32], CustomerId))| {
            // 80 bits: among ten million customers two alike are less likely than one in ten billion.
            let name = if self.wanted.numbered { format!("P{:0width$}", place + 1) } else { hex(&hash[..10]) };
            (name, *customer)
        };
        hashed.iter().enumerate().map(name).collect()
    }

    /// By how many days the days of a customer are moved: 1 to 183, to either side.
    fn shift(&self, id: &str) -> i32 {
        let [first, second, third, ..] = self.hash("days", id);
        let days = i32::from(u16::from_be_bytes([first, second])) % 183 + 1;
        if third % 2 == 0 { days } else { -days }
    }
}

/// Bytes as lower-case hexadecimal digits.
pub(super) fn hex(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    let digit = |nibble: u8| char::from(DIGITS[usize::from(nibble & 15)]);
    bytes.iter().flat_map(|byte| [digit(byte >> 4), digit(*byte)]).collect()
}
