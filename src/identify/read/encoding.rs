//! Which encoding a text file is written in.
//!
//! In this order: a byte-order mark; UTF-16 by where its zero bytes are; UTF-8, which nothing else looks
//! like; then a guess by letter frequencies, which is checked by how Chinese bytes are laid out: they come
//! in pairs, whereas an accented letter stands alone between plain ones. A recipe can overrule all of it.
//! Invariant: GBK is always read as GB18030, its superset.

use super::limits::SNIFF_BYTES;
use super::{Source, source};
use crate::{Error, ErrorKind, Result};
use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GB18030, GBK, ISO_2022_JP, SHIFT_JIS, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

/// Bytes, in lines that are not plain ASCII, by which an encoding is guessed: the detector runs at 5 MB/s.
const GUESS_BYTES: usize = 64 << 10;

/// The encoding with this WHATWG label.
pub(super) fn by_label(label: &str) -> Result<&'static Encoding> {
    let problem = || format!("{label:?} is not the name of an encoding");
    Encoding::for_label(label.as_bytes())
        .ok_or_else(|| Error::from(ErrorKind::RecipeInvalid { path: "import.encoding".into(), problem: problem() }))
}

/// The encoding of a file that begins with `start`. Where that is all ASCII and the file goes on, a few places further on are looked at as well.
pub(super) fn of_file(source: &mut dyn Source, start: &[u8]) -> Result<&'static Encoding> {
    let says_nothing = start.is_ascii() && memchr::memchr(0, start).is_none() && !is_escaped_japanese(start);
    if says_nothing && source.len() > start.len() as u64 {
        let further = source::probes(source, start.len() as u64, 8, SNIFF_BYTES / 16)?;
        return Ok(of_bytes(&further));
    }
    Ok(of_bytes(start))
}

/// The encoding of these bytes.
pub(super) fn of_bytes(bytes: &[u8]) -> &'static Encoding {
    if let Some((encoding, _)) = Encoding::for_bom(bytes) {
        return encoding;
    }
    if let Some(encoding) = utf16_by_zeros(bytes) {
        return encoding;
    }
    if is_escaped_japanese(bytes) {
        return ISO_2022_JP;
    }
    if is_mostly_utf8(bytes) { UTF_8 } else { guess(bytes) }
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

fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let telling = bytes.split_inclusive(|byte| *byte == b'\n').filter(|line| !line.is_ascii());
    let mut left = GUESS_BYTES;
    for line in telling {
        detector.feed(&line[..line.len().min(left)], false);
        left = left.saturating_sub(line.len());
        if left == 0 {
            break;
        }
    }
    detector.feed(b"", true);
    let guessed = detector.guess(None, Utf8Detection::Deny);
    if [BIG5, EUC_JP, EUC_KR, SHIFT_JIS].contains(&guessed) {
        return guessed;
    }
    let chinese = looks_chinese(bytes);
    match (chinese, guessed == GBK || guessed == GB18030) {
        (true, _) => GB18030,
        (false, true) => WINDOWS_1252,
        (false, false) => guessed,
    }
}

/// Whether nearly all bytes above ASCII stand in pairs of GB 2312, and none is impossible in GB18030.
fn looks_chinese(bytes: &[u8]) -> bool {
    let mut pairs = 0_usize;
    let mut alone = 0_usize;
    for run in bytes.split(u8::is_ascii).filter(|run| !run.is_empty()) {
        let (in_pairs, rest) = run.as_chunks::<2>();
        let common = in_pairs.iter().filter(|[lead, trail]| (0xA1..=0xF7).contains(lead) && *trail >= 0xA1).count();
        pairs += common;
        alone += in_pairs.len() - common + rest.len();
    }
    // A character cut off at the end is no error.
    let whole = bytes.len() - bytes.iter().rev().take(3).take_while(|byte| !byte.is_ascii()).count();
    alone * 4 <= pairs && !GB18030.decode_without_bom_handling(&bytes[..whole]).1
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(of_bytes(bytes).name(), expected.name(), "{name}");
        }
    }

    #[test]
    fn a_label_is_checked() {
        assert_eq!(by_label("gb2312").map(Encoding::name), Ok("GBK"));
        assert_eq!(by_label("klingon").map_err(|error| error.code()), Err("recipe.invalid".into()));
    }
}
