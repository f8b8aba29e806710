//! One segment per value of an attribute.
//!
//! The values with most customers have segments of their own, so that ten thousand towns are still a picture. Invariant: values
//! stand in the order of their customers, equal ones in byte order; `others` and `unknown` come last.

use super::NO_SEGMENT;
use crate::base::CustomerId;
use crate::differentiate::conditions::{Asked, TextColumn};
use crate::recipe::presets::{others, unknown};
use crate::recipe::{AttributeValues, Health, Segment};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// The segments, and the position of every customer's.
pub(super) fn classify(values: &AttributeValues, asked: &Asked<'_>) -> (Vec<Segment>, Vec<u8>) {
    let column = TextColumn::new(asked.book, asked.standing, &values.of);
    let parts: Vec<Vec<&str>> = column.values.iter().map(|text| if values.list { split(text) } else { vec![text.as_str()] }).collect();
    let ranked = ranked(asked, &column, &parts);
    let own: Vec<&str> = ranked.iter().copied().filter(|text| !is_reserved(text)).take(usize::from(values.top)).collect();
    let place = |text: &str| own.iter().position(|known| *known == text);
    let others_place = own.len();
    // The first of a customer's values in the order of the segments.
    let of_text: Vec<usize> = parts.iter().map(|texts| place_of(texts, &place, others_place)).collect();
    let mut of = vec![NO_SEGMENT; asked.standing.measures.orders.len()];
    for customer in asked.standing.customers() {
        let position = column.of(customer).map_or(others_place + 1, |text| of_text[text]);
        of[customer.index()] = u8::try_from(position).unwrap_or(NO_SEGMENT);
    }
    let segment = |text: &&str| Segment { code: (*text).to_owned(), name: (*text).to_owned(), health: Health::Growing };
    (own.iter().map(segment).chain([others(), unknown()]).collect(), of)
}

fn place_of(texts: &[&str], place: &dyn Fn(&str) -> Option<usize>, others: usize) -> usize {
    if texts.iter().all(|text| *text == "unknown") {
        return others + 1;
    }
    texts.iter().filter_map(|text| place(text)).min().unwrap_or(others)
}

/// A value that is called as one of the two last segments belongs there.
fn is_reserved(text: &str) -> bool {
    text == "others" || text == "unknown"
}

/// The parts of a list: `咖啡,茶`, `coffee; tea`, `a|b`, `a、b`, `a/b`.
fn split(text: &str) -> Vec<&str> {
    text.split([',', ';', '|', '/', '、', '，', '；']).map(str::trim).filter(|part| !part.is_empty()).collect()
}

/// The values, those of most customers first.
fn ranked<'a>(asked: &Asked<'_>, column: &TextColumn, parts: &[Vec<&'a str>]) -> Vec<&'a str> {
    let mut customers = vec![0_u32; column.values.len()];
    asked.standing.customers().filter_map(|customer: CustomerId| column.of(customer)).for_each(|text| customers[text] += 1);
    let mut counts: BTreeMap<&str, u32> = BTreeMap::new();
    for (texts, count) in parts.iter().zip(&customers).filter(|(_, count)| **count > 0) {
        for text in texts {
            *counts.entry(text).or_default() += count;
        }
    }
    let mut ranked: Vec<(Reverse<u32>, &str)> = counts.into_iter().map(|(text, count)| (Reverse(count), text)).collect();
    ranked.sort_unstable();
    ranked.into_iter().map(|(_, text)| text).collect()
}
