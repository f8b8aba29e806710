//! Stable sorting of many integers.
//!
//! A million customers are sorted again and again: by revenue, by ties, for a list. Sorting by digits
//! needs one pass per 11 bits that differ, and being stable it makes "then by id" free.
//! Invariant: equal keys stay in the order in which they came.

const DIGIT_BITS: u32 = 11;
const DIGITS: usize = 1 << DIGIT_BITS;
/// Below this many items the tables of digit counts cost more than comparisons.
const FEW: usize = 4096;

/// The values in ascending order.
pub(crate) fn ascending(mut values: Vec<i64>) -> Vec<i64> {
    if values.len() < FEW {
        values.sort_unstable();
        return values;
    }
    by_digits(values, |&value| value)
}

/// The numbers of `order` sorted by their keys, ascending; equal keys stay as they are.
pub(crate) fn order_by(order: Vec<u32>, key: impl Fn(u32) -> i64) -> Vec<u32> {
    keyed(order, key).into_iter().map(|(_, number)| number).collect()
}

/// The same, each number with its key.
pub(crate) fn keyed(order: Vec<u32>, key: impl Fn(u32) -> i64) -> Vec<(i64, u32)> {
    by_digits(order.into_iter().map(|number| (key(number), number)).collect(), |pair| pair.0)
}

/// Sorts by the digits of the key in base 2048, least significant first (Knuth, TAOCP 3, 5.2.5, algorithm R).
fn by_digits<T: Copy>(mut items: Vec<T>, key: impl Fn(&T) -> i64) -> Vec<T> {
    if items.len() < FEW {
        items.sort_by_key(key);
        return items;
    }
    let (low, high) = items.iter().map(&key).fold((i64::MAX, i64::MIN), |(low, high), key| (low.min(key), high.max(key)));
    let bits = u64::BITS - high.abs_diff(low).leading_zeros();
    let mut spare = items.clone();
    for shift in (0..bits).step_by(DIGIT_BITS as usize) {
        scatter(&items, &mut spare, |item| digit(key(item).abs_diff(low), shift));
        std::mem::swap(&mut items, &mut spare);
    }
    items
}

#[expect(clippy::cast_possible_truncation, reason = "masked to 11 bits")]
fn digit(key: u64, shift: u32) -> usize {
    (key >> shift) as usize & (DIGITS - 1)
}

fn scatter<T: Copy>(from: &[T], to: &mut [T], digit: impl Fn(&T) -> usize) {
    let mut next = [0_usize; DIGITS];
    for item in from {
        next[digit(item)] += 1;
    }
    let mut start = 0;
    for slot in &mut next {
        start += std::mem::replace(slot, start);
    }
    for item in from {
        let slot = &mut next[digit(item)];
        to[*slot] = *item;
        *slot += 1;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(count: u64) -> Vec<i64> {
        let mut state = 42_u64;
        let mut next = || {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            i64::from_ne_bytes(state.to_ne_bytes())
        };
        (0..count).map(|index| next() >> (index % 60)).collect()
    }

    #[test]
    fn sorts_like_the_standard_library() {
        for count in [0, 1, 2, 100, 4096, 20_000] {
            let mut expected = numbers(count);
            expected.extend([i64::MIN, i64::MAX, 0, 0]);
            let sorted = ascending(expected.clone());
            expected.sort_unstable();
            assert_eq!(sorted, expected, "{count} values");
        }
    }

    #[test]
    fn equal_keys_keep_their_order() {
        let order = order_by((0..10_000).collect(), |number| -i64::from(number % 3));
        let mut expected: Vec<u32> = (0..10_000).collect();
        expected.sort_by_key(|number| std::cmp::Reverse(number % 3));
        assert_eq!(order, expected);
    }
}
