//! Complaints: received, classified, resolved, and how long that took.
//!
//! A class in the file's own words comes first; where there is none, the words of the complaint say what it is about.
//! Invariant: every complaint is in exactly one class, and resolved or open.

use super::{FeedbackShare, Said};
use crate::base::TextId;
use crate::identify::book::FeedbackKind;
use crate::identify::values::topics::{Topic, topic};
use crate::math::Distribution;
use serde::Serialize;
use std::collections::BTreeMap;

/// What became of complaints.
#[derive(Debug, Clone, Copy, Default, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ComplaintFigures {
    /// Complaints.
    pub received: u32,
    /// Of these, complaints of which somebody or their own words say what they are about.
    pub classified: u32,
    /// Of these, complaints that are resolved.
    pub resolved: u32,
    /// Of these, complaints that are open.
    pub open: u32,
    /// Half of the resolved ones took at most so many days; none unless days of both ends are known.
    pub median_days: Option<f64>,
    /// Of how many resolved complaints both days are known.
    pub timed: u32,
    /// Customers who complained, of all in the group.
    pub customers: FeedbackShare,
    /// Customers who complained more than once.
    pub repeated: u32,
}

/// Complaints about one thing.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct ComplaintClass {
    /// What they are about.
    pub about: ComplaintTopic,
    /// Complaints.
    pub received: u32,
    /// Of these open.
    pub open: u32,
    /// Half of the resolved ones took at most so many days.
    pub median_days: Option<f64>,
    /// Complaints by tier, in the order of the scheme.
    pub tiers: Vec<u32>,
}

/// What a complaint is about.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(tag = "kind", content = "name", rename_all = "snake_case")]
pub enum ComplaintTopic {
    /// In the file's own words.
    Own(String),
    /// By the words of the complaint.
    Topic(Topic),
    /// Nobody says.
    Unknown,
}

/// Complaints added up.
#[derive(Clone, Default)]
pub(super) struct Complaints {
    pub(super) received: u32,
    classified: u32,
    open: u32,
    /// Days from one end to the other, where both are known.
    days: Vec<i64>,
    customers: u32,
    repeated: u32,
}

impl Complaints {
    pub(super) fn add(&mut self, said: &Said<'_>, row: usize) {
        self.received += 1;
        self.classified += u32::from(about(said, row) != ComplaintTopic::Unknown);
        self.open += u32::from(said.book.feedback.open[row]);
        self.days.extend(taken(said, row));
    }

    /// Another customer, who complained so often.
    pub(super) fn customer(&mut self, complaints: u32) {
        self.customers += u32::from(complaints > 0);
        self.repeated += u32::from(complaints > 1);
    }

    #[expect(clippy::cast_possible_truncation, reason = "rows are numbered with u32")]
    pub(super) fn figures(self, customers: u32) -> ComplaintFigures {
        ComplaintFigures {
            received: self.received,
            classified: self.classified,
            resolved: self.received - self.open,
            open: self.open,
            timed: self.days.len() as u32,
            median_days: median(self.days),
            customers: FeedbackShare::of(self.customers, customers),
            repeated: self.repeated,
        }
    }
}

fn median(days: Vec<i64>) -> Option<f64> {
    (!days.is_empty()).then(|| Distribution::of(days).quantile(1, 2).to_f64(1))
}

/// Days until a complaint was resolved; none when a day is missing or they are in the wrong order.
fn taken(said: &Said<'_>, row: usize) -> Option<i64> {
    let resolved = said.book.feedback.resolved.get(row).copied().flatten()?;
    let days = resolved.days_since(said.day(row)?);
    (days >= 0).then_some(i64::from(days))
}

/// What a complaint is about.
pub(super) fn about(said: &Said<'_>, row: usize) -> ComplaintTopic {
    let feedback = &said.book.feedback;
    let text = |id: TextId| if id.is_none() { "" } else { feedback.subjects.get(id) };
    let class = text(feedback.class[row]);
    if !class.is_empty() {
        return ComplaintTopic::Own(class.to_owned());
    }
    topic(text(feedback.subject[row])).map_or(ComplaintTopic::Unknown, ComplaintTopic::Topic)
}

/// Complaints by what they are about, the most common first, those of which nobody says it last.
pub(super) fn classes(said: &Said<'_>) -> Vec<ComplaintClass> {
    let tiers = said.standing.schemes.get(said.standing.tier).map_or(0, |tiers| tiers.segments.len());
    let mut found: BTreeMap<ComplaintTopic, (Complaints, Vec<u32>)> = BTreeMap::new();
    for customer in said.book.customers.iter() {
        for row in said.rows(customer).filter(|&row| said.book.feedback.kind[row] == FeedbackKind::Complaint) {
            let (complaints, by_tier) = found.entry(about(said, row)).or_insert_with(|| (Complaints::default(), vec![0; tiers]));
            complaints.add(said, row);
            if let Some(count) = said.tier(customer).and_then(|tier| by_tier.get_mut(tier)) {
                *count += 1;
            }
        }
    }
    let class = |(about, (complaints, tiers)): (ComplaintTopic, (Complaints, Vec<u32>))| {
        let ComplaintFigures { received, open, median_days, .. } = complaints.figures(0);
        ComplaintClass { about, received, open, median_days, tiers }
    };
    let mut classes: Vec<ComplaintClass> = found.into_iter().map(class).collect();
    classes.sort_by_key(|class| (class.about == ComplaintTopic::Unknown, std::cmp::Reverse(class.received)));
    classes
}
