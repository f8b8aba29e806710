//! Book → [`Standing`]: who is worth what, where are they going, and why.
//!
//! [`measures`] counts recency, frequency and monetary value, [`scores`] cuts them into 1 to 5 and
//! says where, [`metrics`] are all other numbers, [`conditions`] ask about them, [`schemes`] names every customer, [`clusters`] finds who is alike,
//! [`compare`] holds two schemes against each other, [`why`] gives the reason, [`next`] what would change it,
//! [`forecast`] looks ahead. [`overview`], [`scorecard`] and
//! [`customers`] answer what a screen asks. Invariants: every customer of whom anything is known up to
//! `as_of` is in exactly one segment of every scheme; nothing depends on the order of rows, nor, save for
//! `r_rfm`'s + 1, on the scale of money.

mod by_hand;
pub mod clusters;
pub mod compare;
pub mod conditions;
pub mod customers;
pub mod forecast;
pub mod history;
pub mod lifetime_value;
pub mod measures;
pub mod metrics;
pub mod next;
pub mod overview;
pub mod people;
pub mod prospects;
pub mod risk;
pub mod schemes;
pub mod scorecard;
pub mod scores;
pub mod summary;
pub mod why;

pub use by_hand::ByHand;
pub use history::steady::SteadyTiers;
pub use measures::Measures;
pub use metrics::Metrics;
pub use schemes::{Classified, PartitionReport};
pub use scores::{Cutting, Factor, Frozen, Scores, Thresholds};
pub use summary::Summary;

use crate::Result;
use crate::base::{CustomerId, Day};
use crate::identify::Book;
use crate::recipe::{Checked, Recipe};
use std::borrow::Cow;

/// Where every customer stands. Columns are indexed by [`CustomerId`].
#[derive(Debug)]
pub struct Standing {
    /// The day from which recency counts.
    pub as_of: Day,
    /// First and last order, recency, orders, revenue.
    pub measures: Measures,
    /// Scores of the recipe's binning, with their thresholds.
    pub scores: Scores,
    /// Every scheme with its segment for every customer; built-in schemes first, in a fixed order.
    pub schemes: Vec<Classified>,
    /// Position in `schemes` of the one that names the customers.
    pub segment: usize,
    /// Position in `schemes` of the one that decides how they are treated.
    pub tier: usize,
    /// Customers whom somebody put into a segment by hand, in the order of customer and scheme.
    pub by_hand: Vec<ByHand>,
    /// Every other number about customers that was asked for.
    pub metrics: Metrics,
    /// The reasons of the tiers, when changes have to last; then `schemes[tier]` holds the tiers that are held.
    pub steady: Option<SteadyTiers>,
    /// What customers will do, made by [`Standing::forecast`].
    pub later: forecast::Later,
}

impl Standing {
    /// The same orders under another recipe: what runs when a threshold moves. Measures and their sorted columns are kept
    /// unless the recipe measures something else. On an error everything stays as it was.
    ///
    /// # Errors
    /// As [`differentiate`].
    pub fn rescore(&mut self, book: &Book, recipe: &Checked) -> Result<()> {
        if self.measures.asked != (recipe.measures.clone(), recipe.cleaning.refunds) {
            *self = differentiate(book, recipe)?;
            return Ok(());
        }
        let schemes = schemes::applicable(recipe)?;
        // What was set by hand or held is not what a scheme says: kept schemes must not begin with it.
        by_hand::take_back(&mut self.schemes, &self.measures, &self.by_hand);
        let course = history::steady::take_back(self);
        let was = self.metrics.recipe.take();
        let before = schemes::Before { schemes: std::mem::take(&mut self.schemes), recipe: was.as_deref() };
        let scored = std::mem::take(&mut self.scores);
        self.scores = match &was {
            Some(was) => scores::score_again(&self.measures, &recipe.scores, scored, &was.scores),
            None => scores::score(&self.measures, &recipe.scores),
        };
        self.metrics.recipe.clone_from(&was);
        self.metrics.take(recipe);
        let forecast = std::mem::replace(&mut self.later, forecast::Later::by(recipe));
        self.later.take_over(forecast);
        schemes::classify_all(book, self, recipe, schemes, before);
        (self.segment, self.tier) = positions(&self.schemes, recipe);
        self.settle(book, recipe, course)
    }

    /// What stands above the figures: changes of tier have to last, and somebody may know better.
    fn settle(&mut self, book: &Book, recipe: &Checked, course: Option<history::steady::Course>) -> Result<()> {
        history::steady::settle(book, recipe, self, course)?;
        self.by_hand = by_hand::apply(&mut self.schemes, book, &self.measures);
        Ok(())
    }

    /// All customers that are scored, in the order of their ids: all of the book, unless `as_of` lies before their first line.
    pub fn customers(&self) -> impl Iterator<Item = CustomerId> + '_ {
        self.measures.customers()
    }

    /// The recipe by which it was made; the default one where it was put together by hand.
    #[must_use]
    pub fn recipe(&self) -> Cow<'_, Recipe> {
        self.metrics.recipe.as_deref().map_or_else(|| Cow::Owned(Recipe::default()), Cow::Borrowed)
    }

    /// Code of the customer's tier; empty when there are no tiers.
    #[must_use]
    pub fn tier_of(&self, customer: CustomerId) -> &str {
        self.schemes.get(self.tier).map_or("", |tiers| tiers.code_of(customer))
    }

    /// The scheme with this id.
    #[must_use]
    pub fn scheme(&self, id: &str) -> Option<&Classified> {
        self.schemes.iter().find(|classified| classified.scheme.id == id)
    }
}

/// Measures, scores and segments of every customer.
///
/// # Errors
/// `amount.overflow` when the revenue does not fit, `table.no_usable_row` when nobody has an order up to the analysis day.
/// A book that brings customers but no orders (`book.not_scored`) is no error: nobody is scored.
///
/// # Example: a file that brings its measures ready-made
/// ```
/// use customer_tiers::base::{CustomerId, Money};
/// use customer_tiers::differentiate::differentiate;
/// use customer_tiers::identify::{Book, ReadyMeasures};
/// use customer_tiers::recipe::Checked;
///
/// let mut book = Book::default();
/// for id in ["ann", "bob"] {
///     book.customers.ids.intern(id);
/// }
/// book.ready = Some(ReadyMeasures {
///     last_order: vec!["2024-03-01".parse().ok(), "2023-06-30".parse().ok()],
///     orders: vec![9, 1],
///     revenue: vec![Money::from_raw(2_000_000), Money::from_raw(150_000)],
///     ..ReadyMeasures::default()
/// });
/// let standing = differentiate(&book, &Checked::default())?;
/// assert_eq!(standing.as_of.to_string(), "2024-03-02");
/// assert_eq!(standing.scheme("rfm-11").map(|scheme| scheme.code_of(CustomerId(0))), Some("champions"));
/// assert_eq!(standing.scheme("life-cycle").map(|scheme| scheme.code_of(CustomerId(1))), Some("silent"));
/// # Ok::<(), customer_tiers::Error>(())
/// ```
pub fn differentiate(book: &Book, recipe: &Checked) -> Result<Standing> {
    let mut standing = by_figures(book, recipe)?;
    standing.settle(book, recipe, None)?;
    Ok(standing)
}

/// The same by the figures alone: no tier is held, none is set by hand.
fn by_figures(book: &Book, recipe: &Checked) -> Result<Standing> {
    // What did each customer do?
    let (as_of, measures) = measures::measure(book, recipe)?;
    // How good is that, compared with the others or with the recipe's thresholds?
    let scores = scores::score(&measures, &recipe.scores);
    // And what is it called, scheme by scheme?
    let schemes = schemes::applicable(recipe)?;
    let mut standing = Standing {
        as_of,
        measures,
        scores,
        schemes: Vec::new(),
        segment: 0,
        tier: 0,
        by_hand: Vec::new(),
        metrics: Metrics::default(),
        steady: None,
        later: forecast::Later::by(recipe),
    };
    standing.metrics.take(recipe);
    schemes::classify_all(book, &mut standing, recipe, schemes, schemes::Before::default());
    (standing.segment, standing.tier) = positions(&standing.schemes, recipe);
    Ok(standing)
}

/// Where the schemes stand that name the customers and decide their treatment.
fn positions(schemes: &[Classified], recipe: &Checked) -> (usize, usize) {
    let position = |id: &str| schemes.iter().position(|classified| classified.scheme.id == id).unwrap_or(0);
    (position(&recipe.segment), position(&recipe.tier))
}
