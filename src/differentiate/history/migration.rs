//! Who moved from which tier to which between two days.
//!
//! Invariant: every customer who is present on the later day is in exactly one cell; rows and columns add up
//! to the tiers of the two days.

use super::drift::stability_index;
use super::standing_at;
use crate::base::{CustomerId, Day, Money};
use crate::differentiate::customers::{CustomerRow, PAGE_LIMIT, row};
use crate::differentiate::schemes::{Classified, NO_SEGMENT};
use crate::differentiate::{Measures, Standing};
use crate::identify::Book;
use crate::math::sort;
use crate::recipe::{Checked, Segment};
use crate::{ErrorKind, Result};
use serde::{Deserialize, Serialize};

/// How customers moved between two days.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Migration {
    /// Scheme id.
    pub scheme: String,
    /// The earlier day.
    #[cfg_attr(test, ts(type = "string"))]
    pub from: Day,
    /// The later day.
    #[cfg_attr(test, ts(type = "string"))]
    pub to: Day,
    /// The segments, in the order of the scheme, the best first where it is a scale.
    pub segments: Vec<Segment>,
    /// Customers by segment on the earlier day (row) and on the later one (column), row by row.
    pub moved: Vec<u32>,
    /// Customers by segment on the later day who were not there on the earlier one.
    pub arrived: Vec<u32>,
    /// Customers who moved to a segment further up.
    pub upgraded: u32,
    /// Their revenue up to the later day.
    #[cfg_attr(test, ts(type = "number"))]
    pub upgraded_revenue: Money,
    /// Customers who moved to a segment further down.
    pub downgraded: u32,
    /// Their revenue up to the later day.
    #[cfg_attr(test, ts(type = "number"))]
    pub downgraded_revenue: Money,
    /// Customers who stayed.
    pub stayed: u32,
    /// Population stability index between the shares of the two days: see [`mod@super::drift`].
    pub drift: f64,
}

/// Which customers are wanted, by how they moved. Numbers are positions in [`Migration::segments`].
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Moves {
    /// Everybody who changed the segment.
    #[default]
    Any,
    /// To a segment further up.
    Up,
    /// To a segment further down.
    Down,
    /// From one segment to another, or staying in one.
    Cell {
        /// The earlier segment.
        was: u8,
        /// The later one.
        is: u8,
    },
    /// Into a segment, from nowhere: not a customer on the earlier day.
    Arrived {
        /// The later segment.
        is: u8,
    },
}

impl Moves {
    fn wants(self, was: u8, is: u8) -> bool {
        if was == NO_SEGMENT {
            return self == Self::Arrived { is };
        }
        match self {
            Self::Any => was != is,
            Self::Up => is < was,
            Self::Down => is > was,
            Self::Cell { was: from, is: to } => (was, is) == (from, to),
            Self::Arrived { .. } => false,
        }
    }
}

/// One customer who moved.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Mover {
    /// The row of the list, as of the analysis day.
    pub row: CustomerRow,
    /// Position of the earlier segment in [`Migration::segments`]; none for those who were not there.
    pub was: Option<u8>,
    /// Position of the later one.
    pub is: u8,
}

/// A page of customers who moved.
#[derive(Debug, Clone, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct MoverPage {
    /// How many there are on all pages.
    pub total: u32,
    /// Those of this page, the largest revenue first.
    pub rows: Vec<Mover>,
}

/// Two days side by side: made once, and kept while its figures and pages are asked for.
#[derive(Debug)]
pub struct Comparison {
    migration: Migration,
    /// Positions of the earlier and the later segment, indexed by [`CustomerId`]; [`NO_SEGMENT`] for those who are not there.
    was: Vec<u8>,
    is: Vec<u8>,
}

/// How customers moved in one scheme.
///
/// # Errors
/// As [`Comparison::new`].
pub fn migration(book: &Book, recipe: &Checked, days: (Day, Day), scheme: &str) -> Result<Migration> {
    Comparison::new(book, recipe, days, scheme).map(|comparison| comparison.migration)
}

impl Comparison {
    /// Compares the tiers of one scheme on two days.
    ///
    /// # Errors
    /// `argument.invalid` when there is no such scheme on both days or the days are not in order; as
    /// [`crate::differentiate::differentiate`] when nobody was there on the earlier day.
    pub fn new(book: &Book, recipe: &Checked, (from, to): (Day, Day), scheme: &str) -> Result<Self> {
        if from >= to {
            return Err(ErrorKind::ArgumentInvalid { problem: format!("{from} is not before {to}") }.into());
        }
        if book.ledger.is_empty() {
            return Err(ErrorKind::ArgumentInvalid { problem: "there are no orders to look back on".into() }.into());
        }
        let (before, after) = (standing_at(book, recipe, from)?, standing_at(book, recipe, to)?);
        let (was, is) = (named(&before, scheme)?, named(&after, scheme)?);
        let mut segments = is.segments.clone();
        let was = in_terms_of(&mut segments, was);
        let is = is.of.to_vec();
        let migration = count(&was, &is, segments, &after.measures);
        Ok(Self { migration: Migration { scheme: scheme.to_owned(), from, to, ..migration }, was, is })
    }

    /// The figures.
    #[must_use]
    pub fn migration(&self) -> &Migration {
        &self.migration
    }

    /// Whether it is of these days and this scheme.
    #[must_use]
    pub fn is_of(&self, (from, to): (Day, Day), scheme: &str) -> bool {
        (self.migration.from, self.migration.to, self.migration.scheme.as_str()) == (from, to, scheme)
    }

    /// Customers who moved as wanted, the largest revenue of today first, equal ones by id; at most
    /// [`PAGE_LIMIT`] of them.
    #[must_use]
    pub fn movers(&self, book: &Book, standing: &Standing, wanted: Moves, (offset, limit): (u32, u32)) -> MoverPage {
        let numbers = (0_u32..).zip(self.was.iter().zip(&self.is));
        let fits = |(_, (was, is)): &(u32, (&u8, &u8))| **is != NO_SEGMENT && wanted.wants(**was, **is);
        let chosen: Vec<u32> = numbers.filter(fits).map(|(number, _)| number).collect();
        let revenue = |customer: u32| standing.measures.revenue.get(customer as usize).map_or(0, |revenue| revenue.raw());
        let ordered = sort::order_by(chosen, |customer| !revenue(customer));
        let page = ordered.iter().skip(offset as usize).take(limit.min(PAGE_LIMIT) as usize);
        let mover = |&customer: &u32| Mover {
            row: row(book, standing, CustomerId(customer)),
            was: Some(self.was[customer as usize]).filter(|was| *was != NO_SEGMENT),
            is: self.is[customer as usize],
        };
        MoverPage { total: u32::try_from(ordered.len()).unwrap_or(u32::MAX), rows: page.map(mover).collect() }
    }
}

fn named<'s>(standing: &'s Standing, scheme: &str) -> Result<&'s Classified> {
    standing.scheme(scheme).ok_or_else(|| ErrorKind::ArgumentInvalid { problem: format!("no scheme is called {scheme}") }.into())
}

/// The segments of every customer as positions in `segments`; what there is not in it is added to it.
fn in_terms_of(segments: &mut Vec<Segment>, classified: &Classified) -> Vec<u8> {
    let mut places = Vec::new();
    for segment in &classified.segments {
        let known = segments.iter().position(|known| known.code == segment.code);
        let place = known.unwrap_or_else(|| {
            segments.push(segment.clone());
            segments.len() - 1
        });
        places.push(u8::try_from(place).unwrap_or(NO_SEGMENT));
    }
    classified.of.iter().map(|&was| places.get(usize::from(was)).copied().unwrap_or(NO_SEGMENT)).collect()
}

fn count(was: &[u8], is: &[u8], segments: Vec<Segment>, after: &Measures) -> Migration {
    let size = segments.len();
    let (mut moved, mut arrived) = (vec![0; size * size], vec![0; size]);
    let mut ways = [(0_u32, 0_i64); 3];
    for ((&was, &is), revenue) in was.iter().zip(is).zip(&after.revenue) {
        if is == NO_SEGMENT {
            continue;
        }
        if was == NO_SEGMENT {
            arrived[usize::from(is)] += 1;
            continue;
        }
        moved[usize::from(was) * size + usize::from(is)] += 1;
        let way = match was.cmp(&is) {
            std::cmp::Ordering::Greater => &mut ways[0],
            std::cmp::Ordering::Less => &mut ways[1],
            std::cmp::Ordering::Equal => &mut ways[2],
        };
        *way = (way.0 + 1, way.1.saturating_add(revenue.raw()));
    }
    let [upgraded, downgraded, stayed] = ways;
    let before: Vec<u32> = moved.chunks(size.max(1)).map(|row| row.iter().sum()).collect();
    let now = |column: usize| arrived[column] + moved.iter().skip(column).step_by(size.max(1)).sum::<u32>();
    let after: Vec<u32> = (0..size).map(now).collect();
    Migration {
        scheme: String::new(),
        from: Day::MIN,
        to: Day::MAX,
        segments,
        drift: stability_index(&before, &after),
        moved,
        arrived,
        upgraded: upgraded.0,
        upgraded_revenue: Money::from_raw(upgraded.1),
        downgraded: downgraded.0,
        downgraded_revenue: Money::from_raw(downgraded.1),
        stayed: stayed.0,
    }
}
