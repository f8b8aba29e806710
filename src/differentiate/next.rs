//! What it would take: the smallest change that brings a customer into a better segment, and the day on which it falls.
//!
//! "Why?" is half an answer; the other half is what to do about it. Looked for are orders, because they are what a customer
//! can still do: how many, of how much together. Everybody else stands still meanwhile: thresholds are held as they are now.
//! Invariant: whoever really makes these orders is, by these thresholds, in that segment, and one cent less is not enough.

mod composite;
mod frozen;
mod held;
mod nearest;
mod rule;
mod visits;

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::conditions::Asked;
use crate::differentiate::schemes::Classified;
use crate::identify::Book;
use crate::recipe::{Health, Recipe, Segment};
use frozen::{Figures, Frozen};
use serde::Serialize;

/// Orders that are asked for at most: more is no advice.
const MOST_ORDERS: u32 = 12;
/// Changes named at most.
const CHANGES: usize = 3;
/// The smallest amount of an order: one cent.
const CENT: i64 = Money::SCALE / 100;

/// What lies ahead of a customer in one scheme.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Outlook {
    /// Scheme id.
    pub scheme: String,
    /// Whether no segment of the scheme is better.
    pub best: bool,
    /// Changes that reach a better segment: fewest orders first, each further one needs more orders and less money. Empty when
    /// there is no better one, or none that at most twelve orders reach.
    pub changes: Vec<Change>,
    /// Why there is no change although a segment is better.
    pub unchanged: Option<Unchanged>,
    /// Where the customer falls without another order, and when; none when it stays where it is, or where ranks decide.
    pub fall: Option<Fall>,
}

/// Why no change is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Unchanged {
    /// Twelve orders more do not reach it, whatever they are worth.
    TooFar,
    /// It does not depend on orders.
    NotByOrders,
    /// It depends on what everybody does, on a model, or on what is bought: that cannot be counted ahead.
    NotTold,
}

/// A change that reaches a better segment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Change {
    /// The segment that is reached.
    pub segment: Segment,
    /// Further orders, at least 1.
    pub orders: u32,
    /// What they have to be worth together at least; 0 when any amount will do. Whole cents.
    #[cfg_attr(test, ts(type = "number"))]
    pub amount: Money,
    /// Days after the last of these orders for which the customer then stays there or better; none when for good, or where ranks
    /// decide, which move with everybody.
    pub holds_days: Option<u32>,
}

/// Where a customer falls without another order.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Fall {
    /// The segment it falls to.
    pub segment: Segment,
    /// In how many days, counted from the analysis day.
    pub days: u32,
    /// The first day on which it is there; none where days are only relative.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub on: Option<Day>,
}

/// What lies ahead of a customer in every scheme, in the order of the standing; nothing for customers that are not scored, and where the
/// segment is not what the figures say: set by hand, or held until a change has lasted.
///
/// Better is the healthier segment ([`Health`]: loyal, growing, needs care, slipping, lost), and of equally healthy ones
/// the one whose customers bring more revenue on average. Orders are made on the analysis day or later; by then recency is 0.
#[must_use]
pub fn outlooks(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Vec<Outlook> {
    if !standing.measures.is_present(customer) {
        return Vec::new();
    }
    let asked = Asked { book, standing, recipe };
    standing.schemes.iter().filter_map(|classified| outlook(&asked, classified, customer)).collect()
}

fn outlook<'a>(asked: &Asked<'a>, classified: &'a Classified, customer: CustomerId) -> Option<Outlook> {
    let ranks = ranks(classified);
    let rank = *ranks.get(usize::from(*classified.of.get(customer.index())?))?;
    let told = |changes: Vec<Change>, unchanged: Unchanged, fall: Option<Fall>| Outlook {
        scheme: classified.scheme.id.clone(),
        best: rank == 0,
        unchanged: (rank > 0 && changes.is_empty()).then_some(unchanged),
        changes,
        fall,
    };
    let frozen = match Frozen::new(asked, classified, customer) {
        Ok(frozen) => frozen,
        Err(unchanged) => return unchanged.map(|unchanged| told(Vec::new(), unchanged, None)),
    };
    let now = frozen.figures();
    let fall = fall(&frozen, &ranks, &now, rank).and_then(|(days, position)| {
        let standing = asked.standing;
        let on = (!standing.measures.days_are_relative).then(|| standing.as_of.plus(i32::try_from(days).unwrap_or(i32::MAX)));
        Some(Fall { segment: segment(&frozen, position)?, days, on })
    });
    let changes = if rank == 0 { Vec::new() } else { changes(&frozen, &ranks, rank) };
    let one_more = now.after(1, Money::from_raw(CENT));
    let is_told = one_more.is_some_and(|figures| frozen.position(&figures).is_some());
    let unchanged = match (is_told, frozen.follows_from_orders()) {
        (_, false) => Unchanged::NotByOrders,
        (true, _) => Unchanged::TooFar,
        (false, _) => Unchanged::NotTold,
    };
    Some(told(changes, unchanged, fall))
}

/// The place of every segment, 0 for the best.
fn ranks(classified: &Classified) -> Vec<usize> {
    let average = |position: usize| {
        let total = classified.totals.get(position).copied().unwrap_or_default();
        total.revenue.divided_by(total.customers)
    };
    let key = |&position: &usize| (vigour(classified.segments[position].health), std::cmp::Reverse(average(position)), position);
    let mut order: Vec<usize> = (0..classified.segments.len()).collect();
    order.sort_by_key(key);
    let mut ranks = vec![0; order.len()];
    for (rank, position) in order.into_iter().enumerate() {
        ranks[position] = rank;
    }
    ranks
}

const fn vigour(health: Health) -> u8 {
    match health {
        Health::Loyal => 0,
        Health::Growing => 1,
        Health::NeedsCare => 2,
        Health::Slipping => 3,
        Health::Lost => 4,
    }
}

fn segment(frozen: &Frozen<'_>, position: usize) -> Option<Segment> {
    frozen.classified.segments.get(position).cloned()
}

/// For each number of orders that could matter the least amount that reaches something better; kept where more orders
/// spare money.
fn changes(frozen: &Frozen<'_>, ranks: &[usize], rank: usize) -> Vec<Change> {
    let mut changes: Vec<Change> = Vec::new();
    for orders in frozen.order_counts(MOST_ORDERS) {
        let found = frozen.amounts(orders).into_iter().find_map(|amount| change(frozen, ranks, rank, (orders, amount)));
        let spares = |change: &Change| changes.last().is_none_or(|before| change.amount < before.amount);
        changes.extend(found.filter(spares));
    }
    changes.truncate(CHANGES);
    changes
}

fn change(frozen: &Frozen<'_>, ranks: &[usize], rank: usize, (orders, amount): (u32, Money)) -> Option<Change> {
    let after = frozen.figures().after(orders, amount)?;
    let position = frozen.position(&after)?;
    let reached = *ranks.get(position).filter(|reached| **reached < rank)?;
    let any = amount.raw() <= CENT;
    Some(Change {
        segment: segment(frozen, position)?,
        orders,
        amount: if any { Money::ZERO } else { amount },
        holds_days: fall(frozen, ranks, &after, reached).map(|(days, _)| days - 1),
    })
}

/// In how many days somebody with these figures is first in a worse place than this one, and in which.
fn fall(frozen: &Frozen<'_>, ranks: &[usize], figures: &Figures, rank: usize) -> Option<(u32, usize)> {
    frozen.turning_days(figures).into_iter().find_map(|days| {
        let position = frozen.position(&figures.later(days))?;
        ranks.get(position).is_some_and(|later| *later > rank).then_some((days, position))
    })
}
