//! Rows in the order of the files → a [`Book`](super::Book) in the order of customers and time.
//!
//! Advice to whoever changes this: it is the hot path of an import. A line costs one look-up of the
//! customer (none when the previous line had the same one), one of the order (likewise), and pushes
//! onto columns. The grouping at the end is a counting sort; each column is permuted and dropped in
//! turn, so that never more than one column exists twice.

mod categories;
mod channels;
mod facts;
mod lines;

pub(crate) use channels::{Contact, ContactBuilder, FeedbackBuilder, Word};
pub(crate) use lines::{retain, seen_in_order};

use self::categories::Categories;
use self::facts::Facts;
use super::book::{Customers, Feedback, Interactions, Ledger};
use crate::base::{Day, Interner, Money, TextId};
use crate::recipe::{Field, Update};

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

/// What was gathered, in the order of customers and time.
pub(crate) struct Gathered {
    pub(crate) customers: Customers,
    pub(crate) ledger: Ledger,
    pub(crate) interactions: Interactions,
    pub(crate) feedback: Feedback,
    /// From the numbers of first sight to the final ones.
    pub(crate) rank: Vec<u32>,
}

/// Gathers customers, lines, contacts, feedback and attributes in the order of the files.
#[derive(Debug, Default)]
pub(crate) struct BookBuilder {
    pub(crate) contacts: ContactBuilder,
    pub(crate) feedback: FeedbackBuilder,
    ids: Interner,
    facts: Facts,
    /// Customers of whom a list says when it was updated.
    updated: Vec<u32>,
    updated_day: Vec<Day>,
    customer: Vec<u32>,
    day: Vec<Day>,
    second: Vec<u32>,
    amount: Vec<Money>,
    order: Vec<TextId>,
    product: Vec<TextId>,
    refund: Vec<bool>,
    orders: Interner,
    products: Interner,
    categories: Categories,
    last_order: TextId,
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

    /// Whether this is the order's id.
    pub(crate) fn is_order(&self, order: TextId, id: &str) -> bool {
        self.orders.get(order) == id
    }

    fn last_order_is(&self, id: &str) -> bool {
        !self.orders.is_empty() && self.orders.get(self.last_order) == id
    }

    /// The number of this product.
    pub(crate) fn product(&mut self, name: &str) -> TextId {
        self.products.intern(name)
    }

    /// A row says of which category a product is.
    pub(crate) fn categorise(&mut self, product: TextId, category: &str) {
        self.categories.learn(product, category);
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

    /// The days on which lists were updated, to be corrected likewise.
    pub(crate) fn updated_days_mut(&mut self) -> &mut [Day] {
        &mut self.updated_day
    }

    /// Lines kept of rows that say when they were updated.
    pub(crate) fn updates(&self) -> usize {
        self.updated_day.len()
    }

    /// An order mentions something about a customer. The latest day wins, and on one day the smaller text, so
    /// that the order of the rows does not matter.
    pub(crate) fn learn(&mut self, customer: u32, field: Field, text: &str, day: Day) {
        self.facts.learn(customer, field, text, day);
    }

    /// From here on a list speaks: what it says of customers who are known counts as `update` tells.
    pub(crate) fn begin_list(&mut self, update: Update) {
        let known = u32::try_from(self.ids.len()).unwrap_or(u32::MAX);
        self.facts.begin_list(update, known);
    }

    /// The list says this of a customer.
    pub(crate) fn update(&mut self, customer: u32, field: Field, text: &str) {
        self.facts.update(customer, field, text);
    }

    /// The place of the column of the files' own with this header.
    pub(crate) fn own_column(&mut self, header: &str) -> usize {
        self.facts.own_column(header)
    }

    /// The list says this of a customer in a column of its own.
    pub(crate) fn update_own(&mut self, customer: u32, column: usize, text: &str) {
        self.facts.update_own(customer, column, text);
    }

    /// The list's row about this customer was updated on this day.
    pub(crate) fn updated_on(&mut self, customer: u32, day: Day) {
        self.updated.push(customer);
        self.updated_day.push(day);
    }

    /// What is known of all customers in one field.
    pub(crate) fn known(&self, field: Field) -> impl Iterator<Item = (u32, &str)> {
        self.facts.of(field)
    }

    /// Feedback that was given in a contact has the day of the contact, now that this is settled.
    pub(crate) fn share_days(&mut self) {
        let contacts = &self.contacts.day;
        self.feedback.share_days(|contact| contacts.get(contact).copied());
    }

    /// Customers in the byte order of their ids; lines, contacts and feedback grouped by customer and in the order of time.
    pub(crate) fn finish(mut self) -> Gathered {
        let sorted = self.ids.sorted();
        let mut rank = vec![0_u32; sorted.len()];
        for (new, old) in (0..).zip(&sorted) {
            rank[old.index()] = new;
        }
        let mut ids = Interner::default();
        for &old in &sorted {
            ids.intern(self.ids.get(old));
        }
        let rival_owners = self.facts.rival_owners(&rank);
        let (attributes, own, texts) = self.facts.finish(&sorted);
        let heard = heard(&rank, [(&self.customer, &self.day), (&self.updated, &self.updated_day)]);
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
            category: self.categories.of,
            categories: self.categories.names,
        };
        let (interactions, feedback) = (self.contacts.finish(&rank), self.feedback.finish(&rank));
        let mut customers = Customers { ids, attributes, own, heard, rival_owners, texts, ..Customers::default() };
        customers.hear(&interactions.starts, &interactions.day);
        customers.hear(&feedback.starts, &feedback.day);
        Gathered { customers, ledger, interactions, feedback, rank }
    }
}

/// The last day of each customer among these rows.
fn heard(rank: &[u32], rows: [(&Vec<u32>, &Vec<Day>); 2]) -> Vec<Day> {
    let mut heard = vec![Day::MIN; rank.len()];
    for (&customer, &day) in rows.into_iter().flat_map(|(customers, days)| customers.iter().zip(days)) {
        let last = &mut heard[rank[customer as usize] as usize];
        *last = day.max(*last);
    }
    heard
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
        let Gathered { customers, ledger, rank, .. } = builder.finish();
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
            let Gathered { customers, .. } = builder.finish();
            assert_eq!(customers.attribute(Field::CustomerName, CustomerId(0)), "Ann B", "turn {turn}");
        }
    }

    #[test]
    fn a_later_list_changes_what_the_recipe_lets_it() {
        use Update::{FillBlanks, Overwrite, Skip};
        // Known from an order; said twice by the first list; said by the second list; what is known in the end.
        for (update, known, blank, new) in [(Overwrite, "C", "C", "C"), (FillBlanks, "order", "B", "B"), (Skip, "order", "", "B")] {
            let mut builder = BookBuilder::default();
            let [known_customer, blank_customer] = ["known", "blank"].map(|id| builder.customer(id));
            builder.learn(known_customer, Field::Phone, "order", day(1));
            builder.begin_list(update);
            let new_customer = builder.customer("new");
            for text in ["A", "B"] {
                for customer in [known_customer, blank_customer, new_customer] {
                    builder.update(customer, Field::Phone, text);
                }
            }
            builder.begin_list(update);
            for customer in [known_customer, blank_customer, new_customer] {
                builder.update(customer, Field::Phone, "C");
            }
            let Gathered { customers, .. } = builder.finish();
            let phone = |id| customers.attribute(Field::Phone, CustomerId(customers.ids.find(id).expect("there").0));
            assert_eq!(["known", "blank", "new"].map(phone), [known, blank, new], "{update:?}");
        }
    }

    #[test]
    fn what_was_heard_last_is_of_any_channel() {
        let mut builder = BookBuilder::default();
        let [a, b, c] = ["a", "b", "c"].map(|id| builder.customer(id));
        let contact = |customer, number| Contact {
            customer,
            day: day(number),
            channel: super::super::book::Channel::Phone,
            count: 0,
            subject: TextId::NONE,
        };
        builder.contacts.push(contact(b, 7));
        builder.contacts.push(contact(a, 5));
        builder.contacts.push(contact(b, 3));
        builder.updated_on(a, day(9));
        let Gathered { customers, interactions, .. } = builder.finish();
        assert_eq!(customers.heard, [day(9), day(7), Day::MIN]);
        assert_eq!(interactions.starts, [0, 1, 3, 3]);
        assert_eq!(interactions.day, [day(5), day(3), day(7)]);
        assert_eq!(interactions.count, [1, 1, 1]);
        assert_eq!(c, 2);
    }

    #[test]
    fn own_columns_in_which_nothing_stands_are_left_out() {
        let mut builder = BookBuilder::default();
        let customer = builder.customer("a");
        builder.begin_list(Update::default());
        let [_, hobby] = ["empty", "hobby"].map(|header| builder.own_column(header));
        builder.update_own(customer, hobby, "chess");
        assert_eq!(builder.own_column("hobby"), hobby);
        let Gathered { customers, .. } = builder.finish();
        let own: Vec<&str> = customers.own.iter().map(|column| column.header.as_str()).collect();
        assert_eq!(own, ["hobby"]);
        assert_eq!(customers.texts.get(customers.own[0].values[0]), "chess");
    }
}
