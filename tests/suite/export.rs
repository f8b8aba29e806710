//! What comes out: read back by other programs' rules, byte by byte where it is ours.

use crate::support;
use calamine::{Data, Reader, Xlsx};
use customer_tiers::base::Money;
use customer_tiers::differentiate::Standing;
use customer_tiers::export::{Words, customers_csv, customers_json, customers_xlsx, issues_csv, summary_json};
use customer_tiers::identify::{Book, IssueCode};
use customer_tiers::recipe::Field;
use std::io::Cursor;

/// Ids that spreadsheets destroy, text that spreadsheets run, a refund, a name with everything in it.
fn sample() -> (Book, Standing) {
    let mut book = support::book(&[
        ("0001", "2024-01-01", 100, "tea"),
        ("123456789012345678", "2024-05-01", -5, "tea"),
        ("=cmd|' /C calc'!A0", "2024-12-31", 905, "pot"),
    ]);
    support::name(&mut book, Field::CustomerName, &["王伟, \"小王\"", "", "＝HYPERLINK(\"http://x\")"]);
    support::issue(&mut book, IssueCode::DateUnreadable, 7, "@soon", "");
    let standing = support::standing(&book, &[0, 1, 1]);
    (book, standing)
}

#[test]
fn csv_has_mark_line_ends_columns_and_guards() {
    let (book, standing) = sample();
    let mut csv = Vec::new();
    customers_csv(&book, &standing, &mut csv).expect("a vector takes everything");
    let expected = concat!(
        "\u{FEFF}customer_id,customer_name,first_order,last_order,recency_days,orders,revenue,average_order,",
        "r,f,m,rfm,segment,segment_code,tier,abc,life_cycle,scheme_orders\r\n",
        "0001,\"王伟, \"\"小王\"\"\",2024-01-01,2024-01-01,366,1,100,100,5,10,3,503,Champions,champions,high,A,active,x\r\n",
        "123456789012345678,,2024-05-01,2024-05-01,245,1,-5,-5,5,10,3,503,Can't Lose Them,cant_lose,low,C,churned,y\r\n",
        "'=cmd|' /C calc'!A0,\"'＝HYPERLINK(\"\"http://x\"\")\",2024-12-31,2024-12-31,1,1,905,905,5,10,3,503,",
        "Can't Lose Them,cant_lose,low,C,churned,y\r\n",
    );
    assert_eq!(String::from_utf8(csv).expect("text"), expected);
}

#[test]
fn issues_are_guarded_too() {
    let (book, _) = sample();
    let mut csv = Vec::new();
    issues_csv(&book.issues, &mut csv).expect("a vector takes everything");
    let expected = "\u{FEFF}severity,code,file,sheet,row,column,original,became\r\n\
                    rejected,date.unreadable,orders.xlsx,Sheet1,7,下单时间,'@soon,\r\n";
    assert_eq!(String::from_utf8(csv).expect("text"), expected);
}

#[test]
fn json_is_json_with_exact_numbers() {
    let (mut book, mut standing) = sample();
    support::name(&mut book, Field::City, &["", "a\"\\\n", ""]);
    standing.measures.revenue[0] = Money::from_raw(1_000_001);
    let mut json = Vec::new();
    customers_json(&book, &standing, &mut json).expect("a vector takes everything");
    let text = String::from_utf8(json).expect("text");
    assert!(text.contains(r#""revenue":100.0001,"#), "{text}");
    let rows: serde_json::Value = serde_json::from_str(&text).expect("valid JSON");
    assert_eq!(rows.as_array().map(Vec::len), Some(3));
    assert_eq!(rows[0]["customer_name"], "王伟, \"小王\"");
    assert_eq!(rows[0]["rfm"], "503");
    assert_eq!(rows[1]["city"], "a\"\\\n");
    assert_eq!(rows[1]["customer_name"], serde_json::Value::Null);
    assert_eq!(rows[1]["recency_days"], 245);
}

#[test]
fn an_empty_list_is_an_empty_array() {
    let book = support::book(&[]);
    let standing = support::standing(&book, &[]);
    let mut json = Vec::new();
    customers_json(&book, &standing, &mut json).expect("a vector takes everything");
    assert_eq!(serde_json::from_slice::<Vec<u8>>(&json).expect("valid JSON"), [0; 0]);
}

#[test]
fn summary_is_the_same_text_every_time() {
    let (book, standing) = sample();
    let write = || {
        let mut json = Vec::new();
        summary_json(&support::summary(&book, &standing), &mut json).expect("a vector takes everything");
        String::from_utf8(json).expect("text")
    };
    assert_eq!(write(), write());
    assert!(write().starts_with("{\n  \"rows_read\": 9,\n"));
    assert!(write().ends_with("}\n"));
}

fn workbook(words: &Words) -> Vec<u8> {
    let (book, standing) = sample();
    let mut bytes = Vec::new();
    customers_xlsx(&book, &standing, &support::summary(&book, &standing), "=mine", words, &mut bytes).expect("a vector takes everything");
    bytes
}

#[test]
fn workbook_keeps_text_as_text_and_days_as_days() {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook(&Words::default()))).expect("a workbook");
    assert_eq!(workbook.sheet_names(), ["Customers", "Summary", "Issues"]);
    let sheet = workbook.worksheet_range("Customers").expect("the sheet");
    let text = |row, column| {
        sheet.get_value((row, column)).and_then(|cell| if let Data::String(text) = cell { Some(text.as_str()) } else { None })
    };
    assert_eq!(text(0, 0), Some("customer_id"));
    assert_eq!(text(1, 0), Some("0001"));
    assert_eq!(text(2, 0), Some("123456789012345678"));
    assert_eq!(text(3, 0), Some("=cmd|' /C calc'!A0"));
    assert_eq!(text(3, 1), Some("＝HYPERLINK(\"http://x\")"));
    assert!(matches!(sheet.get_value((1, 2)), Some(Data::DateTime(date)) if date.as_f64() == 45_292.0), "2024-01-01 is a real date");
    assert_eq!(sheet.get_value((2, 6)), Some(&Data::Float(-5.0)));
    let formulas = workbook.worksheet_formula("Customers").expect("the sheet");
    assert!(formulas.used_cells().next().is_none(), "text became a formula");
}

#[test]
fn workbook_says_what_it_is_told() {
    let words = Words::from_iter([
        ("Customers", "客户"),
        ("customer_id", "客户编号"),
        ("High value", "高价值客户"),
        ("date.unreadable", "日期无法识别"),
    ]);
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(workbook(&words))).expect("a workbook");
    let mut has = |sheet: &str, text: &str| {
        let range = workbook.worksheet_range(sheet).expect("the sheet");
        range.used_cells().any(|(_, _, cell)| *cell == text)
    };
    assert!(has("客户", "客户编号"));
    assert!(has("客户", "customer_name"));
    assert!(has("Summary", "高价值客户"));
    assert!(has("Summary", "=mine"));
    assert!(has("Issues", "日期无法识别"));
}

#[test]
fn workbook_is_the_same_bytes_every_time() {
    assert_eq!(workbook(&Words::default()), workbook(&Words::default()));
}

#[test]
fn a_full_disk_is_an_error_with_a_code() {
    let (book, standing) = sample();
    let mut full: &mut [u8] = &mut [0; 10];
    let error = customers_csv(&book, &standing, &mut full).expect_err("ten bytes are not enough");
    assert_eq!(error.code(), "export.failed");
}
