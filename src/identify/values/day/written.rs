//! The grammar of written days.
//!
//! A weekday, a date, a time, in this order, with nothing left over. Years of other calendars
//! (令和6年, 民国113年) fail because a year is written with two or four digits.

use super::cursor::{Cursor, Digits};
use super::{Clue, DayForm, DayRead, clock, from_serial, order_day};
use crate::base::Day;
use crate::recipe::DateOrder;

/// Serial numbers that are taken for days in text: 1954-10-03 to 2064-04-08.
const SERIALS: std::ops::RangeInclusive<u32> = 20_000..=60_000;

/// A date without its time.
struct Date {
    day: Day,
    form: DayForm,
    clue: Clue,
}

/// Reads a trimmed, width-folded text.
pub(super) fn read(text: &str, order: Option<DateOrder>) -> Option<(DayRead, Clue)> {
    if let Some(found) = numbers_only(text, order) {
        return Some(found);
    }
    let mut cursor = Cursor::new(text.trim_start_matches('\''));
    skip_weekday(&mut cursor);
    let is_compact = cursor.rest.as_bytes().first_chunk::<5>().is_some_and(|start| start.iter().all(u8::is_ascii_digit));
    if is_compact && let Some(found) = serial(cursor.rest).or_else(|| digits_only(cursor.rest)) {
        return Some((found, Clue::None));
    }
    let date = if cursor.peek()?.is_ascii_digit() { number_first(&mut cursor, order) } else { month_name_first(&mut cursor) }?;
    let second = clock::read(&mut cursor)?;
    cursor.at_end().then(|| timed(&date, second))
}

fn timed(date: &Date, second: u32) -> (DayRead, Clue) {
    let swappable = matches!(date.clue, Clue::Either | Clue::EitherWithPoints);
    (DayRead { day: date.day, second, form: date.form, swappable }, date.clue)
}

/// `2024/3/5`, `3/5/2024`, `2024/3/5 10:20`, `2024/3/5 10:20:30`: what spreadsheets save, in one pass over the bytes.
fn numbers_only(text: &str, order: Option<DateOrder>) -> Option<(DayRead, Clue)> {
    let (date, time) = text.split_once(' ').unwrap_or((text, ""));
    let (parts, 3, separator @ (b'-' | b'/' | b'.')) = numbers(date)? else { return None };
    let second = match numbers(time) {
        _ if time.is_empty() => 0,
        Some((parts, 2.., b':')) if parts.iter().all(|part| part.length <= 2) => clock::seconds(parts.map(|part| part.value))?,
        _ => return None,
    };
    Some(timed(&dated(parts, separator, order)?, second))
}

/// Up to three numbers with one kind of sign between them, how many they are, and the sign.
fn numbers(text: &str) -> Option<([Digits; 3], usize, u8)> {
    let mut parts = [Digits { value: 0, length: 0 }; 3];
    let (mut at, mut sign) = (0, 0);
    for byte in text.bytes() {
        if byte.is_ascii_digit() {
            let part = &mut parts[at];
            *part = Digits { value: part.value * 10 + u32::from(byte - b'0'), length: part.length + 1 };
            if part.length > 4 {
                return None;
            }
        } else if at < 2 && parts[at].length > 0 && (at == 0 || byte == sign) {
            (at, sign) = (at + 1, byte);
        } else {
            return None;
        }
    }
    (parts[at].length > 0).then_some((parts, at + 1, sign))
}

/// Takes a weekday (`Tue`, `Tuesday,`, `星期二`, `(周二)`), if there is one.
pub(super) fn skip_weekday(cursor: &mut Cursor<'_>) {
    if cursor.peek().is_none_or(|next| next.is_ascii_digit()) {
        return;
    }
    let mut ahead = *cursor;
    let bracket = ahead.eat("(");
    if !(chinese_weekday(&mut ahead) || english_weekday(&mut ahead)) || bracket && !ahead.eat(")") {
        return;
    }
    ahead.eat_any(&[",", "."]);
    ahead.skip_spaces();
    *cursor = ahead;
}

fn chinese_weekday(cursor: &mut Cursor<'_>) -> bool {
    cursor.eat_any(&["星期", "礼拜", "禮拜", "周", "週"]) && cursor.eat_any(&["一", "二", "三", "四", "五", "六", "日", "天"])
}

fn english_weekday(cursor: &mut Cursor<'_>) -> bool {
    const NAMES: [&str; 7] = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
    name(cursor.word(), &NAMES).is_some()
}

/// Position of the name that a word of at least three letters abbreviates.
fn name(word: &str, names: &[&str]) -> Option<usize> {
    let begins = |name: &&str| name.get(..word.len()).is_some_and(|start| start.eq_ignore_ascii_case(word));
    if word.len() < 3 { None } else { names.iter().position(begins) }
}

/// `45231`, `45231.5`.
fn serial(text: &str) -> Option<DayRead> {
    let mut cursor = Cursor::new(text);
    let whole = cursor.digits().filter(|digits| digits.length == 5 && SERIALS.contains(&digits.value))?;
    let fraction = cursor.rest;
    let only_digits = fraction.strip_prefix('.').is_none_or(|digits| digits.bytes().all(|b| b.is_ascii_digit()));
    if !(fraction.is_empty() || fraction.starts_with('.') && only_digits) {
        return None;
    }
    let part = if fraction.len() > 1 { fraction.parse().ok()? } else { 0.0 };
    let (day, second) = from_serial(f64::from(whole.value) + part, false)?;
    Some(DayRead { day, second, form: DayForm::Serial, swappable: false })
}

/// `20240305` and `20240305102030`.
fn digits_only(text: &str) -> Option<DayRead> {
    let (date, time) = text.split_at_checked(8)?;
    let mut cursor = Cursor::new(date);
    let date = cursor.digits().filter(|digits| digits.length == 8)?.value;
    let second = match time.as_bytes() {
        [] => 0,
        [h1, h2, m1, m2, s1, s2] => clock::exact(&[*h1, *h2, b':', *m1, *m2, b':', *s1, *s2])?,
        _ => return None,
    };
    Some(DayRead { day: compact(date)?, second, form: DayForm::Full, swappable: false })
}

fn compact(date: u32) -> Option<Day> {
    order_day(date / 10_000, date / 100 % 100, date % 100)
}

fn number_first(cursor: &mut Cursor<'_>, order: Option<DateOrder>) -> Option<Date> {
    let first = cursor.digits()?;
    if first.length == 8 {
        return Some(full(compact(first.value)?));
    }
    match cursor.peek()? {
        separator @ (b'-' | b'/' | b'.') => {
            cursor.skip_byte();
            if letters_follow(cursor) { day_and_month_name(cursor, first) } else { numeric(cursor, first, separator, order) }
        }
        _ => words_follow(cursor, first),
    }
}

/// What follows the first number of `2024年3月5日`, `5 March 2024`, `5th March 2024`, `05MAR2024`.
fn words_follow(cursor: &mut Cursor<'_>, first: Digits) -> Option<Date> {
    cursor.skip_spaces();
    if cursor.eat("年") {
        return chinese(cursor, first);
    }
    cursor.eat_any(&["st", "nd", "rd", "th"]);
    cursor.skip_spaces();
    day_and_month_name(cursor, first)
}

fn letters_follow(cursor: &Cursor<'_>) -> bool {
    cursor.peek().is_some_and(|next| next.is_ascii_alphabetic())
}

const fn full(day: Day) -> Date {
    Date { day, form: DayForm::Full, clue: Clue::None }
}

/// `3月5日`, behind `2024年`; the day may be missing.
fn chinese(cursor: &mut Cursor<'_>, year: Digits) -> Option<Date> {
    let (year, form) = written_year(year)?;
    cursor.skip_spaces();
    let month = cursor.short()?;
    cursor.skip_spaces();
    if !cursor.eat_any(&["月份", "月"]) {
        return None;
    }
    cursor.skip_spaces();
    if !cursor.peek().is_some_and(|next| next.is_ascii_digit()) {
        return month_only(cursor, year, month);
    }
    let day = cursor.short()?;
    cursor.skip_spaces();
    cursor.eat_any(&["日", "号", "號"]);
    Some(Date { day: order_day(year, month, day)?, form, clue: Clue::None })
}

/// A year of four digits, or of two.
const fn written_year(digits: Digits) -> Option<(u32, DayForm)> {
    match digits.length {
        4 => Some((digits.value, DayForm::Full)),
        2 => Some((digits.value + if digits.value < 69 { 2000 } else { 1900 }, DayForm::TwoDigitYear)),
        _ => None,
    }
}

/// A month has no time behind it.
fn month_only(cursor: &Cursor<'_>, year: u32, month: u32) -> Option<Date> {
    let day = order_day(year, month, 1).filter(|_| cursor.at_end())?;
    Some(Date { day, form: DayForm::MonthOnly, clue: Clue::None })
}

/// What follows the first number of `2024-3-5`, `3/5/2024`, `24-3-5`, `2014-06`.
fn numeric(cursor: &mut Cursor<'_>, first: Digits, separator: u8, order: Option<DateOrder>) -> Option<Date> {
    let second = cursor.digits()?;
    if cursor.peek() != Some(separator) {
        return year_and_month(cursor, first, second).filter(|_| separator != b'.');
    }
    cursor.skip_byte();
    let third = cursor.digits()?;
    dated([first, second, third], separator, order)
}

/// The date that three numbers make.
fn dated(parts: [Digits; 3], separator: u8, order: Option<DateOrder>) -> Option<Date> {
    let [first, second, third] = parts;
    match (first.length, second.length, third.length) {
        (4, 1 | 2, 1 | 2) => Some(full(order_day(first.value, second.value, third.value)?)),
        (1 | 2, 1 | 2, 4) => year_last(first.value, second.value, (third.value, DayForm::Full), separator, order),
        (1 | 2, 1 | 2, 1 | 2) => two_digit_year(parts, separator, order),
        _ => None,
    }
}

/// `2014-06`, `06/2014`.
fn year_and_month(cursor: &Cursor<'_>, first: Digits, second: Digits) -> Option<Date> {
    match (first.length, second.length) {
        (4, 1 | 2) => month_only(cursor, first.value, second.value),
        (1 | 2, 4) => month_only(cursor, second.value, first.value),
        _ => None,
    }
}

/// `3/5/2024`: month and day in the given order, month first when there is none, and in the only possible one when they fit no other.
fn year_last(first: u32, second: u32, year: (u32, DayForm), separator: u8, order: Option<DateOrder>) -> Option<Date> {
    let day_first = order == Some(DateOrder::DayMonthYear);
    let (month, day, clue) = match (first, second) {
        (13.., _) => (second, first, Clue::DayFirst),
        (_, 13..) => (first, second, Clue::MonthFirst),
        _ if first == second => (first, second, Clue::None),
        _ if separator == b'.' && day_first => (second, first, Clue::EitherWithPoints),
        _ if separator == b'.' => (first, second, Clue::EitherWithPoints),
        _ if day_first => (second, first, Clue::Either),
        _ => (first, second, Clue::Either),
    };
    Some(Date { day: order_day(year.0, month, day)?, form: year.1, clue })
}

/// `24-3-5`, `3/5/24`. A year has both its digits, so it is where two digits are; between two such
/// places hyphens put it first and other signs last, unless the recipe says where it is.
fn two_digit_year(parts: [Digits; 3], separator: u8, order: Option<DateOrder>) -> Option<Date> {
    let [first, second, third] = parts;
    let year_first_date = || {
        let (year, form) = written_year(first)?;
        Some(Date { day: order_day(year, second.value, third.value)?, form, clue: Clue::None })
    };
    let year_last_date = || year_last(first.value, second.value, written_year(third)?, separator, order);
    let prefers_first = match order {
        Some(order) => order == DateOrder::YearMonthDay,
        None => separator == b'-' || first.value > 31,
    };
    if prefers_first { year_first_date().or_else(year_last_date) } else { year_last_date().or_else(year_first_date) }
}

const MONTHS: [&str; 12] =
    ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];

/// Takes a month's name or its abbreviation.
fn month_name(cursor: &mut Cursor<'_>) -> Option<u32> {
    let position = name(cursor.word(), &MONTHS)?;
    cursor.eat_any(&[". ", ".", ", ", ",", " ", "-", "/"]);
    cursor.skip_spaces();
    u32::try_from(position + 1).ok()
}

/// `5-Mar-2024`, `5 March 2024`, `5-Mar-24`, `2024-Mar-5`; the first number has been taken.
fn day_and_month_name(cursor: &mut Cursor<'_>, first: Digits) -> Option<Date> {
    let month = month_name(cursor)?;
    let last = cursor.digits()?;
    let (year, day) = if first.length == 4 { (first, last) } else { (last, first) };
    let (year, form) = written_year(year)?;
    let day = order_day(year, month, day.value).filter(|_| day.length <= 2)?;
    Some(Date { day, form, clue: Clue::None })
}

/// `Mar 5, 2024`, `March 5th 2024`, `March 2024`; with a sign in front of it a year may have two digits, `Mar-05-24`.
fn month_name_first(cursor: &mut Cursor<'_>) -> Option<Date> {
    let month = month_name(cursor)?;
    let first = cursor.digits()?;
    if first.length == 4 {
        return month_only(cursor, first.value, month);
    }
    cursor.eat_any(&["st", "nd", "rd", "th"]);
    let is_signed = cursor.eat_any(&["-", "/"]);
    cursor.eat_any(&[", ", ",", " "]);
    cursor.skip_spaces();
    let year = cursor.digits().filter(|year| is_signed || year.length == 4)?;
    let (year, form) = written_year(year)?;
    Some(Date { day: order_day(year, month, first.value)?, form, clue: Clue::None })
}
