//! Groups that the figures suggest: customers near each other in the metrics that somebody chose.
//!
//! Metrics are put on one footing (logarithms of what has a long tail, then standard deviations), k-means finds the centres, and the
//! number of clusters is the one whose members lie closest among themselves against their neighbours (silhouette), where two clusters
//! have to lie far apart or clearly further than more. A million
//! customers are no reason to wait: at most 2,000 of them, evenly taken from all sorted by their figures, choose the number, at most
//! 10,000 place the centres, and one pass gives everybody to the nearest. Invariants: nothing depends on the order of rows or on
//! the scale of money; every figure of a model has twelve digits, so that a kept one says exactly what the found one said.

mod features;
mod fit;
mod map;
mod naming;
mod reason;
mod report;

pub(super) use features::Gauge;
pub use fit::Candidate;
pub use map::{ClusterMap, MapAxis};
pub use reason::{ClusterFactor, NextCluster};
pub(super) use reason::{ClusterReason, reason};
pub(super) use report::frozen;
pub use report::{ClusterFigures, ClusterReport, report};

use super::conditions::Asked;
use super::schemes::NO_SEGMENT;
use crate::base::CustomerId;
use crate::recipe::presets::{everybody, unknown};
use crate::recipe::{ClusterCentre, ClusterModel, Clusters, Metric, Segment};
use features::{Features, Ready};
use serde::Serialize;

/// Fewer customers than this are no crowd in which groups could be seen.
pub const LEAST_CUSTOMERS: u32 = 10;
/// Fewer customers than this make clusters that the next file may not show again.
const FEW_CUSTOMERS: u32 = 100;
/// Below this mean silhouette customers lie about as close to the next cluster as to their own ("no substantial structure", Kaufman &
/// Rousseeuw 1990, "Finding Groups in Data", table 4 of chapter 2).
const WEAK: f64 = 0.25;

/// Clusters of a scheme, and how they were found.
#[derive(Debug, Clone)]
pub struct Clustering {
    /// Where they lie; without centres when nothing could be told apart.
    pub model: ClusterModel,
    /// Whether the model is the recipe's.
    pub frozen: bool,
    /// Every number of clusters that was tried, ascending; none of a kept model.
    pub candidates: Vec<Candidate>,
    /// Customers of whom every metric is known.
    pub customers: u32,
    /// What to think of before trusting them.
    pub concerns: Vec<ClusterConcern>,
}

/// What to think of before trusting clusters.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum ClusterConcern {
    /// Too few customers to look for clusters: everybody is in one.
    TooFew {
        /// Customers of whom every metric is known.
        customers: u32,
        /// What it takes.
        least: u32,
    },
    /// All customers have the same figures: everybody is in one cluster.
    AllAlike,
    /// All customers have the same figure, so that the metric tells nobody apart.
    Constant {
        /// Which metric.
        metric: Metric,
    },
    /// Some customers cannot be compared, because the metric is not known of them.
    Unknown {
        /// Which metric.
        metric: Metric,
        /// How many.
        customers: u32,
    },
    /// Few customers: the next file may show other clusters.
    Few {
        /// Customers of whom every metric is known.
        customers: u32,
    },
    /// Fewer clusters than were asked for, because there are not as many different customers.
    Fewer {
        /// Asked for.
        asked: u8,
        /// Found.
        found: u8,
    },
    /// Clusters run into each other.
    Weak {
        /// Mean silhouette, −1 to 1.
        silhouette: f64,
    },
}

impl Clustering {
    /// The kept clusters, or those that the figures suggest.
    pub(super) fn new(rule: &Clusters, asked: &Asked<'_>) -> Self {
        let features = Features::new(asked, &rule.metrics);
        let known = features.known(asked.standing);
        let customers = u32::try_from(known.len()).unwrap_or(u32::MAX);
        let mut concerns = features.unknown(asked.standing.measures.customer_count());
        if let Some(model) = &rule.frozen {
            return Self { model: model.clone(), frozen: true, candidates: Vec::new(), customers, concerns };
        }
        let footings = features.footings();
        let alike = rule.metrics.iter().zip(&footings).filter(|(_, footing)| footing.deviation == 0.0);
        let alike: Vec<ClusterConcern> = alike.map(|(metric, _)| ClusterConcern::Constant { metric: metric.clone() }).collect();
        let all_alike = alike.len() == footings.len();
        let refused = if customers < LEAST_CUSTOMERS {
            Some(ClusterConcern::TooFew { customers, least: LEAST_CUSTOMERS })
        } else {
            all_alike.then_some(ClusterConcern::AllAlike)
        };
        if let Some(refusal) = refused {
            concerns.insert(0, refusal);
            let model = ClusterModel { footings, centres: Vec::new() };
            return Self { model, frozen: false, candidates: Vec::new(), customers, concerns };
        }
        let fit = fit::fit(&features, &footings, &features.sorted(known), rule.number);
        concerns.splice(0..0, alike);
        concerns.extend(doubts(&fit, rule.number, customers));
        let model = ClusterModel { centres: naming::named(asked, &features, &footings, &fit.centres), footings };
        Self { model, frozen: false, candidates: fit.candidates, customers, concerns }
    }

    /// The segments: the clusters, then that of customers who cannot be compared.
    pub(super) fn segments(&self) -> Vec<Segment> {
        let mut segments: Vec<Segment> = self.model.centres.iter().map(|centre| centre.segment.clone()).collect();
        if segments.is_empty() {
            segments.push(everybody());
        }
        segments.push(unknown());
        segments
    }

    /// The position of every customer's segment.
    pub(super) fn classify(&self, rule: &Clusters, asked: &Asked<'_>) -> Vec<u8> {
        let features = Features::new(asked, &rule.metrics);
        let ready = features.ready(&self.model.footings);
        let last = u8::try_from(self.model.centres.len().max(1)).unwrap_or(NO_SEGMENT);
        let mut point = Vec::with_capacity(ready.len());
        let mut of = vec![NO_SEGMENT; asked.standing.measures.orders.len()];
        for customer in asked.standing.customers() {
            of[customer.index()] = if coordinates(&ready, customer, &mut point) { self.nearest(&point) } else { last };
        }
        of
    }

    /// The first of the nearest centres.
    pub(super) fn nearest(&self, point: &[f64]) -> u8 {
        let distances = (0_u8..).zip(self.model.centres.iter().map(|centre| squared_distance(point, centre)));
        distances.reduce(|best, next| if next.1 < best.1 { next } else { best }).map_or(0, |(place, _)| place)
    }
}

/// Writes a customer's coordinates; false when one is not known.
fn coordinates(ready: &[Ready<'_>], customer: CustomerId, point: &mut Vec<f64>) -> bool {
    point.clear();
    point.extend(ready.iter().map_while(|metric| metric.coordinate(customer)));
    point.len() == ready.len()
}

fn squared_distance(point: &[f64], centre: &ClusterCentre) -> f64 {
    crate::math::k_means::squared_distance(point, &centre.at)
}

fn doubts(fit: &fit::Fit, asked: Option<u8>, customers: u32) -> Vec<ClusterConcern> {
    let found = u8::try_from(fit.number).unwrap_or(u8::MAX);
    let fewer = asked.filter(|asked| found < *asked).map(|asked| ClusterConcern::Fewer { asked, found });
    let silhouette = fit.candidates.iter().find(|candidate| candidate.clusters == found).and_then(|candidate| candidate.silhouette);
    let weak = silhouette.filter(|mean| *mean < WEAK).map(|silhouette| ClusterConcern::Weak { silhouette });
    let few = (customers < FEW_CUSTOMERS).then_some(ClusterConcern::Few { customers });
    [few, fewer, weak].into_iter().flatten().collect()
}
