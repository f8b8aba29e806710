//! Recency, frequency, monetary value, tenure and average order of every customer.
//!
//! Measured once per set of orders; moving a threshold reuses the columns and their sorted
//! [`Distribution`]s. Invariants: no result depends on the order of the lines; any subset of the
//! amounts can be added up without overflow.

mod ledger;
mod ready;

pub(crate) use ledger::is_order;
pub(super) use ledger::lines_up_to;

use super::Factor;
use crate::base::{CustomerId, Day, Money};
use crate::identify::Book;
use crate::math::Distribution;
use crate::recipe::{self, Monetary, Recipe, Refunds};
use crate::{ErrorKind, Result};
use std::sync::OnceLock;

/// Columns indexed by [`CustomerId`].
///
/// They are as long as the book has customers. Those of whom nothing is known up to `as_of` are
/// listed in `absent`: their entries mean nothing, they have score 0, no segment and no row in any list.
#[derive(Debug, Default)]
pub struct Measures {
    /// Day of the first order (of the first line at all, for customers who only sent goods back).
    pub first_order: Vec<Day>,
    /// Day of the last order.
    pub last_order: Vec<Day>,
    /// Seconds since midnight of the last order; empty unless the recipe tells seconds apart.
    pub last_second: Vec<u32>,
    /// Whole days from the last order to `as_of`, never negative. (The last order to `as_of`, not the
    /// first to the last: that one is called `t_x` wherever it is used.)
    pub recency_days: Vec<i32>,
    /// Frequency, as the recipe counts it: distinct orders, days, or lines.
    pub orders: Vec<u32>,
    /// Revenue: the sum of all lines that count.
    pub revenue: Vec<Money>,
    /// What is scored as monetary: revenue, or revenue per order (0 without an order).
    pub monetary: Vec<Money>,
    /// Distinct order ids over all customers (days per customer where there are no order ids).
    pub total_orders: u64,
    /// Revenue of all customers.
    pub total_revenue: Money,
    /// Customers of whom nothing is known up to `as_of`, in the order of their ids. Mostly empty.
    pub absent: Vec<CustomerId>,
    /// Whether days are only relative: the file brings days since the last order and no date at all, so
    /// `as_of` is 2000-01-01 by convention and must not be shown as a date.
    pub days_are_relative: bool,
    /// Whether some first orders are unknown (ready-made measures) and stand at the last order.
    pub first_order_guessed: bool,
    /// What was asked for; other measures have to be taken when it changes.
    pub(super) asked: (recipe::Measures, Refunds),
    distributions: [OnceLock<Distribution>; 4],
    span: OnceLock<(Day, Day)>,
    later: OnceLock<u64>,
}

/// Stands for "today" where nothing has a date: any day would do, this one is round.
const ANCHOR: Day = match Day::from_ymd(2000, 1, 1) {
    Some(day) => day,
    None => Day::MIN,
};

/// The analysis day and the measures of every customer.
///
/// `as_of` is the recipe's or the day after the last line. Later lines are left out. Netted refunds lower
/// the revenue and are no order; a customer who has nothing else has 0 orders, and the days of these lines.
///
/// # Errors
/// `amount.overflow` when the revenue does not fit, `as_of.before_orders` when all orders come later, `table.no_usable_row` when there is none, unless
/// the book itself says that it has none.
pub fn measure(book: &Book, recipe: &Recipe) -> Result<(Day, Measures)> {
    let measured = match &book.ready {
        None if book.not_scored.is_some() && book.ledger.is_empty() => Ok(Measures::of_nobody(book, recipe)),
        Some(ready) => ready::measure(book, ready, recipe),
        None => ledger::measure(book, recipe),
    };
    let (as_of, mut measures) = measured?;
    if measures.absent.len() == measures.orders.len() && book.not_scored.is_none() {
        let first = book.ledger.day.iter().copied().min().filter(|first| *first > as_of);
        let unusable = ErrorKind::NoUsableRow { rows_read: book.counts.rows_read };
        return Err(first.map_or(unusable, |first| ErrorKind::AsOfBeforeOrders { as_of, first }).into());
    }
    measures.monetary = monetary(&measures, recipe.measures.monetary);
    measures.asked = (recipe.measures.clone(), recipe.cleaning.refunds);
    Ok((as_of, measures))
}

fn monetary(measures: &Measures, monetary: Monetary) -> Vec<Money> {
    match monetary {
        Monetary::Sum => measures.revenue.clone(),
        Monetary::Average => measures.revenue.iter().zip(&measures.orders).map(|(revenue, &orders)| revenue.divided_by(orders)).collect(),
    }
}

impl Measures {
    /// Columns for this many customers, all of them present.
    fn with_customers(customers: usize, as_of: Day) -> Self {
        Self {
            first_order: vec![as_of; customers],
            last_order: vec![as_of; customers],
            recency_days: vec![0; customers],
            orders: vec![0; customers],
            revenue: vec![Money::ZERO; customers],
            ..Self::default()
        }
    }

    /// Columns for a book without orders: everybody is absent. The analysis day is the recipe's, or the day after anything was heard.
    fn of_nobody(book: &Book, recipe: &Recipe) -> (Day, Self) {
        let heard = book.customers.iter().filter_map(|customer| book.customers.last_heard(customer)).max();
        let known = recipe.measures.as_of.or_else(|| heard.map(|day| day.plus(1)));
        let as_of = known.unwrap_or(ANCHOR);
        let mut measures = Self::with_customers(book.customers.len(), as_of);
        measures.days_are_relative = known.is_none();
        measures.absent = book.customers.iter().collect();
        (as_of, measures)
    }

    /// Columns in which only people without orders are present: they bought nothing.
    pub(super) fn of_prospects(&self, book: &Book, as_of: Day) -> Self {
        let mut measures = Self::with_customers(book.customers.len(), as_of);
        measures.monetary = vec![Money::ZERO; book.customers.len()];
        measures.days_are_relative = self.days_are_relative;
        measures.asked.clone_from(&self.asked);
        measures.absent = book.customers.iter().filter(|customer| book.has_orders(*customer) || self.is_present(*customer)).collect();
        measures
    }

    /// How many customers there are, absent ones not counted.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "customers are numbered with u32")]
    pub fn customer_count(&self) -> u32 {
        (self.orders.len() - self.absent.len()) as u32
    }

    /// Whether the customer exists and something is known of them up to `as_of`.
    #[must_use]
    pub fn is_present(&self, customer: CustomerId) -> bool {
        customer.index() < self.orders.len() && self.absent.binary_search(&customer).is_err()
    }

    /// The first day and the last day with an order; none when nobody is present. Looked for once and kept.
    pub(super) fn span(&self) -> Option<(Day, Day)> {
        let first = || self.customers().map(|customer| self.first_order[customer.index()]).min().unwrap_or(Day::MAX);
        let last = || self.customers().map(|customer| self.last_order[customer.index()]).max().unwrap_or(Day::MIN);
        let &(first, last) = self.span.get_or_init(|| (first(), last()));
        (first <= last).then_some((first, last))
    }

    /// Lines of the book after the analysis day. Counted once and kept.
    pub(super) fn lines_after(&self, book: &Book, as_of: Day) -> u64 {
        *self.later.get_or_init(|| book.ledger.day.iter().filter(|&&day| day > as_of).count() as u64)
    }

    /// Whether the first order of this customer is unknown, and stands at the last one.
    #[must_use]
    pub fn is_first_order_guessed(&self, customer: CustomerId) -> bool {
        let index = customer.index();
        self.first_order_guessed && self.orders[index] > 1 && self.first_order[index] == self.last_order[index]
    }

    /// The day of the first order; none where no file says it.
    #[must_use]
    pub fn first_order_known(&self, customer: CustomerId) -> Option<Day> {
        (!self.days_are_relative && !self.is_first_order_guessed(customer)).then(|| self.first_order[customer.index()])
    }

    /// The day of the last order; none where the files say only how many days ago it was, and of customers who are not measured.
    #[must_use]
    pub fn last_order_known(&self, customer: CustomerId) -> Option<Day> {
        self.last_order.get(customer.index()).copied().filter(|_| !self.days_are_relative)
    }

    /// All customers that are present, in the order of their ids.
    #[expect(clippy::cast_possible_truncation, reason = "customers are numbered with u32")]
    pub fn customers(&self) -> impl Iterator<Item = CustomerId> + '_ {
        let mut absent = self.absent.iter().copied().peekable();
        (0..self.orders.len() as u32).map(CustomerId).filter(move |customer| absent.next_if_eq(customer).is_none())
    }

    /// How often each value of the measure occurs among the customers that are present, in raw steps
    /// ([`Measures::raw_per_unit`]). Sorted once and kept.
    #[must_use]
    pub fn distribution(&self, factor: Factor) -> &Distribution {
        let slot = match factor {
            Factor::Recency => 0,
            Factor::Frequency => 1,
            Factor::Monetary => 2,
        };
        self.distributions[slot].get_or_init(|| self.distribution_of(self.map_raw(factor, |raw| raw)))
    }

    /// How often each revenue occurs, in raw steps of [`Money`].
    #[must_use]
    pub fn revenue_distribution(&self) -> &Distribution {
        if self.asked.0.monetary == Monetary::Sum {
            return self.distribution(Factor::Monetary);
        }
        self.distributions[3].get_or_init(|| self.distribution_of(self.revenue.iter().map(|revenue| revenue.raw()).collect()))
    }

    fn distribution_of(&self, mut column: Vec<i64>) -> Distribution {
        if !self.absent.is_empty() {
            column = self.customers().map(|customer| column[customer.index()]).collect();
        }
        Distribution::of(column)
    }

    /// Raw steps in one shown unit: a day (seconds, where the recipe tells them apart), an order, a currency unit.
    #[must_use]
    pub fn raw_per_unit(&self, factor: Factor) -> i64 {
        match factor {
            Factor::Recency if self.last_second.is_empty() => 1,
            Factor::Recency => SECONDS_PER_DAY,
            Factor::Frequency => 1,
            Factor::Monetary => Money::SCALE,
        }
    }

    /// One customer's value in raw steps. In seconds, recency runs to the midnight at which `as_of` begins,
    /// so that rounded up to days it is the number of days.
    #[must_use]
    pub fn raw(&self, factor: Factor, customer: CustomerId) -> i64 {
        let index = customer.index();
        match factor {
            Factor::Recency if self.last_second.is_empty() => i64::from(self.recency_days[index]),
            Factor::Recency => age(self.recency_days[index], self.last_second[index]),
            Factor::Frequency => i64::from(self.orders[index]),
            Factor::Monetary => self.monetary[index].raw(),
        }
    }

    /// A column made from the raw values of all customers.
    fn map_raw<T>(&self, factor: Factor, make: impl Fn(i64) -> T) -> Vec<T> {
        match factor {
            Factor::Recency if self.last_second.is_empty() => self.recency_days.iter().map(|&days| make(i64::from(days))).collect(),
            Factor::Recency => self.recency_days.iter().zip(&self.last_second).map(|(&days, &second)| make(age(days, second))).collect(),
            Factor::Frequency => self.orders.iter().map(|&orders| make(i64::from(orders))).collect(),
            Factor::Monetary => self.monetary.iter().map(|monetary| make(monetary.raw())).collect(),
        }
    }

    /// Writes a score for the raw value of every customer, absent ones too.
    pub(super) fn write_scores(&self, factor: Factor, column: &mut [u8], score: impl Fn(i64) -> u8) {
        let into = column.iter_mut();
        match factor {
            Factor::Recency if self.last_second.is_empty() => {
                into.zip(&self.recency_days).for_each(|(slot, &days)| *slot = score(i64::from(days)));
            }
            Factor::Recency => {
                let ages = self.recency_days.iter().zip(&self.last_second);
                into.zip(ages).for_each(|(slot, (&days, &second))| *slot = score(age(days, second)));
            }
            Factor::Frequency => into.zip(&self.orders).for_each(|(slot, &orders)| *slot = score(i64::from(orders))),
            Factor::Monetary => into.zip(&self.monetary).for_each(|(slot, monetary)| *slot = score(monetary.raw())),
        }
    }

    /// What was made of refunds.
    pub(in crate::differentiate) fn refunds(&self) -> Refunds {
        self.asked.1
    }
}

const SECONDS_PER_DAY: i64 = 86_400;

fn age(days: i32, second: u32) -> i64 {
    i64::from(days) * SECONDS_PER_DAY - i64::from(second)
}
