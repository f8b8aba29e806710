//! What is asked about the past.
//!
//! A past day of a million customers takes a good part of a second: what was looked at is kept until results change.
//! Invariant: nothing is computed before it is asked for, and never more than the caller has the patience for.

use super::{JsResult, Session};
use crate::ErrorKind;
use crate::base::{CustomerId, Day};
use crate::differentiate::history::migration::Moves;
use crate::differentiate::history::steady::simulate;
use crate::differentiate::history::{Comparison, TierHistory, back_test, cohorts, drift};
use crate::pipeline::Outcome;
use crate::recipe::{Checked, Period, Steady};
use crate::web::convert::{decode, encode, thrown};
use serde::Deserialize;
use wasm_bindgen::prelude::{JsValue, wasm_bindgen};

/// What was looked at since the last change of results.
#[derive(Default)]
pub(super) struct Past {
    histories: Vec<TierHistory>,
    comparison: Option<Comparison>,
}

/// Histories kept: of the scheme on the screen, of the tiers, of another period.
const KEPT: usize = 3;

/// Which movers are wanted.
#[derive(Deserialize)]
struct MoverQuery {
    from: Day,
    to: Day,
    scheme: String,
    moves: Moves,
    offset: u32,
    limit: u32,
}

#[wasm_bindgen]
#[expect(clippy::missing_errors_doc, reason = "every method throws the object of `Error::to_json`")]
impl Session {
    /// The sizes of a scheme's tiers at the ends of past periods (the usual ones without a period). Computes at most `days` more days.
    #[wasm_bindgen(js_name = tierHistory)]
    pub fn tier_history(&mut self, scheme: &str, period: JsValue, days: usize) -> JsResult<JsValue> {
        let period: Option<Period> = decode(period)?;
        encode(&self.advanced(scheme, period, days)?.series())
    }

    /// The tiers that one customer had at the ends of past periods. Computes at most `days` more days.
    #[wasm_bindgen(js_name = customerTiers)]
    pub fn customer_tiers(&mut self, customer: u32, days: usize) -> JsResult<JsValue> {
        let tier = self.recipe.tier.clone();
        encode(&self.advanced(&tier, None, days)?.of(CustomerId(customer)))
    }

    /// How many would have changed their tier under such a rule.
    #[wasm_bindgen(js_name = steadySimulation)]
    pub fn steady_simulation(&mut self, rule: JsValue) -> JsResult<JsValue> {
        let (rule, tier): (Steady, _) = (decode(rule)?, self.recipe.tier.clone());
        encode(&simulate(self.advanced(&tier, Some(rule.period), usize::MAX)?, rule))
    }

    /// How customers moved in a scheme between two days.
    pub fn migration(&mut self, from: &str, to: &str, scheme: &str) -> JsResult<JsValue> {
        let days = (day(from)?, day(to)?);
        encode(self.compared(days, scheme)?.0.migration())
    }

    /// A page of those who moved.
    pub fn movers(&mut self, query: JsValue) -> JsResult<JsValue> {
        let MoverQuery { from, to, scheme, moves, offset, limit } = decode(query)?;
        let (comparison, outcome) = self.compared((from, to), &scheme)?;
        encode(&comparison.movers(&outcome.book, &outcome.standing, moves, (offset, limit)))
    }

    /// How far customers have moved over the thresholds of an earlier day.
    pub fn drift(&self, from: &str, to: &str, scheme: &str) -> JsResult<JsValue> {
        let (days, outcome) = ((day(from)?, day(to)?), self.outcome()?);
        encode(&drift(&outcome.book, &self.recipe, days, scheme).map_err(|error| thrown(&error))?)
    }

    /// Customers by the month of their first order; `null` without orders.
    pub fn cohorts(&self) -> JsResult<JsValue> {
        let outcome = self.outcome()?;
        encode(&cohorts(&outcome.book, &outcome.standing, &self.recipe))
    }

    /// Tiers and models as of a day against what happened until another, or until the analysis day.
    #[wasm_bindgen(js_name = backTest)]
    pub fn back_test(&self, split: &str, until: Option<String>) -> JsResult<JsValue> {
        let (split, until, outcome) = (day(split)?, until.map(|until| day(&until)).transpose()?, self.outcome()?);
        encode(&back_test(&outcome.book, &outcome.standing, &self.recipe, split, until).map_err(|error| thrown(&error))?)
    }
}

impl Session {
    fn advanced(&mut self, scheme: &str, period: Option<Period>, days: usize) -> JsResult<&TierHistory> {
        let outcome = asked(self.outcome.as_ref())?;
        let histories = &mut self.past.histories;
        let advanced = advance(histories, outcome, &self.recipe, (scheme, period), days);
        let place = advanced.map_err(|error| thrown(&error))?;
        histories.get(place).ok_or_else(|| thrown(&ErrorKind::NothingImported.into()))
    }

    fn compared(&mut self, days: (Day, Day), scheme: &str) -> JsResult<(&Comparison, &Outcome)> {
        let outcome = asked(self.outcome.as_ref())?;
        let kept = self.past.comparison.take().filter(|kept| kept.is_of(days, scheme));
        let made = kept.map_or_else(|| Comparison::new(&outcome.book, &self.recipe, days, scheme), Ok);
        Ok((self.past.comparison.insert(made.map_err(|error| thrown(&error))?), outcome))
    }
}

/// Where the history of this scheme stands, after so many more days.
fn advance(
    histories: &mut Vec<TierHistory>,
    Outcome { book, standing, .. }: &Outcome,
    recipe: &Checked,
    (scheme, period): (&str, Option<Period>),
    days: usize,
) -> crate::Result<usize> {
    let period = period.unwrap_or_else(|| TierHistory::usual_period(book, standing));
    let known = histories.iter().position(|history| history.is_of(scheme, period));
    let place = if let Some(place) = known {
        place
    } else {
        if histories.len() >= KEPT {
            histories.remove(0);
        }
        histories.push(TierHistory::new(book, standing, recipe, scheme, period)?);
        histories.len() - 1
    };
    histories.get_mut(place).map_or(Ok(()), |history| history.advance(book, recipe, days))?;
    Ok(place)
}

fn asked(outcome: Option<&Outcome>) -> JsResult<&Outcome> {
    outcome.ok_or_else(|| thrown(&ErrorKind::NothingImported.into()))
}

fn day(text: &str) -> JsResult<Day> {
    text.parse().map_err(|_| thrown(&ErrorKind::ArgumentInvalid { problem: format!("{text} is not a day as YYYY-MM-DD") }.into()))
}
