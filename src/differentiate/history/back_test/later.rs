//! What customers did after the day to which the clock was set back.
//!
//! Invariant: who was not there on that day has done nothing.

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::lifetime_value::opportunities::number;
use crate::differentiate::lifetime_value::purchases::opportunity;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::identify::Book;
use crate::recipe::Checked;

/// What each customer did after the split; 0 for those who were not there before it.
pub(super) struct Later {
    pub(super) present: Vec<bool>,
    pub(super) purchases: Vec<u32>,
    pub(super) revenue: Vec<Money>,
}

impl Later {
    pub(super) fn new(book: &Book, then: &Standing, recipe: &Checked, until: Day) -> Self {
        let size = book.customers.len();
        let mut this = Self { present: vec![false; size], purchases: vec![0; size], revenue: vec![Money::ZERO; size] };
        for customer in then.customers() {
            this.present[customer.index()] = true;
            this.follow(book, customer, (then.as_of, until), recipe);
        }
        this
    }

    /// Root mean square distance of the purchases from their mean.
    pub(super) fn spread(&self) -> f64 {
        let there = self.present.iter().zip(&self.purchases).filter(|(present, _)| **present).map(|(_, bought)| f64::from(*bought));
        let (count, sum, squares) = there.fold((0.0, 0.0, 0.0), |(count, sum, squares), one| (count + 1.0, sum + one, squares + one * one));
        let count = f64::max(count, 1.0);
        f64::max(squares / count - (sum / count) * (sum / count), 0.0).sqrt()
    }

    fn follow(&mut self, book: &Book, customer: CustomerId, (split, until): (Day, Day), recipe: &Checked) {
        let ledger = &book.ledger;
        let known = lines_up_to(ledger, customer, split).end;
        let mut last = None;
        for line in known..lines_up_to(ledger, customer, until).end {
            let index = customer.index();
            self.revenue[index] = Money::from_raw(self.revenue[index].raw().saturating_add(ledger.amount[line].raw()));
            let day = ledger.day[line];
            if is_order(ledger, recipe.cleaning.refunds, line) && last != Some(day) {
                self.purchases[index] += 1;
                last = Some(day);
            }
        }
    }

    /// The purchases as the recipe's model counts them: opportunities that were taken, from the one that was running at the split
    /// to the last one that has ended.
    pub(super) fn counted_by_model(mut self, book: &Book, then: &Standing, recipe: &Checked, until: Day) -> Self {
        let Some(unit) = opportunity(&recipe.lifetime_value) else { return self };
        let (from, end) = (number(then.as_of, unit), number(until, unit));
        let ledger = &book.ledger;
        for customer in then.customers() {
            let orders = lines_up_to(ledger, customer, until).filter(|&line| is_order(ledger, recipe.cleaning.refunds, line));
            let mut taken: Vec<i32> = orders.map(|line| number(ledger.day[line], unit)).filter(|at| (from..end).contains(at)).collect();
            // The stretch of the first purchase is no opportunity.
            let first = lines_up_to(ledger, customer, until).next().map(|line| number(ledger.day[line], unit));
            taken.dedup();
            taken.retain(|at| Some(*at) != first);
            self.purchases[customer.index()] = u32::try_from(taken.len()).unwrap_or(u32::MAX);
        }
        self
    }
}
