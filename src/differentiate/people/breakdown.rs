//! Customers and revenue by where they come from, where they are and what they do; and how many prospects became customers.
//!
//! A share of few is a guess, so a rate comes with its interval. Invariant: the people, customers and revenue of all groups,
//! the unknown and the rest included, add up to everybody.

use super::tally::share;
use crate::base::{CustomerId, Money, TextId};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::math::proportion::wilson;
use crate::recipe::Field;
use serde::Serialize;

/// Groups of one field that are told apart.
const GROUPS: usize = 40;

/// Fields by which people are divided, in this order.
const FIELDS: [Field; 6] = [Field::Source, Field::Area, Field::Region, Field::City, Field::Country, Field::Industry];

/// Everybody, divided by one field.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Breakdown {
    /// The field, by its name.
    pub field: String,
    /// One group per value, the largest revenue first, at most 40.
    pub groups: Vec<Group>,
    /// All further values together; none when there are none.
    pub rest: Option<Group>,
    /// Those of whom it is not known; none when it is known of all.
    pub unknown: Option<Group>,
}

/// Some of the people.
#[derive(Debug, Clone, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Group {
    /// The value; empty for the rest and the unknown.
    pub value: String,
    /// Customers with orders.
    pub customers: u32,
    /// People of whom the files know no order: prospects.
    pub prospects: u32,
    /// Orders.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Of all these people, how many became customers; none where the files bring no prospects at all.
    pub conversion: Option<Conversion>,
}

/// The share of people who became customers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Conversion {
    /// The share, 0 to 1.
    pub rate: f64,
    /// Lower end of its 95 % interval (Wilson 1927).
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Everybody, divided by every field of which at least two values are known.
pub(super) fn breakdowns(book: &Book, standing: &Standing) -> Vec<Breakdown> {
    let columns = FIELDS.iter().filter_map(|field| Some((field, book.customers.attributes.get(field)?)));
    let divided = columns.map(|(field, column)| breakdown(book, standing, *field, column));
    divided.filter(|breakdown| breakdown.groups.len() > 1).collect()
}

fn breakdown(book: &Book, standing: &Standing, field: Field, column: &[TextId]) -> Breakdown {
    let texts = &book.customers.texts;
    let mut known = vec![Group::default(); texts.len()];
    let mut unknown = Group::default();
    for customer in book.customers.iter() {
        let text = column.get(customer.index()).filter(|text| !text.is_none());
        let group = text.and_then(|text| known.get_mut(text.index())).unwrap_or(&mut unknown);
        group.add(book, standing, customer);
    }
    let named = texts.sorted().into_iter().map(|text| Group { value: texts.get(text).to_owned(), ..known[text.index()].clone() });
    let mut groups: Vec<Group> = named.filter(|group| !group.is_empty()).collect();
    groups.sort_by_key(|group| std::cmp::Reverse((group.revenue, group.people())));
    let mut rest = Group::default();
    groups.drain(GROUPS.min(groups.len())..).for_each(|group| rest.take_in(&group));
    let has_prospects = groups.iter().chain([&rest, &unknown]).any(|group| group.prospects > 0);
    let told = |group: Group| Some(group).filter(|group| !group.is_empty()).map(|group| group.with_conversion(has_prospects));
    Breakdown {
        field: field.name().to_owned(),
        groups: groups.into_iter().filter_map(told).collect(),
        rest: told(rest),
        unknown: told(unknown),
    }
}

impl Group {
    const fn people(&self) -> u32 {
        self.customers + self.prospects
    }

    const fn is_empty(&self) -> bool {
        self.people() == 0
    }

    fn add(&mut self, book: &Book, standing: &Standing, customer: CustomerId) {
        let measures = &standing.measures;
        if measures.is_present(customer) {
            let (orders, revenue) = (measures.orders[customer.index()], measures.revenue[customer.index()]);
            self.take_in(&Self { customers: 1, orders: u64::from(orders), revenue, ..Self::default() });
        } else if !book.has_orders(customer) {
            self.prospects += 1;
        }
    }

    fn take_in(&mut self, other: &Self) {
        self.customers += other.customers;
        self.prospects += other.prospects;
        self.orders += other.orders;
        self.revenue = self.revenue.checked_add(other.revenue).unwrap_or(self.revenue);
    }

    fn with_conversion(self, has_prospects: bool) -> Self {
        Self { conversion: has_prospects.then(|| Conversion::of(self.customers, self.people())), ..self }
    }
}

impl Conversion {
    /// So many of so many.
    ///
    /// Source: E. B. Wilson, "Probable Inference", JASA 22 (1927): the interval stays inside 0 to 1, and is honest for few.
    ///
    /// # Example: 8 of 10
    /// ```
    /// use customer_tiers::differentiate::people::Conversion;
    /// let of_ten = Conversion::of(8, 10);
    /// assert_eq!(format!("{} {:.4} {:.4}", of_ten.rate, of_ten.low, of_ten.high), "0.8 0.4902 0.9433");
    /// ```
    #[must_use]
    pub fn of(part: u32, whole: u32) -> Self {
        let (low, high) = wilson(part, whole);
        Self { rate: share(u64::from(part), u64::from(whole)), low, high }
    }
}
