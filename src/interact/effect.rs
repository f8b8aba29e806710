//! Did it work? Two periods of every tier, and whether what changed between them is more than chance.
//!
//! Customers are in the tier that they had when the later period began, so that no tier is chosen by its outcome; who came
//! during the earlier period is left out, because somebody who only just came has ordered by definition. A tier of those who
//! bought much falls back by itself (regression to the mean). A control group falls back as well, so the difference of the two is what the
//! strategy did; without one, the same comparison at earlier times says what such a tier usually does. Invariants: of all
//! verdicts of a table together at most one table in twenty names a change that is not there; nothing is drawn at random.

mod advice;
mod estimate;
mod facts;
mod monthly;
mod spans;

pub use advice::{Advice, AdviceKind, advice};
pub use estimate::Estimate;

use crate::base::{CustomerId, Day, TextId};
use crate::differentiate::Standing;
use crate::differentiate::conditions::whom;
use crate::differentiate::history::standing_at;
use crate::differentiate::schemes::NO_SEGMENT;
use crate::identify::Book;
use crate::recipe::{Checked, Pair};
use crate::{ErrorKind, Result};
use estimate::{Group, estimate, judge};
use facts::{Facts, MEASURES, Sums};
use serde::Serialize;

/// Comparisons of earlier history that are looked at, at most.
const EARLIER: usize = 3;

/// Two periods of every tier.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct EffectReview {
    /// The two spans.
    pub pair: Pair,
    /// What the change of a tier is held against.
    pub basis: Basis,
    /// The comparisons of earlier history, nearest first; with a control group they are not needed.
    pub earlier: Vec<Pair>,
    /// Customers who are compared.
    pub customers: u32,
    /// Of these, the control group.
    pub control: u32,
    /// Of the customers, those who order once a month and are counted by months instead of 30 days.
    pub monthly: u32,
    /// Customers who came in or after the earlier span: they are not compared.
    pub newer: u32,
    /// Each tier, in the order of the scheme.
    pub tiers: Vec<TierEffect>,
    /// Everybody who is compared.
    pub all: TierEffect,
}

/// What the change of a tier is held against.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// The change of the control group: the difference is what the strategy did.
    Control,
    /// What the same tier usually does, by earlier history: regression to the mean is out of it, the season need not be.
    Earlier,
    /// Nothing: regression to the mean and the season are in the change.
    Nothing,
}

/// One tier in two spans.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierEffect {
    /// Tier code; empty for everybody.
    pub tier: String,
    /// Its customers who are compared, without the control group.
    pub customers: u32,
    /// The control group's.
    pub control: u32,
    /// Orders, revenue, satisfaction, complaints; those of which nothing is known are missing.
    pub measures: Vec<MeasureEffect>,
}

/// One measure of one tier in two spans.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct MeasureEffect {
    /// What is measured.
    pub measure: EffectMeasure,
    /// Customers with something to count, in the span that has fewer of them.
    pub counted: u32,
    /// The figure in the earlier span.
    pub before: f64,
    /// The figure in the later span.
    pub after: f64,
    /// After less before.
    pub change: Estimate,
    /// The control group's before and after, where there is one.
    pub control: Option<(f64, f64)>,
    /// The change that the same tier usually shows, by earlier history: regression to the mean, ageing. None without any.
    pub expected: Option<f64>,
    /// The change less what it is held against.
    pub effect: Estimate,
    /// The probability of at least such an effect by chance, alone.
    pub chance: f64,
    /// What can be said when all tiers and measures are looked at together.
    pub verdict: EffectVerdict,
}

/// What is measured.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum EffectMeasure {
    /// Orders per customer in 30 days.
    Orders,
    /// Revenue per customer in 30 days, in currency units.
    Revenue,
    /// Mean satisfaction, 0 to 100.
    Satisfaction,
    /// Complaints per order.
    Complaints,
}

const ALL_MEASURES: [EffectMeasure; MEASURES] =
    [EffectMeasure::Orders, EffectMeasure::Revenue, EffectMeasure::Satisfaction, EffectMeasure::Complaints];

/// What can be said about a change.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum EffectVerdict {
    /// It went up.
    Up,
    /// It went down.
    Down,
    /// Chance alone may have done it.
    Unclear,
    /// Fewer than 20 customers have something to count.
    TooFew,
}

/// Reviews the effect of the strategies, as the recipe's `review` wants it.
///
/// # Errors
/// `argument.invalid` when the orders do not cover both spans, or the file brings no single orders; as
/// [`crate::differentiate::differentiate`] when nobody was there at the start.
///
/// Orders and revenue are per 30 days, because a long month has more orders. Who orders once a month, whatever its length, is counted
/// by months instead: in a long one they would seem to order less.
///
/// # Example: which two months of forty customers are compared
/// ```
/// use customer_tiers::identify::{BytesSource, Source};
/// use customer_tiers::interact::effect::effect;
/// use customer_tiers::{pipeline, recipe::{Checked, Recipe, Period}};
///
/// let mut csv = String::from("customer_id,order_id,order_date,amount\n");
/// for customer in 0..40 {
///     for month in 1..=6 {
///         csv += &format!("c{customer:02},{customer}-{month},2025-{month:02}-{:02},{}\n", 1 + customer % 28, 20 + customer);
///     }
/// }
/// let mut recipe = Recipe::default();
/// recipe.review.period = Some(Period::Month);
/// let recipe = Checked::new(recipe)?;
/// let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("orders.csv", csv.into()))];
/// let outcome = pipeline::run(&mut sources, &recipe, &mut |_progress| {})?;
/// let review = effect(&outcome.book, &outcome.standing, &recipe)?;
/// assert_eq!((review.pair.before.from.to_string(), review.pair.after.to.to_string()), ("2025-04-01".into(), "2025-05-31".into()));
/// assert_eq!(review.all.customers, 40);
/// # Ok::<(), customer_tiers::Error>(())
/// ```
pub fn effect(book: &Book, standing: &Standing, recipe: &Checked) -> Result<EffectReview> {
    let missing = || ErrorKind::ArgumentInvalid { problem: "the orders do not cover two periods".into() };
    let (pair, back) = Pair::of(book, standing, &recipe.review).ok_or_else(missing)?;
    // Who is in which tier, and who is left out of what is tried?
    let control = recipe.review.control.as_ref().map(|condition| whom(book, standing, recipe, condition));
    let now = Compared::new(book, recipe, pair)?;
    // What do such tiers usually do?
    let first = book.ledger.day.iter().copied().min().unwrap_or(Day::MIN);
    let earlier = match control {
        Some(_) => Vec::new(),
        None => pair.usual(back, first).take(EARLIER).filter_map(|back| Compared::new(book, recipe, back).ok()).collect(),
    };
    let due = monthly::due_days(book, recipe.cleaning.refunds, pair.after.from);
    let comparison = Comparison { book, recipe, now, earlier, control, due };
    Ok(comparison.review(standing))
}

/// Who is compared in two spans: the position of the tier at the start of the later one, [`NO_SEGMENT`] for who is not.
struct Compared {
    pair: Pair,
    codes: Vec<String>,
    of: Vec<u8>,
    newer: u32,
}

impl Compared {
    fn new(book: &Book, recipe: &Checked, pair: Pair) -> Result<Self> {
        let then = standing_at(book, recipe, pair.after.from.plus(-1))?;
        let tiers = &then.schemes[then.tier];
        let mut newer = 0;
        let of = book.customers.iter().map(|customer| {
            let is_known = then.measures.is_present(customer) && then.measures.first_order[customer.index()] < pair.before.from;
            newer += u32::from(!is_known);
            if is_known { tiers.of[customer.index()] } else { NO_SEGMENT }
        });
        let of = of.collect();
        Ok(Self { pair, codes: tiers.segments.iter().map(|segment| segment.code.clone()).collect(), of, newer })
    }

    /// The tier with this code.
    fn place(&self, code: &str) -> Option<u8> {
        self.codes.iter().position(|own| own == code).and_then(|place| u8::try_from(place).ok())
    }
}

struct Comparison<'a> {
    book: &'a Book,
    recipe: &'a Checked,
    now: Compared,
    earlier: Vec<Compared>,
    control: Option<Vec<bool>>,
    /// See [`monthly::due_days`].
    due: Vec<u8>,
}

/// The groups of one tier: those who get what is tried, the control group, and the same tier at earlier times.
#[derive(Clone, Default)]
struct Groups {
    treated: Group,
    control: Group,
    earlier: Vec<Group>,
}

/// Squared influences of customers on the change and on the effect.
type Squares = [(f64, f64); MEASURES];

impl Comparison<'_> {
    fn review(&self, standing: &Standing) -> EffectReview {
        let codes = standing.schemes[standing.tier].segments.iter().map(|segment| segment.code.as_str());
        // Everybody is one more tier, whose code is empty.
        let codes: Vec<&str> = codes.chain([""]).collect();
        let groups = self.groups(&codes);
        let squares = self.squares(&codes, &groups);
        let mut tiers: Vec<TierEffect> = (0..codes.len()).map(|at| self.tier(codes[at], &groups[at], &squares[at])).collect();
        judge(&mut tiers);
        let all = tiers.pop().unwrap_or_else(|| self.tier("", &Groups::default(), &Squares::default()));
        EffectReview {
            pair: self.now.pair,
            basis: match (&self.control, self.earlier.is_empty()) {
                (Some(_), _) => Basis::Control,
                (None, false) => Basis::Earlier,
                (None, true) => Basis::Nothing,
            },
            earlier: self.earlier.iter().map(|compared| compared.pair).collect(),
            customers: all.customers + all.control,
            control: all.control,
            monthly: self.monthly(),
            newer: self.now.newer,
            tiers,
            all,
        }
    }

    fn is_control(&self, customer: CustomerId) -> bool {
        self.control.as_ref().and_then(|control| control.get(customer.index())).copied().unwrap_or(false)
    }

    fn monthly(&self) -> u32 {
        let monthly = self.due.iter().zip(&self.now.of).filter(|(due, tier)| **due > 0 && **tier != NO_SEGMENT);
        u32::try_from(monthly.count()).unwrap_or(u32::MAX)
    }

    fn facts(&self) -> Facts<'_> {
        Facts { book: self.book, refunds: self.recipe.cleaning.refunds, due: &self.due, ids: Vec::<TextId>::new() }
    }

    /// First pass: the sums of every group.
    fn groups(&self, codes: &[&str]) -> Vec<Groups> {
        let mut groups = vec![Groups { earlier: vec![Group::default(); self.earlier.len()], ..Groups::default() }; codes.len()];
        let mut facts = self.facts();
        for (at, compared) in std::iter::once(&self.now).chain(&self.earlier).enumerate() {
            let places: Vec<Option<u8>> = codes.iter().map(|code| compared.place(code)).collect();
            for customer in self.book.customers.iter().filter(|customer| compared.of[customer.index()] != NO_SEGMENT) {
                let (before, after) = (facts.sums(customer, compared.pair.before), facts.sums(customer, compared.pair.after));
                for (place, groups) in places.iter().zip(&mut groups) {
                    if !is_in(*place, compared.of[customer.index()]) {
                        continue;
                    }
                    let group = match at {
                        0 if self.is_control(customer) => &mut groups.control,
                        0 => &mut groups.treated,
                        earlier => &mut groups.earlier[earlier - 1],
                    };
                    group.add(&before, &after);
                }
            }
        }
        groups
    }

    /// Second pass: how much each customer moves each figure, squared and added up.
    fn squares(&self, codes: &[&str], groups: &[Groups]) -> Vec<Squares> {
        let mut squares = vec![Squares::default(); codes.len()];
        let mut facts = self.facts();
        let compared: Vec<&Compared> = std::iter::once(&self.now).chain(&self.earlier).collect();
        let places: Vec<Vec<Option<u8>>> = compared.iter().map(|one| codes.iter().map(|code| one.place(code)).collect()).collect();
        for customer in self.book.customers.iter() {
            let mut moved = vec![[(0.0, 0.0); MEASURES]; codes.len()];
            for (at, one) in compared.iter().enumerate().filter(|(_, one)| one.of[customer.index()] != NO_SEGMENT) {
                let sums = (facts.sums(customer, one.pair.before), facts.sums(customer, one.pair.after));
                for (tier, moved) in moved.iter_mut().enumerate() {
                    if is_in(places[at][tier], one.of[customer.index()]) {
                        self.move_by(moved, &groups[tier], at, customer, &sums);
                    }
                }
            }
            for (squares, moved) in squares.iter_mut().zip(&moved) {
                squares.iter_mut().zip(moved).for_each(|(sum, one)| *sum = (sum.0 + one.0 * one.0, sum.1 + one.1 * one.1));
            }
        }
        squares
    }

    fn move_by(&self, moved: &mut Squares, groups: &Groups, at: usize, customer: CustomerId, (before, after): &(Sums, Sums)) {
        for (measure, moved) in moved.iter_mut().enumerate() {
            if at > 0 {
                let (group, count) = (&groups.earlier[at - 1], groups.usual(measure).1);
                if group.is_enough(measure) {
                    moved.1 -= group.influence(measure, before, after) / f64::from(count.max(1));
                }
            } else if self.is_control(customer) {
                moved.1 -= groups.control.influence(measure, before, after);
            } else {
                let influence = groups.treated.influence(measure, before, after);
                *moved = (moved.0 + influence, moved.1 + influence);
            }
        }
    }

    fn tier(&self, code: &str, groups: &Groups, squares: &Squares) -> TierEffect {
        let measures = (0..MEASURES).filter_map(|measure| self.measure(measure, groups, squares[measure]));
        TierEffect {
            tier: code.to_owned(),
            customers: groups.treated.customers,
            control: groups.control.customers,
            measures: measures.collect(),
        }
    }

    fn measure(&self, measure: usize, groups: &Groups, squares: (f64, f64)) -> Option<MeasureEffect> {
        let (before, after) = groups.treated.figures(measure)?;
        let counted = groups.treated.counted(measure);
        let level = before.abs().max(after.abs());
        let (change, chance_of_change) = estimate(after - before, level, squares.0, counted);
        let expected = groups.usual(measure).0;
        let held_against = if self.control.is_some() { groups.control.change(measure) } else { expected };
        let is_compared = self.control.is_none() || groups.control.is_enough(measure);
        // The smaller group decides how sure the difference can be.
        let least = if self.control.is_some() { counted.min(groups.control.counted(measure)) } else { counted };
        let (effect, chance) = match held_against {
            Some(usual) => estimate(after - before - usual, level, squares.1, least),
            None => (change, chance_of_change),
        };
        let is_enough = groups.treated.is_enough(measure) && is_compared;
        Some(MeasureEffect {
            measure: ALL_MEASURES[measure],
            counted,
            before,
            after,
            change,
            control: self.control.as_ref().and_then(|_| groups.control.figures(measure)),
            expected,
            effect,
            chance,
            verdict: if is_enough { EffectVerdict::Unclear } else { EffectVerdict::TooFew },
        })
    }
}

impl Groups {
    /// The change that the tier usually shows, the mean over earlier comparisons with enough customers, and how many these are.
    fn usual(&self, measure: usize) -> (Option<f64>, u32) {
        let known = self.earlier.iter().filter(|group| group.is_enough(measure)).filter_map(|group| group.change(measure));
        let (sum, count) = known.fold((0.0, 0_u32), |(sum, count), change| (sum + change, count + 1));
        ((count > 0).then(|| sum / f64::from(count)), count)
    }
}

/// Whether a customer of this tier is in the tier at this place; everybody is in the one without a place.
fn is_in(place: Option<u8>, tier: u8) -> bool {
    place.is_none_or(|place| place == tier)
}
