//! Days on which nobody works, days on which people are wished well, and days on which everybody buys.
//!
//! Statutory days are law and can be computed; the days that China shifts around them to make long weekends are
//! announced in the autumn before and cannot, so they are own days off of the recipe. Invariant: days come in the order
//! of the calendar, each with its name.

use super::lunar::lunar_day;
use crate::base::Day;
use crate::recipe::HolidayCalendar;
use serde::Serialize;

/// A day with a name.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
#[serde(rename_all = "snake_case")]
pub enum Holiday {
    /// 1 January, 元旦.
    NewYear,
    /// Chinese New Year, 春节, with its eve from 2025 on.
    SpringFestival,
    /// 清明.
    TombSweeping,
    /// 1 May, 劳动节, and 2 May from 2025 on in China.
    LabourDay,
    /// 端午.
    DragonBoat,
    /// 中秋.
    MidAutumn,
    /// 1 to 3 October, 国庆.
    NationalDay,
    /// The Friday before Easter.
    GoodFriday,
    /// The Monday after Easter.
    EasterMonday,
    /// 25 December.
    Christmas,
    /// 26 December.
    BoxingDay,
    /// 18 June, 618.
    MidYearSale,
    /// 11 November, 双11.
    SinglesDay,
    /// The day after the fourth Thursday of November.
    BlackFriday,
}

/// A day off or a day of shopping.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export, export_to = "types.ts"))]
pub struct NamedDay {
    /// The day.
    #[cfg_attr(test, ts(type = "string"))]
    pub day: Day,
    /// Its name.
    pub holiday: Holiday,
}

/// The public holidays of a year. Festivals of the moon are known from 2000 to 2050.
///
/// China's law of 2025 gives the eve of Spring Festival and 2 May; earlier years follow the law of 2014.
///
/// # Example: Spring Festival of 2025 begins on its eve
/// ```
/// use customer_tiers::interact::holidays::{Holiday, days_off};
/// use customer_tiers::recipe::HolidayCalendar;
/// let days = days_off(HolidayCalendar::China, 2025);
/// let first = days.iter().find(|day| day.holiday == Holiday::SpringFestival).map(|day| day.day.to_string());
/// assert_eq!(first.as_deref(), Some("2025-01-28"));
/// ```
#[must_use]
pub fn days_off(calendar: HolidayCalendar, year: i32) -> Vec<NamedDay> {
    let days = match calendar {
        HolidayCalendar::China => chinese(year),
        HolidayCalendar::Western => western(year),
        HolidayCalendar::None => Vec::new(),
    };
    sorted(days)
}

/// The days of a year on which everybody buys: no days off, but days to be in touch before.
#[must_use]
pub fn shopping_days(calendar: HolidayCalendar, year: i32) -> Vec<NamedDay> {
    let chinese = [(fixed(year, 6, 18), Holiday::MidYearSale), (fixed(year, 11, 11), Holiday::SinglesDay)];
    let western = [(black_friday(year), Holiday::BlackFriday)];
    match calendar {
        HolidayCalendar::China => sorted(chinese.to_vec()),
        HolidayCalendar::Western => sorted(western.to_vec()),
        HolidayCalendar::None => Vec::new(),
    }
}

type Found = Vec<(Option<Day>, Holiday)>;

fn chinese(year: i32) -> Found {
    use Holiday::{DragonBoat, LabourDay, MidAutumn, NationalDay, NewYear, SpringFestival, TombSweeping};
    let since_2025 = year >= 2025;
    let new_year = lunar_day(year, 1, 1);
    let mut days = vec![
        (fixed(year, 1, 1), NewYear),
        (tomb_sweeping(year), TombSweeping),
        (fixed(year, 5, 1), LabourDay),
        (lunar_day(year, 5, 5), DragonBoat),
        (lunar_day(year, 8, 15), MidAutumn),
    ];
    let from = if since_2025 { -1 } else { 0 };
    days.extend((from..3).map(|after| (new_year.map(|day| day.plus(after)), SpringFestival)));
    days.extend((1..=3).map(|day| (fixed(year, 10, day), NationalDay)));
    if since_2025 {
        days.push((fixed(year, 5, 2), LabourDay));
    }
    days
}

fn western(year: i32) -> Found {
    use Holiday::{BoxingDay, Christmas, EasterMonday, GoodFriday, LabourDay, NewYear};
    let easter = easter(year);
    vec![
        (fixed(year, 1, 1), NewYear),
        (easter.map(|day| day.plus(-2)), GoodFriday),
        (easter.map(|day| day.plus(1)), EasterMonday),
        (fixed(year, 5, 1), LabourDay),
        (fixed(year, 12, 25), Christmas),
        (fixed(year, 12, 26), BoxingDay),
    ]
}

fn fixed(year: i32, month: u32, day: u32) -> Option<Day> {
    Day::from_ymd(year, month, day)
}

fn sorted(days: Found) -> Vec<NamedDay> {
    let mut days: Vec<NamedDay> = days.into_iter().filter_map(|(day, holiday)| Some(NamedDay { day: day?, holiday })).collect();
    days.sort_unstable();
    days
}

/// 清明, when the sun stands at 15°: 4 or 5 April. The rule ⌊0.2422 y + 4.81⌋ − ⌊y/4⌋ with the year of the century holds
/// from 2000 to 2099.
fn tomb_sweeping(year: i32) -> Option<Day> {
    let of_century = year.checked_sub(2000).and_then(|years| u32::try_from(years).ok()).filter(|year| *year < 100)?;
    fixed(year, 4, (2422 * of_century + 48_100) / 10_000 - of_century / 4)
}

/// Easter Sunday of the Gregorian calendar. Source: the "anonymous" computus, Meeus, Astronomical Algorithms, chapter 8.
#[must_use]
pub fn easter(year: i32) -> Option<Day> {
    let (golden, century, of_century) = (year.rem_euclid(19), year.div_euclid(100), year.rem_euclid(100));
    let correction = (century - (century + 8) / 25 + 1) / 3;
    let epact = (19 * golden + century - century / 4 - correction + 15).rem_euclid(30);
    let weekday = (32 + 2 * (century % 4) + 2 * (of_century / 4) - epact - of_century % 4).rem_euclid(7);
    let late = (golden + 11 * epact + 22 * weekday) / 451;
    let from_march = epact + weekday - 7 * late + 114;
    fixed(year, u32::try_from(from_march / 31).ok()?, u32::try_from(from_march % 31 + 1).ok()?)
}

fn black_friday(year: i32) -> Option<Day> {
    let first = fixed(year, 11, 1)?;
    // 1970-01-01 was a Thursday.
    let to_thursday = (-first.number()).rem_euclid(7);
    Some(first.plus(to_thursday + 22))
}

#[cfg(test)]
mod tests;
