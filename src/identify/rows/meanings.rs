//! What words of a column mean, each different word looked up once.
//!
//! A year of web visits has millions of rows and a dozen words. Invariant: the same text always means the same.

use crate::base::Interner;

/// Texts with their meanings.
#[derive(Debug)]
pub(crate) struct Meanings<T> {
    texts: Interner,
    of: Vec<T>,
}

impl<T> Default for Meanings<T> {
    fn default() -> Self {
        Self { texts: Interner::default(), of: Vec::new() }
    }
}

impl<T: Copy> Meanings<T> {
    /// Texts that are kept at most; a column of sentences has no words worth keeping.
    const KEPT: usize = 10_000;

    /// What this text means: looked up, or found out by `find`.
    pub(crate) fn of(&mut self, text: &str, find: impl Fn(&str) -> T) -> T {
        if let Some(&known) = self.texts.find(text).and_then(|id| self.of.get(id.index())) {
            return known;
        }
        let meaning = find(text);
        if self.of.len() < Self::KEPT {
            self.texts.intern(text);
            self.of.push(meaning);
        }
        meaning
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::Cell;

    #[test]
    fn each_word_is_found_out_once() {
        let (mut meanings, asked) = (Meanings::default(), Cell::new(0));
        for text in ["a", "bb", "a", "bb", ""] {
            let length = meanings.of(text, |text| {
                asked.set(asked.get() + 1);
                text.len()
            });
            assert_eq!(length, text.len());
        }
        assert_eq!(asked.get(), 3);
    }
}
