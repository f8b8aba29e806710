//! One of the models of purchases, asked the same questions whichever it is.
//!
//! The models separate: what is expected is the chance to be alive, which needs (x, t_x, T), times what
//! a living customer would do, which needs only (x, T). Invariant: the parameters belong to the unit of time of the
//! histories that were fitted.

use super::{BgNbd, Fit, Histories, History, MbgNbd, ParetoNbd};
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
}

impl PurchaseModel {
    /// The model of this kind, fitted; none when no model is wanted.
    #[must_use]
    pub fn fit(kind: PurchaseModelKind, histories: &Histories) -> Option<(Self, Fit)> {
        match kind {
            PurchaseModelKind::BgNbd => Some(with_fit(BgNbd::fit(histories), Self::BgNbd)),
            PurchaseModelKind::MbgNbd => Some(with_fit(MbgNbd::fit(histories), Self::MbgNbd)),
            PurchaseModelKind::ParetoNbd => Some(with_fit(ParetoNbd::fit(histories), Self::ParetoNbd)),
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
        }
    }

    /// Shape and scale of the gamma distribution of purchase rates, in all of these models.
    #[must_use]
    pub const fn rates(&self) -> (f64, f64) {
        match *self {
            Self::BgNbd(BgNbd { r, alpha, .. }) | Self::MbgNbd(MbgNbd { r, alpha, .. }) | Self::ParetoNbd(ParetoNbd { r, alpha, .. }) => {
                (r, alpha)
            }
        }
    }

    /// The time after which this share (0 to 1) of customers with such a history, still alive, has bought again: the rate of
    /// the living is Gamma(r + x, α + T), so the waiting time is Lomax.
    #[must_use]
    pub fn wait(&self, history: &History, share: f64) -> f64 {
        let (r, alpha) = self.rates();
        (alpha + history.age) * libm::expm1(-libm::log1p(-share) / (r + history.x))
    }

    /// Names of its parameters, in the order of [`Fit::parameters`].
    #[must_use]
    pub const fn parameter_names(&self) -> [&'static str; 4] {
        match self {
            Self::BgNbd(_) | Self::MbgNbd(_) => ["r", "alpha", "a", "b"],
            Self::ParetoNbd(_) => ["r", "alpha", "s", "beta"],
        }
    }

    /// How likely the customer is still one, 0 to 1.
    #[must_use]
    pub fn p_alive(&self, history: &History) -> f64 {
        match self {
            Self::BgNbd(model) => model.p_alive(history),
            Self::MbgNbd(model) => model.p_alive(history),
            Self::ParetoNbd(model) => model.p_alive(history),
        }
    }

    /// Purchases expected in the next `t` of a customer known to be alive.
    #[must_use]
    pub fn if_alive(&self, x: f64, age: f64, t: f64) -> f64 {
        match self {
            Self::BgNbd(model) => model.if_alive(x, age, t),
            Self::MbgNbd(model) => model.if_alive(x, age, t),
            Self::ParetoNbd(model) => model.if_alive(x, age, t),
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
