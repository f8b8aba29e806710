//! Customers whom somebody put into a segment by hand, applied after every scheme has decided.
//!
//! What the scheme said is kept, so that it can be shown beside the decision and comes back when that is taken back. Invariant:
//! totals of a scheme still add up to all customers; a decision about a scheme or segment that is not there changes nothing.

use super::schemes::SegmentTotal;
use super::{Classified, Measures, Standing};
use crate::base::{CustomerId, Day, Money};
use crate::identify::Book;

/// One decision that is in effect.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ByHand {
    /// Who.
    pub customer: CustomerId,
    /// Id of the scheme.
    pub scheme: String,
    /// Position of the segment that the scheme gives, in [`Classified::segments`].
    pub computed: u8,
    /// Why, in the words of whoever decided it.
    pub reason: String,
    /// The day on which it was decided, where that was said.
    pub day: Option<Day>,
}

/// Puts the customers of the book's overrides into their segments. Returns the decisions that are in effect, in the order of
/// customer and scheme.
pub(super) fn apply(schemes: &mut [Classified], book: &Book, measures: &Measures) -> Vec<ByHand> {
    let mut applied = Vec::new();
    for wanted in book.overrides.iter().filter(|wanted| measures.is_present(wanted.customer)) {
        let Some(classified) = schemes.iter_mut().find(|classified| classified.scheme.id == wanted.scheme) else { continue };
        let position = classified.segments.iter().position(|segment| segment.code == wanted.segment);
        let Some(position) = position.and_then(|position| u8::try_from(position).ok()) else { continue };
        let computed = std::mem::replace(&mut classified.of[wanted.customer.index()], position);
        let index = wanted.customer.index();
        let one = SegmentTotal { customers: 1, orders: u64::from(measures.orders[index]), revenue: measures.revenue[index] };
        moved(&mut classified.totals, (computed, position), one);
        let (reason, scheme) = (wanted.reason.clone(), wanted.scheme.clone());
        applied.push(ByHand { customer: wanted.customer, scheme, computed, reason, day: wanted.day });
    }
    applied
}

fn moved(totals: &mut [SegmentTotal], (from, to): (u8, u8), one: SegmentTotal) {
    if let Some(total) = totals.get_mut(usize::from(from)) {
        total.customers -= one.customers;
        total.orders -= one.orders;
        total.revenue = Money::from_raw(total.revenue.raw().saturating_sub(one.revenue.raw()));
    }
    if let Some(total) = totals.get_mut(usize::from(to)) {
        total.add(one);
    }
}

impl Standing {
    /// What somebody decided about this customer in this scheme.
    #[must_use]
    pub fn set_by_hand(&self, scheme: &str, customer: CustomerId) -> Option<&ByHand> {
        let from = self.by_hand.partition_point(|decision| decision.customer < customer);
        let of_customer = self.by_hand[from..].iter().take_while(|decision| decision.customer == customer);
        of_customer.into_iter().find(|decision| decision.scheme == scheme)
    }

    /// How many customers somebody put into a segment by hand, in one scheme or in several.
    #[must_use]
    pub fn customers_by_hand(&self) -> u32 {
        let mut customers: Vec<CustomerId> = self.by_hand.iter().map(|decision| decision.customer).collect();
        customers.dedup();
        u32::try_from(customers.len()).unwrap_or(u32::MAX)
    }
}
