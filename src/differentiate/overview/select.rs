//! The customers that a filter lets through.
//!
//! Conditions are made into comparisons of numbers once, before anybody is looked at.
//! Invariant: what a filter names and does not exist lets nobody through, rather than everybody.

use super::Filter;
use crate::base::{CustomerId, Interner, TextId};
use crate::differentiate::{Factor, Standing, conditions};
use crate::identify::Book;
use crate::recipe::Field;
use memchr::memmem;

/// The customers that a filter lets through, in the order of their ids.
#[must_use]
pub fn select(book: &Book, standing: &Standing, filter: &Filter) -> Vec<CustomerId> {
    select_found(book, standing, filter, Search::of(book, filter).as_ref())
}

/// The same where the texts were searched already.
#[must_use]
pub(in crate::differentiate) fn select_found(
    book: &Book,
    standing: &Standing,
    filter: &Filter,
    search: Option<&Search>,
) -> Vec<CustomerId> {
    let mut chosen: Vec<CustomerId> = standing.customers().collect();
    for (scheme, code) in &filter.segments {
        keep_segment(standing, scheme, code, &mut chosen);
    }
    for &(factor, score) in &filter.scores {
        let column = match factor {
            Factor::Recency => &standing.scores.r,
            Factor::Frequency => &standing.scores.f,
            Factor::Monetary => &standing.scores.m,
        };
        chosen.retain(|customer| column[customer.index()] == score);
    }
    for &(factor, from, to) in &filter.ranges {
        keep_range(standing, factor, (from, to), &mut chosen);
    }
    if let Some(condition) = &filter.condition {
        let whom = conditions::whom(book, standing, &standing.recipe(), condition);
        chosen.retain(|customer| whom[customer.index()]);
    }
    if let Some(search) = search {
        search.keep(book, &mut chosen);
    }
    chosen
}

/// The customers of whom there is no order at all that a filter lets through, in the order of their ids. They have neither
/// segments nor figures, so a filter that asks for any lets nobody of them through; the search does.
#[must_use]
pub(in crate::differentiate) fn select_without_orders(
    book: &Book,
    standing: &Standing,
    filter: &Filter,
    search: Option<&Search>,
) -> Vec<CustomerId> {
    let Filter { segments, scores, ranges, search: _, condition } = filter;
    if !segments.is_empty() || !scores.is_empty() || !ranges.is_empty() || condition.is_some() {
        return Vec::new();
    }
    let mut chosen: Vec<CustomerId> = standing.measures.absent.iter().copied().filter(|&customer| !book.has_orders(customer)).collect();
    if let Some(search) = search {
        search.keep(book, &mut chosen);
    }
    chosen
}

fn keep_segment(standing: &Standing, scheme: &str, code: &str, chosen: &mut Vec<CustomerId>) {
    let scheme = standing.scheme(scheme);
    let position = scheme.and_then(|scheme| scheme.segments.iter().position(|segment| segment.code == code));
    match (scheme, position) {
        (Some(scheme), Some(position)) => chosen.retain(|customer| usize::from(scheme.of[customer.index()]) == position),
        _ => chosen.clear(),
    }
}

/// Both ends belong to the range. They are compared in raw steps, so that 0.1 means 0.1.
#[expect(clippy::cast_possible_truncation, reason = "a float beyond i64 is held at its ends, which is beyond every value")]
#[expect(clippy::cast_precision_loss, reason = "the scale is 1, 10 000 or 86 400")]
fn keep_range(standing: &Standing, factor: Factor, (from, to): (f64, f64), chosen: &mut Vec<CustomerId>) {
    let measures = &standing.measures;
    let scale = measures.raw_per_unit(factor) as f64;
    let (from, to) = match factor {
        Factor::Monetary => ((from * scale).round(), (to * scale).round()),
        Factor::Recency | Factor::Frequency => ((from * scale).ceil(), (to * scale).floor()),
    };
    let range = from as i64..=to as i64;
    chosen.retain(|&customer| range.contains(&measures.raw(factor, customer)));
}

/// Fields that are searched besides the id.
const SEARCHED: [Field; 4] = [Field::CustomerName, Field::Phone, Field::Email, Field::Company];

/// What is searched for, and in which texts it is: each different one is looked at once, as a million customers of one company are
/// one comparison.
pub(in crate::differentiate) struct Search {
    needle: Needle,
    found: Vec<bool>,
}

impl Search {
    /// None when nothing is searched for.
    pub(in crate::differentiate) fn of(book: &Book, filter: &Filter) -> Option<Self> {
        let needle = filter.search.trim();
        (!needle.is_empty()).then(|| {
            let needle = Needle::new(needle);
            Self { found: matches(&book.customers.texts, &needle), needle }
        })
    }

    fn keep(&self, book: &Book, chosen: &mut Vec<CustomerId>) {
        let columns: Vec<&Vec<TextId>> = SEARCHED.iter().filter_map(|field| book.customers.attributes.get(field)).collect();
        let in_column = |column: &[TextId], customer: CustomerId| {
            let text = column.get(customer.index()).map(|text| text.index());
            text.and_then(|text| self.found.get(text)).is_some_and(|found| *found)
        };
        chosen
            .retain(|&customer| columns.iter().any(|column| in_column(column, customer)) || self.needle.is_in(book.customers.id(customer)));
    }
}

fn matches(texts: &Interner, needle: &Needle) -> Vec<bool> {
    texts.iter().map(|text| needle.is_in(text)).collect()
}

/// Text to be found without regard to case.
struct Needle {
    lower: String,
    /// Where the text has no case at all, as in Chinese or in digits, its bytes are looked for as they are.
    caseless: Option<memmem::Finder<'static>>,
    /// Both cases of the first byte, when the needle is ASCII: most texts do not even have that.
    first: Option<(u8, u8)>,
}

impl Needle {
    fn new(text: &str) -> Self {
        let lower = text.to_lowercase();
        let caseless = (lower == text.to_uppercase()).then(|| memmem::Finder::new(lower.as_bytes()).into_owned());
        let first = lower.bytes().next().filter(|_| lower.is_ascii()).map(|byte| (byte, byte.to_ascii_uppercase()));
        Self { lower, caseless, first }
    }

    fn is_in(&self, text: &str) -> bool {
        if let Some(finder) = &self.caseless {
            return finder.find(text.as_bytes()).is_some();
        }
        let Some((lower, upper)) = self.first else { return text.to_lowercase().contains(&self.lower) };
        let (text, needle) = (text.as_bytes(), self.lower.as_bytes());
        let begins = memchr::memchr2_iter(lower, upper, text);
        begins.filter_map(|begin| text.get(begin..begin + needle.len())).any(|part| part.eq_ignore_ascii_case(needle))
    }
}
