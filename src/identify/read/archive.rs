//! Zip archives: what they hold, and whether unpacking them is safe.
//!
//! The directory of an archive says how large each entry becomes, and the unpacker stops an entry that
//! becomes larger, so checking what is declared bounds what is real. Only parts that are read are counted:
//! pictures and macros are never unpacked. Invariant: nothing is unpacked before [`open`] has agreed.

use super::limits::{ZIP_ENTRIES, ZIP_ENTRY_BYTES, ZIP_RATIO, ZIP_RATIO_FROM_BYTES, ZIP_TOTAL_BYTES, at_most};
use super::sniff::not_a_table;
use super::source::{State, Window};
use super::{Source, limits};
use crate::{Error, ErrorKind, Result};
use std::io::Read;
use zip::ZipArchive;

/// A workbook in an archive.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    Xlsx,
    Xlsb,
    Ods,
}

/// What an archive is called that is no document of a known kind.
pub(super) const PLAIN: &str = "zip";

/// An archive that is safe to unpack.
pub(super) type Archive<'s> = ZipArchive<Window<'s>>;

/// Opens the archive, if it is a workbook and stays within the limits.
pub(super) fn open<'s>(source: &'s mut dyn Source, state: &State) -> Result<(Archive<'s>, Format)> {
    let bytes = source.len();
    at_most("zip_entries", announced_entries(source)?, ZIP_ENTRIES)?;
    let archive = ZipArchive::new(Window::new(source, state)).map_err(|_| damaged("zip directory"))?;
    at_most("zip_entries", archive.len() as u64, ZIP_ENTRIES)?;
    let found = check_entries(&archive)?;
    if !matches!(found, Found::Other(_)) {
        at_most("workbook_bytes", bytes, limits::WORKBOOK_BYTES)?;
    }
    match found {
        Found::Workbook(format) => Ok((archive, format)),
        Found::Other(found) => Err(not_a_table(found)),
        Found::OpenDocument => {
            let mut archive = archive;
            match open_document(&mut archive)? {
                None => Ok((archive, Format::Ods)),
                Some(found) => Err(not_a_table(found)),
            }
        }
    }
}

/// `file.damaged` with this technical word.
pub(super) fn damaged(detail: &str) -> Error {
    ErrorKind::Damaged { detail: detail.to_owned() }.into()
}

/// How many entries the end of the archive announces; the directory itself is not read yet.
fn announced_entries(source: &mut dyn Source) -> Result<u64> {
    let length = source.len().min(66_000);
    let mut tail = vec![0; usize::try_from(length).unwrap_or(0)];
    let read = source.read_at(source.len() - length, &mut tail)?;
    let tail = &tail[..read];
    let long =
        memchr::memmem::rfind(tail, b"PK\x06\x06").and_then(|at| tail.get(at + 32..at + 40)?.try_into().ok()).map(u64::from_le_bytes);
    let short =
        memchr::memmem::rfind(tail, b"PK\x05\x06").and_then(|at| tail.get(at + 10..at + 12)?.try_into().ok()).map(u16::from_le_bytes);
    Ok(long.unwrap_or(0).max(u64::from(short.unwrap_or(0))))
}

/// What the names of the entries say.
enum Found {
    Workbook(Format),
    OpenDocument,
    Other(&'static str),
}

fn check_entries(archive: &Archive<'_>) -> Result<Found> {
    let mut total = 0_u64;
    let mut names = Vec::new();
    for index in 0..archive.len() {
        let entry = archive.by_index_data(index).map_err(|_| damaged("zip entry"))?;
        let name = entry.name().unwrap_or_default().replace('\\', "/").to_ascii_lowercase();
        if is_read(&name) {
            if entry.encrypted() {
                return Err(ErrorKind::Encrypted.into());
            }
            at_most("zip_inflated", entry.size(), ZIP_ENTRY_BYTES)?;
            total = total.saturating_add(entry.size());
            if entry.size() > ZIP_RATIO_FROM_BYTES {
                at_most("zip_ratio", entry.size() / entry.compressed_size().max(1), ZIP_RATIO)?;
            }
        }
        names.push(name);
    }
    at_most("zip_inflated", total, ZIP_TOTAL_BYTES)?;
    Ok(recognise(&names))
}

/// Whether the part is one that is unpacked, or could be.
fn is_read(name: &str) -> bool {
    let is_part = [".xml", ".rels", ".bin", "mimetype"].iter().any(|end| name.ends_with(end));
    is_part && !["/media/", "/embeddings/", "/printersettings/", "vbaproject"].iter().any(|never| name.contains(never))
}

fn recognise(names: &[String]) -> Found {
    let has = |wanted: &str| names.iter().any(|name| name == wanted);
    let has_folder = |wanted: &str| names.iter().any(|name| name.starts_with(wanted));
    if has("xl/workbook.bin") {
        Found::Workbook(Format::Xlsb)
    } else if has("xl/workbook.xml")
        || has("workbook.xml")
        || has_folder("xl/worksheets/")
        || has("[content_types].xml") && names.iter().any(|name| name.contains("worksheets/"))
    {
        Found::Workbook(Format::Xlsx)
    } else if has("content.xml") {
        Found::OpenDocument
    } else if has_folder("word/") {
        Found::Other("docx")
    } else if has_folder("ppt/") {
        Found::Other("pptx")
    } else if has_folder("index/") && names.iter().any(|name| name.ends_with(".iwa")) || has("index.zip") {
        Found::Other("numbers")
    } else {
        Found::Other(PLAIN)
    }
}

/// What an OpenDocument is, if it is no spreadsheet.
fn open_document(archive: &mut Archive<'_>) -> Result<Option<&'static str>> {
    let manifest = part_start(archive, "META-INF/manifest.xml", 1 << 20);
    if memchr::memmem::find(&manifest, b"encryption-data").is_some() {
        return Err(ErrorKind::Encrypted.into());
    }
    let mimetype = part_start(archive, "mimetype", 200);
    let is = |word: &[u8]| memchr::memmem::find(&mimetype, word).is_some();
    Ok(if mimetype.is_empty() || is(b"spreadsheet") {
        None
    } else if is(b"text") {
        Some("odt")
    } else if is(b"presentation") {
        Some("odp")
    } else {
        Some("zip")
    })
}

/// The name by which the archive knows this part: some programs write other cases and slashes.
pub(super) fn find(archive: &Archive<'_>, name: &str) -> Option<String> {
    let is_it = |found: &std::borrow::Cow<'_, str>| found.replace('\\', "/").eq_ignore_ascii_case(name);
    archive.file_names().flatten().find(is_it).map(std::borrow::Cow::into_owned)
}

/// The first bytes of a part; none when it is not there or cannot be unpacked.
pub(super) fn part_start(archive: &mut Archive<'_>, name: &str, count: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Ok(part) = archive.by_name(name) {
        // What could be unpacked before an error still says something.
        let _ = part.take(count).read_to_end(&mut bytes);
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identify::BytesSource;
    use std::io::Write;
    use zip::write::SimpleFileOptions;

    fn zip_of(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
        for (name, content) in parts {
            writer.start_file(*name, SimpleFileOptions::default()).expect("a new entry");
            writer.write_all(content).expect("in memory");
        }
        writer.finish().expect("in memory").into_inner()
    }

    fn opened(bytes: Vec<u8>) -> std::result::Result<Format, String> {
        open(&mut BytesSource::new("x", bytes), &State::default()).map(|(_, format)| format).map_err(|error| error.to_string())
    }

    #[test]
    fn formats() {
        type Case<'c> = (&'c str, &'c [(&'c str, &'c [u8])], std::result::Result<Format, &'c str>);
        let cases: &[Case<'_>] = &[
            ("xlsx", &[("xl/workbook.xml", b"x")], Ok(Format::Xlsx)),
            ("odd slashes", &[("xl\\Workbook.xml", b"x")], Ok(Format::Xlsx)),
            ("everything at the top", &[("[Content_Types].xml", b"x"), ("workbook.xml", b"x")], Ok(Format::Xlsx)),
            ("xlsb", &[("xl/workbook.bin", b"x")], Ok(Format::Xlsb)),
            ("ods", &[("mimetype", b"application/vnd.oasis.opendocument.spreadsheet"), ("content.xml", b"x")], Ok(Format::Ods)),
            (
                "odt",
                &[("mimetype", b"application/vnd.oasis.opendocument.text"), ("content.xml", b"x")],
                Err("file.not_a_table; found: \"odt\""),
            ),
            ("docx", &[("word/document.xml", b"x")], Err("file.not_a_table; found: \"docx\"")),
            ("a plain zip", &[("a.csv", b"x")], Err("file.not_a_table; found: \"zip\"")),
            ("encrypted ods", &[("content.xml", b"x"), ("META-INF/manifest.xml", b"<manifest:encryption-data>")], Err("file.encrypted")),
        ];
        for (name, parts, expected) in cases {
            assert_eq!(opened(zip_of(parts)), expected.map_err(str::to_owned), "{name}");
        }
        assert_eq!(opened(b"PK\x03\x04 and no more".to_vec()), Err("file.damaged; detail: \"zip directory\"".into()));
    }

    #[test]
    fn a_bomb_is_refused_before_it_is_unpacked() {
        let bomb = vec![b' '; 30 << 20];
        let refused = opened(zip_of(&[("xl/workbook.xml", b"x"), ("xl/worksheets/sheet1.xml", &bomb)]));
        assert!(refused.as_ref().is_err_and(|error| error.contains("zip_ratio")), "{refused:?}");
        assert_eq!(opened(zip_of(&[("xl/workbook.xml", b"x"), ("xl/media/picture.bin", &bomb)])), Ok(Format::Xlsx));
        let many: Vec<(String, &[u8])> = (0..10_001).map(|number| (format!("xl/{number}"), &b""[..])).collect();
        let many: Vec<(&str, &[u8])> = many.iter().map(|(name, content)| (name.as_str(), *content)).collect();
        assert_eq!(opened(zip_of(&many)), Err("file.too_large; allowed: 10000; found: 10001; limit: \"zip_entries\"".into()));
    }
}
