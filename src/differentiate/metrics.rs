//! Metrics as columns: any number that every customer has or lacks, computed when it is asked for.
//!
//! A recipe may score, weigh, filter and name customers by any [`Metric`], and most recipes use a few, so a column is made at
//! its first use and kept; the models of lifetime are fitted only when something asks for them. Values are whole raw
//! steps as those of the [`Measures`], so that cuts and comparisons are exact. Invariants: no column depends on the
//! order of the rows; what is not known is never a number.

mod composites;
mod contacts;
mod figures;
mod habits;
mod points;
mod value_score;

pub use composites::{CompositePart, CompositeReason, PartKind};
pub(super) use composites::{best_of_peers, headroom, mean, trend};
pub use figures::{MetricFigures, MetricKind, ScoredMetric};
pub(super) use habits::{GROWTH_DAYS, growth, regularity, repeat_rate, was_won_back};
pub use points::{PointReason, SheetReason};
pub(super) use points::{bounded, faded, last_contact_days, steps};
pub use value_score::{FactorReason, ValueReason};

use super::conditions::TextColumn;
use super::lifetime_value::Predictions;
use super::measures::Measures;
use super::scores::{self, Cutting, Values};
use super::{Factor, Standing};
use crate::base::{CustomerId, Money};
use crate::identify::Book;
use crate::identify::book::Feedback;
use crate::math::Distribution;
use crate::recipe::{Attribute, Binning, Condition, Metric, Recipe, SchemeRule};
use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

/// Stands for "not known" among raw values.
const UNKNOWN: i64 = i64::MIN;
/// Raw steps in one unit of shares and of other metrics that are no whole numbers.
pub(super) const FINE: i64 = 1_000_000;

/// One metric of every customer, indexed by [`CustomerId`].
#[derive(Debug)]
pub struct Column {
    /// Which metric.
    pub metric: Metric,
    raw: Vec<i64>,
    /// Raw steps in one unit.
    scale: i64,
    distribution: OnceLock<Distribution>,
}

impl Column {
    fn new(metric: Metric, raw: Vec<i64>, scale: i64) -> Self {
        Self { metric, raw, scale, distribution: OnceLock::new() }
    }

    /// From one value per customer that is present, in raw steps; nobody else is known.
    fn of_present(metric: &Metric, measures: &Measures, scale: i64, value: impl Fn(CustomerId) -> Option<i64>) -> Self {
        let mut raw = vec![UNKNOWN; measures.orders.len()];
        for customer in measures.customers() {
            raw[customer.index()] = value(customer).unwrap_or(UNKNOWN);
        }
        Self::new(metric.clone(), raw, scale)
    }

    /// The same from floats, rounded to raw steps; what is not finite is not known.
    fn of_floats(metric: &Metric, measures: &Measures, scale: i64, value: impl Fn(CustomerId) -> f64) -> Self {
        Self::of_present(metric, measures, scale, |customer| rounded(value(customer), scale))
    }

    /// A customer's value in the metric's unit; NaN when it is not known.
    #[must_use]
    pub fn value(&self, customer: CustomerId) -> f64 {
        self.raw(customer).map_or(f64::NAN, |raw| scores::shown(raw, self.scale))
    }

    /// A customer's value in raw steps, if it is known.
    #[must_use]
    pub fn raw(&self, customer: CustomerId) -> Option<i64> {
        self.raw.get(customer.index()).copied().filter(|&raw| raw != UNKNOWN)
    }

    /// The raw values of all customers; [`i64::MIN`] where nothing is known.
    pub(super) fn all(&self) -> &[i64] {
        &self.raw
    }

    /// Raw steps in one unit.
    #[must_use]
    pub const fn scale(&self) -> i64 {
        self.scale
    }

    /// How often each known value occurs.
    #[must_use]
    pub fn distribution(&self) -> &Distribution {
        self.distribution.get_or_init(|| Distribution::of(self.raw.iter().copied().filter(|&raw| raw != UNKNOWN).collect()))
    }

    /// Share of the customers with a known value that have a smaller one, equal ones counted half, times 100.
    fn percentile_rank(&self, customer: CustomerId) -> Option<f64> {
        let raw = self.raw(customer)?;
        let known = self.distribution();
        let smaller = f64::from(known.count_below(raw)) + f64::from(known.count(raw)) / 2.0;
        Some(smaller / f64::from(known.len().max(1)) * 100.0)
    }

    /// The same for a customer whose value goes from one to another, everybody else keeping theirs.
    pub(super) fn percentile_rank_after(&self, was: Option<i64>, is: i64) -> f64 {
        let known = self.distribution();
        let (before, among) = was.map_or((0, 0), |was| (u32::from(was < is), u32::from(was == is)));
        let smaller = f64::from(known.count_below(is) - before) + f64::from(known.count(is) - among + 1) / 2.0;
        smaller / f64::from(known.len() + u32::from(was.is_none())) * 100.0
    }
}

/// A value in raw steps; none where it is not finite.
#[expect(clippy::cast_possible_truncation, reason = "bounded just before")]
#[expect(clippy::cast_precision_loss, reason = "the scale is at most a million")]
pub(super) fn rounded(value: f64, scale: i64) -> Option<i64> {
    let raw = (value * scale as f64).round();
    (raw.abs() < 9.2e18).then_some(raw as i64)
}

impl Values for Column {
    fn distribution(&self) -> &Distribution {
        self.distribution()
    }

    fn scale(&self) -> i64 {
        self.scale
    }

    fn is_reversed(&self) -> bool {
        self.metric.lower_is_better()
    }

    fn factor(&self) -> Option<Factor> {
        match self.metric {
            Metric::Recency => Some(Factor::Recency),
            Metric::Frequency => Some(Factor::Frequency),
            Metric::Monetary => Some(Factor::Monetary),
            _ => None,
        }
    }

    fn customers(&self) -> Vec<u32> {
        (0..).zip(&self.raw).filter(|(_, raw)| **raw != UNKNOWN).map(|(customer, _)| customer).collect()
    }

    fn raw(&self, customer: CustomerId) -> i64 {
        self.raw[customer.index()]
    }

    fn write(&self, column: &mut [u8], score: impl Fn(i64) -> u8) {
        for (slot, &raw) in column.iter_mut().zip(&self.raw) {
            *slot = if raw == UNKNOWN { 0 } else { score(raw) };
        }
    }
}

/// The scores of a metric: 1 (worst) to `bins` (best), 0 where it is not known; indexed by [`CustomerId`].
#[derive(Debug, Clone)]
pub struct MetricScores {
    /// One score per customer.
    pub of: Vec<u8>,
    /// How they were cut.
    pub cutting: Cutting,
}

/// The columns that were asked for so far.
#[derive(Debug, Default)]
pub struct Metrics {
    columns: Mutex<BTreeMap<Metric, Arc<Column>>>,
    texts: Mutex<BTreeMap<Attribute, Arc<TextColumn>>>,
    /// The recipe that the standing was made by; none for standings that were put together by hand.
    pub(super) recipe: Option<Box<Recipe>>,
    /// Whether these are metrics of people without orders, of whom less is known.
    of_prospects: bool,
    /// The people without orders, once somebody asked for them.
    prospects: OnceLock<Arc<Standing>>,
}

impl Metrics {
    /// Takes another recipe, under which the measures are the same, and forgets what follows from what it changed.
    pub(super) fn take(&mut self, recipe: &Recipe) {
        if !self.recipe.as_ref().is_some_and(|known| has_same_composites(known, recipe)) {
            locked(&self.columns).retain(|metric, _| !follows_from_recipe(metric));
        }
        self.recipe = Some(Box::new(recipe.clone()));
        self.prospects = OnceLock::new();
    }

    /// Those of people without orders.
    pub(super) fn of_prospects(recipe: &Recipe) -> Self {
        let mut metrics = Self { of_prospects: true, ..Self::default() };
        metrics.take(recipe);
        metrics
    }

    /// The people without orders, made at most once.
    pub(super) fn prospects(&self, make: impl FnOnce() -> Standing) -> &Arc<Standing> {
        self.prospects.get_or_init(|| Arc::new(make()))
    }
}

/// Whether it says something only of people who ordered; sums of orders are 0 for all others.
fn needs_orders(metric: &Metric) -> bool {
    metric.is_predicted() || matches!(metric, Metric::Recency | Metric::Tenure | Metric::Potential | Metric::ValueScore)
}

/// Whether these metrics are the same under two recipes that measure alike.
pub(super) fn same_under(metrics: &[Metric], was: &Recipe, recipe: &Recipe) -> bool {
    has_same_composites(was, recipe) || !metrics.iter().any(follows_from_recipe)
}

fn has_same_composites(a: &Recipe, b: &Recipe) -> bool {
    (&a.points, &a.value_score, &a.lifetime_value) == (&b.points, &b.value_score, &b.lifetime_value)
}

/// Whether more than the measures decides it.
fn follows_from_recipe(metric: &Metric) -> bool {
    metric.is_predicted() || matches!(metric, Metric::Potential | Metric::ValueScore | Metric::Points(_))
}

/// Whether the files bring what a metric without a parameter follows from.
fn has_source(book: &Book, metric: &Metric) -> bool {
    let has_lines = !book.ledger.is_empty();
    match metric {
        Metric::LargestOrder
        | Metric::RepeatRate
        | Metric::Interval
        | Metric::Regularity
        | Metric::Growth
        | Metric::PAlive
        | Metric::ExpectedPurchases
        | Metric::LifetimeValue => has_lines,
        Metric::Products | Metric::OneOffShare => !book.ledger.products.is_empty(),
        Metric::Interactions => !book.interactions.count.is_empty(),
        Metric::Satisfaction => book.feedback.rating.iter().any(|rating| *rating != [Feedback::NO_RATING; 4]),
        Metric::ComplaintRate => !book.feedback.kind.is_empty(),
        _ => true,
    }
}

/// A column is put in whole or not at all, so one that somebody left in panic is still good.
fn locked<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// The composites that a recipe uses, in order: every sheet of points, and the value score where one of its own schemes asks for it.
#[must_use]
pub fn chosen(recipe: &Recipe) -> Vec<Metric> {
    let mut asks = false;
    for scheme in &recipe.schemes {
        match &scheme.rule {
            SchemeRule::Bands { metric, .. } | SchemeRule::Quota { metric, .. } => asks |= *metric == Metric::ValueScore,
            SchemeRule::Clusters(rule) => asks |= rule.metrics.contains(&Metric::ValueScore),
            SchemeRule::Conditions { rows, .. } => rows.iter().for_each(|row| {
                row.when.visit(&mut |part| asks |= matches!(part, Condition::Metric(metric) if metric.of == Metric::ValueScore));
            }),
            _ => {}
        }
    }
    let score = asks.then_some(Metric::ValueScore);
    score.into_iter().chain(recipe.points.iter().map(|sheet| Metric::Points(sheet.id.clone()))).collect()
}

impl Standing {
    /// A metric of every customer. Computed when it is first asked for, and kept.
    #[must_use]
    pub fn metric(&self, book: &Book, recipe: &Recipe, metric: &Metric) -> Arc<Column> {
        if let Some(column) = locked(&self.metrics.columns).get(metric) {
            return Arc::clone(column);
        }
        let column = Arc::new(self.compute(book, recipe, metric));
        locked(&self.metrics.columns).insert(metric.clone(), Arc::clone(&column));
        column
    }

    /// An attribute of every customer. Read when it is first asked for, and kept.
    #[must_use]
    pub fn attribute(&self, book: &Book, attribute: &Attribute) -> Arc<TextColumn> {
        let mut texts = locked(&self.metrics.texts);
        let column = texts.entry(attribute.clone()).or_insert_with(|| Arc::new(TextColumn::new(book, self.as_of, attribute)));
        Arc::clone(column)
    }

    /// A metric cut into scores. Ties of `ntile` are broken by recency, frequency and monetary, then by id.
    #[must_use]
    pub fn metric_scores(&self, book: &Book, recipe: &Recipe, metric: &Metric, binning: &Binning) -> MetricScores {
        let column = self.metric(book, recipe, metric);
        let mut of = vec![0; self.measures.orders.len()];
        let cutting = scores::score_values(&*column, &self.measures, binning, &mut of);
        MetricScores { of, cutting }
    }

    /// A metric in figures.
    #[must_use]
    pub fn metric_figures(&self, book: &Book, recipe: &Recipe, metric: &Metric) -> MetricFigures {
        let column = self.metric(book, recipe, metric);
        let known = column.distribution();
        let shown = |raw| scores::shown(raw, column.scale);
        MetricFigures {
            metric: metric.clone(),
            unit: metric.unit(),
            lower_is_better: metric.lower_is_better(),
            known: known.len(),
            unknown: self.measures.customer_count() - known.len(),
            min: shown(known.min()),
            median: known.quantile(1, 2).to_f64(column.scale),
            max: shown(known.max()),
        }
    }

    /// The metrics that the files can say something of, without looking at any customer. The models may still find too little.
    #[must_use]
    pub fn metrics_at_hand(&self, book: &Book, recipe: &Recipe) -> Vec<MetricKind> {
        let points = recipe.points.iter().map(|sheet| Metric::Points(sheet.id.clone()));
        let own = book.customers.own.iter().map(|column| Metric::Own(column.header.clone()));
        let plain = Metric::plain().filter(|metric| has_source(book, metric));
        plain.chain(points).chain(own).map(MetricKind::from).collect()
    }

    fn compute(&self, book: &Book, recipe: &Recipe, metric: &Metric) -> Column {
        let measures = &self.measures;
        let money = |value: &dyn Fn(usize) -> Option<Money>| {
            Column::of_present(metric, measures, Money::SCALE, |customer| value(customer.index()).map(Money::raw))
        };
        match metric {
            _ if self.metrics.of_prospects && needs_orders(metric) => Column::of_present(metric, measures, 1, |_| None),
            Metric::Recency => self.measure(metric, Factor::Recency),
            Metric::Frequency => self.measure(metric, Factor::Frequency),
            Metric::Monetary => self.measure(metric, Factor::Monetary),
            Metric::Revenue => money(&|index| Some(measures.revenue[index])),
            Metric::AverageOrder => {
                money(&|index| (measures.orders[index] > 0).then(|| measures.revenue[index].divided_by(measures.orders[index])))
            }
            Metric::Tenure => Column::of_present(metric, measures, 1, |customer| {
                let is_known = !measures.is_first_order_guessed(customer);
                is_known.then(|| i64::from(self.as_of.days_since(measures.first_order[customer.index()]).max(0)))
            }),
            Metric::LargestOrder
            | Metric::RepeatRate
            | Metric::Interval
            | Metric::Regularity
            | Metric::Growth
            | Metric::Products
            | Metric::OneOffShare
            | Metric::OrdersWithin(_)
            | Metric::RevenueWithin(_) => habits::column(book, self, metric),
            Metric::Interactions | Metric::InteractionsWithin(_) | Metric::Satisfaction | Metric::ComplaintRate | Metric::Own(_) => {
                contacts::column(book, self, recipe, metric)
            }
            Metric::Loyalty | Metric::PurchasingPower | Metric::Potential => composites::column(book, self, recipe, metric),
            Metric::ValueScore => value_score::column(book, self, recipe),
            Metric::Points(sheet) => points::column(book, self, recipe, sheet),
            Metric::PAlive => self.predicted(book, metric, |predictions| &predictions.p_alive),
            Metric::ExpectedPurchases => self.predicted(book, metric, |predictions| &predictions.expected_purchases),
            Metric::LifetimeValue => self.predicted(book, metric, |predictions| &predictions.value),
        }
    }

    fn measure(&self, metric: &Metric, factor: Factor) -> Column {
        let scale = self.measures.raw_per_unit(factor);
        Column::of_present(metric, &self.measures, scale, |customer| Some(self.measures.raw(factor, customer)))
    }

    fn predicted(&self, book: &Book, metric: &Metric, column: impl Fn(&Predictions) -> &Vec<f32>) -> Column {
        let values = column(&self.forecast(book).predictions);
        let value = |customer: CustomerId| values.get(customer.index()).map_or(f64::NAN, |&value| f64::from(value));
        Column::of_floats(metric, &self.measures, if *metric == Metric::LifetimeValue { Money::SCALE } else { FINE }, value)
    }
}
