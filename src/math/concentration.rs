//! How concentrated a total is: who brings how much of it.
//!
//! Values below zero count as 0: a customer who sent everything back takes no share away from others.
//! Invariant: sums are exact; only the last division is a float's.

use super::Distribution;

/// Sum of the values, those below zero counted as 0.
#[must_use]
pub fn positive_total(values: &Distribution) -> i128 {
    values.groups().map(|(value, count)| i128::from(value.max(0)) * i128::from(count)).sum()
}

/// Gini coefficient: 0 when all are equal (or there is nothing), towards 1 when one has everything.
///
/// G = (2·Σ i·xᵢ − (n + 1)·Σ xᵢ) / (n·Σ xᵢ), i from 1 in ascending order of x ≥ 0.
/// Source: Dixon, Weiner, Mitchell-Olds & Woodley (1987), "Bootstrapping the Gini coefficient of inequality".
///
/// # Example: one of four has everything
/// ```
/// use customer_tiers::math::{Distribution, concentration::gini};
/// assert_eq!(gini(&Distribution::of(vec![0, 0, 0, 12])), 0.75);
/// assert_eq!(gini(&Distribution::of(vec![3, 3, 3])), 0.0);
/// ```
#[must_use]
#[expect(clippy::cast_precision_loss, reason = "exact up to the last division; 15 digits are enough to show")]
pub fn gini(values: &Distribution) -> f64 {
    let total = positive_total(values);
    if total == 0 {
        return 0.0;
    }
    let (mut place, mut twice_weighted) = (0_i128, 0_i128);
    for (value, count) in values.groups() {
        let count = i128::from(count);
        // 2·Σ i over the places place + 1 to place + count.
        twice_weighted += i128::from(value.max(0)) * count * (2 * place + count + 1);
        place += count;
    }
    (twice_weighted - (place + 1) * total) as f64 / (place * total) as f64
}

/// Sum of the `count` largest values (below zero as 0), for each count asked for, ascending.
#[must_use]
pub fn top_sums(values: &Distribution, counts: &[u32]) -> Vec<i128> {
    let mut groups = values.groups().rev();
    let (mut taken, mut sum, mut left, mut value) = (0, 0_i128, 0, 0);
    let mut sums = Vec::with_capacity(counts.len());
    for &count in counts {
        while taken < count {
            if left == 0 {
                let Some(group) = groups.next() else { break };
                (value, left) = (group.0.max(0), group.1);
            }
            let step = left.min(count - taken);
            sum += i128::from(value) * i128::from(step);
            (taken, left) = (taken + step, left - step);
        }
        sums.push(sum);
    }
    sums
}

/// How many of the largest values it takes to reach `share` (0 to 1, counted in billionths) of the
/// total, the one that crosses it included; all values above zero for a share of 1 or more, 0 when there is no total.
///
/// # Example: two of three bring 80 %
/// ```
/// use customer_tiers::math::{Distribution, concentration::needed_for};
/// assert_eq!(needed_for(&Distribution::of(vec![70, 25, 5]), 0.8), 2);
/// assert_eq!(needed_for(&Distribution::of(vec![80, 15, 5]), 0.8), 1); // reached exactly
/// ```
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "between 0 and a billion")]
pub fn needed_for(values: &Distribution, share: f64) -> u32 {
    const BILLION: i128 = 1_000_000_000;
    let target = positive_total(values) * (share.clamp(0.0, 1.0) * 1e9).round() as i128;
    let (mut needed, mut sum) = (0_u32, 0_i128);
    for (value, count) in values.groups().rev() {
        let missing = target - sum * BILLION;
        if value <= 0 || missing <= 0 {
            break;
        }
        let step = i128::from(value) * BILLION;
        let customers = ((missing + step - 1) / step).min(i128::from(count));
        needed += u32::try_from(customers).unwrap_or(count);
        sum += i128::from(value) * customers;
    }
    needed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn negative_values_count_as_nothing() {
        let values = Distribution::of(vec![-50, 0, 30, 70]);
        assert_eq!(positive_total(&values), 100);
        assert_eq!(gini(&values), gini(&Distribution::of(vec![0, 0, 30, 70])));
        assert_eq!(top_sums(&values, &[0, 1, 2, 3, 4, 9]), [0, 70, 100, 100, 100, 100]);
        for (share, needed) in [(0.0, 0), (0.7, 1), (0.700_000_001, 2), (1.0, 2), (2.0, 2)] {
            assert_eq!(needed_for(&values, share), needed, "{share}");
        }
    }

    #[test]
    fn equal_values_are_taken_one_by_one() {
        let values = Distribution::of(vec![10; 10]);
        assert_eq!((needed_for(&values, 0.8), needed_for(&values, 0.81)), (8, 9));
        assert_eq!(top_sums(&values, &[3, 7]), [30, 70]);
    }

    #[test]
    fn nothing_is_not_concentrated() {
        for values in [Vec::new(), vec![0, 0], vec![-5]] {
            let values = Distribution::of(values);
            assert_eq!((gini(&values), needed_for(&values, 0.8)), (0.0, 0));
        }
    }
}
