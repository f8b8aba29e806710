//! What a file may cost.
//!
//! Every figure is checked before the memory is taken. A text file has no limit of its own, because it
//! passes through in slices; a workbook is packed, so its limits are about what comes out of it.
//! Invariant: the name in an error is one of those that `file.too_large` documents.

use crate::{Error, ErrorKind, Result};

/// Bytes of a text file that are looked at before it is read.
pub(super) const SNIFF_BYTES: usize = 1 << 20;
/// Bytes of a text file that are in memory at a time.
pub(super) const SLICE_BYTES: usize = 16 << 20;
/// Bytes of one record: an unclosed quote must not swallow the file.
pub(super) const RECORD_BYTES: usize = 1 << 20;
/// Characters of one cell, as in a spreadsheet.
pub(super) const CELL_CHARACTERS: usize = 32_767;
/// Columns with something in them.
pub(super) const COLUMNS: usize = 4_096;
/// Rows with something in them that are looked at to find the header.
pub(super) const SNIFF_ROWS: usize = 60;
/// Rows of the sample.
pub(in crate::identify) const SAMPLE_ROWS: usize = 50;
/// Bytes of a workbook.
pub(super) const WORKBOOK_BYTES: u64 = 200 << 20;
/// Cells of one sheet that are not empty.
pub(super) const CELLS: u64 = 50_000_000;
/// Rows of a sheet.
pub(super) const SHEET_ROWS: u64 = 1_048_576;
/// Entries of a zip archive.
pub(super) const ZIP_ENTRIES: u64 = 10_000;
/// Bytes that one entry may unpack to.
pub(super) const ZIP_ENTRY_BYTES: u64 = 1 << 30;
/// Bytes that all entries may unpack to.
pub(super) const ZIP_TOTAL_BYTES: u64 = 2 << 30;
/// How many times its size an entry may unpack to, when that is more than [`ZIP_RATIO_FROM_BYTES`].
pub(super) const ZIP_RATIO: u64 = 200;
/// Entries that unpack to less may have any ratio.
pub(super) const ZIP_RATIO_FROM_BYTES: u64 = 20 << 20;

/// `file.too_large` when `found` is more than `allowed`.
pub(super) fn at_most(limit: &str, found: u64, allowed: u64) -> Result<()> {
    if found <= allowed {
        return Ok(());
    }
    Err(Error::from(ErrorKind::TooLarge { limit: limit.to_owned(), found, allowed }))
}
