//! One customer's forecast, for the card: the chance to be alive today and on every day before, the next order, the value.
//!
//! The past is judged with today's parameters: on each day the customer's age is cut there, so the curve falls while nothing is
//! bought and jumps up at a purchase (as `plot_history_alive` of `lifetimes`). Invariant: the last point of the curve is the
//! chance of today, and what cannot be told is left out, not guessed.

use super::figures::revenue_since;
use super::purchases::opportunity;
use super::{History, Method, Opportunities, Predictions, PurchaseModel, Purchases, Range, purchases};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::differentiate::risk::{Risk, at_stake, risk};
use crate::identify::Book;
use crate::recipe::LifetimeValue;
use serde::Serialize;

/// What one customer is expected to do.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerValue {
    /// How it was predicted.
    pub method: Method,
    /// Months that were looked ahead.
    pub months: u32,
    /// The chance to be alive on past days, to today, in the order of time; empty without a model.
    pub history: Vec<AlivePoint>,
    /// Purchases expected; none when nothing is known.
    pub expected_purchases: Option<Range>,
    /// Revenue expected, in currency units; none when nothing is known.
    pub expected_revenue: Option<Range>,
    /// What a purchase is expected to be worth, in currency units.
    pub expected_spend: Option<f64>,
    /// Lifetime value within the horizon, in currency units.
    pub value: Option<f64>,
    /// Revenue so far times the margin, in currency units.
    pub historic: f64,
    /// When the next order is expected.
    pub next_order: Option<NextOrder>,
    /// Median days between this customer's purchases; none with fewer than three.
    pub usual_days: Option<i32>,
    /// The last 365 days.
    pub year: YearOfOrders,
    /// The 365 days before them; none when the first order is later, or the file has no single orders.
    pub year_before: Option<YearOfOrders>,
    /// Level, chance and reasons.
    pub risk: Risk,
    /// What is at stake, in currency units.
    pub at_stake: f64,
}

/// The chance to be alive on one day.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct AlivePoint {
    /// The day.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// The chance, 0 to 1.
    pub p_alive: f64,
    /// Whether there was a purchase on this day.
    pub bought: bool,
}

/// When the next order is expected.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct NextOrder {
    /// In the middle of all cases, if still a customer.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// In one of ten cases it is earlier.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: Day,
    /// In one of ten cases it is later; none when that is more than three years away.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub until: Option<Day>,
    /// Whether it is told by the customer's own pauses; by the model otherwise.
    pub own_rhythm: bool,
}

/// What a customer bought in some days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct YearOfOrders {
    /// Days with a purchase.
    pub purchases: u32,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// The forecast of one customer; none when there is no such customer or nothing is known up to the analysis day.
#[must_use]
pub fn customer_value(book: &Book, standing: &Standing, customer: CustomerId) -> Option<CustomerValue> {
    let predictions = &standing.forecast(book).predictions;
    let risk = risk(book, standing, Some(predictions), standing.later.recipe(), customer)?;
    let index = customer.index();
    let days = days_of(book, standing, customer);
    let one = purchases(book, standing, standing.later.recipe(), customer);
    let model = predictions.purchases.as_ref().filter(|_| predictions.method == Method::Model).map(|(model, _)| model);
    let known = |column: &[f32]| column.get(index).copied().filter(|value| value.is_finite()).map(f64::from);
    let purchases = known(&predictions.expected_purchases);
    let spend = known(&predictions.expected_spend);
    let range = |mean: f64, variance: &[f32]| Range::of(mean, known(variance).unwrap_or(0.0));
    Some(CustomerValue {
        method: if purchases.is_some() { predictions.method } else { Method::Nothing },
        months: predictions.asked.months,
        history: model.map_or_else(Vec::new, |model| history(model, &days, standing.as_of, &predictions.asked)),
        expected_purchases: purchases.map(|mean| range(mean, &predictions.purchases_variance)),
        expected_revenue: purchases.zip(spend).map(|(mean, spend)| range(mean * spend, &predictions.revenue_variance)),
        expected_spend: spend,
        value: known(&predictions.value),
        historic: standing.measures.revenue[index].to_f64() * predictions.asked.margin,
        next_order: next_order(&days, standing.as_of, one.as_ref().zip(model), predictions),
        usual_days: pauses(&days).map(|pauses| pauses[pauses.len() / 2]),
        year: period(book, standing, customer, (standing.as_of.plus(-YEAR), standing.as_of)),
        year_before: year_before(book, standing, customer),
        at_stake: at_stake(&risk, predictions, customer),
        risk,
    })
}

/// Days with a purchase, in the order of time.
fn days_of(book: &Book, standing: &Standing, customer: CustomerId) -> Vec<Day> {
    let (ledger, refunds) = (&book.ledger, standing.later.recipe().cleaning.refunds);
    let lines = lines_up_to(ledger, customer, standing.as_of).filter(|&line| is_order(ledger, refunds, line));
    let mut days: Vec<Day> = lines.map(|line| ledger.day[line]).collect();
    days.dedup();
    days
}

/// Points of the curve beside the purchases: about weekly for two years.
const POINTS: i32 = 104;

/// The chance to be alive on past days: at even steps, on the day of each purchase and on the day before it.
fn history(model: &PurchaseModel, days: &[Day], as_of: Day, asked: &LifetimeValue) -> Vec<AlivePoint> {
    let (Some(&first), true) = (days.first(), days.last().is_some_and(|last| *last <= as_of)) else { return Vec::new() };
    let step = (as_of.days_since(first) / POINTS).max(1);
    let even = (0..=as_of.days_since(first) / step).map(|number| first.plus(number * step));
    let around = days.iter().rev().take(POINTS.unsigned_abs() as usize).flat_map(|day| [day.plus(-1), *day]);
    let mut looked_at: Vec<Day> = even.chain(around).chain([as_of]).filter(|day| (first..=as_of).contains(day)).collect();
    looked_at.sort_unstable();
    looked_at.dedup();
    let point = |day: Day| {
        let known = days.partition_point(|other| *other <= day);
        let last = days.get(known.saturating_sub(1)).copied().unwrap_or(first);
        let time = |days: i32| f64::from(days.max(0)) / asked.unit.days();
        let x = f64::from(u32::try_from(known.saturating_sub(1)).unwrap_or(u32::MAX));
        let in_days = || History { x, t_x: time(last.days_since(first)), age: time(day.days_since(first)) };
        let counted = opportunity(asked).and_then(|unit| Opportunities::of(days.get(..known)?, day, unit));
        let history = counted.map_or_else(in_days, |counted| counted.history());
        AlivePoint { day, p_alive: model.p_alive(&history), bought: last == day }
    };
    looked_at.into_iter().map(point).collect()
}

/// Days between purchases, ascending; none with fewer than three purchases, of which no rhythm can be told.
fn pauses(days: &[Day]) -> Option<Vec<i32>> {
    let mut pauses: Vec<i32> = days.windows(2).map(|pair| pair[1].days_since(pair[0])).collect();
    pauses.sort_unstable();
    (pauses.len() >= 2).then_some(pauses)
}

/// As for the list of risks: a customer who is later than twice the usual pause has lost the rhythm.
const BROKEN: i32 = 2;
/// More than three years away is no forecast.
const FAR_DAYS: f64 = 1096.0;

fn next_order(days: &[Day], as_of: Day, one: Option<(&Purchases, &PurchaseModel)>, predictions: &Predictions) -> Option<NextOrder> {
    let last = days.last().copied();
    if let (Some(last), Some(pauses)) = (last, pauses(days)) {
        let usual = pauses[pauses.len() / 2];
        if as_of.days_since(last) <= BROKEN * usual {
            let tenth = pauses.len() / 10;
            let (short, long) = (pauses[tenth], pauses[pauses.len() - 1 - tenth]);
            return Some(NextOrder { day: last.plus(usual), from: last.plus(short), until: Some(last.plus(long)), own_rhythm: true });
        }
    }
    let (one, model) = one?;
    let unit = predictions.asked.unit.days();
    let history = one.history(as_of, unit);
    #[expect(clippy::cast_possible_truncation, reason = "at most three years in days")]
    let after = |share: f64| {
        let days = model.wait(&history, share) * unit;
        (days <= FAR_DAYS).then(|| as_of.plus(libm::ceil(days) as i32))
    };
    Some(NextOrder { day: after(0.5)?, from: after(0.1)?, until: after(0.9), own_rhythm: false })
}

const YEAR: i32 = 365;

/// What was bought from one day to before another; the analysis day itself is included.
fn period(book: &Book, standing: &Standing, customer: CustomerId, (from, until): (Day, Day)) -> YearOfOrders {
    let to_the_end = until >= standing.as_of;
    let inside = |day: &&Day| **day >= from && (to_the_end || **day < until);
    let days = days_of(book, standing, customer);
    let later = if to_the_end { 0 } else { revenue_since(book, standing, customer, until) };
    YearOfOrders {
        purchases: u32::try_from(days.iter().filter(inside).count()).unwrap_or(u32::MAX),
        revenue: Money::from_raw(revenue_since(book, standing, customer, from).saturating_sub(later)),
    }
}

fn year_before(book: &Book, standing: &Standing, customer: CustomerId) -> Option<YearOfOrders> {
    let first = days_of(book, standing, customer).first().copied()?;
    let (from, until) = (standing.as_of.plus(-2 * YEAR), standing.as_of.plus(-YEAR));
    (first <= until).then(|| period(book, standing, customer, (from, until)))
}
