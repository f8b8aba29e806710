//! What the review suggests for the strategies.
//!
//! Only verdicts speak: what may be chance changes no strategy. Each suggestion comes with the strategy it would make, so
//! that taking it is one decision. Invariant: a suggestion names a tier of the review, a strategy of the recipe and one change at most.

use super::{EffectMeasure, EffectReview, EffectVerdict, MeasureEffect, TierEffect};
use crate::recipe::{ContactChannel, Recipe, Strategy};
use serde::Serialize;

/// A suggestion for one tier.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Advice {
    /// Tier code.
    pub tier: String,
    /// What to do.
    pub kind: AdviceKind,
    /// The measure that says so.
    pub because: EffectMeasure,
    /// How it went.
    pub verdict: EffectVerdict,
    /// The strategy with the change in it; none when nothing in it changes.
    pub strategy: Option<Strategy>,
}

/// What to do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum AdviceKind {
    /// Complaints went up: answer in half the time.
    AnswerFaster,
    /// Satisfaction went down: speak to them in person.
    SpeakInPerson,
    /// Orders or revenue went down: be in touch more often.
    ContactMore,
    /// Orders or revenue went up: go on like this.
    GoOn,
    /// No clear change in orders or revenue: leave some customers out, to see whether it does anything.
    TryControl,
}

/// Suggestions from the verdicts, in the order of the tiers.
#[must_use]
pub fn advice(review: &EffectReview, recipe: &Recipe) -> Vec<Advice> {
    review.tiers.iter().flat_map(|tier| of_tier(review, tier, recipe)).collect()
}

fn of_tier(review: &EffectReview, tier: &TierEffect, recipe: &Recipe) -> Vec<Advice> {
    let strategy = recipe.interact.get(&tier.tier);
    let verdict = |measure| tier.measures.iter().find(|found: &&MeasureEffect| found.measure == measure).map(|found| found.verdict);
    let told = |kind, because, verdict, strategy| Advice { tier: tier.tier.clone(), kind, because, verdict, strategy };
    let mut advice = Vec::new();
    if verdict(EffectMeasure::Complaints) == Some(EffectVerdict::Up) {
        advice.push(told(AdviceKind::AnswerFaster, EffectMeasure::Complaints, EffectVerdict::Up, strategy.and_then(faster)));
    }
    if verdict(EffectMeasure::Satisfaction) == Some(EffectVerdict::Down) {
        advice.push(told(AdviceKind::SpeakInPerson, EffectMeasure::Satisfaction, EffectVerdict::Down, strategy.and_then(in_person)));
    }
    let bought = [EffectMeasure::Revenue, EffectMeasure::Orders].map(|measure| (measure, verdict(measure)));
    let found = |wanted| bought.iter().find(|(_, verdict)| *verdict == Some(wanted)).map(|(measure, _)| *measure);
    if let Some(measure) = found(EffectVerdict::Down) {
        advice.push(told(AdviceKind::ContactMore, measure, EffectVerdict::Down, strategy.and_then(more_often)));
    } else if let Some(measure) = found(EffectVerdict::Up) {
        advice.push(told(AdviceKind::GoOn, measure, EffectVerdict::Up, None));
    } else if let (Some(measure), 0) = (found(EffectVerdict::Unclear), review.control) {
        advice.push(told(AdviceKind::TryControl, measure, EffectVerdict::Unclear, None));
    }
    advice
}

/// Half the time to an answer; none when it is an hour already.
fn faster(strategy: &Strategy) -> Option<Strategy> {
    let response_hours = strategy.response_hours.div_ceil(2);
    (response_hours < strategy.response_hours).then(|| Strategy { response_hours, ..strategy.clone() })
}

/// The phone first; none when it or a visit is first already.
fn in_person(strategy: &Strategy) -> Option<Strategy> {
    let is_personal = |channel: Option<&ContactChannel>| matches!(channel, Some(ContactChannel::Phone | ContactChannel::Visit));
    let rest = strategy.channels.iter().copied().filter(|channel| *channel != ContactChannel::Phone);
    let channels = std::iter::once(ContactChannel::Phone).chain(rest).collect();
    (!is_personal(strategy.channels.first())).then(|| Strategy { channels, ..strategy.clone() })
}

/// A quarter more contacts, one at least; none at the limit of a contact a week.
fn more_often(strategy: &Strategy) -> Option<Strategy> {
    let contacts = strategy.contacts_per_year;
    let contacts_per_year = (contacts + contacts.div_ceil(4).max(1)).min(52);
    (contacts_per_year > contacts).then(|| Strategy { contacts_per_year, ..strategy.clone() })
}
