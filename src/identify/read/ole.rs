//! Compound files (MS-CFB), the container of xls: a little file system of sectors and chains.
//!
//! Chains in damaged or hostile files run in circles, out of the file, or on for ever. So a chain is
//! never longer than the file has sectors, and a stream never longer than the file.
//! Invariant: every position is checked; what is missing at the end of a file is left out.

use super::Source;
use super::archive::damaged;
use super::formats::{u16_at, u32_at};
use crate::Result;

const LAST_SECTOR: u32 = 0xFFFF_FFFA;

/// The directory of a compound file.
pub(super) struct Compound {
    sector_bytes: u64,
    /// Streams that are shorter than this are kept in the mini stream.
    mini_below: u64,
    next: Vec<u32>,
    next_mini: Vec<u32>,
    mini_stream: Vec<u8>,
    entries: Vec<Entry>,
}

struct Entry {
    name: String,
    start: u32,
    bytes: u64,
}

impl Compound {
    const MINI_BYTES: usize = 64;

    /// Reads the directory.
    pub(super) fn open(source: &mut dyn Source) -> Result<Self> {
        let header = super::source::start(source, 512)?;
        let shift = u16_at(&header, 30).filter(|shift| matches!(shift, 9 | 12)).ok_or_else(|| damaged("ole header"))?;
        let number = |at| u32_at(&header, at).ok_or_else(|| damaged("ole header"));
        let mut compound = Self {
            sector_bytes: 1 << shift,
            mini_below: u64::from(number(56)?),
            next: Vec::new(),
            next_mini: Vec::new(),
            mini_stream: Vec::new(),
            entries: Vec::new(),
        };
        let listed: Vec<u32> = (76..512).step_by(4).filter_map(|at| u32_at(&header, at)).collect();
        compound.next = compound.read_table(source, listed, number(68)?)?;
        let directory = compound.read_chain(source, number(48)?, u64::MAX)?;
        compound.entries = directory.as_chunks::<128>().0.iter().filter_map(|entry| Entry::read(entry, shift == 9)).collect();
        compound.next_mini = numbers(&compound.read_chain(source, number(60)?, u64::MAX)?);
        // The first entry is the root; its stream holds the short streams.
        if let Some(root) = compound.entries.first() {
            compound.mini_stream = compound.read_chain(source, root.start, root.bytes)?;
        }
        Ok(compound)
    }

    /// Whether it has this stream.
    pub(super) fn has(&self, name: &str) -> bool {
        self.entry(name).is_some()
    }

    /// The content of this stream.
    pub(super) fn stream(&self, source: &mut dyn Source, name: &str) -> Result<Vec<u8>> {
        match self.entry(name) {
            None => Err(damaged("ole stream")),
            Some(entry) if entry.bytes < self.mini_below => Ok(self.read_mini(entry)),
            Some(entry) => self.read_chain(source, entry.start, entry.bytes),
        }
    }

    fn entry(&self, name: &str) -> Option<&Entry> {
        self.entries.iter().find(|entry| entry.name.eq_ignore_ascii_case(name))
    }

    /// The allocation table: its sectors are listed in the header, and on in a chain of their own.
    fn read_table(&self, source: &mut dyn Source, mut listed: Vec<u32>, mut more: u32) -> Result<Vec<u32>> {
        let sectors = self.sectors(source);
        let mut visited = 0;
        while more < LAST_SECTOR && visited <= sectors {
            let mut list = numbers(&self.read_sector(source, more)?);
            more = list.pop().unwrap_or(LAST_SECTOR);
            listed.append(&mut list);
            visited += 1;
        }
        let mut table = Vec::new();
        for sector in listed.into_iter().filter(|sector| *sector < LAST_SECTOR) {
            if table.len() as u64 > sectors {
                break;
            }
            table.extend(numbers(&self.read_sector(source, sector)?));
        }
        Ok(table)
    }

    fn sectors(&self, source: &dyn Source) -> u64 {
        source.len() / self.sector_bytes + 1
    }

    fn read_sector(&self, source: &mut dyn Source, sector: u32) -> Result<Vec<u8>> {
        let mut bytes = vec![0; usize::try_from(self.sector_bytes).unwrap_or(512)];
        let read = source.read_at((u64::from(sector) + 1) * self.sector_bytes, &mut bytes)?;
        bytes.truncate(read);
        Ok(bytes)
    }

    /// The sectors of a chain, one behind the other, at most `limit` bytes.
    fn read_chain(&self, source: &mut dyn Source, start: u32, limit: u64) -> Result<Vec<u8>> {
        let sectors = self.sectors(source);
        let limit = usize::try_from(limit.min(source.len())).unwrap_or(usize::MAX);
        let mut bytes = Vec::new();
        let mut sector = start;
        let mut visited = 0;
        while sector < LAST_SECTOR && bytes.len() < limit {
            // Neighbours are read together.
            let first = sector;
            let mut count = 0;
            while sector < LAST_SECTOR
                && u64::from(sector) == u64::from(first) + count
                && (bytes.len() as u64) + count * self.sector_bytes < limit as u64
            {
                count += 1;
                sector = self.next.get(sector as usize).copied().unwrap_or(LAST_SECTOR);
            }
            visited += count;
            if visited > sectors {
                return Err(damaged("ole chain"));
            }
            let begin = bytes.len();
            bytes.resize(begin + usize::try_from(count * self.sector_bytes).unwrap_or(0), 0);
            let read = source.read_at((u64::from(first) + 1) * self.sector_bytes, &mut bytes[begin..])?;
            bytes.truncate(begin + read);
        }
        bytes.truncate(limit);
        Ok(bytes)
    }

    fn read_mini(&self, entry: &Entry) -> Vec<u8> {
        let limit = usize::try_from(entry.bytes).unwrap_or(usize::MAX).min(self.mini_stream.len());
        let mut bytes = Vec::with_capacity(limit);
        let mut sector = entry.start as usize;
        while bytes.len() < limit {
            let begin = sector.saturating_mul(Self::MINI_BYTES);
            let Some(rest) = self.mini_stream.get(begin..) else { break };
            bytes.extend_from_slice(&rest[..rest.len().min(Self::MINI_BYTES)]);
            match self.next_mini.get(sector) {
                Some(next) if !rest.is_empty() => sector = *next as usize,
                _ => break,
            }
        }
        bytes.truncate(limit);
        bytes
    }
}

impl Entry {
    fn read(entry: &[u8; 128], is_version_3: bool) -> Option<Self> {
        let units: Vec<u16> =
            entry[..64].as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit)).take_while(|unit| *unit != 0).collect();
        let long = u64::from(u32_at(entry, 124)?) << 32;
        let bytes = u64::from(u32_at(entry, 120)?) | if is_version_3 { 0 } else { long };
        Some(Self { name: String::from_utf16_lossy(&units), start: u32_at(entry, 116)?, bytes })
    }
}

fn numbers(bytes: &[u8]) -> Vec<u32> {
    bytes.as_chunks::<4>().0.iter().map(|number| u32::from_le_bytes(*number)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::identify::BytesSource;

    /// A compound file of one sector of table, one of directory, and a stream whose chain is given.
    fn compound(chain: &[u32], bytes: u32) -> BytesSource {
        let mut file = vec![0_u8; 512];
        file[..8].copy_from_slice(b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1");
        file[30] = 9;
        let mut put = |at: usize, number: u32| file[at..at + 4].copy_from_slice(&number.to_le_bytes());
        put(48, 1);
        put(56, 4096);
        put(60, u32::MAX);
        put(68, u32::MAX);
        (76..512).step_by(4).for_each(|at| put(at, u32::MAX));
        put(76, 0);
        let mut table = vec![0xFFFF_FFFD, 0xFFFF_FFFE];
        table.extend_from_slice(chain);
        table.resize(128, u32::MAX);
        file.extend(table.iter().flat_map(|number| number.to_le_bytes()));
        let mut directory = vec![0_u8; 512];
        directory[116..120].copy_from_slice(&u32::MAX.to_le_bytes());
        let name: Vec<u8> = "Book".encode_utf16().flat_map(u16::to_le_bytes).collect();
        directory[128..128 + name.len()].copy_from_slice(&name);
        directory[128 + 116..128 + 120].copy_from_slice(&2_u32.to_le_bytes());
        directory[128 + 120..128 + 124].copy_from_slice(&bytes.to_le_bytes());
        file.extend(directory);
        (0..12_u8).for_each(|number| file.extend([number; 512]));
        BytesSource::new("x", file)
    }

    #[test]
    fn streams_and_chains() {
        let straight: Vec<u32> = (3..11).chain([0xFFFF_FFFE]).collect();
        // Name, chain, length announced, length found.
        let cases: &[(&str, &[u32], u32, Option<usize>)] = &[
            ("a chain", &straight, 4600, Some(4600)),
            ("announced longer than it is", &straight, 9000, Some(4608)),
            ("out of the file", &[99], 5000, Some(512)),
            ("in a circle: no longer than the file", &[3, 2], 500_000, Some(7680)),
            ("onto itself", &[2], 500_000, Some(7680)),
        ];
        for (name, chain, bytes, expected) in cases {
            let mut source = compound(chain, *bytes);
            let stream = Compound::open(&mut source).and_then(|compound| compound.stream(&mut source, "BOOK"));
            assert_eq!(stream.ok().map(|stream| stream.len()), *expected, "{name}");
        }
        assert!(Compound::open(&mut BytesSource::new("x", vec![0; 100])).is_err());
    }
}
