//! Which pairs are looked at: customers who share something rare.
//!
//! Comparing everybody with everybody is quadratic. So every customer gets keys (values, words, spellings
//! with a letter left out, neighbours in the order of names), and only customers with a key in common are
//! compared, the rarest keys first, up to a bounded number of pairs. Invariant: the pairs depend on the
//! customers only, not on the order of the rows.

use super::columns::{Column, Kind};
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Customers who share a key that more have than this are not compared for it alone.
const LARGEST_BLOCK: usize = 60;
/// Pairs per customer that one family of keys may give.
const PAIRS_PER_CUSTOMER: usize = 8;
/// Beyond this many customers, spellings with a letter left out would take too much memory.
const SPELLINGS_UP_TO: usize = 300_000;

/// Pairs of customers who may be the same, ascending, the smaller number first.
pub(super) fn pairs(columns: &[Column], customers: usize) -> Vec<(u32, u32)> {
    let mut pairs = Pairs { found: Vec::new(), settled: 0, budget: PAIRS_PER_CUSTOMER * customers + 100_000 };
    for (number, column) in (0_u64..).zip(columns).filter(|(_, column)| column.known >= 2) {
        pairs.share(values(column, number));
        if customers <= SPELLINGS_UP_TO && matches!(column.kind, Kind::Name | Kind::Company | Kind::Phone | Kind::Email | Kind::Identity) {
            pairs.share(spellings(column, number));
        }
        if column.tells_apart() {
            pairs.neighbours(column);
        }
    }
    pairs.share(words(columns));
    pairs.share(two_values(columns));
    pairs.settle();
    pairs.found.into_iter().map(unpacked).collect()
}

/// A pair as one number, so that sorting is quick; its order is that of the pairs.
fn packed(a: u32, b: u32) -> u64 {
    u64::from(a.min(b)) << 32 | u64::from(a.max(b))
}

#[expect(clippy::cast_possible_truncation, reason = "the two halves of the number")]
const fn unpacked(pair: u64) -> (u32, u32) {
    ((pair >> 32) as u32, pair as u32)
}

type Keyed = Vec<(u64, u32)>;

struct Pairs {
    found: Vec<u64>,
    /// How many were left when repeated pairs were last taken out.
    settled: usize,
    budget: usize,
}

impl Pairs {
    /// Takes the pairs of customers who share a key, those of the smallest blocks first.
    fn share(&mut self, mut keyed: Keyed) {
        keyed.sort_unstable();
        keyed.dedup();
        let blocks: Vec<&[(u64, u32)]> =
            keyed.chunk_by(|a, b| a.0 == b.0).filter(|block| (2..=LARGEST_BLOCK).contains(&block.len())).collect();
        let mut of_size = [0_usize; LARGEST_BLOCK + 1];
        for block in &blocks {
            of_size[block.len()] += block.len() * (block.len() - 1) / 2;
        }
        // Blocks of one size are taken together or not at all, so that no order decides between them.
        let mut total = 0;
        let largest = (2..=LARGEST_BLOCK).take_while(|&size| {
            total += of_size[size];
            total <= self.budget
        });
        let largest = largest.last().unwrap_or(1);
        for block in blocks.into_iter().filter(|block| block.len() <= largest) {
            for (place, &(_, a)) in block.iter().enumerate() {
                self.found.extend(block[place + 1..].iter().map(|&(_, b)| packed(a, b)));
            }
        }
        // A pair is found by several keys: taking it out now and then bounds the memory.
        if self.found.len() > 2 * self.settled + 4_000_000 {
            self.settle();
        }
    }

    /// Takes customers who stand beside each other in the order of a column: sorted neighbourhood, Hernández and Stolfo (1995).
    fn neighbours(&mut self, column: &Column) {
        const WINDOW: usize = 3;
        let mut order: Vec<u32> = (0..).zip(&column.values).filter(|(_, form)| !form.is_none()).map(|(customer, _)| customer).collect();
        order.sort_by(|&a, &b| column.form(a).cmp(column.form(b)).then(a.cmp(&b)));
        for window in order.windows(2).chain(order.windows(WINDOW)) {
            if let (Some(&a), Some(&b)) = (window.first(), window.last()) {
                self.found.push(packed(a, b));
            }
        }
    }

    fn settle(&mut self) {
        self.found.sort_unstable();
        self.found.dedup();
        self.settled = self.found.len();
    }
}

fn key(family: u64, text: &str) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write_u64(family);
    hasher.write(text.as_bytes());
    hasher.finish()
}

/// Every value as it is.
fn values(column: &Column, number: u64) -> Keyed {
    known(column).map(|(customer, form)| (key(number, form), customer)).collect()
}

/// Every value with one letter left out: two spellings that differ by one letter share one of them (deletion
/// neighbourhood, Mor and Fraenkel 1982). Blanks do not count.
fn spellings(column: &Column, number: u64) -> Keyed {
    const LONGEST: usize = 24;
    let mut keyed = Vec::new();
    for (customer, form) in known(column) {
        let letters: Vec<char> = form.chars().filter(|c| *c != ' ').take(LONGEST).collect();
        if letters.len() < 4 {
            continue;
        }
        let mut text = String::with_capacity(form.len());
        for skipped in 0..=letters.len() {
            text.clear();
            text.extend(letters.iter().enumerate().filter(|(place, _)| *place != skipped).map(|(_, c)| c));
            keyed.push((key(number | 1 << 32, &text), customer));
        }
    }
    keyed
}

/// Words of names and of own columns, wherever they stand, because values are exchanged between columns.
fn words(columns: &[Column]) -> Keyed {
    let with_words = columns.iter().filter(|column| matches!(column.kind, Kind::Name | Kind::Company | Kind::Words | Kind::Address));
    let mut keyed = Vec::new();
    for column in with_words {
        for (customer, form) in known(column) {
            let words = form.split(' ').filter(|word| word.chars().count() >= 3);
            keyed.extend(words.map(|word| (key(1 << 33, word), customer)));
        }
    }
    keyed
}

/// Two values together, of columns that alone are too common: a frequent name and a city.
fn two_values(columns: &[Column]) -> Keyed {
    let common: Vec<(u64, &Column)> = (0_u64..)
        .zip(columns)
        .filter(|(_, column)| column.known >= 2 && column.kind != Kind::Category && column.by_chance < 0.05)
        .collect();
    let mut keyed = Vec::new();
    for (place, &(number, column)) in common.iter().enumerate() {
        for &(other_number, other) in &common[place + 1..] {
            for (customer, form) in known(column).filter(|&(customer, _)| column.count(column.value(customer)) as usize > LARGEST_BLOCK) {
                let with = other.form(customer);
                if !with.is_empty() {
                    keyed.push((key(number << 8 | other_number | 1 << 34, form) ^ key(1 << 35, with), customer));
                }
            }
        }
    }
    keyed
}

fn known(column: &Column) -> impl Iterator<Item = (u32, &str)> {
    (0..).zip(&column.values).filter(|(_, form)| !form.is_none()).map(|(customer, &form)| (customer, column.forms.get(form)))
}
