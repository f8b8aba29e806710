//! A file in a zip archive as a [`Source`].
//!
//! Unpacking goes forwards only, so going back begins again; readers of text hardly ever do. What comes out
//! is counted and its checksum compared, because a directory can say anything.
//! Invariant: no more bytes come out than the directory says, and the limits are checked against that.

use super::Source;
use super::archive::damaged;
use super::limits::{WORKBOOK_BYTES, ZIP_ENTRY_BYTES, ZIP_RATIO, ZIP_RATIO_FROM_BYTES, at_most};
use super::source::{BytesSource, State, Window};
use crate::{Error, ErrorKind, Result};
use flate2::Crc;
use flate2::read::DeflateDecoder;
use std::io::{self, Read, Seek, SeekFrom, Take};

/// What the directory says about a file.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    /// Its path in the archive.
    pub(super) path: String,
    /// Where its bytes begin.
    pub(super) start: u64,
    pub(super) packed: u64,
    pub(super) unpacked: u64,
    pub(super) crc: u32,
    pub(super) is_packed: bool,
    /// Why it cannot be read, if it cannot.
    pub(super) refused: Option<Error>,
}

impl Entry {
    /// Whether unpacking it is safe.
    pub(super) fn check(&self) -> Result<()> {
        if let Some(error) = &self.refused {
            return Err(error.clone());
        }
        at_most("zip_inflated", self.unpacked, ZIP_ENTRY_BYTES)?;
        if self.unpacked > ZIP_RATIO_FROM_BYTES {
            at_most("zip_ratio", self.unpacked / self.packed.max(1), ZIP_RATIO)?;
        }
        Ok(())
    }
}

enum Unpacker<'s> {
    Stored(Take<Window<'s>>),
    Deflated(DeflateDecoder<Take<Window<'s>>>),
}

impl Read for Unpacker<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self {
            Self::Stored(reader) => reader.read(buffer),
            Self::Deflated(reader) => reader.read(buffer),
        }
    }
}

/// A file in an archive.
pub(super) struct EntrySource<'s> {
    entry: Entry,
    /// Gone only while it begins again.
    unpacker: Option<Unpacker<'s>>,
    position: u64,
    /// The checksum of the bytes up to `hashed`.
    crc: Crc,
    hashed: u64,
}

impl<'s> EntrySource<'s> {
    /// The file at the beginning of its bytes.
    pub(super) fn open(archive: &'s mut dyn Source, state: &State, entry: &Entry) -> Result<Self> {
        entry.check()?;
        let mut source = Self { entry: entry.clone(), unpacker: None, position: 0, crc: Crc::new(), hashed: 0 };
        source.begin(Window::new(archive, state))?;
        Ok(source)
    }

    /// All of it in memory, for readers that jump about.
    pub(super) fn into_memory(mut self) -> Result<BytesSource> {
        at_most("workbook_bytes", self.entry.unpacked, WORKBOOK_BYTES)?;
        let mut bytes = vec![0; usize::try_from(self.entry.unpacked).unwrap_or(0)];
        self.read_at(0, &mut bytes)?;
        Ok(BytesSource::new(&self.entry.path, bytes))
    }

    fn begin(&mut self, mut window: Window<'s>) -> Result<()> {
        window.seek(SeekFrom::Start(self.entry.start)).map_err(|_| damaged("zip entry"))?;
        let packed = window.take(self.entry.packed);
        self.unpacker = Some(if self.entry.is_packed { Unpacker::Deflated(DeflateDecoder::new(packed)) } else { Unpacker::Stored(packed) });
        self.position = 0;
        Ok(())
    }

    fn go_back(&mut self) -> Result<()> {
        match self.unpacker.take() {
            Some(Unpacker::Stored(packed)) => self.begin(packed.into_inner()),
            Some(Unpacker::Deflated(reader)) => self.begin(reader.into_inner().into_inner()),
            None => Err(damaged("zip entry")),
        }
    }

    /// The next bytes; as many as fit, if the file does not end before.
    fn read_on(&mut self, buffer: &mut [u8]) -> Result<usize> {
        let left = usize::try_from(self.entry.unpacked - self.position).unwrap_or(usize::MAX);
        let count = buffer.len().min(left);
        let mut filled = 0;
        while filled < count {
            let unpacker = self.unpacker.as_mut().ok_or_else(|| damaged("zip entry"))?;
            // An error of the archive's own source is kept by its window, and comes before this one.
            match unpacker.read(&mut buffer[filled..count]).map_err(|_| damaged("zip entry"))? {
                0 => return Err(damaged("zip entry")),
                read => filled += read,
            }
        }
        if self.hashed == self.position {
            self.crc.update(&buffer[..filled]);
            self.hashed += filled as u64;
        }
        self.position += filled as u64;
        if self.hashed == self.entry.unpacked && self.crc.sum() != self.entry.crc {
            return Err(damaged("zip checksum"));
        }
        Ok(filled)
    }
}

impl Source for EntrySource<'_> {
    fn name(&self) -> &str {
        &self.entry.path
    }

    fn len(&self) -> u64 {
        self.entry.unpacked
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        let offset = offset.min(self.entry.unpacked);
        if offset < self.position {
            self.go_back()?;
        }
        let mut skipped = vec![0; usize::try_from(offset - self.position).unwrap_or(usize::MAX).min(64 << 10)];
        while self.position < offset {
            let count = usize::try_from(offset - self.position).unwrap_or(usize::MAX).min(skipped.len());
            self.read_on(&mut skipped[..count])?;
        }
        self.read_on(buffer)
    }
}

/// Why an entry with this method of packing cannot be read.
pub(super) fn unknown_method() -> Error {
    ErrorKind::Damaged { detail: "zip method of packing".to_owned() }.into()
}
