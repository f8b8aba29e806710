//! Amounts as people write them → [`Money`].
//!
//! Currency signs and words, 万 and 亿, brackets and trailing minus signs, full-width digits. The
//! currency is only a label: amounts are never converted. Invariants: exact integers throughout;
//! per cent, per piece and `k` are refused, because what they mean is a guess.

use super::Reading;
use super::decimal::{DecimalMark, fixed, has_digits_at_ends, plain, unadorned};
use super::text::{Folded, is_missing, trim};
use crate::base::Money;

/// Reads an amount; the column's decimal mark comes from [`detect_decimal_mark`](super::detect_decimal_mark).
///
/// More than four decimals are rounded half away from zero. Amounts beyond
/// ± [`Money::ROW_LIMIT_UNITS`] are unreadable.
///
/// # Example: what people write
/// ```
/// use customer_tiers::identify::values::{DecimalMark, Reading, parse_money};
/// let read = |text| parse_money(text, DecimalMark::Point).value().map(|money| money.to_string());
/// assert_eq!(read("￥1,234.50元").as_deref(), Some("1234.5"));
/// assert_eq!(read("(1.2万)").as_deref(), Some("-12000"));
/// assert_eq!(read("12%"), None);
/// assert_eq!(parse_money("--", DecimalMark::Point), Reading::Missing);
/// ```
#[must_use]
pub fn parse_money(text: &str, mark: DecimalMark) -> Reading<Money> {
    if mark == DecimalMark::Point
        && let Some(raw) = plain(text.as_bytes())
    {
        return Reading::readable(within_limit(raw));
    }
    let text = trim(text);
    if let Some(raw) = unadorned(text, mark) {
        return Reading::readable(within_limit(raw));
    }
    if is_missing(text) {
        return Reading::Missing;
    }
    Reading::readable(Folded::of(text).and_then(|folded| written(folded.as_str(), mark)).and_then(within_limit))
}

/// The amount of a workbook's number; `None` when not finite or beyond ± [`Money::ROW_LIMIT_UNITS`].
#[must_use]
pub fn money_from_number(units: f64) -> Option<Money> {
    within_limit(Money::from_f64(units)?.raw())
}

/// As an amount, unless it is too large for one row.
pub(super) const fn within_limit(raw: i64) -> Option<Money> {
    if raw.unsigned_abs() > (Money::ROW_LIMIT_UNITS * Money::SCALE).unsigned_abs() { None } else { Some(Money::from_raw(raw)) }
}

/// How currencies are written, with their ISO codes. The frequent first; none stands before a longer one that ends with it.
const CURRENCIES: [(&str, &str); 43] = [
    ("¥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("US$", "USD"),
    ("HK$", "HKD"),
    ("NT$", "TWD"),
    ("R$", "BRL"),
    ("A$", "AUD"),
    ("C$", "CAD"),
    ("S$", "SGD"),
    ("$", "USD"),
    ("美元", "USD"),
    ("美金", "USD"),
    ("欧元", "EUR"),
    ("英镑", "GBP"),
    ("港元", "HKD"),
    ("港币", "HKD"),
    ("日元", "JPY"),
    ("人民币", "CNY"),
    ("元整", "CNY"),
    ("块钱", "CNY"),
    ("元", "CNY"),
    ("块", "CNY"),
    ("圆", "CNY"),
    ("円", "JPY"),
    ("圓", "CNY"),
    ("RMB", "CNY"),
    ("CNY", "CNY"),
    ("USD", "USD"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("HKD", "HKD"),
    ("JPY", "JPY"),
    ("TWD", "TWD"),
    ("SGD", "SGD"),
    ("AUD", "AUD"),
    ("CAD", "CAD"),
    ("KRW", "KRW"),
    ("INR", "INR"),
    ("MYR", "MYR"),
    ("₩", "KRW"),
    ("₹", "INR"),
    ("฿", "THB"),
];

/// Words for powers of ten, longest first.
const POWERS: [(&str, i32); 13] = [
    ("万亿", 12),
    ("百万", 6),
    ("千万", 7),
    ("百萬", 6),
    ("千萬", 7),
    ("万", 4),
    ("萬", 4),
    ("亿", 8),
    ("億", 8),
    ("千", 3),
    ("仟", 3),
    ("百", 2),
    ("佰", 2),
];

/// Takes signs, brackets and currencies off, from the outside in, each at most once per side.
fn written(text: &str, mark: DecimalMark) -> Option<i64> {
    let (mut rest, mut negative, mut before, mut after) = (text, None, false, false);
    loop {
        rest = rest.trim();
        if has_digits_at_ends(rest) {
            break;
        } else if let Some((inner, minus)) = without_sign(rest) {
            if negative.replace(minus).is_some() {
                return None;
            }
            rest = inner;
        } else if !before && let Some(inner) = without_currency_before(rest) {
            (rest, before) = (inner, true);
        } else if !after && let Some(inner) = without_currency_after(rest) {
            (rest, after) = (inner, true);
        } else {
            break;
        }
    }
    let (body, power) = without_power(rest);
    let raw = fixed(body.trim_end(), mark, power)?;
    Some(if negative == Some(true) { -raw } else { raw })
}

/// The text within a sign, and whether the sign makes it negative.
fn without_sign(text: &str) -> Option<(&str, bool)> {
    let bracketed = text.strip_prefix('(').and_then(|inner| inner.strip_suffix(')'));
    bracketed
        .or_else(|| text.strip_prefix('-'))
        .or_else(|| text.strip_suffix('-'))
        .map(|inner| (inner, true))
        .or_else(|| text.strip_prefix('+').map(|inner| (inner, false)))
}

/// The ISO code of the currency that an amount names; none when it names none. `¥` is taken for CNY and a bare `$` for USD.
///
/// # Example
/// ```
/// use customer_tiers::identify::values::currency_of;
/// let found = ["￥1,234.50元", "(20 EUR)", "$5 CAD", "12.5"].map(currency_of);
/// assert_eq!(found, [Some("CNY"), Some("EUR"), Some("CAD"), None]);
/// ```
#[must_use]
pub fn currency_of(text: &str) -> Option<&'static str> {
    let text = trim(text);
    if has_digits_at_ends(text) {
        return None;
    }
    let folded = Folded::of(text)?;
    let bare = folded.as_str().trim_matches(|around: char| around.is_whitespace() || "()+-".contains(around));
    after(bare).or_else(|| before(bare)).map(|(_, code)| code)
}

fn without_currency_before(text: &str) -> Option<&str> {
    before(text).map(|(rest, _)| rest)
}

fn without_currency_after(text: &str) -> Option<&str> {
    after(text).map(|(rest, _)| rest)
}

/// What follows a currency, and its code.
fn before(text: &str) -> Option<(&str, &'static str)> {
    CURRENCIES.iter().find_map(|(currency, code)| {
        let head = text.get(..currency.len())?;
        head.eq_ignore_ascii_case(currency).then(|| (&text[currency.len()..], *code))
    })
}

/// What stands before a currency, and its code.
fn after(text: &str) -> Option<(&str, &'static str)> {
    CURRENCIES.iter().find_map(|(currency, code)| {
        let at = text.len().checked_sub(currency.len())?;
        text.get(at..)?.eq_ignore_ascii_case(currency).then(|| (&text[..at], *code))
    })
}

/// The number in front of 千, 万, 亿, and the power of ten that they stand for.
pub(super) fn without_power(text: &str) -> (&str, i32) {
    let found = POWERS.iter().find_map(|&(word, power)| text.strip_suffix(word).map(|body| (body, power)));
    found.unwrap_or((text, 0))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, mark: DecimalMark) -> Reading<String> {
        match parse_money(text, mark) {
            Reading::Value(money) => Reading::Value(money.to_string()),
            Reading::Missing => Reading::Missing,
            Reading::Unreadable => Reading::Unreadable,
        }
    }

    #[test]
    fn reads_what_people_write() {
        for (name, text, amount) in [
            ("plain", "1234.5", "1234.5"),
            ("blanks around", " 1234.5\t", "1234.5"),
            ("zero", "0.00", "0"),
            ("thousands", "1,234.56", "1234.56"),
            ("no-break space", "1\u{a0}234.56", "1234.56"),
            ("thin space", "1\u{2009}234.56", "1234.56"),
            ("narrow no-break space", "1\u{202f}234,56", "1234.56"),
            ("apostrophe", "1'234.50", "1234.5"),
            ("curly apostrophe", "1’234.50", "1234.5"),
            ("yuan sign", "¥12", "12"),
            ("full-width yuan sign", "￥12.50", "12.5"),
            ("yuan sign and word", "¥1,234.00元", "1234"),
            ("dollar", "$1,234.56", "1234.56"),
            ("US dollar", "US$ 5", "5"),
            ("euro behind", "12,50 €", "12.5"),
            ("pound", "£3", "3"),
            ("code before", "RMB 100", "100"),
            ("code behind", "100 cny", "100"),
            ("block", "35块", "35"),
            ("full", "35圆", "35"),
            ("minus", "-100", "-100"),
            ("minus before the sign", "-¥100", "-100"),
            ("minus behind the sign", "¥-100", "-100"),
            ("trailing minus", "100-", "-100"),
            ("true minus", "−100", "-100"),
            ("full-width minus", "－１００", "-100"),
            ("brackets", "(100)", "-100"),
            ("brackets and currency", "($1,234.50)", "-1234.5"),
            ("full-width brackets", "（100）", "-100"),
            ("plus", "+5.5", "5.5"),
            ("ten thousands", "1.2万", "12000"),
            ("ten thousands of yuan", "1.2万元", "12000"),
            ("hundred millions", "3亿", "300000000"),
            ("thousands word", "2千", "2000"),
            ("full-width digits", "１，２３４．５", "1234.5"),
            ("exponent", "1e3", "1000"),
            ("signed exponent", "1.23E+5", "123000"),
            ("float noise", "125.43999999999998", "125.44"),
            ("float noise below zero", "-60.70400000000001", "-60.704"),
            ("row limit", "100000000000", "100000000000"),
        ] {
            assert_eq!(read(text, DecimalMark::Point), Reading::Value(amount.to_owned()), "{name}: {text}");
        }
    }

    #[test]
    fn reads_decimal_commas() {
        for (name, text, amount) in [
            ("decimals", "261,96", "261.96"),
            ("thousands", "1.234,56", "1234.56"),
            ("thousands without decimals", "1.234", "1234"),
            ("three decimals", "1,234", "1.234"),
            ("whole", "1234", "1234"),
            ("negative", "-1.234,5", "-1234.5"),
            ("four decimals", "41,9136", "41.9136"),
        ] {
            assert_eq!(read(text, DecimalMark::Comma), Reading::Value(amount.to_owned()), "{name}: {text}");
        }
    }

    #[test]
    fn refuses_what_is_no_amount() {
        for (name, text) in [
            ("per cent", "12%"),
            ("per piece", "12.50元/件"),
            ("k", "1.5k"),
            ("text", "Sporting Goods"),
            ("day", "2024-03-05"),
            ("address", "127.0.0.1"),
            ("two signs", "--5"),
            ("bracket and sign", "(-5)"),
            ("open bracket", "(5"),
            ("two currencies", "¥¥5"),
            ("beyond the row limit", "100000000000.01"),
            ("far beyond", "99999999999999999999999999"),
            ("beyond the row limit by word", "100万亿"),
            ("split number", "12 34"),
            ("only a currency", "¥"),
            ("range", "$60K - $80K"),
            ("truth value", "True"),
        ] {
            assert_eq!(read(text, DecimalMark::Point), Reading::Unreadable, "{name}: {text}");
        }
        for text in ["", " ", "-", "--", "—", "N/A", "#N/A", "null", "NaN", "无", "\u{3000}"] {
            assert_eq!(read(text, DecimalMark::Point), Reading::Missing, "{text:?}");
        }
    }

    #[test]
    fn numbers_of_workbooks_have_the_same_limit() {
        for (units, amount) in
            [(261.96, Some("261.96")), (-0.1 - 0.2, Some("-0.3")), (1e11, Some("100000000000")), (1.1e11, None), (f64::NAN, None)]
        {
            assert_eq!(money_from_number(units).map(|money| money.to_string()).as_deref(), amount, "{units}");
        }
    }

    fn grouped(digits: &str, sign: char) -> String {
        let mut text = String::new();
        for (index, digit) in digits.chars().enumerate() {
            if index > 0 && (digits.len() - index).is_multiple_of(3) {
                text.push(sign);
            }
            text.push(digit);
        }
        text
    }

    proptest! {
        #[test]
        fn every_written_form_reads_back(raw in -1_000_000_000_000_000_i64..=1_000_000_000_000_000) {
            let money = Money::from_raw(raw);
            let (units, decimals) = (raw.unsigned_abs() / 10_000, format!("{:04}", raw.unsigned_abs() % 10_000));
            let sign = if raw < 0 { "-" } else { "" };
            let (points, commas) = (grouped(&units.to_string(), '.'), grouped(&units.to_string(), ','));
            for (text, mark) in [
                (money.to_string(), DecimalMark::Point),
                (format!("{sign}{commas}.{decimals}"), DecimalMark::Point),
                (format!("{sign}¥{commas}.{decimals}元"), DecimalMark::Point),
                (format!("{sign}{points},{decimals}"), DecimalMark::Comma),
                (format!("{units}.{decimals} {sign}"), DecimalMark::Point),
                (format!("{sign}{raw}e-4", raw = raw.unsigned_abs()), DecimalMark::Point),
            ] {
                prop_assert_eq!(parse_money(&text, mark), Reading::Value(money), "{}", text);
            }
        }

        #[test]
        fn no_text_makes_it_panic(text in ".{0,40}") {
            let _ = (parse_money(&text, DecimalMark::Point), parse_money(&text, DecimalMark::Comma));
        }
    }
}
