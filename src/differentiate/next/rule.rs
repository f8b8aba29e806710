//! Conditions, bands and quotas for one customer, everybody else standing still.
//!
//! A rule asks for metrics. Some follow from orders in a way that can be counted ahead, some do not depend on orders at all, and the
//! rest would need everybody or a model counted anew: of those nothing is told. Invariant: what is told is what counting
//! again would give.

use super::visits::{Added, Visits};
use super::{Figures, Frozen};
use crate::base::{CustomerId, Money};
use crate::differentiate::conditions::{Asked, bounds, positions};
use crate::differentiate::metrics::Column;
use crate::differentiate::schemes::Classified;
use crate::differentiate::{Cutting, Standing};
use crate::recipe::{Attribute, Condition, Metric, MetricCondition, QuotaLevel, SegmentCondition};
use std::sync::Arc;

/// A value of a metric; none where it is not known.
type Value = Option<i64>;

/// What a rule looks at, held still.
pub(super) enum Rule<'a> {
    /// Rows with their positions, then that of everybody else.
    Rows(Vec<(Test<'a>, usize)>, usize),
    /// Intervals of one metric: their first values, the position of each from the lowest up, and that of the unknown.
    Intervals { metric: Held, begins: Vec<i64>, positions: Vec<usize>, unknown: usize },
}

/// A condition, held still.
pub(super) enum Test<'a> {
    All(Vec<Test<'a>>),
    Any(Vec<Test<'a>>),
    Not(Box<Test<'a>>),
    /// A range in raw steps; the unknown are in none.
    Range(Held, i64, i64),
    /// Whether it is known.
    Known(Held, bool),
    /// What orders do not change.
    Fixed(bool),
    Segment(Box<Frozen<'a>>, Box<[bool; 256]>),
    /// Nobody can say, but for what it is now.
    Untold(bool),
}

/// A metric of one customer.
pub(super) struct Held {
    metric: Metric,
    /// As it is now.
    own: Value,
    /// Raw steps in one unit.
    scale: i64,
}

impl Held {
    fn new(column: &Column, customer: CustomerId) -> Self {
        Self { metric: column.metric.clone(), own: column.raw(customer), scale: column.scale() }
    }

    /// The value for these figures; `None` where it cannot be told.
    fn value(&self, figures: &Figures, visits: &Visits) -> Option<Value> {
        let added = figures.added;
        // Whatever it follows from, it is what it is as long as nothing happens.
        if added == Added::default() {
            return Some(self.own);
        }
        Some(match &self.metric {
            Metric::Recency => Some(figures.recency),
            Metric::Frequency => Some(i64::from(figures.orders)),
            Metric::Monetary => Some(figures.monetary().raw()),
            Metric::Revenue => Some(figures.revenue.raw()),
            Metric::AverageOrder => (figures.orders > 0).then(|| figures.revenue.divided_by(figures.orders).raw()),
            Metric::Tenure => figures.since_first,
            Metric::OrdersWithin(days) => self.own.map(|_| visits.orders_within(*days, added)),
            Metric::RevenueWithin(days) => self.own.map(|_| visits.revenue_within(*days, added)),
            Metric::LargestOrder if added.orders == 0 => self.own,
            // How several orders share an amount is not said; one on a day that has another may be the same order.
            Metric::LargestOrder if added.orders == 1 && !visits.has_today() => self.own.map(|own| own.max(added.amount)),
            Metric::InteractionsWithin(_) if added.days_later == 0 => self.own,
            Metric::Interactions | Metric::Satisfaction | Metric::Own(_) => self.own,
            _ => return None,
        })
    }

    /// Whether an order can change it.
    const fn follows_from_orders(&self) -> bool {
        !matches!(
            self.metric,
            Metric::Tenure | Metric::InteractionsWithin(_) | Metric::Interactions | Metric::Satisfaction | Metric::Own(_)
        )
    }

    /// Amounts of so many further orders with which it first is `begin`.
    fn amount(&self, begin: i64, figures: &Figures, orders: u32, visits: &Visits) -> Option<i64> {
        let total = figures.orders.saturating_add(orders);
        let rest = |least: i64| least.saturating_sub(figures.revenue.raw());
        match &self.metric {
            Metric::Revenue => Some(rest(begin)),
            Metric::Monetary => Some(rest(super::frozen::least_total(figures.monetary, Money::from_raw(begin), total))),
            Metric::AverageOrder => Some(rest(super::frozen::least_total(crate::recipe::Monetary::Average, Money::from_raw(begin), total))),
            Metric::RevenueWithin(days) => Some(begin.saturating_sub(visits.revenue_within(*days, Added::default()))),
            Metric::LargestOrder => Some(begin),
            _ => None,
        }
    }

    /// In how many days it reaches `begin` by itself, or loses something.
    fn turning_days(&self, begin: i64, figures: &Figures, visits: &Visits) -> Vec<i64> {
        match &self.metric {
            Metric::Recency => {
                let until = begin.saturating_sub(figures.recency);
                vec![until.div_euclid(self.scale) + i64::from(until.rem_euclid(self.scale) > 0)]
            }
            Metric::Tenure => figures.since_first.map(|since| begin.saturating_sub(since)).into_iter().collect(),
            Metric::OrdersWithin(days) | Metric::RevenueWithin(days) => visits.leaving(*days).collect(),
            _ => Vec::new(),
        }
    }
}

impl<'a> Rule<'a> {
    /// The rows of conditions.
    pub(super) fn rows(asked: &Asked<'a>, classified: &Classified, customer: CustomerId) -> Option<Self> {
        let crate::recipe::SchemeRule::Conditions { rows, otherwise } = &classified.scheme.rule else { return None };
        let place = |code: &str| classified.segments.iter().position(|segment| segment.code == code);
        let rows: Option<Vec<_>> =
            rows.iter().map(|row| Some((Test::new(asked, &row.when, customer), place(&row.segment.code)?))).collect();
        Some(Self::Rows(rows?, place(&otherwise.code)?))
    }

    /// The bands of a metric, whose cuts are held.
    pub(super) fn bands(column: &Column, cutting: &Cutting, classified: &Classified, customer: CustomerId) -> Self {
        let begins: Vec<i64> = cutting.cuts.iter().map(|&cut| super::frozen::begin(cutting, cut, column.scale())).collect();
        let last = begins.len();
        // Bands are named from the best down, values run from the lowest up.
        let positions = (0..=last).map(|place| if column.metric.lower_is_better() { place } else { last - place }).collect();
        Self::Intervals { metric: Held::new(column, customer), begins, positions, unknown: classified.segments.len().saturating_sub(1) }
    }

    /// The levels of a quota: whoever is better than the last one who is in takes that place.
    pub(super) fn quota(
        column: &Column,
        levels: &[QuotaLevel],
        standing: &Standing,
        classified: &Classified,
        customer: CustomerId,
    ) -> Option<Self> {
        let place = |code: &str| classified.segments.iter().position(|segment| segment.code == code);
        let reversed = column.metric.lower_is_better();
        let mut ends: Vec<(i64, usize)> = Vec::new();
        for (level, row) in levels.iter().enumerate() {
            let position = place(&row.segment.code)?;
            let members = standing.customers().filter(|other| {
                let of = classified.segment_of(*other).map(|segment| segment.code.as_str());
                levels[..=level].iter().any(|upper| of == Some(upper.segment.code.as_str())) && *other != customer
            });
            let known = members.filter_map(|other| column.raw(other));
            let last = if reversed { known.max() } else { known.min() };
            ends.extend(last.map(|last| (last, position)));
        }
        let rest = classified.segments.len().checked_sub(1)?;
        // From the lowest value up.
        let (begins, positions) = if reversed {
            (ends.iter().map(|(last, _)| *last).collect(), ends.iter().map(|(_, position)| *position).chain([rest]).collect())
        } else {
            let upward = ends.iter().rev();
            let begins = upward.clone().map(|(last, _)| last.saturating_add(1)).collect();
            (begins, std::iter::once(rest).chain(upward.map(|(_, position)| *position)).collect())
        };
        Some(Self::Intervals { metric: Held::new(column, customer), begins, positions, unknown: rest })
    }

    pub(super) fn position(&self, figures: &Figures, visits: &Visits, own: usize) -> Option<usize> {
        match self {
            Self::Rows(rows, otherwise) => {
                for (test, position) in rows {
                    if test.holds(figures, visits)? {
                        return Some(*position);
                    }
                }
                Some(*otherwise)
            }
            Self::Intervals { metric, begins, positions, unknown } => {
                let value = metric.value(figures, visits)?;
                // Who does not change keeps its place, also where equals were told apart.
                if value == metric.own {
                    return Some(own);
                }
                let Some(value) = value else { return Some(*unknown) };
                positions.get(begins.partition_point(|begin| value >= *begin)).copied()
            }
        }
    }

    /// Whether an order can change anything.
    pub(super) fn follows_from_orders(&self) -> bool {
        match self {
            Self::Rows(rows, _) => rows.iter().any(|(test, _)| test.follows_from_orders()),
            Self::Intervals { metric, .. } => metric.follows_from_orders(),
        }
    }

    /// Amounts of so many further orders at which something changes, in raw steps.
    pub(super) fn amounts(&self, figures: &Figures, orders: u32, visits: &Visits) -> Vec<i64> {
        let mut found = Vec::new();
        match self {
            Self::Rows(rows, _) => rows.iter().for_each(|(test, _)| test.amounts(figures, orders, visits, &mut found)),
            Self::Intervals { metric, begins, .. } => {
                found.extend(begins.iter().filter_map(|begin| metric.amount(*begin, figures, orders, visits)));
            }
        }
        found
    }

    /// In how many days something changes by itself.
    pub(super) fn turning_days(&self, figures: &Figures, visits: &Visits) -> Vec<i64> {
        let mut found = Vec::new();
        match self {
            Self::Rows(rows, _) => rows.iter().for_each(|(test, _)| test.turning_days(figures, visits, &mut found)),
            Self::Intervals { metric, begins, .. } => {
                found.extend(begins.iter().flat_map(|begin| metric.turning_days(*begin, figures, visits)));
            }
        }
        found
    }
}

impl<'a> Test<'a> {
    fn new(asked: &Asked<'a>, condition: &Condition, customer: CustomerId) -> Self {
        let all = |parts: &[Condition]| parts.iter().map(|part| Self::new(asked, part, customer)).collect();
        let holds = || asked.whom(condition).get(customer.index()).copied().unwrap_or(false);
        match condition {
            Condition::All(parts) => Self::All(all(parts)),
            Condition::Any(parts) => Self::Any(all(parts)),
            Condition::Not(part) => Self::Not(Box::new(Self::new(asked, part, customer))),
            Condition::Metric(condition) => Self::metric(asked, condition, customer),
            // Somebody's age changes without an order, and nobody waits for that.
            Condition::Attribute(attribute) if attribute.of == Attribute::Age => Self::Untold(holds()),
            Condition::Attribute(_) => Self::Fixed(holds()),
            Condition::Segment(segment) => Self::segment(asked, segment, customer, holds()),
        }
    }

    fn metric(asked: &Asked<'_>, condition: &MetricCondition, customer: CustomerId) -> Self {
        let column: Arc<Column> = asked.standing.metric(asked.book, asked.recipe, &condition.of);
        let held = Held::new(&column, customer);
        if let Some(known) = condition.known.filter(|known| !known || (condition.at_least.is_none() && condition.at_most.is_none())) {
            return Self::Known(held, known);
        }
        let (low, high) = bounds(condition, column.scale());
        Self::Range(held, low, high)
    }

    fn segment(asked: &Asked<'a>, condition: &SegmentCondition, customer: CustomerId, holds: bool) -> Self {
        let Some(classified) = asked.standing.scheme(&condition.scheme) else { return Self::Fixed(false) };
        match Frozen::new(asked, classified, customer) {
            Ok(frozen) => Self::Segment(Box::new(frozen), Box::new(positions(classified, &condition.is))),
            Err(_) => Self::Untold(holds),
        }
    }

    /// Whether it holds; `None` where that cannot be told.
    fn holds(&self, figures: &Figures, visits: &Visits) -> Option<bool> {
        // What decides alone decides also where the rest cannot be told.
        let decided = |parts: &[Self], alone: bool| {
            let each: Vec<Option<bool>> = parts.iter().map(|part| part.holds(figures, visits)).collect();
            if each.contains(&Some(alone)) {
                return Some(alone);
            }
            each.iter().all(Option::is_some).then_some(!alone)
        };
        match self {
            Self::All(parts) => decided(parts, false),
            Self::Any(parts) => decided(parts, true),
            Self::Not(part) => part.holds(figures, visits).map(|holds| !holds),
            Self::Range(held, low, high) => Some(held.value(figures, visits)?.is_some_and(|value| value >= *low && value <= *high)),
            Self::Known(held, known) => Some(held.value(figures, visits)?.is_some() == *known),
            Self::Fixed(holds) => Some(*holds),
            Self::Segment(frozen, meant) => frozen.position(figures).and_then(|position| meant.get(position).copied()),
            Self::Untold(holds) => (figures.added == Added::default()).then_some(*holds),
        }
    }

    fn amounts(&self, figures: &Figures, orders: u32, visits: &Visits, found: &mut Vec<i64>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.amounts(figures, orders, visits, found)),
            Self::Not(part) => part.amounts(figures, orders, visits, found),
            Self::Range(held, low, high) => {
                let begins = [*low, high.saturating_add(1)];
                found.extend(begins.iter().filter_map(|begin| held.amount(*begin, figures, orders, visits)));
            }
            Self::Segment(frozen, _) => found.extend(frozen.amounts(orders).iter().map(|amount| amount.raw())),
            Self::Known(..) | Self::Fixed(_) | Self::Untold(_) => {}
        }
    }

    fn turning_days(&self, figures: &Figures, visits: &Visits, found: &mut Vec<i64>) {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().for_each(|part| part.turning_days(figures, visits, found)),
            Self::Not(part) => part.turning_days(figures, visits, found),
            Self::Range(held, low, high) => {
                let begins = [*low, high.saturating_add(1)];
                found.extend(begins.iter().flat_map(|begin| held.turning_days(*begin, figures, visits)));
            }
            Self::Segment(frozen, _) => found.extend(frozen.turning_days(figures).into_iter().map(i64::from)),
            Self::Known(..) | Self::Fixed(_) | Self::Untold(_) => {}
        }
    }

    fn follows_from_orders(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().any(Self::follows_from_orders),
            Self::Not(part) => part.follows_from_orders(),
            Self::Range(held, ..) | Self::Known(held, _) => held.follows_from_orders(),
            Self::Segment(frozen, _) => frozen.follows_from_orders(),
            Self::Fixed(_) => false,
            Self::Untold(_) => true,
        }
    }
}
