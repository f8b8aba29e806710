//! Containers around fuzzed parts: a zip archive without compression, a compound file.
//!
//! Through a checksum or a compression no fuzzer finds its way, so it works on the parts, and the
//! container is made around them. Invariant: what is inside is byte for byte what was given.

use std::io::Write;
use zip::write::SimpleFileOptions;

/// What stands between the parts of one input.
pub(crate) const SEPARATOR: &[u8] = b"\n--\n";

/// The parts of an input, at most `count`; the last one may hold separators.
pub(crate) fn parts(data: &[u8], count: usize) -> Vec<&[u8]> {
    let (mut parts, mut rest) = (Vec::new(), data);
    while parts.len() + 1 < count {
        let Some(at) = rest.windows(SEPARATOR.len()).position(|bytes| bytes == SEPARATOR) else { break };
        parts.push(&rest[..at]);
        rest = &rest[at + SEPARATOR.len()..];
    }
    parts.push(rest);
    parts
}

/// An archive of these parts; those without content are left out.
#[must_use]
pub fn archive(parts: &[(&str, &[u8])]) -> Vec<u8> {
    let mut writer = zip::ZipWriter::new(std::io::Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, content) in parts.iter().filter(|(_, content)| !content.is_empty()) {
        writer.start_file(*name, options).expect("the names are distinct");
        writer.write_all(content).expect("memory takes everything");
    }
    writer.finish().expect("memory takes everything").into_inner()
}

const SECTOR: usize = 512;
const FREE: u32 = 0xFFFF_FFFF;
const END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;

/// A compound file with this content as its stream `Workbook`.
#[must_use]
pub fn compound(stream: &[u8]) -> Vec<u8> {
    let sectors = stream.len().div_ceil(SECTOR);
    // The table has an entry for each sector, its own and the directory's too.
    let tables = (1..).find(|tables| tables * SECTOR / 4 > tables + sectors).expect("some number is enough");
    let mut file = header(tables);
    let chain = |first: usize, count: usize| (1..=count).map(move |at| if at == count { END } else { (first + at) as u32 });
    let mut next: Vec<u32> = std::iter::repeat_n(TABLE, tables).chain([END]).chain(chain(tables + 1, sectors)).collect();
    next.resize(tables * SECTOR / 4, FREE);
    file.extend(next.iter().flat_map(|number| number.to_le_bytes()));
    let mut directory = entry("Root Entry", 5, FREE, 0);
    directory.extend(entry("Workbook", 2, (tables + 1) as u32, stream.len() as u32));
    directory.resize(SECTOR, 0);
    file.extend(directory);
    file.extend_from_slice(stream);
    file.resize(file.len().next_multiple_of(SECTOR), 0);
    file
}

fn header(tables: usize) -> Vec<u8> {
    let mut header = vec![0_u8; SECTOR];
    header[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
    // Version 3, little-endian, sectors of 512 bytes, short ones of 64.
    header[24..34].copy_from_slice(&[0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0]);
    let mut put = |at: usize, number: u32| header[at..at + 4].copy_from_slice(&number.to_le_bytes());
    put(44, tables as u32);
    put(48, tables as u32);
    // No stream is so short that it would be kept elsewhere.
    put(56, 0);
    put(60, END);
    put(68, END);
    (0..109).for_each(|place| put(76 + place * 4, if place < tables { place as u32 } else { FREE }));
    header
}

fn entry(name: &str, kind: u8, start: u32, bytes: u32) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    entry.resize(128, 0);
    entry[64] = (name.len() * 2 + 2) as u8;
    entry[66] = kind;
    entry[116..120].copy_from_slice(&start.to_le_bytes());
    entry[120..124].copy_from_slice(&bytes.to_le_bytes());
    entry
}
