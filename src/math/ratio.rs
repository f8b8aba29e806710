//! Exact fractions: where a cut lies between two integers.
//!
//! A type-7 quantile of integers is a fraction whose denominator is the number of parts. Kept as one,
//! comparing a customer with it is integer arithmetic. Invariant: the denominator is positive.

/// A fraction of two integers.
///
/// # Example: 296.4 days, exactly
/// ```
/// use customer_tiers::math::Ratio;
/// let cut = Ratio::new(1482, 5);
/// assert_eq!((cut.floor(), cut.ceil(), cut.to_f64(1)), (296, 297, 296.4));
/// ```
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Ratio {
    numerator: i128,
    denominator: i128,
}

impl Ratio {
    /// `numerator / denominator`; a denominator of 0 is taken as 1.
    #[must_use]
    pub fn new(numerator: i128, denominator: u64) -> Self {
        Self { numerator, denominator: i128::from(denominator.max(1)) }
    }

    /// The whole number `value`.
    #[must_use]
    pub fn whole(value: i64) -> Self {
        Self::new(i128::from(value), 1)
    }

    /// The largest integer that is not above it, held at the ends of `i64`.
    #[must_use]
    pub fn floor(self) -> i64 {
        held(self.numerator.div_euclid(self.denominator))
    }

    /// The smallest integer that is not below it, held at the ends of `i64`.
    #[must_use]
    pub fn ceil(self) -> i64 {
        held(-(-self.numerator).div_euclid(self.denominator))
    }

    /// It and this many more.
    #[must_use]
    pub fn plus(self, value: i64) -> Self {
        Self { numerator: self.numerator + i128::from(value) * self.denominator, ..self }
    }

    /// It so many times.
    #[must_use]
    pub fn times(self, factor: i64) -> Self {
        Self { numerator: self.numerator * i128::from(factor), ..self }
    }

    /// The nearest float of it divided by `scale` (raw steps in one shown unit, at least 1). For showing only.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "shown figures need 15 digits, no more")]
    pub fn to_f64(self, scale: i64) -> f64 {
        self.numerator as f64 / (self.denominator * i128::from(scale.max(1))) as f64
    }
}

fn held(value: i128) -> i64 {
    i64::try_from(value).unwrap_or(if value < 0 { i64::MIN } else { i64::MAX })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rounds_down_and_up_on_both_sides_of_zero() {
        for (numerator, denominator, floor, ceil) in [(7, 2, 3, 4), (-7, 2, -4, -3), (6, 2, 3, 3), (-6, 2, -3, -3), (0, 5, 0, 0)] {
            let ratio = Ratio::new(numerator, denominator);
            assert_eq!((ratio.floor(), ratio.ceil()), (floor, ceil), "{numerator}/{denominator}");
        }
        assert_eq!(Ratio::new(i128::MAX / 4, 1).floor(), i64::MAX);
        assert_eq!(Ratio::new(1482, 5).plus(1).to_f64(1), 297.4);
    }
}
