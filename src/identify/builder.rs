//! Rows in the order of the files → a [`Book`](super::Book) in the order of customers and time.
//!
//! Advice to whoever changes this: it is the hot path of an import. A line costs one look-up of the
//! customer (none when the previous line had the same one), one of the order (likewise), and pushes
//! onto columns. The grouping at the end is a counting sort; each column is permuted and dropped in
//! turn, so that never more than one column exists twice.

mod lines;

pub(crate) use lines::{retain, seen_in_order};

use super::book::{Customers, Ledger};
use crate::base::{Day, Interner, Money, TextId};
use crate::recipe::Field;
use std::collections::BTreeMap;

/// One order line, ready to be kept.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line {
    pub(crate) customer: u32,
    pub(crate) day: Day,
    pub(crate) second: u32,
    pub(crate) amount: Money,
    pub(crate) order: TextId,
    pub(crate) product: TextId,
    pub(crate) refund: bool,
}

/// Gathers lines and attributes in the order of the files.
#[derive(Debug, Default)]
pub(crate) struct BookBuilder {
    ids: Interner,
    attributes: BTreeMap<Field, Vec<Known>>,
    texts: Interner,
    customer: Vec<u32>,
    day: Vec<Day>,
    second: Vec<u32>,
    amount: Vec<Money>,
    order: Vec<TextId>,
    product: Vec<TextId>,
    refund: Vec<bool>,
    orders: Interner,
    products: Interner,
    last_order: TextId,
}

/// What is known of a customer in one field, and from which day.
#[derive(Debug, Clone, Copy)]
struct Known {
    text: TextId,
    since: Day,
}

impl Known {
    const NOTHING: Self = Self { text: TextId::NONE, since: Day::MIN };
}

impl BookBuilder {
    /// The number of this customer, in the order of first sight.
    pub(crate) fn customer(&mut self, id: &str) -> u32 {
        if let Some(&last) = self.customer.last()
            && self.ids.get(TextId(last)) == id
        {
            return last;
        }
        self.ids.intern(id).0
    }

    /// The number of a customer who is known already.
    pub(crate) fn known_customer(&self, id: &str) -> Option<u32> {
        self.ids.find(id).map(|id| id.0)
    }

    /// The number of this order.
    pub(crate) fn order(&mut self, id: &str) -> TextId {
        if self.last_order_is(id) {
            return self.last_order;
        }
        self.last_order = self.orders.intern(id);
        self.last_order
    }

    fn last_order_is(&self, id: &str) -> bool {
        !self.orders.is_empty() && self.orders.get(self.last_order) == id
    }

    /// The number of this product.
    pub(crate) fn product(&mut self, name: &str) -> TextId {
        self.products.intern(name)
    }

    /// Keeps a line.
    pub(crate) fn push(&mut self, line: Line) {
        // Times of day are kept from the first line that has one.
        if line.second != 0 && self.second.is_empty() {
            self.second = vec![0; self.day.len()];
        }
        if line.second != 0 || !self.second.is_empty() {
            self.second.push(line.second);
        }
        // So are products.
        if !line.product.is_none() && self.product.is_empty() {
            self.product = vec![TextId::NONE; self.day.len()];
        }
        if !line.product.is_none() || !self.product.is_empty() {
            self.product.push(line.product);
        }
        self.customer.push(line.customer);
        self.day.push(line.day);
        self.amount.push(line.amount);
        self.order.push(line.order);
        self.refund.push(line.refund);
    }

    /// Lines kept so far.
    pub(crate) fn lines(&self) -> usize {
        self.day.len()
    }

    /// Customers seen so far.
    pub(crate) fn customers(&self) -> usize {
        self.ids.len()
    }

    /// The days of the lines kept so far, to be corrected when a column's date order is known.
    pub(crate) fn days_mut(&mut self) -> &mut [Day] {
        &mut self.day
    }

    /// Learns something about a customer. The latest day wins, and on one day the smaller text, so
    /// that the order of the rows does not matter.
    pub(crate) fn learn(&mut self, customer: u32, field: Field, text: &str, day: Day) {
        let column = self.attributes.entry(field).or_default();
        let index = customer as usize;
        if column.len() <= index {
            column.resize(index + 1, Known::NOTHING);
        }
        let known = column[index];
        let current = self.texts.get(known.text);
        if !known.text.is_none() && (day < known.since || (day == known.since && current <= text)) {
            return;
        }
        let same = !known.text.is_none() && current == text;
        let text = if same { known.text } else { self.texts.intern(text) };
        column[index] = Known { text, since: day };
    }

    /// Customers in the byte order of their ids, lines grouped by customer and in the order of time.
    /// The second value maps the numbers of first sight to the final ones.
    pub(crate) fn finish(self) -> (Customers, Ledger, Vec<u32>) {
        let sorted = self.ids.sorted();
        let mut rank = vec![0_u32; sorted.len()];
        for (new, old) in (0..).zip(&sorted) {
            rank[old.index()] = new;
        }
        let mut ids = Interner::default();
        for &old in &sorted {
            ids.intern(self.ids.get(old));
        }
        let attributes = self.attributes.into_iter().map(|(field, column)| (field, reorder(&column, &sorted))).collect();
        let (starts, places) = group(&self.customer, &rank, &self.day, &self.second);
        let ledger = Ledger {
            starts,
            day: permute(self.day, &places),
            second: permute(self.second, &places),
            amount: permute(self.amount, &places),
            order: permute(self.order, &places),
            product: permute(self.product, &places),
            refund: permute(self.refund, &places),
            orders: self.orders,
            products: self.products,
        };
        (Customers { ids, attributes, texts: self.texts, ..Customers::default() }, ledger, rank)
    }
}

fn reorder(column: &[Known], sorted: &[TextId]) -> Vec<TextId> {
    sorted.iter().map(|old| column.get(old.index()).map_or(TextId::NONE, |known| known.text)).collect()
}

/// Where each customer's lines begin, and which line of the file stands at each place.
#[expect(clippy::cast_possible_truncation, reason = "lines are numbered with u32: the memory budget ends at 4 GiB")]
fn group(customer: &[u32], rank: &[u32], day: &[Day], second: &[u32]) -> (Vec<u32>, Vec<u32>) {
    let mut starts = vec![0_u32; rank.len() + 1];
    for &old in customer {
        starts[rank[old as usize] as usize + 1] += 1;
    }
    for index in 1..starts.len() {
        starts[index] += starts[index - 1];
    }
    let mut next = starts.clone();
    let mut places = vec![0_u32; customer.len()];
    for (line, &old) in customer.iter().enumerate() {
        let place = &mut next[rank[old as usize] as usize];
        places[*place as usize] = line as u32;
        *place += 1;
    }
    let moment = |&line: &u32| (day[line as usize], second.get(line as usize).copied().unwrap_or(0));
    for bounds in starts.windows(2) {
        let lines = &mut places[bounds[0] as usize..bounds[1] as usize];
        // Files are mostly in the order of time already: looking is cheaper than sorting.
        if !lines.is_sorted_by_key(moment) {
            lines.sort_by_key(moment);
        }
    }
    (starts, places)
}

pub(crate) fn permute<T: Copy>(column: Vec<T>, places: &[u32]) -> Vec<T> {
    if column.is_empty() { column } else { places.iter().map(|&line| column[line as usize]).collect() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::CustomerId;

    fn day(number: i32) -> Day {
        Day::from_number(number).expect("small")
    }

    #[test]
    fn groups_by_customer_in_id_order_and_by_time() {
        let mut builder = BookBuilder::default();
        for (id, number, second, amount) in [("b", 5, 0, 1), ("a", 9, 0, 2), ("b", 3, 7, 3), ("a", 1, 0, 4), ("b", 3, 6, 5)] {
            let customer = builder.customer(id);
            let order = builder.order("o");
            let line =
                Line { customer, day: day(number), second, amount: Money::from_raw(amount), order, product: TextId::NONE, refund: false };
            builder.push(line);
        }
        let (customers, ledger, rank) = builder.finish();
        assert_eq!(customers.iter().map(|customer| customers.id(customer)).collect::<Vec<_>>(), ["a", "b"]);
        assert_eq!(rank, [1, 0]);
        let amounts = |customer| ledger.amount[ledger.lines(CustomerId(customer))].iter().map(|amount| amount.raw()).collect::<Vec<_>>();
        assert_eq!(amounts(0), [4, 2]);
        assert_eq!(amounts(1), [5, 3, 1]);
        assert_eq!(ledger.second, [0, 0, 6, 7, 0]);
        assert!(ledger.product.is_empty());
    }

    #[test]
    fn the_latest_attribute_wins_whatever_the_order_of_rows() {
        let facts = [("Ann", 1), ("Anna", 3), ("Ann B", 3), ("", 9)];
        for turn in 0..facts.len() {
            let mut builder = BookBuilder::default();
            let customer = builder.customer("a");
            for step in 0..facts.len() {
                let (text, number) = facts[(turn + step) % facts.len()];
                if !text.is_empty() {
                    builder.learn(customer, Field::CustomerName, text, day(number));
                }
            }
            let (customers, ..) = builder.finish();
            assert_eq!(customers.attribute(Field::CustomerName, CustomerId(0)), "Ann B", "turn {turn}");
        }
    }
}
