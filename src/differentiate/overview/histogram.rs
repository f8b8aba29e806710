//! Bars at round numbers.
//!
//! Revenue has a long tail: drawn to its end, everybody would be in the first bar. Invariant: every value
//! is in exactly one bar, and edges are exact multiples of a round step.

use super::{Factor, Histogram};
use crate::differentiate::scores::shown;
use crate::math::Distribution;

/// Bars that are wanted at most for the body of the distribution.
const BARS: i64 = 40;

/// The bars of these values, whose edges are multiples of `grain` raw steps; `scale` raw steps are one shown unit.
pub(super) fn histogram(factor: Factor, values: &Distribution, grain: i64, scale: i64) -> Histogram {
    let median = values.quantile(1, 2).to_f64(scale);
    if values.is_empty() {
        return Histogram { factor, edges: Vec::new(), counts: Vec::new(), open_ended: false, median };
    }
    let (low, high) = body(values);
    let step = round_step((high - low) / BARS + 1, grain);
    let mut edges = edges(values, (low, high), step);
    // Nobody beyond the last edge: the bar is closed.
    let last = edges.last().copied().unwrap_or(0);
    let open_ended = values.max() > last;
    let up_to = |edge: &i64| if *edge == last { values.len() } else { values.count_below(*edge) };
    let counts = edges.windows(2).map(|bar| up_to(&bar[1]) - values.count_below(bar[0])).collect();
    let edges = edges.drain(..).map(|edge| shown(edge, scale)).collect();
    Histogram { factor, edges, counts, open_ended, median }
}

/// The range that is drawn bar by bar: from the first to the 99th hundredth, or to the very ends where these
/// are no more than half as far again.
fn body(values: &Distribution) -> (i64, i64) {
    let (first, last) = (values.quantile(1, 100).floor(), values.quantile(99, 100).ceil());
    let slack = (last - first) / 2;
    let low = if first.saturating_sub(values.min()) <= slack { values.min() } else { first };
    let high = if values.max().saturating_sub(last) <= slack { values.max() } else { last };
    (low, high)
}

/// Multiples of the step around the body; before them, where somebody is far below, one wide bar.
fn edges(values: &Distribution, (low, high): (i64, i64), step: i64) -> Vec<i64> {
    let begin = low.div_euclid(step) * step;
    let bars = (high - begin) / step + 1;
    let mut edges: Vec<i64> = (0..=bars).map(|bar| begin.saturating_add(bar * step)).collect();
    if values.min() < begin {
        let width = round_step(begin.saturating_sub(values.min()), step);
        edges.insert(0, values.min().div_euclid(width).saturating_mul(width));
    }
    edges
}

/// The smallest of 1, 2, 5, 10, 20, 50 … times `grain` that is not below `least`.
fn round_step(least: i64, grain: i64) -> i64 {
    let mut decade = grain.max(1);
    loop {
        for factor in [1, 2, 5] {
            let step = decade.saturating_mul(factor);
            if step >= least {
                return step;
            }
        }
        decade = decade.saturating_mul(10);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn bars(values: &[i64], grain: i64, scale: i64) -> Histogram {
        histogram(Factor::Monetary, &Distribution::of(values.to_vec()), grain, scale)
    }

    #[test]
    fn steps_are_round() {
        for (least, grain, step) in [(1, 1, 1), (3, 1, 5), (6, 1, 10), (101, 1, 200), (1, 86_400, 86_400), (100_000, 86_400, 172_800)] {
            assert_eq!(round_step(least, grain), step, "{least} in {grain}");
        }
        assert_eq!(round_step(i64::MAX, 1), i64::MAX);
    }

    #[test]
    fn each_small_count_has_its_bar() {
        let histogram = bars(&[1, 1, 2, 4], 1, 1);
        assert_eq!((histogram.edges, histogram.counts, histogram.open_ended), (vec![1.0, 2.0, 3.0, 4.0, 5.0], vec![2, 1, 0, 1], false));
    }

    #[test]
    fn a_long_tail_goes_into_the_last_bar() {
        let mut values: Vec<i64> = (0..1000).collect();
        values.push(1_000_000);
        let histogram = bars(&values, 1, 1);
        assert!(histogram.open_ended && histogram.counts.len() <= 41, "{histogram:?}");
        assert_eq!(histogram.edges.last(), Some(&1000.0));
        assert_eq!(histogram.counts.iter().sum::<u32>(), 1001);
    }

    #[test]
    fn far_below_is_one_wide_bar() {
        let mut values: Vec<i64> = (0..1000).collect();
        values.push(-700_000);
        let histogram = bars(&values, 1, 1);
        assert_eq!((histogram.edges[0], histogram.edges[1], histogram.counts[0]), (-1_000_000.0, 0.0, 1));
        assert_eq!(histogram.counts.iter().sum::<u32>(), 1001);
    }

    #[test]
    fn one_value_and_none() {
        let one = bars(&[75_000], 1, 10_000);
        assert_eq!((one.edges, one.counts, one.median), (vec![7.5, 7.5001], vec![1], 7.5));
        assert_eq!(bars(&[], 1, 1).counts, Vec::<u32>::new());
    }
}
