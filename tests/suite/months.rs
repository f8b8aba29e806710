//! Tables whose columns are months: read as orders, counted once, refused where their year is unknown.

use crate::clean::{clean, lines, log};
use customer_tiers::identify::{BytesSource, IssueCode, Source, TableKind, identify, inspect};
use customer_tiers::recipe::{Field, Recipe};

/// What a manager keeps: a title, months, a total to the right and one below.
const SALES: &str = "\
,销售汇总,,,,\n\
客户名称,业务员,1月,2月,3月,合计\n\
甲公司,王伟,300,0,500.5,800.5\n\
乙公司,李娜,,\"1,200\",-200,1000\n\
丙公司,王伟,暂停,80,,80\n\
丁公司,李娜,0,0,0,0\n\
戊公司,李娜,,,,\n\
小计,,300,1280,300.5,1880.5\n\
客户名称,业务员,1月,2月,3月,合计\n\
合计,,300,1280,300.5,1880.5\n";

const MONTHS: [IssueCode; 3] = [IssueCode::MonthColumns, IssueCode::YearTaken, IssueCode::YearUnknown];

/// The code of the error, and its values.
fn refusal(name: &str, text: &str) -> (String, String) {
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new(name, text.into()))];
    let error = identify(&mut sources, &Recipe::default(), &mut |_| {}).err();
    error.map(|error| (error.code(), error.to_string())).unwrap_or_default()
}

#[test]
fn every_month_with_an_amount_is_an_order() {
    let book = clean(&[("2024年销售.csv", SALES)], "{}", "[]");
    let expected =
        ["丙公司 2024-02-01 80", "乙公司 2024-02-01 1200", "乙公司 2024-03-01 -200", "甲公司 2024-01-01 300", "甲公司 2024-03-01 500.5"];
    assert_eq!(lines(&book), expected);
    assert_eq!(
        log(&book, &MONTHS),
        ["mapping.months 2024年销售.csv 0 3 → 1月 … 3月", "mapping.year_taken 2024年销售.csv 0 2024 → 2024年销售.csv"]
    );
    // Rows of the file count once; who bought nothing is a customer all the same.
    let counts = book.counts;
    assert_eq!((counts.rows_read, counts.rows_used, counts.rows_rejected), (8, 4, 4));
    assert_eq!(book.customers.len(), 4);
    let told = [IssueCode::ValueUnreadable, IssueCode::AmountMissing, IssueCode::TotalRow, IssueCode::RepeatedHeader];
    let expected = [
        "value.unreadable 2024年销售.csv 5 暂停 → 1月",
        "amount.missing 2024年销售.csv 7  → ",
        "row.total 2024年销售.csv 8  → ",
        "row.repeated_header 2024年销售.csv 9  → ",
        "row.total 2024年销售.csv 10  → ",
    ];
    assert_eq!(log(&book, &told), expected);
    let owner = |id| book.customers.attribute(Field::Owner, crate::book::customer(&book, id)).to_owned();
    assert_eq!((owner("甲公司"), owner("丁公司")), ("王伟".to_owned(), "李娜".to_owned()));
}

#[test]
fn a_year_that_nobody_says_is_asked_for() {
    let bare = "客户名称,1月,2月,3月,合计\n甲公司,300,0,500,800\n乙公司,,1200,-200,1000\n";
    let (code, shown) = refusal("销售.csv", bare);
    assert_eq!((code.as_str(), shown.as_str()), ("table.no_year", "table.no_year: 销售.csv; headers: [\"1月\",\"2月\",\"3月\"]"));
    let above = SALES.replace("销售汇总", "2023年销售汇总");
    let book = clean(&[("销售.csv", &above)], "{}", "[]");
    assert_eq!(log(&book, &MONTHS)[1], "mapping.year_taken 销售.csv 0 2023 → 2023年销售汇总");
    assert_eq!(lines(&book)[0], "丙公司 2023-02-01 80");
    // What else it says of customers is used, and nobody is scored for the same reason.
    let list = clean(&[("销售.csv", SALES)], "{}", "[]");
    assert_eq!((list.not_scored.map(|error| error.code()), list.ledger.len()), (Some("table.no_year".to_owned()), 0));
    // Beside orders that can be read it is not silently left out.
    let orders = "客户名称,下单日期,金额\n甲公司,2024-05-06,7\n";
    let book = clean(&[("销售.csv", bare), ("o.csv", orders)], "{}", "[]");
    assert_eq!(log(&book, &MONTHS), ["mapping.year_unknown 销售.csv 0 1月 2月 3月 → "]);
}

#[test]
fn what_the_page_shows_of_months() {
    let seen = |name: &str| inspect(&mut BytesSource::new(name, SALES.into()), &Recipe::default()).expect("a table").tables.remove(0);
    let table = seen("2024年销售.csv");
    let fields: Vec<&str> = table.columns.iter().map(|column| column.field.map_or("", Field::name)).collect();
    assert_eq!((table.kind, table.header_row), (TableKind::Transactions, 2));
    assert_eq!(fields, ["customer_id", "owner", "amount", "amount", "amount", ""]);
    assert_eq!((table.questions.len(), table.without_year.len()), (0, 0));
    assert_eq!(seen("销售.csv").without_year, ["1月", "2月", "3月"]);
}

#[test]
fn two_rows_of_headers_are_months_of_their_years() {
    let text = "客户编号,客户名称,2023年,,2024年,,合计\n,,11月,12月,1月,2月,\nC1,甲公司,1,2,3,4,10\nC2,乙公司,5,6,7,8,26\n";
    let book = clean(&[("o.csv", text)], "{}", "[]");
    let of_c1: Vec<String> = lines(&book).into_iter().filter(|line| line.starts_with("C1")).collect();
    assert_eq!(of_c1, ["C1 2023-11-01 1", "C1 2023-12-01 2", "C1 2024-01-01 3", "C1 2024-02-01 4"]);
}

#[test]
fn the_recipe_stands_above_months() {
    let text = "客户名称,开户日,1月,2月,3月,合计\n甲公司,2024-02-03,300,0,500,800\n乙公司,2024-02-04,,1200,-200,1000\n";
    let read = |mapping: &str| {
        let recipe: Recipe = serde_json::from_str(&format!(r#"{{"mapping": {mapping}}}"#)).expect("a recipe");
        let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("2024.csv", text.into()))];
        identify(&mut sources, &recipe, &mut |_| {}).map_or_else(|error| vec![error.code()], |book| lines(&book))
    };
    assert_eq!(read("{}").len(), 4);
    assert_eq!(read(r#"{"amount": ["2月", "3月"]}"#).len(), 3);
    assert_eq!(read(r#"{"date": ["开户日"], "amount": ["合计"]}"#), ["乙公司 2024-02-04 1000", "甲公司 2024-02-03 800"]);
}

#[test]
fn the_same_months_twice_count_once() {
    let files = [("2024年销售.csv", SALES), ("2024年销售 (1).csv", SALES)];
    let book = clean(&files, "{}", "[]");
    assert_eq!(lines(&book).len(), 5);
    assert_eq!((book.counts.rows_read, book.counts.rows_used, book.counts.rows_rejected), (16, 5, 11));
    assert_eq!(book.issues.count(IssueCode::RowRepeated), 3);
    // What the first file had of a month, and nothing else.
    let more = SALES.replace("300,0,500.5", "300,0,600");
    let book = clean(&[files[0], ("2024年销售 (1).csv", &more)], "{}", "[]");
    assert_eq!((lines(&book).len(), book.counts.rows_used), (6, 6));
    let dropped = clean(&files[..1], r#"{"refunds": "drop"}"#, "[]");
    assert_eq!((lines(&dropped).len(), dropped.counts.rows_used, dropped.issues.count(IssueCode::RefundDropped)), (4, 4, 1));
}
