//! The value score: one figure, 0 to 100, of several metrics that the recipe weighs.
//!
//! Each factor is cut into scores and counts (score − 1) / (bins − 1), so that a factor in three scores weighs as much as one in
//! ten. Invariant: a factor that is not known of a customer counts neither for nor against, and the reason says so.

use super::{Column, FINE, MetricScores};
use crate::base::CustomerId;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::{Metric, Recipe};
use serde::Serialize;

/// Why a customer's value score.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ValueReason {
    /// The score, 0 to 100; none when no factor is known.
    pub score: Option<f64>,
    /// Every factor of the recipe, in order.
    pub factors: Vec<FactorReason>,
}

/// What one factor adds to a value score.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FactorReason {
    /// Which metric.
    pub metric: Metric,
    /// The customer's value; none when it is not known, and the factor was left out.
    pub value: Option<f64>,
    /// Its score, 1 up to `bins`; 0 when it is not known.
    pub score: u8,
    /// Number of scores.
    pub bins: u8,
    /// Share of this factor in the weights that counted, 0 to 1.
    pub weight: f64,
    /// What it adds to the value score, in points.
    pub points: f64,
}

/// The factors that are known of anybody, scored.
struct Factors<'a> {
    scored: Vec<(f64, &'a Metric, MetricScores)>,
}

impl<'a> Factors<'a> {
    fn new(book: &Book, standing: &Standing, recipe: &'a Recipe) -> Self {
        let factors = recipe.value_score.factors.iter();
        let scored = |factor: &'a crate::recipe::ValueFactor| {
            (factor.weight, &factor.metric, standing.metric_scores(book, recipe, &factor.metric, &factor.binning))
        };
        Self { scored: factors.map(scored).collect() }
    }

    /// Σ weight of what is known, and Σ weight × place on the scale, which is 0 to 1.
    fn sums(&self, customer: CustomerId) -> (f64, f64) {
        self.scored.iter().fold((0.0, 0.0), |(weights, sum), (weight, _, scores)| match place(scores, customer) {
            Some(place) => (weights + weight, sum + weight * place),
            None => (weights, sum),
        })
    }
}

/// Where the customer stands on the scale of one factor, 0 to 1; none when it is not known.
fn place(scores: &MetricScores, customer: CustomerId) -> Option<f64> {
    let score = scores.of.get(customer.index()).copied().unwrap_or(0).checked_sub(1)?;
    Some(f64::from(score) / f64::from(scores.cutting.bins.saturating_sub(1).max(1)))
}

pub(super) fn column(book: &Book, standing: &Standing, recipe: &Recipe) -> Column {
    let factors = Factors::new(book, standing, recipe);
    let value = |customer: CustomerId| {
        let (weights, sum) = factors.sums(customer);
        sum / weights * 100.0
    };
    Column::of_floats(&Metric::ValueScore, &standing.measures, FINE, value)
}

impl Standing {
    /// Why this customer's value score.
    #[must_use]
    pub fn value_reason(&self, book: &Book, recipe: &Recipe, customer: CustomerId) -> ValueReason {
        let factors = Factors::new(book, self, recipe);
        let (weights, _) = factors.sums(customer);
        let reason = |(weight, metric, scores): &(f64, &Metric, MetricScores)| {
            let place = place(scores, customer);
            let weight = place.map_or(0.0, |_| weight / weights);
            FactorReason {
                metric: (*metric).clone(),
                value: Some(self.metric(book, recipe, metric).value(customer)).filter(|value| value.is_finite()),
                score: scores.of.get(customer.index()).copied().unwrap_or(0),
                bins: scores.cutting.bins,
                weight,
                points: place.unwrap_or(0.0) * weight * 100.0,
            }
        };
        let score = self.metric(book, recipe, &Metric::ValueScore).value(customer);
        ValueReason { score: Some(score).filter(|score| score.is_finite()), factors: factors.scored.iter().map(reason).collect() }
    }
}
