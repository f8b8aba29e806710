//! The numbers behind the charts, for all customers or for a selection.
//!
//! For all customers most of it is known already: segments have totals, measures have distributions.
//! Invariant: an empty filter and a filter that lets everybody through give the same numbers.

mod histogram;
mod months;
pub(super) mod select;

pub use select::select;

use crate::base::{CustomerId, Day, Money};
use crate::differentiate::schemes::{Classified, SegmentTotal};
use crate::differentiate::summary::{self, SegmentFigures};
use crate::differentiate::{Factor, Standing};
use crate::identify::Book;
use crate::math::{Distribution, concentration};
use crate::recipe::Condition;
use serde::{Deserialize, Serialize};

/// Which customers are meant; empty means all. Conditions on different properties must all hold.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(deny_unknown_fields, default)]
pub struct Filter {
    /// Scheme id and segment code, as `["rfm-11", "champions"]`; all must hold.
    pub segments: Vec<(String, String)>,
    /// Scores: factor and score; all must hold.
    pub scores: Vec<(Factor, u8)>,
    /// Measures: factor, from (inclusive), to (inclusive), in days, orders or currency units.
    pub ranges: Vec<(Factor, f64, f64)>,
    /// Text found in id, name, phone, e-mail or company, without regard to case.
    pub search: String,
    /// A condition of any kind, over metrics, attributes and segments of any scheme.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(test, ts(optional = nullable))]
    pub condition: Option<Condition>,
}

/// The numbers behind the charts of the overview.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Overview {
    /// Customers in the selection.
    pub customers: u32,
    /// Their orders, as the recipe counts them, added up.
    #[cfg_attr(test, ts(type = "number"))]
    pub orders: u64,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Every scheme with its segments in figures.
    pub schemes: Vec<SchemeFigures>,
    /// R×F grid: for each recency score (1 up) the frequency scores (1 up).
    pub grid: Vec<Vec<GridCell>>,
    /// Concentration of revenue.
    pub pareto: Pareto,
    /// Distribution of recency, frequency and monetary.
    pub histograms: Vec<Histogram>,
    /// Orders and revenue by calendar month, ascending; only months with lines. None for ready-made measures.
    pub months: Vec<Month>,
    /// Customers worth most who have gone silent or further: how many, and their revenue so far. Worth most are the two
    /// best monetary scores, of fewer than four scores the best one.
    pub valuable_and_silent: SegmentFiguresShort,
}

/// A scheme and its segments in figures.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SchemeFigures {
    /// Scheme id.
    pub id: String,
    /// Name of an own scheme; built-in ones are translated by id.
    pub name: String,
    /// Its segments, in order.
    pub segments: Vec<SegmentFigures>,
}

/// Customers and revenue of some group.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct SegmentFiguresShort {
    /// Customers.
    pub customers: u32,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// One cell of the R×F grid.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct GridCell {
    /// Customers.
    pub customers: u32,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
    /// Mean of their monetary value.
    #[cfg_attr(test, ts(type = "number"))]
    pub mean_monetary: Money,
}

/// How concentrated the revenue is. Customers with no or negative revenue count as 0.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Pareto {
    /// Points of the curve, from the largest customers down, at most 201: share of customers, share of revenue, both 0 to 1.
    pub curve: Vec<(f64, f64)>,
    /// Gini coefficient, 0 (all equal) to 1.
    pub gini: f64,
    /// Share of revenue of the best fifth of the customers (n/5 rounded down, at least one), 0 to 1.
    pub top_fifth_share: f64,
    /// Customers of the best fifth.
    pub top_fifth_customers: u32,
    /// How many customers bring 80 % of the revenue, the one that crosses it included.
    pub customers_for_80_percent: u32,
}

/// A distribution.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Histogram {
    /// What is counted.
    pub factor: Factor,
    /// Edges of the bars, ascending, one more than bars, at round numbers; the last bar may hold all that is larger.
    /// Bars are equally wide, but for the first one where a few customers are far below the others. Recency in
    /// seconds is counted in fractions of days.
    pub edges: Vec<f64>,
    /// Customers in each bar: `edges[i] <= value < edges[i + 1]`, the last bar including its upper edge.
    pub counts: Vec<u32>,
    /// Whether the last bar also holds everything beyond its upper edge (long tails).
    pub open_ended: bool,
    /// Median.
    pub median: f64,
}

/// One calendar month.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Month {
    /// First day of the month.
    #[cfg_attr(test, ts(type = "string"))]
    pub month: Day,
    /// Lines that are orders.
    pub lines: u32,
    /// Revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// The numbers behind the charts, for the customers that a filter lets through.
#[must_use]
pub fn overview(book: &Book, standing: &Standing, filter: &Filter) -> Overview {
    let everybody = *filter == Filter::default();
    let chosen = select(book, standing, filter);
    let group = Group { standing, chosen: &chosen, everybody };
    let total = group.total(|_| true);
    let values = Factor::ALL.map(|factor| group.distribution(factor));
    Overview {
        customers: total.customers,
        orders: total.orders,
        revenue: total.revenue,
        schemes: standing.schemes.iter().map(|classified| group.scheme_figures(classified)).collect(),
        grid: group.grid(),
        pareto: pareto(&group.revenues()),
        histograms: Factor::ALL.into_iter().zip(&values).map(|(factor, values)| group.histogram(factor, values)).collect(),
        months: months::months(book, standing, &chosen),
        valuable_and_silent: group.valuable_and_silent(),
    }
}

/// A selection of customers.
struct Group<'a> {
    standing: &'a Standing,
    chosen: &'a [CustomerId],
    everybody: bool,
}

impl Group<'_> {
    fn total(&self, wanted: impl Fn(CustomerId) -> bool) -> SegmentTotal {
        let mut total = SegmentTotal::default();
        for &customer in self.chosen.iter().filter(|customer| wanted(**customer)) {
            total.add(self.one(customer));
        }
        total
    }

    fn one(&self, customer: CustomerId) -> SegmentTotal {
        let (measures, index) = (&self.standing.measures, customer.index());
        SegmentTotal { customers: 1, orders: u64::from(measures.orders[index]), revenue: measures.revenue[index] }
    }

    fn scheme_figures(&self, classified: &Classified) -> SchemeFigures {
        let totals = if self.everybody { classified.totals.clone() } else { self.segment_totals(classified) };
        SchemeFigures {
            id: classified.scheme.id.clone(),
            name: classified.scheme.name.clone(),
            segments: summary::segment_figures(&classified.segments, &totals),
        }
    }

    fn segment_totals(&self, classified: &Classified) -> Vec<SegmentTotal> {
        let mut totals = vec![SegmentTotal::default(); classified.segments.len()];
        for &customer in self.chosen {
            if let Some(total) = totals.get_mut(usize::from(classified.of[customer.index()])) {
                total.add(self.one(customer));
            }
        }
        totals
    }

    fn grid(&self) -> Vec<Vec<GridCell>> {
        let scores = &self.standing.scores;
        let bins = |place: usize| scores.thresholds.get(place).map_or(0, |thresholds| usize::from(thresholds.bins));
        let (rows, columns) = (bins(0), bins(1));
        let mut cells = vec![(GridCell::default(), 0_i128); rows * columns];
        for customer in self.chosen {
            let index = customer.index();
            let place = (usize::from(scores.r[index]) - 1) * columns + usize::from(scores.f[index]) - 1;
            let (cell, monetary) = &mut cells[place];
            cell.customers += 1;
            cell.revenue = cell.revenue.checked_add(self.standing.measures.revenue[index]).unwrap_or(cell.revenue);
            *monetary += i128::from(self.standing.measures.monetary[index].raw());
        }
        let with_mean = |&(cell, monetary): &(GridCell, i128)| {
            let sum = Money::from_raw(i64::try_from(monetary).unwrap_or(0));
            GridCell { mean_monetary: sum.divided_by(cell.customers), ..cell }
        };
        cells.chunks(columns.max(1)).map(|row| row.iter().map(with_mean).collect()).collect()
    }

    fn distribution(&self, factor: Factor) -> std::borrow::Cow<'_, Distribution> {
        let measures = &self.standing.measures;
        if self.everybody {
            return std::borrow::Cow::Borrowed(measures.distribution(factor));
        }
        std::borrow::Cow::Owned(Distribution::of(self.chosen.iter().map(|&customer| measures.raw(factor, customer)).collect()))
    }

    fn revenues(&self) -> std::borrow::Cow<'_, Distribution> {
        let measures = &self.standing.measures;
        if self.everybody {
            return std::borrow::Cow::Borrowed(measures.revenue_distribution());
        }
        let revenues = self.chosen.iter().map(|customer| measures.revenue[customer.index()].raw());
        std::borrow::Cow::Owned(Distribution::of(revenues.collect()))
    }

    fn histogram(&self, factor: Factor, values: &Distribution) -> Histogram {
        let scale = self.standing.measures.raw_per_unit(factor);
        // Days and orders come whole; money may be cut as finely as it is kept.
        let grain = if factor == Factor::Monetary { 1 } else { scale };
        histogram::histogram(factor, values, grain, scale)
    }

    fn valuable_and_silent(&self) -> SegmentFiguresShort {
        let bins = self.standing.scores.thresholds.get(2).map_or(0, |thresholds| thresholds.bins);
        let enough = if bins < 4 { bins } else { bins - 1 };
        let Some(life_cycle) = self.standing.scheme("life-cycle") else { return SegmentFiguresShort::default() };
        let gone = |customer| matches!(life_cycle.code_of(customer), "silent" | "churned");
        let total = self.total(|customer| self.standing.scores.m[customer.index()] >= enough && gone(customer));
        SegmentFiguresShort { customers: total.customers, revenue: total.revenue }
    }
}

/// Concentration of these revenues.
#[expect(clippy::cast_precision_loss, reason = "shares to draw")]
fn pareto(revenues: &Distribution) -> Pareto {
    const STEPS: u64 = 200;
    let customers = revenues.len();
    let total = concentration::positive_total(revenues);
    let share = |sum: i128| if total == 0 { 0.0 } else { sum as f64 / total as f64 };
    let at = |step: u64| u32::try_from(u64::from(customers) * step / STEPS).unwrap_or(customers);
    let mut counts: Vec<u32> = (0..=STEPS).map(at).collect();
    counts.dedup();
    let sums = concentration::top_sums(revenues, &counts);
    let curve = counts.iter().zip(sums).map(|(&count, sum)| (f64::from(count) / f64::from(customers.max(1)), share(sum)));
    let top_fifth_customers = (customers / 5).max(1).min(customers);
    let top_fifth = concentration::top_sums(revenues, &[top_fifth_customers]);
    Pareto {
        curve: curve.collect(),
        gini: concentration::gini(revenues),
        top_fifth_share: share(top_fifth.first().copied().unwrap_or(0)),
        top_fifth_customers,
        customers_for_80_percent: concentration::needed_for(revenues, 0.8),
    }
}
