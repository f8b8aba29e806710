//! A zip archive of tables: one table for each text file in it, one for each sheet of each workbook.
//!
//! Shops' back offices export many files as one archive. Each is read as if it had been given by itself, and
//! is named by its path. Names without a mark of UTF-8 are in the encoding of the computer that packed them,
//! which for Chinese Windows is GBK. Invariants: an archive in an archive is not opened; nothing is unpacked
//! before the limits have agreed; what is no table does not stop the others.

use super::archive::{self, damaged};
use super::encoding;
use super::entry::{Entry, EntrySource, unknown_method};
use super::kind::{self, Kind};
use super::limits::{ZIP_TOTAL_BYTES, at_most};
use super::sniff::{Layout, Place, inspect_plain, not_a_table};
use super::source::{self, State, Window};
use super::{RowSink, Source, read_plain};
use crate::identify::IssueCode;
use crate::recipe::Import;
use crate::{Error, ErrorKind, Result};
use std::rc::Rc;
use zip::{CompressionMethod, ZipArchive};

/// Between the path of a workbook and the name of a sheet.
const WITHIN: &str = " › ";

/// A file of the archive that holds tables.
#[derive(Debug, Clone)]
pub(super) struct Part {
    entry: Entry,
    layout: Layout,
}

/// What the archive holds.
pub(super) fn inspect(source: &mut dyn Source, settings: &Import) -> Result<Layout> {
    let state = State::default();
    let entries = entries(source, &state)?;
    at_most("zip_inflated", entries.iter().fold(0, |sum, entry| sum.saturating_add(entry.unpacked)), ZIP_TOTAL_BYTES)?;
    let inner = Import { sheets: Vec::new(), ..settings.clone() };
    let mut archive = Layout::of("zip");
    let mut parts = Vec::new();
    for entry in entries {
        match inspect_entry(source, &state, &entry, &inner) {
            Ok(Some(layout)) => parts.push(Part { entry, layout }),
            Ok(None) => {}
            Err(error) => archive.unreadable.push(error.in_sheet(&entry.path)),
        }
        if let Some(error) = state.borrow_mut().error.take() {
            return Err(error);
        }
    }
    for part in &mut parts {
        let name = |sheet: &Option<String>| {
            sheet.as_ref().map_or_else(|| part.entry.path.clone(), |sheet| format!("{}{WITHIN}{sheet}", part.entry.path))
        };
        archive
            .tables
            .extend(part.layout.tables.iter().map(|table| super::TableLayout { sheet: Some(name(&table.sheet)), ..table.clone() }));
        archive.unreadable.extend(part.layout.unreadable.iter().map(|error| error.clone().in_sheet(&part.entry.path)));
        if archive.encodings.is_empty() && !part.layout.encodings.is_empty() {
            archive.encoding.clone_from(&part.layout.encoding);
            archive.encodings.clone_from(&part.layout.encodings);
        }
    }
    archive.place = Place::Parts(parts);
    choose(archive, settings)
}

/// Only the tables that the recipe asks for; all when it asks for none.
fn choose(archive: Layout, settings: &Import) -> Result<Layout> {
    let names: Vec<String> = archive.tables.iter().filter_map(|table| table.sheet.clone()).collect();
    if names.is_empty() {
        return Err(archive.unreadable.into_iter().find(is_telling).unwrap_or_else(|| not_a_table("zip")));
    }
    if settings.sheets.iter().any(|wanted| !names.contains(wanted)) {
        return Err(ErrorKind::SheetMissing { found: names }.into());
    }
    if settings.sheets.is_empty() {
        return Ok(archive);
    }
    let Layout { mut tables, place, .. } = archive;
    tables.retain(|table| table.sheet.as_ref().is_some_and(|name| settings.sheets.contains(name)));
    Ok(Layout { tables, place, unreadable: Vec::new(), ..Layout::of("zip") })
}

/// Whether an error about a file in it says more than that the archive has no table.
fn is_telling(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::Encrypted | ErrorKind::TooLarge { .. } | ErrorKind::Damaged { .. })
}

/// Hands the rows of one table to `sink`.
pub(super) fn read<S: RowSink>(
    source: &mut dyn Source,
    layout: &Layout,
    parts: &[Part],
    table: usize,
    wanted: &[usize],
    sink: &mut S,
) -> Result<()> {
    let Some(name) = layout.tables.get(table).and_then(|table| table.sheet.as_deref()) else { return Ok(()) };
    let Some((part, inner)) = parts.iter().find_map(|part| part.table(name).map(|inner| (part, inner))) else {
        return Err(damaged("zip entry"));
    };
    let bytes = source.len();
    let state = State::default();
    let mut counted = Counted { sink: &mut *sink, state: Rc::clone(&state) };
    let read = EntrySource::open(source, &state, &part.entry).and_then(|mut entry| {
        if part.is_text() {
            return read_plain(&mut entry, &part.layout, inner, wanted, &mut counted);
        }
        read_plain(&mut entry.into_memory()?, &part.layout, inner, wanted, &mut counted)
    });
    let own = state.borrow_mut().error.take();
    read.map_err(|error| own.unwrap_or(error).in_sheet(name))?;
    sink.progress(bytes)
}

impl Part {
    /// Which of its tables has this name in the archive.
    fn table(&self, name: &str) -> Option<usize> {
        let rest = name.strip_prefix(self.entry.path.as_str())?;
        self.layout.tables.iter().position(|table| match &table.sheet {
            None => rest.is_empty(),
            Some(sheet) => rest.strip_prefix(WITHIN) == Some(sheet),
        })
    }

    /// Whether it passes through in slices.
    fn is_text(&self) -> bool {
        self.layout.encoding.is_some()
    }
}

/// Files and what the directory says about them, in its order, without folders and what systems leave behind.
fn entries(source: &mut dyn Source, state: &State) -> Result<Vec<Entry>> {
    let mut archive = ZipArchive::new(Window::new(source, state)).map_err(|_| damaged("zip directory"))?;
    let names: Vec<Vec<u8>> = (0..archive.len())
        .map(|index| archive.by_index_data(index).map_or_else(|_| Vec::new(), |entry| entry.name_raw().to_vec()))
        .collect();
    let encoding = encoding::of_bytes(&names.join(&b'\n')).encoding;
    let mut entries = Vec::new();
    for (index, name) in names.iter().enumerate() {
        let path = match std::str::from_utf8(name) {
            Ok(path) => path.to_owned(),
            Err(_) => encoding.decode_without_bom_handling(name).0.into_owned(),
        };
        let path = path.replace('\\', "/");
        if !is_left_behind(&path) {
            entries.push(entry(&mut archive, index, path));
        }
    }
    Ok(entries)
}

fn is_left_behind(path: &str) -> bool {
    let name = path.rsplit('/').next().unwrap_or_default();
    name.is_empty()
        || path.starts_with("__MACOSX/")
        || name.starts_with('.')
        || name.starts_with("~$")
        || ["thumbs.db", "desktop.ini"].contains(&name.to_ascii_lowercase().as_str())
}

fn entry(archive: &mut ZipArchive<Window<'_>>, index: usize, path: String) -> Entry {
    let broken = |path| Entry { path, start: 0, packed: 0, unpacked: 0, crc: 0, is_packed: false, refused: Some(damaged("zip entry")) };
    let Ok(entry) = archive.by_index_raw(index) else { return broken(path) };
    let Some(start) = entry.data_start() else { return broken(path) };
    let refused = match entry.compression() {
        _ if entry.encrypted() => Some(ErrorKind::Encrypted.into()),
        CompressionMethod::Stored | CompressionMethod::Deflated => None,
        _ => Some(unknown_method()),
    };
    let is_packed = entry.compression() == CompressionMethod::Deflated;
    Entry { path, start, packed: entry.compressed_size(), unpacked: entry.size(), crc: entry.crc32(), is_packed, refused }
}

/// What one file holds; nothing for an empty file or a picture.
fn inspect_entry(source: &mut dyn Source, state: &State, entry: &Entry, settings: &Import) -> Result<Option<Layout>> {
    if entry.unpacked == 0 && entry.refused.is_none() {
        return Ok(None);
    }
    let mut file = EntrySource::open(source, state, entry)?;
    let layout = match kind::kind(&source::start(&mut file, 4096)?) {
        Kind::Other("png" | "jpg" | "gif" | "bmp" | "tiff" | "webp") => return Ok(None),
        Kind::Zip | Kind::Ole => inspect_plain(&mut file.into_memory()?, settings),
        _ => inspect_plain(&mut file, settings),
    };
    layout.map(Some)
}

/// Says how far the archive is, in place of the file in it.
struct Counted<'s, S> {
    sink: &'s mut S,
    state: State,
}

impl<S: RowSink> RowSink for Counted<'_, S> {
    fn row(&mut self, number: u64, cells: &[super::Cell<'_>]) -> Result<()> {
        self.sink.row(number, cells)
    }

    fn trouble(&mut self, number: u64, code: IssueCode, original: &str) {
        self.sink.trouble(number, code, original);
    }

    fn progress(&mut self, _bytes: u64) -> Result<()> {
        let farthest = self.state.borrow().farthest;
        self.sink.progress(farthest)
    }
}

/// Whether this error says that the archive is no workbook and nothing else that is known.
pub(super) fn may_hold_tables(error: &Error) -> bool {
    matches!(error.kind(), ErrorKind::NotATable { found } if found == archive::PLAIN)
}

#[cfg(test)]
mod tests;
