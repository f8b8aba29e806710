//! What the model says of every history: repeat purchases down, days since the last purchase across.
//!
//! As `plot_probability_alive_matrix` and `plot_frequency_recency_matrix` of `lifetimes`: T is that of the oldest customer, so
//! a cell is a customer who came first then, bought again so often and has been silent so long; the columns of one-time
//! buyers are their own age. Beside it stands how many customers there are. Invariant: rows and columns are the same for chance,
//! purchases and customers.

use super::{History, Predictions, PurchaseModel, purchases};
use crate::base::CustomerId;
use crate::differentiate::Standing;
use crate::identify::Book;
use serde::Serialize;

/// Frequency × recency, as the model sees it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct AliveMatrix {
    /// T of all cells: days since the first purchase of the oldest customer.
    pub age_days: i32,
    /// The least repeat purchases of each row; a row reaches to the next one's, the last one has no end.
    pub repeats: Vec<u32>,
    /// The most days since the last purchase of each column; a column begins behind the one before.
    pub since_days: Vec<i32>,
    /// The cells, row by row.
    pub cells: Vec<Vec<AliveCell>>,
}

/// One cell.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct AliveCell {
    /// Customers there are.
    pub customers: u32,
    /// How likely a customer like that is one still, in the middle of the column, 0 to 1.
    pub p_alive: f64,
    /// Purchases expected of such a customer within the horizon.
    pub purchases: f64,
}

/// Least repeat purchases of the rows.
const ROWS: [u32; 10] = [0, 1, 2, 3, 4, 5, 7, 10, 15, 25];
const COLUMNS: i32 = 10;

pub(super) fn matrix(book: &Book, standing: &Standing, predictions: &Predictions, model: &PurchaseModel) -> AliveMatrix {
    let recipe = standing.later.recipe();
    let histories: Vec<(u32, i32, i32)> = standing
        .customers()
        .filter_map(|customer: CustomerId| purchases(book, standing, recipe, customer))
        .map(|one| (one.repeats, standing.as_of.days_since(one.last).max(0), one.days(standing.as_of).1))
        .collect();
    let age_days = histories.iter().map(|&(_, _, age)| age).max().unwrap_or(0).max(COLUMNS);
    let most = histories.iter().map(|&(repeats, _, _)| repeats).max().unwrap_or(0);
    let repeats: Vec<u32> = ROWS.into_iter().filter(|&least| least <= most).collect();
    let since_days: Vec<i32> = (1..=COLUMNS).map(|column| age_days * column / COLUMNS).collect();
    let horizon = predictions.horizon();
    let time = f64::from(horizon.months) * horizon.month();
    let cell = |x: u32, column: usize| {
        let since = f64::from(since_days[column]) - f64::from(age_days) / f64::from(COLUMNS) / 2.0;
        let unit = predictions.asked.unit.days();
        let (t_x, age) = if x == 0 { (0.0, since) } else { (f64::from(age_days) - since, f64::from(age_days)) };
        let history = History { x: f64::from(x), t_x: t_x / unit, age: age / unit };
        AliveCell { customers: 0, p_alive: model.p_alive(&history), purchases: model.expected_purchases(&history, time) }
    };
    let mut cells: Vec<Vec<AliveCell>> = repeats.iter().map(|&x| (0..since_days.len()).map(|column| cell(x, column)).collect()).collect();
    for (x, since, _) in histories {
        let row = repeats.partition_point(|&least| least <= x).saturating_sub(1);
        let column = since_days.partition_point(|&most| most < since).min(since_days.len() - 1);
        cells[row][column].customers += 1;
    }
    AliveMatrix { age_days, repeats, since_days, cells }
}
