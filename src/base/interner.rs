//! Each distinct text once, in one arena.
//!
//! A file of ten million rows names half a million customers; a `String` per cell would be ten
//! million allocations. Invariant: texts are numbered in the order of first sight, and no
//! iteration goes through the hash table, so its order can reach no output.

use hashbrown::HashTable;
use rustc_hash::FxHasher;
use std::hash::Hasher;

/// Number of a text in its [`Interner`].
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct TextId(pub u32);

impl TextId {
    /// Stands for "no text" in columns of text.
    pub const NONE: Self = Self(u32::MAX);

    /// As an index into a column.
    #[must_use]
    pub const fn index(self) -> usize {
        self.0 as usize
    }

    /// Whether this stands for "no text".
    #[must_use]
    pub const fn is_none(self) -> bool {
        self.0 == u32::MAX
    }
}

/// A set of texts, each with a number.
///
/// # Example: equal texts share a number
/// ```
/// use customer_tiers::base::Interner;
/// let mut ids = Interner::default();
/// let first = ids.intern("C-007");
/// assert_eq!(ids.intern("C-008").0, 1);
/// assert_eq!(ids.intern("C-007"), first);
/// assert_eq!(ids.get(first), "C-007");
/// ```
#[derive(Debug, Default)]
pub struct Interner {
    arena: String,
    ends: Vec<u32>,
    table: HashTable<u32>,
}

impl Interner {
    /// The number of `text`, new if it has not been seen before.
    ///
    /// Texts beyond 4 GiB in all are given the number of the empty text: the importer's memory
    /// budget stops long before.
    #[expect(clippy::cast_possible_truncation, reason = "the arena is checked to stay below 4 GiB")]
    pub fn intern(&mut self, text: &str) -> TextId {
        let hash = hash_of(text.as_bytes());
        if let Some(&id) = self.table.find(hash, |&id| self.get(TextId(id)) == text) {
            return TextId(id);
        }
        if self.arena.len() + text.len() > u32::MAX as usize {
            return if text.is_empty() { TextId::NONE } else { self.intern("") };
        }
        let id = self.ends.len() as u32;
        self.arena.push_str(text);
        self.ends.push(self.arena.len() as u32);
        let (arena, ends) = (&self.arena, &self.ends);
        self.table.insert_unique(hash, id, |&id| hash_of(text_at(arena, ends, id).as_bytes()));
        TextId(id)
    }

    /// The number of `text`, if it is known.
    #[must_use]
    pub fn find(&self, text: &str) -> Option<TextId> {
        self.table.find(hash_of(text.as_bytes()), |&id| self.get(TextId(id)) == text).copied().map(TextId)
    }

    /// The text with this number; empty for [`TextId::NONE`] and for numbers never given.
    #[must_use]
    pub fn get(&self, id: TextId) -> &str {
        if id.index() >= self.ends.len() {
            return "";
        }
        text_at(&self.arena, &self.ends, id.0)
    }

    /// How many texts there are.
    #[must_use]
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// Whether there is none.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.ends.is_empty()
    }

    /// All texts, in the order of their numbers.
    pub fn iter(&self) -> impl Iterator<Item = &str> {
        (0..).take(self.ends.len()).map(|id| text_at(&self.arena, &self.ends, id))
    }

    /// The numbers in the byte order of their texts.
    #[must_use]
    pub fn sorted(&self) -> Vec<TextId> {
        // The first eight bytes decide almost always; comparing them as one integer keeps the sort out of the arena.
        let mut keyed: Vec<(u64, u32)> = self.iter().zip(0..).map(|(text, id)| (prefix(text), id)).collect();
        keyed.sort_unstable_by(|a, b| a.0.cmp(&b.0).then_with(|| self.get(TextId(a.1)).cmp(self.get(TextId(b.1)))));
        keyed.into_iter().map(|(_, id)| TextId(id)).collect()
    }
}

fn text_at<'a>(arena: &'a str, ends: &[u32], id: u32) -> &'a str {
    let index = id as usize;
    let start = if index == 0 { 0 } else { ends[index - 1] as usize };
    &arena[start..ends[index] as usize]
}

fn hash_of(bytes: &[u8]) -> u64 {
    let mut hasher = FxHasher::default();
    hasher.write(bytes);
    hasher.finish()
}

fn prefix(text: &str) -> u64 {
    let mut bytes = [0; 8];
    let length = text.len().min(8);
    bytes[..length].copy_from_slice(&text.as_bytes()[..length]);
    u64::from_be_bytes(bytes)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sorts_by_bytes_also_beyond_the_prefix() {
        let mut interner = Interner::default();
        for text in ["customer-10", "customer-9", "b", "", "a\0", "a", "客户"] {
            interner.intern(text);
        }
        let sorted: Vec<&str> = interner.sorted().into_iter().map(|id| interner.get(id)).collect();
        assert_eq!(sorted, ["", "a", "a\0", "b", "customer-10", "customer-9", "客户"]);
    }
}
