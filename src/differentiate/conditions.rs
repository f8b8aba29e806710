//! Conditions asked of all customers at once: who is meant, how many, and what they are worth.
//!
//! A condition becomes comparisons of whole numbers, column by column, so that a million customers are asked within a frame.
//! Invariants: what is not known fulfils no comparison; the answer for a customer depends on nobody's place in the files.

mod cities;
mod texts;

pub use texts::TextColumn;

use super::{Classified, Standing};
use crate::Result;
use crate::base::Money;
use crate::identify::Book;
use crate::recipe::{Attribute, AttributeCondition, Checked, Condition, MetricCondition, Recipe, SegmentCondition};
use serde::Serialize;

/// How many customers a condition means.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ConditionCount {
    /// Customers.
    pub customers: u32,
    /// Their share of all customers, 0 to 1.
    pub share: f64,
    /// Their orders, added up.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// What conditions are asked of.
#[derive(Clone, Copy)]
pub(super) struct Asked<'a> {
    pub(super) book: &'a Book,
    pub(super) standing: &'a Standing,
    pub(super) recipe: &'a Recipe,
}

/// For every customer whether the condition holds; false for customers that are absent. Schemes and metrics that do not exist
/// mean nobody.
#[must_use]
pub fn whom(book: &Book, standing: &Standing, recipe: &Recipe, condition: &Condition) -> Vec<bool> {
    let mut whom = Asked { book, standing, recipe }.whom(condition);
    for customer in &standing.measures.absent {
        whom[customer.index()] = false;
    }
    whom
}

/// How many customers a condition means, and what they are worth.
///
/// # Errors
/// `recipe.invalid` when the condition names something that the recipe does not have.
pub fn count(book: &Book, standing: &Standing, recipe: &Checked, condition: &Condition) -> Result<ConditionCount> {
    recipe.check_condition(condition)?;
    let whom = whom(book, standing, recipe, condition);
    let measures = &standing.measures;
    let mut count = ConditionCount::default();
    let mut revenue = 0_i64;
    for (index, _) in whom.iter().enumerate().filter(|(_, meant)| **meant) {
        count.customers += 1;
        count.orders += u64::from(measures.orders[index]);
        revenue = revenue.saturating_add(measures.revenue[index].raw());
    }
    count.revenue = Money::from_raw(revenue);
    count.share = f64::from(count.customers) / f64::from(measures.customer_count().max(1));
    Ok(count)
}

/// One text of an attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct AttributeValue {
    /// The text.
    pub text: String,
    /// Customers who have it.
    pub customers: u32,
}

/// The texts of an attribute, those of most customers first, equal ones in byte order, at most `limit`.
#[must_use]
pub fn frequent(book: &Book, standing: &Standing, attribute: &Attribute, limit: usize) -> Vec<AttributeValue> {
    let column = standing.attribute(book, attribute);
    let mut customers = vec![0_u32; column.values.len()];
    standing.customers().filter_map(|customer| column.of(customer)).for_each(|text| customers[text] += 1);
    let mut ranked: Vec<AttributeValue> =
        column.values.iter().zip(customers).map(|(text, customers)| AttributeValue { text: text.clone(), customers }).collect();
    ranked.sort_unstable_by(|a, b| b.customers.cmp(&a.customers).then_with(|| a.text.cmp(&b.text)));
    ranked.into_iter().filter(|value| value.customers > 0).take(limit).collect()
}

impl Asked<'_> {
    /// For every customer whether the condition holds; what stands for customers that are absent means nothing.
    pub(super) fn whom(&self, condition: &Condition) -> Vec<bool> {
        match condition {
            Condition::All(parts) => self.fold(parts, true, |all, one| all & one),
            Condition::Any(parts) => self.fold(parts, false, |any, one| any | one),
            Condition::Not(part) => {
                let mut whom = self.whom(part);
                whom.iter_mut().for_each(|meant| *meant = !*meant);
                whom
            }
            Condition::Metric(condition) => self.metric(condition),
            Condition::Attribute(condition) => self.attribute(condition),
            Condition::Segment(condition) => self.segment(condition),
        }
    }

    fn everybody(&self, meant: bool) -> Vec<bool> {
        vec![meant; self.standing.measures.orders.len()]
    }

    fn fold(&self, parts: &[Condition], start: bool, both: impl Fn(bool, bool) -> bool) -> Vec<bool> {
        let whom = parts.iter().map(|part| self.whom(part));
        let join = |mut so_far: Vec<bool>, part: Vec<bool>| {
            so_far.iter_mut().zip(part).for_each(|(slot, one)| *slot = both(*slot, one));
            so_far
        };
        whom.reduce(join).unwrap_or_else(|| self.everybody(start))
    }

    fn metric(&self, condition: &MetricCondition) -> Vec<bool> {
        let column = self.standing.metric(self.book, self.recipe, &condition.of);
        if condition.known == Some(false) {
            return column.all().iter().map(|&raw| raw == i64::MIN).collect();
        }
        let (low, high) = bounds(condition, column.scale());
        column.all().iter().map(|&raw| raw >= low && raw <= high).collect()
    }

    fn attribute(&self, condition: &AttributeCondition) -> Vec<bool> {
        let column = self.standing.attribute(self.book, &condition.of);
        let wanted: Vec<String> = condition.is.iter().map(|text| folded(text)).collect();
        let contains = condition.contains.as_deref().map(folded);
        let is_meant = |value: &String| {
            let value = folded(value);
            let is_one = wanted.is_empty() || wanted.contains(&value);
            is_one && contains.as_ref().is_none_or(|part| value.contains(part))
        };
        // Each different text once.
        let meant: Vec<bool> = column.values.iter().map(|value| condition.known != Some(false) && is_meant(value)).collect();
        column.places().map(|place| place.map_or(condition.known == Some(false), |place| meant[place])).collect()
    }

    fn segment(&self, condition: &SegmentCondition) -> Vec<bool> {
        let Some(classified) = self.standing.scheme(&condition.scheme) else { return self.everybody(false) };
        let meant = positions(classified, &condition.is);
        classified.of.iter().map(|&position| meant[usize::from(position)]).collect()
    }
}

/// The first and the last raw value that a condition means, where it asks for a range.
pub(super) fn bounds(condition: &MetricCondition, scale: i64) -> (i64, i64) {
    // Not known is the smallest number there is, and no bound reaches down to it.
    let low = condition.at_least.map_or(i64::MIN + 1, |bound| whole(bound, scale, f64::ceil).max(i64::MIN + 1));
    (low, condition.at_most.map_or(i64::MAX, |bound| whole(bound, scale, f64::floor)))
}

/// Which positions of a scheme are among these codes.
pub(super) fn positions(classified: &Classified, codes: &[String]) -> [bool; 256] {
    let mut meant = [false; 256];
    for (slot, segment) in meant.iter_mut().zip(&classified.segments) {
        *slot = codes.contains(&segment.code);
    }
    meant
}

/// A bound in raw steps: the nearest whole one where it is one but for the float's rounding, else rounded to the inside.
#[expect(clippy::cast_possible_truncation, reason = "a float beyond i64 is held at its ends, which is beyond every value")]
#[expect(clippy::cast_precision_loss, reason = "the scale is at most a million")]
fn whole(bound: f64, scale: i64, inside: impl Fn(f64) -> f64) -> i64 {
    let raw = bound * scale as f64;
    let nearest = raw.round();
    let is_whole = (raw - nearest).abs() <= 1e-9 * nearest.abs().max(1.0);
    (if is_whole { nearest } else { inside(raw) }) as i64
}

/// As texts are compared: without regard to case and to blanks at the ends.
fn folded(text: &str) -> String {
    text.trim().to_lowercase()
}
