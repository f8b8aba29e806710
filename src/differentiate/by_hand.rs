//! Customers whom somebody put into a segment by hand, applied after every scheme has decided.
//!
//! What the scheme said is kept, so that it can be shown beside the decision and comes back when that is taken back. Invariant:
//! totals of a scheme still add up to all customers; a decision about a scheme or segment that is not there changes nothing.

use super::schemes::SegmentTotal;
use super::{Classified, Measures, Standing};
use crate::base::{CustomerId, Day, Money};
use crate::identify::Book;
use crate::identify::clean::overrides::Override;

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
    for classified in schemes {
        let of_scheme = |wanted: &&Override| wanted.scheme == classified.scheme.id && measures.is_present(wanted.customer);
        let position = |wanted: &Override| classified.segments.iter().position(|segment| segment.code == wanted.segment);
        let wanted = book.overrides.iter().filter(of_scheme);
        let wanted: Vec<(&Override, u8)> = wanted.filter_map(|wanted| Some((wanted, u8::try_from(position(wanted)?).ok()?))).collect();
        let places: Vec<(CustomerId, u8)> = wanted.iter().map(|(wanted, position)| (wanted.customer, *position)).collect();
        let before = put(classified, measures, &places);
        applied.extend(wanted.into_iter().zip(before).map(|((wanted, _), computed)| ByHand {
            customer: wanted.customer,
            scheme: wanted.scheme.clone(),
            computed,
            reason: wanted.reason.clone(),
            day: wanted.day,
        }));
    }
    applied.sort_by(|a, b| (a.customer, &a.scheme).cmp(&(b.customer, &b.scheme)));
    applied
}

/// Takes decisions back: every customer is where the scheme says.
pub(super) fn take_back(schemes: &mut [Classified], measures: &Measures, decisions: &[ByHand]) {
    for classified in schemes {
        let of_scheme = decisions.iter().filter(|decision| decision.scheme == classified.scheme.id);
        let places: Vec<(CustomerId, u8)> = of_scheme.map(|decision| (decision.customer, decision.computed)).collect();
        put(classified, measures, &places);
    }
}

/// Puts customers into other segments. Returns those before. Nobody's place is written out when there is nobody to put.
fn put(classified: &mut Classified, measures: &Measures, places: &[(CustomerId, u8)]) -> Vec<u8> {
    if places.is_empty() {
        return Vec::new();
    }
    let mut of = classified.of.to_vec();
    let mut befores = Vec::with_capacity(places.len());
    for &(customer, position) in places {
        let index = customer.index();
        let before = std::mem::replace(&mut of[index], position);
        let one = SegmentTotal { customers: 1, orders: u64::from(measures.orders[index]), revenue: measures.revenue[index] };
        moved(&mut classified.totals, (before, position), one);
        befores.push(before);
    }
    classified.of = of.into();
    befores
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
