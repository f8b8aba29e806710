//! Files on disk and buffers as a [`Source`].

use super::Source;
use crate::{ErrorKind, Result};
use std::io::{Read, Seek, SeekFrom};

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
