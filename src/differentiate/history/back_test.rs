//! Would the tiers of a past day have told who buys next?
//!
//! The clock is set back to `split`; tiers and models see only what was known then, and what customers did in the
//! days after it is the answer. Lift is what a tier bought against the mean of all; the gains curve is the
//! share of later purchases that the best-ranked share of customers made. A scheme ranks its segments by what their
//! customers went on to buy, so its figures say how well it separates, not how well its order was guessed.
//! Invariant: nothing after `split` reaches the tiers or the models.

mod later;
mod ranking;

use super::standing_at;
use crate::base::{Day, Money};
use crate::differentiate::Standing;
use crate::differentiate::lifetime_value::opportunities::between;
use crate::differentiate::lifetime_value::prediction::{all_purchases, predict_purchases};
use crate::differentiate::lifetime_value::purchases::opportunity;
use crate::differentiate::lifetime_value::{Predictions, Purchases};
use crate::differentiate::schemes::Classified;
use crate::identify::Book;
use crate::recipe::{Checked, Recipe, Segment, TimeUnit};
use crate::{ErrorKind, Result};
use later::Later;
use ranking::{curve, gains, separation, share_of_first, wins};
use serde::Serialize;

/// Tiers and models as of one day against what happened after it.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct BackTest {
    /// The day up to which everything was known.
    #[cfg_attr(test, ts(type = "string"))]
    pub split: Day,
    /// The last day that was looked at.
    #[cfg_attr(test, ts(type = "string"))]
    pub until: Day,
    /// Customers known at the split.
    pub customers: u32,
    /// Of these, customers who bought afterwards.
    pub buyers: u32,
    /// Their later purchases (days with an order).
    pub purchases: u32,
    /// Their later revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Spread of the later purchases: the error (root mean square) of expecting the mean of everybody.
    pub spread: f64,
    /// Every scheme, the one that predicts best first.
    pub schemes: Vec<SchemeTest>,
    /// The models; none when they could not be fitted at the split, or nobody asked for them.
    pub model: Option<ModelTest>,
}

/// How one scheme did.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SchemeTest {
    /// Scheme id.
    pub scheme: String,
    /// Its segments with what their customers did afterwards.
    pub segments: Vec<SegmentTest>,
    /// How much better than chance it ranks buyers before others, −1 to 1: the Gini coefficient of the gains curve,
    /// with segments ranked by what their customers bought.
    pub gini: f64,
    /// The gains curve: share of customers, share of later purchases, from (0, 0) to (1, 1), one step per segment.
    pub gains: Vec<(f64, f64)>,
    /// Share of the later purchases that the best-ranked fifth of the customers made, 0 to 1.
    pub top_fifth: f64,
    /// How often, of a customer who bought and one who did not, the buyer is ranked higher, ties counting half: the area
    /// under the ROC curve, 0.5 for a coin to 1.
    pub auc: f64,
    /// Root mean square error of expecting the mean of the segment.
    pub rmse: f64,
}

/// What the customers of one segment did afterwards.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentTest {
    /// The segment.
    pub segment: Segment,
    /// Customers in it at the split.
    pub customers: u32,
    /// Of these, customers who bought afterwards.
    pub buyers: u32,
    /// Their purchases afterwards.
    pub purchases: u32,
    /// Their revenue afterwards.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Purchases per customer against the mean of all: 2 is twice as many.
    pub lift: f64,
}

/// How the models did.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ModelTest {
    /// Purchases expected of all customers together.
    pub expected: f64,
    /// Purchases there were.
    pub actual: u32,
    /// Customers by P(alive) in ten equal steps: how many, mean P(alive), share who bought.
    pub calibration: Vec<CalibrationBin>,
    /// Customers by purchases before the split (0, 1 … 6, 7 and more): how many, expected and actual purchases each.
    pub by_frequency: Vec<FrequencyBin>,
    /// The gains curve when customers are ranked by expected purchases.
    pub gains: Vec<(f64, f64)>,
    /// Its Gini coefficient.
    pub gini: f64,
    /// As of schemes: share of the purchases that the best fifth made.
    pub top_fifth: f64,
    /// As of schemes: how often a buyer is ranked above one who did not buy.
    pub auc: f64,
    /// Root mean square error of the purchases expected of each customer.
    pub rmse: f64,
}

/// Customers of one step of P(alive).
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CalibrationBin {
    /// Customers.
    pub customers: u32,
    /// Their mean P(alive).
    pub p_alive: f64,
    /// Share of them who bought afterwards.
    pub bought: f64,
}

/// Customers with the same number of repeat purchases before the split.
#[derive(Debug, Clone, Copy, Default, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct FrequencyBin {
    /// Customers.
    pub customers: u32,
    /// Purchases expected per customer.
    pub expected: f64,
    /// Purchases per customer.
    pub actual: f64,
}

/// Sets the clock back to `split` and looks at the days after it, up to `until` or, without it, the standing's analysis day.
///
/// # Errors
/// `argument.invalid` when there is no day after `split`; as [`crate::differentiate::differentiate`] when nobody was there.
pub fn back_test(book: &Book, standing: &Standing, recipe: &Checked, split: Day, until: Option<Day>) -> Result<BackTest> {
    let (mut test, then, later) = of_schemes(book, standing, recipe, split, until)?;
    test.model = of_model(book, &then, recipe, (later, test.until));
    Ok(test)
}

/// The same without the models, which take long to fit for a million customers.
///
/// # Errors
/// As [`back_test`].
pub fn test_schemes(book: &Book, standing: &Standing, recipe: &Checked, split: Day, until: Option<Day>) -> Result<BackTest> {
    of_schemes(book, standing, recipe, split, until).map(|(test, ..)| test)
}

fn of_schemes(book: &Book, standing: &Standing, recipe: &Checked, split: Day, until: Option<Day>) -> Result<(BackTest, Standing, Later)> {
    let until = until.unwrap_or(standing.as_of).min(standing.as_of);
    if split >= until || book.ledger.is_empty() {
        return Err(ErrorKind::ArgumentInvalid { problem: format!("there are no orders between {split} and {until}") }.into());
    }
    let then = standing_at(book, recipe, split)?;
    let later = Later::new(book, &then, recipe, until);
    let mut schemes: Vec<SchemeTest> = then.schemes.iter().map(|classified| test_scheme(classified, &later)).collect();
    schemes.sort_by(|a, b| b.gini.total_cmp(&a.gini).then_with(|| a.scheme.cmp(&b.scheme)));
    let test = BackTest {
        split,
        until,
        customers: then.measures.customer_count(),
        buyers: count(&later.purchases, |bought| bought > 0),
        purchases: later.purchases.iter().sum(),
        revenue: Money::from_raw(later.revenue.iter().map(|revenue| revenue.raw()).fold(0, i64::saturating_add)),
        spread: later.spread(),
        schemes,
        model: None,
    };
    Ok((test, then, later))
}

/// How the models did on days they had not seen.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ModelCheck {
    /// The day up to which the models knew everything.
    #[cfg_attr(test, ts(type = "string"))]
    pub split: Day,
    /// The last day that was looked at.
    #[cfg_attr(test, ts(type = "string"))]
    pub until: Day,
    /// What they expected and what came.
    pub model: ModelTest,
}

/// The hold-out fit of the recipe's model: the clock is set back by its horizon, but by half of what was observed at most. None when
/// there are no single orders, or the model could not have been fitted then.
///
/// # Errors
/// As [`back_test`].
pub fn model_check(book: &Book, standing: &Standing, recipe: &Checked) -> Result<Option<ModelCheck>> {
    let Some(first) = book.ledger.day.iter().min().filter(|first| **first < standing.as_of) else { return Ok(None) };
    let months = f64::from(recipe.lifetime_value.months) * TimeUnit::Month.days();
    #[expect(clippy::cast_possible_truncation, reason = "at most ten years in days")]
    let back = (libm::round(months) as i32).min(standing.as_of.days_since(*first) / 2).max(1);
    let split = standing.as_of.plus(-back);
    // Tiers play no part here, so none has to last.
    let by_figures = Checked::new(Recipe { steady: None, ..(**recipe).clone() })?;
    let then = standing_at(book, &by_figures, split)?;
    let later = Later::new(book, &then, recipe, standing.as_of);
    let model = of_model(book, &then, recipe, (later, standing.as_of));
    Ok(model.map(|model| ModelCheck { split, until: standing.as_of, model }))
}

/// The models as of the split, asked for exactly the time that is looked at; none where they could not have said anything then.
fn of_model(book: &Book, then: &Standing, recipe: &Checked, (later, until): (Later, Day)) -> Option<ModelTest> {
    let asked = &recipe.lifetime_value;
    let opportunities = opportunity(asked).map(|unit| f64::from(between(then.as_of, until, unit)));
    let time = opportunities.unwrap_or_else(|| f64::from(until.days_since(then.as_of)) / asked.unit.days());
    let customers = all_purchases(book, then, recipe);
    let predictions = predict_purchases(recipe, then.as_of, &customers, time)?;
    Some(test_model(then.as_of, &customers, &predictions, &later.counted_by_model(book, then, recipe, until)))
}

fn count(purchases: &[u32], wanted: impl Fn(u32) -> bool) -> u32 {
    u32::try_from(purchases.iter().filter(|bought| wanted(**bought)).count()).unwrap_or(u32::MAX)
}

fn test_scheme(classified: &Classified, later: &Later) -> SchemeTest {
    let mut segments: Vec<SegmentTest> = classified
        .segments
        .iter()
        .map(|segment| SegmentTest { segment: segment.clone(), customers: 0, buyers: 0, purchases: 0, revenue: Money::ZERO, lift: 0.0 })
        .collect();
    for (index, position) in classified.of.iter().enumerate() {
        let Some(segment) = segments.get_mut(usize::from(*position)) else { continue };
        segment.customers += 1;
        segment.buyers += u32::from(later.purchases[index] > 0);
        segment.purchases += later.purchases[index];
        segment.revenue = Money::from_raw(segment.revenue.raw().saturating_add(later.revenue[index].raw()));
    }
    let (all, bought) = segments.iter().fold((0, 0), |(all, bought), segment| (all + segment.customers, bought + segment.purchases));
    let mean = f64::from(bought) / f64::from(all.max(1));
    for segment in &mut segments {
        let each = f64::from(segment.purchases) / f64::from(segment.customers.max(1));
        segment.lift = if mean > 0.0 { each / mean } else { 0.0 };
    }
    let groups = segments.iter().map(|segment| (f64::from(segment.customers), f64::from(segment.purchases)));
    let (gains, gini) = gains(groups.collect());
    let buyers = segments.iter().map(|segment| (f64::from(segment.buyers), f64::from(segment.customers - segment.buyers)));
    let (auc, rmse, top_fifth) = (separation(buyers.collect()), rmse_of(&segments, classified, later), share_of_first(&gains, 0.2));
    SchemeTest { scheme: classified.scheme.id.clone(), segments, gini, gains, top_fifth, auc, rmse }
}

/// The error of expecting the mean of each segment.
fn rmse_of(segments: &[SegmentTest], classified: &Classified, later: &Later) -> f64 {
    let means: Vec<f64> = segments.iter().map(|segment| f64::from(segment.purchases) / f64::from(segment.customers.max(1))).collect();
    let errors = classified.of.iter().zip(&later.purchases).filter_map(|(position, &bought)| {
        let error = means.get(usize::from(*position))? - f64::from(bought);
        Some(error * error)
    });
    let customers: u32 = segments.iter().map(|segment| segment.customers).sum();
    (errors.sum::<f64>() / f64::from(customers.max(1))).sqrt()
}

const GAINS_POINTS: usize = 100;

fn test_model(as_of: Day, all: &[Option<Purchases>], predictions: &Predictions, later: &Later) -> ModelTest {
    let known = |index: &usize| later.present[*index] && predictions.expected_purchases[*index].is_finite();
    let customers: Vec<usize> = (0..later.present.len()).filter(known).collect();
    let mut calibration = vec![CalibrationBin::default(); 10];
    let mut by_frequency = vec![FrequencyBin::default(); 8];
    for &index in &customers {
        let p_alive = f64::from(predictions.p_alive[index]);
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a share of ten steps")]
        let bin = &mut calibration[((p_alive * 10.0) as usize).min(9)];
        bin.customers += 1;
        bin.p_alive += p_alive;
        bin.bought += f64::from(u8::from(later.purchases[index] > 0));
        let bin = &mut by_frequency[all[index].map_or(0, |one| one.counts(as_of).0).min(7) as usize];
        bin.customers += 1;
        bin.expected += f64::from(predictions.expected_purchases[index]);
        bin.actual += f64::from(later.purchases[index]);
    }
    for bin in &mut calibration {
        let all = f64::from(bin.customers.max(1));
        (bin.p_alive, bin.bought) = (bin.p_alive / all, bin.bought / all);
    }
    let expected = by_frequency.iter().map(|bin| bin.expected).sum();
    for bin in &mut by_frequency {
        let all = f64::from(bin.customers.max(1));
        (bin.expected, bin.actual) = (bin.expected / all, bin.actual / all);
    }
    let (auc, rmse) = (model_wins(customers.clone(), predictions, later), model_rmse(&customers, predictions, later));
    let (gains, gini) = model_gains(customers, predictions, later);
    let (actual, top_fifth) = (later.purchases.iter().sum(), share_of_first(&gains, 0.2));
    ModelTest { expected, actual, calibration, by_frequency, gains, gini, top_fifth, auc, rmse }
}

fn model_rmse(customers: &[usize], predictions: &Predictions, later: &Later) -> f64 {
    let error = |&index: &usize| f64::from(predictions.expected_purchases[index]) - f64::from(later.purchases[index]);
    let squares: f64 = customers.iter().map(error).map(|error| error * error).sum();
    #[expect(clippy::cast_precision_loss, reason = "customers are numbered with u32")]
    let mean = squares / customers.len().max(1) as f64;
    mean.sqrt()
}

/// How often a buyer is expected to buy more than one who did not buy.
fn model_wins(mut customers: Vec<usize>, predictions: &Predictions, later: &Later) -> f64 {
    let expected = |index: usize| predictions.expected_purchases[index];
    customers.sort_by(|&a, &b| expected(b).total_cmp(&expected(a)));
    let group = |part: &[usize]| {
        part.iter().fold(
            (0.0, 0.0),
            |(buyers, others), &index| {
                if later.purchases[index] > 0 { (buyers + 1.0, others) } else { (buyers, others + 1.0) }
            },
        )
    };
    let groups: Vec<(f64, f64)> = customers.chunk_by(|&a, &b| expected(a).total_cmp(&expected(b)).is_eq()).map(group).collect();
    wins(&groups)
}

/// Customers by expected purchases, the most first, in a hundred steps.
fn model_gains(mut customers: Vec<usize>, predictions: &Predictions, later: &Later) -> (Vec<(f64, f64)>, f64) {
    customers.sort_by(|&a, &b| predictions.expected_purchases[b].total_cmp(&predictions.expected_purchases[a]));
    let step = customers.len().div_ceil(GAINS_POINTS).max(1);
    #[expect(clippy::cast_precision_loss, reason = "customers of one step")]
    let group = |part: &[usize]| (part.len() as f64, part.iter().map(|&index| f64::from(later.purchases[index])).sum());
    let groups: Vec<(f64, f64)> = customers.chunks(step).map(group).collect();
    curve(&groups)
}
