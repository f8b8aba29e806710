//! Two schemes against each other: who is called what in both, how far they agree, and on whom they do not.
//!
//! A business that changes the way it names its customers wants to know what changes for whom. Segments of two schemes have
//! different names, so they are held against each other by what they say of the customers' health. Invariant: the cells add up to
//! all customers and their revenue; nothing depends on the order of rows.

use super::customers::{CustomerRow, row};
use super::schemes::SegmentTotal;
use super::{Classified, Standing};
use crate::base::{CustomerId, Money};
use crate::identify::Book;
use crate::recipe::{Health, Segment};
use serde::Serialize;

/// Customers that are listed at most among those on whom the schemes disagree.
const LISTED: usize = 20;

/// Two schemes against each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Comparison {
    /// Segments of the first scheme.
    pub rows: Vec<Segment>,
    /// Segments of the second.
    pub columns: Vec<Segment>,
    /// For each segment of the first scheme those of the second.
    pub cells: Vec<Vec<CrossCell>>,
    /// Customers in all.
    pub customers: u32,
    /// Customers whose health is the same in both.
    pub same_health: u32,
    /// Adjusted Rand index, at most 1 (the same groups); 0 is what chance gives. See [`adjusted_rand`].
    pub adjusted_rand: f64,
    /// Cramér's V, 0 (independent) to 1 (one scheme follows from the other); none where a scheme has one segment only.
    /// See [`cramers_v`].
    pub cramers_v: Option<f64>,
    /// Customers whose health differs.
    pub disagreeing: u32,
    /// The first of them: the furthest apart, among these the largest revenue, then the smaller id.
    pub furthest: Vec<Disagreement>,
}

/// Customers who are in one segment of the first and in one of the second scheme.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct CrossCell {
    /// Customers.
    pub customers: u32,
    /// Their revenue.
    #[cfg_attr(test, ts(type = "number"))]
    pub revenue: Money,
}

/// One customer whom the schemes see differently.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct Disagreement {
    /// The customer.
    pub row: CustomerRow,
    /// Code of the segment in the first scheme.
    pub first: String,
    /// Code of the segment in the second scheme.
    pub second: String,
    /// How far apart they are: steps between lost, slipping, needs care, growing and loyal, 1 to 4.
    pub steps: u8,
}

/// Two schemes of this standing, by their ids. `None` when there is no such scheme.
#[must_use]
pub fn compare(book: &Book, standing: &Standing, first: &str, second: &str) -> Option<Comparison> {
    let (first, second) = (standing.scheme(first)?, standing.scheme(second)?);
    let cells = cross_table(standing, first, second);
    let counts: Vec<Vec<u64>> = cells.iter().map(|row| row.iter().map(|cell| u64::from(cell.customers)).collect()).collect();
    let steps = steps(first, second);
    let same_health = sum_where(&cells, &steps, |steps| steps == 0);
    let customers = sum_where(&cells, &steps, |_| true);
    Some(Comparison {
        rows: first.segments.clone(),
        columns: second.segments.clone(),
        customers,
        same_health,
        adjusted_rand: adjusted_rand(&counts),
        cramers_v: cramers_v(&counts),
        disagreeing: customers - same_health,
        furthest: furthest(book, standing, (first, second), &steps),
        cells,
    })
}

/// Customers and revenue of every pair of segments.
fn cross_table(standing: &Standing, first: &Classified, second: &Classified) -> Vec<Vec<CrossCell>> {
    let mut totals = vec![vec![SegmentTotal::default(); second.segments.len()]; first.segments.len()];
    for customer in standing.customers() {
        let (row, column) = (usize::from(first.of[customer.index()]), usize::from(second.of[customer.index()]));
        if let Some(total) = totals.get_mut(row).and_then(|row| row.get_mut(column)) {
            total.add(SegmentTotal { customers: 1, orders: 0, revenue: standing.measures.revenue[customer.index()] });
        }
    }
    let cell = |total: SegmentTotal| CrossCell { customers: total.customers, revenue: total.revenue };
    totals.into_iter().map(|row| row.into_iter().map(cell).collect()).collect()
}

/// Steps between the healths of every pair of segments.
fn steps(first: &Classified, second: &Classified) -> Vec<Vec<u8>> {
    let of_row = |row: &Segment| second.segments.iter().map(|column| rank(row.health).abs_diff(rank(column.health))).collect();
    first.segments.iter().map(of_row).collect()
}

/// From gone to the core of the business.
const fn rank(health: Health) -> u8 {
    match health {
        Health::Lost => 0,
        Health::Slipping => 1,
        Health::NeedsCare => 2,
        Health::Growing => 3,
        Health::Loyal => 4,
    }
}

fn sum_where(cells: &[Vec<CrossCell>], steps: &[Vec<u8>], holds: impl Fn(u8) -> bool) -> u32 {
    let pairs = cells.iter().flatten().zip(steps.iter().flatten());
    pairs.filter(|(_, steps)| holds(**steps)).map(|(cell, _)| cell.customers).sum()
}

fn furthest(book: &Book, standing: &Standing, (first, second): (&Classified, &Classified), steps: &[Vec<u8>]) -> Vec<Disagreement> {
    let revenue = &standing.measures.revenue;
    let apart = |customer: CustomerId| {
        let (row, column) = (first.of[customer.index()], second.of[customer.index()]);
        steps.get(usize::from(row)).and_then(|row| row.get(usize::from(column))).copied().unwrap_or(0)
    };
    let mut found: Vec<(u8, i64, CustomerId)> =
        standing.customers().map(|customer| (apart(customer), revenue[customer.index()].raw(), customer)).filter(|one| one.0 > 0).collect();
    let order =
        |one: &(u8, i64, CustomerId), other: &(u8, i64, CustomerId)| (other.0, other.1).cmp(&(one.0, one.1)).then(one.2.cmp(&other.2));
    // A million may disagree; only the first few have to be put in order.
    if found.len() > LISTED {
        found.select_nth_unstable_by(LISTED, order);
        found.truncate(LISTED);
    }
    found.sort_unstable_by(order);
    let listed = |(steps, _, customer): (u8, i64, CustomerId)| Disagreement {
        row: row(book, standing, customer),
        first: first.code_of(customer).to_owned(),
        second: second.code_of(customer).to_owned(),
        steps,
    };
    found.into_iter().map(listed).collect()
}

/// Adjusted Rand index of a cross table: the share of pairs of customers that both schemes treat alike (together in both or apart in
/// both), corrected for chance. 1 when the groups are the same whatever they are called; about 0 for unrelated groups; can be
/// negative. Where no correction is possible (each scheme has one group, or only groups of one) the groups are the same: 1.
///
/// Source: L. Hubert, P. Arabie: Comparing Partitions. Journal of Classification 2 (1985), equation 5.
///
/// # Example: the same groups under other names
/// ```
/// use customer_tiers::differentiate::compare::adjusted_rand;
/// assert!((adjusted_rand(&[vec![0, 3], vec![4, 0]]) - 1.0).abs() < 1e-12);
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a ratio to show; counts are below 2^53")]
pub fn adjusted_rand(cells: &[Vec<u64>]) -> f64 {
    let pairs = |count: u64| (count as f64) * (count as f64 - 1.0) / 2.0;
    let (rows, columns) = margins(cells);
    let total: u64 = rows.iter().sum();
    if total < 2 {
        return 1.0;
    }
    let together: f64 = cells.iter().flatten().map(|&count| pairs(count)).sum();
    let in_rows: f64 = rows.into_iter().map(pairs).sum();
    let in_columns: f64 = columns.into_iter().map(pairs).sum();
    let expected = in_rows * in_columns / pairs(total);
    let most = f64::midpoint(in_rows, in_columns);
    if most == expected { 1.0 } else { (together - expected) / (most - expected) }
}

/// Cramér's V of a cross table: √(χ² / (n · (k − 1))), k the smaller number of segments that have customers. 0 when the schemes are
/// independent, 1 when each segment of the one with more of them lies in one of the other. `None` for k < 2.
///
/// Source: H. Cramér: Mathematical Methods of Statistics (1946), section 21.9, equation 21.9.1.
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "a ratio to show; counts are below 2^53")]
pub fn cramers_v(cells: &[Vec<u64>]) -> Option<f64> {
    let (rows, columns) = margins(cells);
    let filled = |margin: &[u64]| margin.iter().filter(|&&count| count > 0).count();
    let smaller = filled(&rows).min(filled(&columns));
    if smaller < 2 {
        return None;
    }
    let mut sum = 0.0;
    for (row, &of_row) in cells.iter().zip(&rows) {
        for (&count, &of_column) in row.iter().zip(&columns) {
            if of_row > 0 && of_column > 0 {
                sum += (count as f64) * (count as f64) / (of_row as f64 * of_column as f64);
            }
        }
    }
    // χ²/n = Σ n_ij² / (n_i· n_·j) − 1.
    Some(((sum - 1.0).max(0.0) / (smaller as f64 - 1.0)).sqrt().min(1.0))
}

fn margins(cells: &[Vec<u64>]) -> (Vec<u64>, Vec<u64>) {
    let rows = cells.iter().map(|row| row.iter().sum()).collect();
    let width = cells.first().map_or(0, Vec::len);
    let columns = (0..width).map(|column| cells.iter().map(|row| row[column]).sum()).collect();
    (rows, columns)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn close(found: f64, expected: f64) -> bool {
        (found - expected).abs() < 1e-9
    }

    /// Source: the worked table of Hubert & Arabie as checked against scikit-learn 1.5 `adjusted_rand_score`.
    #[test]
    fn adjusted_rand_index() {
        for (name, cells, expected) in [
            ("the same groups", vec![vec![3, 0], vec![0, 4]], 1.0),
            ("renamed groups", vec![vec![0, 3], vec![4, 0]], 1.0),
            // scikit-learn: adjusted_rand_score([0, 0, 1, 1], [0, 0, 1, 2]) = 0.5714285714285714
            ("one group split", vec![vec![2, 0, 0], vec![0, 1, 1]], 4.0 / 7.0),
            // scikit-learn: adjusted_rand_score([0, 0, 1, 1], [0, 1, 0, 1]) = -0.5
            ("crossed", vec![vec![1, 1], vec![1, 1]], -0.5),
            ("all in one", vec![vec![5]], 1.0),
            ("nobody", vec![], 1.0),
        ] {
            assert!(close(adjusted_rand(&cells), expected), "{name}: {}", adjusted_rand(&cells));
        }
    }

    #[test]
    fn cramers_v_from_independent_to_determined() {
        for (name, cells, expected) in [
            ("independent", vec![vec![10, 20], vec![20, 40]], Some(0.0)),
            ("determined", vec![vec![10, 0], vec![0, 7]], Some(1.0)),
            ("one follows from the finer other", vec![vec![5, 6, 0], vec![0, 0, 7]], Some(1.0)),
            // χ² = 100·(30·40 − 10·20)² / (40·60·50·50) = 16.666…, V = √(χ²/100)
            ("by hand", vec![vec![30, 10], vec![20, 40]], Some((100.0_f64 * 1000.0 * 1000.0 / (40.0 * 60.0 * 50.0 * 50.0) / 100.0).sqrt())),
            ("empty segments do not count", vec![vec![10, 0, 0], vec![0, 7, 0], vec![0, 0, 0]], Some(1.0)),
            ("one segment only", vec![vec![10, 4]], None),
            ("nobody", vec![vec![0, 0], vec![0, 0]], None),
        ] {
            let found = cramers_v(&cells);
            assert!(found.zip(expected).map_or(found == expected, |(found, expected)| close(found, expected)), "{name}: {found:?}");
        }
    }
}
