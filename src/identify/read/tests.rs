//! Whole small files through [`inspect_file`] and the reader of rows.

use super::scan::Delimiter;
use super::text::{Sizes, TextForm, read_text};
use super::*;
use crate::identify::IssueCode;
use crate::recipe::Import;
use encoding_rs::{Encoding, GB18030, UTF_8, UTF_16LE};
use proptest::prelude::*;

/// Keeps everything, as text: `number: cell|cell`, `number! code`.
#[derive(Default, Debug)]
pub(super) struct Kept {
    pub(super) rows: Vec<String>,
    pub(super) troubles: Vec<String>,
    progress: Vec<u64>,
}

impl RowSink for Kept {
    fn row(&mut self, number: u64, cells: &[Cell<'_>]) -> crate::Result<()> {
        let shown: Vec<String> = cells.iter().map(show).collect();
        self.rows.push(format!("{number}: {}", shown.join("|")));
        Ok(())
    }

    fn trouble(&mut self, number: u64, code: IssueCode, _original: &str) {
        self.troubles.push(format!("{number}! {}", code.name()));
    }

    fn progress(&mut self, bytes: u64) -> crate::Result<()> {
        self.progress.push(bytes);
        Ok(())
    }
}

pub(super) fn show(cell: &Cell<'_>) -> String {
    match cell {
        Cell::Empty => "∅".into(),
        Cell::Text(text) => (*text).to_owned(),
        Cell::Number(number) => format!("{number}"),
        Cell::Day(day, 0) => day.to_string(),
        Cell::Day(day, second) => format!("{day}+{second}"),
        Cell::Bool(truth) => truth.to_string(),
        Cell::Error(error) => format!("!{error}"),
    }
}

pub(super) fn inspected(bytes: &[u8]) -> crate::Result<Layout> {
    inspect_file(&mut BytesSource::new("x", bytes.to_vec()), &Import::default())
}

pub(super) fn read(bytes: &[u8], wanted: &[usize]) -> crate::Result<Kept> {
    let layout = inspected(bytes)?;
    let mut kept = Kept::default();
    read_table(&mut BytesSource::new("x", bytes.to_vec()), &layout, 0, wanted, &mut kept)?;
    Ok(kept)
}

/// Reads with tiny slices; the header is row 1.
fn read_sliced(bytes: &[u8], encoding: &'static Encoding, columns: usize, sizes: Sizes) -> Kept {
    let form = TextForm { encoding, delimiter: Delimiter::Byte(b','), header_row: 1, columns, starts: &[], are_parted: false };
    let wanted: Vec<usize> = (0..columns).rev().collect();
    let mut kept = Kept::default();
    read_text(&mut BytesSource::new("x", bytes.to_vec()), &form, sizes, &wanted, &mut kept).expect("bytes in memory can be read");
    assert!(kept.progress.is_sorted() && kept.progress.last() == Some(&(bytes.len() as u64)));
    kept
}

#[test]
fn rows_of_text_files() -> crate::Result<()> {
    // Name, file, wanted columns, rows, troubles.
    let cases: &[(&str, &str, &[usize], &str, &str)] = &[
        ("in the order wanted", "id,n\na,1\nb,2\n", &[1, 0], "2: 1|a; 3: 2|b", ""),
        ("a column twice", "id,n\na,1\n", &[0, 0], "2: a|a", ""),
        ("no final line end", "id,n\na,1\nb,2", &[0], "2: a; 3: b", ""),
        ("final delimiter", "id,n\na,1\nb,", &[1], "2: 1; 3: ∅", ""),
        ("mixed line ends", "id,n\na,1\r\nb,2\rc,3\n", &[0, 1], "2: a|1; 3: b|2; 4: c|3", ""),
        ("blank rows count but are not handed over", "id,n\n\na,1\n,\n\"\", \nb,2\n", &[0], "3: a; 6: b", ""),
        ("content only in other columns", "id,n\n,1\n,2\n", &[0], "2: ∅; 3: ∅", ""),
        ("quotes", "id,n\n\"a,b\",1\n\"say \"\"hi\"\"\",2\n\"\",3\n", &[0], "2: a,b; 3: say \"hi\"; 4: ∅", ""),
        ("line breaks in quotes are one row", "id,n\n\"a\nb\",1\nc,2\n", &[0], "2: a\nb; 3: c", ""),
        ("spaces behind a closing quote", "id,n\n\"a\" ,1\n", &[0, 1], "2: a|1", ""),
        ("spaces before an opening quote", "id, n\n1, \"a, b\"\n2,  c\n", &[1], "2: a, b; 3:   c", ""),
        ("text behind a closing quote", "id,n\n\"Tom\" Smith,1\nb,2\n", &[0, 1], "2: \"Tom\" Smith|1; 3: b|2", ""),
        ("quotes that were not doubled", "id,n\n\"5\" pipe, steel\",1\nb,2\n", &[0, 1], "2: 5\" pipe, steel|1; 3: b|2", ""),
        ("inch mark", "id,n\n5\" pipe,1\nb,2\n", &[0, 1], "2: 5\" pipe|1; 3: b|2", ""),
        ("unclosed quote, nothing behind", "id,n\n\"a,1\nb,2\n", &[0, 1], "2: \"a|1; 3: b|2", "2! row.unclosed_quote"),
        ("unclosed quote, quotes behind", "id,n\n\"a,1\nb,2\n\"c,d\",3\n", &[0, 1], "2: \"a|1; 3: b|2; 4: c,d|3", "2! row.unclosed_quote"),
        ("short row", "id,n\na\nb,2\nc,3\n", &[0, 1], "2: a|∅; 3: b|2; 4: c|3", "2! row.ragged"),
        ("long row", "id,n\na,1,x\nb,2\nc,3\n", &[0, 1], "2: a|1; 3: b|2; 4: c|3", "2! row.ragged"),
        ("empty fields behind", "id,n\na,1,,\nb,2,\n", &[0, 1], "2: a|1; 3: b|2", ""),
        ("announced delimiter", "sep=;\nid;n\na;1\n", &[0, 1], "3: a|1", ""),
        ("announced tab", "sep=\t\nid\tn\na\t1\n", &[0, 1], "3: a|1", ""),
        ("control characters between", "id\u{1}n\na\u{1}1\nb\u{1}2\n", &[0, 1], "2: a|1; 3: b|2", ""),
        ("announced delimiter, no header", "sep=;\n1;2\n3;4\n", &[0, 1], "2: 1|2; 3: 3|4", ""),
        ("spaces", "   01 19970101  2.5\n   02 19970102  3.5\n", &[0, 2], "1: 01|2.5; 2: 02|3.5", ""),
        ("guards are no part of a text", "id,n\n'=1+1,'-5\n\"'+\"\"x\",'tis\n''@,'\n", &[0, 1], "2: =1+1|-5; 3: +\"x|'tis; 4: '@|'", ""),
        ("a row of quotes is blank, whoever asks", "id,n\na,1\n\",\"\n\"\"\"\",\nb,2\n", &[0], "2: a; 5: b", ""),
        ("the same", "id,n\na,1\n\",\"\n\"\"\"\",\nb,2\n", &[1], "2: 1; 5: 2", ""),
        ("title above", "Sales\n\nid,n\na,1\nb,2\n", &[0], "4: a; 5: b", ""),
        ("zero bytes", "id,n\na\0b,1\nc,2\nd,3\n", &[0], "2: a\0b; 3: c; 4: d", ""),
        ("two marks", "\u{FEFF}\u{FEFF}id,n\na,1\n", &[0], "2: a", ""),
    ];
    for (name, file, wanted, rows, troubles) in cases {
        let kept = read(file.as_bytes(), wanted)?;
        assert_eq!((kept.rows.join("; ").as_str(), kept.troubles.join("; ").as_str()), (*rows, *troubles), "{name}");
    }
    Ok(())
}

#[test]
fn a_long_row_is_ragged_only_where_it_says_something() {
    let kept = read_sliced(b"id,n\na,1,x\nb,2,\"\", \nc,3,,\n", UTF_8, 2, Sizes::default());
    assert_eq!(kept.troubles, ["2! row.ragged"]);
}

#[test]
fn wrong_bytes_are_said_once_a_row() -> crate::Result<()> {
    let file = [b"id,n\n".to_vec(), "客户,1\n".repeat(99).into_bytes(), b"a\xFF\xFEb\xFF,1\nc,2\n".to_vec()].concat();
    let kept = read(&file, &[0])?;
    assert_eq!(kept.troubles, ["101! text.invalid_bytes"]);
    assert_eq!(kept.rows[99..], ["101: a\u{FFFD}\u{FFFD}b\u{FFFD}", "102: c"]);
    Ok(())
}

#[test]
fn a_long_cell_is_cut() -> crate::Result<()> {
    let kept = read(format!("id,n\n{},1\n\"{}\"\"\",2\n", "客".repeat(40_000), "y".repeat(40_000)).as_bytes(), &[0, 1])?;
    let lengths: Vec<usize> = kept.rows.iter().map(|row| row.chars().count()).collect();
    assert_eq!((lengths, kept.troubles), (vec![32_767 + 5; 2], vec!["2! cell.cut".into(), "3! cell.cut".into()]));
    Ok(())
}

#[test]
fn an_endless_line_is_cut_and_skipped() {
    let file = format!("id,n\na,{}\nb,2\n", "x".repeat(500));
    for slice in [1, 7, 100, 1000] {
        let kept = read_sliced(file.as_bytes(), UTF_8, 2, Sizes { slice, record: 50 });
        assert_eq!(kept.rows, [format!("2: {}|a", "x".repeat(48)), "3: 2|b".into()], "{slice}");
        assert_eq!(kept.troubles, ["2! cell.cut"], "{slice}");
    }
}

#[test]
fn an_unclosed_quote_swallows_no_more_than_itself() {
    let rows: String = (0..1000).map(|row| format!("{row},1\n")).collect();
    let kept = read_sliced(format!("id,n\nx,\"y\n{rows}").as_bytes(), UTF_8, 2, Sizes { slice: 64, record: 300 });
    assert_eq!((kept.rows.len(), kept.troubles), (1001, vec!["2! row.unclosed_quote".into()]));
}

/// A file with everything that is difficult about cutting it.
const TRICKY: &str =
    "id,n,ü\r\n\"a\r\nb\",1,\"\"\r\n客户,\"x\"\"y\",é\rc,,\n\n\"d\" ,\"e\"f,g\"h\n\"i,1\nj,\"2\",\"k\"\"\n\"\r\nlast,\u{FFFD},1,extra";

#[test]
fn every_cut_gives_the_same_rows() {
    let wide: Vec<u8> = TRICKY.replace('\u{FFFD}', "?").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let chinese = GB18030.encode(TRICKY).0.into_owned();
    let broken: Vec<u8> = TRICKY.bytes().map(|byte| if byte == b'c' { 0xE5 } else { byte }).collect();
    for (name, bytes, encoding) in
        [("utf-8", TRICKY.as_bytes(), UTF_8), ("wrong bytes", &broken, UTF_8), ("utf-16", &wide, UTF_16LE), ("gb18030", &chinese, GB18030)]
    {
        let whole = read_sliced(bytes, encoding, 3, Sizes::default());
        for slice in 1..=bytes.len() + 1 {
            let cut = read_sliced(bytes, encoding, 3, Sizes { slice, ..Sizes::default() });
            assert_eq!((&cut.rows, &cut.troubles), (&whole.rows, &whole.troubles), "{name} in slices of {slice}");
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(2000))]

    #[test]
    fn any_bytes_give_the_same_rows_however_they_are_cut(
        pieces in prop::collection::vec(prop::sample::select(vec![&b"a"[..], b",", b",", b"\"", b"\"", b"\"\"", b"\n", b"\r", b"\r\n", b" ", "客".as_bytes(), b"\xE5", b"\xFF", b"long text"]), 0..60),
        slice in 1_usize..40,
        record in 10_usize..60,
    ) {
        let bytes = pieces.concat();
        let whole = read_sliced(&bytes, UTF_8, 3, Sizes { slice: 1 << 20, record });
        let cut = read_sliced(&bytes, UTF_8, 3, Sizes { slice, record });
        prop_assert_eq!((whole.rows, whole.troubles), (cut.rows, cut.troubles));
    }

    #[test]
    fn any_table_is_read_as_it_was_written(
        rows in prop::collection::vec(prop::collection::vec("[a-c,\"\n\r 客]{0,8}", 3), 1..12),
        slice in 1_usize..40,
    ) {
        let quoted = |cells: &Vec<String>| cells.iter().map(|cell| format!("\"{}\"", cell.replace('"', "\"\""))).collect::<Vec<_>>().join(",");
        let file = format!("h1,h2,h3\r\n{}", rows.iter().map(|cells| quoted(cells) + "\r\n").collect::<String>());
        let kept = read_sliced(file.as_bytes(), UTF_8, 3, Sizes { slice, ..Sizes::default() });
        let is_kept = |cells: &Vec<String>| cells.iter().any(|cell| !cell.chars().all(|letter| " \n\r\",".contains(letter)));
        let shown = |cell: &String| if cell.is_empty() { "∅".to_owned() } else { cell.clone() };
        let expected: Vec<String> = rows.iter().enumerate().filter(|(_, cells)| is_kept(cells)).map(|(place, cells)| format!("{}: {}|{}|{}", place + 2, shown(&cells[2]), shown(&cells[1]), shown(&cells[0]))).collect();
        let read: Vec<String> = kept.rows.into_iter().filter(|row| row.chars().any(|letter| "abc客".contains(letter))).collect();
        prop_assert_eq!(read, expected);
    }
}

#[test]
fn what_is_no_table_is_refused() {
    let cases: &[(&str, &[u8], &str)] = &[
        ("no bytes", b"", "file.empty"),
        ("blanks", b" \r\n\t\n", "file.empty"),
        ("a mark", b"\xEF\xBB\xBF", "file.empty"),
        ("zero bytes", &[0; 100], "file.empty"),
        ("only delimiters", b",,,\n,,,\n", "file.empty"),
        ("png", b"\x89PNG\r\n\x1A\n\0\0\0", "file.not_a_table"),
        ("noise", &[1, 2, 3, 4, 5, 250, 6, 7, 8, 14, 15, 16], "file.not_a_table"),
        ("page without a table, in UTF-16", b"\xFF\xFE<\0h\0t\0m\0l\0>\0", "file.not_a_table"),
    ];
    for (name, bytes, code) in cases {
        assert_eq!(inspected(bytes).map(|_| ()).map_err(|error| error.code()), Err((*code).to_owned()), "{name}");
    }
}

#[test]
fn the_layout_says_how_it_was_read() -> crate::Result<()> {
    let layout = inspected(&GB18030.encode("客户;金额\n张三;1,5\n李四;2,5\n").0)?;
    let table = &layout.tables[0];
    assert_eq!((layout.format.as_str(), layout.encoding.as_deref(), layout.delimiter.as_deref()), ("csv", Some("gb18030"), Some(";")));
    assert_eq!((table.header_row, table.headers.join("|"), table.sample.len()), (1, "客户|金额".into(), 2));
    Ok(())
}

#[test]
fn the_recipe_overrides_what_would_be_found() -> crate::Result<()> {
    let settings = Import { encoding: Some("windows-1252".into()), delimiter: Some(";".into()), header_row: Some(0), ..Import::default() };
    let layout = inspect_file(&mut BytesSource::new("x", b"a,b;c\n1,2;3\n".to_vec()), &settings)?;
    assert_eq!((layout.encoding.as_deref(), layout.tables[0].headers.join("|")), (Some("windows-1252"), "#1|#2".into()));
    let wrong = Import { delimiter: Some("ab".into()), ..Import::default() };
    assert_eq!(
        inspect_file(&mut BytesSource::new("x", b"a\n".to_vec()), &wrong).map(|_| ()).map_err(|error| error.code()),
        Err("recipe.invalid".into())
    );
    Ok(())
}

#[test]
fn too_many_columns_are_refused() {
    let wide = format!("{}\n{}\n", vec!["a"; 5000].join(","), vec!["1"; 5000].join(","));
    assert_eq!(inspected(wide.as_bytes()).map(|_| ()).map_err(|error| error.code()), Err("file.too_large".into()));
}
