//! How well a header fits the words for a role.
//!
//! Every header of a file is compared with every word of every role, so the words are divided once, and a header
//! looks its own words up among them. Invariant: of several reasons for a role the best one counts, whatever the order.

use super::{Header, Words, abroad};
use crate::recipe::Field;
use std::collections::BTreeMap;

/// How sure a header of each rank is.
const RANKS: [f64; 4] = [1.0, 0.9, 0.8, 0.66];

/// The words for one role, ready to be compared.
pub(in crate::identify::columns) struct Role {
    pub(in crate::identify::columns) field: Field,
    /// Whole headers, each with how sure it is.
    exact: BTreeMap<&'static str, f64>,
    /// Words that may be a part of a header: ASCII ones, which end where words end, and the others.
    parts: BTreeMap<&'static str, f64>,
    inner: Vec<(&'static str, f64)>,
    /// Long words, which may be misspelled, each with its letters.
    long: Vec<(&'static str, f64, Letters)>,
    never: Vec<&'static str>,
}

impl Role {
    /// The roles with these words.
    pub(super) fn all(words: &[Words]) -> Vec<Self> {
        words.iter().map(Self::new).collect()
    }

    fn new(words: &Words) -> Self {
        let never = words.never.split_whitespace().collect();
        let (exact, parts) = (BTreeMap::new(), BTreeMap::new());
        let mut role = Self { field: words.field, exact, parts, inner: Vec::new(), long: Vec::new(), never };
        let ranked = words.ranks.into_iter().zip(RANKS).chain(abroad::ranks(words.field).into_iter().zip(RANKS));
        for (form, rank) in ranked.flat_map(|(forms, rank)| forms.split_whitespace().map(move |form| (form, rank))) {
            role.exact.entry(form.trim_start_matches('=')).or_insert(rank);
            match form {
                _ if form.starts_with('=') => {}
                _ if form.is_ascii() => role.add_part(form, rank),
                _ => role.inner.push((form, rank)),
            }
        }
        role
    }

    fn add_part(&mut self, form: &'static str, rank: f64) {
        self.parts.entry(form).or_insert(rank);
        if form.len() >= LONG {
            self.long.push((form, rank, Letters::of(form)));
        }
    }

    /// Whether the header has a word that this role never has.
    pub(in crate::identify::columns) fn rules_out(&self, header: &Header) -> bool {
        self.never.iter().any(|word| header.has(word))
    }

    /// How sure this header is for the role, 0 to 1.
    pub(in crate::identify::columns) fn score(&self, header: &Header) -> f64 {
        if let Some(&rank) = self.exact.get(header.plain.as_str()) {
            return rank;
        }
        let vetoes: Vec<&str> = self.never.iter().copied().filter(|word| header.has(word)).collect();
        let best_part = self.part(header, &vetoes);
        if best_part > 0.0 || !vetoes.is_empty() {
            return best_part;
        }
        let qualified = without_qualifier(self.field, header).and_then(|rest| self.exact.get(rest)).map_or(0.0, |rank| rank * 0.85);
        qualified.max(self.misspelled(&header.plain)).max(ending(self.field, header))
    }

    /// As a part of the header; what the header says against the role has to be in that part.
    fn part(&self, header: &Header, vetoes: &[&str]) -> f64 {
        let length = header.plain.chars().count();
        let ascii = header.runs.iter().filter_map(|run| self.parts.get_key_value(run.as_str()).map(|(form, rank)| (*form, *rank)));
        let inner = self.inner.iter().copied().filter(|(form, _)| !header.plain.is_ascii() && header.plain.contains(form));
        let allowed = ascii.chain(inner).filter(|(form, _)| vetoes.iter().all(|veto| form.contains(veto)));
        allowed.map(|(form, rank)| rank * share(form, length)).fold(0.0, f64::max)
    }

    /// Slips of the pen in long words: `custmer_id`.
    fn misspelled(&self, header: &str) -> f64 {
        if header.len() < LONG {
            return 0.0;
        }
        let letters = Letters::of(header);
        let near = self.long.iter().filter(|(form, _, own)| own.may_be_near(letters) && form.len().abs_diff(header.len()) <= LONGER);
        near.map(|(form, rank, _)| rank * similarity(form, header)).fold(0.0, f64::max)
    }
}

/// Bytes from which on a word may be misspelled.
const LONG: usize = 8;

/// By how many letters a word may be longer or shorter.
const LONGER: usize = 2;

/// Slips that the longest words may have and still be alike.
const SLIPS: u32 = 3;

/// Which letters a word has, a bit each; the bits of signs and of other scripts are shared.
#[derive(Clone, Copy)]
struct Letters(u64);

impl Letters {
    fn of(word: &str) -> Self {
        Self(word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64)))
    }

    /// Whether so few letters are in one word only that the words may differ by [`SLIPS`]: each slip takes one away or adds one.
    const fn may_be_near(self, other: Self) -> bool {
        (self.0 & !other.0).count_ones() <= SLIPS && (other.0 & !self.0).count_ones() <= SLIPS
    }
}

/// How alike two long words are: 0 when they differ by more than slips.
fn similarity(form: &str, header: &str) -> f64 {
    let similarity = strsim::normalized_damerau_levenshtein(form, header);
    if similarity >= 0.88 { 0.85 * similarity } else { 0.0 }
}

/// How much of a header with this many characters a word is, as a factor from 0.55 to 0.9.
#[expect(clippy::cast_precision_loss, reason = "headers are short")]
fn share(form: &str, header: usize) -> f64 {
    0.55 + 0.35 * form.chars().count() as f64 / header.max(1) as f64
}

/// What is left of `billing_country`, `customerphone`: whose it is does not matter for what is known of a customer.
fn without_qualifier(field: Field, header: &Header) -> Option<&str> {
    const QUALIFIERS: [&str; 22] = [
        "billingaddress",
        "shippingaddress",
        "billing",
        "shipping",
        "customers",
        "customer",
        "cust",
        "client",
        "buyer",
        "user",
        "member",
        "address",
        "收货人",
        "收件人",
        "收货",
        "所在",
        "客户",
        "会员",
        "顾客",
        "买家",
        "用户",
        "联系",
    ];
    if !Field::ATTRIBUTES.contains(&field) {
        return None;
    }
    QUALIFIERS.iter().find_map(|qualifier| header.plain.strip_prefix(qualifier)).filter(|rest| !rest.is_empty())
}

/// Headers that only end like a role: `posting date`, `number of discs`.
fn ending(field: Field, header: &Header) -> f64 {
    let last = header.words.last().map_or("", String::as_str);
    let found = match field {
        Field::Date => {
            matches!(last, "date" | "datetime" | "timestamp") || header.plain.ends_with("日期") || header.plain.ends_with("时间")
        }
        Field::Quantity => header.plain.starts_with("numberof") || matches!(last, "bought" | "sold" | "qty" | "quantity"),
        _ => false,
    };
    if found { 0.6 } else { 0.0 }
}
