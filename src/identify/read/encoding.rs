//! Which encoding a text file is written in.
//!
//! In this order: a byte-order mark; UTF-16 by where its zero bytes are; UTF-8, which nothing else looks
//! like; then a ranking of what the other encodings make of the lines that are not plain ASCII, in which
//! Firefox's detector has a voice. Where the second reading is nearly as good, people are shown both.
//! A recipe can overrule all of it. Invariant: GBK is always read as GB18030, its superset.

mod letters;
mod rank;
#[cfg(test)]
mod twins;

use super::limits::SNIFF_BYTES;
use super::{Source, source};
use crate::identify::EncodingPreview;
use crate::{Error, ErrorKind, Result};
use encoding_rs::{Encoding, GB18030, GBK, ISO_2022_JP, UTF_8, UTF_16BE, UTF_16LE};

/// Bytes, in lines that are not plain ASCII, by which an encoding is guessed.
const GUESS_BYTES: usize = 16 << 10;
/// How many encodings, lines and characters of a line are shown where there is doubt.
const SHOWN: (usize, usize, usize) = (3, 3, 80);

/// What a file is written in.
#[derive(Debug)]
pub(super) struct Found {
    pub(super) encoding: &'static Encoding,
    /// How the likeliest encodings read it, best first; empty when there is no doubt.
    pub(super) previews: Vec<EncodingPreview>,
}

impl Found {
    /// Without doubt.
    pub(super) fn certain(encoding: &'static Encoding) -> Self {
        Self { encoding, previews: Vec::new() }
    }
}

/// The encoding with this WHATWG label.
pub(super) fn by_label(label: &str) -> Result<&'static Encoding> {
    let problem = || format!("{label:?} is not the name of an encoding");
    Encoding::for_label(label.as_bytes())
        .ok_or_else(|| Error::from(ErrorKind::RecipeInvalid { path: "import.encoding".into(), problem: problem() }))
}

/// The encoding of a file that begins with `start`. Where that is all ASCII and the file goes on, a few places further on are looked at as well.
pub(super) fn of_file(source: &mut dyn Source, start: &[u8]) -> Result<Found> {
    let says_nothing = start.is_ascii() && memchr::memchr(0, start).is_none() && !is_escaped_japanese(start);
    if says_nothing && source.len() > start.len() as u64 {
        let further = source::probes(source, start.len() as u64, 8, SNIFF_BYTES / 16)?;
        return Ok(of_bytes(&further));
    }
    Ok(of_bytes(start))
}

/// The encoding of these bytes.
pub(super) fn of_bytes(bytes: &[u8]) -> Found {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return Found::certain(encoding);
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return Found::certain(encoding);
    }
    if is_escaped_japanese(bytes) {
        return Found::certain(ISO_2022_JP);
    }
    if is_mostly_utf8(bytes) {
        return Found::certain(UTF_8);
    }
    declared(bytes).map_or_else(|| guess(bytes), Found::certain)
}

/// The encoding that a web page or a file of XML says it is written in, if it can be read in it.
fn declared(bytes: &[u8]) -> Option<&'static Encoding> {
    let start = &bytes[..bytes.len().min(4096)];
    if start.trim_ascii_start().first() != Some(&b'<') {
        return None;
    }
    let start = start.to_ascii_lowercase();
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'_' | b':');
    [b"encoding=".as_slice(), b"charset="].iter().find_map(|mark| {
        let at = memchr::memmem::find(&start, mark)? + mark.len();
        let rest = start[at..].trim_ascii_start();
        let name: Vec<u8> = rest.iter().skip_while(|byte| matches!(byte, b'"' | b'\'')).take_while(|byte| is_name(byte)).copied().collect();
        let encoding = Encoding::for_label(&name).map(|encoding| if encoding == GBK { GB18030 } else { encoding })?;
        let is_other = encoding != UTF_8 && encoding != UTF_16LE && encoding != UTF_16BE;
        (is_other && !encoding.decode_without_bom_handling(&telling_lines(bytes)).1).then_some(encoding)
    })
}

/// Text in UTF-16 has line ends, digits and separators, each with a zero byte on the same side.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let (pairs, _) = bytes.as_chunks::<2>();
    let first = pairs.iter().filter(|pair| pair[0] == 0).count();
    let second = pairs.iter().filter(|pair| pair[1] == 0).count();
    let enough = pairs.len() / 50 + 1;
    if second > enough && first * 20 < second {
        Some(UTF_16LE)
    } else if first > enough && second * 20 < first {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// ISO-2022-JP is plain ASCII but for its escape sequences.
fn is_escaped_japanese(bytes: &[u8]) -> bool {
    bytes.is_ascii() && [b"\x1b$B", b"\x1b$@", b"\x1b(J"].iter().any(|escape| memchr::memmem::find(bytes, *escape).is_some())
}

/// Whether it is UTF-8, perhaps with a character cut off at the end, perhaps with one wrong byte among many right ones.
fn is_mostly_utf8(bytes: &[u8]) -> bool {
    let mut wrong = 0;
    let mut right = 0;
    for chunk in bytes.utf8_chunks() {
        right += chunk.valid().chars().filter(|letter| !letter.is_ascii()).count();
        wrong += usize::from(!chunk.invalid().is_empty());
    }
    let cut_off = std::str::from_utf8(bytes).is_err_and(|error| error.error_len().is_none());
    let wrong = wrong - usize::from(cut_off);
    wrong == 0 || wrong * 50 < right
}

fn guess(bytes: &[u8]) -> Found {
    let telling = telling_lines(bytes);
    let likely = rank::likely(&telling);
    let previews = if likely.is_doubtful {
        likely.encodings.iter().take(SHOWN.0).map(|encoding| preview(encoding, &telling)).collect()
    } else {
        Vec::new()
    };
    Found { encoding: likely.encodings.first().copied().unwrap_or(encoding_rs::WINDOWS_1252), previews }
}

/// The first lines that are not plain ASCII, whole ones where there are any.
fn telling_lines(bytes: &[u8]) -> Vec<u8> {
    let mut telling = Vec::new();
    for line in bytes.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii()) {
        if telling.len() + line.len() > GUESS_BYTES {
            if telling.is_empty() {
                telling.extend_from_slice(&line[..GUESS_BYTES]);
            }
            break;
        }
        telling.extend_from_slice(line);
    }
    telling
}

/// The first lines in this encoding.
fn preview(encoding: &'static Encoding, telling: &[u8]) -> EncodingPreview {
    let line = |bytes: &[u8]| encoding.decode_without_bom_handling(bytes).0.trim().chars().take(SHOWN.2).collect();
    EncodingPreview {
        encoding: encoding.name().to_owned(),
        lines: telling.split(|byte| *byte == b'\n').filter(|line| !line.is_ascii()).take(SHOWN.1).map(line).collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use encoding_rs::WINDOWS_1252;

    #[test]
    fn encodings() {
        let chinese = GB18030.encode("客户,金额\n张三,12\n").0.into_owned();
        let rare = GB18030.encode("客户,地址\n李四,深圳市\n王朤,北京\n陈二,上海市长宁区\n").0.into_owned();
        let russian = encoding_rs::WINDOWS_1251.encode("Клиент,Сумма\nИванов,12\nПетров и сыновья,13\n").0.into_owned();
        let wide = |text: &str| text.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        let wide_big = |text: &str| text.encode_utf16().flat_map(u16::to_be_bytes).collect::<Vec<u8>>();
        let cases: &[(&str, Vec<u8>, &Encoding)] = &[
            ("ascii", b"a,b\n1,2\n".to_vec(), UTF_8),
            ("utf-8", "客户,金额".into(), UTF_8),
            ("utf-8 cut in a character", "客户".as_bytes()[..5].to_vec(), UTF_8),
            ("utf-8 mark", b"\xEF\xBB\xBFa".to_vec(), UTF_8),
            ("one wrong byte in much utf-8", [vec![0xFF], "客户".repeat(60).into_bytes()].concat(), UTF_8),
            ("gbk", chinese, GB18030),
            ("gbk with rare characters", rare, GB18030),
            ("few accents", b"id;name\n1;M\xFCller\n2;Schmidt\n3;Jos\xE9\n".to_vec(), WINDOWS_1252),
            ("one accent", b"a;b\nMei\xDFner;2\n".to_vec(), WINDOWS_1252),
            ("russian", russian, encoding_rs::WINDOWS_1251),
            ("utf-16 le without mark", wide("client,amount\nann,1\n"), UTF_16LE),
            ("utf-16 be without mark", wide_big("client,amount\nann,1\n"), UTF_16BE),
            ("utf-16 le mark", [vec![0xFF, 0xFE], wide("客户")].concat(), UTF_16LE),
            ("iso-2022-jp", b"\x1b$B8\\5R\x1b(B,1\n".to_vec(), ISO_2022_JP),
        ];
        for (name, bytes, expected) in cases {
            assert_eq!(of_bytes(bytes).encoding.name(), expected.name(), "{name}");
        }
    }

    #[test]
    fn a_label_is_checked() {
        assert_eq!(by_label("gb2312").map(Encoding::name), Ok("GBK"));
        assert_eq!(by_label("klingon").map_err(|error| error.code()), Err("recipe.invalid".into()));
    }
}
