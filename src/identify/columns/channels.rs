//! Tables of contacts and of feedback.
//!
//! Only a table that is no log of orders is looked at, and it has to say by more than a day and a customer what it is.
//! Invariant: a table in which nobody is named is none of these.

use super::score::Scores;
use super::synonyms::{CONTACTS, FEEDBACK, SPECIFIC, counted, is_bare_id, is_duration, usual_channel, usual_kind};
use super::table::Table;
use super::{Mapping, TableKind, Wishes, assign, identify_by_other};
use crate::identify::book::{Channel, FeedbackKind};
use crate::recipe::Field;

/// From this score on a column is what its header says.
const SURE: f64 = 0.6;

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
    /// The table as one of feedback or of contacts; none when it is neither.
    pub(super) fn read(&self) -> Option<Reading> {
        self.feedback().or_else(|| self.contacts())
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
        let is_rated = [Rating, RatingQuality, RatingAttitude, RatingDelivery].into_iter().any(is_sure);
        let is_told = usual.is_some() && (is_sure(Subject) || is_sure(Status) || is_sure(Field::Date));
        let is_specific = is_sure(Kind) || usual.is_some() || self.score(&mapping, &scores, Field::Date) >= SPECIFIC;
        let is_feedback = (is_rated || is_sure(Kind) || is_told) && (is_specific || self.repeats(&mapping) || !self.is_list_like);
        is_feedback.then(|| Reading {
            kind: TableKind::Feedback,
            mapping,
            scores,
            counters: Vec::new(),
            usual_channel: Channel::Other,
            usual_kind: usual.unwrap_or(if is_rated { FeedbackKind::Rating } else { FeedbackKind::Other }),
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
