//! MBG/NBD: as BG/NBD, but a customer can also leave right after the first purchase.
//!
//! Batislam, Denizel & Filiztekin (2007), Empirical validation and comparison of models for customer base
//! analysis, International Journal of Research in Marketing 24(3), 201–209. So a one-time buyer is not
//! alive with certainty, which BG/NBD claims and nobody believes.

use super::bg_nbd::{alike, beside_one, shrunk_hyp2f1};
use super::fit::{self, Fit};
use super::{Histories, History};
use crate::math::special::{ln_beta, ln_gamma_ratio};

/// The model with its parameters; times in the unit of the histories it was fitted on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MbgNbd {
    /// Shape of the purchase rates, > 0.
    pub r: f64,
    /// Scale of the purchase rates, in time, > 0.
    pub alpha: f64,
    /// First shape of the chance to leave, > 0.
    pub a: f64,
    /// Second shape of the chance to leave, > 0.
    pub b: f64,
}

impl MbgNbd {
    /// The parameters that make these histories likeliest.
    #[must_use]
    pub fn fit(histories: &Histories) -> (Self, Fit) {
        let scale = histories.longest().max(f64::MIN_POSITIVE) / 10.0;
        let starts = [[1.0, scale, 1.0, 1.0], [0.5, scale, 0.9, 1.6], [2.0, 3.0 * scale, 0.3, 3.0]].map(|start| start.to_vec());
        let fit = fit::fit(histories, &starts, |parameters, over| Self::from_slice(parameters).ln_likelihood(over));
        (Self::from_slice(&fit.parameters), fit)
    }

    pub(super) fn from_slice(parameters: &[f64]) -> Self {
        let at = |index: usize| parameters.get(index).copied().unwrap_or(f64::NAN);
        Self { r: at(0), alpha: at(1), a: at(2), b: at(3) }
    }

    /// ln likelihood of the histories.
    #[must_use]
    pub fn ln_likelihood(&self, histories: &Histories) -> f64 {
        let &Self { r, alpha, a, b } = self;
        let constant = r * libm::log(alpha) - ln_beta(a, b);
        histories.ln_geometric((r, alpha), |x| (constant + ln_gamma_ratio(r, x) + ln_beta(a, b + x + 1.0), libm::log(a) - libm::log(b + x)))
    }

    /// How likely the customer is still one, 0 to 1.
    #[must_use]
    pub fn p_alive(&self, history: &History) -> f64 {
        1.0 / (1.0 + self.odds_left(history))
    }

    fn odds_left(&self, &History { x, t_x, age }: &History) -> f64 {
        libm::exp(libm::log(self.a / (self.b + x)) + (self.r + x) * libm::log1p((age - t_x) / (self.alpha + t_x)))
    }

    /// Purchases expected of this customer in the next `t`.
    #[must_use]
    pub fn expected_purchases(&self, history: &History, t: f64) -> f64 {
        self.p_alive(history) * self.if_alive(history.x, history.age, t)
    }

    /// Purchases expected in the next `t` of a customer known to be alive.
    #[must_use]
    pub fn if_alive(&self, x: f64, age: f64, t: f64) -> f64 {
        let &Self { r, alpha, b, .. } = self;
        let a = beside_one(self.a);
        let shrunk = shrunk_hyp2f1(r + x, b + x + 1.0, a + b + x, t / (alpha + age + t));
        let expected = (a + b + x) / (a - 1.0) * (1.0 - shrunk);
        if expected.is_finite() { expected } else { alike(a / (a + b + x + 1.0), r + x, t / (alpha + age)) }
    }

    /// Purchases expected of a new customer within `t` of the first.
    #[must_use]
    pub fn expected_of_new(&self, t: f64) -> f64 {
        let &Self { r, alpha, b, .. } = self;
        let a = beside_one(self.a);
        b / (a - 1.0) * (1.0 - shrunk_hyp2f1(r, b + 1.0, a + b, t / (alpha + t)))
    }
}
