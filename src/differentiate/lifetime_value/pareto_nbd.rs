//! Pareto/NBD: purchases at a customer's own steady rate until a lifetime of unknown length ends.
//!
//! Schmittlein, Morrison & Colombo (1987); formulas as in Fader & Hardie (2005), A Note on Deriving the
//! Pareto/NBD Model (brucehardie.com/notes/009). Rates are Gamma(r, α), drop-out rates Gamma(s, β). A
//! one-time buyer's chance to be alive falls with time. Everything is kept in logarithms: the powers
//! underflow from about x = 130 on.

use super::fit::{self, Fit};
use super::{Histories, History};
use crate::math::special::{ln_add_exp, ln_gamma_ratio, ln_hyp2f1, ln_sub_exp};

/// The model with its parameters; times in the unit of the histories it was fitted on.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ParetoNbd {
    /// Shape of the purchase rates, > 0.
    pub r: f64,
    /// Scale of the purchase rates, in time, > 0.
    pub alpha: f64,
    /// Shape of the drop-out rates, > 0.
    pub s: f64,
    /// Scale of the drop-out rates, in time, > 0.
    pub beta: f64,
}

impl ParetoNbd {
    /// The parameters that make these histories likeliest.
    #[must_use]
    pub fn fit(histories: &Histories) -> (Self, Fit) {
        let scale = histories.longest().max(f64::MIN_POSITIVE) / 10.0;
        let starts = [[0.6, 3.0 * scale, 0.6, 3.0 * scale], [1.5, 5.0 * scale, 1.5, 8.0 * scale]].map(|start| start.to_vec());
        let fit = fit::fit(histories, &starts, |parameters, over| Self::from_slice(parameters).ln_likelihood(over));
        (Self::from_slice(&fit.parameters), fit)
    }

    pub(super) fn from_slice(parameters: &[f64]) -> Self {
        let at = |index: usize| parameters.get(index).copied().unwrap_or(f64::NAN);
        Self { r: at(0), alpha: at(1), s: at(2), beta: at(3) }
    }

    /// ln likelihood of the histories.
    #[must_use]
    pub fn ln_likelihood(&self, histories: &Histories) -> f64 {
        let of_history = |(history, customers): (History, f64)| {
            let constant = ln_gamma_ratio(self.r, history.x) + self.r * libm::log(self.alpha) + self.s * libm::log(self.beta);
            customers * (constant + ln_add_exp(self.ln_stays(&history), self.ln_left(&history)))
        };
        histories.iter().map(of_history).sum()
    }

    /// ln (α + T)^−(r+x) (β + T)^−s: alive until the end.
    fn ln_stays(&self, &History { x, age, .. }: &History) -> f64 {
        -(self.r + x) * libm::log(self.alpha + age) - self.s * libm::log(self.beta + age)
    }

    /// ln of s/(r+s+x) A₀: left between t_x and T.
    fn ln_left(&self, &History { x, t_x, age }: &History) -> f64 {
        let &Self { r, alpha, s, beta } = self;
        let sum = r + s + x;
        let (larger, p) = if alpha >= beta { (alpha, s + 1.0) } else { (beta, r + x) };
        let integral = |time: f64| {
            let z = (alpha - beta).abs() / (larger + time);
            ln_hyp2f1(sum, p, sum + 1.0, z) - sum * libm::log(larger + time)
        };
        libm::log(s / sum) + ln_sub_exp(integral(t_x), integral(age))
    }

    /// How likely the customer is still one, 0 to 1.
    #[must_use]
    pub fn p_alive(&self, history: &History) -> f64 {
        1.0 / (1.0 + libm::exp(self.ln_left(history) - self.ln_stays(history)))
    }

    /// Purchases expected of this customer in the next `t`.
    #[must_use]
    pub fn expected_purchases(&self, history: &History, t: f64) -> f64 {
        self.p_alive(history) * self.if_alive(history.x, history.age, t)
    }

    /// Purchases expected in the next `t` of a customer known to be alive.
    #[must_use]
    pub fn if_alive(&self, x: f64, age: f64, t: f64) -> f64 {
        (self.r + x) / (self.alpha + age) * expected_life(self.s, self.beta + age, t)
    }

    /// Purchases expected of a new customer within `t` of the first.
    #[must_use]
    pub fn expected_of_new(&self, t: f64) -> f64 {
        self.r / self.alpha * expected_life(self.s, self.beta, t)
    }
}

/// β/(s − 1) (1 − (β/(β+t))^(s−1)): time alive within `t`; its limit β ln((β+t)/β) at s = 1.
fn expected_life(s: f64, beta: f64, t: f64) -> f64 {
    let longer = libm::log1p(t / beta);
    let power = (1.0 - s) * longer;
    if power.abs() < 1e-12 { beta * longer } else { beta * longer * libm::expm1(power) / power }
}
