//! A scheme as a function of one customer's figures, everybody else standing still.
//!
//! Scores are relative: if a customer buys more, the cuts move a little, and so does everybody. An answer to "how much
//! more?" has to hold them still. Invariant: for the customer's own figures it gives the segment that the customer has.

use super::Unchanged;
use super::nearest::Nearest;
use super::rule::Rule;
use super::visits::{Added, Visits};
use crate::base::{CustomerId, Money};
use crate::differentiate::conditions::Asked;
use crate::differentiate::schemes::{Classified, rules};
use crate::differentiate::scores::{nested, score_of};
use crate::differentiate::{Factor, Measures, Scores, Standing};
use crate::recipe::table::Table;
use crate::recipe::{Monetary, Recipe, SchemeRule};

/// What decides about a customer.
#[derive(Debug, Clone, Copy)]
pub(super) struct Figures {
    /// Recency in raw steps, of which so many are a day.
    pub(super) recency: i64,
    per_day: i64,
    pub(super) orders: u32,
    pub(super) revenue: Money,
    pub(super) monetary: Monetary,
    /// Days since the first order; none where it is unknown.
    pub(super) since_first: Option<i64>,
    /// What of this has not happened yet.
    pub(super) added: Added,
}

impl Figures {
    /// The same after so many more orders worth so much together, the last one just now; none when it cannot be counted.
    pub(super) fn after(self, orders: u32, amount: Money) -> Option<Self> {
        // Whoever only sent goods back begins with these orders.
        let since_first = if self.orders == 0 { Some(0) } else { self.since_first };
        let (orders, revenue) = (self.orders.checked_add(orders)?, self.revenue.checked_add(amount)?);
        let added = Added { orders: orders - self.orders, amount: amount.raw(), ..self.added };
        Some(Self { recency: 0, orders, revenue, since_first, added, ..self })
    }

    /// The same so many days later.
    pub(super) fn later(self, days: u32) -> Self {
        let recency = self.recency.saturating_add(i64::from(days).saturating_mul(self.per_day));
        let added = Added { days_later: self.added.days_later + i64::from(days), ..self.added };
        Self { recency, since_first: self.since_first.map(|since| since + i64::from(days)), added, ..self }
    }

    fn raw(&self, factor: Factor) -> i64 {
        match factor {
            Factor::Recency => self.recency,
            Factor::Frequency => i64::from(self.orders),
            Factor::Monetary => self.monetary().raw(),
        }
    }

    pub(super) fn monetary(&self) -> Money {
        monetary(self.monetary, self.revenue, self.orders)
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
    /// Where every group has cuts of its own; then `begins` are those of all groups.
    nested: Option<nested::Held>,
    table: Table,
}

/// How a scheme decides, held still.
enum Decides<'a> {
    Table(Held<'a>),
    /// Least revenue of A and of A or B customers.
    Abc([Option<Money>; 2]),
    /// By days since first and last order.
    Stage,
    Rule(Box<Rule<'a>>),
}

/// A scheme with its thresholds of now, for one customer.
pub(super) struct Frozen<'a> {
    pub(super) classified: &'a Classified,
    /// The rule that decides: its own, or that of the scheme that the number of all orders chose.
    rule: &'a SchemeRule,
    /// So many further orders would choose another one.
    tipping: Option<u64>,
    measures: &'a Measures,
    recipe: &'a Recipe,
    customer: CustomerId,
    decides: Decides<'a>,
    visits: Visits,
    since_first: Option<i64>,
}

impl<'a> Frozen<'a> {
    /// # Errors
    /// Why nothing can be said: orders change nothing, or what they change cannot be counted ahead. Nothing at all is to be said where
    /// the segment is not what the figures say: set by hand, or held until a change has lasted.
    pub(super) fn new(asked: &Asked<'a>, classified: &'a Classified, customer: CustomerId) -> Result<Self, Option<Unchanged>> {
        let standing = asked.standing;
        let is_held = standing.steady.is_some() && standing.schemes.get(standing.tier).is_some_and(|tier| std::ptr::eq(tier, classified));
        if is_held || standing.set_by_hand(&classified.scheme.id, customer).is_some() {
            return Err(None);
        }
        let measures = &standing.measures;
        let (chosen, tipping) = chosen(standing, classified).ok_or(Some(Unchanged::NotTold))?;
        let decides = decides(asked, chosen, customer).map_err(Some)?;
        let first = measures.first_order[customer.index()];
        let since_first = (!measures.is_first_order_guessed(customer)).then(|| i64::from(standing.as_of.days_since(first)));
        let visits = Visits::new(asked.book, standing, customer);
        let rule = &chosen.scheme.rule;
        let frozen = Self { classified, rule, tipping, measures, recipe: asked.recipe, customer, decides, visits, since_first };
        // Whatever does not give the customer's own segment is no ground to stand on.
        if frozen.position(&frozen.figures()) == Some(usize::from(classified.of[customer.index()])) {
            Ok(frozen)
        } else {
            Err(Some(Unchanged::NotTold))
        }
    }

    /// The customer as it is.
    pub(super) fn figures(&self) -> Figures {
        Figures {
            recency: self.measures.raw(Factor::Recency, self.customer),
            per_day: self.measures.raw_per_unit(Factor::Recency),
            orders: self.measures.orders[self.customer.index()],
            revenue: self.measures.revenue[self.customer.index()],
            monetary: self.recipe.measures.monetary,
            since_first: self.since_first,
            added: Added::default(),
        }
    }

    /// Position of the segment of somebody with these figures; `None` where it cannot be told.
    pub(super) fn position(&self, figures: &Figures) -> Option<usize> {
        if self.tipping.is_some_and(|orders| u64::from(figures.added.orders) >= orders) {
            return None;
        }
        match &self.decides {
            Decides::Table(held) => self.of_table(held, figures),
            Decides::Abc(least) => Some(self.abc_position(least, figures.revenue)),
            Decides::Stage => Some(usize::from(self.stage(figures))),
            Decides::Rule(rule) => rule.position(figures, &self.visits, usize::from(self.classified.of[self.customer.index()])),
        }
    }

    /// Whether an order can change anything.
    pub(super) fn follows_from_orders(&self) -> bool {
        match &self.decides {
            Decides::Table(_) | Decides::Abc(_) => true,
            Decides::Stage => *self.rule != SchemeRule::Tenure,
            Decides::Rule(rule) => rule.follows_from_orders(),
        }
    }

    /// Whether it can be told where the customer stands on later days.
    pub(super) fn is_told_later(&self) -> bool {
        if let Decides::Rule(rule) = &self.decides { rule.is_told_later() } else { true }
    }

    fn of_table(&self, held: &Held<'_>, figures: &Figures) -> Option<usize> {
        let SchemeRule::Table { rows, .. } = self.rule else { return None };
        let cell = held.table.cell(self.scores(held, figures));
        let row = held.table.first(&cell).map(|(row, _)| &rows[row].segment.code);
        row.map_or(self.classified.segments.len().checked_sub(1), |code| {
            self.classified.segments.iter().position(|segment| segment.code == *code)
        })
    }

    /// Who does not change, and is in the same group, keeps its score, also where equals were told apart.
    fn scores(&self, held: &Held<'_>, figures: &Figures) -> [u8; 3] {
        let own = held.scores.of(self.customer);
        let mut scores = own;
        for (place, factor) in Factor::ALL.into_iter().enumerate() {
            let raw = figures.raw(factor);
            let is_same_group = held.nested.is_none() || scores[..place] == own[..place];
            if raw != self.measures.raw(factor, self.customer) || !is_same_group {
                let whole = &held.begins[place];
                let begins = held.nested.as_ref().map_or(whole.as_slice(), |nested| nested.begins(factor, &scores[..place]));
                scores[place] = score_of(begins, factor.is_reversed(), raw);
            }
        }
        scores
    }

    fn abc_position(&self, least: &[Option<Money>; 2], revenue: Money) -> usize {
        let own = usize::from(self.classified.of[self.customer.index()]);
        if revenue == self.measures.revenue[self.customer.index()] {
            return own;
        }
        least.iter().position(|least| least.is_some_and(|least| revenue >= least)).unwrap_or(least.len())
    }

    fn stage(&self, figures: &Figures) -> u8 {
        let days = &self.recipe.life_cycle;
        let since_last = figures.recency.max(0).unsigned_abs().div_ceil(self.measures.raw_per_unit(Factor::Recency).unsigned_abs());
        let is_new = figures.since_first.is_some_and(|since| since <= i64::from(days.new_days));
        let stage = rules::life_stage(days, u32::try_from(since_last).unwrap_or(u32::MAX), is_new);
        match self.rule {
            SchemeRule::Tenure => u8::from(!is_new),
            SchemeRule::Stages => rules::with_won_back(stage, || {
                let back = self.visits.came_back(days.churned_days, figures.added);
                back.is_some_and(|ago| ago <= i64::from(days.new_days))
            }),
            _ => stage,
        }
    }

    /// Numbers of further orders that could matter: one, and those that reach each higher frequency score; all of them where a
    /// rule may ask for anything.
    pub(super) fn order_counts(&self, most: u32) -> Vec<u32> {
        if let Decides::Rule(rule) = &self.decides {
            return if rule.follows_from_orders() { (1..=most).collect() } else { Vec::new() };
        }
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
        let of_share = match &self.decides {
            Decides::Abc(least) => least.iter().flatten().map(|least| least.raw()).collect(),
            _ => Vec::new(),
        };
        let of_rule = match &self.decides {
            Decides::Rule(rule) => rule.amounts(&own, orders, &self.visits),
            _ => Vec::new(),
        };
        let needed = of_score.chain(of_share).map(|total| total.saturating_sub(own.revenue.raw())).chain(of_rule).map(cents_up);
        let mut amounts: Vec<i64> = needed.chain([super::CENT]).filter(|amount| *amount >= super::CENT).collect();
        amounts.sort_unstable();
        amounts.dedup();
        amounts.into_iter().map(Money::from_raw).collect()
    }

    fn begins(&self, factor: Factor) -> Vec<i64> {
        match &self.decides {
            Decides::Table(held) => held.begins.get(factor as usize).cloned().unwrap_or_default(),
            _ => Vec::new(),
        }
    }

    /// In how many days something changes by itself, ascending; none where that cannot be told.
    pub(super) fn turning_days(&self, figures: &Figures) -> Vec<u32> {
        let per_day = self.measures.raw_per_unit(Factor::Recency);
        let until = |begin: i64| begin.saturating_sub(figures.recency);
        let mut days: Vec<i64> = self
            .begins(Factor::Recency)
            .into_iter()
            .map(|begin| until(begin).div_euclid(per_day) + i64::from(until(begin).rem_euclid(per_day) > 0))
            .collect();
        if let Decides::Rule(rule) = &self.decides {
            if !rule.is_told_later() {
                return Vec::new();
            }
            days.extend(rule.turning_days(figures, &self.visits));
        }
        if matches!(self.decides, Decides::Stage) {
            let stages = &self.recipe.life_cycle;
            let since_last = figures.recency.div_euclid(per_day) + i64::from(figures.recency.rem_euclid(per_day) > 0);
            days.extend([stages.silent_days, stages.churned_days].map(|last| i64::from(last) + 1 - since_last));
            let back = self.visits.came_back(stages.churned_days, figures.added);
            days.extend(figures.since_first.into_iter().chain(back).map(|since| i64::from(stages.new_days) + 1 - since));
        }
        let mut days: Vec<u32> = days.into_iter().filter(|days| *days > 0).filter_map(|days| u32::try_from(days).ok()).collect();
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The scheme whose rule decides, and how many further orders would choose another one.
fn chosen<'a>(standing: &'a Standing, classified: &'a Classified) -> Option<(&'a Classified, Option<u64>)> {
    let SchemeRule::Adaptive { steps } = &classified.scheme.rule else { return Some((classified, None)) };
    let step = rules::reached(steps, &standing.measures)?;
    let further = steps.iter().filter_map(|step| step.from_orders.checked_sub(standing.measures.total_orders));
    Some((standing.scheme(&step.scheme)?, further.filter(|orders| *orders > 0).min()))
}

fn decides<'a>(asked: &Asked<'a>, classified: &'a Classified, customer: CustomerId) -> Result<Decides<'a>, Unchanged> {
    let (standing, recipe) = (asked.standing, asked.recipe);
    let rule = |rule: Rule<'a>| Decides::Rule(Box::new(rule));
    match &classified.scheme.rule {
        SchemeRule::Table { axes, rows, .. } => {
            let scores = classified.scores.as_ref().unwrap_or(&standing.scores);
            let nested = nested::Held::new(&standing.measures, scores);
            let begins = Factor::ALL.map(|factor| match &nested {
                Some(nested) => nested.all_begins(factor),
                None => begins(&standing.measures, scores, factor),
            });
            Ok(Decides::Table(Held { scores, begins, nested, table: Table::read_leniently(axes, rows) }))
        }
        SchemeRule::Abc => Ok(Decides::Abc([0, 1].map(|last| least_revenue(standing, classified, last)))),
        SchemeRule::LifeCycle | SchemeRule::Stages | SchemeRule::Tenure => Ok(Decides::Stage),
        SchemeRule::Conditions { .. } => Rule::rows(asked, classified, customer).map(rule).ok_or(Unchanged::NotTold),
        SchemeRule::Bands { metric, binning, .. } => {
            let cutting = standing.metric_scores(asked.book, recipe, metric, binning).cutting;
            Ok(rule(Rule::bands(asked, (metric, &cutting), classified, customer)))
        }
        SchemeRule::Quota { metric, levels, .. } => {
            Rule::quota(asked, (metric, levels), classified, customer).map(rule).ok_or(Unchanged::NotTold)
        }
        SchemeRule::Attribute(_) => Err(Unchanged::NotByOrders),
        SchemeRule::Clusters(clusters) => {
            let found = classified.clusters.as_deref().ok_or(Unchanged::NotTold)?;
            Ok(rule(Rule::Nearest(Nearest::new(asked, found, clusters, customer))))
        }
        // What is bought next decides about needs; an adaptive scheme never chooses another one.
        SchemeRule::Need { .. } | SchemeRule::Adaptive { .. } => Err(Unchanged::NotTold),
    }
}

/// The smallest raw values of the second, third … interval.
fn begins(measures: &Measures, scores: &Scores, factor: Factor) -> Vec<i64> {
    let scale = measures.raw_per_unit(factor);
    let thresholds = scores.thresholds.iter().filter(|thresholds| thresholds.factor == factor);
    thresholds.flat_map(|thresholds| thresholds.begins(scale)).collect()
}

/// The least revenue, in raw steps, that makes this monetary value with so many orders.
pub(super) fn least_total(kind: Monetary, value: Money, orders: u32) -> i64 {
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
