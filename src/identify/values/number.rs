//! Quantities, counts and days as people write them.
//!
//! A quantity may have decimals (1.5 kg), a count and a number of days may not. Invariant:
//! quantity × unit price is computed in 128-bit integers and rounded once.

use super::Reading;
use super::decimal::{DecimalMark, fixed, plain, rounded, unadorned};
use super::money::{within_limit, without_power};
use super::text::{Folded, is_missing, trim};
use crate::base::Money;

/// How many of something were bought, in ten-thousandths of a piece; negative for returns.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quantity(i64);

impl Quantity {
    /// Raw steps in one piece.
    pub const SCALE: i64 = 10_000;
    /// One piece: what is bought when the file does not say how many.
    pub const ONE: Self = Self(Self::SCALE);

    /// From ten-thousandths of a piece.
    #[must_use]
    pub const fn from_raw(raw: i64) -> Self {
        Self(raw)
    }

    /// Ten-thousandths of a piece.
    #[must_use]
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// Less than zero: a return.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

/// Reads a quantity, with or without a measure word: `3`, `1,200`, `2.5`, `-1`, `3件`.
///
/// # Example: quantity × unit price is exact
/// ```
/// use customer_tiers::identify::values::{DecimalMark, parse_money, parse_quantity, times};
/// let quantity = parse_quantity("-8", DecimalMark::Point).value().ok_or("no quantity")?;
/// let price = parse_money("5.95", DecimalMark::Point).value().ok_or("no price")?;
/// assert_eq!(times(quantity, price).map(|amount| amount.to_string()).as_deref(), Some("-47.6"));
/// # Ok::<(), &str>(())
/// ```
#[must_use]
pub fn parse_quantity(text: &str, mark: DecimalMark) -> Reading<Quantity> {
    const MEASURES: [&str; 18] =
        ["件", "个", "盒", "瓶", "套", "只", "台", "箱", "份", "张", "本", "包", "袋", "支", "双", "条", "pcs", "pc"];
    read(text, mark, &MEASURES, Quantity)
}

/// Reads a whole number, such as the number of orders or of days: `12`, `12.0`, `12次`, `30 天`, `7 days`.
#[must_use]
pub fn parse_whole(text: &str, mark: DecimalMark) -> Reading<i64> {
    const UNITS: [&str; 12] = ["次", "天前", "天", "日", "单", "笔", "个", "件", "days", "day", "orders", "times"];
    match read(text, mark, &UNITS, |raw| raw) {
        Reading::Value(raw) if raw % Quantity::SCALE == 0 => Reading::Value(raw / Quantity::SCALE),
        Reading::Value(_) | Reading::Unreadable => Reading::Unreadable,
        Reading::Missing => Reading::Missing,
    }
}

/// The quantity of a workbook's number; `None` when not finite or too large.
#[must_use]
pub fn quantity_from_number(pieces: f64) -> Option<Quantity> {
    Money::from_f64(pieces).map(|fixed| Quantity(fixed.raw()))
}

/// Quantity × unit price, halves away from zero; `None` beyond ± [`Money::ROW_LIMIT_UNITS`].
#[must_use]
pub fn times(quantity: Quantity, unit_price: Money) -> Option<Money> {
    let raw = rounded(i128::from(quantity.0) * i128::from(unit_price.raw()), i128::from(Quantity::SCALE));
    within_limit(i64::try_from(raw).ok()?)
}

fn read<T>(text: &str, mark: DecimalMark, units: &[&str], make: impl Fn(i64) -> T) -> Reading<T> {
    if mark == DecimalMark::Point
        && let Some(raw) = plain(text.as_bytes())
    {
        return Reading::Value(make(raw));
    }
    let text = trim(text);
    if let Some(raw) = unadorned(text, mark) {
        return Reading::Value(make(raw));
    }
    if is_missing(text) {
        return Reading::Missing;
    }
    Reading::readable(Folded::of(text).and_then(|folded| written(folded.as_str(), mark, units)).map(make))
}

fn written(text: &str, mark: DecimalMark, units: &[&str]) -> Option<i64> {
    let (negative, rest) = match text.strip_prefix('-') {
        Some(rest) => (true, rest),
        None => (false, text.strip_prefix('+').unwrap_or(text)),
    };
    let without_unit = units.iter().find_map(|unit| {
        let at = rest.len().checked_sub(unit.len())?;
        rest.get(at..)?.eq_ignore_ascii_case(unit).then(|| &rest[..at])
    });
    let (body, power) = without_power(without_unit.unwrap_or(rest).trim());
    let raw = fixed(body, mark, power)?;
    Some(if negative { -raw } else { raw })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn reads_quantities() {
        for (name, text, raw) in [
            ("whole", "3", Reading::Value(30_000)),
            ("negative", "-8", Reading::Value(-80_000)),
            ("decimals", "2.5", Reading::Value(25_000)),
            ("thousands", "1,200", Reading::Value(12_000_000)),
            ("measure word", "3件", Reading::Value(30_000)),
            ("measure word and space", "2 pcs", Reading::Value(20_000)),
            ("full width", "１２", Reading::Value(120_000)),
            ("ten thousands", "1.5万件", Reading::Value(150_000_000)),
            ("nothing", "-", Reading::Missing),
            ("text", "many", Reading::Unreadable),
            ("per cent", "5%", Reading::Unreadable),
        ] {
            let read = parse_quantity(text, DecimalMark::Point);
            let expected = match raw {
                Reading::Value(raw) => Reading::Value(Quantity::from_raw(raw)),
                Reading::Missing => Reading::Missing,
                Reading::Unreadable => Reading::Unreadable,
            };
            assert_eq!(read, expected, "{name}: {text}");
        }
    }

    #[test]
    fn reads_whole_numbers() {
        for (name, text, value) in [
            ("plain", "12", Reading::Value(12)),
            ("as a float", "12.0", Reading::Value(12)),
            ("times", "12次", Reading::Value(12)),
            ("days", "30 天", Reading::Value(30)),
            ("English days", "7 Days", Reading::Value(7)),
            ("thousands", "1,024", Reading::Value(1024)),
            ("not whole", "30.43", Reading::Unreadable),
            ("nothing", "", Reading::Missing),
        ] {
            assert_eq!(parse_whole(text, DecimalMark::Point), value, "{name}: {text}");
        }
    }

    #[test]
    fn multiplies_exactly() {
        for (quantity, price, amount) in [
            (60_000, 25_500, Some("15.3")),
            (-80_000, 59_500, Some("-47.6")),
            (1, 5_000, Some("0.0001")),
            (-1, 5_000, Some("-0.0001")),
            (1, 4_999, Some("0")),
            (i64::MAX, i64::MAX, None),
            (10_000_000_000_000, 1_000_000, Some("100000000000")),
            (10_000_000_000_001, 1_000_000, None),
        ] {
            let product = times(Quantity::from_raw(quantity), Money::from_raw(price));
            assert_eq!(product.map(|money| money.to_string()).as_deref(), amount, "{quantity} × {price}");
        }
    }
}
