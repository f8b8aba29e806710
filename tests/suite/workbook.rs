//! The workbook as other programs find it: every cell, and every part of the archive.

use crate::support;
use calamine::{Data, Range, Reader, Xlsx};
use customer_tiers::base::Money;
use customer_tiers::differentiate::Standing;
use customer_tiers::export::xlsx::MAX_CUSTOMERS;
use customer_tiers::export::{Value, Words, columns, customers_xlsx};
use customer_tiers::identify::Book;
use customer_tiers::recipe::Field;
use std::io::{Cursor, Read, Write};

fn written(book: &Book, standing: &Standing) -> Vec<u8> {
    let mut bytes = Vec::new();
    let summary = support::summary(book, standing);
    customers_xlsx(book, standing, &summary, "mine", &Words::default(), &mut bytes).expect("a vector takes everything");
    bytes
}

fn sheet(bytes: Vec<u8>, name: &str) -> Range<Data> {
    let mut workbook: Xlsx<_> = Xlsx::new(Cursor::new(bytes)).expect("a workbook");
    workbook.worksheet_range(name).expect("the sheet")
}

/// One customer for each name, each with one order.
fn named(names: &[&str]) -> (Book, Standing) {
    let ids = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l"];
    let lines: Vec<_> = names.iter().zip(ids).map(|(_, id)| (id, "2024-01-01", 1, "tea")).collect();
    assert_eq!(lines.len(), names.len(), "an id for each name");
    let mut book = support::book(&lines);
    support::name(&mut book, Field::CustomerName, names);
    let standing = support::standing(&book, &vec![0; names.len()]);
    (book, standing)
}

/// All parts of the archive, with their names.
fn parts(bytes: Vec<u8>) -> Vec<(String, String)> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let read = |position| {
        let mut part = archive.by_index(position).expect("a part");
        let mut text = String::new();
        part.read_to_string(&mut text).expect("text");
        (part.name().expect("a name").into_owned(), text)
    };
    (0..10).map(read).collect()
}

#[test]
fn text_comes_back_as_it_was() {
    let names = [
        "a<b>&amp;\"'",
        "]]>",
        " two  spaces ",
        "line\nbreak\r\nand\ttab",
        "_x0041_",
        "_x0041_x0042_",
        "🙂王伟\u{3000}，\u{FFFD}",
        "=HYPERLINK(\"http://x\")",
        "https://x.example",
        "1e5",
        "\t",
    ];
    let (book, standing) = named(&names);
    let cells = sheet(written(&book, &standing), "Customers");
    for (row, name) in (1..).zip(names) {
        assert_eq!(cells.get_value((row, 1)), Some(&Data::String(name.into())));
    }
}

#[test]
fn characters_that_xml_has_not_are_dropped() {
    let (book, standing) = named(&["\0a\u{8}b\u{1F}", "\u{FFFE}\u{FFFF}", "\u{1} a"]);
    let cells = sheet(written(&book, &standing), "Customers");
    assert_eq!(cells.get_value((1, 1)), Some(&Data::String("ab".into())));
    assert_eq!(cells.get_value((2, 1)), Some(&Data::Empty));
    assert_eq!(cells.get_value((3, 1)), Some(&Data::String(" a".into())));
}

#[test]
fn a_cell_is_cut_where_it_is_full() {
    let (long, smiles) = ("王".repeat(40_000), "🙂".repeat(40_000));
    let (book, standing) = named(&[&long, &smiles]);
    let cells = sheet(written(&book, &standing), "Customers");
    let units = |row| cells.get_value((row, 1)).map(|cell| cell.to_string().encode_utf16().count());
    assert_eq!((units(1), units(2)), (Some(32_767), Some(32_766)));
}

#[test]
fn no_part_has_a_formula_or_a_link() {
    let (book, standing) = named(&["=1+1", "@SUM(A1)", "+1", "-1", "http://x.example", "mailto:a@b.example", "</t><f>1+1</f>"]);
    let parts = parts(written(&book, &standing));
    assert_eq!(parts.first().map(|(name, _)| name.as_str()), Some("[Content_Types].xml"));
    for (name, text) in parts {
        for element in ["<f>", "<f ", "<hyperlink", "TargetMode=\"External\""] {
            assert!(!text.contains(element), "{element} in {name}");
        }
        let mut reader = quick_xml::Reader::from_str(&text);
        while reader.read_event().unwrap_or_else(|error| panic!("{name}: {error}")) != quick_xml::events::Event::Eof {}
    }
}

#[test]
fn days_before_march_1900_are_text() {
    let lines = [("a", "0001-01-01", 1, ""), ("b", "1899-12-31", 1, ""), ("c", "1900-02-28", 1, ""), ("d", "1900-03-01", 1, "")];
    let book = support::book(&lines);
    let standing = support::standing(&book, &[0; 4]);
    let cells = sheet(written(&book, &standing), "Customers");
    for (row, (_, when, ..)) in (1..).zip(&lines[..3]) {
        assert_eq!(cells.get_value((row, 1)), Some(&Data::String((*when).into())));
    }
    assert!(matches!(cells.get_value((4, 1)), Some(Data::DateTime(date)) if date.as_f64() == 61.0));
}

#[test]
fn amounts_keep_every_digit() {
    let (book, mut standing) = named(&["a", "b"]);
    standing.measures.revenue = vec![Money::from_raw(i64::MAX), Money::from_raw(-1)];
    let parts = parts(written(&book, &standing));
    let (_, customers) = parts.iter().find(|(name, _)| name == "xl/worksheets/sheet1.xml").expect("the customers");
    assert!(customers.contains("<v>922337203685477.5807</v>") && customers.contains("<v>-0.0001</v>"), "{customers}");
}

fn many() -> (Book, Standing) {
    let text = |text: String| -> &'static str { text.leak() };
    let line = |number: i64| {
        let when = support::day("2020-01-01").plus(i32::try_from(number % 1500).expect("small"));
        (text(format!("C{number:06}")), text(when.to_string()), number * 37 % 5_000 - 100, "tea")
    };
    let lines: Vec<_> = (0..5_000).map(line).collect();
    let mut book = support::book(&lines);
    let names: Vec<String> = (0..5_000).map(|number| format!("{}王&<{number}>", " ".repeat(number % 3))).collect();
    let some: Vec<&str> = names.iter().map(|name| if name.ends_with("7>") { "" } else { name }).collect();
    support::name(&mut book, Field::CustomerName, &some);
    let tiers: Vec<u8> = (0..5_000).map(|number| u8::from(number % 3 == 0)).collect();
    let standing = support::standing(&book, &tiers);
    (book, standing)
}

#[test]
fn five_thousand_customers_come_back_cell_by_cell() {
    let (book, standing) = many();
    let cells = sheet(written(&book, &standing), "Customers");
    let columns = columns(&book, &standing);
    assert_eq!(cells.get_size(), (5_001, columns.len()));
    for (row, customer) in (1..).zip(book.customers.iter()) {
        for (position, column) in (0..).zip(&columns) {
            let cell = cells.get_value((row, position)).expect("a cell");
            let is_same = match column.value(&book, &standing, customer) {
                Value::Text("") | Value::Code("") => *cell == Data::Empty,
                Value::Text(text) | Value::Code(text) => *cell == Data::String(text.into()),
                Value::Letter(letter) => *cell == Data::String(letter.into()),
                Value::Cell(_) => *cell == Data::String("503".into()),
                Value::Count(count) => *cell == Data::Float(f64::from(i32::try_from(count).expect("small"))),
                Value::Money(amount) => *cell == Data::Float(amount.to_f64()),
                Value::Day(day) => matches!(cell, Data::DateTime(date) if date.as_f64() == f64::from(day.number() + 25_569)),
            };
            assert!(is_same, "row {row}, {}: {cell:?}", column.name);
        }
    }
}

#[test]
fn two_writes_are_the_same_bytes_whatever_takes_them() {
    /// Takes a few bytes at a time and cannot go back.
    struct Slow(Vec<u8>);
    impl Write for Slow {
        fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
            let taken = bytes.len().min(7);
            self.0.extend_from_slice(&bytes[..taken]);
            Ok(taken)
        }
        fn flush(&mut self) -> std::io::Result<()> {
            Ok(())
        }
    }
    let (book, standing) = many();
    let mut slow = Slow(Vec::new());
    let summary = support::summary(&book, &standing);
    customers_xlsx(&book, &standing, &summary, "mine", &Words::default(), &mut slow).expect("it takes everything");
    assert!(slow.0 == written(&book, &standing));
}

#[test]
fn what_cannot_be_written_is_an_error_with_a_code() {
    let (mut book, standing) = named(&["a"]);
    let summary = support::summary(&book, &standing);
    let write = |book: &Book, words: &Words, mut out: &mut [u8]| {
        customers_xlsx(book, &standing, &summary, "mine", words, &mut out).expect_err("refused").to_string()
    };
    let mut room = vec![0; 100_000];
    for name in ["a/b", "", "summary"] {
        let refused = write(&book, &Words::from_iter([("Customers", name)]), &mut room);
        assert!(refused.contains("export.failed") && refused.contains(&format!("'{name}'")), "{refused}");
    }
    assert!(write(&book, &Words::default(), &mut [0; 10]).contains("export.failed"));
    for number in 0..MAX_CUSTOMERS {
        book.customers.ids.intern(&number.to_string());
    }
    assert!(write(&book, &Words::default(), &mut room).contains("1048576 customers"));
}
