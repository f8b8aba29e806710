//! Ratings of any scale → 0 to 100.
//!
//! A 4 is good on a scale to 5 and bad on one to 10, so the scale is decided once per column, by all its values;
//! words and stars bring theirs along. Invariant: 0 is the worst and 100 the best a scale can say; what lies outside
//! the scale of its column is no rating.

use super::DecimalMark;
use super::Reading;
use super::text::{is_missing, trim};
use super::words_of_rating::percent_of_word;
use crate::identify::book::Feedback;

/// A rating as it was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RawRating {
    /// There is none.
    None,
    /// A number on the column's scale, in hundredths.
    Number(i32),
    /// A word, or a number that says its scale (`4/5`): 0 to 100.
    Percent(u8),
}

/// Reads a rating: `4`, `4.5`, `4分`, `5 stars`, `★★★★☆`, `8/10`, `80%`, `很满意`, `Very satisfied`.
#[must_use]
pub fn parse_rating(text: &str, mark: DecimalMark) -> Reading<RawRating> {
    let text = trim(text);
    if is_missing(text) {
        return Reading::Missing;
    }
    if let Some(percent) = percent_of_word(text) {
        return Reading::Value(RawRating::Percent(percent));
    }
    let full = text.chars().filter(|c| matches!(c, '★' | '⭐')).count();
    if full > 0 {
        let empty = text.chars().filter(|c| *c == '☆').count();
        let stars = i32::try_from(full).unwrap_or(i32::MAX);
        let of = i32::try_from(full + empty).unwrap_or(i32::MAX);
        return Reading::Value(if empty > 0 { on_scale(stars * 100, of * 100) } else { RawRating::Number(stars * 100) });
    }
    let plain =
        ["分", "星级", "星", "stars", "star", "points", "point"].iter().find_map(|unit| text.strip_suffix(unit)).unwrap_or(text).trim();
    if let Some(number) = plain.strip_suffix(['%', '％']) {
        return Reading::readable(hundredths(number, mark).filter(|n| (0..=10_000).contains(n)).map(|n| on_scale(n, 10_000)));
    }
    if let Some((number, top)) = plain.split_once(['/', '／']) {
        let (number, top) = (hundredths(number, mark), hundredths(top, mark));
        let both = number.zip(top).filter(|(number, top)| *number >= 0 && number <= top && *top > 100);
        return Reading::readable(both.map(|(number, top)| on_scale(number, top)));
    }
    Reading::readable(hundredths(plain, mark).map(RawRating::Number))
}

fn hundredths(text: &str, mark: DecimalMark) -> Option<i32> {
    let money = super::parse_money(text.trim(), mark).value()?;
    i32::try_from(money.raw() / 100).ok()
}

/// A number that says its scale; small scales begin with 1.
fn on_scale(number: i32, top: i32) -> RawRating {
    let scale = Scale { low: if top <= 700 { 1 } else { 0 }, high: top / 100 };
    scale.percent(number.max(scale.low * 100)).map_or(RawRating::None, RawRating::Percent)
}

/// The scale of a column.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Scale {
    /// The worst.
    pub low: i32,
    /// The best.
    pub high: i32,
}

impl Scale {
    /// 0 to 10, on which people are asked whether they would recommend.
    pub const TEN: Self = Self { low: 0, high: 10 };

    /// The scale that a whole column shows: the smallest usual one that holds nearly all its numbers. None without numbers.
    ///
    /// # Example: one slip does not make it a scale to 100
    /// ```
    /// use customer_tiers::identify::values::rating::{RawRating, Scale};
    /// let column: Vec<RawRating> = (0..100).map(|row| RawRating::Number(if row == 7 { 5500 } else { 100 + row % 5 * 100 })).collect();
    /// assert_eq!(Scale::of(column.iter().copied()), Some(Scale { low: 1, high: 5 }));
    /// ```
    #[must_use]
    pub fn of(column: impl Iterator<Item = RawRating>) -> Option<Self> {
        const USUAL: [Scale; 7] = [
            Scale { low: 0, high: 1 },
            Scale { low: 1, high: 5 },
            Scale { low: 0, high: 5 },
            Scale { low: 1, high: 7 },
            Scale { low: 1, high: 10 },
            Scale { low: 0, high: 10 },
            Scale { low: 0, high: 100 },
        ];
        let numbers: Vec<i32> = column.filter_map(|raw| if let RawRating::Number(number) = raw { Some(number) } else { None }).collect();
        let inside = |scale: &Self| numbers.iter().filter(|&&number| scale.holds(number)).count();
        // Who says yes or no says no now and then: without anything below 1, a 1 is the worst of the usual scales.
        let says_no = || numbers.iter().any(|number| (0..100).contains(number));
        let fits = |scale: &&Self| inside(scale) * 50 >= numbers.len() * 49 && (scale.high > 1 || says_no());
        let found = USUAL.iter().find(fits).copied();
        found.filter(|_| !numbers.is_empty())
    }

    /// Whether a column has numbers, and all of them are 1: the best of yes and no, or the worst of 5.
    #[must_use]
    pub fn is_unclear(column: impl Iterator<Item = RawRating>) -> bool {
        let mut numbers = column.filter(|raw| matches!(raw, RawRating::Number(_))).peekable();
        numbers.peek().is_some() && numbers.all(|raw| raw == RawRating::Number(100))
    }

    fn holds(self, hundredths: i32) -> bool {
        (self.low * 100..=self.high * 100).contains(&hundredths)
    }

    /// Where a number stands on the scale, 0 to 100; none outside it.
    #[must_use]
    pub fn percent(self, hundredths: i32) -> Option<u8> {
        let span = (self.high - self.low).max(1) * 100;
        let above = hundredths - self.low * 100;
        let percent = (above * 200 + span) / (span * 2);
        u8::try_from(percent).ok().filter(|_| self.holds(hundredths))
    }
}

/// The rating on a scale of 0 to 100, [`Feedback::NO_RATING`] when there is none.
#[must_use]
pub fn normalised(raw: RawRating, scale: Option<Scale>) -> u8 {
    match raw {
        RawRating::None => Feedback::NO_RATING,
        RawRating::Percent(percent) => percent,
        RawRating::Number(number) => scale.and_then(|scale| scale.percent(number)).unwrap_or(Feedback::NO_RATING),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_words_and_stars() {
        use RawRating::{Number, Percent};
        for (text, expected) in [
            ("4", Some(Number(400))),
            ("4.5", Some(Number(450))),
            ("4分", Some(Number(400))),
            ("5星", Some(Number(500))),
            ("3 stars", Some(Number(300))),
            ("★★★★", Some(Number(400))),
            ("★★★★☆", Some(Percent(75))),
            ("4/5", Some(Percent(75))),
            ("8/10", Some(Percent(80))),
            ("80%", Some(Percent(80))),
            ("很满意", Some(Percent(100))),
            ("非常不满意", Some(Percent(0))),
            ("不太满意", Some(Percent(25))),
            ("比较满意", Some(Percent(75))),
            ("一般", Some(Percent(50))),
            ("Very satisfied", Some(Percent(100))),
            ("dissatisfied", Some(Percent(25))),
            ("Neutral", Some(Percent(50))),
            ("Poor", Some(Percent(25))),
            ("中评", Some(Percent(50))),
            ("7/5", None),
            ("送货很慢", None),
        ] {
            assert_eq!(parse_rating(text, DecimalMark::Point).value(), expected, "{text}");
        }
        assert_eq!(parse_rating("", DecimalMark::Point), Reading::Missing);
    }

    #[test]
    fn the_scale_is_the_whole_columns() {
        for (name, column, scale, first) in [
            ("1 to 5", &[4, 1, 5, 3] as &[i32], Some((1, 5)), 75),
            ("only good ones", &[4, 5, 5], Some((1, 5)), 75),
            ("0 to 5", &[4, 0, 5], Some((0, 5)), 80),
            ("to 7", &[7, 1, 4], Some((1, 7)), 100),
            ("1 to 10", &[10, 1, 7], Some((1, 10)), 100),
            ("0 to 10", &[9, 0, 10], Some((0, 10)), 90),
            ("0 to 100", &[60, 95, 100], Some((0, 100)), 60),
            ("thumbs", &[1, 0, 1], Some((0, 1)), 100),
            ("only 1s are no thumbs", &[1, 1, 1], Some((1, 5)), 0),
            ("only 0s", &[0, 0], Some((0, 1)), 0),
            ("none at all", &[4000, 70_000], None, Feedback::NO_RATING),
            ("nothing", &[], None, Feedback::NO_RATING),
        ] {
            let raws = || column.iter().map(|&number| RawRating::Number(number * 100));
            let found = Scale::of(raws());
            assert_eq!(found.map(|scale| (scale.low, scale.high)), scale, "{name}");
            assert_eq!(normalised(raws().next().unwrap_or(RawRating::None), found), first, "{name}");
            assert_eq!(Scale::is_unclear(raws()), name.starts_with("only 1s"), "{name}");
        }
    }
}
