//! What the files know of a customer that decides when and why to be in touch.
//!
//! Last contact, last order, open complaints, stage, risk, and what is at stake. Invariant: nothing after the first
//! planned day counts.

use super::Asking;
use crate::base::{CustomerId, Day, stable_hash};
use crate::differentiate::risk::{RiskLevel, risk};
use crate::identify::book::FeedbackKind;
use crate::interact::calendar::Trigger;
use crate::interact::reach::contact_channel;
use crate::recipe::{ContactChannel, Play, SchemeRule};

impl Asking<'_> {
    /// Contacts of the past with their days.
    pub(super) fn contacts(&self, customer: CustomerId) -> impl Iterator<Item = (Day, ContactChannel)> + '_ {
        let contacts = &self.book.interactions;
        let start = self.horizon.start;
        let known = contacts.of(customer).filter_map(|place| {
            let (day, channel) = (contacts.day.get(place)?, contacts.channel.get(place)?);
            Some((*day, contact_channel(*channel)?))
        });
        known.filter(move |(day, _)| *day != Day::MIN && *day < start)
    }

    /// The day of the first contact, and the first day on which there may be one.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "days of a plan")]
    pub(super) fn first(&self, customer: CustomerId, gap: f64) -> (i32, i32) {
        let from = self.earliest(customer);
        let last = self.contacts(customer).map(|(day, _)| day).max();
        let at = match last {
            Some(day) => day.days_since(self.horizon.start).saturating_add(gap.ceil() as i32).max(0),
            None => i32::try_from(stable_hash(self.book.customers.id(customer)) % (gap.ceil() as u64).max(1)).unwrap_or(0),
        };
        (at.max(from), from)
    }

    /// Who has just bought is left in peace.
    fn earliest(&self, customer: CustomerId) -> i32 {
        let measures = &self.standing.measures;
        let index = customer.index();
        let last = measures.last_order.get(index).filter(|_| measures.orders.get(index).is_some_and(|orders| *orders > 0));
        let wait = i32::try_from(self.recipe.planning.suppression.after_order_days).unwrap_or(0);
        last.map_or(0, |last| last.plus(wait).plus(1).days_since(self.horizon.start)).max(0)
    }

    pub(super) fn has_open_complaint(&self, customer: CustomerId) -> bool {
        let feedback = &self.book.feedback;
        let limit = i32::try_from(self.recipe.planning.suppression.open_complaint_days).unwrap_or(i32::MAX);
        feedback.of(customer).any(|place| {
            let is_complaint = feedback.kind.get(place) == Some(&FeedbackKind::Complaint);
            let is_open = feedback.open.get(place).copied().unwrap_or(false);
            let age = feedback.day.get(place).filter(|day| **day != Day::MIN).map(|day| self.horizon.start.days_since(*day));
            is_complaint && is_open && age.is_some_and(|age| age <= limit)
        })
    }

    /// The play of the first rule that fits, why it fits, and the percentage of contacts.
    pub(super) fn play(&self, customer: CustomerId) -> (Play, Trigger, u32) {
        let life_cycle = self.standing.schemes.iter().find(|classified| matches!(classified.scheme.rule, SchemeRule::LifeCycle));
        let stage = life_cycle.map_or("", |classified| classified.code_of(customer));
        for rule in &self.recipe.planning.plays {
            let is_stage = rule.stages.is_empty() || rule.stages.iter().any(|code| code == stage);
            if is_stage && (!rule.at_risk || self.risk_level(customer) >= RiskLevel::High) {
                let trigger = if rule.at_risk { Trigger::Risk } else { Trigger::Stage };
                return (rule.play, trigger, rule.percent);
            }
        }
        (Play::Regular, Trigger::Rhythm, 100)
    }

    fn risk_level(&self, customer: CustomerId) -> RiskLevel {
        risk(self.book, self.standing, self.predictions, self.recipe, customer).map_or(RiskLevel::Low, |risk| risk.level)
    }

    /// What is at stake in a year, in raw steps: the revenue of a year, and the share of it that the risk puts in doubt.
    ///
    /// The shares (5, 20 and 50 %) are ours: they rank a customer at high risk before one at low risk with ten times less in doubt.
    pub(super) fn stake(&self, customer: CustomerId) -> u64 {
        let measures = &self.standing.measures;
        let index = customer.index();
        let revenue = measures.revenue.get(index).map_or(0, |revenue| revenue.raw().max(0));
        let known_days = measures.first_order.get(index).map_or(0, |first| self.standing.as_of.days_since(*first));
        let of_year = i128::from(revenue) * 365 / i128::from(known_days.max(365));
        let share = match self.risk_level(customer) {
            RiskLevel::Low => 5,
            RiskLevel::Medium => 20,
            RiskLevel::High | RiskLevel::Gone => 50,
        };
        u64::try_from(of_year * share / 100).unwrap_or(0)
    }
}
