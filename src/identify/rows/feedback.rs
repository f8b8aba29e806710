//! Rows of feedback: ratings, complaints, suggestions, praise.
//!
//! Ratings are kept as they were written until the last row has been seen, because only the whole column shows its
//! scale. Invariant: a row with a customer is used, whatever else is missing in it.

use super::DayColumns;
use super::meanings::Meanings;
use super::reading::{Rejected, Slots, TableContext, text};
use super::reference::{Reference, Room};
use crate::Result;
use crate::base::{Day, TextId};
use crate::identify::book::FeedbackKind;
use crate::identify::builder::{BookBuilder, Word};
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::rating::{RawRating, Scale, normalised, parse_rating};
use crate::identify::values::{DayParser, DecimalMark, Reading, words};
use crate::recipe::Field;

/// The ratings of a row, in the order in which the book keeps them.
pub(crate) const RATINGS: [Field; 4] = [Field::Rating, Field::RatingQuality, Field::RatingAttitude, Field::RatingDelivery];

/// Fields that a table of feedback is read for.
pub(crate) const FIELDS: [Field; 14] = [
    Field::CustomerId,
    Field::CustomerName,
    Field::Phone,
    Field::Email,
    Field::Date,
    Field::Rating,
    Field::RatingQuality,
    Field::RatingAttitude,
    Field::RatingDelivery,
    Field::FeedbackKind,
    Field::ComplaintType,
    Field::Status,
    Field::Resolved,
    Field::Subject,
];

/// Takes the rows of one table of feedback.
pub(crate) struct FeedbackRows<'a> {
    pub(crate) builder: &'a mut BookBuilder,
    pub(crate) context: TableContext<'a>,
    pub(crate) slots: Slots,
    pub(crate) reference: Reference,
    pub(crate) days: DayParser,
    pub(crate) resolved_days: DayParser,
    /// What the rows are when they do not say it.
    pub(crate) usual: FeedbackKind,
    pub(crate) mark: DecimalMark,
    /// Whether the rating by its header is how likely somebody recommends us, which is asked from 0 to 10.
    pub(crate) asks_recommendation: bool,
    pub(crate) kinds: Meanings<Option<FeedbackKind>>,
    pub(crate) states: Meanings<Option<bool>>,
    pub(crate) ratings: Vec<[RawRating; 4]>,
    pub(crate) flagged: Vec<u32>,
    pub(crate) resolved_flagged: Vec<u32>,
    pub(crate) on_progress: &'a mut dyn FnMut(u64, u64) -> Result<()>,
    pub(crate) room: Room,
    pub(crate) scratch: String,
}

impl RowSink for FeedbackRows<'_> {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        let outcome = self.take(number, cells);
        self.context.settle(number, outcome, cells, &self.slots);
        Ok(())
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.context.note(number, code, None, Cell::Text(original), "");
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        (self.on_progress)(self.context.counts.rows_read, bytes)
    }
}

impl FeedbackRows<'_> {
    fn take(&mut self, number: u64, cells: &[Cell<'_>]) -> std::result::Result<(), Rejected> {
        let row = (number, cells, &self.slots);
        let customer = self.reference.known_customer((self.builder, &mut self.context), row, &mut self.room)?;
        let day = self.day(number, cells);
        let resolved = self.resolved(number, cells);
        let said = self.slots.cell(cells, Field::FeedbackKind);
        let known = self.kinds.of(text(said, &mut self.scratch), words::feedback_kind);
        let kind = known.unwrap_or(self.usual);
        let state = self.slots.cell(cells, Field::Status);
        let state = self.states.of(text(state, &mut self.scratch), words::is_open);
        // What nobody is to do anything about is not open, and what has a day of its end is not either.
        let waits = !matches!(kind, FeedbackKind::Rating | FeedbackKind::Praise);
        let open = state.unwrap_or(waits) && resolved == Day::MIN;
        self.ratings.push(RATINGS.map(|field| rating(number, field, &self.slots, cells, self.mark, &mut self.context)));
        let subject = self.kept(self.slots.cell(cells, Field::Subject));
        // A kind that is none of the known ones says what it is about: 质量问题.
        let class = match self.kept(self.slots.cell(cells, Field::ComplaintType)) {
            class if class.is_none() && known.is_none() => self.kept(said),
            class => class,
        };
        self.builder.feedback.push(Word { customer, day, kind, class, resolved, open, subject });
        Ok(())
    }

    /// The number of a text that the book keeps.
    fn kept(&mut self, cell: Cell<'_>) -> TextId {
        match text(cell, &mut self.scratch) {
            "" => TextId::NONE,
            words => self.builder.feedback.subjects.intern(words),
        }
    }

    fn day(&mut self, number: u64, cells: &[Cell<'_>]) -> Day {
        let cell = self.slots.cell(cells, Field::Date);
        let Some(read) = self.context.optional_day(number, Field::Date, cell, &mut self.days) else { return Day::MIN };
        DayColumns::flag(&mut self.flagged, &read, self.builder.feedback.day.len());
        read.day
    }

    fn resolved(&mut self, number: u64, cells: &[Cell<'_>]) -> Day {
        let cell = self.slots.cell(cells, Field::Resolved);
        let Some(read) = self.context.optional_day(number, Field::Resolved, cell, &mut self.resolved_days) else { return Day::MIN };
        DayColumns::flag(&mut self.resolved_flagged, &read, self.builder.feedback.resolved.len());
        read.day
    }

    /// Now that every row has been seen: the scale of each column, and the ratings on it.
    pub(crate) fn rate(&mut self) {
        let mut scales = [0, 1, 2, 3].map(|place| Scale::of(self.ratings.iter().map(|row| row[place])));
        // Nobody answered 0, or only low figures came: the question has its scale all the same.
        if self.asks_recommendation && scales[0].is_some_and(|scale| scale.high <= Scale::TEN.high) {
            scales[0] = Some(Scale::TEN);
        }
        for (place, scale) in scales.iter().enumerate() {
            self.remark_scale(place, *scale);
        }
        let on_scale = |row: &[RawRating; 4]| [0, 1, 2, 3].map(|place| normalised(row[place], scales[place]));
        let ratings: Vec<[u8; 4]> = self.ratings.iter().map(on_scale).collect();
        let of_ten = |row: &[RawRating; 4]| scales[0] == Some(Scale::TEN) && matches!(row[0], RawRating::Number(_));
        let of_ten: Vec<bool> = self.ratings.iter().map(of_ten).collect();
        self.builder.feedback.rate(&ratings, &of_ten);
    }

    /// Says on which scale a column was read, and how many numbers are outside it.
    fn remark_scale(&mut self, place: usize, scale: Option<Scale>) {
        let numbers = self.ratings.iter().filter(|row| matches!(row[place], RawRating::Number(_)));
        let outside = numbers.clone().filter(|row| normalised(row[place], scale) == crate::identify::book::Feedback::NO_RATING).count();
        if let Some(Scale { low, high }) = scale {
            self.context.remark(IssueCode::RatingScale, Some(RATINGS[place]), &numbers.count().to_string(), &format!("{low}–{high}"));
        }
        if outside > 0 {
            self.context.remark(IssueCode::ValueUnreadable, Some(RATINGS[place]), &outside.to_string(), "");
        }
    }
}

fn rating(number: u64, field: Field, slots: &Slots, cells: &[Cell<'_>], mark: DecimalMark, context: &mut TableContext<'_>) -> RawRating {
    let cell = slots.cell(cells, field);
    let reading = match cell {
        Cell::Empty => Reading::Missing,
        Cell::Number(number) => parse_rating(&format!("{number}"), DecimalMark::Point),
        Cell::Text(text) => parse_rating(text, mark),
        Cell::Day(..) | Cell::Bool(_) | Cell::Error(_) => Reading::Unreadable,
    };
    if reading == Reading::Unreadable {
        context.note(number, IssueCode::ValueUnreadable, Some(field), cell, "");
    }
    reading.value().unwrap_or(RawRating::None)
}
