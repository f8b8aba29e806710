//! What one customer did within a span of days.
//!
//! Read from the grouped columns each time it is asked, so that a million customers cost no memory. Invariant: a day
//! outside the span counts for nothing.

use super::monthly::due_in;
use crate::base::{CustomerId, Day, TextId};
use crate::differentiate::measures::is_order;
use crate::identify::Book;
use crate::identify::book::FeedbackKind;
use crate::recipe::{Refunds, Span};

/// What is measured; each is a sum over customers divided by another sum.
pub(super) const MEASURES: usize = 4;

/// Numerator and denominator of each measure.
pub(super) type Sums = [(f64, f64); MEASURES];

/// Reads facts, and keeps room for the order ids of the customer at hand.
pub(super) struct Facts<'a> {
    pub(super) book: &'a Book,
    pub(super) refunds: Refunds,
    /// The day of the month of those who order once a month.
    pub(super) due: &'a [u8],
    pub(super) ids: Vec<TextId>,
}

impl Facts<'_> {
    /// Orders and revenue (over months of 30 days, or over their own days of the month), satisfaction (over ratings), complaints (over orders).
    pub(super) fn sums(&mut self, customer: CustomerId, span: Span) -> Sums {
        let (orders, revenue) = self.bought(customer, span);
        let (complaints, satisfaction, ratings) = self.said(customer, span);
        let months = match self.due.get(customer.index()) {
            Some(&day) if day > 0 => due_in(span, day),
            _ => span.months(),
        };
        [(orders, months), (revenue, months), (satisfaction, ratings), (complaints, orders)]
    }

    fn bought(&mut self, customer: CustomerId, span: Span) -> (f64, f64) {
        let ledger = &self.book.ledger;
        let lines = ledger.lines(customer);
        let days = &ledger.day[lines.clone()];
        // Lines of a customer are in the order of time.
        let from = lines.start + days.partition_point(|&day| day < span.from);
        let to = lines.start + days.partition_point(|&day| day <= span.to);
        self.ids.clear();
        let (mut revenue, mut without_id, mut last) = (0_i128, 0_u32, None);
        for line in from..to {
            revenue += i128::from(ledger.amount[line].raw());
            if !is_order(ledger, self.refunds, line) {
                continue;
            }
            match ledger.order[line] {
                id if id.is_none() => without_id += u32::from(last.replace(ledger.day[line]) != Some(ledger.day[line])),
                id => self.ids.push(id),
            }
        }
        self.ids.sort_unstable();
        self.ids.dedup();
        #[expect(clippy::cast_precision_loss, reason = "means need 15 digits, no more")]
        let revenue = revenue as f64 / crate::base::Money::SCALE as f64;
        (f64::from(u32::try_from(self.ids.len()).unwrap_or(u32::MAX)) + f64::from(without_id), revenue)
    }

    /// Complaints, ratings added up, and how many ratings.
    fn said(&self, customer: CustomerId, span: Span) -> (f64, f64, f64) {
        let feedback = &self.book.feedback;
        let (mut complaints, mut sum, mut count) = (0.0, 0.0, 0.0);
        for row in feedback.of(customer).filter(|&row| feedback.day[row] != Day::MIN && span.holds(feedback.day[row])) {
            complaints += f64::from(u8::from(feedback.kind[row] == FeedbackKind::Complaint));
            if let Some(rating) = feedback.satisfaction(row) {
                sum += rating;
                count += 1.0;
            }
        }
        (complaints, sum, count)
    }
}
