//! Rows of feedback: ratings, complaints, suggestions, praise.
//!
//! Ratings are kept as they were written until the last row has been seen, because only the whole column shows its
//! scale. Where every row is a contact too, what was said in it is feedback, and silence is none. Invariant: a row with a
//! customer is used, whatever else is missing in it.

use super::DayColumns;
use super::meanings::Meanings;
use super::reading::{Rejected, Slots, TableContext, text};
use super::reference::{Reference, Room};
use crate::Result;
use crate::base::{Day, TextId};
use crate::identify::book::{Channel, FeedbackKind};
use crate::identify::builder::{BookBuilder, Contact, Word};
use crate::identify::issue::IssueCode;
use crate::identify::read::{Cell, RowSink};
use crate::identify::values::rating::{RawRating, Scale, normalised, parse_rating};
use crate::identify::values::{DayParser, DecimalMark, Reading, words};
use crate::recipe::Field;

/// The ratings of a row, in the order in which the book keeps them.
pub(crate) const RATINGS: [Field; 4] = [Field::Rating, Field::RatingQuality, Field::RatingAttitude, Field::RatingDelivery];

/// Fields that a table of feedback is read for.
pub(crate) const FIELDS: [Field; 15] = [
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
    Field::Channel,
];

/// Where every row is a contact too.
pub(crate) struct InContacts {
    /// What a contact was when its row does not say.
    pub(crate) usual: Channel,
    pub(crate) channels: Meanings<Option<Channel>>,
    /// Where among the cells the row says what the contact was about.
    pub(crate) subject: Option<usize>,
}

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
    /// A cell that says of single rows that they are of this kind.
    pub(crate) told: Option<(usize, FeedbackKind)>,
    pub(crate) contacts: Option<InContacts>,
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
        let contact = self.contact(customer, day, cells);
        let resolved = self.resolved(number, cells);
        let state = self.slots.cell(cells, Field::Status);
        let state = self.states.of(text(state, &mut self.scratch), words::is_open);
        let ratings = RATINGS.map(|field| rating(number, field, &self.slots, cells, self.mark, &mut self.context));
        let is_rated = ratings.iter().any(|rating| !matches!(rating, RawRating::None));
        let Some(kind) = self.kind(cells, is_rated, state.is_some() || resolved != Day::MIN) else { return Ok(()) };
        self.ratings.push(ratings);
        // What nobody is to do anything about is not open, and what has a day of its end is not either.
        let waits = !matches!(kind, FeedbackKind::Rating | FeedbackKind::Praise);
        let open = state.unwrap_or(waits) && resolved == Day::MIN;
        let subject = self.kept(self.slots.cell(cells, Field::Subject));
        let class = self.class(cells);
        if let Some(contact) = contact {
            self.builder.feedback.next_is_given_in(contact);
        }
        self.builder.feedback.push(Word { customer, day, kind, class, resolved, open, subject });
        Ok(())
    }

    /// What a row is; none when it is a contact in which nothing was said.
    fn kind(&mut self, cells: &[Cell<'_>], is_rated: bool, is_handled: bool) -> Option<FeedbackKind> {
        let said = text(self.slots.cell(cells, Field::FeedbackKind), &mut self.scratch);
        let is_silent = words::is_nothing(said);
        let by_word = self.kinds.of(said, words::feedback_kind);
        if !is_silent || (self.told.is_none() && self.contacts.is_none()) {
            return Some(by_word.unwrap_or(self.usual));
        }
        let told = self.told.filter(|&(place, _)| !words::is_nothing(text(cell_at(cells, place), &mut self.scratch)));
        let rated = is_rated.then_some(FeedbackKind::Rating);
        let otherwise = (is_handled || self.contacts.is_none()).then_some(self.usual);
        told.map(|(_, kind)| kind).or(rated).or(otherwise)
    }

    /// The contact in which the row's feedback was given, where rows are contacts.
    fn contact(&mut self, customer: u32, day: Day, cells: &[Cell<'_>]) -> Option<usize> {
        let InContacts { usual, channels, subject } = self.contacts.as_mut()?;
        let said = self.slots.cell(cells, Field::Channel);
        let channel = channels.of(text(said, &mut self.scratch), words::channel).unwrap_or(*usual);
        let contacts = &mut self.builder.contacts;
        let about = subject.map_or(Cell::Empty, |place| cell_at(cells, place));
        let subject = match text(about, &mut self.scratch) {
            "" => TextId::NONE,
            subject => contacts.subjects.intern(subject),
        };
        contacts.push(Contact { customer, day, channel, count: 1, subject });
        Some(contacts.day.len() - 1)
    }

    /// What the row is about. A kind that is none of the known ones says it: 质量问题.
    fn class(&mut self, cells: &[Cell<'_>]) -> TextId {
        let class = self.kept(self.slots.cell(cells, Field::ComplaintType));
        let said = self.slots.cell(cells, Field::FeedbackKind);
        let words = text(said, &mut self.scratch);
        let names_a_class = class.is_none() && !words::is_nothing(words) && self.kinds.of(words, words::feedback_kind).is_none();
        if names_a_class { self.kept(said) } else { class }
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
        // The day is the contact's, where there is one.
        let days = if self.contacts.is_some() { &self.builder.contacts.day } else { &self.builder.feedback.day };
        DayColumns::flag(&mut self.flagged, &read, days.len());
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
        let column = |place: usize| self.ratings.iter().map(move |row| row[place]);
        let mut scales = [0, 1, 2, 3].map(|place| Scale::of(column(place)));
        let unclear = [0, 1, 2, 3].map(|place| Scale::is_unclear(column(place)));
        // Questions of one table are asked on one scale: what only 1s leave open, another column may show.
        let clear = scales.iter().zip(unclear).find_map(|(scale, unclear)| scale.filter(|_| !unclear));
        for (scale, _) in scales.iter_mut().zip(unclear).filter(|(_, unclear)| *unclear) {
            *scale = clear.or(*scale);
        }
        // Nobody answered 0, or only low figures came: the question has its scale all the same.
        if self.asks_recommendation && scales[0].is_some_and(|scale| scale.high <= Scale::TEN.high) {
            scales[0] = Some(Scale::TEN);
        }
        for (place, scale) in scales.iter().enumerate() {
            let is_guessed = unclear[place] && clear.is_none() && *scale != Some(Scale::TEN);
            self.remark_scale(place, *scale, is_guessed);
        }
        let on_scale = |row: &[RawRating; 4]| [0, 1, 2, 3].map(|place| normalised(row[place], scales[place]));
        let ratings: Vec<[u8; 4]> = self.ratings.iter().map(on_scale).collect();
        let of_ten = |row: &[RawRating; 4]| scales[0] == Some(Scale::TEN) && matches!(row[0], RawRating::Number(_));
        let of_ten: Vec<bool> = self.ratings.iter().map(of_ten).collect();
        self.builder.feedback.rate(&ratings, &of_ten);
    }

    /// Says on which scale a column was read, and how many numbers are outside it.
    fn remark_scale(&mut self, place: usize, scale: Option<Scale>, is_guessed: bool) {
        let numbers = self.ratings.iter().filter(|row| matches!(row[place], RawRating::Number(_)));
        let outside = numbers.clone().filter(|row| normalised(row[place], scale) == crate::identify::book::Feedback::NO_RATING).count();
        if let Some(Scale { low, high }) = scale {
            let code = if is_guessed { IssueCode::RatingScaleUnclear } else { IssueCode::RatingScale };
            self.context.remark(code, Some(RATINGS[place]), &numbers.count().to_string(), &format!("{low}–{high}"));
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

fn cell_at<'c>(cells: &[Cell<'c>], place: usize) -> Cell<'c> {
    cells.get(place).copied().unwrap_or(Cell::Empty)
}
