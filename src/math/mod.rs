//! Numbers only: quantiles and ties, concentration. Each cites its formula and is tested against a reference.
//!
//! Values are integers (days, counts, raw money) and stay integers until they are shown, so a cut
//! between two customers is exact on every machine. Invariant: no result depends on the order of
//! the values or on the scale of the money.

pub mod concentration;
mod distribution;
pub mod k_means;
pub mod minimise;
pub mod natural_breaks;
pub mod principal_axes;
pub mod proportion;
pub mod random;
pub mod range;
mod ratio;
pub(crate) mod sort;
pub mod special;
pub mod student;

pub use distribution::Distribution;
pub use ratio::Ratio;
