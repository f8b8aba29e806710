//! A reading position in a short text.

/// What is left to read of a text.
#[derive(Debug, Clone, Copy)]
pub(super) struct Cursor<'a> {
    pub(super) rest: &'a str,
}

/// A number and how many digits it is written with.
#[derive(Debug, Clone, Copy)]
pub(super) struct Digits {
    pub(super) value: u32,
    pub(super) length: usize,
}

impl<'a> Cursor<'a> {
    pub(super) const fn new(text: &'a str) -> Self {
        Self { rest: text }
    }

    pub(super) const fn at_end(&self) -> bool {
        self.rest.is_empty()
    }

    pub(super) fn skip_spaces(&mut self) {
        self.rest = self.rest.trim_start_matches(' ');
    }

    /// Takes this text if it is next.
    pub(super) fn eat(&mut self, text: &str) -> bool {
        let rest = self.rest.strip_prefix(text);
        self.rest = rest.unwrap_or(self.rest);
        rest.is_some()
    }

    /// Takes the first of these texts that is next.
    pub(super) fn eat_any(&mut self, texts: &[&str]) -> bool {
        texts.iter().any(|text| self.eat(text))
    }

    /// The next byte, if it is ASCII.
    pub(super) fn peek(&self) -> Option<u8> {
        self.rest.bytes().next()
    }

    /// Takes the next byte, which has to be ASCII.
    pub(super) fn skip_byte(&mut self) {
        self.rest = self.rest.get(1..).unwrap_or_default();
    }

    /// Takes the digits that are next: at least one, at most eight.
    pub(super) fn digits(&mut self) -> Option<Digits> {
        let (mut value, mut length) = (0, 0);
        for byte in self.rest.bytes().take_while(u8::is_ascii_digit).take(9) {
            value = value * 10 + u32::from(byte - b'0');
            length += 1;
        }
        self.rest = self.rest.get(length..)?;
        (1..=8).contains(&length).then_some(Digits { value, length })
    }

    /// Takes one or two digits.
    pub(super) fn short(&mut self) -> Option<u32> {
        self.digits().filter(|digits| digits.length <= 2).map(|digits| digits.value)
    }

    /// Takes the ASCII letters that are next; empty when there are none.
    pub(super) fn word(&mut self) -> &'a str {
        let length = self.rest.bytes().take_while(u8::is_ascii_alphabetic).count();
        let (word, rest) = self.rest.split_at(length);
        self.rest = rest;
        word
    }
}
