//! Which encodings are likely, best first.
//!
//! The sample is read in every encoding that people's programs write, and each reading is judged by how
//! plausible it is: common letters of the language speak for it; wrong bytes, controls, rare characters,
//! letters of two scripts in one word and capitals in the middle of one speak against it. A reading counts
//! for as many bytes as it took, so that encodings of one and of two bytes can be compared.
//! Invariant: the order depends on the bytes alone, and equals stay in the order of the list.

use super::letters;
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{
    BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, IBM866, ISO_8859_2, ISO_8859_5, KOI8_U, SHIFT_JIS, WINDOWS_874, WINDOWS_1250,
    WINDOWS_1251, WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};

/// What an encoding is expected to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Script {
    Simplified,
    Traditional,
    Japanese,
    Korean,
    Latin,
    /// A script of which whole words are written: its first letter and its last.
    Words(char, char),
}

/// An encoding with what is common in it, and how much it is to be preferred where all else is equal.
struct Candidate {
    encoding: &'static Encoding,
    script: Script,
    common: &'static str,
    prior: f64,
}

const CYRILLIC: Script = Script::Words('\u{400}', '\u{4FF}');

const fn candidate(encoding: &'static Encoding, script: Script, common: &'static str, prior: f64) -> Candidate {
    Candidate { encoding, script, common, prior }
}

const CANDIDATES: [Candidate; 19] = [
    candidate(GB18030, Script::Simplified, letters::SIMPLIFIED, 0.3),
    candidate(BIG5, Script::Traditional, letters::TRADITIONAL, 0.1),
    candidate(SHIFT_JIS, Script::Japanese, letters::KANJI, 0.0),
    candidate(EUC_JP, Script::Japanese, letters::KANJI, 0.0),
    candidate(EUC_KR, Script::Korean, letters::HANGUL, 0.0),
    candidate(WINDOWS_1252, Script::Latin, letters::WESTERN, 0.4),
    candidate(WINDOWS_1250, Script::Latin, letters::CENTRAL, 0.2),
    candidate(ISO_8859_2, Script::Latin, letters::CENTRAL, 0.1),
    candidate(WINDOWS_1254, Script::Latin, letters::TURKISH, 0.2),
    candidate(WINDOWS_1257, Script::Latin, letters::BALTIC, 0.0),
    candidate(WINDOWS_1258, Script::Latin, letters::VIETNAMESE, 0.0),
    candidate(WINDOWS_1251, CYRILLIC, letters::CYRILLIC, 0.2),
    candidate(KOI8_U, CYRILLIC, letters::CYRILLIC, 0.1),
    candidate(ISO_8859_5, CYRILLIC, letters::CYRILLIC, 0.0),
    candidate(IBM866, CYRILLIC, letters::CYRILLIC, -0.2),
    candidate(WINDOWS_1253, Script::Words('\u{370}', '\u{3FF}'), letters::GREEK, 0.1),
    candidate(WINDOWS_1256, Script::Words('\u{600}', '\u{6FF}'), letters::ARABIC, 0.1),
    candidate(WINDOWS_1255, Script::Words('\u{590}', '\u{5FF}'), letters::HEBREW, 0.0),
    candidate(WINDOWS_874, Script::Words('\u{E00}', '\u{E7F}'), letters::THAI, 0.0),
];

/// What the detector, which knows the languages of Europe better, says about an encoding is worth as much.
const VOICE: f64 = 0.4;

/// The encodings in which a text could be read.
pub(super) struct Likely {
    /// Best first, without those that read it like a better one.
    pub(super) encodings: Vec<&'static Encoding>,
    /// Whether the second is nearly as plausible as the first, or the first is not very plausible.
    pub(super) is_doubtful: bool,
}

/// The encodings in which these bytes, which are neither ASCII nor UTF-8, could be read.
pub(super) fn likely(bytes: &[u8]) -> Likely {
    let high = ratio(bytes.iter().filter(|byte| !byte.is_ascii()).count().max(1));
    let detected = detected(bytes);
    let mut ranked: Vec<(f64, &Encoding, String)> = Vec::new();
    for candidate in &CANDIDATES {
        let text = candidate.encoding.decode_without_bom_handling(bytes).0.into_owned();
        let voice = if candidate.encoding == detected { VOICE } else { 0.0 };
        ranked.push((candidate.score(&text) / high + candidate.prior + voice, candidate.encoding, text));
    }
    ranked.sort_by(|(one, ..), (other, ..)| other.total_cmp(one));
    let mut distinct: Vec<(f64, &Encoding, String)> = Vec::new();
    for (score, encoding, text) in ranked {
        if distinct.iter().all(|(.., better)| *better != text) {
            distinct.push((score, encoding, text));
        }
    }
    let best = distinct.first().map_or(0.0, |(score, ..)| *score);
    let second = distinct.get(1).map_or(f64::MIN, |(score, ..)| *score);
    // A few letters prove less than many.
    let is_doubtful = best < 1.2 || best - second < 0.5 + 4.0 / high;
    Likely { encodings: distinct.into_iter().map(|(_, encoding, _)| encoding).collect(), is_doubtful: is_doubtful && second > f64::MIN }
}

/// What Firefox's detector takes it for.
fn detected(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    let detected = detector.guess(None, Utf8Detection::Deny);
    if detected == GBK { GB18030 } else { detected }
}

#[expect(clippy::cast_precision_loss, reason = "a sample has some ten thousand bytes")]
fn ratio(count: usize) -> f64 {
    count as f64
}

impl Candidate {
    /// How plausible this reading is: about 3 for each byte above ASCII of a good one, below 0 for a wrong one.
    fn score(&self, text: &str) -> f64 {
        let mut before = ' ';
        let mut sum = 0.0;
        let mut letters = text.chars().peekable();
        while let Some(letter) = letters.next() {
            if !letter.is_ascii() {
                sum += self.fit(before, letter, letters.peek().copied().unwrap_or(' ')) * self.bytes_of(letter);
            }
            before = letter;
        }
        sum
    }

    /// How many bytes above ASCII a letter is written with, nearly.
    fn bytes_of(&self, letter: char) -> f64 {
        let is_narrow = matches!(self.script, Script::Latin | Script::Words(..)) || matches!(letter, '\u{FF61}'..='\u{FF9F}' | '\u{FFFD}');
        if is_narrow { 1.0 } else { 2.0 }
    }

    /// How plausible the letter is between these two.
    fn fit(&self, before: char, letter: char, after: char) -> f64 {
        match letter {
            '\u{FFFD}' => return -12.0,
            '\u{80}'..='\u{9F}' | '\u{E000}'..='\u{F8FF}' => return -6.0,
            _ => {}
        }
        match self.script {
            Script::Latin => self.fit_of_latin(before, letter, after),
            Script::Words(first, last) => self.fit_of_words((first, last), before, letter, after),
            _ => self.fit_of_wide(before, letter, after),
        }
    }

    /// Letters with marks stand alone among plain ones.
    fn fit_of_latin(&self, before: char, letter: char, after: char) -> f64 {
        if !letter.is_alphabetic() && !self.common.contains(letter) {
            return if "€£°–—‘’“”„…«»·ºª®©™\u{A0}".contains(letter) { 0.5 } else { -1.5 };
        }
        let among_marked = |other: char| !other.is_ascii() && other.is_alphabetic();
        let rises = before.is_lowercase() && letter.is_uppercase();
        if rises {
            -2.0
        } else if !before.is_alphabetic() && !after.is_alphabetic() {
            // Hardly any word is one letter with a mark.
            0.0
        } else if among_marked(before) && among_marked(after) {
            -1.0
        } else if self.common.contains(letter) {
            if among_marked(before) { 1.0 } else { 2.0 }
        } else {
            -1.0
        }
    }

    /// Letters of the script stand together, and none of them beside a Latin one.
    fn fit_of_words(&self, (first, last): (char, char), before: char, letter: char, after: char) -> f64 {
        let is_own = |other: char| (first..=last).contains(&other);
        if !is_own(letter) {
            return if "№–—‘’“”…«»€°\u{A0}".contains(letter) { 0.3 } else { -1.5 };
        }
        let beside_latin = before.is_ascii_alphabetic() || after.is_ascii_alphabetic();
        let rises = before.is_lowercase() && letter.is_uppercase();
        if beside_latin || rises {
            -3.0
        } else if !is_own(before) && !is_own(after) {
            -0.5
        } else if self.common.contains(letter) {
            2.2
        } else if letter.is_alphabetic() {
            1.0
        } else {
            0.0
        }
    }

    /// Characters of two bytes: the more common, the better.
    fn fit_of_wide(&self, before: char, letter: char, after: char) -> f64 {
        if before.is_ascii_lowercase() && after.is_ascii_lowercase() {
            return -3.0;
        }
        match letter {
            _ if self.common.contains(letter) => 2.8,
            '\u{3041}'..='\u{30FF}' => match self.script {
                Script::Japanese => 2.6,
                _ => -0.5,
            },
            '\u{FF61}'..='\u{FF9F}' => -0.5,
            '\u{AC00}'..='\u{D7A3}' => self.fit_of_own_table(letter, 1.9),
            '\u{4E00}'..='\u{9FFF}' if self.script == Script::Korean => -1.0,
            '\u{4E00}'..='\u{9FFF}' => self.fit_of_own_table(letter, 1.6),
            '\u{3001}'..='\u{3011}' | '\u{FF01}'..='\u{FF5E}' | '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '￥' | '№' => 1.0,
            '\u{3400}'..='\u{4DBF}' | '\u{20000}'..='\u{3FFFF}' => -2.5,
            _ => -1.5,
        }
    }

    /// National standards have one table of common characters and one of others, which the first of the two bytes tells apart.
    fn fit_of_own_table(&self, letter: char, common: f64) -> f64 {
        let mut text = [0; 4];
        let (bytes, _, unmappable) = self.encoding.encode(letter.encode_utf8(&mut text));
        let &[lead, trail] = bytes.as_ref() else { return -2.0 };
        let (is_common, is_listed) = match self.script {
            Script::Simplified => ((0xB0..=0xD7).contains(&lead) && trail >= 0xA1, (0xB0..=0xF7).contains(&lead) && trail >= 0xA1),
            Script::Traditional => ((0xA4..=0xC6).contains(&lead), (0xA4..=0xF9).contains(&lead)),
            Script::Korean => ((0xB0..=0xC8).contains(&lead) && trail >= 0xA1, false),
            _ if self.encoding == EUC_JP => ((0xB0..=0xCF).contains(&lead), true),
            _ => ((0x88..=0x97).contains(&lead), true),
        };
        match (unmappable, is_common, is_listed) {
            (false, true, _) => common,
            (false, false, true) => -0.3,
            _ => -2.0,
        }
    }
}
