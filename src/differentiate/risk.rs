//! Who is about to leave, and why one may think so.
//!
//! Every reason is a comparison of a customer with their own past, in figures that can be shown: the own rhythm
//! broken, spend falling, a complaint open, silence. The model's chance to be alive, where there is one, ranks;
//! the reasons explain. Invariant: a risk never comes without a reason, and a reason never without its figures.

mod list;

pub use list::{ReasonKind, RiskFigures, RiskGroup, RiskPage, RiskQuery, RiskRow, RiskSort, Risks, at_stake, figures, page};

use super::Standing;
use super::lifetime_value::Predictions;
use super::measures::{is_order, lines_up_to};
use crate::base::{CustomerId, Day, Money};
use crate::identify::Book;
use crate::identify::book::FeedbackKind;
use crate::recipe::Recipe;
use serde::{Deserialize, Serialize};

/// How likely a customer is to be lost.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum RiskLevel {
    /// Nothing speaks for it.
    #[default]
    Low,
    /// Something does.
    Medium,
    /// Much does, and there may still be time.
    High,
    /// Most likely gone already: to be won back, if at all.
    Gone,
}

impl RiskLevel {
    /// Whether there is something to lose, and time to keep it.
    #[must_use]
    pub const fn is_at_risk(self) -> bool {
        matches!(self, Self::Medium | Self::High)
    }

    /// Its stable name, as in files.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Gone => "gone",
        }
    }
}

/// A customer's risk with its reasons.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Risk {
    /// How likely the customer is to be lost.
    pub level: RiskLevel,
    /// How likely the customer is still one, by the model; none where the model says nothing.
    pub p_alive: Option<f32>,
    /// What speaks for a loss, the gravest first.
    pub reasons: Vec<Reason>,
    /// The day of the next order, if the customer keeps the own rhythm; none with fewer than three purchases, or
    /// when that day has long passed.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub next_order: Option<Day>,
}

/// What speaks for a loss.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Reason {
    /// The pause is much longer than this customer's usual one.
    RhythmBroken {
        /// Days since the last order.
        days: i32,
        /// Median days between this customer's orders.
        usual_days: i32,
    },
    /// The later half of the purchases was worth much less than the earlier half.
    SpendFalling {
        /// Mean of the earlier half.
        #[cfg_attr(test, ts(type = "number"))]
        before: Money,
        /// Mean of the later half.
        #[cfg_attr(test, ts(type = "number"))]
        after: Money,
    },
    /// A complaint is not resolved.
    ComplaintOpen {
        /// How many are open.
        complaints: u32,
    },
    /// No order for longer than the recipe's `silent_days`.
    Silent {
        /// Days since the last order.
        days: i32,
        /// The recipe's limit.
        limit: u32,
    },
}

/// From this many usual pauses on, the rhythm is broken.
const BROKEN: i32 = 2;
/// The later half below this share of the earlier one is falling spend.
const FALLING: f64 = 0.6;
/// Below this chance to be alive a customer counts as gone; from `STILL_HERE` on as here, however long the silence: some buy once a year.
const GONE: f32 = 0.2;
const STILL_HERE: f32 = 0.5;

/// The risk of one customer; none for customers without an order.
#[must_use]
pub fn risk(book: &Book, standing: &Standing, predictions: Option<&Predictions>, recipe: &Recipe, customer: CustomerId) -> Option<Risk> {
    if !standing.measures.is_present(customer) {
        return None;
    }
    let visits = visits(book, standing, recipe, customer);
    let days = standing.measures.recency_days[customer.index()];
    let usual_days = usual_pause(&visits);
    let p_alive = predictions.and_then(|predictions| predictions.chance_alive(customer));
    let mut reasons = Vec::new();
    if let Some(usual_days) = usual_days.filter(|usual| days > BROKEN * usual) {
        reasons.push(Reason::RhythmBroken { days, usual_days });
    }
    if let Some((before, after)) = halves(&visits).filter(|(before, after)| after.to_f64() < FALLING * before.to_f64()) {
        reasons.push(Reason::SpendFalling { before, after });
    }
    let complaints = open_complaints(book, standing.as_of, customer);
    if complaints > 0 {
        reasons.push(Reason::ComplaintOpen { complaints });
    }
    let limit = recipe.life_cycle.silent_days;
    if u32::try_from(days).is_ok_and(|days| days > limit) {
        reasons.push(Reason::Silent { days, limit });
    }
    let next_order = usual_days.filter(|usual| days <= BROKEN * usual).and_then(|usual| visits.last().map(|visit| visit.day.plus(usual)));
    let is_past = u32::try_from(days).is_ok_and(|days| days > recipe.life_cycle.churned_days);
    let level = if !reasons.is_empty() && is_gone(p_alive, is_past) { RiskLevel::Gone } else { level(&reasons, p_alive) };
    Some(Risk { level, p_alive, reasons, next_order })
}

/// Gone by the model's chance; where that is in between or none, by the life cycle: no order for longer than `churned_days`.
fn is_gone(p_alive: Option<f32>, is_past: bool) -> bool {
    match p_alive {
        Some(p_alive) if p_alive < GONE => true,
        Some(p_alive) if p_alive >= STILL_HERE => false,
        _ => is_past,
    }
}

/// Complaints up to the analysis day that nobody has resolved.
fn open_complaints(book: &Book, as_of: Day, customer: CustomerId) -> u32 {
    let feedback = &book.feedback;
    let is_open = |&row: &usize| feedback.kind[row] == FeedbackKind::Complaint && feedback.open[row] && feedback.day[row] <= as_of;
    u32::try_from(feedback.of(customer).filter(is_open).count()).unwrap_or(u32::MAX)
}

/// The number of reasons, and the model where it contradicts them.
fn level(reasons: &[Reason], p_alive: Option<f32>) -> RiskLevel {
    let silent = reasons.iter().any(|reason| matches!(reason, Reason::Silent { .. }));
    match (reasons.len(), p_alive) {
        (0, _) => RiskLevel::Low,
        (_, Some(p_alive)) if p_alive < 0.3 => RiskLevel::High,
        (1, _) if !silent => RiskLevel::Medium,
        (1, Some(p_alive)) if p_alive >= 0.6 => RiskLevel::Medium,
        _ => RiskLevel::High,
    }
}

/// One day with a purchase, and what was bought.
struct Visit {
    day: Day,
    amount: Money,
}

fn visits(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Vec<Visit> {
    let ledger = &book.ledger;
    let mut visits: Vec<Visit> = Vec::new();
    for line in lines_up_to(ledger, customer, standing.as_of).filter(|&line| is_order(ledger, recipe.cleaning.refunds, line)) {
        let (day, amount) = (ledger.day[line], ledger.amount[line]);
        match visits.last_mut() {
            Some(visit) if visit.day == day => visit.amount = Money::from_raw(visit.amount.raw().saturating_add(amount.raw())),
            _ => visits.push(Visit { day, amount }),
        }
    }
    visits
}

/// Median days between visits; none with fewer than three visits, of which no rhythm can be told.
fn usual_pause(visits: &[Visit]) -> Option<i32> {
    let mut pauses: Vec<i32> = visits.windows(2).map(|pair| pair[1].day.days_since(pair[0].day)).collect();
    pauses.sort_unstable();
    (pauses.len() >= 2).then(|| pauses[pauses.len() / 2])
}

/// Mean worth of the earlier and of the later half; none with fewer than four visits.
fn halves(visits: &[Visit]) -> Option<(Money, Money)> {
    if visits.len() < 4 {
        return None;
    }
    let (earlier, later) = visits.split_at(visits.len() / 2);
    let mean = |half: &[Visit]| {
        let sum = half.iter().fold(0_i64, |sum, visit| sum.saturating_add(visit.amount.raw()));
        Money::from_raw(sum).divided_by(u32::try_from(half.len()).unwrap_or(u32::MAX))
    };
    Some((mean(earlier), mean(later)))
}
