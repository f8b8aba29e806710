//! How sure a change is.
//!
//! Every figure is a ratio of two sums over customers, so its error comes from how much single customers move it (the linearised
//! or "sandwich" variance, clustered by customer: Taylor linearisation as in Cochran, Sampling Techniques, 6.4). A customer
//! who is in several of the compared groups counts as one, which takes care of what the groups have in common. Invariant: no
//! chance is drawn, so the same data give the same verdict.

use super::facts::{MEASURES, Sums};
use super::{EffectVerdict, MeasureEffect, TierEffect};
use crate::math::student::{t_95, two_sided};
use serde::Serialize;

/// Customers who have something to count, in each group and span, from which on a verdict is given.
pub(super) const ENOUGH: u32 = 20;

/// A figure with its 95 % interval.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Estimate {
    /// The figure.
    pub value: f64,
    /// Lower end of its 95 % interval.
    pub low: f64,
    /// Upper end.
    pub high: f64,
}

/// Sums over a group in the two spans of a pair.
#[derive(Clone, Copy, Default)]
pub(super) struct Group {
    pub(super) customers: u32,
    before: Side,
    after: Side,
}

#[derive(Clone, Copy, Default)]
struct Side {
    sums: Sums,
    /// Customers who have something in the denominator.
    counted: [u32; MEASURES],
}

impl Side {
    fn add(&mut self, sums: &Sums) {
        for (measure, (top, bottom)) in sums.iter().enumerate() {
            self.sums[measure].0 += top;
            self.sums[measure].1 += bottom;
            self.counted[measure] += u32::from(*bottom > 0.0);
        }
    }

    fn ratio(&self, measure: usize) -> Option<f64> {
        let (top, bottom) = self.sums[measure];
        (bottom > 0.0).then(|| top / bottom)
    }

    /// How much this customer moves the ratio.
    fn influence(&self, measure: usize, (top, bottom): (f64, f64)) -> f64 {
        self.ratio(measure).map_or(0.0, |ratio| (top - ratio * bottom) / self.sums[measure].1)
    }
}

impl Group {
    pub(super) fn add(&mut self, before: &Sums, after: &Sums) {
        self.customers += 1;
        self.before.add(before);
        self.after.add(after);
    }

    /// The figure in the earlier and in the later span.
    pub(super) fn figures(&self, measure: usize) -> Option<(f64, f64)> {
        Some((self.before.ratio(measure)?, self.after.ratio(measure)?))
    }

    pub(super) fn change(&self, measure: usize) -> Option<f64> {
        self.figures(measure).map(|(before, after)| after - before)
    }

    /// How much this customer moves the change.
    pub(super) fn influence(&self, measure: usize, before: &Sums, after: &Sums) -> f64 {
        self.after.influence(measure, after[measure]) - self.before.influence(measure, before[measure])
    }

    /// Customers with something to count, in the span that has fewer of them.
    pub(super) fn counted(&self, measure: usize) -> u32 {
        self.before.counted[measure].min(self.after.counted[measure])
    }

    pub(super) fn is_enough(&self, measure: usize) -> bool {
        self.counted(measure) >= ENOUGH
    }
}

/// The value with its interval and the probability of at least such a value by chance, from the squared influences.
///
/// `level` is how large the figures are whose difference the value is.
pub(super) fn estimate(value: f64, level: f64, squares: f64, counted: u32) -> (Estimate, f64) {
    // What rounding leaves of no change would be certain where everybody changed alike.
    let value = if value.abs() < 1e-9 * level { 0.0 } else { value };
    let count = f64::from(counted.max(2));
    let error = libm::sqrt(squares * count / (count - 1.0));
    let half = t_95(count - 1.0) * error;
    let chance = if error > 0.0 { two_sided(value / error, count - 1.0) } else { f64::from(u8::from(value == 0.0)) };
    (Estimate { value, low: value - half, high: value + half }, chance)
}

/// Which of several findings stand when all are looked at together: at most one table in twenty then names a change that there is not.
///
/// Source: S. Holm, "A Simple Sequentially Rejective Multiple Test Procedure", Scandinavian Journal of Statistics 6 (1979).
fn holm(chances: &[f64]) -> Vec<f64> {
    let mut order: Vec<usize> = (0..chances.len()).collect();
    order.sort_by(|&a, &b| chances[a].total_cmp(&chances[b]));
    let mut adjusted = vec![1.0; chances.len()];
    let mut floor = 0.0_f64;
    for (&place, left) in order.iter().zip((1_u32..=u32::try_from(chances.len()).unwrap_or(u32::MAX)).rev()) {
        floor = floor.max(chances[place] * f64::from(left)).min(1.0);
        adjusted[place] = floor;
    }
    adjusted
}

/// Verdicts of the whole table at once; everybody together is no further tier and judged by itself.
pub(super) fn judge(tiers: &mut [TierEffect]) {
    let Some((all, tiers)) = tiers.split_last_mut() else { return };
    for group in [tiers, std::slice::from_mut(all)] {
        let mut judged: Vec<&mut MeasureEffect> =
            group.iter_mut().flat_map(|tier| &mut tier.measures).filter(|measure| measure.verdict != EffectVerdict::TooFew).collect();
        let chances: Vec<f64> = judged.iter().map(|measure| measure.chance).collect();
        for (measure, chance) in judged.iter_mut().zip(holm(&chances)) {
            measure.verdict = match (chance < 0.05, measure.effect.value > 0.0) {
                (false, _) => EffectVerdict::Unclear,
                (true, true) => EffectVerdict::Up,
                (true, false) => EffectVerdict::Down,
            };
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn findings_together() {
        for (name, chances, expected) in [
            ("a published order", vec![0.01, 0.04, 0.03, 0.005], vec![0.03, 0.06, 0.06, 0.02]),
            ("one alone stays", vec![0.03], vec![0.03]),
            ("none above one", vec![0.9, 0.8], vec![1.0, 1.0]),
            ("nothing", vec![], vec![]),
        ] {
            let found = holm(&chances);
            assert_eq!(found.len(), expected.len(), "{name}");
            assert!(found.iter().zip(&expected).all(|(a, b)| (a - b).abs() < 1e-12), "{name}: {found:?}");
        }
    }

    #[test]
    fn the_interval_of_a_mean_is_students() {
        // Differences 1, 2, 3, 4: mean 2.5, standard error 0.6455, t(3) = 3.182.
        let squares: f64 = [1.0_f64, 2.0, 3.0, 4.0].iter().map(|x| ((x - 2.5) / 4.0) * ((x - 2.5) / 4.0)).sum();
        let (estimate, chance) = estimate(2.5, 10.0, squares, 4);
        assert!((estimate.high - 2.5 - 3.182 * 0.645_497).abs() < 1e-3, "{estimate:?}");
        assert!((chance - 0.030_466).abs() < 1e-4, "{chance}");
    }

    #[test]
    fn what_rounding_leaves_is_no_change() {
        let (estimate, chance) = estimate(1e-14, 40.0, 1e-34, 40);
        assert_eq!((estimate.value, chance), (0.0, 1.0));
    }
}
