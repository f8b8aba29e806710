//! Texts as they are compared: what people write in different ways becomes one form.
//!
//! "Müller, Anna" and "ANNA MULLER", 臺灣電腦股份有限公司 and 台湾电脑有限公司, +86 138-0013-8000 and
//! 13800138000 are the same to whoever reads them. The forms are for comparison only and are never shown.
//! Invariant: a form of a form is that form again.

use super::traditional::simplified;
use crate::identify::values::keys::{CHINESE_LEGAL_FORMS, LEGAL_FORMS, email_key};
use crate::identify::values::text::{fold_width, is_invisible, is_missing, trim};
use unicode_normalization::UnicodeNormalization;

/// A text in lower case, plain width, simplified characters and without accents and punctuation; words are set apart by
/// one space. Empty when nothing is there, or a word for nothing.
pub(super) fn plain(text: &str) -> String {
    let text = trim(text);
    if is_missing(text) {
        return String::new();
    }
    let mut plain = String::with_capacity(text.len());
    for c in text.nfkd().filter(|&c| !is_invisible(c)).map(fold_width).map(simplified).flat_map(char::to_lowercase) {
        if c.is_alphanumeric() {
            plain.push(c);
        } else if !matches!(c, '\'' | '’' | '\u{300}'..='\u{36f}') && !plain.is_empty() && !plain.ends_with(' ') {
            // Marks over letters and apostrophes go, everything else parts words.
            plain.push(' ');
        }
    }
    plain.truncate(plain.trim_end().len());
    plain
}

/// The words of a plain text in byte order, each once: the fingerprint of key collision, as in `OpenRefine`.
pub(super) fn fingerprint(plain: &str) -> String {
    let mut words: Vec<&str> = plain.split(' ').collect();
    words.sort_unstable();
    words.dedup();
    words.join(" ")
}

/// A plain text without the form of a company: 上海某某贸易有限公司 → 上海某某贸易, `acme co ltd` → `acme`.
pub(super) fn without_company_form(plain: &str) -> &str {
    let mut text = plain;
    loop {
        let ending = CHINESE_LEGAL_FORMS.iter().find_map(|form| text.strip_suffix(form).filter(|rest| rest.chars().count() >= 2));
        let last_word = text.rsplit_once(' ').filter(|(_, word)| LEGAL_FORMS.binary_search(word).is_ok()).map(|(rest, _)| rest);
        match ending.or(last_word) {
            Some(rest) => text = rest.trim_end(),
            None => return text,
        }
    }
}

/// An e-mail address without what a `+` adds to its name; empty when it is none.
pub(super) fn email(text: &str) -> String {
    let Some(key) = email_key(text) else { return String::new() };
    let Some((name, host)) = key.split_once('@') else { return key };
    let name = name.split('+').next().filter(|name| !name.is_empty()).unwrap_or(name);
    format!("{name}@{host}")
}

/// Whether an address is that of an office, not of a person: info@, sales@ …
pub(super) fn is_shared_email(email: &str) -> bool {
    const OFFICES: [&str; 18] = [
        "accounts",
        "admin",
        "billing",
        "contact",
        "enquiries",
        "finance",
        "hello",
        "hr",
        "info",
        "kontakt",
        "mail",
        "marketing",
        "no-reply",
        "noreply",
        "office",
        "sales",
        "service",
        "support",
    ];
    email.split_once('@').is_some_and(|(name, _)| OFFICES.binary_search(&name).is_ok())
}

/// A day of birth as eight digits, year first, else its plain form. Where day and month can be exchanged the month is
/// taken to come first; comparing looks at both.
pub(super) fn birthday(text: &str) -> String {
    let mut parser = crate::identify::values::DayParser::new(None);
    match parser.parse(text).value() {
        Some(read) => {
            let (year, month, day) = read.day.ymd();
            format!("{year:04}{month:02}{day:02}")
        }
        None => plain(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn one_form_for_what_is_written_in_many_ways() {
        for (text, expected) in [
            ("  Müller,  ANNA ", "muller anna"),
            ("O’Brien", "obrien"),
            ("ＡＢＣ　Ｌｔｄ．", "abc ltd"),
            ("臺灣電腦", "台湾电脑"),
            ("N/A", ""),
            ("—", ""),
            ("12-B", "12 b"),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }

    #[test]
    fn forms_of_companies_say_nothing() {
        for (text, expected) in [
            ("上海某某贸易有限公司", "上海某某贸易"),
            ("华星集团股份有限公司", "华星"),
            ("acme co ltd", "acme"),
            ("ltd", "ltd"),
            ("公司", "公司"),
            ("basf spa", "basf"),
        ] {
            assert_eq!(without_company_form(text), expected, "{text}");
        }
    }

    #[test]
    fn addresses_have_one_key() {
        for (text, expected) in [
            (" Ann.Lee+shop@Example.COM ", "ann.lee@example.com"),
            ("ann at example", ""),
            ("+@a.de", "+@a.de"),
            ("客户@例子.cn", "客户@例子.cn"),
        ] {
            assert_eq!(email(text), expected, "{text}");
        }
        assert!(is_shared_email("info@a.de") && !is_shared_email("ann@a.de"));
    }

    #[test]
    fn birthdays_have_one_form_when_they_can_be_told() {
        for (text, expected) in
            [("1990-03-25", "19900325"), ("19900325", "19900325"), ("25/03/1990", "19900325"), ("1990年3月25日", "19900325")]
        {
            assert_eq!(birthday(text), expected, "{text}");
        }
        assert_eq!(birthday("19729518"), "19729518", "a typo stays, to be compared");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(1000))]

        #[test]
        fn a_form_of_a_form_is_that_form(text in "[ -~À-ÿ一-鿿Ａ-Ｚ\u{3000}，。]{0,24}") {
            let once = plain(&text);
            prop_assert_eq!(plain(&once), once.clone());
            let fingerprinted = fingerprint(&once);
            prop_assert_eq!(fingerprint(&fingerprinted), fingerprinted.clone());
            let bare = without_company_form(&once);
            prop_assert_eq!(without_company_form(bare), bare);
            let key = email(&text);
            prop_assert_eq!(email(&key), key.clone());
        }
    }
}
