//! Trimming, width folding and words for "nothing", shared by all parsers.
//!
//! Full-width digits, ideographic spaces and invisible characters come with every Chinese export
//! and with every copy from a web page. Invariant: nothing here allocates.

/// Text without blanks and invisible characters at its ends.
pub(in crate::identify) fn trim(text: &str) -> &str {
    match text.as_bytes() {
        // Nearly every cell: nothing to trim, and no character to decode.
        [only] if only.is_ascii_graphic() => text,
        [first, .., last] if first.is_ascii_graphic() && last.is_ascii_graphic() => text,
        _ => text.trim_matches(|c: char| c.is_whitespace() || c.is_control() || is_invisible(c)),
    }
}

/// Characters that take no place: zero-width spaces and joiners, byte-order marks, direction marks.
pub(in crate::identify) const fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
}

/// The ASCII character that a full-width one stands for (Ａ → A), any blank as a space, all others as they are.
pub(in crate::identify) fn fold_width(c: char) -> char {
    match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        _ if c.is_whitespace() => ' ',
        _ => c,
    }
}

/// As [`fold_width`], and the many dashes, quotes and currency signs of numbers as their plain forms.
fn fold_number_sign(c: char) -> char {
    match fold_width(c) {
        '\u{2010}'..='\u{2015}' | '\u{2212}' => '-',
        '\u{2019}' | '\u{2bc}' => '\'',
        '\u{ffe5}' => '¥',
        '\u{ffe1}' => '£',
        other => other,
    }
}

/// A short text, width-folded, on the stack.
pub(super) struct Folded {
    bytes: [u8; Self::CAPACITY],
    length: usize,
}

impl Folded {
    const CAPACITY: usize = 80;

    /// Folds a text; `None` when it is longer than any day or number is.
    pub(super) fn of(text: &str) -> Option<Self> {
        let mut folded = Self { bytes: [0; Self::CAPACITY], length: 0 };
        for c in text.chars().filter(|&c| !is_invisible(c)) {
            let c = fold_number_sign(c);
            let place = folded.bytes.get_mut(folded.length..folded.length + c.len_utf8())?;
            folded.length += c.encode_utf8(place).len();
        }
        Some(folded)
    }

    pub(super) fn as_str(&self) -> &str {
        std::str::from_utf8(&self.bytes[..self.length]).unwrap_or_default().trim()
    }
}

/// Whether a trimmed text is a word for "nothing here".
pub(in crate::identify) fn is_missing(text: &str) -> bool {
    const WORDS: [&str; 12] = ["n/a", "na", "#n/a", "null", "(null)", "none", "nan", "nat", "nil", "\\n", "n.a.", "<na>"];
    const SIGNS: [&str; 8] = ["无", "空", "暂无", "未知", "/", "\\", "?", "？"];
    if text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return false;
    }
    text.is_empty()
        || text.chars().all(|c| fold_number_sign(c) == '-')
        || WORDS.iter().any(|word| text.eq_ignore_ascii_case(word))
        || SIGNS.contains(&text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn trims_blanks_and_what_cannot_be_seen() {
        for (name, text, trimmed) in [
            ("nothing to do", "a b", "a b"),
            ("one character", "a", "a"),
            ("spaces and tabs", " \ta ", "a"),
            ("ideographic space", "\u{3000}客户\u{3000}", "客户"),
            ("byte-order mark", "\u{feff}客户", "客户"),
            ("no-break space", "\u{a0}17\u{a0}", "17"),
            ("only blanks", " \u{3000}\u{200b}", ""),
        ] {
            assert_eq!(trim(text), trimmed, "{name}");
        }
    }

    #[test]
    fn knows_words_for_nothing() {
        for text in ["", "-", "--", "—", "——", "N/A", "#N/A", "NULL", "NaN", "无", "/"] {
            assert!(is_missing(text), "{text}");
        }
        for text in ["0", "-1", "Nana", "无锡", "n", "2024-03-05"] {
            assert!(!is_missing(text), "{text}");
        }
    }

    #[test]
    fn folds_what_fits() {
        assert_eq!(Folded::of("２０２４／３／５").as_ref().map(Folded::as_str), Some("2024/3/5"));
        assert_eq!(Folded::of("￥－１，２３４\u{2009}").as_ref().map(Folded::as_str), Some("¥-1,234"));
        assert!(Folded::of(&"客".repeat(40)).is_none());
    }
}
