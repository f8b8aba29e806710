//! Characters that a page writes by name or number: `&nbsp;`, `&#165;`, `&#xA5;`.
//!
//! The names of Latin letters and of the signs that stand in tables are known; a name that is not stays as
//! it is written, as in a browser. Invariant: text without `&` is not copied.

use std::borrow::Cow;

/// Names of U+00A0 to U+00FF, in order.
const LATIN: &str = "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

const OTHERS: [(&str, char); 22] = [
    ("amp", '&'),
    ("lt", '<'),
    ("gt", '>'),
    ("quot", '"'),
    ("apos", '\''),
    ("euro", '€'),
    ("hellip", '…'),
    ("mdash", '—'),
    ("ndash", '–'),
    ("lsquo", '‘'),
    ("rsquo", '’'),
    ("ldquo", '“'),
    ("rdquo", '”'),
    ("bull", '•'),
    ("trade", '™'),
    ("ensp", '\u{2002}'),
    ("emsp", '\u{2003}'),
    ("thinsp", '\u{2009}'),
    ("zwnj", '\u{200C}'),
    ("minus", '\u{2212}'),
    ("OElig", 'Œ'),
    ("oelig", 'œ'),
];

/// The text with its characters in place of their names.
pub(super) fn decode(text: &str) -> Cow<'_, str> {
    let Some((before, mut rest)) = text.split_once('&') else { return Cow::Borrowed(text) };
    let mut decoded = before.to_owned();
    loop {
        let (letter, behind) = entity(rest).map_or(('&', rest), |(letter, length)| (letter, &rest[length..]));
        decoded.push(letter);
        let Some((plain, next)) = behind.split_once('&') else {
            decoded.push_str(behind);
            return Cow::Owned(decoded);
        };
        decoded.push_str(plain);
        rest = next;
    }
}

/// The character whose name stands at the beginning of `text`, and how long the name is with its semicolon.
fn entity(text: &str) -> Option<(char, usize)> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '#';
    let end = text.find(|letter| !is_part(letter)).unwrap_or(text.len());
    let name = &text[..end];
    let is_closed = text[end..].starts_with(';');
    let letter = match name.strip_prefix('#') {
        Some(number) => by_number(number)?,
        None => by_name(name).filter(|_| is_closed || matches!(name, "nbsp" | "amp" | "lt" | "gt" | "quot"))?,
    };
    Some((letter, end + usize::from(is_closed)))
}

fn by_number(text: &str) -> Option<char> {
    let number = match text.strip_prefix(['x', 'X']) {
        Some(digits) => u32::from_str_radix(digits, 16).ok()?,
        None => text.parse().ok()?,
    };
    char::from_u32(number).filter(|letter| *letter != '\0')
}

fn by_name(name: &str) -> Option<char> {
    let other = OTHERS.iter().find(|(other, _)| *other == name).map(|(_, letter)| *letter);
    other.or_else(|| ('\u{A0}'..='\u{FF}').zip(LATIN.split(' ')).find(|(_, latin)| *latin == name).map(|(letter, _)| letter))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn entities() {
        assert_eq!(LATIN.split(' ').count(), 96);
        for (text, expected) in [
            ("plain", "plain"),
            ("a &amp; b &lt;c&gt;", "a & b <c>"),
            ("1&nbsp;000&euro;", "1\u{A0}000€"),
            ("&yen;5 &#165;5 &#xA5;5", "¥5 ¥5 ¥5"),
            ("M&uuml;ller &Auml;", "Müller Ä"),
            ("a&b &unknown; &", "a&b &unknown; &"),
            ("&nbsp&amp;", "\u{A0}&"),
            ("&#0;&#xD800;&#99999999999;", "&#0;&#xD800;&#99999999999;"),
        ] {
            assert_eq!(decode(text), expected, "{text}");
        }
    }
}
