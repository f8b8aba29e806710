//! The customer list as a workbook: what a manager opens, filters and sends on.
//!
//! Sheets: the customers, a summary, the counted issues. Text is written as text, so that no cell
//! ever becomes a formula or a link, and identifiers keep their zeros and digits. Titles are given
//! by the caller, the core speaks no language. Advice to maintainers: the writer's constant-memory
//! mode needs temporary files, which a browser does not have, so that the cells are held until the
//! end, natively too: one mode, one result. Invariant: the same run gives the same bytes.

mod summary;

use super::columns::{Column, Value, columns, listed_customers};
use super::failed;
use crate::base::Day;
use crate::differentiate::{Standing, Summary};
use crate::identify::Book;
use crate::{ErrorKind, Result};
use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, IgnoreError, Workbook, Worksheet, XlsxError};
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::io::Write;

/// Customers that a sheet holds below its header.
pub const MAX_CUSTOMERS: usize = 1_048_575;
/// Characters that a cell holds.
const MAX_CHARACTERS: usize = 32_767;

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

/// Writes a workbook with the customers, the summary and the counted issues.
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
    let mut workbook = Workbook::new();
    workbook.set_properties(&properties(standing.as_of));
    let styles = Styles::new();
    write_customers(workbook.add_worksheet(), book, standing, words, &styles).map_err(failed)?;
    summary::write_summary(workbook.add_worksheet(), summary, recipe_name, words, &styles).map_err(failed)?;
    summary::write_issues(workbook.add_worksheet(), summary, words, &styles).map_err(failed)?;
    workbook.save_to_writer(out).map_err(failed)
}

/// The clock is no input of a run, so the workbook is dated by the analysis day.
fn properties(as_of: Day) -> DocProperties {
    let (year, month, day) = as_of.ymd();
    let parts = (u16::try_from(year), u8::try_from(month), u8::try_from(day));
    let date = match parts {
        (Ok(year), Ok(month), Ok(day)) => ExcelDateTime::from_ymd(year, month, day).ok(),
        _ => None,
    };
    DocProperties::new().set_creation_datetime(&date.unwrap_or_default())
}

/// How cells look.
struct Styles {
    header: Format,
    text: Format,
    day: Format,
    count: Format,
    money: Format,
    share: Format,
}

impl Styles {
    fn new() -> Self {
        Self {
            header: Format::new().set_bold(),
            text: Format::new().set_num_format("@"),
            day: Format::new().set_num_format("yyyy-mm-dd"),
            count: Format::new().set_num_format("0"),
            money: Format::new().set_num_format("#,##0.00"),
            share: Format::new().set_num_format("0.0%"),
        }
    }
}

fn write_customers(
    sheet: &mut Worksheet,
    book: &Book,
    standing: &Standing,
    words: &Words,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    let columns = columns(book, standing);
    let customers = listed_customers(book, standing);
    sheet.set_name(words.say("Customers"))?;
    for (position, column) in (0..).zip(&columns) {
        sheet.write_string_with_format(0, position, words.say(&column.name), &styles.header)?;
        sheet.set_column_width(position, width(column))?;
    }
    let mut last_row = 0;
    for (row, customer) in (1..).zip(customers) {
        for (position, column) in (0..).zip(&columns) {
            write_value(sheet, (row, position), column.value(book, standing, customer), column.is_identifier(), styles)?;
        }
        last_row = row;
    }
    finish_table(sheet, last_row, columns.len())
}

/// A header that stays in sight, filters, and no warnings about numbers kept as text.
fn finish_table(sheet: &mut Worksheet, last_row: u32, columns: usize) -> std::result::Result<(), XlsxError> {
    let last_column = u16::try_from(columns.saturating_sub(1)).unwrap_or(u16::MAX);
    sheet.set_freeze_panes(1, 0)?;
    sheet.autofilter(0, 0, last_row, last_column)?;
    sheet.ignore_error_range(0, 0, last_row, last_column, IgnoreError::NumberStoredAsText)?;
    Ok(())
}

fn write_value(
    sheet: &mut Worksheet,
    (row, column): (u32, u16),
    value: Value<'_>,
    is_identifier: bool,
    styles: &Styles,
) -> std::result::Result<(), XlsxError> {
    match value {
        Value::Text("") | Value::Code("") => return Ok(()),
        Value::Text(text) | Value::Code(text) if is_identifier => {
            sheet.write_string_with_format(row, column, fitting(text), &styles.text)?
        }
        Value::Text(text) | Value::Code(text) => sheet.write_string(row, column, fitting(text))?,
        Value::Letter(letter) => sheet.write_string(row, column, letter)?,
        Value::Cell(scores) => {
            let cell: String = scores.map(|score| char::from(b'0' + score % 10)).iter().collect();
            sheet.write_string_with_format(row, column, cell, &styles.text)?
        }
        Value::Count(count) => sheet.write_number_with_format(row, column, number(count), &styles.count)?,
        Value::Money(amount) => sheet.write_number_with_format(row, column, amount.to_f64(), &styles.money)?,
        Value::Day(day) => return write_day(sheet, (row, column), day, styles),
    };
    Ok(())
}

/// A real date; as text before March 1900, where spreadsheets count days that there never were.
fn write_day(sheet: &mut Worksheet, (row, column): (u32, u16), day: Day, styles: &Styles) -> std::result::Result<(), XlsxError> {
    const SERIAL_OF_1970: i32 = 25_569;
    const SERIAL_OF_MARCH_1900: i32 = 61;
    let serial = day.number() + SERIAL_OF_1970;
    if serial < SERIAL_OF_MARCH_1900 {
        sheet.write_string(row, column, day.to_string())?;
    } else {
        sheet.write_number_with_format(row, column, f64::from(serial), &styles.day)?;
    }
    Ok(())
}

/// The text as far as a cell holds it, without the two characters that XML cannot hold.
fn fitting(text: &str) -> String {
    text.chars().take(MAX_CHARACTERS).map(|c| if matches!(c, '\u{FFFE}' | '\u{FFFF}') { '\u{FFFD}' } else { c }).collect()
}

#[expect(clippy::cast_precision_loss, reason = "counts of rows, orders and days")]
const fn number(count: i64) -> f64 {
    count as f64
}

fn width(column: &Column) -> f64 {
    match column.name.as_str() {
        "customer_id" | "customer_name" | "phone" => 18.0,
        "email" | "company" | "segment" => 24.0,
        "r" | "f" | "m" | "rfm" | "abc" => 7.0,
        _ => 14.0,
    }
}
