//! Lifetime value: expected purchases × expected worth, discounted.
//!
//! As `lifetimes` computes it: the horizon is cut into months, each month's expected purchases are
//! taken to come at its end and are discounted by the monthly rate. The length of a month in the
//! model's unit is part of the question, not a default that can be forgotten: with weekly data and a
//! daily month a published "12 months" was 360 weeks. Invariant: a longer horizon is never worth less.

use super::TimeUnit;

/// How far to look ahead, and what later money is worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Horizon {
    /// Months to look ahead.
    pub months: u32,
    /// What a month's delay takes off: 0.01 is 1 % a month.
    pub monthly_discount: f64,
    /// The unit of the model's times.
    pub unit: TimeUnit,
}

impl Horizon {
    /// The length of a month in the model's unit.
    #[must_use]
    pub const fn month(&self) -> f64 {
        TimeUnit::Month.days() / self.unit.days()
    }
}

/// The discounted worth of all purchases within the horizon. `expected` gives the purchases expected within a time
/// from now, in the model's unit; `worth` is what one of them is worth.
#[must_use]
pub fn lifetime_value(horizon: &Horizon, worth: f64, expected: impl Fn(f64) -> f64) -> f64 {
    let month = horizon.month();
    discounted(horizon.months, month, horizon.monthly_discount, worth, expected)
}

/// The same with a month of any length.
fn discounted(months: u32, month: f64, rate: f64, worth: f64, expected: impl Fn(f64) -> f64) -> f64 {
    let (mut value, mut before, mut factor) = (0.0, 0.0, 1.0);
    for number in 1..=months {
        let until = expected(f64::from(number) * month);
        factor /= 1.0 + rate;
        value += worth * (until - before) * factor;
        before = until;
    }
    value
}
