//! What the sampled values of a column look like.
//!
//! A header promises, the values keep it or do not: a "date" without days plays no role, whatever
//! it is called. Invariant: blank cells speak neither for nor against anything.

use crate::identify::values::contact::{is_email, is_phone};
use crate::identify::values::rating::{RawRating, parse_rating};
use crate::identify::values::text::{is_missing, trim};
use crate::identify::values::{DayForm, DayParser, DecimalMark, Reading, parse_money, words};
use crate::recipe::Field;
use std::collections::BTreeSet;

/// The sampled values of one column, counted by what they look like.
#[derive(Debug, Clone, Default)]
pub(super) struct Profile {
    /// Rows sampled.
    pub(super) rows: usize,
    /// Values that are there.
    pub(super) filled: usize,
    /// Values that differ from each other.
    pub(super) distinct: usize,
    /// Days, without serial numbers.
    pub(super) days: usize,
    /// Days as serial numbers.
    pub(super) serials: usize,
    /// Numbers and amounts.
    pub(super) numbers: usize,
    /// Of these, whole ones.
    pub(super) whole: usize,
    /// Of these, whole ones from 0 to 999 without leading zeros.
    pub(super) small: usize,
    /// Of these, negative ones.
    pub(super) negative: usize,
    /// Digits with a zero in front, as only identifiers have them.
    pub(super) zero_led: usize,
    /// E-mail addresses.
    pub(super) emails: usize,
    /// Phone numbers.
    pub(super) phones: usize,
    /// Truth values.
    pub(super) flags: usize,
    /// JSON and other things that are no single value, and very long texts.
    pub(super) unwieldy: usize,
    /// Values that begin with a number sign or a digit.
    pub(super) numbered: usize,
    /// Words for channels.
    pub(super) channels: usize,
    /// Words for kinds of feedback.
    pub(super) kinds: usize,
    /// Words for genders.
    pub(super) genders: usize,
    /// Ratings: words, stars, and numbers from 0 to 100.
    pub(super) ratings: usize,
}

impl Profile {
    pub(super) fn new<'a>(values: impl Iterator<Item = &'a str>, mark: DecimalMark) -> Self {
        let mut profile = Self::default();
        let mut distinct = BTreeSet::new();
        let mut days = DayParser::new(None);
        for value in values {
            profile.rows += 1;
            let value = trim(value);
            if !is_missing(value) {
                profile.filled += 1;
                distinct.insert(value);
                profile.add(value, &mut days, mark);
            }
        }
        profile.distinct = distinct.len();
        profile
    }

    /// Whether every value that there is answers yes or no.
    pub(super) fn is_yes_or_no(&self) -> bool {
        self.filled > 0 && self.flags == self.filled
    }

    fn add(&mut self, value: &str, days: &mut DayParser, mark: DecimalMark) {
        const FLAGS: [&str; 8] = ["yes", "no", "true", "false", "y", "n", "是", "否"];
        match days.parse(value) {
            Reading::Value(read) if read.form == DayForm::Serial => self.serials += 1,
            Reading::Value(_) => self.days += 1,
            Reading::Missing | Reading::Unreadable => {}
        }
        if let Reading::Value(money) = parse_money(value, mark) {
            let is_whole = money.raw() % 10_000 == 0;
            let zero_led = value.len() > 1 && value.starts_with('0') && value.bytes().all(|b| b.is_ascii_digit());
            self.numbers += 1;
            self.whole += usize::from(is_whole);
            self.negative += usize::from(money.is_negative());
            self.zero_led += usize::from(zero_led);
            self.small += usize::from(is_whole && !zero_led && (0..10_000_000).contains(&money.raw()));
        }
        self.emails += usize::from(is_email(value));
        self.phones += usize::from(is_phone(value));
        self.flags += usize::from(FLAGS.iter().any(|flag| value.eq_ignore_ascii_case(flag)));
        self.unwieldy += usize::from(value.starts_with(['{', '[']) || value.contains("://") || value.chars().count() > 80);
        self.numbered += usize::from(value.starts_with(|c: char| c == '#' || c.is_ascii_digit()));
        self.add_word(value, mark);
    }

    fn add_word(&mut self, value: &str, mark: DecimalMark) {
        const LONGEST: usize = 60;
        if value.len() > LONGEST {
            return;
        }
        self.ratings += usize::from(match parse_rating(value, mark) {
            Reading::Value(RawRating::Number(number)) => (0..=10_000).contains(&number),
            Reading::Value(RawRating::Percent(_)) => true,
            _ => false,
        });
        if !value.starts_with(|c: char| c.is_ascii_digit()) {
            self.channels += usize::from(words::channel(value).is_some());
            self.kinds += usize::from(words::feedback_kind(value).is_some());
            self.genders += usize::from(words::gender(value).is_some());
        }
    }

    /// Share of the values that are there.
    #[expect(clippy::cast_precision_loss, reason = "samples are small")]
    pub(super) fn share(&self, count: usize) -> f64 {
        if self.filled == 0 { 0.0 } else { count as f64 / self.filled as f64 }
    }

    /// Whether some value comes back often enough that it names somebody who comes back.
    pub(super) const fn repeats(&self) -> bool {
        self.distinct * 20 <= self.filled * 19 && self.filled > 1
    }

    /// How well the values fit a role, as a factor for what the header says: 0 when they do not.
    pub(super) fn fits(&self, field: Field) -> f64 {
        if self.filled == 0 {
            return if self.rows == 0 { 1.0 } else { 0.4 };
        }
        if self.share(self.unwieldy) > 0.5 && !matches!(field, Field::Product | Field::Subject) {
            return 0.0;
        }
        match field {
            Field::Date | Field::FirstOrder | Field::LastOrder => graded(self.share(self.days + self.serials)),
            Field::Amount | Field::Revenue | Field::UnitPrice | Field::Quantity => graded(self.share(self.numbers)),
            Field::Orders | Field::RecencyDays => f64::from(u8::from(self.negative == 0 && self.share(self.whole) >= 0.95)),
            Field::CustomerId | Field::OrderId => self.fits_id(),
            // "contact" is a person's name, or how somebody is contacted.
            Field::CustomerName if self.share(self.channels) > 0.5 => 0.0,
            Field::CustomerName if self.distinct <= 3 && self.filled >= 20 => 0.6 * graded(1.0 - self.share(self.numbered)),
            Field::CustomerName | Field::Company => graded(1.0 - self.share(self.numbered)),
            Field::Phone => graded(self.share(self.phones) * 1.5),
            Field::Email => graded(self.share(self.emails)),
            Field::Region | Field::City | Field::Country | Field::Category => 1.0 - 0.4 * self.share(self.numbers.max(self.flags)),
            Field::Birthday | Field::Updated | Field::Resolved => graded(self.share(self.days + self.serials)),
            Field::Count => graded(self.share(self.whole)),
            Field::Rating | Field::RatingQuality | Field::RatingAttitude | Field::RatingDelivery => graded(self.share(self.ratings)),
            // These headers are common words, so the values have a say.
            Field::Channel => worded(self.share(self.channels)) * (1.0 - 0.4 * self.share(self.numbers)),
            Field::FeedbackKind => worded(self.share(self.kinds)),
            Field::Gender => worded(self.share(self.genders)),
            Field::Address
            | Field::Area
            | Field::Industry
            | Field::Owner
            | Field::Source
            | Field::FirstName
            | Field::LastName
            | Field::Status
            | Field::ComplaintType => 1.0 - 0.4 * self.share(self.numbers),
            Field::Subject => 1.0,
            Field::Product => 1.0 - 0.2 * self.share(self.numbers),
        }
    }

    /// Identifiers are neither days nor amounts nor truth values.
    fn fits_id(&self) -> f64 {
        let fractions = self.numbers - self.whole;
        let written_days = self.days - self.days.min(self.whole);
        let other = self.share(fractions).max(self.share(written_days)).max(self.share(self.flags));
        if other > 0.5 { 0.0 } else { 1.0 - other }
    }
}

/// A share of fitting values as a factor: nearly all are as good as all, less than half are none.
fn graded(share: f64) -> f64 {
    match share {
        0.9.. => 1.0,
        0.5..0.9 => 0.6 + 0.4 * share,
        _ => 0.0,
    }
}

/// A share of words that are known as a factor: people also have words of their own.
fn worded(share: f64) -> f64 {
    if share >= 0.3 { 1.0 } else { 0.65 }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_confirm_or_veto_a_header() {
        use Field::{Amount, CustomerId, CustomerName, Date, Email, OrderId, Phone, RecencyDays};
        for (name, values, field, fits) in [
            ("days", &["2024-03-05", "2024/3/6", ""] as &[&str], Date, true),
            ("serial numbers", &["45231", "45232"], Date, true),
            ("text as days", &["Telephone", "Email"], Date, false),
            ("amounts", &["1,234.50", "¥3", "-"], Amount, true),
            ("text as amounts", &["Poor", "Good"], Amount, false),
            ("digits as identifiers", &["00012", "00013"], CustomerId, true),
            ("floats of whole numbers as identifiers", &["17850.0", "17851.0"], CustomerId, true),
            ("amounts as identifiers", &["1.5", "2.25"], CustomerId, false),
            ("days as identifiers", &["2024-03-05", "2024-03-06"], OrderId, false),
            ("truth values as identifiers", &["Yes", "No"], CustomerId, false),
            ("names", &["Ann Lee", "张三"], CustomerName, true),
            ("numbers as names", &["#8013", "#8014"], CustomerName, false),
            ("phones", &["13800138000", "010-65529988"], Phone, true),
            ("words as phones", &["Yes", "No"], Phone, false),
            ("e-mail", &["a@b.cn", ""], Email, true),
            ("weeks with decimals", &["30.43", "1.71"], RecencyDays, false),
            ("JSON", &["{\"amount\": 1}"], Amount, false),
        ] {
            let profile = Profile::new(values.iter().copied(), DecimalMark::Point);
            assert_eq!(profile.fits(field) > 0.5, fits, "{name}: {}", profile.fits(field));
        }
    }
}
