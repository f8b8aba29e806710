//! The Chinese lunisolar calendar of the years 2000 to 2050.
//!
//! Months of this calendar follow the true moon and cannot be computed by a short rule, so the lengths are a table. It was made with
//! the Python package `lunardate`; the festivals that follow from it agree with the package `holidays` for 2020 to 2035.
//! Invariant: a year outside the table has no day, rather than a wrong one.

use crate::base::Day;

/// First year of the table.
const FIRST: i32 = 2000;

/// Days from 1 January to the first day of the first month; the month that comes twice (0: none); from the lowest bit
/// on, whether each month, the repeated one included, has 30 days rather than 29.
#[rustfmt::skip]
const YEARS: [(i32, u32, u16); 51] = [
    (35, 0, 0x0693), (23, 4, 0x152b), (42, 0, 0x052b), (31, 0, 0x0a5b), (21, 2, 0x155a), (39, 0, 0x056a), // 2000
    (28, 7, 0x1b55), (48, 0, 0x0ba4), (37, 0, 0x0b49), (25, 5, 0x1a93), (44, 0, 0x0a95), (33, 0, 0x052d), // 2006
    (22, 4, 0x0aad), (40, 0, 0x0ab5), (30, 9, 0x15aa), (49, 0, 0x05d2), (38, 0, 0x0da5), (27, 6, 0x1d4a), // 2012
    (46, 0, 0x0d4a), (35, 0, 0x0c95), (24, 4, 0x152e), (42, 0, 0x0556), (31, 0, 0x0ab5), (21, 2, 0x15b2), // 2018
    (40, 0, 0x06d2), (28, 6, 0x0ea5), (47, 0, 0x0725), (36, 0, 0x064b), (25, 5, 0x0c97), (43, 0, 0x0cab), // 2024
    (33, 0, 0x055a), (22, 3, 0x0ad6), (41, 0, 0x0b69), (30, 11, 0x1752), (49, 0, 0x0b52), (38, 0, 0x0b25), // 2030
    (27, 6, 0x1a4b), (45, 0, 0x0a4b), (34, 0, 0x04ab), (23, 5, 0x055b), (42, 0, 0x05ad), (31, 0, 0x0b6a), // 2036
    (21, 2, 0x1b52), (40, 0, 0x0d92), (29, 7, 0x1d25), (47, 0, 0x0d25), (36, 0, 0x0a55), (25, 5, 0x14ad), // 2042
    (44, 0, 0x04b6), (32, 0, 0x05b5), (22, 3, 0x0daa), // 2048
];

/// The day of this year, month (not a repeated one) and day of the lunisolar calendar; none outside 2000 to 2050.
///
/// # Example: the fifteenth of the eighth month is Mid-Autumn
/// ```
/// use customer_tiers::interact::lunar::lunar_day;
/// assert_eq!(lunar_day(2025, 8, 15).map(|day| day.to_string()), Some("2025-10-06".into()));
/// assert_eq!(lunar_day(1999, 1, 1), None);
/// ```
#[must_use]
pub fn lunar_day(year: i32, month: u32, day: u32) -> Option<Day> {
    let &(new_year, repeated, lengths) = YEARS.get(usize::try_from(year.checked_sub(FIRST)?).ok()?)?;
    if !(1..=12).contains(&month) || !(1..=30).contains(&day) {
        return None;
    }
    // The repeated month stands behind the one it repeats.
    let before = if repeated != 0 && repeated < month { month } else { month - 1 };
    let days_before: i32 = (0..before).map(|place| 29 + i32::from((lengths >> place) & 1)).sum();
    let first = Day::from_ymd(year, 1, 1)?.plus(new_year + days_before);
    Some(first.plus(i32::try_from(day).ok()? - 1))
}
