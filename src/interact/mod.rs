//! Standing → [`Plan`]: how, how often, through which channel and by whom each tier is talked to.
//!
//! One strategy per tier from the recipe, and what it costs in staff hours if every customer is reached through the first
//! channel; what really comes of it says the [`calendar`]. Invariant: a tier without a strategy is in
//! the plan all the same, with no contacts, so that nobody is forgotten silently.

pub mod adjustments;
pub mod calendar;
pub mod effect;
pub mod feedback;
pub mod holidays;
pub mod lunar;
pub mod messages;
pub mod reach;
pub mod triggers;

pub use crate::recipe::{Strategy, default_strategies};

use crate::differentiate::Standing;
use crate::recipe::Recipe;
use serde::Serialize;

/// What the strategies come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Plan {
    /// One entry per tier, in the order of the tier scheme.
    pub tiers: Vec<TierPlan>,
}

/// How one tier is talked to, and what it takes.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierPlan {
    /// Tier code.
    pub tier: String,
    /// Its customers.
    pub customers: u32,
    /// The strategy; none when the recipe has none for this tier.
    pub strategy: Option<Strategy>,
    /// Contacts in a year.
    #[cfg_attr(test, ts(type = "number"))]
    pub contacts_per_year: u64,
    /// Staff hours in a year.
    pub hours_per_year: f64,
}

/// What the recipe's strategies come to.
///
/// # Example: staff hours of each tier
/// ```
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::{pipeline, recipe::Checked};
///
/// let csv = "customer_id,order_id,order_date,amount\nann,1,2024-01-05,120\nbob,2,2023-06-30,15\n";
/// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
/// let outcome = pipeline::run(&mut sources, &Checked::default(), &mut |_progress| {})?;
/// let customers: u32 = outcome.plan.tiers.iter().map(|tier| tier.customers).sum();
/// assert_eq!(customers, 2);
/// # Ok::<(), customer_tiers::Error>(())
/// ```
#[must_use]
pub fn interact(standing: &Standing, recipe: &Recipe) -> Plan {
    let scheme = &standing.schemes[standing.tier];
    let tiers = scheme.segments.iter().zip(&scheme.totals);
    Plan { tiers: tiers.map(|(tier, total)| tier_plan(&tier.code, total.customers, recipe)).collect() }
}

fn tier_plan(tier: &str, customers: u32, recipe: &Recipe) -> TierPlan {
    let strategy = recipe.interact.get(tier).cloned();
    let (contacts, minutes) = strategy.as_ref().map_or((0, 0), |found| (found.contacts_per_year, found.usual_minutes()));
    let contacts_per_year = u64::from(customers) * u64::from(contacts);
    TierPlan { tier: tier.to_owned(), customers, strategy, contacts_per_year, hours_per_year: hours(contacts_per_year, minutes) }
}

#[expect(clippy::cast_precision_loss, reason = "a plan of 2^53 contacts is none")]
fn hours(contacts: u64, minutes: u32) -> f64 {
    contacts as f64 * f64::from(minutes) / 60.0
}
