//! One row per customer, alike with at least k − 1 others in everything by which somebody could be recognised.
//!
//! Where from, how old, what sex, which industry, found by which way, customer since when, in which tier: each becomes coarser only as far as
//! it must (full-domain generalisation as in Samarati 2001, Sweeney 2002; the next step coarsens what has the most different
//! values, and steps that prove needless are taken back). Who is still too rare is left out and counted. Invariants: every group of
//! rows that are alike has k rows at least; rows and those left out add up to the customers; the order of rows says nothing.

use super::{LeftOut, SharingReport, count, refused};
use crate::Result;
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::export::columns::{Value, listed_customers};
use crate::export::csv::Rows;
use crate::identify::Book;
use crate::recipe::Field;
use serde::Serialize;
use std::collections::BTreeMap;
use std::io::Write;

/// One customer in so many may be left out before a column becomes coarser.
const LEFT_OUT: usize = 20;

/// What became of one column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct GeneralisedColumn {
    /// Its name in the file.
    pub name: String,
    /// How fine it is: `value`, `city`, `region`, `area`, `country`, `quarter`, `year`, `years_5`, `years_10`, `years_20`; `gone` when it
    /// says nothing any more.
    pub level: String,
    /// Steps that were taken from the finest level.
    pub steps: u32,
    /// Steps that there are.
    pub of: u32,
}

/// How fine a column can be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    Attribute(Field),
    Years(i32),
    Quarter,
    Year,
    Tier,
    Gone,
}

impl Level {
    const fn name(self) -> &'static str {
        match self {
            Self::Attribute(Field::City) => "city",
            Self::Attribute(Field::Region) => "region",
            Self::Attribute(Field::Area) => "area",
            Self::Attribute(Field::Country) => "country",
            Self::Attribute(_) | Self::Tier => "value",
            Self::Years(5) => "years_5",
            Self::Years(10) => "years_10",
            Self::Years(_) => "years_20",
            Self::Quarter => "quarter",
            Self::Year => "year",
            Self::Gone => "gone",
        }
    }
}

/// A column by which somebody could be recognised, finest level first; the last says nothing.
struct Column {
    name: &'static str,
    levels: Vec<Level>,
}

/// Writes one row per customer who is alike with enough others.
///
/// # Errors
/// `argument.invalid` when `k` is not 2 to 1000 or there are fewer customers; `export.failed` when the writer fails.
pub(super) fn customers_csv(book: &Book, standing: &Standing, k: u32, out: &mut impl Write) -> Result<SharingReport> {
    let customers: Vec<CustomerId> = listed_customers(book, standing).collect();
    if !(2..=1000).contains(&k) || customers.len() < k as usize {
        return Err(refused(format!("{k} of {} customers cannot be alike: from 2 to 1000, and not more than there are", customers.len())));
    }
    let columns = columns(book, standing);
    let kinds = Kinds::of(book, standing, &columns, &customers);
    let chosen = kinds.coarsened(k as usize);
    let sizes = kinds.sizes(&chosen);
    let mut lines: Vec<Line> = Vec::new();
    for (&customer, &kind) in customers.iter().zip(&kinds.of) {
        let alike = kinds.coarse(kind, &chosen);
        if sizes.get(&alike).is_some_and(|&size| size >= k as usize) {
            lines.push(Line { alike, figures: figures(standing, customer) });
        }
    }
    // In the order of the ids a row would say whose it is.
    lines.sort_unstable();
    write(&columns, &chosen, &kinds, &lines, out)?;
    let alike = sizes.values().copied().filter(|&size| size >= k as usize);
    Ok(SharingReport {
        rows: count(lines.len()),
        left_out: Some(customers.len() - lines.len())
            .filter(|left| *left > 0)
            .map(|left| (LeftOut::TooFewAlike, count(left)))
            .into_iter()
            .collect(),
        columns_left_out: left_out_columns(book, &columns),
        generalised: columns.iter().zip(&chosen).map(|(column, &level)| column.report(level)).collect(),
        smallest: alike.min().map(count),
    })
}

#[derive(PartialEq, Eq, PartialOrd, Ord)]
struct Line {
    alike: Vec<u32>,
    figures: (u32, i64),
}

/// Orders, and revenue in currency units, to two leading digits: an exact sum is as good as a name.
fn figures(standing: &Standing, customer: CustomerId) -> (u32, i64) {
    let (measures, index) = (&standing.measures, customer.index());
    let orders = two_digits(i64::from(measures.orders[index]));
    (u32::try_from(orders).unwrap_or(u32::MAX), two_digits(measures.revenue[index].raw() / Money::SCALE))
}

fn two_digits(value: i64) -> i64 {
    let mut step = 1;
    while value.abs() / step >= 100 {
        step *= 10;
    }
    value / step * step
}

fn write(columns: &[Column], chosen: &[usize], kinds: &Kinds, lines: &[Line], out: &mut impl Write) -> Result<()> {
    let mut rows = Rows::new(out);
    let shown = || columns.iter().zip(chosen).enumerate().filter(|(_, (column, level))| column.levels[**level] != Level::Gone);
    shown().for_each(|(_, (column, _))| rows.text(column.name));
    ["orders", "revenue"].iter().for_each(|name| rows.text(name));
    rows.end_row()?;
    for line in lines {
        shown().for_each(|(place, (_, level))| rows.text(kinds.text(place, *level, line.alike[place])));
        rows.value(Value::Count(line.figures.0.into()));
        rows.value(Value::Count(line.figures.1));
        rows.end_row()?;
    }
    rows.finish()
}

/// The columns that the files bring anything for.
fn columns(book: &Book, standing: &Standing) -> Vec<Column> {
    let has = |field: &Field| book.customers.attributes.contains_key(field);
    let place = [Field::City, Field::Region, Field::Area, Field::Country];
    let column = |name, mut levels: Vec<Level>| {
        levels.push(Level::Gone);
        Column { name, levels }
    };
    let mut columns = vec![column("place", place.into_iter().filter(has).map(Level::Attribute).collect())];
    if has(&Field::Birthday) {
        columns.push(column("age", vec![Level::Years(5), Level::Years(10), Level::Years(20)]));
    }
    for field in [Field::Gender, Field::Industry, Field::Source].into_iter().filter(has) {
        columns.push(column(field.name(), vec![Level::Attribute(field)]));
    }
    if !standing.measures.days_are_relative {
        columns.push(column("customer_since", vec![Level::Quarter, Level::Year]));
    }
    columns.push(column("tier", vec![Level::Tier]));
    // A place of which no file says anything has one level, and that says nothing.
    columns.retain(|column| column.levels.len() > 1);
    columns
}

impl Column {
    fn report(&self, level: usize) -> GeneralisedColumn {
        let name = self.levels.get(level).map_or("", |level| level.name());
        GeneralisedColumn { name: self.name.to_owned(), level: name.to_owned(), steps: count(level), of: count(self.levels.len() - 1) }
    }
}

fn left_out_columns(book: &Book, columns: &[Column]) -> Vec<String> {
    let is_there = |field: &Field| columns.iter().any(|column| column.levels.contains(&Level::Attribute(*field)));
    let fields = book.customers.attributes.keys().filter(|field| !is_there(field) && **field != Field::Birthday);
    let own = book.customers.own.iter().map(|own| own.header.clone());
    std::iter::once("customer_id".to_owned()).chain(fields.map(|field| field.name().to_owned())).chain(own).collect()
}

fn text_at(book: &Book, standing: &Standing, level: Level, customer: CustomerId) -> String {
    match level {
        Level::Attribute(field) => book.customers.attribute(field, customer).trim().to_owned(),
        Level::Years(width) => age_band(book.customers.attribute(Field::Birthday, customer), standing.as_of, width),
        Level::Quarter | Level::Year => standing.measures.first_order_known(customer).map_or_else(String::new, |day| since(day, level)),
        Level::Tier => standing.schemes.get(standing.tier).map_or_else(String::new, |tiers| tiers.code_of(customer).to_owned()),
        Level::Gone => String::new(),
    }
}

/// `30-34`; empty for a birthday that is unknown or without a year.
fn age_band(birthday: &str, as_of: Day, width: i32) -> String {
    let Ok(born) = birthday.parse::<Day>() else { return String::new() };
    let ((year, month, day), (born_year, born_month, born_day)) = (as_of.ymd(), born.ymd());
    let age = year - born_year - i32::from((month, day) < (born_month, born_day));
    let from = age.max(0) / width * width;
    format!("{from}-{}", from + width - 1)
}

fn since(first: Day, level: Level) -> String {
    let (year, month, _) = first.ymd();
    if level == Level::Year { year.to_string() } else { format!("{year}-Q{}", (month - 1) / 3 + 1) }
}

/// Customers who are alike at the finest level, each kind once with its texts at every level.
struct Kinds {
    /// The kind of each customer.
    of: Vec<usize>,
    /// Customers of each kind.
    sizes: Vec<usize>,
    /// For each kind and column the number of its text at every level.
    coded: Vec<Vec<Vec<u32>>>,
    /// For each column and level the texts by their numbers.
    texts: Vec<Vec<Vec<String>>>,
}

impl Kinds {
    fn of(book: &Book, standing: &Standing, columns: &[Column], customers: &[CustomerId]) -> Self {
        let mut numbers: Vec<Vec<BTreeMap<String, u32>>> =
            columns.iter().map(|column| vec![BTreeMap::new(); column.levels.len()]).collect();
        let mut known: BTreeMap<Vec<Vec<u32>>, usize> = BTreeMap::new();
        let (mut of, mut sizes) = (Vec::with_capacity(customers.len()), Vec::new());
        for &customer in customers {
            let code = |(column, numbers): (&Column, &mut Vec<BTreeMap<String, u32>>)| -> Vec<u32> {
                let number = |(level, numbers): (&Level, &mut BTreeMap<String, u32>)| {
                    let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
                    *numbers.entry(text_at(book, standing, *level, customer)).or_insert(next)
                };
                column.levels.iter().zip(numbers).map(number).collect()
            };
            let coded: Vec<Vec<u32>> = columns.iter().zip(&mut numbers).map(code).collect();
            let next = sizes.len();
            let kind = *known.entry(coded).or_insert(next);
            if kind == next {
                sizes.push(0);
            }
            sizes[kind] += 1;
            of.push(kind);
        }
        let mut coded = vec![Vec::new(); sizes.len()];
        known.into_iter().for_each(|(code, kind)| coded[kind] = code);
        Self { of, sizes, coded, texts: numbers.into_iter().map(|levels| levels.into_iter().map(by_number).collect()).collect() }
    }

    /// What the kind is at these levels.
    fn coarse(&self, kind: usize, levels: &[usize]) -> Vec<u32> {
        self.coded[kind].iter().zip(levels).map(|(codes, &level)| codes[level]).collect()
    }

    /// How many customers are alike at these levels.
    fn sizes(&self, levels: &[usize]) -> BTreeMap<Vec<u32>, usize> {
        let mut sizes = BTreeMap::new();
        for (kind, size) in self.sizes.iter().enumerate() {
            *sizes.entry(self.coarse(kind, levels)).or_default() += size;
        }
        sizes
    }

    fn is_enough(&self, levels: &[usize], k: usize) -> bool {
        let rare: usize = self.sizes(levels).values().filter(|&&size| size < k).sum();
        rare * LEFT_OUT <= self.of.len()
    }

    /// The levels at which few enough are too rare.
    fn coarsened(&self, k: usize) -> Vec<usize> {
        let last: Vec<usize> = self.texts.iter().map(|levels| levels.len() - 1).collect();
        let mut levels = vec![0; last.len()];
        while !self.is_enough(&levels, k) {
            // The tier is what the file is for: it goes last.
            let next = (0..last.len()).filter(|&column| levels[column] < last[column]);
            let Some(column) =
                next.max_by_key(|&column| (column + 1 < last.len(), self.texts[column][levels[column]].len(), usize::MAX - column))
            else {
                break;
            };
            levels[column] += 1;
        }
        // A step that later ones made needless is taken back, the tier's first.
        for column in (0..last.len()).rev() {
            while levels[column] > 0 {
                levels[column] -= 1;
                if !self.is_enough(&levels, k) {
                    levels[column] += 1;
                    break;
                }
            }
        }
        levels
    }

    fn text(&self, column: usize, level: usize, number: u32) -> &str {
        self.texts[column][level].get(number as usize).map_or("", String::as_str)
    }
}

fn by_number(numbers: BTreeMap<String, u32>) -> Vec<String> {
    let mut texts: Vec<(u32, String)> = numbers.into_iter().map(|(text, number)| (number, text)).collect();
    texts.sort_unstable();
    texts.into_iter().map(|(_, text)| text).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_keep_two_digits() {
        for (value, expected) in [(0, 0), (7, 7), (99, 99), (100, 100), (1_234, 1_200), (98_765, 98_000), (-1_234, -1_200)] {
            assert_eq!(two_digits(value), expected);
        }
    }

    #[test]
    fn ages_in_bands() {
        let as_of = "2025-06-30".parse().unwrap_or(Day::MIN);
        for (birthday, width, expected) in
            [("1990-06-30", 5, "35-39"), ("1990-07-01", 5, "30-34"), ("1990-07-01", 20, "20-39"), ("", 5, ""), ("06-30", 5, "")]
        {
            assert_eq!(age_band(birthday, as_of, width), expected, "{birthday}");
        }
    }
}
