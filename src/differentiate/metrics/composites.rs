//! Loyalty, purchasing power and potential: 0 to 100, each the mean of a few plain figures.
//!
//! The figures are put on one scale by their percentile rank: the share of customers with a smaller value, equal ones
//! counted half. What is not known of a customer is left out of the mean. Invariant: each is monotone in what it is made of.
//!
//! - loyalty: tenure, repeat rate, regularity.
//! - purchasing power: average order, largest order.
//! - potential: headroom, trend, expected purchases. Headroom is how far the revenue is from that of the best tenth of the peers
//!   (same industry, else same area; everybody where that is not known or there are fewer than ten peers): (q − revenue) / q,
//!   at least 0, with q their 90 % quantile. Trend is (growth + 1) / 2. Expected purchases come from the model, as percentile rank,
//!   where there is one.

use super::{Column, FINE};
use crate::base::CustomerId;
use crate::differentiate::Standing;
use crate::differentiate::conditions::TextColumn;
use crate::identify::Book;
use crate::math::Distribution;
use crate::recipe::{Attribute, Field, Metric, Recipe};
use std::sync::Arc;

/// Fewer peers than this tell nothing of what is possible.
const FEWEST_PEERS: u32 = 10;

pub(super) fn column(book: &Book, standing: &Standing, recipe: &Recipe, metric: &Metric) -> Column {
    let known = |metric: Metric| standing.metric(book, recipe, &metric);
    match metric {
        Metric::Loyalty => of_ranks(standing, metric, &[known(Metric::Tenure), known(Metric::RepeatRate), known(Metric::Regularity)]),
        Metric::PurchasingPower => of_ranks(standing, metric, &[known(Metric::AverageOrder), known(Metric::LargestOrder)]),
        _ => potential(book, standing, recipe, metric),
    }
}

fn of_ranks(standing: &Standing, metric: &Metric, parts: &[Arc<Column>]) -> Column {
    let value = |customer: CustomerId| mean(parts.iter().map(|part| part.percentile_rank(customer)));
    Column::of_floats(metric, &standing.measures, FINE, value)
}

fn potential(book: &Book, standing: &Standing, recipe: &Recipe, metric: &Metric) -> Column {
    let (growth, expected) = (standing.metric(book, recipe, &Metric::Growth), standing.metric(book, recipe, &Metric::ExpectedPurchases));
    let headroom = Headroom::new(book, standing, recipe);
    let value = |customer: CustomerId| {
        let growth = Some(growth.value(customer)).filter(|growth| growth.is_finite());
        let trend = growth.map(|growth| (growth + 1.0) * 50.0);
        mean([headroom.of(customer), trend, expected.percentile_rank(customer)].into_iter())
    };
    Column::of_floats(metric, &standing.measures, FINE, value)
}

/// Mean of what is known; NaN when nothing is.
fn mean(parts: impl Iterator<Item = Option<f64>>) -> f64 {
    let (sum, number) = parts.flatten().fold((0.0, 0.0), |(sum, number), part| (sum + part, number + 1.0));
    sum / number
}

/// How far customers are from the best of their peers.
struct Headroom {
    revenue: Arc<Column>,
    peers: TextColumn,
    /// The 90 % quantile of each group of peers, in currency units; that of everybody for small groups.
    best: Vec<f64>,
    best_of_all: f64,
}

impl Headroom {
    fn new(book: &Book, standing: &Standing, recipe: &Recipe) -> Self {
        let revenue = standing.metric(book, recipe, &Metric::Revenue);
        let of = |field: Field| TextColumn::new(book, standing, &Attribute::Field(field));
        let industry = of(Field::Industry);
        let peers = if industry.values.is_empty() { of(Field::Area) } else { industry };
        let mut groups: Vec<Vec<i64>> = vec![Vec::new(); peers.values.len()];
        for customer in standing.customers() {
            if let (Some(group), Some(raw)) = (peers.of(customer), revenue.raw(customer)) {
                groups[group].push(raw);
            }
        }
        let best_of_all = best(revenue.distribution(), revenue.scale());
        let of_group = |group: Vec<i64>| {
            let group = Distribution::of(group);
            if group.len() < FEWEST_PEERS { best_of_all } else { best(&group, revenue.scale()) }
        };
        let best = groups.into_iter().map(of_group).collect();
        Self { revenue, peers, best, best_of_all }
    }

    fn of(&self, customer: CustomerId) -> Option<f64> {
        let best = self.peers.of(customer).and_then(|group| self.best.get(group)).copied().unwrap_or(self.best_of_all);
        let revenue = Some(self.revenue.value(customer)).filter(|revenue| revenue.is_finite())?;
        (best > 0.0).then(|| ((best - revenue) / best).clamp(0.0, 1.0) * 100.0)
    }
}

fn best(revenue: &Distribution, scale: i64) -> f64 {
    revenue.quantile(9, 10).to_f64(scale)
}
