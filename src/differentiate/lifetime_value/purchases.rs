//! What one customer bought: first and last day, repeat purchases, and what they were worth.
//!
//! The models know a customer by these four figures only. Invariant: days after the analysis day are not seen,
//! netted refunds are no purchase, and several orders of one day are one purchase.

use super::gamma_gamma::Spend;
use super::opportunities::{Counting, Opportunities};
use super::{History, TimeUnit};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::identify::Book;
use crate::recipe::{LifetimeValue, PurchaseModelKind, Recipe};

/// What one customer did: days with a purchase, and what the repeat purchases were worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Purchases {
    /// Days with a purchase after the first one.
    pub repeats: u32,
    /// Day of the first purchase.
    pub first: Day,
    /// Day of the last purchase.
    pub last: Day,
    /// What the purchases after the first day were worth together.
    pub repeat_revenue: Money,
    /// What all purchases were worth together.
    pub revenue: Money,
    /// The same as opportunities, where the recipe's model counts them and there are single orders.
    pub opportunities: Option<Opportunities>,
}

/// The purchases of one customer up to the analysis day; none when there are none, or the file does not say when the first was.
#[must_use]
pub fn purchases(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Option<Purchases> {
    let index = customer.index();
    if !standing.measures.is_present(customer) {
        return None;
    }
    if let Some(ready) = &book.ready {
        let first = ready.first_order.get(index).copied().flatten()?;
        let last = standing.measures.last_order[index];
        let orders = standing.measures.orders[index];
        let average = standing.measures.revenue[index].divided_by(orders);
        let repeats = orders.checked_sub(1)?;
        let repeat_revenue = Money::from_raw(average.raw().checked_mul(i64::from(repeats))?);
        return Some(Purchases { repeats, first, last, repeat_revenue, revenue: standing.measures.revenue[index], opportunities: None });
    }
    let ledger = &book.ledger;
    let unit = opportunity(&recipe.lifetime_value);
    let mut found: Option<Purchases> = None;
    let mut counting: Option<Counting> = None;
    for line in lines_up_to(ledger, customer, standing.as_of).filter(|&line| is_order(ledger, recipe.cleaning.refunds, line)) {
        let (day, amount) = (ledger.day[line], ledger.amount[line]);
        let so_far = found.get_or_insert_with(|| Purchases::beginning(day));
        so_far.repeats += u32::from(day != so_far.last);
        so_far.last = day;
        so_far.revenue = Money::from_raw(so_far.revenue.raw().saturating_add(amount.raw()));
        if day != so_far.first {
            so_far.repeat_revenue = Money::from_raw(so_far.repeat_revenue.raw().saturating_add(amount.raw()));
        }
        if let Some(unit) = unit {
            counting.get_or_insert_with(|| Counting::from(day, standing.as_of, unit)).add(day, amount);
        }
    }
    found.map(|found| Purchases { opportunities: counting.map(|counting| counting.found()), ..found })
}

/// What is one opportunity to buy, where the model counts them.
pub(in crate::differentiate) fn opportunity(asked: &LifetimeValue) -> Option<TimeUnit> {
    (asked.model == PurchaseModelKind::BgBb).then_some(asked.unit)
}

impl Purchases {
    /// Nothing bought yet, but on this day.
    const fn beginning(day: Day) -> Self {
        let (repeat_revenue, revenue) = (Money::ZERO, Money::ZERO);
        Self { repeats: 0, first: day, last: day, repeat_revenue, revenue, opportunities: None }
    }

    /// The same with one more order on this day, not before the last one, of somebody who may have had none.
    #[must_use]
    pub fn with_order(before: Option<Self>, on: Day) -> Self {
        let before = before.unwrap_or(Self::beginning(on));
        // An opportunity that is running is not counted yet.
        Self { repeats: before.repeats + u32::from(before.last != on), last: on, ..before }
    }

    /// As the models want it, in their unit of time.
    #[must_use]
    pub fn history(&self, as_of: Day, unit_days: f64) -> History {
        if let Some(opportunities) = self.opportunities {
            return opportunities.history();
        }
        let time = |days: i32| f64::from(days.max(0)) / unit_days;
        History { x: f64::from(self.repeats), t_x: time(self.last.days_since(self.first)), age: time(as_of.days_since(self.first)) }
    }

    /// Repeat purchases, and times in whole steps of the model: x, t_x and T, in days or in opportunities.
    #[must_use]
    pub fn counts(&self, as_of: Day) -> (u32, i32, i32) {
        let (t_x, age) = self.days(as_of);
        self.opportunities.map_or((self.repeats, t_x, age), |Opportunities { taken, last, all, .. }| (taken, last, all))
    }

    /// What the repeat purchases, or the opportunities that were taken, were worth on average; none without them, or when they were
    /// worth nothing.
    #[must_use]
    pub fn spend(&self) -> Option<Spend> {
        let (repeats, revenue) = self.opportunities.map_or((self.repeats, self.repeat_revenue), |one| (one.taken, one.revenue));
        let mean = revenue.to_f64() / f64::from(repeats.max(1));
        (repeats > 0 && mean > 0.0).then(|| Spend { x: f64::from(repeats), mean })
    }

    /// What all purchases were worth on average, in currency units.
    #[must_use]
    pub fn average(&self) -> f64 {
        self.revenue.to_f64() / f64::from(self.repeats.saturating_add(1))
    }

    /// Days from the first purchase to the last, and to the analysis day.
    #[must_use]
    pub fn days(&self, as_of: Day) -> (i32, i32) {
        (self.last.days_since(self.first).max(0), as_of.days_since(self.first).max(0))
    }
}
