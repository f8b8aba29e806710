//! A file in memory.
//!
//! A vector doubles when it is full: the file of a million customers would take 400 MB for 140, and a
//! browser never gets back what was once taken. Invariant: at most an eighth of the file is spare.

use std::io::{self, Write};

/// The least by which it grows.
const STEP: usize = 1 << 16;

/// A file that grows by an eighth.
#[derive(Debug, Default)]
pub(super) struct Memory(Vec<u8>);

impl Memory {
    pub(super) fn into_bytes(self) -> Vec<u8> {
        self.0
    }
}

impl Write for Memory {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if self.0.capacity() - self.0.len() < bytes.len() {
            self.0.reserve_exact(bytes.len().max(self.0.len() / 8).max(STEP));
        }
        self.0.extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn it_holds_what_was_written_and_little_more() {
        let mut memory = Memory::default();
        for _ in 0..3_000 {
            memory.write_all(&[7; 1_000]).expect("memory takes everything");
        }
        let bytes = memory.into_bytes();
        assert_eq!(bytes, [7; 3_000_000]);
        assert!(bytes.capacity() <= bytes.len() / 8 * 9 + STEP, "{}", bytes.capacity());
    }
}
