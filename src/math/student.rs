//! Student's t distribution: how far a mean of few is off by chance.
//!
//! A normal distribution makes findings of thirty customers too sure. Invariant: with many degrees of freedom the
//! figures are those of the normal distribution.

use super::special::ln_beta;

/// The probability of a t at least this far from 0, on either side, 0 to 1.
///
/// `freedom` are the degrees of freedom, at least 1. Source: Abramowitz & Stegun 26.7.1, with the incomplete beta function
/// I of `freedom / (freedom + t²)`.
///
/// # Example: the table's 2.228 for ten degrees of freedom is the 5 % point
/// ```
/// let p = customer_tiers::math::student::two_sided(2.228, 10.0);
/// assert!((p - 0.05).abs() < 1e-4);
/// ```
#[must_use]
pub fn two_sided(t: f64, freedom: f64) -> f64 {
    let freedom = freedom.max(1.0);
    if t.is_nan() {
        return 1.0;
    }
    if t.is_infinite() {
        return 0.0;
    }
    incomplete_beta(freedom / (freedom + t * t), freedom / 2.0, 0.5)
}

/// The t beyond which, on either side, 5 % lie: half the width of a 95 % interval in standard errors.
#[must_use]
pub fn t_95(freedom: f64) -> f64 {
    let (mut low, mut high) = (1.9, 13.0);
    // The 5 % point lies between the normal 1.96 and, for one degree of freedom, 12.71.
    for _ in 0..60 {
        let middle = f64::midpoint(low, high);
        if two_sided(middle, freedom) > 0.05 { low = middle } else { high = middle }
    }
    high
}

/// The regularised incomplete beta function of x in 0 to 1; a and b above 0.
///
/// Source: Numerical Recipes 6.4: the continued fraction by Lentz's method, on the side where it converges fast.
fn incomplete_beta(x: f64, a: f64, b: f64) -> f64 {
    if x <= 0.0 {
        return 0.0;
    }
    if x >= 1.0 {
        return 1.0;
    }
    let front = libm::exp(a * libm::log(x) + b * libm::log1p(-x) - ln_beta(a, b));
    if x < (a + 1.0) / (a + b + 2.0) { front * fraction(x, a, b) / a } else { 1.0 - front * fraction(1.0 - x, b, a) / b }
}

fn fraction(x: f64, a: f64, b: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..=300 {
        let m = f64::from(step);
        for term in
            [m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m)), -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0))]
        {
            d = 1.0 / away(1.0 + term * d);
            c = away(1.0 + term / c);
            result *= d * c;
        }
        if (d * c - 1.0).abs() < 1e-15 {
            break;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn five_percent_points_of_the_printed_table() {
        // Source: Abramowitz & Stegun, table 26.10.
        for (freedom, expected) in [(1.0, 12.706), (2.0, 4.303), (5.0, 2.571), (10.0, 2.228), (30.0, 2.042), (120.0, 1.980), (1e7, 1.960)] {
            assert!((t_95(freedom) - expected).abs() < 6e-4, "{freedom}: {}", t_95(freedom));
        }
    }

    #[test]
    fn probabilities_at_the_ends() {
        for (t, freedom, expected) in [(0.0, 5.0, 1.0), (f64::INFINITY, 5.0, 0.0), (f64::NAN, 5.0, 1.0), (1.0, 1.0, 0.5), (-1.0, 1.0, 0.5)]
        {
            assert!((two_sided(t, freedom) - expected).abs() < 1e-12, "{t} {freedom}: {}", two_sided(t, freedom));
        }
    }
}
