//! The customer list as a workbook: what a manager opens, filters and sends on.
//!
//! Sheets: the customers, a summary, the counted issues. Text is written as text, so that no cell
//! ever becomes a formula or a link, and identifiers keep their zeros and digits. Titles are given
//! by the caller, the core speaks no language. The writer is our own, because a browser has neither
//! temporary files nor the memory to hold a million customers as cells: rows go straight into the
//! compressed file. Invariant: the same run gives the same bytes, natively and in a browser.

mod mail_merge;
mod package;
mod sheet;
mod summary;
mod text;

pub use mail_merge::mail_merge_xlsx;

use self::package::{Package, Plan};
use self::sheet::{MAX_ROWS, SheetWriter, Style};
use super::columns::{Column, Value, columns, listed_customers};
use crate::differentiate::{Standing, Summary};
use crate::identify::Book;
use crate::{ErrorKind, Result};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;

/// Customers that a sheet holds below its header.
pub const MAX_CUSTOMERS: usize = MAX_ROWS - 1;

/// Titles of sheets, columns and codes, by what they are in English: `Customers` → 客户, `customer_id` → 客户编号,
/// `High value` → 高价值客户. What is not in it stays English.
///
/// # Example: only what is translated changes
/// ```
/// use customer_tiers::export::Words;
/// let words = Words::from_iter([("Customers", "客户")]);
/// assert_eq!(words.say("Customers"), "客户");
/// assert_eq!(words.say("Summary"), "Summary");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(transparent)]
pub struct Words(BTreeMap<String, String>);

impl Words {
    /// What is shown for this.
    #[must_use]
    pub fn say<'a>(&'a self, english: &'a str) -> &'a str {
        self.0.get(english).map_or(english, String::as_str)
    }
}

impl<K: Into<String>, V: Into<String>> FromIterator<(K, V)> for Words {
    fn from_iter<T: IntoIterator<Item = (K, V)>>(words: T) -> Self {
        Self(words.into_iter().map(|(english, shown)| (english.into(), shown.into())).collect())
    }
}

/// Writes a workbook with the customers, the summary and the counted issues, from the first byte to the last.
///
/// # Errors
/// `export.failed` when the writer fails, when there are more than [`MAX_CUSTOMERS`] customers, and
/// when `words` holds a sheet name that spreadsheets do not take.
///
/// # Example: a workbook in memory
/// ```
/// use customer_tiers::differentiate::summary::summarize;
/// use customer_tiers::export::{Words, customers_xlsx};
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::{pipeline, recipe::Checked};
///
/// let orders = "customer_id,order_id,order_date,amount\n007,1,2024-01-05,120.50\nbob,2,2023-06-30,15\n";
/// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", orders.into()))];
/// let outcome = pipeline::run(&mut sources, &Checked::default(), &mut |_progress| {})?;
/// let summary = summarize(&outcome.book, &outcome.standing);
/// let mut workbook = Vec::new();
/// customers_xlsx(&outcome.book, &outcome.standing, &summary, "my recipe", &Words::default(), &mut workbook)?;
/// assert!(workbook.starts_with(b"PK"));
/// # Ok::<(), customer_tiers::Error>(())
/// ```
pub fn customers_xlsx(
    book: &Book,
    standing: &Standing,
    summary: &Summary,
    recipe_name: &str,
    words: &Words,
    out: &mut (impl Write + Send),
) -> Result<()> {
    let customers = listed_customers(book, standing).count();
    if customers > MAX_CUSTOMERS {
        let detail = format!("{customers} customers, a sheet holds {MAX_CUSTOMERS}: CSV has no such limit");
        return Err(ErrorKind::ExportFailed { detail }.into());
    }
    let columns = columns(book, standing);
    let plans = [
        Plan { name: words.say("Customers"), widths: columns.iter().map(width).collect(), table: Some(customers) },
        summary::plan_summary(words),
        summary::plan_issues(summary, words),
    ];
    let mut package = Package::begin(out, &plans, standing.as_of)?;
    write_customers(package.next_sheet()?, &columns, book, standing, words)?;
    summary::write_summary(package.next_sheet()?, summary, recipe_name, words)?;
    summary::write_issues(package.next_sheet()?, summary, words)?;
    package.finish()
}

fn write_customers<W: Write>(
    mut sheet: SheetWriter<'_, '_, W>,
    columns: &[Column],
    book: &Book,
    standing: &Standing,
    words: &Words,
) -> Result<()> {
    for column in columns {
        sheet.text(Style::Header, words.say(&column.name));
    }
    sheet.end_row()?;
    for customer in listed_customers(book, standing) {
        for column in columns {
            write_value(&mut sheet, column, column.value(book, standing, customer));
        }
        sheet.end_row()?;
    }
    sheet.finish()
}

fn write_value<W: Write>(sheet: &mut SheetWriter<'_, '_, W>, column: &Column, value: Value<'_>) {
    let style = if column.is_identifier() { Style::Text } else { Style::Plain };
    match value {
        Value::Text(text) | Value::Code(text) => sheet.text(style, text),
        Value::Letter(letter) => sheet.text(style, letter.encode_utf8(&mut [0; 4])),
        Value::Cell(scores) => {
            let digits = scores.map(|score| b'0' + score % 10);
            sheet.text(style, std::str::from_utf8(&digits).unwrap_or_default());
        }
        Value::Count(count) => sheet.count(count),
        Value::Money(amount) => sheet.money(amount),
        Value::Day(day) => sheet.day(day),
    }
}

/// In digits of the standard font.
fn width(column: &Column) -> u8 {
    match column.name.as_str() {
        "customer_id" | "customer_name" | "phone" => 18,
        "email" | "company" | "segment" => 24,
        "r" | "f" | "m" | "rfm" | "abc" => 7,
        _ => 14,
    }
}
