//! Which character stands between the fields of a text file.
//!
//! The right one cuts every line into the same number of fields, quotes respected; a wrong one does so
//! now and then at best. Fields lined up with runs of spaces are taken only where nothing else fits.
//! Invariant: always gives an answer; a file of one column is one of commas.

use super::limits::RECORD_BYTES;
use super::scan::{Delimiter, Scanner};
use super::text::separator_line;
use crate::{Error, ErrorKind, Result};

/// Records that are looked at.
const RECORDS: usize = 200;

/// The delimiter that the recipe names: one ASCII character, `"spaces"`, or `"tab"`.
pub(super) fn by_name(name: &str) -> Result<Delimiter> {
    match name.as_bytes() {
        b"spaces" => Ok(Delimiter::Spaces),
        b"tab" | b"\\t" => Ok(Delimiter::Byte(b'\t')),
        [byte] if byte.is_ascii() && !matches!(byte, b'"' | b'\n' | b'\r') => Ok(Delimiter::Byte(*byte)),
        _ => {
            let problem = format!("{name:?} is neither one ASCII character nor \"spaces\"");
            Err(Error::from(ErrorKind::RecipeInvalid { path: "import.delimiter".into(), problem }))
        }
    }
}

/// Its name in a recipe.
pub(super) fn name(delimiter: Delimiter) -> String {
    match delimiter {
        Delimiter::Byte(byte) => char::from(byte).to_string(),
        Delimiter::Spaces => "spaces".to_owned(),
    }
}

/// The delimiter of this text.
pub(super) fn find(text: &str, last: bool) -> Delimiter {
    let first_line = text.lines().next().unwrap_or_default();
    if let Some(announced) = separator_line(first_line.as_bytes()) {
        return Delimiter::Byte(announced);
    }
    let scored = [b',', b';', b'\t', b'|'].into_iter().map(|byte| (Delimiter::Byte(byte), score(text, last, Delimiter::Byte(byte))));
    // The first of equals, as `max_by` would give the last.
    let best = scored.reduce(|best, next| if next.1 > best.1 { next } else { best });
    match best {
        Some((delimiter, score)) if score > 0.0 => delimiter,
        _ if is_lined_up(text, last) => Delimiter::Spaces,
        _ => rare(text, last).unwrap_or(Delimiter::Byte(b',')),
    }
}

/// Characters that separate fields in exports of databases and mainframes, where one cuts every line alike.
fn rare(text: &str, last: bool) -> Option<Delimiter> {
    let mut rare = [b'\x01', b'\x1F', b'^', b'~', b'#', b'*', b'!', b'&'].into_iter().map(Delimiter::Byte);
    rare.find(|delimiter| {
        let records = records(text, last, *delimiter);
        let fields = records.first().map_or(0, Vec::len);
        fields > 1 && records.len() > 1 && records.iter().all(|record| record.len() == fields)
    })
}

/// How well it cuts: the share of records with the usual number of fields, more for more fields; 0 when it hardly ever cuts.
fn score(text: &str, last: bool, delimiter: Delimiter) -> f64 {
    let mut counts: Vec<usize> = records(text, last, delimiter)
        .into_iter()
        .filter(|fields| fields.iter().any(|field| !field.is_empty()))
        .map(|fields| fields.len())
        .collect();
    if counts.is_empty() {
        return 0.0;
    }
    counts.sort_unstable();
    let (usual, times) = counts
        .chunk_by(PartialEq::eq)
        .map(|same| (same[0], same.len()))
        .filter(|(count, _)| *count > 1)
        .max_by_key(|(count, times)| (*times, *count))
        .unwrap_or((1, 0));
    let cut = counts.iter().filter(|count| **count > 1).count();
    if usual < 2 || cut * 2 < counts.len() {
        return 0.0;
    }
    let share = ratio(times, counts.len());
    share * share * (1.0 + ratio(usual, 1).ln())
}

#[expect(clippy::cast_precision_loss, reason = "counts of some hundred records")]
fn ratio(part: usize, whole: usize) -> f64 {
    part as f64 / whole as f64
}

/// Whether lines are cut into equally many fields by spaces that are there for lining them up.
fn is_lined_up(text: &str, last: bool) -> bool {
    let records = records(text, last, Delimiter::Spaces);
    let mut counts: Vec<usize> = records.iter().map(Vec::len).collect();
    counts.sort_unstable();
    let Some(usual) = counts.get(counts.len() / 2).copied().filter(|usual| *usual > 1) else { return false };
    let same = counts.iter().filter(|count| **count == usual).count();
    let padded = text.lines().take(RECORDS).filter(|line| line.starts_with(' ') || line.trim_end().contains("  ")).count();
    let with_numbers = records.iter().filter(|fields| fields.iter().any(|field| super::header::is_typed(field))).count();
    same * 20 >= counts.len() * 19 && padded * 2 > counts.len() && with_numbers * 2 > counts.len()
}

fn records(text: &str, last: bool, delimiter: Delimiter) -> Vec<Vec<String>> {
    let scanner = Scanner { delimiter, limit: RECORD_BYTES, wanted: &[] };
    let mut records = Vec::new();
    let mut at = 0;
    while at < text.len() && records.len() < RECORDS {
        let Some((fields, next)) = scanner.all(text, at, last) else { break };
        if !text[at..next].trim().is_empty() {
            records.push(fields);
        }
        at = next;
    }
    records
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn delimiters() {
        let cases: &[(&str, &str, &str)] = &[
            ("comma", "a,b\n1,2\n", ","),
            ("semicolon with decimal commas", "Kunde;Umsatz;Menge\nA;1,5;2,5\nB;3,5;1,0\nC;2,5;9,9\n", ";"),
            ("tab with commas in the text", "a\tb\nx, y\t1\nz\t2\n", "\t"),
            ("pipe", "a|b|c\n1|2|3\n", "|"),
            ("announced", "sep=;\na;b\n1;2\n", ";"),
            ("commas only in quotes", "a;b\n\"x,y\";1\n\"z,w\";2\n", ";"),
            ("title above", "Sales\n\na;b;c\n1;2;3\n4;5;6\n", ";"),
            ("spaces", "   00004 0001 19970101  2   29.33\n   00004 0001 19970118  2   29.73\n", "spaces"),
            ("caret", "id^name^amount\n1^ann^2\n2^bob^3\n", "^"),
            ("control character of Hive", "id\u{1}name\n1\u{1}ann\n2\u{1}bob\n", "\u{1}"),
            ("a tilde now and then", "name\n~ann\nbob\n", ","),
            ("announced tab", "sep=\t\na\tb\n", "\t"),
            ("one column", "name\nann\nbob\n", ","),
            ("one column of two words", "name\nann lee\nbob ray\n", ","),
            (
                "prose",
                "It was the best of times, it was the worst of times.\nNo comma here.\nNor there, nor here, nor anywhere.\nNone.\n",
                ",",
            ),
            ("times with spaces", "date,id\n2014-01-01 00:00:00,3\n2014-01-02 00:00:00,4\n", ","),
            ("empty", "", ","),
        ];
        for (case, text, expected) in cases {
            assert_eq!(name(find(text, true)), *expected, "{case}");
        }
    }

    #[test]
    fn names() {
        for (text, expected) in [
            (";", Some(Delimiter::Byte(b';'))),
            ("spaces", Some(Delimiter::Spaces)),
            ("tab", Some(Delimiter::Byte(b'\t'))),
            ("", None),
            ("ab", None),
            ("，", None),
            ("\"", None),
        ] {
            assert_eq!(by_name(text).ok(), expected, "{text}");
        }
    }
}
