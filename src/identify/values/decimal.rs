//! Decimal numbers as people write them → fixed-point integers.
//!
//! Amounts and quantities share four decimals, the smallest fraction of real order files, so that
//! sums and products stay integers. Invariants: no float is involved; a number is rounded once,
//! half away from zero; thousands are only taken for such when every group has its right length.

use super::text::{Folded, trim};

/// The sign between the units and the decimals of a column.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum DecimalMark {
    /// 1,234.56: China, Japan, the United States, the United Kingdom.
    #[default]
    Point,
    /// 1.234,56: most of Europe and Latin America.
    Comma,
}

impl DecimalMark {
    const fn sign(self) -> u8 {
        match self {
            Self::Point => b'.',
            Self::Comma => b',',
        }
    }

    const fn other(self) -> Self {
        match self {
            Self::Point => Self::Comma,
            Self::Comma => Self::Point,
        }
    }
}

/// Which sign is the decimal mark of a column, from some of its values; the point when they do not tell.
///
/// Only values that can be read in one way count: `12,5` and `1.234.567` speak for the comma,
/// `12.5` and `1,234,567` for the point, `1,234` and `1.234` for neither.
///
/// # Example: one comma with three digits is a thousands sign, unless the column shows otherwise
/// ```
/// use customer_tiers::identify::values::{DecimalMark, detect_decimal_mark};
/// assert_eq!(detect_decimal_mark(["1,234", "5"]), DecimalMark::Point);
/// assert_eq!(detect_decimal_mark(["1,234", "5,50"]), DecimalMark::Comma);
/// ```
pub fn detect_decimal_mark<'a>(samples: impl IntoIterator<Item = &'a str>) -> DecimalMark {
    let (mut points, mut commas) = (0_u32, 0_u32);
    for sample in samples {
        let Some(folded) = Folded::of(trim(sample)) else { continue };
        let number = folded.as_str().trim_matches(|c: char| !c.is_ascii_digit()).as_bytes();
        match (strict(number, DecimalMark::Point).is_some(), strict(number, DecimalMark::Comma).is_some()) {
            (true, false) => points += 1,
            (false, true) => commas += 1,
            _ => {}
        }
    }
    if commas > points { DecimalMark::Comma } else { DecimalMark::Point }
}

/// Ten-thousandths of `-?digits[.digits]`, the form of nearly every cell; `None` for every other form.
pub(super) fn plain(bytes: &[u8]) -> Option<i64> {
    let (negative, digits) = match bytes {
        [b'-', rest @ ..] => (true, rest),
        _ => (false, bytes),
    };
    let (units, rest) = leading_digits(digits, 13);
    if rest.len() == digits.len() {
        return None;
    }
    let raw = match rest {
        [] => units * 10_000,
        [b'.', fraction @ ..] => units * 10_000 + ten_thousandths(fraction)?,
        _ => return None,
    };
    Some(if negative { -raw } else { raw })
}

/// Ten-thousandths of a number that begins and ends with a digit, perhaps behind a minus sign.
pub(super) fn unadorned(text: &str, mark: DecimalMark) -> Option<i64> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let raw = if has_digits_at_ends(digits) { fixed(digits, mark, 0)? } else { return None };
    Some(if digits.len() < text.len() { -raw } else { raw })
}

/// Whether there is no sign and no word to take off.
pub(super) fn has_digits_at_ends(text: &str) -> bool {
    matches!(text.as_bytes(), [b'0'..=b'9'] | [b'0'..=b'9', .., b'0'..=b'9'])
}

fn ten_thousandths(fraction: &[u8]) -> Option<i64> {
    const STEPS: [i64; 5] = [10_000, 1_000, 100, 10, 1];
    let (value, rest) = leading_digits(fraction, 4);
    let value = value * STEPS[(fraction.len() - rest.len()).min(4)];
    match rest {
        [] => Some(value),
        [next, ..] if rest.iter().all(u8::is_ascii_digit) => Some(value + i64::from(*next >= b'5')),
        _ => None,
    }
}

/// The number made by at most `limit` leading digits, and what follows them.
fn leading_digits(bytes: &[u8], limit: usize) -> (i64, &[u8]) {
    let (mut value, mut index) = (0_i64, 0);
    while index < limit.min(bytes.len()) && bytes[index].is_ascii_digit() {
        value = value * 10 + i64::from(bytes[index] - b'0');
        index += 1;
    }
    (value, &bytes[index..])
}

/// Ten-thousandths of an unsigned number with thousands signs, decimals and exponent, times 10^`power`.
///
/// A number that cannot be read with the column's decimal mark, but can with the other one, is read
/// with the other one: `12,50` is no thousands anywhere.
pub(super) fn fixed(body: &str, mark: DecimalMark, power: i32) -> Option<i64> {
    let body = body.as_bytes();
    strict(body, mark).or_else(|| strict(body, mark.other()))?.fixed(power)
}

/// `mantissa` × 10^`exponent`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Decimal {
    mantissa: i128,
    exponent: i32,
}

impl Decimal {
    /// Digits before the mark; more are no number but damage.
    const UNIT_DIGITS: usize = 20;
    /// Digits behind the mark that are looked at; more are noise. Both together fit into 128 bits.
    const FRACTION_DIGITS: usize = 17;

    fn fixed(self, power: i32) -> Option<i64> {
        let exponent = self.exponent + power + 4;
        let step = 10_i128.checked_pow(exponent.unsigned_abs());
        let raw = if exponent >= 0 { self.mantissa.checked_mul(step?)? } else { step.map_or(0, |step| rounded(self.mantissa, step)) };
        i64::try_from(raw).ok()
    }
}

/// `value / step`, halves away from zero.
pub(super) const fn rounded(value: i128, step: i128) -> i128 {
    let (quotient, remainder) = (value / step, value % step);
    if remainder.abs() >= step - remainder.abs() { quotient + value.signum() } else { quotient }
}

fn strict(body: &[u8], mark: DecimalMark) -> Option<Decimal> {
    let (number, exponent) = match body.iter().position(|b| matches!(b, b'e' | b'E')) {
        Some(at) => (&body[..at], written_exponent(&body[at + 1..])?),
        None => (body, 0),
    };
    let (units, fraction) = match number.iter().position(|&b| b == mark.sign()) {
        Some(at) => (&number[..at], &number[at + 1..]),
        None => (number, &number[..0]),
    };
    if !fraction.iter().all(u8::is_ascii_digit) || units.len() + fraction.len() == 0 || !is_grouped(units, mark.other().sign()) {
        return None;
    }
    let mut mantissa = 0_i128;
    let digits = units.iter().filter(|b| b.is_ascii_digit()).skip_while(|&&b| b == b'0');
    for (count, digit) in digits.enumerate() {
        if count >= Decimal::UNIT_DIGITS {
            return None;
        }
        mantissa = mantissa * 10 + i128::from(digit - b'0');
    }
    let kept = &fraction[..fraction.len().min(Decimal::FRACTION_DIGITS)];
    mantissa = kept.iter().fold(mantissa, |mantissa, digit| mantissa * 10 + i128::from(digit - b'0'));
    Some(Decimal { mantissa, exponent: exponent - i32::try_from(kept.len()).ok()? })
}

fn written_exponent(text: &[u8]) -> Option<i32> {
    let (sign, digits) = match text {
        [b'-', rest @ ..] => (-1, rest),
        [b'+', rest @ ..] => (1, rest),
        _ => (1, text),
    };
    match digits {
        [a @ b'0'..=b'9'] => Some(sign * i32::from(a - b'0')),
        [a @ b'0'..=b'9', b @ b'0'..=b'9'] => Some(sign * (i32::from(a - b'0') * 10 + i32::from(b - b'0'))),
        _ => None,
    }
}

/// Whether the units are digits only, or groups of three (of two and three as in India) with one kind of sign between.
fn is_grouped(units: &[u8], thousands: u8) -> bool {
    let Some(&sign) = units.iter().find(|b| !b.is_ascii_digit()) else { return true };
    let digits = |group: &[u8]| group.iter().all(u8::is_ascii_digit);
    if !(sign == thousands || sign == b' ' || sign == b'\'') || units[0] == b'0' || !units.split(|&b| b == sign).all(digits) {
        return false;
    }
    let mut groups = units.split(|&b| b == sign).map(<[u8]>::len);
    let (first, last) = (groups.next().unwrap_or(0), groups.next_back().unwrap_or(0));
    let threes = matches!(first, 1..=3) && groups.clone().all(|length| length == 3);
    let lakhs = sign == b',' && matches!(first, 1..=2) && groups.all(|length| length == 2);
    last == 3 && (threes || lakhs)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_numbers_with_either_mark() {
        use DecimalMark::{Comma, Point};
        for (name, text, mark, raw) in [
            ("digits", "1234", Point, Some(12_340_000)),
            ("decimals", "1234.5", Point, Some(12_345_000)),
            ("no units", ".5", Point, Some(5_000)),
            ("no decimals after the mark", "5.", Point, Some(50_000)),
            ("thousands", "1,234,567.89", Point, Some(12_345_678_900)),
            ("thousands without decimals", "1,234", Point, Some(12_340_000)),
            ("thousands that are decimals here", "1,234", Comma, Some(12_340)),
            ("points as thousands", "1.234.567,8", Comma, Some(12_345_678_000)),
            ("points as thousands, against the column", "1.234.567,8", Point, Some(12_345_678_000)),
            ("decimals, against the column", "1234.5", Comma, Some(12_345_000)),
            ("no thousands begin with 0", "0,123", Point, Some(1_230)),
            ("spaces", "1 234,56", Comma, Some(12_345_600)),
            ("apostrophes", "1'234.50", Point, Some(12_345_000)),
            ("lakhs", "12,34,567.5", Point, Some(12_345_675_000)),
            ("exponent", "1.23E+5", Point, Some(1_230_000_000)),
            ("small exponent", "1.2345e-3", Point, Some(12)),
            ("tiny", "1e-90", Point, Some(0)),
            ("mixed groups", "1,234 567", Point, None),
            ("short group", "1,23,45", Point, None),
            ("two marks", "1.2.3", Point, None),
            ("too large", "1e20", Point, None),
            ("letters", "12a", Point, None),
            ("nothing", "", Point, None),
            ("only a mark", ".", Point, None),
        ] {
            assert_eq!(fixed(text, mark, 0), raw, "{name}: {text}");
        }
    }

    #[test]
    fn rounds_half_away_from_zero_on_both_paths() {
        for (text, raw) in [
            ("125.43999999999998", 1_254_400),
            ("0.00005", 1),
            ("0.00004999", 0),
            ("0.99995", 10_000),
            ("2.123450001", 21_235),
            ("7.0", 70_000),
        ] {
            assert_eq!(plain(text.as_bytes()), Some(raw), "{text}");
            assert_eq!(fixed(text, DecimalMark::Point, 0), Some(raw), "{text}");
        }
        assert_eq!((rounded(-15, 10), rounded(15, 10), rounded(-14, 10)), (-2, 2, -1));
    }

    #[test]
    fn detects_the_decimal_mark() {
        for (name, samples, mark) in [
            ("nothing", &[] as &[&str], DecimalMark::Point),
            ("whole numbers", &["1", "20"], DecimalMark::Point),
            ("points", &["1.5", "20"], DecimalMark::Point),
            ("commas", &["261,96", "731,94", "0,0"], DecimalMark::Comma),
            ("thousands only", &["1,234", "22,000"], DecimalMark::Point),
            ("thousands that are decimals", &["1,234", "2,5"], DecimalMark::Comma),
            ("both marks", &["€ 1.234,56"], DecimalMark::Comma),
            ("signs around", &["¥1,234.50", "(3.20)"], DecimalMark::Point),
            ("one slip among points", &["1.5", "2.5", "3,5"], DecimalMark::Point),
        ] {
            assert_eq!(detect_decimal_mark(samples.iter().copied()), mark, "{name}");
        }
    }
}
