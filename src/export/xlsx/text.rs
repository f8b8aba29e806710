//! Text inside XML, exactly, as spreadsheets read it.
//!
//! XML 1.0 has no way to write most control characters, so these are dropped. A carriage return is
//! written by its number, because XML readers make a line feed of a bare one. Spreadsheets take
//! `_x0041_` in a cell for `A`, so that the first underscore of such a text is written as `_x005F_`.
//! Invariant: what a reader gets is the text itself, less the characters that XML does not have.

use std::borrow::Cow;

/// UTF-16 units that a cell holds.
pub(super) const MAX_UNITS: usize = 32_767;

/// The text as far as a cell holds it and XML has it.
pub(super) fn kept(text: &str) -> Cow<'_, str> {
    // A text has no more UTF-16 units than bytes.
    let fits = text.len() <= MAX_UNITS;
    // U+FFFE and U+FFFF begin with this byte; whoever else does is looked at twice.
    if fits && text.bytes().all(|byte| byte >= b' ' && byte != 0xEF || matches!(byte, b'\t' | b'\n' | b'\r')) {
        return Cow::Borrowed(text);
    }
    let mut units = 0;
    let fitting = text.chars().filter(|&c| is_xml(c)).take_while(|c| {
        units += c.len_utf16();
        units <= MAX_UNITS
    });
    Cow::Owned(fitting.collect())
}

/// Whether XML 1.0 has this character.
pub(super) const fn is_xml(c: char) -> bool {
    matches!(c, '\t' | '\n' | '\r' | ' '..='\u{FFFD}' | '\u{10000}'..)
}

/// Whether XML readers may take away white space at the ends, unless they are told to leave it.
pub(super) fn has_loose_ends(text: &str) -> bool {
    let is_loose = |byte: Option<&u8>| matches!(byte, Some(b' ' | b'\t' | b'\n' | b'\r'));
    is_loose(text.as_bytes().first()) || is_loose(text.as_bytes().last())
}

/// Appends a cell's text, which was [`kept`].
pub(super) fn push_cell_text(out: &mut Vec<u8>, text: &str) {
    let mut done = 0;
    for (at, byte) in text.bytes().enumerate() {
        let written: &[u8] = match byte {
            b'_' if is_code(&text.as_bytes()[at..]) => b"_x005F_",
            _ => match entity(byte) {
                Some(entity) => entity,
                None => continue,
            },
        };
        out.extend_from_slice(&text.as_bytes()[done..at]);
        out.extend_from_slice(written);
        done = at + 1;
    }
    out.extend_from_slice(&text.as_bytes()[done..]);
}

/// The text as an attribute or element that is no cell.
pub(super) fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars().filter(|&c| is_xml(c)) {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            c => escaped.push(c),
        }
    }
    escaped
}

const fn entity(byte: u8) -> Option<&'static [u8]> {
    match byte {
        b'&' => Some(b"&amp;"),
        b'<' => Some(b"&lt;"),
        b'>' => Some(b"&gt;"),
        b'\r' => Some(b"&#13;"),
        _ => None,
    }
}

/// Whether the text begins like `_x0041_`.
fn is_code(text: &[u8]) -> bool {
    match text {
        [b'_', b'x', digits @ .., _] if digits.len() >= 4 => text[6] == b'_' && digits[..4].iter().all(u8::is_ascii_hexdigit),
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pushed(text: &str) -> String {
        let mut out = Vec::new();
        push_cell_text(&mut out, &kept(text));
        String::from_utf8(out).expect("text in, text out")
    }

    #[test]
    fn markup_is_escaped_and_what_xml_has_not_is_dropped() {
        for (text, expected) in [
            ("plain, \"quoted\", 王伟 🙂", "plain, \"quoted\", 王伟 🙂"),
            ("a<b>&amp;]]>", "a&lt;b&gt;&amp;amp;]]&gt;"),
            ("\0a\u{1}\u{8}b\u{B}\u{1F}\u{FFFE}\u{FFFF}", "ab"),
            ("a\tb\nc\r\nd\u{7F}\u{85}", "a\tb\nc&#13;\nd\u{7F}\u{85}"),
            ("，：\u{FFFD}", "，：\u{FFFD}"),
        ] {
            assert_eq!(pushed(text), expected, "{text:?}");
        }
        assert_eq!(escaped("a\"<\0&>"), "a&quot;&lt;&amp;&gt;");
    }

    #[test]
    fn what_looks_like_a_code_is_none() {
        for (text, expected) in [
            ("_x0041_", "_x005F_x0041_"),
            ("_x0041_x0042_", "_x005F_x0041_x005F_x0042_"),
            ("a_x00zz_", "a_x00zz_"),
            ("_x0041", "_x0041"),
            ("cant_lose_x", "cant_lose_x"),
            ("_x00_", "_x00_"),
            ("_xD83D_", "_x005F_xD83D_"),
        ] {
            assert_eq!(pushed(text), expected, "{text:?}");
        }
    }

    #[test]
    fn a_cell_is_cut_between_characters() {
        assert_eq!(kept(&"a".repeat(40_000)).len(), MAX_UNITS);
        assert_eq!(kept(&"王".repeat(40_000)).chars().count(), MAX_UNITS);
        let smiles = kept(&"🙂".repeat(40_000)).into_owned();
        assert_eq!(smiles.encode_utf16().count(), MAX_UNITS - 1);
        assert_eq!(kept(&"\u{1}".repeat(40_000)), "");
    }

    #[test]
    fn loose_ends() {
        assert!([" a", "a\n", "\ta", "\r"].iter().all(|text| has_loose_ends(text)));
        assert!(["", "a", "a b", "\u{3000}a"].iter().all(|text| !has_loose_ends(text)));
    }
}
