//! A plan to begin with: levels where these customers are.
//!
//! Thresholds that suit one shop put everybody or nobody of another on the top level. Invariant: the suggestion passes the
//! check of a recipe.

use super::account::revenue_until;
use super::{day_totals, fitting};
use crate::base::Money;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::{Loyalty, Recipe};

/// Of a hundred customers who bought in the last year so many are on the second, third and fourth level or above.
const ABOVE: [usize; 3] = [50, 20, 5];

/// The default plan with thresholds by the revenue of the last year: the upper half is on the second level, a fifth on the third, 1 in 20 on
/// the fourth.
#[must_use]
pub fn suggested_loyalty(book: &Book, standing: &Standing, recipe: &Recipe) -> Loyalty {
    let mut plan = Loyalty::default();
    let of_year = |customer| {
        let days = day_totals(book, standing, recipe.cleaning.refunds, customer);
        fitting(revenue_until(&days, plan.window_days, standing.as_of))
    };
    let mut revenues: Vec<i64> = standing.customers().map(of_year).filter(|&revenue| revenue > 0).collect();
    revenues.sort_unstable_by(|a, b| b.cmp(a));
    let mut floor = 0;
    for (level, percent) in plan.levels.iter_mut().skip(1).zip(ABOVE) {
        let found = revenues.get(revenues.len() * percent / 100).copied().unwrap_or_default();
        // A threshold is a round figure above the one before.
        let threshold = rounded(found).max(floor + Money::SCALE);
        level.threshold = Money::from_raw(threshold);
        floor = threshold;
    }
    plan
}

/// Two digits that count, at least one unit.
fn rounded(raw: i64) -> i64 {
    let units = (raw / Money::SCALE).clamp(1, 100_000_000);
    let step = 10_i64.pow(units.ilog10().saturating_sub(1));
    units / step * step * Money::SCALE
}
