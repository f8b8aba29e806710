//! How sure a share of a sample is.
//!
//! A satisfaction of 100 % from three answers is no finding; every share that is shown for few people comes with its range.
//! Invariants: the range lies inside 0 to 1 and holds the share itself; nobody asked, nothing known: 0 to 1.

/// 97.5 % quantile of the standard normal distribution.
const Z: f64 = 1.959_963_984_540_054;

/// The 95 % interval of a share of `part` in `whole`.
///
/// Source: E. B. Wilson, "Probable Inference", JASA 22 (1927): the interval stays inside 0 to 1, and is honest for few.
///
/// # Example: 8 of 10
/// ```
/// let (low, high) = customer_tiers::math::proportion::wilson(8, 10);
/// assert_eq!(format!("{low:.4} {high:.4}"), "0.4902 0.9433");
/// ```
#[must_use]
pub fn wilson(part: u32, whole: u32) -> (f64, f64) {
    if whole == 0 {
        return (0.0, 1.0);
    }
    let count = f64::from(whole);
    let rate = f64::from(part.min(whole)) / count;
    let widened = 1.0 + Z * Z / count;
    let centre = (rate + Z * Z / (2.0 * count)) / widened;
    let half = Z / widened * libm::sqrt(rate * (1.0 - rate) / count + Z * Z / (4.0 * count * count));
    // At 0 and 1 the last digit may fall on the wrong side of the share itself.
    ((centre - half).clamp(0.0, rate), (centre + half).clamp(rate, 1.0))
}

/// The 95 % interval of the difference of two shares of one sample, as promoters less detractors, −1 to 1.
///
/// Source: B. Rocks, "Interval Estimation for the Net Promoter Score", The American Statistician 70 (2016): the adjusted
/// Wald interval, three answers spread as ¾, 1½ and ¾ added.
///
/// # Example: three promoters and no detractor are not yet a score of 100
/// ```
/// let (low, high) = customer_tiers::math::proportion::difference(3, 0, 3);
/// assert!(low < 0.1 && high > 0.99);
/// ```
#[must_use]
pub fn difference(first: u32, second: u32, whole: u32) -> (f64, f64) {
    let count = f64::from(whole) + 3.0;
    let (first, second) = ((f64::from(first) + 0.75) / count, (f64::from(second) + 0.75) / count);
    let centre = first - second;
    let half = Z * libm::sqrt(((first + second - centre * centre) / count).max(0.0));
    ((centre - half).max(-1.0), (centre + half).min(1.0))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn intervals_hold_the_share_and_stay_inside() {
        for (part, whole) in [(0, 1), (1, 1), (0, 30), (30, 30), (5, 10), (9, 2)] {
            let (low, high) = wilson(part, whole);
            let rate = f64::from(part.min(whole)) / f64::from(whole);
            assert!((0.0..=1.0).contains(&low) && low <= rate && rate <= high && high <= 1.0, "{part} of {whole}: {low} {high}");
        }
        assert_eq!(wilson(0, 0), (0.0, 1.0));
    }

    #[test]
    fn the_score_of_a_published_example() {
        // Rocks (2016) by hand: 50 promoters, 20 detractors of 100: (50.75 - 20.75) / 103 = 0.29126.
        let (low, high) = difference(50, 20, 100);
        assert!(((low + high) / 2.0 - 0.291_262).abs() < 1e-6, "{low} {high}");
        assert!((high - low) / 2.0 < 0.16 && (high - low) / 2.0 > 0.14);
    }
}
