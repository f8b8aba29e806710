//! What the model says of every history: repeat purchases down, days since the last purchase across.
//!
//! As `plot_probability_alive_matrix` and `plot_frequency_recency_matrix` of `lifetimes`: T is that of the oldest customer, so
//! a cell is a customer who came first then, bought again so often and has been silent so long; the columns of one-time
//! buyers are their own age. Beside it stands how many customers there are. Invariant: rows and columns are the same for chance,
//! purchases and customers.

use super::purchases::opportunity;
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
    /// How likely a customer like that is one still, in the middle of the column, 0 to 1; NaN where there can be none: more
    /// opportunities taken than there were.
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
        .map(|one| one.counts(standing.as_of))
        .map(|(repeats, t_x, age)| (repeats, age - t_x, age))
        .collect();
    let steps = Steps::of(predictions);
    let age = histories.iter().map(|&(_, _, age)| age).max().unwrap_or(0).max(if steps.whole { 1 } else { COLUMNS });
    let columns = age.min(COLUMNS);
    let most = histories.iter().map(|&(repeats, _, _)| repeats).max().unwrap_or(0);
    let repeats: Vec<u32> = ROWS.into_iter().filter(|&least| least <= most).collect();
    let since: Vec<i32> = (1..=columns).map(|column| age * column / columns).collect();
    let horizon = predictions.horizon();
    let time = f64::from(horizon.months) * horizon.month();
    let cell = |x: u32, column: usize| {
        let middle = steps.rounded(f64::from(since[column]) - f64::from(age) / f64::from(columns) / 2.0);
        let (t_x, age) = if x == 0 { (0.0, middle) } else { (f64::from(age) - middle, f64::from(age)) };
        let history = History { x: f64::from(x), t_x: t_x / steps.in_unit, age: age / steps.in_unit };
        let p_alive = if steps.whole && history.x > history.t_x { f64::NAN } else { model.p_alive(&history) };
        AliveCell { customers: 0, p_alive, purchases: p_alive * model.if_alive(history.x, history.age, time) }
    };
    let mut cells: Vec<Vec<AliveCell>> = repeats.iter().map(|&x| (0..since.len()).map(|column| cell(x, column)).collect()).collect();
    for (x, ago, _) in histories {
        let row = repeats.partition_point(|&least| least <= x).saturating_sub(1);
        let column = since.partition_point(|&most| most < ago).min(since.len() - 1);
        cells[row][column].customers += 1;
    }
    let since_days = since.into_iter().map(|since| steps.in_days(since)).collect();
    AliveMatrix { age_days: steps.in_days(age), repeats, since_days, cells }
}

/// In what times are counted: days, or opportunities, of which there is no half.
struct Steps {
    /// Steps in one unit of the model.
    in_unit: f64,
    /// Days in one step.
    days: f64,
    whole: bool,
}

impl Steps {
    fn of(predictions: &Predictions) -> Self {
        let unit = predictions.asked.unit.days();
        if opportunity(&predictions.asked).is_some() {
            Self { in_unit: 1.0, days: unit, whole: true }
        } else {
            Self { in_unit: unit, days: 1.0, whole: false }
        }
    }

    fn rounded(&self, steps: f64) -> f64 {
        if self.whole { libm::floor(steps) } else { steps }
    }

    #[expect(clippy::cast_possible_truncation, reason = "at most ten thousand years in days")]
    fn in_days(&self, steps: i32) -> i32 {
        libm::round(f64::from(steps) * self.days) as i32
    }
}
