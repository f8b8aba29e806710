//! Scores inside scores: recency over all, frequency within each recency score, monetary within each of both.
//!
//! A frequency of 5 then says "often among those who were here as lately". It needs far more customers than scores over
//! all: five each make 25 groups to cut and 125 cells. Invariant: every customer is in exactly one group of each level,
//! and a group of one cut like all others.

use super::{Cutting, Factor, Measures, ScoreGroup, Scores, Thresholds, Values, score_factor, score_values, shown};
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
