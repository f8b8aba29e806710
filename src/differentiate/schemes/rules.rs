//! Schemes that are rules and not tables: ABC, life cycle, tenure.
//!
//! Invariant: the numbers that decide here are the ones that the customer card shows.

use super::NO_SEGMENT;
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Measures;
use crate::math::concentration::{needed_for, positive_total, top_sums};
use crate::recipe::{Abc, LifeCycle, Recipe, SchemeRule};

/// The segment of every customer, as its position among [`crate::recipe::presets::segments`].
pub(super) fn classify(rule: &SchemeRule, measures: &Measures, as_of: Day, recipe: &Recipe) -> Vec<u8> {
    let customers = || (0_u32..).take(measures.orders.len()).map(CustomerId);
    let mut of: Vec<u8> = match rule {
        SchemeRule::Abc => abc(measures, &recipe.abc),
        SchemeRule::LifeCycle => customers().map(|customer| life_cycle(measures, &recipe.life_cycle, as_of, customer)).collect(),
        _ => customers().map(|customer| u8::from(!is_new(measures, &recipe.life_cycle, as_of, customer))).collect(),
    };
    for customer in &measures.absent {
        of[customer.index()] = NO_SEGMENT;
    }
    of
}

/// A: the customers, from the largest revenue down, that it takes to reach `a_share` of all positive revenue, the one
/// that crosses it included. B: the further ones that reach `b_share`. C: the rest, and all without revenue.
///
/// Among equal revenues the smaller id comes first: the published reference counts (606/228/161 on `rfm_data_orders`)
/// cut through a group of four equal customers, so equal ones cannot be kept together.
fn abc(measures: &Measures, shares: &Abc) -> Vec<u8> {
    let revenue = measures.revenue_distribution();
    let mut a = Takers::new(measures, needed_for(revenue, shares.a_share));
    let mut a_and_b = Takers::new(measures, needed_for(revenue, shares.b_share));
    let mut of = vec![NO_SEGMENT; measures.revenue.len()];
    for customer in measures.customers() {
        let revenue = measures.revenue[customer.index()];
        // Both have to see every customer: they count those at their limit.
        let (in_a, in_b) = (a.takes(revenue), a_and_b.takes(revenue));
        of[customer.index()] = if in_a { 0 } else { 2 - u8::from(in_b) };
    }
    of
}

/// Takes the `count` customers with the largest revenue, when all are shown to it in the order of their ids.
struct Takers {
    limit: Money,
    /// How many of those whose revenue is the limit may still be taken.
    at_limit: u32,
}

impl Takers {
    fn new(measures: &Measures, count: u32) -> Self {
        let revenue = measures.revenue_distribution();
        let Some(last) = count.checked_sub(1) else { return Self { limit: Money::from_raw(i64::MAX), at_limit: 0 } };
        let limit = revenue.at(revenue.len().saturating_sub(1 + last));
        let above = revenue.len() - revenue.count_below(limit) - revenue.count(limit);
        Self { limit: Money::from_raw(limit), at_limit: count - above }
    }

    fn takes(&mut self, revenue: Money) -> bool {
        if revenue == self.limit && self.at_limit > 0 {
            self.at_limit -= 1;
            return true;
        }
        revenue > self.limit
    }
}

/// Churned, else silent, by days since the last order; else new by days since the first; else active.
/// Positions: new 0, active 1, silent 2, churned 3.
fn life_cycle(measures: &Measures, days: &LifeCycle, as_of: Day, customer: CustomerId) -> u8 {
    let since_last = measures.recency_days[customer.index()].unsigned_abs();
    if since_last > days.churned_days {
        3
    } else if since_last > days.silent_days {
        2
    } else {
        u8::from(!is_new(measures, days, as_of, customer))
    }
}

/// Whether the first order was at most `new_days` ago. Somebody with several orders whose first one is unknown is not new.
fn is_new(measures: &Measures, days: &LifeCycle, as_of: Day, customer: CustomerId) -> bool {
    let index = customer.index();
    let guessed = measures.first_order_guessed && measures.orders[index] > 1 && measures.first_order[index] == measures.last_order[index];
    !guessed && as_of.days_since(measures.first_order[index]).unsigned_abs() <= days.new_days
}

/// Share of all positive revenue up to and with this customer, from the largest down, among equals by id: what
/// [`abc`] goes by. 0 to 1; 0 when there is no revenue.
#[expect(clippy::cast_precision_loss, reason = "a share to show")]
pub(crate) fn cumulative_share(measures: &Measures, customer: CustomerId) -> f64 {
    let own = measures.revenue[customer.index()];
    let distribution = measures.revenue_distribution();
    let larger = distribution.len() - distribution.count_below(own.raw()) - distribution.count(own.raw());
    let equal = measures.customers().take_while(|other| *other <= customer).filter(|other| measures.revenue[other.index()] == own);
    let place = larger + u32::try_from(equal.count()).unwrap_or(u32::MAX);
    let total = positive_total(distribution);
    let up_to = top_sums(distribution, &[place]).first().copied().unwrap_or(0);
    if total == 0 { 0.0 } else { up_to as f64 / total as f64 }
}
