//! Scores inside scores: recency over all, frequency within each recency score, monetary within each of both.
//!
//! A frequency of 5 then says "often among those who were here as lately". It needs far more customers than scores over
//! all: five each make 25 groups to cut and 125 cells. Invariant: every customer is in exactly one group of each level,
//! and a group of one cut like all others.

use super::{Cutting, Factor, Measures, ScoreGroup, Scores, Thresholds, Values, score_factor, score_of, score_values, shown};
use crate::base::CustomerId;
use crate::math::Distribution;
use crate::recipe::{self, Binning};
use std::collections::BTreeMap;

pub(super) fn score(measures: &Measures, binning: &recipe::Scores) -> Scores {
    let (r, recency) = score_factor(measures, Factor::Recency, &binning.recency);
    let mut scores = Scores { r, thresholds: vec![recency], ..Scores::default() };
    let level = |within: &[&Vec<u8>]| -> BTreeMap<Vec<u8>, Vec<u32>> {
        let mut groups: BTreeMap<Vec<u8>, Vec<u32>> = BTreeMap::new();
        for customer in measures.customers() {
            groups.entry(within.iter().map(|scores| scores[customer.index()]).collect()).or_default().push(customer.0);
        }
        groups
    };
    let mut groups = Vec::new();
    let (f, frequency) = cut_within(measures, (Factor::Frequency, &binning.frequency), level(&[&scores.r]), &mut groups);
    let (m, monetary) = cut_within(measures, (Factor::Monetary, &binning.monetary), level(&[&scores.r, &f]), &mut groups);
    scores.thresholds.extend([frequency, monetary]);
    Scores { f, m, groups, ..scores }
}

/// Cuts one measure within each group. The thresholds over all have sizes and ends, but no cuts.
fn cut_within(
    measures: &Measures,
    (factor, binning): (Factor, &Binning),
    within: BTreeMap<Vec<u8>, Vec<u32>>,
    groups: &mut Vec<ScoreGroup>,
) -> (Vec<u8>, Thresholds) {
    let mut column = vec![0; measures.orders.len()];
    let distribution = measures.distribution(factor);
    let scale = measures.raw_per_unit(factor);
    let (min, max) = (shown(distribution.min(), scale), shown(distribution.max(), scale));
    let mut whole = Cutting { bins: binning.bins(), right_closed: true, min, max, ..Cutting::default() };
    let mut sizes = vec![0; usize::from(binning.bins())];
    for (within, customers) in within {
        let group = Group::new(measures, factor, customers);
        let cutting = score_values(&group, measures, binning, &mut column);
        sizes.iter_mut().zip(&cutting.sizes).for_each(|(sum, size)| *sum += size);
        (whole.method, whole.right_closed) = (cutting.method.clone(), cutting.right_closed);
        whole.split_ties += cutting.split_ties;
        groups.push(ScoreGroup { within, thresholds: Thresholds { factor, cutting } });
    }
    (column, Thresholds { factor, cutting: whole.with_sizes(sizes) })
}

/// Nested scores with the cuts of some day, by which whoever comes later, or does something more, is scored.
///
/// Within each group they are those that the group had then; where nobody was in it, those of the nearest one (the smallest sum of
/// differences of scores, the first of equally near ones).
#[derive(Debug, Clone)]
pub(in crate::differentiate) struct Held {
    recency: Vec<i64>,
    /// By the score of recency.
    frequency: Vec<Vec<i64>>,
    /// By the scores of recency and frequency.
    monetary: Vec<Vec<i64>>,
    /// Places of one recency score in `monetary`.
    width: usize,
}

impl Held {
    /// The cuts of these scores; none where they are not nested.
    pub(in crate::differentiate) fn new(measures: &Measures, scores: &Scores) -> Option<Self> {
        if scores.groups.is_empty() {
            return None;
        }
        let whole = |factor: Factor| scores.thresholds.iter().find(|thresholds| thresholds.factor == factor);
        let bins = |factor: Factor| whole(factor).map_or(1, |thresholds| thresholds.bins);
        let (recencies, frequencies) = (bins(Factor::Recency), bins(Factor::Frequency));
        let groups = |factor: Factor| {
            let of_factor = scores.groups.iter().filter(move |group| group.thresholds.factor == factor);
            of_factor.map(|group| (group.within.as_slice(), group.thresholds.begins(measures.raw_per_unit(factor)))).collect::<Vec<_>>()
        };
        let (by_recency, by_both) = (groups(Factor::Frequency), groups(Factor::Monetary));
        let pairs = (0..=recencies).flat_map(|r| (0..=frequencies).map(move |f| [r, f]));
        Some(Self {
            recency: whole(Factor::Recency)?.begins(measures.raw_per_unit(Factor::Recency)),
            frequency: (0..=recencies).map(|r| nearest(&by_recency, &[r])).collect(),
            monetary: pairs.map(|within| nearest(&by_both, &within)).collect(),
            width: usize::from(frequencies) + 1,
        })
    }

    /// Where the intervals of a factor begin for somebody with these scores of the factors before it.
    pub(in crate::differentiate) fn begins(&self, factor: Factor, within: &[u8]) -> &[i64] {
        let place = |at: usize| within.get(at).copied().map_or(0, usize::from);
        match factor {
            Factor::Recency => &self.recency,
            Factor::Frequency => self.frequency.get(place(0)).map_or(&[], Vec::as_slice),
            Factor::Monetary => self.monetary.get(place(0) * self.width + place(1)).map_or(&[], Vec::as_slice),
        }
    }

    /// All values at which an interval of a factor begins for anybody, ascending.
    pub(in crate::differentiate) fn all_begins(&self, factor: Factor) -> Vec<i64> {
        let mut all = match factor {
            Factor::Recency => self.recency.clone(),
            Factor::Frequency => self.frequency.concat(),
            Factor::Monetary => self.monetary.concat(),
        };
        all.sort_unstable();
        all.dedup();
        all
    }

    /// Everybody scored by these cuts; `held` are the scores that they are of.
    pub(in crate::differentiate) fn score(&self, measures: &Measures, held: &Scores) -> Scores {
        let mut columns = [const { Vec::new() }; 3];
        columns.iter_mut().for_each(|column: &mut Vec<u8>| column.resize(measures.orders.len(), 0));
        for customer in measures.customers() {
            let mut scores = [0; 3];
            for (place, factor) in Factor::ALL.into_iter().enumerate() {
                let begins = self.begins(factor, &scores[..place]);
                scores[place] = score_of(begins, factor.is_reversed(), measures.raw(factor, customer));
            }
            columns.iter_mut().zip(scores).for_each(|(column, score)| column[customer.index()] = score);
        }
        let thresholds = held.thresholds.iter().zip(&columns).map(|(thresholds, column)| counted(thresholds, column)).collect();
        let [r, f, m] = columns;
        Scores { r, f, m, thresholds, groups: Vec::new() }
    }
}

fn nearest(groups: &[(&[u8], Vec<i64>)], wanted: &[u8]) -> Vec<i64> {
    let distance = |group: &[u8]| group.iter().zip(wanted).map(|(a, b)| u32::from(a.abs_diff(*b))).sum::<u32>();
    groups.iter().min_by_key(|(group, _)| distance(group)).map(|(_, begins)| begins.clone()).unwrap_or_default()
}

/// The thresholds with the sizes of these scores.
fn counted(thresholds: &Thresholds, column: &[u8]) -> Thresholds {
    let mut sizes = vec![0; usize::from(thresholds.bins)];
    for score in column {
        if let Some(size) = usize::from(*score).checked_sub(1).and_then(|place| sizes.get_mut(place)) {
            *size += 1;
        }
    }
    Thresholds { factor: thresholds.factor, cutting: thresholds.cutting.clone().with_sizes(sizes) }
}

/// One measure of some customers.
struct Group<'a> {
    measures: &'a Measures,
    factor: Factor,
    customers: Vec<u32>,
    distribution: Distribution,
}

impl<'a> Group<'a> {
    fn new(measures: &'a Measures, factor: Factor, customers: Vec<u32>) -> Self {
        let raw = customers.iter().map(|&customer| measures.raw(factor, CustomerId(customer)));
        let distribution = Distribution::of(raw.collect());
        Self { measures, factor, customers, distribution }
    }
}

impl Values for Group<'_> {
    fn distribution(&self) -> &Distribution {
        &self.distribution
    }

    fn scale(&self) -> i64 {
        self.measures.raw_per_unit(self.factor)
    }

    fn is_reversed(&self) -> bool {
        self.factor.is_reversed()
    }

    fn factor(&self) -> Option<Factor> {
        Some(self.factor)
    }

    fn customers(&self) -> Vec<u32> {
        self.customers.clone()
    }

    fn raw(&self, customer: CustomerId) -> i64 {
        self.measures.raw(self.factor, customer)
    }

    fn write(&self, column: &mut [u8], score: impl Fn(i64) -> u8) {
        for &customer in &self.customers {
            column[customer as usize] = score(self.raw(CustomerId(customer)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::{Day, Money};
    use crate::identify::{Book, ReadyMeasures};
    use crate::math::random::Random;
    use crate::recipe::{Checked, Recipe, Scores as Binnings};

    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "made-up whole numbers below the bounds")]
    fn standing(seed: u64, customers: u32, binning: &Binning) -> crate::differentiate::Standing {
        let mut random = Random::new(seed);
        let mut book = Book::default();
        let mut ready = ReadyMeasures::default();
        for number in 0..customers {
            book.customers.ids.intern(&number.to_string());
            ready.last_order.push(Day::from_number(19_000 + (random.unit() * 300.0) as i32));
            ready.orders.push(1 + (random.unit() * 12.0) as u32);
            ready.revenue.push(Money::from_raw((random.unit() * 1e7) as i64));
        }
        book.ready = Some(ready);
        let one = || binning.clone();
        let scores = Binnings { recency: one(), frequency: one(), monetary: one(), nested: true };
        let recipe = Checked::new(Recipe { scores, segment: "abc".into(), tier: "abc".into(), ..Recipe::default() }).expect("valid");
        crate::differentiate::differentiate(&book, &recipe).expect("a standing")
    }

    #[test]
    fn the_cuts_of_a_day_give_the_scores_of_that_day() {
        let methods = [
            Binning::Quantile { bins: 5 },
            Binning::RRfm { bins: 3 },
            Binning::Jenks { bins: 4 },
            Binning::EqualWidth { bins: 2 },
            Binning::Mean,
        ];
        for (seed, binning) in (0..25).zip(methods.iter().cycle()) {
            let standing = standing(seed, 40 + 31 * u32::try_from(seed).unwrap_or(0), binning);
            let held = Held::new(&standing.measures, &standing.scores).expect("nested");
            let again = held.score(&standing.measures, &standing.scores);
            let was = &standing.scores;
            assert_eq!((&again.r, &again.f, &again.m), (&was.r, &was.f, &was.m), "{seed} {binning:?}");
            for (was, is) in was.thresholds.iter().zip(&again.thresholds) {
                assert_eq!(was.sizes, is.sizes, "{seed} {binning:?}");
            }
        }
    }

    #[test]
    fn where_nobody_was_the_nearest_group_decides() {
        let groups = [(&[1_u8][..], vec![5]), (&[4][..], vec![50])];
        for (score, expected) in [(0, 5), (1, 5), (2, 5), (3, 50), (5, 50)] {
            assert_eq!(nearest(&groups, &[score]), [expected], "{score}");
        }
        assert!(nearest(&[], &[1]).is_empty());
    }
}
