//! Measures from order lines.
//!
//! One pass over lines that are grouped by customer and in the order of time. Ten million lines must
//! not be hashed: a customer's few order ids are sorted in a scratch buffer, mostly already in order.
//! Invariant: lines of one day may stand in any order without changing a result.

use super::Measures;
use crate::base::{CustomerId, Day, Money, TextId};
use crate::identify::{Book, Ledger};
use crate::recipe::{Frequency, Recency, Recipe, Refunds};
use crate::{ErrorKind, Result};
use std::ops::Range;

pub(super) fn measure(book: &Book, recipe: &Recipe) -> Result<(Day, Measures)> {
    let ledger = &book.ledger;
    let Some(last_day) = ledger.day.iter().max() else {
        return Err(ErrorKind::NoUsableRow { rows_read: book.counts.rows_read }.into());
    };
    let as_of = recipe.measures.as_of.unwrap_or_else(|| last_day.plus(1));
    let mut measures = Measures::with_customers(book.customers.len(), as_of);
    let tells_seconds = recipe.measures.recency == Recency::Seconds && !ledger.second.is_empty();
    if tells_seconds {
        measures.last_second = vec![0; book.customers.len()];
    }
    let mut counter = Counter::new(ledger, recipe);
    for customer in book.customers.iter() {
        let lines = lines_up_to(ledger, customer, as_of);
        if lines.is_empty() {
            measures.absent.push(customer);
            continue;
        }
        let visits = counter.visits(&lines);
        let index = customer.index();
        let (first, last) = visits.span;
        measures.first_order[index] = ledger.day[first];
        measures.last_order[index] = ledger.day[last];
        measures.recency_days[index] = as_of.days_since(ledger.day[last]).max(0);
        measures.orders[index] = visits.frequency;
        measures.revenue[index] = counter.revenue(&lines)?;
        if tells_seconds {
            measures.last_second[index] = ledger.second[last];
        }
    }
    measures.total_orders = counter.total_orders();
    measures.total_revenue = counter.total_revenue()?;
    Ok((as_of, measures))
}

/// Lines of the customer on `as_of` or before; they stand in the order of time.
pub(in crate::differentiate) fn lines_up_to(ledger: &Ledger, customer: CustomerId, as_of: Day) -> Range<usize> {
    let lines = ledger.lines(customer);
    let days = &ledger.day[lines.clone()];
    match days.last() {
        Some(&last) if last > as_of => lines.start..lines.start + days.partition_point(|&day| day <= as_of),
        _ => lines,
    }
}

/// Whether the line is an order: netted refunds are not.
pub(crate) fn is_order(ledger: &Ledger, refunds: Refunds, line: usize) -> bool {
    refunds == Refunds::Keep || !ledger.refund[line]
}

/// Counts what one customer after the other did.
struct Counter<'a> {
    ledger: &'a Ledger,
    refunds: Refunds,
    frequency: Frequency,
    /// Order ids of the customer at hand.
    ids: Vec<TextId>,
    /// One bit per order id that was seen at any customer.
    seen: Vec<u64>,
    /// Orders without an id, all customers together.
    days: u64,
    total: i128,
    magnitude: u128,
}

struct Visits {
    /// First and last line that counts.
    span: (usize, usize),
    frequency: u32,
}

impl<'a> Counter<'a> {
    fn new(ledger: &'a Ledger, recipe: &Recipe) -> Self {
        let words = ledger.orders.len().div_ceil(64);
        Self {
            ledger,
            refunds: recipe.cleaning.refunds,
            frequency: recipe.measures.frequency,
            ids: Vec::new(),
            seen: vec![0; words],
            days: 0,
            total: 0,
            magnitude: 0,
        }
    }

    /// What counts of these lines, which are not empty.
    fn visits(&mut self, lines: &Range<usize>) -> Visits {
        self.ids.clear();
        let mut span: Option<(usize, usize)> = None;
        let (mut count, mut days, mut days_without_id) = (0, 0, 0);
        let (mut day_seen, mut day_without_id_seen) = (None, None);
        for line in lines.clone().filter(|&line| is_order(self.ledger, self.refunds, line)) {
            span = Some((span.map_or(line, |(first, _)| first), line));
            count += 1;
            let day = Some(self.ledger.day[line]);
            days += u32::from(std::mem::replace(&mut day_seen, day) != day);
            let id = self.ledger.order[line];
            if id.is_none() {
                days_without_id += u32::from(std::mem::replace(&mut day_without_id_seen, day) != day);
            } else {
                self.ids.push(id);
            }
        }
        let orders = self.distinct_ids() + days_without_id;
        self.days += u64::from(days_without_id);
        let frequency = match self.frequency {
            Frequency::Orders => orders,
            Frequency::Days => days,
            Frequency::Lines => count,
        };
        // Only refunds: no order, but the days on which goods came back are known.
        Visits { span: span.unwrap_or((lines.start, lines.end - 1)), frequency }
    }

    fn distinct_ids(&mut self) -> u32 {
        if !self.ids.is_sorted() {
            self.ids.sort_unstable();
        }
        self.ids.dedup();
        for id in &self.ids {
            if let Some(word) = self.seen.get_mut(id.index() / 64) {
                *word |= 1 << (id.index() % 64);
            }
        }
        u32::try_from(self.ids.len()).unwrap_or(u32::MAX)
    }

    fn revenue(&mut self, lines: &Range<usize>) -> Result<Money> {
        let amounts = &self.ledger.amount[lines.clone()];
        let sum: i128 = amounts.iter().map(|amount| i128::from(amount.raw())).sum();
        self.total += sum;
        self.magnitude += amounts.iter().map(|amount| u128::from(amount.raw().unsigned_abs())).sum::<u128>();
        i64::try_from(sum).map(Money::from_raw).map_err(|_| ErrorKind::AmountOverflow.into())
    }

    fn total_orders(&self) -> u64 {
        self.days + self.seen.iter().map(|word| u64::from(word.count_ones())).sum::<u64>()
    }

    /// The total, if all amounts fit even without their signs: then every part of them fits as well.
    fn total_revenue(&self) -> Result<Money> {
        let fits = self.magnitude <= u128::from(i64::MAX.unsigned_abs());
        let total = i64::try_from(self.total).ok().filter(|_| fits);
        total.map(Money::from_raw).ok_or_else(|| ErrorKind::AmountOverflow.into())
    }
}
