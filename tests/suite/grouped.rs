//! Reports in which the customers stand in headings above their rows, from file to book.

use customer_tiers::identify::clean::Corrections;
use customer_tiers::identify::{Book, BytesSource, IssueCode, Source, TableKind, TablePreview, identify_with, inspect};
use customer_tiers::recipe::{Checked, Field};

/// As QuickBooks prints sales by customer.
const DETAIL: &str = "Sales by Customer Detail,,,,,,\n\
    A Shop,,,,,,\n\
    \"January 1 - December 31, 2025\",,,,,,\n\
    ,,,,,,\n\
    ,Date,Transaction Type,Num,Product/Service,Amount,Balance\n\
    Ann Smith,,,,,,\n\
    ,03/02/2025,Invoice,1007,Design,121.00,121.00\n\
    ,05/09/2025,Invoice,1021,Design,80.00,201.00\n\
    Total for Ann Smith,,,,,$201.00,\n\
    Bob Jones,,,,,,\n\
    ,04/15/2025,Invoice,1010,Hours,50.00,50.00\n\
    Total for Bob Jones,,,,,$50.00,\n\
    TOTAL,,,,,$251.00,\n\
    ,,,,,,\n\
    \"Accrual Basis Wednesday, January 7, 2026 10:00 AM GMT+00:00\",,,,,,\n";

/// As Chinese programs print sales by customer: the heading stands where the days do.
const BY_CUSTOMER: &str = "销售明细表（按客户）,,,,\n\
    日期,单据编号,商品,数量,金额\n\
    客户：上海华信贸易有限公司,,,,\n\
    2025-03-02,XS001,铅笔,2,121.00\n\
    2025-05-09,XS002,本子,1,80.00\n\
    小计,,,3,201.00\n\
    客户：北京一文,,,,\n\
    2025-04-15,XS003,铅笔,1,50.00\n\
    小计,,,1,50.00\n\
    合计,,,4,251.00\n";

fn read(text: &str, recipe: &str, steps: &str) -> Book {
    let recipe = Checked::from_json(recipe).expect("a valid recipe");
    let corrections = Corrections::from_json(&format!(r#"{{"steps": {steps}}}"#)).expect("valid corrections");
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("r.csv", text.into()))];
    identify_with(&mut sources, &recipe, &corrections, &mut |_| {}).unwrap_or_else(|error| panic!("{error}\n{text}"))
}

/// The code of the error, when there is one.
fn refused(text: &str) -> Option<String> {
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new("r.csv", text.into()))];
    let recipe = Checked::from_json("{}").expect("a valid recipe");
    identify_with(&mut sources, &recipe, &Corrections::default(), &mut |_| {}).err().map(|error| error.code())
}

fn preview(text: &str, recipe: &str) -> TablePreview {
    let recipe = Checked::from_json(recipe).expect("a valid recipe");
    inspect(&mut BytesSource::new("r.csv", text.into()), &recipe).unwrap_or_else(|error| panic!("{error}")).tables.remove(0)
}

/// `customer lines revenue` of every customer.
fn customers(book: &Book) -> Vec<String> {
    let shown = |customer| {
        let lines = book.ledger.lines(customer);
        let revenue: f64 = lines.clone().map(|line| book.ledger.amount[line].to_f64()).sum();
        format!("{} {} {revenue}", book.customers.id(customer), lines.len())
    };
    book.customers.iter().map(shown).collect()
}

/// `code row original` of every issue with these codes.
fn told(book: &Book, codes: &[IssueCode]) -> Vec<String> {
    let rows = book.issues.rows().filter(|row| codes.contains(&row.code));
    rows.map(|row| format!("{} {} {}", row.code.name(), row.row, row.original)).collect()
}

const CODES: [IssueCode; 6] = [
    IssueCode::CustomersFromHeadings,
    IssueCode::HeadingAlone,
    IssueCode::TotalRow,
    IssueCode::DateMissing,
    IssueCode::DateUnreadable,
    IssueCode::CustomerBlank,
];

#[test]
fn customers_stand_in_an_unnamed_column() {
    let book = read(DETAIL, "{}", "[]");
    assert_eq!(customers(&book), ["Ann Smith 2 201", "Bob Jones 1 50"]);
    assert_eq!((book.counts.rows_read, book.counts.rows_used, book.counts.rows_rejected, book.counts.rows_unidentified), (6, 3, 3, 0));
    assert_eq!(
        told(&book, &CODES),
        [
            "row.total 9 ",
            "row.total 12 ",
            "row.total 13 ",
            "row.heading_alone 15 Accrual Basis Wednesday, January 7, 2026 10:00 AM GMT+00:00",
            "mapping.customers_from_headings 0 2",
        ]
    );
}

#[test]
fn customers_stand_where_the_days_do() {
    let book = read(BY_CUSTOMER, "{}", "[]");
    assert_eq!(customers(&book), ["上海华信贸易有限公司 2 201", "北京一文 1 50"]);
    assert_eq!(told(&book, &CODES), ["row.total 6 ", "row.total 9 ", "row.total 10 ", "mapping.customers_from_headings 0 2"]);
    for label in ["客户名称：", "客户名称:", "Customer: ", "Customer ", ""] {
        let other = BY_CUSTOMER.replace("客户：", label);
        assert_eq!(customers(&read(&other, "{}", "[]")), customers(&book), "{label}");
    }
}

#[test]
fn the_mapping_shows_the_column_and_a_recipe_that_names_it_gives_the_same() {
    for (text, column, title) in [(DETAIL, 0, "#1"), (BY_CUSTOMER, 5, "客户"), (&BY_CUSTOMER.replace("客户：", ""), 5, "#6")] {
        let table = preview(text, "{}");
        assert_eq!(table.kind, TableKind::Transactions);
        assert_eq!((table.headers[column].as_str(), table.columns[column].field), (title, Some(Field::CustomerId)));
        assert_eq!(table.columns.len(), table.headers.len());
        let shown: Vec<&str> = table.sample.iter().map(|row| row[column].as_str()).filter(|name| !name.starts_with("Accrual")).collect();
        assert_eq!(shown.len(), 3, "{shown:?}");
        assert_eq!(shown[0], shown[1]);
        let recipe = format!(r#"{{"mapping": {{"customer_id": ["{title}"]}}}}"#);
        let again = preview(text, &recipe);
        assert_eq!((&again.headers, &again.sample), (&table.headers, &table.sample));
        assert_eq!(customers(&read(text, &recipe, "[]")), customers(&read(text, "{}", "[]")));
    }
}

#[test]
fn a_list_adds_to_the_customers_of_headings() {
    let list = "客户名称,手机号,城市\nAnn Smith,13800138000,上海\nBob Jones,13900139000,北京\n";
    let recipes = ["{}", r##"{"mapping": {"customer_id": ["#1", "客户名称"]}}"##];
    for recipe in recipes.map(|recipe| Checked::from_json(recipe).expect("a valid recipe")) {
        let open = |(name, text): (&str, &str)| -> Box<dyn Source> { Box::new(BytesSource::new(name, text.into())) };
        let mut sources: Vec<Box<dyn Source>> = [("r.csv", DETAIL), ("l.csv", list)].map(open).into();
        let book = identify_with(&mut sources, &recipe, &Corrections::default(), &mut |_| {}).unwrap_or_else(|error| panic!("{error}"));
        let cities: Vec<&str> = book.customers.iter().map(|customer| book.customers.attribute(Field::City, customer)).collect();
        assert_eq!((customers(&book), cities), (vec!["Ann Smith 2 201".to_owned(), "Bob Jones 1 50".to_owned()], vec!["上海", "北京"]));
        // The name is known as one: contacts and feedback are joined by it.
        assert_eq!(book.customers.attribute(Field::CustomerName, crate::book::customer(&book, "Bob Jones")), "Bob Jones");
    }
    // A number is no name.
    let table = preview(&BY_CUSTOMER.replace("客户：", "客户编号：C0"), "{}");
    assert_eq!(table.headers[5], "客户编号");
    assert!(!table.columns[5].alternatives.contains(&Field::CustomerName));
}

#[test]
fn a_correction_is_of_a_rows_customer() {
    let steps = r#"[{"do": "replace", "field": "customer_id", "from": "北京一文", "to": "北京二文"},
        {"do": "set", "file": "r.csv", "sheet": null, "row": 5, "field": "customer_id", "value": "广州三友"}]"#;
    let book = read(BY_CUSTOMER, "{}", steps);
    assert_eq!(customers(&book), ["上海华信贸易有限公司 1 121", "北京二文 1 50", "广州三友 1 80"]);
    assert_eq!(book.issues.count(IssueCode::CorrectionUnused), 0);
}

#[test]
fn a_first_customer_may_have_more_rows_than_are_sampled() {
    let rows =
        |from: usize, count: usize| (from..from + count).map(|at| format!(",2025-01-{:02},{at}.50\n", at % 28 + 1)).collect::<String>();
    let text = format!(",Date,Amount\nAnn,,\n{}Total for Ann,,1\nBob,,\n{}Total for Bob,,1\n", rows(0, 90), rows(90, 3));
    let found: Vec<usize> =
        read(&text, "{}", "[]").customers.iter().map(|customer| read(&text, "{}", "[]").ledger.lines(customer).len()).collect();
    assert_eq!(found, [90, 3]);
}

#[test]
fn headings_may_have_the_total_of_what_follows() {
    let text = ",Date,Num,Amount\nAnn,,,30\n,2025-01-05,1,10\n,2025-01-06,2,20\nBob,,,5\n,2025-01-07,3,5\nTotal,,,35\n";
    let book = read(text, "{}", "[]");
    assert_eq!(customers(&book), ["Ann 2 30", "Bob 1 5"]);
    // What was carried over is no customer.
    let text = ",Date,Num,Amount\nAnn,,,\nBeginning balance,,,7\n,2025-01-05,1,10\nTotal for Ann,,,17\nBob,,,\n,2025-01-07,3,5\n";
    let book = read(text, "{}", "[]");
    assert_eq!(customers(&book), ["Ann 1 10", "Bob 1 5"]);
    assert_eq!(told(&book, &[IssueCode::DateMissing]), ["date.missing 3 "]);
}

/// One sheet with typed cells: what begins with `=` is a number, `@` a day.
fn sheet(rows: &[&str]) -> String {
    let cell = |text: &str| match (text.strip_prefix('='), text.strip_prefix('@')) {
        (Some(number), _) => format!(r#"<Cell><Data ss:Type="Number">{number}</Data></Cell>"#),
        (_, Some(day)) => format!(r#"<Cell><Data ss:Type="DateTime">{day}T00:00:00.000</Data></Cell>"#),
        _ if text.is_empty() => "<Cell/>".to_owned(),
        _ => format!(r#"<Cell><Data ss:Type="String">{text}</Data></Cell>"#),
    };
    let row = |row: &&str| format!("<Row>{}</Row>", row.split(',').map(cell).collect::<String>());
    let rows: String = rows.iter().map(row).collect();
    let spaces = r#"xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet""#;
    format!(r#"<?xml version="1.0"?><Workbook {spaces}><Worksheet ss:Name="S"><Table>{rows}</Table></Worksheet></Workbook>"#)
}

#[test]
fn cells_of_workbooks_are_no_texts() {
    let detail = ["Sales", ",Date,Num,Amount", "Ann", ",@2025-01-05,=7,=10.5", ",@2025-01-06,=8,=20", "Total for Ann,,,=30.5", "Bob"];
    let text = sheet(&[&detail[..], &[",@2025-01-07,=9,=5", "Total for Bob,,,=5", "TOTAL,,,=35.5"]].concat());
    assert_eq!(customers(&read(&text, "{}", "[]")), ["Ann 2 30.5", "Bob 1 5"]);
    let text = sheet(&["日期,商品,金额", "客户：甲", "@2025-01-05,笔,=10.5", "小计,,=10.5", "客户：乙", "@2025-01-07,本,=5", "小计,,=5"]);
    let book = read(&text, "{}", "[]");
    assert_eq!(customers(&book), ["乙 1 5", "甲 1 10.5"]);
    assert_eq!(told(&book, &CODES), ["row.total 4 ", "row.total 7 ", "mapping.customers_from_headings 0 2"]);
}

#[test]
fn a_number_may_be_a_name_and_unknown_words_end_a_group() {
    let text = DETAIL.replace("Bob Jones", "3M");
    assert_eq!(customers(&read(&text, "{}", "[]")), ["3M 1 50", "Ann Smith 2 201"]);
    // The total is called in a way that is not known.
    let text = DETAIL.replace("Total for", "Somme");
    let book = read(&text, "{}", "[]");
    assert_eq!(customers(&book), ["Ann Smith 2 201", "Bob Jones 1 50"]);
    assert_eq!(told(&book, &[IssueCode::CustomerBlank]), ["customer.blank 9 ", "customer.blank 12 "]);
}

#[test]
fn what_is_below_a_total_is_nobodys() {
    let text = DETAIL.replace("Bob Jones,,,,,,\n", "");
    let text = text.replace("TOTAL,", "Cyd Hay,,,,,,\n,04/16/2025,Invoice,1011,Hours,60.00,60.00\nTotal for Cyd Hay,,,,,$60.00,\nTOTAL,");
    // The sample shows it: such a table is not read so.
    assert_eq!(refused(&text).as_deref(), Some("table.no_customer"));
    // Behind the sample, the rows are left out and told.
    let long = (0..60).map(|at| format!(",2025-01-{:02},{at}.50\n", at % 28 + 1)).collect::<String>();
    let text = format!(",Date,Amount\nAnn,,\n,2025-01-05,5.5\nTotal for Ann,,5.5\nBob,,\n{long}Total for Bob,,1\n,2025-01-05,9.5\n");
    let book = read(&text, "{}", "[]");
    assert_eq!(book.counts.rows_used, 61);
    assert_eq!(told(&book, &[IssueCode::CustomerBlank]), ["customer.blank 67 "]);
}

#[test]
fn what_names_no_customers_makes_none() {
    for (name, text) in [
        ("another label", BY_CUSTOMER.replace("客户：", "业务员：")),
        ("periods", DETAIL.replace("Ann Smith", "January").replace("Bob Jones", "February")),
        ("a column of something else", DETAIL.replace(",Date,Trans", "Store,Date,Trans")),
        ("one text and no total", ",Date,Amount\nA Shop,,\n,2025-01-05,5\n,2025-01-06,6\n,2025-01-07,7\n".to_owned()),
        ("words of which nobody knows whose", DETAIL.replace(",04/15", "Carried over,,,,,9,9\n,04/15")),
        ("rows above the first heading", DETAIL.replace("Ann Smith,,,,,,\n", "")),
        (
            "text among other columns",
            BY_CUSTOMER.replace("客户：", "").replace("日期,单据编号", "类型,日期").replace("2025-", "销售,2025-"),
        ),
    ] {
        assert_eq!(refused(&text).as_deref(), Some("table.no_customer"), "{name}\n{text}");
    }
    // A column of customers is what names them.
    let named = "Date,Customer,Amount\nNorth,,\n2025-01-05,Ann,5\nSouth,,\n2025-01-06,Bob,6\n";
    assert_eq!(customers(&read(named, "{}", "[]")), ["Ann 1 5", "Bob 1 6"]);
}
