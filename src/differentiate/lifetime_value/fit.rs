//! Maximum likelihood for models with a few positive parameters.
//!
//! Parameters are searched as logarithms, so that none can become negative, from several starting
//! points, because a likelihood can have more than one hill. What is found on a thinned sample is then
//! climbed to the top on all customers by Newton's steps, whose curvature gives the standard errors
//! (inverse of the observed information). Invariant: parameters, likelihood and errors belong together, and
//! `converged` is only true when the slope at the top is flat.

use super::Histories;
use crate::math::minimise::{Minimum, Stop, gradient, hessian, inverse, minimise};
use serde::Serialize;

/// What a fit found.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Fit {
    /// The parameters, in the order of the model's fields.
    pub parameters: Vec<f64>,
    /// Their standard errors; empty when the likelihood has no proper top there.
    pub standard_errors: Vec<f64>,
    /// Their covariances, whose diagonal are the squares of the standard errors; empty with them.
    #[serde(skip)]
    #[cfg_attr(test, ts(skip))]
    pub covariance: Vec<Vec<f64>>,
    /// ln likelihood of all customers.
    pub ln_likelihood: f64,
    /// Whether the search arrived.
    pub converged: bool,
    /// Starting points in all.
    pub starts: u32,
    /// Of these, how many led to the same top.
    pub agreeing: u32,
}

/// Distinct histories that a search looks at; more are thinned first.
const SEARCHED: usize = 5_000;

/// The parameters with which `ln_likelihood` (of parameters, over histories) is highest.
pub(super) fn fit(histories: &Histories, starts: &[Vec<f64>], ln_likelihood: impl Fn(&[f64], &Histories) -> f64) -> Fit {
    let from: Vec<f64> = starts.first().map_or_else(Vec::new, |start| start.iter().map(|value| libm::log(*value)).collect());
    let searched = if histories.distinct() > SEARCHED { histories.thinned(SEARCHED) } else { histories.clone() };
    let mean = |logs: &[f64], over: &Histories| {
        let parameters: Vec<f64> = logs.iter().map(|log| libm::exp(*log)).collect();
        held(&from, logs) - ln_likelihood(&parameters, over) / over.customers().max(1.0)
    };
    let found: Vec<Minimum> = starts
        .iter()
        .map(|start| {
            let logs: Vec<f64> = start.iter().map(|value| libm::log(*value)).collect();
            minimise(|logs| mean(logs, &searched), &logs, 0.3, Stop::default())
        })
        .collect();
    let Some(best) = found.iter().min_by(|a, b| a.value.total_cmp(&b.value)) else { return nothing() };
    let agrees = |other: &&Minimum| (other.value - best.value).abs() <= 1e-6 * best.value.abs().max(1.0);
    let agreeing = found.iter().filter(agrees).count();
    let (logs, is_flat) = climb(|logs| mean(logs, histories), best.at.clone());
    let parameters: Vec<f64> = logs.iter().map(|log| libm::exp(*log)).collect();
    let ln_likelihood_here = ln_likelihood(&parameters, histories);
    let logs_of = |at: &[f64]| at.iter().map(|value| libm::log(*value)).collect::<Vec<f64>>();
    let (standard_errors, covariance) =
        uncertainty(&parameters, |at| held(&from, &logs_of(at)) * histories.customers() - ln_likelihood(at, histories));
    Fit {
        standard_errors,
        covariance,
        ln_likelihood: ln_likelihood_here,
        converged: is_flat && ln_likelihood_here.is_finite(),
        starts: u32::try_from(starts.len()).unwrap_or(u32::MAX),
        agreeing: u32::try_from(agreeing).unwrap_or(u32::MAX),
        parameters,
    }
}

/// From so many times the start on, or below that part of it, a parameter is held back.
const FAR: f64 = 1_000.0;
/// How much: so little that only a likelihood that does not care feels it.
const HOLD: f64 = 1e-6;

/// Where customers hardly differ, the likelihood rises for ever, ever more slowly, as a shape and its scale grow together: every
/// such pair predicts the same. They are held where they stop to matter, so that a search arrives; the verdict names them.
fn held(from: &[f64], logs: &[f64]) -> f64 {
    let beyond = |(start, log): (&f64, &f64)| f64::max((log - start).abs() - libm::log(FAR), 0.0);
    from.iter().zip(logs).map(beyond).map(|beyond| HOLD * beyond * beyond).sum()
}

fn nothing() -> Fit {
    Fit {
        parameters: Vec::new(),
        standard_errors: Vec::new(),
        covariance: Vec::new(),
        ln_likelihood: f64::NAN,
        converged: false,
        starts: 0,
        agreeing: 0,
    }
}

const NEWTON_STEPS: usize = 8;

/// Newton's steps down `function`, halved until they go down. Returns the point and whether the slope there is flat.
pub(super) fn climb(function: impl Fn(&[f64]) -> f64, mut at: Vec<f64>) -> (Vec<f64>, bool) {
    let mut value = function(&at);
    for _ in 0..NEWTON_STEPS {
        let slope = gradient(&function, &at, 1e-4);
        let Some(curvature) = inverse(&hessian(&function, &at, 1e-3)) else { break };
        let step: Vec<f64> = curvature.iter().map(|row| row.iter().zip(&slope).map(|(c, s)| c * s).sum()).collect();
        let expected: f64 = step.iter().zip(&slope).map(|(step, slope)| step * slope).sum::<f64>() / 2.0;
        // What is still to be gained, per customer, is below what a double can tell.
        if expected.abs() <= 1e-13 * value.abs().max(1.0) {
            return (at, true);
        }
        let lower = (0..12).map(|halvings| {
            let scale = libm::ldexp(1.0, -halvings);
            at.iter().zip(&step).map(|(x, by)| x - scale * by).collect::<Vec<f64>>()
        });
        let Some((next, low)) = lower.map(|point| (function(&point), point)).find(|(low, _)| *low < value).map(|(low, point)| (point, low))
        else {
            // Nothing is lower: the top, as far as numbers go, when hardly anything was expected.
            return (at, expected.abs() <= 1e-9 * value.abs().max(1.0));
        };
        (at, value) = (next, low);
    }
    let slope = gradient(&function, &at, 1e-4);
    let is_flat = slope.iter().all(|slope| slope.abs() < 1e-5);
    (at, is_flat)
}

/// Standard errors and covariances: the inverse information and √ of its diagonal, in the parameters' own scale. Empty when the
/// likelihood has no proper top there.
pub(super) fn uncertainty(parameters: &[f64], negative: impl Fn(&[f64]) -> f64) -> (Vec<f64>, Vec<Vec<f64>>) {
    let Some(covariance) = inverse(&hessian(negative, parameters, 1e-3)) else { return Default::default() };
    let errors: Vec<f64> = covariance.iter().enumerate().map(|(axis, row)| libm::sqrt(row[axis])).collect();
    if errors.iter().all(|error| error.is_finite()) { (errors, covariance) } else { Default::default() }
}

impl Fit {
    /// The standard error of something that depends on the parameters (first-order, "delta method"); none when nothing is known
    /// about theirs.
    #[must_use]
    pub fn error_of(&self, something: impl Fn(&[f64]) -> f64) -> Option<f64> {
        if self.covariance.len() != self.parameters.len() || self.parameters.is_empty() {
            return None;
        }
        let slope = gradient(something, &self.parameters, 1e-4);
        let row = |row: &Vec<f64>| row.iter().zip(&slope).map(|(c, s)| c * s).sum::<f64>();
        let variance: f64 = self.covariance.iter().zip(&slope).map(|(covariances, s)| s * row(covariances)).sum();
        Some(libm::sqrt(variance)).filter(|error| error.is_finite())
    }
}
