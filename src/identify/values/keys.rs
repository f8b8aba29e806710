//! Phones, e-mail addresses and names in the form in which two of them are compared.
//!
//! Rows of other tables find their customer by these keys, and duplicates are found by them. Invariants: a key is
//! made of one value alone; the key of a key is itself; what identifies nobody (masked, too short, a word for
//! nothing) has no key.

use super::contact::is_email;
use super::identifier::is_placeholder;
use super::text::{is_invisible, is_missing, trim};
use unicode_normalization::UnicodeNormalization;

/// A phone number as digits: width, blanks, signs, extension and the country codes 86 and 1 are gone.
///
/// None when it is masked, has letters, is shorter than 7 or longer than 15 digits, or repeats one digit.
///
/// # Example: one phone in four forms
/// ```
/// use customer_tiers::identify::values::keys::phone_key;
/// for text in ["13800138000", "+86 138-0013-8000", "１３８００１３８０００", "13800138000.0"] {
///     assert_eq!(phone_key(text).as_deref(), Some("13800138000"));
/// }
/// assert_eq!(phone_key("138****8000"), None);
/// ```
#[must_use]
pub fn phone_key(text: &str) -> Option<String> {
    let folded: String = trim(text).nfkc().filter(|&c| !is_invisible(c)).flat_map(char::to_lowercase).collect();
    let number = without_extension(folded.strip_suffix(".0").unwrap_or(&folded));
    if number.chars().any(|c| c.is_alphabetic() || c == '*') {
        return None;
    }
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    let is_international = number.trim_start().starts_with(['+', '(']) && number.contains('+');
    let key = national(&digits, is_international, number);
    let is_one_digit = key.bytes().all(|b| key.as_bytes().first() == Some(&b));
    ((7..=15).contains(&key.len()) && !is_one_digit).then_some(key)
}

/// The number in front of `转 801`, `ext. 12`, `x12`, `#3`.
fn without_extension(number: &str) -> &str {
    const MARKS: [&str; 6] = ["转", "轉", "分机", "ext", "x", "#"];
    let end = MARKS.iter().filter_map(|mark| number.find(mark)).min();
    end.map_or(number, |end| &number[..end])
}

/// Digits without the country code; Chinese landlines with the 0 of their area.
fn national(digits: &str, is_international: bool, written: &str) -> String {
    let coded = digits.strip_prefix("00").or(is_international.then_some(digits));
    let chinese = coded.and_then(|coded| coded.strip_prefix("86"));
    let mobile = digits.strip_prefix("86").filter(|rest| is_chinese_mobile(rest));
    if let Some(rest) = chinese.or(mobile) {
        let is_whole = is_chinese_mobile(rest) || rest.starts_with(['0', '4']) || rest.starts_with("800");
        return if is_whole { rest.to_owned() } else { format!("0{rest}") };
    }
    let american = |rest: &&str| rest.len() == 10 && rest.starts_with(|c: char| ('2'..='9').contains(&c));
    let grouped = written.split(|c: char| !c.is_ascii_digit()).find(|group| !group.is_empty()) == Some("1");
    if let Some(rest) = coded.or(grouped.then_some(digits)).and_then(|coded| coded.strip_prefix('1')).filter(american) {
        return rest.to_owned();
    }
    coded.unwrap_or(digits).to_owned()
}

fn is_chinese_mobile(digits: &str) -> bool {
    matches!(digits.as_bytes(), [b'1', b'3'..=b'9', ..]) && digits.len() == 11
}

/// An e-mail address in lower case, without blanks, `mailto:` and angle brackets; none when it is no address.
///
/// # Example: as a mail program copies it
/// ```
/// use customer_tiers::identify::values::keys::email_key;
/// assert_eq!(email_key(" <Ann.Lee@Example.COM> ").as_deref(), Some("ann.lee@example.com"));
/// assert_eq!(email_key("none"), None);
/// ```
#[must_use]
pub fn email_key(text: &str) -> Option<String> {
    let folded: String = text.nfkc().filter(|&c| !is_invisible(c) && !c.is_whitespace()).flat_map(char::to_lowercase).collect();
    let plain = folded.trim_start_matches(['<', '"']).trim_end_matches(['>', '"', ';', ',']);
    let address = plain.strip_prefix("mailto:").unwrap_or(plain);
    is_email(address).then(|| address.to_owned())
}

/// A name without case, width, blanks, signs and the legal form of a company; none when it names nobody.
///
/// # Example: one company in three forms
/// ```
/// use customer_tiers::identify::values::keys::name_key;
/// assert_eq!(name_key("北京蓝天科技有限公司"), name_key(" 北京蓝天科技（有限公司）"));
/// assert_eq!(name_key("ACME Trading Co., Ltd.").as_deref(), Some("acmetrading"));
/// assert_eq!(name_key("散客"), None);
/// ```
#[must_use]
pub fn name_key(text: &str) -> Option<String> {
    let text = trim(text);
    if is_missing(text) || is_placeholder(text, &[]) {
        return None;
    }
    // A point is no gap: S.A. is SA.
    let folded: String = text.nfkc().filter(|&c| !is_invisible(c) && c != '.').flat_map(char::to_lowercase).collect();
    let mut words: Vec<&str> = folded.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    while words.len() > 1 && words.last().is_some_and(|word| LEGAL_FORMS.binary_search(word).is_ok()) {
        words.pop();
    }
    let joined = words.concat();
    let mut key = joined.as_str();
    while let Some(rest) = CHINESE_LEGAL_FORMS.iter().find_map(|form| key.strip_suffix(form)).filter(|rest| !rest.is_empty()) {
        key = rest;
    }
    // "0+" is as little a name as "0".
    (!key.is_empty() && !is_missing(key) && !is_placeholder(key, &[])).then(|| key.to_owned())
}

/// Legal forms as words at the end of a name, in byte order.
pub(in crate::identify) const LEGAL_FORMS: [&str; 32] = [
    "ab",
    "ag",
    "as",
    "bhd",
    "bv",
    "co",
    "coltd",
    "company",
    "corp",
    "corporation",
    "gmbh",
    "group",
    "holding",
    "holdings",
    "inc",
    "incorporated",
    "kg",
    "limited",
    "llc",
    "llp",
    "ltd",
    "ltda",
    "nv",
    "oy",
    "plc",
    "pte",
    "pty",
    "sa",
    "sarl",
    "sdn",
    "spa",
    "srl",
];

/// The same in Chinese (both scripts), Japanese and Korean, each before those that it ends with.
pub(in crate::identify) const CHINESE_LEGAL_FORMS: [&str; 22] = [
    "股份有限责任公司",
    "股份有限責任公司",
    "集团有限公司",
    "集團有限公司",
    "股份有限公司",
    "有限责任公司",
    "有限責任公司",
    "股份公司",
    "有限公司",
    "责任公司",
    "責任公司",
    "集团公司",
    "集團公司",
    "株式会社",
    "株式會社",
    "有限会社",
    "有限會社",
    "주식회사",
    "公司",
    "集团",
    "集團",
    "股份",
];

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn phones_that_are_one_phone_have_one_key() {
        for (text, key) in [
            ("13800138000", Some("13800138000")),
            ("138 0013 8000", Some("13800138000")),
            ("８６-13800138000", Some("13800138000")),
            ("0086 138 0013 8000", Some("13800138000")),
            ("(+86)13800138000", Some("13800138000")),
            ("010-65529988", Some("01065529988")),
            ("+86 10 6552 9988", Some("01065529988")),
            ("010-65529988转801", Some("01065529988")),
            ("0571-87654321 ext. 12", Some("057187654321")),
            ("+86 400-820-8820", Some("4008208820")),
            ("400-820-8820", Some("4008208820")),
            ("+1 (564) 564-5644", Some("5645645644")),
            ("1-564-564-5644", Some("5645645644")),
            ("(564) 564-5644", Some("5645645644")),
            ("15645645644", Some("15645645644")),
            ("+49 711 2842222", Some("497112842222")),
            ("138****8000", None),
            ("Telephone", None),
            ("123", None),
            ("00000000", None),
            ("11111111111", None),
            ("1.38E+10", None),
            ("", None),
        ] {
            assert_eq!(phone_key(text).as_deref(), key, "{text}");
        }
    }

    #[test]
    fn addresses_that_are_one_address_have_one_key() {
        for (text, key) in [
            ("Ann@Example.com", Some("ann@example.com")),
            ("ann＠example.com", Some("ann@example.com")),
            ("mailto:ann@example.com", Some("ann@example.com")),
            ("<ann@example.com>;", Some("ann@example.com")),
            ("ann @ example.com", Some("ann@example.com")),
            ("ann@example", None),
            ("无", None),
        ] {
            assert_eq!(email_key(text).as_deref(), key, "{text}");
        }
    }

    #[test]
    fn names_that_are_one_name_have_one_key() {
        for (text, key) in [
            ("Ann Lee", Some("annlee")),
            ("ANN  LEE", Some("annlee")),
            ("张 三", Some("张三")),
            ("Ａｃｍｅ", Some("acme")),
            ("北京蓝天科技有限公司", Some("北京蓝天科技")),
            ("北京蓝天科技股份有限公司", Some("北京蓝天科技")),
            ("北京蓝天科技集团有限公司", Some("北京蓝天科技")),
            ("北京蓝天科技 有限责任公司", Some("北京蓝天科技")),
            ("有限公司", Some("有限公司")),
            ("Acme Inc.", Some("acme")),
            ("ACME, LLC", Some("acme")),
            ("Acme GmbH & Co. KG", Some("acme")),
            ("Acme Trading Co.,Ltd", Some("acmetrading")),
            ("Inc", Some("inc")),
            ("Coca-Cola", Some("cocacola")),
            ("散客", None),
            ("散客有限公司", None),
            ("0+", None),
            ("guest", None),
            ("N/A", None),
            ("——", None),
            ("", None),
        ] {
            assert_eq!(name_key(text).as_deref(), key, "{text}");
        }
        assert!(LEGAL_FORMS.is_sorted());
    }

    proptest! {
        #[test]
        fn the_key_of_a_key_is_itself(text in "[ +0-9a-zA-Z@.,张三有限公司集团（）-]{0,16}") {
            for key_of in [phone_key, email_key, name_key] {
                if let Some(key) = key_of(&text) {
                    prop_assert_eq!(key_of(&key), Some(key.clone()), "{}", text);
                }
            }
        }
    }
}
