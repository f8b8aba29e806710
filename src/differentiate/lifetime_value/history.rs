//! Purchase histories as the models want them: each distinct (x, t_x, T) once, with how many customers have it.
//!
//! A likelihood needs logarithms of every x and of every time; a million customers share a few
//! thousand of them. So x and times are kept in sorted tables of their own and a history is three
//! positions: one evaluation costs an exponential per distinct history, not a dozen logarithms per
//! customer. Invariant: the order of customers changes nothing.

/// One customer's purchases, times in the unit of the model.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct History {
    /// Repeat purchases: periods with a purchase after the first one, at least 0.
    pub x: f64,
    /// From the first purchase to the last, 0 when there is only one; at most `age`.
    pub t_x: f64,
    /// T: from the first purchase to the end of the observation.
    pub age: f64,
}

/// The purchase histories of all customers.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Histories {
    /// Different x, ascending.
    pub(super) counts: Vec<f64>,
    /// Different t_x and T together, ascending.
    pub(super) times: Vec<f64>,
    /// Different histories, ascending.
    pub(super) rows: Vec<Row>,
    /// Customers in all.
    pub(super) customers: f64,
}

/// One distinct history as positions in the tables.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Row {
    pub(super) x: u32,
    pub(super) t_x: u32,
    pub(super) age: u32,
    /// Customers who have it.
    pub(super) customers: f64,
}

impl Histories {
    /// From the histories of all customers, in any order.
    ///
    /// # Example: three customers, two of them alike
    /// ```
    /// use customer_tiers::differentiate::lifetime_value::{Histories, History};
    /// let buyer = |x, t_x, age| History { x, t_x, age };
    /// let histories = Histories::new([buyer(0.0, 0.0, 9.0), buyer(2.0, 5.0, 9.0), buyer(0.0, 0.0, 9.0)]);
    /// assert_eq!((histories.customers(), histories.distinct()), (3.0, 2));
    /// ```
    #[must_use]
    pub fn new(all: impl IntoIterator<Item = History>) -> Self {
        let mut all: Vec<History> = all.into_iter().collect();
        all.sort_unstable_by(|a, b| a.x.total_cmp(&b.x).then(a.t_x.total_cmp(&b.t_x)).then(a.age.total_cmp(&b.age)));
        let counts = different(all.iter().map(|history| history.x).collect());
        let times = different(all.iter().flat_map(|history| [history.t_x, history.age]).collect());
        let groups = all.chunk_by(|a, b| a == b);
        let row = |group: &[History]| Row {
            x: position(&counts, group[0].x),
            t_x: position(&times, group[0].t_x),
            age: position(&times, group[0].age),
            customers: number(group.len()),
        };
        let rows = groups.map(row).collect();
        Self { rows, customers: number(all.len()), counts, times }
    }

    /// How many customers there are.
    #[must_use]
    pub const fn customers(&self) -> f64 {
        self.customers
    }

    /// How many different histories there are.
    #[must_use]
    pub const fn distinct(&self) -> usize {
        self.rows.len()
    }

    /// Each different history with its number of customers.
    pub fn iter(&self) -> impl Iterator<Item = (History, f64)> + '_ {
        self.rows.iter().map(|row| (self.history(row), row.customers))
    }

    /// Customers with at least one repeat purchase.
    #[must_use]
    pub fn repeaters(&self) -> f64 {
        self.iter().filter(|(history, _)| history.x > 0.0).map(|(_, customers)| customers).sum()
    }

    /// The longest T.
    #[must_use]
    pub fn longest(&self) -> f64 {
        self.times.last().copied().unwrap_or(0.0)
    }

    /// Every n-th distinct history, at most `most` of them, with their weights: what a fit looks at first.
    pub(super) fn thinned(&self, most: usize) -> Self {
        let step = self.rows.len().div_ceil(most.max(1)).max(1);
        // Weights differ, so that of each stretch the one in its middle stands for all of it.
        let stands_for = |stretch: &[Row]| Row { customers: stretch.iter().map(|row| row.customers).sum(), ..stretch[stretch.len() / 2] };
        Self { rows: self.rows.chunks(step).map(stands_for).collect(), ..self.clone() }
    }

    fn history(&self, row: &Row) -> History {
        History { x: self.counts[row.x as usize], t_x: self.times[row.t_x as usize], age: self.times[row.age as usize] }
    }

    /// The sum of something over all customers, given per distinct history.
    pub(super) fn sum(&self, of: impl Fn(&Row) -> f64) -> f64 {
        self.rows.iter().map(|row| row.customers * of(row)).sum()
    }
}

fn different(mut values: Vec<f64>) -> Vec<f64> {
    values.sort_unstable_by(f64::total_cmp);
    values.dedup();
    values
}

#[expect(clippy::cast_possible_truncation, reason = "customers are numbered with u32")]
fn position(sorted: &[f64], value: f64) -> u32 {
    sorted.partition_point(|other| *other < value) as u32
}

#[expect(clippy::cast_precision_loss, reason = "fewer than 2^53 customers")]
fn number(count: usize) -> f64 {
    count as f64
}
