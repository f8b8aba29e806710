//! A book and a standing → what every customer is expected to do.
//!
//! The recipe's model where the data can carry it, the [`simple`](super::simple) forecast where they cannot: few
//! customers get wide ranges, not a refusal. A million customers share a few thousand (x, T), so the slow hypergeometric sums are
//! made once for each. Invariant: customers of whom nothing is known (absent, without a first order) have NaN in every column,
//! and are shown as unknown.

pub use super::purchases::{Purchases, purchases};

use super::gamma_gamma::{GammaGamma, Spend};
use super::purchases::opportunity;
use super::simple::Simple;
use super::verdict::{self, Concern, Verdict};
use super::{Fit, Histories, Horizon, PurchaseModel, TimeUnit, lifetime_value};
use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::{LifetimeValue, PurchaseModelKind, Recipe};
use serde::Serialize;
use std::collections::BTreeMap;

/// How it was predicted.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Method {
    /// Nothing could be: no first orders, or too early.
    #[default]
    Nothing,
    /// By orders per time as a customer.
    Simple,
    /// By the recipe's model.
    Model,
}

/// What every customer is expected to do; columns indexed by [`CustomerId`], NaN where nothing is known.
#[derive(Debug)]
pub struct Predictions {
    /// What was asked for.
    pub asked: LifetimeValue,
    /// How it was predicted.
    pub method: Method,
    /// The model of purchases with its parameters; none when there is too little to fit.
    pub purchases: Option<(PurchaseModel, Fit)>,
    /// The model of spend; none when there is too little to fit.
    pub spend: Option<(GammaGamma, Fit)>,
    /// Rates of all customers together; none when it is too early for any.
    pub simple: Option<Simple>,
    /// Pearson's correlation of how often and how much, of customers who came back; none without them.
    pub correlation: Option<f64>,
    /// Whether the numbers of the model may be used, and what speaks against it.
    pub verdict: Verdict,
    /// How likely each is still a customer, 0 to 1; NaN without a model.
    pub p_alive: Vec<f32>,
    /// Purchases expected within the horizon.
    pub expected_purchases: Vec<f32>,
    /// What a purchase is expected to be worth, in currency units.
    pub expected_spend: Vec<f32>,
    /// Discounted worth of all purchases within the horizon times the margin, in currency units.
    pub value: Vec<f32>,
    /// The same of who is a customer still, for certain.
    pub value_if_alive: Vec<f32>,
    /// Variance of the purchases within the horizon.
    pub purchases_variance: Vec<f32>,
    /// Variance of the revenue within the horizon.
    pub revenue_variance: Vec<f32>,
    /// Relative standard errors of all purchases and of all spend, from what is not known about the parameters.
    pub shared_errors: (f64, f64),
}

/// What is expected of one customer.
#[derive(Debug, Clone, Copy)]
struct Expected {
    p_alive: f64,
    purchases: f64,
    spend: f64,
    /// Discounted purchases, for certain and with the chance to be gone.
    discounted_if_alive: f64,
    discounted: f64,
    purchases_variance: f64,
    /// Variance of one purchase around its mean, and of the mean itself, both relative to the squared mean.
    spread: (f64, f64),
}

/// Fits the models that the recipe asks for, and asks them about every customer.
#[must_use]
pub fn predict(book: &Book, standing: &Standing, recipe: &Recipe) -> Predictions {
    let customers = all_purchases(book, standing, recipe);
    let mut predictions = Predictions::unknown(recipe.lifetime_value.clone(), customers.len());
    let unknown = standing.measures.customer_count().saturating_sub(known(&customers));
    if unknown > 0 && book.ready.is_some() {
        predictions.verdict.concerns.push(Concern::NoFirstOrder { customers: unknown });
    }
    predictions.simple = Simple::of(customers.iter().flatten(), standing.as_of, recipe.life_cycle.silent_days);
    predictions.fit(standing.as_of, &customers);
    match (predictions.verdict.usable, predictions.simple) {
        (true, _) => {
            predictions.ask_model(standing.as_of, &customers);
            if predictions.p_alive.iter().filter(|p_alive| p_alive.is_finite()).all(|&p_alive| p_alive >= NEARLY_SURE) {
                predictions.verdict.concerns.insert(0, Concern::NobodyLeaves);
            }
        }
        (false, Some(simple)) => predictions.ask_simple(&simple, standing.as_of, &customers),
        (false, None) if known(&customers) > 0 => predictions.verdict.concerns.push(Concern::TooEarly),
        (false, None) => {}
    }
    predictions
}

/// Purchases alone, within a time from the analysis day in steps of the model, by a model that is fitted to them and usable: what a
/// back-test asks for. Spend is not looked at, and nothing is discounted: of a million customers that is most of the work.
#[must_use]
pub(in crate::differentiate) fn predict_purchases(
    recipe: &Recipe,
    as_of: Day,
    customers: &[Option<Purchases>],
    time: f64,
) -> Option<Predictions> {
    let mut predictions = Predictions::unknown(recipe.lifetime_value.clone(), customers.len());
    predictions.fit_purchases(as_of, customers);
    let (model, _) = predictions.purchases.as_ref().filter(|_| predictions.verdict.usable)?;
    let model = *model;
    predictions.method = Method::Model;
    let unit = predictions.asked.unit.days();
    let mut ahead: BTreeMap<(u32, i32), f64> = BTreeMap::new();
    for (index, one) in customers.iter().enumerate() {
        let Some(one) = one else { continue };
        let (history, (repeats, _, age)) = (one.history(as_of, unit), one.counts(as_of));
        let if_alive = *ahead.entry((repeats, age)).or_insert_with(|| model.if_alive(history.x, history.age, time));
        let p_alive = model.p_alive(&history);
        #[expect(clippy::cast_possible_truncation, reason = "predictions have three digits, not seven")]
        {
            predictions.p_alive[index] = p_alive as f32;
            predictions.expected_purchases[index] = (p_alive * if_alive) as f32;
        }
    }
    Some(predictions)
}

/// The purchases of every customer, by number.
pub(in crate::differentiate) fn all_purchases(book: &Book, standing: &Standing, recipe: &Recipe) -> Vec<Option<Purchases>> {
    book.customers.iter().map(|customer| purchases(book, standing, recipe, customer)).collect()
}

fn known(customers: &[Option<Purchases>]) -> u32 {
    u32::try_from(customers.iter().flatten().count()).unwrap_or(u32::MAX)
}

/// From this chance on, for everybody, a model does not tell who is gone.
const NEARLY_SURE: f32 = 0.99;

impl Predictions {
    /// How likely this customer still is one; none when nothing can be said, or the model says the same of everybody.
    #[must_use]
    pub fn chance_alive(&self, customer: CustomerId) -> Option<f32> {
        let tells = !self.verdict.concerns.contains(&Concern::NobodyLeaves);
        self.p_alive.get(customer.index()).copied().filter(|p_alive| tells && p_alive.is_finite())
    }

    fn unknown(asked: LifetimeValue, customers: usize) -> Self {
        let unknown = || vec![f32::NAN; customers];
        Self {
            asked,
            method: Method::Nothing,
            purchases: None,
            spend: None,
            simple: None,
            correlation: None,
            verdict: Verdict::default(),
            p_alive: unknown(),
            expected_purchases: unknown(),
            expected_spend: unknown(),
            value: unknown(),
            value_if_alive: unknown(),
            purchases_variance: unknown(),
            revenue_variance: unknown(),
            shared_errors: (0.0, 0.0),
        }
    }

    /// How far to look ahead.
    #[must_use]
    pub const fn horizon(&self) -> Horizon {
        Horizon { months: self.asked.months, monthly_discount: self.asked.monthly_discount, unit: self.asked.unit }
    }

    fn fit(&mut self, as_of: Day, customers: &[Option<Purchases>]) {
        let Some(histories) = self.fit_purchases(as_of, customers) else { return };
        if let Some((model, fit)) = &self.purchases {
            self.shared_errors.0 = shared_error(model, fit, &histories, &self.horizon());
        }
        self.fit_spend(customers);
    }

    /// Fits the model of purchases; gives the histories where there are enough.
    fn fit_purchases(&mut self, as_of: Day, customers: &[Option<Purchases>]) -> Option<Histories> {
        // Opportunities are counted, other times are days in the model's unit.
        let of_opportunities = opportunity(&self.asked).is_some();
        let steps = if of_opportunities { 1.0 } else { self.asked.unit.days() };
        let histories = Histories::of_days(customers.iter().flatten().map(|one| one.counts(as_of)), steps);
        let opportunities = || customers.iter().flatten().map(|one| one.opportunities);
        let wanting = of_opportunities.then(|| verdict::too_few_opportunities(opportunities())).flatten();
        let wanting = wanting.or_else(|| verdict::too_little(&histories));
        let Some((model, fit)) = (wanting.is_none()).then(|| PurchaseModel::fit(self.asked.model, &histories)).flatten() else {
            self.verdict.concerns.extend(wanting.filter(|_| self.asked.model != PurchaseModelKind::Simple));
            return None;
        };
        let verdict = verdict::judge(&fit, &model.parameter_names());
        self.verdict.usable = verdict.usable;
        self.verdict.concerns.extend(verdict.concerns);
        self.verdict.concerns.extend(verdict::crowded(opportunities().flatten()));
        self.purchases = Some((model, fit));
        Some(histories)
    }

    fn fit_spend(&mut self, customers: &[Option<Purchases>]) {
        let spends: Vec<Spend> = customers.iter().flatten().filter_map(Purchases::spend).collect();
        let repeaters = customers.iter().flatten().filter(|one| one.counts(one.last).0 > 0).count();
        let worth_nothing = u32::try_from(repeaters - spends.len()).unwrap_or(u32::MAX);
        self.verdict.concerns.extend(verdict::of_spends(&spends, worth_nothing));
        self.correlation = (spends.len() > 1).then(|| GammaGamma::correlation(&spends));
        let fitted = (spends.len() >= verdict::FEWEST_REPEATERS as usize).then(|| GammaGamma::fit(&spends));
        // Without a mean over the population (q ≤ 1) nothing can be said of customers who spent once.
        self.spend = fitted.filter(|(spend, fit)| fit.converged && spend.q > 1.0);
        match &self.spend {
            Some((spend, fit)) => {
                let population = |at: &[f64]| GammaGamma { p: at[0], q: at[1], v: at[2] }.expected_spend(None);
                self.shared_errors.1 = fit.error_of(population).unwrap_or(0.0) / spend.expected_spend(None);
            }
            None => self.verdict.concerns.push(Concern::SpendNotFitted),
        }
    }

    fn ask_model(&mut self, as_of: Day, customers: &[Option<Purchases>]) {
        let Some((model, _)) = self.purchases else { return };
        self.method = Method::Model;
        let (horizon, unit) = (self.horizon(), self.asked.unit.days());
        let time = f64::from(horizon.months) * horizon.month();
        // (x, T in whole steps) → purchases of the living within the horizon, and the same discounted.
        let mut ahead: BTreeMap<(u32, i32), (f64, f64)> = BTreeMap::new();
        for (index, one) in customers.iter().enumerate() {
            let Some(one) = one else { continue };
            let history = one.history(as_of, unit);
            let (repeats, _, age) = one.counts(as_of);
            let &mut (if_alive, discounted_if_alive) = ahead.entry((repeats, age)).or_insert_with(|| {
                let within = |t: f64| model.if_alive(history.x, history.age, t);
                (within(time), lifetime_value(&horizon, 1.0, within))
            });
            let p_alive = model.p_alive(&history);
            // The dead buy nothing.
            let square = model.variance_if_alive(&history, if_alive) + if_alive * if_alive;
            let (spend, spread) = self.spend_of(one);
            self.keep(
                index,
                Expected {
                    p_alive,
                    purchases: p_alive * if_alive,
                    spend,
                    discounted_if_alive,
                    discounted: p_alive * discounted_if_alive,
                    purchases_variance: p_alive * square - p_alive * p_alive * if_alive * if_alive,
                    spread,
                },
            );
        }
    }

    /// Purchases expected within the horizon of somebody with this history, by the models as they are; none where they say nothing.
    #[must_use]
    pub fn purchases_expected_of(&self, one: &Purchases, as_of: Day) -> Option<f64> {
        let horizon = self.horizon();
        let time = f64::from(horizon.months) * horizon.month();
        match (self.method, &self.purchases, &self.simple) {
            (Method::Model, Some((model, _)), _) => Some(model.expected_purchases(&one.history(as_of, self.asked.unit.days()), time)),
            (Method::Simple, _, Some(simple)) => {
                let here = if simple.is_gone(one, as_of) { 0.0 } else { 1.0 };
                Some(here * simple.rate_of(one, as_of) * simple.stay(f64::from(horizon.months) * TimeUnit::Month.days()))
            }
            _ => None,
        }
    }

    /// What a purchase is worth, with the relative variances of one purchase and of the mean.
    fn spend_of(&self, one: &Purchases) -> (f64, (f64, f64)) {
        match (&self.spend, &self.simple) {
            (Some((model, _)), _) => {
                let x = one.spend().map_or(0.0, |spend| spend.x);
                let shape = f64::max(model.p * x + model.q - 2.0, 0.5);
                (model.expected_spend(one.spend().as_ref()), (1.0 / model.p, 1.0 / shape))
            }
            (None, Some(simple)) => (simple.worth(one), (1.0, 0.0)),
            (None, None) => (f64::max(one.average(), 0.0), (1.0, 0.0)),
        }
    }

    fn ask_simple(&mut self, simple: &Simple, as_of: Day, customers: &[Option<Purchases>]) {
        self.method = Method::Simple;
        let horizon = Horizon { unit: TimeUnit::Day, ..self.horizon() };
        let time = simple.stay(f64::from(horizon.months) * horizon.month());
        let discounted = lifetime_value(&horizon, 1.0, |days| simple.stay(days));
        let purchases: f64 = simple.purchases + f64::from(known(customers));
        self.shared_errors = (simple.relative_error(), libm::sqrt(1.0 / purchases.max(1.0)));
        for (index, one) in customers.iter().enumerate() {
            let Some(one) = one else { continue };
            let rate = simple.rate_of(one, as_of);
            let here = if simple.is_gone(one, as_of) { 0.0 } else { 1.0 };
            let purchases = here * rate * time;
            self.keep(
                index,
                Expected {
                    p_alive: f64::NAN,
                    purchases,
                    spend: simple.worth(one),
                    discounted_if_alive: rate * discounted,
                    discounted: here * rate * discounted,
                    purchases_variance: purchases + purchases * purchases / (1.0 + f64::from(one.repeats)),
                    // Amounts are taken to vary as much as their mean.
                    spread: (1.0, 0.0),
                },
            );
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "predictions have three digits, not seven")]
    fn keep(&mut self, index: usize, expected: Expected) {
        let Expected { p_alive, purchases, spend, discounted_if_alive, discounted, purchases_variance, spread: (one, mean) } = expected;
        let worth = spend * self.asked.margin;
        // Var(Σ z) = E[N] Var(z) + Var(N) z², and what is not known about z itself.
        let relative = purchases * one + purchases_variance + mean * (purchases * purchases + purchases_variance);
        self.p_alive[index] = p_alive as f32;
        self.expected_purchases[index] = purchases as f32;
        self.expected_spend[index] = spend as f32;
        self.value[index] = (discounted * worth) as f32;
        self.value_if_alive[index] = (discounted_if_alive * worth) as f32;
        self.purchases_variance[index] = purchases_variance as f32;
        self.revenue_variance[index] = (relative * spend * spend) as f32;
    }
}

/// Distinct histories on which the error of the sum is computed: it is the same for all but for its third digit.
const ENOUGH: usize = 1_000;

/// Relative standard error of all purchases within the horizon, from what is not known about the parameters.
fn shared_error(model: &PurchaseModel, fit: &Fit, histories: &Histories, horizon: &Horizon) -> f64 {
    let some = histories.thinned(ENOUGH);
    let time = f64::from(horizon.months) * horizon.month();
    let all = |at: &[f64]| {
        let model = model.with_parameters(at);
        some.iter().map(|(history, customers)| customers * model.expected_purchases(&history, time)).sum::<f64>()
    };
    let sum = all(&fit.parameters);
    fit.error_of(all).filter(|_| sum > 0.0).map_or(0.0, |error| error / sum)
}
