//! Which promotion suits a customer, by how often and for how much they order.
//!
//! One promotion each, by the first rule that fits: who has gone quiet gets a voucher to come back, who ordered once a voucher for the
//! second order, who orders less often than most a bonus for the next one in time, who orders for less than most a gift
//! above a threshold a little over their own average; who does both well needs no discount and gets a privilege. Invariant: no promotion is worth more
//! than the recipe's share of the margin of the order that it asks for.

use crate::base::{CustomerId, Money};
use crate::differentiate::Standing;
use crate::recipe::{Recipe, SchemeRule};
use serde::Serialize;

/// A threshold is this much above the average order, in percent: near enough to be reached.
const STRETCH: i64 = 110;
/// Thresholds and vouchers in figures that people write on a flyer: the first digits, times a power of ten.
const ROUND: [i64; 12] = [100, 120, 150, 180, 200, 250, 300, 400, 500, 600, 700, 800];

/// What a customer is offered to order again.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Promotion {
    /// Which.
    pub kind: PromotionKind,
    /// The order that earns it: at least this much.
    #[cfg_attr(test, ts(type = "number"))]
    pub threshold: Money,
    /// What it is worth; zero for a privilege.
    #[cfg_attr(test, ts(type = "number"))]
    pub worth: Money,
    /// Days within which it holds; none for a privilege.
    pub days: Option<u32>,
    /// The customer's average order.
    #[cfg_attr(test, ts(type = "number"))]
    pub average: Money,
    /// Days between two orders: the customer's own mean, or the median of all who ordered again.
    pub usual_days: u32,
}

/// A kind of promotion.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum PromotionKind {
    /// A voucher to come back.
    WinBack,
    /// A voucher for the second order.
    SecondOrder,
    /// A bonus for the next order in time.
    Sooner,
    /// A gift above a threshold.
    LargerBasket,
    /// A privilege instead of a discount.
    Privilege,
}

impl PromotionKind {
    /// The name in files, as `win_back`.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::WinBack => "win_back",
            Self::SecondOrder => "second_order",
            Self::Sooner => "sooner",
            Self::LargerBasket => "larger_basket",
            Self::Privilege => "privilege",
        }
    }
}

/// What everybody's orders say: what single customers are compared with.
#[derive(Debug, Clone, PartialEq)]
pub struct Promotions {
    /// Median of the customers' average orders.
    average: Money,
    /// Median of the customers' days between two orders.
    usual_days: u32,
    /// What a promotion may cost, in ten-thousandths of the order: share × margin.
    cost: i64,
    /// Position of the life-cycle scheme.
    life_cycle: Option<usize>,
}

impl Promotions {
    /// Looks at everybody who ordered.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "a share of at most 1")]
    pub fn new(standing: &Standing, recipe: &Recipe) -> Self {
        let mut averages: Vec<Money> = standing.customers().filter_map(|customer| average(standing, customer)).collect();
        let mut gaps: Vec<u32> = standing.customers().filter_map(|customer| days_between(standing, customer)).collect();
        let life_cycle = standing.schemes.iter().position(|classified| matches!(classified.scheme.rule, SchemeRule::LifeCycle));
        let cost = (recipe.offering.promotion_share * recipe.lifetime_value.margin * 10_000.0).floor() as i64;
        Self { average: median(&mut averages).unwrap_or(Money::ZERO), usual_days: median(&mut gaps).unwrap_or(30), cost, life_cycle }
    }

    /// The promotion of a customer; none without an order that was worth anything.
    #[must_use]
    pub fn of(&self, standing: &Standing, customer: CustomerId) -> Option<Promotion> {
        let average = average(standing, customer)?;
        let own = days_between(standing, customer);
        let usual_days = own.unwrap_or(self.usual_days).max(1);
        let stage = self.life_cycle.map_or("", |place| standing.schemes[place].code_of(customer));
        let kind = self.kind(stage, standing.measures.orders[customer.index()], average, usual_days);
        let threshold = match kind {
            PromotionKind::LargerBasket => round_up(average.raw().saturating_mul(STRETCH) / 100),
            PromotionKind::Privilege => 0,
            _ => round_down(average.raw()),
        };
        let worth = round_down(threshold.saturating_mul(self.cost) / 10_000);
        // A voucher of nothing is none: the margin leaves no room for one.
        let kind = if worth == 0 { PromotionKind::Privilege } else { kind };
        let (threshold, worth) = if kind == PromotionKind::Privilege { (0, 0) } else { (threshold, worth) };
        let days = (kind != PromotionKind::Privilege).then_some(usual_days);
        Some(Promotion { kind, threshold: Money::from_raw(threshold), worth: Money::from_raw(worth), days, average, usual_days })
    }

    fn kind(&self, stage: &str, orders: u32, average: Money, usual_days: u32) -> PromotionKind {
        match stage {
            "silent" | "churned" => PromotionKind::WinBack,
            _ if orders == 1 => PromotionKind::SecondOrder,
            _ if usual_days > self.usual_days => PromotionKind::Sooner,
            _ if average < self.average => PromotionKind::LargerBasket,
            _ => PromotionKind::Privilege,
        }
    }
}

/// Revenue per order, where there is any.
fn average(standing: &Standing, customer: CustomerId) -> Option<Money> {
    let (measures, index) = (&standing.measures, customer.index());
    let orders = measures.orders.get(index).copied().filter(|&orders| orders > 0)?;
    Some(measures.revenue[index].divided_by(orders)).filter(|average| average.raw() > 0)
}

/// Mean of days between two orders of who ordered on several days.
fn days_between(standing: &Standing, customer: CustomerId) -> Option<u32> {
    let (measures, index) = (&standing.measures, customer.index());
    let span = u32::try_from(measures.last_order[index].days_since(measures.first_order[index])).ok().filter(|&days| days > 0)?;
    let repeats = measures.orders[index].checked_sub(1).filter(|&repeats| repeats > 0)?;
    Some((span / repeats).max(1))
}

fn median<T: Copy + Ord>(values: &mut [T]) -> Option<T> {
    let middle = values.len().checked_sub(1)? / 2;
    Some(*values.select_nth_unstable(middle).1)
}

/// The largest round figure that is not above.
fn round_down(raw: i64) -> i64 {
    let fitting = |power: i64| ROUND.iter().rev().map(move |digits| digits * power).find(|&round| round <= raw);
    powers().rev().find_map(fitting).unwrap_or(0)
}

/// The smallest round figure that is not below.
fn round_up(raw: i64) -> i64 {
    let fitting = |power: i64| ROUND.iter().map(move |digits| digits * power).find(|&round| round >= raw);
    powers().find_map(fitting).unwrap_or(raw)
}

/// From a cent of the first digit on: 0.01 is 100 steps.
fn powers() -> impl DoubleEndedIterator<Item = i64> {
    (0..14).map(|exponent| 10_i64.pow(exponent))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_round_and_on_the_right_side() {
        for (units, below, above) in
            [("1", "1", "1"), ("0.999", "0.8", "1"), ("119", "100", "120"), ("131.20", "120", "150"), ("8999", "8000", "10000")]
        {
            let raw = Money::parse(units).expect("an amount").raw();
            let text = |raw| Money::from_raw(raw).to_string();
            assert_eq!((text(round_down(raw)), text(round_up(raw))), (below.to_owned(), above.to_owned()), "{units}");
        }
        assert_eq!(round_down(0), 0, "no voucher of nothing");
    }
}
