//! Months as columns are named after them, and the year that a title says.
//!
//! `1月`, `2024年1月`, `2024-01`, `202401`, `Jan-24`, `January`, `2024Q1`, `第一季度`, with what is counted beside it
//! (`1月销售额`). Invariant: a header that says more than a period and an amount is none: `1月累计` and `1-3月` add up
//! others, `1月目标` is a wish.

use super::text::{fold_width, is_invisible};
use super::{DayForm, DayParser};

/// A month or a quarter, whose year may be said elsewhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Period {
    /// The year, if it is said.
    pub year: Option<i32>,
    /// Its first month, 1 to 12.
    pub month: u32,
    /// Whether it is three months long.
    pub is_quarter: bool,
}

/// No header of a period is longer, in bytes.
const LONGEST: usize = 60;

/// Years that a header or a title may mean.
const YEARS: std::ops::RangeInclusive<u32> = 1990..=2099;

/// What stands beside a period in the header of a column of amounts; the longer ones first.
const AMOUNTS: [&str; 26] = [
    "销售金额",
    "成交金额",
    "采购金额",
    "订单金额",
    "消费金额",
    "销售额",
    "成交额",
    "交易额",
    "采购额",
    "消费额",
    "营业额",
    "amount",
    "revenue",
    "sales",
    "金额",
    "业绩",
    "收入",
    "营收",
    "回款",
    "销售",
    "实际",
    "完成",
    "万元",
    "元",
    "rmb",
    "usd",
];

/// The month or quarter that a column is named after, with its groups (`2024年 / 1月`).
///
/// # Example: with and without a year
/// ```
/// use customer_tiers::identify::values::month::period;
/// let read = |header| period(header).map(|found| (found.year, found.month, found.is_quarter));
/// assert_eq!(read("2024年3月"), Some((Some(2024), 3, false)));
/// assert_eq!(read("3月销售额"), Some((None, 3, false)));
/// assert_eq!(read("2024 / Q2"), Some((Some(2024), 4, true)));
/// assert_eq!(read("1-3月累计"), None);
/// ```
#[must_use]
pub fn period(header: &str) -> Option<Period> {
    if header.len() > LONGEST {
        return None;
    }
    let visible = header.chars().filter(|&letter| !is_invisible(letter)).map(fold_width);
    let plain = visible.collect::<String>().to_lowercase();
    let (mut said_year, mut found) = (None, None);
    for part in plain.split(" / ").map(without_amount).filter(|part| !part.is_empty()) {
        match (year(part), found) {
            (Some(year), _) if said_year.is_none_or(|said| said == year) => said_year = Some(year),
            (None, None) => found = Some(month(part).or_else(|| quarter(part))?),
            _ => return None,
        }
    }
    let found: Period = found?;
    match (said_year, found.year) {
        (Some(said), Some(own)) if said != own => None,
        (said, own) => Some(Period { year: own.or(said), ..found }),
    }
}

/// The year in a title or a name, if it says one: `2024年销售汇总`, `sales 2024.xlsx`, `24年`, `2024-01-01 至 2024-12-31`.
///
/// A single day is when something was made, not what it is about.
///
/// # Example: the year of the sales, not of the export
/// ```
/// use customer_tiers::identify::values::month::year_in;
/// assert_eq!(year_in("2024年销售汇总 制表日期：2025-01-10"), Some(2024));
/// assert_eq!(year_in("制表日期：2025-01-10"), None);
/// assert_eq!(year_in("2023与2024年对比"), None);
/// ```
#[must_use]
pub fn year_in(text: &str) -> Option<i32> {
    let folded: String = text.chars().map(fold_width).collect();
    let (mut said, mut of_days) = (Vec::new(), Vec::new());
    let mut rest = folded.as_str();
    while let Some(start) = rest.find(|letter: char| letter.is_ascii_digit()) {
        let run = &rest[start..];
        let (digits, after) = digits(run);
        rest = after;
        let Ok(number) = digits.parse::<u32>() else { continue };
        match digits.len() {
            2 if after.starts_with('年') && number <= 69 => said.push(2000 + number),
            4 if YEARS.contains(&number) => match behind_day(after) {
                Some(behind) => {
                    of_days.push(number);
                    rest = behind;
                }
                None => said.push(number),
            },
            6 if YEARS.contains(&(number / 100)) && (1..=12).contains(&(number % 100)) => said.push(number / 100),
            8 if YEARS.contains(&(number / 10_000)) => of_days.push(number / 10_000),
            _ => {}
        }
    }
    let only = |years: &[u32]| years.first().filter(|first| years.iter().all(|year| year == *first)).copied();
    let found = if said.is_empty() && of_days.len() > 1 { only(&of_days) } else { only(&said) };
    found.and_then(|year| i32::try_from(year).ok())
}

/// What follows the month and the day that stand behind a year; none when the year stands alone.
fn behind_day(after_year: &str) -> Option<&str> {
    let mut rest = after_year;
    for _ in 0..2 {
        rest = rest.strip_prefix(['-', '/', '.', '年', '月'])?;
        let (digits, after) = digits(rest);
        rest = Some(after).filter(|_| matches!(digits.len(), 1 | 2))?;
    }
    Some(rest)
}

/// The digits at the beginning, and what follows them.
fn digits(text: &str) -> (&str, &str) {
    text.split_at(text.find(|letter: char| !letter.is_ascii_digit()).unwrap_or(text.len()))
}

/// A part of a header without the words that say what is counted.
fn without_amount(part: &str) -> &str {
    const SIGNS: [char; 10] = [' ', '(', ')', '_', '-', ':', '[', ']', '\'', '.'];
    let mut rest = part.trim_matches(SIGNS);
    while let Some(shorter) = AMOUNTS.iter().find_map(|word| rest.strip_suffix(word).or_else(|| rest.strip_prefix(word))) {
        rest = shorter.trim_matches(SIGNS);
    }
    rest
}

/// `2024`, `2024年`, `24年度`.
fn year(text: &str) -> Option<i32> {
    let (digits, unit) = digits(text);
    matches!(unit, "" | "年" | "年度").then(|| year_of(digits, !unit.is_empty())).flatten()
}

fn month(text: &str) -> Option<Period> {
    let of = |year: Option<i32>, month: u32| Period { year, month, is_quarter: false };
    if let Some(month) = month_name(text) {
        return Some(of(None, month));
    }
    // A whole day is a month's where a workbook shows it as one: its first or its last.
    if let Some(read) = DayParser::new(None).parse(text).value() {
        let (year, month, _) = read.day.ymd();
        let is_edge = read.day.ymd().2 == 1 || read.day.plus(1).ymd().2 == 1;
        let is_month = match read.form {
            DayForm::MonthOnly => true,
            DayForm::Full => is_edge && !read.swappable && read.second == 0,
            DayForm::TwoDigitYear | DayForm::Serial => false,
        };
        return is_month.then_some(of(Some(year), month));
    }
    let (digits, after) = digits(text);
    let number: u32 = digits.parse().unwrap_or(0);
    if digits.len() == 6 && after.is_empty() {
        let (year, month) = (number / 100, number % 100);
        return (YEARS.contains(&year) && (1..=12).contains(&month)).then(|| of(i32::try_from(year).ok(), month));
    }
    let (year, rest) = split_year(text)?;
    let bare = || rest.parse::<u32>().ok().filter(|month| (1..=12).contains(month) && digits.len() == 4);
    Some(of(Some(year), month_name(rest).or_else(bare)?))
}

/// `1月`, `01月份`, `十二月`, `jan`, `sept.`, `january`.
fn month_name(text: &str) -> Option<u32> {
    const CHINESE: [&str; 12] = ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"];
    const ENGLISH: [&str; 12] =
        ["january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december"];
    if let Some(name) = text.strip_suffix("月份").or_else(|| text.strip_suffix('月')) {
        let name = name.trim_end();
        let number = || name.parse::<u32>().ok().filter(|month| (1..=12).contains(month) && name.len() <= 2);
        return (1..).zip(CHINESE).find(|(_, own)| *own == name).map(|(month, _)| month).or_else(number);
    }
    let is_it = |name: &str| name == text || (text.len() == 3 && name.starts_with(text)) || (text == "sept" && name == "september");
    (1..).zip(ENGLISH).find(|(_, name)| is_it(name)).map(|(month, _)| month)
}

/// `q1`, `1q`, `2024q1`, `q1 2024`, `第一季度`, `2024年1季度`.
fn quarter(text: &str) -> Option<Period> {
    let (year, name) = split_year(text).map_or((None, text), |(year, rest)| (Some(year), rest));
    let number = name.strip_prefix('q').or_else(|| name.strip_suffix('q')).or_else(|| {
        let name = name.strip_suffix("季度").or_else(|| name.strip_suffix('季'))?;
        Some(name.strip_prefix('第').unwrap_or(name))
    })?;
    let number = match number.trim() {
        "1" | "一" => 1,
        "2" | "二" => 2,
        "3" | "三" => 3,
        "4" | "四" => 4,
        _ => return None,
    };
    Some(Period { year, month: number * 3 - 2, is_quarter: true })
}

/// A year in front of a period or behind it, and the rest: `2024q1`, `24年1月`, `jan-24`, `q1 2024`.
fn split_year(text: &str) -> Option<(i32, &str)> {
    const SIGNS: [char; 7] = [' ', '-', '/', '.', ',', '\'', '_'];
    let (front, after) = digits(text);
    let unit = after.strip_prefix("年度").or_else(|| after.strip_prefix('年'));
    if let Some(year) = year_of(front, unit.is_some()) {
        return Some((year, unit.unwrap_or(after).trim_start_matches(SIGNS)));
    }
    let rest = text.trim_end_matches(|letter: char| letter.is_ascii_digit());
    // Two digits are a year only behind a name: of `1-24` nobody knows.
    let is_named = rest.starts_with(char::is_alphabetic);
    Some((year_of(&text[rest.len()..], is_named)?, rest.trim_end_matches(SIGNS)))
}

/// The year that four digits are, or two where `is_short` allows them.
fn year_of(digits: &str, is_short: bool) -> Option<i32> {
    let number: u32 = digits.parse().ok()?;
    let number = match digits.len() {
        4 if YEARS.contains(&number) => number,
        2 if is_short && number <= 69 => 2000 + number,
        _ => return None,
    };
    i32::try_from(number).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_months() {
        for (header, expected) in [
            ("1月", "-1"),
            ("01月份", "-1"),
            ("十二月", "-12"),
            ("１２月", "-12"),
            ("2024-01", "2024-1"),
            ("2024年1月", "2024-1"),
            ("2024 年 1 月", "2024-1"),
            ("24年1月", "2024-1"),
            ("2024/1", "2024-1"),
            ("2024.01", "2024-1"),
            ("01/2024", "2024-1"),
            ("202401", "2024-1"),
            ("2024-01-01", "2024-1"),
            ("2024-01-31", "2024-1"),
            ("2024/1/1", "2024-1"),
            ("Jan-24", "2024-1"),
            ("Jan'24", "2024-1"),
            ("Jan 2024", "2024-1"),
            ("2024 Jan", "2024-1"),
            ("January", "-1"),
            ("Jan.", "-1"),
            ("Sept", "-9"),
            ("MAY", "-5"),
            ("1月销售额（万元）", "-1"),
            ("销售金额 3月", "-3"),
            ("2024年 / 1月", "2024-1"),
            ("2024 / Jan / Sales", "2024-1"),
            ("Q1", "-1q"),
            ("2024Q2", "2024-4q"),
            ("2024年第三季度", "2024-7q"),
            ("四季度", "-10q"),
            ("Q4 2024", "2024-10q"),
        ] {
            let shown = period(header).map(|found| {
                let year = found.year.map(|year| year.to_string()).unwrap_or_default();
                format!("{year}-{}{}", found.month, if found.is_quarter { "q" } else { "" })
            });
            assert_eq!(shown.as_deref(), Some(expected), "{header}");
        }
    }

    #[test]
    fn headers_of_something_else() {
        let others = "|1|2024|2024年|13月|0月|2024-13|1-3月|1月累计|1月目标|1月数量|合计|一季度小计|Q5|2024-01-15|1/2/2024|45292|Ja|Maybe|Marketing|202413|2023 / 2024年1月|月|季度|上半年|M1|客户名称|Q|1月 / 2月";
        for header in others.split('|') {
            assert_eq!(period(header), None, "{header}");
        }
        assert_eq!(period(&"1月".repeat(10_000)), None);
    }

    #[test]
    fn years_of_titles() {
        for (text, expected) in [
            ("2024年销售汇总", Some(2024)),
            ("２０２４年度", Some(2024)),
            ("sales_2024.csv", Some(2024)),
            ("24年客户销售", Some(2024)),
            ("销售202401-202412", Some(2024)),
            ("2024年1月-12月", Some(2024)),
            ("2024-01-01 至 2024-12-31", Some(2024)),
            ("20240101-20241231", Some(2024)),
            ("2024年1月1日至2024年12月31日", Some(2024)),
            ("2024-11-01 至 2025-02-28", None),
            ("2024年 导出时间：2025年1月10日", Some(2024)),
            ("导出20250110", None),
            ("2023-2024年", None),
            ("客户12345", None),
            ("months.csv", None),
        ] {
            assert_eq!(year_in(text), expected, "{text}");
        }
    }
}
