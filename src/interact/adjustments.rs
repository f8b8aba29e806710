//! Which strategies were changed since the log was last written.
//!
//! A log that has to be kept by hand is not kept: what changed is found by comparison, and only the reason has to be written.
//! Invariant: an entry that is written from a change takes the change away.

use crate::recipe::{Recipe, Strategy, default_strategies};
use serde::Serialize;
use std::collections::BTreeSet;

/// A strategy that is not as the log leaves it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct StrategyChange {
    /// Tier code.
    pub tier: String,
    /// As the last entry of the log leaves it; as it came where there is none.
    pub before: Option<Strategy>,
    /// As it is.
    pub after: Option<Strategy>,
}

/// The strategies that are not as the log leaves them, by tier code.
///
/// # Example: what is logged is no news
/// ```
/// use customer_tiers::interact::adjustments::unlogged;
/// use customer_tiers::recipe::{Adjustment, Recipe};
///
/// let mut recipe = Recipe::default();
/// assert!(unlogged(&recipe).is_empty());
/// recipe.interact.get_mut("high").ok_or("a built-in tier")?.contacts_per_year = 18;
/// let change = unlogged(&recipe).remove(0);
/// assert_eq!(change.tier, "high");
/// let day = "2025-04-01".parse().map_err(|_| "a day")?;
/// recipe.review.log.push(Adjustment { day, tier: change.tier, reason: "fewer orders".into(), before: change.before, after: change.after });
/// assert!(unlogged(&recipe).is_empty());
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn unlogged(recipe: &Recipe) -> Vec<StrategyChange> {
    let came_with = default_strategies();
    let logged = |tier: &str| recipe.review.log.iter().rev().find(|entry| entry.tier == tier).map(|entry| entry.after.clone());
    let tiers: BTreeSet<&String> =
        recipe.interact.keys().chain(came_with.keys()).chain(recipe.review.log.iter().map(|e| &e.tier)).collect();
    let change = |tier: &String| {
        let before = logged(tier).unwrap_or_else(|| came_with.get(tier).cloned());
        let after = recipe.interact.get(tier).cloned();
        (before != after).then(|| StrategyChange { tier: tier.clone(), before, after })
    };
    tiers.into_iter().filter_map(change).collect()
}
