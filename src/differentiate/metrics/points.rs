//! Sheets of points: what a customer did, added up by rules that can be checked by hand.
//!
//! Invariant: the total is the sum of what the rules give, faded, then held within the sheet's bounds, in this order.

use super::contacts::{last_contact, until};
use super::{Column, FINE};
use crate::base::CustomerId;
use crate::differentiate::Standing;
use crate::differentiate::conditions::Asked;
use crate::identify::Book;
use crate::recipe::{Decay, DecaySince, Metric, PointRule, PointSheet, Recipe};
use serde::Serialize;

/// Why a customer's points of one sheet.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SheetReason {
    /// The sheet.
    pub id: String,
    /// Every rule of the sheet, in order.
    pub rules: Vec<PointReason>,
    /// What the rules give together.
    pub sum: f64,
    /// What is left of it after fading, 0 to 1; 1 where nothing fades.
    pub left: f64,
    /// The total: the sum, faded, then held within the sheet's bounds.
    pub total: f64,
}

/// What one rule of a sheet gives.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct PointReason {
    /// Whether the rule is meant for the customer.
    pub meant: bool,
    /// Full steps that count, where the rule goes by steps.
    pub steps: Option<f64>,
    /// Points given.
    pub points: f64,
}

pub(super) fn column(book: &Book, standing: &Standing, recipe: &Recipe, id: &str) -> Column {
    let metric = Metric::Points(id.to_owned());
    let Some(sheet) = recipe.points.iter().find(|sheet| sheet.id == id) else {
        return Column::of_present(&metric, &standing.measures, FINE, |_| None);
    };
    let mut totals = vec![0.0; standing.measures.orders.len()];
    for rule in &sheet.rules {
        add(&mut totals, rule, &Asked { book, standing, recipe });
    }
    let total = |customer: CustomerId| {
        let fade = sheet.decay.as_ref().map_or(1.0, |decay| fade(book, standing, recipe, (decay, customer)));
        bounded(sheet, totals[customer.index()] * fade)
    };
    Column::of_floats(&metric, &standing.measures, FINE, total)
}

impl Standing {
    /// Where the points of every sheet come from.
    #[must_use]
    pub fn sheet_reasons(&self, book: &Book, recipe: &Recipe, customer: CustomerId) -> Vec<SheetReason> {
        let asked = Asked { book, standing: self, recipe };
        recipe.points.iter().map(|sheet| sheet_reason(sheet, &asked, customer)).collect()
    }
}

fn sheet_reason(sheet: &PointSheet, asked: &Asked<'_>, customer: CustomerId) -> SheetReason {
    let rules: Vec<PointReason> = sheet.rules.iter().map(|rule| rule_reason(rule, asked, customer)).collect();
    let sum = rules.iter().map(|rule| rule.points).sum();
    let left = sheet.decay.as_ref().map_or(1.0, |decay| fade(asked.book, asked.standing, asked.recipe, (decay, customer)));
    SheetReason { id: sheet.id.clone(), rules, sum, left, total: bounded(sheet, sum * left) }
}

fn rule_reason(rule: &PointRule, asked: &Asked<'_>, customer: CustomerId) -> PointReason {
    let meant = rule.when.as_ref().is_none_or(|condition| asked.whom(condition).get(customer.index()) == Some(&true));
    let steps = rule.per.as_ref().map(|per| {
        let value = asked.standing.metric(asked.book, asked.recipe, &per.metric).value(customer);
        steps(value, per.step, per.at_most)
    });
    let points = if meant { rule.points * steps.unwrap_or(1.0) } else { 0.0 };
    PointReason { meant, steps, points }
}

fn add(totals: &mut [f64], rule: &PointRule, asked: &Asked<'_>) {
    let meant = rule.when.as_ref().map(|condition| asked.whom(condition));
    let per = rule.per.as_ref().map(|per| (per, asked.standing.metric(asked.book, asked.recipe, &per.metric)));
    for customer in asked.standing.customers() {
        let index = customer.index();
        if meant.as_ref().is_some_and(|meant| !meant[index]) {
            continue;
        }
        totals[index] += rule.points * per.as_ref().map_or(1.0, |(per, column)| steps(column.value(customer), per.step, per.at_most));
    }
}

/// Full steps in a value; 0 when it is not known. A value a billionth below a full step has reached it: 0.3 has three steps of 0.1.
pub(in crate::differentiate) fn steps(value: f64, step: f64, at_most: Option<u32>) -> f64 {
    let steps = if value.is_finite() { (value / step + 1e-9).floor().max(0.0) } else { 0.0 };
    at_most.map_or(steps, |most| steps.min(f64::from(most)))
}

fn fade(book: &Book, standing: &Standing, recipe: &Recipe, (decay, customer): (&Decay, CustomerId)) -> f64 {
    let since_order = standing.measures.recency_days[customer.index()];
    faded(decay, last_contact_days(&Asked { book, standing, recipe }, decay, customer).unwrap_or(since_order))
}

/// Days since the last contact, where points fade from then on and there was one; else they fade since the last order.
pub(in crate::differentiate) fn last_contact_days(asked: &Asked<'_>, decay: &Decay, customer: CustomerId) -> Option<i32> {
    // People without orders have nothing but contacts.
    if decay.since == DecaySince::LastOrder && !asked.standing.metrics.of_prospects {
        return None;
    }
    let last = last_contact(asked.book, customer, until(asked.standing, asked.recipe));
    last.map(|day| asked.standing.as_of.days_since(day).max(0))
}

/// What is left after so many days, 0 to 1.
pub(in crate::differentiate) fn faded(decay: &Decay, days: i32) -> f64 {
    (-f64::from(days) / f64::from(decay.half_life_days.max(1))).exp2()
}

/// A total within the bounds of its sheet.
pub(in crate::differentiate) fn bounded(sheet: &PointSheet, total: f64) -> f64 {
    total.max(sheet.min.unwrap_or(f64::MIN)).min(sheet.max.unwrap_or(f64::MAX))
}
