//! How often each value occurs: one sorted column that answers every question about places.
//!
//! Made once per measure and kept, so that moving a threshold sorts nothing. Customers share few
//! different day numbers and order counts, and these are counted instead of sorted.
//! Invariant: `values` ascends strictly and `up_to` ends with the number of values.

use super::{Ratio, sort};

/// Different values in ascending order, with the number of values up to each.
///
/// # Example: quantiles without rounding
/// ```
/// use customer_tiers::math::Distribution;
/// let days = Distribution::of(vec![10, 30, 20, 20]);
/// assert_eq!(days.quantile(1, 2).to_f64(1), 20.0);
/// assert_eq!(days.quantile(4, 5).to_f64(1), 24.0); // 0.4 of the way from 20 to 30
/// assert_eq!((days.count_below(20), days.count(20)), (1, 2));
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Distribution {
    values: Vec<i64>,
    up_to: Vec<u32>,
}

impl Distribution {
    /// The distribution of these values, at most `u32::MAX` of them, in any order.
    #[must_use]
    pub fn of(values: Vec<i64>) -> Self {
        let (Some(&low), Some(&high)) = (values.iter().min(), values.iter().max()) else { return Self::default() };
        let range = usize::try_from(high.abs_diff(low)).unwrap_or(usize::MAX);
        // A table of counts is smaller than the column itself: count.
        if range <= values.len().saturating_mul(2) {
            return Self::counted(&values, low, range);
        }
        Self::sorted(&sort::ascending(values))
    }

    fn counted(values: &[i64], low: i64, range: usize) -> Self {
        let mut counts = vec![0_u32; range + 1];
        for value in values {
            counts[usize::try_from(value.abs_diff(low)).unwrap_or(range)] += 1;
        }
        let mut this = Self::default();
        for (value, count) in (low..).zip(counts).filter(|(_, count)| *count > 0) {
            this.push(value, count);
        }
        this
    }

    fn sorted(values: &[i64]) -> Self {
        let mut this = Self { values: Vec::with_capacity(values.len()), up_to: Vec::with_capacity(values.len()) };
        for group in values.chunk_by(|a, b| a == b) {
            this.push(group[0], u32::try_from(group.len()).unwrap_or(u32::MAX));
        }
        this
    }

    fn push(&mut self, value: i64, count: u32) {
        let before = self.len();
        self.values.push(value);
        self.up_to.push(before.saturating_add(count));
    }

    /// How many values there are, equal ones counted each.
    #[must_use]
    pub fn len(&self) -> u32 {
        self.up_to.last().copied().unwrap_or(0)
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.values.is_empty()
    }

    /// The smallest value; 0 when there is none.
    #[must_use]
    pub fn min(&self) -> i64 {
        self.values.first().copied().unwrap_or(0)
    }

    /// The largest value; 0 when there is none.
    #[must_use]
    pub fn max(&self) -> i64 {
        self.values.last().copied().unwrap_or(0)
    }

    /// The value at this place of the ascending order, counted from 0; the largest beyond the end.
    #[must_use]
    pub fn at(&self, place: u32) -> i64 {
        let index = self.up_to.partition_point(|&up_to| up_to <= place);
        self.values.get(index).copied().unwrap_or_else(|| self.max())
    }

    /// How many values are smaller than this one.
    #[must_use]
    pub fn count_below(&self, value: i64) -> u32 {
        match self.values.partition_point(|&known| known < value) {
            0 => 0,
            index => self.up_to[index - 1],
        }
    }

    /// How many values are equal to this one.
    #[must_use]
    pub fn count(&self, value: i64) -> u32 {
        let up_to = if value == i64::MAX { self.len() } else { self.count_below(value + 1) };
        up_to - self.count_below(value)
    }

    /// The different values in ascending order, each with how often it occurs.
    pub fn groups(&self) -> impl DoubleEndedIterator<Item = (i64, u32)> + '_ {
        let before = std::iter::once(0).chain(self.up_to.iter().copied());
        let counts: Vec<u32> = self.up_to.iter().zip(before).map(|(up_to, before)| up_to - before).collect();
        self.values.iter().copied().zip(counts)
    }

    /// Exact sum of all values.
    #[must_use]
    pub fn sum(&self) -> i128 {
        self.groups().map(|(value, count)| i128::from(value) * i128::from(count)).sum()
    }

    /// Exact mean; 0 when there is no value.
    #[must_use]
    pub fn mean(&self) -> Ratio {
        Ratio::new(self.sum(), u64::from(self.len()))
    }

    /// The quantile of `part / parts` (0 to 1), type 7, exactly: with h = (n − 1)·part/parts it lies
    /// between the values at ⌊h⌋ and ⌊h⌋ + 1, as far up as h is above ⌊h⌋. Domain: n ≥ 1; 0 without values.
    ///
    /// Source: Hyndman & Fan (1996), "Sample Quantiles in Statistical Packages", definition 7: the
    /// default of R and of pandas.
    #[must_use]
    pub fn quantile(&self, part: u32, parts: u32) -> Ratio {
        let (part, parts) = (u64::from(part), u64::from(parts.max(1)));
        let steps = u64::from(self.len().saturating_sub(1)) * part.min(parts);
        let place = u32::try_from(steps / parts).unwrap_or(u32::MAX);
        let (low, high) = (i128::from(self.at(place)), i128::from(self.at(place.saturating_add(1))));
        Ratio::new(low * i128::from(parts) + i128::from(steps % parts) * (high - low), parts)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Source: data set `mtcars` of R (Motor Trend, 1974), miles per gallon, in tenths.
    const MILES_PER_GALLON: [i64; 32] = [
        210, 210, 228, 214, 187, 181, 143, 244, 228, 192, 178, 164, 173, 152, 104, 104, 147, 324, 304, 339, 215, 155, 152, 133, 192, 273,
        260, 304, 158, 197, 150, 214,
    ];

    /// Source: R `rfm` 0.3.0, tests of `bins()`: `bins(mtcars$mpg, 5)` is the type-7 quantile plus one unit.
    #[test]
    fn quantiles_of_r_plus_one_as_published() {
        let distribution = Distribution::of(MILES_PER_GALLON.to_vec());
        let cuts: Vec<f64> = (1..5).map(|part| distribution.quantile(part, 5).plus(10).to_f64(10)).collect();
        assert_eq!(cuts, [16.20, 18.92, 22.00, 25.08]);
    }

    #[test]
    fn counting_and_sorting_agree() {
        let spread = |factor: i64| Distribution::of(MILES_PER_GALLON.iter().map(|value| value * factor).collect());
        let (narrow, wide) = (spread(1), spread(1_000_003));
        assert_eq!(narrow.up_to, wide.up_to);
        assert_eq!(narrow.values.iter().map(|value| value * 1_000_003).collect::<Vec<_>>(), wide.values);
    }

    #[test]
    fn places_and_counts() {
        let distribution = Distribution::of(vec![5, 1, 5, 9]);
        assert_eq!([0, 1, 2, 3, 4].map(|place| distribution.at(place)), [1, 5, 5, 9, 9]);
        assert_eq!([0, 1, 2, 5, 6, 10].map(|value| distribution.count_below(value)), [0, 0, 1, 1, 3, 4]);
        assert_eq!((distribution.count(5), distribution.count(4), distribution.sum(), distribution.mean().floor()), (2, 0, 20, 5));
    }

    #[test]
    fn nothing_and_one() {
        let nothing = Distribution::of(Vec::new());
        assert_eq!((nothing.len(), nothing.min(), nothing.max(), nothing.quantile(1, 2)), (0, 0, 0, Ratio::new(0, 2)));
        let one = Distribution::of(vec![7]);
        assert_eq!([0, 1, 5].map(|part| one.quantile(part, 5).to_f64(1)), [7.0, 7.0, 7.0]);
        let ends = Distribution::of(vec![i64::MIN, i64::MAX]);
        assert_eq!((ends.quantile(1, 2).floor(), ends.count(i64::MAX)), (-1, 1));
    }
}
