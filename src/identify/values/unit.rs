//! Amounts counted in thousands, 万 or millions, as the header of their column says.
//!
//! `合同金额（万元）` above 12.5 means 125,000. Invariants: exact, because the unit is read as if it stood behind the number; an amount that
//! names a unit itself (`12.5万`) is not counted up twice.

use super::Reading;
use super::decimal::DecimalMark;
use super::money::{money_from_number, parse_money};
use super::text::{fold_width, is_missing, trim};
use crate::base::Money;

/// What one of a column's amounts stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum AmountUnit {
    /// One unit of the currency.
    #[default]
    One,
    /// 千.
    Thousand,
    /// 万.
    TenThousand,
    /// 百万.
    Million,
    /// 亿.
    HundredMillion,
}

/// How the amounts of a column are written.
#[derive(Debug, Clone, Copy)]
pub(in crate::identify) struct AmountForm {
    pub(in crate::identify) mark: DecimalMark,
    /// What their header counts them in.
    pub(in crate::identify) unit: AmountUnit,
}

/// Words for units, compared in lower case and without blanks.
const WORDS: [(AmountUnit, &[&str]); 4] = [
    (
        AmountUnit::Thousand,
        &["千元", "仟元", "千", "k", "k€", "k$", "keur", "kusd", "'000", "000s", "$000", "€000", "thousand", "thousands", "inthousands"],
    ),
    (AmountUnit::TenThousand, &["万元", "萬元", "万", "萬", "w", "w元", "万元人民币", "人民币万元", "万人民币", "万美元"]),
    (AmountUnit::Million, &["百万元", "百万", "m€", "m$", "mio", "mio.", "million", "millions", "inmillions"]),
    (AmountUnit::HundredMillion, &["亿元", "億元", "亿", "億"]),
];

impl AmountUnit {
    /// The unit that these words name, as they stand in the brackets of a header.
    ///
    /// # Example: what stands in brackets
    /// ```
    /// use customer_tiers::identify::values::AmountUnit;
    /// assert_eq!(AmountUnit::named("万元"), Some(AmountUnit::TenThousand));
    /// assert_eq!(AmountUnit::named("in thousands"), Some(AmountUnit::Thousand));
    /// assert_eq!(AmountUnit::named("元"), None);
    /// ```
    #[must_use]
    pub fn named(words: &str) -> Option<Self> {
        let plain: String = words.chars().map(fold_width).filter(|c| !c.is_whitespace()).flat_map(char::to_lowercase).collect();
        WORDS.iter().find(|(_, words)| words.contains(&plain.as_str())).map(|(unit, _)| *unit)
    }

    /// The unit that a header ends with, in brackets or behind a slash or a comma.
    ///
    /// # Example: two headers
    /// ```
    /// use customer_tiers::identify::values::AmountUnit;
    /// assert_eq!(AmountUnit::of_header("合同金额（万元）"), AmountUnit::TenThousand);
    /// assert_eq!(AmountUnit::of_header("Amount (USD)"), AmountUnit::One);
    /// ```
    #[must_use]
    pub fn of_header(header: &str) -> Self {
        let folded: String = header.trim().chars().map(fold_width).collect();
        let inner = folded.strip_suffix([')', ']', '】']).unwrap_or(&folded);
        let last = inner
            .rfind(['(', '[', '【', '/', ',', '，', '-', ':', '：'])
            .map(|at| inner[at..].trim_start_matches(|c: char| !c.is_alphanumeric() && c != '\'' && c != '$' && c != '€'));
        last.and_then(Self::named).unwrap_or_default()
    }

    /// The unit that a line above a table says its amounts are counted in.
    ///
    /// # Example: two lines
    /// ```
    /// use customer_tiers::identify::values::AmountUnit;
    /// assert_eq!(AmountUnit::of_line("2024年销售汇总　单位：万元"), Some(AmountUnit::TenThousand));
    /// assert_eq!(AmountUnit::of_line("销售一部"), None);
    /// ```
    #[must_use]
    pub fn of_line(line: &str) -> Option<Self> {
        const BEFORE: [&str; 3] = ["单位", "單位", "unit"];
        let folded: String = line.chars().map(fold_width).flat_map(char::to_lowercase).collect();
        let behind = BEFORE.iter().find_map(|word| folded.split_once(word)).map(|(_, behind)| behind)?;
        let words = behind.trim_start_matches(['s', ':', ' ']);
        let end = words.find([' ', ')', ']', '】', ',', '，', ';', '；', '。']).unwrap_or(words.len());
        Self::named(&words[..end])
    }

    /// As it is written behind a number.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::One => "",
            Self::Thousand => "千",
            Self::TenThousand => "万",
            Self::Million => "百万",
            Self::HundredMillion => "亿",
        }
    }

    const fn factor(self) -> f64 {
        match self {
            Self::One => 1.0,
            Self::Thousand => 1e3,
            Self::TenThousand => 1e4,
            Self::Million => 1e6,
            Self::HundredMillion => 1e8,
        }
    }

    /// Reads an amount of this unit.
    ///
    /// # Example: the same amount twice
    /// ```
    /// use customer_tiers::identify::values::{AmountUnit, DecimalMark};
    /// let read = |text| AmountUnit::TenThousand.parse(text, DecimalMark::Point).value().map(|money| money.to_string());
    /// assert_eq!(read("12.5").as_deref(), Some("125000"));
    /// assert_eq!(read("12.5万").as_deref(), Some("125000"));
    /// ```
    #[must_use]
    pub fn parse(self, text: &str, mark: DecimalMark) -> Reading<Money> {
        if self == Self::One {
            return parse_money(text, mark);
        }
        let trimmed = trim(text);
        if is_missing(trimmed) || trimmed.contains(['千', '万', '萬', '亿', '億']) {
            return parse_money(text, mark);
        }
        // What closes an amount stays behind it: `(1.2)`, `1.2元`, `1.2-`.
        let end =
            trimmed.rfind(|c: char| c.is_numeric()).map_or(trimmed.len(), |at| at + trimmed[at..].chars().next().map_or(0, char::len_utf8));
        parse_money(&[&trimmed[..end], self.word(), &trimmed[end..]].concat(), mark)
    }

    /// The amount of a workbook's number.
    #[must_use]
    pub fn amount(self, number: f64) -> Option<Money> {
        money_from_number(number * self.factor())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_name_units() {
        use AmountUnit::{HundredMillion, Million, One, TenThousand, Thousand};
        for (header, unit) in [
            ("合同金额（万元）", TenThousand),
            ("销售额(万)", TenThousand),
            ("金额/万元", TenThousand),
            ("回款【亿元】", HundredMillion),
            ("Revenue ($000)", Thousand),
            ("Sales, in thousands", Thousand),
            ("Revenue (k€)", Thousand),
            ("Umsatz (Mio)", Million),
            ("金额（元）", One),
            ("金额", One),
            ("Amount (USD)", One),
            ("k", One),
            ("", One),
        ] {
            assert_eq!(AmountUnit::of_header(header), unit, "{header}");
        }
    }

    #[test]
    fn amounts_are_counted_up_once() {
        for (text, amount) in [
            ("12.5", Some("125000")),
            ("1,200", Some("12000000")),
            ("12.345678", Some("123456.78")),
            ("¥12.5", Some("125000")),
            ("-3", Some("-30000")),
            ("(1.2)", Some("-12000")),
            ("1.2-", Some("-12000")),
            ("12.5万元", Some("125000")),
            ("１２", Some("120000")),
            ("oops", None),
            ("", None),
        ] {
            let read = AmountUnit::TenThousand.parse(text, DecimalMark::Point).value();
            assert_eq!(read.map(|money| money.to_string()).as_deref(), amount, "{text}");
        }
        assert_eq!(AmountUnit::TenThousand.amount(12.3456).map(|money| money.to_string()).as_deref(), Some("123456"));
        assert_eq!(AmountUnit::Million.parse("2", DecimalMark::Point).value().map(|money| money.to_string()).as_deref(), Some("2000000"));
    }
}
