//! Numbers and days as bytes.
//!
//! A list of a million customers has fifteen million numbers; the formatting machinery of the
//! standard library would take most of the time. Invariant: the same text as `Display` gives.

use crate::base::{Day, Money};

/// Appends a whole number.
pub(super) fn push_count(out: &mut Vec<u8>, count: i64) {
    if count < 0 {
        out.push(b'-');
    }
    push_unsigned(out, count.unsigned_abs());
}

/// Appends an amount as its shortest exact decimal.
pub(super) fn push_money(out: &mut Vec<u8>, amount: Money) {
    let scale = Money::SCALE.unsigned_abs();
    let (raw, is_negative) = (amount.raw().unsigned_abs(), amount.is_negative());
    if is_negative {
        out.push(b'-');
    }
    push_unsigned(out, raw / scale);
    let mut fraction = raw % scale;
    if fraction == 0 {
        return;
    }
    out.push(b'.');
    let mut unit = scale / 10;
    while fraction > 0 {
        out.push(digit(fraction / unit));
        fraction %= unit;
        unit /= 10;
    }
}

/// Appends a day as `YYYY-MM-DD`.
pub(super) fn push_day(out: &mut Vec<u8>, day: Day) {
    let (year, month, day) = day.ymd();
    let year = u64::from(year.unsigned_abs());
    out.extend([digit(year / 1000), digit(year / 100), digit(year / 10), digit(year), b'-']);
    out.extend([digit((month / 10).into()), digit(month.into()), b'-', digit((day / 10).into()), digit(day.into())]);
}

fn push_unsigned(out: &mut Vec<u8>, mut number: u64) {
    let mut digits = [0; 20];
    let mut start = digits.len();
    loop {
        start -= 1;
        digits[start] = digit(number);
        number /= 10;
        if number == 0 {
            break;
        }
    }
    out.extend_from_slice(&digits[start..]);
}

/// The last decimal digit.
const fn digit(number: u64) -> u8 {
    b'0' + (number % 10) as u8
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn written(push: impl FnOnce(&mut Vec<u8>)) -> String {
        let mut out = Vec::new();
        push(&mut out);
        String::from_utf8(out).expect("only ASCII was pushed")
    }

    proptest! {
        #[test]
        fn numbers_are_written_as_display_writes_them(count: i64, raw: i64, day in Day::MIN.number()..=Day::MAX.number()) {
            prop_assert_eq!(written(|out| push_count(out, count)), count.to_string());
            prop_assert_eq!(written(|out| push_money(out, Money::from_raw(raw))), Money::from_raw(raw).to_string());
            let day = Day::from_number(day).expect("inside the calendar");
            prop_assert_eq!(written(|out| push_day(out, day)), day.to_string());
        }
    }
}
