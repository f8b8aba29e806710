//! Scores that follow from the value alone: quantile, R `rfm`, fixed, mean.
//!
//! Invariant: the thresholds shown and the thresholds applied come from the same fractions.

use super::{Factor, Measures, Thresholds};
use crate::math::{Distribution, Ratio, natural_breaks};
use crate::recipe::Binning;

/// The cuts of one measure.
pub(super) struct Cuts {
    factor: Factor,
    /// Exact cut points, ascending, in raw steps.
    cuts: Vec<Ratio>,
    /// Whether a value equal to a cut belongs to the interval below it.
    right_closed: bool,
}

impl Cuts {
    pub(super) fn new(measures: &Measures, factor: Factor, binning: &Binning) -> Self {
        let distribution = measures.distribution(factor);
        let scale = measures.raw_per_unit(factor);
        let quantiles = |bins: u8| (1..bins).map(move |part| distribution.quantile(part.into(), bins.into()));
        let (cuts, right_closed) = match binning {
            Binning::Quantile { bins } | Binning::Ntile { bins, .. } => (quantiles(*bins).collect(), true),
            // Source: R `rfm` 0.3.0, R/utils.R, `bins()`: quantile + 1, intervals [lower, upper).
            Binning::RRfm { bins } => (quantiles(*bins).map(|cut| cut.plus(scale)).collect(), false),
            Binning::EqualWidth { bins } => ((1..*bins).map(|part| equal_width(distribution, part, *bins)).collect(), true),
            Binning::Jenks { bins } => (jenks(distribution, usize::from(*bins)), true),
            Binning::Fixed { cuts } => (cuts.iter().map(|&cut| fixed(cut, scale)).collect(), true),
            // The mean itself is low: for recency, low is the upper interval.
            Binning::Mean => (vec![distribution.mean()], !factor.is_reversed()),
        };
        Self { factor, cuts, right_closed }
    }

    /// The smallest whole values of the second, third … interval.
    fn begins(&self) -> Vec<i64> {
        self.cuts.iter().map(|cut| if self.right_closed { cut.floor().saturating_add(1) } else { cut.ceil() }).collect()
    }

    /// The score of every customer, absent ones too.
    pub(super) fn score(&self, measures: &Measures) -> Vec<u8> {
        let begins = self.begins();
        let reversed = self.factor.is_reversed();
        let first = if reversed { self.bins() } else { 1 };
        measures.map_raw(self.factor, |value| {
            let passed: u8 = begins.iter().map(|&begin| u8::from(value >= begin)).sum();
            if reversed { first - passed } else { first + passed }
        })
    }

    pub(super) fn thresholds(&self, measures: &Measures, binning: &Binning) -> Thresholds {
        let scale = measures.raw_per_unit(self.factor);
        let cuts = self.cuts.iter().map(|cut| cut.to_f64(scale)).collect();
        let thresholds = Thresholds { cuts, right_closed: self.right_closed, ..Thresholds::new(measures, self.factor, binning) };
        thresholds.with_sizes(self.sizes(measures))
    }

    /// Customers per score, from the distribution: nobody has to be looked at.
    fn sizes(&self, measures: &Measures) -> Vec<u32> {
        let distribution = measures.distribution(self.factor);
        let mut before = 0;
        let ends = self.begins().into_iter().map(|begin| distribution.count_below(begin)).chain([distribution.len()]);
        let mut sizes: Vec<u32> = ends.map(|end| end - std::mem::replace(&mut before, end)).collect();
        if self.factor.is_reversed() {
            sizes.reverse();
        }
        sizes
    }

    fn bins(&self) -> u8 {
        u8::try_from(self.cuts.len() + 1).unwrap_or(u8::MAX)
    }
}

/// The end of this part of the range, of so many parts.
fn equal_width(distribution: &Distribution, part: u8, parts: u8) -> Ratio {
    let (low, high) = (i128::from(distribution.min()), i128::from(distribution.max()));
    Ratio::new(low * i128::from(parts) + (high - low) * i128::from(part), u64::from(parts))
}

/// Natural breaks; where there are fewer different values than scores, the highest scores are empty.
fn jenks(distribution: &Distribution, parts: usize) -> Vec<Ratio> {
    let mut cuts = natural_breaks::breaks(distribution, parts);
    cuts.resize(parts - 1, distribution.max());
    cuts.into_iter().map(Ratio::whole).collect()
}

/// A cut as the user typed it, in raw steps. Money and seconds are rounded to the nearest step, so that
/// 255.8 is 255.8 and not the float beside it; days and orders keep their fraction in effect.
#[expect(clippy::cast_possible_truncation, reason = "a float beyond i64 is held at its ends, which is beyond every value")]
#[expect(clippy::cast_precision_loss, reason = "the scale is 1, 10 000 or 86 400")]
fn fixed(cut: f64, scale: i64) -> Ratio {
    if scale > 1 {
        return Ratio::whole((cut * scale as f64).round() as i64);
    }
    // Thousandths of a day or of an order: finer than anybody cuts, and shown as typed.
    Ratio::new(i128::from((cut * 1000.0).round() as i64), 1000)
}
