//! Identifiers, kept as text.
//!
//! Customer and order numbers are names made of digits: leading zeros count, and a float would
//! lose the last digits of eighteen. Invariants: what is not damaged stays as it is; what a
//! spreadsheet did to a number is undone where that is certain and flagged where it is not.

use super::text::{fold_width, is_invisible, trim};

/// An identifier as it was read. Empty when nothing is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct IdRead<'a> {
    /// The identifier.
    pub text: &'a str,
    /// What was done or noticed.
    pub change: IdChange,
}

/// What was done to an identifier, or noticed about it; the most serious when it is several things.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum IdChange {
    /// Nothing but trimming and taking out characters that cannot be seen.
    None,
    /// Full-width characters made plain: Ａ００１ → A001.
    WidthFolded,
    /// The decimals of a whole number taken off: 17850.0 → 17850.
    DecimalRemoved,
    /// Left as it is, but a spreadsheet has lost its last digits: 1.23E+17.
    PrecisionLost,
}

/// Cleans an identifier. `buffer` is only written when something has to be changed.
///
/// Blanks and invisible characters at the ends go; inside, invisible characters go and any other
/// blank becomes a space. Digits beyond the 15th are lost in spreadsheets, so `1.23E+17` and
/// eighteen digits or more that end in zeros from the 16th on are flagged.
///
/// # Example: only damage is repaired
/// ```
/// use customer_tiers::identify::values::{IdChange, clean_id};
/// let mut buffer = String::new();
/// assert_eq!(clean_id(" 000123 ", &mut buffer).text, "000123");
/// assert_eq!(clean_id("17850.0", &mut buffer).text, "17850");
/// assert_eq!(clean_id("1.23E+17", &mut buffer).change, IdChange::PrecisionLost);
/// ```
pub fn clean_id<'a>(text: &'a str, buffer: &'a mut String) -> IdRead<'a> {
    let text = trim(text);
    if text.is_ascii() {
        return undamaged(text, IdChange::None);
    }
    buffer.clear();
    buffer.extend(text.chars().filter(|&c| !is_invisible(c)).map(fold_width));
    if buffer == text {
        return undamaged(text, IdChange::None);
    }
    let folded = text.chars().any(|c| matches!(c, '\u{ff01}'..='\u{ff5e}'));
    undamaged(trim(buffer), if folded { IdChange::WidthFolded } else { IdChange::None })
}

/// Undoes what number formats do to digits.
fn undamaged(text: &str, change: IdChange) -> IdRead<'_> {
    if !text.as_bytes().first().is_some_and(u8::is_ascii_digit) {
        return IdRead { text, change };
    }
    if is_scientific(text) || is_rounded(text) {
        return IdRead { text, change: IdChange::PrecisionLost };
    }
    match whole_part(text) {
        Some(whole) if is_rounded(whole) => IdRead { text: whole, change: IdChange::PrecisionLost },
        Some(whole) => IdRead { text: whole, change: IdChange::DecimalRemoved },
        None => IdRead { text, change },
    }
}

/// `17850` of `17850.0`; only what a number would be written as, so not of `007.0`.
fn whole_part(text: &str) -> Option<&str> {
    let (whole, decimals) = text.split_once('.')?;
    let zeros = !decimals.is_empty() && decimals.bytes().all(|b| b == b'0');
    let number = whole.bytes().all(|b| b.is_ascii_digit()) && (whole == "0" || !whole.starts_with('0'));
    (zeros && number).then_some(whole)
}

/// `1.23E+17`: one digit, decimals, and an exponent with its sign, as spreadsheets write it.
fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['E', 'e']) else { return false };
    let digits =
        |part: &str, lengths: std::ops::RangeInclusive<usize>| lengths.contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
    let (whole, decimals) = mantissa.split_once('.').unwrap_or((mantissa, "0"));
    digits(whole, 1..=1) && digits(decimals, 1..=20) && exponent.strip_prefix('+').is_some_and(|power| digits(power, 2..=3))
}

/// At least eighteen digits, of which a spreadsheet has kept fifteen.
fn is_rounded(text: &str) -> bool {
    let bytes = text.as_bytes();
    bytes.len() >= 18 && bytes[..15].iter().all(u8::is_ascii_digit) && bytes[15..].iter().all(|&b| b == b'0')
}

/// The identifier that a workbook holds as a number.
///
/// Whole numbers become digits; from 10^15 on their last digits may be lost, and that is flagged.
/// Other numbers are written as short as possible; what is not finite is empty.
pub fn id_from_number(number: f64, buffer: &mut String) -> IdRead<'_> {
    use std::fmt::Write as _;
    buffer.clear();
    let written = if number.is_finite() { write!(buffer, "{}", number + 0.0) } else { Ok(()) };
    debug_assert!(written.is_ok(), "writing to a string cannot fail");
    let change = if number.is_finite() && number.abs() >= 1e15 { IdChange::PrecisionLost } else { IdChange::None };
    IdRead { text: buffer, change }
}

/// Words that stand for nobody, without blanks, hyphens, underscores and points, in byte order.
const NOBODY: [&str; 69] = [
    "#n/a",
    "#null!",
    "#value!",
    "(blank)",
    "(null)",
    "<na>",
    "anon",
    "anonymous",
    "anonymousbuyer",
    "anonymouscustomer",
    "anonymoususer",
    "cash",
    "cashcustomer",
    "cashsale",
    "cashsales",
    "guest",
    "guestcheckout",
    "guestcustomer",
    "guestuser",
    "n/a",
    "na",
    "nan",
    "nil",
    "noname",
    "none",
    "notavailable",
    "notprovided",
    "null",
    "onetimecustomer",
    "retailcustomer",
    "undefined",
    "unidentified",
    "unknown",
    "unknowncustomer",
    "unregistered",
    "walkin",
    "walkincustomer",
    "walkins",
    "临时客户",
    "临时顾客",
    "停用",
    "匿名",
    "匿名买家",
    "匿名会员",
    "匿名客户",
    "匿名用户",
    "匿名顾客",
    "散客",
    "散客户",
    "无",
    "无会员",
    "无名",
    "暂无",
    "未注册",
    "未登录",
    "未知",
    "未知客户",
    "未知用户",
    "游客",
    "现金",
    "现金客户",
    "现金销售",
    "空",
    "过客",
    "零售",
    "零售客户",
    "零散",
    "零散客户",
    "非会员",
];

/// Whether an identifier stands for nobody: only zeros or hyphens, a word such as 散客 or guest, or one of `extra`.
///
/// Case, blanks, hyphens, underscores and points do not matter. An empty identifier is not a
/// placeholder but blank.
///
/// # Example: leading zeros are no placeholder
/// ```
/// use customer_tiers::identify::values::is_placeholder;
/// assert!(is_placeholder("Walk-In Customer", &[]) && is_placeholder("散客", &[]) && is_placeholder("00", &[]));
/// assert!(!is_placeholder("000123", &[]));
/// assert!(is_placeholder("门店", &["门店".to_owned()]));
/// ```
#[must_use]
pub fn is_placeholder(id: &str, extra: &[String]) -> bool {
    let id = trim(id);
    if id.is_empty() {
        return false;
    }
    if id.bytes().all(|b| b == b'0') || id.chars().all(|c| matches!(c, '-' | '－' | '—' | '–' | '/' | '?' | '？' | '*' | '.')) || id == "-1"
    {
        return true;
    }
    // No such word has a digit, nearly every identifier has.
    let may_be_word = !id.bytes().any(|b| b.is_ascii_digit());
    (may_be_word && is_word_for_nobody(id)) || extra.iter().any(|word| same_word(word, id))
}

fn is_word_for_nobody(id: &str) -> bool {
    let mut plain = [0_u8; 24];
    let mut length = 0;
    for c in plain_chars(id) {
        let Some(place) = plain.get_mut(length..length + c.len_utf8()) else { return false };
        length += c.encode_utf8(place).len();
    }
    let plain = &plain[..length];
    NOBODY.binary_search_by(|word| word.as_bytes().cmp(plain)).is_ok()
}

fn same_word(word: &str, id: &str) -> bool {
    plain_chars(trim(word)).eq(plain_chars(id))
}

fn plain_chars(text: &str) -> impl Iterator<Item = char> + '_ {
    text.chars().map(|c| fold_width(c).to_ascii_lowercase()).filter(|c| !matches!(c, ' ' | '-' | '_' | '.'))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn repairs_only_damage() {
        for (name, text, id, change) in [
            ("plain", "CG-12520", "CG-12520", IdChange::None),
            ("leading zeros", "00012", "00012", IdChange::None),
            ("eighteen digits", "351030001351351234", "351030001351351234", IdChange::None),
            ("Chinese", "曾惠-14485", "曾惠-14485", IdChange::None),
            ("trimmed", "\u{feff} A1\u{3000}", "A1", IdChange::None),
            ("zero-width space inside", "A\u{200b}1", "A1", IdChange::None),
            ("no-break space inside", "Ann\u{a0}Lee", "Ann Lee", IdChange::None),
            ("ideographic space inside", "张\u{3000}三", "张 三", IdChange::None),
            ("full width", "Ａ００１", "A001", IdChange::WidthFolded),
            ("full-width brackets", "张三（上海）", "张三(上海)", IdChange::WidthFolded),
            ("float", "17850.0", "17850", IdChange::DecimalRemoved),
            ("float with more zeros", "17850.00", "17850", IdChange::DecimalRemoved),
            ("float, full width", "１７８５０．０", "17850", IdChange::DecimalRemoved),
            ("float zero", "0.0", "0", IdChange::DecimalRemoved),
            ("not a float", "007.0", "007.0", IdChange::None),
            ("version", "1.0.0", "1.0.0", IdChange::None),
            ("decimals", "12.5", "12.5", IdChange::None),
            ("scientific", "1.23E+17", "1.23E+17", IdChange::PrecisionLost),
            ("scientific, lower case", "1e+16", "1e+16", IdChange::PrecisionLost),
            ("code with an E", "12E4", "12E4", IdChange::None),
            ("rounded", "166720000000000000", "166720000000000000", IdChange::PrecisionLost),
            ("rounded float", "166720000000000000.0", "166720000000000000", IdChange::PrecisionLost),
            ("nothing", " \u{200b}", "", IdChange::None),
        ] {
            assert_eq!(clean_id(text, &mut String::new()), IdRead { text: id, change }, "{name}: {text}");
        }
    }

    #[test]
    fn numbers_of_workbooks() {
        for (number, id, change) in [
            (17850.0, "17850", IdChange::None),
            (0.0, "0", IdChange::None),
            (-0.0, "0", IdChange::None),
            (-5.0, "-5", IdChange::None),
            (12.5, "12.5", IdChange::None),
            (999_999_999_999_999.0, "999999999999999", IdChange::None),
            (351_030_001_351_351_000.0, "351030001351351000", IdChange::PrecisionLost),
            (f64::NAN, "", IdChange::None),
        ] {
            assert_eq!(id_from_number(number, &mut String::new()), IdRead { text: id, change }, "{number}");
        }
    }

    #[test]
    fn nobody_is_in_order() {
        assert!(NOBODY.is_sorted(), "{:?}", NOBODY.windows(2).find(|pair| pair[0] > pair[1]));
        assert!(NOBODY.iter().all(|word| is_placeholder(word, &[])));
    }

    #[test]
    fn tells_nobody_from_somebody() {
        for id in [
            "0",
            "00",
            "0000",
            "-",
            "--",
            "——",
            "null",
            "NULL",
            "None",
            "NaN",
            "n/a",
            "N/A",
            "#N/A",
            "Unknown",
            "ANONYMOUS",
            "Guest",
            "guest user",
            "Walk-in",
            "walk in",
            "Walk-In Customer",
            "Cash Customer",
            "散客",
            "匿名",
            "匿名用户",
            "未知",
            "游客",
            "无",
            "零散客户",
            "临时客户",
            "空",
            "现金客户",
            " 散客 ",
            "ＧＵＥＳＴ",
            "-1",
        ] {
            assert!(is_placeholder(id, &[]), "{id}");
        }
        for id in ["", "000123", "10", "1", "Nana", "无锡公司", "空军医院", "Guest, Ann", "Null Ltd", "散客01", "O'Nan", "C-0", "未来"]
        {
            assert!(!is_placeholder(id, &[]), "{id}");
        }
        let extra = ["Shop Counter".to_owned()];
        assert!(is_placeholder("shop-counter", &extra) && !is_placeholder("shop", &extra));
    }

    proptest! {
        #[test]
        fn ordinary_identifiers_stay_as_they_are(id in "[A-Z]{1,3}-[0-9]{1,15}|[0-9]{1,15}|[一-十]{2,3}") {
            let mut buffer = String::new();
            prop_assert_eq!(clean_id(&id, &mut buffer), IdRead { text: id.as_str(), change: IdChange::None });
        }

        #[test]
        fn cleaning_twice_changes_nothing(text in ".{0,30}") {
            let mut buffer = String::new();
            let once = clean_id(&text, &mut buffer).text.to_owned();
            let mut buffer = String::new();
            prop_assert_eq!(clean_id(&once, &mut buffer).text, once.as_str());
        }
    }
}
