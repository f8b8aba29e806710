//! Files on disk and buffers as a [`Source`], and a [`Source`] as what archive readers want.
//!
//! Readers of workbooks jump about and take a few bytes at a time, and every read of a browser's file
//! costs a call out of wasm. So a [`Window`] keeps the stretch around the last position in memory.
//! Invariant: no file is ever copied whole.

use super::Source;
use crate::{Error, ErrorKind, Result};
use std::cell::RefCell;
use std::io::{self, Read, Seek, SeekFrom};
use std::rc::Rc;

/// A file held in memory.
#[derive(Debug)]
pub struct BytesSource {
    name: String,
    bytes: Vec<u8>,
}

impl BytesSource {
    /// A file with this name and content.
    #[must_use]
    pub fn new(name: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), bytes }
    }
}

impl Source for BytesSource {
    fn name(&self) -> &str {
        &self.name
    }

    fn len(&self) -> u64 {
        self.bytes.len() as u64
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        let start = usize::try_from(offset).unwrap_or(usize::MAX).min(self.bytes.len());
        let count = buffer.len().min(self.bytes.len() - start);
        buffer[..count].copy_from_slice(&self.bytes[start..start + count]);
        Ok(count)
    }
}

/// A file on disk, read as it is needed.
#[derive(Debug)]
pub struct FileSource {
    name: String,
    length: u64,
    file: std::fs::File,
}

impl FileSource {
    /// Opens a file.
    ///
    /// # Errors
    /// `file.unreadable` when it is not there or may not be read.
    pub fn open(path: &std::path::Path) -> Result<Self> {
        let name = path.file_name().map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into_owned());
        let unreadable = |error: std::io::Error| crate::Error::from(ErrorKind::Unreadable { detail: error.to_string() }).in_file(&name);
        let file = std::fs::File::open(path).map_err(unreadable)?;
        let length = file.metadata().map_err(unreadable)?.len();
        Ok(Self { name: name.clone(), length, file })
    }
}

impl Source for FileSource {
    fn name(&self) -> &str {
        &self.name
    }

    fn len(&self) -> u64 {
        self.length
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        let mut filled = 0;
        let mut read = || -> std::io::Result<()> {
            self.file.seek(SeekFrom::Start(offset))?;
            while filled < buffer.len() {
                match self.file.read(&mut buffer[filled..])? {
                    0 => break,
                    count => filled += count,
                }
            }
            Ok(())
        };
        read().map_err(|error| crate::Error::from(ErrorKind::Unreadable { detail: error.to_string() }).in_file(&self.name))?;
        Ok(filled)
    }
}

/// The first bytes of a file, at most `count`.
pub(super) fn start(source: &mut dyn Source, count: usize) -> Result<Vec<u8>> {
    let count = usize::try_from(source.len()).unwrap_or(usize::MAX).min(count);
    let mut bytes = vec![0; count];
    let read = source.read_at(0, &mut bytes)?;
    bytes.truncate(read);
    Ok(bytes)
}

/// Stretches of whole lines, evenly spread over the file from `from` on, one after the other.
pub(super) fn probes(source: &mut dyn Source, from: u64, count: u64, length: usize) -> Result<Vec<u8>> {
    let mut bytes = Vec::with_capacity(length);
    let mut probe = vec![0; length];
    for place in 0..count {
        let read = source.read_at(from + (source.len() - from) / count * place, &mut probe)?;
        let text = &probe[..read];
        let lines = memchr::memchr(b'\n', text).zip(memchr::memrchr(b'\n', text));
        bytes.extend_from_slice(lines.map_or(text, |(first, last)| &text[first..last]));
    }
    Ok(bytes)
}

/// What a [`Window`] tells those who gave it away to an archive reader.
#[derive(Debug, Default)]
pub(super) struct WindowState {
    /// The farthest byte that was read.
    pub(super) farthest: u64,
    /// The error of the source, which passes through an archive reader only as text.
    pub(super) error: Option<Error>,
}

/// A state that a window and its owner share.
pub(super) type State = Rc<RefCell<WindowState>>;

/// A [`Source`] with a position, of which one stretch is kept in memory.
pub(super) struct Window<'s> {
    source: &'s mut dyn Source,
    position: u64,
    start: u64,
    kept: Vec<u8>,
    state: State,
}

impl<'s> Window<'s> {
    const BYTES: usize = 1 << 20;

    /// The whole file, from its beginning. `state` stays readable when the window has been given away.
    pub(super) fn new(source: &'s mut dyn Source, state: &State) -> Self {
        Self { source, position: 0, start: 0, kept: Vec::new(), state: Rc::clone(state) }
    }

    /// The kept bytes from the position on; reads them first when there are none.
    fn ahead(&mut self) -> io::Result<&[u8]> {
        let inside = |start: u64, kept: &[u8], position: u64| {
            position.checked_sub(start).and_then(|skip| usize::try_from(skip).ok()).filter(|skip| *skip < kept.len())
        };
        if inside(self.start, &self.kept, self.position).is_none() {
            self.keep()?;
        }
        Ok(inside(self.start, &self.kept, self.position).map_or(&[], |skip| &self.kept[skip..]))
    }

    fn keep(&mut self) -> io::Result<()> {
        let left = self.source.len().saturating_sub(self.position);
        let count = usize::try_from(left).unwrap_or(usize::MAX).min(Self::BYTES);
        self.kept.resize(count, 0);
        self.start = self.position;
        let read = self.source.read_at(self.position, &mut self.kept).map_err(|error| {
            let text = error.to_string();
            self.state.borrow_mut().error = Some(error);
            io::Error::other(text)
        })?;
        self.kept.truncate(read);
        let mut state = self.state.borrow_mut();
        state.farthest = state.farthest.max(self.start + read as u64);
        Ok(())
    }
}

impl Read for Window<'_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        if buffer.is_empty() {
            return Ok(0);
        }
        let ahead = self.ahead()?;
        let count = ahead.len().min(buffer.len());
        buffer[..count].copy_from_slice(&ahead[..count]);
        self.position += count as u64;
        Ok(count)
    }
}

impl Seek for Window<'_> {
    fn seek(&mut self, to: SeekFrom) -> io::Result<u64> {
        let position = match to {
            SeekFrom::Start(position) => Some(position),
            SeekFrom::End(back) => self.source.len().checked_add_signed(back),
            SeekFrom::Current(by) => self.position.checked_add_signed(by),
        };
        self.position = position.ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "position before the beginning"))?;
        Ok(self.position)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_window_reads_and_seeks_like_a_file() -> io::Result<()> {
        let bytes: Vec<u8> = (0..=255).cycle().take(Window::BYTES + 1000).collect();
        let mut source = BytesSource::new("x", bytes.clone());
        let state = State::default();
        let mut window = Window::new(&mut source, &state);
        let mut tail = Vec::new();
        window.seek(SeekFrom::End(-10))?;
        window.read_to_end(&mut tail)?;
        assert_eq!(tail, bytes[bytes.len() - 10..]);
        let mut all = Vec::new();
        window.seek(SeekFrom::Start(0))?;
        window.read_to_end(&mut all)?;
        assert_eq!(all, bytes);
        assert_eq!(state.borrow().farthest, bytes.len() as u64);
        assert_eq!(window.seek(SeekFrom::Current(50))?, bytes.len() as u64 + 50);
        assert_eq!(window.read(&mut [0; 8])?, 0);
        assert!(window.seek(SeekFrom::Current(-(1 << 40))).is_err());
        Ok(())
    }
}
