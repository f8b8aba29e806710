//! Ranges of positive quantities of which mean and variance are known.
//!
//! Sums of purchases and of revenue are positive and, for few customers, far from symmetric: mean ± 2 deviations
//! would go below zero. A gamma distribution with the same mean and variance does not. Invariant: the range
//! holds the mean's side of zero, widens with the variance and is the mean itself when there is none.

/// The 0.975 quantile of the standard normal distribution.
const Z_95: f64 = 1.959_963_984_540_054;

/// The middle 95 % of a gamma distribution with this mean (≥ 0) and variance (≥ 0), by the cube-root approximation of Wilson &
/// Hilferty (1931), The distribution of chi-square, PNAS 17(12), 684–688. Where the variance is larger than the squared mean, as with
/// customers who most likely bring nothing, the approximation ends; there it is a quantity that is 0 or exponential, which
/// is the same at the border. Both ends are 0 when the mean is.
///
/// # Example: a hundred purchases expected, as many as chance alone makes them vary
/// ```
/// use customer_tiers::math::range::gamma_range;
/// let (low, high) = gamma_range(100.0, 100.0);
/// assert!((low - 81.4).abs() < 0.1 && (high - 120.5).abs() < 0.1);
/// ```
#[must_use]
pub fn gamma_range(mean: f64, variance: f64) -> (f64, f64) {
    if mean.is_nan() || mean <= 0.0 {
        return (0.0, 0.0);
    }
    if variance > mean * mean {
        let exponential = (variance + mean * mean) / (2.0 * mean);
        let share = mean / exponential;
        let end = |above: f64| exponential * f64::max(libm::log(share / above), 0.0);
        return (end(0.975).min(mean), end(0.025).max(mean));
    }
    // 1 / (9 k), with k the shape.
    let ninth = variance.max(0.0) / (9.0 * mean * mean);
    let end = |z: f64| {
        let root = (1.0 - ninth + z * libm::sqrt(ninth)).max(0.0);
        mean * root * root * root
    };
    (end(-Z_95), end(Z_95))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quantiles_of_gamma_distributions() {
        // Shape k, scale 1: scipy.stats.gamma(k).ppf([0.025, 0.975]).
        for (shape, low, high, tolerance) in [
            (1.0, 0.025_318, 3.688_879, 0.05),
            (5.0, 1.623_486, 10.241_589, 0.02),
            (20.0, 12.216_522, 29.670_863, 0.01),
            (100.0, 81.363_960, 120.529_018, 0.01),
        ] {
            let (found_low, found_high) = gamma_range(shape, shape);
            assert!((found_low - low).abs() < tolerance, "k = {shape}: {found_low} is not {low}");
            assert!((found_high - high).abs() < tolerance, "k = {shape}: {found_high} is not {high}");
        }
    }

    #[test]
    fn ends_stay_above_zero_and_around_the_mean() {
        assert_eq!(gamma_range(0.0, 4.0), (0.0, 0.0));
        assert_eq!(gamma_range(7.0, 0.0), (7.0, 7.0));
        // Zero in 96 of 100 cases, but then it is much.
        let (low, high) = gamma_range(1.0, 50.0);
        assert!(low == 0.0 && (10.0..20.0).contains(&high), "{low} to {high}");
        let (beside, border) = (gamma_range(1.0, 1.0), gamma_range(1.0, 1.000_001));
        assert!((beside.0 - border.0).abs() < 0.02 && (beside.1 - border.1).abs() < 0.03, "{beside:?} and {border:?}");
    }
}
