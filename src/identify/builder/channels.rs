//! Contacts and feedback in the order of the files → the same grouped by customer and time.
//!
//! Both are columns, as orders are, because a year of web visits has more rows than a year of orders. Invariant: a
//! column has as many entries as there are rows.

use super::{group, permute};
use crate::base::{Day, Interner, TextId};
use crate::identify::book::{Channel, Feedback, FeedbackKind, Interactions};

/// One contact, or several that one row stands for.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Contact {
    pub(crate) customer: u32,
    pub(crate) day: Day,
    pub(crate) channel: Channel,
    pub(crate) count: u32,
    pub(crate) subject: TextId,
}

/// Gathers contacts.
#[derive(Debug, Default)]
pub(crate) struct ContactBuilder {
    customer: Vec<u32>,
    pub(crate) day: Vec<Day>,
    channel: Vec<Channel>,
    count: Vec<u32>,
    subject: Vec<TextId>,
    pub(crate) subjects: Interner,
}

impl ContactBuilder {
    pub(crate) fn push(&mut self, contact: Contact) {
        self.customer.push(contact.customer);
        self.day.push(contact.day);
        self.channel.push(contact.channel);
        self.count.push(contact.count.max(1));
        self.subject.push(contact.subject);
    }

    /// `rank` maps the numbers of first sight to the final ones.
    pub(crate) fn finish(self, rank: &[u32]) -> Interactions {
        if self.day.is_empty() {
            return Interactions::default();
        }
        let (starts, places) = group(&self.customer, rank, &self.day, &[]);
        Interactions {
            starts,
            day: permute(self.day, &places),
            channel: permute(self.channel, &places),
            count: permute(self.count, &places),
            subject: permute(self.subject, &places),
            subjects: self.subjects,
        }
    }
}

/// One piece of feedback; ratings follow when the scale of their columns is known.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Word {
    pub(crate) customer: u32,
    pub(crate) day: Day,
    pub(crate) kind: FeedbackKind,
    pub(crate) class: TextId,
    /// [`Day::MIN`] when it was not resolved, or nobody says when.
    pub(crate) resolved: Day,
    pub(crate) open: bool,
    pub(crate) subject: TextId,
}

/// Gathers feedback.
#[derive(Debug, Default)]
pub(crate) struct FeedbackBuilder {
    customer: Vec<u32>,
    pub(crate) day: Vec<Day>,
    kind: Vec<FeedbackKind>,
    class: Vec<TextId>,
    rating: Vec<[u8; 4]>,
    of_ten: Vec<bool>,
    pub(crate) resolved: Vec<Day>,
    open: Vec<bool>,
    subject: Vec<TextId>,
    pub(crate) subjects: Interner,
    /// Feedback that was given in a contact: its place, and the contact's.
    given_in: Vec<(usize, usize)>,
}

impl FeedbackBuilder {
    /// The next piece of feedback was given in this contact, whose day it has.
    pub(crate) fn next_is_given_in(&mut self, contact: usize) {
        self.given_in.push((self.day.len(), contact));
    }

    /// Takes the days of the contacts in which feedback was given.
    pub(crate) fn share_days(&mut self, day_of: impl Fn(usize) -> Option<Day>) {
        for &(place, contact) in &self.given_in {
            if let (Some(slot), Some(day)) = (self.day.get_mut(place), day_of(contact)) {
                *slot = day;
            }
        }
    }

    pub(crate) fn push(&mut self, word: Word) {
        self.customer.push(word.customer);
        self.day.push(word.day);
        self.kind.push(word.kind);
        self.class.push(word.class);
        self.rating.push([Feedback::NO_RATING; 4]);
        self.of_ten.push(false);
        self.resolved.push(word.resolved);
        self.open.push(word.open);
        self.subject.push(word.subject);
    }

    /// The ratings of the last rows, and which of the overall ones answer a question from 0 to 10.
    pub(crate) fn rate(&mut self, ratings: &[[u8; 4]], of_ten: &[bool]) {
        self.rating.truncate(self.rating.len().saturating_sub(ratings.len()));
        self.rating.extend_from_slice(ratings);
        self.of_ten.truncate(self.of_ten.len().saturating_sub(of_ten.len()));
        self.of_ten.extend_from_slice(of_ten);
    }

    /// `rank` maps the numbers of first sight to the final ones.
    pub(crate) fn finish(self, rank: &[u32]) -> Feedback {
        if self.day.is_empty() {
            return Feedback::default();
        }
        let (starts, places) = group(&self.customer, rank, &self.day, &[]);
        let resolved = permute(self.resolved, &places);
        Feedback {
            starts,
            day: permute(self.day, &places),
            kind: permute(self.kind, &places),
            class: permute(self.class, &places),
            rating: permute(self.rating, &places),
            of_ten: permute(self.of_ten, &places),
            resolved: resolved.into_iter().map(|day| (day != Day::MIN).then_some(day)).collect(),
            open: permute(self.open, &places),
            subject: permute(self.subject, &places),
            subjects: self.subjects,
        }
    }
}
