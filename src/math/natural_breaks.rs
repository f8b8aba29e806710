//! Natural breaks: the cuts of one measure that leave the least spread inside the parts.
//!
//! Jenks (1967) defined them; Wang & Song (2011), Ckmeans.1d.dp, The R Journal 3(2), showed that dynamic
//! programming finds the best cuts for certain, where k-means only finds some. Rows of the programme
//! are filled by divide and conquer, since the best last cut never moves back (Song & Zhong 2020), which makes it
//! O(k·n·log n) in the number of different values. Invariant: deterministic, and equal values are never parted.

use super::Distribution;

/// Different values that are looked at one by one; with more, neighbours are taken together first.
const MOST_VALUES: usize = 20_000;

/// The largest value of every part but the last, ascending; at most `parts` − 1 of them, fewer when there are fewer different values.
///
/// # Example: three heaps
/// ```
/// use customer_tiers::math::{Distribution, natural_breaks::breaks};
/// let days = Distribution::of(vec![1, 2, 3, 50, 51, 52, 200, 210]);
/// assert_eq!(breaks(&days, 3), [3, 52]);
/// ```
#[must_use]
pub fn breaks(distribution: &Distribution, parts: usize) -> Vec<i64> {
    let values = Values::new(distribution);
    let count = values.largest.len();
    let parts = parts.min(count);
    if parts < 2 {
        return Vec::new();
    }
    // cost[i]: least spread of the first i + 1 values in as many parts as rows were filled.
    let mut cost: Vec<f64> = (0..count).map(|last| values.spread(0, last)).collect();
    let mut rows: Vec<Vec<usize>> = Vec::new();
    for part in 1..parts {
        let mut row = Row { cost: vec![f64::INFINITY; count], start: vec![part; count] };
        row.fill(&values, &cost, (part, count - 1), (part, count - 1));
        cost = row.cost;
        rows.push(row.start);
    }
    // Walk back from the last value: where each part starts.
    let mut cuts = Vec::new();
    let mut last = count - 1;
    for row in rows.iter().rev() {
        let start = row[last];
        cuts.push(values.largest[start - 1]);
        last = start - 1;
    }
    cuts.reverse();
    cuts
}

/// One row of the programme: least spread up to each value, and where its last part starts.
struct Row {
    cost: Vec<f64>,
    start: Vec<usize>,
}

impl Row {
    /// Fills the values `of.0 ..= of.1`, whose last part starts within `within`.
    fn fill(&mut self, values: &Values, before: &[f64], of: (usize, usize), within: (usize, usize)) {
        if of.0 > of.1 {
            return;
        }
        let middle = usize::midpoint(of.0, of.1);
        for start in within.0..=within.1.min(middle) {
            let cost = before[start - 1] + values.spread(start, middle);
            // The first of equally good starts: the cut does not depend on rounding further up.
            if cost < self.cost[middle] {
                (self.cost[middle], self.start[middle]) = (cost, start);
            }
        }
        let start = self.start[middle];
        if middle > of.0 {
            self.fill(values, before, (of.0, middle - 1), (within.0, start));
        }
        self.fill(values, before, (middle + 1, of.1), (start, within.1));
    }
}

/// Running sums over the different values, so that the spread of any stretch is one subtraction.
struct Values {
    /// Largest value of each stretch that is taken together (mostly one value).
    largest: Vec<i64>,
    weight: Vec<f64>,
    sum: Vec<f64>,
    square: Vec<f64>,
}

impl Values {
    #[expect(clippy::cast_precision_loss, reason = "spread is compared, not shown")]
    fn new(distribution: &Distribution) -> Self {
        let groups: Vec<(i64, u32)> = distribution.groups().collect();
        let step = groups.len().div_ceil(MOST_VALUES).max(1);
        // Around the mean: squares of large values would swallow their differences.
        let middle = distribution.mean().floor();
        let mut this = Self { largest: Vec::new(), weight: vec![0.0], sum: vec![0.0], square: vec![0.0] };
        for stretch in groups.chunks(step) {
            let (mut weight, mut sum, mut square) = (0.0, 0.0, 0.0);
            for &(value, count) in stretch {
                let (value, count) = (value.saturating_sub(middle) as f64, f64::from(count));
                weight += count;
                sum += count * value;
                square += count * value * value;
            }
            this.largest.push(stretch[stretch.len() - 1].0);
            let last = |column: &Vec<f64>| column.last().copied().unwrap_or(0.0);
            this.weight.push(last(&this.weight) + weight);
            this.sum.push(last(&this.sum) + sum);
            this.square.push(last(&this.square) + square);
        }
        this
    }

    /// Sum of squares around the mean of the values `first ..= last`.
    fn spread(&self, first: usize, last: usize) -> f64 {
        let part = |column: &[f64]| column[last + 1] - column[first];
        let (weight, sum) = (part(&self.weight), part(&self.sum));
        (part(&self.square) - sum * sum / weight).max(0.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Least spread by trying every pair of cuts.
    fn tried(values: &[i64]) -> f64 {
        let spread = |part: &[i64]| {
            let mean = part.iter().sum::<i64>() as f64 / part.len() as f64;
            part.iter().map(|&value| (value as f64 - mean).powi(2)).sum::<f64>()
        };
        let cuts = (1..values.len() - 1).flat_map(|a| (a + 1..values.len()).map(move |b| (a, b)));
        cuts.map(|(a, b)| spread(&values[..a]) + spread(&values[a..b]) + spread(&values[b..])).fold(f64::INFINITY, f64::min)
    }

    #[test]
    fn as_good_as_trying_everything() {
        let mut seed = 7_u64;
        for _ in 0..200 {
            let mut values: Vec<i64> = (0..12)
                .map(|_| {
                    seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
                    i64::from((seed >> 33) as u32 % 1000)
                })
                .collect();
            values.sort_unstable();
            values.dedup();
            let cuts = breaks(&Distribution::of(values.clone()), 3);
            let part = |value: i64| cuts.iter().filter(|cut| value > **cut).count();
            let found: f64 = (0..3)
                .map(|wanted| values.iter().copied().filter(|value| part(*value) == wanted).collect::<Vec<_>>())
                .filter(|part| !part.is_empty())
                .map(|part| {
                    let mean = part.iter().sum::<i64>() as f64 / part.len() as f64;
                    part.iter().map(|value| (*value as f64 - mean).powi(2)).sum::<f64>()
                })
                .sum();
            assert!(found <= tried(&values) + 1e-6, "{values:?}: {cuts:?}");
        }
    }

    #[test]
    fn few_different_values_give_fewer_cuts() {
        for (values, parts, cuts) in
            [(vec![], 3, vec![]), (vec![5, 5], 3, vec![]), (vec![5, 9], 3, vec![5]), (vec![1, 2, 9], 5, vec![1, 2])]
        {
            assert_eq!(breaks(&Distribution::of(values.clone()), parts), cuts, "{values:?}");
        }
    }
}
