//! Which products are bought together more often than chance would have it.
//!
//! Two products stood together in so many orders; by chance alone it would be `orders of a × orders of b ÷ all orders`. How far the
//! count is beyond chance is Dunning's log-likelihood ratio (Computational Linguistics 19, 1993, eq. 3), whose root is
//! nearly normal. A shop with 2,000 products has two million pairs, of which thousands look good by luck; so the limit is set by
//! Benjamini and Hochberg (J. R. Statist. Soc. B 57, 1995): of the pairs that are used, 1 in 20 at most is expected to be chance.
//! Invariant: with products dealt at random, hardly a pair is used, and the most popular are recommended instead.

use super::purchases::Baskets;

/// The share of used pairs that may be chance.
const BY_CHANCE: f64 = 0.05;
/// A pair that is this likely to be chance, or more, is never kept, however many good ones there are: bounds the memory.
const LEAST_RATIO: f64 = 9.55;
/// Neighbours of one product that are kept, those of most orders first.
const MOST_NEIGHBOURS: usize = 50;

/// What is bought with what.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    /// Orders in which each item stands.
    pub(super) orders: Vec<u32>,
    /// Pairs that are more than chance.
    pub(super) found: u32,
    starts: Vec<u32>,
    neighbours: Vec<Neighbour>,
}

/// A product that is bought together with another one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Neighbour {
    pub(super) item: u32,
    /// Orders with both.
    pub(super) together: u32,
}

#[derive(Debug, Clone, Copy)]
struct Pair {
    items: [u32; 2],
    together: u32,
    ratio: f64,
}

/// Which baskets each item stands in.
#[derive(Debug)]
pub(super) struct Index {
    starts: Vec<u32>,
    baskets: Vec<u32>,
}

impl Index {
    pub(super) fn new(baskets: &Baskets, items: usize) -> Self {
        let mut starts = vec![0_u32; items + 1];
        baskets.items().iter().for_each(|&item| starts[item as usize + 1] += 1);
        for item in 1..starts.len() {
            starts[item] += starts[item - 1];
        }
        let mut next = starts.clone();
        let mut places = vec![0_u32; baskets.items().len()];
        for (number, basket) in (0..).zip(baskets.iter()) {
            for &item in basket {
                let place = &mut next[item as usize];
                places[*place as usize] = number;
                *place += 1;
            }
        }
        Self { starts, baskets: places }
    }

    pub(super) fn of(&self, item: u32) -> &[u32] {
        let item = item as usize;
        &self.baskets[self.starts[item] as usize..self.starts[item + 1] as usize]
    }
}

impl Pairs {
    /// The pairs that stood together in at least `support` orders and more often than chance.
    #[expect(clippy::cast_possible_truncation, reason = "baskets and pairs are fewer than lines, which are numbered with u32")]
    pub(super) fn find(baskets: &Baskets, items: usize, support: u32) -> Self {
        let index = Index::new(baskets, items);
        let orders: Vec<u32> = (0..items as u32).map(|item| index.of(item).len() as u32).collect();
        let total = baskets.len() as u32;
        let mut counted = Counted { counts: vec![0; items], touched: Vec::new(), ratio: Ratio::new(&orders, total), support };
        let mut pairs = Vec::new();
        for item in 0..items as u32 {
            // An item in too few orders cannot stand together with another in enough.
            if orders[item as usize] >= support {
                counted.count(item, &index, baskets);
                counted.take(item, &orders, &mut pairs);
            }
        }
        let testable = orders.iter().filter(|&&count| count >= support).count();
        let used = beyond_chance(&mut pairs, testable);
        pairs.truncate(used);
        let (starts, neighbours) = both_ways(&pairs, items);
        Self { orders, found: used as u32, starts, neighbours }
    }

    /// What is bought with this item, in most orders first.
    pub(super) fn of(&self, item: u32) -> &[Neighbour] {
        let item = item as usize;
        match (self.starts.get(item), self.starts.get(item + 1)) {
            (Some(&start), Some(&end)) => &self.neighbours[start as usize..end as usize],
            _ => &[],
        }
    }
}

/// How often every other item stands with the item at hand.
struct Counted {
    counts: Vec<u32>,
    touched: Vec<u32>,
    ratio: Ratio,
    support: u32,
}

impl Counted {
    /// Counts the items behind this one: a pair is looked at once.
    fn count(&mut self, item: u32, index: &Index, baskets: &Baskets) {
        for &basket in index.of(item) {
            let basket = baskets.of(basket);
            let behind = basket.partition_point(|&other| other <= item);
            for &other in &basket[behind..] {
                let count = &mut self.counts[other as usize];
                if *count == 0 {
                    self.touched.push(other);
                }
                *count += 1;
            }
        }
    }

    fn take(&mut self, item: u32, orders: &[u32], pairs: &mut Vec<Pair>) {
        for other in self.touched.drain(..) {
            let together = std::mem::take(&mut self.counts[other as usize]);
            let sizes = [orders[item as usize], orders[other as usize]];
            let is_more = u64::from(together) * u64::from(self.ratio.total) > u64::from(sizes[0]) * u64::from(sizes[1]);
            if together >= self.support && is_more {
                let ratio = self.ratio.of(together, sizes);
                if ratio >= LEAST_RATIO {
                    pairs.push(Pair { items: [item, other], together, ratio });
                }
            }
        }
    }
}

/// Dunning's ratio, with x·ln x of whole numbers looked up where they are small.
struct Ratio {
    total: u32,
    small: Vec<f64>,
}

impl Ratio {
    fn new(orders: &[u32], total: u32) -> Self {
        let largest = orders.iter().copied().max().unwrap_or(0).min(100_000);
        Self { total, small: (0..=largest).map(x_ln_x).collect() }
    }

    fn of(&self, together: u32, [first, second]: [u32; 2]) -> f64 {
        let term = |count: u32| self.small.get(count as usize).copied().unwrap_or_else(|| x_ln_x(count));
        let (only_first, only_second) = (first - together, second - together);
        let neither = (self.total + together).saturating_sub(first + second);
        let cells = term(together) + term(only_first) + term(only_second) + term(neither);
        let rows = term(first) + term(self.total - first) + term(second) + term(self.total - second);
        (2.0 * (cells - rows + term(self.total))).max(0.0)
    }
}

fn x_ln_x(count: u32) -> f64 {
    if count == 0 { 0.0 } else { f64::from(count) * libm::log(f64::from(count)) }
}

/// Sorts the pairs, the least likely to be chance first, and says how many of them to use among all pairs of so many items.
#[expect(clippy::cast_precision_loss, reason = "counts of pairs")]
fn beyond_chance(pairs: &mut [Pair], items: usize) -> usize {
    pairs.sort_unstable_by(|a, b| b.ratio.total_cmp(&a.ratio).then_with(|| a.items.cmp(&b.items)));
    let all = items as f64 * (items as f64 - 1.0) / 2.0;
    let is_used = |(place, pair): (usize, &Pair)| {
        let chance = libm::erfc(libm::sqrt(pair.ratio / 2.0)) / 2.0;
        chance <= BY_CHANCE * (place + 1) as f64 / all
    };
    pairs.iter().enumerate().rposition(is_used).map_or(0, |place| place + 1)
}

/// The neighbours of every item, in most orders first.
fn both_ways(pairs: &[Pair], items: usize) -> (Vec<u32>, Vec<Neighbour>) {
    let mut edges: Vec<(u32, Neighbour)> = Vec::with_capacity(pairs.len() * 2);
    for &Pair { items: [a, b], together, .. } in pairs {
        edges.push((a, Neighbour { item: b, together }));
        edges.push((b, Neighbour { item: a, together }));
    }
    edges.sort_unstable_by_key(|(item, other)| (*item, std::cmp::Reverse(other.together), other.item));
    let mut starts = vec![0_u32; items + 1];
    let mut neighbours = Vec::new();
    for same in edges.chunk_by(|a, b| a.0 == b.0) {
        neighbours.extend(same.iter().take(MOST_NEIGHBOURS).map(|(_, neighbour)| *neighbour));
        if let Some((item, _)) = same.first() {
            starts[*item as usize + 1] = u32::try_from(same.len().min(MOST_NEIGHBOURS)).unwrap_or(0);
        }
    }
    for item in 1..starts.len() {
        starts[item] += starts[item - 1];
    }
    (starts, neighbours)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ratio_is_dunnings() {
        // Dunning 1993, table 2: "the swiss", counts 110, 2442, 111, 29114 → 270.72.
        let ratio = Ratio { total: 110 + 2442 + 111 + 29_114, small: Vec::new() };
        assert!((ratio.of(110, [110 + 2442, 110 + 111]) - 270.72).abs() < 0.005);
        // What is exactly as often as chance says nothing.
        assert!(ratio.of(0, [0, 5]).abs() < 1e-6);
    }

    #[test]
    fn more_good_pairs_lower_the_limit() {
        let pair = |ratio| Pair { items: [0, 1], together: 2, ratio };
        for (ratios, items, used) in [(vec![12.0], 100, 0), (vec![30.0, 12.0], 100, 1), (vec![12.0; 60], 100, 60), (vec![12.0; 20], 100, 0)]
        {
            let mut pairs: Vec<Pair> = ratios.iter().copied().map(pair).collect();
            assert_eq!(beyond_chance(&mut pairs, items), used, "{} of {items} items", ratios.len());
        }
    }
}
