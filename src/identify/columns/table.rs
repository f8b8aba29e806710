//! The first rows of a table, as far as roles depend on them.

use super::evidence::Profile;
use super::header::Header;
use crate::identify::values::text::trim;
use crate::identify::values::{DecimalMark, detect_decimal_mark, parse_money};
use std::collections::BTreeMap;

/// Headers and sampled values, with what they look like.
pub(super) struct Table<'a> {
    pub(super) titles: &'a [String],
    pub(super) headers: Vec<Header>,
    pub(super) profiles: Vec<Profile>,
    rows: &'a [Vec<String>],
}

impl<'a> Table<'a> {
    pub(super) fn new(titles: &'a [String], rows: &'a [Vec<String>]) -> Self {
        let headers = titles.iter().map(|title| Header::new(title)).collect();
        let mut table = Self { titles, headers, profiles: Vec::new(), rows };
        let profile = |column| Profile::new(table.values(column), table.mark(column));
        table.profiles = (0..titles.len()).map(profile).collect();
        table
    }

    pub(super) const fn has_rows(&self) -> bool {
        !self.rows.is_empty()
    }

    /// Whether no column has a name.
    pub(super) fn is_headerless(&self) -> bool {
        self.headers.iter().all(|header| header.is_unnamed)
    }

    pub(super) fn values(&self, column: usize) -> impl Iterator<Item = &'a str> + use<'a> {
        self.rows.iter().map(move |row| row.get(column).map_or("", String::as_str))
    }

    fn mark(&self, column: usize) -> DecimalMark {
        detect_decimal_mark(self.values(column))
    }

    /// Whether two columns tell the same rows apart: then it does not matter which of them is used.
    pub(super) fn tell_the_same(&self, one: usize, other: usize) -> bool {
        let (mut there, mut back) = (BTreeMap::new(), BTreeMap::new());
        self.values(one).zip(self.values(other)).all(|(a, b)| {
            let (a, b) = (trim(a), trim(b));
            *there.entry(a).or_insert(b) == b && *back.entry(b).or_insert(a) == a
        })
    }

    /// Share of the rows in which `product` is `factor` × `other`, to the cent.
    pub(super) fn share_of_products(&self, product: usize, factor: usize, other: usize) -> f64 {
        let number = |column: usize, text: &str| parse_money(text, self.mark(column)).value().map(crate::base::Money::to_f64);
        let cells = self.values(product).zip(self.values(factor)).zip(self.values(other));
        let (mut rows, mut fitting) = (0.0, 0.0);
        for ((a, b), c) in cells {
            if let (Some(a), Some(b), Some(c)) = (number(product, a), number(factor, b), number(other, c)) {
                rows += 1.0;
                fitting += if (a - b * c).abs() < 0.0051 { 1.0 } else { 0.0 };
            }
        }
        if rows > 0.0 { fitting / rows } else { 0.0 }
    }

    /// The first different values of a column, as evidence for people.
    pub(super) fn examples(&self, column: usize) -> String {
        let mut examples: Vec<&str> = Vec::new();
        for value in self.values(column).map(trim).filter(|value| !value.is_empty()) {
            if examples.len() < 3 && !examples.contains(&value) {
                examples.push(value);
            }
        }
        examples.join(" · ")
    }
}
