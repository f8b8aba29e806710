//! What each single customer is offered: products, a promotion, and what to write about.
//!
//! Made once from all orders and asked for customer by customer, so that a million customers need no list of a million offers.
//! Invariant: a customer without a tier is offered nothing.

use super::interests::{Interest, Interests};
use super::promotion::{Promotion, PromotionKind, Promotions};
use super::recommend::{Recommendation, Recommender, Scratch};
use crate::base::{CustomerId, Money};
use crate::differentiate::Standing;
use crate::differentiate::customers::PAGE_LIMIT;
use crate::identify::Book;
use crate::recipe::{Field, Recipe};
use serde::{Deserialize, Serialize};
use std::cmp::Reverse;
use std::collections::BTreeMap;

/// What offers are made from.
#[derive(Debug)]
pub struct Offerer {
    recommender: Recommender,
    promotions: Promotions,
    interests: Interests,
}

/// What one customer is offered.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerOffer {
    /// Number to ask for the card with.
    pub customer: u32,
    /// Identifier.
    pub customer_id: String,
    /// Name; empty when unknown.
    pub customer_name: String,
    /// Tier code.
    pub tier: String,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Products, best first.
    pub products: Vec<Recommendation>,
    /// What to order again for; none without an order that was worth anything.
    pub promotion: Option<Promotion>,
    /// What to write about; empty when the files name no categories.
    pub interests: Vec<Interest>,
}

/// Which customers' offers are wanted.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct OfferQuery {
    /// Only of this tier; of everybody when not given.
    pub tier: Option<String>,
    /// How many to skip.
    pub offset: u32,
    /// How many to give, at most 1000.
    pub limit: u32,
}

/// A page of offers, those of the most valuable customers first.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OfferPage {
    /// Customers there are.
    pub total: u32,
    /// Those of this page.
    pub rows: Vec<CustomerOffer>,
}

/// What the offers come to.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct OfferFigures {
    /// Whether the files name products.
    pub has_products: bool,
    /// Whether the files name categories.
    pub has_categories: bool,
    /// Products that anybody bought.
    pub products: u32,
    /// Pairs of products that are bought together more often than chance.
    pub pairs: u32,
    /// Products that are bought again.
    pub consumables: u32,
    /// Every kind of promotion that anybody gets, in a fixed order.
    pub promotions: Vec<PromotionTotal>,
}

/// What one kind of promotion comes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct PromotionTotal {
    /// Which.
    pub kind: PromotionKind,
    /// Customers who get it.
    pub customers: u32,
    /// What it costs when everybody takes it.
    #[cfg_attr(test, ts(type = "number"))]
    pub worth: Money,
    /// What these customers' orders have to come to for it.
    #[cfg_attr(test, ts(type = "number"))]
    pub threshold: Money,
}

impl Offerer {
    /// Learns from all orders.
    #[must_use]
    pub fn new(book: &Book, standing: &Standing, recipe: &Recipe) -> Self {
        Self {
            recommender: Recommender::fit(book, standing, recipe),
            promotions: Promotions::new(standing, recipe),
            interests: Interests::new(book),
        }
    }

    /// What this customer is offered.
    #[must_use]
    pub fn of(&self, book: &Book, standing: &Standing, customer: CustomerId, scratch: &mut Scratch) -> CustomerOffer {
        CustomerOffer {
            customer: customer.0,
            customer_id: book.customers.id(customer).to_owned(),
            customer_name: book.customers.attribute(Field::CustomerName, customer).to_owned(),
            tier: standing.schemes[standing.tier].code_of(customer).to_owned(),
            revenue: standing.measures.revenue.get(customer.index()).copied().unwrap_or_default(),
            products: self.recommender.of(book, standing, customer, scratch),
            promotion: standing.measures.is_present(customer).then(|| self.promotions.of(standing, customer)).flatten(),
            interests: self.interests.of(book, customer),
        }
    }

    /// A page of offers.
    #[must_use]
    pub fn page(&self, book: &Book, standing: &Standing, query: &OfferQuery) -> OfferPage {
        let scheme = &standing.schemes[standing.tier];
        let is_wanted = |customer: &CustomerId| query.tier.as_deref().is_none_or(|tier| scheme.code_of(*customer) == tier);
        let mut wanted: Vec<CustomerId> = standing.customers().filter(is_wanted).collect();
        wanted.sort_by_key(|customer| Reverse(standing.measures.revenue[customer.index()]));
        let shown = wanted.iter().skip(query.offset as usize).take(query.limit.min(PAGE_LIMIT) as usize);
        let mut scratch = Scratch::default();
        let rows = shown.map(|&customer| self.of(book, standing, customer, &mut scratch)).collect();
        OfferPage { total: u32::try_from(wanted.len()).unwrap_or(u32::MAX), rows }
    }

    /// What the offers come to.
    #[must_use]
    pub fn figures(&self, standing: &Standing) -> OfferFigures {
        OfferFigures {
            has_products: self.recommender.has_products(),
            has_categories: self.interests.are_known(),
            products: self.recommender.products(),
            pairs: self.recommender.pairs(),
            consumables: self.recommender.consumables(),
            promotions: self.promotion_totals(standing),
        }
    }

    fn promotion_totals(&self, standing: &Standing) -> Vec<PromotionTotal> {
        let mut totals: BTreeMap<PromotionKind, PromotionTotal> = BTreeMap::new();
        for promotion in standing.customers().filter_map(|customer| self.promotions.of(standing, customer)) {
            let Promotion { kind, worth, threshold, .. } = promotion;
            let nothing = PromotionTotal { kind, customers: 0, worth: Money::ZERO, threshold: Money::ZERO };
            let total = totals.entry(kind).or_insert(nothing);
            total.customers += 1;
            total.worth = Money::from_raw(total.worth.raw().saturating_add(worth.raw()));
            total.threshold = Money::from_raw(total.threshold.raw().saturating_add(threshold.raw()));
        }
        totals.into_values().collect()
    }
}
