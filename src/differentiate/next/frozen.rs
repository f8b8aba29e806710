//! A scheme as a function of one customer's figures, everybody else standing still.
//!
//! Scores are relative: if a customer buys more, the cuts move a little, and so does everybody. An answer to "how much
//! more?" has to hold them still. Invariant: for the customer's own figures it gives the segment that the customer has.

use crate::base::{CustomerId, Money};
use crate::differentiate::schemes::{Classified, rules};
use crate::differentiate::{Factor, Measures, Scores, Standing, Thresholds};
use crate::recipe::table::Table;
use crate::recipe::{Monetary, Recipe, SchemeRule};

/// What decides about a customer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figures {
    /// Recency in raw steps.
    recency: i64,
    orders: u32,
    revenue: Money,
    monetary: Monetary,
    /// Days since the first order; none where it is unknown.
    since_first: Option<i64>,
}

impl Figures {
    /// The same after so many more orders worth so much together, the last one just now; none when it cannot be counted.
    pub(super) fn after(self, orders: u32, amount: Money) -> Option<Self> {
        // Whoever only sent goods back begins with these orders.
        let since_first = if self.orders == 0 { Some(0) } else { self.since_first };
        let (orders, revenue) = (self.orders.checked_add(orders)?, self.revenue.checked_add(amount)?);
        Some(Self { recency: 0, orders, revenue, since_first, ..self })
    }

    fn raw(&self, factor: Factor) -> i64 {
        match factor {
            Factor::Recency => self.recency,
            Factor::Frequency => i64::from(self.orders),
            Factor::Monetary => monetary(self.monetary, self.revenue, self.orders).raw(),
        }
    }
}

fn monetary(kind: Monetary, revenue: Money, orders: u32) -> Money {
    match kind {
        Monetary::Sum => revenue,
        Monetary::Average => revenue.divided_by(orders),
    }
}

/// A table whose cuts are held.
struct Held<'a> {
    scores: &'a Scores,
    /// For recency, frequency and monetary the smallest raw values of the second, third … interval.
    begins: [Vec<i64>; 3],
    table: Table,
}

/// A scheme with its thresholds of now, for one customer.
pub(super) struct Frozen<'a> {
    pub(super) classified: &'a Classified,
    measures: &'a Measures,
    recipe: &'a Recipe,
    customer: CustomerId,
    /// None for other rules than tables.
    table: Option<Held<'a>>,
    /// Least revenue of A and of A or B customers.
    abc: [Option<Money>; 2],
    since_first: Option<i64>,
}

impl<'a> Frozen<'a> {
    /// None for schemes in which orders change nothing that could be called better or worse, and where the segment is not what the
    /// figures say: set by hand, or held until a change has lasted.
    pub(super) fn new(standing: &'a Standing, recipe: &'a Recipe, classified: &'a Classified, customer: CustomerId) -> Option<Self> {
        let is_held = standing.steady.is_some() && standing.schemes.get(standing.tier).is_some_and(|tier| std::ptr::eq(tier, classified));
        if is_held || standing.set_by_hand(&classified.scheme.id, customer).is_some() {
            return None;
        }
        let measures = &standing.measures;
        let first = measures.first_order[customer.index()];
        let table = match &classified.scheme.rule {
            // Nested, everybody has cuts of its own, and who moves in recency moves among others.
            SchemeRule::Table { scores, .. } if scores.as_ref().unwrap_or(&recipe.scores).nested => return None,
            SchemeRule::Table { axes, rows, .. } => {
                let scores = classified.scores.as_ref().unwrap_or(&standing.scores);
                let begins = Factor::ALL.map(|factor| begins(measures, scores, factor));
                Some(Held { scores, begins, table: Table::read_leniently(axes, rows) })
            }
            SchemeRule::Abc | SchemeRule::LifeCycle => None,
            _ => return None,
        };
        let since_first = (!measures.is_first_order_guessed(customer)).then(|| i64::from(standing.as_of.days_since(first)));
        let abc = if classified.scheme.rule == SchemeRule::Abc {
            [0, 1].map(|last| least_revenue(standing, classified, last))
        } else {
            [None; 2]
        };
        Some(Self { classified, measures, recipe, customer, table, abc, since_first })
    }

    /// The customer as it is.
    pub(super) fn figures(&self) -> Figures {
        Figures {
            recency: self.measures.raw(Factor::Recency, self.customer),
            orders: self.measures.orders[self.customer.index()],
            revenue: self.measures.revenue[self.customer.index()],
            monetary: self.recipe.measures.monetary,
            since_first: self.since_first,
        }
    }

    /// Somebody with these figures so many days later.
    pub(super) fn later(&self, figures: &Figures, days: u32) -> Figures {
        let recency = figures.recency.saturating_add(i64::from(days).saturating_mul(self.measures.raw_per_unit(Factor::Recency)));
        Figures { recency, since_first: figures.since_first.map(|since| since + i64::from(days)), ..*figures }
    }

    /// Position of the segment of somebody with these figures.
    pub(super) fn position(&self, figures: &Figures) -> Option<usize> {
        match (&self.classified.scheme.rule, &self.table) {
            (SchemeRule::Table { rows, .. }, Some(held)) => {
                let cell = held.table.cell(self.scores(held, figures));
                let row = held.table.first(&cell).map(|(row, _)| &rows[row].segment.code);
                row.map_or(self.classified.segments.len().checked_sub(1), |code| {
                    self.classified.segments.iter().position(|segment| segment.code == *code)
                })
            }
            (SchemeRule::Abc, _) => Some(self.abc_position(figures.revenue)),
            (SchemeRule::LifeCycle, _) => Some(usize::from(self.stage(figures))),
            _ => None,
        }
    }

    /// Who does not change keeps its score, also where equals were told apart.
    fn scores(&self, held: &Held<'_>, figures: &Figures) -> [u8; 3] {
        let mut scores = held.scores.of(self.customer);
        for ((score, factor), begins) in scores.iter_mut().zip(Factor::ALL).zip(&held.begins) {
            let raw = figures.raw(factor);
            if raw != self.measures.raw(factor, self.customer) {
                *score = score_of(begins, factor, raw);
            }
        }
        scores
    }

    fn abc_position(&self, revenue: Money) -> usize {
        let own = usize::from(self.classified.of[self.customer.index()]);
        if revenue == self.measures.revenue[self.customer.index()] {
            return own;
        }
        self.abc.iter().position(|least| least.is_some_and(|least| revenue >= least)).unwrap_or(self.abc.len())
    }

    fn stage(&self, figures: &Figures) -> u8 {
        let days = &self.recipe.life_cycle;
        let since_last = figures.recency.max(0).unsigned_abs().div_ceil(self.measures.raw_per_unit(Factor::Recency).unsigned_abs());
        let is_new = figures.since_first.is_some_and(|since| since <= i64::from(days.new_days));
        rules::life_stage(days, u32::try_from(since_last).unwrap_or(u32::MAX), is_new)
    }

    /// Numbers of further orders that could matter: one, and those that reach each higher frequency score.
    pub(super) fn order_counts(&self, most: u32) -> Vec<u32> {
        let own = i64::from(self.figures().orders);
        let reached = self.begins(Factor::Frequency).into_iter().filter_map(|begin| u32::try_from(begin - own).ok());
        let mut counts: Vec<u32> = reached.chain([1]).filter(|count| (1..=most).contains(count)).collect();
        counts.sort_unstable();
        counts.dedup();
        counts
    }

    /// Amounts of so many further orders that could matter, ascending: a cent, and the least that reaches each threshold.
    pub(super) fn amounts(&self, orders: u32) -> Vec<Money> {
        let own = self.figures();
        let total = own.orders.saturating_add(orders);
        let of_score = self.begins(Factor::Monetary).into_iter().map(|begin| least_total(own.monetary, Money::from_raw(begin), total));
        let of_share = self.abc.iter().flatten().map(|least| least.raw());
        let needed = of_score.chain(of_share).map(|total| cents_up(total.saturating_sub(own.revenue.raw())));
        let mut amounts: Vec<i64> = needed.chain([super::CENT]).filter(|amount| *amount >= super::CENT).collect();
        amounts.sort_unstable();
        amounts.dedup();
        amounts.into_iter().map(Money::from_raw).collect()
    }

    fn begins(&self, factor: Factor) -> Vec<i64> {
        let held = self.table.as_ref().and_then(|held| held.begins.get(factor as usize));
        held.cloned().unwrap_or_default()
    }

    /// In how many days something changes by itself, ascending.
    pub(super) fn turning_days(&self, figures: &Figures) -> Vec<u32> {
        let per_day = self.measures.raw_per_unit(Factor::Recency);
        let until = |begin: i64| begin.saturating_sub(figures.recency);
        let mut days: Vec<i64> = self
            .begins(Factor::Recency)
            .into_iter()
            .map(|begin| until(begin).div_euclid(per_day) + i64::from(until(begin).rem_euclid(per_day) > 0))
            .collect();
        if self.classified.scheme.rule == SchemeRule::LifeCycle {
            let stages = &self.recipe.life_cycle;
            let since_last = figures.recency.div_euclid(per_day) + i64::from(figures.recency.rem_euclid(per_day) > 0);
            days.extend([stages.silent_days, stages.churned_days].map(|last| i64::from(last) + 1 - since_last));
            days.extend(figures.since_first.map(|since| i64::from(stages.new_days) + 1 - since));
        }
        let mut days: Vec<u32> = days.into_iter().filter(|days| *days > 0).filter_map(|days| u32::try_from(days).ok()).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The smallest raw values of the second, third … interval. Cuts are shown as the nearest float of an exact fraction: one that
/// is a float's breadth from a whole number is that number.
fn begins(measures: &Measures, scores: &Scores, factor: Factor) -> Vec<i64> {
    let scale = measures.raw_per_unit(factor);
    let thresholds = scores.thresholds.iter().filter(|thresholds| thresholds.factor == factor);
    thresholds.flat_map(|thresholds| thresholds.cuts.iter().map(|&cut| begin(thresholds, cut, scale))).collect()
}

#[expect(clippy::cast_precision_loss, reason = "the scale is 1, 10 000 or 86 400")]
#[expect(clippy::cast_possible_truncation, reason = "a float beyond i64 is held at its ends, which is beyond every value")]
fn begin(thresholds: &Thresholds, cut: f64, scale: i64) -> i64 {
    let raw = cut * scale as f64;
    let whole = raw.round();
    let raw = if (raw - whole).abs() <= 1e-9 + raw.abs() * 1e-15 { whole } else { raw };
    if thresholds.right_closed { (raw.floor() as i64).saturating_add(1) } else { raw.ceil() as i64 }
}

fn score_of(begins: &[i64], factor: Factor, raw: i64) -> u8 {
    let passed: u8 = begins.iter().map(|&begin| u8::from(raw >= begin)).sum();
    let bins = u8::try_from(begins.len() + 1).unwrap_or(u8::MAX);
    if factor.is_reversed() { bins - passed } else { 1 + passed }
}

/// The least revenue, in raw steps, that makes this monetary value with so many orders.
fn least_total(kind: Monetary, value: Money, orders: u32) -> i64 {
    let exact = value.raw().saturating_mul(i64::from(orders));
    match kind {
        Monetary::Sum => value.raw(),
        // A mean is rounded, halves away from zero: a little less than the exact total is enough.
        Monetary::Average => {
            let slack = i64::from(orders / 2);
            let (mut low, mut high) = (exact.saturating_sub(slack + 1), exact);
            while high - low > 1 {
                let middle = low + (high - low) / 2;
                if monetary(kind, Money::from_raw(middle), orders) >= value { high = middle } else { low = middle }
            }
            high
        }
    }
}

/// Rounded up to whole cents.
fn cents_up(raw: i64) -> i64 {
    raw.saturating_add(super::CENT - 1).div_euclid(super::CENT).saturating_mul(super::CENT)
}

/// The revenue from which on a customer belongs to this class or a better one: that of the least of them, or a step more
/// where others have the same and do not belong.
fn least_revenue(standing: &Standing, classified: &Classified, last: u8) -> Option<Money> {
    let measures = &standing.measures;
    let by_figures = || measures.customers().filter(|&customer| standing.set_by_hand(&classified.scheme.id, customer).is_none());
    let is_in = |customer: &CustomerId| classified.of[customer.index()] <= last;
    let revenue = |customer: CustomerId| measures.revenue[customer.index()];
    let least = by_figures().filter(is_in).map(revenue).min()?;
    let outside = by_figures().filter(|customer| !is_in(customer)).any(|customer| revenue(customer) == least);
    Some(Money::from_raw(least.raw().saturating_add(i64::from(outside))))
}
