//! Purchase histories as the models want them: each distinct (x, t_x, T) once, with how many customers have it.
//!
//! A likelihood needs logarithms of every x and of every time; a million customers share a few
//! thousand of them. So x and times are kept in sorted tables of their own and a history is three
//! positions: one evaluation costs an exponential per distinct history, not a dozen logarithms per
//! customer. Invariant: the order of customers changes nothing.

use crate::math::sort::ascending;
use crate::math::special::ln_add_exp;

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

    /// The same from whole numbers: repeat purchases, days from the first purchase to the last, days of observation; times
    /// become units of so many days. A million of them are sorted as integers.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, clippy::cast_possible_wrap, clippy::cast_sign_loss, reason = "at most 22 bits each")]
    pub fn of_days(all: impl IntoIterator<Item = (u32, i32, i32)>, unit_days: f64) -> Self {
        let part = |value: i32| u64::from(value.max(0).unsigned_abs()).min(PART);
        // x has the upper 19 bits: nobody buys on more than half a million days.
        let key = |(x, t_x, age): (u32, i32, i32)| (u64::from(x).min(PART >> 3) << 44 | part(t_x) << 22 | part(age)) as i64;
        let keys = ascending(all.into_iter().map(key).collect());
        let days = |shift: u32| move |key: &i64| (*key as u64 >> shift & PART) as u32;
        let (x_of, t_x_of, age_of) = (days(44), days(22), days(0));
        let groups: Vec<(i64, usize)> = keys.chunk_by(|a, b| a == b).map(|group| (group[0], group.len())).collect();
        let keys = || groups.iter().map(|(key, _)| key);
        let counts = different_days(keys().map(x_of).collect());
        let times = different_days(keys().map(t_x_of).chain(keys().map(age_of)).collect());
        let place = |sorted: &[u32], day: u32| sorted.partition_point(|other| *other < day) as u32;
        let row = |(key, customers): &(i64, usize)| Row {
            x: place(&counts, x_of(key)),
            t_x: place(&times, t_x_of(key)),
            age: place(&times, age_of(key)),
            customers: number(*customers),
        };
        Self {
            rows: groups.iter().map(row).collect(),
            customers: number(groups.iter().map(|(_, customers)| customers).sum()),
            counts: counts.iter().copied().map(f64::from).collect(),
            times: times.iter().map(|&day| f64::from(day) / unit_days).collect(),
        }
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

    pub(super) fn history(&self, row: &Row) -> History {
        History { x: self.counts[row.x as usize], t_x: self.times[row.t_x as usize], age: self.times[row.age as usize] }
    }

    /// The ln likelihood of models in which a customer can leave after a purchase only, summed over all customers:
    /// c(x) − (r + x) ln(α + T) + ln(1 + e^l(x) ((α + T) / (α + t_x))^(r + x)), where `of_count` gives c and l.
    ///
    /// This is what a fit spends its time with. Rows stand by x: where many share it, the powers of all times are computed once,
    /// and a row costs a multiplication instead of an exponential and a logarithm.
    pub(super) fn ln_geometric(&self, (r, alpha): (f64, f64), of_count: impl Fn(f64) -> (f64, f64)) -> f64 {
        let logs: Vec<f64> = self.times.iter().map(|&time| libm::log(alpha + time)).collect();
        let (Some(first), Some(last)) = (logs.first(), logs.last()) else { return 0.0 };
        let mut powers = Vec::new();
        let mut total = 0.0;
        for rows in self.rows.chunk_by(|a, b| a.x == b.x) {
            let x = self.counts[rows[0].x as usize];
            let (common, ln_leaves) = of_count(x);
            let (shape, leaves) = (r + x, libm::exp(ln_leaves));
            let mut left = LnProduct::default();
            // Beyond e^±700 a double ends.
            let by_table = rows.len() > logs.len() / 2 && shape * (last - first) < 600.0;
            if by_table {
                powers.clear();
                powers.extend(logs.iter().map(|log| libm::exp(shape * (log - last))));
            }
            for row in rows {
                total += row.customers * (common - shape * logs[row.age as usize]);
                if leaves == 0.0 {
                    continue;
                }
                if by_table {
                    left.times(1.0 + leaves * (powers[row.age as usize] / powers[row.t_x as usize]), row.customers);
                } else {
                    let ln_odds = ln_leaves + shape * (logs[row.age as usize] - logs[row.t_x as usize]);
                    total += row.customers * ln_add_exp(0.0, ln_odds);
                }
            }
            total += left.ln();
        }
        total
    }
}

/// The logarithm of a product of many factors of at least 1, taken once for many of them.
#[derive(Debug)]
pub(super) struct LnProduct {
    ln: f64,
    product: f64,
}

impl Default for LnProduct {
    fn default() -> Self {
        Self { ln: 0.0, product: 1.0 }
    }
}

impl LnProduct {
    /// Multiplies by a factor to some power.
    pub(super) fn times(&mut self, factor: f64, power: f64) {
        if power > 1.0 || factor > 1e100 {
            self.ln += power * libm::log(factor);
            return;
        }
        self.product *= factor;
        if self.product > 1e150 {
            self.ln += libm::log(self.product);
            self.product = 1.0;
        }
    }

    /// The logarithm of the whole product.
    pub(super) fn ln(&self) -> f64 {
        self.ln + libm::log(self.product)
    }
}

/// The largest number of one part of a key.
const PART: u64 = (1 << 22) - 1;

fn different_days(mut days: Vec<u32>) -> Vec<u32> {
    days.sort_unstable();
    days.dedup();
    days
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
