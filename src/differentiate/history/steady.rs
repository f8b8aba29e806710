//! Tiers that do not flap: a change takes effect only when it has lasted.
//!
//! A small machine per customer walks over the ends of the past periods. At each it compares the tier that the figures
//! say with the tier that the customer holds. Better (or worse) at `periods` ends in a row: the customer moves, to the tier
//! nearest to the one held among those of the row, for that one was reached or passed at every end. Downwards the customer keeps
//! the tier for `grace_periods` more. Who comes new holds the tier of the first end at once. Where the walk begins
//! matters little: after any `periods + grace_periods` equal ends in a row two walks are the same. Invariant: nothing is
//! remembered between runs.

use super::periods::end_after;
use super::tiers::TierHistory;
use crate::Result;
use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::schemes::{NO_SEGMENT, totals};
use crate::identify::Book;
use crate::recipe::{Checked, LifetimeValue, Recipe, Segment, Steady};
use serde::Serialize;
use std::sync::Arc;

/// What one customer holds. Tiers are positions in the scheme: a smaller one is better.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Held {
    tier: u8,
    /// Place of the period end since which it is held.
    since: u8,
    /// The tier before it.
    previous: u8,
    /// Where the figures of the last ends lead, and how many ends in a row; 0 when they say what is held.
    towards: u8,
    streak: u8,
}

impl Default for Held {
    fn default() -> Self {
        Self { tier: NO_SEGMENT, since: 0, previous: NO_SEGMENT, towards: NO_SEGMENT, streak: 0 }
    }
}

impl Held {
    /// The tier held; for customers who came after the last period end the one by today's figures.
    pub(super) fn tier_or(self, today: u8) -> u8 {
        if self.tier == NO_SEGMENT || today == NO_SEGMENT { today } else { self.tier }
    }

    /// One more period end. Whether the tier changed.
    fn step(&mut self, found: u8, rule: &Steady, place: u8) -> bool {
        if found == NO_SEGMENT {
            return false;
        }
        if self.tier == NO_SEGMENT {
            (self.tier, self.since) = (found, place);
            return false;
        }
        if found == self.tier {
            (self.towards, self.streak) = (NO_SEGMENT, 0);
            return false;
        }
        let same_way = self.streak > 0 && (found > self.tier) == (self.towards > self.tier);
        let nearest = if found > self.tier { found.min(self.towards) } else { found.max(self.towards) };
        (self.towards, self.streak) = if same_way { (nearest, self.streak.saturating_add(1)) } else { (found, 1) };
        if self.streak < needed(self.tier, self.towards, rule) {
            return false;
        }
        (self.previous, self.tier, self.since) = (self.tier, self.towards, place);
        // Who fell (or rose) further than the tier now held goes on from here.
        (self.towards, self.streak) = if found == self.tier { (NO_SEGMENT, 0) } else { (found, 1) };
        true
    }
}

/// Period ends in a row that it takes to move this way.
fn needed(tier: u8, towards: u8, rule: &Steady) -> u8 {
    if towards > tier { rule.periods.saturating_add(rule.grace_periods) } else { rule.periods }
}

/// One more period end for everybody; how many changed their tier.
pub(super) fn evaluate(held: &mut [Held], column: &[u8], rule: &Steady, place: usize) -> u32 {
    let place = u8::try_from(place).unwrap_or(u8::MAX);
    held.iter_mut().zip(column).map(|(held, &found)| u32::from(held.step(found, rule, place))).sum()
}

/// The tiers of a standing that were made steady, with the reason of each.
#[derive(Debug)]
pub struct SteadyTiers {
    rule: Steady,
    course: Course,
    /// Tiers by today's figures, as positions in the scheme.
    today: Vec<u8>,
    held: Vec<Held>,
}

/// The tiers by the figures of past period ends, and what they were found by. Finding them takes as long as all ends together, walking
/// over them hardly anything: they are kept while nothing changes that decides about tiers.
#[derive(Debug, Clone)]
pub(in crate::differentiate) struct Course {
    asked: Recipe,
    ends: Vec<Day>,
    columns: Arc<Vec<Vec<u8>>>,
}

impl Course {
    /// Those of `before`, when they would be the same.
    fn found(book: &Book, recipe: &Checked, standing: &Standing, rule: Steady, before: Option<Self>) -> Result<Self> {
        let asked = deciding(recipe, rule);
        if let Some(same) = before.filter(|before| before.asked == asked) {
            return Ok(same);
        }
        let mut history = TierHistory::new(book, standing, recipe, &recipe.tier, rule.period)?;
        history.advance(book, recipe, usize::MAX)?;
        let (ends, columns) = history.into_ends();
        Ok(Self { asked, ends, columns: Arc::new(columns) })
    }
}

/// What of a recipe decides about the tiers of a day; the rest are defaults.
fn deciding(recipe: &Recipe, rule: Steady) -> Recipe {
    Recipe {
        cleaning: recipe.cleaning.clone(),
        measures: recipe.measures.clone(),
        scores: recipe.scores.clone(),
        value_score: recipe.value_score.clone(),
        points: recipe.points.clone(),
        schemes: recipe.schemes.clone(),
        tier: recipe.tier.clone(),
        life_cycle: recipe.life_cycle.clone(),
        abc: recipe.abc.clone(),
        lifetime_value: LifetimeValue { export: false, ..recipe.lifetime_value.clone() },
        steady: Some(Steady { periods: 1, grace_periods: 0, ..rule }),
        ..Recipe::default()
    }
}

/// Why a customer has the tier, when changes have to last.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SteadyReason {
    /// The tier by today's figures.
    pub today: Segment,
    /// The period end since which the tier is held; none for those who came after the last one.
    #[cfg_attr(test, ts(type = "string | null"))]
    pub since: Option<Day>,
    /// The tier before it; none when there was none within the period ends that are looked at.
    pub previous: Option<Segment>,
    /// Where today's figures lead, and the period end on which it takes effect if they stay so; none when they say what is held.
    pub next: Option<SteadyChange>,
}

/// A change that waits.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SteadyChange {
    /// The tier to come.
    pub to: Segment,
    /// When.
    #[cfg_attr(test, ts(type = "string"))]
    pub on: Day,
}

/// Makes the tiers of a standing steady, when the recipe says so and there are orders to look back on. `before` is what was found of the
/// same book earlier.
///
/// # Errors
/// As [`crate::differentiate::differentiate`].
pub(in crate::differentiate) fn settle(book: &Book, recipe: &Checked, standing: &mut Standing, before: Option<Course>) -> Result<()> {
    standing.steady = None;
    let Some(rule) = recipe.steady.filter(|_| !book.ledger.is_empty()) else { return Ok(()) };
    let course = Course::found(book, recipe, standing, rule, before)?;
    let held = walk(book.customers.len(), &course.columns, &rule, |_, _| {});
    let Standing { schemes, measures, tier, .. } = standing;
    let Some(classified) = schemes.get_mut(*tier) else { return Ok(()) };
    // A tier that there only was in the past is not held on to.
    let known = |tier: u8| usize::from(tier) < classified.segments.len();
    let of = held.iter().zip(&classified.of).map(|(held, &today)| held.tier_or(today));
    let of: Vec<u8> = of.zip(&classified.of).map(|(tier, &today)| if known(tier) { tier } else { today }).collect();
    classified.totals = totals(measures, &of, classified.segments.len());
    let today = std::mem::replace(&mut classified.of, of.into()).to_vec();
    standing.steady = Some(SteadyTiers { rule, course, today, held });
    Ok(())
}

/// Takes it back: every customer has the tier that the figures say. Gives what was found of the past.
pub(in crate::differentiate) fn take_back(standing: &mut Standing) -> Option<Course> {
    let steady = standing.steady.take()?;
    let Standing { schemes, measures, tier, .. } = standing;
    if let Some(classified) = schemes.get_mut(*tier) {
        classified.totals = totals(measures, &steady.today, classified.segments.len());
        classified.of = steady.today.into();
    }
    Some(steady.course)
}

/// What everybody holds after these period ends; told of each place with how many changed there.
fn walk(customers: usize, columns: &[Vec<u8>], rule: &Steady, mut told: impl FnMut(usize, u32)) -> Vec<Held> {
    let mut held = vec![Held::default(); customers];
    for (place, column) in columns.iter().enumerate() {
        let changed = evaluate(&mut held, column, rule, place);
        told(place, changed);
    }
    held
}

impl SteadyTiers {
    /// Why this customer has the tier; `segments` are those of the tier scheme. None for customers that are absent.
    #[must_use]
    pub fn reason(&self, segments: &[Segment], customer: CustomerId) -> Option<SteadyReason> {
        let named = |place: u8| segments.get(usize::from(place)).cloned();
        let today = named(*self.today.get(customer.index())?)?;
        let held = self.held.get(customer.index())?;
        let since = self.course.ends.get(usize::from(held.since)).copied().filter(|_| held.tier != NO_SEGMENT);
        Some(SteadyReason { today, since, previous: named(held.previous), next: self.next(*held, customer, named) })
    }

    /// The machine walks on over ends to come at which the figures say what they say today.
    fn next(&self, mut held: Held, customer: CustomerId, named: impl Fn(u8) -> Option<Segment>) -> Option<SteadyChange> {
        let (last, today) = (*self.course.ends.last()?, *self.today.get(customer.index())?);
        if held.tier_or(today) == today {
            return None;
        }
        let place = u8::try_from(self.course.ends.len()).unwrap_or(u8::MAX);
        let ends = (1..=LONGEST).find(|_| held.step(today, &self.rule, place))?;
        Some(SteadyChange { to: named(held.tier)?, on: end_after(last, ends, self.rule.period) })
    }
}

/// Period ends that a change can take: the most that a rule can ask for.
const LONGEST: u8 = 24;

/// How many customers would have changed their tier, without the rule and with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SteadySimulation {
    /// The rule.
    pub rule: Steady,
    /// Scheme id.
    pub scheme: String,
    /// For each period end but the first, how many changed.
    pub periods: Vec<SteadyPeriod>,
    /// Changes of all periods without the rule.
    pub without_rule: u32,
    /// Changes of all periods with it.
    pub with_rule: u32,
    /// Customers whose tier today would be another than by today's figures.
    pub held_back: u32,
}

/// Changes at one period end.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SteadyPeriod {
    /// The period end.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// Customers who changed since the end before, by the figures alone.
    pub without_rule: u32,
    /// Customers who changed with the rule.
    pub with_rule: u32,
}

/// What a rule would have done in the past. The history must be that of the tier scheme and of the rule's period, and complete.
#[must_use]
pub fn simulate(history: &TierHistory, rule: Steady) -> SteadySimulation {
    let (ends, columns) = history.at_ends();
    let customers = columns.first().map_or(0, Vec::len);
    let mut with = Vec::new();
    let held = walk(customers, columns, &rule, |_, changed| with.push(changed));
    let moved = |pair: &[Vec<u8>]| {
        let changed = |&(&was, &is): &(&u8, &u8)| was != NO_SEGMENT && was != is;
        u32::try_from(pair[0].iter().zip(&pair[1]).filter(changed).count()).unwrap_or(u32::MAX)
    };
    let without = columns.windows(2).map(moved);
    let later = ends.iter().zip(&with).skip(1);
    let periods: Vec<SteadyPeriod> =
        later.zip(without).map(|((&day, &with_rule), without_rule)| SteadyPeriod { day, without_rule, with_rule }).collect();
    let today = history.today().unwrap_or_default();
    let differs = |(held, today): &(&Held, &u8)| held.tier_or(**today) != **today;
    SteadySimulation {
        rule,
        scheme: history.scheme().to_owned(),
        without_rule: periods.iter().map(|period| period.without_rule).sum(),
        with_rule: periods.iter().map(|period| period.with_rule).sum(),
        periods,
        held_back: u32::try_from(held.iter().zip(today).filter(differs).count()).unwrap_or(u32::MAX),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::recipe::Period;

    /// Tiers at period ends, `.` for a customer who is not there yet → tiers held.
    fn course(tiers: &str, periods: u8, grace_periods: u8) -> String {
        let rule = Steady { periods, period: Period::Month, grace_periods };
        let mut held = Held::default();
        let step = |(place, tier): (usize, char)| {
            let found = tier.to_digit(10).and_then(|digit| u8::try_from(digit).ok()).unwrap_or(NO_SEGMENT);
            held.step(found, &rule, u8::try_from(place).unwrap_or(0));
            if held.tier == NO_SEGMENT { '.' } else { char::from(b'0' + held.tier) }
        };
        tiers.chars().enumerate().map(step).collect()
    }

    #[test]
    fn a_change_takes_effect_when_it_has_lasted() {
        for (name, tiers, periods, grace, expected) in [
            ("at once, with one period", "0120", 1, 0, "0120"),
            ("a single dip is not seen", "0100", 2, 0, "0000"),
            ("two in a row are", "0110", 2, 0, "0011"),
            ("grace keeps the tier on the way down", "011111", 2, 2, "000011"),
            ("coming back in the grace keeps it for good", "011011", 2, 1, "000000"),
            ("there is no grace on the way up", "2111", 2, 3, "2211"),
            ("the nearest tier of the row", "0211", 2, 0, "0011"),
            ("further down afterwards", "01222", 2, 0, "00122"),
            ("up and down is no row", "1020", 2, 0, "1111"),
            ("who comes new holds the first tier at once", "..200", 2, 0, "..220"),
        ] {
            assert_eq!(course(tiers, periods, grace), expected, "{name}");
        }
    }

    #[test]
    fn what_waits_says_when() {
        let rule = Steady { periods: 2, period: Period::Month, grace_periods: 1 };
        let mut held = Held::default();
        for (place, tier) in [0, 0, 1].into_iter().enumerate() {
            held.step(tier, &rule, u8::try_from(place).unwrap_or(0));
        }
        let day = |text: &str| text.parse().unwrap_or(Day::MIN);
        let ends = vec![day("2024-01-31"), day("2024-02-29"), day("2024-03-31")];
        let course = Course { asked: Recipe::default(), ends, columns: Arc::default() };
        let tiers = SteadyTiers { rule, course, today: vec![1], held: vec![held] };
        let segment = |code: &str| Segment { code: code.into(), name: code.into(), health: crate::recipe::Health::Loyal };
        let reason = tiers.reason(&[segment("high"), segment("low")], CustomerId(0));
        let expected = SteadyReason {
            today: segment("low"),
            since: Some(day("2024-01-31")),
            previous: None,
            next: Some(SteadyChange { to: segment("low"), on: day("2024-05-31") }),
        };
        assert_eq!(reason, Some(expected));
        assert_eq!(tiers.reason(&[], CustomerId(0)), None);
    }
}
