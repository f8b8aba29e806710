//! What customers will do and who may leave, for all customers at once: made when first asked for, then kept.
//!
//! A fit on a million customers takes seconds, and most screens do not need it. So the [`Standing`] keeps the few
//! parts of the recipe that matter and makes the forecast when somebody asks, be it a screen, a card or an export. Invariant:
//! the same book, day and parts of the recipe give the same forecast, whoever asks first.

use super::Standing;
use super::lifetime_value::{Predictions, predict};
use super::risk::Risks;
use crate::identify::Book;
use crate::recipe::{Cleaning, LifetimeValue, Recipe};
use std::sync::OnceLock;

/// Predictions and risks of all customers.
#[derive(Debug)]
pub struct Forecast {
    /// What every customer is expected to do.
    pub predictions: Predictions,
    /// Who may leave, and why.
    pub risks: Risks,
}

/// A forecast that is made when it is asked for.
#[derive(Debug, Default)]
pub struct Later {
    /// The parts of the recipe that matter; the others are the defaults.
    asked: Recipe,
    made: OnceLock<Box<Forecast>>,
}

impl Later {
    /// By this recipe, not made yet.
    #[must_use]
    pub fn by(recipe: &Recipe) -> Self {
        let cleaning = Cleaning { refunds: recipe.cleaning.refunds, ..Cleaning::default() };
        let (lifetime_value, life_cycle) = (recipe.lifetime_value.clone(), recipe.life_cycle.clone());
        Self { asked: Recipe { cleaning, lifetime_value, life_cycle, ..Recipe::default() }, made: OnceLock::new() }
    }

    /// What was asked for.
    #[must_use]
    pub const fn asked(&self) -> &LifetimeValue {
        &self.asked.lifetime_value
    }

    /// The parts of the recipe that matter.
    #[must_use]
    pub const fn recipe(&self) -> &Recipe {
        &self.asked
    }

    /// What was made already, of the same book on the same day, is taken over when it would be the same.
    pub(super) fn take_over(&mut self, other: Self) {
        // What is written to files changes nothing of what is expected.
        let before = LifetimeValue { export: self.asked.lifetime_value.export, ..other.asked.lifetime_value };
        let same = Recipe { lifetime_value: before, ..other.asked } == self.asked;
        if same && self.made.get().is_none() {
            self.made = other.made;
        }
    }
}

impl Standing {
    /// The forecast, which is made now if nobody asked before.
    #[must_use]
    pub fn forecast(&self, book: &Book) -> &Forecast {
        self.later.made.get_or_init(|| {
            let predictions = predict(book, self, &self.later.asked);
            let risks = Risks::of(book, self, &predictions);
            Box::new(Forecast { predictions, risks })
        })
    }
}
