//! Where the values of a JSON text begin and end, without knowing what is in them.
//!
//! Invariants: nothing is allocated; a value that is not whole is asked for again with more text behind it;
//! a value longer than a record may be is passed over.

use super::RECORD_BYTES;
use memchr::memchr2;
use std::ops::Range;

/// The records of a text, one after the other.
pub(super) struct Values {
    /// Where the next one is looked for.
    pub(super) at: usize,
    pub(super) is_lines: bool,
}

/// What comes next.
pub(super) enum Next {
    /// A record, here.
    Value(Range<usize>),
    /// A record that is not whole yet, or nothing yet.
    More,
    /// The end of the array.
    End,
}

impl Values {
    /// The next record in `text`; `last` says that the file has no more.
    pub(super) fn next(&mut self, text: &str, last: bool) -> Next {
        let bytes = text.as_bytes();
        let is_between = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | 0x1E);
        let rest = bytes.get(self.at..).unwrap_or_default();
        self.at += rest.iter().take_while(|byte| is_between(byte)).count();
        let at = self.at;
        match bytes.get(at) {
            None => return Next::More,
            Some(b']') if !self.is_lines => return Next::End,
            Some(_) => {}
        }
        if self.is_lines
            && let Some(line) = broken_line(bytes, at)
        {
            self.at = line;
            return Next::Value(at..line);
        }
        let end = match value_end(bytes, at) {
            Some(end) if end < bytes.len() || last => Some(end),
            // One line that is broken does not take the others with it.
            None if self.is_lines && (last || bytes.len() - at > RECORD_BYTES) => line_end(bytes, at),
            _ if bytes.len() - at > RECORD_BYTES && !self.is_lines => return Next::End,
            _ => None,
        };
        let Some(end) = end.filter(|end| *end > at) else { return Next::More };
        self.at = end;
        Next::Value(at..end)
    }
}

/// The end of a line whose record does not end in it though the next line begins another.
fn broken_line(bytes: &[u8], at: usize) -> Option<usize> {
    let line = line_end(bytes, at)?;
    let next = bytes[line..].iter().find(|byte| !matches!(byte, b'\n' | b'\r'));
    let begins_another = matches!(bytes[at], b'{' | b'[') && next == bytes.get(at);
    (begins_another && value_end(&bytes[..line], at).is_none()).then_some(line)
}

fn line_end(bytes: &[u8], at: usize) -> Option<usize> {
    memchr2(b'\n', b'\r', &bytes[at..]).map(|length| at + length)
}

/// Where blanks end that begin at `at`.
pub(super) fn blank_end(bytes: &[u8], at: usize) -> usize {
    at + bytes.get(at..).unwrap_or_default().iter().take_while(|byte| byte.is_ascii_whitespace()).count()
}

/// Where the value ends that begins at `at`, if it does.
pub(super) fn value_end(bytes: &[u8], at: usize) -> Option<usize> {
    match bytes.get(at)? {
        b'"' => string_end(bytes, at),
        b'{' | b'[' => nested_end(bytes, at),
        _ => {
            let ends = |byte: &u8| byte.is_ascii_whitespace() || matches!(byte, b',' | b']' | b'}' | b':');
            // A character that may not be here is a value of its own, so that there is always a way on.
            Some(at + bytes[at..].iter().position(ends).unwrap_or(bytes.len() - at).max(1))
        }
    }
}

fn string_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut at = at + 1;
    loop {
        let found = at + memchr2(b'"', b'\\', bytes.get(at..)?)?;
        if bytes[found] == b'"' {
            return Some(found + 1);
        }
        at = found + 2;
    }
}

fn nested_end(bytes: &[u8], at: usize) -> Option<usize> {
    let mut depth = 0_usize;
    let mut at = at;
    loop {
        match bytes.get(at)? {
            b'"' => {
                at = string_end(bytes, at)?;
                continue;
            }
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth -= 1,
            _ => {}
        }
        at += 1;
        if depth == 0 {
            return Some(at);
        }
    }
}

/// Objects within objects that are looked into.
const DEPTH: usize = 4;

/// Where the first element begins of the longest array of records inside the object at `at`; one that is not whole is longer than any other.
pub(super) fn longest_array(bytes: &[u8], at: usize) -> Option<usize> {
    let mut found = Vec::new();
    collect_arrays(bytes, at, DEPTH, &mut found);
    // The first of equals, as `max_by_key` would give the last.
    found.into_iter().reduce(|best, next| if next.0 > best.0 { next } else { best }).map(|(_, at)| at)
}

/// Length and first element of each array of records that is a member of the object at `at`, or of one inside it.
fn collect_arrays(bytes: &[u8], at: usize, depth: usize, found: &mut Vec<(usize, usize)>) {
    if depth == 0 {
        return;
    }
    let mut at = at + 1;
    loop {
        at = blank_end(bytes, at);
        if bytes.get(at) == Some(&b',') {
            at = blank_end(bytes, at + 1);
        }
        let Some(colon) = string_end(bytes, at).filter(|_| bytes[at] == b'"').map(|end| blank_end(bytes, end)) else { return };
        if bytes.get(colon) != Some(&b':') {
            return;
        }
        let value = blank_end(bytes, colon + 1);
        let end = value_end(bytes, value);
        let first = bytes.get(blank_end(bytes, value + 1));
        match bytes.get(value) {
            Some(b'[') if matches!(first, Some(b'{' | b'[')) => found.push((end.map_or(usize::MAX, |end| end - value), value + 1)),
            Some(b'{') => collect_arrays(bytes, value, depth - 1, found),
            _ => {}
        }
        let Some(end) = end else { return };
        at = end;
    }
}
