//! Where a table's header is, and what its first rows look like.
//!
//! The same for text files and sheets. Above the header there may be titles and blank rows, which are
//! narrower than the table; a header is text above columns that hold numbers and days; where everything
//! is text, the first row is the header unless it repeats in its columns.
//! Invariant: the number of headers is the number of columns, and no two headers are the same.

use super::limits::{COLUMNS, SAMPLE_ROWS, at_most};
use super::{TableLayout, stacked};
use crate::Result;
use crate::identify::values::month::period;
use crate::identify::values::{DayForm, DayParser};
use std::collections::{BTreeMap, BTreeSet};

/// Columns of months that a table has at least whose columns are named after months.
const MONTHS: usize = 3;

/// A cell as it is shown, and whether it is a number, a day or the like.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct SniffCell {
    pub(super) text: String,
    pub(super) is_typed: bool,
}

impl SniffCell {
    /// The cell of a text file.
    pub(super) fn of_text(text: &str) -> Self {
        Self { text: text.to_owned(), is_typed: is_typed(text) }
    }

    pub(super) fn is_empty(&self) -> bool {
        self.text.trim().is_empty()
    }

    fn is_word(&self) -> bool {
        !self.is_empty() && !self.is_typed
    }
}

/// A row with something in it.
#[derive(Debug, Clone, Default)]
pub(super) struct SniffRow {
    /// Its number as a spreadsheet counts.
    pub(super) number: u64,
    pub(super) cells: Vec<SniffCell>,
}

impl SniffRow {
    pub(super) fn filled(&self) -> usize {
        self.cells.iter().filter(|cell| !cell.is_empty()).count()
    }

    fn width(&self) -> usize {
        self.cells.iter().rposition(|cell| !cell.is_empty()).map_or(0, |last| last + 1)
    }
}

/// The table that begins with these rows; `header_row` overrides what would be found.
pub(super) fn table(sheet: Option<String>, rows: &[SniffRow], header_row: Option<u32>) -> Result<TableLayout> {
    let header = match header_row {
        Some(0) => None,
        Some(number) => rows.iter().position(|row| row.number >= u64::from(number)).map(|header| (header, header, rows[header].clone())),
        None => find(rows).map(|header| stacked::header(rows, header)),
    };
    let below = &rows[header.as_ref().map_or(0, |(_, last, _)| last + 1)..];
    let own = header.as_ref().map(|(_, _, row)| row);
    let used = own.into_iter().chain(below).map(SniffRow::filled).max().unwrap_or(0);
    at_most("columns", used as u64, COLUMNS as u64)?;
    let width = width(own, below);
    let headers = name_columns(own.map_or(&[], |row| &row.cells), width);
    let sample = below
        .iter()
        .take(SAMPLE_ROWS)
        .map(|row| (0..width).map(|column| row.cells.get(column).map_or_else(String::new, |cell| cell.text.clone())).collect())
        .collect();
    let header_row = own.map_or(0, |row| u32::try_from(row.number).unwrap_or(u32::MAX));
    let above = header.as_ref().map_or_else(Vec::new, |(first, _, _)| rows[..*first].iter().map(text_of).collect());
    Ok(TableLayout { sheet, is_hidden: false, header_row, above, headers, columns: width, sample })
}

/// What a row says, as one text that is not endless.
fn text_of(row: &SniffRow) -> String {
    const CELLS: usize = 20;
    const CHARACTERS: usize = 200;
    let cells = row.cells.iter().map(|cell| clean(&cell.text)).filter(|text| !text.is_empty());
    cells.take(CELLS).collect::<Vec<_>>().join(" ").chars().take(CHARACTERS).collect()
}

/// How many columns the table has: those that its header names or half of its rows reach; without a header, those that any row reaches.
fn width(header: Option<&SniffRow>, below: &[SniffRow]) -> usize {
    // A cell far to the right, in a table that is not that wide, is not worth thousands of columns.
    let mut widths: Vec<usize> = below.iter().map(SniffRow::width).filter(|width| *width <= COLUMNS).collect();
    widths.sort_unstable();
    let Some(header) = header else { return widths.last().copied().unwrap_or(0) };
    let usual = widths.get(widths.len() / 2).copied().unwrap_or(0);
    usual.max(header.width().min(COLUMNS))
}

/// Position of the header among these rows.
fn find(rows: &[SniffRow]) -> Option<usize> {
    let first = first_full(rows)?;
    if is_header(&rows[first], &rows[first + 1..]) {
        return Some(first);
    }
    // A title above can be as wide as the table; then the header is the row that is words above columns of numbers.
    (first + 1..rows.len().min(first + 6)).find(|place| is_plain_header(&rows[*place], &rows[place + 1..]))
}

/// The first row that is about as full as those below it, and is no line of settings.
fn first_full(rows: &[SniffRow]) -> Option<usize> {
    let is_full = |place: &usize| {
        let usual = usual_filled(&rows[place + 1..]);
        rows[*place].filled() * 5 >= usual * 3 && (usual < 2 || rows[*place].filled() > 1)
    };
    let first = (0..rows.len()).find(is_full)?;
    (first..rows.len().min(first + 6)).find(|place| is_full(place) && !is_settings(&rows[*place])).or(Some(first))
}

/// `Shop: A`, `State: all`: how the table below was made.
fn is_settings(row: &SniffRow) -> bool {
    let is_setting = |text: &str| {
        text.split_once([':', '：'])
            .is_some_and(|(name, value)| !name.trim().is_empty() && !value.trim().is_empty() && !value.starts_with("//"))
    };
    row.cells.iter().filter(|cell| !cell.is_empty()).all(|cell| !cell.is_typed && is_setting(&cell.text))
}

/// How many cells most of these rows have filled.
fn usual_filled(rows: &[SniffRow]) -> usize {
    let mut counts: Vec<usize> = rows.iter().map(SniffRow::filled).collect();
    counts.sort_unstable();
    counts.get(counts.len() / 2).copied().unwrap_or(0)
}

/// What the columns below say about a row being their header: columns for it, against it, and typed ones.
fn votes(row: &SniffRow, below: &[SniffRow]) -> (usize, usize, usize) {
    let (mut pro, mut against, mut typed) = (0, 0, 0);
    let are_months = months(row) >= MONTHS;
    for (column, cell) in row.cells.iter().enumerate().filter(|(_, cell)| !cell.is_empty()) {
        let values: Vec<&SniffCell> = below.iter().filter_map(|row| row.cells.get(column)).filter(|value| !value.is_empty()).collect();
        if values.is_empty() {
            continue;
        }
        let numbers = values.iter().filter(|value| value.is_typed).count();
        let is_typed = numbers * 4 >= values.len() * 3;
        let is_words = numbers * 4 <= values.len();
        typed += usize::from(is_typed);
        match (cell.is_typed, is_typed) {
            (false, true) => pro += 1,
            (true, true) if is_year(&cell.text) && !values.iter().any(|value| is_year(&value.text)) => pro += 1,
            (true, true) if are_months && period(&cell.text).is_some() && !values.iter().any(|value| is_day(&value.text)) => pro += 1,
            (true, true) => against += 1,
            (true, false) => against += usize::from(is_words),
            (false, false) => against += usize::from(values.iter().filter(|value| value.text == cell.text).count() * 20 > values.len()),
        }
    }
    (pro, against, typed)
}

fn is_header(row: &SniffRow, below: &[SniffRow]) -> bool {
    let words = row.cells.iter().filter(|cell| cell.is_word()).count();
    let years = row.cells.iter().filter(|cell| is_year(&cell.text)).count();
    // A row of months may have the names of its other columns in the row above it.
    let months = months(row);
    if (words + years.max(months)) * 2 < row.filled() || (words == 0 && months < MONTHS) {
        return false;
    }
    let (pro, against, typed) = votes(row, below);
    if typed == 0 {
        // Only words: a header says each thing once.
        return against == 0 && is_distinct(row);
    }
    pro > against
}

fn is_plain_header(row: &SniffRow, below: &[SniffRow]) -> bool {
    let (pro, against, typed) = votes(row, below);
    let has_months = months(row) >= MONTHS;
    let all_words = row.cells.iter().all(|cell| cell.is_empty() || cell.is_word() || (has_months && period(&cell.text).is_some()));
    all_words && is_distinct(row) && against == 0 && pro > 0 && pro * 2 >= typed && row.filled() * 5 >= usual_filled(below) * 3
}

/// Columns are often named after years.
fn is_year(text: &str) -> bool {
    text.trim().trim_end_matches('年').parse::<u32>().is_ok_and(|number| (1980..2100).contains(&number))
}

/// Columns that are named after a month as numbers are written, as `1月` and `2024-01`, in a row that has several of them: one
/// alone is a day or a number like others.
fn months(row: &SniffRow) -> usize {
    let count = row.cells.iter().filter(|cell| cell.is_typed && period(&cell.text).is_some()).count();
    if count >= MONTHS { count } else { 0 }
}

/// A day or a month, with its year.
fn is_day(text: &str) -> bool {
    DayParser::new(None).parse(text).value().is_some_and(|read| read.form != DayForm::Serial)
}

fn is_distinct(row: &SniffRow) -> bool {
    let texts: BTreeSet<&str> = row.cells.iter().filter(|cell| !cell.is_empty()).map(|cell| cell.text.trim()).collect();
    texts.len() == row.filled()
}

/// The headers: trimmed, `#n` where there is none, made distinct by a number behind.
pub(super) fn name_columns(cells: &[SniffCell], width: usize) -> Vec<String> {
    let mut names = Names::default();
    let name = |column: usize| cells.get(column).map(|cell| clean(&cell.text)).filter(|name| !name.is_empty());
    (0..width).map(|column| names.give(name(column).unwrap_or_else(|| format!("#{}", column + 1)))).collect()
}

/// Names that columns have been given.
#[derive(Default)]
struct Names {
    taken: BTreeSet<String>,
    /// How far each name has been numbered: thousands of columns may have the same one.
    counts: BTreeMap<String, usize>,
    /// How many names have been tried.
    #[cfg(test)]
    tries: usize,
}

impl Names {
    /// This name, or, when it is taken, with the next number behind it that is free.
    fn give(&mut self, name: String) -> String {
        let mut given = name.clone();
        while !self.take(&given) {
            let count = self.counts.entry(name.clone()).or_insert(1);
            *count += 1;
            given = format!("{name} ({count})");
        }
        given
    }

    fn take(&mut self, name: &str) -> bool {
        #[cfg(test)]
        {
            self.tries += 1;
        }
        self.taken.insert(name.to_owned())
    }
}

/// One line without blanks around it and marks that cannot be seen.
fn clean(text: &str) -> String {
    let visible = text.replace(['\u{FEFF}', '\u{200B}', '\0'], "");
    visible.split(['\r', '\n', '\t']).map(str::trim).filter(|part| !part.is_empty()).collect::<Vec<_>>().join(" ")
}

/// Whether a text is a number, an amount, a day, a time or the like: digits with what stands between and around them.
pub(super) fn is_typed(text: &str) -> bool {
    let text = text.trim();
    let digits = text.chars().filter(|letter| letter.is_numeric()).count();
    if digits == 0 || text.len() > 40 {
        return false;
    }
    let mut letters = String::new();
    for letter in text.chars().filter(|letter| !letter.is_numeric()) {
        match letter {
            '.' | ',' | ':' | '/' | '-' | '+' | '(' | ')' | '%' | '\'' | ' ' | '\u{A0}' | '\u{202F}' | '\u{2212}' => letters.push(' '),
            '$' | '€' | '£' | '¥' | '￥' | '₹' | '₽' | '₩' | '元' | '万' | '亿' | '年' | '月' | '日' | '号' | '时' | '分' | '秒' | '点'
            | '円' | '圆' | '，' | '．' => letters.push(' '),
            letter if letter.is_ascii_alphabetic() => letters.push(letter.to_ascii_lowercase()),
            _ => return false,
        }
    }
    letters.split_ascii_whitespace().all(is_word_of_values)
}

/// A word that stands in numbers and days: a month, a weekday, a unit, a currency.
fn is_word_of_values(word: &str) -> bool {
    const BEGINNINGS: [&str; 19] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec", "mon", "tue", "wed", "thu", "fri", "sat", "sun",
    ];
    const WORDS: [&str; 20] =
        ["t", "z", "tz", "e", "k", "m", "am", "pm", "utc", "gmt", "rmb", "cny", "usd", "eur", "gbp", "jpy", "hkd", "st", "nd", "th"];
    WORDS.contains(&word) || word.len() <= 9 && BEGINNINGS.iter().any(|beginning| word.starts_with(beginning))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<SniffRow> {
        let lines = text.lines().enumerate().filter(|(_, line)| !line.replace(',', "").trim().is_empty());
        lines.map(|(place, line)| SniffRow { number: place as u64 + 1, cells: line.split(',').map(SniffCell::of_text).collect() }).collect()
    }

    #[test]
    fn headers() -> Result<()> {
        // Name, rows, row of the header, headers.
        let cases: &[(&str, &str, u32, &str)] = &[
            ("first row", "id,day,amount\nA1,2024-01-05,3\nA2,2024-01-06,4", 1, "id|day|amount"),
            ("none", "1,19970101,2.5\n2,19970102,3\n3,19970103,1", 0, "#1|#2|#3"),
            ("none, with words", "ann,2024-01-05,3\nbob,2024-01-06,4\nann,2024-01-07,9", 0, "#1|#2|#3"),
            ("title and blank rows above", "Sales 2024\n\n,,\nid,day,amount\nA1,2024-01-05,3\nA2,2024-01-06,4", 4, "id|day|amount"),
            (
                "title as wide as the table",
                "Report,of,2024-05-01\nid,day,amount\nA1,2024-01-05,3\nA2,2024-01-06,4\nA3,2024-01-07,4",
                2,
                "id|day|amount",
            ),
            ("only words", "id,name,city\na,Ann,Rome\nb,Bob,Oslo", 1, "id|name|city"),
            ("only a header", "id,name,city", 1, "id|name|city"),
            ("only data", "1,2,3", 0, "#1|#2|#3"),
            ("empty and repeated headers", "id,,Amount,Amount\n1,2,3,4\n2,2,3,4", 1, "id|#2|Amount|Amount (2)"),
            ("years as headers", "customer,2019,2020\nann,5,6\nbob,7,8\ncyd,7,8\ndan,9,9", 1, "customer|2019|2020"),
            ("months as headers", "客户名称,1月,2月,3月,合计\n甲公司,5,6,7,18\n乙公司,7,8,9,24", 1, "客户名称|1月|2月|3月|合计"),
            ("months with years", "name,2024-01,2024-02,2024-03\nann,5,,6\nbob,7,8,9", 1, "name|2024-01|2024-02|2024-03"),
            ("short months", "name,Jan-24,Feb-24,Mar-24\nann,5,,6\nbob,7,8,9", 1, "name|Jan-24|Feb-24|Mar-24"),
            (
                "months below a year",
                "客户名称,2024年,,,合计\n,1月,2月,3月,\n甲,1,2,3,6\n乙,4,5,6,15",
                2,
                "客户名称|2024年 / 1月|2024年 / 2月|2024年 / 3月|合计",
            ),
            (
                "a title as wide as the months",
                "Sales,of,,2025-05-01\nname,2024-01,2024-02,2024-03\nann,5,6,1\nbob,7,8,9",
                2,
                "name|2024-01|2024-02|2024-03",
            ),
            (
                "months that are data",
                "ann,2024-01,2024-02,2024-03\nbob,2024-04,2024-05,2024-06\nann,2024-01,2024-02,2024-03",
                0,
                "#1|#2|#3|#4",
            ),
            ("one column", "id\n5\n6", 1, "id"),
            ("one column of words", "name\nann\nbob", 1, "name"),
            ("quarters as headers", "customer,city,Q1,Q2\nann,Rome,5,6\nbob,Oslo,7,8", 1, "customer|city|Q1|Q2"),
            ("money and German days", "Kunde,Datum,Betrag\nA,27.04.2017,\"3 €\"\nB,28.04.2017,\"4 €\"", 1, "Kunde|Datum|Betrag"),
            (
                "title, time and filters above",
                "销售明细\n导出时间：2024-01-05 10:00\n店铺：A店,状态：全部\n客户,日期,金额\n张三,2024-01-05,3\n李四,2024-01-06,4\n王五,2024-01-07,9\n合计,,16",
                4,
                "客户|日期|金额",
            ),
            ("title and author above words", "客户名单\n导出人：王五\n\n姓名,城市,标签\n张三,北京,新\n李四,上海,老", 4, "姓名|城市|标签"),
            ("Chinese", "客户,日期,金额\n张三,2024年3月5日,1.2万\n李四,2024年3月6日,300元", 1, "客户|日期|金额"),
        ];
        for (name, text, row, expected) in cases {
            let table = table(None, &rows(text), None)?;
            assert_eq!((table.header_row, table.headers.join("|")), (*row, (*expected).to_owned()), "{name}");
        }
        Ok(())
    }

    #[test]
    fn what_stands_above_a_header_is_kept() -> Result<()> {
        let text = "2024年销售汇总\n单位：元,制表：王五\n客户,2024年,,,合计\n,1月,2月,3月,\n甲,1,2,3,6\n乙,4,5,6,15";
        let found = table(None, &rows(text), None)?;
        assert_eq!((found.header_row, found.above), (4, vec!["2024年销售汇总".to_owned(), "单位：元 制表：王五".to_owned()]));
        Ok(())
    }

    #[test]
    fn thousands_of_equal_headers_are_numbered_without_beginning_again() {
        let mut names = Names::default();
        let given: BTreeSet<String> = (0..COLUMNS).map(|_| names.give("amount".to_owned())).collect();
        assert_eq!(given.len(), COLUMNS);
        assert!(names.tries <= 2 * COLUMNS, "{} names were tried", names.tries);
        assert_eq!((names.give("amount (9)".to_owned()), names.give("date".to_owned())), ("amount (9) (2)".into(), "date".into()));
    }

    #[test]
    fn the_recipe_decides() -> Result<()> {
        let text = "a,b\nc,d\n1,2\n";
        let header = |row| table(None, &rows(text), Some(row)).map(|table| (table.header_row, table.headers.join("|"), table.sample.len()));
        assert_eq!(header(0)?, (0, "#1|#2".into(), 3));
        assert_eq!(header(1)?, (1, "a|b".into(), 2));
        assert_eq!(header(2)?, (2, "c|d".into(), 1));
        Ok(())
    }

    #[test]
    fn typed_texts() {
        for text in [
            "1",
            "-1.5",
            "1,234.50",
            "12,50 €",
            "$0.00",
            "(3)",
            "5%",
            "2024-01-05",
            "2024-01-05T10:00:00Z",
            "5/1/24",
            "05-Jan-2024",
            "Jan 5, 2024",
            "10:30 PM",
            "2024年3月5日",
            "￥1.2万",
            "1e5",
            "１２",
        ] {
            assert!(is_typed(text), "{text}");
        }
        for text in ["", "a", "A1", "ORD0001", "Q1", "12 Main Street", "-", "$", "n/a", "客户1"] {
            assert!(!is_typed(text), "{text}");
        }
    }
}
