//! Laws of the readers: whatever the bytes are, rows come out the same, however they are asked for.
//!
//! No file panics; every row below the header is handed over once, with as many cells as were asked for;
//! which columns are asked for changes no row; an import counts the rows that the reader hands over.

use super::containers::{archive, compound, parts};
use super::seeds;
use customer_tiers::base::unguarded;
use customer_tiers::identify::read::{Cell, Layout, RowSink, inspect_file, read_table};
use customer_tiers::identify::{BytesSource, IssueCode, Source};
use customer_tiers::pipeline;
use customer_tiers::recipe::{Checked, Import, Recipe};
use customer_tiers::{Error, ErrorKind, Result};
use encoding_rs::Encoding;

/// Text files, as they are.
pub fn csv(data: &[u8]) {
    file_is_lawful(data);
}

/// A workbook whose parts are given: sheet, shared strings, styles, workbook, relations.
pub fn xlsx(data: &[u8]) {
    let parts = parts(data, 5);
    let part = |place: usize, default: &'static str| parts.get(place).copied().unwrap_or(default.as_bytes());
    file_is_lawful(&archive(&[
        ("_rels/.rels", seeds::RELATIONS.as_bytes()),
        ("xl/worksheets/sheet1.xml", part(0, "")),
        ("xl/sharedStrings.xml", part(1, seeds::STRINGS)),
        ("xl/styles.xml", part(2, seeds::STYLES)),
        ("xl/workbook.xml", part(3, seeds::WORKBOOK)),
        ("xl/_rels/workbook.xml.rels", part(4, seeds::WORKBOOK_RELATIONS)),
    ]));
}

/// A compound file, or, when the first byte is an even number, the stream in it.
pub fn xls(data: &[u8]) {
    match data.split_first() {
        Some((first, rest)) if first % 2 == 0 => file_is_lawful(&compound(rest)),
        Some((_, rest)) => file_is_lawful(rest),
        None => {}
    }
}

/// A workbook whose parts are given: sheet, shared strings, styles, workbook.
pub fn xlsb(data: &[u8]) {
    let parts = parts(data, 4);
    let part = |place: usize, default: fn() -> Vec<u8>| parts.get(place).map_or_else(default, |part| part.to_vec());
    file_is_lawful(&archive(&[
        ("xl/worksheets/sheet1.bin", &part(0, Vec::new)),
        ("xl/sharedStrings.bin", &part(1, seeds::binary_strings)),
        ("xl/styles.bin", &part(2, seeds::binary_styles)),
        ("xl/workbook.bin", &part(3, seeds::binary_workbook)),
        ("xl/_rels/workbook.bin.rels", seeds::BINARY_RELATIONS.as_bytes()),
    ]));
}

/// A spreadsheet whose parts are given: content, manifest.
pub fn ods(data: &[u8]) {
    let parts = parts(data, 2);
    file_is_lawful(&archive(&[
        ("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"),
        ("content.xml", parts.first().copied().unwrap_or_default()),
        ("META-INF/manifest.xml", parts.get(1).copied().unwrap_or_default()),
    ]));
}

/// A workbook of one XML file; the first byte says which of the two kinds.
pub fn xml(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let start = if first % 2 == 0 { seeds::SPREADSHEETML_START } else { seeds::FLAT_START };
    file_is_lawful(&[start.as_bytes(), rest].concat());
}

/// A web page, from its first tag on.
pub fn html(data: &[u8]) {
    file_is_lawful(&[b"<html>", data].concat());
}

/// Records of JSON; the first byte says whether in an array or one a line.
pub fn json(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let start: &[u8] = if first % 2 == 0 { b"[{\"" } else { b"{\"" };
    file_is_lawful(&[start, rest].concat());
}

/// An archive of these files.
pub fn zipped(data: &[u8]) {
    let names = ["orders.csv", "客户/a.xls", "b.json", "c"];
    let parts: Vec<(&str, &[u8])> = names.into_iter().zip(parts(data, names.len())).collect();
    file_is_lawful(&archive(&parts));
}

const ENCODINGS: [&str; 8] = ["utf-8", "gb18030", "utf-16le", "utf-16be", "windows-1252", "big5", "shift_jis", "euc-kr"];

/// The first byte names an encoding: the rest is read as if it were in it, and, as text, written in it and read back.
pub fn encoding(data: &[u8]) {
    let Some((first, rest)) = data.split_first() else { return };
    let label = ENCODINGS[usize::from(*first) % ENCODINGS.len()];
    let settings = Import { encoding: Some(label.to_owned()), ..Import::default() };
    reading_is_lawful(rest, &settings);
    reading_is_lawful(rest, &Import::default());
    let Ok(text) = std::str::from_utf8(rest) else { return };
    is_found_as_utf8(text);
    comes_back(text, label, settings);
}

/// Nothing else looks like UTF-8.
fn is_found_as_utf8(text: &str) {
    if text.is_ascii() || text.contains('\0') {
        return;
    }
    if let Ok(layout) = inspect_file(&mut source(text.as_bytes()), &Import::default()) {
        assert_eq!(layout.encoding.as_deref(), Some("UTF-8").filter(|_| layout.format == "csv"), "{text:?}");
    }
}

/// Each line of a text, as the one cell of its row, through an encoding and back.
fn comes_back(text: &str, label: &str, settings: Import) {
    let is_plain = |letter: char| !letter.is_control() && !matches!(letter, '"' | '\u{FEFF}' | '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}');
    let lines = text.split('\n').map(|line| line.chars().filter(|letter| is_plain(*letter)).take(1000).collect::<String>());
    let lines: Vec<String> = lines.filter(|line| !line.trim().is_empty()).take(50).collect();
    let file = lines.iter().map(|line| format!("\"{line}\",x\r\n")).collect::<String>();
    let Some(bytes) = encoded(&format!("h,i\r\n{file}"), label) else { return };
    let settings = Import { delimiter: Some(",".into()), header_row: Some(1), ..settings };
    let Ok(layout) = inspect_file(&mut source(&bytes), &settings) else { return };
    let (rows, end) = read(&bytes, &layout, 0, &[0]);
    assert!(end.is_ok(), "{label}: {end:?}");
    let read: Vec<String> = rows.into_iter().filter_map(|(_, cells)| cells.into_iter().next()).collect();
    let expected: Vec<String> = lines.iter().map(|line| format!("{:?}", Cell::Text(unguarded(line)))).collect();
    assert_eq!(read, expected, "{label}");
}

/// The text in this encoding; `None` when it cannot be written in it and come back.
fn encoded(text: &str, label: &str) -> Option<Vec<u8>> {
    match label {
        "utf-16le" => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        "utf-16be" => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        _ => {
            let encoding = Encoding::for_label(label.as_bytes())?;
            let (bytes, _, is_lossy) = encoding.encode(text);
            (!is_lossy && encoding.decode_without_bom_handling(&bytes).0 == text).then(|| bytes.into_owned())
        }
    }
}

/// What is read, and what becomes of it.
fn file_is_lawful(bytes: &[u8]) {
    reading_is_lawful(bytes, &Import::default());
    // Recognising columns takes ten times as long as reading, and has a target of its own.
    match bytes.len() % 16 {
        0 => import_is_lawful(bytes, Recipe::default()),
        1 => import_is_lawful(bytes, every_row()),
        _ => {}
    }
}

/// A recipe that takes no row for a header.
fn every_row() -> Recipe {
    Recipe { import: Import { header_row: Some(0), ..Import::default() }, ..Recipe::default() }
}

/// Rows as texts of their cells, each with its number.
type Read = Vec<(u64, Vec<String>)>;

/// Rows that are kept and compared.
const KEPT_ROWS: u64 = 2_000;

#[derive(Default)]
struct Kept {
    rows: Read,
    count: u64,
    keeps: bool,
    wanted: usize,
    bytes: u64,
}

impl RowSink for Kept {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> Result<()> {
        assert_eq!(cells.len(), self.wanted, "row {number}");
        for cell in cells {
            assert!(!matches!(cell, Cell::Text(text) if text.chars().count() > 32_767), "row {number} has an endless cell");
        }
        self.count += 1;
        if !self.keeps {
            return Ok(());
        }
        // A few bytes can say that a row is repeated a million times: some of them are enough.
        if self.count > KEPT_ROWS {
            return Err(ErrorKind::NothingImported.into());
        }
        self.rows.push((number, cells.iter().map(|cell| format!("{cell:?}")).collect()));
        Ok(())
    }

    fn trouble(&mut self, number: u64, _code: IssueCode, _original: &str) {
        assert!(number > 0, "a trouble has no row");
    }

    fn progress(&mut self, bytes: u64) -> Result<()> {
        assert!(bytes >= self.bytes, "progress went back");
        self.bytes = bytes;
        Ok(())
    }
}

fn source(bytes: &[u8]) -> BytesSource {
    BytesSource::new("fuzzed", bytes.to_vec())
}

fn read(bytes: &[u8], layout: &Layout, table: usize, wanted: &[usize]) -> (Read, std::result::Result<(), Error>) {
    let mut kept = Kept { wanted: wanted.len(), keeps: true, ..Kept::default() };
    let end = read_table(&mut source(bytes), layout, table, wanted, &mut kept);
    (kept.rows, end)
}

fn reading_is_lawful(bytes: &[u8], settings: &Import) {
    let Ok(layout) = inspect_file(&mut source(bytes), settings) else { return };
    for (position, table) in layout.tables.iter().enumerate() {
        assert!(table.sample.iter().all(|row| row.len() == table.headers.len()), "a sample row is not as long as the header");
        let all: Vec<usize> = (0..table.headers.len()).collect();
        let (rows, end) = read(bytes, &layout, position, &all);
        assert!(rows.iter().all(|(number, _)| *number > u64::from(table.header_row)), "a row above the header");
        if layout.format == "csv" {
            assert!(rows.is_sorted_by(|one, next| one.0 < next.0), "rows are numbered upwards");
        }
        let turned: Vec<usize> = all.iter().rev().step_by(2).copied().collect();
        let (some, end_of_some) = read(bytes, &layout, position, &turned);
        let expected: Read =
            rows.into_iter().map(|(number, cells)| (number, turned.iter().map(|at| cells[*at].clone()).collect())).collect();
        assert_eq!((some, end_of_some), (expected, end), "asking for other columns changed the rows");
    }
}

fn import_is_lawful(bytes: &[u8], recipe: Recipe) {
    let recipe = Checked::new(recipe).expect("a valid recipe");
    let mut sources: Vec<Box<dyn Source>> = vec![Box::new(source(bytes))];
    let Ok(outcome) = pipeline::run(&mut sources, &recipe, &mut |_| {}) else { return };
    super::flow::outcome_is_lawful(&outcome);
    let layout = inspect_file(&mut source(bytes), &recipe.import).expect("it has just been read");
    for report in outcome.book.tables.iter().filter(|report| report.used) {
        let same: Vec<usize> = (0..layout.tables.len()).filter(|at| layout.tables[*at].sheet == report.sheet).collect();
        // Two sheets of one name: damaged, and not worth telling apart.
        if let [table] = same[..] {
            let mut counted = Kept::default();
            read_table(&mut source(bytes), &layout, table, &[], &mut counted).expect("it has just been read");
            assert_eq!(report.rows_read, counted.count, "rows counted and rows handed over");
        }
    }
}
