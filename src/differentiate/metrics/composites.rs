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
use serde::Serialize;
use std::sync::Arc;

/// Why a customer's loyalty, purchasing power or potential: the mean of the parts that are known.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CompositeReason {
    /// Which score.
    pub metric: Metric,
    /// The score, 0 to 100; none when no part is known.
    pub score: Option<f64>,
    /// Its parts, in order.
    pub parts: Vec<CompositePart>,
}

/// One part of a composite.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CompositePart {
    /// Which.
    pub kind: PartKind,
    /// What it counts for, 0 to 100; none when it is not known, and the part is left out.
    pub points: Option<f64>,
    /// The figure behind it, in the metric's unit; for headroom what the best tenth of the peers spends.
    pub value: Option<f64>,
}

/// The parts of composites.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum PartKind {
    /// Days since the first order, ranked.
    Tenure,
    /// Share of months with an order, ranked.
    RepeatRate,
    /// Regularity of the days between orders, ranked.
    Regularity,
    /// Average order, ranked.
    AverageOrder,
    /// Largest order, ranked.
    LargestOrder,
    /// How far the revenue is from that of the best tenth of the peers.
    Headroom,
    /// Growth, from −1 to 1 put on 0 to 100.
    Trend,
    /// Purchases that the model expects, ranked.
    ExpectedPurchases,
}

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

impl Standing {
    /// Where loyalty, purchasing power and potential of a customer come from.
    #[must_use]
    pub fn composite_reasons(&self, book: &Book, recipe: &Recipe, customer: CustomerId) -> Vec<CompositeReason> {
        let ranked = |kind, metric: Metric| {
            let column = self.metric(book, recipe, &metric);
            part(kind, column.percentile_rank(customer), column.value(customer))
        };
        let growth = self.metric(book, recipe, &Metric::Growth).value(customer);
        let headroom = Headroom::new(book, self, recipe);
        let composites = [
            (
                Metric::Loyalty,
                vec![
                    ranked(PartKind::Tenure, Metric::Tenure),
                    ranked(PartKind::RepeatRate, Metric::RepeatRate),
                    ranked(PartKind::Regularity, Metric::Regularity),
                ],
            ),
            (
                Metric::PurchasingPower,
                vec![ranked(PartKind::AverageOrder, Metric::AverageOrder), ranked(PartKind::LargestOrder, Metric::LargestOrder)],
            ),
            (
                Metric::Potential,
                vec![
                    part(PartKind::Headroom, headroom.of(customer), headroom.best_of(customer)),
                    part(PartKind::Trend, trend(growth), growth),
                    ranked(PartKind::ExpectedPurchases, Metric::ExpectedPurchases),
                ],
            ),
        ];
        let reason = |(metric, parts)| {
            let score = self.metric(book, recipe, &metric).value(customer);
            CompositeReason { metric, score: Some(score).filter(|score| score.is_finite()), parts }
        };
        composites.map(reason).to_vec()
    }
}

fn part(kind: PartKind, points: Option<f64>, value: f64) -> CompositePart {
    CompositePart { kind, points, value: Some(value).filter(|value| value.is_finite()) }
}

/// Growth on a scale of 0 to 100, where it is known.
pub(in crate::differentiate) fn trend(growth: f64) -> Option<f64> {
    growth.is_finite().then_some((growth + 1.0) * 50.0)
}

fn of_ranks(standing: &Standing, metric: &Metric, parts: &[Arc<Column>]) -> Column {
    let value = |customer: CustomerId| mean(parts.iter().map(|part| part.percentile_rank(customer)));
    Column::of_floats(metric, &standing.measures, FINE, value)
}

fn potential(book: &Book, standing: &Standing, recipe: &Recipe, metric: &Metric) -> Column {
    let (growth, expected) = (standing.metric(book, recipe, &Metric::Growth), standing.metric(book, recipe, &Metric::ExpectedPurchases));
    let headroom = Headroom::new(book, standing, recipe);
    let value =
        |customer: CustomerId| mean([headroom.of(customer), trend(growth.value(customer)), expected.percentile_rank(customer)].into_iter());
    Column::of_floats(metric, &standing.measures, FINE, value)
}

/// Mean of what is known; NaN when nothing is.
pub(in crate::differentiate) fn mean(parts: impl Iterator<Item = Option<f64>>) -> f64 {
    let (sum, number) = parts.flatten().fold((0.0, 0.0), |(sum, number), part| (sum + part, number + 1.0));
    sum / number
}

/// How far customers are from the best of their peers.
struct Headroom {
    revenue: Arc<Column>,
    peers: Arc<TextColumn>,
    /// The 90 % quantile of each group of peers, in currency units; that of everybody for small groups.
    best: Vec<f64>,
    best_of_all: f64,
}

impl Headroom {
    fn new(book: &Book, standing: &Standing, recipe: &Recipe) -> Self {
        let revenue = standing.metric(book, recipe, &Metric::Revenue);
        let of = |field: Field| standing.attribute(book, &Attribute::Field(field));
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

    /// What the best tenth of the customer's peers spends at least.
    fn best_of(&self, customer: CustomerId) -> f64 {
        self.peers.of(customer).and_then(|group| self.best.get(group)).copied().unwrap_or(self.best_of_all)
    }

    fn of(&self, customer: CustomerId) -> Option<f64> {
        headroom(self.best_of(customer), self.revenue.value(customer))
    }
}

/// How far a revenue is from that of the best tenth, 0 to 100; none where one of them is not known.
pub(in crate::differentiate) fn headroom(best: f64, revenue: f64) -> Option<f64> {
    (best > 0.0 && revenue.is_finite()).then(|| ((best - revenue) / best).clamp(0.0, 1.0) * 100.0)
}

/// What the best tenth of a customer's peers spends at least, in currency units.
pub(in crate::differentiate) fn best_of_peers(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> f64 {
    Headroom::new(book, standing, recipe).best_of(customer)
}

fn best(revenue: &Distribution, scale: i64) -> f64 {
    revenue.quantile(9, 10).to_f64(scale)
}
