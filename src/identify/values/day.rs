//! Days as people write them → [`Day`].
//!
//! The written calendar day is the day: a time zone behind it is read and ignored, because the
//! shop's books are kept by that day. Of 3/5/2024 nobody can say whether it is in March or in May,
//! so such a day is read month first and flagged; the column as a whole decides afterwards.
//! Invariant: a day lies in the years 1900 to 2100, so that phone numbers and counts are no days.

mod clock;
mod cursor;
mod written;

use super::Reading;
use super::text::{Folded, is_missing, trim};
use crate::base::Day;
use crate::recipe::DateOrder;

/// A day as it was read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayRead {
    /// The day as written, whatever the time zone.
    pub day: Day,
    /// Seconds since midnight, 0 to 86 399; 0 without a time.
    pub second: u32,
    /// How it was written.
    pub form: DayForm,
    /// Whether [`Day::with_day_and_month_swapped`] is an equally good reading (3/5/2024).
    pub swappable: bool,
}

impl DayRead {
    /// Stands for a day that will be filled in.
    pub(in crate::identify) const fn nothing() -> Self {
        Self { day: Day::MIN, second: 0, form: DayForm::Full, swappable: false }
    }
}

/// What had to be assumed to read a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayForm {
    /// Nothing: year, month and day are written.
    Full,
    /// The century: 24-3-5 → 2024-03-05. 69 to 99 are 1969 to 1999, as in POSIX.
    TwoDigitYear,
    /// The day: 2014-06 → 2014-06-01.
    MonthOnly,
    /// Everything: it is the serial number of a spreadsheet, 45231 → 2023-11-01.
    Serial,
}

/// What the values of a column say about the order of day and month.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct OrderEvidence {
    /// Days that only fit month/day: 12/25/2024.
    pub month_first_only: u64,
    /// Days that only fit day/month: 25/12/2024.
    pub day_first_only: u64,
    /// Days that fit both: 3/5/2024.
    pub ambiguous: u64,
    /// Of the ambiguous, those written with points (3.5.2024), which nearly everywhere means the day first.
    pub ambiguous_with_points: u64,
}

impl OrderEvidence {
    /// The order that these values show; `None` when they do not.
    ///
    /// Values that fit one order only decide, by majority when there are both kinds. When every
    /// value fits both, points speak for the day first.
    #[must_use]
    pub const fn order(&self) -> Option<DateOrder> {
        if self.month_first_only > self.day_first_only {
            Some(DateOrder::MonthDayYear)
        } else if self.day_first_only > self.month_first_only || (self.day_first_only == 0 && self.all_points()) {
            Some(DateOrder::DayMonthYear)
        } else {
            None
        }
    }

    /// Whether some values only fit the one order and some only the other.
    #[must_use]
    pub const fn is_mixed(&self) -> bool {
        self.month_first_only > 0 && self.day_first_only > 0
    }

    const fn all_points(&self) -> bool {
        self.ambiguous > 0 && self.ambiguous == self.ambiguous_with_points
    }

    const fn add(&mut self, clue: Clue) {
        match clue {
            Clue::None => {}
            Clue::MonthFirst => self.month_first_only += 1,
            Clue::DayFirst => self.day_first_only += 1,
            Clue::Either => self.ambiguous += 1,
            Clue::EitherWithPoints => {
                self.ambiguous += 1;
                self.ambiguous_with_points += 1;
            }
        }
    }
}

/// What one value says about the order of day and month.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Clue {
    None,
    MonthFirst,
    DayFirst,
    Either,
    EitherWithPoints,
}

/// Reads the days of one column.
///
/// It counts what the values say about the order of day and month, and remembers the last text,
/// because files are sorted by day more often than not.
///
/// # Example: a column whose order shows only later
/// ```
/// use customer_tiers::identify::values::DayParser;
/// use customer_tiers::recipe::DateOrder;
/// let mut parser = DayParser::new(None);
/// let first = parser.parse("3/5/2024").value().ok_or("no day")?;
/// assert_eq!((first.day.to_string().as_str(), first.swappable), ("2024-03-05", true));
/// let second = parser.parse("25/12/2024").value().ok_or("no day")?;
/// assert_eq!((second.day.to_string().as_str(), second.swappable), ("2024-12-25", false));
/// // The second value shows that days come first: the swappable ones are to be swapped.
/// assert_eq!(parser.evidence().order(), Some(DateOrder::DayMonthYear));
/// # Ok::<(), &str>(())
/// ```
#[derive(Debug, Clone)]
pub struct DayParser {
    order: Option<DateOrder>,
    evidence: OrderEvidence,
    iso_text: [u8; 10],
    iso_day: Day,
    last_text: [u8; Self::CACHED],
    last_length: usize,
    last: (Reading<DayRead>, Clue),
}

impl DayParser {
    const CACHED: usize = 32;

    /// A parser that reads ambiguous days in this order; month first when `None`.
    #[must_use]
    pub fn new(order: Option<DateOrder>) -> Self {
        let epoch = *b"1970-01-01";
        Self {
            order,
            evidence: OrderEvidence::default(),
            iso_day: from_iso(&epoch).unwrap_or(Day::MIN),
            iso_text: epoch,
            last_text: [0; Self::CACHED],
            last_length: 0,
            last: (Reading::Missing, Clue::None),
        }
    }

    /// The order in which ambiguous days were read: what swapping starts from.
    #[must_use]
    pub const fn assumed(&self) -> DateOrder {
        match self.order {
            Some(DateOrder::DayMonthYear) => DateOrder::DayMonthYear,
            _ => DateOrder::MonthDayYear,
        }
    }

    /// What the values read so far say about the order of day and month.
    #[must_use]
    pub const fn evidence(&self) -> OrderEvidence {
        self.evidence
    }

    /// Reads one value.
    #[inline]
    pub fn parse(&mut self, text: &str) -> Reading<DayRead> {
        if let Some(read) = self.iso(text.as_bytes()) {
            return Reading::Value(read);
        }
        self.cached(text)
    }

    /// `YYYY-MM-DD` and `YYYY-MM-DD HH:MM:SS`, the forms of most files.
    #[inline]
    fn iso(&mut self, bytes: &[u8]) -> Option<DayRead> {
        let (date, time) = bytes.split_first_chunk::<10>()?;
        let second = match time {
            [] => 0,
            [b' ' | b'T', time @ ..] => clock::exact(time.first_chunk::<8>().filter(|_| time.len() == 8)?)?,
            _ => return None,
        };
        if *date != self.iso_text {
            self.iso_day = from_iso(date)?;
            self.iso_text = *date;
        }
        Some(DayRead { day: self.iso_day, second, form: DayForm::Full, swappable: false })
    }

    fn cached(&mut self, text: &str) -> Reading<DayRead> {
        let bytes = text.as_bytes();
        if bytes != &self.last_text[..self.last_length] {
            self.last = read(trim(text), self.order);
            self.last_length = 0;
            if let Some(place) = self.last_text.get_mut(..bytes.len()) {
                place.copy_from_slice(bytes);
                self.last_length = bytes.len();
            } else {
                self.evidence.add(self.last.1);
                return std::mem::replace(&mut self.last, (Reading::Missing, Clue::None)).0;
            }
        }
        self.evidence.add(self.last.1);
        self.last.0
    }
}

fn read(text: &str, order: Option<DateOrder>) -> (Reading<DayRead>, Clue) {
    if is_missing(text) || text.starts_with("0000-00-00") {
        return (Reading::Missing, Clue::None);
    }
    let folded = || Folded::of(text).filter(|_| !text.is_ascii());
    let found = written::read(text, order).or_else(|| written::read(folded()?.as_str(), order));
    found.map_or((Reading::Unreadable, Clue::None), |(read, clue)| (Reading::Value(read), clue))
}

/// The day of a spreadsheet's serial number, with seconds since midnight to the nearest; `None` outside the years 1900 to 2100.
///
/// In the 1900 system serial 60 is 29 February 1900, a day that never was: `None`.
///
/// # Example: the two systems are 1462 days apart
/// ```
/// use customer_tiers::identify::values::from_serial;
/// let read = |serial, is_1904| from_serial(serial, is_1904).map(|(day, second)| (day.to_string(), second));
/// assert_eq!(read(45_231.5, false), Some(("2023-11-01".to_owned(), 43_200)));
/// assert_eq!(read(43_769.5, true), Some(("2023-11-01".to_owned(), 43_200)));
/// ```
#[must_use]
#[expect(clippy::cast_possible_truncation, reason = "checked to be below 100 000 days just before")]
pub fn from_serial(serial: f64, is_1904: bool) -> Option<(Day, u32)> {
    const DAY_SECONDS: i64 = 86_400;
    if !(0.0..100_000.0).contains(&serial) {
        return None;
    }
    let seconds = (serial * 86_400.0).round() as i64;
    let number = i32::try_from(seconds / DAY_SECONDS).ok()?;
    let epoch = match (is_1904, number) {
        (true, _) => Day::from_ymd(1904, 1, 1)?,
        (false, 60) => return None,
        (false, ..60) => Day::from_ymd(1899, 12, 31)?,
        (false, _) => Day::from_ymd(1899, 12, 30)?,
    };
    let day = epoch.plus(number);
    let second = u32::try_from(seconds % DAY_SECONDS).ok()?;
    is_order_year(day.ymd().0).then_some((day, second))
}

/// Whether orders can be of this year.
const fn is_order_year(year: i32) -> bool {
    1900 <= year && year <= 2100
}

fn order_day(year: u32, month: u32, day: u32) -> Option<Day> {
    let year = i32::try_from(year).ok().filter(|&year| is_order_year(year))?;
    Day::from_ymd(year, month, day)
}

/// `YYYY-MM-DD`, exactly.
#[inline]
fn from_iso(text: &[u8; 10]) -> Option<Day> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text else { return None };
    order_day(pair(*y1, *y2)? * 100 + pair(*y3, *y4)?, pair(*m1, *m2)?, pair(*d1, *d2)?)
}

/// The number of two digits.
#[inline]
fn pair(tens: u8, ones: u8) -> Option<u32> {
    let (tens, ones) = (tens.wrapping_sub(b'0'), ones.wrapping_sub(b'0'));
    (tens <= 9 && ones <= 9).then(|| u32::from(tens) * 10 + u32::from(ones))
}

#[cfg(test)]
mod tests;
