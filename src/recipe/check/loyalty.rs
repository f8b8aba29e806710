//! The rules of the loyalty plan.
//!
//! Every number has a bound, so that no product of them overflows. Invariant: a plan that passes puts every customer on exactly
//! one level.

use super::require;
use crate::Result;
use crate::base::Money;
use crate::recipe::{Loyalty, LoyaltyLevel};

/// The largest amount of a plan, in units.
const LARGEST: i64 = 1_000_000_000;

/// Checks a loyalty plan on its own, as one that is compared with the recipe's.
///
/// # Errors
/// `recipe.invalid` with the place and the problem.
pub(crate) fn check(plan: &Loyalty) -> Result<()> {
    let is_rate = (0.0..=1000.0).contains(&plan.points_per_unit);
    require(is_rate, "loyalty.points_per_unit", &format!("{} is not between 0 and 1000", plan.points_per_unit))?;
    amount("loyalty.point_value", plan.point_value)?;
    let expires = plan.expiry_days.is_none_or(|days| (1..=3650).contains(&days));
    require(expires, "loyalty.expiry_days", "not between 1 and 3650")?;
    require(plan.redeemed_percent <= 100, "loyalty.redeemed_percent", "more than 100")?;
    require(plan.coupons_used_percent <= 100, "loyalty.coupons_used_percent", "more than 100")?;
    require((30..=3650).contains(&plan.window_days), "loyalty.window_days", "not between 30 and 3650")?;
    require((1..=10).contains(&plan.levels.len()), "loyalty.levels", "not 1 to 10 levels")?;
    require(plan.levels[0].threshold == Money::ZERO, "loyalty.levels[0].threshold", "the first level begins at 0")?;
    let rises = plan.levels.windows(2).all(|pair| pair[0].threshold < pair[1].threshold);
    require(rises, "loyalty.levels", "thresholds are not in ascending order")?;
    plan.levels.iter().enumerate().try_for_each(|(place, found)| level(place, found))
}

fn level(place: usize, level: &LoyaltyLevel) -> Result<()> {
    let path = |field: &str| format!("loyalty.levels[{place}].{field}");
    let is_named = !level.name.trim().is_empty() && level.name.len() <= 100;
    require(is_named, &path("name"), "empty or longer than 100 bytes")?;
    require(level.points_percent <= 1000, &path("points_percent"), &format!("{} is more than 1000", level.points_percent))?;
    amount(&path("threshold"), level.threshold)?;
    amount(&path("yearly_cost"), level.yearly_cost)?;
    amount(&path("coupon"), level.coupon)
}

fn amount(path: &str, amount: Money) -> Result<()> {
    let is_sound = (0..=LARGEST * Money::SCALE).contains(&amount.raw());
    require(is_sound, path, &format!("{amount} is not between 0 and a billion"))
}

#[cfg(test)]
mod tests {
    use crate::recipe::check::tests::refusal;

    #[test]
    fn one_refusal_for_each_rule() {
        let level = |name: &str, threshold: i32, percent: i32| {
            format!(r#"{{"name": "{name}", "threshold": {threshold}, "points_percent": {percent}, "yearly_cost": 0, "coupon": 0}}"#)
        };
        let levels = |levels: &[String]| format!(r#"{{"levels": [{}]}}"#, levels.join(", "));
        for (plan, expected) in [
            ("{}".to_owned(), ""),
            (r#"{"points_per_unit": 1001}"#.to_owned(), "loyalty.points_per_unit: 1001 is not between 0 and 1000"),
            (r#"{"point_value": -1}"#.to_owned(), "loyalty.point_value: -1 is not between 0 and a billion"),
            (r#"{"expiry_days": 0}"#.to_owned(), "loyalty.expiry_days: not between 1 and 3650"),
            (r#"{"redeemed_percent": 101}"#.to_owned(), "loyalty.redeemed_percent: more than 100"),
            (r#"{"coupons_used_percent": 101}"#.to_owned(), "loyalty.coupons_used_percent: more than 100"),
            (r#"{"window_days": 29}"#.to_owned(), "loyalty.window_days: not between 30 and 3650"),
            (levels(&[]), "loyalty.levels: not 1 to 10 levels"),
            (levels(&[level("a", 1, 100)]), "loyalty.levels[0].threshold: the first level begins at 0"),
            (levels(&[level("a", 0, 100), level("b", 0, 100)]), "loyalty.levels: thresholds are not in ascending order"),
            (levels(&[level(" ", 0, 100)]), "loyalty.levels[0].name: empty or longer than 100 bytes"),
            (levels(&[level("a", 0, 1001)]), "loyalty.levels[0].points_percent: 1001 is more than 1000"),
        ] {
            assert_eq!(refusal(&format!(r#"{{"loyalty": {plan}}}"#)), expected, "{plan}");
        }
        assert_eq!(refusal(r#"{"loyalty": null}"#), "");
    }
}
