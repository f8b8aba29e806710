//! Where records and fields end: the inner loop of everything that is read from text.
//!
//! A quote opens a quoted field only where a field begins, so the three bytes that end an unquoted field
//! are found in one sweep. Real files break the rules for quotes, and a reader that follows them to the
//! letter loses thousands of rows to one inch mark. So a quote closes a field when a delimiter or a line
//! end comes next (spaces between are fine); otherwise it is part of the text if the field is closed
//! further on in the same line. A field that never closes, or in which a later line opens another one,
//! is read again with its quote as a plain character.
//!
//! Invariants: nothing is allocated; nothing is written but the places of the wanted fields; a record's
//! verdict depends on the [`Scanner::limit`] bytes from its beginning only, never on how the file was cut.

use super::fixed::{self, Places, Ruler, is_crossed};
use memchr::{memchr, memchr_iter, memchr2, memchr3};

const QUOTE: u8 = b'"';

/// What stands between fields.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Delimiter {
    /// One ASCII character.
    Byte(u8),
    /// Runs of spaces and tabs; those that begin a line do not count, and quotes mean nothing.
    Spaces,
    /// Nothing: fields begin at the same places in every line ([`Scanner::starts`]), and quotes mean nothing.
    Fixed(Places),
}

/// How the text of a field is to be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) enum Quoting {
    /// As it stands.
    #[default]
    Plain,
    /// As it stands between its quotes, with doubled quotes made single.
    Doubled,
}

/// A field, without its quotes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(super) struct Field {
    pub(super) start: usize,
    pub(super) end: usize,
    pub(super) quoting: Quoting,
}

/// A record.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Record {
    /// Where it ends, before its line end.
    pub(super) end: usize,
    /// Where the next one begins.
    pub(super) next: usize,
    /// How many fields it has.
    pub(super) fields: usize,
    /// Whether a quote never closed.
    pub(super) unclosed: bool,
    /// Whether a value reaches over the beginning of a column of fixed width.
    pub(super) crossed: bool,
    /// Whether it was longer than the limit; the rest of its line still has to be skipped from `next` on.
    pub(super) overlong: bool,
}

/// What comes after a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Stop {
    /// Another field, here.
    Field(usize),
    /// The next record, here.
    Record(usize),
}

/// How a quoted field goes on.
enum Close {
    /// Its closing quote is at `quote`, the delimiter or line end at `after`.
    Closed { quote: usize, after: usize, quoting: Quoting },
    /// Closed, but text comes behind the quote, which is at this place.
    TextBehind(usize),
    /// Never.
    Never,
    /// The bytes at hand are not enough to know.
    Unknown,
}

/// Finds records.
#[derive(Debug, Clone, Copy)]
pub(super) struct Scanner<'w> {
    /// What stands between fields.
    pub(super) delimiter: Delimiter,
    /// Bytes that a record may have.
    pub(super) limit: usize,
    /// The wanted columns in ascending order, each with its place in the row.
    pub(super) wanted: &'w [(usize, usize)],
    /// Where fields of fixed width begin, in places from the beginning of the line; the first at 0.
    pub(super) starts: &'w [usize],
}

impl Scanner<'_> {
    /// The record that begins at `start`, with the places of its wanted fields in `row`; `None` when more bytes are needed.
    /// `last` says that the file has no more.
    pub(super) fn record(&self, bytes: &[u8], start: usize, last: bool, row: &mut [Field]) -> Option<Record> {
        let limited = bytes.len() - start > self.limit;
        let bytes = if limited { &bytes[..start + self.limit] } else { bytes };
        let open = !(last || limited);
        let mut record = match self.delimiter {
            Delimiter::Byte(delimiter) => self.delimited(delimiter, bytes, start, open, row)?,
            Delimiter::Spaces => self.spaced(bytes, start, open, row)?,
            Delimiter::Fixed(places) => self.fixed(places, bytes, start, open, row)?,
        };
        record.overlong = limited && record.next == bytes.len() && !ends_line(bytes);
        Some(record)
    }

    fn delimited(&self, delimiter: u8, bytes: &[u8], start: usize, open: bool, row: &mut [Field]) -> Option<Record> {
        let mut at = start;
        let mut column = 0;
        let mut wanted = self.wanted;
        let mut unclosed = false;
        loop {
            // `1, "Rome, Italy"`: spaces before the quote are no text.
            let opening = if bytes.get(at) == Some(&b' ') { behind_spaces(delimiter, bytes, at) } else { at };
            let (field, stop) = if bytes.get(opening) == Some(&QUOTE) {
                quoted_field(delimiter, bytes, (at, opening), open, &mut unclosed)?
            } else {
                plain_field(delimiter, bytes, at, opening, open)?
            };
            while let [(place, slot), rest @ ..] = wanted
                && *place == column
            {
                row[*slot] = field;
                wanted = rest;
            }
            column += 1;
            match stop {
                Stop::Record(next) => {
                    let end = if next == start { start } else { line_end(bytes, start, next) };
                    wanted.iter().for_each(|(_, slot)| row[*slot] = Field::default());
                    return Some(Record { end, next, fields: column, unclosed, crossed: false, overlong: false });
                }
                Stop::Field(next) if wanted.is_empty() => {
                    if let Some(record) = count_rest(delimiter, bytes, next, open, column) {
                        return Some(Record { unclosed, ..record });
                    }
                    at = next;
                }
                Stop::Field(next) => at = next,
            }
        }
    }

    fn spaced(&self, bytes: &[u8], start: usize, open: bool, row: &mut [Field]) -> Option<Record> {
        let (line, stop) = plain_field(b'\n', bytes, start, start, open)?;
        let (Stop::Record(next) | Stop::Field(next)) = stop;
        let mut wanted = self.wanted;
        let mut column = 0;
        let mut at = start;
        while let Some(begin) = bytes[at..line.end].iter().position(|byte| !is_blank(*byte)) {
            let begin = at + begin;
            let end = bytes[begin..line.end].iter().position(|byte| is_blank(*byte)).map_or(line.end, |length| begin + length);
            while let [(place, slot), rest @ ..] = wanted
                && *place == column
            {
                row[*slot] = Field { start: begin, end, quoting: Quoting::Plain };
                wanted = rest;
            }
            column += 1;
            at = end;
        }
        wanted.iter().for_each(|(_, slot)| row[*slot] = Field::default());
        Some(Record { end: line.end, next, fields: column.max(1), unclosed: false, crossed: false, overlong: false })
    }

    fn fixed(&self, places: Places, bytes: &[u8], start: usize, open: bool, row: &mut [Field]) -> Option<Record> {
        let (line, stop) = plain_field(b'\n', bytes, start, start, open)?;
        let (Stop::Record(next) | Stop::Field(next)) = stop;
        let text = text_of(&bytes[start..line.end]);
        let mut ruler = Ruler::new(text, places);
        let mut wanted = self.wanted;
        let (mut from, mut crossed) = (0, false);
        for column in 0..self.starts.len() {
            let to = self.starts.get(column + 1).map_or(text.len(), |next| ruler.byte_at(*next));
            crossed |= is_crossed(text, to);
            while let [(place, slot), rest @ ..] = wanted
                && *place == column
            {
                let value = text[from..to].trim_start_matches(fixed::is_blank);
                let begin = start + to - value.len();
                let end = begin + value.trim_end_matches(fixed::is_blank).len();
                row[*slot] = Field { start: begin, end, quoting: Quoting::Plain };
                wanted = rest;
            }
            from = to;
        }
        wanted.iter().for_each(|(_, slot)| row[*slot] = Field::default());
        Some(Record { end: line.end, next, fields: self.starts.len().max(1), unclosed: false, crossed, overlong: false })
    }

    /// All fields of the record at `start`, and where the next one begins; `None` when more bytes are needed.
    pub(super) fn all(&self, text: &str, start: usize, last: bool) -> Option<(Vec<String>, usize)> {
        let none = Scanner { wanted: &[], ..*self };
        let record = none.record(text.as_bytes(), start, last, &mut [])?;
        let every: Vec<(usize, usize)> = (0..record.fields).map(|column| (column, column)).collect();
        let mut row = vec![Field::default(); record.fields];
        Scanner { wanted: &every, ..*self }.record(text.as_bytes(), start, last, &mut row)?;
        let skipped = if record.overlong {
            memchr2(b'\n', b'\r', &text.as_bytes()[record.next..]).map_or(text.len(), |length| record.next + length + 1)
        } else {
            record.next
        };
        Some((row.iter().map(|field| field.text(text).into_owned()).collect(), skipped))
    }
}

impl Field {
    /// Its text as a person would write it.
    pub(super) fn text<'t>(&self, text: &'t str) -> std::borrow::Cow<'t, str> {
        let raw = self.raw(text);
        match self.quoting {
            Quoting::Plain => raw.into(),
            Quoting::Doubled => raw.replace("\"\"", "\"").into(),
        }
    }

    /// Its text as it stands. A place in the middle of a character (where a record was cut) moves back to its beginning.
    pub(super) fn raw<'t>(&self, text: &'t str) -> &'t str {
        text.get(self.start..self.end).unwrap_or_else(|| {
            let end = (self.start..=self.end).rev().find(|end| text.is_char_boundary(*end)).unwrap_or(self.start);
            text.get(self.start..end).unwrap_or_default()
        })
    }
}

/// The unquoted field that begins at `start`; its end is looked for from `from` on.
#[inline]
fn plain_field(delimiter: u8, bytes: &[u8], start: usize, from: usize, open: bool) -> Option<(Field, Stop)> {
    let found = memchr3(delimiter, b'\n', b'\r', bytes.get(from..).unwrap_or_default());
    let end = found.map_or(bytes.len(), |length| from + length);
    Some((Field { start, end, quoting: Quoting::Plain }, stop_at(delimiter, bytes, end, open)?))
}

/// What the byte at `end`, a delimiter or a line end or the end of all, leads to.
#[inline]
fn stop_at(delimiter: u8, bytes: &[u8], end: usize, open: bool) -> Option<Stop> {
    match bytes.get(end) {
        Some(b'\n') => Some(Stop::Record(end + 1)),
        Some(b'\r') => match bytes.get(end + 1) {
            Some(b'\n') => Some(Stop::Record(end + 2)),
            None if open => None,
            _ => Some(Stop::Record(end + 1)),
        },
        Some(byte) if *byte == delimiter => Some(Stop::Field(end + 1)),
        _ if open => None,
        _ => Some(Stop::Record(bytes.len())),
    }
}

/// The field that begins at `start`, and has a quote at `opening`.
fn quoted_field(delimiter: u8, bytes: &[u8], (start, opening): (usize, usize), open: bool, unclosed: &mut bool) -> Option<(Field, Stop)> {
    match close(delimiter, bytes, opening + 1, open) {
        Close::Closed { quote, after, quoting } => {
            Some((Field { start: opening + 1, end: quote, quoting }, stop_at(delimiter, bytes, after, open)?))
        }
        Close::TextBehind(quote) => plain_field(delimiter, bytes, start, quote, open),
        Close::Never => {
            *unclosed = true;
            plain_field(delimiter, bytes, start, opening, open)
        }
        Close::Unknown => None,
    }
}

/// How the quoted field goes on whose text begins at `start`.
fn close(delimiter: u8, bytes: &[u8], start: usize, open: bool) -> Close {
    let mut at = start;
    let mut quoting = Quoting::Plain;
    // A closing quote in this line is known to come at this place.
    let mut closed_at = start;
    while let Some(length) = memchr(QUOTE, bytes.get(at..).unwrap_or_default()) {
        let quote = at + length;
        if bytes.get(quote + 1) == Some(&QUOTE) {
            quoting = Quoting::Doubled;
            at = quote + 2;
            continue;
        }
        let after = behind_spaces(delimiter, bytes, quote + 1);
        if after == bytes.len() && open {
            return Close::Unknown;
        }
        if is_stop(delimiter, bytes, after) {
            return Close::Closed { quote, after, quoting };
        }
        if opens_in_a_later_line(delimiter, bytes, start, quote) {
            return Close::Never;
        }
        if quote >= closed_at {
            match closing_in_line(delimiter, bytes, quote + 1, open) {
                Some(Some(place)) => closed_at = place,
                Some(None) => return Close::TextBehind(quote),
                None => return Close::Unknown,
            }
        }
        at = quote + 1;
    }
    if open { Close::Unknown } else { Close::Never }
}

/// Whether this quote, behind which text comes, begins a field in a later line than the one where the field began at `start`.
fn opens_in_a_later_line(delimiter: u8, bytes: &[u8], start: usize, quote: usize) -> bool {
    let before = bytes.get(quote.wrapping_sub(1)).copied().unwrap_or(b'\n');
    let begins = before == delimiter || before == b'\n' || before == b'\r';
    begins && quote > start && memchr2(b'\n', b'\r', &bytes[start..quote]).is_some()
}

/// The next quote of this line before a delimiter or the line end; the outer `None` when more bytes are needed to know.
fn closing_in_line(delimiter: u8, bytes: &[u8], from: usize, open: bool) -> Option<Option<usize>> {
    let mut at = from;
    loop {
        let Some(length) = memchr3(QUOTE, b'\n', b'\r', &bytes[at..]) else {
            return if open { None } else { Some(None) };
        };
        let place = at + length;
        if bytes[place] != QUOTE {
            return Some(None);
        }
        let after = behind_spaces(delimiter, bytes, place + 1);
        if after == bytes.len() && open {
            return None;
        }
        if is_stop(delimiter, bytes, after) {
            return Some(Some(place));
        }
        at = place + 1;
    }
}

/// The record from here on, where nothing is wanted any more: only its end and the number of its fields. `None` when it has quotes or does not end.
fn count_rest(delimiter: u8, bytes: &[u8], from: usize, open: bool, before: usize) -> Option<Record> {
    let length = memchr2(b'\n', b'\r', bytes.get(from..)?)?;
    let rest = &bytes[from..from + length];
    if memchr(QUOTE, rest).is_some() {
        return None;
    }
    let Stop::Record(next) = stop_at(delimiter, bytes, from + length, open)? else { return None };
    let fields = before + 1 + memchr_iter(delimiter, rest).count();
    Some(Record { end: from + length, next, fields, unclosed: false, crossed: false, overlong: false })
}

#[inline]
fn behind_spaces(delimiter: u8, bytes: &[u8], from: usize) -> usize {
    let spaces = bytes.get(from..).unwrap_or_default().iter().take_while(|byte| **byte == b' ' && delimiter != b' ').count();
    from + spaces
}

#[inline]
fn is_stop(delimiter: u8, bytes: &[u8], at: usize) -> bool {
    bytes.get(at).is_none_or(|byte| *byte == delimiter || matches!(byte, b'\n' | b'\r'))
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t')
}

/// The text of a line; where a record was cut within a character, up to that character.
fn text_of(line: &[u8]) -> &str {
    std::str::from_utf8(line)
        .unwrap_or_else(|error| line.get(..error.valid_up_to()).and_then(|valid| std::str::from_utf8(valid).ok()).unwrap_or_default())
}

fn ends_line(bytes: &[u8]) -> bool {
    matches!(bytes.last(), Some(b'\n' | b'\r'))
}

/// Where the record ends whose successor begins at `next`.
#[inline]
fn line_end(bytes: &[u8], start: usize, next: usize) -> usize {
    match &bytes[start..next] {
        [.., b'\r', b'\n'] => next - 2,
        [.., b'\n' | b'\r'] => next - 1,
        _ => next,
    }
}
