//! Who changed since an earlier day: what sets the user's own automatic flows going.
//!
//! Tier, stage of life and risk of the two days are compared customer by customer, by the rules of the recipe on both.
//! Invariant: a customer has at most one change of each kind, and who did not change has none.

use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::history::standing_at;
use crate::differentiate::risk::{RiskLevel, risk};
use crate::identify::Book;
use crate::recipe::{Checked, SchemeRule};
use crate::{ErrorKind, Result};

/// What happened to a customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum ChangeKind {
    /// The first order came.
    FirstOrder,
    /// A better tier.
    TierUp,
    /// A worse tier.
    TierDown,
    /// Another stage of life, as from active to silent.
    Stage,
    /// The risk to be lost is high and was not; who is gone already has a stage that says so.
    AtRisk,
    /// The risk was high and is no more.
    RiskOver,
}

impl ChangeKind {
    /// The name in files, as `tier_up`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FirstOrder => "first_order",
            Self::TierUp => "tier_up",
            Self::TierDown => "tier_down",
            Self::Stage => "stage",
            Self::AtRisk => "at_risk",
            Self::RiskOver => "risk_over",
        }
    }
}

/// A change of one customer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    /// Whose.
    pub customer: CustomerId,
    /// What happened.
    pub kind: ChangeKind,
    /// What was: a code of tier or stage; empty for the first order and for risks.
    pub was: &'a str,
    /// What is.
    pub is: &'a str,
}

/// Everything that changed between a day and the analysis day, by customer.
///
/// `earlier` is the [`standing_at`] that day. What somebody set by hand is part of today only.
#[must_use]
pub fn changes<'a>(book: &Book, earlier: &'a Standing, standing: &'a Standing, recipe: &Checked) -> Vec<Change<'a>> {
    let mut found = Vec::new();
    for customer in standing.customers() {
        let had_orders = |standing: &Standing| standing.measures.orders.get(customer.index()).is_some_and(|orders| *orders > 0);
        if !had_orders(earlier) {
            if had_orders(standing) {
                found.push(Change { customer, kind: ChangeKind::FirstOrder, was: "", is: standing.tier_of(customer) });
            }
            continue;
        }
        found.extend(tier_change(earlier, standing, customer));
        let (was, is) = (stage(earlier, customer), stage(standing, customer));
        if was != is && !is.is_empty() {
            found.push(Change { customer, kind: ChangeKind::Stage, was, is });
        }
        let is_high = |standing| risk(book, standing, None, recipe, customer).is_some_and(|risk| risk.level >= RiskLevel::High);
        match (is_high(earlier), is_high(standing)) {
            (false, true) => found.push(Change { customer, kind: ChangeKind::AtRisk, was: "", is: "" }),
            (true, false) => found.push(Change { customer, kind: ChangeKind::RiskOver, was: "", is: "" }),
            _ => {}
        }
    }
    found
}

/// The standing of the day that changes are counted from.
///
/// # Errors
/// `argument.invalid` when the day is not before the analysis day, or nobody was there yet.
pub fn earlier(book: &Book, standing: &Standing, recipe: &Checked, since: Day) -> Result<Standing> {
    if since >= standing.as_of {
        let problem = format!("{since} is not before the analysis day {}", standing.as_of);
        return Err(ErrorKind::ArgumentInvalid { problem }.into());
    }
    standing_at(book, recipe, since)
}

/// Places in the scheme of the later day, which is the same rule: the smaller is the better one.
fn tier_change<'a>(earlier: &'a Standing, standing: &'a Standing, customer: CustomerId) -> Option<Change<'a>> {
    let (was, is) = (earlier.tier_of(customer), standing.tier_of(customer));
    let tiers = &standing.schemes.get(standing.tier)?.segments;
    let place = |code: &str| tiers.iter().position(|tier| tier.code == code);
    let (before, after) = (place(was)?, place(is)?);
    let kind = match after.cmp(&before) {
        std::cmp::Ordering::Less => ChangeKind::TierUp,
        std::cmp::Ordering::Greater => ChangeKind::TierDown,
        std::cmp::Ordering::Equal => return None,
    };
    Some(Change { customer, kind, was, is })
}

fn stage(standing: &Standing, customer: CustomerId) -> &str {
    let life_cycle = standing.schemes.iter().find(|classified| matches!(classified.scheme.rule, SchemeRule::LifeCycle));
    life_cycle.map_or("", |classified| classified.code_of(customer))
}
