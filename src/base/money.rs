//! Exact amounts.
//!
//! Sums of binary floating-point numbers depend on the order of the rows and on the machine's
//! instruction choice; sums of integers do not. Four decimals are what SQL `money` and OLE
//! currency hold, and the smallest fraction found in real order files.

use serde::{Deserialize, Deserializer, Serialize, Serializer};
use std::fmt;

/// An amount in ten-thousandths of the file's currency unit; ± 922 trillion units.
///
/// The currency itself is a label of the recipe: amounts are never converted.
///
/// # Example: a sum that floats get wrong
/// ```
/// use customer_tiers::base::Money;
/// let dime = Money::from_raw(1_000);
/// let total = Money::sum([dime; 3]).ok_or("overflow")?;
/// assert_eq!(total.to_string(), "0.3"); // 0.1 + 0.1 + 0.1 as f64 is 0.30000000000000004
/// # Ok::<(), &str>(())
/// ```
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Money(i64);

impl Money {
    /// Raw steps in one currency unit.
    pub const SCALE: i64 = 10_000;
    /// Nothing.
    pub const ZERO: Self = Self(0);
    /// The largest amount one row may carry, in units: 100 billion. Larger is taken for damage, not for an order.
    pub const ROW_LIMIT_UNITS: i64 = 100_000_000_000;

    /// From ten-thousandths of a unit.
    #[must_use]
    pub const fn from_raw(raw: i64) -> Self {
        Self(raw)
    }

    /// Ten-thousandths of a unit.
    #[must_use]
    pub const fn raw(self) -> i64 {
        self.0
    }

    /// The nearest amount to a float, halves away from zero; `None` when not finite or out of range.
    #[must_use]
    #[expect(clippy::cast_possible_truncation, reason = "checked to be within ± 2^63 just before")]
    pub fn from_f64(units: f64) -> Option<Self> {
        let raw = (units * 10_000.0).round();
        (raw.abs() < 9.2e18).then_some(Self(raw as i64))
    }

    /// The nearest float, in units. For drawing and for JSON; arithmetic stays in integers.
    #[must_use]
    #[expect(clippy::cast_precision_loss, reason = "shown figures need 15 digits, no more")]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 10_000.0
    }

    /// An amount as a recipe writes it: digits, a point and at most four decimals; `None` for anything else.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (sign, digits) = text.strip_prefix('-').map_or((1, text), |rest| (-1, rest));
        let (whole, decimals) = digits.split_once('.').unwrap_or((digits, "0"));
        let is_plain = |part: &str, most: usize| (1..=most).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_digit());
        if !is_plain(whole, 12) || !is_plain(decimals, 4) {
            return None;
        }
        let raw = whole.parse::<i64>().ok()? * Self::SCALE + format!("{decimals:0<4}").parse::<i64>().ok()?;
        Some(Self(sign * raw))
    }

    /// The exact sum; `None` when it does not fit.
    pub fn sum(amounts: impl IntoIterator<Item = Self>) -> Option<Self> {
        let total: i128 = amounts.into_iter().map(|amount| i128::from(amount.0)).sum();
        i64::try_from(total).ok().map(Self)
    }

    /// `self + other`; `None` when it does not fit.
    #[must_use]
    pub const fn checked_add(self, other: Self) -> Option<Self> {
        match self.0.checked_add(other.0) {
            Some(raw) => Some(Self(raw)),
            None => None,
        }
    }

    /// Mean of this sum over `count` things, halves away from zero; zero for none.
    #[must_use]
    pub const fn divided_by(self, count: u32) -> Self {
        if count == 0 {
            return Self(0);
        }
        let count = count as i64;
        let (quotient, remainder) = (self.0 / count, self.0 % count);
        let step = if remainder.abs() * 2 >= count { remainder.signum() } else { 0 };
        Self(quotient + step)
    }

    /// Less than zero: a refund, a return, a correction.
    #[must_use]
    pub const fn is_negative(self) -> bool {
        self.0 < 0
    }
}

/// Shortest exact decimal: `16117548.237`, `-5`, `0.0001`.
impl fmt::Display for Money {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = if self.0 < 0 { "-" } else { "" };
        let (units, fraction) = (self.0.unsigned_abs() / 10_000, self.0.unsigned_abs() % 10_000);
        if fraction == 0 {
            return write!(f, "{sign}{units}");
        }
        let digits = format!("{fraction:04}");
        write!(f, "{sign}{units}.{}", digits.trim_end_matches('0'))
    }
}

/// A JSON number in units. Exact to the last of the four decimals up to 900 billion units.
impl Serialize for Money {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_f64(self.to_f64())
    }
}

impl<'de> Deserialize<'de> for Money {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let units = f64::deserialize(deserializer)?;
        Self::from_f64(units).ok_or_else(|| serde::de::Error::custom("amount out of range"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shows_the_shortest_exact_decimal() {
        for (raw, text) in [(0, "0"), (1, "0.0001"), (-50_000, "-5"), (161_175_482_370, "16117548.237"), (-1, "-0.0001"), (120, "0.012")] {
            assert_eq!(Money(raw).to_string(), text);
        }
    }

    #[test]
    fn float_noise_is_rounded_away() {
        assert_eq!(Money::from_f64(261.96_f64.next_down()), Some(Money(2_619_600)));
        assert_eq!(Money::from_f64(f64::NAN), None);
        assert_eq!(Money::from_f64(1e16), None);
    }

    #[test]
    fn mean_rounds_halves_away_from_zero() {
        for (raw, count, mean) in [(7, 2, 4), (-7, 2, -4), (5, 3, 2), (4, 3, 1), (9, 0, 0)] {
            assert_eq!(Money(raw).divided_by(count), Money(mean), "{raw} / {count}");
        }
    }
}
