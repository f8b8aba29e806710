//! A map of customers: the plane on which they differ most.
//!
//! A picture of three or ten metrics is flat only at a price, so the map says how much of the differences it shows and what its axes
//! are made of. Invariant: to the right and up is better, as far as an axis has a better end, so that the map is never mirrored.

use super::Clustering;
use super::features::Features;
use super::fit::PLACING;
use crate::base::CustomerId;
use crate::math::k_means::Points;
use crate::math::principal_axes::{Axis, principal_axes};
use crate::recipe::Metric;
use serde::Serialize;

/// Customers on the map, at most.
const SHOWN: usize = 2_000;

/// Customers and centres as points of a plane.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ClusterMap {
    /// The two directions in which customers differ most; only one when they are compared by one metric.
    pub axes: Vec<MapAxis>,
    /// At most 2,000 customers, evenly taken from all sorted by their figures: along the first axis, along the second, in standard
    /// deviations, and the position of the cluster.
    pub points: Vec<(f64, f64, u8)>,
    /// The centres, in the order of the clusters.
    pub centres: Vec<(f64, f64)>,
}

/// A direction on the map.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct MapAxis {
    /// Share of all differences between customers that lie along it, 0 to 1.
    pub explained: f64,
    /// How much each metric counts along it, −1 to 1, in the order of the metrics.
    pub loadings: Vec<f64>,
}

/// The map of these customers, who are sorted by their figures.
pub(super) fn map(features: &Features, clustering: &Clustering, sorted: &[CustomerId]) -> ClusterMap {
    let (width, footings) = (features.width(), &clustering.model.footings);
    let sample = features.sample(footings, sorted, PLACING);
    let axes = principal_axes(Points { values: &sample, width });
    let total: f64 = axes.iter().map(|axis| axis.variance).sum();
    let metrics: Vec<&Metric> = features.metrics().collect();
    let axes: Vec<Axis> = axes.into_iter().take(2).map(|axis| better_side_up(axis, &metrics)).collect();
    let place = |point: &[f64]| {
        let along = |axis: Option<&Axis>| axis.map_or(0.0, |axis| axis.loadings.iter().zip(point).map(|(a, b)| a * b).sum());
        (along(axes.first()), along(axes.get(1)))
    };
    let shown = features.sample(footings, sorted, SHOWN);
    let point = |point: &[f64]| {
        let (x, y) = place(point);
        (x, y, clustering.nearest(point))
    };
    ClusterMap {
        points: shown.chunks_exact(width).map(point).collect(),
        centres: clustering.model.centres.iter().map(|centre| place(&centre.at)).collect(),
        axes: axes.iter().map(|axis| MapAxis { explained: share(axis.variance, total), loadings: axis.loadings.clone() }).collect(),
    }
}

fn share(part: f64, whole: f64) -> f64 {
    if whole > 0.0 { part / whole } else { 0.0 }
}

/// The axis, turned round when its better end is at the wrong side; where neither end is, the largest loading is positive.
fn better_side_up(axis: Axis, metrics: &[&Metric]) -> Axis {
    let better: f64 =
        axis.loadings.iter().zip(metrics).map(|(loading, metric)| if metric.lower_is_better() { -loading } else { *loading }).sum();
    let largest =
        axis.loadings.iter().copied().fold(0.0, |best: f64, loading| if loading.abs() > best.abs() + 1e-9 { loading } else { best });
    let is_turned = if better.abs() > 1e-9 { better < 0.0 } else { largest < 0.0 };
    let loadings = if is_turned { axis.loadings.iter().map(|loading| -loading).collect() } else { axis.loadings };
    Axis { loadings, ..axis }
}
