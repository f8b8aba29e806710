//! A group of customers in figures.
//!
//! Means hide behind a few large customers, so habits are medians. Invariant: a figure of which nothing is known is
//! absent, not 0.

use super::tally::{Tally, share};
use super::{Feature, Share};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::{Factor, Standing};
use crate::identify::Book;
use crate::identify::book::{Feedback, FeedbackKind};
use crate::math::Distribution;
use serde::Serialize;
use std::collections::BTreeMap;

/// Most common values, products and channels that are named.
const BASICS: usize = 8;
const NAMED: usize = 5;

/// A group of customers.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Profile {
    /// Customers.
    pub customers: u32,
    /// Their orders, as the recipe counts them.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Revenue per order.
    #[cfg_attr(test, ts(type = "number"))]
    pub average_order: Money,
    /// Revenue per customer.
    #[cfg_attr(test, ts(type = "number"))]
    pub average_customer: Money,
    /// Share of all customers, 0 to 1.
    pub customer_share: f64,
    /// Share of all orders, 0 to 1.
    pub order_share: f64,
    /// Share of all revenue, 0 to 1; of refunds it can be less or more.
    pub revenue_share: f64,
    /// What is usual; none without customers.
    pub medians: Option<Medians>,
    /// For each attribute and own column the most common value, at most 8.
    pub basics: Vec<Share>,
    /// Products that most of them bought, at most 5.
    pub products: Vec<Share>,
    /// Channels that most of them use, at most 5.
    pub channels: Vec<Share>,
    /// What they say; none when nobody says anything.
    pub satisfaction: Option<Satisfaction>,
}

/// What is usual in a group: medians over its customers.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Medians {
    /// Days since the last order.
    pub recency_days: f64,
    /// Orders.
    pub orders: f64,
    /// Monetary value, in currency units.
    pub monetary: f64,
    /// Revenue per order of those who have orders, in currency units.
    pub order_value: Option<f64>,
    /// Days from one order to the next, of those who have two or more.
    pub interval_days: Option<f64>,
}

/// What a group says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Satisfaction {
    /// Ratings.
    pub ratings: u32,
    /// Mean of the overall ratings, 0 to 100.
    pub mean: Option<f64>,
    /// Means of quality, attitude and delivery, 0 to 100.
    pub parts: [Option<f64>; 3],
    /// Complaints.
    pub complaints: u32,
    /// Complaints that are still open.
    pub open: u32,
    /// Customers who complained.
    pub complainants: u32,
    /// What complaints were about most often, with how many: at most 5.
    pub subjects: Vec<(String, u32)>,
}

/// The profile of every group; the last one is everybody.
pub(super) fn profiles(book: &Book, standing: &Standing, groups: &[Vec<CustomerId>], tallies: &[Tally<'_>]) -> Vec<Profile> {
    let sums: Vec<(u64, Money)> = groups.iter().map(|group| sums(standing, group)).collect();
    let customers = groups.last().map_or(0, Vec::len) as u64;
    let (all_orders, all_revenue) = sums.last().copied().unwrap_or_default();
    let profile = |(place, (group, &(orders, revenue))): (usize, (&Vec<CustomerId>, &(u64, Money)))| {
        let size = u32::try_from(group.len()).unwrap_or(u32::MAX);
        let common = |feature: &Feature| {
            tallies.iter().filter(|tally| tally.is_of(feature)).flat_map(|tally| tally.most_common(place, NAMED)).collect()
        };
        Profile {
            customers: size,
            orders,
            revenue,
            average_order: revenue.divided_by(u32::try_from(orders).unwrap_or(u32::MAX)),
            average_customer: revenue.divided_by(size),
            customer_share: share(u64::from(size), customers),
            order_share: share(orders, all_orders),
            revenue_share: if all_revenue == Money::ZERO { 0.0 } else { revenue.to_f64() / all_revenue.to_f64() },
            medians: medians(standing, group),
            basics: basics(tallies, place),
            products: common(&Feature::Product),
            channels: common(&Feature::Channel),
            satisfaction: satisfaction(book, standing.as_of, group),
        }
    };
    groups.iter().zip(&sums).enumerate().map(profile).collect()
}

fn sums(standing: &Standing, group: &[CustomerId]) -> (u64, Money) {
    let measures = &standing.measures;
    let orders = group.iter().map(|customer| u64::from(measures.orders[customer.index()])).sum();
    let revenue = Money::sum(group.iter().map(|customer| measures.revenue[customer.index()]));
    (orders, revenue.unwrap_or_default())
}

fn medians(standing: &Standing, group: &[CustomerId]) -> Option<Medians> {
    let measures = &standing.measures;
    if group.is_empty() {
        return None;
    }
    let of = |factor: Factor| {
        let values = Distribution::of(group.iter().map(|&customer| measures.raw(factor, customer)).collect());
        values.quantile(1, 2).to_f64(measures.raw_per_unit(factor))
    };
    let ordering = || group.iter().filter(|customer| measures.orders[customer.index()] > 0);
    let order_value = ordering().map(|customer| measures.revenue[customer.index()].divided_by(measures.orders[customer.index()]).raw());
    Some(Medians {
        recency_days: of(Factor::Recency),
        orders: of(Factor::Frequency),
        monetary: of(Factor::Monetary),
        order_value: median(order_value.collect(), Money::SCALE),
        interval_days: median(ordering().filter_map(|&customer| interval(standing, customer)).collect(), 1_000),
    })
}

/// Thousandths of days between the orders of a customer; none with fewer than two, or where the first is unknown.
fn interval(standing: &Standing, customer: CustomerId) -> Option<i64> {
    let measures = &standing.measures;
    let index = customer.index();
    let gaps = i64::from(measures.orders[index].checked_sub(1).filter(|gaps| *gaps > 0)?);
    let days = i64::from(measures.last_order[index].days_since(measures.first_order[index]));
    (!measures.is_first_order_guessed(customer)).then_some(days * 1_000 / gaps)
}

fn median(values: Vec<i64>, scale: i64) -> Option<f64> {
    (!values.is_empty()).then(|| Distribution::of(values).quantile(1, 2).to_f64(scale))
}

/// The most common value of each attribute.
fn basics(tallies: &[Tally<'_>], group: usize) -> Vec<Share> {
    let single = tallies.iter().filter(|tally| tally.dimension.is_single() && !tally.is_of(&Feature::Complaint));
    single.flat_map(|tally| tally.most_common(group, 1)).take(BASICS).collect()
}

fn satisfaction(book: &Book, as_of: Day, group: &[CustomerId]) -> Option<Satisfaction> {
    let feedback = &book.feedback;
    let mut means = [Mean::default(); 4];
    let mut about: BTreeMap<&str, u32> = BTreeMap::new();
    let (mut complaints, mut open, mut complainants, mut said) = (0, 0, 0, false);
    for &customer in group {
        let rows = || feedback.of(customer).filter(|&row| feedback.day[row] <= as_of);
        said |= rows().next().is_some();
        rows().for_each(|row| means.iter_mut().zip(feedback.rating[row]).for_each(|(mean, rating)| mean.add(rating)));
        let complained: Vec<usize> = rows().filter(|&row| feedback.kind[row] == FeedbackKind::Complaint).collect();
        complainants += u32::from(!complained.is_empty());
        for row in complained {
            complaints += 1;
            open += u32::from(feedback.open[row]);
            *about.entry(feedback.subjects.get(feedback.subject[row])).or_default() += 1;
        }
    }
    about.remove("");
    let mut subjects: Vec<(String, u32)> = about.into_iter().map(|(subject, count)| (subject.to_owned(), count)).collect();
    subjects.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    subjects.truncate(NAMED);
    let [overall, quality, attitude, delivery] = means;
    let parts = [quality, attitude, delivery].map(Mean::value);
    said.then(|| Satisfaction { ratings: overall.count, mean: overall.value(), parts, complaints, open, complainants, subjects })
}

#[derive(Clone, Copy, Default)]
struct Mean {
    count: u32,
    sum: u64,
}

impl Mean {
    fn add(&mut self, rating: u8) {
        if rating != Feedback::NO_RATING {
            *self = Self { count: self.count + 1, sum: self.sum + u64::from(rating) };
        }
    }

    fn value(self) -> Option<f64> {
        (self.count > 0).then(|| share(self.sum, u64::from(self.count)))
    }
}
