//! Forms of tables that real files have: headers of several rows, pages, XML, JSON.
//!
//! Source: the test files of other readers; `INDEX.md` beside them says where each comes from.

use crate::data::real;
use customer_tiers::identify::{BytesSource, FileSource, Inspection, Source, inspect};
use customer_tiers::pipeline::run;
use customer_tiers::recipe::{Checked, Recipe};
use std::io::Write;

fn inspected(file: &str) -> Inspection {
    let mut source = FileSource::open(&real(file)).expect("the file is there");
    inspect(&mut source, &Recipe::default()).unwrap_or_else(|error| panic!("{file}: {error}"))
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn workbooks_of_one_file() {
    // file, sheets, row of the first header, first headers.
    let cases = [
        ("hostile/sheetjs/1904__1900.xml", "Sheet1", 0, "#1"),
        ("hostile/sheetjs/1904__1904.xml", "Sheet1", 0, "#1"),
        ("hostile/sheetjs/crlf__crlf.xml", "Sheet1", 1, "Normal"),
        ("hostile/sheetjs/crlf__crlf.fods", "Sheet1", 1, "Normal"),
        ("hostile/sheetjs/sheet_visibility.xml", "Visible|Hidden|VeryHidden", 1, "v"),
        ("hostile/sheetjs/sushi.xml", "Sheet1", 1, "🍣"),
    ];
    for (file, sheets, header_row, header) in cases {
        let inspection = inspected(file);
        let names: Vec<&str> = inspection.tables.iter().filter_map(|table| table.sheet.as_deref()).collect();
        let first = &inspection.tables[0];
        assert_eq!((inspection.format.as_str(), names.join("|").as_str()), ("xml", sheets), "{file}");
        assert_eq!((first.header_row, first.headers[0].as_str()), (header_row, header), "{file}");
    }
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn the_same_days_in_every_format_and_system() {
    for system in ["1900", "1904"] {
        let of = |end: &str| inspected(&format!("hostile/sheetjs/1904__{system}.{end}")).tables[0].sample.clone();
        let expected = of("xlsx");
        for end in ["xls", "xlsb", "biff5", "ods", "xml"] {
            let days = |rows: &[Vec<String>]| rows.iter().map(|row| row[1].clone()).collect::<Vec<_>>();
            assert_eq!(days(&of(end)), days(&expected), "{system}.{end}");
        }
    }
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn json_reads_like_its_csv() {
    for name in ["comma_in_quotes", "empty", "escaped_quotes", "json", "newlines", "quotes_and_newlines", "simple", "utf8"] {
        let [csv, json] = ["csv", "json"].map(|end| inspected(&format!("hostile/csv-spectrum/{name}.{end}")).tables.remove(0));
        assert_eq!(csv.headers, json.headers, "{name}");
        // One of the files has other blanks within its nested value.
        if name != "json" {
            assert_eq!(csv.sample, json.sample, "{name}");
        }
    }
}

#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn hidden_sheets_come_last_and_are_marked_in_every_format() {
    for end in ["xls", "xlsb", "xlsx", "ods", "xml"] {
        let inspection = inspected(&format!("hostile/sheetjs/sheet_visibility.{end}"));
        let sheets: Vec<_> = inspection.tables.iter().map(|table| (table.sheet.as_deref().unwrap_or_default(), table.hidden)).collect();
        assert_eq!(sheets, [("Visible", false), ("Hidden", true), ("VeryHidden", true)], "{end}");
    }
}

/// An archive of real files gives the figures that the files give.
#[test]
#[ignore = "needs CUSTOMER_TIERS_DATA"]
fn an_archive_gives_what_its_files_give() {
    let files = ["derived/超市_订单_GBK.csv", "transactions/示例 - 超市.xls", "transactions/online_retail_II_first500.xlsx"];
    for file in files {
        let bytes = std::fs::read(real(file)).expect("the file is there");
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        writer.start_file(file, zip::write::SimpleFileOptions::default()).expect("a new entry");
        writer.write_all(&bytes).expect("in memory");
        let archive = BytesSource::new("a.zip", writer.finish().expect("in memory").into_inner());
        let figures = |source: Box<dyn Source>| {
            let outcome = run(&mut [source], &Checked::default(), &mut |_| {}).unwrap_or_else(|error| panic!("{file}: {error}"));
            let measures = &outcome.standing.measures;
            (outcome.book.counts.rows_read, outcome.book.customers.len(), measures.total_orders, measures.total_revenue.to_string())
        };
        assert_eq!(figures(Box::new(archive)), figures(Box::new(BytesSource::new("a", bytes))), "{file}");
    }
}

#[test]
fn the_same_table_on_two_sheets_with_other_orders_of_columns() {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let content = [
        ("2024/orders.csv", "客户编号,下单日期,订单金额\nA1,2024-01-05,10\nA2,2024-01-06,20\n"),
        ("2023/orders.csv", "订单金额,客户编号,下单日期\n5,A1,2023-01-05\n7,A3,2023-01-06\n"),
    ];
    for (name, text) in content {
        writer.start_file(name, zip::write::SimpleFileOptions::default()).expect("a new entry");
        writer.write_all(text.as_bytes()).expect("in memory");
    }
    let archive = BytesSource::new("a.zip", writer.finish().expect("in memory").into_inner());
    let outcome = run(&mut [Box::new(archive) as Box<dyn Source>], &Checked::default(), &mut |_| {}).expect("orders");
    assert_eq!((outcome.book.customers.len(), outcome.standing.measures.total_revenue.to_string()), (3, "42".to_owned()));
    assert_eq!(
        outcome.book.tables.iter().filter_map(|table| table.sheet.as_deref()).collect::<Vec<_>>(),
        ["2024/orders.csv", "2023/orders.csv"]
    );
}

/// The three forms in which back offices answer: the same orders give the same tiers.
#[test]
fn orders_as_text_json_and_page_are_the_same_orders() {
    let orders = [("U1", "2024-01-05", "12.5"), ("U2", "2024-01-06", "99"), ("U1", "2024-02-01", "7")];
    let csv =
        orders.iter().fold("customer_id,order_date,amount\n".to_owned(), |text, (id, day, amount)| format!("{text}{id},{day},{amount}\n"));
    let records: Vec<String> = orders
        .iter()
        .map(|(id, day, amount)| format!("{{\"customer_id\":\"{id}\",\"order_date\":\"{day}\",\"amount\":{amount}}}"))
        .collect();
    let cells = |[a, b, c]: [&str; 3]| format!("<tr><td>{a}</td><td>{b}</td><td>{c}</td></tr>");
    let rows: String = orders.iter().map(|(id, day, amount)| cells([id, day, amount])).collect();
    let page = format!("<html><table>{}{rows}</table></html>", cells(["customer_id", "order_date", "amount"]));
    for (name, text) in [
        ("orders.csv", csv),
        ("orders.json", format!("{{\"data\":[{}]}}", records.join(","))),
        ("orders.ndjson", records.join("\n")),
        ("orders.xls", page),
    ] {
        let mut sources: Vec<Box<dyn Source>> = vec![Box::new(BytesSource::new(name, text.into_bytes()))];
        let outcome = run(&mut sources, &Checked::default(), &mut |_| {}).unwrap_or_else(|error| panic!("{name}: {error}"));
        let figures = (outcome.book.counts.rows_used, outcome.book.customers.len(), outcome.standing.measures.total_revenue.to_string());
        assert_eq!(figures, (3, 2, "118.5".to_owned()), "{name}");
    }
}
