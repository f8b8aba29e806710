//! Gamma-Gamma: what a purchase of a customer is worth, from few purchases and from what others spend.
//!
//! Fader & Hardie (2013), The Gamma-Gamma Model of Monetary Value (brucehardie.com/notes/025). It needs
//! positive means, and it assumes that how much a customer spends does not depend on how often:
//! [`GammaGamma::correlation`] says how far that is true.

use super::fit::{Fit, climb, uncertainty};
use super::history::LnProduct;
use crate::math::minimise::{Stop, minimise};
use crate::math::special::ln_gamma;

/// The model with its parameters; `v` is in the unit of the money.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct GammaGamma {
    /// Shape of the purchases of one customer, > 0.
    pub p: f64,
    /// Shape of the customers' scales, > 1 when the population has a mean.
    pub q: f64,
    /// Scale of the customers' scales, in money, > 0.
    pub v: f64,
}

/// Repeat purchases of one customer and what they were worth on average, both positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Spend {
    /// Repeat purchases, > 0.
    pub x: f64,
    /// Their mean worth, > 0.
    pub mean: f64,
}

impl GammaGamma {
    /// Names of its parameters, in the order of [`Fit::parameters`].
    pub const PARAMETER_NAMES: [&'static str; 3] = ["p", "q", "v"];

    /// The parameters that make these spends likeliest. Spends that are not positive are not in the model's domain.
    #[must_use]
    pub fn fit(spends: &[Spend]) -> (Self, Fit) {
        // Scaled to a mean of 10, so that no start is far away whatever the currency.
        let scale = (spends.iter().map(|spend| spend.mean).sum::<f64>() / count(spends) / 10.0).max(f64::MIN_POSITIVE);
        let all = Sums::new(spends, scale);
        let searched = if spends.len() > SEARCHED { Sums::new(&thinned(spends), scale) } else { all.clone() };
        let starts: [[f64; 3]; 3] = [[1.0, 1.0, 1.0], [6.0, 4.0, 6.0], [2.0, 1.5, 20.0]];
        let mean = |logs: &[f64], over: &Sums| -Self::from_logs(logs).ln_of(over) / over.customers;
        let found = starts.map(|start| minimise(|logs| mean(logs, &searched), &start.map(libm::log), 0.3, Stop::default()));
        let best = found.iter().min_by(|a, b| a.value.total_cmp(&b.value)).cloned().unwrap_or_else(|| found[0].clone());
        let agreeing = found.iter().filter(|other| (other.value - best.value).abs() <= 1e-7 * best.value.abs().max(1.0)).count();
        // What was found on some is climbed to the top on all.
        let (at, is_flat) = climb(|logs| mean(logs, &all), best.at.clone());
        let Self { p, q, v } = Self::from_logs(&at);
        let model = Self { p, q, v: v * scale };
        // Money in another unit only adds a constant.
        let negative = |at: &[f64]| -Self { p: at[0], q: at[1], v: at[2] / scale }.ln_of(&all);
        let (standard_errors, covariance) = uncertainty(&[model.p, model.q, model.v], negative);
        let fit = Fit {
            parameters: vec![model.p, model.q, model.v],
            standard_errors,
            covariance,
            ln_likelihood: model.ln_likelihood(spends),
            converged: best.converged || is_flat,
            starts: 3,
            agreeing: u32::try_from(agreeing).unwrap_or(u32::MAX),
        };
        (model, fit)
    }

    fn from_logs(logs: &[f64]) -> Self {
        Self { p: libm::exp(logs[0]), q: libm::exp(logs[1]), v: libm::exp(logs[2]) }
    }

    /// ln likelihood of the spends (equation 1a).
    #[must_use]
    pub fn ln_likelihood(&self, spends: &[Spend]) -> f64 {
        let &Self { p, q, v } = self;
        let constant = q * libm::log(v) - ln_gamma(q);
        let of_spend = |&Spend { x, mean }: &Spend| {
            let shape = p * x;
            ln_gamma(shape + q) - ln_gamma(shape) + constant + (shape - 1.0) * libm::log(mean) + shape * libm::log(x)
                - (shape + q) * libm::log(x * mean + v)
        };
        spends.iter().map(of_spend).sum()
    }

    /// The same from sums, with a logarithm per customer instead of six; money in units of their scale, and without the
    /// part that no parameter moves.
    fn ln_of(&self, sums: &Sums) -> f64 {
        let &Self { p, q, v } = self;
        let of_count = |&(x, customers): &(f64, f64)| {
            let shape = p * x;
            customers * (ln_gamma(shape + q) - ln_gamma(shape) + shape * libm::log(x))
        };
        let mut total = sums.counts.iter().map(of_count).sum::<f64>();
        total += sums.customers * (q * libm::log(v) - ln_gamma(q)) + p * sums.x_ln_mean - sums.ln_mean;
        let of_group = |group: &[(f64, f64)]| {
            let mut product = LnProduct::default();
            // 1 + total / v is at least 1.
            group.iter().for_each(|(_, total)| product.times(1.0 + total / v, 1.0));
            (p * group[0].0 + q) * (product.ln() + groups_size(group) * libm::log(v))
        };
        total - sums.totals.chunk_by(|a, b| a.0.to_bits() == b.0.to_bits()).map(of_group).sum::<f64>()
    }

    /// What a purchase of this customer is worth on average, once known for long; the population's mean when nothing is known (equation 5).
    #[must_use]
    pub fn expected_spend(&self, spend: Option<&Spend>) -> f64 {
        let &Self { p, q, v } = self;
        let (shape, total) = spend.map_or((0.0, 0.0), |spend| (p * spend.x, spend.x * spend.mean));
        p * (v + total) / (shape + q - 1.0)
    }

    /// Pearson's correlation of how often and how much.
    #[must_use]
    pub fn correlation(spends: &[Spend]) -> f64 {
        let mean = |of: fn(&Spend) -> f64| spends.iter().map(of).sum::<f64>() / count(spends);
        let (often, much) = (mean(|spend| spend.x), mean(|spend| spend.mean));
        let product = |left: fn(&Spend, f64, f64) -> f64| spends.iter().map(|spend| left(spend, often, much)).sum::<f64>();
        let covariance = product(|spend, often, much| (spend.x - often) * (spend.mean - much));
        let squares = product(|spend, often, _| (spend.x - often) * (spend.x - often))
            * product(|spend, _, much| (spend.mean - much) * (spend.mean - much));
        if squares > 0.0 { covariance / libm::sqrt(squares) } else { 0.0 }
    }
}

/// What the likelihood needs of all spends.
#[derive(Clone)]
struct Sums {
    customers: f64,
    /// Different x with the number of customers.
    counts: Vec<(f64, f64)>,
    /// Sum of ln mean.
    ln_mean: f64,
    /// Sum of x ln mean.
    x_ln_mean: f64,
    /// x and x × mean of each customer, by x.
    totals: Vec<(f64, f64)>,
}

impl Sums {
    fn new(spends: &[Spend], scale: f64) -> Self {
        let mut xs: Vec<f64> = spends.iter().map(|spend| spend.x).collect();
        xs.sort_unstable_by(f64::total_cmp);
        let counts = xs.chunk_by(|a, b| a.to_bits() == b.to_bits()).map(|group| (group[0], groups_size(group))).collect();
        let ln = |spend: &Spend| libm::log(spend.mean / scale);
        let mut totals: Vec<(f64, f64)> = spends.iter().map(|spend| (spend.x, spend.x * spend.mean / scale)).collect();
        totals.sort_unstable_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        Self {
            customers: count(spends),
            counts,
            ln_mean: spends.iter().map(ln).sum(),
            x_ln_mean: spends.iter().map(|spend| spend.x * ln(spend)).sum(),
            totals,
        }
    }
}

/// Customers that a search looks at; of more, every n-th by frequency and mean.
const SEARCHED: usize = 5_000;

fn thinned(spends: &[Spend]) -> Vec<Spend> {
    let mut sorted = spends.to_vec();
    sorted.sort_unstable_by(|a, b| a.x.total_cmp(&b.x).then(a.mean.total_cmp(&b.mean)));
    let step = sorted.len().div_ceil(SEARCHED).max(1);
    sorted.into_iter().skip(step / 2).step_by(step).collect()
}

#[expect(clippy::cast_precision_loss, reason = "fewer than 2^53 customers")]
fn groups_size<T>(group: &[T]) -> f64 {
    group.len() as f64
}

#[expect(clippy::cast_precision_loss, reason = "fewer than 2^53 customers")]
fn count(spends: &[Spend]) -> f64 {
    spends.len() as f64
}
