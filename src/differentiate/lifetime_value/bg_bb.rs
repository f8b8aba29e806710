//! BG/BB: a yes or no at each of a few occasions, as yearly donations or monthly subscriptions.
//!
//! Fader, Hardie & Shang (2010), Customer-Base Analysis in a Discrete-Time Noncontractual Setting,
//! Marketing Science 29(6), 1086–1108. The chance to buy is Beta(α, β) over customers, the chance to
//! leave before an occasion Beta(γ, δ).

use super::bg_nbd::beside_one;
use super::fit::{self, Fit};
use super::history::Row;
use super::{Histories, History};
use crate::math::special::{ln_add_exp, ln_beta, ln_gamma_ratio, ln_sub_exp};

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

    pub(super) fn from_slice(parameters: &[f64]) -> Self {
        let at = |index: usize| parameters.get(index).copied().unwrap_or(f64::NAN);
        Self { alpha: at(0), beta: at(1), gamma: at(2), delta: at(3) }
    }

    /// ln likelihood of the histories, whose times are whole.
    ///
    /// This is what a fit spends its time with: the sum over the occasions before which a customer may have left is the same for all
    /// who bought as often, up to where it begins and ends. Histories stand by x, so it is made once for each x.
    #[must_use]
    pub fn ln_likelihood(&self, histories: &Histories) -> f64 {
        let mut total = 0.0;
        for rows in histories.rows.chunk_by(|a, b| a.x == b.x) {
            let history = |row: &Row| histories.history(row);
            let (first, last) = rows
                .iter()
                .map(history)
                .fold((f64::INFINITY, 0.0), |(first, last), History { t_x, age, .. }| (f64::min(first, t_x), f64::max(last, age)));
            let x = rows.first().map_or(0.0, |row| history(row).x);
            let left = Left::new(self, x, (first, last));
            for row in rows {
                let history = history(row);
                total += row.customers * ln_add_exp(self.ln_stays(&history, history.age), left.ln(history.t_x, history.age));
            }
        }
        total
    }

    /// ln of how much likelier the history is than together with being alive until its end, at least 0.
    ///
    /// Where c(m) is the chance of the history together with having left before occasion m + 1, c(m − 1) / c(m) is a fraction of sums
    /// of the parameters, and so is c(n − 1) against having stayed: no logarithm is needed.
    fn ln_against_staying(&self, &History { x, t_x, age }: &History) -> f64 {
        let &Self { alpha, beta, gamma, delta } = self;
        let (mut ln_scale, mut sum, mut term, mut at) = (0.0, 1.0, 1.0, age - 1.0);
        while at >= t_x {
            let bought = (alpha + beta + at) / (beta + at - x);
            // The latest one is taken against having stayed, each earlier one against the one after it.
            term *= if at + 1.0 >= age { bought * gamma / (delta + at) } else { bought * (gamma + delta + at + 1.0) / (delta + at) };
            sum += term;
            if sum > HUGE {
                ln_scale += libm::log(HUGE);
                (sum, term) = (sum / HUGE, term / HUGE);
            }
            at -= 1.0;
        }
        ln_scale + libm::log(sum)
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
        let next = (self.delta + history.age) / (self.gamma + self.delta + history.age);
        next * libm::exp(-self.ln_against_staying(history))
    }

    /// Purchases expected of this customer on the next `occasions` (equation 13: the chance to be alive times what then follows).
    #[must_use]
    pub fn expected_purchases(&self, history: &History, occasions: f64) -> f64 {
        self.p_alive(history) * self.if_alive(history.x, history.age, occasions)
    }

    /// Purchases expected on the next `occasions` of a customer who is one at the next of them.
    #[must_use]
    pub fn if_alive(&self, x: f64, age: f64, occasions: f64) -> f64 {
        self.chance_to_buy(x, age) * self.occasions_alive(age, occasions)
    }

    /// The chance of a customer with such a history to buy on an occasion when alive: the mean of Beta(α + x, β + n − x).
    #[must_use]
    pub fn chance_to_buy(&self, x: f64, age: f64) -> f64 {
        (self.alpha + x) / (self.alpha + self.beta + age)
    }

    /// Variance of the purchases on the next occasions of a customer alive at the next one, of whom so many are expected: the
    /// chance to buy is not known, and neither is on which occasions it is used.
    #[must_use]
    pub fn variance_if_alive(&self, x: f64, age: f64, if_alive: f64) -> f64 {
        let (chance, all) = (self.chance_to_buy(x, age), self.alpha + self.beta + age);
        let square = chance * (self.alpha + x + 1.0) / (all + 1.0);
        let occasions = if_alive / chance;
        occasions * (chance - square) + occasions * occasions * (square - chance * chance)
    }

    /// Occasions after which this share (0 to 1) of customers with such a history, who stay, has bought again, at least 1.
    #[must_use]
    pub fn wait(&self, history: &History, share: f64) -> f64 {
        let (bought, not) = (self.alpha + history.x, self.beta + history.age - history.x);
        let ln_none = |occasions: f64| ln_beta(bought, not + occasions) - ln_beta(bought, not);
        let goal = libm::log1p(-share);
        let mut high = 1.0;
        while ln_none(high) > goal && high < LONGEST_WAIT {
            high *= 2.0;
        }
        let mut low = libm::floor(high / 2.0);
        while high - low > 1.0 {
            let middle = libm::floor((low + high) / 2.0);
            if ln_none(middle) > goal { low = middle } else { high = middle }
        }
        high
    }

    /// Occasions alive among the next ones, of a customer alive at the next one.
    fn occasions_alive(&self, age: f64, occasions: f64) -> f64 {
        (self.gamma + self.delta + age) * life(self.gamma, self.delta + age, 0.0, occasions)
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

/// Beyond this a double is in danger.
const HUGE: f64 = 1e200;
/// Occasions that are waited for at most: nobody looks further.
const LONGEST_WAIT: f64 = 1e6;

/// The sums over the occasions before which somebody who bought x times may have left.
struct Left {
    first: f64,
    /// ln of the sum from each occasion on to the last one; −∞ at the last one.
    ln_rest: Vec<f64>,
}

impl Left {
    fn new(model: &BgBb, x: f64, (first, last): (f64, f64)) -> Self {
        let &BgBb { alpha, beta, gamma, delta } = model;
        let ln_term = |at: f64| model.ln_bought(x, at) + ln_beta(gamma + 1.0, delta + at) - ln_beta(gamma, delta);
        // rest(m) = 1 + c(m + 1) / c(m) rest(m + 1): against c(m), nothing is ever too large or too small.
        let (mut rest, mut at) = (0.0, last);
        let mut rests = vec![f64::NEG_INFINITY];
        let mut ln_terms = if last > first { ln_term(last) } else { 0.0 };
        while at > first {
            at -= 1.0;
            let onward = (beta + at - x) / (alpha + beta + at) * (delta + at) / (gamma + delta + at + 1.0);
            rest = 1.0 + onward * rest;
            ln_terms -= libm::log(onward);
            rests.push(ln_terms + libm::log(rest));
        }
        rests.reverse();
        Self { first, ln_rest: rests }
    }

    /// ln of the sum over the occasions from `t_x` to before `age`.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "numbers of occasions")]
    fn ln(&self, t_x: f64, age: f64) -> f64 {
        let at = |occasion: f64| self.ln_rest.get((occasion - self.first) as usize).copied().unwrap_or(f64::NEG_INFINITY);
        ln_sub_exp(at(t_x), at(age))
    }
}

/// Γ(γ+δ)/Γ(1+δ) {Γ(1+δ+m)/Γ(γ+δ+m) − Γ(1+δ+n)/Γ(γ+δ+n)} / (γ − 1): occasions alive between the m-th and the n-th.
fn life(gamma: f64, delta: f64, from: f64, to: f64) -> f64 {
    let gamma = beside_one(gamma);
    let ratio = |n: f64| libm::exp(-ln_gamma_ratio(1.0 + delta + n, gamma - 1.0) + ln_gamma_ratio(1.0 + delta, gamma - 1.0));
    (ratio(from) - ratio(to)) / (gamma - 1.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    const DONORS: BgBb = BgBb { alpha: 1.204, beta: 0.750, gamma: 0.657, delta: 2.783 };

    /// Equation 5 as it stands.
    fn by_the_book(model: &BgBb, &History { x, t_x, age }: &History) -> f64 {
        let buys = |occasions: f64| libm::exp(ln_beta(model.alpha + x, model.beta + occasions - x) - ln_beta(model.alpha, model.beta));
        let base = ln_beta(model.gamma, model.delta);
        let mut sum = buys(age) * libm::exp(ln_beta(model.gamma, model.delta + age) - base);
        let mut at = t_x;
        while at < age {
            sum += buys(at) * libm::exp(ln_beta(model.gamma + 1.0, model.delta + at) - base);
            at += 1.0;
        }
        libm::log(sum)
    }

    #[test]
    fn the_likelihood_is_equation_five() {
        let all = (0..=12).flat_map(|age| (0..=age).flat_map(move |t_x| (u32::from(t_x > 0)..=t_x).map(move |x| (x, t_x, age))));
        let histories: Vec<History> = all.map(|(x, t_x, age)| History { x: x.into(), t_x: t_x.into(), age: age.into() }).collect();
        for model in [DONORS, BgBb { alpha: 0.2, beta: 7.0, gamma: 1.0, delta: 40.0 }] {
            let expected: f64 = histories.iter().map(|history| by_the_book(&model, history)).sum();
            let found = model.ln_likelihood(&Histories::new(histories.iter().copied()));
            assert!((found - expected).abs() < 1e-9 * expected.abs(), "{model:?}: {found} is not {expected}");
            for history in &histories {
                let found = model.ln_stays(history, history.age) + model.ln_against_staying(history);
                let expected = by_the_book(&model, history);
                assert!((found - expected).abs() < 1e-11, "{model:?} {history:?}: {found} is not {expected}");
            }
        }
    }

    #[test]
    fn long_silence_is_no_chance_and_no_overflow() {
        let silent = History { x: 400.0, t_x: 400.0, age: 4_000.0 };
        assert!(DONORS.p_alive(&silent) < 1e-12);
        assert!(DONORS.ln_against_staying(&silent).is_finite());
        assert!(DONORS.ln_likelihood(&Histories::new([silent])).is_finite());
    }

    #[test]
    fn half_of_those_who_stay_have_bought_within_the_wait() {
        for (x, age) in [(0.0, 6.0), (3.0, 6.0), (6.0, 6.0)] {
            let history = History { x, t_x: x, age };
            let none = |occasions: f64| {
                libm::exp(ln_beta(DONORS.alpha + x, DONORS.beta + age - x + occasions) - ln_beta(DONORS.alpha + x, DONORS.beta + age - x))
            };
            let wait = DONORS.wait(&history, 0.5);
            assert!(none(wait) <= 0.5 && (wait <= 1.0 || none(wait - 1.0) > 0.5), "{history:?}: {wait}");
        }
    }
}
