//! The nouns that every stage shares: days, money, customers, interned text, and the guard of text that could run.
//!
//! Nothing here knows where the data came from or what will be done with it.
//! Invariant: no type of this module depends on a time zone, a locale or the order of a hash map.

mod customer;
mod day;
mod guard;
mod hash;
mod interner;
pub mod mask;
mod money;

pub use customer::CustomerId;
pub use day::Day;
pub use guard::{guard, is_risky, unguarded};
pub use hash::stable_hash;
pub use interner::{Interner, TextId};
pub use money::Money;
