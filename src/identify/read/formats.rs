//! How Excel's binary formats, xls and xlsb, write numbers, errors and number formats.
//!
//! Invariant: every read from a record is checked; what is not there is `None`.

use super::Cell;
use super::cells::cell_of_serial;

/// What a number format shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberKind {
    Plain,
    Day,
}

impl NumberKind {
    /// The number as it is shown.
    pub(super) fn cell(self, number: f64, is_1904: bool) -> Cell<'static> {
        if self == Self::Day { cell_of_serial(number, is_1904) } else { Cell::Number(number) }
    }
}

/// Numbers of built-in formats that show days or times, those of East Asia included (MS-XLS 2.4.126, ECMA-376 18.8.30).
pub(super) fn built_in_kind(id: u16) -> NumberKind {
    if matches!(id, 14..=22 | 27..=36 | 45 | 47 | 50..=58) { NumberKind::Day } else { NumberKind::Plain }
}

/// Whether a number format shows a day or a time of day: it has a letter for one outside quotes and brackets.
/// A duration (`[h]:mm`) is a plain number.
pub(super) fn number_kind(format: &str) -> NumberKind {
    let mut letters = format.chars();
    while let Some(letter) = letters.next() {
        match letter.to_ascii_lowercase() {
            ';' => return NumberKind::Plain,
            '"' => letters.by_ref().take_while(|letter| *letter != '"').for_each(drop),
            '\\' | '_' | '*' => drop(letters.next()),
            '[' => {
                let inside: String = letters.by_ref().take_while(|letter| *letter != ']').collect();
                if matches!(inside.to_ascii_lowercase().trim_matches(['h', 'm', 's']), "") && !inside.is_empty() {
                    return NumberKind::Plain;
                }
            }
            'd' | 'm' | 'h' | 'y' | 's' => return NumberKind::Day,
            // A/P, the short form of AM/PM.
            'a' if letters.as_str().get(..2).is_some_and(|rest| rest.eq_ignore_ascii_case("/p")) => return NumberKind::Day,
            _ => {}
        }
    }
    NumberKind::Plain
}

/// A number in 30 bits: a whole number, or the upper bits of a float, perhaps of its hundredfold.
pub(super) fn rk(number: u32) -> f64 {
    let value = if number & 2 == 0 { f64::from_bits(u64::from(number & !3) << 32) } else { f64::from(number.cast_signed() >> 2) };
    if number & 1 == 0 { value } else { value / 100.0 }
}

/// A truth value or an error by its number.
pub(super) fn truth_or_error(value: Option<u8>, is_error: bool) -> Cell<'static> {
    match (is_error, value) {
        (false, value) => Cell::Bool(value.is_some_and(|value| value != 0)),
        (true, Some(0x00)) => Cell::Error("#NULL!"),
        (true, Some(0x07)) => Cell::Error("#DIV/0!"),
        (true, Some(0x0F)) => Cell::Error("#VALUE!"),
        (true, Some(0x17)) => Cell::Error("#REF!"),
        (true, Some(0x1D)) => Cell::Error("#NAME?"),
        (true, Some(0x24)) => Cell::Error("#NUM!"),
        (true, _) => Cell::Error("#N/A"),
    }
}

pub(super) fn u16_at(data: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_le_bytes(data.get(at..at + 2)?.try_into().ok()?))
}

pub(super) fn u32_at(data: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_le_bytes(data.get(at..at + 4)?.try_into().ok()?))
}

pub(super) fn f64_at(data: &[u8], at: usize) -> Option<f64> {
    Some(f64::from_le_bytes(data.get(at..at + 8)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn number_formats() {
        for (format, kind) in [
            ("yyyy/m/d", NumberKind::Day),
            ("[$-804]yyyy\"年\"m\"月\"", NumberKind::Day),
            ("h:mm AM/PM", NumberKind::Day),
            ("A/P", NumberKind::Day),
            ("[h]:mm:ss", NumberKind::Plain),
            ("0.00\"d\"", NumberKind::Plain),
            ("#,##0_);[Red]d", NumberKind::Plain),
            ("\\d0", NumberKind::Plain),
            ("General", NumberKind::Plain),
            ("[Red]0", NumberKind::Plain),
        ] {
            assert_eq!(number_kind(format), kind, "{format}");
        }
    }

    #[test]
    fn numbers_in_30_bits() {
        for (bits, number) in [(0x3FF0_0000, 1.0), (0x3FF0_0001, 0.01), (3 << 2 | 2, 3.0), (325 << 2 | 3, 3.25), (!1, -1.0)] {
            assert_eq!(rk(bits).to_string(), f64::to_string(&number), "{bits:x}");
        }
    }
}
