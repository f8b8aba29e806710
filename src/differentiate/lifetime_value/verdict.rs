//! Whether the data can carry a model, in words that a manager understands.
//!
//! Invariant: codes and figures only; the sentences are made for the screen in its language.

use super::{Fit, GammaGamma, Histories, Opportunities};
use crate::differentiate::lifetime_value::gamma_gamma::Spend;
use serde::Serialize;

/// What speaks against trusting a fit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Concern {
    /// Too few customers came back to fit a model: the simple forecast takes its place.
    TooFewRepeaters {
        /// Customers who came back.
        found: u32,
        /// At least so many are needed.
        needed: u32,
    },
    /// Customers of whom only sums are known, and not when their first order was: nothing can be said of them.
    NoFirstOrder {
        /// How many.
        customers: u32,
    },
    /// The model counts weeks, months, quarters or years with an order, and the file has sums only: the simple forecast takes its
    /// place.
    NoSingleOrders,
    /// Nobody has been a customer for enough opportunities, weeks to years that have ended: the simple forecast takes its place.
    TooFewOpportunities {
        /// The most that anybody had.
        found: u32,
        /// At least so many are needed.
        needed: u32,
    },
    /// Often there are several orders in one opportunity, of which the model sees one: the unit is too long for these customers.
    SeveralOrders {
        /// Days with an order in an opportunity that was taken, on average.
        each: f64,
    },
    /// Nobody has been a customer for four weeks: too early to tell anything.
    TooEarly,
    /// The search for parameters did not arrive, or its starts disagree.
    NotConverged,
    /// A parameter is so large or so small that customers hardly differ, or that nothing is known about it.
    Degenerate {
        /// Its name.
        parameter: String,
    },
    /// How much customers spend goes with how often: expected spend is distorted.
    SpendDependsOnFrequency {
        /// Pearson's correlation.
        correlation: f64,
    },
    /// By the model hardly anybody ever leaves, so it cannot tell who is gone: risks go by each customer's own rhythm alone.
    NobodyLeaves,
    /// What a purchase is worth could not be fitted: every customer's own average is taken.
    SpendNotFitted,
    /// Repeat customers whose purchases are worth nothing or less, left out of the spend model.
    WorthNothing {
        /// How many.
        customers: u32,
    },
}

/// Whether the numbers of a fit may be used.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Verdict {
    /// Whether the numbers may be shown as predictions.
    pub usable: bool,
    /// What speaks against it, the gravest first; may not be empty although the numbers are usable.
    pub concerns: Vec<Concern>,
}

/// Customers who came back, below which nothing is fitted.
pub const FEWEST_REPEATERS: u32 = 20;
/// From this correlation on, spend is said to depend on frequency.
pub const STRONG_CORRELATION: f64 = 0.3;

/// Whether there is enough to fit at all: none when there is.
#[must_use]
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a number of customers")]
pub fn too_little(histories: &Histories) -> Option<Concern> {
    let found = histories.repeaters() as u32;
    (found < FEWEST_REPEATERS).then_some(Concern::TooFewRepeaters { found, needed: FEWEST_REPEATERS })
}

/// Opportunities below which nothing is fitted: with fewer there are not more different histories than parameters.
pub const FEWEST_OPPORTUNITIES: u32 = 3;
/// Days with an order in an opportunity from which on it is said that the unit is too long.
pub const CROWDED: f64 = 1.5;

/// Whether these customers had enough opportunities, where they are known: none when they had.
#[must_use]
pub fn too_few_opportunities(all: impl Iterator<Item = Option<Opportunities>>) -> Option<Concern> {
    let known: Option<Vec<i32>> = all.map(|one| one.map(|one| one.all)).collect();
    let Some(known) = known else { return Some(Concern::NoSingleOrders) };
    let found = known.into_iter().max().and_then(|most| u32::try_from(most).ok()).unwrap_or(0);
    (found < FEWEST_OPPORTUNITIES).then_some(Concern::TooFewOpportunities { found, needed: FEWEST_OPPORTUNITIES })
}

/// Whether the opportunities that were taken hold several days with an order.
#[must_use]
pub fn crowded(all: impl Iterator<Item = Opportunities>) -> Option<Concern> {
    let (taken, days) = all.fold((0.0, 0.0), |(taken, days), one| (taken + f64::from(one.taken), days + f64::from(one.days)));
    let each = days / f64::max(taken, 1.0);
    (each >= CROWDED).then_some(Concern::SeveralOrders { each })
}

/// What there is to say about a fit whose parameters have these names.
#[must_use]
pub fn judge(fit: &Fit, names: &[&str]) -> Verdict {
    let mut concerns = Vec::new();
    let usable = fit.converged && fit.parameters.iter().all(|value| value.is_finite());
    if !usable {
        concerns.push(Concern::NotConverged);
    }
    for ((name, value), error) in
        names.iter().zip(&fit.parameters).zip(fit.standard_errors.iter().copied().chain(std::iter::repeat(f64::NAN)))
    {
        // Nothing is known about a parameter whose error is larger than itself, and one beyond these bounds is on its way to 0 or ∞.
        if !(1e-4..1e4).contains(value) || error.is_nan() || error > *value {
            concerns.push(Concern::Degenerate { parameter: (*name).to_owned() });
        }
    }
    Verdict { usable, concerns }
}

/// What there is to say about spends: those that are worth nothing, and how they go with frequency.
#[must_use]
pub fn of_spends(spends: &[Spend], worth_nothing: u32) -> Vec<Concern> {
    let mut concerns = Vec::new();
    if worth_nothing > 0 {
        concerns.push(Concern::WorthNothing { customers: worth_nothing });
    }
    let correlation = GammaGamma::correlation(spends);
    if correlation.abs() >= STRONG_CORRELATION {
        concerns.push(Concern::SpendDependsOnFrequency { correlation });
    }
    concerns
}
