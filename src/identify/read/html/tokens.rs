//! Tags and texts of a page, one after the other.
//!
//! Invariants: every byte belongs to one token; a tag or a comment that never ends is text; what is not
//! whole is asked for again with more text behind it.

use crate::identify::read::limits::RECORD_BYTES;
use memchr::{memchr, memmem};

/// A piece of a page.
pub(super) enum Token<'t> {
    Text(&'t str),
    Open(Tag<'t>),
    /// The name of what is closed, in lower case.
    Close(String),
    /// A comment, a declaration, a script.
    Nothing,
}

/// The beginning of an element.
pub(super) struct Tag<'t> {
    name: String,
    attributes: &'t str,
}

impl<'t> Tag<'t> {
    /// Its name in lower case.
    pub(super) fn name(&self) -> &str {
        &self.name
    }

    /// The value of an attribute, without its quotes.
    pub(super) fn attribute(&self, name: &str) -> Option<&'t str> {
        let mut rest = self.attributes;
        loop {
            rest = rest.trim_start_matches(|letter: char| letter.is_ascii_whitespace() || letter == '/');
            if rest.is_empty() {
                return None;
            }
            let end = rest.find(|letter: char| letter == '=' || letter.is_ascii_whitespace()).unwrap_or(rest.len());
            let (found, behind) = rest.split_at(end);
            let behind = behind.trim_start();
            let (value, after) = behind.strip_prefix('=').map_or(("", behind), |value| split_value(value.trim_start()));
            if found.eq_ignore_ascii_case(name) {
                return Some(value);
            }
            // A stray `=` or quote is no name; there is always a way on.
            rest = if after.len() == rest.len() { after.get(1..).unwrap_or_default() } else { after };
        }
    }
}

fn split_value(text: &str) -> (&str, &str) {
    let quote = text.chars().next().filter(|letter| matches!(letter, '"' | '\''));
    match quote.and_then(|quote| text[1..].split_once(quote)) {
        Some(parts) => parts,
        None => text.split_at(text.find(|letter: char| letter.is_ascii_whitespace()).unwrap_or(text.len())),
    }
}

/// The token at `at`, and where the next one begins; `None` when there is none or more text is needed.
pub(super) fn next(text: &str, at: usize, last: bool) -> Option<(Token<'_>, usize)> {
    let rest = text.get(at..).filter(|rest| !rest.is_empty())?;
    let bytes = rest.as_bytes();
    if bytes[0] != b'<' {
        return plain(rest, last).map(|length| (Token::Text(&rest[..length]), at + length));
    }
    let gives_up = last || rest.len() > RECORD_BYTES;
    let is_markup = bytes.get(1).is_some_and(|byte| byte.is_ascii_alphabetic() || matches!(byte, b'/' | b'!' | b'?'));
    let length = if is_markup { markup_length(bytes) } else { None };
    match length {
        Some(length) => Some((markup(&rest[..length]), at + length)).and_then(|(token, end)| behind_raw_text(text, token, end, gives_up)),
        None if is_markup && !gives_up || rest.len() == 1 && !last => None,
        None => Some((Token::Text("<"), at + 1)),
    }
}

/// How many bytes of text come before the next tag. An entity is not cut.
fn plain(text: &str, last: bool) -> Option<usize> {
    match memchr(b'<', text.as_bytes()) {
        Some(length) => Some(length),
        None if last || text.len() > RECORD_BYTES => Some(text.len()),
        None => None,
    }
}

/// The length of a comment, or of a tag whose quoted attributes may have `>` in them.
fn markup_length(bytes: &[u8]) -> Option<usize> {
    if bytes.starts_with(b"<!--") {
        return memmem::find(bytes, b"-->").map(|at| at + 3);
    }
    let mut at = 1;
    loop {
        let found = at + bytes.get(at..)?.iter().take(RECORD_BYTES).position(|byte| matches!(byte, b'>' | b'"' | b'\''))?;
        if bytes[found] == b'>' {
            return Some(found + 1);
        }
        // A quote that opens a value; elsewhere, or if it never closes, it is a letter like any other.
        let opens = bytes[..found].trim_ascii_end().ends_with(b"=");
        let limit = bytes.len().min(found + RECORD_BYTES);
        let close = if opens { memchr(bytes[found], &bytes[found + 1..limit]) } else { None };
        at = close.map_or(found + 1, |length| found + length + 2);
    }
}

fn markup(text: &str) -> Token<'_> {
    let inside = text[1..].trim_end_matches('>');
    if let Some(name) = inside.strip_prefix('/') {
        return Token::Close(name.trim().to_ascii_lowercase());
    }
    if inside.starts_with(['!', '?']) {
        return Token::Nothing;
    }
    let (name, attributes) =
        inside.split_at(inside.find(|letter: char| letter.is_ascii_whitespace() || letter == '/').unwrap_or(inside.len()));
    Token::Open(Tag { name: name.to_ascii_lowercase(), attributes })
}

/// Scripts and styles are passed over with all that is in them.
fn behind_raw_text<'t>(text: &'t str, token: Token<'t>, end: usize, gives_up: bool) -> Option<(Token<'t>, usize)> {
    let Token::Open(tag) = &token else { return Some((token, end)) };
    if !matches!(tag.name(), "script" | "style" | "title") {
        return Some((token, end));
    }
    let close = format!("</{}", tag.name());
    let mut at = end;
    while let Some(found) = memchr(b'<', &text.as_bytes()[at..]).map(|length| at + length) {
        if text.as_bytes()[found..].get(..close.len()).is_some_and(|head| head.eq_ignore_ascii_case(close.as_bytes())) {
            return Some((Token::Nothing, found));
        }
        at = found + 1;
    }
    if gives_up || text.len() - end > RECORD_BYTES { Some((Token::Nothing, end)) } else { None }
}
