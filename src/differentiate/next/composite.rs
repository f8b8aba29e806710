//! Scores that are made of other metrics, for one customer, everybody else standing still.
//!
//! Loyalty, purchasing power and potential are means of ranks, the value score weighs scores, a sheet of points adds up rules. What they
//! are made of is counted ahead one by one; ranks are taken among all others as they are, cuts, peers and models are held. Invariant:
//! what one part cannot tell, the whole does not tell.

use super::Figures;
use super::held::{Held, Value};
use super::rule::Test;
use super::visits::Visits;
use crate::base::CustomerId;
use crate::differentiate::conditions::Asked;
use crate::differentiate::lifetime_value::{Purchases, purchases};
use crate::differentiate::metrics::{
    Column, FINE, best_of_peers, bounded, faded, headroom, last_contact_days, mean, rounded, steps, trend,
};
use crate::differentiate::scores::{score_of, shown};
use crate::recipe::{Metric, Per, PointRule, PointSheet, ValueFactor};
use std::sync::Arc;

/// What a metric is made of.
pub(super) enum Composite<'a> {
    /// The mean of the ranks of these.
    Ranks(Vec<Part<'a>>),
    Potential(Potential<'a>),
    ValueScore(Vec<Factor<'a>>),
    Points(Sheet<'a>),
}

/// A part that counts by its rank among all customers.
pub(super) struct Part<'a> {
    held: Held<'a>,
    column: Arc<Column>,
}

pub(super) struct Potential<'a> {
    revenue: Held<'a>,
    growth: Held<'a>,
    /// What the best tenth of the peers spends, in currency units.
    best: f64,
    /// Purchases that the model expects, of everybody, of the customer now, and after a further order.
    expected: Arc<Column>,
    own: Value,
    after: Value,
}

/// A factor of the value score, whose cuts are held.
pub(super) struct Factor<'a> {
    weight: f64,
    held: Held<'a>,
    begins: Vec<i64>,
    bins: u8,
    /// Its score as it is now, 0 where it is not known.
    own: u8,
}

pub(super) struct Sheet<'a> {
    sheet: &'a PointSheet,
    rules: Vec<Rule<'a>>,
    /// Days since the last order, as it is now.
    since_order: i32,
    /// Days since the last contact, where points fade from then on.
    since_contact: Option<i32>,
}

struct Rule<'a> {
    points: f64,
    when: Option<Test<'a>>,
    per: Option<(Held<'a>, &'a Per)>,
}

impl<'a> Composite<'a> {
    /// What this metric is made of; none for all others.
    pub(super) fn new(asked: &Asked<'a>, metric: &Metric, customer: CustomerId) -> Option<Self> {
        let part = |metric: Metric| Part {
            held: Held::new(asked, &metric, customer),
            column: asked.standing.metric(asked.book, asked.recipe, &metric),
        };
        match metric {
            Metric::Loyalty => Some(Self::Ranks([Metric::Tenure, Metric::RepeatRate, Metric::Regularity].map(part).into())),
            Metric::PurchasingPower => Some(Self::Ranks([Metric::AverageOrder, Metric::LargestOrder].map(part).into())),
            Metric::Potential => Some(Self::Potential(Potential::new(asked, customer))),
            Metric::ValueScore => {
                let factors = asked.recipe.value_score.factors.iter();
                Some(Self::ValueScore(factors.map(|factor| Factor::new(asked, factor, customer)).collect()))
            }
            Metric::Points(id) => {
                let sheet = asked.recipe.points.iter().find(|sheet| sheet.id == *id)?;
                Some(Self::Points(Sheet::new(asked, sheet, customer)))
            }
            _ => None,
        }
    }

    /// The value for figures of the analysis day; `None` where it cannot be told.
    pub(super) fn value(&self, figures: &Figures, visits: &Visits) -> Option<Value> {
        let value = match self {
            Self::Ranks(parts) => {
                let ranks: Option<Vec<Option<f64>>> = parts.iter().map(|part| part.rank(figures, visits)).collect();
                mean(ranks?.into_iter())
            }
            Self::Potential(potential) => potential.value(figures, visits)?,
            Self::ValueScore(factors) => value_score(factors, figures, visits)?,
            Self::Points(sheet) => sheet.total(figures, visits)?,
        };
        Some(rounded(value, FINE))
    }

    /// Whether an order can change it.
    pub(super) fn follows_from_orders(&self) -> bool {
        match self {
            Self::Ranks(_) | Self::Potential(_) => true,
            Self::ValueScore(factors) => factors.iter().any(|factor| factor.held.follows_from_orders()),
            Self::Points(sheet) => {
                let fades = sheet.sheet.decay.is_some() && sheet.since_contact.is_none();
                fades || sheet.rules.iter().any(Rule::follows_from_orders)
            }
        }
    }
}

impl Part<'_> {
    /// Its rank, 0 to 100, where it is known; `None` where it cannot be told.
    fn rank(&self, figures: &Figures, visits: &Visits) -> Option<Option<f64>> {
        let value = self.held.value(figures, visits)?;
        Some(value.map(|value| self.column.percentile_rank_after(self.held.own, value)))
    }
}

impl<'a> Potential<'a> {
    fn new(asked: &Asked<'a>, customer: CustomerId) -> Self {
        let Asked { book, standing, recipe } = *asked;
        let expected = standing.metric(book, recipe, &Metric::ExpectedPurchases);
        let then = Purchases::with_order(purchases(book, standing, recipe, customer), standing.as_of);
        let after = standing.forecast(book).predictions.purchases_expected_of(&then, standing.as_of);
        #[expect(clippy::cast_possible_truncation, reason = "predictions have three digits, not seven")]
        let after = after.and_then(|after| rounded(f64::from(after as f32), FINE));
        Self {
            revenue: Held::new(asked, &Metric::Revenue, customer),
            growth: Held::new(asked, &Metric::Growth, customer),
            best: best_of_peers(book, standing, recipe, customer),
            own: expected.raw(customer),
            expected,
            after,
        }
    }

    fn value(&self, figures: &Figures, visits: &Visits) -> Option<f64> {
        let told = |held: &Held<'_>| Some(held.value(figures, visits)?.map_or(f64::NAN, |raw| shown(raw, held.scale)));
        let after = if figures.added.orders > 0 { self.after } else { self.own };
        let expected = after.map(|after| self.expected.percentile_rank_after(self.own, after));
        Some(mean([headroom(self.best, told(&self.revenue)?), trend(told(&self.growth)?), expected].into_iter()))
    }
}

impl<'a> Factor<'a> {
    fn new(asked: &Asked<'a>, factor: &ValueFactor, customer: CustomerId) -> Self {
        let scores = asked.standing.metric_scores(asked.book, asked.recipe, &factor.metric, &factor.binning);
        let held = Held::new(asked, &factor.metric, customer);
        let own = scores.of.get(customer.index()).copied().unwrap_or(0);
        Self { weight: factor.weight, begins: scores.cutting.begins(held.scale), bins: scores.cutting.bins, held, own }
    }

    /// The score, 0 where the metric is not known. Who does not change keeps it, also where equals were told apart.
    fn score(&self, figures: &Figures, visits: &Visits) -> Option<u8> {
        let value = self.held.value(figures, visits)?;
        if value == self.held.own {
            return Some(self.own);
        }
        Some(value.map_or(0, |raw| score_of(&self.begins, self.held.metric.lower_is_better(), raw)))
    }
}

fn value_score(factors: &[Factor<'_>], figures: &Figures, visits: &Visits) -> Option<f64> {
    let (mut weights, mut sum) = (0.0, 0.0);
    for factor in factors {
        if let Some(score) = factor.score(figures, visits)?.checked_sub(1) {
            weights += factor.weight;
            sum += factor.weight * (f64::from(score) / f64::from(factor.bins.saturating_sub(1).max(1)));
        }
    }
    Some(sum / weights * 100.0)
}

impl<'a> Sheet<'a> {
    fn new(asked: &Asked<'a>, sheet: &'a PointSheet, customer: CustomerId) -> Self {
        let since_contact = sheet.decay.as_ref().and_then(|decay| last_contact_days(asked, decay, customer));
        Self {
            sheet,
            rules: sheet.rules.iter().map(|rule| Rule::new(asked, rule, customer)).collect(),
            since_order: asked.standing.measures.recency_days[customer.index()],
            since_contact,
        }
    }

    fn total(&self, figures: &Figures, visits: &Visits) -> Option<f64> {
        let mut sum = 0.0;
        for rule in &self.rules {
            sum += rule.points(figures, visits)?;
        }
        let since_order = if figures.added.orders > 0 { 0 } else { self.since_order };
        let left = self.sheet.decay.as_ref().map_or(1.0, |decay| faded(decay, self.since_contact.unwrap_or(since_order)));
        Some(bounded(self.sheet, sum * left))
    }
}

impl<'a> Rule<'a> {
    fn new(asked: &Asked<'a>, rule: &'a PointRule, customer: CustomerId) -> Self {
        Self {
            points: rule.points,
            when: rule.when.as_ref().map(|condition| Test::new(asked, condition, customer)),
            per: rule.per.as_ref().map(|per| (Held::new(asked, &per.metric, customer), per)),
        }
    }

    fn points(&self, figures: &Figures, visits: &Visits) -> Option<f64> {
        if let Some(when) = &self.when
            && !when.holds(figures, visits)?
        {
            return Some(0.0);
        }
        let Some((held, per)) = &self.per else { return Some(self.points) };
        let value = held.value(figures, visits)?.map_or(f64::NAN, |raw| shown(raw, held.scale));
        Some(self.points * steps(value, per.step, per.at_most))
    }

    fn follows_from_orders(&self) -> bool {
        let of_test = self.when.as_ref().is_some_and(Test::follows_from_orders);
        of_test || self.per.as_ref().is_some_and(|(held, _)| held.follows_from_orders())
    }
}
