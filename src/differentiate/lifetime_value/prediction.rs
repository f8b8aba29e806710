//! A book and a standing → what every customer is expected to do.
//!
//! The models separate: what is expected is the chance to be alive, which needs (x, t_x, T), times what
//! a living customer would do, which needs only (x, T). A million customers share a few thousand (x, T), so
//! the slow hypergeometric sums are made once for each. Invariant: customers of whom the models know
//! nothing (absent, without a first order) have NaN in every column, and are shown as unknown.

use super::gamma_gamma::{GammaGamma, Spend};
use super::verdict::{self, Concern, Verdict};
use super::{BgNbd, Fit, Histories, History, Horizon, MbgNbd, ParetoNbd, lifetime_value};
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::measures::{is_order, lines_up_to};
use crate::identify::Book;
use crate::recipe::{LifetimeValue, PurchaseModelKind, Recipe};
use std::collections::BTreeMap;

/// What every customer is expected to do; columns indexed by [`CustomerId`], NaN where nothing is known.
#[derive(Debug)]
pub struct Predictions {
    /// What was asked for.
    pub asked: LifetimeValue,
    /// The model of purchases with its parameters; none when there is too little to fit.
    pub purchases: Option<(PurchaseModel, Fit)>,
    /// The model of spend; none when there is too little to fit.
    pub spend: Option<(GammaGamma, Fit)>,
    /// Whether the numbers may be used, and what speaks against it.
    pub verdict: Verdict,
    /// How likely each is still a customer, 0 to 1.
    pub p_alive: Vec<f32>,
    /// Purchases expected within the horizon.
    pub expected_purchases: Vec<f32>,
    /// What a purchase is expected to be worth, in currency units.
    pub expected_spend: Vec<f32>,
    /// Discounted worth of all purchases within the horizon, in currency units.
    pub value: Vec<f32>,
}

/// One of the models of purchases.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum PurchaseModel {
    /// Beta-geometric / negative binomial.
    BgNbd(BgNbd),
    /// Its modification, in which one-time buyers can be gone.
    MbgNbd(MbgNbd),
    /// Pareto / negative binomial.
    ParetoNbd(ParetoNbd),
}

impl PurchaseModel {
    /// The model of this kind, fitted.
    #[must_use]
    pub fn fit(kind: PurchaseModelKind, histories: &Histories) -> (Self, Fit) {
        match kind {
            PurchaseModelKind::BgNbd => with_fit(BgNbd::fit(histories), Self::BgNbd),
            PurchaseModelKind::MbgNbd => with_fit(MbgNbd::fit(histories), Self::MbgNbd),
            PurchaseModelKind::ParetoNbd => with_fit(ParetoNbd::fit(histories), Self::ParetoNbd),
        }
    }

    /// Names of its parameters, in the order of [`Fit::parameters`].
    #[must_use]
    pub const fn parameter_names(&self) -> [&'static str; 4] {
        match self {
            Self::BgNbd(_) | Self::MbgNbd(_) => ["r", "alpha", "a", "b"],
            Self::ParetoNbd(_) => ["r", "alpha", "s", "beta"],
        }
    }

    /// How likely the customer is still one, 0 to 1.
    #[must_use]
    pub fn p_alive(&self, history: &History) -> f64 {
        match self {
            Self::BgNbd(model) => model.p_alive(history),
            Self::MbgNbd(model) => model.p_alive(history),
            Self::ParetoNbd(model) => model.p_alive(history),
        }
    }

    /// Purchases expected in the next `t` of a customer known to be alive.
    #[must_use]
    pub fn if_alive(&self, x: f64, age: f64, t: f64) -> f64 {
        match self {
            Self::BgNbd(model) => model.if_alive(x, age, t),
            Self::MbgNbd(model) => model.if_alive(x, age, t),
            Self::ParetoNbd(model) => model.if_alive(x, age, t),
        }
    }

    /// Purchases expected of this customer in the next `t`.
    #[must_use]
    pub fn expected_purchases(&self, history: &History, t: f64) -> f64 {
        self.p_alive(history) * self.if_alive(history.x, history.age, t)
    }
}

fn with_fit<M>((model, fit): (M, Fit), wrap: fn(M) -> PurchaseModel) -> (PurchaseModel, Fit) {
    (wrap(model), fit)
}

/// What one customer did: days with a purchase, and what the repeat purchases were worth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Purchases {
    /// Days with a purchase after the first one.
    pub repeats: u32,
    /// Day of the first purchase.
    pub first: Day,
    /// Day of the last purchase.
    pub last: Day,
    /// What the purchases after the first day were worth together.
    pub repeat_revenue: Money,
}

/// The purchases of one customer up to the analysis day; none when there are none, or the file does not say when the first was.
#[must_use]
pub fn purchases(book: &Book, standing: &Standing, recipe: &Recipe, customer: CustomerId) -> Option<Purchases> {
    let index = customer.index();
    if !standing.measures.is_present(customer) {
        return None;
    }
    if let Some(ready) = &book.ready {
        let first = ready.first_order.get(index).copied().flatten()?;
        let last = standing.measures.last_order[index];
        let orders = standing.measures.orders[index];
        let average = standing.measures.revenue[index].divided_by(orders);
        let repeats = orders.checked_sub(1)?;
        let repeat_revenue = Money::from_raw(average.raw().checked_mul(i64::from(repeats))?);
        return Some(Purchases { repeats, first, last, repeat_revenue });
    }
    let ledger = &book.ledger;
    let mut found: Option<Purchases> = None;
    for line in lines_up_to(ledger, customer, standing.as_of).filter(|&line| is_order(ledger, recipe.cleaning.refunds, line)) {
        let (day, amount) = (ledger.day[line], ledger.amount[line]);
        let so_far = found.get_or_insert(Purchases { repeats: 0, first: day, last: day, repeat_revenue: Money::ZERO });
        so_far.repeats += u32::from(day != so_far.last);
        so_far.last = day;
        if day != so_far.first {
            so_far.repeat_revenue = Money::from_raw(so_far.repeat_revenue.raw().saturating_add(amount.raw()));
        }
    }
    found
}

impl Purchases {
    /// As the models want it, in their unit of time.
    #[must_use]
    pub fn history(&self, as_of: Day, unit_days: f64) -> History {
        let time = |days: i32| f64::from(days.max(0)) / unit_days;
        History { x: f64::from(self.repeats), t_x: time(self.last.days_since(self.first)), age: time(as_of.days_since(self.first)) }
    }

    /// What the repeat purchases were worth on average; none without them, or when they were worth nothing.
    #[must_use]
    pub fn spend(&self) -> Option<Spend> {
        let mean = self.repeat_revenue.to_f64() / f64::from(self.repeats.max(1));
        (self.repeats > 0 && mean > 0.0).then(|| Spend { x: f64::from(self.repeats), mean })
    }
}

/// Fits the models that the recipe asks for, and asks them about every customer.
#[must_use]
pub fn predict(book: &Book, standing: &Standing, recipe: &Recipe) -> Predictions {
    let asked = recipe.lifetime_value.clone();
    let customers: Vec<Option<Purchases>> = book.customers.iter().map(|customer| purchases(book, standing, recipe, customer)).collect();
    let unit = asked.unit.days();
    let histories = Histories::new(customers.iter().flatten().map(|one| one.history(standing.as_of, unit)));
    let unknown = || vec![f32::NAN; customers.len()];
    let mut predictions = Predictions {
        asked,
        purchases: None,
        spend: None,
        verdict: Verdict::default(),
        p_alive: unknown(),
        expected_purchases: unknown(),
        expected_spend: unknown(),
        value: unknown(),
    };
    if let Some(concern) = verdict::too_little(&histories) {
        predictions.verdict.concerns.push(concern);
        return predictions;
    }
    predictions.fit(&histories, &customers);
    predictions.ask(standing.as_of, &customers);
    predictions
}

impl Predictions {
    fn fit(&mut self, histories: &Histories, customers: &[Option<Purchases>]) {
        let (model, fit) = PurchaseModel::fit(self.asked.model, histories);
        self.verdict = verdict::judge(&fit, &model.parameter_names());
        self.purchases = Some((model, fit));
        let spends: Vec<Spend> = customers.iter().flatten().filter_map(Purchases::spend).collect();
        let repeaters = customers.iter().flatten().filter(|one| one.repeats > 0).count();
        let worth_nothing = u32::try_from(repeaters - spends.len()).unwrap_or(u32::MAX);
        self.verdict.concerns.extend(verdict::of_spends(&spends, worth_nothing));
        if spends.len() < verdict::FEWEST_REPEATERS as usize {
            return;
        }
        let (spend, fit) = GammaGamma::fit(&spends);
        // Without a mean over the population (q ≤ 1) nothing can be said of customers who spent once.
        if fit.converged && spend.q > 1.0 {
            self.spend = Some((spend, fit));
        } else {
            self.verdict.concerns.push(Concern::SpendNotFitted);
        }
    }

    #[expect(clippy::cast_possible_truncation, reason = "predictions have three digits, not seven")]
    fn ask(&mut self, as_of: Day, customers: &[Option<Purchases>]) {
        let Some((model, _)) = self.purchases.as_ref().filter(|_| self.verdict.usable) else { return };
        let unit = self.asked.unit.days();
        let horizon = Horizon { months: self.asked.months, monthly_discount: self.asked.monthly_discount, unit: self.asked.unit };
        let time = f64::from(horizon.months) * horizon.month();
        // (x, T in days) → purchases of the living within the horizon, and the same discounted.
        let mut ahead: BTreeMap<(u32, i32), (f64, f64)> = BTreeMap::new();
        for (index, one) in customers.iter().enumerate() {
            let Some(one) = one else { continue };
            let history = one.history(as_of, unit);
            let &mut (purchases, discounted) = ahead.entry((one.repeats, as_of.days_since(one.first))).or_insert_with(|| {
                let within = |t: f64| model.if_alive(history.x, history.age, t);
                (within(time), lifetime_value(&horizon, 1.0, within))
            });
            let alive = model.p_alive(&history);
            self.p_alive[index] = alive as f32;
            self.expected_purchases[index] = (alive * purchases) as f32;
            if let Some((spend, _)) = &self.spend {
                let worth = spend.expected_spend(one.spend().as_ref());
                self.expected_spend[index] = worth as f32;
                self.value[index] = (alive * discounted * worth) as f32;
            }
        }
    }
}
