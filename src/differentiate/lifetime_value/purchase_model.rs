//! One of the models of purchases, asked the same questions whichever it is.
//!
//! The models separate: what is expected is the chance to be alive, which needs (x, t_x, T), times what
//! a living customer would do, which needs only (x, T). Invariant: the parameters belong to the unit of time of the
//! histories that were fitted.

use super::{BgBb, BgNbd, Fit, Histories, History, MbgNbd, ParetoNbd};
use crate::recipe::PurchaseModelKind;

/// One of the models of purchases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PurchaseModel {
    /// Beta-geometric / negative binomial.
    BgNbd(BgNbd),
    /// Its modification, in which one-time buyers can be gone.
    MbgNbd(MbgNbd),
    /// Pareto / negative binomial.
    ParetoNbd(ParetoNbd),
    /// Beta-geometric / beta-binomial; its times count opportunities.
    BgBb(BgBb),
}

impl PurchaseModel {
    /// The model of this kind, fitted; none when no model is wanted.
    #[must_use]
    pub fn fit(kind: PurchaseModelKind, histories: &Histories) -> Option<(Self, Fit)> {
        match kind {
            PurchaseModelKind::BgNbd => Some(with_fit(BgNbd::fit(histories), Self::BgNbd)),
            PurchaseModelKind::MbgNbd => Some(with_fit(MbgNbd::fit(histories), Self::MbgNbd)),
            PurchaseModelKind::ParetoNbd => Some(with_fit(ParetoNbd::fit(histories), Self::ParetoNbd)),
            PurchaseModelKind::BgBb => Some(with_fit(BgBb::fit(histories), Self::BgBb)),
            PurchaseModelKind::Simple => None,
        }
    }

    /// The same model with other parameters, in the order of [`Fit::parameters`].
    #[must_use]
    pub fn with_parameters(&self, parameters: &[f64]) -> Self {
        match self {
            Self::BgNbd(_) => Self::BgNbd(BgNbd::from_slice(parameters)),
            Self::MbgNbd(_) => Self::MbgNbd(MbgNbd::from_slice(parameters)),
            Self::ParetoNbd(_) => Self::ParetoNbd(ParetoNbd::from_slice(parameters)),
            Self::BgBb(_) => Self::BgBb(BgBb::from_slice(parameters)),
        }
    }

    /// Shape and scale of the gamma distribution of purchase rates; BG/BB has none.
    const fn rates(&self) -> Option<(f64, f64)> {
        match *self {
            Self::BgNbd(BgNbd { r, alpha, .. }) | Self::MbgNbd(MbgNbd { r, alpha, .. }) | Self::ParetoNbd(ParetoNbd { r, alpha, .. }) => {
                Some((r, alpha))
            }
            Self::BgBb(_) => None,
        }
    }

    /// Variance of the purchases of a customer known to be alive, of whom so many are expected: Poisson with a rate that is
    /// Gamma(r + x), or binomial with a chance that is Beta(α + x, β + n − x).
    #[must_use]
    pub fn variance_if_alive(&self, history: &History, if_alive: f64) -> f64 {
        match (self, self.rates()) {
            (_, Some((r, _))) => if_alive + if_alive * if_alive / (r + history.x),
            (Self::BgBb(model), _) => model.variance_if_alive(history.x, history.age, if_alive),
            (_, None) => f64::NAN,
        }
    }

    /// The time after which this share (0 to 1) of customers with such a history, still alive, has bought again: the rate of
    /// the living is Gamma(r + x, α + T), so the waiting time is Lomax; of BG/BB the chance is Beta, and it is a number of
    /// opportunities.
    #[must_use]
    pub fn wait(&self, history: &History, share: f64) -> f64 {
        match (self, self.rates()) {
            (_, Some((r, alpha))) => (alpha + history.age) * libm::expm1(-libm::log1p(-share) / (r + history.x)),
            (Self::BgBb(model), _) => model.wait(history, share),
            (_, None) => f64::NAN,
        }
    }

    /// Names of its parameters, in the order of [`Fit::parameters`].
    #[must_use]
    pub const fn parameter_names(&self) -> [&'static str; 4] {
        match self {
            Self::BgNbd(_) | Self::MbgNbd(_) => ["r", "alpha", "a", "b"],
            Self::ParetoNbd(_) => ["r", "alpha", "s", "beta"],
            Self::BgBb(_) => ["alpha", "beta", "gamma", "delta"],
        }
    }

    /// How likely the customer is still one, 0 to 1.
    #[must_use]
    pub fn p_alive(&self, history: &History) -> f64 {
        match self {
            Self::BgNbd(model) => model.p_alive(history),
            Self::MbgNbd(model) => model.p_alive(history),
            Self::ParetoNbd(model) => model.p_alive(history),
            Self::BgBb(model) => model.p_alive(history),
        }
    }

    /// Purchases expected in the next `t` of a customer known to be alive.
    #[must_use]
    pub fn if_alive(&self, x: f64, age: f64, t: f64) -> f64 {
        match self {
            Self::BgNbd(model) => model.if_alive(x, age, t),
            Self::MbgNbd(model) => model.if_alive(x, age, t),
            Self::ParetoNbd(model) => model.if_alive(x, age, t),
            Self::BgBb(model) => model.if_alive(x, age, t),
        }
    }

    /// Purchases expected of this customer in the next `t`.
    #[must_use]
    pub fn expected_purchases(&self, history: &History, t: f64) -> f64 {
        self.p_alive(history) * self.if_alive(history.x, history.age, t)
    }
}

fn with_fit<M>((model, fit): (M, Fit), wrap: fn(M) -> PurchaseModel) -> (PurchaseModel, Fit) {
    (wrap(model), fit)
}
