//! Scores that follow from the value alone: quantile, R `rfm`, fixed, mean.
//!
//! Invariant: the thresholds shown and the thresholds applied come from the same fractions.

use super::{Cutting, Values};
use crate::math::{Distribution, Ratio, natural_breaks};
use crate::recipe::Binning;

/// The cuts of one column of values.
pub(super) struct Cuts {
    /// Exact cut points, ascending, in raw steps.
    cuts: Vec<Ratio>,
    /// Whether a value equal to a cut belongs to the interval below it.
    right_closed: bool,
}

impl Cuts {
    pub(super) fn new(values: &impl Values, binning: &Binning) -> Self {
        let (distribution, scale) = (values.distribution(), values.scale());
        let quantiles = |bins: u8| (1..bins).map(move |part| distribution.quantile(part.into(), bins.into()));
        let (cuts, right_closed) = match binning {
            Binning::Quantile { bins } | Binning::Ntile { bins, .. } => (quantiles(*bins).collect(), true),
            // Source: R `rfm` 0.3.0, R/utils.R, `bins()`: quantile + 1, intervals [lower, upper).
            Binning::RRfm { bins } => (quantiles(*bins).map(|cut| cut.plus(scale)).collect(), false),
            Binning::EqualWidth { bins } => ((1..*bins).map(|part| equal_width(distribution, part, *bins)).collect(), true),
            Binning::Jenks { bins } => (jenks(distribution, usize::from(*bins)), true),
            Binning::Fixed { cuts } => (cuts.iter().map(|&cut| fixed(cut, scale)).collect(), true),
            // The mean itself is low: where lower is better, low is the upper interval.
            Binning::Mean => (vec![distribution.mean()], !values.is_reversed()),
        };
        Self { cuts, right_closed }
    }

    /// The smallest whole values of the second, third … interval.
    pub(super) fn begins(&self) -> Vec<i64> {
        self.cuts.iter().map(|cut| if self.right_closed { cut.floor().saturating_add(1) } else { cut.ceil() }).collect()
    }

    /// Writes the score of every customer who has a value.
    pub(super) fn score(&self, values: &impl Values, column: &mut [u8]) {
        // Most have five scores, nobody more than ten: a fixed number of comparisons is done several customers at a time.
        match self.begins().as_slice() {
            begins if begins.len() <= 4 => self.score_by(filled::<4>(begins), values, column),
            begins => self.score_by(filled::<9>(begins), values, column),
        }
    }

    fn score_by<const N: usize>(&self, begins: [i64; N], values: &impl Values, column: &mut [u8]) {
        let reversed = values.is_reversed();
        let (first, most) = (if reversed { self.bins() } else { 1 }, self.bins() - 1);
        values.write(column, |value| {
            // The largest number there is would also pass what was filled up.
            let passed = begins.iter().map(|&begin| u8::from(value >= begin)).sum::<u8>().min(most);
            if reversed { first - passed } else { first + passed }
        });
    }

    pub(super) fn cutting(&self, values: &impl Values, binning: &Binning) -> Cutting {
        let scale = values.scale();
        let cuts = self.cuts.iter().map(|cut| cut.to_f64(scale)).collect();
        let cutting = Cutting { cuts, right_closed: self.right_closed, ..Cutting::new(values, binning) };
        cutting.with_sizes(self.sizes(values))
    }

    /// Customers per score, from the distribution: nobody has to be looked at.
    fn sizes(&self, values: &impl Values) -> Vec<u32> {
        let distribution = values.distribution();
        let mut before = 0;
        let ends = self.begins().into_iter().map(|begin| distribution.count_below(begin)).chain([distribution.len()]);
        let mut sizes: Vec<u32> = ends.map(|end| end - std::mem::replace(&mut before, end)).collect();
        if values.is_reversed() {
            sizes.reverse();
        }
        sizes
    }

    fn bins(&self) -> u8 {
        u8::try_from(self.cuts.len() + 1).unwrap_or(u8::MAX)
    }
}

/// Where intervals begin, filled up with beginnings that no value reaches.
fn filled<const N: usize>(begins: &[i64]) -> [i64; N] {
    let mut all = [i64::MAX; N];
    all.iter_mut().zip(begins).for_each(|(slot, &begin)| *slot = begin);
    all
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
