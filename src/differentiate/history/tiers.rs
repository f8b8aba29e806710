//! The tiers of one scheme at the ends of past periods, and today.
//!
//! Each day is measured anew from the one ledger, which is slow for a million customers: so the days are added one by
//! one, and whoever waits can show how far it is. Of each day only the position of every customer's segment is kept, one
//! byte each. Invariants: a day sees nothing that came after it; every customer of a day is in exactly one segment.

use super::periods::{period_ends, usual_period};
use super::steady::{Held, evaluate};
use super::{Snapshot, snapshot};
use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::schemes::{NO_SEGMENT, SegmentTotal};
use crate::identify::Book;
use crate::recipe::{Checked, Period, Recipe, Segment, Steady};
use crate::{ErrorKind, Result};
use serde::Serialize;

/// The tiers of one scheme over time, as far as they are computed.
#[derive(Debug)]
pub struct TierHistory {
    scheme: String,
    period: Period,
    /// Ends of periods, then the analysis day, unless it is one of them.
    days: Vec<Day>,
    /// How many of these are ends of periods.
    ends: usize,
    segments: Vec<Segment>,
    /// For each day so far the position of every customer's segment, by the figures of that day.
    columns: Vec<Vec<u8>>,
    totals: Vec<Vec<SegmentTotal>>,
    /// What each customer holds after the days so far, and the rule; none unless changes have to last.
    held: Option<(Steady, Vec<Held>)>,
}

/// The sizes of the tiers over time.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierSeries {
    /// Scheme id.
    pub scheme: String,
    /// The period whose ends the days are; the last day is the analysis day.
    pub period: Period,
    /// All days, in order; those without a point are still to be computed.
    #[cfg_attr(test, ts(type = "Array<string>"))]
    pub days: Vec<Day>,
    /// The segments, in the order of the scheme.
    pub segments: Vec<Segment>,
    /// For each day so far what each segment amounted to.
    pub points: Vec<Vec<SegmentTotal>>,
}

/// The tiers that one customer had.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CustomerTiers {
    /// Scheme id.
    pub scheme: String,
    /// The period at whose ends the tier was looked at.
    pub period: Period,
    /// Days that are still to be computed; while there are any, nothing is said.
    pub open: u32,
    /// One entry for each change: the first day on which the tier was seen, and its segment. The first is where it began.
    pub changes: Vec<TierChange>,
}

/// A tier and since when.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct TierChange {
    /// First day on which it was seen.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// The segment.
    pub segment: Segment,
}

impl TierHistory {
    /// The days and the segments; nothing is computed yet.
    /// Books without orders have no days: what a file brings ready-made says nothing of the past.
    ///
    /// # Errors
    /// `argument.invalid` when no scheme has this id.
    pub fn new(book: &Book, standing: &Standing, recipe: &Recipe, scheme: &str, period: Period) -> Result<Self> {
        let unknown = || ErrorKind::ArgumentInvalid { problem: format!("no scheme is called {scheme}") };
        let segments = standing.scheme(scheme).ok_or_else(unknown)?.segments.clone();
        let first = book.ledger.day.iter().copied().min().filter(|first| *first <= standing.as_of);
        let mut days = first.map(|first| period_ends(first, standing.as_of, period)).unwrap_or_default();
        let ends = days.len();
        if first.is_some() && days.last() != Some(&standing.as_of) {
            days.push(standing.as_of);
        }
        let steady = recipe.steady.filter(|steady| scheme == recipe.tier && steady.period == period);
        let held = steady.map(|steady| (steady, vec![Held::default(); book.customers.len()]));
        Ok(Self { scheme: scheme.to_owned(), period, days, ends, segments, columns: Vec::new(), totals: Vec::new(), held })
    }

    /// Whether it is of this scheme and period.
    #[must_use]
    pub fn is_of(&self, scheme: &str, period: Period) -> bool {
        self.scheme == scheme && period == self.period
    }

    /// The period that fits the span of the data.
    #[must_use]
    pub fn usual_period(book: &Book, standing: &Standing) -> Period {
        book.ledger.day.iter().min().map_or_else(Period::default, |&first| usual_period(first, standing.as_of))
    }

    /// Days that are still to be computed.
    #[must_use]
    pub fn open(&self) -> usize {
        self.days.len() - self.columns.len()
    }

    /// Computes up to so many further days.
    ///
    /// # Errors
    /// As [`crate::differentiate::differentiate`].
    pub fn advance(&mut self, book: &Book, recipe: &Checked, days: usize) -> Result<()> {
        for place in (self.columns.len()..self.days.len()).take(days) {
            let found = snapshot(book, recipe, self.days[place], &self.scheme)?;
            let column = self.translated(&found);
            let is_end = place < self.ends;
            let totals = if let Some((rule, held)) = &mut self.held {
                if is_end {
                    evaluate(held, &column, rule, place);
                }
                let tiers: Vec<u8> = held.iter().zip(&column).map(|(held, &today)| held.tier_or(today)).collect();
                found.totals_of(&tiers, self.segments.len())
            } else {
                found.totals_of(&column, self.segments.len())
            };
            self.columns.push(column);
            self.totals.push(totals);
        }
        Ok(())
    }

    /// The column of a day in terms of the segments of today; a segment that there only was in the past is added.
    fn translated(&mut self, found: &Snapshot) -> Vec<u8> {
        let place = |segment: &Segment| {
            let known = self.segments.iter().position(|known| known.code == segment.code);
            known.unwrap_or_else(|| {
                self.segments.push(segment.clone());
                self.segments.len() - 1
            })
        };
        let places: Vec<u8> = found.segments.iter().map(place).map(|place| u8::try_from(place).unwrap_or(NO_SEGMENT)).collect();
        found.of.iter().map(|&was| places.get(usize::from(was)).copied().unwrap_or(NO_SEGMENT)).collect()
    }

    /// The sizes of the tiers so far.
    #[must_use]
    pub fn series(&self) -> TierSeries {
        let padded = |totals: &Vec<SegmentTotal>| {
            let mut totals = totals.clone();
            totals.resize(self.segments.len(), SegmentTotal::default());
            totals
        };
        TierSeries {
            scheme: self.scheme.clone(),
            period: self.period,
            days: self.days.clone(),
            segments: self.segments.clone(),
            points: self.totals.iter().map(padded).collect(),
        }
    }

    /// The tiers that one customer had, by the figures of each day.
    #[must_use]
    pub fn of(&self, customer: CustomerId) -> CustomerTiers {
        let mut changes: Vec<TierChange> = Vec::new();
        for (&day, column) in self.days.iter().zip(&self.columns) {
            let Some(segment) = column.get(customer.index()).and_then(|&place| self.segments.get(usize::from(place))) else { continue };
            if changes.last().is_none_or(|last| last.segment.code != segment.code) {
                changes.push(TierChange { day, segment: segment.clone() });
            }
        }
        let open = u32::try_from(self.open()).unwrap_or(u32::MAX);
        CustomerTiers { scheme: self.scheme.clone(), period: self.period, open, changes: if open == 0 { changes } else { Vec::new() } }
    }

    /// Scheme id.
    pub(super) fn scheme(&self) -> &str {
        &self.scheme
    }

    /// The tiers of the last day; none while it is not computed.
    pub(super) fn today(&self) -> Option<&[u8]> {
        self.columns.get(self.days.len().checked_sub(1)?).map(Vec::as_slice)
    }

    /// The same, for good.
    pub(super) fn into_ends(mut self) -> (Vec<Day>, Vec<Vec<u8>>) {
        self.days.truncate(self.ends);
        self.columns.truncate(self.ends);
        (self.days, self.columns)
    }

    /// The ends of periods and the columns of those that are computed, by the figures of each day.
    pub(super) fn at_ends(&self) -> (&[Day], &[Vec<u8>]) {
        (&self.days[..self.ends], &self.columns[..self.ends.min(self.columns.len())])
    }
}
