//! Which products suit a customer, each with its reason.
//!
//! [`Recommender::fit`] learns from all orders what is bought together, what is bought again and what a tier buys;
//! [`Recommender::of`] ranks products for one customer. The rank is a chance: the share of the tier who bought the product, plus
//! the largest share of the orders with something the customer has in which it stood too, plus the chance to buy it again.
//! [`hold_out()`] says how often that was right. Invariants: who has a product is offered it again only when it is bought again by
//! others and due; the same orders give the same ranks, whatever the order of their rows.

mod again;
mod hold_out;
mod pairs;
mod popular;
mod purchases;
mod rank;
mod settings;

pub use hold_out::{OfferMethod, OfferMethodTest, OfferTest, OfferVerdict, hold_out};

use crate::base::{CustomerId, Day, TextId};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::recipe::Recipe;
use again::Again;
use pairs::Pairs;
use popular::Popular;
use purchases::{Purchases, Window};
pub use rank::Scratch;
use rank::{Because, Pick};
use serde::Serialize;
use settings::Settings;

/// A product that suits a customer.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Recommendation {
    /// Product name.
    pub product: String,
    /// Its category; empty when the files do not say.
    pub category: String,
    /// The chance by which it is ranked; above 1 for what is bought again and again.
    pub score: f64,
    /// Why this one.
    pub because: OfferReason,
}

/// Why a product is recommended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum OfferReason {
    /// It stands in the same orders as something the customer has.
    BoughtTogether {
        /// What the customer has.
        with: String,
        /// Orders with both.
        together: u32,
        /// Orders with what the customer has.
        of: u32,
    },
    /// The customer has it, and it is bought again.
    BoughtAgain {
        /// Customers who bought it.
        buyers: u32,
        /// Of these, who bought it on another day too.
        again: u32,
        /// Median of days between two purchases; none when nobody came back.
        usual_days: Option<u32>,
        /// Days since the customer bought it last.
        days: u32,
    },
    /// The tier buys it.
    Popular {
        /// Customers of the tier who bought it.
        buyers: u32,
        /// Customers of the tier.
        of: u32,
    },
}

/// What was learnt from all orders.
#[derive(Debug)]
pub struct Recommender {
    purchases: Purchases,
    again: Vec<Again>,
    pairs: Pairs,
    popular: Popular,
    settings: Settings,
    as_of: Day,
}

impl Recommender {
    /// Learns from the orders up to the analysis day.
    ///
    /// # Example: what is bought together
    /// ```
    /// use customer_tiers::base::CustomerId;
    /// use customer_tiers::customize::{OfferReason, Recommender, Scratch};
    /// use customer_tiers::identify::{BytesSource, Source};
    /// use customer_tiers::{pipeline, recipe::Checked};
    ///
    /// let mut csv = String::from("customer_id,order_id,order_date,amount,product\n");
    /// for customer in 0..40 {
    ///     let day = 1 + customer % 28;
    ///     for product in if customer % 2 == 0 { ["tea", "pot"] } else { ["pen", "ink"] } {
    ///         csv += &format!("c{customer:02},{customer},2025-01-{day:02},10,{product}\n");
    ///     }
    /// }
    /// csv += "new,99,2025-02-01,10,tea\n";
    /// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
    /// let outcome = pipeline::run(&mut sources, &Checked::default(), &mut |_progress| {})?;
    /// let recommender = Recommender::fit(&outcome.book, &outcome.standing, &Checked::default());
    /// let newest = CustomerId(40);
    /// assert_eq!(outcome.book.customers.id(newest), "new");
    /// let offers = recommender.of(&outcome.book, &outcome.standing, newest, &mut Scratch::default());
    /// assert_eq!(offers[0].product, "pot");
    /// assert_eq!(offers[0].because, OfferReason::BoughtTogether { with: "tea".into(), together: 20, of: 21 });
    /// # Ok::<(), customer_tiers::Error>(())
    /// ```
    #[must_use]
    pub fn fit(book: &Book, standing: &Standing, recipe: &Recipe) -> Self {
        let window = Window { after: Day::MIN, until: standing.as_of, refunds: recipe.cleaning.refunds };
        let mut purchases = Purchases::gather(book, window);
        // Who comes back, and after how long?
        let again = again::learn(&purchases, book.customers.iter());
        // What is bought together more often than chance?
        let buyers: Vec<u32> = again.iter().map(|item| item.buyers).collect();
        purchases.baskets = std::mem::take(&mut purchases.baskets).capped(&buyers);
        let pairs = Pairs::find(&purchases.baskets, again.len(), recipe.offering.support);
        // What does each tier buy?
        let popular = Popular::count(book, standing, &purchases, &again);
        let settings = Settings::new(book, &purchases, &recipe.offering);
        Self { purchases, again, pairs, popular, settings, as_of: standing.as_of }
    }

    /// What suits this customer, best first; empty when the files name no products or the customer has no tier.
    #[must_use]
    pub fn of(&self, book: &Book, standing: &Standing, customer: CustomerId, scratch: &mut Scratch) -> Vec<Recommendation> {
        let tier = self.tier(standing, customer);
        let picks = self.ranked(tier, customer, scratch);
        picks.iter().map(|pick| self.named(book, tier, customer, pick)).collect()
    }

    /// Whether the files name products at all.
    #[must_use]
    pub fn has_products(&self) -> bool {
        !self.purchases.products.is_empty()
    }

    /// Pairs of products that are bought together more often than chance.
    #[must_use]
    pub fn pairs(&self) -> u32 {
        self.pairs.found
    }

    /// Products that are bought again: at least 2 of their buyers, and at least 1 in 50, bought them on another day too.
    #[must_use]
    pub fn consumables(&self) -> u32 {
        u32::try_from(self.again.iter().filter(|item| item.is_consumable()).count()).unwrap_or(u32::MAX)
    }

    /// Products that anybody bought.
    #[must_use]
    pub fn products(&self) -> u32 {
        u32::try_from(self.again.iter().filter(|item| item.buyers > 0).count()).unwrap_or(u32::MAX)
    }

    fn tier(&self, standing: &Standing, customer: CustomerId) -> usize {
        let place = standing.schemes[standing.tier].of.get(customer.index());
        place.map_or(usize::MAX, |&place| usize::from(place))
    }

    fn named(&self, book: &Book, tier: usize, customer: CustomerId, pick: &Pick) -> Recommendation {
        let product = self.product(pick.item);
        let ledger = &book.ledger;
        Recommendation {
            product: ledger.products.get(product).to_owned(),
            category: ledger.category_of(product).to_owned(),
            score: pick.score,
            because: self.reason(book, tier, customer, pick),
        }
    }

    fn reason(&self, book: &Book, tier: usize, customer: CustomerId, pick: &Pick) -> OfferReason {
        match pick.because {
            Because::Together { with, together } => OfferReason::BoughtTogether {
                with: book.ledger.products.get(self.product(with)).to_owned(),
                together,
                of: self.pairs.orders[with as usize],
            },
            Because::Again => {
                let held = self.purchases.of(customer).iter().find(|held| held.item == pick.item);
                let days = held.map_or(0, |held| self.as_of.days_since(held.last));
                let Again { buyers, again, usual_days, .. } = self.again[pick.item as usize];
                OfferReason::BoughtAgain { buyers, again, usual_days, days: u32::try_from(days).unwrap_or(0) }
            }
            Because::Popular => {
                let buyers = self.popular.buyers.get(tier).map_or(0, |tier| tier[pick.item as usize]);
                OfferReason::Popular { buyers, of: self.popular.customers.get(tier).copied().unwrap_or(0) }
            }
        }
    }

    fn product(&self, item: u32) -> TextId {
        self.purchases.products.get(item as usize).copied().unwrap_or(TextId::NONE)
    }
}
