//! A browser's `File` as a [`Source`]: slices are read when they are needed, in the worker.

use crate::identify::Source;
use crate::{ErrorKind, Result};
use wasm_bindgen::JsValue;
use web_sys::{File, FileReaderSync};

/// A file that the user dropped or chose. `FileReaderSync` exists in workers only.
pub(super) struct JsFile {
    name: String,
    length: u64,
    file: File,
    reader: FileReaderSync,
}

impl JsFile {
    /// Opens the file; nothing is read yet.
    ///
    /// # Errors
    /// `file.unreadable` outside a worker.
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a file's size is a whole number below 2^53")]
    pub(super) fn new(file: File) -> Result<Self> {
        let name = file.name();
        let reader = FileReaderSync::new().map_err(|error| unreadable(&error, &name))?;
        Ok(Self { length: file.size() as u64, name, file, reader })
    }
}

impl Source for JsFile {
    fn name(&self) -> &str {
        &self.name
    }

    fn len(&self) -> u64 {
        self.length
    }

    #[expect(clippy::cast_precision_loss, reason = "offsets in a file stay below 2^53")]
    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> Result<usize> {
        let end = (offset + buffer.len() as u64).min(self.length);
        if offset >= end {
            return Ok(0);
        }
        let slice = self.file.slice_with_f64_and_f64(offset as f64, end as f64);
        let bytes = slice.and_then(|slice| self.reader.read_as_array_buffer(&slice)).map_err(|error| unreadable(&error, &self.name))?;
        let bytes = js_sys::Uint8Array::new(&bytes);
        let count = bytes.length() as usize;
        bytes.copy_to(&mut buffer[..count]);
        Ok(count)
    }
}

/// Only the kind of the browser's error (`NotReadableError`): its text may name a path.
fn unreadable(error: &JsValue, name: &str) -> crate::Error {
    let kind = js_sys::Reflect::get(error, &JsValue::from_str("name")).ok().and_then(|kind| kind.as_string());
    crate::Error::from(ErrorKind::Unreadable { detail: kind.unwrap_or_default() }).in_file(name)
}
