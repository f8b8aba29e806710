//! Clusters: points around `k` centres, as near to them as can be found.
//!
//! Lloyd's algorithm from k-means++ starts (Arthur & Vassilvitskii 2007), several of them with fixed seeds, the
//! best kept. Centres come back in the order of their first coordinate, so that numbers of clusters mean the
//! same every time. Invariants: the same points in the same order give the same digits everywhere; no
//! cluster is empty unless there are fewer different points than clusters.

use super::random::Random;

/// How the search goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Clusters, at least 1.
    pub clusters: usize,
    /// Starts; the best one is kept.
    pub starts: u32,
    /// Rounds of one start at most.
    pub rounds: u32,
    /// Seed of the starts.
    pub seed: u64,
}

impl Default for Settings {
    fn default() -> Self {
        Self { clusters: 4, starts: 10, rounds: 300, seed: 1 }
    }
}

/// What was found.
#[derive(Debug, Clone, PartialEq)]
pub struct Clusters {
    /// Coordinates of the centres, one after the other.
    pub centres: Vec<f64>,
    /// The cluster of each point.
    pub of: Vec<u32>,
    /// Sum of the squared distances of the points to their centres.
    pub inertia: f64,
}

/// Points as rows of `width` coordinates, one after the other. Rows must be finite.
#[derive(Debug, Clone, Copy)]
pub struct Points<'a> {
    /// The coordinates.
    pub values: &'a [f64],
    /// Coordinates of one point, at least 1.
    pub width: usize,
}

impl<'a> Points<'a> {
    /// How many there are.
    #[must_use]
    pub const fn len(&self) -> usize {
        self.values.len() / self.width
    }

    /// Whether there is none.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.len() == 0
    }

    fn iter(&self) -> impl Iterator<Item = &'a [f64]> + use<'a> {
        self.values.chunks_exact(self.width)
    }

    fn get(&self, index: usize) -> &'a [f64] {
        &self.values[index * self.width..(index + 1) * self.width]
    }
}

/// The best clusters of all starts.
///
/// # Example: two heaps
/// ```
/// use customer_tiers::math::k_means::{Points, Settings, k_means};
/// let points = Points { values: &[0.0, 0.1, 0.2, 9.0, 9.1], width: 1 };
/// let found = k_means(points, Settings { clusters: 2, ..Settings::default() });
/// assert_eq!(found.of, [1, 1, 1, 0, 0]); // the cluster with the largest first coordinate comes first
/// ```
#[must_use]
pub fn k_means(points: Points<'_>, settings: Settings) -> Clusters {
    let starts = (0..u64::from(settings.starts.max(1))).map(|start| one_start(points, settings, settings.seed.wrapping_add(start)));
    let best = starts.reduce(|best, next| if next.inertia < best.inertia { next } else { best });
    best.map_or_else(|| Clusters { centres: Vec::new(), of: Vec::new(), inertia: 0.0 }, |best| in_order(best, points.width))
}

fn one_start(points: Points<'_>, settings: Settings, seed: u64) -> Clusters {
    let mut centres = plus_plus(points, settings.clusters, &mut Random::new(seed));
    let mut of = vec![u32::MAX; points.len()];
    let mut inertia = f64::INFINITY;
    for _ in 0..settings.rounds.max(1) {
        let moved = assign(points, &centres, &mut of, &mut inertia);
        if !moved {
            break;
        }
        centre(points, &of, &mut centres);
    }
    Clusters { centres, of, inertia }
}

/// The first centre anywhere, each further one at a point chosen with the squared distance to the nearest centre as its weight;
/// of a few such points the one that helps most (as scikit-learn does).
fn plus_plus(points: Points<'_>, clusters: usize, random: &mut Random) -> Vec<f64> {
    if points.is_empty() {
        return Vec::new();
    }
    let mut centres = points.get(random.below(points.len())).to_vec();
    let mut nearest: Vec<f64> = points.iter().map(|point| squared_distance(point, &centres)).collect();
    let trials = 2 + usize::try_from(clusters.max(1).ilog2()).unwrap_or(0);
    for _ in 1..clusters {
        let total: f64 = nearest.iter().sum();
        let helped = |centre: &[f64]| -> Vec<f64> {
            points.iter().zip(&nearest).map(|(point, near)| squared_distance(point, centre).min(*near)).collect()
        };
        let tried = (0..trials).map(|_| {
            let centre = points.get(weighted(&nearest, random.unit() * total));
            (helped(centre), centre)
        });
        let best = tried
            .map(|(near, centre)| (near.iter().sum::<f64>(), near, centre))
            .reduce(|best, next| if next.0 < best.0 { next } else { best });
        let Some((_, near, centre)) = best else { break };
        centres.extend_from_slice(centre);
        nearest = near;
    }
    centres
}

/// The place at which the running sum of weights passes `at`.
fn weighted(weights: &[f64], at: f64) -> usize {
    let mut sum = 0.0;
    let found = weights.iter().position(|weight| {
        sum += weight;
        sum > at
    });
    found.unwrap_or(weights.len() - 1)
}

/// The squared Euclidean distance of two points with the same number of coordinates.
pub(crate) fn squared_distance(point: &[f64], centre: &[f64]) -> f64 {
    point.iter().zip(centre).map(|(a, b)| (a - b) * (a - b)).sum()
}

/// Gives every point to its nearest centre (the first of equally near ones); whether any changed.
fn assign(points: Points<'_>, centres: &[f64], of: &mut [u32], inertia: &mut f64) -> bool {
    let (mut moved, mut sum) = (false, 0.0);
    for (point, own) in points.iter().zip(of) {
        let (mut best, mut nearest) = (f64::INFINITY, 0);
        for (number, centre) in (0..).zip(centres.chunks_exact(points.width)) {
            let distance = squared_distance(point, centre);
            if distance < best {
                (best, nearest) = (distance, number);
            }
        }
        moved |= *own != nearest;
        *own = nearest;
        sum += best;
    }
    *inertia = sum;
    moved
}

/// Moves the centres to the means of their points. A centre without points goes to the point that is farthest from its own.
#[expect(clippy::cast_precision_loss, reason = "fewer than 2^53 points")]
fn centre(points: Points<'_>, of: &[u32], centres: &mut [f64]) {
    let width = points.width;
    let mut sizes = vec![0_usize; centres.len() / width];
    let before = centres.to_vec();
    centres.fill(0.0);
    for (point, own) in points.iter().zip(of) {
        let own = *own as usize;
        sizes[own] += 1;
        centres[own * width..(own + 1) * width].iter_mut().zip(point).for_each(|(sum, value)| *sum += value);
    }
    for (number, size) in sizes.iter().enumerate() {
        let own = &mut centres[number * width..(number + 1) * width];
        if *size > 0 {
            own.iter_mut().for_each(|sum| *sum /= *size as f64);
            continue;
        }
        let away =
            |index: &usize| squared_distance(points.get(*index), &before[of[*index] as usize * width..(of[*index] as usize + 1) * width]);
        let farthest = (0..points.len()).max_by(|a, b| away(a).total_cmp(&away(b)).then(b.cmp(a))).unwrap_or(0);
        own.copy_from_slice(points.get(farthest));
    }
}

/// The same clusters, numbered by the first coordinate of their centres, the largest first; then by the next.
fn in_order(found: Clusters, width: usize) -> Clusters {
    let rows: Vec<&[f64]> = found.centres.chunks_exact(width).collect();
    let mut order: Vec<usize> = (0..rows.len()).collect();
    let larger =
        |a: &usize, b: &usize| rows[*b].iter().zip(rows[*a]).map(|(x, y)| x.total_cmp(y)).find(|order| order.is_ne()).unwrap_or(a.cmp(b));
    order.sort_by(larger);
    let mut rank = vec![0_u32; rows.len()];
    for (new, old) in (0..).zip(&order) {
        rank[*old] = new;
    }
    let centres = order.iter().flat_map(|&old| rows[old].iter().copied()).collect();
    Clusters { centres, of: found.of.iter().map(|&old| rank[old as usize]).collect(), inertia: found.inertia }
}

/// Points that a silhouette looks at; more are thinned, evenly.
const SILHOUETTE_POINTS: usize = 2_000;

/// How well points lie in their own clusters, −1 to 1: the mean silhouette (Rousseeuw 1987); 0 for points alone in
/// theirs, and none with fewer than two clusters. Of more than 2,000 points every n-th is looked at.
#[must_use]
pub fn silhouette(points: Points<'_>, of: &[u32]) -> Option<f64> {
    let step = points.len().div_ceil(SILHOUETTE_POINTS).max(1);
    let looked: Vec<(&[f64], usize)> = points.iter().zip(of).step_by(step).map(|(point, own)| (point, *own as usize)).collect();
    let clusters = of.iter().max().map_or(0, |last| *last as usize + 1);
    let mut sizes = vec![0.0_f64; clusters];
    looked.iter().for_each(|(_, own)| sizes[*own] += 1.0);
    if sizes.iter().filter(|size| **size > 0.0).count() < 2 {
        return None;
    }
    let sums = summed_distances(&looked, clusters);
    let total: f64 = looked.iter().zip(sums.chunks_exact(clusters)).map(|((_, own), sums)| silhouette_of(*own, sums, &sizes)).sum();
    #[expect(clippy::cast_precision_loss, reason = "at most 2,000 points")]
    let mean = total / looked.len() as f64;
    Some(mean)
}

/// For each point the sum of its distances to those of each cluster. Every pair is measured once.
fn summed_distances(looked: &[(&[f64], usize)], clusters: usize) -> Vec<f64> {
    let mut sums = vec![0.0; looked.len() * clusters];
    for (place, (point, own)) in looked.iter().enumerate() {
        for (other, (second, its)) in looked.iter().enumerate().skip(place + 1) {
            let distance = libm::sqrt(squared_distance(point, second));
            sums[place * clusters + its] += distance;
            sums[other * clusters + own] += distance;
        }
    }
    sums
}

fn silhouette_of(own: usize, sums: &[f64], sizes: &[f64]) -> f64 {
    if sizes[own] < 2.0 {
        return 0.0;
    }
    let inside = sums[own] / (sizes[own] - 1.0);
    let others = sums.iter().zip(sizes).enumerate().filter(|(other, (_, size))| *other != own && **size > 0.0);
    let outside = others.map(|(_, (sum, size))| sum / size).fold(f64::INFINITY, f64::min);
    let larger = inside.max(outside);
    if larger > 0.0 { (outside - inside) / larger } else { 0.0 }
}
