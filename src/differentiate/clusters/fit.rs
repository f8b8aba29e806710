//! How many clusters, and where: the number that lies best apart, then centres placed with more customers.
//!
//! Choosing takes every number from 2 to 10, so it looks at fewer customers than placing does. Invariant: with no more customers than
//! are looked at, nothing is left to a sample.

use super::features::{Features, twelve_digits};
use crate::base::CustomerId;
use crate::math::k_means::{Points, Settings, k_means, silhouette};
use crate::recipe::Footing;
use serde::Serialize;

/// Customers that choose the number, at most.
pub(super) const CHOOSING: usize = 2_000;
/// Customers that place the centres, at most.
pub(super) const PLACING: usize = 10_000;
/// Clusters, at most.
const MOST: usize = 10;
/// Above this silhouette clusters lie far apart ("strong structure", Kaufman & Rousseeuw 1990, table 4 of chapter 2).
const FAR: f64 = 0.7;
/// By so much the silhouette of two clusters has to be the higher one.
const CLEARLY: f64 = 0.1;
/// Customers that a cluster has on the average, at least, where the number is not given.
const LEAST_IN_ONE: usize = 5;

/// A number of clusters and how good it is.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Candidate {
    /// So many clusters, 1 to 10.
    pub clusters: u8,
    /// Mean silhouette, −1 to 1, the higher the better; none for one cluster.
    pub silhouette: Option<f64>,
    /// Mean squared distance to the centres, in squared standard deviations: it falls with every further cluster, and where the fall
    /// flattens is the elbow.
    pub inertia: f64,
}

/// What was found.
pub(super) struct Fit {
    pub(super) candidates: Vec<Candidate>,
    /// Clusters found.
    pub(super) number: usize,
    /// Coordinates of the centres, one after the other, with twelve digits each.
    pub(super) centres: Vec<f64>,
}

/// Finds the centres; the number is the one given, as far as there are as many different customers.
pub(super) fn fit(features: &Features, footings: &[Footing], sorted: &[CustomerId], number: Option<u8>) -> Fit {
    let width = features.width();
    let sample = features.sample(footings, sorted, CHOOSING);
    let points = Points { values: &sample, width };
    let (candidates, number) = match number {
        Some(number) => {
            let number = usize::from(number).min(different(points)).max(1);
            (vec![candidate(points, number)], number)
        }
        None => choose(points),
    };
    let sample = features.sample(footings, sorted, PLACING);
    let found = k_means(Points { values: &sample, width }, Settings { clusters: number, ..Settings::default() });
    Fit { candidates, number, centres: found.centres.into_iter().map(twelve_digits).collect() }
}

/// Every number of clusters that so many customers allow.
pub(super) fn candidates(features: &Features, footings: &[Footing], sorted: &[CustomerId]) -> Vec<Candidate> {
    let sample = features.sample(footings, sorted, CHOOSING);
    choose(Points { values: &sample, width: features.width() }).0
}

/// All numbers that were tried and the best of them: the one with the highest silhouette, the smaller one among equals. Two clusters
/// say little more than good and bad, which nearly any shop divides into best: they are taken only when they lie far apart, or clearly
/// further than more would.
fn choose(points: Points<'_>) -> (Vec<Candidate>, usize) {
    let most = (points.len() / LEAST_IN_ONE).min(different(points)).clamp(1, MOST);
    let candidates: Vec<Candidate> = (1..=most).map(|clusters| candidate(points, clusters)).collect();
    let number = usize::from(best(&candidates));
    (candidates, number)
}

fn best(candidates: &[Candidate]) -> u8 {
    let quality = |candidate: &Candidate| match candidate.clusters {
        1 => -2.0,
        2 => candidate.silhouette.filter(|mean| *mean > FAR).or(candidate.silhouette.map(|mean| mean - CLEARLY)).unwrap_or(-1.0),
        _ => candidate.silhouette.unwrap_or(-1.0),
    };
    let best = candidates.iter().reduce(|best, next| if quality(next) > quality(best) { next } else { best });
    best.map_or(1, |best| best.clusters)
}

#[expect(clippy::cast_precision_loss, reason = "at most 2,000 points")]
fn candidate(points: Points<'_>, clusters: usize) -> Candidate {
    let found = k_means(points, Settings { clusters, starts: 5, ..Settings::default() });
    Candidate {
        clusters: u8::try_from(clusters).unwrap_or(u8::MAX),
        silhouette: silhouette(points, &found.of),
        inertia: found.inertia / points.len().max(1) as f64,
    }
}

/// Different points, of which equal ones stand side by side; no more than are ever asked for.
fn different(points: Points<'_>) -> usize {
    let mut rows = points.values.chunks_exact(points.width);
    let mut last = rows.next();
    let changes = rows.filter(|row| last.replace(row) != Some(*row));
    usize::from(!points.is_empty()) + changes.take(MOST).count()
}

/// The number at which the fall of the inertia flattens: the one farthest below the straight line from the first to the last
/// (Satopää et al. 2011, "Finding a Kneedle in a Haystack"). None with fewer than three numbers, or where none lies below.
pub(super) fn elbow(candidates: &[Candidate]) -> Option<u8> {
    let (first, last) = (candidates.first()?, candidates.last()?);
    let (span, fall) = (f64::from(last.clusters) - f64::from(first.clusters), first.inertia - last.inertia);
    if candidates.len() < 3 || fall <= 0.0 {
        return None;
    }
    let below = |candidate: &Candidate| {
        let along = (f64::from(candidate.clusters) - f64::from(first.clusters)) / span;
        (first.inertia - candidate.inertia) / fall - along
    };
    let best = candidates.iter().reduce(|best, next| if below(next) > below(best) { next } else { best })?;
    (below(best) > 0.0).then_some(best.clusters)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_clusters_are_taken_only_when_they_are_far_apart_or_clearly_better() {
        for (silhouettes, expected) in [
            (&[None][..], 1),
            (&[None, Some(0.2)], 2),
            (&[None, Some(0.6), Some(0.52), Some(0.47)], 3),
            (&[None, Some(0.31), Some(0.27), Some(0.3)], 4),
            (&[None, Some(0.8), Some(0.6), Some(0.5)], 2),
            (&[None, Some(0.1), Some(0.5), Some(0.5)], 3),
            (&[None, Some(0.93), Some(0.8), Some(0.88)], 2),
            (&[None, Some(0.8), Some(0.9)], 3),
        ] {
            let candidate = |(clusters, &silhouette): (u8, &Option<f64>)| Candidate { clusters, silhouette, inertia: 0.0 };
            assert_eq!(best(&(1..).zip(silhouettes).map(candidate).collect::<Vec<_>>()), expected, "{silhouettes:?}");
        }
    }

    #[test]
    fn the_elbow_is_where_the_fall_flattens() {
        let elbow_of = |inertias: &[f64]| {
            let candidate = |(place, &inertia): (u8, &f64)| Candidate { clusters: place, silhouette: None, inertia };
            elbow(&(1..).zip(inertias).map(candidate).collect::<Vec<_>>())
        };
        for (inertias, expected) in [
            (&[10.0, 5.0, 1.0, 0.9, 0.8][..], Some(3)),
            (&[10.0, 1.0, 0.9][..], Some(2)),
            (&[10.0, 7.5, 5.0, 2.5][..], None),
            (&[10.0, 1.0][..], None),
            (&[1.0, 1.0, 1.0][..], None),
            (&[][..], None),
        ] {
            assert_eq!(elbow_of(inertias), expected, "{inertias:?}");
        }
    }
}
