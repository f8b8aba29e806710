//! The contacts that people make as an iCalendar file (RFC 5545), for the calendar of whoever makes them.
//!
//! All-day events, which no time zone shifts, marked as free time, because when on the day is up to the person. What a
//! machine sends is no appointment and not in it. Invariants: a customer's text cannot end its line or add a property;
//! the same contact has the same UID in every file, so importing it again does not double it.

use super::failed;
use super::plan::work_list;
use crate::Result;
use crate::base::{Day, stable_hash};
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::interact::calendar::{Calendar, Entry};
use crate::interact::reach::address;
use crate::recipe::Field;
use std::io::Write;

/// Writes one event per contact that takes staff time, by owner, day and customer. `owner` asks for one person's.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn calendar_ics(book: &Book, standing: &Standing, calendar: &Calendar, owner: Option<&str>, out: &mut impl Write) -> Result<()> {
    let mut text = String::new();
    for property in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//customer-tiers//contacts//EN", "CALSCALE:GREGORIAN"] {
        line(&mut text, property);
    }
    for entry in work_list(book, calendar, owner).iter().filter(|entry| entry.minutes > 0) {
        event(&mut text, book, standing, calendar.start, entry);
        if text.len() > 1 << 16 {
            out.write_all(text.as_bytes()).map_err(failed)?;
            text.clear();
        }
    }
    line(&mut text, "END:VCALENDAR");
    out.write_all(text.as_bytes()).map_err(failed)?;
    out.flush().map_err(failed)
}

fn event(text: &mut String, book: &Book, standing: &Standing, start: Day, entry: &Entry) {
    let customers = &book.customers;
    let (id, name) = (customers.id(entry.customer), customers.attribute(Field::CustomerName, entry.customer));
    let who = if name.is_empty() { id } else { name };
    let tier = standing.tier_of(entry.customer);
    let details = [
        ("customer_id", id),
        ("company", customers.attribute(Field::Company, entry.customer)),
        ("address", address(book, entry.customer, entry.channel)),
        ("owner", customers.attribute(Field::Owner, entry.customer)),
        ("tier", tier),
        ("play", entry.play.name()),
        ("trigger", entry.trigger.name()),
    ];
    let mut description = String::new();
    for (name, value) in details.iter().filter(|(_, value)| !value.is_empty()) {
        description += &format!("{name}: {value}\n");
    }
    description += &format!("minutes: {}", entry.minutes);
    line(text, "BEGIN:VEVENT");
    line(text, &format!("UID:{}", uid(id, entry)));
    // There is no clock in the core: the plan is as old as its first day.
    line(text, &format!("DTSTAMP:{}T000000Z", compact(start)));
    line(text, &format!("DTSTART;VALUE=DATE:{}", compact(entry.day)));
    line(text, &format!("DTEND;VALUE=DATE:{}", compact(entry.day.plus(1))));
    line(text, &format!("SUMMARY:{}", escaped(&format!("{}: {who}", entry.channel.name()))));
    line(text, &format!("DESCRIPTION:{}", escaped(&description)));
    line(text, &format!("CATEGORIES:{},{}", escaped(tier), entry.play.name()));
    line(text, "TRANSP:TRANSPARENT");
    line(text, "END:VEVENT");
}

/// The same for the same customer, day and play; two customers share one in 2^64 cases, and then not on one day.
fn uid(id: &str, entry: &Entry) -> String {
    let hash = stable_hash(id);
    format!("{}-{hash:016x}-{}@customer-tiers", compact(entry.day), entry.play.name())
}

/// `YYYYMMDD`.
fn compact(day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    format!("{year:04}{month:02}{of_month:02}")
}

/// A text value, RFC 5545, 3.3.11; characters that no text may have are left out.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for character in text.replace("\r\n", "\n").chars() {
        match character {
            '\\' | ';' | ',' => escaped.extend(['\\', character]),
            '\n' | '\r' | '\u{2028}' | '\u{2029}' | '\u{85}' => escaped.push_str("\\n"),
            control if control.is_control() && control != '\t' => {}
            other => escaped.push(other),
        }
    }
    escaped
}

/// A content line, folded so that no line has more than 75 octets (3.1), never within a character.
fn line(text: &mut String, content: &str) {
    let mut room = 75;
    for character in content.chars() {
        if character.len_utf8() > room {
            text.push_str("\r\n ");
            room = 74;
        }
        room -= character.len_utf8();
        text.push(character);
    }
    text.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_escaped() {
        for (text, expected) in [
            ("plain", "plain"),
            ("a,b;c\\d", "a\\,b\\;c\\\\d"),
            ("two\nlines", "two\\nlines"),
            ("x\r\nEND:VEVENT\rY", "x\\nEND:VEVENT\\nY"),
            ("bell\u{7} nul\0", "bell nul"),
            ("有限公司，上海", "有限公司，上海"),
        ] {
            assert_eq!(escaped(text), expected, "{text:?}");
        }
    }

    #[test]
    fn lines_are_folded_at_75_octets_and_unfold_to_what_they_were() {
        for content in ["x".repeat(75), "x".repeat(76), "x".repeat(400), "客户".repeat(80), format!("x{}", "🎂".repeat(60))] {
            let mut text = String::new();
            line(&mut text, &content);
            assert!(text.split("\r\n").all(|line| line.len() <= 75), "{text}");
            assert_eq!(text.replace("\r\n ", "").trim_end_matches("\r\n"), content);
        }
    }
}
