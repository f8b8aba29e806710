//! The simple forecast: orders per time as a customer × time still a customer × average order.
//!
//! The textbook formula of customer value (Berger & Nasr 1998, Customer Lifetime Value: Marketing Models and Applications, Journal
//! of Interactive Marketing 12(1), case 1; Gupta et al. 2006, Modeling Customer Lifetime Value, Journal of Service Research 9(2),
//! equation 1): margin × average order × orders per period × expected periods, discounted. Rates are occurrence over exposure,
//! as actuaries count: who has been silent for the recipe's `silent_days` counts as gone since then. It needs no fit, so one
//! customer is enough; what little data say is told by the width of the range. Invariant: a rate is never 0, because that
//! nobody came back yet does not say that nobody will.

use super::{Purchases, Range};
use crate::base::Day;

/// The rates of all customers together.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Simple {
    /// Repeat purchases there were.
    pub purchases: f64,
    /// Days in which they could have been.
    pub exposure_days: f64,
    /// Customers who fell silent.
    pub left: f64,
    /// What a purchase was worth on average, in currency units.
    pub average: f64,
    /// Days of silence after which a customer counts as gone.
    pub silent_days: u32,
}

/// The least that is looked at: less than four weeks say nothing about a year.
pub const FEWEST_DAYS: i32 = 28;

impl Simple {
    /// The rates of these customers; none when nobody has been one for [`FEWEST_DAYS`].
    #[must_use]
    pub fn of<'a>(customers: impl Iterator<Item = &'a Purchases>, as_of: Day, silent_days: u32) -> Option<Self> {
        let mut this = Self { purchases: 0.0, exposure_days: 0.0, left: 0.0, average: 0.0, silent_days };
        let (mut longest, mut revenue, mut count) = (0, 0.0, 0.0);
        for one in customers {
            longest = longest.max(one.days(as_of).1);
            this.purchases += f64::from(one.repeats);
            this.exposure_days += this.exposure(one, as_of);
            this.left += f64::from(u8::from(this.is_gone(one, as_of)));
            revenue += one.revenue.to_f64();
            count += f64::from(one.repeats) + 1.0;
        }
        this.average = if count > 0.0 { f64::max(revenue / count, 0.0) } else { 0.0 };
        (longest >= FEWEST_DAYS).then_some(this)
    }

    /// Whether the customer has been silent for too long.
    #[must_use]
    pub fn is_gone(&self, one: &Purchases, as_of: Day) -> bool {
        u32::try_from(as_of.days_since(one.last)).is_ok_and(|days| days > self.silent_days)
    }

    /// Days in which this customer could have bought again.
    fn exposure(&self, one: &Purchases, as_of: Day) -> f64 {
        let (t_x, age) = one.days(as_of);
        f64::from(age).min(f64::from(t_x) + f64::from(self.silent_days))
    }

    /// Repeat purchases a day: with half a purchase more than there were (Jeffreys' prior of a Poisson rate).
    #[must_use]
    pub fn rate(&self) -> f64 {
        (self.purchases + 0.5) / self.exposure_days.max(1.0)
    }

    /// Share of customers who leave in a day.
    #[must_use]
    pub fn leaving(&self) -> f64 {
        self.left / self.exposure_days.max(1.0)
    }

    /// Purchases a day of this customer: the rate of all counts as much as one purchase of the own.
    #[must_use]
    pub fn rate_of(&self, one: &Purchases, as_of: Day) -> f64 {
        (1.0 + f64::from(one.repeats)) / (1.0 / self.rate() + self.exposure(one, as_of))
    }

    /// Days that a customer of today is expected to stay within the next `days`.
    #[must_use]
    pub fn stay(&self, days: f64) -> f64 {
        let leaving = self.leaving();
        if leaving > 0.0 { -libm::expm1(-leaving * days) / leaving } else { days }
    }

    /// What a purchase of this customer is worth: the own average where it is positive.
    #[must_use]
    pub fn worth(&self, one: &Purchases) -> f64 {
        let own = one.average();
        if own > 0.0 { own } else { self.average }
    }

    /// Relative standard error of the rate: √(1/k) of k purchases.
    #[must_use]
    pub fn relative_error(&self) -> f64 {
        libm::sqrt(1.0 / (self.purchases + 0.5))
    }

    /// Purchases a month of one customer, with what chance leaves open: the middle 95 %.
    #[must_use]
    pub fn monthly(&self) -> Range {
        let month = crate::recipe::TimeUnit::Month.days();
        let mean = self.rate() * month;
        Range::of(mean, mean * mean * self.relative_error() * self.relative_error())
    }
}
