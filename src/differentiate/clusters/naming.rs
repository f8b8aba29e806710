//! What clusters are called, and in which order they stand.
//!
//! A number says nothing; what is unusual about the centre does. A code is made of what is unusual, as `low_recency+high_monetary`, so
//! that the same kind of customers is called the same in another file and in every language. Invariants: no two clusters of a
//! scheme share a code or a name; those with the largest revenue per customer come first.

use super::features::Features;
use crate::differentiate::conditions::Asked;
use crate::math::k_means::squared_distance;
use crate::recipe::{ClusterCentre, Footing, Health, Metric, Segment};

/// Standard deviations from the mean of everybody from which on a centre is high or low.
const UNUSUAL: f64 = 0.4;
/// Traits in a name, at most, before clusters of one name are told apart.
const NAMED: usize = 3;

/// What is said of a metric: against everybody, or against the other cluster of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Level {
    High,
    Low,
    More,
    Less,
}

/// A metric, by its place, and what is said of it.
type Trait = (usize, Level);

/// These centres with their names, the largest revenue per customer first.
pub(super) fn named(asked: &Asked<'_>, features: &Features, footings: &[Footing], centres: &[f64]) -> Vec<ClusterCentre> {
    let rows: Vec<&[f64]> = in_order(asked, features, footings, centres);
    let metrics: Vec<&Metric> = features.metrics().collect();
    let mut codes: Vec<String> = Vec::new();
    let centre = |(at, traits): (&&[f64], Vec<Trait>)| {
        let code = traits.iter().filter_map(|(place, level)| Some(part(metrics.get(*place)?, *level))).collect::<Vec<_>>().join("+");
        let code = if code.is_empty() { "average".to_owned() } else { code };
        let alike = 1 + codes.iter().filter(|known| **known == code).count();
        codes.push(code.clone());
        let name = name(&metrics, &traits);
        let (code, name) = if alike > 1 { (format!("{code}+{alike}"), format!("{name} ({alike})")) } else { (code, name) };
        ClusterCentre { segment: Segment { code, name, health: health(&metrics, at) }, at: at.to_vec() }
    };
    rows.iter().zip(traits(&rows)).map(centre).collect()
}

/// The centres from the largest revenue per customer down, equal ones by their coordinates.
fn in_order<'a>(asked: &Asked<'_>, features: &Features, footings: &[Footing], centres: &'a [f64]) -> Vec<&'a [f64]> {
    let rows: Vec<&[f64]> = centres.chunks_exact(features.width()).collect();
    let (ready, mut point) = (features.ready(footings), Vec::new());
    let mut sums = vec![(0_u32, 0_i128); rows.len()];
    for customer in asked.standing.customers() {
        if !super::coordinates(&ready, customer, &mut point) {
            continue;
        }
        let nearest = sums.iter_mut().zip(&rows).map(|(sum, row)| (sum, squared_distance(&point, row)));
        if let Some((sum, _)) = nearest.reduce(|best, next| if next.1 < best.1 { next } else { best }) {
            sum.0 += 1;
            sum.1 += i128::from(asked.standing.measures.revenue[customer.index()].raw());
        }
    }
    // Sum by count, compared without rounding.
    let larger =
        |(own, other): (&(u32, i128), &(u32, i128))| (other.1 * i128::from(own.0.max(1))).cmp(&(own.1 * i128::from(other.0.max(1))));
    let mut order: Vec<(usize, (u32, i128))> = sums.into_iter().enumerate().collect();
    order.sort_by(|a, b| larger((&a.1, &b.1)).then(a.0.cmp(&b.0)));
    order.into_iter().filter_map(|(place, _)| rows.get(place).copied()).collect()
}

/// What is unusual about each centre, told apart where it is the same.
fn traits(rows: &[&[f64]]) -> Vec<Vec<Trait>> {
    let mut all: Vec<Vec<Trait>> = rows.iter().map(|row| unusual(row)).collect();
    let before = all.clone();
    for (place, own) in before.iter().enumerate() {
        let group: Vec<usize> = (0..before.len()).filter(|other| before[*other] == *own).collect();
        if group.len() > 1 && group.first() == Some(&place) {
            tell_apart(rows, &group, &mut all);
        }
    }
    all
}

/// The most unusual metrics, in their own order.
fn unusual(row: &[f64]) -> Vec<Trait> {
    let mut places: Vec<usize> = (0..row.len()).filter(|place| row[*place].abs() >= UNUSUAL).collect();
    places.sort_by(|a, b| row[*b].abs().total_cmp(&row[*a].abs()).then(a.cmp(b)));
    places.truncate(NAMED);
    places.sort_unstable();
    places.into_iter().map(|place| (place, if row[place] > 0.0 { Level::High } else { Level::Low })).collect()
}

/// The two ends of a group of clusters with one name get the metric in which they differ most as a further trait.
fn tell_apart(rows: &[&[f64]], group: &[usize], all: &mut [Vec<Trait>]) {
    let width = rows.first().map_or(0, |row| row.len());
    let ends = |metric: usize| {
        let by = |a: &&usize, b: &&usize| rows[**a][metric].total_cmp(&rows[**b][metric]).then(b.cmp(a));
        Some((*group.iter().min_by(by)?, *group.iter().max_by(by)?))
    };
    let spread = |metric: usize| ends(metric).map_or(0.0, |(low, high)| rows[high][metric] - rows[low][metric]);
    let most = (0..width).reduce(|best, next| if spread(next) > spread(best) { next } else { best });
    let Some((metric, (low, high))) = most.and_then(|metric| Some((metric, ends(metric)?))).filter(|(_, (low, high))| low != high) else {
        return;
    };
    for (place, level) in [(low, Level::Less), (high, Level::More)] {
        all[place].retain(|(known, _)| *known != metric);
        all[place].push((metric, level));
        all[place].sort_by_key(|(known, _)| *known);
    }
}

/// One part of a code. What metrics are called may hold any character: those that parts are told by are written otherwise.
fn part(metric: &Metric, level: Level) -> String {
    let level = match level {
        Level::High => "high",
        Level::Low => "low",
        Level::More => "more",
        Level::Less => "less",
    };
    format!("{level}_{}", metric.to_string().replace('%', "%25").replace('+', "%2B"))
}

/// The English name, as it stands in exports.
fn name(metrics: &[&Metric], traits: &[Trait]) -> String {
    let words: Vec<String> = traits.iter().filter_map(|(place, level)| Some(word(metrics.get(*place)?, *level))).collect();
    let mut name = if words.is_empty() { "average".to_owned() } else { words.join(", ") };
    if let Some(first) = name.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    name
}

fn word(metric: &Metric, level: Level) -> String {
    let known = match (metric, level) {
        (Metric::Recency, Level::Low) => "recent",
        (Metric::Recency, Level::High) => "long ago",
        (Metric::Recency, Level::Less) => "more recent",
        (Metric::Recency, Level::More) => "longer ago",
        (Metric::Frequency, Level::High) => "frequent",
        (Metric::Frequency, Level::Low) => "rare",
        (Metric::Frequency, Level::More) => "more frequent",
        (Metric::Frequency, Level::Less) => "less frequent",
        _ => return plain_word(metric, level),
    };
    known.to_owned()
}

fn plain_word(metric: &Metric, level: Level) -> String {
    let metric = if *metric == Metric::Monetary { "spend".to_owned() } else { metric.to_string().replace('_', " ") };
    let level = match level {
        Level::High => "high",
        Level::Low => "low",
        Level::More => "higher",
        Level::Less => "lower",
    };
    format!("{level} {metric}")
}

/// Gone or going when the last order is unusually long ago; else by how much better than usual the centre is in everything else.
fn health(metrics: &[&Metric], centre: &[f64]) -> Health {
    let pairs = || metrics.iter().zip(centre);
    let recency = pairs().find(|(metric, _)| ***metric == Metric::Recency).map_or(0.0, |(_, at)| *at);
    let others: Vec<f64> = pairs()
        .filter(|(metric, _)| ***metric != Metric::Recency)
        .map(|(metric, at)| if metric.lower_is_better() { -at } else { *at })
        .collect();
    let count = u32::try_from(others.len().max(1)).unwrap_or(u32::MAX);
    let worth = others.iter().sum::<f64>() / f64::from(count);
    if recency >= UNUSUAL {
        return if worth >= 0.0 { Health::Slipping } else { Health::Lost };
    }
    match worth {
        worth if worth >= UNUSUAL => Health::Loyal,
        worth if worth >= 0.0 || recency <= -UNUSUAL => Health::Growing,
        _ => Health::NeedsCare,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(metrics: &[Metric], rows: &[&[f64]]) -> Vec<String> {
        let metrics: Vec<&Metric> = metrics.iter().collect();
        let code = |traits: Vec<Trait>| traits.iter().map(|(place, level)| part(metrics[*place], *level)).collect::<Vec<_>>().join("+");
        traits(rows).into_iter().map(code).collect()
    }

    #[test]
    fn names_say_what_is_unusual_and_tell_clusters_apart() {
        let metrics = [Metric::Recency, Metric::Frequency, Metric::Own("a+b%".into())];
        for (rows, expected) in [
            (&[&[-1.0, 1.0, 0.1][..], &[0.5, -0.5, 0.3]][..], &["low_recency+high_frequency", "high_recency+low_frequency"][..]),
            (&[&[0.1, 0.0, 0.0]], &[""]),
            (&[&[0.0, 0.0, 2.0]], &["high_own:a%2Bb%25"]),
            // The same in words: the metric in which they differ most says which is which.
            (&[&[-1.0, 1.0, 0.0], &[-1.1, 2.0, 0.0]], &["low_recency+less_frequency", "low_recency+more_frequency"]),
            (&[&[0.0, 0.2, 0.0], &[0.0, -0.2, 0.0]], &["more_frequency", "less_frequency"]),
        ] {
            assert_eq!(codes(&metrics, rows), expected, "{rows:?}");
        }
    }

    #[test]
    fn health_goes_by_the_last_order_then_by_worth() {
        let metrics = [Metric::Recency, Metric::Frequency, Metric::ComplaintRate];
        let metrics: Vec<&Metric> = metrics.iter().collect();
        for (centre, expected) in [
            ([-1.0, 1.0, 0.0], Health::Loyal),
            ([-1.0, -0.5, 0.0], Health::Growing),
            ([0.0, -0.5, 0.0], Health::NeedsCare),
            ([1.0, 1.0, 0.0], Health::Slipping),
            ([1.0, -1.0, 0.0], Health::Lost),
            ([0.0, 1.0, 2.0], Health::NeedsCare),
        ] {
            assert_eq!(health(&metrics, &centre), expected, "{centre:?}");
        }
    }
}
