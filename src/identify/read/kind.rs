//! What kind of file the first bytes say it is. Its name never matters.
//!
//! People drop what they have: a photo, a PDF, a web page that calls itself `.xls`. A kind that is known
//! by its first bytes is named in the error. Invariant: what is named as something else is no table that can be read.

/// What the first bytes look like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A zip archive: an xlsx, xlsm, xlsb or ods, or something else.
    Zip,
    /// An OLE compound file: an xls, an encrypted workbook, or something else.
    Ole,
    /// Text with marks: which, it is known by.
    Marked(Marked),
    /// Something that is no table.
    Other(&'static str),
    /// Nothing known: text, if it is text at all.
    Unknown,
}

/// Text that is a table, though not of lines and delimiters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Marked {
    /// A web page.
    Html,
    /// Records of JSON.
    Json,
    /// A workbook of one XML file, as Excel writes it.
    SpreadsheetMl,
    /// A spreadsheet of OpenDocument in one XML file.
    FlatOpenDocument,
}

/// The kind of a file that begins with these bytes.
pub(super) fn kind(start: &[u8]) -> Kind {
    if start.starts_with(b"PK\x03\x04") || start.starts_with(b"PK\x05\x06") || start.starts_with(b"PK\x07\x08") {
        return Kind::Zip;
    }
    if start.starts_with(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1") {
        return Kind::Ole;
    }
    let by_magic = MAGIC.iter().find(|(magic, _)| start.starts_with(magic)).map(|(_, name)| *name);
    by_magic.or_else(|| container(start)).map(Kind::Other).or_else(|| marked(start)).unwrap_or(Kind::Unknown)
}

const MAGIC: &[(&[u8], &str)] = &[
    (b"\x89PNG", "png"),
    (b"\xFF\xD8\xFF", "jpg"),
    (b"GIF8", "gif"),
    (b"II*\0", "tiff"),
    (b"MM\0*", "tiff"),
    (b"%PDF-", "pdf"),
    (b"Rar!\x1A\x07", "rar"),
    (b"7z\xBC\xAF\x27\x1C", "7z"),
    (b"\x1F\x8B", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xFD7zXZ\0", "xz"),
    (b"\x28\xB5\x2F\xFD", "zstd"),
    (b"\x7FELF", "exe"),
    (b"SQLite format 3\0", "sqlite"),
    (b"PAR1", "parquet"),
    (b"ARROW1", "arrow"),
    (b"{\\rtf", "rtf"),
    (b"ID;P", "slk"),
    (b"TABLE\r\n0,1", "dif"),
    (b"TABLE\n0,1", "dif"),
    (b"MIME-Version:", "mhtml"),
    (b"\x09\x00\x04\x00", "xls before 1995"),
    (b"\x09\x02\x06\x00", "xls before 1995"),
    (b"\x09\x04\x06\x00", "xls before 1995"),
    (b"\x09\x08\x10\x00", "xls without its container"),
    (b"\x09\x08\x08\x00", "xls without its container"),
    (b"\0\0\x02\0", "lotus 1-2-3"),
    (b"\0\0\x1A\0", "lotus 1-2-3"),
];

/// Kinds whose mark is not, or not only, at the beginning.
fn container(start: &[u8]) -> Option<&'static str> {
    let at = |place: usize, mark: &[u8]| start.get(place..).is_some_and(|rest| rest.starts_with(mark));
    if at(0, b"RIFF") && at(8, b"WEBP") {
        Some("webp")
    } else if at(0, b"BM") && at(6, b"\0\0\0\0") {
        Some("bmp")
    } else if at(0, b"MZ") && start.iter().take(64).any(|byte| *byte == 0) {
        Some("exe")
    } else if at(4, b"ftyp") {
        Some("video")
    } else {
        None
    }
}

/// Markup and records.
fn marked(start: &[u8]) -> Option<Kind> {
    const PAGE: [&[u8]; 12] = [
        b"<!doctype html",
        b"<html",
        b"<head",
        b"<body",
        b"<table",
        b"<meta",
        b"<div",
        b"<style",
        b"<script",
        b"<center",
        b"<form",
        b"<title",
    ];
    let text = start.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(start).trim_ascii_start();
    let begins = |mark: &[u8]| text.get(..mark.len()).is_some_and(|head| head.eq_ignore_ascii_case(mark));
    if PAGE.iter().any(|mark| begins(mark)) {
        Some(Kind::Marked(Marked::Html))
    } else if [b"<?xml".as_slice(), b"<!--", b"<workbook", b"<office:document", b"<ss:workbook"].iter().any(|mark| begins(mark)) {
        Some(xml(&text[..text.len().min(4096)].to_ascii_lowercase()))
    } else if is_json(text) {
        Some(Kind::Marked(Marked::Json))
    } else {
        None
    }
}

/// What a file of XML is, by its first bytes in lower case.
fn xml(start: &[u8]) -> Kind {
    let mentions = |word: &[u8]| memchr::memmem::find(start, word).is_some();
    if mentions(b"urn:schemas-microsoft-com:office:spreadsheet") {
        Kind::Marked(Marked::SpreadsheetMl)
    } else if mentions(b"<office:document") {
        Kind::Marked(Marked::FlatOpenDocument)
    } else if mentions(b"<html") || mentions(b"<table") {
        Kind::Marked(Marked::Html)
    } else {
        Kind::Other("xml")
    }
}

/// A brace or bracket, and behind it what can only stand there in JSON.
fn is_json(text: &[u8]) -> bool {
    let behind = text.get(1..).unwrap_or_default().trim_ascii_start();
    let first = behind.first().copied();
    match text.first() {
        Some(b'{') => matches!(first, Some(b'"' | b'}')),
        Some(b'[') => match first {
            Some(b'{' | b'[' | b'"') => true,
            Some(b']') => behind[1..].trim_ascii().is_empty(),
            _ => false,
        },
        _ => false,
    }
}

/// Whether decoded text is no text: full of control characters.
pub(super) fn is_binary(text: &str) -> bool {
    let mut controls = 0_usize;
    let mut letters = 0_usize;
    for letter in text.chars().take(64 * 1024) {
        letters += 1;
        let plain = matches!(letter, '\u{1}' | '\t' | '\n' | '\r' | '\u{C}' | '\u{1F}' | '\u{1A}' | '\u{1B}' | '\u{85}');
        controls += usize::from(letter.is_control() && !plain || matches!(letter, '\u{FFFD}' | '\u{FFFE}' | '\u{FFFF}'));
    }
    controls * 10 > letters
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn kinds() {
        let cases: &[(&[u8], Kind)] = &[
            (b"PK\x03\x04....", Kind::Zip),
            (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1..", Kind::Ole),
            (b"\x89PNG\r\n", Kind::Other("png")),
            (b"%PDF-1.7", Kind::Other("pdf")),
            (b"MZ\x90\0\x03\0", Kind::Other("exe")),
            (b"MZone,amount\n", Kind::Unknown),
            (b"BM,amount\n", Kind::Unknown),
            (b"\xEF\xBB\xBF \r\n<HTML><body>", Kind::Marked(Marked::Html)),
            (b"<?xml version='1.0'?><rss>", Kind::Other("xml")),
            (b"<?xml version='1.0'?><Workbook xmlns='urn:schemas-microsoft-com:office:spreadsheet'>", Kind::Marked(Marked::SpreadsheetMl)),
            (b"<?xml version='1.0'?><office:document>", Kind::Marked(Marked::FlatOpenDocument)),
            (b"<?xml version='1.0'?><!DOCTYPE html><html>", Kind::Marked(Marked::Html)),
            (b"[{\"a\": 1}]", Kind::Marked(Marked::Json)),
            (b"{ \"a\": 1}", Kind::Marked(Marked::Json)),
            (b"[ ]\n", Kind::Marked(Marked::Json)),
            (b"[a],b\n1,2\n", Kind::Unknown),
            (b"{a},b\n1,2\n", Kind::Unknown),
            (b"ID,name\n1,ann\n", Kind::Unknown),
            (b"", Kind::Unknown),
        ];
        for (start, expected) in cases {
            assert_eq!(kind(start), *expected, "{:?}", String::from_utf8_lossy(start));
        }
    }

    #[test]
    fn binary_or_text() {
        assert!(is_binary("\0\0\u{1}\u{2}\u{3}a"));
        assert!(!is_binary("a,b\r\n1,\u{1A}\n"));
        assert!(!is_binary(""));
        assert!(!is_binary(&format!("{}\0", "a,b\n".repeat(10))));
    }
}
