//! The number that stands for a customer inside one run.
//!
//! Every per-customer result is a column indexed by it, so no stage carries identifiers around.

/// Position of a customer in the columns of a [`Book`](crate::identify::Book).
///
/// Customers are numbered in the byte order of their identifiers, so "tie broken by customer id"
/// is simply "tie broken by this number", whatever the order of the rows in the files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CustomerId(pub u32);

impl CustomerId {
    /// As an index into a column.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }
}
