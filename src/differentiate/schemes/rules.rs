//! Schemes that are rules and not tables: ABC, life cycle, tenure, conditions, bands, quotas and needs.
//!
//! Invariant: the numbers that decide here are the ones that the customer card shows.

use super::{Classified, NO_SEGMENT, by_metric};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::conditions::Asked;
use crate::differentiate::metrics::was_won_back;
use crate::differentiate::{Measures, Standing};
use crate::math::concentration::{needed_for, positive_total, top_sums};
use crate::recipe::{Abc, AdaptiveStep, ConditionRow, LifeCycle, Metric, Scheme, SchemeRule, Segment};

/// The segment of every customer, as its position among [`crate::recipe::presets::segments`].
pub(super) fn classify(rule: &SchemeRule, segments: &[Segment], asked: &Asked<'_>) -> Vec<u8> {
    let (measures, as_of, days) = (&asked.standing.measures, asked.standing.as_of, &asked.recipe.life_cycle);
    let each = |position: &dyn Fn(CustomerId) -> u8| (0_u32..).take(measures.orders.len()).map(|id| position(CustomerId(id))).collect();
    let position = |segment: &Segment| position(segments, segment);
    let mut of: Vec<u8> = match rule {
        SchemeRule::Abc => abc(measures, &asked.recipe.abc),
        SchemeRule::LifeCycle => each(&|customer| life_cycle(measures, days, as_of, customer)),
        SchemeRule::Tenure => each(&|customer| u8::from(!is_new(measures, days, as_of, customer))),
        SchemeRule::Stages => each(&|customer| stage(asked, days, customer)),
        SchemeRule::Conditions { rows, otherwise } => by_conditions(rows, asked, &position, position(otherwise)),
        SchemeRule::Bands { metric, binning, segments: bands } => {
            let unknown = crate::recipe::presets::unknown();
            let positions: Vec<u8> = bands.iter().chain([&unknown]).map(position).collect();
            by_metric::bands(metric, binning, &positions, asked)
        }
        SchemeRule::Quota { metric, levels, ties, otherwise } => {
            let positions: Vec<u8> = levels.iter().map(|level| position(&level.segment)).chain([position(otherwise)]).collect();
            by_metric::quota(metric, levels, *ties, asked).into_iter().map(|level| positions[level]).collect()
        }
        SchemeRule::Need { custom_share } => by_need(*custom_share, asked),
        SchemeRule::Table { .. } | SchemeRule::Attribute(_) | SchemeRule::Adaptive { .. } | SchemeRule::Clusters(_) => {
            each(&|_| NO_SEGMENT)
        }
    };
    for customer in &measures.absent {
        of[customer.index()] = NO_SEGMENT;
    }
    of
}

fn position(segments: &[Segment], wanted: &Segment) -> u8 {
    let place = segments.iter().position(|segment| segment.code == wanted.code);
    place.and_then(|place| u8::try_from(place).ok()).unwrap_or(NO_SEGMENT)
}

/// The first row whose condition holds. Rows are asked from the last to the first, so that earlier ones write over later ones.
fn by_conditions(rows: &[ConditionRow], asked: &Asked<'_>, position: &dyn Fn(&Segment) -> u8, otherwise: u8) -> Vec<u8> {
    let mut of = vec![otherwise; asked.standing.measures.orders.len()];
    for row in rows.iter().rev() {
        let position = position(&row.segment);
        for (slot, meant) in of.iter_mut().zip(asked.whom(&row.when)) {
            *slot = if meant { position } else { *slot };
        }
    }
    of
}

/// Custom 0, standard 1, unknown 2.
fn by_need(custom_share: f64, asked: &Asked<'_>) -> Vec<u8> {
    let share = asked.standing.metric(asked.book, asked.recipe, &Metric::OneOffShare);
    let position = |customer: CustomerId| share.raw(customer).map_or(2, |_| u8::from(share.value(customer) < custom_share));
    (0_u32..).take(asked.standing.measures.orders.len()).map(|id| position(CustomerId(id))).collect()
}

/// The last step that the number of all orders reaches.
pub(crate) fn reached<'a>(steps: &'a [AdaptiveStep], measures: &Measures) -> Option<&'a AdaptiveStep> {
    steps.iter().rev().find(|step| step.from_orders <= measures.total_orders)
}

/// The scheme of the last step that the number of orders reaches, under another id.
pub(super) fn adaptive(scheme: &Scheme, steps: &[AdaptiveStep], standing: &Standing) -> Classified {
    let chosen = reached(steps, &standing.measures).and_then(|step| standing.scheme(&step.scheme));
    let scheme = scheme.clone();
    match chosen {
        Some(Classified { segments, of, scores, totals, .. }) => Classified {
            scheme,
            segments: segments.clone(),
            of: of.clone(),
            scores: scores.clone(),
            totals: totals.clone(),
            clusters: None,
        },
        None => Classified {
            scheme,
            segments: Vec::new(),
            of: vec![NO_SEGMENT; standing.measures.orders.len()].into(),
            scores: None,
            totals: Vec::new(),
            clusters: None,
        },
    }
}

/// A: the customers, from the largest revenue down, that it takes to reach `a_share` of all positive revenue, the one
/// that crosses it included. B: the further ones that reach `b_share`. C: the rest, and all without revenue.
///
/// Among equal revenues the smaller id comes first: the published reference counts (606/228/161 on `rfm_data_orders`)
/// cut through a group of four equal customers, so equal ones cannot be kept together.
fn abc(measures: &Measures, shares: &Abc) -> Vec<u8> {
    let revenue = measures.revenue_distribution();
    let mut a = Takers::new(measures, needed_for(revenue, shares.a_share));
    let mut a_and_b = Takers::new(measures, needed_for(revenue, shares.b_share));
    let mut of = vec![NO_SEGMENT; measures.revenue.len()];
    for customer in measures.customers() {
        let revenue = measures.revenue[customer.index()];
        // Both have to see every customer: they count those at their limit.
        let (in_a, in_b) = (a.takes(revenue), a_and_b.takes(revenue));
        of[customer.index()] = if in_a { 0 } else { 2 - u8::from(in_b) };
    }
    of
}

/// Takes the `count` customers with the largest revenue, when all are shown to it in the order of their ids.
struct Takers {
    limit: Money,
    /// How many of those whose revenue is the limit may still be taken.
    at_limit: u32,
}

impl Takers {
    fn new(measures: &Measures, count: u32) -> Self {
        let revenue = measures.revenue_distribution();
        let Some(last) = count.checked_sub(1) else { return Self { limit: Money::from_raw(i64::MAX), at_limit: 0 } };
        let limit = revenue.at(revenue.len().saturating_sub(1 + last));
        let above = revenue.len() - revenue.count_below(limit) - revenue.count(limit);
        Self { limit: Money::from_raw(limit), at_limit: count - above }
    }

    fn takes(&mut self, revenue: Money) -> bool {
        if revenue == self.limit && self.at_limit > 0 {
            self.at_limit -= 1;
            return true;
        }
        revenue > self.limit
    }
}

fn life_cycle(measures: &Measures, days: &LifeCycle, as_of: Day, customer: CustomerId) -> u8 {
    let since_last = measures.recency_days[customer.index()].unsigned_abs();
    life_stage(days, since_last, is_new(measures, days, as_of, customer))
}

/// Churned, else silent, by days since the last order; else new by days since the first; else active.
/// Positions: new 0, active 1, silent 2, churned 3.
pub(crate) fn life_stage(days: &LifeCycle, since_last: u32, is_new: bool) -> u8 {
    if since_last > days.churned_days {
        3
    } else if since_last > days.silent_days {
        2
    } else {
        u8::from(!is_new)
    }
}

/// The life cycle with one more stage. Positions: new 0, won back 1, active 2, silent 3, churned 4.
fn stage(asked: &Asked<'_>, days: &LifeCycle, customer: CustomerId) -> u8 {
    let standing = asked.standing;
    let stage = life_cycle(&standing.measures, days, standing.as_of, customer);
    with_won_back(stage, || was_won_back(asked.book, standing, customer, (days.new_days, days.churned_days)))
}

/// The position among the stages of somebody at this stage of the life cycle.
pub(crate) fn with_won_back(life_stage: u8, was_won_back: impl FnOnce() -> bool) -> u8 {
    match life_stage {
        0 => 0,
        1 if was_won_back() => 1,
        other => other + 1,
    }
}

/// Whether the first order was at most `new_days` ago. Somebody with several orders whose first one is unknown is not new.
fn is_new(measures: &Measures, days: &LifeCycle, as_of: Day, customer: CustomerId) -> bool {
    let index = customer.index();
    !measures.is_first_order_guessed(customer) && as_of.days_since(measures.first_order[index]).unsigned_abs() <= days.new_days
}

/// Share of all positive revenue up to and with this customer, from the largest down, among equals by id: what
/// [`abc`] goes by. 0 to 1; 0 when there is no revenue.
#[expect(clippy::cast_precision_loss, reason = "a share to show")]
pub(crate) fn cumulative_share(measures: &Measures, customer: CustomerId) -> f64 {
    let own = measures.revenue[customer.index()];
    let distribution = measures.revenue_distribution();
    let larger = distribution.len() - distribution.count_below(own.raw()) - distribution.count(own.raw());
    let equal = measures.customers().take_while(|other| *other <= customer).filter(|other| measures.revenue[other.index()] == own);
    let place = larger + u32::try_from(equal.count()).unwrap_or(u32::MAX);
    let total = positive_total(distribution);
    let up_to = top_sums(distribution, &[place]).first().copied().unwrap_or(0);
    if total == 0 { 0.0 } else { up_to as f64 / total as f64 }
}
