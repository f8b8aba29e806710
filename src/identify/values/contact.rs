//! Whether a text looks like an e-mail address or a phone number.
//!
//! Evidence of what a column holds, not a judgement of one contact: light, and rather strict.

use super::text::trim;

/// Whether this looks like an e-mail address: `name@host.tld`.
#[must_use]
pub fn is_email(text: &str) -> bool {
    let Some((name, host)) = trim(text).split_once('@') else { return false };
    let plain = |part: &str| !part.is_empty() && !part.contains(|c: char| c.is_whitespace() || matches!(c, '@' | ',' | ';' | '<' | '>'));
    let labels = host.split('.').all(|label| !label.is_empty());
    plain(name) && plain(host) && host.contains('.') && labels
}

/// Whether this looks like a phone number: a Chinese mobile (also masked, 138****1234) or landline
/// number, one with a country code, or digits in groups as phones have them.
///
/// A bare run of digits is only a phone number when it is a Chinese mobile number, because order
/// and customer numbers look like all others.
#[must_use]
pub fn is_phone(text: &str) -> bool {
    let text = trim(text);
    let allowed = |b: u8| b.is_ascii_digit() || matches!(b, b'+' | b'-' | b' ' | b'(' | b')' | b'.' | b'*' | b'/' | b'x');
    if text.len() > 24 || !text.bytes().all(allowed) {
        return false;
    }
    let mut digits = [0_u8; 24];
    let mut length = 0;
    for byte in text.bytes().filter(|b| b.is_ascii_digit() || *b == b'*') {
        digits[length] = byte;
        length += 1;
    }
    let digits = &digits[..length];
    if text.starts_with('+') { (7..=15).contains(&length) } else { is_chinese(digits, text) || is_grouped(digits, text) }
}

fn is_chinese(digits: &[u8], text: &str) -> bool {
    let national = digits.strip_prefix(b"0086").or_else(|| digits.strip_prefix(b"86").filter(|rest| rest.len() == 11)).unwrap_or(digits);
    match national {
        [b'1', b'3'..=b'9', ..] => national.len() == 11,
        [b'0', b'1'..=b'9', ..] => (10..=12).contains(&national.len()) && text.contains(['-', ' ', '(']),
        [b'4' | b'8', b'0', b'0', ..] => national.len() == 10,
        _ => false,
    }
}

/// `564-564-5644`, `(564) 564-5644`, `043-123-4003`: three groups of three to eight digits, ten to thirteen in all.
fn is_grouped(digits: &[u8], text: &str) -> bool {
    let mut groups = text.split(|c: char| !c.is_ascii_digit()).map(str::len).filter(|&length| length > 0);
    (10..=13).contains(&digits.len()) && groups.clone().count() == 3 && groups.all(|length| (3..=8).contains(&length))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tells_email_addresses() {
        for (text, expected) in [
            ("luisg@embraer.com.br", true),
            (" 客户@example.cn ", true),
            ("a@b", false),
            ("@host.com", false),
            ("name@.com", false),
            ("two words@host.com", false),
            ("a@b.com, c@d.com", false),
            ("host.com", false),
        ] {
            assert_eq!(is_email(text), expected, "{text}");
        }
    }

    #[test]
    fn tells_phone_numbers() {
        for (text, expected) in [
            ("13800138000", true),
            ("138 0013 8000", true),
            ("138****8000", true),
            ("+86 138-0013-8000", true),
            ("8613800138000", true),
            ("010-65529988", true),
            ("0571-87654321", true),
            ("400-820-8820", true),
            ("+55 (12) 3923-5555", true),
            ("+49 0711 2842222", true),
            ("564-564-5644", true),
            ("(564) 564-5644", true),
            ("043-123-4003", true),
            ("17850", false),
            ("1234567890", false),
            ("2024-03-05", false),
            ("20240305102030", false),
            ("2024-03-05 10", false),
            ("12800138000", false),
            ("1,234", false),
            ("Telephone", false),
            ("", false),
        ] {
            assert_eq!(is_phone(text), expected, "{text}");
        }
    }
}
