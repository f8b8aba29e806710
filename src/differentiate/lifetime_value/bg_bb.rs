//! BG/BB: a yes or no at each of a few occasions, as yearly donations or monthly subscriptions.
//!
//! Fader, Hardie & Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting,
//! Marketing Science 29(6), 1086–1108. The chance to buy is Beta(α, β) over customers, the chance to
//! leave before an occasion Beta(γ, δ).

use super::fit::{self, Fit};
use super::{Histories, History};
use crate::math::special::{ln_add_exp, ln_beta, ln_gamma_ratio};

/// The model with its parameters; a history's times count occasions.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct BgBb {
    /// First shape of the chance to buy, > 0.
    pub alpha: f64,
    /// Second shape of the chance to buy, > 0.
    pub beta: f64,
    /// First shape of the chance to leave, > 0.
    pub gamma: f64,
    /// Second shape of the chance to leave, > 0.
    pub delta: f64,
}

impl BgBb {
    /// The parameters that make these histories likeliest.
    #[must_use]
    pub fn fit(histories: &Histories) -> (Self, Fit) {
        let starts = [[1.0, 1.0, 1.0, 1.0], [1.2, 0.8, 0.6, 2.8], [0.5, 1.5, 0.3, 1.0]].map(|start| start.to_vec());
        let fit = fit::fit(histories, &starts, |parameters, over| Self::from_slice(parameters).ln_likelihood(over));
        (Self::from_slice(&fit.parameters), fit)
    }

    fn from_slice(parameters: &[f64]) -> Self {
        let at = |index: usize| parameters.get(index).copied().unwrap_or(f64::NAN);
        Self { alpha: at(0), beta: at(1), gamma: at(2), delta: at(3) }
    }

    /// ln likelihood of the histories.
    #[must_use]
    pub fn ln_likelihood(&self, histories: &Histories) -> f64 {
        histories.iter().map(|(history, customers)| customers * self.ln_of(&history)).sum()
    }

    /// ln likelihood of one history (equation 5).
    fn ln_of(&self, history: &History) -> f64 {
        let &History { x, t_x, age } = history;
        let mut sum = self.ln_stays(history, age);
        let mut passed = 0.0;
        while passed < age - t_x {
            let left =
                self.ln_bought(x, t_x + passed) + ln_beta(self.gamma + 1.0, self.delta + t_x + passed) - ln_beta(self.gamma, self.delta);
            sum = ln_add_exp(sum, left);
            passed += 1.0;
        }
        sum
    }

    /// ln of x purchases on `occasions`, by the Beta of buying.
    fn ln_bought(&self, x: f64, occasions: f64) -> f64 {
        ln_beta(self.alpha + x, self.beta + occasions - x) - ln_beta(self.alpha, self.beta)
    }

    /// ln of the history together with being alive for `until` occasions.
    fn ln_stays(&self, &History { x, age, .. }: &History, until: f64) -> f64 {
        self.ln_bought(x, age) + ln_beta(self.gamma, self.delta + until) - ln_beta(self.gamma, self.delta)
    }

    /// How likely the customer is still one at the next occasion, 0 to 1 (equation 11).
    #[must_use]
    pub fn p_alive(&self, history: &History) -> f64 {
        libm::exp(self.ln_stays(history, history.age + 1.0) - self.ln_of(history))
    }

    /// Purchases expected of this customer on the next `occasions` (equation 13).
    #[must_use]
    pub fn expected_purchases(&self, history: &History, occasions: f64) -> f64 {
        let &History { x, age, .. } = history;
        let &Self { alpha, beta, gamma, delta } = self;
        let ln_buys = ln_beta(alpha + x + 1.0, beta + age - x) - ln_beta(alpha, beta) - self.ln_of(history);
        libm::exp(ln_buys) * delta * life(gamma, delta, age, age + occasions)
    }

    /// Purchases expected of a new customer on the first `occasions` (equation 8).
    #[must_use]
    pub fn expected_of_new(&self, occasions: f64) -> f64 {
        let &Self { alpha, beta, gamma, delta } = self;
        alpha / (alpha + beta) * delta * life(gamma, delta, 0.0, occasions)
    }

    /// How likely a new customer makes exactly `x` purchases on the first `n` occasions (equation 7).
    #[must_use]
    pub fn probability_of(&self, x: u32, n: u32) -> f64 {
        let (count, all) = (f64::from(x), f64::from(n));
        let ln_choose = |from: f64| -libm::log(from + 1.0) - ln_beta(from - count + 1.0, count + 1.0);
        let base = ln_beta(self.gamma, self.delta);
        let stays = libm::exp(ln_choose(all) + self.ln_bought(count, all) + ln_beta(self.gamma, self.delta + all) - base);
        let left = |i: f64| libm::exp(ln_choose(i) + self.ln_bought(count, i) + ln_beta(self.gamma + 1.0, self.delta + i) - base);
        stays + (x..n).map(|i| left(f64::from(i))).sum::<f64>()
    }
}

/// Γ(γ+δ)/Γ(1+δ) {Γ(1+δ+m)/Γ(γ+δ+m) − Γ(1+δ+n)/Γ(γ+δ+n)} / (γ − 1): occasions alive between the m-th and the n-th.
fn life(gamma: f64, delta: f64, from: f64, to: f64) -> f64 {
    let ratio = |n: f64| libm::exp(-ln_gamma_ratio(1.0 + delta + n, gamma - 1.0) + ln_gamma_ratio(1.0 + delta, gamma - 1.0));
    (ratio(from) - ratio(to)) / (gamma - 1.0)
}
