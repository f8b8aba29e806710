//! E-mail drafts (RFC 5322) for the user's own mail program, which opens, shows and sends them.
//!
//! UTF-8 throughout: the head in encoded words (RFC 2047), the body quoted-printable (RFC 2045, 6.7). `X-Unsent` makes mail
//! programs open a file as a draft; who sends it is theirs to fill in. Both encodings are a few lines, for which no
//! library is worth its weight in the page. Invariant: a customer's text cannot add a line to the head, and no line has more than
//! 76 characters.

use super::failed;
use super::plan::work_list;
use crate::Result;
use crate::base::Day;
use crate::differentiate::Standing;
use crate::identify::Book;
use crate::identify::values::contact::is_email;
use crate::interact::calendar::{Calendar, Entry};
use crate::interact::messages::{Draft, Messaging, Writer};
use crate::interact::reach::address;
use crate::recipe::{ContactChannel, Field, Weekday};
use std::fmt::Write as _;
use std::io::Write;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

/// Writes an archive with a draft for every contact by e-mail that has a template and an address.
///
/// # Errors
/// `export.failed` when the writer fails.
pub fn drafts_zip(
    book: &Book,
    standing: &Standing,
    calendar: &Calendar,
    owner: Option<&str>,
    messaging: &Messaging,
    out: &mut (impl Write + Send),
) -> Result<()> {
    let writer = Writer::new(book, standing, messaging);
    let mut archive = ZipWriter::new_stream(out);
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::DEFAULT)
        .unix_permissions(0o644)
        .system(System::Unix);
    let by_mail = work_list(book, calendar, owner).into_iter().filter(|entry| entry.channel == ContactChannel::Email);
    for (number, entry) in (1_u32..).zip(by_mail) {
        let Some(text) = writer.draft(&entry).and_then(|draft| eml(book, &entry, &draft)) else { continue };
        let name = format!("{number:05}-{}-{}.eml", entry.day, file_name(book.customers.id(entry.customer)));
        archive.start_file(name, options).map_err(failed)?;
        archive.write_all(text.as_bytes()).map_err(failed)?;
    }
    let mut out = archive.finish().map_err(failed)?;
    out.flush().map_err(failed)
}

/// One draft; none when the customer has no e-mail address.
#[must_use]
pub fn eml(book: &Book, entry: &Entry, draft: &Draft) -> Option<String> {
    let to = address(book, entry.customer, ContactChannel::Email).trim();
    if !is_email(to) || to.bytes().any(|byte| byte <= b' ' || byte == 0x7f || b"<>,;:\"()[]\\".contains(&byte)) {
        return None;
    }
    let name = book.customers.attribute(Field::CustomerName, entry.customer);
    let mut text = String::new();
    let to = if name.is_empty() { to.to_owned() } else { format!("{}\r\n <{to}>", encoded(name)) };
    // Writing into a text cannot fail.
    let _infallible = write!(
        text,
        "To: {to}\r\nSubject: {}\r\nDate: {}\r\nMIME-Version: 1.0\r\nX-Unsent: 1\r\n\
         Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n",
        encoded(&draft.subject),
        dated(entry.day)
    );
    quoted_printable(&mut text, &draft.text);
    Some(text)
}

/// Letters, digits and hyphens of an id, so that no archive can write anywhere else.
fn file_name(id: &str) -> String {
    id.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect()
}

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// The day of the contact, at no particular hour and in no particular zone (RFC 5322, 3.3: `-0000`).
fn dated(day: Day) -> String {
    let (year, month, of_month) = day.ymd();
    let name = usize::try_from(month).ok().and_then(|month| MONTHS.get(month.wrapping_sub(1))).copied().unwrap_or_default();
    let weekday = Weekday::ALL.iter().position(|weekday| *weekday == Weekday::of(day)).and_then(|at| DAYS.get(at)).copied();
    format!("{}, {of_month:02} {name} {year:04} 09:00:00 -0000", weekday.unwrap_or_default())
}

/// Bytes of an encoded word before base64: 39 of them are 52 letters, 64 with what stands around, and before the first is `Subject: `.
const WORD_BYTES: usize = 39;

/// Text of a head, in encoded words on lines of their own; a character is never cut.
fn encoded(text: &str) -> String {
    let text: String = text.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
    let is_plain =
        text.len() <= 60 && !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || b" !-.'".contains(&byte));
    if is_plain && !text.starts_with(' ') && !text.ends_with(' ') && !text.contains("  ") {
        return text;
    }
    let mut words: Vec<&str> = Vec::new();
    let mut rest = text.as_str();
    while !rest.is_empty() {
        let cut = (1..=WORD_BYTES.min(rest.len())).rev().find(|&at| rest.is_char_boundary(at)).unwrap_or(rest.len());
        let (word, after) = rest.split_at(cut);
        words.push(word);
        rest = after;
    }
    let words: Vec<String> = words.into_iter().map(|word| format!("=?UTF-8?B?{}?=", base64(word.as_bytes()))).collect();
    words.join("\r\n ")
}

const LETTERS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/// RFC 4648, section 4.
fn base64(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let part = |at: usize| u32::from(three.get(at).copied().unwrap_or(0));
        let bits = part(0) << 16 | part(1) << 8 | part(2);
        for place in 0..4 {
            let letter = LETTERS[(bits >> (18 - 6 * place) & 63) as usize];
            text.push(if place <= three.len() { char::from(letter) } else { '=' });
        }
    }
    text
}

/// Lines of at most 76 characters; a soft line break never stands within a byte's code.
fn quoted_printable(out: &mut String, text: &str) {
    let text = text.replace("\r\n", "\n");
    for line in text.split(['\n', '\r']) {
        let bytes = line.as_bytes();
        let mut width = 0;
        for (at, &byte) in bytes.iter().enumerate() {
            let is_last = at + 1 == bytes.len();
            let is_plain = matches!(byte, b'!'..=b'<' | b'>'..=b'~') || (matches!(byte, b' ' | b'\t') && !is_last);
            let needed = if is_plain { 1 } else { 3 };
            if width + needed > 75 {
                out.push_str("=\r\n");
                width = 0;
            }
            width += needed;
            if is_plain {
                out.push(char::from(byte));
            } else {
                // Writing into a text cannot fail.
                let _infallible = write!(out, "={byte:02X}");
            }
        }
        out.push_str("\r\n");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_are_encoded_and_hold_no_line_of_their_own() {
        for (text, expected) in [
            ("Anna Keller", "Anna Keller"),
            ("", ""),
            ("张三", "=?UTF-8?B?5byg5LiJ?="),
            ("a\r\nBcc: x@y.z", "=?UTF-8?B?YSAgQmNjOiB4QHkueg==?="),
            ("\"x\" <a@b.c>", "=?UTF-8?B?IngiIDxhQGIuYz4=?="),
        ] {
            assert_eq!(encoded(text), expected, "{text:?}");
        }
        let long = encoded(&"客户关怀".repeat(20));
        assert!(long.split("\r\n ").all(|word| word.len() <= 67 && word.starts_with("=?UTF-8?B?") && word.ends_with("?=")), "{long}");
    }

    #[test]
    fn bodies_are_quoted_printable() {
        for (text, expected) in [
            ("plain", "plain\r\n"),
            ("two\nlines\r\n", "two\r\nlines\r\n\r\n"),
            ("a=b ", "a=3Db=20\r\n"),
            ("您好", "=E6=82=A8=E5=A5=BD\r\n"),
        ] {
            let mut out = String::new();
            quoted_printable(&mut out, text);
            assert_eq!(out, expected, "{text:?}");
        }
        let mut out = String::new();
        quoted_printable(&mut out, &"很长的一行，没有换行。".repeat(30));
        assert!(out.split("\r\n").all(|line| line.len() <= 76), "{out}");
        assert!(!out.replace("=\r\n", "").trim_end().contains("\r\n"), "soft line breaks only");
    }

    #[test]
    fn days_are_written_as_mail_does() {
        assert_eq!(dated("2025-01-06".parse().expect("a day")), "Mon, 06 Jan 2025 09:00:00 -0000");
    }
}
