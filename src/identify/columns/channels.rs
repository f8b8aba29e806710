//! Tables of contacts and of feedback.
//!
//! Only a table that is no log of orders is looked at, and it has to say by more than a day and a customer what it is.
//! A table whose rows are contacts by name, with what the customer said of each, is both.
//! Invariant: a table in which nobody is named is none of these.

use super::score::Scores;
use super::synonyms::{CONTACTS, FEEDBACK, SPECIFIC, counted, is_bare_id, is_duration, usual_channel, usual_kind};
use super::table::Table;
use super::{Mapping, TableKind, Wishes, assign, identify_by_other};
use crate::identify::book::{Channel, FeedbackKind};
use crate::recipe::Field;

/// Satisfaction, overall and by aspect.
const RATED: [Field; 4] = [Field::Rating, Field::RatingQuality, Field::RatingAttitude, Field::RatingDelivery];

/// From this score on a column is what its header says.
const SURE: f64 = 0.6;

/// From this score on a header is a name that only a table of contacts has.
const NAMED: f64 = 0.95;

/// A table as one of contacts or of feedback.
pub(super) struct Reading {
    pub(super) kind: TableKind,
    pub(super) mapping: Mapping,
    pub(super) scores: Scores,
    /// Columns that count something, and what.
    pub(super) counters: Vec<(usize, Channel)>,
    /// What a contact is when its row does not say.
    pub(super) usual_channel: Channel,
    /// What feedback is when its row does not say.
    pub(super) usual_kind: FeedbackKind,
    pub(super) asides: Asides,
}

/// Columns beside the roles that say something of feedback, or of the contact in which it was given.
#[derive(Debug, Clone, Copy, Default)]
pub(in crate::identify) struct Asides {
    /// A column that says of single rows that they are complaints or the like, as 是否投诉 does, and of what kind these are.
    pub(in crate::identify) told: Option<(usize, FeedbackKind)>,
    /// Where a contact says what it was about, when the feedback says it elsewhere.
    pub(in crate::identify) contact_subject: Option<usize>,
}

/// What is known of the table already.
pub(super) struct Known<'a> {
    pub(super) table: &'a Table<'a>,
    pub(super) scores: &'a Scores,
    pub(super) wishes: &'a Wishes,
    /// Whether it says more about customers than how to reach them.
    pub(super) is_list_like: bool,
    /// Whether it names orders, goods or amounts.
    pub(super) has_order_signs: bool,
}

impl Known<'_> {
    /// The table as one of feedback, of contacts or of both; none when it is neither.
    pub(super) fn read(&self) -> Option<Reading> {
        let Some(feedback) = self.feedback() else { return self.contacts() };
        match self.contacts().filter(|contacts| self.is_contact_by_name(contacts)) {
            Some(contacts) => Some(self.both(feedback, &contacts)),
            None => Some(feedback),
        }
    }

    /// Whether the table says by name that its rows are contacts: when somebody was called or visited, how, or for how long.
    /// Feedback, too, has a day and may have come through some channel.
    fn is_contact_by_name(&self, contacts: &Reading) -> bool {
        let is_named = |field| self.score(&contacts.mapping, &contacts.scores, field) >= NAMED;
        contacts.counters.is_empty() && (is_named(Field::Date) || is_named(Field::Channel) || self.table.headers.iter().any(is_duration))
    }

    /// Every row is a contact; one in which the customer said something is feedback too.
    fn both(&self, feedback: Reading, contacts: &Reading) -> Reading {
        let mut mapping = feedback.mapping;
        for field in [Field::Date, Field::Channel] {
            let Some(&column) = contacts.mapping.get(&field) else { continue };
            let is_named = self.score(&contacts.mapping, &contacts.scores, field) >= NAMED;
            if is_named {
                mapping.retain(|_, own| *own != column);
            }
            if is_named || !(mapping.contains_key(&field) || mapping.values().any(|own| *own == column)) {
                mapping.insert(field, column);
            }
        }
        let is_free = |column: &&usize| mapping.iter().all(|(&field, own)| own != *column || field == Field::Subject);
        let subject = contacts.mapping.get(&Field::Subject).filter(is_free).copied();
        if let Some(column) = subject.filter(|_| !mapping.contains_key(&Field::Subject)) {
            mapping.insert(Field::Subject, column);
        }
        let told = self.told(&mapping);
        let of_kind = mapping.get(&Field::FeedbackKind).and_then(|&column| usual_kind(&self.table.headers[column]));
        let is_rated = feedback.usual_kind == FeedbackKind::Rating || RATED.iter().any(|field| mapping.contains_key(field));
        Reading {
            kind: TableKind::InteractionsAndFeedback,
            mapping,
            scores: feedback.scores,
            counters: Vec::new(),
            usual_channel: contacts.usual_channel,
            usual_kind: of_kind.unwrap_or(if is_rated { FeedbackKind::Rating } else { FeedbackKind::Other }),
            asides: Asides { told, contact_subject: subject },
        }
    }

    /// The column, if any, that says of single rows what they are, as 是否投诉 or 投诉内容 do.
    fn told(&self, mapping: &Mapping) -> Option<(usize, FeedbackKind)> {
        let has_role = |column: usize| mapping.iter().any(|(&field, &own)| own == column && field != Field::Subject);
        let mut columns = self.table.headers.iter().enumerate().filter(|(column, _)| !has_role(*column));
        columns.find_map(|(column, header)| Some((column, usual_kind(header)?)))
    }

    fn feedback(&self) -> Option<Reading> {
        use Field::{
            ComplaintType, FeedbackKind as Kind, Rating, RatingAttitude, RatingDelivery, RatingQuality, Resolved, Status, Subject,
        };
        let scores = Scores::by(&FEEDBACK, self.table);
        let fields = [Field::Date, Rating, RatingQuality, RatingAttitude, RatingDelivery, Kind, ComplaintType, Status, Resolved, Subject];
        let mapping = self.assign(&fields, &scores)?;
        let usual = self.table.headers.iter().find_map(usual_kind);
        let is_sure = |field| self.is_sure(&mapping, &scores, field);
        let is_rated = RATED.into_iter().any(is_sure);
        let is_told = usual.is_some() && (is_sure(Subject) || is_sure(Status) || is_sure(Field::Date));
        let is_specific = is_sure(Kind) || usual.is_some() || self.score(&mapping, &scores, Field::Date) >= SPECIFIC;
        let is_feedback = (is_rated || is_sure(Kind) || is_told) && (is_specific || self.repeats(&mapping) || !self.is_list_like);
        // Ratings among which some are said to be complaints are not all complaints.
        let told = self.told(&mapping).filter(|&(column, _)| is_rated && self.table.profiles[column].is_yes_or_no());
        let by_header = usual.filter(|_| told.is_none());
        is_feedback.then(|| Reading {
            kind: TableKind::Feedback,
            mapping,
            scores,
            counters: Vec::new(),
            usual_channel: Channel::Other,
            usual_kind: by_header.unwrap_or(if is_rated { FeedbackKind::Rating } else { FeedbackKind::Other }),
            asides: Asides { told, contact_subject: None },
        })
    }

    fn contacts(&self) -> Option<Reading> {
        let scores = Scores::by(&CONTACTS, self.table);
        let mapping = self.assign(&[Field::Date, Field::Channel, Field::Count, Field::Subject], &scores)?;
        let counters = self.counters(&mapping);
        let is_specific = self.score(&mapping, &scores, Field::Date) >= SPECIFIC;
        let has_date = mapping.contains_key(&Field::Date);
        let has_duration = self.table.headers.iter().any(is_duration);
        let signs = [
            is_specific,
            self.is_sure(&mapping, &scores, Field::Channel),
            self.score(&mapping, &scores, Field::Subject) >= 0.95,
            has_duration,
            !counters.is_empty(),
            counters.len() > 1,
        ];
        let signs = signs.into_iter().filter(|sign| *sign).count();
        let needed = if self.is_list_like && !self.repeats(&mapping) { 2 } else { 1 };
        let is_dated = has_date && signs >= needed && (!self.has_order_signs || is_specific || has_duration);
        let is_counted = counters.len() > 1 && !self.is_list_like;
        (is_dated || is_counted).then(|| Reading {
            kind: TableKind::Interactions,
            usual_channel: self.usual_channel(&mapping),
            mapping,
            scores,
            counters,
            usual_kind: FeedbackKind::Other,
            asides: Asides::default(),
        })
    }

    /// The day's column says best what happened on it; then the others, from the left.
    fn usual_channel(&self, mapping: &Mapping) -> Channel {
        let day = mapping.get(&Field::Date).map(|&column| &self.table.headers[column]);
        day.into_iter().chain(&self.table.headers).find_map(usual_channel).unwrap_or_default()
    }

    /// The roles in this reading; none when nobody is named.
    fn assign(&self, fields: &[Field], own: &Scores) -> Option<Mapping> {
        let mut wanted = vec![Field::CustomerId, Field::CustomerName, Field::Phone, Field::Email];
        let persons = wanted.len();
        wanted.extend(fields);
        let has_other_key = wanted[1..persons].iter().any(|&field| self.scores.columns(field).first().is_some_and(|best| best.1 >= SURE));
        let is_row_number = |column: usize| is_bare_id(&self.table.headers[column]) && !self.table.profiles[column].repeats();
        let score = |field, column| match field {
            Field::CustomerId if has_other_key && is_row_number(column) => 0.0,
            _ if wanted[..persons].contains(&field) => self.scores.get(field, column),
            Field::Date => own.get(field, column).max(0.8 * self.scores.get(field, column)),
            _ => own.get(field, column),
        };
        let mut mapping = assign(&wanted, self.wishes, score, self.table.titles.len());
        identify_by_other(&mut mapping, self.wishes, true);
        let &customer = mapping.get(&Field::CustomerId)?;
        // A column "name" may be anything's.
        let is_anything = matches!(self.table.headers[customer].plain.as_str(), "name" | "名称");
        (!is_anything || mapping.contains_key(&Field::Phone) || mapping.contains_key(&Field::Email)).then_some(mapping)
    }

    /// Columns of counts, when no column says what a row is.
    fn counters(&self, mapping: &Mapping) -> Vec<(usize, Channel)> {
        if mapping.contains_key(&Field::Channel) {
            return Vec::new();
        }
        let is_count = |column: usize| {
            let profile = &self.table.profiles[column];
            profile.filled > 0 && profile.share(profile.whole) >= 0.9 && profile.negative == 0
        };
        let free = |column: &usize| !mapping.values().any(|own| own == column);
        let columns = (0..self.table.headers.len()).filter(free).filter(|&column| is_count(column));
        columns.filter_map(|column| Some((column, counted(&self.table.headers[column])?))).collect()
    }

    fn score(&self, mapping: &Mapping, scores: &Scores, field: Field) -> f64 {
        mapping.get(&field).map_or(0.0, |&column| if self.wishes.names(field) { 1.0 } else { scores.get(field, column) })
    }

    fn is_sure(&self, mapping: &Mapping, scores: &Scores, field: Field) -> bool {
        self.score(mapping, scores, field) >= SURE
    }

    fn repeats(&self, mapping: &Mapping) -> bool {
        mapping.get(&Field::CustomerId).is_some_and(|&column| self.table.profiles[column].repeats())
    }
}

#[cfg(test)]
mod tests;
