//! Who moved from which tier to which between two days.
//!
//! Invariant: every customer who is present on the later day is in exactly one cell; rows and columns add up
//! to the tiers of the two days.

use super::standing_at;
use crate::base::{CustomerId, Day};
use crate::differentiate::Standing;
use crate::differentiate::schemes::Classified;
use crate::identify::Book;
use crate::recipe::{Checked, Segment};
use crate::{ErrorKind, Result};
use serde::Serialize;

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
    /// Customers who moved to a segment further down.
    pub downgraded: u32,
    /// Customers who stayed.
    pub stayed: u32,
    /// Population stability index between the shares of the two days: below 0.1 little has changed, above 0.25 much has
    /// (Siddiqi 2006, Credit Risk Scorecards).
    pub drift: f64,
}

/// One customer who moved.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Mover {
    /// Who.
    pub customer: u32,
    /// The identifier.
    pub id: String,
    /// Position of the earlier segment in [`Migration::segments`].
    pub from: u8,
    /// Position of the later one.
    pub to: u8,
}

/// How customers moved in one scheme.
///
/// # Errors
/// `argument.invalid` when there is no such scheme on both days or the days are not in order; as
/// [`super::differentiate`] when nobody was there on the earlier day.
pub fn migration(book: &Book, recipe: &Checked, (from, to): (Day, Day), scheme: &str) -> Result<Migration> {
    let (before, after) = days(book, recipe, (from, to))?;
    let (before, after) = (named(&before, scheme)?, named(&after, scheme)?);
    let segments = after.segments.clone();
    let size = segments.len();
    let mut found = Migration {
        scheme: scheme.to_owned(),
        from,
        to,
        moved: vec![0; size * size],
        arrived: vec![0; size],
        segments,
        upgraded: 0,
        downgraded: 0,
        stayed: 0,
        drift: 0.0,
    };
    for (was, is) in before.of.iter().zip(&after.of) {
        let (was, is) = (usize::from(*was), usize::from(*is));
        if is >= size {
            continue;
        }
        if was >= size {
            found.arrived[is] += 1;
            continue;
        }
        found.moved[was * size + is] += 1;
        match was.cmp(&is) {
            std::cmp::Ordering::Greater => found.upgraded += 1,
            std::cmp::Ordering::Less => found.downgraded += 1,
            std::cmp::Ordering::Equal => found.stayed += 1,
        }
    }
    found.drift = stability_index(&shares(before, size), &shares(after, size));
    Ok(found)
}

/// The customers whose move from one segment to another (positions in [`Migration::segments`]) is wanted, in the order of their ids.
///
/// # Errors
/// As [`migration`].
pub fn movers(book: &Book, recipe: &Checked, between: (Day, Day), scheme: &str, wanted: impl Fn(u8, u8) -> bool) -> Result<Vec<Mover>> {
    let (before, after) = days(book, recipe, between)?;
    let (before, after) = (named(&before, scheme)?, named(&after, scheme)?);
    let pairs = before.of.iter().zip(&after.of).zip(book.customers.iter());
    let present = |was: u8, is: u8| usize::from(was) < before.segments.len() && usize::from(is) < after.segments.len();
    let mover = |((&from, &to), customer): ((&u8, &u8), CustomerId)| {
        (present(from, to) && wanted(from, to)).then(|| Mover {
            customer: customer.0,
            id: book.customers.id(customer).to_owned(),
            from,
            to,
        })
    };
    Ok(pairs.filter_map(mover).collect())
}

fn days(book: &Book, recipe: &Checked, (from, to): (Day, Day)) -> Result<(Standing, Standing)> {
    if from >= to {
        return Err(ErrorKind::ArgumentInvalid { problem: format!("{from} is not before {to}") }.into());
    }
    Ok((standing_at(book, recipe, from)?, standing_at(book, recipe, to)?))
}

fn named<'s>(standing: &'s Standing, scheme: &str) -> Result<&'s Classified> {
    standing.scheme(scheme).ok_or_else(|| ErrorKind::ArgumentInvalid { problem: format!("no scheme is called {scheme}") }.into())
}

fn shares(classified: &Classified, size: usize) -> Vec<f64> {
    let all: u32 = classified.totals.iter().map(|total| total.customers).sum();
    (0..size).map(|at| classified.totals.get(at).map_or(0.0, |total| f64::from(total.customers) / f64::from(all.max(1)))).collect()
}

/// Σ (after − before) ln (after / before); an empty share counts as one in ten thousand.
fn stability_index(before: &[f64], after: &[f64]) -> f64 {
    let floored = |share: &f64| share.max(1e-4);
    before.iter().map(floored).zip(after.iter().map(floored)).map(|(b, a)| (a - b) * libm::log(a / b)).sum()
}
