//! Days on which a customer is thought of: the birthday, the day of the first order, festivals.
//!
//! Invariant: a day of birth that nobody knows for certain (05/03/1990 in a column that could be either) greets nobody.

use super::Asking;
use crate::base::{CustomerId, Day};
use crate::interact::calendar::Trigger;
use crate::interact::calendar::horizon::Horizon;
use crate::interact::lunar::lunar_day;
use crate::recipe::{Field, Occasion, Recipe};

/// The festivals of a plan, once for all customers.
pub(super) struct Care {
    festivals: Vec<i32>,
    birthdays: bool,
    anniversaries: bool,
}

impl Care {
    pub(super) fn new(recipe: &Recipe, horizon: &Horizon) -> Self {
        let wanted = &recipe.planning.care;
        let (first, last) = (horizon.start.ymd().0, horizon.day(horizon.days()).ymd().0);
        let days = (first..=last).flat_map(|year| wanted.iter().filter_map(move |occasion| festival(*occasion, year)));
        let mut festivals: Vec<i32> = days.map(|day| day.days_since(horizon.start)).filter(|at| (0..horizon.days()).contains(at)).collect();
        festivals.sort_unstable();
        let (birthdays, anniversaries) = (wanted.contains(&Occasion::Birthday), wanted.contains(&Occasion::Anniversary));
        Self { festivals, birthdays, anniversaries }
    }

    /// The days for this customer from a day on, in order.
    pub(super) fn days(&self, asking: &Asking<'_>, customer: CustomerId, from: i32) -> Vec<(i32, Trigger)> {
        let mut days: Vec<(i32, Trigger)> = self.festivals.iter().map(|&at| (at, Trigger::Festival)).collect();
        if self.birthdays {
            let born: Option<Day> = asking.book.customers.attribute(Field::Birthday, customer).parse().ok();
            days.extend(born.and_then(|born| next(born, asking.horizon)).map(|at| (at, Trigger::Birthday)));
        }
        let measures = &asking.standing.measures;
        if self.anniversaries && !measures.first_order_guessed && !measures.days_are_relative {
            let first = measures.first_order.get(customer.index());
            let next = first.filter(|first| **first < asking.horizon.start).and_then(|first| next(*first, asking.horizon));
            days.extend(next.map(|at| (at, Trigger::Anniversary)));
        }
        days.retain(|(at, _)| *at >= from);
        days.sort_unstable();
        days
    }
}

fn festival(occasion: Occasion, year: i32) -> Option<Day> {
    match occasion {
        Occasion::SpringFestival => lunar_day(year, 1, 1),
        Occasion::MidAutumn => lunar_day(year, 8, 15),
        Occasion::NewYear => Day::from_ymd(year, 1, 1),
        Occasion::Christmas => Day::from_ymd(year, 12, 25),
        Occasion::Birthday | Occasion::Anniversary => None,
    }
}

/// The next time that this day of the year comes in the plan; 29 February is the day before 1 March.
fn next(day: Day, horizon: &Horizon) -> Option<i32> {
    let (_, month, of_month) = day.ymd();
    let first = horizon.start.ymd().0;
    let days =
        (first..=first + 2).filter_map(|year| Day::from_ymd(year, month, of_month).or_else(|| Day::from_ymd(year, month, of_month - 1)));
    days.map(|day| day.days_since(horizon.start)).find(|at| (0..horizon.days()).contains(at))
}
