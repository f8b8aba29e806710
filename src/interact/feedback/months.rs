//! Feedback by the month in which it came, and complaints by the month in which they were resolved.
//!
//! Invariant: between the first and the last month that are shown none is missing.

use super::{MonthFeedback, Ratings, Said};
use crate::base::Day;
use crate::identify::book::FeedbackKind;
use std::collections::BTreeMap;

/// Months that are shown at most, the latest.
const MONTHS: usize = 24;

/// One month, added up.
#[derive(Clone)]
pub(super) struct Month {
    overall: Ratings,
    tiers: Vec<Ratings>,
    complaints: u32,
    by_tier: Vec<u32>,
    resolved: u32,
}

impl Month {
    fn empty(tiers: usize) -> Self {
        Self { overall: Ratings::default(), tiers: vec![Ratings::default(); tiers], complaints: 0, by_tier: vec![0; tiers], resolved: 0 }
    }

    fn finish(self, month: Day) -> MonthFeedback {
        MonthFeedback {
            month,
            overall: self.overall.score(),
            tiers: self.tiers.into_iter().map(Ratings::score).collect(),
            complaints: self.complaints,
            complaints_by_tier: self.by_tier,
            resolved: self.resolved,
        }
    }
}

pub(super) fn add_to_months(months: &mut BTreeMap<Day, Month>, said: &Said<'_>, row: usize, (tier, tiers): (Option<usize>, usize)) {
    let feedback = &said.book.feedback;
    let is_complaint = feedback.kind[row] == FeedbackKind::Complaint;
    if let Some(day) = said.day(row) {
        let month = months.entry(first_of_month(day)).or_insert_with(|| Month::empty(tiers));
        if let Some(rating) = feedback.satisfaction(row) {
            month.overall.add(rating);
            if let Some(own) = tier.and_then(|tier| month.tiers.get_mut(tier)) {
                own.add(rating);
            }
        }
        month.complaints += u32::from(is_complaint);
        if let Some(own) = tier.and_then(|tier| month.by_tier.get_mut(tier)) {
            *own += u32::from(is_complaint);
        }
    }
    if let Some(resolved) = feedback.resolved[row].filter(|&day| is_complaint && day <= said.until) {
        months.entry(first_of_month(resolved)).or_insert_with(|| Month::empty(tiers)).resolved += 1;
    }
}

fn first_of_month(day: Day) -> Day {
    let (year, month, _) = day.ymd();
    Day::from_ymd(year, month, 1).unwrap_or(day)
}

/// The latest months; months in which nobody said anything stand between the others.
pub(super) fn without_gaps(mut months: BTreeMap<Day, Month>) -> Vec<MonthFeedback> {
    let tiers = months.values().next().map_or(0, |month| month.tiers.len());
    let Some(last) = months.keys().next_back().copied() else { return Vec::new() };
    let before = |month: &Day| Some(*month).filter(|month| *month > Day::MIN).map(|month| first_of_month(month.plus(-1)));
    let first = months.keys().next().copied().unwrap_or(last);
    let days = std::iter::successors(Some(last), before).take_while(|month| *month >= first).take(MONTHS);
    let mut shown: Vec<MonthFeedback> =
        days.map(|month| months.remove(&month).unwrap_or_else(|| Month::empty(tiers)).finish(month)).collect();
    shown.reverse();
    shown
}
