//! Standing → [`Offers`]: which service each tier gets and what is offered to it.
//!
//! First cut: one service level per tier from the recipe, and the products the tier really buys.
//! Recommendations, owners and the loyalty plan build on it. Invariant: customers are counted, not
//! lines, so that one who buys the same thing a hundred times makes nothing popular.

mod interests;
mod loyalty;
mod offers;
mod owners;
mod popular;
mod promotion;
mod recommend;

pub use crate::recipe::{ServiceLevel, default_service_levels};
pub use interests::{Interest, Interests};
pub use loyalty::{
    Booking, BookingKind, LevelFigures, LoyaltyFigures, LoyaltyWhatIf, Points, YearCost, bookings, simulate, suggested_loyalty, what_if,
};
pub use offers::{CustomerOffer, OfferFigures, OfferPage, OfferQuery, Offerer, PromotionTotal};
pub use owners::{
    Assignment, MoveReason, OwnedCustomer, OwnerConflict, OwnerMove, Person, PersonLoad, PoolReason, Pooled, STAFF_VERSION, Staff,
    assignment,
};
pub use promotion::{Promotion, PromotionKind, Promotions};
pub use recommend::{OfferMethod, OfferMethodTest, OfferReason, OfferTest, OfferVerdict, Recommendation, Recommender, Scratch, hold_out};

use crate::base::Money;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::Recipe;
use serde::Serialize;

/// What each tier gets.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Offers {
    /// One entry per tier, in the order of the tier scheme.
    pub tiers: Vec<TierOffer>,
}

/// What one tier gets.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierOffer {
    /// Tier code.
    pub tier: String,
    /// Its customers.
    pub customers: u32,
    /// The service level; none when the recipe has none for this tier.
    pub service: Option<ServiceLevel>,
    /// What the tier buys most, at most 10; empty when the files name no products.
    pub products: Vec<PopularProduct>,
}

/// A product of a tier.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct PopularProduct {
    /// Product name.
    pub product: String,
    /// Customers of the tier who bought it.
    pub customers: u32,
    /// Revenue with it in the tier.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Share of the tier's customers who bought it, over the same share among all customers; 1 means no preference.
    pub lift: f64,
}

/// What each tier gets and buys.
#[must_use]
pub fn customize(book: &Book, standing: &Standing, recipe: &Recipe) -> Offers {
    let scheme = &standing.schemes[standing.tier];
    let popular = popular::by_tier(book, standing, recipe);
    let tiers = scheme.segments.iter().zip(&scheme.totals).zip(popular);
    let offer = |((tier, total), products): ((&crate::recipe::Segment, &crate::differentiate::schemes::SegmentTotal), _)| TierOffer {
        tier: tier.code.clone(),
        customers: total.customers,
        service: recipe.customize.get(&tier.code).cloned(),
        products,
    };
    Offers { tiers: tiers.map(offer).collect() }
}
