//! One metric of one customer, everybody else standing still.
//!
//! Some metrics follow from orders in a way that can be counted ahead, some do not depend on orders at all, and the rest would
//! need everybody or a model counted anew: of those nothing is told. Invariant: what is told is what counting again would give; of
//! models, what they say with the parameters of now.

use super::Figures;
use super::composite::Composite;
use super::visits::{Added, Visits};
use crate::base::{CustomerId, Money};
use crate::differentiate::conditions::Asked;
use crate::recipe::Metric;

/// A value of a metric; none where it is not known.
pub(super) type Value = Option<i64>;

/// A metric of one customer.
pub(super) struct Held<'a> {
    pub(super) metric: Metric,
    /// As it is now.
    pub(super) own: Value,
    /// Raw steps in one unit.
    pub(super) scale: i64,
    /// What it is made of, where that is other metrics.
    composite: Option<Box<Composite<'a>>>,
}

/// The largest amount that is looked for: nobody spends a thousand billion.
pub(super) const MOST: i64 = 1_000_000_000_000 * Money::SCALE;

impl<'a> Held<'a> {
    pub(super) fn new(asked: &Asked<'a>, metric: &Metric, customer: CustomerId) -> Self {
        let column = asked.standing.metric(asked.book, asked.recipe, metric);
        let composite = Composite::new(asked, metric, customer).map(Box::new);
        Self { metric: metric.clone(), own: column.raw(customer), scale: column.scale(), composite }
    }

    /// The value for these figures; `None` where it cannot be told.
    pub(super) fn value(&self, figures: &Figures, visits: &Visits) -> Option<Value> {
        let added = figures.added;
        // Whatever it follows from, it is what it is as long as nothing happens.
        if added == Added::default() {
            return Some(self.own);
        }
        Some(match &self.metric {
            Metric::Recency => Some(figures.recency),
            Metric::Frequency => Some(i64::from(figures.orders)),
            Metric::Monetary => Some(figures.monetary().raw()),
            Metric::Revenue => Some(figures.revenue.raw()),
            Metric::AverageOrder => (figures.orders > 0).then(|| figures.revenue.divided_by(figures.orders).raw()),
            Metric::Tenure => figures.since_first,
            Metric::OrdersWithin(days) => self.own.map(|_| visits.orders_within(*days, added)),
            Metric::RevenueWithin(days) => self.own.map(|_| visits.revenue_within(*days, added)),
            Metric::LargestOrder if added.orders == 0 => self.own,
            // How several orders share an amount is not said; one on a day that has another may be the same order.
            Metric::LargestOrder if added.orders == 1 && !visits.has_today() => {
                let first = || visits.has_lines().then_some(added.amount);
                self.own.map_or_else(first, |own| Some(own.max(added.amount)))
            }
            Metric::InteractionsWithin(_) if added.days_later == 0 => self.own,
            Metric::Interactions | Metric::Satisfaction | Metric::Own(_) => self.own,
            // On later days everybody is older, and ranks are others.
            _ if added.days_later > 0 => return None,
            Metric::RepeatRate => visits.repeat_rate(added),
            Metric::Regularity => visits.regularity(added),
            Metric::Growth => visits.growth(added),
            _ => return self.composite.as_ref()?.value(figures, visits),
        })
    }

    /// Whether the value can be told on later days.
    pub(super) const fn is_told_later(&self) -> bool {
        matches!(
            self.metric,
            Metric::Recency
                | Metric::Frequency
                | Metric::Monetary
                | Metric::Revenue
                | Metric::AverageOrder
                | Metric::Tenure
                | Metric::OrdersWithin(_)
                | Metric::RevenueWithin(_)
                | Metric::LargestOrder
                | Metric::Interactions
                | Metric::Satisfaction
                | Metric::Own(_)
        )
    }

    /// Whether an order can change it.
    pub(super) fn follows_from_orders(&self) -> bool {
        match (&self.metric, &self.composite) {
            (Metric::Tenure | Metric::InteractionsWithin(_) | Metric::Interactions | Metric::Satisfaction | Metric::Own(_), _) => false,
            (_, Some(composite)) => composite.follows_from_orders(),
            (_, None) => true,
        }
    }

    /// Amounts of so many further orders with which it first is `begin`.
    pub(super) fn amount(&self, begin: i64, figures: &Figures, orders: u32, visits: &Visits) -> Option<i64> {
        let total = figures.orders.saturating_add(orders);
        let rest = |least: i64| least.saturating_sub(figures.revenue.raw());
        let least_total = |kind, total: u32| super::frozen::least_total(kind, Money::from_raw(begin), total);
        match &self.metric {
            Metric::Revenue => Some(rest(begin)),
            Metric::Monetary => Some(rest(least_total(figures.monetary, total))),
            Metric::AverageOrder => Some(rest(least_total(crate::recipe::Monetary::Average, total))),
            Metric::RevenueWithin(days) => Some(begin.saturating_sub(visits.revenue_within(*days, Added::default()))),
            Metric::LargestOrder => Some(begin),
            Metric::Growth => self.searched(begin, figures, orders, visits),
            _ => self.composite.as_ref().and_then(|_| self.searched(begin, figures, orders, visits)),
        }
    }

    /// The same where no formula gives it: amounts are doubled until one is enough, then the least one that is enough is sought
    /// between it and the last that was not. One cent less is not enough; that more may be too much is seen to by who asks.
    fn searched(&self, begin: i64, figures: &Figures, orders: u32, visits: &Visits) -> Option<i64> {
        let value = |amount: i64| self.value(&figures.after(orders, Money::from_raw(amount))?, visits);
        let is_enough = |amount: i64| value(amount).flatten().is_some_and(|value| value >= begin);
        let cent = super::CENT;
        value(cent)?;
        let enough = std::iter::successors(Some(cent), |amount| amount.checked_mul(2)).take_while(|amount| *amount <= MOST);
        let mut high = enough.into_iter().find(|amount| is_enough(*amount))?;
        let mut low = high / 2;
        while high - low > cent {
            let middle = low + (high - low) / 2 / cent * cent;
            if is_enough(middle) { high = middle } else { low = middle }
        }
        Some(high)
    }

    /// In how many days it reaches `begin` by itself, or loses something.
    pub(super) fn turning_days(&self, begin: i64, figures: &Figures, visits: &Visits) -> Vec<i64> {
        match &self.metric {
            Metric::Recency => {
                let until = begin.saturating_sub(figures.recency);
                vec![until.div_euclid(self.scale) + i64::from(until.rem_euclid(self.scale) > 0)]
            }
            Metric::Tenure => figures.since_first.map(|since| begin.saturating_sub(since)).into_iter().collect(),
            Metric::OrdersWithin(days) | Metric::RevenueWithin(days) => visits.leaving(*days).collect(),
            _ => Vec::new(),
        }
    }
}
