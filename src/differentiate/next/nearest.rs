//! The nearest cluster of one customer, the centres standing still.
//!
//! An order moves several coordinates at once, along a curve, so that no formula says where it crosses from one cluster to the next. The
//! curve is walked in steps, and where two steps lie in different clusters the place between them is halved down to a cent. Invariant: what
//! is told is what the model says of these figures.

use super::Figures;
use super::held::{Held, MOST};
use super::visits::Visits;
use crate::base::{CustomerId, Money};
use crate::differentiate::clusters::{Clustering, Gauge};
use crate::differentiate::conditions::Asked;
use crate::recipe::Clusters;

/// Steps on the way of amounts: each is a fifth more than the one before.
const STEP: i64 = 5;
/// How far ahead days are looked at, one by one: ten years.
const DAYS: u32 = 3_653;

/// Clusters and where the customer stands among them.
pub(super) struct Nearest<'a> {
    axes: Vec<(Held<'a>, Gauge)>,
    clusters: &'a Clustering,
    /// The position of whoever cannot be compared.
    unknown: usize,
}

impl<'a> Nearest<'a> {
    pub(super) fn new(asked: &Asked<'a>, clusters: &'a Clustering, rule: &Clusters, customer: CustomerId) -> Self {
        let axis = |(metric, footing)| {
            let held = Held::new(asked, metric, customer);
            let gauge = Gauge::new(footing, held.scale);
            (held, gauge)
        };
        let axes = rule.metrics.iter().zip(clusters.model.footings.iter().copied()).map(axis).collect();
        Self { axes, clusters, unknown: clusters.model.centres.len().max(1) }
    }

    pub(super) fn position(&self, figures: &Figures, visits: &Visits) -> Option<usize> {
        let mut point = Vec::with_capacity(self.axes.len());
        for (held, gauge) in &self.axes {
            let Some(raw) = held.value(figures, visits)? else { return Some(self.unknown) };
            point.push(gauge.coordinate(raw));
        }
        Some(usize::from(self.clusters.nearest(&point)))
    }

    pub(super) fn follows_from_orders(&self) -> bool {
        self.axes.iter().any(|(held, _)| held.follows_from_orders())
    }

    pub(super) fn is_told_later(&self) -> bool {
        self.axes.iter().all(|(held, _)| held.is_told_later())
    }

    /// Amounts of so many further orders at which another cluster begins, in raw steps, whole cents.
    pub(super) fn amounts(&self, figures: &Figures, orders: u32, visits: &Visits) -> Vec<i64> {
        let cent = super::CENT;
        let position = |amount: i64| self.position(&figures.after(orders, Money::from_raw(amount))?, visits);
        let more = |amount: &i64| Some(amount + (amount / STEP / cent * cent).max(cent)).filter(|amount| *amount <= MOST);
        let mut found = Vec::new();
        let mut low = (cent, position(cent));
        for amount in std::iter::successors(more(&cent), more) {
            let high = (amount, position(amount));
            if high.1 != low.1 {
                found.push(first_other(low, amount, cent, &position));
            }
            low = high;
        }
        found
    }

    /// In how many days another cluster begins by itself.
    pub(super) fn turning_days(&self, figures: &Figures, visits: &Visits) -> Vec<i64> {
        let mut found = Vec::new();
        let mut before = self.position(figures, visits);
        for days in 1..=DAYS {
            let then = self.position(&figures.later(days), visits);
            if then != before {
                found.push(i64::from(days));
            }
            before = then;
        }
        found
    }
}

/// The first amount up to `high` whose place is not that of `low`.
fn first_other(low: (i64, Option<usize>), mut high: i64, cent: i64, position: &dyn Fn(i64) -> Option<usize>) -> i64 {
    let (mut low, place) = low;
    while high - low > cent {
        let middle = low + (high - low) / 2 / cent * cent;
        if position(middle) == place { low = middle } else { high = middle }
    }
    high
}
