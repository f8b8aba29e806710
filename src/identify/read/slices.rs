//! A text file as slices of UTF-8, whatever it is written in.
//!
//! A slice ends where the bytes at hand end; what of it was not consumed (the beginning of a record)
//! comes again at the beginning of the next one. Bytes that are no text become U+FFFD, so that the rows
//! they stand in can be told by that character, and a row is told alike wherever the file was cut.
//! Invariant: at most one slice and one unfinished record are in memory.

use super::Source;
use crate::Result;
use encoding_rs::{DecoderResult, Encoding, UTF_8};

/// A text file that is being read.
pub(super) struct Slices<'s> {
    source: &'s mut dyn Source,
    decoder: Option<encoding_rs::Decoder>,
    size: usize,
    offset: u64,
    /// Bytes as they are in the file; used only with a decoder.
    undecoded: Vec<u8>,
    buffer: Vec<u8>,
    filled: usize,
    valid: usize,
}

/// The text at hand.
#[derive(Debug, Clone, Copy)]
pub(super) struct Slice<'b> {
    pub(super) text: &'b str,
    /// Whether the file ends with it.
    pub(super) last: bool,
    /// Bytes of the file that have been read.
    pub(super) bytes_read: u64,
}

impl<'s> Slices<'s> {
    /// The text of this file, to be read about `size` bytes at a time.
    pub(super) fn new(source: &'s mut dyn Source, encoding: &'static Encoding, size: usize) -> Self {
        let decoder = (encoding != UTF_8).then(|| encoding.new_decoder_without_bom_handling());
        // A small file takes no more than it needs; a byte can become three.
        let enough = usize::try_from(source.len()).unwrap_or(usize::MAX).saturating_mul(3).saturating_add(3);
        let size = size.min(enough);
        Self { source, decoder, size, offset: 0, undecoded: Vec::new(), buffer: Vec::new(), filled: 0, valid: 0 }
    }

    /// Drops the first `consumed` bytes of the last slice, and gives what remained of it with what follows it.
    pub(super) fn next(&mut self, consumed: usize) -> Result<Slice<'_>> {
        let at_start = self.offset == 0;
        self.buffer.copy_within(consumed..self.filled, 0);
        self.filled -= consumed;
        let mut last = self.read_more()?;
        if at_start {
            last = self.drop_marks(last)?;
        }
        self.validate(last);
        // Cannot fail: `validate` made it so.
        let text = std::str::from_utf8(&self.buffer[..self.valid]).unwrap_or_default();
        Ok(Slice { text, last, bytes_read: self.offset })
    }

    /// The bytes of the last slice.
    pub(super) fn bytes(&self) -> &[u8] {
        &self.buffer[..self.valid]
    }

    fn read_more(&mut self) -> Result<bool> {
        if self.decoder.is_some() { self.decode() } else { self.read() }
    }

    /// UTF-8 goes straight into the buffer.
    fn read(&mut self) -> Result<bool> {
        let end = self.filled + self.size;
        if self.buffer.len() < end {
            self.buffer.resize(end, 0);
        }
        let read = self.source.read_at(self.offset, &mut self.buffer[self.filled..end])?;
        self.filled += read;
        self.offset += read as u64;
        Ok(read < self.size || self.offset >= self.source.len())
    }

    fn decode(&mut self) -> Result<bool> {
        let Some(decoder) = &mut self.decoder else { return Ok(true) };
        // A byte can become three.
        let count = (self.size / 3).max(1);
        self.undecoded.resize(count, 0);
        let read = self.source.read_at(self.offset, &mut self.undecoded)?;
        self.offset += read as u64;
        let last = read < count || self.offset >= self.source.len();
        let mut from = &self.undecoded[..read];
        loop {
            let room = decoder.max_utf8_buffer_length(from.len()).unwrap_or(from.len() * 4 + 16);
            if self.buffer.len() < self.filled + room {
                self.buffer.resize(self.filled + room, 0);
            }
            let (result, taken, written) = decoder.decode_to_utf8_without_replacement(from, &mut self.buffer[self.filled..], last);
            self.filled += written;
            from = &from[taken..];
            match result {
                DecoderResult::InputEmpty => return Ok(last),
                DecoderResult::OutputFull => {}
                DecoderResult::Malformed(..) => {
                    self.buffer[self.filled..self.filled + 3].copy_from_slice("\u{FFFD}".as_bytes());
                    self.filled += 3;
                }
            }
        }
    }

    /// Byte-order marks at the beginning; some programs write two.
    fn drop_marks(&mut self, mut last: bool) -> Result<bool> {
        while !last && self.filled < 6 {
            last = self.read_more()?;
        }
        for _ in 0..2 {
            if self.buffer[..self.filled].starts_with("\u{FEFF}".as_bytes()) {
                self.buffer.copy_within(3..self.filled, 0);
                self.filled -= 3;
            }
        }
        Ok(last)
    }

    /// Finds out how much of the buffer is text, and repairs it where it is none.
    fn validate(&mut self, last: bool) {
        let Err(error) = std::str::from_utf8(&self.buffer[..self.filled]) else {
            self.valid = self.filled;
            return;
        };
        if error.error_len().is_none() && !last {
            self.valid = error.valid_up_to();
            return;
        }
        let unfinished = if last { 0 } else { unfinished_tail(&self.buffer[..self.filled]) };
        let tail = self.buffer[self.filled - unfinished..self.filled].to_vec();
        let repaired = String::from_utf8_lossy(&self.buffer[..self.filled - unfinished]).into_owned();
        self.valid = repaired.len();
        self.filled = self.valid + unfinished;
        let capacity = self.buffer.len().max(self.filled);
        self.buffer = repaired.into_bytes();
        self.buffer.extend_from_slice(&tail);
        self.buffer.resize(capacity, 0);
    }
}

/// Bytes at the end that begin a character.
fn unfinished_tail(bytes: &[u8]) -> usize {
    let begins = |length: &usize| {
        let tail = &bytes[bytes.len() - length..];
        std::str::from_utf8(tail).is_err_and(|error| error.valid_up_to() == 0 && error.error_len().is_none())
    };
    (1..=bytes.len().min(3)).find(begins).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::super::limits::SLICE_BYTES;
    use super::*;
    use crate::identify::BytesSource;
    use encoding_rs::{GB18030, UTF_16LE};

    #[test]
    fn a_small_file_takes_a_small_buffer() -> Result<()> {
        let text = "客户,金额\n张三,1\n".repeat(50);
        let wide = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let cases =
            [(UTF_8, text.clone().into_bytes()), (GB18030, GB18030.encode(&text).0.into_owned()), (UTF_16LE, wide), (UTF_8, Vec::new())];
        for (encoding, bytes) in cases {
            let enough = 16 * bytes.len() + 64;
            let mut source = BytesSource::new("x", bytes);
            let mut slices = Slices::new(&mut source, encoding, SLICE_BYTES);
            let read = loop {
                let slice = slices.next(0)?;
                if slice.last {
                    break slice.text.to_owned();
                }
            };
            let taken = slices.buffer.capacity() + slices.undecoded.capacity();
            assert!(taken <= enough, "{}: {taken} bytes, not {enough}", encoding.name());
            assert!(read.is_empty() && enough == 64 || read == text, "{}", encoding.name());
        }
        Ok(())
    }
}
