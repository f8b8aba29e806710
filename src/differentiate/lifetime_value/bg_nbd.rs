//! BG/NBD: purchases at a customer's own steady rate, and after each a chance to leave for good.
//!
//! Fader, Hardie & Lee (2005), "Counting Your Customers" the Easy Way, Marketing Science 24(2),
//! 275–284. Rates are Gamma(r, α) over customers, the chance to leave is Beta(a, b). A customer who has
//! never come back is alive with certainty under this model: there was no purchase after which to leave.

use super::fit::{self, Fit};
use super::{Histories, History};
use crate::math::special::{hyp2f1, ln_beta, ln_gamma_ratio};

/// The model with its parameters; times in the unit of the histories it was fitted on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgNbd {
    /// Shape of the purchase rates, > 0.
    pub r: f64,
    /// Scale of the purchase rates, in time, > 0.
    pub alpha: f64,
    /// First shape of the chance to leave, > 0.
    pub a: f64,
    /// Second shape of the chance to leave, > 0.
    pub b: f64,
}

impl BgNbd {
    /// The parameters that make these histories likeliest.
    #[must_use]
    pub fn fit(histories: &Histories) -> (Self, Fit) {
        let scale = histories.longest().max(f64::MIN_POSITIVE) / 10.0;
        let starts = [[1.0, scale, 1.0, 1.0], [0.25, scale, 0.8, 2.5], [2.0, 3.0 * scale, 0.3, 3.0]].map(|start| start.to_vec());
        let fit = fit::fit(histories, &starts, |parameters, over| Self::from_slice(parameters).ln_likelihood(over));
        (Self::from_slice(&fit.parameters), fit)
    }

    pub(super) fn from_slice(parameters: &[f64]) -> Self {
        let at = |index: usize| parameters.get(index).copied().unwrap_or(f64::NAN);
        Self { r: at(0), alpha: at(1), a: at(2), b: at(3) }
    }

    /// ln likelihood of the histories (equation 6, as a sum over customers).
    #[must_use]
    pub fn ln_likelihood(&self, histories: &Histories) -> f64 {
        let &Self { r, alpha, a, b } = self;
        let constant = r * libm::log(alpha) - ln_beta(a, b);
        histories.ln_geometric((r, alpha), |x| {
            let leaves = if x > 0.0 { libm::log(a) - libm::log(b + x - 1.0) } else { f64::NEG_INFINITY };
            (constant + ln_gamma_ratio(r, x) + ln_beta(a, b + x), leaves)
        })
    }

    /// How likely the customer is still one, 0 to 1.
    #[must_use]
    pub fn p_alive(&self, history: &History) -> f64 {
        if history.x == 0.0 { 1.0 } else { 1.0 / (1.0 + self.odds_left(history)) }
    }

    /// The odds that the customer left after the last purchase.
    fn odds_left(&self, &History { x, t_x, age }: &History) -> f64 {
        let ln_odds = libm::log(self.a / (self.b + x - 1.0)) + (self.r + x) * libm::log1p((age - t_x) / (self.alpha + t_x));
        libm::exp(ln_odds)
    }

    /// Purchases expected of this customer in the next `t` (equation 10: the chance to be alive times what then follows).
    #[must_use]
    pub fn expected_purchases(&self, history: &History, t: f64) -> f64 {
        self.p_alive(history) * self.if_alive(history.x, history.age, t)
    }

    /// Purchases expected in the next `t` of a customer known to be alive.
    #[must_use]
    pub fn if_alive(&self, x: f64, age: f64, t: f64) -> f64 {
        let &Self { r, alpha, b, .. } = self;
        let a = beside_one(self.a);
        let shrunk = shrunk_hyp2f1(r + x, b + x, a + b + x - 1.0, t / (alpha + age + t));
        let expected = (a + b + x - 1.0) / (a - 1.0) * (1.0 - shrunk);
        if expected.is_finite() { expected } else { alike(a / (a + b + x), r + x, t / (alpha + age)) }
    }

    /// Purchases expected of a new customer within `t` of the first (equation 9).
    #[must_use]
    pub fn expected_of_new(&self, t: f64) -> f64 {
        let &Self { r, alpha, b, .. } = self;
        let a = beside_one(self.a);
        (a + b - 1.0) / (a - 1.0) * (1.0 - shrunk_hyp2f1(r, b, a + b - 1.0, t / (alpha + t)))
    }

    /// How likely a new customer makes exactly `n` repeat purchases within `t` (equation 8).
    #[must_use]
    pub fn probability_of(&self, n: u32, t: f64) -> f64 {
        let &Self { r, alpha, a, b } = self;
        let count = f64::from(n);
        let (ln_none, ln_share) = (r * libm::log(alpha / (alpha + t)), libm::log(t / (alpha + t)));
        let term = |j: f64| libm::exp(ln_gamma_ratio(r, j) - ln_gamma_ratio(1.0, j) + ln_none + j * ln_share);
        let stays = libm::exp(ln_beta(a, b + count) - ln_beta(a, b)) * term(count);
        if n == 0 {
            return stays;
        }
        let fewer: f64 = (0..n).map(|j| term(f64::from(j))).sum();
        stays + libm::exp(ln_beta(a + 1.0, b + count - 1.0) - ln_beta(a, b)) * (1.0 - fewer)
    }
}

/// Purchases expected of a living customer where all are as likely to leave after a purchase, by so much: (1 − (1 + p t / (α +
/// T))^−(r + x)) / p. The limit of the formulas as a and b grow together, where their sums are beyond what a double can hold.
pub(super) fn alike(leaves: f64, shape: f64, time: f64) -> f64 {
    -libm::expm1(-shape * libm::log1p(leaves * time)) / leaves
}

/// The formulas divide by a − 1, and so do both sides of the limit: a hair beside 1 they are exact to nine digits.
pub(super) fn beside_one(a: f64) -> f64 {
    if (a - 1.0).abs() < 1e-7 { 1.0 + 1e-7 } else { a }
}

/// (1 − z)^a ₂F₁(a, b; c; z), which stays moderate where ₂F₁ alone would overflow.
pub(super) fn shrunk_hyp2f1(a: f64, b: f64, c: f64, z: f64) -> f64 {
    // Euler: ₂F₁(a, b; c; z) = (1 − z)^(c−a−b) ₂F₁(c − a, c − b; c; z).
    libm::exp((c - b) * libm::log1p(-z)) * hyp2f1(c - a, c - b, c, z)
}

#[cfg(test)]
mod tests {
    use super::super::{History, MbgNbd};
    use super::BgNbd;

    /// Where everybody leaves alike, the search lets a and b grow together without end: what is expected stays what it is.
    #[test]
    fn shapes_beyond_all_sums_expect_what_large_ones_do() {
        let (r, alpha) = (1.1, 19.5);
        let history = History { x: 2.0, t_x: 40.0, age: 60.0 };
        let both = |a: f64, b: f64| {
            let (bg, mbg) = (BgNbd { r, alpha, a, b }, MbgNbd { r, alpha, a, b });
            [bg.expected_purchases(&history, 52.0), mbg.expected_purchases(&history, 52.0)]
        };
        let large = both(50.0, 140.0);
        for factor in [2.0, 10.0, 100.0, 1e3, 1e5] {
            for (found, expected) in both(50.0 * factor, 140.0 * factor).into_iter().zip(large) {
                assert!((found / expected - 1.0).abs() < 0.02, "{factor}: {found} is not near {expected}");
            }
        }
    }
}
