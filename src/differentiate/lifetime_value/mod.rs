//! What customers will do next: how likely each is still a customer, how often they will buy and what
//! that is worth.
//!
//! "Buy till you die" models see a customer as (x, t_x, T): x repeat purchases, the last of them t_x
//! after the first, and T from the first purchase to the end of the observation. [`history`] takes
//! these from the order lines, each model fits its few parameters by maximum likelihood ([`fit`]) and
//! answers for every customer; [`gamma_gamma`] adds what a purchase is worth and [`value`] multiplies
//! the two into a lifetime value. Times carry their [`TimeUnit`] everywhere: a rate per week used as
//! a rate per day is the classic error of this trade. Invariant: a fit that the data cannot carry says so in
//! its [`Verdict`]; numbers of such a fit are never shown as if they were good.
//!
//! t_x is *not* the recency of RFM: recency counts the days since the last order, t_x the time from the
//! first order to the last.

pub mod bg_bb;
pub mod bg_nbd;
pub mod customer;
pub mod figures;
pub mod fit;
pub mod gamma_gamma;
pub mod history;
pub mod matrix;
pub mod mbg_nbd;
pub mod opportunities;
pub mod pareto_nbd;
pub mod prediction;
pub mod purchase_model;
pub mod purchases;
pub mod range;
pub mod simple;
pub mod value;
pub mod verdict;

pub use crate::recipe::TimeUnit;
pub use bg_bb::BgBb;
pub use bg_nbd::BgNbd;
pub use customer::{CustomerValue, customer_value};
pub use figures::{ValueFigures, value_figures};
pub use fit::Fit;
pub use gamma_gamma::GammaGamma;
pub use history::{Histories, History};
pub use mbg_nbd::MbgNbd;
pub use opportunities::Opportunities;
pub use pareto_nbd::ParetoNbd;
pub use prediction::{Method, Predictions, predict};
pub use purchase_model::PurchaseModel;
pub use purchases::{Purchases, purchases};
pub use range::{Range, Tally};
pub use simple::Simple;
pub use value::{Horizon, lifetime_value};
pub use verdict::{Concern, Verdict};
