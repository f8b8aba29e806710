//! Months as columns: one row per customer, and in each column what was bought in that month.
//!
//! Such a table is a log of orders laid out in two directions. It is taken for one only when nothing says the day
//! otherwise, when at least three columns are named after months and hold numbers, and when the year of each is known:
//! of the header, of the header beside it, or of what the table, the file or the rows above are called. Invariants: columns
//! of which two are the same month, and tables of plans, are never orders; no year is guessed.

use super::score::Scores;
use super::table::Table;
use super::wishes::{Wishes, position};
use super::{Mapping, identify_by_other};
use crate::base::Day;
use crate::identify::TableKind;
use crate::identify::values::month::{Period, period, year_in};
use crate::identify::values::text::trim;
use crate::recipe::{Field, Recipe};
use std::collections::BTreeSet;

/// Columns that are named after months.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Months {
    /// Position and first day of each; empty when the table is no log of orders by month.
    pub columns: Vec<(usize, Day)>,
    /// The year that no header says, and the text in which it was found.
    pub year: Option<(i32, String)>,
    /// Columns that would be months if their year were known.
    pub without_year: Vec<usize>,
}

/// Fewer columns may be called like months for other reasons.
const LEAST: usize = 3;

/// What a row of months does not say of an order, because it is about many.
const NOT_OF_MONTHS: [Field; 6] = [Field::Date, Field::Amount, Field::Quantity, Field::UnitPrice, Field::OrderId, Field::Status];

impl Months {
    pub(super) const NONE: Self = Self { columns: Vec::new(), year: None, without_year: Vec::new() };

    /// Whether the table is a log of orders by month.
    #[must_use]
    pub const fn are_orders(&self) -> bool {
        !self.columns.is_empty()
    }

    /// First and last of the months by their headers: `1月 … 12月`.
    pub(in crate::identify) fn span(&self, headers: &[String]) -> Option<String> {
        let header = |column: Option<&(usize, Day)>| headers.get(column?.0);
        Some(format!("{} … {}", header(self.columns.first())?, header(self.columns.last())?))
    }

    /// The roles in a table of months: nothing but a month says a day or an amount.
    pub(super) fn roles(mut mapping: Mapping, wishes: &Wishes) -> Mapping {
        mapping.retain(|field, _| !NOT_OF_MONTHS.contains(field) || (*field == Field::Status && wishes.names(*field)));
        // Months have measures, so that it pays to tell customers apart by phone or e-mail, too.
        identify_by_other(&mut mapping, wishes, true);
        mapping
    }
}

/// A table in which columns of months are looked for, and what is known of it so far.
pub(super) struct Search<'a, 't> {
    pub(super) table: &'a Table<'t>,
    pub(super) scores: &'a Scores,
    pub(super) wishes: &'a Wishes,
    pub(super) recipe: &'a Recipe,
    /// What the table, its file and the rows above it are called, the nearest first.
    pub(super) texts: &'a [&'a str],
}

impl Search<'_, '_> {
    /// The columns of months of a table of this kind, whose roles as a log of orders are these.
    pub(super) fn find(&self, kind: TableKind, ledger: &Mapping) -> Months {
        let may_be = matches!(kind, TableKind::Other | TableKind::CustomerList | TableKind::Transactions);
        let names_somebody = Months::roles(ledger.clone(), self.wishes).contains_key(&Field::CustomerId);
        if !may_be || !names_somebody || self.is_overruled() {
            return Months::NONE;
        }
        let periods = self.periods();
        let is_period = |column: usize| periods.iter().any(|(own, _)| *own == column);
        let has_date = ledger.get(&Field::Date).is_some_and(|&column| !is_period(column) && !self.is_guess(column));
        if has_date || periods.len() < LEAST || !self.hold_numbers(&periods) || self.texts.iter().any(|text| is_plan(text)) {
            return Months::NONE;
        }
        let Some(wanted) = self.wanted(&periods) else { return Months::NONE };
        with_years(&periods, self.texts, &wanted)
    }

    /// Whether the recipe says by hand what an order is.
    fn is_overruled(&self) -> bool {
        let by_hand = [Field::Date, Field::Quantity, Field::UnitPrice, Field::OrderId];
        by_hand.into_iter().any(|field| self.wishes.names(field))
    }

    /// Whether a column was taken for the day only because nothing else was.
    fn is_guess(&self, column: usize) -> bool {
        const GUESS: f64 = 0.5;
        self.scores.get(Field::Date, column) <= GUESS
    }

    /// Columns of months; where there are hardly any, those of quarters, which add up months.
    fn periods(&self) -> Vec<(usize, Period)> {
        let all = || self.table.titles.iter().enumerate().filter_map(|(column, title)| Some((column, period(unnumbered(title))?)));
        let months: Vec<(usize, Period)> = all().filter(|(_, period)| !period.is_quarter).collect();
        if months.len() >= LEAST { months } else { all().filter(|(_, period)| period.is_quarter).collect() }
    }

    /// Whether nearly all that stands in these columns are numbers, save a header that is repeated further down.
    fn hold_numbers(&self, periods: &[(usize, Period)]) -> bool {
        let (mut filled, mut numbers) = (0, 0);
        for &(column, _) in periods {
            let profile = &self.table.profiles[column];
            let name = own_name(&self.table.titles[column]);
            filled += profile.filled - self.table.values(column).filter(|value| trim(value) == name).count().min(profile.filled);
            numbers += profile.numbers;
        }
        filled > 0 && numbers * 4 >= filled * 3
    }

    /// Those of the months that the recipe takes for amounts: all when it says nothing of this table; none when it takes another column.
    fn wanted(&self, periods: &[(usize, Period)]) -> Option<BTreeSet<usize>> {
        let all: BTreeSet<usize> = periods.iter().map(|(column, _)| *column).collect();
        let Some(names) = self.recipe.mapping.get(&Field::Amount) else { return Some(all) };
        let named: BTreeSet<usize> = names.iter().filter_map(|name| position(self.table, name)).collect();
        match (names.is_empty(), named.is_empty()) {
            (true, _) => None,
            (false, true) => Some(all),
            (false, false) => named.is_subset(&all).then_some(named),
        }
    }
}

/// The name of a column below those of its groups, as its header says it: `1月` of `2024年 / 1月`.
pub(in crate::identify) fn own_name(header: &str) -> &str {
    header.rsplit(" / ").next().unwrap_or(header)
}

/// A header without the number that tells it from an equal one: `1月 (2)`.
fn unnumbered(title: &str) -> &str {
    let inner = title.strip_suffix(')').and_then(|rest| rest.rsplit_once(" ("));
    inner.filter(|(_, number)| number.bytes().all(|b| b.is_ascii_digit())).map_or(title, |(name, _)| name)
}

/// Plans and budgets look like sales, and nobody has bought anything. Who compares them with what was sold says so.
fn is_plan(text: &str) -> bool {
    const PLANS: [&str; 10] = ["目标", "计划", "预算", "预测", "指标", "budget", "forecast", "target", "quota", "planned"];
    const SOLD: [&str; 4] = ["完成", "实际", "达成", "actual"];
    let text = text.to_lowercase();
    PLANS.iter().any(|word| text.contains(word)) && !SOLD.iter().any(|word| text.contains(word))
}

/// The months with their years.
fn with_years(periods: &[(usize, Period)], texts: &[&str], wanted: &BTreeSet<usize>) -> Months {
    let mut dated: Vec<(usize, Period)> = periods.to_vec();
    let mut found = None;
    if dated.iter().all(|(_, period)| period.year.is_none()) {
        // Months that begin anew are of several years, and one year does not say which.
        let rises = dated.windows(2).all(|pair| pair[0].1.month < pair[1].1.month);
        let falls = dated.windows(2).all(|pair| pair[0].1.month > pair[1].1.month);
        found = texts.iter().filter(|_| rises || falls).find_map(|text| Some((year_in(text)?, (*text).to_owned())));
        let year = found.as_ref().map(|(year, _)| *year);
        dated.iter_mut().for_each(|(_, period)| period.year = year);
    } else {
        carry_years(&mut dated);
    }
    let distinct: BTreeSet<(Option<i32>, u32)> = dated.iter().map(|(_, period)| (period.year, period.month)).collect();
    let is_known = dated.iter().all(|(_, period)| period.year.is_some());
    if is_known && distinct.len() < dated.len() {
        return Months::NONE;
    }
    dated.retain(|(column, _)| wanted.contains(column));
    if !is_known {
        return Months { without_year: dated.into_iter().map(|(column, _)| column).collect(), ..Months::NONE };
    }
    let day = |(column, period): (usize, Period)| Some((column, Day::from_ymd(period.year?, period.month, 1)?));
    Months { columns: dated.into_iter().filter_map(day).collect(), year: found, without_year: Vec::new() }
}

/// `2023年11月, 12月`: a month without a year is of the same one as the earlier month on its left.
fn carry_years(dated: &mut [(usize, Period)]) {
    for right in 1..dated.len() {
        let left = dated[right - 1].1;
        let own = &mut dated[right].1;
        if own.year.is_none() && own.month > left.month {
            own.year = left.year;
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::propose_in;
    use super::*;

    /// `column month` of each, or who is asked for a year.
    fn found(headers: &str, rows: &[&str], recipe: &str, texts: &[&str]) -> String {
        let split = |text: &str| text.split('|').map(str::to_owned).collect::<Vec<_>>();
        let sample: Vec<Vec<String>> = rows.iter().map(|row| split(row)).collect();
        let recipe: Recipe = serde_json::from_str(&format!(r#"{{"mapping": {recipe}}}"#)).unwrap_or_default();
        let proposal = propose_in(&split(headers), &sample, &recipe, texts);
        let months = &proposal.months;
        assert_eq!(
            months.are_orders(),
            proposal.kind == TableKind::Transactions && !proposal.mapping.contains_key(&Field::Date),
            "{headers}"
        );
        let asked = if months.without_year.is_empty() { String::new() } else { format!("? {:?}", months.without_year) };
        months.columns.iter().map(|(column, day)| format!("{column} {}", &day.to_string()[..7])).collect::<Vec<_>>().join(", ") + &asked
    }

    #[test]
    fn columns_of_months() {
        let rows: &[&str] = &["甲公司|5||7|12", "乙公司|-|8|9.5|17.5"];
        let four = "1 2024-01, 2 2024-02, 3 2024-03";
        let cases: [(&str, &str, &str, &[&str], &str); 19] = [
            ("a year in the headers", "客户名称|2024年1月|2024-02|Mar-24|合计", "{}", &[], four),
            ("in the name of the sheet", "客户名称|1月|2月|3月|合计", "{}", &["2024年", "2023.csv"], four),
            ("in the name of the file", "客户名称|1月|2月|3月|合计", "{}", &["Sheet1", "2024年销售.xlsx", "2023"], four),
            ("above", "客户名称|1月|2月|3月|合计", "{}", &["Sheet1", "销售.xlsx", "2024年销售汇总 制表：2025-01-03"], four),
            ("nowhere", "客户名称|1月|2月|3月|合计", "{}", &["Sheet1", "销售.xlsx"], "? [1, 2, 3]"),
            ("of the month on the left", "客户名称|2023年11月|12月|2024年1月|2月", "{}", &[], "1 2023-11, 2 2023-12, 3 2024-01, 4 2024-02"),
            ("not of the month on the right", "客户名称|12月|2024年1月|2月|合计", "{}", &["2024"], "? [1, 2, 3]"),
            ("months of two years", "客户名称|11月|12月|1月|合计", "{}", &["2024"], "? [1, 2, 3]"),
            ("from the last to the first", "客户名称|3月|2月|1月|合计", "{}", &["2024"], "1 2024-03, 2 2024-02, 3 2024-01"),
            ("quarters", "客户名称|Q1|Q2|Q3|全年", "{}", &["2024"], "1 2024-01, 2 2024-04, 3 2024-07"),
            ("two are the same", "客户名称|2024年1月|2024年2月|2024年2月 (2)|合计", "{}", &[], ""),
            ("too few", "客户名称|1月|2月|备注|合计", "{}", &["2024"], ""),
            ("nobody is named", "商品名称|1月|2月|3月|合计", "{}", &["2024"], ""),
            ("a plan", "客户名称|1月|2月|3月|合计", "{}", &["2024年销售目标"], ""),
            ("a plan and what came of it", "客户名称|1月|2月|3月|合计", "{}", &["2024年目标与完成"], four),
            ("the recipe has another amount", "客户名称|1月|2月|3月|合计", r#"{"amount": ["合计"]}"#, &["2024"], ""),
            ("the recipe has no amount", "客户名称|1月|2月|3月|合计", r#"{"amount": []}"#, &["2024"], ""),
            (
                "the recipe takes two of them",
                "客户名称|1月|2月|3月|合计",
                r#"{"amount": ["1月", "3月"]}"#,
                &["2024"],
                "1 2024-01, 3 2024-03",
            ),
            ("the recipe is for other files", "客户名称|1月|2月|3月|合计", r#"{"amount": ["实付金额"]}"#, &["2024"], four),
        ];
        for (name, headers, recipe, texts, expected) in cases {
            assert_eq!(found(headers, rows, recipe, texts), expected, "{name}");
        }
        let with_day: &[&str] = &["甲公司|5|6|7|2024-05-03", "乙公司|3|8|9|2024-05-04"];
        assert_eq!(found("客户名称|1月|2月|3月|下单日期", with_day, "{}", &["2024"]), "");
        assert_eq!(found("客户名称|1月|2月|3月|建档日", with_day, "{}", &["2024"]), four);
        assert_eq!(found("客户名称|1月|2月|3月|备注", &["甲公司|好|一般|好|x"], "{}", &["2024"]), "");
    }

    #[test]
    fn what_the_columns_are_taken_for() {
        let headers = ["客户编号", "客户名称", "业务员", "1月", "2月", "3月", "合计"].map(str::to_owned);
        let sample = [["C1", "甲公司", "王伟", "5", "", "7", "12"].map(str::to_owned).to_vec()];
        let proposal = propose_in(&headers, &sample, &Recipe::default(), &["2024.csv"]);
        let fields: Vec<&str> = proposal.columns.iter().map(|column| column.field.map_or("", Field::name)).collect();
        assert_eq!(fields, ["customer_id", "customer_name", "owner", "amount", "amount", "amount", ""]);
        assert_eq!((proposal.months.span(&headers), proposal.questions), (Some("1月 … 3月".to_owned()), Vec::new()));
    }

    #[test]
    fn thousands_of_months_take_no_longer_than_other_columns() {
        let headers: Vec<String> = (0..4_000).map(|at| if at == 0 { "客户名称".into() } else { format!("1月 ({at})") }).collect();
        let sample = [(0..4_000).map(|at| at.to_string()).collect::<Vec<_>>()];
        assert_eq!(propose_in(&headers, &sample, &Recipe::default(), &["2024"]).months, Months::NONE);
    }
}
