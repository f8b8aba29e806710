//! What a screen shows of the forecast: totals with ranges, the model and its parameters, distributions, tiers.
//!
//! Nothing is predicted here; columns are added up. Invariant: totals are the sums of the tiers (of who has one), and
//! every total carries its range.

use super::gamma_gamma::GammaGamma;
use super::matrix::{AliveMatrix, matrix};
use super::{Fit, Method, Predictions, Range, Simple, Tally, Verdict};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::measures::lines_up_to;
use crate::differentiate::risk::{self, RiskFigures};
use crate::identify::Book;
use crate::recipe::{LifetimeValue, TimeUnit};
use serde::Serialize;

/// The forecast in figures.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ValueFigures {
    /// What was asked for.
    pub asked: LifetimeValue,
    /// How it was predicted.
    pub method: Method,
    /// Whether the model may be used, and what speaks against it.
    pub verdict: Verdict,
    /// The model of purchases; also when it is not usable, for those who want to know why.
    pub purchase_model: Option<ModelFigures>,
    /// The model of spend.
    pub spend_model: Option<ModelFigures>,
    /// Correlation of how often and how much; none without customers who came back.
    pub correlation: Option<f64>,
    /// The rates of the simple forecast; none when it is too early for any.
    pub rates: Option<SimpleFigures>,
    /// Customers of whom something is predicted, and of whom nothing is known.
    pub customers: u32,
    /// Customers of whom nothing can be said.
    pub unknown: u32,
    /// Customers expected to be alive; none without a model.
    pub alive: Option<f64>,
    /// Everybody together.
    pub total: ValueGroup,
    /// Each tier, in the order of its scheme.
    pub tiers: Vec<(String, ValueGroup)>,
    /// Customers by their chance to be alive, in ten equal steps from 0 to 1; empty without a model.
    pub p_alive: Vec<AliveStep>,
    /// Customers by their lifetime value.
    pub values: ValueSteps,
    /// The model's answers for every history; none without a model.
    pub matrix: Option<AliveMatrix>,
    /// Who is at risk.
    pub risk: RiskFigures,
}

/// A fitted model.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ModelFigures {
    /// Name, value and standard error (where there is one) of each parameter.
    pub parameters: Vec<(String, f64, Option<f64>)>,
    /// How it was found.
    pub fit: Fit,
}

/// The rates of the simple forecast.
#[derive(Debug, Clone, Copy, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SimpleFigures {
    /// Repeat purchases a month of one customer.
    pub monthly: Range,
    /// Share of customers who fall silent in a month.
    pub leaving: f64,
    /// What a purchase was worth on average, in currency units.
    pub average: f64,
    /// Days of silence after which a customer counts as gone.
    pub silent_days: u32,
}

/// What a group of customers brought and is expected to bring.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ValueGroup {
    /// How many.
    pub customers: u32,
    /// Historic value: revenue of all time times the margin, in currency units.
    pub historic: f64,
    /// Revenue of the last months, as many as are looked ahead; none when the file has no single orders.
    pub before: Option<f64>,
    /// Purchases expected within the horizon.
    pub purchases: Range,
    /// Revenue expected within the horizon, neither discounted nor reduced to the margin, in currency units.
    pub revenue: Range,
    /// Lifetime value: the same discounted and times the margin, in currency units.
    pub value: f64,
}

/// Customers of one step of the chance to be alive.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct AliveStep {
    /// How many.
    pub customers: u32,
    /// Their revenue so far.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// Customers by value, in steps of one width.
#[derive(Debug, Clone, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ValueSteps {
    /// Width of a step, in currency units.
    pub width: f64,
    /// Customers of each step, from 0; the last one holds everybody beyond as well.
    pub customers: Vec<u32>,
    /// The median.
    pub median: f64,
}

/// The forecast of this standing in figures; made when it is first asked for.
#[must_use]
pub fn value_figures(book: &Book, standing: &Standing) -> ValueFigures {
    let forecast = standing.forecast(book);
    let predictions = &forecast.predictions;
    let groups = Groups::of(book, standing, predictions);
    let known = groups.total.customers;
    let is_model = predictions.method == Method::Model;
    ValueFigures {
        asked: standing.later.asked().clone(),
        method: predictions.method,
        verdict: predictions.verdict.clone(),
        purchase_model: predictions.purchases.as_ref().map(|(model, fit)| model_figures(&model.parameter_names(), fit)),
        spend_model: predictions.spend.as_ref().map(|(_, fit)| model_figures(&GammaGamma::PARAMETER_NAMES, fit)),
        correlation: predictions.correlation,
        rates: predictions.simple.as_ref().map(simple_figures),
        customers: known,
        unknown: standing.measures.customer_count().saturating_sub(known),
        alive: is_model.then(|| standing.customers().map(|customer| known_chance(predictions, customer)).sum()),
        total: groups.total.figures(predictions, groups.has_days),
        tiers: groups.tiers(standing, predictions),
        p_alive: if is_model { alive_steps(standing, predictions) } else { Vec::new() },
        values: value_steps(standing, predictions),
        matrix: predictions.purchases.as_ref().filter(|_| is_model).map(|(model, _)| matrix(book, standing, predictions, model)),
        risk: risk::figures(standing, &forecast.risks),
    }
}

fn known_chance(predictions: &Predictions, customer: CustomerId) -> f64 {
    let p_alive = predictions.p_alive[customer.index()];
    if p_alive.is_finite() { f64::from(p_alive) } else { 0.0 }
}

fn model_figures(names: &[&str], fit: &Fit) -> ModelFigures {
    let error = |at: usize| fit.standard_errors.get(at).copied();
    let parameters = names.iter().zip(&fit.parameters).enumerate().map(|(at, (name, value))| ((*name).to_owned(), *value, error(at)));
    ModelFigures { parameters: parameters.collect(), fit: fit.clone() }
}

fn simple_figures(simple: &Simple) -> SimpleFigures {
    SimpleFigures {
        monthly: simple.monthly(),
        leaving: -libm::expm1(-simple.leaving() * TimeUnit::Month.days()),
        average: simple.average,
        silent_days: simple.silent_days,
    }
}

/// Sums of all customers and of each tier.
struct Groups {
    total: Group,
    of_tier: Vec<Group>,
    has_days: bool,
}

/// Sums of some customers.
#[derive(Clone, Default)]
struct Group {
    customers: u32,
    historic: f64,
    before: i64,
    purchases: Tally,
    revenue: Tally,
    value: f64,
}

impl Groups {
    fn of(book: &Book, standing: &Standing, predictions: &Predictions) -> Self {
        let classified = standing.schemes.get(standing.tier);
        let tiers = classified.map_or(0, |classified| classified.segments.len());
        let mut this = Self { total: Group::default(), of_tier: vec![Group::default(); tiers], has_days: book.ready.is_none() };
        let since = months_before(standing.as_of, predictions.asked.months);
        for customer in standing.customers() {
            let before = revenue_since(book, standing, customer, since);
            this.total.add(standing, predictions, customer, before);
            let tier = classified.and_then(|classified| classified.of.get(customer.index())).map(|&tier| usize::from(tier));
            if let Some(group) = tier.and_then(|tier| this.of_tier.get_mut(tier)) {
                group.add(standing, predictions, customer, before);
            }
        }
        this
    }

    fn tiers(&self, standing: &Standing, predictions: &Predictions) -> Vec<(String, ValueGroup)> {
        let segments = standing.schemes.get(standing.tier).into_iter().flat_map(|classified| &classified.segments);
        let named = segments.zip(&self.of_tier);
        named.map(|(segment, group)| (segment.code.clone(), group.figures(predictions, self.has_days))).collect()
    }
}

impl Group {
    fn add(&mut self, standing: &Standing, predictions: &Predictions, customer: CustomerId, before: i64) {
        let index = customer.index();
        let purchases = f64::from(predictions.expected_purchases[index]);
        if purchases.is_nan() {
            return;
        }
        self.customers += 1;
        self.historic += standing.measures.revenue[index].to_f64();
        self.before = self.before.saturating_add(before);
        self.purchases.add(purchases, f64::from(predictions.purchases_variance[index]));
        let revenue = purchases * f64::from(predictions.expected_spend[index]);
        self.revenue.add(revenue, f64::from(predictions.revenue_variance[index]));
        self.value += f64::from(predictions.value[index]);
    }

    fn figures(&self, predictions: &Predictions, has_days: bool) -> ValueGroup {
        let (purchases, spend) = predictions.shared_errors;
        ValueGroup {
            customers: self.customers,
            historic: self.historic * predictions.asked.margin,
            before: has_days.then(|| Money::from_raw(self.before).to_f64()),
            purchases: self.purchases.range(purchases),
            revenue: self.revenue.range(libm::sqrt(purchases * purchases + spend * spend)),
            value: self.value,
        }
    }
}

/// The day so many months before another.
#[expect(clippy::cast_possible_truncation, reason = "at most ten years in days")]
fn months_before(day: Day, months: u32) -> Day {
    day.plus(-(libm::round(f64::from(months) * TimeUnit::Month.days()) as i32))
}

/// Revenue of one customer after `since`, in raw steps.
pub(super) fn revenue_since(book: &Book, standing: &Standing, customer: CustomerId, since: Day) -> i64 {
    let ledger = &book.ledger;
    let lines = lines_up_to(ledger, customer, standing.as_of).rev().take_while(|&line| ledger.day[line] >= since);
    lines.fold(0, |sum, line| sum.saturating_add(ledger.amount[line].raw()))
}

const STEPS: usize = 10;

fn alive_steps(standing: &Standing, predictions: &Predictions) -> Vec<AliveStep> {
    let mut steps = vec![AliveStep::default(); STEPS];
    for customer in standing.customers() {
        let p_alive = predictions.p_alive[customer.index()];
        if p_alive.is_nan() {
            continue;
        }
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of ten steps")]
        let step = &mut steps[((p_alive * 10.0) as usize).min(STEPS - 1)];
        step.customers += 1;
        step.revenue = Money::from_raw(step.revenue.raw().saturating_add(standing.measures.revenue[customer.index()].raw()));
    }
    steps
}

/// Bars of the values, of which the last holds the upper twentieth.
const VALUE_BARS: f64 = 20.0;

fn value_steps(standing: &Standing, predictions: &Predictions) -> ValueSteps {
    let values = standing.customers().map(|customer| predictions.value[customer.index()]);
    let mut values: Vec<f32> = values.filter(|value| value.is_finite()).collect();
    values.sort_unstable_by(f32::total_cmp);
    let Some(&high) = values.get(values.len() * 19 / 20) else { return ValueSteps::default() };
    let width = round_width(f64::from(high) / VALUE_BARS);
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most a few dozen bars")]
    let bar = |value: f32| (f64::from(value).max(0.0) / width) as usize;
    let last = bar(high);
    let mut customers = vec![0; last + 1];
    for &value in &values {
        customers[bar(value).min(last)] += 1;
    }
    ValueSteps { width, customers, median: values.get(values.len() / 2).copied().map_or(0.0, f64::from) }
}

/// The next of 1, 2, 5 times a power of ten.
fn round_width(width: f64) -> f64 {
    if width.is_nan() || width <= 0.0 {
        return 1.0;
    }
    let power = libm::pow(10.0, libm::floor(libm::log10(width)));
    let next = [1.0, 2.0, 5.0].into_iter().find(|times| times * power >= width);
    next.unwrap_or(10.0) * power
}
