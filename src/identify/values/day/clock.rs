//! Times of day as people write them → seconds since midnight.

use super::cursor::Cursor;
use super::pair;
use super::written::skip_weekday;

/// `HH:MM:SS`, exactly.
#[inline]
pub(super) fn exact(text: &[u8; 8]) -> Option<u32> {
    let [h1, h2, b':', m1, m2, b':', s1, s2] = text else { return None };
    seconds([pair(*h1, *h2)?, pair(*m1, *m2)?, pair(*s1, *s2)?])
}

/// A time, a time zone that is ignored, a weekday: whatever stands behind a day. Nothing is midnight.
pub(super) fn read(cursor: &mut Cursor<'_>) -> Option<u32> {
    cursor.skip_spaces();
    if cursor.at_end() {
        return Some(0);
    }
    skip_weekday(cursor);
    cursor.eat_any(&["T", ", ", ","]);
    cursor.skip_spaces();
    if cursor.at_end() {
        return Some(0);
    }
    let before = half(cursor);
    cursor.skip_spaces();
    let (hour, minute, second) = written(cursor)?;
    cursor.skip_spaces();
    let hour = in_half(hour, before.or_else(|| half(cursor)))?;
    skip_zone(cursor)?;
    cursor.skip_spaces();
    skip_weekday(cursor);
    seconds([hour, minute, second])
}

/// `10:20`, `10:20:30`, `10:20:30.123`, `10时20分30秒`, `10点`.
fn written(cursor: &mut Cursor<'_>) -> Option<(u32, u32, u32)> {
    let hour = cursor.short()?;
    if cursor.eat_any(&["时", "時", "点", "點"]) {
        cursor.skip_spaces();
        let minute = chinese_part(cursor, "分")?;
        let second = chinese_part(cursor, "秒")?;
        return Some((hour, minute, second));
    }
    if !cursor.eat(":") {
        return before_half(cursor).then_some((hour, 0, 0));
    }
    let minute = cursor.short()?;
    let second = if cursor.eat(":") { cursor.short()? } else { 0 };
    if matches!(cursor.peek(), Some(b'.' | b',')) {
        cursor.skip_byte();
        cursor.rest = cursor.rest.trim_start_matches(|c: char| c.is_ascii_digit());
    }
    Some((hour, minute, second))
}

/// `20分`, or nothing.
fn chinese_part(cursor: &mut Cursor<'_>, unit: &str) -> Option<u32> {
    if !cursor.peek().is_some_and(|next| next.is_ascii_digit()) {
        return Some(0);
    }
    let value = cursor.short()?;
    cursor.eat(unit);
    cursor.skip_spaces();
    Some(value)
}

/// The halves of a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Half {
    Morning,
    Noon,
    Afternoon,
}

fn half(cursor: &mut Cursor<'_>) -> Option<Half> {
    const MORNING: [&str; 9] = ["上午", "凌晨", "早上", "清晨", "AM", "am", "Am", "A.M.", "a.m."];
    const AFTERNOON: [&str; 9] = ["下午", "晚上", "傍晚", "夜里", "PM", "pm", "Pm", "P.M.", "p.m."];
    if cursor.eat_any(&MORNING) {
        Some(Half::Morning)
    } else if cursor.eat_any(&AFTERNOON) {
        Some(Half::Afternoon)
    } else {
        cursor.eat("中午").then_some(Half::Noon)
    }
}

/// Whether `am` or `pm` comes next, as in `10 AM`.
fn before_half(cursor: &Cursor<'_>) -> bool {
    let mut ahead = *cursor;
    ahead.skip_spaces();
    half(&mut ahead).is_some()
}

fn in_half(hour: u32, half: Option<Half>) -> Option<u32> {
    match (half, hour) {
        (Some(Half::Morning), 12) => Some(0),
        (Some(Half::Morning), 13..) => None,
        (Some(Half::Afternoon), 0..=11) | (Some(Half::Noon), 1..=3) => Some(hour + 12),
        _ => Some(hour),
    }
}

/// `Z`, `+08:00`, `+0800`, `UTC`, `GMT+0800 (China Standard Time)`. The written day is the day, so the zone changes nothing.
fn skip_zone(cursor: &mut Cursor<'_>) -> Option<()> {
    cursor.skip_spaces();
    if cursor.eat("Z") {
        return Some(());
    }
    cursor.eat_any(&["UTC", "GMT"]);
    if matches!(cursor.peek(), Some(b'+' | b'-')) {
        cursor.skip_byte();
        cursor.digits().filter(|digits| matches!(digits.length, 1 | 2 | 4))?;
        if cursor.eat(":") {
            cursor.short()?;
        }
    }
    cursor.skip_spaces();
    if cursor.rest.starts_with('(') && cursor.rest.ends_with(')') && cursor.rest.contains("Time") {
        cursor.rest = "";
    }
    Some(())
}

/// Seconds since midnight of hour, minute and second.
pub(super) const fn seconds(time: [u32; 3]) -> Option<u32> {
    let [hour, minute, second] = time;
    if hour < 24 && minute < 60 && second < 60 { Some(hour * 3600 + minute * 60 + second) } else { None }
}
