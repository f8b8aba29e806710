//! Metrics as coordinates that can be compared.
//!
//! A few customers with very much would be clusters of their own, and days would count more than orders because there are more of
//! them: so what has a long tail is taken by its logarithm, and everything in standard deviations. The logarithm begins at the tenth
//! percentile of the positive values, a customer's own figure, so that cents and dollars give the same coordinates, bit by bit.
//! Invariant: every coordinate is finite; what is not known has none.

use super::ClusterConcern;
use crate::base::CustomerId;
use crate::differentiate::Standing;
use crate::differentiate::conditions::Asked;
use crate::differentiate::metrics::Column;
use crate::math::{Distribution, sort};
use crate::recipe::{Footing, Metric, Unit};
use std::sync::Arc;

/// The metrics by which customers are compared.
pub(super) struct Features {
    columns: Vec<Arc<Column>>,
}

impl Features {
    pub(super) fn new(asked: &Asked<'_>, metrics: &[Metric]) -> Self {
        Self { columns: metrics.iter().map(|metric| asked.standing.metric(asked.book, asked.recipe, metric)).collect() }
    }

    /// Coordinates of one point.
    pub(super) fn width(&self) -> usize {
        self.columns.len()
    }

    pub(super) fn metrics(&self) -> impl Iterator<Item = &Metric> {
        self.columns.iter().map(|column| &column.metric)
    }

    pub(super) fn column(&self, place: usize) -> Option<&Column> {
        self.columns.get(place).map(Arc::as_ref)
    }

    /// The numbers of the customers of whom everything is known.
    pub(super) fn known(&self, standing: &Standing) -> Vec<u32> {
        let is_known = |customer: &CustomerId| self.columns.iter().all(|column| column.raw(*customer).is_some());
        standing.customers().filter(is_known).map(|customer| customer.0).collect()
    }

    /// Customers in the order of their figures: an order that no file decides.
    pub(super) fn sorted(&self, known: Vec<u32>) -> Vec<CustomerId> {
        let by = |order: Vec<u32>, column: &Arc<Column>| sort::order_by(order, |customer| column.raw(CustomerId(customer)).unwrap_or(0));
        // The last metric first: sorting is stable.
        self.columns.iter().rev().fold(known, by).into_iter().map(CustomerId).collect()
    }

    /// How each metric becomes a coordinate, by the figures of all customers of whom it is known.
    pub(super) fn footings(&self) -> Vec<Footing> {
        self.columns.iter().map(|column| footing(column)).collect()
    }

    /// The metrics with their footings, to be asked for coordinates.
    pub(super) fn ready(&self, footings: &[Footing]) -> Vec<Ready<'_>> {
        self.columns.iter().zip(footings).map(|(column, footing)| Ready::new(column, *footing)).collect()
    }

    /// Coordinates of at most so many of these customers, evenly taken, one after the other.
    pub(super) fn sample(&self, footings: &[Footing], sorted: &[CustomerId], most: usize) -> Vec<f64> {
        let ready = self.ready(footings);
        let (step, mut point) = (sorted.len().div_ceil(most).max(1), Vec::new());
        let mut sample = Vec::with_capacity(sorted.len().min(most) * self.width());
        for &customer in sorted.iter().skip((step - 1) / 2).step_by(step) {
            if super::coordinates(&ready, customer, &mut point) {
                sample.extend_from_slice(&point);
            }
        }
        sample
    }

    /// The metrics that are not known of some of so many customers.
    pub(super) fn unknown(&self, customers: u32) -> Vec<ClusterConcern> {
        let missing = self.columns.iter().map(|column| (column.metric.clone(), customers - column.distribution().len()));
        missing.filter(|(_, customers)| *customers > 0).map(|(metric, customers)| ClusterConcern::Unknown { metric, customers }).collect()
    }
}

/// What makes a coordinate of a metric's raw values.
pub(in crate::differentiate) struct Gauge {
    footing: Footing,
    scale: i64,
    /// `log_from` in raw steps.
    log_from: Option<f64>,
}

impl Gauge {
    /// `scale`: raw steps in one unit.
    pub(in crate::differentiate) fn new(footing: Footing, scale: i64) -> Self {
        // Whole steps again, as it was found: quotients of whole numbers are the same on any scale of money.
        let log_from = footing.log_from.map(|from| (from * to_f64(scale)).round().max(1.0));
        Self { footing, scale, log_from }
    }

    pub(in crate::differentiate) fn coordinate(&self, raw: i64) -> f64 {
        let Footing { mean, deviation, .. } = self.footing;
        if deviation > 0.0 { (flattened(raw, self.scale, self.log_from) - mean) / deviation } else { 0.0 }
    }
}

/// A metric and its footing.
pub(super) struct Ready<'a> {
    column: &'a Column,
    gauge: Gauge,
}

impl<'a> Ready<'a> {
    fn new(column: &'a Column, footing: Footing) -> Self {
        Self { column, gauge: Gauge::new(footing, column.scale()) }
    }

    /// A customer's coordinate; none when the metric is not known.
    pub(super) fn coordinate(&self, customer: CustomerId) -> Option<f64> {
        Some(self.gauge.coordinate(self.column.raw(customer)?))
    }
}

/// What a coordinate stands for, in the metric's unit.
pub(super) fn in_unit(footing: &Footing, coordinate: f64) -> f64 {
    let figure = coordinate * footing.deviation + footing.mean;
    let lifted = |from: f64| figure.signum() * libm::expm1(figure.abs()) * from;
    footing.log_from.map_or(figure, lifted)
}

/// The figure, or its logarithm with its sign.
fn flattened(raw: i64, scale: i64, log_from: Option<f64>) -> f64 {
    match log_from {
        Some(from) if raw < 0 => -libm::log1p(-to_f64(raw) / from),
        Some(from) => libm::log1p(to_f64(raw) / from),
        None => to_f64(raw) / to_f64(scale),
    }
}

fn footing(column: &Column) -> Footing {
    let (known, scale) = (column.distribution(), column.scale());
    let log_from = has_tail(&column.metric).then(|| first_tenth(known)).flatten();
    let figures: Vec<(f64, f64)> =
        known.groups().map(|(raw, count)| (flattened(raw, scale, log_from.map(to_f64)), f64::from(count))).collect();
    let count = f64::from(known.len().max(1));
    let mean = figures.iter().map(|(figure, count)| figure * count).sum::<f64>() / count;
    let variance = figures.iter().map(|(figure, count)| (figure - mean) * (figure - mean) * count).sum::<f64>() / count;
    let deviation = if figures.len() > 1 { libm::sqrt(variance) } else { 0.0 };
    Footing { log_from: log_from.map(|from| to_f64(from) / to_f64(scale)), mean: twelve_digits(mean), deviation: twelve_digits(deviation) }
}

/// Whether a few customers can have many times what the others have.
const fn has_tail(metric: &Metric) -> bool {
    matches!(metric.unit(), Unit::Days | Unit::Orders | Unit::Money | Unit::Contacts | Unit::Count)
}

/// The positive value up to which a tenth of the positive ones lie; none without any.
fn first_tenth(known: &Distribution) -> Option<i64> {
    let others = known.count_below(1);
    let positive = known.len() - others;
    (positive > 0).then(|| known.at(others + positive.div_ceil(10) - 1))
}

/// The number with twelve digits: written and read again it is the same.
pub(super) fn twelve_digits(number: f64) -> f64 {
    format!("{number:.11e}").parse().unwrap_or(number)
}

#[expect(clippy::cast_precision_loss, reason = "raw steps beyond 2^53 are no customers' figures; a coordinate needs no more digits")]
const fn to_f64(raw: i64) -> f64 {
    raw as f64
}
