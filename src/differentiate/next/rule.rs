//! Conditions, bands, quotas and clusters for one customer, everybody else standing still.
//!
//! A rule asks for metrics. Some follow from orders in a way that can be counted ahead, some do not depend on orders at all, and the
//! rest would need everybody or a model counted anew: of those nothing is told. Invariant: what is told is what counting
//! again would give.

use super::held::Held;
use super::nearest::Nearest;
use super::visits::{Added, Visits};
use super::{Figures, Frozen};
use crate::base::CustomerId;
use crate::differentiate::Cutting;
use crate::differentiate::conditions::{Asked, bounds, positions};
use crate::differentiate::schemes::Classified;
use crate::recipe::{Attribute, Condition, Metric, MetricCondition, QuotaLevel, SegmentCondition};

/// What a rule looks at, held still.
pub(super) enum Rule<'a> {
    /// Rows with their positions, then that of everybody else.
    Rows(Vec<(Test<'a>, usize)>, usize),
    /// Intervals of one metric: their first values, the position of each from the lowest up, and that of the unknown.
    Intervals { metric: Held<'a>, begins: Vec<i64>, positions: Vec<usize>, unknown: usize },
    /// Clusters.
    Nearest(Nearest<'a>),
}

/// A condition, held still.
pub(super) enum Test<'a> {
    All(Vec<Test<'a>>),
    Any(Vec<Test<'a>>),
    Not(Box<Test<'a>>),
    /// A range in raw steps; the unknown are in none.
    Range(Held<'a>, i64, i64),
    /// Whether it is known.
    Known(Held<'a>, bool),
    /// What orders do not change.
    Fixed(bool),
    Segment(Box<Frozen<'a>>, Box<[bool; 256]>),
    /// Nobody can say, but for what it is now.
    Untold(bool),
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
    pub(super) fn bands(asked: &Asked<'a>, (metric, cutting): (&Metric, &Cutting), classified: &Classified, customer: CustomerId) -> Self {
        let metric = Held::new(asked, metric, customer);
        let begins = cutting.begins(metric.scale);
        let last = begins.len();
        // Bands are named from the best down, values run from the lowest up.
        let positions = (0..=last).map(|place| if metric.metric.lower_is_better() { place } else { last - place }).collect();
        Self::Intervals { metric, begins, positions, unknown: classified.segments.len().saturating_sub(1) }
    }

    /// The levels of a quota: whoever is better than the last one who is in takes that place.
    pub(super) fn quota(
        asked: &Asked<'a>,
        (metric, levels): (&Metric, &[QuotaLevel]),
        classified: &Classified,
        customer: CustomerId,
    ) -> Option<Self> {
        let standing = asked.standing;
        let column = standing.metric(asked.book, asked.recipe, metric);
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
        Some(Self::Intervals { metric: Held::new(asked, metric, customer), begins, positions, unknown: rest })
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
            Self::Nearest(nearest) => nearest.position(figures, visits),
        }
    }

    /// Whether an order can change anything.
    pub(super) fn follows_from_orders(&self) -> bool {
        match self {
            Self::Rows(rows, _) => rows.iter().any(|(test, _)| test.follows_from_orders()),
            Self::Intervals { metric, .. } => metric.follows_from_orders(),
            Self::Nearest(nearest) => nearest.follows_from_orders(),
        }
    }

    /// Whether it can be told what it says on later days.
    pub(super) fn is_told_later(&self) -> bool {
        match self {
            Self::Rows(rows, _) => rows.iter().all(|(test, _)| test.is_told_later()),
            Self::Intervals { metric, .. } => metric.is_told_later(),
            Self::Nearest(nearest) => nearest.is_told_later(),
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
            Self::Nearest(nearest) => found = nearest.amounts(figures, orders, visits),
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
            Self::Nearest(nearest) => found = nearest.turning_days(figures, visits),
        }
        found
    }
}

impl<'a> Test<'a> {
    pub(super) fn new(asked: &Asked<'a>, condition: &Condition, customer: CustomerId) -> Self {
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

    fn metric(asked: &Asked<'a>, condition: &MetricCondition, customer: CustomerId) -> Self {
        let held = Held::new(asked, &condition.of, customer);
        if let Some(known) = condition.known.filter(|known| !known || (condition.at_least.is_none() && condition.at_most.is_none())) {
            return Self::Known(held, known);
        }
        let (low, high) = bounds(condition, held.scale);
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
    pub(super) fn holds(&self, figures: &Figures, visits: &Visits) -> Option<bool> {
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

    /// Whether it can be told what it says on later days.
    fn is_told_later(&self) -> bool {
        match self {
            Self::All(parts) | Self::Any(parts) => parts.iter().all(Self::is_told_later),
            Self::Not(part) => part.is_told_later(),
            Self::Range(held, ..) | Self::Known(held, _) => held.is_told_later(),
            Self::Segment(frozen, _) => frozen.is_told_later(),
            Self::Fixed(_) => true,
            Self::Untold(_) => false,
        }
    }

    pub(super) fn follows_from_orders(&self) -> bool {
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
