//! Everybody who may leave: drivers overall, and the list by page.
//!
//! A million customers have few reasons each, so a customer is four small columns here; the figures behind the reasons are made
//! again for the rows of a page. At stake is what a customer would bring if still one, times the chance that this is not so;
//! without a model that chance is 1 for those at risk. Invariant: stakes are never negative, and who is at no risk has none.

use super::{Reason, Risk, RiskLevel, risk};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::lifetime_value::Predictions;
use crate::identify::Book;
use crate::recipe::Field;
use serde::{Deserialize, Serialize};
use std::cmp::Ordering;

/// The risks of all customers; columns indexed by [`CustomerId`].
#[derive(Debug, Default)]
pub struct Risks {
    /// How likely each is to be lost.
    pub level: Vec<RiskLevel>,
    /// One bit for each kind of reason.
    reasons: Vec<u8>,
    /// The day of the next order, where one can be told.
    pub next_order: Vec<Option<Day>>,
    /// What is at stake, in currency units; 0 where nothing is.
    pub at_stake: Vec<f32>,
}

/// The kinds of reasons, without their figures.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum ReasonKind {
    /// The own rhythm is broken.
    RhythmBroken,
    /// Spend is falling.
    SpendFalling,
    /// A complaint is open.
    ComplaintOpen,
    /// Silent for longer than the recipe's limit.
    Silent,
}

impl ReasonKind {
    /// All of them, in the order of the screens.
    pub const ALL: [Self; 4] = [Self::RhythmBroken, Self::Silent, Self::SpendFalling, Self::ComplaintOpen];

    const fn bit(self) -> u8 {
        1 << self as u8
    }
}

impl Reason {
    /// Its kind.
    #[must_use]
    pub const fn kind(&self) -> ReasonKind {
        match self {
            Self::RhythmBroken { .. } => ReasonKind::RhythmBroken,
            Self::SpendFalling { .. } => ReasonKind::SpendFalling,
            Self::ComplaintOpen { .. } => ReasonKind::ComplaintOpen,
            Self::Silent { .. } => ReasonKind::Silent,
        }
    }
}

impl Risks {
    /// The risks of all customers.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "predictions have three digits, not seven")]
    pub fn of(book: &Book, standing: &Standing, predictions: &Predictions) -> Self {
        let size = book.customers.len();
        let mut this =
            Self { level: vec![RiskLevel::Low; size], reasons: vec![0; size], next_order: vec![None; size], at_stake: vec![0.0; size] };
        for customer in standing.customers() {
            let index = customer.index();
            let Some(risk) = risk(book, standing, Some(predictions), standing.later.recipe(), customer) else { continue };
            this.reasons[index] = risk.reasons.iter().fold(0, |bits, reason| bits | reason.kind().bit());
            this.at_stake[index] = at_stake(&risk, predictions, customer) as f32;
            (this.level[index], this.next_order[index]) = (risk.level, risk.next_order);
        }
        this
    }

    /// Whether this kind of reason speaks for losing the customer.
    #[must_use]
    pub fn has(&self, customer: CustomerId, kind: ReasonKind) -> bool {
        self.reasons.get(customer.index()).is_some_and(|bits| bits & kind.bit() != 0)
    }
}

/// What is at stake with one customer, in currency units.
#[must_use]
pub fn at_stake(risk: &Risk, predictions: &Predictions, customer: CustomerId) -> f64 {
    let value = predictions.value_if_alive.get(customer.index()).copied().filter(|value| value.is_finite()).map_or(0.0, f64::from);
    match (risk.level, risk.p_alive) {
        (RiskLevel::Low, _) => 0.0,
        (_, Some(p_alive)) => value.max(0.0) * (1.0 - f64::from(p_alive)),
        (_, None) => value.max(0.0),
    }
}

/// Customers who have something in common, and what they stand for.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct RiskGroup {
    /// How many.
    pub customers: u32,
    /// Their revenue so far.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// What is at stake with them, in currency units.
    pub at_stake: f64,
}

impl RiskGroup {
    fn add(&mut self, revenue: Money, at_stake: f32) {
        self.customers += 1;
        self.revenue = Money::from_raw(self.revenue.raw().saturating_add(revenue.raw()));
        self.at_stake += f64::from(at_stake);
    }
}

/// Who is at risk, and what drives it.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct RiskFigures {
    /// Customers at medium or high risk: those who may still be kept.
    pub at_risk: RiskGroup,
    /// Customers who are most likely gone already; at stake is what they would bring if they came back.
    pub gone: RiskGroup,
    /// Customers by level: low, medium, high, gone.
    pub levels: [RiskGroup; 4],
    /// Each reason with the customers at risk whom it speaks against; a customer with two reasons is in both.
    pub drivers: Vec<(ReasonKind, RiskGroup)>,
}

/// Who is at risk, and what drives it, over all customers.
#[must_use]
pub fn figures(standing: &Standing, risks: &Risks) -> RiskFigures {
    let mut found = RiskFigures { drivers: ReasonKind::ALL.map(|kind| (kind, RiskGroup::default())).to_vec(), ..RiskFigures::default() };
    for customer in standing.customers() {
        let index = customer.index();
        let (revenue, at_stake) = (standing.measures.revenue[index], risks.at_stake[index]);
        found.levels[risks.level[index] as usize].add(revenue, at_stake);
        match risks.level[index] {
            RiskLevel::Low => continue,
            RiskLevel::Gone => {
                found.gone.add(revenue, at_stake);
                continue;
            }
            RiskLevel::Medium | RiskLevel::High => {}
        }
        found.at_risk.add(revenue, at_stake);
        for (_, group) in found.drivers.iter_mut().filter(|(kind, _)| risks.has(customer, *kind)) {
            group.add(revenue, at_stake);
        }
    }
    found.drivers.retain(|(_, group)| group.customers > 0);
    found
}

/// Which customers at risk are wanted, in which order.
#[derive(Debug, Clone, Default, PartialEq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct RiskQuery {
    /// Only this level; medium and high when none is named.
    #[cfg_attr(test, ts(optional))]
    pub level: Option<RiskLevel>,
    /// Only with this reason.
    #[cfg_attr(test, ts(optional))]
    pub reason: Option<ReasonKind>,
    /// By which column.
    pub sort: RiskSort,
    /// How many to skip.
    pub offset: u32,
    /// How many to give, at most 1000.
    pub limit: u32,
}

/// Orders of the list; equal ones stay in the order of the ids.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum RiskSort {
    /// Most at stake first: whom to win back first.
    #[default]
    AtStake,
    /// Least likely to be alive first.
    PAlive,
    /// Most revenue first.
    Revenue,
    /// Longest silent first.
    RecencyDays,
}

/// A page of customers at risk.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct RiskPage {
    /// Customers on all pages.
    pub total: u32,
    /// Those of this page.
    pub rows: Vec<RiskRow>,
}

/// One customer at risk.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct RiskRow {
    /// Number to ask for the card with.
    pub customer: u32,
    /// Identifier.
    pub customer_id: String,
    /// Name; empty when unknown.
    pub customer_name: String,
    /// Tier code.
    pub tier: String,
    /// Revenue so far.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Day of the last order; none where the files say only how many days ago it was.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub last_order: Option<Day>,
    /// Level, chance and reasons.
    pub risk: Risk,
    /// What is at stake, in currency units.
    pub at_stake: f64,
}

/// A page of the customers at risk.
#[must_use]
pub fn page(book: &Book, standing: &Standing, query: &RiskQuery) -> RiskPage {
    let forecast = standing.forecast(book);
    let (risks, predictions) = (&forecast.risks, &forecast.predictions);
    let is_wanted = |customer: &CustomerId| {
        let level = risks.level[customer.index()];
        query.level.map_or(level.is_at_risk(), |wanted| wanted == level) && query.reason.is_none_or(|kind| risks.has(*customer, kind))
    };
    let mut wanted: Vec<CustomerId> = standing.customers().filter(is_wanted).collect();
    let total = u32::try_from(wanted.len()).unwrap_or(u32::MAX);
    wanted.sort_by(|a, b| compare(standing, risks, predictions, query.sort, (a.index(), b.index())));
    let limit = query.limit.min(crate::differentiate::customers::PAGE_LIMIT) as usize;
    let of_page = wanted.into_iter().skip(query.offset as usize).take(limit);
    RiskPage { total, rows: of_page.filter_map(|customer| row(book, standing, predictions, customer)).collect() }
}

fn compare(standing: &Standing, risks: &Risks, predictions: &Predictions, sort: RiskSort, (a, b): (usize, usize)) -> Ordering {
    let measures = &standing.measures;
    match sort {
        RiskSort::AtStake => risks.at_stake[b].total_cmp(&risks.at_stake[a]),
        RiskSort::PAlive => predictions.p_alive[a].total_cmp(&predictions.p_alive[b]),
        RiskSort::Revenue => measures.revenue[b].cmp(&measures.revenue[a]),
        RiskSort::RecencyDays => measures.recency_days[b].cmp(&measures.recency_days[a]),
    }
}

fn row(book: &Book, standing: &Standing, predictions: &Predictions, customer: CustomerId) -> Option<RiskRow> {
    let risk = risk(book, standing, Some(predictions), standing.later.recipe(), customer)?;
    Some(RiskRow {
        customer: customer.0,
        customer_id: book.customers.shown_id(customer).into_owned(),
        customer_name: book.customers.shown(Field::CustomerName, customer).into_owned(),
        tier: standing.schemes.get(standing.tier).map_or("", |scheme| scheme.code_of(customer)).to_owned(),
        revenue: standing.measures.revenue[customer.index()],
        last_order: standing.measures.last_order_known(customer),
        at_stake: at_stake(&risk, predictions, customer),
        risk,
    })
}
