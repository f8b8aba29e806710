//! Small archives through the reader.

use super::super::tests::Kept;
use super::super::{inspect_file, read_table};
use crate::Result;
use crate::identify::BytesSource;
use crate::recipe::Import;
use encoding_rs::GB18030;
use std::io::Write;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

const ORDERS: &str = "id,n\na,1\nb,2\n";

fn zip_of(files: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = ZipWriter::new(std::io::Cursor::new(Vec::new()));
    for (place, (name, content)) in files.iter().enumerate() {
        let method = if place % 2 == 0 { CompressionMethod::Deflated } else { CompressionMethod::Stored };
        writer.start_file(*name, SimpleFileOptions::default().compression_method(method)).expect("a new entry");
        writer.write_all(content).expect("in memory");
    }
    writer.finish().expect("in memory").into_inner()
}

/// The tables of an archive with their headers, and what could not be read.
fn seen(bytes: &[u8], settings: &Import) -> std::result::Result<(Vec<String>, Vec<String>), String> {
    let layout = inspect_file(&mut BytesSource::new("x.zip", bytes.to_vec()), settings).map_err(|error| error.to_string())?;
    assert_eq!(layout.format, "zip");
    let tables = layout.tables.iter().map(|table| format!("{}: {}", table.sheet.as_deref().unwrap_or_default(), table.headers.join("|")));
    Ok((tables.collect(), layout.unreadable.iter().map(ToString::to_string).collect()))
}

fn rows(bytes: &[u8], table: usize) -> Result<Vec<String>> {
    let mut source = BytesSource::new("x.zip", bytes.to_vec());
    let layout = inspect_file(&mut source, &Import::default())?;
    let mut kept = Kept::default();
    read_table(&mut source, &layout, table, &[1, 0], &mut kept)?;
    Ok(kept.rows)
}

const FLAT: &str = r#"<office:document><office:body><office:spreadsheet><table:table table:name="S1"><table:table-row><table:table-cell office:value-type="string"><text:p>id</text:p></table:table-cell></table:table-row><table:table-row><table:table-cell office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document>"#;

fn workbook() -> Vec<u8> {
    let content = FLAT.replace("office:document>", "office:document-content>");
    zip_of(&[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", content.as_bytes())])
}

#[test]
fn every_file_is_a_table() -> Result<()> {
    let bytes = zip_of(&[
        ("shop/", b""),
        ("shop/2024-01.csv", ORDERS.as_bytes()),
        ("shop/2024-02.txt", b"id\tn\nc\t3\n"),
        ("book.ods", &workbook()),
        ("list.json", b"[{\"id\":\"d\",\"n\":4}]"),
        ("page.xls", b"<table><tr><td>id</td><td>n</td></tr><tr><td>e</td><td>5</td></tr></table>"),
        ("__MACOSX/shop/._2024-01.csv", b"\0\x05\x16\x07"),
        (".DS_Store", b"\0\0\0\x01Bud1"),
        ("~$book.xlsx", b"\x04user"),
        ("picture.png", b"\x89PNG\r\n"),
        ("empty.csv", b""),
        ("letter.pdf", b"%PDF-1.7"),
        ("inner.zip", &zip_of(&[("a.csv", ORDERS.as_bytes())])),
    ]);
    let (tables, unreadable) = seen(&bytes, &Import::default()).map_err(|_| crate::ErrorKind::FileEmpty)?;
    assert_eq!(tables, ["shop/2024-01.csv: id|n", "shop/2024-02.txt: id|n", "book.ods › S1: id", "list.json: id|n", "page.xls: id|n"]);
    assert_eq!(unreadable, ["file.not_a_table [letter.pdf]; found: \"pdf\"", "file.not_a_table [inner.zip]; found: \"zip\""]);
    for (table, expected) in [(0, "2: 1|a; 3: 2|b"), (1, "2: 3|c"), (2, "2: ∅|a"), (3, "1: 4|d"), (4, "2: 5|e")] {
        assert_eq!(rows(&bytes, table)?.join("; "), expected);
    }
    Ok(())
}

#[test]
fn the_recipe_chooses_among_files() {
    let bytes = zip_of(&[("a.csv", ORDERS.as_bytes()), ("book.ods", &workbook())]);
    let only = |sheet: &str| Import { sheets: vec![sheet.into()], ..Import::default() };
    assert_eq!(seen(&bytes, &only("book.ods › S1")), Ok((vec!["book.ods › S1: id".into()], vec![])));
    assert_eq!(seen(&bytes, &only("b.csv")), Err("sheet.missing: x.zip; found: [\"a.csv\",\"book.ods › S1\"]".into()));
}

#[test]
fn names_of_chinese_windows() {
    // The same length in GBK, without the flag of UTF-8.
    let place = "########.csv";
    let name = GB18030.encode("一月订单.csv").0.into_owned();
    let mut bytes = zip_of(&[(place, ORDERS.as_bytes())]);
    while let Some(at) = memchr::memmem::find(&bytes, place.as_bytes()) {
        bytes[at..at + name.len()].copy_from_slice(&name);
    }
    assert_eq!(seen(&bytes, &Import::default()), Ok((vec!["一月订单.csv: id|n".into()], vec![])));
    assert_eq!(seen(&zip_of(&[("一月订单.csv", ORDERS.as_bytes())]), &Import::default()), Ok((vec!["一月订单.csv: id|n".into()], vec![])));
}

#[test]
fn a_large_file_passes_in_slices() -> Result<()> {
    let mut orders = String::from("id,n\n");
    let mut random = 1_u32;
    for row in 0..1_700_000 {
        random = random.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        orders.push_str(&format!("C{row},{random}\n"));
    }
    assert!(orders.len() > 16 << 20);
    let bytes = zip_of(&[("a.csv", orders.as_bytes())]);
    let rows = rows(&bytes, 0)?;
    assert_eq!((rows.len(), rows[1_699_999].split('|').next_back()), (1_700_000, Some("C1699999")));
    Ok(())
}

#[test]
fn what_is_damaged_does_not_stop_the_others() -> Result<()> {
    let mut bytes = zip_of(&[("skip.csv", b""), ("bad.csv", ORDERS.as_bytes()), ("good.csv", ORDERS.as_bytes())]);
    // The second is stored, so its bytes can be found.
    let at = memchr::memmem::find(&bytes, b"b,2").unwrap_or_default();
    bytes[at + 2] = b'3';
    let (tables, unreadable) = seen(&bytes, &Import::default()).map_err(|_| crate::ErrorKind::FileEmpty)?;
    assert_eq!((tables.join(";"), unreadable.len()), ("good.csv: id|n".into(), 1));
    assert!(unreadable[0].contains("zip checksum"), "{unreadable:?}");
    Ok(())
}

#[test]
fn archives_that_are_refused() {
    let bomb = vec![b' '; 30 << 20];
    for (name, bytes, code) in [
        ("nothing in it", zip_of(&[]), "file.not_a_table"),
        ("only pictures", zip_of(&[("a.png", b"\x89PNG")]), "file.not_a_table"),
        ("a bomb", zip_of(&[("a.csv", &bomb)]), "zip_ratio"),
        ("an archive in it", zip_of(&[("a.zip", &zip_of(&[("a.csv", ORDERS.as_bytes())]))]), "file.not_a_table"),
    ] {
        let refused = seen(&bytes, &Import::default());
        assert!(refused.as_ref().is_err_and(|error| error.contains(code)), "{name}: {refused:?}");
    }
}
