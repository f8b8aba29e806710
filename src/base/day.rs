//! Calendar days as plain numbers.
//!
//! A day in a spreadsheet is a square on a calendar, not an instant: converting it through an
//! instant and a time zone is how 2021/08/23 becomes Aug 22 23:59:17 in Shanghai. So a [`Day`]
//! counts days of the proleptic Gregorian calendar and nothing here can shift it.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;
use std::str::FromStr;

/// A calendar day: the number of days since 1970-01-01. Years 1 to 9999.
///
/// # Example: a day has no time zone to shift it
/// ```
/// use customer_tiers::base::Day;
/// let day: Day = "2024-02-29".parse()?;
/// assert_eq!(day.ymd(), (2024, 2, 29));
/// assert_eq!(day.plus(1).to_string(), "2024-03-01");
/// assert_eq!(day.days_since(Day::from_ymd(2024, 1, 1).ok_or("no such day")?), 59);
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(i32);

impl Day {
    /// 0001-01-01, the first day that can be held.
    pub const MIN: Self = Self(-719_162);
    /// 9999-12-31, the last day that can be held.
    pub const MAX: Self = Self(2_932_896);

    /// The day of this year (1 to 9999), month (1 to 12) and day of the month; `None` when the calendar has no such day.
    #[must_use]
    pub const fn from_ymd(year: i32, month: u32, day: u32) -> Option<Self> {
        if year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > days_in_month(year, month) {
            return None;
        }
        Some(Self(days_from_civil(year, month, day)))
    }

    /// The day with this number of days since 1970-01-01; `None` outside years 1 to 9999.
    #[must_use]
    pub const fn from_number(number: i32) -> Option<Self> {
        if number < Self::MIN.0 || number > Self::MAX.0 { None } else { Some(Self(number)) }
    }

    /// Days since 1970-01-01, negative before it.
    #[must_use]
    pub const fn number(self) -> i32 {
        self.0
    }

    /// Year, month and day of the month.
    #[must_use]
    pub const fn ymd(self) -> (i32, u32, u32) {
        civil_from_days(self.0)
    }

    /// This many days later (earlier when negative), held at the ends of the calendar.
    #[must_use]
    pub fn plus(self, days: i32) -> Self {
        Self(self.0.saturating_add(days).clamp(Self::MIN.0, Self::MAX.0))
    }

    /// Whole days from `earlier` to this day; negative when `earlier` is later.
    #[must_use]
    pub const fn days_since(self, earlier: Self) -> i32 {
        self.0 - earlier.0
    }

    /// Days since the Monday of its week, 0 to 6.
    ///
    /// # Example: the epoch was a Thursday
    /// ```
    /// use customer_tiers::base::Day;
    /// assert_eq!("1970-01-01".parse::<Day>()?.since_monday(), 3);
    /// assert_eq!("1969-12-29".parse::<Day>()?.since_monday(), 0);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    #[must_use]
    pub const fn since_monday(self) -> i32 {
        (self.0 + 3).rem_euclid(7)
    }

    /// The number of its week from Monday to Sunday: 0 holds 1970-01-01, negative before it.
    #[must_use]
    pub const fn week(self) -> i32 {
        (self.0 + 3).div_euclid(7)
    }

    /// The same day with day and month exchanged (2024-03-04 ↔ 2024-04-03); `None` when there is no such day.
    #[must_use]
    pub const fn with_day_and_month_swapped(self) -> Option<Self> {
        let (year, month, day) = self.ymd();
        Self::from_ymd(year, day, month)
    }
}

const fn is_leap(year: i32) -> bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
}

const fn days_in_month(year: i32, month: u32) -> u32 {
    match month {
        2 if is_leap(year) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

// Howard Hinnant, "chrono-compatible low-level date algorithms", days_from_civil and civil_from_days:
// years start in March, so that the leap day is the last of its year.
#[expect(clippy::cast_possible_wrap, reason = "months and days of the month are tiny")]
const fn days_from_civil(year: i32, month: u32, day: u32) -> i32 {
    let year = if month <= 2 { year - 1 } else { year };
    let era = year.div_euclid(400);
    let year_of_era = year.rem_euclid(400);
    let day_of_year = (153 * ((month as i32 + 9) % 12) + 2) / 5 + day as i32 - 1;
    let day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    era * 146_097 + day_of_era - 719_468
}

#[expect(clippy::cast_sign_loss, reason = "remainders of a Euclidean division are not negative")]
const fn civil_from_days(days: i32) -> (i32, u32, u32) {
    let days = days + 719_468;
    let era = days.div_euclid(146_097);
    let day_of_era = days.rem_euclid(146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted_month = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted_month + 2) / 5 + 1;
    let month = if shifted_month < 10 { shifted_month + 3 } else { shifted_month - 9 };
    let year = year_of_era + era * 400 + if month <= 2 { 1 } else { 0 };
    (year, month as u32, day as u32)
}

/// ISO 8601: `YYYY-MM-DD`.
impl fmt::Display for Day {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (year, month, day) = self.ymd();
        write!(f, "{year:04}-{month:02}-{day:02}")
    }
}

/// Text that is not an ISO 8601 calendar day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NotADay;

impl fmt::Display for NotADay {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("expected a day as YYYY-MM-DD")
    }
}

impl std::error::Error for NotADay {}

/// Only ISO 8601, `YYYY-MM-DD`: the form of recipes and of the command line.
/// What people write in spreadsheets is read by `identify::values`.
impl FromStr for Day {
    type Err = NotADay;

    fn from_str(text: &str) -> Result<Self, NotADay> {
        let mut parts = text.splitn(3, '-');
        let mut next = |width: usize| -> Result<u32, NotADay> {
            let part = parts.next().ok_or(NotADay)?;
            let digits = part.len() == width && part.bytes().all(|b| b.is_ascii_digit());
            if digits { part.parse().map_err(|_| NotADay) } else { Err(NotADay) }
        };
        let (year, month, day) = (next(4)?, next(2)?, next(2)?);
        Self::from_ymd(i32::try_from(year).map_err(|_| NotADay)?, month, day).ok_or(NotADay)
    }
}

impl Serialize for Day {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl<'de> Deserialize<'de> for Day {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(serde::de::Error::custom)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_of_the_calendar_survives_the_round_trip() {
        let mut expected = Day::MIN.ymd();
        for number in Day::MIN.0..=Day::MAX.0 {
            let day = Day(number);
            assert_eq!(day.ymd(), expected, "day number {number}");
            let (year, month, dom) = expected;
            assert_eq!(Day::from_ymd(year, month, dom), Some(day));
            expected = if dom < days_in_month(year, month) {
                (year, month, dom + 1)
            } else if month < 12 {
                (year, month + 1, 1)
            } else {
                (year + 1, 1, 1)
            };
        }
    }

    #[test]
    fn known_days() {
        for (text, number) in
            [("1970-01-01", 0), ("1969-12-31", -1), ("2000-02-29", 11_016), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896)]
        {
            assert_eq!(text.parse(), Ok(Day(number)), "{text}");
            assert_eq!(Day(number).to_string(), text);
        }
        for text in ["2023-02-29", "2024-13-01", "2024-1-01", "24-01-01", "2024-01-01x", "", "+024-01-01", "10099-01-01"] {
            assert_eq!(text.parse::<Day>(), Err(NotADay), "{text}");
        }
    }
}
