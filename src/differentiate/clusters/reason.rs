//! Why a customer is in a cluster: how far its centre is, how far the next one, and which metrics decide between them.
//!
//! Squared distances add up metric by metric, so what each contributes to the difference of the two distances is exact. Invariant:
//! what is said follows from the model that classified the customer.

use super::features::{Features, in_unit};
use super::{Clustering, coordinates, squared_distance};
use crate::base::CustomerId;
use crate::differentiate::conditions::Asked;
use crate::recipe::{ClusterCentre, Clusters, Metric};
use serde::Serialize;

/// Why a cluster.
#[derive(Debug, Clone, PartialEq)]
pub(in crate::differentiate) struct ClusterReason {
    pub(in crate::differentiate) distance: Option<f64>,
    pub(in crate::differentiate) next: Option<NextCluster>,
    pub(in crate::differentiate) factors: Vec<ClusterFactor>,
}

/// The cluster whose centre is the nearest after that of the own one.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct NextCluster {
    /// Its code.
    pub segment: String,
    /// Its English name.
    pub name: String,
    /// Distance to its centre, in standard deviations.
    pub distance: f64,
}

/// What one metric says.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ClusterFactor {
    /// Which metric.
    pub metric: Metric,
    /// The customer's value; none when it is not known.
    pub value: Option<f64>,
    /// The centre of the own cluster, in the metric's unit; none where nobody is told apart.
    pub centre: Option<f64>,
    /// The centre of the next cluster.
    pub next: Option<f64>,
    /// How much it speaks for the own cluster against the next one, −1 to 1: its part in the difference of the squared distances, of what
    /// all metrics say for or against. 0 without a next one.
    pub speaks: f64,
}

/// The reason, by the figures alone: what somebody set by hand is not in it.
pub(in crate::differentiate) fn reason(clustering: &Clustering, rule: &Clusters, asked: &Asked<'_>, customer: CustomerId) -> ClusterReason {
    let features = Features::new(asked, &rule.metrics);
    let mut point = Vec::new();
    let is_known = coordinates(&features.ready(&clustering.model.footings), customer, &mut point);
    let mut nearest: Vec<(f64, &ClusterCentre)> = Vec::new();
    if is_known {
        nearest.extend(clustering.model.centres.iter().map(|centre| (squared_distance(&point, centre), centre)));
        // Stable: the first among equals stays the first.
        nearest.sort_by(|a, b| a.0.total_cmp(&b.0));
    }
    let (own, next) = (nearest.first(), nearest.get(1));
    let for_own = |place: usize| {
        let (own, next) = (own?.1.at.get(place)?, next?.1.at.get(place)?);
        let at = point.get(place)?;
        Some((at - next) * (at - next) - (at - own) * (at - own))
    };
    let all: f64 = (0..features.width()).filter_map(for_own).map(f64::abs).sum();
    let factor = |(place, footing)| {
        let column = features.column(place)?;
        let value = column.value(customer);
        let centre_of = |cluster: Option<&(f64, &ClusterCentre)>| Some(in_unit(footing, *cluster?.1.at.get(place)?));
        Some(ClusterFactor {
            metric: column.metric.clone(),
            value: value.is_finite().then_some(value),
            centre: centre_of(own),
            next: centre_of(next),
            speaks: for_own(place).filter(|_| all > 0.0).map_or(0.0, |part| part / all),
        })
    };
    let named = |(squared, centre): &(f64, &ClusterCentre)| NextCluster {
        segment: centre.segment.code.clone(),
        name: centre.segment.name.clone(),
        distance: libm::sqrt(*squared),
    };
    ClusterReason {
        distance: own.map(|(squared, _)| libm::sqrt(*squared)),
        next: next.map(named),
        factors: clustering.model.footings.iter().enumerate().filter_map(factor).collect(),
    }
}
