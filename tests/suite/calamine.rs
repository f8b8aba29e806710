//! What calamine 0.38 does that we do not want, one test each: docs/calamine.md tells the whole story.
//!
//! The first half of a test shows calamine as it is, so that the day it changes is noticed; the second
//! half shows that our readers do not suffer from it.

use crate::fuzzed::fuzz::containers::{archive, compound};
use calamine::{Reader, Xls, Xlsb, Xlsx};
use customer_tiers::identify::read::{Cell, RowSink, inspect_file, read_table};
use customer_tiers::identify::{BytesSource, IssueCode};
use customer_tiers::recipe::Import;
use std::io::Cursor;
use std::panic::catch_unwind;

const RELATIONS: &str =
    r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
const WORKBOOK: &str = r#"<workbook><sheets><sheet name="a" id="r1"/></sheets></workbook>"#;
const SHEETS: &str =
    r#"<Relationships><Relationship Id="r1" Type="http://x/relationships/worksheet" Target="worksheets/sheet1.xml"/></Relationships>"#;
const STYLES: &str = r#"<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>"#;

fn xlsx(rows: &str, strings: &str) -> Vec<u8> {
    archive(&[
        ("_rels/.rels", RELATIONS.as_bytes()),
        ("xl/workbook.xml", WORKBOOK.as_bytes()),
        ("xl/_rels/workbook.xml.rels", SHEETS.as_bytes()),
        ("xl/styles.xml", STYLES.as_bytes()),
        ("xl/sharedStrings.xml", strings.as_bytes()),
        (
            "xl/worksheets/sheet1.xml",
            format!(r#"<worksheet><dimension ref="A1:XFD1048576"/><sheetData>{rows}</sheetData></worksheet>"#).as_bytes(),
        ),
    ])
}

#[derive(Default)]
struct Rows(Vec<String>);

impl RowSink for Rows {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> customer_tiers::Result<()> {
        self.0.push(format!("{number}: {cells:?}"));
        Ok(())
    }

    fn trouble(&mut self, _number: u64, _code: IssueCode, _original: &str) {}

    fn progress(&mut self, _bytes: u64) -> customer_tiers::Result<()> {
        Ok(())
    }
}

/// The rows that our reader hands over, or its error.
fn ours(bytes: Vec<u8>, columns: usize) -> Result<Vec<String>, String> {
    let mut source = BytesSource::new("x", bytes);
    let settings = Import { header_row: Some(0), ..Import::default() };
    let layout = inspect_file(&mut source, &settings).map_err(|error| error.to_string())?;
    let mut rows = Rows::default();
    let wanted: Vec<usize> = (0..columns).collect();
    read_table(&mut source, &layout, 0, &wanted, &mut rows).map_err(|error| error.to_string())?;
    Ok(rows.0)
}

#[test]
fn calamine_1_takes_memory_for_as_many_strings_as_are_announced() {
    let bytes = xlsx(r#"<row><c><v>1</v></c></row>"#, r#"<sst uniqueCount="18446744073709551615"></sst>"#);
    let theirs = bytes.clone();
    assert!(catch_unwind(|| Xlsx::new(Cursor::new(theirs)).is_ok()).is_err(), "it does not panic any more");
    assert_eq!(ours(bytes, 1), Err(r#"file.damaged: x; detail: "xlsx number of shared strings""#.into()));
}

#[test]
fn calamine_2_ends_a_sheet_at_an_error_that_it_has_no_name_for() {
    let rows = r##"<row r="1"><c r="A1" t="e"><v>#SPILL!</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>"##;
    let bytes = xlsx(rows, "");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).expect("a workbook");
    assert!(book.worksheet_cells_reader("a").expect("the sheet").next_cell().is_err(), "it knows #SPILL! now");
    assert_eq!(ours(bytes, 2), Ok(vec!["1: [Empty, Number(1.0)]".into(), "2: [Number(2.0), Empty]".into()]));
}

#[test]
fn calamine_3_takes_the_memory_of_the_whole_declared_rectangle() {
    // 17 billion cells in less than 3 kB: worksheet_range would ask for 549 GB, so it is not even shown here.
    let bytes = xlsx(r#"<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>2</v></c></row>"#, "");
    assert!(bytes.len() < 3_000);
    assert_eq!(ours(bytes, 1), Ok(vec!["1: [Number(1.0)]".into(), "1048576: [Empty]".into()]));
}

#[test]
fn calamine_4_lets_the_letters_of_a_column_overflow() {
    // 2^32 columns later it is column A again.
    let reference = (1..=12).map(|_| 'Z').collect::<String>();
    let bytes = xlsx(&format!(r#"<row r="1"><c r="A1"><v>1</v></c><c r="{reference}1"><v>2</v></c></row>"#), "");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).expect("a workbook");
    let mut cells = book.worksheet_cells_reader("a").expect("the sheet");
    let positions: Vec<_> = std::iter::from_fn(|| cells.next_cell().ok().flatten().map(|cell| cell.get_position())).collect();
    assert_eq!(positions.len(), 2, "it refuses such a reference now");
    assert_eq!(ours(bytes, 1), Ok(vec!["1: [Number(1.0)]".into()]));
}

#[test]
fn calamine_5_makes_days_of_serial_numbers_that_are_none() {
    let bytes = xlsx(r#"<row><c s="1"><v>2995000</v></c><c s="1"><v>60</v></c><c s="1"><v>-1</v></c></row>"#, "");
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(bytes.clone())).expect("a workbook");
    let mut cells = book.worksheet_cells_reader("a").expect("the sheet");
    let first = cells.next_cell().expect("a cell").expect("a cell");
    assert!(
        matches!(first.get_value(), calamine::DataRef::DateTime(serial) if serial.as_f64() == 2_995_000.0),
        "it leaves it a number now"
    );
    assert_eq!(ours(bytes, 3), Ok(vec!["1: [Number(2995000.0), Number(60.0), Number(-1.0)]".into()]));
}

#[test]
fn calamine_6_panics_in_short_records_of_an_xlsb() {
    let bytes = archive(&[
        ("xl/workbook.bin", &[0x9C, 0x01, 1, 0, 0x90, 0x01, 0]),
        ("xl/_rels/workbook.bin.rels", SHEETS.as_bytes()),
        ("xl/worksheets/sheet1.bin", &[0x91, 0x01, 0]),
    ]);
    let theirs = bytes.clone();
    assert!(catch_unwind(|| Xlsb::new(Cursor::new(theirs)).is_ok()).is_err(), "it does not panic any more");
    assert_eq!(ours(bytes, 1), Err("file.empty: x".into()));
}

/// A record of an xls: type, length, data.
fn record(typ: u8, data: &[u8]) -> Vec<u8> {
    [&[typ, if typ == 0x09 { 8 } else { 0 }, data.len() as u8, 0][..], data].concat()
}

/// An xls of Excel 5 with one number, in this code page.
fn xls(code_page: u16) -> Vec<u8> {
    let begin = record(0x09, &[0, 5, 5, 0, 0, 0, 0, 0]);
    let end = record(0x0A, &[]);
    // Streams below 4096 bytes would be kept elsewhere; this record of no known type makes it longer.
    let filler = [&[0xFF, 0x0F, 0x88, 0x13][..], &[0; 5000]].concat();
    let before = [begin.clone(), record(0x42, &code_page.to_le_bytes()), filler].concat();
    let at = (before.len() + 12 + end.len()) as u32;
    let sheet = record(0x85, &[&at.to_le_bytes()[..], &[0, 0, 1, b'a']].concat());
    let cell = [&[0x03, 0x02, 14, 0, 0, 0, 0, 0, 0, 0][..], &7.0_f64.to_le_bytes()].concat();
    [before, sheet, end.clone(), begin, cell, end].concat()
}

#[test]
fn calamine_7_refuses_an_xls_of_a_code_page_that_it_does_not_know() {
    let bytes = compound(&xls(0x8001));
    assert!(Xls::new(Cursor::new(compound(&xls(1252)))).is_ok());
    assert!(Xls::new(Cursor::new(bytes.clone())).is_err(), "it reads it now");
    assert_eq!(ours(bytes, 1), Ok(vec!["1: [Number(7.0)]".into()]));
}

#[test]
fn calamine_8_refuses_an_xls_that_is_cut_off() {
    let stream = xls(1252);
    let whole = compound(&stream);
    assert_eq!(Xls::new(Cursor::new(whole)).map(|_| ()).map_err(|error| error.to_string()), Ok(()));
    // Within the last record, the end of the sheet.
    let bytes = compound(&stream[..stream.len() - 1]);
    assert!(Xls::new(Cursor::new(bytes.clone())).is_err(), "it reads it now");
    assert_eq!(ours(bytes, 1), Ok(vec!["1: [Number(7.0)]".into()]));
}

#[test]
fn calamine_9_takes_the_memory_of_repeated_cells_of_an_ods() {
    // Three gigabytes for less than 1 kB stay below its limit of 100 million cells, so it is not even shown here.
    let content = r#"<office:document-content><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="90"/></table:table-row><table:table-row><table:table-cell office:value-type="float" office:value="7"/></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>"#;
    let bytes = archive(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())]);
    assert_eq!(ours(bytes, 1), Ok(vec!["1000001: [Number(7.0)]".into()]));
}
