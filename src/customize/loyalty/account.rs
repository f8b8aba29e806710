//! The points of one customer, day by day.
//!
//! Points stand in lots by the day on which they were given; the oldest are redeemed first and expire first, those of a refund are taken
//! from the newest. Every change is a [`Booking`]. Invariant: points given = redeemed + expired + taken back + outstanding,
//! after every booking.

use super::{Booking, BookingKind};
use crate::base::{CustomerId, Day, Money};
use crate::recipe::{Loyalty, LoyaltyLevel};
use std::collections::VecDeque;

/// What a customer ordered on one day: all lines, refunds subtracted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct DayTotal {
    pub(super) day: Day,
    pub(super) amount: i64,
}

/// A customer's account while the past is gone through.
pub(super) struct Account<'a> {
    plan: &'a Loyalty,
    customer: CustomerId,
    lots: VecDeque<(Day, u64)>,
    balance: u64,
    /// Days that count for the level, and their sum.
    window: VecDeque<DayTotal>,
    sum: i128,
    /// The highest level so far.
    reached: usize,
    bookings: Vec<Booking>,
}

impl<'a> Account<'a> {
    /// Goes through the days, which stand in order, and closes the account at the end of `until`.
    pub(super) fn bookings(plan: &'a Loyalty, customer: CustomerId, days: &[DayTotal], until: Day) -> Vec<Booking> {
        let (lots, window) = (VecDeque::new(), VecDeque::new());
        let mut account = Self { plan, customer, lots, balance: 0, window, sum: 0, reached: 0, bookings: Vec::new() };
        for &total in days {
            account.expire(total.day);
            if total.amount > 0 {
                account.redeem(total);
                account.give(total);
            } else {
                account.take_back(total);
            }
            account.count(total);
        }
        account.expire(until);
        account.bookings
    }

    /// Points of lots that are too old.
    fn expire(&mut self, today: Day) {
        let Some(days) = self.plan.expiry_days.and_then(|days| i32::try_from(days).ok()) else { return };
        while let Some(&(given, points)) = self.lots.front().filter(|(given, _)| today.days_since(*given) > days) {
            self.lots.pop_front();
            self.balance -= points;
            self.book(given.plus(days), BookingKind::Expired, points);
        }
    }

    /// A share of the points pays for the order, never for more than it comes to.
    fn redeem(&mut self, total: DayTotal) {
        let wanted = self.balance * u64::from(self.plan.redeemed_percent) / 100;
        let value = self.plan.point_value.raw();
        let payable = if value > 0 { total.amount.unsigned_abs() / value.unsigned_abs() } else { 0 };
        let points = wanted.min(payable);
        let mut left = points;
        while let Some((_, lot)) = self.lots.front_mut().filter(|_| left > 0) {
            let taken = left.min(*lot);
            *lot -= taken;
            left -= taken;
            if *lot == 0 {
                self.lots.pop_front();
            }
        }
        self.balance -= points;
        self.book(total.day, BookingKind::Redeemed, points);
    }

    fn give(&mut self, total: DayTotal) {
        let points = self.points(total.amount);
        if points > 0 {
            self.lots.push_back((total.day, points));
            self.balance += points;
        }
        self.book(total.day, BookingKind::Given, points);
    }

    /// A refund takes its points back, as far as they are still there.
    fn take_back(&mut self, total: DayTotal) {
        let points = self.points(total.amount).min(self.balance);
        let mut left = points;
        while let Some((_, lot)) = self.lots.back_mut().filter(|_| left > 0) {
            let taken = left.min(*lot);
            *lot -= taken;
            left -= taken;
            if *lot == 0 {
                self.lots.pop_back();
            }
        }
        self.balance -= points;
        self.book(total.day, BookingKind::TakenBack, points);
    }

    /// Whole points for an amount, by the level that the customer has before it.
    fn points(&self, amount: i64) -> u64 {
        let percent = self.plan.levels.get(level_of(self.plan, self.sum)).map_or(100, |level| level.points_percent);
        let points = i128::from(amount.unsigned_abs()) * i128::from(hundredths(self.plan)) * i128::from(percent);
        u64::try_from(points / i128::from(Money::SCALE) / 100 / 100).unwrap_or(0)
    }

    /// The day counts for the level from now on; a level that is reached for the first time brings its coupon.
    fn count(&mut self, total: DayTotal) {
        self.window.push_back(total);
        self.sum += i128::from(total.amount);
        let days = i32::try_from(self.plan.window_days).unwrap_or(i32::MAX);
        while let Some(old) = self.window.front().filter(|old| total.day.days_since(old.day) >= days) {
            self.sum -= i128::from(old.amount);
            self.window.pop_front();
        }
        let level = level_of(self.plan, self.sum);
        let reached: Vec<&LoyaltyLevel> = self.plan.levels.iter().take(level + 1).skip(self.reached + 1).collect();
        for coupon in reached.into_iter().map(|level| level.coupon).filter(|coupon| *coupon > Money::ZERO) {
            let booking = Booking { customer: self.customer, day: total.day, kind: BookingKind::Coupon, points: 0, value: coupon };
            self.bookings.push(booking);
        }
        self.reached = self.reached.max(level);
    }

    fn book(&mut self, day: Day, kind: BookingKind, points: u64) {
        if points > 0 {
            let value = i64::try_from(i128::from(points) * i128::from(self.plan.point_value.raw())).unwrap_or(i64::MAX);
            self.bookings.push(Booking { customer: self.customer, day, kind, points, value: Money::from_raw(value) });
        }
    }
}

/// The level at a revenue within the window.
pub(super) fn level_of(plan: &Loyalty, sum: i128) -> usize {
    plan.levels.partition_point(|level| i128::from(level.threshold.raw()) <= sum).saturating_sub(1)
}

/// Revenue in the window that ends on this day.
pub(super) fn revenue_until(days: &[DayTotal], window: u32, last: Day) -> i128 {
    let window = i32::try_from(window).unwrap_or(i32::MAX);
    let counts = |total: &&DayTotal| total.day <= last && last.days_since(total.day) < window;
    days.iter().filter(counts).map(|total| i128::from(total.amount)).sum()
}

/// Points for a hundred units. The recipe allows two decimals.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "0 to 100000")]
fn hundredths(plan: &Loyalty) -> u64 {
    (plan.points_per_unit * 100.0).round() as u64
}
